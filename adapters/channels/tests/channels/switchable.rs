//! Stores that can be switched off.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Page, PageRequest};
use eop_core::notification::model::{InboxItem, InboxPosition, Mail};
use eop_core::notification::port::{Arrived, Inbox, InboxFilter, Mailbox, Unread};

/// A store that answers as long as it is on.
#[derive(Default)]
pub(crate) struct Switchable<S> {
    store: S,
    off: AtomicBool,
}

impl<S> Switchable<S> {
    pub(crate) fn switch(&self, on: bool) {
        self.off.store(!on, Ordering::SeqCst);
    }

    fn store(&self) -> Result<&S, StoreError> {
        if self.off.load(Ordering::SeqCst) { Err(StoreError::Overloaded) } else { Ok(&self.store) }
    }
}

#[async_trait]
impl<S: Mailbox> Mailbox for Switchable<S> {
    async fn put(&self, mail: Mail) -> Result<bool, StoreError> {
        self.store()?.put(mail).await
    }

    async fn list(&self, to: Option<&Email>, page: &PageRequest) -> Result<Page<Mail>, StoreError> {
        self.store()?.list(to, page).await
    }

    async fn find(&self, id: DeliveryId) -> Result<Option<Mail>, StoreError> {
        self.store()?.find(id).await
    }
}

#[async_trait]
impl<S: Inbox> Inbox for Switchable<S> {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        self.store()?.put(item).await
    }

    async fn list(
        &self,
        recipient: UserId,
        filter: InboxFilter,
        page: &PageRequest,
    ) -> Result<Page<InboxItem>, StoreError> {
        self.store()?.list(recipient, filter, page).await
    }

    async fn number_arrivals(&self, recipient: UserId) -> Result<InboxPosition, StoreError> {
        self.store()?.number_arrivals(recipient).await
    }

    async fn numbered_after(
        &self,
        recipient: UserId,
        after: InboxPosition,
        limit: u16,
    ) -> Result<Arrived, StoreError> {
        self.store()?.numbered_after(recipient, after, limit).await
    }

    async fn unread_of(&self, people: &[UserId]) -> Result<Vec<(UserId, Unread)>, StoreError> {
        self.store()?.unread_of(people).await
    }

    async fn count_unread(&self, recipient: UserId) -> Result<u64, StoreError> {
        self.store()?.count_unread(recipient).await
    }

    async fn mark_read(
        &self,
        recipient: UserId,
        item: Option<DeliveryId>,
        at: Timestamp,
    ) -> Result<u64, StoreError> {
        self.store()?.mark_read(recipient, item, at).await
    }

    async fn archive(&self, recipient: UserId, item: DeliveryId, at: Timestamp) -> Result<bool, StoreError> {
        self.store()?.archive(recipient, item, at).await
    }
}
