//! Readiness tells of events that only an operator can bring further.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::outbox::Outbox;
use eop_http::ops::{Criticality, ReadinessCheck};

use crate::part::Part;

/// The events that are set aside: each holds back those that come after it in its key.
#[derive(derive_more::Debug)]
#[debug("ParkedCheck {{ .. }}")]
pub struct ParkedCheck(pub Arc<dyn Outbox>);

#[async_trait]
impl ReadinessCheck for ParkedCheck {
    fn name(&self) -> &'static str {
        Part::ParkedEvents.name()
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
