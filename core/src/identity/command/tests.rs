//! Every value that is refused, with the place and the code that the caller is told.

use rstest::rstest;

use super::*;

fn told<T>(result: Result<T, Vec<FieldError>>) -> Vec<(String, &'static str)> {
    let errors = result.err().unwrap_or_default();
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

fn at(field: &str, codes: &[&'static str]) -> Vec<(String, &'static str)> {
    codes.iter().map(|code| (field.to_owned(), *code)).collect()
}

fn a_registration() -> Register {
    Register {
        name: "Alice Example".to_owned(),
        email: " Alice@Example.com".to_owned(),
        password: Secret("only checked by the use case".to_owned()),
        locale: None,
        time_zone: None,
        origin: Origin::default(),
    }
}

#[test]
fn a_good_registration_gives_the_address_in_its_one_form() {
    let full = Register {
        locale: Some("de-AT".to_owned()),
        time_zone: Some("Europe/Vienna".to_owned()),
        ..a_registration()
    };
    for mut one in [a_registration(), full] {
        assert_eq!(one.validate(false).map(String::from), Ok("alice@example.com".to_owned()));
    }
}

#[rstest]
#[case::empty("", &["length"])]
#[case::too_long(&"ü".repeat(201), &["length"])]
#[case::as_long_as_can_be(&"ü".repeat(200), &[])]
#[case::blanks("   ", &["length"])]
#[case::nothing_to_see("\u{3164}", &["blank"])]
#[case::turned("Alice \u{202e}ecilA", &["characters"])]
#[case::two_lines("Alice\r\nBcc: eve", &["characters"])]
#[case::nul("Alice\0", &["characters"])]
fn names_are_refused(#[case] text: &str, #[case] codes: &[&'static str]) {
    let name = text.to_owned();
    assert_eq!(told(Register { name: name.clone(), ..a_registration() }.validate(false)), at("/name", codes));
    let mut change = ChangeProfile { name: Some(name), ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/name", codes));
}

#[rstest]
#[case("en", true)]
#[case("de-AT", true)]
#[case("zh-Hant-TW", true)]
#[case("gsw", true)]
#[case("", false)]
#[case("e", false)]
#[case("EN", true)]
#[case("EN-us", true)]
#[case("de-DE-u-co-phonebk", true)]
#[case("english", false)]
#[case("de_AT", false)]
#[case("de-", false)]
#[case("de-A", false)]
#[case("de-abcdefghi", false)]
#[case("../../etc", false)]
#[case("de-abcdefgh-abcdefgi-abcdefgj-abcdefgk-abcdefgl-abcdefgm-abcdefgn", false)]
fn locales_are_language_tags(#[case] tag: &str, #[case] good: bool) {
    let codes: &[&str] = if good { &[] } else { &["locale"] };
    let locale = Some(tag.to_owned());
    assert_eq!(
        told(Register { locale: locale.clone(), ..a_registration() }.validate(false)),
        at("/locale", codes)
    );
    let mut change = ChangeProfile { locale, ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/locale", codes));
}

#[rstest]
#[case("UTC", true)]
#[case("Europe/Berlin", true)]
#[case("America/Argentina/Buenos_Aires", true)]
#[case("Etc/GMT+12", true)]
#[case("Europe/Berln", false)]
#[case("", false)]
#[case("/Berlin", false)]
#[case("Europe/", false)]
#[case("Europe//Berlin", false)]
#[case("../etc/passwd", false)]
#[case("Europe Berlin", false)]
#[case("+01:00", false)]
#[case("Ärea/Öst", false)]
fn time_zones_have_iana_names(#[case] zone: &str, #[case] good: bool) {
    let codes: &[&str] = if good { &[] } else { &["time_zone"] };
    let time_zone = Some(zone.to_owned());
    let mut register = Register { time_zone: time_zone.clone(), ..a_registration() };
    assert_eq!(told(register.validate(false)), at("/time_zone", codes));
    let mut change = ChangeProfile { time_zone, ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/time_zone", codes));
}

#[rstest]
#[case("+4930123456", true)]
#[case("+1234567", true)]
#[case("+123456789012345", true)]
#[case("+1234567890123456", false)]
#[case("+123456", false)]
#[case("4930123456", false)]
#[case("+049301234", false)]
#[case("+49 30 123456", false)]
#[case("+49x0123456", false)]
#[case("++493012345", false)]
#[case("+", false)]
#[case("", false)]
fn phone_numbers_are_international(#[case] number: &str, #[case] good: bool) {
    let codes: &[&str] = if good { &[] } else { &["phone"] };
    let mut change = ChangeProfile { phone: Some(Some(number.to_owned())), ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/phone", codes));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let mut register = Register {
        name: String::new(),
        email: "nobody".to_owned(),
        locale: Some("?".to_owned()),
        time_zone: Some("?".to_owned()),
        ..a_registration()
    };
    let fields: Vec<_> = told(register.validate(false)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["/name", "/email", "/locale", "/time_zone"]);
}

#[test]
fn values_are_stored_in_their_one_form() {
    let mut register = Register {
        name: " Zoe\u{308} ".to_owned(),
        locale: Some("DE-at".to_owned()),
        time_zone: Some("europe/vienna".to_owned()),
        ..a_registration()
    };
    register.validate(false).unwrap();
    let stored = (register.name.as_str(), register.locale.as_deref(), register.time_zone.as_deref());
    assert_eq!(stored, ("Zo\u{eb}", Some("de-AT"), Some("Europe/Vienna")));
}

#[test]
fn a_mailbox_that_mail_does_not_get_to_is_refused() {
    let mut register = Register { email: "jürgen@bücher.example".to_owned(), ..a_registration() };
    assert_eq!(told(register.validate(false)), at("/email", &["smtputf8"]));
    assert_eq!(told(register.validate(true)), []);
    register.email = "juergen@bücher.example".to_owned();
    assert_eq!(told(register.validate(false)), [], "a domain needs no SMTPUTF8");
}

#[test]
fn a_change_must_name_something() {
    assert_eq!(told(ChangeProfile::default().validate()), at("", &["empty"]));
    let mut removes_the_phone = ChangeProfile { phone: Some(None), ..ChangeProfile::default() };
    assert_eq!(told(removes_the_phone.validate()), []);
}

#[test]
fn passwords_and_tokens_are_never_printed() {
    let printed = format!("{:?}", a_registration());
    assert!(!printed.contains("only checked"), "{printed}");
}
