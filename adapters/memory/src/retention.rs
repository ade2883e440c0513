//! Forgetting what was kept long enough.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::retention::{Kept, Retention};

use crate::database::{Database, Tables};

/// What is old enough, and what is done with it.
#[derive(Clone, Copy, Debug)]
pub struct Old {
    before: Timestamp,
    limit: usize,
    /// It is counted and stays.
    only_counted: bool,
}

impl Old {
    /// The keys that are old enough, oldest first.
    fn keys<K: Ord>(self, ages: impl Iterator<Item = (Timestamp, K)>) -> Vec<K> {
        let mut old: Vec<(Timestamp, K)> = ages.filter(|(at, _)| *at < self.before).collect();
        old.sort_unstable();
        old.truncate(self.limit);
        old.into_iter().map(|(_, key)| key).collect()
    }

    /// Does it to the rows of a table whose age is known.
    pub(crate) fn of<K: Ord + Clone, V>(
        self,
        table: &mut BTreeMap<K, V>,
        age: impl Fn(&V) -> Option<Timestamp>,
    ) -> u64 {
        let keys = self.keys(table.iter().filter_map(|(key, row)| Some((age(row)?, key.clone()))));
        if !self.only_counted {
            for key in &keys {
                table.remove(key);
            }
        }
        keys.len() as u64
    }

    /// The same for a table without an order.
    pub(crate) fn of_unsorted<K: Ord + Clone + Hash, V>(
        self,
        table: &mut HashMap<K, V>,
        age: impl Fn(&V) -> Timestamp,
    ) -> u64 {
        let keys = self.keys(table.iter().map(|(key, row)| (age(row), key.clone())));
        if !self.only_counted {
            for key in &keys {
                table.remove(key);
            }
        }
        keys.len() as u64
    }
}

impl<T: Tables> Database<T> {
    fn forget(&self, kept: Kept, old: Old) -> Result<u64, StoreError> {
        let mut state = self.open()?;
        Ok(match kept {
            Kept::Audit => {
                let mut entries: BTreeMap<usize, _> =
                    std::mem::take(&mut state.audit).into_iter().enumerate().collect();
                let count = old.of(&mut entries, |entry| Some(entry.at));
                state.audit = entries.into_values().collect();
                count
            }
            Kept::IdempotencyKeys => state.seen.forget_requests(old),
            Kept::SeenEvents => state.seen.forget_messages(old),
            _ => state.tables.forget(kept, old),
        })
    }
}

#[async_trait]
impl<T: Tables> Retention for Database<T> {
    fn kept(&self) -> &'static [Kept] {
        T::KEPT
    }

    async fn hold(&self, holder: &str, lease: Duration) -> Result<bool, StoreError> {
        let now = Instant::now();
        let held = &mut self.open()?.retention;
        let free = held.as_ref().is_none_or(|(by, until)| by == holder || *until <= now);
        if free {
            *held = Some((holder.to_owned(), now + lease));
        }
        Ok(free)
    }

    async fn release(&self, holder: &str) -> Result<(), StoreError> {
        let held = &mut self.open()?.retention;
        *held = held.take().filter(|(by, _)| by != holder);
        Ok(())
    }

    async fn purge(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
        self.forget(kept, Old { before, limit: limit as usize, only_counted: false })
    }

    async fn backlog(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
        self.forget(kept, Old { before, limit: limit as usize, only_counted: true })
    }
}
