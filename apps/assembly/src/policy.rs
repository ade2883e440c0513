//! Taking the policy over while the service runs: when it is told that it has changed, at the start, and every ten seconds.
//!
//! Every instance decides by its own copy in memory, so that no request asks anybody. While the policy cannot be had, the last
//! good one stays in use; readiness says so, and a metric for how long it has been so.

mod metrics;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use async_trait::async_trait;
use eop_core::identity::service::{Followed, NotFollowed, PolicyFollower, hears_of_policy};
use eop_core::kernel::bus::BusError;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use eop_core::kernel::policy::{PolicyKeeper, PolicySeat, PolicySource};
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_runtime::worker::{Progress, Worker};
use tokio::sync::Notify;
use tokio::time::timeout;

use self::metrics::{Metrics, States};
use crate::part::Part;
use crate::{Bus, Host};

/// How often the policy is asked for although nothing was heard of a change.
const EVERY: Duration = Duration::from_secs(10);

/// How long nothing may be had before readiness says so: three times.
const UNKNOWN: Duration = Duration::from_secs(35);

/// How long a service waits for the policy at its start. Without it, it serves all the same.
const BEGIN_WITHIN: Duration = Duration::from_secs(3);

/// Messages taken from the feed at once, and how long a poll waits for news; a stop waits for it too.
const BATCH: usize = 500;
const WAIT: Duration = Duration::from_millis(500);

/// A poll waits for messages itself; this only keeps an empty loop from spinning.
const PAUSE: Duration = Duration::from_millis(1);

/// From where to where the policy is taken.
#[derive(derive_more::Debug)]
#[debug("Way {{ .. }}")]
pub struct Way {
    /// Who holds it.
    pub source: Arc<dyn PolicySource>,
    /// What decides by it.
    pub seat: Arc<dyn PolicySeat>,
    /// Keeps the last good one, unless the source is the service's own database.
    pub keeper: Option<Arc<dyn PolicyKeeper>>,
}

/// Takes the policy over for `service` from now on, and gives what readiness asks of it. Comes back when it was taken once, or
/// after three seconds. Events are dated by `clock`, the one of the databases.
///
/// # Errors
/// When the bus cannot be followed as it is configured.
pub async fn follow(
    service: &'static str,
    host: &Host,
    bus: &Bus,
    way: Way,
    clock: Arc<dyn Clock>,
) -> Result<Arc<dyn ReadinessCheck>> {
    let feed = bus.feed(Topic::Identity, clock.now())?;
    let follower = Arc::new(PolicyFollower::new(way.source, way.seat, way.keeper));
    let metrics = host.shared(States::registered).of(service);
    begin(service, &follower, &metrics).await;
    let changed = Arc::new(Notify::new());
    listen(service, host, feed, Arc::clone(&changed));
    let check = PolicyCheck { follower: Arc::clone(&follower), metrics: metrics.clone() };
    // Without a pulse: while whoever holds the policy is away, the service works on, and the part says so by itself.
    let worker =
        Worker::new(format!("{service} policy"), EVERY).with_backoff(Duration::from_millis(100), EVERY / 2);
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn(worker.name.clone(), async move {
        worker.run(shutdown, changed, || take(service, &follower, &metrics)).await;
        Ok::<_, Infallible>(())
    });
    Ok(Arc::new(check))
}

/// The policy as it is now; if it cannot be had, the one that was kept.
async fn begin(service: &'static str, follower: &PolicyFollower, metrics: &Metrics) {
    if matches!(timeout(BEGIN_WITHIN, take(service, follower, metrics)).await, Ok(Ok(_))) {
        return;
    }
    match follower.take_kept().await {
        Ok(Some(version)) => {
            metrics.installed(version);
            let version = version.0;
            tracing::warn!(
                service,
                version,
                "the policy cannot be had: the one that was kept decides until it can"
            );
        }
        Ok(None) => {
            tracing::warn!(
                service,
                "the policy cannot be had, and none was kept: the one that the platform ships with decides until it can"
            );
        }
        Err(error) => {
            tracing::warn!(service, %error, "neither the policy nor the one that was kept can be had");
        }
    }
}

async fn take(
    service: &'static str,
    follower: &PolicyFollower,
    metrics: &Metrics,
) -> Result<Progress, NotFollowed> {
    match follower.take().await {
        Ok(outcome) => {
            metrics.looked();
            if let Followed::Installed(version) = outcome {
                metrics.installed(version);
                tracing::info!(service, version = version.0, "another policy decides from now on");
            }
            Ok(Progress::Idle)
        }
        Err(error) => {
            if matches!(error, NotFollowed::Refused(_)) {
                metrics.refused();
            }
            Err(error)
        }
    }
}

/// Rings `changed` whenever something is heard of the policy.
fn listen(service: &'static str, host: &Host, feed: Arc<dyn EventFeed>, changed: Arc<Notify>) {
    let shutdown = host.lifecycle.shutdown_token();
    let name = format!("{service} policy news");
    let worker =
        Worker::new(name.clone(), PAUSE).with_backoff(Duration::from_millis(100), Duration::from_secs(1));
    host.lifecycle.spawn(name, async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                if hears_of_policy(&feed.poll(BATCH, WAIT).await?) {
                    changed.notify_one();
                }
                Ok::<_, BusError>(Progress::Idle)
            })
            .await;
        Ok::<_, Infallible>(())
    });
}

/// Whether the policy was seen a moment ago.
#[derive(Debug)]
struct PolicyCheck {
    follower: Arc<PolicyFollower>,
    metrics: Metrics,
}

#[async_trait]
impl ReadinessCheck for PolicyCheck {
    fn name(&self) -> &'static str {
        Part::Policy.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        let age = self.metrics.age();
        if age <= UNKNOWN {
            return Ok(());
        }
        let used = match self.follower.version() {
            Some(version) => format!("version {version}"),
            None => "the one that the platform ships with".to_owned(),
        };
        Err(format!("for {} s the policy could not be taken over: {used} decides", age.as_secs()))
    }
}
