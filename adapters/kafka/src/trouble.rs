//! What is wrong with the connection to the cluster, in one line, said once.
//!
//! The library says the same for each of its clients, for each broker and for each try, in words of its own, and of a
//! certificate that it refuses it does not say why. Here a kind of trouble is said once, as what it is and what to do; and
//! it is kept for who asks how the broker is.

use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};

use crate::handshake;
use crate::security::KafkaTls;

/// Trouble that goes on is said again after this long.
const SAY_EVERY: Duration = Duration::from_mins(10);

/// What kind of trouble it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The broker does not accept who this process says it is.
    Refused,
    /// The broker's certificate is not accepted, or ours is not.
    Certificate,
    /// No broker can be reached.
    Unreachable,
    /// Anything else.
    Other,
}

#[derive(Debug)]
struct Said {
    kind: Kind,
    line: String,
    at: Instant,
}

/// What the clients of one cluster have trouble with.
#[derive(Debug, Default)]
pub(crate) struct Trouble(Mutex<Option<Said>>);

impl Trouble {
    /// A client complains.
    pub(crate) fn note(self: &Arc<Self>, error: &KafkaError, reason: &str, tls: Option<&KafkaTls>) {
        let kind = match error.rdkafka_error_code() {
            Some(RDKafkaErrorCode::Authentication | RDKafkaErrorCode::SaslAuthenticationFailed) => {
                Kind::Refused
            }
            Some(RDKafkaErrorCode::SSL) => Kind::Certificate,
            Some(
                RDKafkaErrorCode::BrokerTransportFailure
                | RDKafkaErrorCode::AllBrokersDown
                | RDKafkaErrorCode::Resolve
                | RDKafkaErrorCode::OperationTimedOut,
            ) => Kind::Unreachable,
            _ => Kind::Other,
        };
        if !self.is_news(kind) {
            tracing::debug!(%error, reason, "the Kafka client has trouble");
            return;
        }
        let line = match kind {
            Kind::Refused => format!(
                "the broker refuses to let this client in: check the name, the password and the mechanism \
                 (EOP_KAFKA_USERNAME, EOP_KAFKA_PASSWORD, EOP_KAFKA_SASL_MECHANISM); it says: {}",
                after_broker(reason)
            ),
            Kind::Certificate => return self.look_into(reason, tls),
            Kind::Unreachable => format!("no broker can be reached: {}", after_broker(reason)),
            Kind::Other => format!("{error}: {}", after_broker(reason)),
        };
        self.say(kind, line);
    }

    fn say(&self, kind: Kind, line: String) {
        match kind {
            Kind::Refused | Kind::Certificate => tracing::error!("Kafka: {line}"),
            Kind::Unreachable | Kind::Other => tracing::warn!("Kafka: {line}"),
        }
        *self.0.lock() = Some(Said { kind, line, at: Instant::now() });
    }

    /// Asks the broker why, on a thread of its own: the one that complains must not wait for a network.
    fn look_into(self: &Arc<Self>, reason: &str, tls: Option<&KafkaTls>) {
        let known = format!("no encrypted connection: {}", after_broker(reason));
        *self.0.lock() = Some(Said { kind: Kind::Certificate, line: known, at: Instant::now() });
        let (trouble, reason, tls) = (Arc::clone(self), reason.to_owned(), tls.cloned());
        std::thread::spawn(move || trouble.say(Kind::Certificate, certificate(&reason, tls.as_ref())));
    }

    /// Whether this kind is to be said. That no broker can be reached follows from being refused, so it is no news then.
    fn is_news(&self, kind: Kind) -> bool {
        match &*self.0.lock() {
            None => true,
            Some(said) if said.at.elapsed() >= SAY_EVERY => true,
            Some(said) => match said.kind {
                Kind::Refused | Kind::Certificate => false,
                Kind::Unreachable | Kind::Other => said.kind != kind && kind != Kind::Other,
            },
        }
    }

    /// A broker answered.
    pub(crate) fn is_over(&self) {
        if let Some(said) = self.0.lock().take() {
            tracing::info!(trouble = said.line, "Kafka answers again");
        }
    }

    /// What is wrong, as far as it is known.
    pub(crate) fn line(&self) -> Option<String> {
        self.0.lock().as_ref().map(|said| said.line.clone())
    }
}

/// Why a certificate was refused: the library does not say, so the broker is asked once more by a client that does.
fn certificate(reason: &str, tls: Option<&KafkaTls>) -> String {
    let broker = broker_of(reason).unwrap_or_default();
    let why = handshake::refusal(broker, tls).unwrap_or_else(|| after_broker(reason).to_owned());
    format!("no encrypted connection to the broker {broker}: {why}")
}

/// `host:port` in `ssl://host:port/bootstrap: …`, as the library names brokers.
fn broker_of(reason: &str) -> Option<&str> {
    let (_, rest) = reason.split_once("://")?;
    rest.split(['/', ' ']).next().map(|broker| broker.trim_end_matches(':'))
}

/// What is said of the broker, without its name, the thread and how long it took.
fn after_broker(reason: &str) -> &str {
    let rest =
        reason.split_once("://").and_then(|(_, rest)| rest.split_once(": ")).map_or(reason, |(_, rest)| rest);
    rest.split_once(" (after ").map_or(rest, |(rest, _)| rest)
}

/// What a client logs. Lines about connections and errors reach [`Trouble`] as well, where they are said once.
pub(crate) fn log(level: RDKafkaLogLevel, facility: &str, message: &str) {
    match level {
        _ if matches!(facility, "FAIL" | "ERROR") => tracing::debug!(facility, message, "librdkafka"),
        RDKafkaLogLevel::Emerg
        | RDKafkaLogLevel::Alert
        | RDKafkaLogLevel::Critical
        | RDKafkaLogLevel::Error => tracing::error!(facility, message, "librdkafka"),
        RDKafkaLogLevel::Warning => tracing::warn!(facility, message, "librdkafka"),
        RDKafkaLogLevel::Notice | RDKafkaLogLevel::Info => tracing::info!(facility, message, "librdkafka"),
        RDKafkaLogLevel::Debug => tracing::debug!(facility, message, "librdkafka"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFUSED: &str = "sasl_ssl://localhost:9093/bootstrap: SASL authentication error: Authentication failed (after \
                           12ms in state AUTH_REQ, 3 identical error(s) suppressed)";

    fn global(code: RDKafkaErrorCode) -> KafkaError {
        KafkaError::Global(code)
    }

    #[test]
    fn a_broker_and_what_is_said_of_it_are_told_apart() {
        assert_eq!(broker_of(REFUSED), Some("localhost:9093"));
        assert_eq!(after_broker(REFUSED), "SASL authentication error: Authentication failed");
        assert_eq!(after_broker("2/2 brokers are down"), "2/2 brokers are down");
        assert_eq!(broker_of("2/2 brokers are down"), None);
    }

    #[test]
    fn the_reason_is_kept_and_what_follows_from_it_is_not_said() {
        let trouble = Arc::new(Trouble::default());
        assert_eq!(trouble.line(), None);
        trouble.note(&global(RDKafkaErrorCode::Authentication), REFUSED, None);
        trouble.note(&global(RDKafkaErrorCode::AllBrokersDown), "1/1 brokers are down", None);
        let line = trouble.line().unwrap();
        assert!(line.contains("EOP_KAFKA_PASSWORD") && line.ends_with("Authentication failed"), "{line}");
        trouble.is_over();
        assert_eq!(trouble.line(), None);
    }

    #[test]
    fn a_better_reason_replaces_that_nobody_answers() {
        let trouble = Arc::new(Trouble::default());
        trouble.note(&global(RDKafkaErrorCode::AllBrokersDown), "1/1 brokers are down", None);
        assert!(trouble.line().unwrap().starts_with("no broker can be reached"));
        trouble.note(&global(RDKafkaErrorCode::Authentication), REFUSED, None);
        assert!(trouble.line().unwrap().contains("refuses"));
    }
}
