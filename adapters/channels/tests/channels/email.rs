//! What a mail says of itself, and how connections are used.

use std::time::Duration;

use eop_contract::fixture::an_outgoing;
use eop_core::notification::port::{NotificationChannel, SendOutcome};
use mail_parser::MessageParser;

use crate::fixture::{channel, config, limits};
use crate::smtp_server::{Reply, SmtpServer};

fn text(body: &[u8]) -> String {
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn a_mail_says_what_it_is_and_whom_it_is_from() {
    let server = SmtpServer::start().await;
    let message = an_outgoing(7);
    let outcome = channel(config(&server.url())).send(&message).await;
    let accepted = SendOutcome::Accepted {
        reference: Some("2.0.0 Queued as 4711".to_owned()),
        code: Some("250".to_owned()),
    };
    assert_eq!(outcome, accepted);

    let taken = &server.taken()[0];
    assert_eq!(taken.from, "orders@shop.example.test");
    let mail = MessageParser::default().parse(&taken.body).unwrap();
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Order desk"), Some("orders@shop.example.test")));
    let to = mail.to().unwrap().first().unwrap();
    assert_eq!(to.name(), Some(message.recipient.name.as_str()));
    assert_eq!(to.address(), Some(message.recipient.email.as_str()));
    assert_eq!(mail.message_id(), Some(format!("{}@shop.example.test", message.delivery).as_str()));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2026-01-31T10:05:00Z");
    assert_eq!(mail.subject(), Some(message.content.subject.as_str()));

    let head = text(&taken.body).split("\r\n\r\n").next().unwrap().to_owned();
    for line in ["Auto-Submitted: auto-generated", "X-Eop-Kind: order.shipped", "MIME-Version: 1.0"] {
        assert!(head.lines().any(|header| header == line), "{line} in {head}");
    }
    assert!(head.contains("Content-Type: multipart/alternative"), "{head}");
    assert!(taken.body.is_ascii() && taken.body.split(|byte| *byte == b'\n').all(|line| line.len() < 1000));
}

#[tokio::test]
async fn nothing_that_people_typed_becomes_a_header() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    let attacks = [
        "Eve\r\nBcc: victim@example.test",
        "Eve\nBcc: victim@example.test",
        "Eve\rBcc: victim@example.test",
        "Eve\r\n\r\nBcc: victim@example.test",
        "Eve\" <victim@example.test>, \"X",
        "Eve, victim@example.test",
        "=?utf-8?q?Eve=0D=0ABcc:_victim@example.test?=",
        "Eve\u{2028}Bcc: victim@example.test\u{85}\u{0}\u{7f}",
    ];
    for attack in attacks {
        let mut message = an_outgoing(1);
        attack.clone_into(&mut message.recipient.name);
        attack.clone_into(&mut message.content.subject);
        let outcome = channel.send(&message).await;
        assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{attack:?}: {outcome:?}");
        let taken = server.taken().pop().unwrap();
        let mail = MessageParser::default().parse(&taken.body).unwrap();
        let names: Vec<&str> = mail.headers_raw().map(|(name, _)| name).collect();
        for name in &names {
            assert!(
                ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Eop-Kind"]
                    .contains(name)
                    || ["MIME-Version", "Content-Type"].contains(name),
                "{attack:?} made the header {name}"
            );
        }
        assert!(mail.bcc().is_none() && names.iter().filter(|name| **name == "To").count() == 1);
        let addresses: Vec<_> = mail.to().unwrap().iter().filter_map(|to| to.address()).collect();
        assert_eq!(addresses, [message.recipient.email.as_str()], "{attack:?}");
        assert_eq!(taken.to, message.recipient.email.as_str());
    }
    let recipients = server.heard().iter().filter(|line| line.starts_with("RCPT")).count();
    assert_eq!(recipients, attacks.len());
}

#[tokio::test]
async fn dots_long_lines_and_every_letter_survive_the_way() {
    let server = SmtpServer::start().await;
    let mut message = an_outgoing(1);
    message.content.text = format!("one\n.\n..two\n.three\n{}\nEnde – שלום 🚚\n", "long ".repeat(1000));
    message.content.html = format!("<p>\n.\n</p>{}", "<i>é</i>".repeat(2000));
    message.content.subject = "Ünïcödé ".repeat(40).trim().to_owned();
    channel(config(&server.url())).send(&message).await;
    let taken = &server.taken()[0];
    let mail = MessageParser::default().parse(&taken.body).unwrap();
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n").trim(), message.content.text.trim());
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n").trim(), message.content.html.trim());
    assert_eq!(mail.subject(), Some(message.content.subject.as_str()));
}

#[tokio::test]
async fn a_domain_in_other_letters_is_sent_in_ascii_and_a_local_part_needs_a_server_that_takes_it() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    let mut message = an_outgoing(1);
    message.recipient.email = "zoe@bücher.example".parse().unwrap();
    channel.send(&message).await;
    assert_eq!(server.taken()[0].to, "zoe@xn--bcher-kva.example");

    message.recipient.email = "zoë@example.com".parse().unwrap();
    let outcome = channel.send(&message).await;
    assert!(
        matches!(&outcome, SendOutcome::Permanent { detail, .. } if detail.contains("ASCII")),
        "{outcome:?}"
    );

    server.at("EHLO", Reply::Say("250-test\r\n250-8BITMIME\r\n250 SMTPUTF8"));
    let outcome = self::channel(config(&server.url())).send(&message).await;
    assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{outcome:?}");
    assert!(server.heard().iter().any(|line| line.starts_with("MAIL") && line.contains("SMTPUTF8")));
}

#[tokio::test]
async fn a_connection_is_used_for_one_mail_after_another() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    assert!(channel.is_available().await);
    for number in 1..=5 {
        channel.send(&an_outgoing(number)).await;
        assert!(channel.is_available().await);
    }
    assert_eq!((server.taken().len(), server.connections()), (5, 1));
}

#[tokio::test]
async fn a_refused_mail_does_not_spoil_the_connection_for_the_next() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    for step in ["MAIL", "RCPT", "DATA", "."] {
        server.at(step, Reply::Say("550 5.7.1 Not that one"));
        let outcome = channel.send(&an_outgoing(1)).await;
        assert!(matches!(outcome, SendOutcome::Permanent { .. }), "{step}: {outcome:?}");
        server.recover();
        let outcome = channel.send(&an_outgoing(2)).await;
        assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{step}: {outcome:?}");
    }
    assert_eq!((server.taken().len(), server.connections()), (4, 1));
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced_unnoticed() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    channel.send(&an_outgoing(1)).await;
    for (number, step) in [(2, "MAIL"), (3, "RCPT"), (4, "DATA")] {
        server.at(step, Reply::HangUpOnce);
        let outcome = channel.send(&an_outgoing(number)).await;
        assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{step}: {outcome:?}");
    }
    assert_eq!((server.taken().len(), server.connections()), (4, 4));

    server.at("NOOP", Reply::HangUpOnce);
    assert!(channel.is_available().await, "a new connection answers");
    server.at("MAIL", Reply::HangUp);
    let outcome = channel.send(&an_outgoing(5)).await;
    assert!(matches!(outcome, SendOutcome::Temporary { .. }), "the new one fails too: {outcome:?}");
}

#[tokio::test]
async fn a_mail_that_may_have_gone_over_is_not_sent_again_on_another_connection() {
    let server = SmtpServer::start().await;
    let channel = channel(config(&server.url()));
    channel.send(&an_outgoing(1)).await;
    server.at(".", Reply::HangUpOnce);
    let outcome = channel.send(&an_outgoing(2)).await;
    assert!(matches!(outcome, SendOutcome::Unknown { .. }), "{outcome:?}");
    assert_eq!((server.taken().len(), server.connections()), (2, 1));
}

#[tokio::test]
async fn a_connection_that_was_not_used_for_long_is_closed() {
    let server = SmtpServer::start().await;
    let idle = Duration::from_millis(20);
    let channel = channel(config(&server.url()).limited(eop_channels::SmtpLimits { idle, ..limits() }));
    channel.send(&an_outgoing(1)).await;
    tokio::time::sleep(idle * 2).await;
    channel.send(&an_outgoing(2)).await;
    assert_eq!((server.taken().len(), server.connections()), (2, 2));
}

#[tokio::test]
async fn asking_whether_the_server_is_there_waits_for_no_mail_and_holds_none_up() {
    let server = SmtpServer::start().await;
    let limits = eop_channels::SmtpLimits { connections: 1, ..limits() };
    let channel = std::sync::Arc::new(channel(config(&server.url()).limited(limits)));
    channel.send(&an_outgoing(1)).await;
    server.at(".", Reply::Silence);
    let mut busy = tokio::task::JoinSet::new();
    let sending = std::sync::Arc::clone(&channel);
    busy.spawn(async move { sending.send(&an_outgoing(2)).await });
    while server.heard().iter().filter(|line| line.starts_with("DATA")).count() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let asked = tokio::time::timeout(Duration::from_millis(50), channel.is_available());
    assert!(asked.await.expect("it waits for nobody"));
}

#[tokio::test]
async fn no_more_connections_are_opened_than_allowed() {
    let server = SmtpServer::start().await;
    let limits = eop_channels::SmtpLimits { connections: 2, ..limits() };
    let channel = std::sync::Arc::new(channel(config(&server.url()).limited(limits)));
    let mut tasks = tokio::task::JoinSet::new();
    for number in 1..=20 {
        let channel = std::sync::Arc::clone(&channel);
        tasks.spawn(async move { channel.send(&an_outgoing(number)).await });
    }
    let outcomes = tasks.join_all().await;
    assert!(outcomes.iter().all(|outcome| matches!(outcome, SendOutcome::Accepted { .. })), "{outcomes:?}");
    assert_eq!(server.taken().len(), 20);
    assert!(server.connections() <= 2, "{} connections", server.connections());
}
