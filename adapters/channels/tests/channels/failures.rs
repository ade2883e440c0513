//! What each failure at each step of the conversation means.

use std::time::{Duration, Instant};

use eop_contract::fixture::an_outgoing;
use eop_core::notification::port::{NotificationChannel, SendOutcome};

use crate::fixture::{channel, config, limits};
use crate::smtp_server::{Reply, SmtpServer};

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Temporary,
    Permanent,
    Unknown,
}

/// The kind and code of a failure.
fn verdict(outcome: &SendOutcome) -> (Kind, Option<&str>) {
    match outcome {
        SendOutcome::Temporary { code, detail, .. } => {
            assert!(!detail.is_empty());
            (Kind::Temporary, code.as_deref())
        }
        SendOutcome::Permanent { code, detail } => {
            assert!(!detail.is_empty());
            (Kind::Permanent, code.as_deref())
        }
        SendOutcome::Unknown { detail } => {
            assert!(!detail.is_empty());
            (Kind::Unknown, None)
        }
        SendOutcome::Accepted { .. } => panic!("it was accepted: {outcome:?}"),
    }
}

async fn outcome_when(step: &'static str, reply: Reply) -> SendOutcome {
    let server = SmtpServer::start().await;
    server.at(step, reply);
    let url = server.url().replace("smtp://", "smtp://shop:hunter2secret@");
    let outcome = channel(config(&url)).send(&an_outgoing(1)).await;
    assert!(!format!("{outcome:?}").contains("hunter2secret"));
    outcome
}

#[tokio::test]
async fn a_refusal_is_temporary_or_permanent_by_its_code_and_by_what_it_is_about() {
    use Kind::{Permanent, Temporary};
    let (later, never) = ("451 4.3.0 Later", "554 5.7.1 Never");
    for (step, reply, expected) in [
        // The server refuses us, not this mail.
        ("CONNECT", later, (Temporary, "451")),
        ("CONNECT", never, (Temporary, "554")),
        ("EHLO", later, (Temporary, "451")),
        ("EHLO", never, (Temporary, "554")),
        ("AUTH", "535 5.7.8 Wrong password", (Temporary, "535")),
        ("AUTH", "454 4.7.0 Not now", (Temporary, "454")),
        ("MAIL", "530 5.7.0 Authentication required", (Temporary, "530")),
        // It refuses this mail.
        ("MAIL", later, (Temporary, "451")),
        ("MAIL", never, (Permanent, "554")),
        ("RCPT", "450 4.2.1 Greylisted", (Temporary, "450")),
        ("RCPT", "550 5.1.1 No such mailbox", (Permanent, "550")),
        ("DATA", later, (Temporary, "451")),
        ("DATA", never, (Permanent, "554")),
        (".", later, (Temporary, "451")),
        (".", "552 5.3.4 Too large", (Permanent, "552")),
        (".", "421 4.3.2 Shutting down", (Temporary, "421")),
    ] {
        let outcome = outcome_when(step, Reply::Say(reply)).await;
        assert_eq!(verdict(&outcome), (expected.0, Some(expected.1)), "{step}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_rejected_login_says_what_to_check() {
    let outcome = outcome_when("AUTH", Reply::Say("535 5.7.8 Authentication failed")).await;
    match outcome {
        SendOutcome::Temporary { detail, .. } => {
            assert!(detail.contains("logging in") && detail.contains("Authentication failed"), "{detail}");
            assert!(detail.contains("check the user and password"), "{detail}");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_lost_connection_is_temporary_until_the_mail_goes_over_and_unknown_from_then_on() {
    for (step, expected) in [
        ("CONNECT", Kind::Temporary),
        ("EHLO", Kind::Temporary),
        ("AUTH", Kind::Temporary),
        ("MAIL", Kind::Temporary),
        ("RCPT", Kind::Temporary),
        ("DATA", Kind::Temporary),
        (".", Kind::Unknown),
    ] {
        let outcome = outcome_when(step, Reply::HangUp).await;
        assert_eq!(verdict(&outcome), (expected, None), "{step}: {outcome:?}");
    }
}

#[tokio::test]
async fn silence_is_temporary_until_the_mail_goes_over_and_unknown_from_then_on() {
    for (step, expected) in [
        ("CONNECT", Kind::Temporary),
        ("EHLO", Kind::Temporary),
        ("AUTH", Kind::Temporary),
        ("MAIL", Kind::Temporary),
        ("RCPT", Kind::Temporary),
        ("DATA", Kind::Temporary),
        (".", Kind::Unknown),
    ] {
        let begun = Instant::now();
        let outcome = outcome_when(step, Reply::Silence).await;
        assert_eq!(verdict(&outcome), (expected, None), "{step}: {outcome:?}");
        assert!(begun.elapsed() < limits().connect + Duration::from_secs(8), "{step} ends by itself");
    }
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_like_a_lost_connection() {
    for (step, expected) in [("CONNECT", Kind::Temporary), ("RCPT", Kind::Temporary), (".", Kind::Unknown)] {
        let outcome = outcome_when(step, Reply::Say("what?")).await;
        assert_eq!(verdict(&outcome), (expected, None), "{step}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_server_that_does_not_exist_is_a_temporary_failure() {
    let server = SmtpServer::start().await;
    let closed = server.url();
    server.stop().await;
    for url in [closed.as_str(), "smtp://no-such-host.invalid:25?tls=none"] {
        let channel = channel(config(url));
        let outcome = channel.send(&an_outgoing(1)).await;
        assert_eq!(verdict(&outcome), (Kind::Temporary, None), "{outcome:?}");
        assert!(!channel.is_available().await);
    }
}

#[tokio::test]
async fn waiting_for_a_free_connection_ends() {
    let server = SmtpServer::start().await;
    server.at(".", Reply::Silence);
    let limits = eop_channels::SmtpLimits {
        connections: 1,
        connect: Duration::from_millis(100),
        data: Duration::from_secs(2),
        ..limits()
    };
    let channel = channel(config(&server.url()).limited(limits));
    let (first, second) = (an_outgoing(1), an_outgoing(2));
    let outcomes = tokio::join!(channel.send(&first), channel.send(&second));
    assert_eq!(verdict(&outcomes.0), (Kind::Unknown, None));
    assert_eq!(verdict(&outcomes.1), (Kind::Temporary, None));
}

#[tokio::test]
async fn an_answer_of_any_length_is_kept_short() {
    let line = |mark: char| format!("550{mark}5.1.1 {}", "x".repeat(480));
    let long: &'static str = Box::leak([line('-'), line(' ')].join("\r\n").into_boxed_str());
    match outcome_when("RCPT", Reply::Say(long)).await {
        SendOutcome::Permanent { detail, .. } => assert_eq!(detail.chars().count(), 500),
        other => panic!("{other:?}"),
    }
}
