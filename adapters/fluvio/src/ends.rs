//! Where partitions end, as the units that lead them say.
//!
//! The controller knows the ends too, but only from what the units report now and then: right after a publish its ends are
//! old, and a lag taken from them is zero when it is not. A consumer's stream asks its unit the same question before it
//! begins to read; the client does not offer the answer, so it is asked here over a connection of its own, closed after it.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context as _, Result, ensure};
use fluvio::dataplane::api::RequestMessage;
use fluvio::dataplane::link::ErrorCode;
use fluvio::metadata::partition::PartitionSpec;
use fluvio::metadata::spu::SpuSpec;
use fluvio::{Fluvio, PartitionId};
use fluvio_socket::ClientConfig;
use fluvio_spu_schema::server::fetch_offset::{
    FetchOffsetPartition, FetchOffsetTopic, FetchOffsetsRequest, FetchOffsetsResponse,
};

/// The number of a unit.
type Unit = i32;

/// A topic's name on the cluster and the number of a partition.
type Place = (String, PartitionId);

/// The offset after the last record of each partition of these topics.
///
/// # Errors
/// When a unit does not answer, refuses, or is not known.
pub(crate) async fn ends(client: &Fluvio, topics: &[String]) -> Result<HashMap<Place, i64>> {
    let admin = client.admin().await;
    let partitions = admin.all::<PartitionSpec>().await?;
    let led = partitions.into_iter().filter_map(|partition| {
        let (topic, number) = partition.name.rsplit_once('-')?;
        let wanted = topics.iter().any(|name| name == topic);
        Some((partition.spec.leader, (topic.to_owned(), number.parse().ok()?))).filter(|_| wanted)
    });
    let questions = questions(led);
    let units = admin.all::<SpuSpec>().await?;
    let mut ends = HashMap::new();
    for (leader, question) in questions {
        let unit = units.iter().find(|unit| unit.spec.id == leader);
        let unit = unit.with_context(|| format!("the cluster does not know its unit {leader}"))?;
        let socket = ClientConfig::with_addr(unit.spec.public_endpoint.addr()).connect().await?;
        let (mut socket, config, versions) = socket.split();
        let mut message = RequestMessage::new_request(question);
        message.get_mut_header().set_client_id(config.client_id());
        if let Some(version) = versions.lookup_version::<FetchOffsetsRequest>() {
            message.get_mut_header().set_api_version(version);
        }
        ends.extend(answered(socket.send(&message).await?.response)?);
    }
    Ok(ends)
}

/// One question for each unit, about all partitions that it leads.
fn questions(led: impl Iterator<Item = (Unit, Place)>) -> BTreeMap<Unit, FetchOffsetsRequest> {
    let mut by_unit: BTreeMap<Unit, BTreeMap<String, Vec<FetchOffsetPartition>>> = BTreeMap::new();
    for (unit, (topic, partition_index)) in led {
        let partitions = by_unit.entry(unit).or_default().entry(topic).or_default();
        partitions.push(FetchOffsetPartition { partition_index });
    }
    by_unit
        .into_iter()
        .map(|(unit, topics)| {
            let topics =
                topics.into_iter().map(|(name, partitions)| FetchOffsetTopic { name, partitions }).collect();
            (unit, FetchOffsetsRequest { topics, ..FetchOffsetsRequest::default() })
        })
        .collect()
}

/// What a unit said; a partition that it does not lead any more fails the whole answer.
fn answered(response: FetchOffsetsResponse) -> Result<Vec<(Place, i64)>> {
    let mut ends = Vec::new();
    for topic in response.topics {
        for partition in topic.partitions {
            let number = partition.partition_index;
            ensure!(
                partition.error_code == ErrorCode::None,
                "{}-{number}: {}",
                topic.name,
                partition.error_code
            );
            ends.push(((topic.name.clone(), number), partition.last_stable_offset));
        }
    }
    Ok(ends)
}

#[cfg(test)]
mod tests {
    use fluvio_spu_schema::server::fetch_offset::{FetchOffsetPartitionResponse, FetchOffsetTopicResponse};

    use super::*;

    #[test]
    fn each_unit_is_asked_once_about_what_it_leads() {
        let place = |topic: &str, number| (topic.to_owned(), number);
        let led = [
            (7, place("orders", 0)),
            (8, place("orders", 1)),
            (7, place("identity", 2)),
            (7, place("orders", 2)),
        ];
        let asked: Vec<_> = questions(led.into_iter())
            .into_iter()
            .map(|(unit, question)| {
                let topics = question.topics.into_iter();
                let numbers = topics.map(|topic| {
                    let numbers = topic.partitions.iter().map(|partition| partition.partition_index);
                    (topic.name, numbers.collect::<Vec<_>>())
                });
                (unit, numbers.collect::<Vec<_>>())
            })
            .collect();
        let of = |topic: &str, numbers: &[PartitionId]| (topic.to_owned(), numbers.to_vec());
        assert_eq!(
            asked,
            [(7, vec![of("identity", &[2]), of("orders", &[0, 2])]), (8, vec![of("orders", &[1])])]
        );
    }

    fn response(error_code: ErrorCode) -> FetchOffsetsResponse {
        let partition = FetchOffsetPartitionResponse {
            error_code,
            partition_index: 3,
            start_offset: 5,
            last_stable_offset: 20,
        };
        let topic = FetchOffsetTopicResponse { name: "orders".to_owned(), partitions: vec![partition] };
        FetchOffsetsResponse { topics: vec![topic] }
    }

    #[test]
    fn an_answer_gives_ends_or_says_which_partition_has_none() {
        let ends = answered(response(ErrorCode::None)).unwrap();
        assert_eq!(ends, [(("orders".to_owned(), 3), 20)]);
        let refused = answered(response(ErrorCode::NotLeaderForPartition)).unwrap_err().to_string();
        assert!(refused.starts_with("orders-3: "), "{refused}");
    }
}
