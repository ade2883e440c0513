//! Which addresses are one, which are none, and what becomes of those that were taken before.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn parsed(text: &str) -> Result<String, InvalidEmail> {
    text.parse::<Email>().map(String::from)
}

#[rstest]
#[case::case_and_blanks(&["Alice@Example.com", " alice@example.COM ", "ALICE@EXAMPLE.COM"], "alice@example.com")]
#[case::two_writings_of_a_domain(
    &["x@bücher.example", "x@BÜCHER.example", "x@bu\u{308}cher.example", "x@xn--bcher-kva.example", "x@XN--BCHER-KVA.example"],
    "x@xn--bcher-kva.example"
)]
#[case::full_width(&["a@ｅｘ.test", "ａ@ex.test", "a@ex。test", "a@ex．test"], "a@ex.test")]
#[case::an_accent(&["jürgen@example.com", "ju\u{308}rgen@example.com", "JÜRGEN@example.com"], "jürgen@example.com")]
#[case::sharp_s_is_not_ss(&["x@straße.example"], "x@xn--strae-oqa.example")]
#[case::thai(&["x@ไทย.example"], "x@xn--o3cw4h.example")]
#[case::devanagari(&["x@भारत.example"], "x@xn--h2brj9c.example")]
#[case::tamil(&["x@இந்தியா.example"], "x@xn--xkc2dl3a5ee0h.example")]
#[case::a_tagged_address(&["o'brien+shop@example.com"], "o'brien+shop@example.com")]
#[case::a_hyphen_within(&["a@my-shop.co.uk"], "a@my-shop.co.uk")]
#[case::a_top_level_domain_with_digits(&["a@example.xn--p1ai", "a@example.рф"], "a@example.xn--p1ai")]
fn spellings_of_one_mailbox_are_equal(#[case] spellings: &[&str], #[case] one: &str) {
    for spelling in spellings {
        assert_eq!(parsed(spelling).as_deref(), Ok(one), "{spelling}");
    }
}

#[rstest]
#[case("", InvalidEmail::Shape)]
#[case("@", InvalidEmail::Shape)]
#[case("a@", InvalidEmail::Shape)]
#[case("@b.c", InvalidEmail::Shape)]
#[case("a@b", InvalidEmail::Domain)]
#[case("a b@c.de", InvalidEmail::Shape)]
#[case("a@b..c", InvalidEmail::Domain)]
#[case("a@b.c.", InvalidEmail::Domain)]
#[case(".a@b.c", InvalidEmail::Shape)]
#[case("a..b@b.c", InvalidEmail::Shape)]
#[case("a@-b.c", InvalidEmail::Domain)]
#[case("a@b-.c", InvalidEmail::Domain)]
#[case("a@b_c.de", InvalidEmail::Domain)]
#[case("a@b@c.de", InvalidEmail::Shape)]
#[case("a＠b@c.de", InvalidEmail::Shape)]
#[case("a\n@b.c", InvalidEmail::Shape)]
#[case("a@b.c\r\nBcc: x@y.z", InvalidEmail::Shape)]
#[case("<a@b.c", InvalidEmail::Local)]
#[case("\"a\"@b.c", InvalidEmail::Local)]
#[case::a_network_address("a@127.0.0.1", InvalidEmail::Numeric)]
#[case::another_writing_of_it("a@0x7f.1", InvalidEmail::Numeric)]
#[case::hexadecimal_at_the_end("a@foo.0x7f", InvalidEmail::Numeric)]
#[case::an_empty_hexadecimal("a@foo.0x", InvalidEmail::Numeric)]
#[case::a_numeric_domain("a@foo.123", InvalidEmail::Numeric)]
#[case::digits_of_another_width("a@foo.１２３", InvalidEmail::Numeric)]
#[case::in_brackets("a@[127.0.0.1]", InvalidEmail::Domain)]
#[case::broken_punycode("a@xn--zzzzzzzzzz--.example", InvalidEmail::Domain)]
#[case::punycode_of_nothing("a@xn--.example", InvalidEmail::Domain)]
#[case::punycode_of_ascii("a@xn--abc-.example", InvalidEmail::Domain)]
#[case::unseen_in_the_local_part("a\u{200b}b@example.com", InvalidEmail::Local)]
#[case::joined("a\u{200d}b@example.com", InvalidEmail::Local)]
#[case::turned("a\u{202e}b@example.com", InvalidEmail::Local)]
#[case::private_use("a\u{e000}@example.com", InvalidEmail::Local)]
#[case::unassigned("a\u{378}@example.com", InvalidEmail::Local)]
#[case::a_ligature("ﬁn@example.com", InvalidEmail::Local)]
#[case::unseen_in_the_domain("a@exa\u{200d}mple.com", InvalidEmail::Domain)]
fn what_is_not_an_address_is_refused(#[case] text: &str, #[case] why: InvalidEmail) {
    assert_eq!(parsed(text), Err(why), "{text:?}");
}

#[test]
fn lengths_are_those_of_smtp() {
    assert!(parsed(&format!("{}@example.com", "x".repeat(64))).is_ok());
    assert_eq!(parsed(&format!("{}@example.com", "x".repeat(65))), Err(InvalidEmail::Length));
    assert_eq!(parsed(&format!("{}@example.com", "ü".repeat(33))), Err(InvalidEmail::Length));
    assert_eq!(parsed(&format!("a@{}.com", "x".repeat(64))), Err(InvalidEmail::Domain));
    let label = "d".repeat(62);
    let domain = format!("{label}.{label}.{label}");
    let longest = format!("{}@{domain}.de", "x".repeat(254 - 1 - domain.len() - 3));
    assert_eq!((longest.len(), parsed(&longest).is_ok()), (254, true));
    assert_eq!(parsed(&format!("x{longest}")), Err(InvalidEmail::Length));
}

#[test]
fn people_see_unicode_and_mail_servers_get_ascii() {
    let email: Email = "Jürgen@Bücher.example".parse().unwrap();
    assert_eq!(email.to_string(), "jürgen@bücher.example");
    assert_eq!(email.as_str(), "jürgen@xn--bcher-kva.example");
    assert_eq!(email.mailbox(), Ok(("jürgen".to_owned(), "xn--bcher-kva.example".to_owned())));
    assert!(email.needs_smtputf8());
    assert!(!"info@bücher.example".parse::<Email>().unwrap().needs_smtputf8());
    assert_eq!(email.spellings(), ["jürgen@xn--bcher-kva.example", "jürgen@bücher.example"]);
    assert_eq!("a@example.com".parse::<Email>().unwrap().spellings(), ["a@example.com"]);
}

#[test]
fn what_was_taken_before_stays_what_it_was() {
    for text in ["x@bücher.example", "a@foo.123", "a@0x7f.1", "a\u{200b}@example.com", "nonsense"] {
        let kept: Email = serde_json::from_value(text.into()).unwrap();
        assert_eq!((kept.as_str(), serde_json::to_value(&kept).unwrap()), (text, text.into()));
    }
    assert_eq!(
        Email::kept("x@bücher.example".to_owned()).mailbox().map(|(_, domain)| domain).as_deref(),
        Ok("xn--bcher-kva.example")
    );
    assert_eq!(Email::kept("a@0x7f.1".to_owned()).mailbox(), Err(InvalidEmail::Numeric));
    assert_eq!(Email::formerly(" A@Bu\u{308}cher.example ").as_str(), "a@bücher.example");
}

#[test]
fn the_local_part_stays_out_of_logs() {
    let email: Email = "alice@example.com".parse().unwrap();
    assert_eq!(format!("{email:?}"), "Email(…@example.com)");
}

#[test]
fn an_address_keeps_its_form_when_it_is_read_again() {
    // Every character that changes its case, width or composition.
    let changing = ('\0'..=char::MAX)
        .filter(|c| c.to_lowercase().ne([*c]) || [*c].into_iter().nfkc().ne([*c]))
        .flat_map(|c| [format!("{c}x@example.com"), format!("x@a{c}x.example")]);
    for first in changing.filter_map(|text| text.parse::<Email>().ok()) {
        assert_eq!(first.as_str().parse::<Email>().as_ref(), Ok(&first));
        assert_eq!(first.to_string().parse::<Email>().as_ref(), Ok(&first));
    }
}

proptest! {
    #[test]
    fn whatever_is_taken_is_canonical(text in "\\PC{1,12}@\\PC{1,12}\\.(test|example|भारत)") {
        if let Ok(email) = text.parse::<Email>() {
            prop_assert_eq!(email.as_str().parse::<Email>(), Ok(email.clone()));
            prop_assert_eq!(email.to_string().parse::<Email>(), Ok(email.clone()));
            let (_, domain) = email.mailbox().unwrap();
            prop_assert!(domain.is_ascii());
        }
    }
}
