//! The bus, read back from its beginning by a group of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use eop_assembly::settings::BrokerConfig;
use eop_assembly::{Bus, Host};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use eop_runtime::config::SecretUrl;
use tokio::time::Instant;
use uuid::Uuid;

/// Records taken at once.
const BATCH: usize = 500;
/// How long nothing may come until everything is read.
const SILENCE: Duration = Duration::from_secs(3);
/// How long a group may take to begin.
const JOINING: Duration = Duration::from_secs(30);

/// What lies on the bus.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    /// The events of each key, each once, in the order in which they lie there.
    pub(crate) by_key: BTreeMap<Uuid, Vec<Event>>,
    /// When what lies there more than once had happened, one for each repeat.
    pub(crate) repeats: Vec<Timestamp>,
    /// How many records there are.
    pub(crate) records: usize,
}

impl Stream {
    /// Everything on the topics of facts.
    pub(crate) async fn read(url: &str, topic_prefix: &str) -> Self {
        let config = BrokerConfig {
            url: Some(SecretUrl::from(url)),
            topic_prefix: topic_prefix.to_owned(),
            ..BrokerConfig::default()
        };
        let host = Host::new("journey", env!("CARGO_PKG_VERSION"));
        let bus = Bus::open(&config, &host).expect("the bus can be opened");
        let topics = [Topic::Orders, Topic::Identity, Topic::Notifications];
        let consumer = bus.consumer("journey", &topics).expect("a group can be joined");
        let (mut stream, mut seen, begun) = (Self::default(), BTreeSet::new(), Instant::now());
        loop {
            let received = consumer.poll(BATCH, SILENCE).await.expect("the bus can be read");
            if received.is_empty() && (stream.records > 0 || begun.elapsed() > JOINING) {
                break;
            }
            for message in received {
                let event = message.content.expect("everything on the bus is an event");
                stream.records += 1;
                if seen.insert(event.id) {
                    stream.by_key.entry(event.key).or_default().push(event);
                } else {
                    stream.repeats.push(event.occurred_at);
                }
            }
        }
        consumer.close().await;
        stream
    }
}
