//! Every value that is refused, with the place and the code that the caller is told.

use rstest::rstest;
use serde_json::json;

use super::super::model::fixture::{address, deed_for, line};
use super::*;
use crate::kernel::money::Money;

type Told = Vec<(String, &'static str)>;

fn told(result: Result<(), Vec<FieldError>>) -> Told {
    let errors = result.err().unwrap_or_default();
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

fn expected(told: &[(&str, &'static str)]) -> Told {
    told.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect()
}

fn a_command() -> PlaceOrder {
    PlaceOrder {
        customer: None,
        content: Content { lines: vec![line(2, 1999)], shipping_address: address(), note: None },
        metadata: Map::new(),
        idempotency: None,
    }
}

fn placing(change: impl FnOnce(&mut PlaceOrder)) -> Told {
    let mut command = a_command();
    change(&mut command);
    told(command.validate(&Currencies::all()))
}

fn done(mut deed: Deed) -> Told {
    told(deed.validate(&Currencies::all()))
}

fn first_line(change: impl FnOnce(&mut Line)) -> Told {
    placing(|command| change(&mut command.content.lines[0]))
}

fn shipping_to(change: impl FnOnce(&mut Address)) -> Told {
    placing(|command| change(&mut command.content.shipping_address))
}

fn usd(cents: i64) -> Money {
    Money::new(cents, "USD".parse().unwrap()).unwrap()
}

#[test]
fn a_good_command_is_accepted_up_to_every_limit() {
    assert_eq!(placing(|_| ()), []);
    let at_the_limits = |command: &mut PlaceOrder| {
        let widest = Line { sku: "s".repeat(64), name: "ü".repeat(200), ..line(Line::MAX_QUANTITY, 0) };
        command.content.lines = vec![widest; Order::MAX_LINES];
        command.content.note = Some("n".repeat(2000));
        command.content.shipping_address.line2 = Some("3. Stock".to_owned());
        let padding = "x".repeat(Order::MAX_METADATA_BYTES - r#"{"k":""}"#.len());
        command.metadata = Map::from_iter([("k".to_owned(), json!(padding))]);
    };
    assert_eq!(placing(at_the_limits), []);
}

#[rstest]
#[case::none(vec![], &[("/lines", "count")])]
#[case::too_many(vec![line(1, 1); Order::MAX_LINES + 1], &[("/lines", "count")])]
#[case::no_quantity(vec![line(0, 1)], &[("/lines/0/quantity", "out_of_range")])]
#[case::too_large_a_quantity(vec![line(1, 1), line(10_001, 1)], &[("/lines/1/quantity", "out_of_range")])]
#[case::a_negative_price(vec![line(1, -1)], &[("/lines/0/unit_price/amount", "out_of_range")])]
#[case::too_large_a_product(vec![line(2, Money::MAX_AMOUNT)], &[("/lines", "total_too_large")])]
#[case::too_large_a_sum(vec![line(1, Money::MAX_AMOUNT), line(1, 1)], &[("/lines", "total_too_large")])]
#[case::mixed_currencies(
    vec![line(1, 1), Line { unit_price: usd(1), ..line(1, 1) }],
    &[("/lines/1/unit_price/currency", "mixed")]
)]
fn lines_are_refused(#[case] lines: Vec<Line>, #[case] told: &[(&str, &'static str)]) {
    assert_eq!(placing(|command| command.content.lines.clone_from(&lines)), expected(told));
    let amend = Deed::Amend(Amendment { lines: Some(lines), ..Amendment::default() });
    assert_eq!(done(amend), expected(told), "amending");
}

#[rstest]
#[case::empty("", &["length"])]
#[case::too_long(&"x".repeat(201), &["length"])]
#[case::blanks("  ", &["length"])]
#[case::nothing_to_see("\u{301}", &["blank"])]
#[case::turned("a\u{202e}b", &["characters"])]
#[case::another_line("a\u{2028}b", &["characters"])]
#[case::two_lines("a\nb", &["characters"])]
#[case::nul("a\0", &["characters"])]
#[case::blank_lines("\n", &["length"])]
#[case::a_break_at_the_end_is_a_blank("ab\n", &[])]
fn one_line_texts_are_refused(#[case] text: &str, #[case] codes: &[&'static str]) {
    let at = |field: &str| codes.iter().map(|code| (field.to_owned(), *code)).collect::<Told>();
    assert_eq!(first_line(|line| text.clone_into(&mut line.sku)), at("/lines/0/sku"));
    assert_eq!(first_line(|line| text.clone_into(&mut line.name)), at("/lines/0/name"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.name)), at("/shipping_address/name"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.line1)), at("/shipping_address/line1"));
    assert_eq!(shipping_to(|to| to.line2 = Some(text.to_owned())), at("/shipping_address/line2"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.city)), at("/shipping_address/city"));
    assert_eq!(shipping_to(|to| to.region = Some(text.to_owned())), at("/shipping_address/region"));
    if codes.contains(&"length") || codes.contains(&"characters") {
        let postal_code = shipping_to(|to| to.postal_code = Some(text.to_owned()));
        assert_eq!(postal_code, at("/shipping_address/postal_code"));
    }
    let reject = Deed::Reject { reason: text.to_owned(), note: None };
    assert_eq!(done(reject), at("/reason"));
    let cancel = Deed::Cancel { reason: Some(text.to_owned()), note: None };
    assert_eq!(done(cancel), at("/reason"));
    let ship = Deed::Ship { carrier: text.to_owned(), tracking_number: Some("1Z".to_owned()) };
    assert_eq!(done(ship), at("/carrier"));
    let ship = Deed::Ship { carrier: "UPS".to_owned(), tracking_number: Some(text.to_owned()) };
    assert_eq!(done(ship), at("/tracking_number"));
}

#[rstest]
#[case::lower_case("de")]
#[case::three_letters("DEU")]
#[case::digits("D1")]
#[case::none("")]
#[case::two_bytes_of_one_letter("ß")]
#[case::no_country("ZZ")]
#[case::only_reserved("UK")]
#[case::not_of_the_standard("EL")]
#[case::past("YU")]
fn a_country_is_refused(#[case] country: &str) {
    let told = shipping_to(|to| country.clone_into(&mut to.country));
    assert_eq!(told, expected(&[("/shipping_address/country", "unknown")]));
}

#[rstest]
#[case::an_unknown_one("ZZZ")]
#[case::a_past_one("DEM")]
#[case::gold("XAU")]
fn a_currency_that_is_no_money_in_use_is_refused(#[case] code: &str) {
    let price = Money::new(1, code.parse().unwrap()).unwrap();
    let lines = vec![Line { unit_price: price, ..line(1, 1) }];
    let told = placing(|command| command.content.lines.clone_from(&lines));
    assert_eq!(told, expected(&[("/lines/0/unit_price/currency", "unknown")]));
    let amend = Deed::Amend(Amendment { lines: Some(lines), ..Amendment::default() });
    assert_eq!(done(amend), expected(&[("/lines/0/unit_price/currency", "unknown")]));
}

#[test]
fn an_installation_takes_only_its_own_currencies() {
    let few = Currencies::only(["CHF"]).unwrap();
    assert_eq!(
        self::told(a_command().validate(&few)),
        expected(&[("/lines/0/unit_price/currency", "unknown")])
    );
}

#[rstest]
#[case("DE", None, &["required"])]
#[case("DE", Some("1011"), &["pattern"])]
#[case("DE", Some("D-10115"), &[])]
#[case("HK", None, &[])]
#[case("AE", None, &[])]
#[case("HK", Some("999077"), &[])]
#[case("IE", None, &[])]
#[case("XK", Some("10000"), &[])]
fn postal_codes_are_those_of_the_country(
    #[case] country: &str,
    #[case] code: Option<&str>,
    #[case] codes: &[&'static str],
) {
    let told = shipping_to(|to| {
        country.clone_into(&mut to.country);
        to.postal_code = code.map(str::to_owned);
    });
    let at: Told = codes.iter().map(|code| ("/shipping_address/postal_code".to_owned(), *code)).collect();
    assert_eq!(told, at);
}

#[test]
fn texts_are_stored_in_their_one_form() {
    let mut command = a_command();
    "  Cafe\u{301} ".clone_into(&mut command.content.lines[0].name);
    command.content.note = Some("e\u{301}\n ".to_owned());
    command.validate(&Currencies::all()).unwrap();
    assert_eq!(command.content.lines[0].name, "Caf\u{e9}");
    assert_eq!(command.content.note.as_deref(), Some("\u{e9}\n "));
}

#[test]
fn an_address_without_a_postal_code_is_written_as_it_always_was() {
    let address = Address { postal_code: None, country: "HK".to_owned(), ..address() };
    let json = serde_json::to_value(&address).unwrap();
    assert_eq!(json["postal_code"], json!(""));
    assert_eq!(serde_json::from_value::<Address>(json).unwrap(), address);
}

#[rstest]
#[case::empty("", &["length"])]
#[case::too_long(&"x".repeat(2001), &["length"])]
#[case::nul("a\0", &["characters"])]
#[case::escape("\u{1b}[2J", &["characters"])]
#[case::lines_and_tabs_are_fine("one\n\ttwo\r\n", &[])]
fn remarks_are_refused(#[case] text: &str, #[case] codes: &[&'static str]) {
    let at = |field: &str| codes.iter().map(|code| (field.to_owned(), *code)).collect::<Told>();
    let note = || Some(text.to_owned());
    assert_eq!(placing(|command| command.content.note = note()), at("/note"));
    assert_eq!(done(Deed::Approve { note: note() }), at("/note"));
    assert_eq!(done(Deed::Cancel { reason: None, note: note() }), at("/note"));
    let reject = Deed::Reject { reason: "fraud".to_owned(), note: note() };
    assert_eq!(done(reject), at("/note"));
    let amend = Deed::Amend(Amendment { note: Some(note()), ..Amendment::default() });
    assert_eq!(done(amend), at("/note"));
    let mut write = WriteNote {
        order: OrderId(uuid::Uuid::nil()),
        visibility: Visibility::Public,
        text: text.to_owned(),
        idempotency: None,
    };
    assert_eq!(told(write.validate()), at("/text"));
}

#[rstest]
#[case::a_name(json!({ "a\0": 1 }))]
#[case::a_text(json!({ "a": "\0" }))]
#[case::deep(json!({ "a": [1, { "b": ["x\0"] }] }))]
#[case::a_deep_name(json!({ "a": [{ "b\0": null }] }))]
fn metadata_that_cannot_be_stored_is_refused(#[case] metadata: Value) {
    let Value::Object(metadata) = metadata else { panic!("not an object") };
    assert_eq!(placing(|command| command.metadata = metadata), expected(&[("/metadata", "characters")]));
}

#[test]
fn metadata_is_refused_from_one_byte_too_much_on() {
    let padding = "x".repeat(Order::MAX_METADATA_BYTES - r#"{"k":""}"#.len() + 1);
    let told = placing(|command| command.metadata = Map::from_iter([("k".to_owned(), json!(padding))]));
    assert_eq!(told, expected(&[("/metadata", "too_large")]));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let told = placing(|command| {
        command.content.lines = vec![line(0, -1), Line { sku: String::new(), ..line(1, 1) }];
        command.content.shipping_address.country = "Germany".to_owned();
        command.content.note = Some("\0".to_owned());
    });
    let all = [
        ("/lines/0/quantity", "out_of_range"),
        ("/lines/0/unit_price/amount", "out_of_range"),
        ("/lines/1/sku", "length"),
        ("/shipping_address/country", "unknown"),
        ("/note", "characters"),
        ("/note", "blank"),
    ];
    assert_eq!(told, expected(&all));
}

#[test]
fn an_amendment_must_name_something() {
    assert_eq!(done(Deed::Amend(Amendment::default())), expected(&[("", "empty")]));
    let removes_the_note = Amendment { note: Some(None), ..Amendment::default() };
    assert_eq!(done(Deed::Amend(removes_the_note)), []);
}

#[test]
fn only_the_platform_gives_the_approval_timeout_as_a_reason() {
    let abort = |reason| done(Deed::Abort { reason });
    assert_eq!(abort(CancelReason::ApprovalTimeout), expected(&[("/reason", "unknown")]));
    assert_eq!(abort(CancelReason::Lost), []);
    assert_eq!(abort(CancelReason::ReturnedToSender), []);
}

#[test]
fn every_action_but_placing_has_a_deed_of_its_own() {
    for action in Action::ALL {
        match deed_for(*action) {
            Some(deed) => {
                assert_eq!(deed.action(), *action);
                assert_eq!(done(deed), [], "{action}");
            }
            None => assert_eq!(*action, Action::Create),
        }
    }
}
