//! People's inboxes and the mailbox of the embedded mode, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::notification::model::{InboxItem, InboxPosition, Mail};
use eop_core::notification::port::{Arrived, Inbox, InboxFilter, Mailbox, Unread};
use parking_lot::Mutex;

use crate::page::page_of;

/// Everybody's inbox.
#[derive(Debug, Default)]
pub struct MemoryInbox(Mutex<Inboxes>);

#[derive(Debug, Default)]
struct Inboxes {
    items: BTreeMap<DeliveryId, InboxItem>,
    numbers: BTreeMap<DeliveryId, InboxPosition>,
    last: BTreeMap<UserId, InboxPosition>,
}

#[async_trait]
impl Inbox for MemoryInbox {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        Ok(put_once(&mut self.0.lock().items, item.id, item))
    }

    async fn list(
        &self,
        recipient: UserId,
        filter: InboxFilter,
        page: &PageRequest,
    ) -> Result<Page<InboxItem>, StoreError> {
        let items = &self.0.lock().items;
        let rows = items.values().filter(|item| {
            item.recipient == recipient
                && item.archived_at.is_some() == filter.archived
                && !(filter.unread && item.read_at.is_some())
        });
        page_of(rows, |item| (item.created_at, item.id.0), Direction::Descending, page)
    }

    async fn number_arrivals(&self, recipient: UserId) -> Result<InboxPosition, StoreError> {
        let Inboxes { items, numbers, last } = &mut *self.0.lock();
        let unnumbered =
            items.values().filter(|one| one.recipient == recipient && !numbers.contains_key(&one.id));
        let mut unnumbered: Vec<_> = unnumbered.map(|item| (item.created_at, item.id)).collect();
        unnumbered.sort_unstable();
        let last = last.entry(recipient).or_default();
        for (at, item) in unnumbered {
            *last = last.next(at);
            numbers.insert(item, *last);
        }
        Ok(*last)
    }

    async fn numbered_after(
        &self,
        recipient: UserId,
        after: InboxPosition,
        limit: u16,
    ) -> Result<Arrived, StoreError> {
        let inboxes = self.0.lock();
        let own = inboxes.items.values().filter(|item| item.recipient == recipient);
        let numbered = own.filter_map(|item| Some((item.clone(), *inboxes.numbers.get(&item.id)?)));
        let mut items: Vec<_> = numbered.filter(|(_, number)| *number > after).collect();
        items.sort_by_key(|(_, number)| *number);
        let has_more = items.len() > usize::from(limit);
        items.truncate(limit.into());
        let next = items.last().map(|(_, number)| *number).filter(|_| has_more);
        Ok(Arrived { items, next })
    }

    async fn unread_of(&self, people: &[UserId]) -> Result<Vec<(UserId, Unread)>, StoreError> {
        let items = &self.0.lock().items;
        let unread = people.iter().filter_map(|person| {
            let own = items.values().filter(|item| item.recipient == *person && item.read_at.is_none());
            let arrived: Vec<_> = own.map(|item| item.created_at).collect();
            let newest = arrived.iter().max().copied()?;
            Some((*person, Unread { count: arrived.len() as u64, newest }))
        });
        Ok(unread.collect())
    }

    async fn count_unread(&self, recipient: UserId) -> Result<u64, StoreError> {
        let items = &self.0.lock().items;
        let unread = items.values().filter(|item| item.recipient == recipient && item.read_at.is_none());
        Ok(unread.count() as u64)
    }

    async fn mark_read(
        &self,
        recipient: UserId,
        item: Option<DeliveryId>,
        at: Timestamp,
    ) -> Result<u64, StoreError> {
        let items = &mut self.0.lock().items;
        let asked_for = items
            .values_mut()
            .filter(|one| one.recipient == recipient && item.is_none_or(|asked_for| one.id == asked_for));
        let mut count = 0;
        for one in asked_for {
            one.read_at.get_or_insert(at);
            count += 1;
        }
        Ok(count)
    }

    async fn archive(&self, recipient: UserId, item: DeliveryId, at: Timestamp) -> Result<bool, StoreError> {
        let items = &mut self.0.lock().items;
        let Some(one) = items.get_mut(&item).filter(|one| one.recipient == recipient) else {
            return Ok(false);
        };
        one.read_at.get_or_insert(at);
        one.archived_at.get_or_insert(at);
        Ok(true)
    }
}

/// The mailbox of the embedded mode.
#[derive(Debug, Default)]
pub struct MemoryMailbox(Mutex<BTreeMap<DeliveryId, Mail>>);

#[async_trait]
impl Mailbox for MemoryMailbox {
    async fn put(&self, mail: Mail) -> Result<bool, StoreError> {
        Ok(put_once(&mut self.0.lock(), mail.id, mail))
    }

    async fn list(&self, to: Option<&Email>, page: &PageRequest) -> Result<Page<Mail>, StoreError> {
        let mails = self.0.lock();
        let rows = mails.values().filter(|mail| to.is_none_or(|address| mail.to == *address));
        page_of(rows, |mail| (mail.received_at, mail.id.0), Direction::Descending, page)
    }

    async fn find(&self, id: DeliveryId) -> Result<Option<Mail>, StoreError> {
        Ok(self.0.lock().get(&id).cloned())
    }
}

/// Whether `value` is new under `key`; what is there already stays.
fn put_once<V>(map: &mut BTreeMap<DeliveryId, V>, key: DeliveryId, value: V) -> bool {
    let is_new = !map.contains_key(&key);
    if is_new {
        map.insert(key, value);
    }
    is_new
}
