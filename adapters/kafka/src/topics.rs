//! The topics of the platform on a cluster: made where they are missing, and looked at where they are there.

use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::event::Topic;
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, ResourceSpecifier, TopicReplication};
use rdkafka::client::DefaultClientContext;
use rdkafka::error::RDKafkaErrorCode;
use rdkafka::metadata::Metadata;
use tokio::time::{Instant, sleep};

use crate::bus::BusSetupError;
use crate::config::KafkaConfig;

/// How long the cluster may take to create topics.
const ADMIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a broker may take to say what it knows of a topic.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(2);

/// The time between two questions about a topic that was just created.
const METADATA_PAUSE: Duration = Duration::from_millis(50);

/// Copies that keep every acknowledged record when any one broker is lost while another is down.
const SAFE_REPLICATION: u8 = 3;

/// Copies that a record needs to be acknowledged, so that losing one broker loses none.
const SAFE_IN_SYNC: u8 = 2;

/// How long a record of a compacted topic stays in any case: whoever is no further behind misses nothing.
const COMPACTION_LAG: Duration = Duration::from_hours(7 * 24);

/// How topics are made, and what is expected of those that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicSettings {
    /// Partitions of each.
    pub partitions: u16,
    /// How many brokers keep a copy; not set, three, or one where there is only one broker.
    pub replication: Option<u8>,
    /// How many copies must have a record before it is acknowledged; not set, all but one.
    pub min_in_sync: Option<u8>,
    /// Whether it may be so few that losing one of several brokers loses records.
    pub accept_less: bool,
}

impl Default for TopicSettings {
    fn default() -> Self {
        Self { partitions: 6, replication: None, min_in_sync: None, accept_less: false }
    }
}

/// Copies of a topic, in all and needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Copies {
    replication: u8,
    in_sync: u8,
}

impl TopicSettings {
    /// The copies of a topic that is made on a cluster of so many brokers.
    fn copies(self, brokers: usize) -> Result<Copies, String> {
        let replication = self.replication.unwrap_or(if brokers == 1 { 1 } else { SAFE_REPLICATION });
        let in_sync = self.min_in_sync.unwrap_or_else(|| replication.saturating_sub(1).max(1));
        if usize::from(replication) > brokers {
            return Err(format!(
                "{replication} copies need as many brokers, and the cluster has {brokers}: add brokers, or set \
                 EOP_KAFKA_REPLICATION"
            ));
        }
        if brokers > 1 && !self.accept_less && (replication < SAFE_REPLICATION || in_sync < SAFE_IN_SYNC) {
            return Err(format!(
                "with {replication} copies, of which {in_sync} must have a record, losing one of the {brokers} brokers \
                 can lose events: set EOP_KAFKA_REPLICATION to 3 or more and EOP_KAFKA_MIN_IN_SYNC to 2 or more, or \
                 say EOP_KAFKA_ACCEPT_LESS=true"
            ));
        }
        Ok(Copies { replication, in_sync })
    }
}

/// Asks a cluster about topics, and makes them.
pub(crate) struct Topics {
    config: Arc<KafkaConfig>,
    admin: Arc<AdminClient<DefaultClientContext>>,
}

impl Topics {
    pub(crate) fn of(config: Arc<KafkaConfig>) -> Result<Self, BusSetupError> {
        let admin = config.client().create().map_err(|source| BusSetupError::client(&config, source))?;
        Ok(Self { config, admin: Arc::new(admin) })
    }

    /// Makes the topics that are not there. One that is there stays as it is.
    pub(crate) async fn ensure(&self, topics: &[Topic]) -> Result<(), BusSetupError> {
        let mut missing = Vec::new();
        let mut brokers = 0;
        for topic in topics {
            let known = self.look_up(*topic).await?;
            brokers = known.brokers;
            if known.topic.is_none() {
                missing.push(*topic);
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = missing.iter().map(|topic| self.config.name_of(*topic)).collect();
        let copies =
            self.config.topics.copies(brokers).map_err(|reason| self.error(names.join(", "), reason))?;
        self.create(&missing, &names, copies).await?;
        let deadline = Instant::now() + ADMIN_TIMEOUT;
        for topic in missing {
            self.wait_for(topic, deadline).await?;
        }
        Ok(())
    }

    async fn create(&self, topics: &[Topic], names: &[String], copies: Copies) -> Result<(), BusSetupError> {
        let in_sync = copies.in_sync.to_string();
        let lag = COMPACTION_LAG.as_millis().to_string();
        let wanted: Vec<NewTopic<'_>> = topics
            .iter()
            .zip(names)
            .map(|(topic, name)| {
                let replication = TopicReplication::Fixed(copies.replication.into());
                let made = NewTopic::new(name, self.config.topics.partitions.into(), replication)
                    .set("min.insync.replicas", &in_sync);
                if topic.keeps_latest() {
                    made.set("cleanup.policy", "compact").set("min.compaction.lag.ms", &lag)
                } else {
                    made
                }
            })
            .collect();
        let options =
            AdminOptions::new().request_timeout(Some(ADMIN_TIMEOUT)).operation_timeout(Some(ADMIN_TIMEOUT));
        let outcomes = self.admin.create_topics(&wanted, &options).await;
        for outcome in outcomes.map_err(|error| self.error(names.join(", "), error.to_string()))? {
            match outcome {
                Ok(name) => tracing::info!(topic = name, ?copies, "created the Kafka topic"),
                Err((_, RDKafkaErrorCode::TopicAlreadyExists)) => {}
                Err((name, error)) => return Err(self.error(name, error.to_string())),
            }
        }
        Ok(())
    }

    /// Waits until the brokers have heard of a topic: those that created it are ahead of the others.
    async fn wait_for(&self, topic: Topic, deadline: Instant) -> Result<(), BusSetupError> {
        loop {
            let found = self.look_up(topic).await.ok().and_then(|known| known.topic);
            if found.is_some_and(|found| found.is_led) {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(
                    self.error(self.config.name_of(topic), "its partitions have no leaders".to_owned())
                );
            }
            sleep(METADATA_PAUSE).await;
        }
    }

    /// What is wrong with the topics that are there, a line each: too few partitions or copies, or not compacted.
    pub(crate) async fn shortcomings(&self, topics: &[Topic]) -> Result<Vec<String>, BusSetupError> {
        let mut lines = Vec::new();
        for topic in topics {
            let (known, name) = (self.look_up(*topic).await?, self.config.name_of(*topic));
            match known.topic {
                None => lines.push(format!("the topic {name} does not exist")),
                Some(found) => {
                    let in_sync = self.setting(&name, "min.insync.replicas").await;
                    let in_sync = in_sync.and_then(|text| text.parse().ok());
                    lines.extend(self.config.topics.lacking(&name, known.brokers, found, in_sync));
                }
            }
        }
        Ok(lines)
    }

    /// Topics that should keep the latest record of each key, and do not.
    pub(crate) async fn uncompacted(&self, topics: &[Topic]) -> Vec<String> {
        let mut names = Vec::new();
        for topic in topics.iter().filter(|topic| topic.keeps_latest()) {
            let name = self.config.name_of(*topic);
            if self.setting(&name, "cleanup.policy").await.is_some_and(|policy| policy != "compact") {
                names.push(name);
            }
        }
        names
    }

    /// A setting of a topic; `None` when the cluster does not say.
    async fn setting(&self, name: &str, setting: &str) -> Option<String> {
        let options = AdminOptions::new().request_timeout(Some(ANSWER_TIMEOUT));
        let answers = self.admin.describe_configs(&[ResourceSpecifier::Topic(name)], &options).await.ok()?;
        answers.into_iter().next()?.ok()?.get(setting)?.value.clone()
    }

    /// What the cluster knows of itself and of a topic.
    async fn look_up(&self, topic: Topic) -> Result<Known, BusSetupError> {
        let (admin, name) = (Arc::clone(&self.admin), self.config.name_of(topic));
        // The client has no other way to ask than one that blocks.
        let asking = move || {
            admin.inner().fetch_metadata(Some(&name), ANSWER_TIMEOUT).map(|metadata| Known::of(&metadata))
        };
        let answer = tokio::task::spawn_blocking(asking).await;
        let reason = match answer {
            Ok(Ok(known)) if known.brokers > 0 => return Ok(known),
            Ok(Ok(_)) => "the cluster has no brokers yet".to_owned(),
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        Err(self.error(self.config.name_of(topic), reason))
    }

    fn error(&self, name: String, reason: String) -> BusSetupError {
        BusSetupError::Topic { bootstrap: self.config.bootstrap.clone(), name, reason }
    }
}

/// What a cluster says of itself and of one topic.
#[derive(Clone, Copy, Debug)]
struct Known {
    brokers: usize,
    /// The topic, if it is there.
    topic: Option<Found>,
}

/// A topic that is there.
#[derive(Clone, Copy, Debug)]
struct Found {
    partitions: usize,
    /// Of the partition that has the fewest.
    copies: usize,
    /// Whether every partition has a leader.
    is_led: bool,
}

impl Known {
    fn of(metadata: &Metadata) -> Self {
        let there = metadata.topics().first().filter(|topic| topic.error().is_none());
        let topic = there.map(rdkafka::metadata::MetadataTopic::partitions).filter(|all| !all.is_empty());
        let topic = topic.map(|partitions| Found {
            partitions: partitions.len(),
            copies: partitions.iter().map(|one| one.replicas().len()).min().unwrap_or_default(),
            is_led: partitions.iter().all(|one| one.leader() >= 0),
        });
        Self { brokers: metadata.brokers().len(), topic }
    }
}

impl TopicSettings {
    /// What a topic that is there lacks.
    fn lacking(self, name: &str, brokers: usize, found: Found, in_sync: Option<u8>) -> Vec<String> {
        let Found { partitions, copies, .. } = found;
        let mut lines = Vec::new();
        if partitions < usize::from(self.partitions) {
            let wanted = self.partitions;
            lines.push(format!(
                "the topic {name} has {partitions} partitions instead of {wanted} (EOP_KAFKA_PARTITIONS)"
            ));
        }
        let wanted = usize::from(self.replication.unwrap_or(SAFE_REPLICATION)).min(brokers);
        if copies < wanted && !(self.accept_less && self.replication.is_none()) {
            lines.push(format!(
                "the topic {name} has {copies} copies instead of {wanted} (EOP_KAFKA_REPLICATION)"
            ));
        }
        let wanted =
            self.min_in_sync.unwrap_or(if brokers > 1 && !self.accept_less { SAFE_IN_SYNC } else { 1 });
        if let Some(in_sync) = in_sync.filter(|in_sync| *in_sync < wanted) {
            lines.push(format!(
                "the topic {name} has min.insync.replicas {in_sync} instead of {wanted} (EOP_KAFKA_MIN_IN_SYNC)"
            ));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn settings(replication: Option<u8>, min_in_sync: Option<u8>, accept_less: bool) -> TopicSettings {
        TopicSettings { replication, min_in_sync, accept_less, ..TopicSettings::default() }
    }

    #[rstest]
    #[case::one_broker(1, settings(None, None, false), 1, 1)]
    #[case::three_brokers(3, settings(None, None, false), 3, 2)]
    #[case::more(9, settings(Some(5), None, false), 5, 4)]
    #[case::said(2, settings(Some(2), None, true), 2, 1)]
    #[case::said_at_its_least(3, settings(Some(1), Some(1), true), 1, 1)]
    fn a_topic_is_made_so_that_losing_a_broker_loses_nothing(
        #[case] brokers: usize,
        #[case] settings: TopicSettings,
        #[case] replication: u8,
        #[case] in_sync: u8,
    ) {
        assert_eq!(settings.copies(brokers), Ok(Copies { replication, in_sync }));
    }

    #[rstest]
    #[case::too_few_brokers(2, settings(None, None, false), "the cluster has 2")]
    #[case::two_copies(3, settings(Some(2), None, false), "EOP_KAFKA_ACCEPT_LESS")]
    #[case::one_copy(3, settings(Some(1), None, false), "losing one of the 3 brokers")]
    #[case::one_in_sync(3, settings(Some(3), Some(1), false), "EOP_KAFKA_MIN_IN_SYNC to 2")]
    #[case::more_than_there_are(1, settings(Some(3), None, true), "the cluster has 1")]
    fn what_could_lose_events_is_refused_unless_it_is_said(
        #[case] brokers: usize,
        #[case] settings: TopicSettings,
        #[case] reason: &str,
    ) {
        let refused = settings.copies(brokers).unwrap_err();
        assert!(refused.contains(reason), "{refused}");
    }

    #[rstest]
    #[case::as_wanted(3, (6, 3), Some(2), settings(None, None, false), &[])]
    #[case::a_single_broker(1, (6, 1), Some(1), settings(None, None, false), &[])]
    #[case::unknown_in_sync(3, (6, 3), None, settings(None, None, false), &[])]
    #[case::said(3, (6, 1), Some(1), settings(None, None, true), &[])]
    #[case::few_partitions(3, (1, 3), Some(2), settings(None, None, false), &["1 partitions instead of 6"])]
    #[case::few_copies(3, (6, 1), Some(1), settings(None, None, false),
        &["1 copies instead of 3", "min.insync.replicas 1 instead of 2"])]
    #[case::fewer_than_said(5, (6, 3), Some(2), settings(Some(5), Some(4), true),
        &["3 copies instead of 5", "min.insync.replicas 2 instead of 4"])]
    fn what_a_topic_lacks_is_named(
        #[case] brokers: usize,
        #[case] (partitions, copies): (usize, usize),
        #[case] in_sync: Option<u8>,
        #[case] settings: TopicSettings,
        #[case] expected: &[&str],
    ) {
        let found = Found { partitions, copies, is_led: true };
        let lines = settings.lacking("orders.v1", brokers, found, in_sync);
        assert_eq!(lines.len(), expected.len(), "{lines:?}");
        for (line, part) in lines.iter().zip(expected) {
            assert!(line.contains("orders.v1") && line.contains(part), "{line}");
        }
    }
}
