//! Requests and messages that had their effect.

use std::collections::HashMap;

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Once, Outcome, RequestKey};
use eop_core::kernel::id::EventId;
use serde_json::Value;

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

    /// Forgets what was written before `before`. Returns how much that was.
    pub(crate) fn purge(&mut self, before: Timestamp) -> usize {
        let count = self.requests.len() + self.messages.len();
        self.requests.retain(|_, (_, at)| *at >= before);
        self.messages.retain(|_, at| *at >= before);
        count - self.requests.len() - self.messages.len()
    }
}
