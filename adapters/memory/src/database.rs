//! One mutex around the maps of a context, and the commit over them: all or nothing.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Event;
use eop_core::kernel::retention::Kept;
use parking_lot::{Mutex, MutexGuard};

use crate::once::Seen;
use crate::outbox::Messages;
use crate::retention::Old;

/// The maps of one context, and how its writes change them.
pub trait Tables: Default + Send + Sized + 'static {
    /// One change that the context makes.
    type Write: Send;

    /// What there is to be forgotten some time.
    const KEPT: &'static [Kept];

    /// Forgets, or only counts, what is old enough.
    fn forget(&mut self, kept: Kept, old: Old) -> u64;

    /// Makes one change.
    ///
    /// # Errors
    /// Whatever keeps the whole commit from being applied; what was changed before is then taken back.
    fn apply(change: &mut Change<'_, Self>, write: Self::Write) -> Result<(), CommitError>;
}

/// The database of one context, in memory. It is a store, its queries and its outbox at once, as an SQL database is.
#[derive(Debug)]
pub struct Database<T> {
    state: Mutex<State<T>>,
    available: AtomicBool,
}

/// What the mutex guards.
#[derive(Debug, Default)]
pub(crate) struct State<T> {
    pub(crate) tables: T,
    pub(crate) messages: Messages,
    pub(crate) seen: Seen,
    pub(crate) audit: Vec<AuditEntry>,
    /// Who forgets, and until when.
    pub(crate) retention: Option<(String, Instant)>,
}

impl<T: Tables> Default for Database<T> {
    fn default() -> Self {
        Self { state: Mutex::default(), available: AtomicBool::new(true) }
    }
}

impl<T: Tables> Database<T> {
    /// An empty database.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets every call fail as [`StoreError::Unavailable`], or work again, to see what a use case makes of it.
    pub fn set_available(&self, available: bool) {
        self.available.store(available, Ordering::SeqCst);
    }

    /// Every event that commits put into the outbox and that was not purged, oldest first, published or not.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        self.state.lock().messages.events()
    }

    /// Puts an event into the outbox, as the commit does that it belongs to.
    pub fn tell(&self, event: Event) {
        self.state.lock().messages.append(vec![event]);
    }

    /// The audit log, oldest first.
    #[must_use]
    pub fn audit(&self) -> Vec<AuditEntry> {
        self.state.lock().audit.clone()
    }

    pub(crate) fn open(&self) -> Result<MutexGuard<'_, State<T>>, StoreError> {
        if self.available.load(Ordering::SeqCst) {
            Ok(self.state.lock())
        } else {
            Err(StoreError::Unavailable("the memory database is switched off".into()))
        }
    }

    pub(crate) fn apply(&self, commit: Commit<T::Write>) -> Result<(), CommitError> {
        let mut state = self.open()?;
        // First of all: a retry finds the versions moved by its own first try, and must not be told that it is stale.
        if let Some(outcome) = commit.once.as_ref().and_then(|once| state.seen.outcome_of(once)) {
            return Err(CommitError::Repeated(outcome));
        }
        let mut change = Change { tables: &mut state.tables, undo: Vec::new() };
        for write in commit.writes {
            if let Err(refused) = T::apply(&mut change, write) {
                change.roll_back();
                return Err(refused);
            }
        }
        state.messages.append(commit.events);
        state.audit.extend(commit.audit);
        if let Some(once) = commit.once {
            state.seen.remember(once);
        }
        Ok(())
    }
}

type Undo<T> = Box<dyn FnOnce(&mut T)>;

/// Changes tables and notes how to take each change back.
#[derive(derive_more::Debug)]
#[debug("Change {{ changes: {}, .. }}", undo.len())]
pub struct Change<'a, T> {
    tables: &'a mut T,
    undo: Vec<Undo<T>>,
}

impl<T: 'static> Change<'_, T> {
    /// The tables as they are now, with the changes made so far.
    pub(crate) fn tables(&self) -> &T {
        self.tables
    }

    /// Puts `value` under `key` into the map that `table` picks.
    pub(crate) fn put<K, V>(&mut self, table: fn(&mut T) -> &mut BTreeMap<K, V>, key: K, value: V)
    where
        K: Ord + Clone + 'static,
        V: 'static,
    {
        let before = table(self.tables).insert(key.clone(), value);
        self.undo.push(Box::new(move |tables| {
            match before {
                Some(value) => table(tables).insert(key, value),
                None => table(tables).remove(&key),
            };
        }));
    }

    /// Removes what is under `key` from the map that `table` picks.
    pub(crate) fn remove<K, V>(&mut self, table: fn(&mut T) -> &mut BTreeMap<K, V>, key: &K)
    where
        K: Ord + Clone + 'static,
        V: 'static,
    {
        let Some(before) = table(self.tables).remove(key) else { return };
        let key = key.clone();
        self.undo.push(Box::new(move |tables| {
            table(tables).insert(key, before);
        }));
    }

    /// Sets the single value that `field` picks.
    pub(crate) fn set<V: 'static>(&mut self, field: fn(&mut T) -> &mut V, value: V) {
        let before = std::mem::replace(field(self.tables), value);
        self.undo.push(Box::new(move |tables| *field(tables) = before));
    }

    fn roll_back(self) {
        for undo in self.undo.into_iter().rev() {
            undo(self.tables);
        }
    }
}
