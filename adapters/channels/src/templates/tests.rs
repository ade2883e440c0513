use serde_json::json;

use super::*;

/// A name that would be markup, if it were not escaped.
const NAME: &str = "Alice <script>alert(1)</script> & \"Co\"";

fn templates() -> FileTemplates {
    FileTemplates::new().unwrap()
}

/// What core gives for this kind, with everything present.
fn sample(kind: Kind) -> Json {
    let mut variables = json!({ "recipient": { "name": NAME, "locale": "de-DE", "time_zone": "Europe/Berlin" }, "public_url": "https://shop.example.test" });
    let more = match kind {
        Kind::AccountVerify | Kind::AccountReset | Kind::AccountExists => json!({
            "link": "https://shop.example.test/verify-email?token=t0-_k3n&x=1",
            "token": "t0-_k3n",
            "expires_at": "2026-01-31T10:05:00+00:00",
        }),
        Kind::AccountNewLogin | Kind::AccountTokenReused => {
            json!({ "device": "curl/8 <b>", "ip": "203.0.113.7", "at": "2026-01-31T10:05:00.123456+00:00" })
        }
        Kind::AccountPasswordChanged | Kind::AccountLocked => json!({ "at": "2026-01-31T10:05:00Z" }),
        Kind::AccountRolesChanged => {
            json!({ "roles": ["customer", "approver"], "at": "2026-01-31T10:05:00Z" })
        }
        Kind::OrderCreated
        | Kind::OrderAwaitingApproval
        | Kind::OrderApproved
        | Kind::OrderRejected
        | Kind::OrderCancelled
        | Kind::OrderShipped
        | Kind::OrderDelivered => json!({ "order": {
            "id": "0198f000-0000-7000-8000-000000000001",
            "number": "ORD-2026-000123",
            "status": "APPROVED",
            "total": "59.97 EUR",
            "lines": [
                { "name": "Tea <i>green</i>", "sku": "tea-1", "quantity": 3, "unit_price": "19.99 EUR", "total": "59.97 EUR" },
            ],
            "reason": "out_of_stock",
            "shipment": { "carrier": "DHL", "tracking_number": "JD0123" },
            "customer": NAME,
        }}),
    };
    variables.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    variables
}

/// Every place of a JSON value where an object has a member.
fn members(value: &Json, at: &str, found: &mut Vec<String>) {
    match value {
        Json::Object(object) => {
            for (name, member) in object {
                let pointer = format!("{at}/{name}");
                members(member, &pointer, found);
                found.push(pointer);
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                members(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn without(value: &Json, pointer: &str) -> Json {
    let mut value = value.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    value.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
    value
}

#[test]
fn every_kind_is_rendered_on_every_channel() {
    for kind in Kind::ALL {
        for channel in Channel::ALL {
            let rendered = templates().render(*kind, *channel, "en", &sample(*kind)).unwrap();
            assert!(!rendered.subject.is_empty() && !rendered.subject.contains('\n'), "{kind} {channel}");
            let page = rendered.html.rsplit("</style>").next().unwrap();
            for part in [rendered.text.as_str(), page] {
                assert!(part.len() > 40, "{kind} {channel}: {part}");
                for leftover in ["{{", "{%", "none", "undefined", "[]", "\n\n\n"] {
                    assert!(!part.contains(leftover), "{kind} {channel} shows {leftover:?}: {part}");
                }
            }
        }
    }
}

#[test]
fn markup_in_what_people_typed_is_escaped_in_html() {
    for kind in Kind::ALL {
        for channel in Channel::ALL {
            let rendered = templates().render(*kind, *channel, "en", &sample(*kind)).unwrap();
            for markup in ["<script>", "<i>", "<b>", "\"Co\""] {
                assert!(!rendered.html.contains(markup), "{kind} {channel}: {}", rendered.html);
            }
            let is_mail = *channel == Channel::Email;
            assert_eq!(rendered.html.contains("Alice &lt;script&gt;"), is_mail || mentions_customer(*kind));
            assert_eq!(rendered.text.contains(NAME), is_mail || mentions_customer(*kind));
        }
    }
}

fn mentions_customer(kind: Kind) -> bool {
    kind == Kind::OrderAwaitingApproval
}

#[test]
fn a_missing_variable_is_an_error_and_the_error_shows_no_values() {
    // Given to every order template, or there for other channels: not each template has a use for it.
    let unused = [
        "status",
        "id",
        "reason",
        "shipment",
        "carrier",
        "tracking_number",
        "customer",
        "at",
        "locale",
        "time_zone",
    ];
    for kind in Kind::ALL {
        let complete = sample(*kind);
        let mut pointers = Vec::new();
        members(&complete, "", &mut pointers);
        let mut refused = 0;
        for pointer in &pointers {
            let outcome = templates().render(*kind, Channel::Email, "en", &without(&complete, pointer));
            let name = pointer.rsplit('/').next().unwrap();
            match outcome {
                Err(fault) => {
                    refused += 1;
                    assert!(!fault.to_string().contains("t0-_k3n"), "{fault}");
                    assert!(fault.reason.contains(".j2:"), "the place is named: {fault}");
                }
                Ok(_) => assert!(unused.contains(&name), "{kind} does without {pointer}"),
            }
        }
        assert!(refused >= 3, "{kind} needs variables");
    }
}

#[test]
fn each_order_template_needs_what_it_is_about() {
    for (kind, pointer) in [
        (Kind::OrderCreated, "/order/id"),
        (Kind::OrderRejected, "/order/reason"),
        (Kind::OrderCancelled, "/order/reason"),
        (Kind::OrderShipped, "/order/shipment"),
        (Kind::OrderShipped, "/order/shipment/tracking_number"),
        (Kind::OrderAwaitingApproval, "/order/customer"),
        (Kind::AccountPasswordChanged, "/at"),
        (Kind::AccountNewLogin, "/ip"),
    ] {
        let missing = without(&sample(kind), pointer);
        assert!(templates().render(kind, Channel::Email, "en", &missing).is_err(), "{kind} {pointer}");
    }
}

#[test]
fn what_may_be_absent_is_left_out() {
    for (kind, pointer, words) in [
        (Kind::OrderRejected, "/order/reason", "Reason"),
        (Kind::OrderCancelled, "/order/reason", "Reason"),
        (Kind::OrderShipped, "/order/shipment", "Carrier"),
        (Kind::OrderShipped, "/order/shipment/tracking_number", "Tracking"),
    ] {
        let complete = sample(kind);
        let mut absent = complete.clone();
        *absent.pointer_mut(pointer).unwrap() = Json::Null;
        let (with, without) = (
            templates().render(kind, Channel::Email, "en", &complete).unwrap(),
            templates().render(kind, Channel::Email, "en", &absent).unwrap(),
        );
        assert!(with.text.contains(words) && with.html.contains(words), "{kind}");
        assert!(!without.text.contains(words) && !without.html.contains(words), "{kind}");
    }
    for pointer in ["/device", "/ip"] {
        let mut absent = sample(Kind::AccountNewLogin);
        *absent.pointer_mut(pointer).unwrap() = Json::Null;
        let rendered = templates().render(Kind::AccountNewLogin, Channel::Email, "en", &absent).unwrap();
        assert!(rendered.text.contains("not known"), "{}", rendered.text);
    }
}

#[test]
fn a_mail_reads_like_this() {
    let rendered = templates().render(Kind::OrderShipped, Channel::Email, "en", &sample(Kind::OrderShipped));
    let text = "\
Hello Alice <script>alert(1)</script> & \"Co\",

Your order ORD-2026-000123 left our warehouse.

Carrier: DHL
Tracking number: JD0123

3 x Tea <i>green</i> (tea-1) at 19.99 EUR: 59.97 EUR
Total: 59.97 EUR

https://shop.example.test/orders/0198f000-0000-7000-8000-000000000001

-- 
You get this mail because you have an account at https://shop.example.test
";
    let rendered = rendered.unwrap();
    assert_eq!(rendered.subject, "Your order ORD-2026-000123 is on its way");
    assert_eq!(rendered.text, text);
    assert!(rendered.html.starts_with("<!doctype html>") && rendered.html.ends_with("</html>\n"));
}

#[test]
fn a_notice_in_the_product_is_short() {
    let kind = Kind::OrderShipped;
    let rendered = templates().render(kind, Channel::InApp, "en", &sample(kind)).unwrap();
    let text = "Your order ORD-2026-000123 left our warehouse.\n\nCarrier: DHL\nTracking number: JD0123\n";
    assert_eq!(rendered.text, text);
}

#[test]
fn a_link_and_its_token_are_in_text_and_html() {
    for kind in [Kind::AccountVerify, Kind::AccountReset, Kind::AccountExists] {
        let rendered = templates().render(kind, Channel::Email, "en", &sample(kind)).unwrap();
        assert!(rendered.text.contains("\nhttps://shop.example.test/verify-email?token=t0-_k3n&x=1\n"));
        assert!(rendered.text.contains("\nt0-_k3n\n") && rendered.html.contains("<code>t0-_k3n</code>"));
        assert!(rendered.text.contains("31.01.2026, 11:05 CET"));
        assert!(rendered.html.contains("token=t0-_k3n&amp;x=1\""), "{}", rendered.html);
    }
}

/// A stranger registers an address as "your prize waits at https://…".
#[test]
fn a_greeting_without_a_name_has_none() {
    let mut variables = sample(Kind::AccountVerify);
    variables["recipient"]["name"] = Json::Null;
    let rendered = templates().render(Kind::AccountVerify, Channel::Email, "en", &variables).unwrap();
    assert!(rendered.text.starts_with("Hello,\n"), "{}", rendered.text);
    assert!(rendered.html.contains("<p>Hello,</p>"), "{}", rendered.html);
    for kind in Kind::ALL.iter().filter(|kind| kind.has_link()) {
        let named = templates().render(*kind, Channel::Email, "en", &sample(*kind)).unwrap();
        assert!(named.text.starts_with(&format!("Hello {NAME},\n")), "{}", named.text);
    }
}

#[test]
fn a_subject_is_one_line_whatever_is_in_it() {
    let mut variables = sample(Kind::OrderCreated);
    variables["order"]["number"] = json!("1\r\nBcc: x@example.com\u{0}");
    let rendered = templates().render(Kind::OrderCreated, Channel::Email, "en", &variables).unwrap();
    assert_eq!(rendered.subject, "We have your order 1 Bcc: x@example.com");
}

#[test]
fn a_time_that_is_none_and_variables_that_are_no_object_are_refused() {
    let mut variables = sample(Kind::AccountLocked);
    variables["at"] = json!("yesterday");
    assert!(templates().render(Kind::AccountLocked, Channel::Email, "en", &variables).is_err());
    for variables in [Json::Null, json!([]), json!("x")] {
        assert!(templates().render(Kind::AccountLocked, Channel::Email, "en", &variables).is_err());
    }
}

#[test]
fn a_locale_falls_back_to_its_language_and_then_to_english() {
    let german = [
        ("de/_mail.txt.j2", "Hallo {{ recipient.name }}! {% block body %}{% endblock %}"),
        ("de/_mail.html.j2", "<p>{% block body %}{% endblock %}</p>"),
        ("de/account.locked.subject.j2", "Konto gesperrt"),
        ("de/account.locked.txt.j2", "{% extends layout %}{% block body %}Gesperrt.{% endblock %}"),
        ("de/account.locked.html.j2", "{% extends layout %}{% block body %}Gesperrt.{% endblock %}"),
    ];
    let files: Vec<_> = files::FILES.iter().copied().chain(german).collect();
    let templates = FileTemplates::from_files(&files).unwrap();
    let subject = |kind: Kind, locale: &str| {
        templates.render(kind, Channel::Email, locale, &sample(kind)).unwrap().subject
    };
    for locale in ["de", "de-AT", "de_CH", "DE", "de-Latn-DE-1996"] {
        assert_eq!(subject(Kind::AccountLocked, locale), "Konto gesperrt", "{locale}");
        assert_eq!(subject(Kind::AccountReset, locale), "Choose a new password", "{locale}");
    }
    for locale in ["en", "en-GB", "fr", "", "-", "../en", "deutsch"] {
        assert_eq!(subject(Kind::AccountLocked, locale), "Your account was locked", "{locale}");
    }
}

#[test]
fn a_template_that_is_not_well_formed_is_refused_at_the_start() {
    let fault = FileTemplates::from_files(&[("en/x.txt.j2", "{{ unclosed")]).unwrap_err();
    assert!(fault.reason.contains("en/x.txt.j2:1"), "{fault}");
}
