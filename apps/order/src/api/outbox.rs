//! What operators see of the outbox.

use std::sync::Arc;

use eop_core::kernel::outbox::OutboxStats;
use eop_core::kernel::pipeline::Pipeline;
use eop_http::types::{Int, Nullable, Timestamp};
use eop_http::{Caller, NoContent, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// The state of the outbox
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxState", skip_serializing_if_is_none)]
pub(crate) struct OutboxBody {
    /// Events that wait to be published.
    pending: Int<u64>,
    /// Events that cannot be published and wait for a decision.
    parked: Int<u64>,
    /// When the oldest waiting one was written; null when none waits.
    oldest_at: Nullable<Timestamp>,
}

impl From<OutboxStats> for OutboxBody {
    fn from(stats: OutboxStats) -> Self {
        Self {
            pending: Int(stats.pending),
            parked: Int(stats.parked),
            oldest_at: Nullable(stats.oldest_at.map(Timestamp)),
        }
    }
}

/// What operators see of the outbox.
#[derive(Debug)]
pub struct OutboxApi {
    pub(super) pipeline: Arc<Pipeline>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Operations")]
impl OutboxApi {
    /// Read the state of the outbox
    #[oai(path = "/outbox", method = "get", operation_id = "getOutbox")]
    async fn state(&self, caller: Caller) -> Result<Json<OutboxBody>, Problem> {
        Ok(Json(self.pipeline.stats(caller.actor()).await?.into()))
    }

    /// Publish a parked event after all
    #[oai(path = "/outbox/:position/release", method = "post", operation_id = "releaseOutboxMessage")]
    async fn release(&self, caller: Caller, position: Path<Int<i64>>) -> Result<NoContent, Problem> {
        self.pipeline.resolve(caller.actor(), position.0.0, true).await?;
        Ok(NoContent)
    }

    /// Give up a parked event
    ///
    /// It is never published; later events of its order go on.
    #[oai(path = "/outbox/:position/skip", method = "post", operation_id = "skipOutboxMessage")]
    async fn skip(&self, caller: Caller, position: Path<Int<i64>>) -> Result<NoContent, Problem> {
        self.pipeline.resolve(caller.actor(), position.0.0, false).await?;
        Ok(NoContent)
    }
}
