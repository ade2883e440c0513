//! Hearing at once which access tokens are good no more: for the services that do not hold the sessions.
//!
//! Each of them follows identity's topic by a feed of its own, since every instance must hear everything. While nothing can
//! be heard, tokens are taken until they expire; readiness says so, and a metric for how long it has been so.

mod metrics;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use async_trait::async_trait;
use eop_core::identity::port::{LONGEST_TOKEN_LIFE, TokenVerifier};
use eop_core::identity::service::{CutOffVerifier, CutOffs, Hearing};
use eop_core::kernel::bus::BusError;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::event::Topic;
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_runtime::worker::{Progress, Worker};
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

use self::metrics::{Ages, Families, Metrics};
use crate::part::Part;
use crate::{Bus, Host};

/// By how much the feed begins before the longest life of a token: clocks differ.
const SLACK: Duration = Duration::from_mins(5);

/// How long a service waits at its start to hear of the recent past. Without a broker it serves all the same.
const BEGIN_WITHIN: Duration = Duration::from_secs(3);

/// How long nothing may be heard before readiness says so: longer than a look at the broker takes.
const UNHEARD: Duration = Duration::from_secs(5);

/// How long a poll waits for news; a stop waits for it too.
const WAIT: Duration = Duration::from_millis(500);

/// The same before the recent past was heard, for which the start waits.
const WAIT_AT_START: Duration = Duration::from_millis(20);

/// A poll waits for messages itself; this only keeps an empty loop from spinning.
const PAUSE: Duration = Duration::from_millis(1);

/// How often what is over is forgotten.
const FORGET_EVERY: Duration = Duration::from_mins(1);

/// What a service does with what it hears.
#[derive(derive_more::Debug)]
#[debug("Revocations {{ .. }}")]
pub struct Revocations {
    /// Refuses tokens that were cut off.
    pub verifier: Arc<dyn TokenVerifier>,
    /// Says in readiness when nothing is heard.
    pub check: Arc<dyn ReadinessCheck>,
}

impl Revocations {
    /// Follows what identity tells on `bus`, for `service`, whose tokens `verifier` checks offline. Events are dated by
    /// `clock`, the one of the databases. Comes back once the recent past was heard, or after three seconds.
    ///
    /// # Errors
    /// When the bus cannot be followed as it is configured.
    pub async fn follow(
        service: &'static str,
        host: &Host,
        bus: &Bus,
        verifier: Arc<dyn TokenVerifier>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self> {
        let cut_offs = Arc::new(CutOffs::default());
        let feed = bus.feed(Topic::Identity, clock.now() - LONGEST_TOKEN_LIFE - SLACK)?;
        let hearing = Hearing::new(feed, Arc::clone(&cut_offs));
        let ages = host.shared(Ages::registered);
        let age = ages.of(service, Topic::Identity.as_str());
        let metrics = host.shared(Families::registered).of(service);
        let (current, mut begun) = watch::channel(false);
        spawn(service, host, Loop { hearing, metrics, age: age.clone(), current, clock: Arc::clone(&clock) });
        let forgetting = Arc::clone(&cut_offs);
        host.every(service, "revocations forgotten", FORGET_EVERY, move || {
            forgetting.forget(clock.now());
            std::future::ready(Ok::<_, std::convert::Infallible>(()))
        });
        if timeout(BEGIN_WITHIN, begun.wait_for(|current| *current)).await.is_err() {
            tracing::warn!(
                service,
                "nothing was heard yet of sessions that ended: until it is, access tokens are taken until they expire"
            );
        }
        let verifier = Arc::new(CutOffVerifier::new(verifier, cut_offs));
        Ok(Self { verifier, check: Arc::new(HeardCheck(age)) })
    }
}

/// What the loop works with.
struct Loop {
    hearing: Hearing,
    metrics: Metrics,
    age: metrics::Age,
    current: watch::Sender<bool>,
    clock: Arc<dyn Clock>,
}

fn spawn(service: &'static str, host: &Host, work: Loop) {
    let shutdown = host.lifecycle.shutdown_token();
    let name = format!("{service} revocations");
    let worker =
        Worker::new(name.clone(), PAUSE).with_backoff(Duration::from_millis(100), Duration::from_secs(1));
    host.lifecycle.spawn(name, async move {
        let Loop { hearing, metrics, age, current, clock } = &work;
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let wait = if *current.borrow() { WAIT } else { WAIT_AT_START };
                let step = hearing.step(wait).await?;
                metrics.count(&step, clock.now());
                if step.is_current {
                    age.renew();
                    current.send_replace(true);
                }
                Ok::<_, BusError>(if step.cut.is_empty() { Progress::Idle } else { Progress::Worked })
            })
            .await;
        Ok::<_, std::convert::Infallible>(())
    });
}

/// Whether what identity tells is heard.
#[derive(Debug)]
struct HeardCheck(metrics::Age);

#[async_trait]
impl ReadinessCheck for HeardCheck {
    fn name(&self) -> &'static str {
        Part::Revocations.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        let age = self.0.get();
        if age <= UNHEARD {
            return Ok(());
        }
        Err(format!(
            "for {} s it was not heard which sessions ended: access tokens are taken until they expire",
            age.as_secs()
        ))
    }
}
