//! The providers of a channel, in the order in which they are asked, and who of them may be asked now.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;

use super::super::model::Channel;
use super::super::model::health::{Admission, BreakerRules, Health, LastFailure, ProviderState, Turn};
use super::super::port::{NotificationChannel, SendOutcome};
use crate::kernel::clock::Timestamp;

/// Why providers cannot serve a channel together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadProviders {
    /// There is none.
    #[error("a channel has no provider: what is planned for it would wait for ever")]
    None,
    /// One serves another channel than the first.
    #[error("the provider `{provider}` serves the channel {channel}, and is listed for another one")]
    OtherChannel {
        /// Its name.
        provider: String,
        /// The channel that it serves.
        channel: Channel,
    },
    /// Two are called the same, so that nobody could tell which one has a message.
    #[error("two providers of one channel are called `{0}`: give one of them another name")]
    SameName(String),
}

/// One provider, and how often it may be asked.
#[derive(Clone, derive_more::Debug)]
#[debug("ProviderEntry {{ {:?}, {per_second:?} per second }}", sender.provider())]
pub struct ProviderEntry {
    /// Hands messages over.
    pub sender: Arc<dyn NotificationChannel>,
    /// Messages that it is given in a second, at most; absent without a limit.
    pub per_second: Option<u16>,
}

impl std::fmt::Debug for dyn NotificationChannel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.provider())
    }
}

/// The providers of one channel, the preferred one first. How each of them does is kept by this process for itself.
#[derive(Debug)]
pub struct Providers {
    channel: Channel,
    all: Vec<Provider>,
}

#[derive(derive_more::Debug)]
#[debug("Provider {{ {:?} }}", sender.provider())]
struct Provider {
    sender: Arc<dyn NotificationChannel>,
    watched: Mutex<Watched>,
}

#[derive(Debug)]
struct Watched {
    health: Health,
    passed_on: u64,
}

/// How a provider is doing, as this process sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderReport {
    /// The channel that it serves.
    pub channel: Channel,
    /// Its name, as shown with attempts.
    pub provider: String,
    /// Its place among those of its channel: 1 is asked first.
    pub position: u16,
    /// What its breaker lets through.
    pub state: ProviderState,
    /// Since when its breaker is open, if it is.
    pub open_since: Option<Timestamp>,
    /// When it may be asked again, if not now.
    pub next_at: Option<Timestamp>,
    /// Calls that ended within the last minute.
    pub calls: u32,
    /// How many of them failed.
    pub failures: u32,
    /// Messages that it is given in a second, at most.
    pub per_second: Option<u16>,
    /// Messages that went on to another provider since the process started, because this one did not take them.
    pub passed_on: u64,
    /// What went wrong last.
    pub last_failure: Option<LastFailure>,
}

/// Who is to be asked.
#[derive(Debug)]
pub(super) enum Choice<'p> {
    /// This one, now.
    Ask(Asking<'p>),
    /// Nobody before then.
    Wait(Timestamp),
    /// Nobody at all.
    Nobody,
}

/// The right to hand one message to one provider.
#[derive(Debug)]
#[must_use]
pub(super) struct Asking<'p> {
    provider: &'p Provider,
    turn: Turn,
}

impl Providers {
    /// The providers of a channel, in the order in which they are asked.
    ///
    /// # Errors
    /// [`BadProviders`] when they are none, or do not go together.
    pub fn new(entries: Vec<ProviderEntry>) -> Result<Self, BadProviders> {
        let channel = entries.first().ok_or(BadProviders::None)?.sender.channel();
        let mut all: Vec<Provider> = Vec::with_capacity(entries.len());
        for ProviderEntry { sender, per_second } in entries {
            let provider = sender.provider();
            if sender.channel() != channel {
                let (provider, channel) = (provider.to_owned(), sender.channel());
                return Err(BadProviders::OtherChannel { provider, channel });
            }
            if all.iter().any(|one| one.sender.provider() == provider) {
                return Err(BadProviders::SameName(provider.to_owned()));
            }
            let health = Health::new(BreakerRules::default(), per_second);
            all.push(Provider { sender, watched: Mutex::new(Watched { health, passed_on: 0 }) });
        }
        Ok(Self { channel, all })
    }

    /// One provider alone, without a limit.
    #[must_use]
    pub fn one(sender: Arc<dyn NotificationChannel>) -> Self {
        let health = Health::new(BreakerRules::default(), None);
        let channel = sender.channel();
        Self {
            channel,
            all: vec![Provider { sender, watched: Mutex::new(Watched { health, passed_on: 0 }) }],
        }
    }

    /// The channel that they serve.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// The longest that any of them takes for a message.
    #[must_use]
    pub fn longest_hand_over(&self) -> Duration {
        self.all.iter().map(|one| one.sender.longest_hand_over()).max().unwrap_or_default()
    }

    /// How many messages may be handed over now.
    #[must_use]
    pub fn room(&self, now: Timestamp) -> u16 {
        let rooms = self.all.iter().map(|one| match one.watched().health.admits(now) {
            Admission::Now(room) => room,
            Admission::At(_) => 0,
        });
        rooms.fold(0, u16::saturating_add)
    }

    /// How each of them is doing, in the order in which they are asked.
    #[must_use]
    pub fn reports(&self, now: Timestamp) -> Vec<ProviderReport> {
        let report = |(position, one): (u16, &Provider)| {
            let Watched { health, passed_on } = &*one.watched();
            let (calls, failures) = health.counts(now);
            let next_at = match health.admits(now) {
                Admission::Now(_) => None,
                Admission::At(at) => Some(at),
            };
            ProviderReport {
                channel: self.channel,
                provider: one.sender.provider().to_owned(),
                position,
                state: health.state(),
                open_since: health.open_since(),
                next_at,
                calls,
                failures,
                per_second: health.per_second(),
                passed_on: *passed_on,
                last_failure: health.last_failure().cloned(),
            }
        };
        (1..).zip(&self.all).map(report).collect()
    }

    /// Whether the provider of this name drops a message that it got before; `false` when there is none.
    pub(super) fn deduplicates(&self, provider: &str) -> bool {
        self.all.iter().any(|one| one.sender.provider() == provider && one.sender.deduplicates())
    }

    /// A message went on to another provider than this one, which did not take it.
    pub(super) fn passed_on(&self, provider: &str) {
        if let Some(one) = self.all.iter().find(|one| one.sender.provider() == provider) {
            let mut watched = one.watched();
            watched.passed_on = watched.passed_on.saturating_add(1);
        }
    }

    /// The first provider that may be asked now: only `bound_to` if that is named, and none of those that `asked` names.
    pub(super) fn choose(&self, bound_to: Option<&str>, asked: &[&str], now: Timestamp) -> Choice<'_> {
        let mut earliest: Option<Timestamp> = None;
        for provider in &self.all {
            let name = provider.sender.provider();
            if bound_to.is_some_and(|bound| bound != name) || asked.contains(&name) {
                continue;
            }
            match provider.watched().health.begin(now) {
                Ok(turn) => return Choice::Ask(Asking { provider, turn }),
                Err(at) => earliest = Some(earliest.map_or(at, |known| known.min(at))),
            }
        }
        earliest.map_or(Choice::Nobody, Choice::Wait)
    }
}

impl Provider {
    fn watched(&self) -> MutexGuard<'_, Watched> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'p> Asking<'p> {
    /// The provider.
    pub(super) fn sender(&self) -> &'p dyn NotificationChannel {
        &*self.provider.sender
    }

    /// It answered so.
    pub(super) fn answered(self, outcome: &SendOutcome, now: Timestamp) {
        self.provider.watched().health.end(self.turn, outcome, now);
    }

    /// It was not asked after all.
    pub(super) fn given_back(self, now: Timestamp) {
        self.provider.watched().health.give_back(self.turn, now);
    }
}
