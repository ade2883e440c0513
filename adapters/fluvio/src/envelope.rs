//! `CloudEvents` 1.0 in structured content mode.

use std::borrow::Cow;

use chrono::SecondsFormat;
use eop_core::kernel::bus::Unreadable;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Attributes, Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const SPEC_VERSION: &str = "1.0";

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    specversion: Cow<'a, str>,
    id: Uuid,
    source: Cow<'a, str>,
    #[serde(rename = "type")]
    kind: String,
    subject: Uuid,
    time: Cow<'a, str>,
    sequence: u64,
    datacontenttype: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    traceparent: Option<String>,
    data: EventData,
}

/// The value of an event's record.
pub(crate) fn encode(event: Event) -> serde_json::Result<Vec<u8>> {
    let (topic, attributes, data) = event.into_parts();
    serde_json::to_vec(&Envelope {
        specversion: SPEC_VERSION.into(),
        id: attributes.id.0,
        source: topic.source().into(),
        kind: attributes.kind,
        subject: attributes.key,
        time: attributes.occurred_at.to_rfc3339_opts(SecondsFormat::Micros, true).into(),
        sequence: attributes.sequence,
        datacontenttype: "application/json".into(),
        traceparent: attributes.traceparent,
        data,
    })
}

/// Reads a record as an event.
pub(crate) fn decode(topic: Topic, value: &[u8]) -> Result<Event, Unreadable> {
    let unreadable = |reason: String| Unreadable { reason, value: value.to_vec() };
    let envelope: Envelope<'_> = serde_json::from_slice(value)
        .map_err(|error| unreadable(format!("the value is not a CloudEvent: {error}")))?;
    if envelope.specversion != SPEC_VERSION {
        let reason = format!("specversion is {}, and only {SPEC_VERSION} is known", envelope.specversion);
        return Err(unreadable(reason));
    }
    let occurred_at: Timestamp =
        envelope.time.parse().map_err(|error| unreadable(format!("time is {:?}: {error}", envelope.time)))?;
    let attributes = Attributes {
        id: EventId(envelope.id),
        kind: envelope.kind,
        key: envelope.subject,
        sequence: envelope.sequence,
        occurred_at,
        traceparent: envelope.traceparent,
    };
    Ok(Event::from_parts(topic, attributes, envelope.data))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use serde_json::{Value, json};

    use super::*;

    fn event() -> Event {
        Event {
            id: EventId("0198c0de-7000-7abc-8def-0123456789ab".parse().unwrap()),
            topic: Topic::Orders,
            kind: "order.created.v1".to_owned(),
            key: "0198c0de-7000-7abc-8def-0123456789ff".parse().unwrap(),
            sequence: 7,
            occurred_at: DateTime::from_timestamp_micros(1_767_225_600_000_500).unwrap(),
            traceparent: Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".to_owned()),
            data: EventData::of(&json!({ "order": "Größe" })),
        }
    }

    #[test]
    fn the_record_is_a_cloud_event() {
        let record: Value = serde_json::from_slice(&encode(event()).unwrap()).unwrap();
        let expected = json!({
            "specversion": "1.0",
            "id": "0198c0de-7000-7abc-8def-0123456789ab",
            "source": "/eop/order",
            "type": "order.created.v1",
            "subject": "0198c0de-7000-7abc-8def-0123456789ff",
            "time": "2026-01-01T00:00:00.000500Z",
            "sequence": 7,
            "datacontenttype": "application/json",
            "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "data": { "order": "Größe" },
        });
        assert_eq!(record, expected);
    }

    #[test]
    fn an_event_is_read_back_equal() {
        let untraced = Event { traceparent: None, ..event() };
        for event in [event(), untraced] {
            assert_eq!(decode(Topic::Orders, &encode(event.clone()).unwrap()), Ok(event));
        }
    }

    #[test]
    fn a_record_that_is_no_event_says_what_is_wrong() {
        let wrong = |change: fn(&mut Value)| {
            let mut record: Value = serde_json::from_slice(&encode(event()).unwrap()).unwrap();
            change(&mut record);
            let value = serde_json::to_vec(&record).unwrap();
            let unreadable = decode(Topic::Orders, &value).unwrap_err();
            assert_eq!(unreadable.value, value, "the value is kept");
            unreadable.reason
        };
        assert!(wrong(|record| record["specversion"] = json!("0.3")).contains("0.3"));
        assert!(wrong(|record| record["time"] = json!("yesterday")).contains("yesterday"));
        assert!(wrong(|record| record["id"] = json!(17)).contains("not a CloudEvent"));
        assert!(decode(Topic::Orders, b"\xff").unwrap_err().reason.contains("not a CloudEvent"));
    }
}
