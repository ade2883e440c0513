//! Who watches which inbox, and what wakes them.
//!
//! What this process changes wakes those who watch at once. What another instance changes is found by one look for all of
//! them together, however many watch; nobody watching, there is no look.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Page, PageRequest};
use eop_core::notification::model::{InboxItem, InboxPosition};
use eop_core::notification::port::{Arrived, Inbox, InboxFilter, Unread};
use tokio::sync::watch;

/// How often the inboxes that are watched are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The inboxes that are watched. Clones share everything.
#[derive(Clone, Debug, Default)]
pub struct InboxWatch(Arc<Mutex<HashMap<UserId, Watched>>>);

#[derive(Debug)]
struct Watched {
    changed: watch::Sender<()>,
    /// As of the last look.
    unread: Option<Unread>,
}

impl InboxWatch {
    /// Tells when the inbox of `person` may have changed.
    #[must_use]
    pub fn of(&self, person: UserId) -> watch::Receiver<()> {
        let mut watched = self.lock();
        let new = || Watched { changed: watch::Sender::new(()), unread: None };
        watched.entry(person).or_insert_with(new).changed.subscribe()
    }

    fn changed(&self, person: UserId) {
        if let Some(watched) = self.lock().get(&person) {
            watched.changed.send_replace(());
        }
    }

    /// Looks at every inbox that is watched, and wakes those who watch one that has changed.
    ///
    /// # Errors
    /// When it cannot be looked.
    pub async fn look(&self, inbox: &dyn Inbox) -> Result<(), StoreError> {
        let people: Vec<UserId> = {
            let mut watched = self.lock();
            watched.retain(|_, watched| watched.changed.receiver_count() > 0);
            watched.keys().copied().collect()
        };
        if people.is_empty() {
            return Ok(());
        }
        let unread: HashMap<UserId, Unread> = inbox.unread_of(&people).await?.into_iter().collect();
        let mut watched = self.lock();
        for person in people {
            let Some(watched) = watched.get_mut(&person) else { continue };
            let now = unread.get(&person).copied();
            if watched.unread != now {
                watched.unread = now;
                watched.changed.send_replace(());
            }
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<UserId, Watched>> {
        // Every change is complete before anything can panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks until the process stops.
pub(crate) fn spawn(host: &Host, watch: InboxWatch, inbox: Arc<dyn Inbox>) {
    host.every("notification", "inbox watch", LOOK_EVERY, move || {
        let (watch, inbox) = (watch.clone(), Arc::clone(&inbox));
        async move { watch.look(&*inbox).await }
    });
}

/// An inbox whose changes wake those who watch it.
#[derive(derive_more::Debug)]
pub struct WatchedInbox {
    /// The inbox.
    #[debug(skip)]
    pub inbox: Arc<dyn Inbox>,
    /// Those who watch.
    pub watch: InboxWatch,
}

#[async_trait]
impl Inbox for WatchedInbox {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        let recipient = item.recipient;
        let is_new = self.inbox.put(item).await?;
        self.watch.changed(recipient);
        Ok(is_new)
    }

    async fn list(
        &self,
        recipient: UserId,
        filter: InboxFilter,
        page: &PageRequest,
    ) -> Result<Page<InboxItem>, StoreError> {
        self.inbox.list(recipient, filter, page).await
    }

    async fn number_arrivals(&self, recipient: UserId) -> Result<InboxPosition, StoreError> {
        self.inbox.number_arrivals(recipient).await
    }

    async fn numbered_after(
        &self,
        recipient: UserId,
        after: InboxPosition,
        limit: u16,
    ) -> Result<Arrived, StoreError> {
        self.inbox.numbered_after(recipient, after, limit).await
    }

    async fn unread_of(&self, people: &[UserId]) -> Result<Vec<(UserId, Unread)>, StoreError> {
        self.inbox.unread_of(people).await
    }

    async fn count_unread(&self, recipient: UserId) -> Result<u64, StoreError> {
        self.inbox.count_unread(recipient).await
    }

    async fn mark_read(
        &self,
        recipient: UserId,
        item: Option<DeliveryId>,
        at: Timestamp,
    ) -> Result<u64, StoreError> {
        let found = self.inbox.mark_read(recipient, item, at).await?;
        self.watch.changed(recipient);
        Ok(found)
    }

    async fn archive(&self, recipient: UserId, item: DeliveryId, at: Timestamp) -> Result<bool, StoreError> {
        let found = self.inbox.archive(recipient, item, at).await?;
        self.watch.changed(recipient);
        Ok(found)
    }
}
