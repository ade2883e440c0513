//! Requests and messages that had their effect.

use std::collections::HashMap;

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Once, Outcome, RequestKey};
use eop_core::kernel::id::EventId;
use serde_json::Value;

use crate::retention::Old;

/// What was answered, and when.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    requests: HashMap<RequestKey, (Outcome, Timestamp)>,
    messages: HashMap<(&'static str, EventId), Timestamp>,
}

impl Seen {
    pub(crate) fn request(&self, key: &RequestKey) -> Option<Outcome> {
        self.requests.get(key).map(|(outcome, _)| outcome.clone())
    }

    pub(crate) fn outcome_of(&self, once: &Once) -> Option<Outcome> {
        match once {
            Once::Request { key, .. } => self.request(key),
            Once::Message { consumer, id, .. } => self
                .messages
                .contains_key(&(*consumer, *id))
                .then_some(Outcome { fingerprint: None, value: Value::Null }),
        }
    }

    pub(crate) fn remember(&mut self, once: Once) {
        match once {
            Once::Request { key, fingerprint, outcome, at } => {
                let outcome = Outcome { fingerprint: Some(fingerprint), value: outcome };
                self.requests.insert(key, (outcome, at));
            }
            Once::Message { consumer, id, at } => {
                self.messages.insert((consumer, id), at);
            }
        }
    }

    pub(crate) fn forget_requests(&mut self, old: Old) -> u64 {
        let mut by_text: HashMap<String, Timestamp> =
            self.requests.iter().map(|(key, (_, at))| (format!("{key:?}"), *at)).collect();
        let count = old.of_unsorted(&mut by_text, |at| *at);
        self.requests.retain(|key, _| by_text.contains_key(&format!("{key:?}")));
        count
    }

    pub(crate) fn forget_messages(&mut self, old: Old) -> u64 {
        old.of_unsorted(&mut self.messages, |at| *at)
    }
}
