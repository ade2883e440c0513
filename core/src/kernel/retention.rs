//! Retention: what was kept long enough goes, a little at a time, so that years of data stay as quick as days of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::clock::{Clock, Timestamp};
use super::code::codes;
use super::error::StoreError;

codes! {
    /// What is kept for a limited time.
    Kept {
        /// Sessions that ended, with their refresh tokens; their age counts from when they would have ended unused.
        Sessions = "sessions",
        /// Refresh tokens; their age counts from when they were issued.
        RefreshTokens = "refresh_tokens",
        /// One-time links; their age counts from when they expire.
        Links = "links",
        /// Notifications with their deliveries and attempts, once none of the deliveries waits any more.
        Notifications = "notifications",
        /// Attempts to deliver.
        Attempts = "attempts",
        /// Mails of the mailbox of the embedded mode.
        Mails = "mails",
        /// Items of people's inboxes, read or not.
        InboxItems = "inbox_items",
        /// Dead letters that an operator decided about; their age counts from then. Open ones stay.
        DeadLetters = "dead_letters",
        /// Events that wait for a version that understands them; their age counts from when they were put aside. By then
        /// their news is old, whoever learns of it.
        DeferredEvents = "deferred_events",
        /// The audit log.
        Audit = "audit",
        /// Idempotency keys and the answers that they stand for.
        IdempotencyKeys = "idempotency_keys",
        /// Which events had their effect.
        SeenEvents = "seen_events",
        /// Counts of hits in windows that are over.
        Throttles = "throttles",
    }
}

/// Forgets what was kept long enough.
#[async_trait]
pub trait Retention: Send + Sync {
    /// What there is in this store to be forgotten.
    fn kept(&self) -> &'static [Kept];
    /// Whether `holder` is the one that forgets for the next while, `lease` from now by the store's own time: of all that
    /// share the store, one is. It costs a write only when half of the lease is over.
    async fn hold(&self, holder: &str, lease: Duration) -> Result<bool, StoreError>;
    /// Lets another one go on at once.
    async fn release(&self, holder: &str) -> Result<(), StoreError>;
    /// Forgets what is older than `before`, oldest first and at most `limit` of it, without waiting for anybody who is
    /// changing it. Returns how much it was.
    async fn purge(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError>;
    /// How much is older than `before`, counted up to `limit`.
    async fn backlog(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError>;
}

/// How long things are kept. What is not in it is kept for ever.
pub type Periods = BTreeMap<Kept, Duration>;

/// How long whoever forgets does so without asking again; longer than the longest wait between two batches. The lease keeps
/// two from doing the same work, and nothing else depends on it: a batch that outlives its lease deletes what is old all
/// the same, and passes over what the other one has locked.
const LEASE: Duration = Duration::from_mins(3);
/// The most that is counted of what is still to be forgotten.
const COUNTED: u32 = 10_000;

/// Forgets by periods. Several may run; one works at a time.
#[derive(derive_more::Debug)]
pub struct Purger {
    #[debug(skip)]
    retention: Arc<dyn Retention>,
    #[debug(skip)]
    clock: Arc<dyn Clock>,
    #[debug(skip)]
    name: String,
    periods: Periods,
}

impl Purger {
    /// A purger called `name`, unique among all that share the store.
    #[must_use]
    pub fn new(
        retention: Arc<dyn Retention>,
        clock: Arc<dyn Clock>,
        name: impl Into<String>,
        periods: Periods,
    ) -> Self {
        Self { retention, clock, name: name.into(), periods }
    }

    /// What is to be forgotten some time.
    pub fn limited(&self) -> impl Iterator<Item = Kept> {
        self.retention.kept().iter().copied().filter(|kept| self.periods.contains_key(kept))
    }

    /// Whether this one is to work now.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn holds(&self) -> Result<bool, StoreError> {
        self.retention.hold(&self.name, LEASE).await
    }

    /// Forgets up to `limit` of what was kept long enough: how much it was. Fewer than `limit`: there is no more.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn purge(&self, kept: Kept, limit: u32) -> Result<u64, StoreError> {
        match self.limit_of(kept) {
            Some(before) => self.retention.purge(kept, before, limit).await,
            None => Ok(0),
        }
    }

    /// How much is still to be forgotten, counted up to ten thousand.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn backlog(&self, kept: Kept) -> Result<u64, StoreError> {
        match self.limit_of(kept) {
            Some(before) => self.retention.backlog(kept, before, COUNTED).await,
            None => Ok(0),
        }
    }

    /// Lets another one go on at once.
    ///
    /// # Errors
    /// When the store does not answer; the lease then ends by itself.
    pub async fn release(&self) -> Result<(), StoreError> {
        self.retention.release(&self.name).await
    }

    /// What was written before this is old enough; `None` for what is kept for ever.
    fn limit_of(&self, kept: Kept) -> Option<Timestamp> {
        let period = chrono::Duration::from_std(*self.periods.get(&kept)?).ok()?;
        self.clock.now().checked_sub_signed(period)
    }
}
