//! The relay: moves events from the outbox to the bus, and is the only one that publishes.
//!
//! Two things keep the order along a key: one relay works at a time, by the lease that its claims renew, and a message that
//! waits holds back the later ones of its key, in the outbox itself. The lease alone would not do: a process that was
//! paused goes on after its lease has ended, and publishes what it had in hand beside its successor. So consumers take
//! effect once per event id, and go by the sequence where they keep only the newest.
//!
//! A step may be dropped at any of its waits, as a stop does to one that takes too long. What the bus acknowledged by then
//! and was not yet taken out of the outbox is published again; nothing is lost, since a row leaves only after its
//! acknowledgement.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use futures::future::{OptionFuture, join3};

use super::bus::{EventPublisher, PublishError};
use super::clock::{Clock, Timestamp};
use super::error::StoreError;
use super::event::Event;
use super::outbox::{Claim, Outbox, OutboxMessage};

/// How a relay works.
#[derive(Clone, Debug)]
pub struct RelaySettings {
    /// The name of this relay, unique among all that share the outbox.
    pub name: String,
    /// Messages per claim.
    pub batch: u16,
    /// How long another relay waits before it takes over.
    pub lease: Duration,
}

impl RelaySettings {
    /// The usual settings for a relay called `name`.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), batch: 4000, lease: Duration::from_secs(3) }
    }
}

/// What one step of a relay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RelayStep {
    /// Messages that the broker acknowledged.
    pub published: usize,
    /// Messages to be tried again.
    pub deferred: usize,
    /// Messages set aside.
    pub parked: usize,
}

impl RelayStep {
    fn add(&mut self, outcome: &Outcome) {
        self.published += outcome.published.len();
        self.deferred += outcome.deferred.len();
        self.parked += outcome.refused.len();
    }
}

/// The most batches of one step. A process that stops waits for the end of its step.
const BATCHES_PER_STEP: usize = 16;

/// Publishes what the outbox holds. Several may run; one works at a time.
#[derive(derive_more::Debug)]
pub struct Relay {
    #[debug(skip)]
    outbox: Arc<dyn Outbox>,
    #[debug(skip)]
    publisher: Arc<dyn EventPublisher>,
    #[debug(skip)]
    clock: Arc<dyn Clock>,
    settings: RelaySettings,
    #[debug(skip)]
    waits: Waits,
}

/// What became of a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// The outbox is held for another lease, unless another relay took it before.
    Renewed,
    /// The step has had no answer for so long that another relay had better go on: the lease was left to its end.
    Withheld,
}

/// Renewals after which a step that waits for the outbox has waited long enough: it is asked over a connection that may be
/// as silent as this process's others, while the outbox itself is there for whoever stands by.
const OUTBOX_PATIENCE: u32 = 4;
/// The same for the bus, where waiting is what a relay does while the bus is down: longer than a publisher takes to give up.
const BUS_PATIENCE: u32 = 30;

/// What the step under way waits for. Counters that are read for themselves: nothing else is published by them, so that
/// `Relaxed` is enough.
#[derive(Debug, Default)]
struct Waits {
    /// Questions to the outbox that are not answered yet.
    open: AtomicUsize,
    /// Answers so far, of the outbox and of the bus.
    answers: AtomicU64,
    /// The answers at the last renewal, and the renewals since they changed.
    seen: AtomicU64,
    unanswered: AtomicU32,
}

impl Waits {
    /// Whether there has been no answer for too many renewals; to be asked once for each.
    fn are_too_long(&self) -> bool {
        let answers = self.answers.load(Ordering::Relaxed);
        if self.seen.swap(answers, Ordering::Relaxed) != answers {
            self.unanswered.store(0, Ordering::Relaxed);
            return false;
        }
        let asks_outbox = self.open.load(Ordering::Relaxed) > 0;
        let patience = if asks_outbox { OUTBOX_PATIENCE } else { BUS_PATIENCE };
        self.unanswered.fetch_add(1, Ordering::Relaxed) >= patience
    }
}

/// A question to the outbox, until it is answered or given up: counted down when it is dropped, so that a step that is
/// dropped in the middle leaves none open.
struct Question<'a>(&'a Waits);

impl<'a> Question<'a> {
    fn ask(waits: &'a Waits) -> Self {
        waits.open.fetch_add(1, Ordering::Relaxed);
        Self(waits)
    }
}

impl Drop for Question<'_> {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
        self.0.answers.fetch_add(1, Ordering::Relaxed);
    }
}

impl Relay {
    /// A relay from `outbox` to `publisher`.
    #[must_use]
    pub fn new(
        outbox: Arc<dyn Outbox>,
        publisher: Arc<dyn EventPublisher>,
        clock: Arc<dyn Clock>,
        settings: RelaySettings,
    ) -> Self {
        Self { outbox, publisher, clock, settings, waits: Waits::default() }
    }

    /// How many answers the relay has had so far: grows as long as it gets anywhere.
    #[must_use]
    pub fn answers(&self) -> u64 {
        self.waits.answers.load(Ordering::Relaxed)
    }

    /// Claims a batch, publishes it, and takes what the broker acknowledged out of the outbox. Goes on while the outbox
    /// has full batches and the bus takes everything: while one batch is on its way to the bus, the one before it leaves
    /// the outbox and the one after it is claimed.
    ///
    /// A message whose publication was acknowledged but that could not be taken out is published again later; consumers
    /// take effect once per event id.
    ///
    /// # Errors
    /// When the outbox cannot be read or written.
    pub async fn step(&self) -> Result<RelayStep, StoreError> {
        let mut step = RelayStep::default();
        let mut messages = self.claim(self.settings.batch, &[]).await?;
        // Acknowledged, and still in the outbox.
        let mut acknowledged = Vec::new();
        let mut batches = 0;
        while !messages.is_empty() {
            batches += 1;
            let goes_on = messages.len() == usize::from(self.settings.batch) && batches < BATCHES_PER_STEP;
            let attempts: Vec<u32> = messages.iter().map(|message| message.attempts).collect();
            let (positions, events): (Vec<i64>, Vec<Event>) =
                messages.into_iter().map(|message| (message.position, message.event)).unzip();
            // All of these are rows still: the claim ahead must not give them out a second time.
            let in_hand = [acknowledged.as_slice(), &positions].concat();
            let next = OptionFuture::from(goes_on.then(|| self.claim(self.settings.batch, &in_hand)));
            let (next, taken_out, results) =
                join3(next, self.take_out(&acknowledged), self.publish(events)).await;
            taken_out?;
            let outcome = Outcome::of(&positions, &attempts, results);
            step.add(&outcome);
            // An outbox that cannot be read is reported by the next step's claim.
            messages = next.and_then(Result::ok).unwrap_or_default();
            if outcome.published.len() < positions.len() {
                // What was claimed ahead may have to wait now for an earlier one of its key: the outbox knows which.
                messages.clear();
            }
            if messages.is_empty() {
                self.settle(outcome).await?;
            } else {
                acknowledged = outcome.published;
            }
        }
        Ok(step)
    }

    async fn claim(&self, limit: u16, except: &[i64]) -> Result<Vec<OutboxMessage>, StoreError> {
        self.asked(self.outbox.claim(self.claim_of(limit, except))).await
    }

    fn claim_of<'a>(&'a self, limit: u16, except: &'a [i64]) -> Claim<'a> {
        let RelaySettings { name, lease, .. } = &self.settings;
        Claim { relay: name, now: self.clock.now(), lease: *lease, limit, except }
    }

    async fn take_out(&self, positions: &[i64]) -> Result<(), StoreError> {
        if positions.is_empty() { Ok(()) } else { self.asked(self.outbox.mark_published(positions)).await }
    }

    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let results = self.publisher.publish(events).await;
        self.waits.answers.fetch_add(1, Ordering::Relaxed);
        results
    }

    /// The answer of the outbox to a question of the step under way.
    async fn asked<T>(&self, answer: impl Future<Output = T>) -> T {
        let _question = Question::ask(&self.waits);
        answer.await
    }

    async fn settle(&self, outcome: Outcome) -> Result<(), StoreError> {
        self.take_out(&outcome.published).await?;
        for (position, reason) in &outcome.refused {
            tracing::error!(
                position,
                reason,
                "the bus refuses an event: it is parked, and holds back only its own key"
            );
            self.asked(self.outbox.park(*position, reason)).await?;
        }
        if !outcome.deferred.is_empty() {
            let retry_at = retry_at(self.clock.now(), outcome.patience);
            self.asked(self.outbox.defer(&outcome.deferred, &outcome.why, retry_at)).await?;
        }
        Ok(())
    }

    /// Keeps the outbox while a step takes long, because the bus does: to be called about once a second beside the step, more
    /// often than the lease ends. A step that gets no answer any more does not keep it.
    ///
    /// # Errors
    /// When the outbox cannot be written; the lease then ends by itself.
    pub async fn renew(&self) -> Result<Renewal, StoreError> {
        if self.waits.are_too_long() {
            return Ok(Renewal::Withheld);
        }
        // No question of the step's: that somebody answers does not mean that the step is answered.
        self.outbox.claim(self.claim_of(0, &[])).await.map(|_| Renewal::Renewed)
    }

    /// Lets another relay go on at once.
    ///
    /// # Errors
    /// When the outbox cannot be written; the lease then ends by itself.
    pub async fn release(&self) -> Result<(), StoreError> {
        self.outbox.release(&self.settings.name).await
    }
}

/// What became of the messages of a batch.
#[derive(Debug, Default)]
struct Outcome {
    published: Vec<i64>,
    refused: Vec<(i64, String)>,
    /// A bus that is down fails the whole batch alike: one wait for all of it, by its most patient message.
    deferred: Vec<i64>,
    patience: u32,
    why: String,
}

impl Outcome {
    fn of(positions: &[i64], attempts: &[u32], results: Vec<Result<(), PublishError>>) -> Self {
        let mut outcome = Self { published: Vec::with_capacity(results.len()), ..Self::default() };
        for ((&position, &attempts), result) in positions.iter().zip(attempts).zip(results) {
            match result {
                Ok(()) => outcome.published.push(position),
                Err(PublishError::Refused(reason)) => outcome.refused.push((position, reason)),
                Err(PublishError::Unavailable(reason)) => {
                    outcome.deferred.push(position);
                    outcome.patience = outcome.patience.max(attempts);
                    outcome.why = reason;
                }
            }
        }
        outcome
    }
}

/// Waits double from 200 ms up to 10 s: short enough that a broker's return is noticed at once.
fn retry_at(now: Timestamp, attempts: u32) -> Timestamp {
    now + Duration::from_millis(200 * 2_u64.pow(attempts.min(6))).min(Duration::from_secs(10))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, 200)]
    #[case(1, 400)]
    #[case(2, 800)]
    #[case(3, 1_600)]
    #[case(4, 3_200)]
    #[case(5, 6_400)]
    #[case(6, 10_000)]
    #[case(7, 10_000)]
    #[case(u32::MAX, 10_000)]
    fn waits_double_up_to_ten_seconds(#[case] attempts: u32, #[case] wait_ms: u64) {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(retry_at(now, attempts), now + Duration::from_millis(wait_ms));
    }
}
