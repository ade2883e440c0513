//! A channel that answers by a script and remembers, and templates that show what they were given.

use std::collections::VecDeque;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::notification::model::{Channel, Kind};
use eop_core::notification::port::{
    NotificationChannel, Outgoing, Rendered, SendOutcome, TemplateError, Templates,
};
use parking_lot::Mutex;
use serde_json::Value;

/// Takes every message unless its script says otherwise, and remembers what it took.
#[derive(Debug)]
pub struct ScriptedChannel {
    channel: Channel,
    deduplicates: bool,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    script: VecDeque<SendOutcome>,
    always: Option<SendOutcome>,
    available: bool,
    tried: Vec<Outgoing>,
    taken: Vec<Outgoing>,
}

impl ScriptedChannel {
    /// A channel of this kind that takes everything.
    #[must_use]
    pub fn new(channel: Channel) -> Self {
        let state =
            State { script: VecDeque::new(), always: None, available: true, tried: vec![], taken: vec![] };
        Self { channel, deduplicates: false, state: Mutex::new(state) }
    }

    /// The same, dropping a second message of one delivery.
    #[must_use]
    pub fn deduplicating(self) -> Self {
        Self { deduplicates: true, ..self }
    }

    /// Answers the next messages with these outcomes, in order, then as before.
    pub fn script(&self, outcomes: impl IntoIterator<Item = SendOutcome>) {
        self.state.lock().script.extend(outcomes);
    }

    /// Answers every message for which there is no script with `outcome`; takes it again when `None`.
    pub fn always(&self, outcome: Option<SendOutcome>) {
        self.state.lock().always = outcome;
    }

    /// Says that the provider answers, or that it does not.
    pub fn set_available(&self, available: bool) {
        self.state.lock().available = available;
    }

    /// Every message that it was asked to send, in order.
    #[must_use]
    pub fn tried(&self) -> Vec<Outgoing> {
        self.state.lock().tried.clone()
    }

    /// The messages that a recipient has, in order.
    #[must_use]
    pub fn taken(&self) -> Vec<Outgoing> {
        self.state.lock().taken.clone()
    }
}

#[async_trait]
impl NotificationChannel for ScriptedChannel {
    fn channel(&self) -> Channel {
        self.channel
    }

    fn provider(&self) -> &'static str {
        "scripted"
    }

    fn deduplicates(&self) -> bool {
        self.deduplicates
    }

    fn longest_hand_over(&self) -> Duration {
        Duration::from_secs(1)
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        let mut state = self.state.lock();
        state.tried.push(message.clone());
        let outcome = state.script.pop_front().or_else(|| state.always.clone()).unwrap_or_else(|| {
            let reference = Some(format!("scripted-{}", message.delivery));
            SendOutcome::Accepted { reference, code: Some("250".to_owned()) }
        });
        // After an unknown outcome the recipient may have it or not; here, it has.
        let is_taken = matches!(outcome, SendOutcome::Accepted { .. } | SendOutcome::Unknown { .. });
        let is_repeat = state.taken.iter().any(|taken| taken.delivery == message.delivery);
        if is_taken && !(self.deduplicates && is_repeat) {
            state.taken.push(message.clone());
        }
        outcome
    }

    async fn is_available(&self) -> bool {
        self.state.lock().available
    }
}

/// Writes kind, channel, locale and variables into the message, so that a test can see them.
#[derive(Clone, Debug, Default)]
pub struct PlainTemplates {
    missing: Vec<Kind>,
}

impl PlainTemplates {
    /// Templates for every kind.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, without those for `kind`.
    #[must_use]
    pub fn without(mut self, kind: Kind) -> Self {
        self.missing.push(kind);
        self
    }
}

impl Templates for PlainTemplates {
    fn render(
        &self,
        kind: Kind,
        channel: Channel,
        locale: &str,
        variables: &Value,
    ) -> Result<Rendered, TemplateError> {
        if self.missing.contains(&kind) {
            return Err(TemplateError {
                kind: kind.as_str(),
                channel: channel.as_str(),
                locale: locale.to_owned(),
                reason: "there is no such template".to_owned(),
            });
        }
        Ok(Rendered {
            subject: format!("{kind} {channel} {locale}"),
            text: variables.to_string(),
            html: format!("<pre>{variables}</pre>"),
        })
    }
}
