//! The broker that the settings name: Kafka, Fluvio, or a log in this process.

#[cfg(feature = "kafka")]
mod kafka;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use eop_event_log::{EventLog, LogSettings};

use crate::Host;
use crate::settings::BrokerConfig;

/// How often records that everybody has read are dropped from the embedded log.
const TRUNCATE_EVERY: Duration = Duration::from_mins(5);

/// A connection to the broker. Clones share it.
#[derive(Clone, derive_more::Debug)]
#[debug("Bus {{ .. }}")]
pub struct Bus(Kind);

#[derive(Clone)]
enum Kind {
    Log(Arc<EventLog>),
    #[cfg(feature = "kafka")]
    Kafka(Arc<eop_kafka::KafkaBus>),
    #[cfg(feature = "fluvio")]
    Fluvio(Arc<eop_fluvio::FluvioBus>),
}

impl Bus {
    /// Connects to the broker at `kafka://host:port`, `fluvio://host:port` or `log:DIR`, and makes sure that the topics
    /// exist. The prefix is for brokers that others use too: an embedded log has its folder to itself.
    ///
    /// # Errors
    /// When the address is missing or has another form, this build has no client for it, or the embedded log is in use.
    pub fn open(config: &BrokerConfig, host: &Host) -> Result<Self> {
        let url = config.required_url()?.expose();
        let (scheme, rest) = url.split_once(':').unwrap_or((url, ""));
        let address = rest.trim_start_matches("//");
        match scheme {
            "log" => Self::open_log(address, host),
            "kafka" => Self::open_kafka(address, config, host),
            "fluvio" => Self::open_fluvio(address, &config.topic_prefix, host),
            other => bail!(
                "EOP_BROKER_URL starts with `{other}:`; use kafka://host:port, fluvio://host:port or log:DIR"
            ),
        }
    }

    fn open_log(folder: &str, host: &Host) -> Result<Self> {
        let log = EventLog::open(folder, LogSettings::default())
            .with_context(|| format!("the event log in {folder} cannot be opened"))?;
        let (truncated, clock) = (Arc::clone(&log), Arc::clone(&host.clock));
        host.every("broker", "event log truncation", TRUNCATE_EVERY, move || {
            let (truncated, now) = (Arc::clone(&truncated), clock.now());
            async move { truncated.truncate(now).await.map(drop) }
        });
        Ok(Self(Kind::Log(log)))
    }

    #[cfg(feature = "kafka")]
    fn open_kafka(address: &str, config: &BrokerConfig, host: &Host) -> Result<Self> {
        let bus = Arc::new(eop_kafka::KafkaBus::connect(kafka::config(address, config)?)?);
        let (making, looking) = (Arc::clone(&bus), Arc::clone(&bus));
        make_topics(
            host,
            move || {
                let bus = Arc::clone(&making);
                async move { bus.ensure_topics(&Topic::ALL).await }
            },
            move || {
                let bus = Arc::clone(&looking);
                async move { bus.look_at_topics(&Topic::ALL).await }
            },
        );
        Ok(Self(Kind::Kafka(bus)))
    }

    #[cfg(not(feature = "kafka"))]
    fn open_kafka(_: &str, _: &BrokerConfig, _: &Host) -> Result<Self> {
        bail!("this build has no Kafka client: build it with `--features kafka`")
    }

    #[cfg(feature = "fluvio")]
    #[expect(clippy::unnecessary_wraps, reason = "the same signature with and without the feature")]
    fn open_fluvio(address: &str, topic_prefix: &str, host: &Host) -> Result<Self> {
        let topic_prefix = topic_prefix.to_owned();
        let config = eop_fluvio::FluvioConfig { topic_prefix, ..eop_fluvio::FluvioConfig::new(address) };
        let bus = Arc::new(eop_fluvio::FluvioBus::connect(config));
        let waiting = Arc::clone(&bus);
        make_topics(
            host,
            move || {
                let waiting = Arc::clone(&waiting);
                async move { waiting.ensure_topics(&Topic::ALL).await }
            },
            || std::future::ready(Ok(())),
        );
        Ok(Self(Kind::Fluvio(bus)))
    }

    #[cfg(not(feature = "fluvio"))]
    fn open_fluvio(_: &str, _: &str, _: &Host) -> Result<Self> {
        bail!("this build has no Fluvio client: build it with `--features fluvio`")
    }

    /// What the relay publishes to.
    #[must_use]
    pub fn publisher(&self) -> Arc<dyn EventPublisher> {
        match &self.0 {
            Kind::Log(log) => log.publisher(),
            #[cfg(feature = "kafka")]
            Kind::Kafka(bus) => bus.publisher(),
            #[cfg(feature = "fluvio")]
            Kind::Fluvio(bus) => bus.publisher(),
        }
    }

    /// Whether the broker answers and its topics are as they should be.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub async fn health(&self) -> Result<(), String> {
        #[cfg(feature = "kafka")]
        if let Kind::Kafka(bus) = &self.0 {
            return bus.health().await;
        }
        let answers = self.publisher().is_available().await;
        if answers { Ok(()) } else { Err("the broker does not answer".to_owned()) }
    }

    /// A member of the consumer group `group` that reads `topics`.
    ///
    /// # Errors
    /// When the client cannot be set up.
    pub fn consumer(&self, group: &str, topics: &[Topic]) -> Result<Arc<dyn EventConsumer>> {
        match &self.0 {
            Kind::Log(log) => Ok(log.consumer(group, topics)),
            #[cfg(feature = "kafka")]
            Kind::Kafka(bus) => Ok(bus.consumer(group, topics)?),
            #[cfg(feature = "fluvio")]
            Kind::Fluvio(bus) => Ok(bus.consumer(group, topics)),
        }
    }

    /// A feed of `topic` from `since` on, for this process alone.
    ///
    /// # Errors
    /// When the client cannot be set up.
    pub fn feed(&self, topic: Topic, since: Timestamp) -> Result<Arc<dyn EventFeed>> {
        match &self.0 {
            Kind::Log(log) => Ok(log.feed(topic, since)),
            #[cfg(feature = "kafka")]
            Kind::Kafka(bus) => Ok(bus.feed(topic, since)?),
            #[cfg(feature = "fluvio")]
            Kind::Fluvio(bus) => Ok(bus.feed(topic, since)),
        }
    }
}

/// How often the topics are looked at, after they were made.
#[cfg(any(feature = "kafka", feature = "fluvio"))]
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// Makes sure of the topics in the background, and looks at them from then on: a broker that is down at start is no reason
/// not to start. Orders are accepted meanwhile, and their events wait in the outbox.
#[cfg(any(feature = "kafka", feature = "fluvio"))]
fn make_topics<F, G, E>(
    host: &Host,
    ensure: impl Fn() -> F + Send + Sync + 'static,
    look: impl Fn() -> G + Send + Sync + 'static,
) where
    F: Future<Output = Result<(), E>> + Send,
    G: Future<Output = Result<(), E>> + Send,
    E: std::fmt::Display + Send,
{
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn("topics", async move {
        let mut said = String::new();
        while let Some(Err(error)) = shutdown.run_until_cancelled(ensure()).await {
            // Once for each reason: a broker that stays away is said by its client, and by readiness.
            let error = error.to_string();
            if error != said {
                tracing::warn!(error, "the topics cannot be made sure of; trying again");
                said = error;
            }
            if shutdown.run_until_cancelled(tokio::time::sleep(Duration::from_secs(1))).await.is_none() {
                break;
            }
        }
        while shutdown.run_until_cancelled(tokio::time::sleep(LOOK_EVERY)).await.is_some() {
            if let Some(Err(error)) = shutdown.run_until_cancelled(look()).await {
                tracing::debug!(%error, "the topics cannot be looked at");
            }
        }
        Ok::<_, std::convert::Infallible>(())
    });
}
