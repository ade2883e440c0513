//! Calls of other servers by HTTP, counted and timed.

use std::time::Duration;

use eop_core::kernel::calls::Calls;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Seconds, as the OpenTelemetry conventions advise for `http.client.request.duration`.
const BUCKETS_S: [f64; 14] =
    [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];

/// What the status of a call is called that was not answered.
const NONE: &str = "none";

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    service: String,
    server_address: String,
    status: String,
}

/// The metrics of all callers of a process.
#[derive(Clone, Debug)]
pub(super) struct CallFamilies(Family<Labels, Histogram, fn() -> Histogram>);

impl CallFamilies {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        let all = Self(Family::new_with_constructor(|| Histogram::new(BUCKETS_S)));
        let help = "Time from the beginning of a request to another server to the head of its answer";
        registry.register("http_client_request_duration_seconds", help, all.0.clone());
        all
    }

    /// Those of one service.
    pub(super) fn of(self, service: &str) -> MeasuredCalls {
        MeasuredCalls { families: self, service: service.to_owned() }
    }
}

/// Counts the calls of one service.
#[derive(Debug)]
pub(super) struct MeasuredCalls {
    families: CallFamilies,
    service: String,
}

impl Calls for MeasuredCalls {
    fn ended(&self, server: &str, status: Option<u16>, took: Duration) {
        let labels = Labels {
            service: self.service.clone(),
            server_address: server.to_owned(),
            status: status.map_or_else(|| NONE.to_owned(), |status| status.to_string()),
        };
        self.families.0.get_or_create(&labels).observe(took.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Host;

    #[test]
    fn each_call_is_counted_by_who_was_called_and_what_came() {
        let host = Host::new("test", "1.0.0");
        let calls = host.shared(CallFamilies::registered).of("order");
        calls.ended("user:8090", Some(200), Duration::from_millis(30));
        calls.ended("user:8090", None, Duration::from_secs(3));

        let page = host.metrics.text().unwrap();
        for line in [
            r#"http_client_request_duration_seconds_count{service="order",server_address="user:8090",status="200"} 1"#,
            r#"http_client_request_duration_seconds_sum{service="order",server_address="user:8090",status="none"} 3.0"#,
        ] {
            assert!(page.lines().any(|there| there == line), "{line} is not in {page}");
        }
    }
}
