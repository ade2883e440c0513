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
    told(command.validate())
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
    assert_eq!(self::told(amend.validate()), expected(told), "amending");
}

#[rstest]
#[case::empty("", &["length"])]
#[case::too_long(&"x".repeat(201), &["length"])]
#[case::blank("  ", &["blank"])]
#[case::two_lines("a\nb", &["characters"])]
#[case::nul("a\0", &["characters"])]
#[case::blank_lines("\n", &["characters", "blank"])]
fn one_line_texts_are_refused(#[case] text: &str, #[case] codes: &[&'static str]) {
    let at = |field: &str| codes.iter().map(|code| (field.to_owned(), *code)).collect::<Told>();
    assert_eq!(first_line(|line| text.clone_into(&mut line.sku)), at("/lines/0/sku"));
    assert_eq!(first_line(|line| text.clone_into(&mut line.name)), at("/lines/0/name"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.name)), at("/shipping_address/name"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.line1)), at("/shipping_address/line1"));
    assert_eq!(shipping_to(|to| to.line2 = Some(text.to_owned())), at("/shipping_address/line2"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.city)), at("/shipping_address/city"));
    assert_eq!(shipping_to(|to| to.region = Some(text.to_owned())), at("/shipping_address/region"));
    assert_eq!(shipping_to(|to| text.clone_into(&mut to.postal_code)), at("/shipping_address/postal_code"));
    let reject = Deed::Reject { reason: text.to_owned(), note: None };
    assert_eq!(told(reject.validate()), at("/reason"));
    let cancel = Deed::Cancel { reason: Some(text.to_owned()), note: None };
    assert_eq!(told(cancel.validate()), at("/reason"));
    let ship = Deed::Ship { carrier: text.to_owned(), tracking_number: Some("1Z".to_owned()) };
    assert_eq!(told(ship.validate()), at("/carrier"));
    let ship = Deed::Ship { carrier: "UPS".to_owned(), tracking_number: Some(text.to_owned()) };
    assert_eq!(told(ship.validate()), at("/tracking_number"));
}

#[rstest]
#[case::lower_case("de")]
#[case::three_letters("DEU")]
#[case::digits("D1")]
#[case::none("")]
#[case::two_bytes_of_one_letter("ß")]
fn a_country_is_refused(#[case] country: &str) {
    let told = shipping_to(|to| country.clone_into(&mut to.country));
    assert_eq!(told, expected(&[("/shipping_address/country", "unknown")]));
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
    assert_eq!(told(Deed::Approve { note: note() }.validate()), at("/note"));
    assert_eq!(told(Deed::Cancel { reason: None, note: note() }.validate()), at("/note"));
    let reject = Deed::Reject { reason: "fraud".to_owned(), note: note() };
    assert_eq!(told(reject.validate()), at("/note"));
    let amend = Deed::Amend(Amendment { note: Some(note()), ..Amendment::default() });
    assert_eq!(told(amend.validate()), at("/note"));
    let write = WriteNote {
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
    ];
    assert_eq!(told, expected(&all));
}

#[test]
fn an_amendment_must_name_something() {
    assert_eq!(told(Deed::Amend(Amendment::default()).validate()), expected(&[("", "empty")]));
    let removes_the_note = Amendment { note: Some(None), ..Amendment::default() };
    assert_eq!(told(Deed::Amend(removes_the_note).validate()), []);
}

#[test]
fn only_the_platform_gives_the_approval_timeout_as_a_reason() {
    let abort = |reason| told(Deed::Abort { reason }.validate());
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
                assert_eq!(told(deed.validate()), [], "{action}");
            }
            None => assert_eq!(*action, Action::Create),
        }
    }
}
