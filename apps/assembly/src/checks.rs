//! The parts that readiness asks.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::identity::port::TokenVerifier;
use eop_core::kernel::bus::EventPublisher;
use eop_core::notification::port::NotificationChannel;
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_sql::Database;

/// The database of the service: nothing works without it.
#[derive(Debug)]
pub struct DatabaseCheck(pub Database);

#[async_trait]
impl ReadinessCheck for DatabaseCheck {
    fn name(&self) -> &'static str {
        "database"
    }

    fn criticality(&self) -> Criticality {
        Criticality::Required
    }

    async fn check(&self) -> Result<(), String> {
        self.0.ping().await.map_err(|error| error.to_string())
    }
}

/// The broker: while it is down, events wait in the outbox.
pub struct BrokerCheck(pub Arc<dyn EventPublisher>);

impl std::fmt::Debug for BrokerCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BrokerCheck")
    }
}

#[async_trait]
impl ReadinessCheck for BrokerCheck {
    fn name(&self) -> &'static str {
        "broker"
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        if self.0.is_available().await { Ok(()) } else { Err("the broker does not answer".to_owned()) }
    }
}

/// The keys that verify access tokens: without them nobody is known.
pub struct KeysCheck(pub Arc<dyn TokenVerifier>);

impl std::fmt::Debug for KeysCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeysCheck")
    }
}

#[async_trait]
impl ReadinessCheck for KeysCheck {
    fn name(&self) -> &'static str {
        "keys"
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

/// A provider of notifications: while it is down, deliveries are retried.
#[derive(Debug)]
pub struct ChannelCheck(pub Arc<dyn NotificationChannel>);

#[async_trait]
impl ReadinessCheck for ChannelCheck {
    fn name(&self) -> &str {
        self.0.provider()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        if self.0.is_available().await { Ok(()) } else { Err("the provider does not answer".to_owned()) }
    }
}
