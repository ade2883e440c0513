//! What was asked lately: by route how often and how long it took, and the slowest requests.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use eop_core::kernel::clock::{Clock, Timestamp};

use crate::metrics::Finished;

/// How long one part of the memory is; the oldest part is forgotten as a whole.
const PART: TimeDelta = TimeDelta::minutes(10);
/// How many parts there are: the last hour, and what is left of the ten minutes before it.
const PARTS: usize = 7;
/// How long a part is remembered.
const LIFE: TimeDelta = TimeDelta::minutes(70);
/// What is asked to watch the process, by the beginning of its route: it would only show the watching.
const WATCHING: [&str; 3] = ["/health", "/metrics", "/api/v1/system"];
/// How many of the slowest requests are kept of each route.
const SLOWEST: usize = 3;

/// A request that took long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlowRequest {
    /// The method.
    pub method: &'static str,
    /// The template of the route.
    pub route: Arc<str>,
    /// The status of the answer.
    pub status: u16,
    /// How long it took.
    pub took: Duration,
    /// When it was answered.
    pub at: Timestamp,
    /// Its trace, when it was recorded.
    pub trace_id: Option<String>,
}

/// How a route was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteUse {
    /// The method.
    pub method: &'static str,
    /// The template of the route.
    pub route: Arc<str>,
    /// How many requests there were.
    pub requests: u64,
    /// How many of them were answered with 500 and above.
    pub failed: u64,
    /// How long all of them took together.
    pub total: Duration,
    /// How long the slowest took.
    pub longest: Duration,
}

#[derive(Debug, Default)]
struct Use {
    requests: u64,
    failed: u64,
    total: Duration,
    slowest: Vec<SlowRequest>,
}

/// Which service, method and route: all three are of the document, so that there is a bounded number of them.
type Key = (Arc<str>, &'static str, Arc<str>);

struct Part {
    begun: Timestamp,
    uses: HashMap<Key, Use>,
}

/// The requests of the last hour. Clones share them.
#[derive(Clone, derive_more::Debug)]
pub struct RecentRequests {
    #[debug(skip)]
    clock: Arc<dyn Clock>,
    #[debug(skip)]
    parts: Arc<Mutex<VecDeque<Part>>>,
}

impl RecentRequests {
    /// None yet; `clock` dates them.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, parts: Arc::default() }
    }

    /// How the routes of `service` were used, the busiest first.
    #[must_use]
    pub fn routes(&self, service: &str) -> Vec<RouteUse> {
        let mut found: HashMap<(&'static str, Arc<str>), RouteUse> = HashMap::new();
        for part in &*self.recent() {
            for ((_, method, route), one) in part.uses.iter().filter(|((of, ..), _)| &**of == service) {
                let all = found.entry((method, Arc::clone(route))).or_insert_with(|| RouteUse {
                    method,
                    route: Arc::clone(route),
                    requests: 0,
                    failed: 0,
                    total: Duration::ZERO,
                    longest: Duration::ZERO,
                });
                all.requests += one.requests;
                all.failed += one.failed;
                all.total += one.total;
                all.longest = all.longest.max(one.slowest.first().map_or(Duration::ZERO, |slow| slow.took));
            }
        }
        let mut found: Vec<RouteUse> = found.into_values().collect();
        found.sort_by(|a, b| {
            b.requests.cmp(&a.requests).then_with(|| (&a.route, a.method).cmp(&(&b.route, b.method)))
        });
        found
    }

    /// The slowest requests of `service`, at most three of each route and `most` of all, the slowest first.
    #[must_use]
    pub fn slowest(&self, service: &str, most: usize) -> Vec<SlowRequest> {
        let mut by_route: HashMap<(&'static str, Arc<str>), Vec<SlowRequest>> = HashMap::new();
        for part in &*self.recent() {
            for ((_, method, route), one) in part.uses.iter().filter(|((of, ..), _)| &**of == service) {
                by_route.entry((method, Arc::clone(route))).or_default().extend(one.slowest.iter().cloned());
            }
        }
        let mut found: Vec<SlowRequest> = by_route
            .into_values()
            .flat_map(|mut slow| {
                slow.sort_by_key(|one| std::cmp::Reverse(one.took));
                slow.truncate(SLOWEST);
                slow
            })
            .collect();
        found.sort_by(|a, b| b.took.cmp(&a.took).then_with(|| a.at.cmp(&b.at)));
        found.truncate(most);
        found
    }

    /// The parts that are not too old.
    fn recent(&self) -> MutexGuard<'_, VecDeque<Part>> {
        let mut parts = self.lock();
        forget(&mut parts, self.clock.now());
        parts
    }

    /// Notes a request that was answered. One that matched no route tells nothing.
    pub(crate) fn note(&self, request: &Finished, method: &'static str) {
        let Some(route) = &request.route else { return };
        if WATCHING.iter().any(|start| route.starts_with(start)) {
            return;
        }
        let at = self.clock.now();
        let mut parts = self.lock();
        if parts.back().is_none_or(|part| at - part.begun >= PART) {
            forget(&mut parts, at);
            parts.push_back(Part { begun: at, uses: HashMap::new() });
        }
        let Some(part) = parts.back_mut() else { return };
        let key = (Arc::from(request.service.as_str()), method, Arc::clone(route));
        let one = part.uses.entry(key).or_default();
        one.requests += 1;
        one.failed += u64::from(request.status.is_server_error());
        one.total += request.duration;
        let is_slow = one.slowest.len() < SLOWEST
            || one.slowest.last().is_some_and(|least| least.took < request.duration);
        if is_slow {
            one.slowest.push(SlowRequest {
                method,
                route: Arc::clone(route),
                status: request.status.as_u16(),
                took: request.duration,
                at,
                trace_id: request.trace.clone(),
            });
            one.slowest.sort_by_key(|one| std::cmp::Reverse(one.took));
            one.slowest.truncate(SLOWEST);
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Part>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn forget(parts: &mut VecDeque<Part>, now: Timestamp) {
    let age = |part: &Part| now - part.begun;
    while parts.front().is_some_and(|first| parts.len() > PARTS || age(first) >= LIFE) {
        parts.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use poem::http::{Method, StatusCode};

    use super::*;

    struct At(Mutex<Timestamp>);

    impl Clock for At {
        fn now(&self) -> Timestamp {
            *self.0.lock().unwrap()
        }
    }

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn finished(route: &str, status: u16, millis: u64) -> Finished {
        Finished {
            service: "order".to_owned(),
            method: Method::GET,
            route: Some(Arc::from(route)),
            status: StatusCode::from_u16(status).unwrap(),
            duration: Duration::from_millis(millis),
            trace: Some(format!("{millis:032x}")),
        }
    }

    #[test]
    fn routes_are_counted_and_the_slowest_of_each_are_kept() {
        let clock = Arc::new(At(Mutex::new(at(0))));
        let requests = RecentRequests::new(clock.clone());
        for millis in 1..=50 {
            requests.note(&finished("/orders", if millis == 9 { 503 } else { 200 }, millis), "GET");
        }
        requests.note(&finished("/login", 200, 900), "POST");
        requests.note(&finished("/metrics", 200, 5000), "GET");
        requests.note(&Finished { route: None, ..finished("", 404, 5000) }, "GET");
        *clock.0.lock().unwrap() = at(30);
        requests.note(&finished("/orders", 200, 45), "GET");

        let routes = requests.routes("order");
        let told: Vec<_> = routes
            .iter()
            .map(|one| (&*one.route, one.requests, one.failed, one.longest.as_millis()))
            .collect();
        assert_eq!(told, [("/orders", 51, 1, 50), ("/login", 1, 0, 900)]);
        let slowest = |most| -> Vec<_> {
            requests.slowest("order", most).iter().map(|one| one.took.as_millis()).collect()
        };
        assert_eq!(slowest(10), [900, 50, 49, 48]);
        assert_eq!(slowest(2), [900, 50]);
        assert!(requests.routes("user").is_empty());
    }

    #[test]
    fn what_is_older_than_an_hour_is_forgotten_part_by_part() {
        let clock = Arc::new(At(Mutex::new(at(0))));
        let requests = RecentRequests::new(clock.clone());
        for minute in 0..300 {
            *clock.0.lock().unwrap() = at(minute);
            requests.note(&finished("/orders", 200, 1), "GET");
            assert!(requests.lock().len() <= PARTS);
        }
        let kept = requests.routes("order")[0].requests;
        assert!((60..=70).contains(&kept), "{kept} requests of the last hour");
        *clock.0.lock().unwrap() = at(400);
        assert!(requests.routes("order").is_empty(), "nobody asked for anything since");
    }
}
