//! How a provider is doing and when it may be asked: its breaker, its rate, and the pause it wished for, in pure code.

use std::collections::VecDeque;
use std::time::Duration;

use crate::kernel::clock::Timestamp;
use crate::kernel::code::codes;
use crate::notification::port::SendOutcome;

use super::life::excerpt;

codes! {
    /// What a provider's breaker lets through.
    ProviderState {
        /// Everything: it works.
        Closed = "closed",
        /// Nothing until the next probe: it failed too often.
        Open = "open",
        /// One message is under way to it, to find out whether it works again.
        HalfOpen = "half_open",
    }
}

/// The longest pause that a provider is granted, whatever it wishes for.
const MAX_PAUSE: Duration = Duration::from_mins(10);

/// When a breaker opens, and how often it looks whether it may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakerRules {
    /// Calls that ended longer ago count no more.
    pub window: Duration,
    /// Fewer calls say nothing.
    pub calls: u32,
    /// So many of a hundred have to have failed.
    pub failed_percent: u32,
    /// From the opening, or from one probe, to the next one.
    pub probe_every: Duration,
}

impl Default for BreakerRules {
    /// Opens at 20 calls in a minute of which half failed; a probe every 30 seconds.
    fn default() -> Self {
        Self {
            window: Duration::from_mins(1),
            calls: 20,
            failed_percent: 50,
            probe_every: Duration::from_secs(30),
        }
    }
}

/// Whether a provider may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// With so many messages.
    Now(u16),
    /// Not before then.
    At(Timestamp),
}

/// The right to hand one message to a provider. To be [ended](Health::end) or [given back](Health::give_back).
#[derive(Debug, PartialEq, Eq)]
#[must_use]
pub struct Turn {
    is_probe: bool,
}

impl Turn {
    /// Whether it was a probe; it is over.
    fn taken(self) -> bool {
        self.is_probe
    }
}

/// What went wrong last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastFailure {
    /// When.
    pub at: Timestamp,
    /// What the provider said, or what was seen of it.
    pub detail: String,
}

/// How one provider is doing.
#[derive(Clone, Debug)]
pub struct Health {
    rules: BreakerRules,
    rate: Option<Rate>,
    /// What ended within the window, a part per second, the oldest first.
    ended: VecDeque<Ended>,
    open: Option<Open>,
    paused_until: Option<Timestamp>,
    last_failure: Option<LastFailure>,
}

#[derive(Clone, Copy, Debug)]
struct Ended {
    second: i64,
    calls: u32,
    failures: u32,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    since: Timestamp,
    probe_at: Timestamp,
    is_probing: bool,
}

impl Health {
    /// Of a provider that was not asked yet, and is given at most `per_second` messages in a second.
    #[must_use]
    pub fn new(rules: BreakerRules, per_second: Option<u16>) -> Self {
        let rate = per_second.map(|per_second| Rate { per_second: per_second.max(1), next: None });
        Self { rules, rate, ended: VecDeque::new(), open: None, paused_until: None, last_failure: None }
    }

    /// How many messages it may be given now, or when it may be asked again.
    #[must_use]
    pub fn admits(&self, now: Timestamp) -> Admission {
        // A wait that is longer than there are any was written before the clock was put back.
        let ends =
            |until: Timestamp, longest: Duration| (now < until && until <= now + longest).then_some(until);
        if let Some(until) = self.paused_until.and_then(|until| ends(until, MAX_PAUSE)) {
            return Admission::At(until);
        }
        let mut room = u16::MAX;
        if let Some(open) = &self.open {
            if let Some(until) = ends(open.probe_at, self.rules.probe_every) {
                return Admission::At(until);
            }
            room = 1;
        }
        match &self.rate {
            None => Admission::Now(room),
            Some(rate) => match rate.free(now) {
                0 => Admission::At(rate.free_at(now)),
                free => Admission::Now(room.min(free)),
            },
        }
    }

    /// The right to hand it one message now.
    ///
    /// # Errors
    /// When it may be asked again.
    pub fn begin(&mut self, now: Timestamp) -> Result<Turn, Timestamp> {
        if let Admission::At(until) = self.admits(now) {
            return Err(until);
        }
        if let Some(rate) = &mut self.rate {
            rate.take(now);
        }
        let is_probe = self.open.is_some();
        if let Some(open) = &mut self.open {
            (open.is_probing, open.probe_at) = (true, now + self.rules.probe_every);
        }
        Ok(Turn { is_probe })
    }

    /// The message of `turn` ended so. A refusal for good is an answer like any other: it speaks of the message.
    pub fn end(&mut self, turn: Turn, outcome: &SendOutcome, now: Timestamp) {
        let is_probe = turn.taken();
        let failure = match outcome {
            SendOutcome::Accepted { .. } | SendOutcome::Permanent { .. } => None,
            SendOutcome::Temporary { detail, .. } | SendOutcome::Unknown { detail } => Some(detail),
        };
        if let SendOutcome::Temporary { retry_after: Some(wish), .. } = outcome {
            self.paused_until = Some(now + (*wish).min(MAX_PAUSE));
        }
        if let Some(detail) = failure {
            self.last_failure = Some(LastFailure { at: now, detail: excerpt(detail) });
        }
        self.count(failure.is_some(), now);
        let is_bad = self.is_bad(now);
        match (&mut self.open, failure) {
            (Some(open), Some(_)) if is_probe => open.is_probing = false,
            (Some(_), None) if is_probe => {
                self.open = None;
                self.ended.clear();
            }
            (None, _) if is_bad => {
                let probe_at = now + self.rules.probe_every;
                self.open = Some(Open { since: now, probe_at, is_probing: false });
            }
            // What was under way when it opened says nothing new.
            (None | Some(_), _) => {}
        }
    }

    /// Nothing was handed over with `turn` after all.
    pub fn give_back(&mut self, turn: Turn, now: Timestamp) {
        let is_probe = turn.taken();
        if let Some(open) = self.open.as_mut().filter(|_| is_probe) {
            (open.is_probing, open.probe_at) = (false, now);
        }
    }

    fn count(&mut self, is_failure: bool, now: Timestamp) {
        let second = now.timestamp();
        self.forget(second);
        if self.ended.back().is_none_or(|last| last.second != second) {
            self.ended.push_back(Ended { second, calls: 0, failures: 0 });
        }
        if let Some(last) = self.ended.back_mut() {
            last.calls = last.calls.saturating_add(1);
            last.failures = last.failures.saturating_add(u32::from(is_failure));
        }
    }

    fn forget(&mut self, second: i64) {
        let window = i64::try_from(self.rules.window.as_secs()).unwrap_or(i64::MAX);
        // Seconds that are yet to come were counted before the clock was put back.
        self.ended.retain(|one| second.saturating_sub(one.second) < window && one.second <= second);
    }

    fn is_bad(&self, now: Timestamp) -> bool {
        let (calls, failures) = self.counts(now);
        calls >= self.rules.calls
            && u64::from(failures) * 100 >= u64::from(calls) * u64::from(self.rules.failed_percent)
    }

    /// Calls that ended within the window, and how many of them failed.
    #[must_use]
    pub fn counts(&self, now: Timestamp) -> (u32, u32) {
        let mut recent = self.clone();
        recent.forget(now.timestamp());
        recent
            .ended
            .iter()
            .fold((0, 0), |(calls, failures), one| (calls + one.calls, failures + one.failures))
    }

    /// What its breaker lets through.
    #[must_use]
    pub fn state(&self) -> ProviderState {
        match &self.open {
            None => ProviderState::Closed,
            Some(open) if open.is_probing => ProviderState::HalfOpen,
            Some(_) => ProviderState::Open,
        }
    }

    /// Since when the breaker is open, if it is.
    #[must_use]
    pub fn open_since(&self) -> Option<Timestamp> {
        self.open.map(|open| open.since)
    }

    /// At most so many messages in a second, if there is a limit.
    #[must_use]
    pub fn per_second(&self) -> Option<u16> {
        self.rate.as_ref().map(|rate| rate.per_second)
    }

    /// What went wrong last.
    #[must_use]
    pub fn last_failure(&self) -> Option<&LastFailure> {
        self.last_failure.as_ref()
    }
}

/// So many messages in a second, a second's worth of them at once: the generic cell rate algorithm (ITU-T I.371).
#[derive(Clone, Copy, Debug)]
struct Rate {
    per_second: u16,
    /// When everything that was taken so far would have left at an even pace.
    next: Option<Timestamp>,
}

impl Rate {
    const SECOND_US: i64 = 1_000_000;

    /// From one message to the next.
    fn interval_us(self) -> i64 {
        (Self::SECOND_US / i64::from(self.per_second)).max(1)
    }

    /// What still has to leave at an even pace; never more than a second's worth, even when the clock was put back.
    fn backlog_us(self, now: Timestamp) -> i64 {
        let ahead = self.next.map_or(0, |next| (next - now).num_microseconds().unwrap_or(Self::SECOND_US));
        ahead.clamp(0, Self::SECOND_US)
    }

    fn free(self, now: Timestamp) -> u16 {
        let taken = self.backlog_us(now).unsigned_abs().div_ceil(self.interval_us().unsigned_abs());
        self.per_second.saturating_sub(u16::try_from(taken).unwrap_or(u16::MAX))
    }

    /// When one is free, after the last one was taken.
    fn free_at(self, now: Timestamp) -> Timestamp {
        let over = self.backlog_us(now) - (i64::from(self.per_second) - 1) * self.interval_us();
        now + Duration::from_micros(over.max(0).unsigned_abs())
    }

    fn take(&mut self, now: Timestamp) {
        let backlog = self.backlog_us(now) + self.interval_us();
        self.next = Some(now + Duration::from_micros(backlog.unsigned_abs()));
    }
}

#[cfg(test)]
mod tests;
