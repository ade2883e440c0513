//! What operators and orchestrators ask a service: whether it lives, whether it is ready, its metrics, and where the
//! rest is.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::error::ErrorKind;
use futures::future::join_all;
use hyper::body::Bytes;
use poem::endpoint::{make, make_sync};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Body, Endpoint, Response, Result, Route};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::edge::ProxyNotice;
use crate::exposition::Format;
use crate::metrics::Metrics;
use crate::problem::Problem;

/// The paths of this module, as routes outside the document.
pub(crate) const PATHS: [&str; 3] = ["/health/live", "/health/ready", "/metrics"];

/// One part that a service needs.
#[async_trait]
pub trait ReadinessCheck: Send + Sync {
    /// The part, such as `database`.
    fn name(&self) -> &str;
    /// What its failure means.
    fn criticality(&self) -> Criticality;
    /// `Err` says what is wrong. Takes at most a second; slower is a failure too.
    async fn check(&self) -> Result<(), String>;
}

/// What the failure of a part means for the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criticality {
    /// Nothing works without it: not ready.
    Required,
    /// Some things wait or are missing, others work: ready, but degraded.
    Degraded,
}

/// How long one check may take.
const CHECK_TIMEOUT: Duration = Duration::from_secs(1);
/// How long an answer about readiness holds, so that asking often costs the parts nothing.
const FRESH: Duration = Duration::from_secs(1);

/// Adds what operators ask to `route`.
pub(crate) fn mount(route: Route, metrics: Metrics, readiness: Arc<Readiness>) -> Route {
    route
        .at("/health/live", fixed(&json!({"status": "live"})))
        .at(
            "/health/ready",
            make(move |_| {
                let readiness = Arc::clone(&readiness);
                async move { readiness.answer().await }
            }),
        )
        .at(
            "/metrics",
            make(move |request| {
                let (metrics, format) = (metrics.clone(), Format::asked_by(request.headers()));
                async move { exposition(&metrics, format) }
            }),
        )
}

/// An endpoint that always answers the same JSON.
pub(crate) fn fixed(value: &Value) -> impl Endpoint<Output = Response> + 'static {
    let text = value.to_string();
    make_sync(move |_| answer(StatusCode::OK, text.clone()))
}

fn answer(status: StatusCode, text: String) -> Response {
    Response::builder().status(status).content_type("application/json").body(text)
}

/// Whether the service is ready, asked of its parts at most once a second, however many ask here.
pub(crate) struct Readiness {
    /// Of the service, as it says itself.
    version: Value,
    checks: Vec<Arc<dyn ReadinessCheck>>,
    proxy: ProxyNotice,
    /// Held while the parts are asked: whoever comes meanwhile waits for that answer instead of asking again.
    last: Mutex<Option<Report>>,
}

#[derive(Clone)]
struct Report {
    at: Instant,
    status: StatusCode,
    text: Bytes,
}

impl Readiness {
    pub(crate) fn new(version: Value, checks: Vec<Arc<dyn ReadinessCheck>>, proxy: ProxyNotice) -> Self {
        Self { version, checks, proxy, last: Mutex::default() }
    }

    async fn answer(&self) -> Response {
        let mut last = self.last.lock().await;
        let report = match &*last {
            Some(report) if report.at.elapsed() < FRESH => report.clone(),
            _ => last.insert(self.ask().await).clone(),
        };
        drop(last);
        let mut response = Response::builder()
            .status(report.status)
            .content_type("application/json")
            .body(Body::from_bytes(report.text));
        if report.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }

    async fn ask(&self) -> Report {
        let checks = &self.checks;
        let results = join_all(checks.iter().map(|check| async {
            let outcome = timeout(CHECK_TIMEOUT, check.check()).await;
            outcome.unwrap_or_else(|_| Err(format!("did not answer within {} ms", CHECK_TIMEOUT.as_millis())))
        }))
        .await;
        let failed = |criticality: Criticality| {
            checks
                .iter()
                .zip(&results)
                .filter(|(check, result)| result.is_err() && check.criticality() == criticality)
                .map(|(check, _)| check.name())
                .collect::<Vec<_>>()
        };
        let (required, degraded) = (failed(Criticality::Required), failed(Criticality::Degraded));
        let (status, word) = match (required.is_empty(), degraded.is_empty()) {
            (false, _) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            (true, false) => (StatusCode::OK, "degraded"),
            (true, true) => (StatusCode::OK, "ready"),
        };
        let parts: Vec<_> =
            checks.iter().zip(&results).map(|(check, result)| part(check.as_ref(), result)).collect();
        let failing: Vec<_> = required.iter().chain(&degraded).collect();
        let mut body = json!({"status": word, "version": self.version, "failing": failing, "checks": parts});
        if self.proxy.is_due() {
            // Said, but no reason to be degraded: whoever reaches the service from nearby can cause it.
            body["notices"] = json!([ProxyNotice::TEXT]);
        }
        Report { at: Instant::now(), status, text: body.to_string().into() }
    }
}

fn part(check: &dyn ReadinessCheck, result: &Result<(), String>) -> Value {
    let required = check.criticality() == Criticality::Required;
    match result {
        Ok(()) => json!({"name": check.name(), "status": "ok", "required": required}),
        Err(detail) => {
            json!({"name": check.name(), "status": "failing", "required": required, "detail": detail})
        }
    }
}

fn exposition(metrics: &Metrics, format: Format) -> Result<Response> {
    let text = metrics.text().map_err(|error| {
        tracing::error!(%error, "the metrics cannot be written");
        Problem::new(ErrorKind::Internal, "internal")
    })?;
    Ok(Response::builder().content_type(format.content_type()).body(format.of(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Part(&'static str, Criticality, Option<Duration>);

    #[async_trait]
    impl ReadinessCheck for Part {
        fn name(&self) -> &str {
            self.0
        }
        fn criticality(&self) -> Criticality {
            self.1
        }
        async fn check(&self) -> Result<(), String> {
            match self.2 {
                None => Ok(()),
                Some(Duration::ZERO) => Err("refused".to_owned()),
                Some(wait) => {
                    tokio::time::sleep(wait).await;
                    Ok(())
                }
            }
        }
    }

    async fn ready(parts: Vec<Part>) -> (u16, Value) {
        let checks: Vec<Arc<dyn ReadinessCheck>> =
            parts.into_iter().map(|part| Arc::new(part) as Arc<dyn ReadinessCheck>).collect();
        let mut response = Readiness::new(json!("1.2.3"), checks, ProxyNotice::default()).answer().await;
        let text = response.take_body().into_string().await.unwrap();
        (response.status().as_u16(), serde_json::from_str(&text).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn required_parts_decide_and_others_degrade() {
        let failing = Some(Duration::ZERO);
        let (status, body) = ready(vec![Part("database", Criticality::Required, None)]).await;
        assert_eq!((status, &body["status"]), (200, &json!("ready")));
        assert_eq!(body["version"], "1.2.3");

        let (status, body) = ready(vec![
            Part("database", Criticality::Required, None),
            Part("broker", Criticality::Degraded, failing),
        ])
        .await;
        assert_eq!(
            (status, &body["status"], &body["failing"]),
            (200, &json!("degraded"), &json!(["broker"]))
        );

        let slow = Some(Duration::from_secs(5));
        let (status, body) = ready(vec![
            Part("database", Criticality::Required, slow),
            Part("broker", Criticality::Degraded, failing),
        ])
        .await;
        assert_eq!((status, &body["status"]), (503, &json!("unavailable")));
        assert_eq!(body["failing"], json!(["database", "broker"]));
        assert_eq!(body["checks"][0]["detail"], "did not answer within 1000 ms");
    }

    /// Counts how often it is asked.
    struct Counted(std::sync::atomic::AtomicUsize);

    #[async_trait]
    impl ReadinessCheck for Counted {
        fn name(&self) -> &'static str {
            "counted"
        }
        fn criticality(&self) -> Criticality {
            Criticality::Required
        }
        async fn check(&self) -> Result<(), String> {
            self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(100)).await;
            Ok(())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_parts_are_asked_once_a_second_however_many_ask() {
        let counted = Arc::new(Counted(0.into()));
        let asked = || counted.0.load(std::sync::atomic::Ordering::Relaxed);
        let checks: Vec<Arc<dyn ReadinessCheck>> = vec![Arc::clone(&counted) as _];
        let readiness = Readiness::new(json!("1.2.3"), checks, ProxyNotice::default());
        join_all((0..100).map(|_| readiness.answer())).await;
        readiness.answer().await;
        assert_eq!(asked(), 1);
        tokio::time::advance(FRESH).await;
        readiness.answer().await;
        assert_eq!(asked(), 2);
    }
}
