//! The server span as OpenTelemetry records it, and what handlers and metrics learn of it.

mod support;

use eop_http::{HttpOptions, Metrics};
use opentelemetry::trace::{SpanKind, Status, TracerProvider};
use opentelemetry::{SpanId, TraceId, Value as Attribute};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider, SpanData};
use poem::test::TestClient;
use serde_json::Value;
use tracing_subscriber::layer::SubscriberExt;

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

fn attribute(span: &SpanData, name: &str) -> Option<String> {
    let found = span.attributes.iter().find(|attribute| attribute.key.as_str() == name)?;
    Some(match &found.value {
        Attribute::String(text) => text.as_str().to_owned(),
        other => other.to_string(),
    })
}

#[tokio::test]
async fn the_span_continues_the_callers_trace() {
    let exporter = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
    let _subscriber = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));

    let metrics = Metrics::default();
    let app = support::service().options(HttpOptions::default()).metrics(metrics.clone()).build().unwrap();
    let client = TestClient::new(app);
    let parent = format!("00-{TRACE}-b7ad6b7169203331-01");
    let response = client.get("/api/v1/origin?").header("traceparent", parent).send().await;
    response.assert_header("x-trace-id", TRACE);
    let origin = response.json().await.value().deserialize::<Value>();
    client.get("/api/v1/fail").send().await;
    provider.force_flush().unwrap();

    let spans = exporter.get_finished_spans().unwrap();
    let span = spans.iter().find(|span| span.name == "GET /api/v1/origin").unwrap();
    assert_eq!(span.span_kind, SpanKind::Server);
    assert_eq!(span.span_context.trace_id(), TraceId::from_hex(TRACE).unwrap());
    assert_eq!(span.parent_span_id, SpanId::from_hex("b7ad6b7169203331").unwrap());
    let own = format!("00-{TRACE}-{}-01", span.span_context.span_id());
    assert_eq!(origin["traceparent"], own, "handlers continue from the server span");
    assert_eq!(attribute(span, "http.route").as_deref(), Some("/api/v1/origin"));
    assert_eq!(attribute(span, "http.response.status_code").as_deref(), Some("200"));

    let failed = spans.iter().find(|span| span.name == "GET /api/v1/fail").unwrap();
    assert!(matches!(failed.status, Status::Error { .. }));
    assert_ne!(failed.span_context.trace_id(), span.span_context.trace_id());
    assert!(metrics.text().unwrap().contains(&format!("# {{trace_id=\"{TRACE}\"}}")));
}

/// Keeps what is logged.
#[derive(Clone, Debug, Default)]
struct Lines(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics while writing").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    /// The lines of these levels.
    fn of(&self, levels: &[&str]) -> Vec<String> {
        let bytes = self.0.lock().expect("nobody panics while writing").clone();
        let text = String::from_utf8(bytes).expect("logs are text");
        let wanted = |line: &&str| levels.iter().any(|level| line.contains(&format!(" {level} ")));
        text.lines().filter(wanted).map(str::to_owned).collect()
    }
}

#[tokio::test(start_paused = true)]
async fn a_fault_is_one_line_and_a_flood_is_one_too() {
    let lines = Lines::default();
    let writer = lines.clone();
    let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || writer.clone());
    let _subscriber = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    let options = HttpOptions { max_in_flight: 1, ..HttpOptions::default() };
    let client = TestClient::new(support::service().options(options).build().unwrap());

    client.get("/api/v1/fail").send().await;
    let faults = lines.of(&["ERROR", "WARN"]);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].contains("the store lost the secret row 42") && faults[0].contains("status=500"));

    let flood = async {
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        for _ in 0..50 {
            client
                .get("/api/v1/origin")
                .send()
                .await
                .assert_status(poem::http::StatusCode::SERVICE_UNAVAILABLE);
        }
    };
    tokio::join!(client.get("/api/v1/sleep").send(), flood);
    client.get("/api/v1/origin").send().await.assert_status_is_ok();
    let shed: Vec<_> = lines.of(&["WARN"]);
    let counted = |count: u32| shed.iter().filter(|line| line.contains(&format!("count={count}"))).count();
    assert_eq!((shed.len(), counted(1), counted(49)), (2, 1, 1), "{shed:#?}");
    // The one that slept too long is a fault, the fifty are not.
    assert_eq!(lines.of(&["ERROR"]).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_one_line_when_it_ends() {
    let lines = Lines::default();
    let writer = lines.clone();
    let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || writer.clone());
    let _subscriber = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
    let client = TestClient::new(support::service().build().unwrap());
    let stream = client.get("/api/v1/orders/stream").header("authorization", "Bearer brief").send().await;
    assert_eq!(lines.of(&["INFO", "WARN", "ERROR"]), [""; 0]);
    let heard = stream.0.into_body().into_string().await.unwrap();
    assert!(heard.contains("retry: "), "{heard}");
    let told = lines.of(&["INFO", "WARN", "ERROR"]);
    assert_eq!(told.len(), 1, "{told:#?}");
    for part in
        ["stream ended", "route=\"/api/v1/orders/stream\"", "status=200", "ended=\"refused\"", "events=0"]
    {
        assert!(told[0].contains(part), "{part} is not in {}", told[0]);
    }
}
