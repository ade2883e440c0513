//! What an event says, as the JSON text that travels.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The content of an event: JSON, written once by the context that tells of it and handed on as it is.
///
/// Between the outbox and a consumer nobody looks into it, so nobody takes it apart. Two are equal when their texts are.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventData(Box<RawValue>);

impl EventData {
    /// `content` as JSON.
    ///
    /// # Panics
    /// When it cannot be written as JSON, such as a map whose keys are not text, which no type of ours has.
    #[must_use]
    pub fn of(content: &impl Serialize) -> Self {
        Self(serde_json::value::to_raw_value(content).expect("what events say is plain JSON"))
    }

    /// Data whose text came from a store or a bus.
    ///
    /// # Errors
    /// Where the text is not JSON.
    pub fn from_json(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(Self)
    }

    /// [`EventData::from_json`] for bytes.
    ///
    /// # Errors
    /// Where the bytes are not JSON.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes).map(Self)
    }

    /// The JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        self.0.get()
    }

    /// What it says, as a `T`.
    ///
    /// # Errors
    /// Why it is no `T`.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.as_json())
    }
}

impl PartialEq for EventData {
    fn eq(&self, other: &Self) -> bool {
        self.as_json() == other.as_json()
    }
}

impl Eq for EventData {}

impl std::fmt::Debug for EventData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_json())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_text_is_handed_on_as_it_is() {
        let text = "{ \"b\": 1.0,\n\"a\": \"\\u0000\" }";
        let data = EventData::from_json(text.to_owned()).unwrap();
        assert_eq!(data.as_json(), text);
        assert_eq!(serde_json::to_string(&data).unwrap(), text);
        assert_eq!(serde_json::from_str::<EventData>(text).unwrap(), data);
        assert_eq!(data.read::<Value>().unwrap(), json!({ "a": "\0", "b": 1.0 }));
    }

    #[test]
    fn what_is_no_json_is_no_data() {
        for text in ["", "{", "{} {}", "nul", "{\"a\":}"] {
            assert!(EventData::from_json(text.to_owned()).is_err(), "{text}");
            assert!(EventData::from_slice(text.as_bytes()).is_err(), "{text}");
        }
        assert!(EventData::from_slice(b"\"\xff\"").is_err());
    }
}
