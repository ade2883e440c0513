//! The broker that the settings name: Kafka, Fluvio, or a log in this process.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;
use eop_event_log::{EventLog, LogSettings};

use crate::Host;

/// How often records that everybody has read are dropped from the embedded log.
const TRUNCATE_EVERY: Duration = Duration::from_mins(5);

/// A connection to the broker. Clones share it.
#[derive(Clone)]
pub struct Bus(Kind);

#[derive(Clone)]
enum Kind {
    Log(Arc<EventLog>),
    #[cfg(feature = "kafka")]
    Kafka(Arc<eop_kafka::KafkaBus>),
    #[cfg(feature = "fluvio")]
    Fluvio(Arc<eop_fluvio::FluvioBus>),
}

impl std::fmt::Debug for Bus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bus")
    }
}

impl Bus {
    /// Connects to `url`: `kafka://host:port`, `fluvio://host:port` or `log:DIR`, and makes sure that the topics exist.
    ///
    /// # Errors
    /// When the address has another form, this build has no client for it, or the embedded log is in use.
    pub fn open(url: &str, host: &Host) -> Result<Self> {
        let (scheme, rest) = url.split_once(':').unwrap_or((url, ""));
        let address = rest.trim_start_matches("//");
        match scheme {
            "log" => Self::open_log(address, host),
            "kafka" => Self::open_kafka(address, host),
            "fluvio" => Self::open_fluvio(address, host),
            other => bail!(
                "EOP_BROKER_URL starts with `{other}:`; use kafka://host:port, fluvio://host:port or log:DIR"
            ),
        }
    }

    fn open_log(folder: &str, host: &Host) -> Result<Self> {
        let log = EventLog::open(folder, LogSettings::default())
            .with_context(|| format!("the event log in {folder} cannot be opened"))?;
        let (truncated, clock) = (Arc::clone(&log), Arc::clone(&host.clock));
        let shutdown = host.lifecycle.shutdown_token();
        host.lifecycle.spawn("event log truncation", async move {
            while shutdown.run_until_cancelled(tokio::time::sleep(TRUNCATE_EVERY)).await.is_some() {
                if let Err(error) = truncated.truncate(clock.now()).await {
                    tracing::warn!(%error, "the event log cannot be truncated; it is tried again later");
                }
            }
            Ok::<_, std::convert::Infallible>(())
        });
        Ok(Self(Kind::Log(log)))
    }

    #[cfg(feature = "kafka")]
    fn open_kafka(address: &str, host: &Host) -> Result<Self> {
        let bus = Arc::new(eop_kafka::KafkaBus::connect(eop_kafka::KafkaConfig::new(address))?);
        let waiting = Arc::clone(&bus);
        make_topics(host, move || {
            let waiting = Arc::clone(&waiting);
            async move { waiting.ensure_topics(&Topic::ALL).await }
        });
        Ok(Self(Kind::Kafka(bus)))
    }

    #[cfg(not(feature = "kafka"))]
    fn open_kafka(_: &str, _: &Host) -> Result<Self> {
        bail!("this build has no Kafka client: build it with `--features kafka`")
    }

    #[cfg(feature = "fluvio")]
    #[expect(clippy::unnecessary_wraps, reason = "the same signature with and without the feature")]
    fn open_fluvio(address: &str, host: &Host) -> Result<Self> {
        let bus = Arc::new(eop_fluvio::FluvioBus::connect(eop_fluvio::FluvioConfig::new(address)));
        let waiting = Arc::clone(&bus);
        make_topics(host, move || {
            let waiting = Arc::clone(&waiting);
            async move { waiting.ensure_topics(&Topic::ALL).await }
        });
        Ok(Self(Kind::Fluvio(bus)))
    }

    #[cfg(not(feature = "fluvio"))]
    fn open_fluvio(_: &str, _: &Host) -> Result<Self> {
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
}

/// Makes sure of the topics in the background: a broker that is down at start is no reason not to start. Orders are
/// accepted meanwhile, and their events wait in the outbox.
#[cfg(any(feature = "kafka", feature = "fluvio"))]
fn make_topics<F, E>(host: &Host, ensure: impl Fn() -> F + Send + 'static)
where
    F: Future<Output = Result<(), E>> + Send,
    E: std::fmt::Display + Send,
{
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn("topics", async move {
        while let Err(error) = ensure().await {
            tracing::warn!(%error, "the topics cannot be made sure of; trying again");
            if shutdown.run_until_cancelled(tokio::time::sleep(Duration::from_secs(1))).await.is_none() {
                break;
            }
        }
        Ok::<_, std::convert::Infallible>(())
    });
}
