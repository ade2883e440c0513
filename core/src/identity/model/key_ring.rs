//! The life of signing keys: which step is due.
//!
//! A key is published before it signs, so that whoever keeps a fetched set has seen it when the first token of it comes; and
//! it stays published after it stopped signing, until the last token that it signed has ended. The next key is always
//! there, so that a rotation, in an emergency too, waits for nothing.

use std::time::Duration;

use super::super::port::LONGEST_TOKEN_LIFE;
use super::{KeyState, SigningKey};
use crate::kernel::clock::Timestamp;

/// For so long a key is published before it may sign: longer than anybody keeps a fetched set.
pub const PUBLISHED_BEFORE: Duration = Duration::from_mins(2);
/// For so long a key stays published after it stopped signing: what it signed has ended then, by any sane clock.
pub const PUBLISHED_AFTER: Duration = LONGEST_TOKEN_LIFE.saturating_add(Duration::from_mins(5));

/// A step in the life of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyStep {
    /// Nothing can sign: make a key that signs at once.
    Start,
    /// No key signs: this one does from now on.
    Activate(String),
    /// Publish a key that will sign next.
    Prepare,
    /// This key stops signing; the next one is ready.
    StopSigning(String),
    /// Nothing that this key signed is good any more: it is published no longer.
    Withdraw(String),
}

/// The keys that are published, at a moment.
#[derive(Clone, Copy, Debug)]
pub struct KeyRing<'a> {
    keys: &'a [SigningKey],
    now: Timestamp,
}

impl<'a> KeyRing<'a> {
    /// These keys, retired ones not among them.
    #[must_use]
    pub fn of(keys: &'a [SigningKey], now: Timestamp) -> Self {
        Self { keys, now }
    }

    /// The key that signs.
    #[must_use]
    pub fn active(&self) -> Option<&'a SigningKey> {
        self.first(KeyState::Active)
    }

    /// The key that signs next.
    #[must_use]
    pub fn next(&self) -> Option<&'a SigningKey> {
        self.first(KeyState::Next)
    }

    /// How long the next key must still be published before it may sign: zero when it may; `None` when there is none.
    #[must_use]
    pub fn ready_in(&self) -> Option<Duration> {
        self.next().map(|next| PUBLISHED_BEFORE.saturating_sub(self.for_so_long(next)))
    }

    /// What to do now, if anything, with keys that sign for `lifetime` at most; one is replaced only by hand where that
    /// is `None`.
    #[must_use]
    pub fn due(&self, lifetime: Option<Duration>) -> Option<KeyStep> {
        let kid = |key: &SigningKey| key.kid.clone();
        let Some(active) = self.active() else {
            return Some(self.next().map_or(KeyStep::Start, |next| KeyStep::Activate(kid(next))));
        };
        let Some(ready_in) = self.ready_in() else { return Some(KeyStep::Prepare) };
        let is_old = lifetime.is_some_and(|lifetime| self.for_so_long(active) >= lifetime);
        if is_old && ready_in.is_zero() {
            return Some(KeyStep::StopSigning(kid(active)));
        }
        let spent =
            |key: &&SigningKey| key.state == KeyState::Retiring && self.for_so_long(key) >= PUBLISHED_AFTER;
        self.keys.iter().find(spent).map(|key| KeyStep::Withdraw(kid(key)))
    }

    /// The one that is in this state for the longest time.
    fn first(&self, state: KeyState) -> Option<&'a SigningKey> {
        self.keys.iter().filter(|key| key.state == state).min_by_key(|key| (key.since, &key.kid))
    }

    /// For how long a key has been in its state; none at all when its clock was ahead of ours.
    fn for_so_long(&self, key: &SigningKey) -> Duration {
        (self.now - key.since).to_std().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use rstest::rstest;
    use serde_json::Value;

    use super::KeyState::{Active, Next, Retiring};
    use super::*;

    const NOW: i64 = 100_000_000;
    const DAY: Duration = Duration::from_hours(24);

    /// A key that is in its state for so many seconds.
    fn key(kid: &str, state: KeyState, for_s: i64) -> SigningKey {
        let since = DateTime::from_timestamp(NOW - for_s, 0).unwrap();
        SigningKey {
            kid: kid.to_owned(),
            algorithm: "EdDSA".to_owned(),
            public_jwk: Value::Null,
            sealed_private: String::new(),
            state,
            created_at: since,
            since,
        }
    }

    #[rstest]
    #[case::an_empty_database(&[], Some(KeyStep::Start))]
    #[case::a_signer_alone(&[("a", Active, 0)], Some(KeyStep::Prepare))]
    #[case::all_is_well(&[("a", Active, 86_399), ("n", Next, 120)], None)]
    #[case::too_old(&[("a", Active, 86_400), ("n", Next, 120)], Some(KeyStep::StopSigning("a".into())))]
    #[case::too_old_but_nobody_has_seen_the_next(&[("a", Active, 90_000), ("n", Next, 119)], None)]
    #[case::nobody_signs(&[("n", Next, 5), ("r", Retiring, 5)], Some(KeyStep::Activate("n".into())))]
    #[case::nobody_signs_and_two_could(&[("m", Next, 5), ("n", Next, 9)], Some(KeyStep::Activate("n".into())))]
    #[case::tokens_may_be_left(&[("a", Active, 9), ("n", Next, 9), ("r", Retiring, 3_899)], None)]
    #[case::no_token_is_left(&[("a", Active, 9), ("n", Next, 9), ("r", Retiring, 3_900)], Some(KeyStep::Withdraw("r".into())))]
    #[case::a_clock_that_was_ahead(&[("a", Active, -50), ("n", Next, -50)], None)]
    fn one_step_is_due(#[case] keys: &[(&str, KeyState, i64)], #[case] due: Option<KeyStep>) {
        let keys: Vec<_> = keys.iter().map(|(kid, state, for_s)| key(kid, *state, *for_s)).collect();
        let now = DateTime::from_timestamp(NOW, 0).unwrap();
        assert_eq!(KeyRing::of(&keys, now).due(Some(DAY)), due);
        if let Some(KeyStep::StopSigning(_)) = due {
            assert_eq!(KeyRing::of(&keys, now).due(None), None, "by hand only");
        }
    }
}
