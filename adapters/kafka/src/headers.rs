//! `CloudEvents` 1.0 in Kafka's binary content mode.

use chrono::{DateTime, SecondsFormat, Utc};
use eop_core::kernel::bus::Unreadable;
use eop_core::kernel::event::{Attributes, Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use rdkafka::message::{Header, Headers, Message, OwnedHeaders};
use uuid::Uuid;

const SPEC_VERSION: &str = "ce_specversion";
const ID: &str = "ce_id";
const SOURCE: &str = "ce_source";
const TYPE: &str = "ce_type";
const SUBJECT: &str = "ce_subject";
const TIME: &str = "ce_time";
const SEQUENCE: &str = "ce_sequence";
const CONTENT_TYPE: &str = "content-type";
const TRACEPARENT: &str = "traceparent";

/// The headers of an event.
pub(crate) fn encode(topic: Topic, attributes: &Attributes) -> OwnedHeaders {
    let time = attributes.occurred_at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let headers = OwnedHeaders::new_with_capacity(9)
        .insert(text(SPEC_VERSION, "1.0"))
        .insert(text(ID, &attributes.id.to_string()))
        .insert(text(SOURCE, topic.source()))
        .insert(text(TYPE, &attributes.kind))
        .insert(text(SUBJECT, &attributes.key.to_string()))
        .insert(text(TIME, &time))
        .insert(text(SEQUENCE, &attributes.sequence.to_string()))
        .insert(text(CONTENT_TYPE, "application/json"));
    match &attributes.traceparent {
        Some(traceparent) => headers.insert(text(TRACEPARENT, traceparent)),
        None => headers,
    }
}

fn text<'a>(key: &'a str, value: &'a str) -> Header<'a, &'a str> {
    Header { key, value: Some(value) }
}

/// Reads a record as an event.
pub(crate) fn decode(topic: Topic, record: &impl Message) -> Result<Event, Unreadable> {
    let value = record.payload().unwrap_or_default();
    let unreadable = |reason| Unreadable { reason, value: value.to_vec() };
    let attributes = attributes(record).map_err(unreadable)?;
    let data = EventData::from_slice(value)
        .map_err(|error| unreadable(format!("the value is not JSON: {error}")))?;
    Ok(Event::from_parts(topic, attributes, data))
}

fn attributes(record: &impl Message) -> Result<Attributes, String> {
    let headers = record.headers().ok_or("it has no headers")?;
    let mut found = Found::default();
    for header in headers.iter() {
        let Some(value) = header.value else { continue };
        let Some(slot) = found.slot(header.key) else { continue };
        *slot = Some(str::from_utf8(value).map_err(|_| format!("the header {} is not text", header.key))?);
    }
    match found.spec_version {
        Some("1.0") => {}
        Some(other) => return Err(format!("the header {SPEC_VERSION} is {other}, and only 1.0 is known")),
        None => return Err(format!("it has no header {SPEC_VERSION}")),
    }
    Ok(Attributes {
        id: EventId(parsed(ID, found.id)?),
        kind: present(TYPE, found.kind)?.to_owned(),
        key: parsed::<Uuid>(SUBJECT, found.subject)?,
        sequence: parsed(SEQUENCE, found.sequence)?,
        occurred_at: parsed::<DateTime<Utc>>(TIME, found.time)?,
        traceparent: found.traceparent.map(ToOwned::to_owned),
    })
}

/// The values of the headers, in one pass over them.
#[derive(Default)]
struct Found<'a> {
    spec_version: Option<&'a str>,
    id: Option<&'a str>,
    kind: Option<&'a str>,
    subject: Option<&'a str>,
    time: Option<&'a str>,
    sequence: Option<&'a str>,
    traceparent: Option<&'a str>,
}

impl<'a> Found<'a> {
    fn slot(&mut self, key: &str) -> Option<&mut Option<&'a str>> {
        Some(match key {
            SPEC_VERSION => &mut self.spec_version,
            ID => &mut self.id,
            TYPE => &mut self.kind,
            SUBJECT => &mut self.subject,
            TIME => &mut self.time,
            SEQUENCE => &mut self.sequence,
            TRACEPARENT => &mut self.traceparent,
            _ => return None,
        })
    }
}

fn present<'a>(name: &str, value: Option<&'a str>) -> Result<&'a str, String> {
    value.ok_or_else(|| format!("it has no header {name}"))
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    name: &str,
    value: Option<&str>,
) -> Result<T, String> {
    let value = present(name, value)?;
    value.parse().map_err(|error| format!("the header {name} is {value:?}: {error}"))
}

#[cfg(test)]
mod tests {
    use rdkafka::message::{OwnedMessage, Timestamp};
    use serde_json::json;

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

    fn record(headers: Option<OwnedHeaders>, value: &[u8]) -> OwnedMessage {
        let at = Timestamp::NotAvailable;
        OwnedMessage::new(Some(value.to_vec()), None, "orders.v1".to_owned(), at, 0, 0, headers)
    }

    #[test]
    fn the_headers_are_those_of_the_interface() {
        let (topic, attributes, _) = event().into_parts();
        let headers = encode(topic, &attributes);
        let found: Vec<(String, String)> = headers
            .iter()
            .map(|header| (header.key.to_owned(), String::from_utf8(header.value.unwrap().to_vec()).unwrap()))
            .collect();
        let expected = [
            ("ce_specversion", "1.0"),
            ("ce_id", "0198c0de-7000-7abc-8def-0123456789ab"),
            ("ce_source", "/eop/order"),
            ("ce_type", "order.created.v1"),
            ("ce_subject", "0198c0de-7000-7abc-8def-0123456789ff"),
            ("ce_time", "2026-01-01T00:00:00.000500Z"),
            ("ce_sequence", "7"),
            ("content-type", "application/json"),
            ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ];
        assert_eq!(found, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
    }

    #[test]
    fn an_event_is_read_back_equal() {
        let (topic, attributes, data) = event().into_parts();
        let value = serde_json::to_vec(&data).unwrap();
        assert_eq!(decode(topic, &record(Some(encode(topic, &attributes)), &value)), Ok(event()));
    }

    #[test]
    fn a_record_that_is_no_event_says_what_is_wrong() {
        let reason = |headers, value: &[u8]| {
            let unreadable = decode(Topic::Orders, &record(headers, value)).unwrap_err();
            assert_eq!(unreadable.value, value, "the value is kept");
            unreadable.reason
        };
        assert_eq!(reason(None, b"{}"), "it has no headers");

        let (topic, attributes, _) = event().into_parts();
        assert!(reason(Some(encode(topic, &attributes)), b"{").starts_with("the value is not JSON"));

        let with = |key, value: &str| {
            let headers = encode(topic, &attributes);
            reason(Some(headers.insert(text(key, value))), b"{}")
        };
        assert!(with(SPEC_VERSION, "0.3").contains("0.3"));
        assert!(with(ID, "17").contains("ce_id is \"17\""));
        assert!(with(SEQUENCE, "-1").contains("ce_sequence"));
        assert!(with(TIME, "yesterday").contains("ce_time"));
        let only_version = OwnedHeaders::new().insert(text(SPEC_VERSION, "1.0"));
        assert_eq!(reason(Some(only_version), b"{}"), "it has no header ce_id");
    }
}
