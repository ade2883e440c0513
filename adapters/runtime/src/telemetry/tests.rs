use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use opentelemetry::trace::TraceContextExt;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};
use opentelemetry_sdk::trace::{SpanData, SpanExporter};
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::testing::Lines;
use super::*;
use crate::config::tests::Own;

fn settings(pairs: &[(&str, &str)]) -> Own {
    Own::of(pairs).unwrap()
}

const PROGRAM: Program<'static> = Program { name: "eop-test", version: "1.2.3", services: &[] };

fn provider() -> SdkTracerProvider {
    tracer_provider(PROGRAM, &settings(&[]).telemetry, None).unwrap()
}

#[test]
fn a_json_line_is_flat_and_names_its_trace_and_request() {
    let lines = Lines::default();
    let _guard = lines.capture_as("info", LogFormat::Json, &provider());
    let ids = {
        let request = tracing::info_span!("request", request_id = tracing::field::Empty, path = "/orders");
        request.record("request_id", "r-1");
        let _request = request.enter();
        let inner = tracing::info_span!("inner");
        let _inner = inner.enter();
        tracing::info!(
            order_id = 7,
            ratio = 0.5,
            ok = true,
            kind = "created",
            level = "mine",
            "order {}",
            "placed"
        );
        let context = inner.context();
        let ids = context.span().span_context().clone();
        (ids.trace_id().to_string(), ids.span_id().to_string())
    };
    tracing::info!(service = "other", "outside");

    let lines = lines.json();
    let line = &lines[0];
    assert!(line["timestamp"].as_str().unwrap().ends_with('Z'), "{line}");
    for (name, value) in
        [("level", "INFO"), ("message", "order placed"), ("service", "eop-test"), ("request_id", "r-1")]
    {
        assert_eq!(line[name], value, "{line}");
    }
    assert_eq!(line["target"], "eop_runtime::telemetry::tests");
    assert_eq!((line["trace_id"].as_str(), line["span_id"].as_str()), (Some(&*ids.0), Some(&*ids.1)));
    assert_eq!(ids.0.len(), 32);
    assert_eq!((&line["order_id"], &line["ratio"], &line["ok"]), (&7.into(), &0.5.into(), &true.into()));
    assert_eq!((&line["kind"], &line["level_"]), (&"created".into(), &"mine".into()));
    assert!(line.get("path").is_none(), "{line}");
    assert!(lines[1].get("trace_id").is_none() && lines[1].get("request_id").is_none(), "{}", lines[1]);
}

#[test]
fn spans_exist_even_when_only_errors_are_logged() {
    let lines = Lines::default();
    let _guard = lines.capture_as("error", LogFormat::Json, &provider());
    let span = tracing::info_span!("request", request_id = "r-2", service = "eop-order");
    let _entered = span.enter();
    tracing::info!("unheard");
    tracing::error!("heard");
    let lines = lines.json();
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0]["request_id"], &lines[0]["service"]), (&"r-2".into(), &"eop-order".into()));
    assert_eq!(lines[0]["trace_id"].as_str().unwrap().len(), 32);
}

#[test]
fn secrets_are_redacted_in_both_formats() {
    for format in [LogFormat::Json, LogFormat::Pretty] {
        let lines = Lines::default();
        let _guard = lines.capture_as("info", format, &provider());
        let span = tracing::info_span!("login", password = "hunter2", request_id = "r-3");
        let _entered = span.enter();
        tracing::info!(
            password = "hunter2",
            refresh_token = %"hunter2",
            "http.request.header.authorization" = ?"hunter2",
            client_secret = 2222,
            token_type = "Bearer",
            "signed in"
        );
        let text = lines.text();
        assert!(!text.contains("hunter2") && !text.contains("2222"), "{text}");
        assert!(
            text.contains("[redacted]") && text.contains("Bearer") && text.contains("signed in"),
            "{text}"
        );
        assert!(text.contains("r-3"), "{text}");
    }
}

#[test]
fn one_event_is_one_line_whatever_it_says() {
    for format in [LogFormat::Json, LogFormat::Pretty] {
        let lines = Lines::default();
        let _guard = lines.capture_as("info", format, &provider());
        tracing::info!(agent = %"x\n2026 INFO forged\u{1b}[31m", "two\nlines");
        let text = lines.text();
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }
}

#[test]
fn an_error_is_written_with_its_causes() {
    let lines = Lines::default();
    let _guard = lines.capture();
    let error = std::io::Error::other(std::fmt::Error);
    tracing::warn!(error = &error as &(dyn std::error::Error + 'static), "failed");
    assert!(lines.json()[0]["error"].as_str().unwrap().contains("an error occurred"));
}

#[test]
fn a_filter_that_is_none_is_refused() {
    let log = LogConfig { filter: "info,=,=".to_owned(), format: LogFormat::Json };
    let error = lines("eop-test", &log, Lines::default()).err().unwrap();
    assert!(error.to_string().starts_with("EOP_LOG: "), "{error}");
}

/// Keeps spans; fails while it is told to.
#[derive(Clone, Debug, Default)]
struct Kept(Arc<Mutex<Vec<SpanData>>>, Arc<std::sync::atomic::AtomicBool>);

impl SpanExporter for Kept {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        if self.1.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(OTelSdkError::InternalFailure("connection refused".to_owned()));
        }
        self.0.lock().unwrap().extend(batch);
        Ok(())
    }
}

/// The names of services and of their spans.
type Told = Arc<Mutex<Vec<(String, String)>>>;

/// Keeps what spans are called, and the service that they are exported as of.
#[derive(Debug)]
struct Named {
    service: String,
    told: Told,
}

impl Named {
    fn at(told: &Told) -> Self {
        Self { service: String::new(), told: Arc::clone(told) }
    }
}

impl SpanExporter for Named {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let names = batch.into_iter().map(|span| (self.service.clone(), span.name.into_owned()));
        self.told.lock().unwrap().extend(names);
        Ok(())
    }

    fn set_resource(&mut self, resource: &Resource) {
        let name = resource.iter().find(|(key, _)| key.as_str() == "service.name");
        self.service = name.map(|(_, value)| value.to_string()).unwrap_or_default();
    }
}

fn exporting(kept: &Kept) -> SdkTracerProvider {
    let exporter = export::Exporter { inner: kept.clone(), failing: Arc::new(false.into()) };
    SdkTracerProvider::builder().with_simple_exporter(exporter).build()
}

#[test]
fn each_service_of_a_process_has_spans_of_its_own() {
    let (lines, told) = (Lines::default(), Told::default());
    let exporter =
        export::ByService::new(&["user", "order"], || Ok::<_, OTelSdkError>(Named::at(&told))).unwrap();
    let resource = Resource::builder_empty().with_service_name("eop").build();
    let provider =
        SdkTracerProvider::builder().with_resource(resource).with_simple_exporter(exporter).build();
    let _guard = lines.capture_as("off", LogFormat::Json, &provider);
    drop(tracing::info_span!("place", service = "order"));
    drop(tracing::info_span!("log in", service = "user"));
    drop(tracing::info_span!("start"));
    drop(tracing::info_span!("guess", service = "nobody"));
    let mut told = told.lock().unwrap().clone();
    told.sort();
    let told: Vec<(&str, &str)> =
        told.iter().map(|(service, span)| (service.as_str(), span.as_str())).collect();
    assert_eq!(told, [("eop", "guess"), ("eop", "start"), ("eop-order", "place"), ("eop-user", "log in")]);
}

#[test]
fn exported_spans_hold_no_secrets() {
    let (lines, kept) = (Lines::default(), Kept::default());
    let _guard = lines.capture_as("off", LogFormat::Json, &exporting(&kept));
    tracing::info_span!("login", password = "hunter2", request_id = "r-4").in_scope(|| {
        tracing::info!(otp = "hunter2", "checked");
    });
    let spans = format!("{:?}", kept.0.lock().unwrap());
    assert!(spans.contains("login") && spans.contains("r-4") && spans.contains("checked"), "{spans}");
    assert!(!spans.contains("hunter2"), "{spans}");
}

#[test]
fn a_collector_that_is_away_is_reported_once() {
    let (lines, kept) = (Lines::default(), Kept::default());
    let _guard = lines.capture_as("info", LogFormat::Json, &exporting(&kept));
    for away in [true, true, true, false, false] {
        kept.1.store(away, std::sync::atomic::Ordering::Relaxed);
        drop(tracing::info_span!("request"));
    }
    let levels: Vec<_> = lines.json().iter().map(|line| line["level"].clone()).collect();
    assert_eq!(levels, ["WARN", "INFO"], "{}", lines.text());
    assert_eq!(kept.0.lock().unwrap().len(), 2);
}

#[test]
fn spans_reach_the_collector_over_http_with_the_resource() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let collector = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut buffer = [0; 4096];
        // The request is complete when its last field, the version in the resource, has come.
        while !request.windows(5).any(|part| part == b"1.2.3") {
            let read = stream.read(&mut buffer).unwrap();
            assert!(read > 0, "the request ended early");
            request.extend_from_slice(&buffer[..read]);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
        String::from_utf8_lossy(&request).into_owned()
    });
    let config = settings(&[("OTEL_EXPORTER_OTLP_ENDPOINT", &endpoint)]).telemetry;
    let telemetry = Telemetry { provider: tracer_provider(PROGRAM, &config, None).unwrap(), kept: None };
    let lines = Lines::default();
    let guard = lines.capture_as("info", LogFormat::Json, &telemetry.provider);
    drop(tracing::info_span!("place-order"));
    drop(guard);
    telemetry.shutdown();
    let request = collector.join().unwrap();
    assert!(request.starts_with("POST /v1/traces HTTP/1.1"), "{request}");
    assert!(request.contains("place-order") && request.contains("eop-test"), "{request}");
}

#[test]
fn an_absent_collector_delays_neither_start_nor_end() {
    // Bound and never accepted: connections hang, which is worse than being refused.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let config = settings(&[("OTEL_EXPORTER_OTLP_ENDPOINT", &endpoint)]).telemetry;
    let begun = Instant::now();
    let telemetry = Telemetry { provider: tracer_provider(PROGRAM, &config, None).unwrap(), kept: None };
    let started = begun.elapsed();
    let lines = Lines::default();
    let guard = lines.capture_as("off", LogFormat::Json, &telemetry.provider);
    drop(tracing::info_span!("request"));
    drop(guard);
    let begun = Instant::now();
    telemetry.shutdown();
    let ended = begun.elapsed();
    assert!(started < Duration::from_secs(2), "the start took {started:?}");
    assert!(ended < FLUSH_DEADLINE + Duration::from_secs(1), "the end took {ended:?}");
}

#[test]
fn a_share_of_new_traces_is_sampled_and_ids_exist_for_all() {
    let config = settings(&[("EOP_TRACE_SAMPLE_RATIO", "0")]).telemetry;
    let lines = Lines::default();
    let provider = tracer_provider(PROGRAM, &config, None).unwrap();
    let _guard = lines.capture_as("off", LogFormat::Json, &provider);
    let context = tracing::info_span!("request").context();
    let ids = context.span().span_context().clone();
    assert!(ids.is_valid() && !ids.is_sampled());
}

#[test]
fn a_process_has_its_telemetry_once() {
    let settings = settings(&[("EOP_LOG", "off")]);
    let telemetry = Telemetry::start(PROGRAM, &settings.log, &settings.telemetry).unwrap();
    let again = Telemetry::start(PROGRAM, &settings.log, &settings.telemetry);
    assert!(matches!(again, Err(TelemetryError::Twice(_))));

    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let headers = std::collections::HashMap::from([("traceparent".to_owned(), parent.to_owned())]);
    let context = opentelemetry::global::get_text_map_propagator(|propagator| propagator.extract(&headers));
    assert_eq!(context.span().span_context().trace_id().to_string(), "0af7651916cd43dd8448eb211c80319c");
    telemetry.shutdown();
}

#[test]
fn a_line_on_a_terminal_is_as_wide_as_one_unless_it_tells_of_a_fault() {
    let captured = Lines::default();
    let layer = fmt::layer().fmt_fields(pretty::fields()).event_format(pretty::Lines { on_terminal: true });
    let subscriber = Registry::default().with(layer.with_ansi(false).with_writer(captured.clone()));
    let _guard = tracing::subscriber::set_default(subscriber);
    let span = tracing::info_span!("http.request", request_id = "r-4", user_agent = "a".repeat(500));
    let _entered = span.enter();
    tracing::info!(service = "notification", route = "/api/v1/deliveries/{id}/attempts", "request answered");
    tracing::info!(long = "b".repeat(500), "cut");
    tracing::error!(long = "c".repeat(500), "whole");
    let text = captured.text().replace("\u{1b}[32m", "").replace("\u{1b}[31m", "").replace("\u{1b}[0m", "");
    let said: Vec<&str> = text.lines().collect();
    assert_eq!(said.len(), 3, "{text}");
    assert!(said[0].ends_with("request_id=\"r-4\"") && !said[0].contains("aaa"), "{}", said[0]);
    assert!(said[0].contains(" INFO ") && said[0].chars().count() < 160, "{}", said[0]);
    assert!(said[1].chars().count() < 160 && said[1].ends_with('…'), "{}", said[1]);
    assert!(said[2].contains(&"c".repeat(500)), "{}", said[2]);
}

#[test]
fn a_line_says_its_service_once() {
    let captured = Lines::default();
    let _guard = captured.capture();
    tracing::info!(service = "order", "ready");
    let text = captured.text();
    assert_eq!(
        (text.matches("service").count(), &captured.json()[0]["service"]),
        (1, &"order".into()),
        "{text}"
    );
}

#[test]
fn what_is_kept_needs_no_collector_and_holds_no_secret() {
    let config = settings(&[("EOP_CONSOLE", "true")]).telemetry;
    let kept = crate::kept::Kept::default();
    let provider = tracer_provider(PROGRAM, &config, Some(&kept)).unwrap();
    let lines = self::lines(
        "eop-test",
        &LogConfig { filter: "warn".to_owned(), format: LogFormat::Json },
        kept.lines.clone(),
    );
    let guard = tracing::subscriber::set_default(subscriber("eop-test", vec![lines.unwrap()], &provider));
    {
        let span =
            tracing::info_span!("place order", service = "order", otel.kind = "server", password = "plum");
        let _entered = span.enter();
        tracing::info!("usual");
        tracing::warn!(password = "plum", attempts = 3, "it is slow");
        drop(tracing::info_span!("GET /health/ready", service = "order", http.route = "/health/ready"));
    }
    drop(guard);
    let heads = kept.traces.heads("order");
    let spans = kept.traces.spans("order", heads.iter().map(|head| head.trace_id.as_str()));
    assert_eq!(
        spans.iter().map(|span| (&*span.name, span.kind)).collect::<Vec<_>>(),
        [("place order", "server")]
    );
    assert!(spans[0].attributes.contains(&("password".to_owned(), "[redacted]".to_owned())), "{spans:?}");
    let lines = kept.lines.of("order");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!((&*lines[0].message, lines[0].trace_id.as_deref()), ("it is slow", Some(&*heads[0].trace_id)));
    assert!(!format!("{lines:?}{spans:?}").contains("plum"));
}
