//! An hour of figures: what the process's own metrics said, step by step.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::scan::Line;

/// How often the figures are taken.
pub const STEP: Duration = Duration::from_secs(30);
/// How many steps are kept: an hour.
const STEPS: usize = 120;
/// How many services a process may have; its page of metrics is our own, so that this is never met.
const MOST_SERVICES: usize = 8;
/// Requests that watch the process are no work of it.
const WATCHING: [&str; 3] = ["/health", "/metrics", "/api/v1/system"];

/// What a service did between two looks, and how it was at the second one.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// When the step ended.
    pub at: SystemTime,
    /// How long it was.
    pub lasted: Duration,
    /// Requests that were answered.
    pub requests: u64,
    /// Those of them that were answered with 500 and above.
    pub failed: u64,
    /// Half of the requests were answered within this time; absent when there were none.
    pub median: Option<Duration>,
    /// 99 of 100 requests were.
    pub p99: Option<Duration>,
    /// Requests that are being served.
    pub in_flight: u64,
    /// Commits that were written.
    pub commits: u64,
    /// Events that the broker acknowledged.
    pub published: u64,
    /// Events that wait to be published.
    pub outbox_pending: u64,
    /// Events that wait for an operator.
    pub outbox_parked: u64,
    /// How long the oldest waiting event has waited.
    pub outbox_oldest: Duration,
    /// Messages read from the bus.
    pub consumed: u64,
    /// Messages that are not acknowledged yet; absent where nobody counts them.
    pub lag: Option<u64>,
    /// Deliveries that a provider took; absent where nothing is delivered.
    pub delivered: Option<u64>,
    /// Attempts that did not deliver; absent where nothing is delivered.
    pub undelivered: Option<u64>,
    /// Memory of the whole process, in bytes.
    pub memory: u64,
    /// Processor time that the whole process took.
    pub processor: Duration,
}

/// What the metrics of one service count.
#[derive(Clone, Debug, Default)]
struct Totals {
    requests: f64,
    failed: f64,
    /// How many requests took at most so many seconds, whose bits are the key: those of numbers that are not negative have
    /// the order of the numbers.
    durations: BTreeMap<u64, f64>,
    in_flight: f64,
    commits: f64,
    published: f64,
    outbox_pending: f64,
    outbox_parked: f64,
    outbox_oldest: f64,
    consumed: f64,
    lag: Option<f64>,
    delivered: Option<f64>,
    undelivered: Option<f64>,
}

/// A look at the metrics.
#[derive(Clone, Debug)]
struct Look {
    at: SystemTime,
    memory: f64,
    processor: f64,
    services: BTreeMap<String, Totals>,
}

/// The last hour. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Vitals(Arc<Mutex<VecDeque<Look>>>);

impl Vitals {
    /// Takes the figures of a page of metrics, as they are at this time.
    pub fn take(&self, page: &str, at: SystemTime) {
        let look = Look::at(page, at);
        let mut looks = self.lock();
        // One look more than there are steps between them.
        if looks.len() > STEPS {
            looks.pop_front();
        }
        looks.push_back(look);
    }

    /// What `service` did step by step, the oldest first; the last step ends now and is as long as it is by now.
    #[must_use]
    pub fn of(&self, service: &str, page: &str, now: SystemTime) -> Vec<Sample> {
        let mut looks: Vec<Look> = self.lock().iter().cloned().collect();
        looks.push(Look::at(page, now));
        let nothing = Totals::default();
        let steps = looks.iter().zip(looks.iter().skip(1));
        let samples = steps.map(|(before, after)| {
            let of = |look: &Look| look.services.get(service).unwrap_or(&nothing).clone();
            Sample::between((before, &of(before)), (after, &of(after)))
        });
        samples.filter(|sample| !sample.lasted.is_zero()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Look>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Look {
    fn at(page: &str, at: SystemTime) -> Self {
        let mut look = Self { at, memory: 0.0, processor: 0.0, services: BTreeMap::new() };
        for line in page.lines().filter_map(Line::read) {
            match (line.name, line.label("service")) {
                ("process_resident_memory_bytes", _) => look.memory = line.value,
                ("process_cpu_seconds_total", _) => look.processor = line.value,
                (_, Some(service)) => {
                    if let Some(totals) = look.totals(service) {
                        totals.add(&line);
                    }
                }
                (_, None) => {}
            }
        }
        look
    }

    fn totals(&mut self, service: &str) -> Option<&mut Totals> {
        if !self.services.contains_key(service) {
            if self.services.len() >= MOST_SERVICES {
                return None;
            }
            self.services.insert(service.to_owned(), Totals::default());
        }
        self.services.get_mut(service)
    }
}

impl Totals {
    fn add(&mut self, line: &Line<'_>) {
        let value = line.value;
        match line.name {
            "http_server_request_duration_seconds_count" if !is_watching(line) => {
                self.requests += value;
                let failed = line.label("status").is_some_and(|status| status.starts_with('5'));
                self.failed += if failed { value } else { 0.0 };
            }
            "http_server_request_duration_seconds_bucket" if !is_watching(line) => {
                let Some(bound) = line.label("le").and_then(|text| text.parse::<f64>().ok()) else { return };
                *self.durations.entry(bound.to_bits()).or_default() += value;
            }
            "http_server_requests_in_flight" => self.in_flight = value,
            "eop_commit_outcomes_total" if line.label("outcome") == Some("applied") => self.commits += value,
            "eop_relay_published_total" => self.published = value,
            "eop_outbox_pending" => self.outbox_pending = value,
            "eop_outbox_parked" => self.outbox_parked = value,
            "eop_outbox_oldest_age_seconds" => self.outbox_oldest = value,
            "eop_bus_consumed_total" => self.consumed += value,
            "eop_consumer_lag" => self.lag = Some(value),
            "eop_deliveries_total" => match line.label("status") {
                Some("sent") => *self.delivered.get_or_insert(0.0) += value,
                Some("retrying" | "failed" | "dead" | "unknown") => {
                    *self.undelivered.get_or_insert(0.0) += value;
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn is_watching(line: &Line<'_>) -> bool {
    line.label("route").is_some_and(|route| WATCHING.iter().any(|start| route.starts_with(start)))
}

impl Sample {
    fn between((before, was): (&Look, &Totals), (after, is): (&Look, &Totals)) -> Self {
        let more = |was: f64, is: f64| count((is - was).max(0.0));
        let more_if = |was: Option<f64>, is: Option<f64>| is.map(|is| more(was.unwrap_or_default(), is));
        let took: Vec<(f64, f64)> = is
            .durations
            .iter()
            .map(|(bound, count)| {
                let known = was.durations.get(bound).copied().unwrap_or_default();
                (f64::from_bits(*bound), (count - known).max(0.0))
            })
            .collect();
        Self {
            at: after.at,
            lasted: after.at.duration_since(before.at).unwrap_or_default(),
            requests: more(was.requests, is.requests),
            failed: more(was.failed, is.failed),
            median: quantile(0.5, &took),
            p99: quantile(0.99, &took),
            in_flight: count(is.in_flight),
            commits: more(was.commits, is.commits),
            published: more(was.published, is.published),
            outbox_pending: count(is.outbox_pending),
            outbox_parked: count(is.outbox_parked),
            outbox_oldest: seconds(is.outbox_oldest),
            consumed: more(was.consumed, is.consumed),
            lag: is.lag.map(count),
            delivered: more_if(was.delivered, is.delivered),
            undelivered: more_if(was.undelivered, is.undelivered),
            memory: count(after.memory),
            processor: seconds((after.processor - before.processor).max(0.0)),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count is whole, not negative and small"
)]
fn count(value: f64) -> u64 {
    if value.is_finite() && value > 0.0 { value.round() as u64 } else { 0 }
}

fn seconds(value: f64) -> Duration {
    Duration::try_from_secs_f64(value).unwrap_or_default()
}

/// The quantile `q` of a histogram: counts of what was at most so many seconds, by growing bounds. Within a bucket it grows evenly, as
/// Prometheus' `histogram_quantile` has it; beyond the last bound it is that bound.
fn quantile(q: f64, histogram: &[(f64, f64)]) -> Option<Duration> {
    let all = histogram.last().map(|(_, count)| *count).filter(|count| *count > 0.0)?;
    let rank = q * all;
    let (mut below, mut counted) = (0.0, 0.0);
    for (bound, count) in histogram.iter().copied() {
        if count >= rank {
            if bound.is_infinite() {
                return Some(seconds(below));
            }
            let share = if count > counted { (rank - counted) / (count - counted) } else { 1.0 };
            return Some(seconds(below + (bound - below) * share));
        }
        (below, counted) = (bound, count);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    fn page(requests: u32, failed: u32, lag: u32) -> String {
        let http = "http_server_request_duration_seconds";
        let labels = r#"service="order",method="POST",route="/api/v1/orders",status"#;
        format!(
            "# TYPE x counter\n\
             {http}_bucket{{{labels}=\"201\",le=\"0.1\"}} {requests} # {{trace_id=\"0af7\"}} 0.03\n\
             {http}_bucket{{{labels}=\"201\",le=\"0.2\"}} {requests}\n\
             {http}_bucket{{{labels}=\"201\",le=\"+Inf\"}} {requests}\n\
             {http}_count{{{labels}=\"201\"}} {requests}\n\
             {http}_bucket{{{labels}=\"503\",le=\"0.1\"}} 0\n\
             {http}_bucket{{{labels}=\"503\",le=\"0.2\"}} {failed}\n\
             {http}_bucket{{{labels}=\"503\",le=\"+Inf\"}} {failed}\n\
             {http}_count{{{labels}=\"503\"}} {failed}\n\
             {http}_count{{service=\"order\",method=\"GET\",route=\"/metrics\",status=\"200\"}} 1000\n\
             eop_consumer_lag{{service=\"notification\"}} {lag}\n\
             eop_deliveries_total{{service=\"notification\",channel=\"email\",status=\"sent\"}} {lag}\n\
             process_resident_memory_bytes 5000000\n\
             process_cpu_seconds_total {requests}\n"
        )
    }

    #[test]
    fn steps_are_what_changed_between_two_looks() {
        let vitals = Vitals::default();
        vitals.take(&page(10, 0, 3), at(0));
        vitals.take(&page(20, 10, 5), at(30));
        let samples = vitals.of("order", &page(22, 10, 0), at(40));
        assert_eq!(samples.len(), 2);
        let first = &samples[0];
        assert_eq!((first.requests, first.failed, first.lasted), (20, 10, Duration::from_secs(30)));
        // Ten within 0.1 s and ten more within 0.2 s.
        assert_eq!(first.median, Some(Duration::from_millis(100)));
        assert_eq!(first.p99.map(|p99| p99.as_millis()), Some(198));
        assert_eq!((first.lag, first.delivered), (None, None));
        assert_eq!((first.memory, first.processor), (5_000_000, Duration::from_secs(10)));
        assert_eq!((samples[1].requests, samples[1].lasted), (2, Duration::from_secs(10)));
        let told = vitals.of("notification", &page(22, 10, 6), at(40));
        assert_eq!((told[0].lag, told[0].delivered, told[0].undelivered), (Some(5), Some(2), None));
        assert_eq!((told[0].requests, told[0].median), (0, None));
    }

    #[test]
    fn an_hour_is_kept_whatever_happens() {
        let vitals = Vitals::default();
        for n in 0..1000 {
            vitals.take(&page(1, 0, 0), at(n * 30));
        }
        let samples = vitals.of("order", &page(1, 0, 0), at(1000 * 30));
        assert_eq!(samples.len(), STEPS + 1);
        assert_eq!(samples[0].at, at(880 * 30));
        let many = (0..1000)
            .fold(String::new(), |page, n| page + &format!("eop_outbox_pending{{service=\"s{n}\"}} 1\n"));
        assert_eq!(Look::at(&many, at(0)).services.len(), MOST_SERVICES);
    }

    #[test]
    fn beyond_the_last_bound_there_is_only_the_bound() {
        assert_eq!(quantile(0.5, &[(1.0, 0.0), (f64::INFINITY, 4.0)]), Some(Duration::from_secs(1)));
        assert_eq!(quantile(0.5, &[(1.0, 0.0), (f64::INFINITY, 0.0)]), None);
        assert_eq!(quantile(0.5, &[]), None);
    }
}
