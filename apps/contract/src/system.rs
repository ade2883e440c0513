//! What every service's console must do: tell operators what the service remembers of its own work, and nobody else.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use eop_assembly::console::{Memory, Telemetry};
use eop_contract::fixture::at_s;
use eop_core::kernel::clock::Clock;
use eop_http::Metrics;
use eop_memory::FixedClock;
use eop_runtime::kept::{Kept, KeptSpan};
use serde_json::{Value, json};

use crate::access::{Prepared, Whose};
use crate::client::Call;
use crate::document::Operation;
use crate::outbox::Operated;

/// A trace that every service of these checks had a part in.
pub const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

/// What a process remembers of `service` after half a minute, with one request that failed.
#[must_use]
pub fn telemetry(service: &'static str) -> Telemetry {
    let kept = Kept::default();
    let line = json!({
        "timestamp": "2026-03-04T05:06:06.500000Z", "level": "ERROR", "target": "eop", "service": service,
        "trace_id": TRACE, "span_id": "b7ad6b7169203331", "message": "request answered", "status": 503,
    });
    kept.lines.clone().write_all(line.to_string().as_bytes()).expect("lines are kept in memory");
    kept.traces.keep(KeptSpan {
        trace_id: TRACE.to_owned(),
        id: "b7ad6b7169203331".to_owned(),
        parent: None,
        service: Some(service.to_owned()),
        name: "GET /api/v1/things/{id}".to_owned(),
        kind: "server",
        started: SystemTime::from(at_s(-1)),
        took: Duration::from_millis(640),
        failure: Some("the database does not answer".to_owned()),
        attributes: vec![("http.response.status_code".to_owned(), "503".to_owned())],
        links: Vec::new(),
    });
    let clock = Arc::new(FixedClock::at(at_s(-30)));
    let memory = Memory::new(kept, &Metrics::default(), Arc::clone(&clock) as Arc<dyn Clock>);
    memory.look();
    clock.advance(Duration::from_secs(30));
    Telemetry::of(service, memory)
}

/// Whether `operation` is one of the console.
#[must_use]
pub fn has(operation: &Operation) -> bool {
    operation.path.starts_with("/api/v1/system")
}

/// A request for one of these operations, for the table of access. What a process remembers is nobody's own.
pub fn prepare<'a>(
    service: &'a impl Operated,
    operation: &'a Operation,
    whose: Whose,
) -> Option<Prepared<'a>> {
    (whose == Whose::Other).then(|| Prepared::new(service.api().call_of(operation)))
}

async fn ask<'a>(service: &'a impl Operated, operation: &str) -> Call<'a> {
    service.api().call(operation).sent_by(&service.operator().await)
}

/// Figures, troubles, traces and their spans.
pub async fn what_is_remembered_is_told(service: &impl Operated, exchanges: &str) {
    let system = ask(service, "getSystem").await.send().await.expect(200);
    system.matches(exchanges, "getSystem");
    let body = system.json();
    assert_eq!(
        (&body["samples"][0]["lasted_ms"], &body["troubles"][0]["trace_id"]),
        (&json!(30_000), &json!(TRACE))
    );

    let traces = ask(service, "listTraces").await.send().await.expect(200);
    traces.matches(exchanges, "listTraces");
    assert_eq!(traces.json()["items"][0]["failures"], json!(1));

    let unknown = "f".repeat(32);
    let query = format!("trace_id={unknown},{TRACE}");
    let spans = ask(service, "listSpans").await.query(&query).send().await.expect(200);
    spans.matches(exchanges, "listSpans");
    assert_eq!(spans.json()["items"].as_array().map(Vec::len), Some(1));
    let none = ask(service, "listSpans").await.query(&format!("trace_id={unknown}")).send().await.expect(200);
    assert_eq!(none.json()["items"], Value::Array(Vec::new()));
}

/// A process that was not told to remember says what to do about it, to those who may know.
pub async fn what_is_not_remembered_is_not_there(service: &impl Operated) {
    for operation in ["getSystem", "listTraces", "listSpans"] {
        let refused = ask(service, operation).await.send().await.refused(404, "system.off");
        assert!(refused.json()["detail"].to_string().contains("EOP_CONSOLE=true"), "{refused}");
    }
}
