//! How an event lies in the file.
//!
//! Eight bytes with the time in microseconds, four with the length of the attributes, the attributes as JSON, the data
//! as JSON; numbers are little-endian. The time comes first so that truncation need not parse the rest.

use chrono::DateTime;
use eop_core::kernel::bus::Unreadable;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, EventData, Topic};

const HEAD: usize = 12;

/// Encodes an event; the error says what serialising it failed of.
pub(crate) fn encode(event: Event) -> Result<Vec<u8>, serde_json::Error> {
    let (_, attributes, data) = event.into_parts();
    let mut record = Vec::with_capacity(512);
    record.extend_from_slice(&attributes.occurred_at.timestamp_micros().to_le_bytes());
    record.extend_from_slice(&[0; 4]);
    serde_json::to_writer(&mut record, &attributes)?;
    let length = u32::try_from(record.len() - HEAD).unwrap_or(u32::MAX);
    record[8..HEAD].copy_from_slice(&length.to_le_bytes());
    record.extend_from_slice(data.as_json().as_bytes());
    Ok(record)
}

/// A record of a value that comes from elsewhere, without attributes.
pub(crate) fn encode_raw(at: Timestamp, value: &[u8]) -> Vec<u8> {
    [at.timestamp_micros().to_le_bytes().as_slice(), &[0; 4], value].concat()
}

/// Decodes an event.
pub(crate) fn decode(topic: Topic, record: &[u8]) -> Result<Event, Unreadable> {
    let unreadable = |value: &[u8], reason: String| Unreadable { reason, value: value.to_vec() };
    let (attributes, data) = split(record)
        .ok_or_else(|| unreadable(record, "the record is shorter than its head says".to_owned()))?;
    let attributes = serde_json::from_slice(attributes)
        .map_err(|error| unreadable(data, format!("the attributes are not readable: {error}")))?;
    let value = EventData::from_slice(data)
        .map_err(|error| unreadable(data, format!("the data are not JSON: {error}")))?;
    Ok(Event::from_parts(topic, attributes, value))
}

/// When what the record tells happened.
pub(crate) fn time_of(record: &[u8]) -> Option<Timestamp> {
    DateTime::from_timestamp_micros(i64::from_le_bytes(*record.first_chunk()?))
}

fn split(record: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = u32::from_le_bytes(*record.get(8..)?.first_chunk()?);
    record.get(HEAD..)?.split_at_checked(usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_record_is_unreadable() {
        let record = encode_raw(Timestamp::UNIX_EPOCH, b"{}");
        for length in 0..record.len() {
            assert!(decode(Topic::Orders, &record[..length]).is_err(), "the first {length} bytes");
        }
        let mut lying = record;
        lying[8] = 0xff;
        let unreadable = decode(Topic::Orders, &lying).unwrap_err();
        assert_eq!(unreadable.value, lying);
        assert!(unreadable.reason.contains("shorter"), "{}", unreadable.reason);
    }

    #[test]
    fn the_time_is_read_without_the_rest() {
        let at = DateTime::from_timestamp_micros(1_767_225_600_123_456).unwrap();
        assert_eq!(time_of(&encode_raw(at, b"anything")), Some(at));
        assert_eq!(time_of(b"short"), None);
    }
}
