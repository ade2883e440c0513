//! The life of a delivery: what each attempt and each operator's decision makes of it, in pure code.

use std::time::Duration;

use super::{Attempt, AttemptOutcome, AttemptResult, Delivery, DeliveryStatus};
use crate::kernel::clock::Timestamp;
use crate::kernel::id::AttemptId;
use crate::notification::command::DeliveryAction;
use crate::notification::port::SendOutcome;

/// The longest excerpt of a provider's answer that is kept, in characters.
const MAX_EXCERPT: usize = 500;
/// How long a new delivery waits for news of its recipient.
const UNKNOWN_RECIPIENT_WAIT: Duration = Duration::from_secs(5);
/// The longest wait for news of a recipient, who by then may well not exist.
const UNKNOWN_RECIPIENT_WAIT_MAX: Duration = Duration::from_mins(30);

impl Delivery {
    fn next(&self, now: Timestamp, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        if next.leased_until.is_none() {
            next.held_by = None;
        }
        next.version = self.version.next();
        next.updated_at = now;
        next
    }

    /// When a worker may take the delivery; never, where no attempt is planned.
    #[must_use]
    pub fn due_at(&self) -> Option<Timestamp> {
        match self.status {
            DeliveryStatus::Queued | DeliveryStatus::Retrying => {
                Some(self.next_attempt_at.unwrap_or(self.created_at))
            }
            DeliveryStatus::Sending => Some(self.leased_until.unwrap_or(self.updated_at)),
            DeliveryStatus::Sent
            | DeliveryStatus::Failed
            | DeliveryStatus::Dead
            | DeliveryStatus::Unknown
            | DeliveryStatus::Expired
            | DeliveryStatus::Cancelled => None,
        }
    }

    /// The delivery in a status in which no attempt is planned. Of `error`, an excerpt is kept.
    #[must_use]
    pub fn settled(&self, status: DeliveryStatus, error: Option<&str>, now: Timestamp) -> Self {
        self.next(now, |delivery| {
            delivery.status = status;
            delivery.next_attempt_at = None;
            delivery.leased_until = None;
            delivery.last_error = error.map(excerpt);
        })
    }

    /// The delivery when its recipient is not known yet: it waits without using up an attempt, for as long again as a
    /// quarter of its age, so that one to nobody does not keep its worker busy.
    #[must_use]
    pub fn awaiting_recipient(&self, now: Timestamp) -> Self {
        let age = (now - self.created_at).to_std().unwrap_or_default();
        let wait = (age / 4).clamp(UNKNOWN_RECIPIENT_WAIT, UNKNOWN_RECIPIENT_WAIT_MAX);
        self.next(now, |delivery| {
            delivery.status = DeliveryStatus::Retrying;
            delivery.next_attempt_at = Some(now + wait);
            delivery.leased_until = None;
            delivery.last_error = Some("the recipient is not known yet".to_owned());
        })
    }

    /// The delivery and its next attempt, as written before the provider is called. The worker holds it for another
    /// `lease`: it may have waited behind others since it was claimed.
    #[must_use]
    pub fn begun(&self, id: AttemptId, provider: &str, lease: Duration, now: Timestamp) -> (Self, Attempt) {
        let next = self.next(now, |delivery| {
            delivery.attempts = delivery.attempts.saturating_add(1);
            delivery.leased_until = Some(now + lease);
        });
        let provider = provider.to_owned();
        let attempt =
            Attempt { id, delivery: self.id, number: next.attempts, provider, started_at: now, result: None };
        (next, attempt)
    }

    /// The delivery when no provider may be asked before `until`: it waits without using up an attempt.
    #[must_use]
    pub fn postponed(&self, until: Timestamp, now: Timestamp) -> Self {
        self.next(now, |delivery| {
            let is_new = delivery.attempts == 0;
            delivery.status = if is_new { DeliveryStatus::Queued } else { DeliveryStatus::Retrying };
            delivery.next_attempt_at = Some(until);
            delivery.leased_until = None;
        })
    }

    /// The delivery and its next attempt when a provider did not take it, by `outcome`, and another one is asked at once.
    /// It belongs to its worker for another `lease`, and uses up no wait.
    #[must_use]
    pub fn passed_on(
        &self,
        outcome: &SendOutcome,
        (id, provider): (AttemptId, &str),
        lease: Duration,
        now: Timestamp,
    ) -> (Self, Attempt) {
        let (mut next, attempt) = self.begun(id, provider, lease, now);
        next.failovers = next.failovers.saturating_add(1);
        if let SendOutcome::Temporary { detail, .. } = outcome {
            next.last_error = Some(excerpt(detail));
        }
        (next, attempt)
    }

    /// The delivery after an attempt with this outcome. `deduplicating` is the provider, if it drops what it got before:
    /// where it may have the message, it is the only one that can be asked again.
    #[must_use]
    pub fn attempted(&self, outcome: &SendOutcome, deduplicating: Option<&str>, now: Timestamp) -> Self {
        match outcome {
            SendOutcome::Accepted { reference, .. } => {
                let mut sent = self.settled(DeliveryStatus::Sent, None, now);
                sent.reference = reference.as_deref().map(excerpt);
                sent
            }
            SendOutcome::Permanent { detail, .. } => self.settled(DeliveryStatus::Failed, Some(detail), now),
            SendOutcome::Temporary { detail, retry_after, .. } => self.retried(detail, *retry_after, now),
            SendOutcome::Unknown { detail } => match deduplicating {
                None => self.settled(DeliveryStatus::Unknown, Some(detail), now),
                Some(provider) => {
                    Self { bound_to: Some(provider.to_owned()), ..self.retried(detail, None, now) }
                }
            },
        }
    }

    /// The delivery after a failure for now: the next wait of its channel's schedule, or the end of it.
    fn retried(&self, detail: &str, retry_after: Option<Duration>, now: Timestamp) -> Self {
        let schedule = self.channel.retry_schedule();
        let rounds = self.attempts.saturating_sub(self.failovers);
        let Some(base) = rounds.checked_sub(1).and_then(|done| schedule.get(done as usize)) else {
            return self.settled(DeliveryStatus::Dead, Some(detail), now);
        };
        // A provider's wish counts between the planned wait and twice of it.
        let wait = retry_after.map_or_else(|| self.jittered(*base), |wish| wish.clamp(*base, *base * 2));
        self.next(now, |delivery| {
            delivery.status = DeliveryStatus::Retrying;
            delivery.next_attempt_at = Some(now + wait);
            delivery.leased_until = None;
            delivery.last_error = Some(excerpt(detail));
        })
    }

    /// `base` ± 20 %, by delivery and attempt, so that what failed together does not come back together.
    fn jittered(&self, base: Duration) -> Duration {
        let (high, low) = self.id.0.as_u64_pair();
        // The finaliser of MurmurHash3 spreads neighbouring ids over the whole range.
        let mut hash = high ^ low ^ (u64::from(self.attempts) << 32);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        let above = u32::try_from((hash ^ (hash >> 33)) % 401).unwrap_or_default();
        let permille = 800 + above;
        base * permille / 1000
    }

    /// The delivery after an operator's decision; `None` when its status does not allow it.
    #[must_use]
    pub fn decided(&self, action: DeliveryAction, now: Timestamp) -> Option<Self> {
        use DeliveryStatus::{Cancelled, Dead, Expired, Failed, Queued, Retrying, Sent, Unknown};
        match (action, self.status) {
            (DeliveryAction::Resend, Sent | Failed | Dead | Unknown | Expired | Cancelled) => {
                Some(self.next(now, |delivery| {
                    delivery.status = Queued;
                    delivery.bound_to = None;
                    delivery.next_attempt_at = Some(now);
                    delivery.expires_at = delivery.expires_at.max(now + Duration::from_hours(24));
                }))
            }
            (DeliveryAction::Cancel, Queued | Retrying) => Some(self.settled(Cancelled, None, now)),
            _ => None,
        }
    }
}

impl AttemptOutcome {
    /// How an attempt ended that a provider answered so.
    #[must_use]
    pub fn of(answer: &SendOutcome) -> Self {
        match answer {
            SendOutcome::Accepted { .. } => Self::Accepted,
            SendOutcome::Temporary { .. } => Self::Temporary,
            SendOutcome::Permanent { .. } => Self::Permanent,
            SendOutcome::Unknown { .. } => Self::Unknown,
        }
    }
}

impl Attempt {
    /// The attempt with its result.
    #[must_use]
    pub fn finished(&self, outcome: &SendOutcome, now: Timestamp) -> Self {
        let (code, detail) = match outcome {
            SendOutcome::Accepted { code, reference } => (code.clone(), reference.clone()),
            SendOutcome::Temporary { code, detail, .. } | SendOutcome::Permanent { code, detail } => {
                (code.clone(), Some(detail.clone()))
            }
            SendOutcome::Unknown { detail } => (None, Some(detail.clone())),
        };
        let (outcome, detail) = (AttemptOutcome::of(outcome), detail.as_deref().map(excerpt));
        Self { result: Some(AttemptResult { outcome, code, detail, finished_at: now }), ..self.clone() }
    }
}

/// What is kept of text from outside: a part of it, without the zeros that PostgreSQL cannot store.
pub(super) fn excerpt(text: &str) -> String {
    text.chars().filter(|c| *c != '\0').take(MAX_EXCERPT).collect()
}

#[cfg(test)]
mod tests;
