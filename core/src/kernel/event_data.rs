//! What an event says, as the JSON text that travels.

use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// The content of an event: JSON, written once by the context that tells of it and handed on as it is.
///
/// Between the outbox and a consumer nobody looks into it, so nobody takes it apart. Two are equal when their texts are.
#[derive(Clone, derive_more::Debug)]
#[debug("{}", self.as_json())]
pub struct EventData(Box<str>);

impl EventData {
    /// `content` as JSON.
    ///
    /// # Panics
    /// When it cannot be written as JSON, such as a map whose keys are not text, which no type of ours has.
    #[must_use]
    pub fn of(content: &impl Serialize) -> Self {
        Self(serde_json::to_string(content).expect("what events say is plain JSON").into())
    }

    /// The text of data that a store of ours was given, and gives back: it is not checked again.
    #[must_use]
    pub fn kept(text: String) -> Self {
        Self(text.into())
    }

    /// Data that came from a bus, where others write too.
    ///
    /// # Errors
    /// Where the bytes are not JSON.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        let raw: &RawValue = serde_json::from_slice(bytes)?;
        Ok(Self(raw.get().into()))
    }

    /// The JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }

    /// What it says, as a `T`.
    ///
    /// # Errors
    /// Why it is no `T`.
    pub fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.as_json())
    }
}

impl Serialize for EventData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read::<&RawValue>().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for EventData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self(raw.into()))
    }
}

impl PartialEq for EventData {
    fn eq(&self, other: &Self) -> bool {
        self.as_json() == other.as_json()
    }
}

impl Eq for EventData {}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_text_is_handed_on_as_it_is() {
        let text = "{ \"b\": 1.0,\n\"a\": \"\\u0000\" }";
        let data = EventData::from_slice(text.as_bytes()).unwrap();
        assert_eq!(data.as_json(), text);
        assert_eq!(EventData::kept(text.to_owned()), data);
        assert_eq!(serde_json::to_string(&data).unwrap(), text);
        assert_eq!(serde_json::from_str::<EventData>(text).unwrap(), data);
        assert_eq!(data.read::<Value>().unwrap(), json!({ "a": "\0", "b": 1.0 }));
    }

    #[test]
    fn what_is_no_json_is_no_data() {
        for text in ["", "{", "{} {}", "nul", "{\"a\":}"] {
            assert!(serde_json::to_string(&EventData::kept(text.to_owned())).is_err(), "{text}");
            assert!(EventData::from_slice(text.as_bytes()).is_err(), "{text}");
        }
        assert!(EventData::from_slice(b"\"\xff\"").is_err());
    }
}
