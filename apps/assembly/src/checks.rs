//! The parts that readiness asks.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::identity::port::TokenVerifier;
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_runtime::pulse::Pulses;
use eop_sql::Database;

use crate::Bus;
use crate::part::Part;

/// The database of the service, as those find it who read and who write commits: nothing works without it.
#[derive(Debug)]
pub struct DatabaseCheck(pub Database);

#[async_trait]
impl ReadinessCheck for DatabaseCheck {
    fn name(&self) -> &'static str {
        Part::Database.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Required
    }

    async fn check(&self) -> Result<(), String> {
        self.0.ping().await.map_err(|error| error.to_string())
    }
}

/// The loops of a service, such as its relay: while one of them gets nowhere, something waits.
#[derive(Debug)]
pub struct LoopsCheck {
    /// The loops of the process.
    pub pulses: Pulses,
    /// Whose loops are asked for.
    pub service: &'static str,
}

/// How long a loop may be overdue: longer than any of its calls takes to be given up.
const OVERDUE: Duration = Duration::from_secs(15);

#[async_trait]
impl ReadinessCheck for LoopsCheck {
    fn name(&self) -> &'static str {
        Part::Loops.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        let stuck = self.pulses.stuck(self.service, OVERDUE);
        if stuck.is_empty() {
            return Ok(());
        }
        let stuck: Vec<String> =
            stuck.iter().map(|(name, age)| format!("{name} got nowhere for {} s", age.as_secs())).collect();
        Err(stuck.join(", "))
    }
}

/// The broker: while it is down, events wait in the outbox.
#[derive(derive_more::Debug)]
#[debug("BrokerCheck {{ .. }}")]
pub struct BrokerCheck(pub Bus);

#[async_trait]
impl ReadinessCheck for BrokerCheck {
    fn name(&self) -> &'static str {
        Part::Broker.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        self.0.health().await
    }
}

/// The keys that verify access tokens: without them nobody is known.
#[derive(derive_more::Debug)]
#[debug("KeysCheck {{ .. }}")]
pub struct KeysCheck(pub Arc<dyn TokenVerifier>);

#[async_trait]
impl ReadinessCheck for KeysCheck {
    fn name(&self) -> &'static str {
        Part::Keys.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Required
    }

    async fn check(&self) -> Result<(), String> {
        if self.0.is_ready().await {
            Ok(())
        } else {
            Err("the keys of access tokens cannot be had".to_owned())
        }
    }
}
