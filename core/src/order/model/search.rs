//! Finding orders by what people remember of them: a text of each order that is searched, and the parts of it that are asked
//! for.

use super::{Customer, Order};
use crate::kernel::commit::Version;
use crate::kernel::id::OrderId;
use crate::kernel::text::folded;

/// Stands around what is searched as a whole. Nobody can type it: texts with control characters are refused.
const WHOLE: char = '\u{1}';
/// Stands after the number of an order, whose end people say.
const NUMBER_ENDS: char = '\u{2}';

/// What an order is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchDocument {
    /// Which order.
    pub order: OrderId,
    /// The version of the order that it was made of.
    pub version: Version,
    /// Number, customer, articles, parcel and wish, folded: words with a space before each.
    pub words: String,
}

impl SearchDocument {
    /// That of `order`, with who its customer is where that is known.
    #[must_use]
    pub fn of(order: &Order, customer: Option<&Customer>) -> Self {
        let mut words = String::new();
        add(&mut words, &order.number);
        words.push(NUMBER_ENDS);
        if let Some(customer) = customer {
            add(&mut words, &customer.name);
            add(&mut words, customer.email.as_deref().unwrap_or_default());
        }
        add(&mut words, &order.shipping_address.name);
        for line in &order.lines {
            add(&mut words, &line.sku);
            add(&mut words, &line.name);
        }
        let shipment = order.shipment.as_ref();
        add(&mut words, shipment.and_then(|one| one.tracking_number.as_deref()).unwrap_or_default());
        add(&mut words, order.note.as_deref().unwrap_or_default());
        let skus = order.lines.iter().map(|line| whole("sku", &line.sku));
        let country = whole("country", &order.shipping_address.country);
        let carrier = shipment.map(|shipment| whole("carrier", &shipment.carrier));
        words.extend(skus.chain([country]).chain(carrier));
        Self { order: order.id, version: order.version, words }
    }
}

/// Adds each word of `text`, folded, with a space before it.
fn add(words: &mut String, text: &str) {
    for word in folded(text).split_whitespace() {
        words.push(' ');
        words.push_str(word);
    }
}

/// A value that is searched as a whole.
fn whole(what: &str, value: &str) -> String {
    format!("{WHOLE}{what}={}{WHOLE}", folded(value))
}

/// What all has to be in the words of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchTerms(Vec<String>);

impl SearchTerms {
    /// A part that is shorter cannot be looked up, only compared.
    pub const SHORTEST: usize = 3;

    /// The terms of what somebody typed: every word of it, anywhere within a word of the order. One or two digits are the end
    /// of its number, and one or two other characters the beginning of a word.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let term = |word: &str| match word.chars().count() {
            0..Self::SHORTEST if word.chars().all(|c| c.is_ascii_digit()) => format!("{word}{NUMBER_ENDS}"),
            0..Self::SHORTEST => format!(" {word}"),
            _ => word.to_owned(),
        };
        Self(folded(text).split_whitespace().map(term).collect())
    }

    /// With an article number, whole.
    #[must_use]
    pub fn and_sku(self, sku: &str) -> Self {
        self.and(whole("sku", sku))
    }

    /// With a country.
    #[must_use]
    pub fn and_country(self, country: &str) -> Self {
        self.and(whole("country", country))
    }

    /// With a carrier, whole.
    #[must_use]
    pub fn and_carrier(self, carrier: &str) -> Self {
        self.and(whole("carrier", carrier))
    }

    fn and(mut self, term: String) -> Self {
        self.0.push(term);
        self
    }

    /// Nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Those that are long enough to be looked up.
    pub fn looked_up(&self) -> impl Iterator<Item = &str> {
        self.iter().filter(|term| term.chars().count() >= Self::SHORTEST)
    }

    /// Whether `words` has all of them.
    #[must_use]
    pub fn are_in(&self, words: &str) -> bool {
        self.0.iter().all(|term| words.contains(term.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::fixture::{line, order_in};
    use super::super::{Line, Status};
    use super::*;
    use crate::kernel::id::UserId;

    fn words() -> String {
        let mut order = order_in(Status::Shipped);
        order.lines =
            vec![Line { sku: "TEA-EG-100".to_owned(), name: "Earl Grey, 100 %".to_owned(), ..line(1, 5) }];
        order.note = Some("Bitte_klingeln\nbei Müller".to_owned());
        order.shipment.as_mut().unwrap().tracking_number = Some("00340434161094042557".to_owned());
        order.shipping_address.name = "東京 太郎".to_owned();
        let customer = Customer {
            id: UserId(uuid::Uuid::nil()),
            name: "Alice Straße".to_owned(),
            email: Some("alice@example.com".to_owned()),
            sequence: 1,
            updated_at: order.created_at,
        };
        SearchDocument::of(&order, Some(&customer)).words
    }

    #[rstest]
    #[case("ORD-2026-000077")]
    #[case("000077")]
    #[case("77")]
    #[case("7")]
    #[case("alice")]
    #[case("ALICE strasse")]
    #[case("@example.com")]
    #[case("ice exam")]
    #[case("tea-eg")]
    #[case("grey earl")]
    #[case("100 %")]
    #[case("bitte_kl")]
    #[case("klingeln")]
    #[case("1094042557")]
    #[case("mu\u{308}ller")]
    #[case("東京")]
    #[case("太")]
    #[case("  ")]
    fn an_order_is_found_by(#[case] text: &str) {
        assert!(SearchTerms::typed(text).are_in(&words()), "{}", words());
    }

    #[rstest]
    #[case::another_word("alice bob")]
    #[case::across_words("alicestrasse")]
    #[case::no_wildcards("a_ice")]
    #[case::no_wildcard_either("al%ce")]
    #[case::two_characters_begin_a_word("li")]
    #[case::two_digits_end_the_number("10")]
    #[case::nothing_of_our_own("country=de")]
    fn an_order_is_not_found_by(#[case] text: &str) {
        let text = if text.starts_with("country") { "\u{1}country=fr\u{1}" } else { text };
        assert!(!SearchTerms::typed(text).are_in(&words()), "{}", words());
    }

    #[test]
    fn what_is_asked_for_as_a_whole_is_not_found_in_part() {
        let terms = SearchTerms::default;
        for found in [
            terms().and_sku("tea-eg-100"),
            terms().and_country("DE"),
            terms().and_carrier("dhl"),
            SearchTerms::typed("alice").and_sku("TEA-EG-100").and_carrier("DHL"),
        ] {
            assert!(found.are_in(&words()), "{found:?}");
        }
        for other in [terms().and_sku("tea-eg-10"), terms().and_country("D"), terms().and_carrier("DH")] {
            assert!(!other.are_in(&words()), "{other:?}");
        }
    }

    #[test]
    fn what_is_too_short_is_not_looked_up() {
        let terms = SearchTerms::typed("a bc def");
        assert_eq!(terms.iter().collect::<Vec<_>>(), [" a", " bc", "def"]);
        assert_eq!(terms.looked_up().collect::<Vec<_>>(), [" bc", "def"]);
    }
}
