//! Passwords: the form in which they are compared, and which are no secret to whoever knows the person.

use std::borrow::Cow;

use icu_properties::props::GeneralCategory;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::class::{category, is_unassigned};
use super::fold::folded;

/// Words about the platform itself, which everybody knows.
const PRODUCT: [&str; 5] = ["enterprise", "order", "orders", "platform", "eop"];
/// With fewer letters than this beside what is known, a password is hardly more than that.
const FEWEST_OWN_LETTERS: usize = 4;
/// The fewest bytes of a part of a name or address that counts as a word: two letters of ASCII are in anything.
const SHORTEST_WORD: usize = 3;

/// `password` in the form in which passwords are hashed and compared: `OpaqueString` of RFC 8265, section 4.2.2. Blanks of
/// any width become spaces, and letters with their marks are composed, so that a keyboard that types `ö` in two code
/// points opens the account that another one registered. Case and width count.
#[must_use]
pub fn normal_password(password: &str) -> Cow<'_, str> {
    let is_wide_blank = |c: char| !c.is_ascii() && category(c) == GeneralCategory::SpaceSeparator;
    if is_nfc(password) && !password.contains(is_wide_blank) {
        return Cow::Borrowed(password);
    }
    Cow::Owned(password.chars().map(|c| if is_wide_blank(c) { ' ' } else { c }).nfc().collect())
}

/// Whether `password` has characters that it may not keep: control characters, which not every field passes on, and codes
/// without a character yet, whose normal form a later version of Unicode decides.
#[must_use]
pub fn has_odd_characters(password: &str) -> bool {
    password.chars().any(|c| c.is_control() || is_unassigned(c))
}

/// Whether `password` is one's own name, address or the platform's name, or hardly more: in any case and order, with any
/// separators, with digits and signs added. `about` is what is known of the person: the name, the address.
#[must_use]
pub fn resembles(password: &str, about: &[&str]) -> bool {
    let letters = |text: &str| folded(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut words: Vec<String> = about
        .iter()
        .copied()
        .chain(PRODUCT)
        .flat_map(|text| {
            let parts = text.split(|c: char| !c.is_alphanumeric()).map(letters);
            std::iter::once(letters(text)).chain(parts).collect::<Vec<_>>()
        })
        .flat_map(|word| [word.trim_end_matches(|c: char| c.is_numeric()).to_owned(), word])
        .filter(|word| word.len() >= SHORTEST_WORD)
        .collect();
    // The longest first, so that a name is not left in pieces by a shorter one within it.
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
    words.dedup();
    let given = letters(password);
    let mut left = given.clone();
    for word in &words {
        // What is taken out leaves a mark, so that its neighbours do not become a word together.
        left = left.replace(word.as_str(), "\u{0}");
    }
    left != given && left.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_OWN_LETTERS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const ABOUT: [&str; 2] = ["Alice Example-Müller", "alice.em@shop.example.org"];

    #[rstest]
    #[case("größe-9", "gro\u{308}ße-9")]
    #[case("two words", "two\u{3000}words")]
    #[case("two words", "two\u{a0}words")]
    fn one_password_has_one_form(#[case] one: &str, #[case] other: &str) {
        assert_eq!(normal_password(one), normal_password(other));
    }

    #[rstest]
    #[case("Größe", "größe")]
    #[case("ａ", "a")]
    #[case("ﬁ", "fi")]
    #[case(" a", "a")]
    fn what_differs_on_a_keyboard_differs(#[case] one: &str, #[case] other: &str) {
        assert_ne!(normal_password(one), normal_password(other));
    }

    #[rstest]
    #[case::the_address("alice.em@shop.example.org")]
    #[case::the_address_in_capitals("ALICE.EM@SHOP.EXAMPLE.ORG")]
    #[case::the_local_part("alice.em2026!")]
    #[case::first_and_surname("Alice.Example7!")]
    #[case::turned_around("Example_Alice-1987")]
    #[case::run_together("aliceexamplemuller1".replacen('u', "ü", 1).leak())]
    #[case::decomposed("Alice-Mu\u{308}ller#12")]
    #[case::full_width("Ａｌｉｃｅ．Ｅｘａｍｐｌｅ７！")]
    #[case::a_little_more("alice.example-xyz")]
    #[case::the_product("Enterprise-Order-Platform-2026")]
    #[case::the_product_and_me("eop.alice.platform!")]
    fn whoever_knows_the_person_guesses_it(#[case] password: &str) {
        assert!(resembles(password, &ABOUT), "{password}");
    }

    #[rstest]
    #[case("correct-horse-battery")]
    #[case("alice-likes-correct-horses")]
    #[case("order of the violet badger")]
    #[case("8842-1187-3321")]
    #[case("!!!???!!!")]
    fn a_name_among_other_words_is_for_the_estimate(#[case] password: &str) {
        assert!(!resembles(password, &ABOUT), "{password}");
    }

    #[test]
    fn names_in_any_script_count() {
        assert!(resembles("Владимир!2026", &["Владимир Иванов"]));
        assert!(resembles("田中太郎123456", &["田中 太郎"]));
    }

    #[test]
    fn odd_characters_are_seen() {
        for (text, odd) in
            [("a b-ü 👨\u{200d}👩", false), ("a\tb", true), ("a\u{85}", true), ("\u{378}", true)]
        {
            assert_eq!(has_odd_characters(text), odd, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_form_is_stable(text in any::<String>()) {
            let once = normal_password(&text).into_owned();
            prop_assert_eq!(normal_password(&once), once.as_str());
        }

        #[test]
        fn any_ends_and_separators_are_seen_through(
            digits in "[0-9]{0,6}", sign in "[!?._ -]{0,3}", separator in "[._ @-]{0,2}"
        ) {
            let password = format!("Alice{separator}Example{sign}{digits}{sign}");
            prop_assert!(resembles(&password, &ABOUT));
        }
    }
}
