//! The outbox of a memory database.

use std::collections::{BTreeMap, HashSet};

use async_trait::async_trait;
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::{
    Claim, Decision, OperatedOutbox, Outbox, OutboxMessage, OutboxStats, WaitingMessage, instance_of,
};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use uuid::Uuid;

use crate::database::{Database, Tables};
use crate::page::page_of;

/// Where a message is on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// To be published, now or at a later time.
    Pending { not_before: Option<Timestamp> },
    /// Set aside until an operator decides.
    Parked,
}

#[derive(Debug)]
struct Entry {
    message: OutboxMessage,
    stage: Stage,
    error: Option<String>,
}

impl Entry {
    fn is_parked(&self) -> bool {
        self.stage == Stage::Parked
    }

    /// As operators see it.
    fn shown(&self) -> WaitingMessage {
        let event = &self.message.event;
        WaitingMessage {
            position: self.message.position,
            event: Some(event.id),
            kind: Some(event.kind.clone()),
            key: Some(event.key),
            sequence: Some(event.sequence),
            occurred_at: Some(event.occurred_at),
            parked: self.is_parked(),
            attempts: self.message.attempts,
            retry_at: match self.stage {
                Stage::Pending { not_before } => not_before,
                Stage::Parked => None,
            },
            error: self.error.clone(),
        }
    }
}

/// The rows of the outbox, by position, and who holds it.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    entries: BTreeMap<i64, Entry>,
    /// Everything that was ever in it, for tests to see.
    written: Vec<Event>,
    lease: Option<Lease>,
}

#[derive(Debug)]
struct Lease {
    relay: String,
    until: Timestamp,
}

impl Lease {
    /// Whether another relay holds the outbox.
    fn excludes(&self, claim: &Claim<'_>) -> bool {
        let instance = instance_of(claim.relay);
        let is_earlier_start =
            !instance.is_empty() && self.relay.starts_with(instance) && self.relay.as_str() < claim.relay;
        let lasts = claim.now < self.until && self.until <= claim.now + claim.lease * 2;
        self.relay != claim.relay && !is_earlier_start && lasts
    }
}

impl Messages {
    pub(crate) fn append(&mut self, events: Vec<Event>) {
        for event in events {
            self.written.push(event.clone());
            let position = i64::try_from(self.written.len()).unwrap_or(i64::MAX);
            let message = OutboxMessage { position, event, attempts: 0 };
            let entry = Entry { message, stage: Stage::Pending { not_before: None }, error: None };
            self.entries.insert(position, entry);
        }
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        self.written.clone()
    }

    fn claim(&mut self, claim: &Claim<'_>) -> Vec<OutboxMessage> {
        if self.lease.as_ref().is_some_and(|lease| lease.excludes(claim)) {
            return Vec::new();
        }
        self.lease = Some(Lease { relay: claim.relay.to_owned(), until: claim.now + claim.lease });
        let mut held_back = HashSet::new();
        let mut claimed = Vec::new();
        let in_hand: HashSet<&i64> = claim.except.iter().collect();
        for entry in self.entries.values().filter(|entry| !in_hand.contains(&entry.message.position)) {
            let key = entry.message.event.key;
            match entry.stage {
                Stage::Pending { not_before } if not_before.is_none_or(|at| at <= claim.now) => {
                    if !held_back.contains(&key) {
                        claimed.push(entry.message.clone());
                    }
                }
                Stage::Pending { .. } | Stage::Parked => {
                    held_back.insert(key);
                }
            }
            if claimed.len() == usize::from(claim.limit) {
                break;
            }
        }
        claimed
    }

    fn stats(&self) -> OutboxStats {
        let pending = || self.entries.values().filter(|entry| matches!(entry.stage, Stage::Pending { .. }));
        let parked = self.entries.values().filter(|entry| entry.is_parked());
        OutboxStats {
            pending: pending().count() as u64,
            parked: parked.count() as u64,
            oldest_at: pending().map(|entry| entry.message.event.occurred_at).min(),
        }
    }
}

#[async_trait]
impl<T: Tables> Outbox for Database<T> {
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError> {
        Ok(self.open()?.messages.claim(&claim))
    }

    async fn mark_published(&self, positions: &[i64]) -> Result<(), StoreError> {
        let mut state = self.open()?;
        for position in positions {
            state.messages.entries.remove(position);
        }
        Ok(())
    }

    async fn defer(&self, positions: &[i64], error: &str, retry_at: Timestamp) -> Result<(), StoreError> {
        let mut state = self.open()?;
        for position in positions {
            if let Some(entry) = state.messages.entries.get_mut(position) {
                entry.stage = Stage::Pending { not_before: Some(retry_at) };
                entry.message.attempts += 1;
                entry.error = Some(error.to_owned());
            }
        }
        Ok(())
    }

    async fn park(&self, position: i64, error: &str) -> Result<(), StoreError> {
        if let Some(entry) = self.open()?.messages.entries.get_mut(&position) {
            entry.stage = Stage::Parked;
            entry.error = Some(error.to_owned());
        }
        Ok(())
    }

    async fn release(&self, relay: &str) -> Result<(), StoreError> {
        let messages = &mut self.open()?.messages;
        messages.lease = messages.lease.take().filter(|lease| lease.relay != relay);
        Ok(())
    }

    async fn stats(&self) -> Result<OutboxStats, StoreError> {
        Ok(self.open()?.messages.stats())
    }
}

#[async_trait]
impl<T: Tables> OperatedOutbox for Database<T> {
    async fn list(
        &self,
        parked: Option<bool>,
        page: &PageRequest,
    ) -> Result<Page<WaitingMessage>, StoreError> {
        let state = self.open()?;
        let rows: Vec<_> = state.messages.entries.values().map(Entry::shown).collect();
        let rows = rows.iter().filter(|row| parked.is_none_or(|parked| row.parked == parked));
        page_of(rows, |row| (row.position, Uuid::nil()), Direction::Ascending, page)
    }

    async fn about(&self, key: Uuid) -> Result<Vec<WaitingMessage>, StoreError> {
        let state = self.open()?;
        let rows = state.messages.entries.values().filter(|entry| entry.message.event.key == key);
        Ok(rows.take(100).map(Entry::shown).collect())
    }

    async fn find_parked(&self, position: i64) -> Result<Option<WaitingMessage>, StoreError> {
        let state = self.open()?;
        Ok(state.messages.entries.get(&position).filter(|entry| entry.is_parked()).map(Entry::shown))
    }

    async fn resolve(
        &self,
        position: i64,
        decision: Decision,
        entry: AuditEntry,
    ) -> Result<bool, StoreError> {
        let mut state = self.open()?;
        let entries = &mut state.messages.entries;
        let Some(parked) = entries.get_mut(&position).filter(|entry| entry.is_parked()) else {
            return Ok(false);
        };
        match decision {
            Decision::Release => parked.stage = Stage::Pending { not_before: None },
            Decision::Skip => drop(entries.remove(&position)),
        }
        state.audit.push(entry);
        Ok(true)
    }

    async fn note(&self, entry: AuditEntry) -> Result<(), StoreError> {
        self.open()?.audit.push(entry);
        Ok(())
    }
}
