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
    for one in [a_registration(), full] {
        assert_eq!(one.validate().map(String::from), Ok("alice@example.com".to_owned()));
    }
}

#[rstest]
#[case::empty("", &["length"])]
#[case::too_long(&"ü".repeat(201), &["length"])]
#[case::as_long_as_can_be(&"ü".repeat(200), &[])]
#[case::blank("   ", &["blank"])]
#[case::two_lines("Alice\r\nBcc: eve", &["characters"])]
#[case::nul("Alice\0", &["characters"])]
fn names_are_refused(#[case] text: &str, #[case] codes: &[&'static str]) {
    let name = text.to_owned();
    assert_eq!(told(Register { name: name.clone(), ..a_registration() }.validate()), at("/name", codes));
    let change = ChangeProfile { name: Some(name), ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/name", codes));
}

#[rstest]
#[case("en", true)]
#[case("de-AT", true)]
#[case("zh-Hant-TW", true)]
#[case("gsw", true)]
#[case("", false)]
#[case("e", false)]
#[case("EN", false)]
#[case("english", false)]
#[case("de_AT", false)]
#[case("de-", false)]
#[case("de-A", false)]
#[case("de-abcdefghi", false)]
#[case("../../etc", false)]
#[case("de-abcdefgh-abcdefgh-abcdefgh-abcdefgh", false)]
fn locales_are_language_tags(#[case] tag: &str, #[case] good: bool) {
    let codes: &[&str] = if good { &[] } else { &["locale"] };
    let locale = Some(tag.to_owned());
    assert_eq!(
        told(Register { locale: locale.clone(), ..a_registration() }.validate()),
        at("/locale", codes)
    );
    let change = ChangeProfile { locale, ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/locale", codes));
}

#[rstest]
#[case("UTC", true)]
#[case("Europe/Berlin", true)]
#[case("America/Argentina/Buenos_Aires", true)]
#[case("Etc/GMT+12", true)]
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
    let register = Register { time_zone: time_zone.clone(), ..a_registration() };
    assert_eq!(told(register.validate()), at("/time_zone", codes));
    let change = ChangeProfile { time_zone, ..ChangeProfile::default() };
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
    let change = ChangeProfile { phone: Some(Some(number.to_owned())), ..ChangeProfile::default() };
    assert_eq!(told(change.validate()), at("/phone", codes));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let register = Register {
        name: String::new(),
        email: "nobody".to_owned(),
        locale: Some("?".to_owned()),
        time_zone: Some("?".to_owned()),
        ..a_registration()
    };
    let fields: Vec<_> = told(register.validate()).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["/name", "/email", "/locale", "/time_zone"]);
}

#[test]
fn a_change_must_name_something() {
    assert_eq!(told(ChangeProfile::default().validate()), at("", &["empty"]));
    let removes_the_phone = ChangeProfile { phone: Some(None), ..ChangeProfile::default() };
    assert_eq!(told(removes_the_phone.validate()), []);
}

#[test]
fn passwords_and_tokens_are_never_printed() {
    let printed = format!("{:?}", a_registration());
    assert!(!printed.contains("only checked"), "{printed}");
}
