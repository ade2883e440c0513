//! Readiness tells of events that only an operator can bring further.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::outbox::Outbox;
use eop_http::ops::{Criticality, ReadinessCheck};

/// The events that are set aside: each holds back those that come after it in its key.
pub struct ParkedCheck(pub Arc<dyn Outbox>);

impl std::fmt::Debug for ParkedCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ParkedCheck")
    }
}

#[async_trait]
impl ReadinessCheck for ParkedCheck {
    fn name(&self) -> &'static str {
        "parked events"
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        match self.0.stats().await {
            Ok(stats) if stats.parked > 0 => Err(format!(
                "{} events are parked, and hold back what follows them: the log says why, an operator decides",
                stats.parked
            )),
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string()),
        }
    }
}
