//! The operations of the console, which every service has.

use std::sync::Arc;

use eop_core::kernel::console::Console;
use eop_http::{Caller, Params, Problem, Service};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};

use super::Telemetry;
use super::body::{SpanList, SystemBody, TraceList};
use super::trace_id::TraceId;

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] =
    &[("getSystem", "system:read"), ("listTraces", "system:read"), ("listSpans", "system:read")];

/// The service with what there is to say of the operations beside their types.
#[must_use]
pub fn on<T: OpenApi + 'static>(service: Service<T>) -> Service<T> {
    // A process that remembers nothing says so.
    PERMISSIONS
        .iter()
        .fold(service.permissions(PERMISSIONS), |all, (operation, _)| all.error(operation, "404"))
}

#[derive(Tags)]
enum Tag {
    /// What the service remembers of its own work, in memory: nothing of it outlives the process.
    System,
}

/// Whose spans
#[derive(Clone, Debug, Object)]
#[oai(rename = "SpanListQuery", skip_serializing_if_is_none)]
struct SpansQuery {
    /// Of these traces.
    #[oai(validator(min_items = 1, max_items = 50))]
    trace_id: Option<Vec<TraceId>>,
}

/// What a service remembers of its own work.
#[derive(Debug)]
pub struct SystemApi {
    console: Arc<Console<Telemetry>>,
}

impl SystemApi {
    /// The interface of this console.
    #[must_use]
    pub fn new(console: Arc<Console<Telemetry>>) -> Self {
        Self { console }
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::System")]
impl SystemApi {
    /// Read how the service is
    ///
    /// An hour of figures, step by step, how its routes were used, its slowest requests and the last lines of its log that
    /// tell of trouble. 404 where the service was not told to remember it (`EOP_CONSOLE`).
    #[oai(path = "/system", method = "get", operation_id = "getSystem")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn system(&self, caller: Caller) -> Result<Json<SystemBody>, Problem> {
        let telemetry = self.console.telemetry(caller.actor())?;
        Ok(Json(SystemBody::of(telemetry)))
    }

    /// List the traces that are remembered
    ///
    /// The newest first; what the service itself did in each. Reading is forgotten first, then what was done, and what failed
    /// or was slow last.
    #[oai(path = "/system/traces", method = "get", operation_id = "listTraces")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn traces(&self, caller: Caller) -> Result<Json<TraceList>, Problem> {
        let telemetry = self.console.telemetry(caller.actor())?;
        Ok(Json(TraceList::of(telemetry)))
    }

    /// List the spans of traces
    ///
    /// What the service itself did in them, in the order of time. A trace that it does not remember, or no longer, has none.
    #[oai(path = "/system/spans", method = "get", operation_id = "listSpans")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn spans(&self, caller: Caller, query: Params<SpansQuery>) -> Result<Json<SpanList>, Problem> {
        let telemetry = self.console.telemetry(caller.actor())?;
        let traces = query.trace_id.iter().flatten().map(|id| id.0.as_str());
        Ok(Json(SpanList::of(telemetry, traces)))
    }
}
