//! Notifications and deliveries in memory.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use eop_core::kernel::actor::Role;
use eop_core::kernel::bus::Position;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError, Version};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{AttemptId, DeadLetterId, DeliveryId, EventId, NotificationId, UserId};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::kernel::retention::Kept;
use eop_core::notification::model::{
    Attempt, Channel, DeadLetter, Deferred, Delivery, DeliveryStatus, Notification, Recipient, Word,
};
use eop_core::notification::port::{
    ClaimedDelivery, DeadLetterFilter, Deferrals, DeliveryQueue, DueClaim, NotificationFilter,
    NotificationQueries, NotificationStore, NotificationWrite, TakenUp,
};

use crate::database::{Change, Database, Tables};
use crate::page::page_of;
use crate::retention::Old;

/// The database of the notification service.
pub type MemoryNotifications = Database<NotificationTables>;

/// What [`MemoryNotifications`] holds.
#[derive(Debug, Default)]
pub struct NotificationTables {
    recipients: BTreeMap<UserId, Recipient>,
    notifications: BTreeMap<NotificationId, Notification>,
    deliveries: BTreeMap<DeliveryId, Delivery>,
    attempts: BTreeMap<AttemptId, Attempt>,
    dead_letters: BTreeMap<DeadLetterId, DeadLetter>,
    positions: BTreeMap<Position, DeadLetterId>,
    deferred: BTreeMap<EventId, Deferred>,
    /// What a test made unreadable.
    unreadable: BTreeSet<DeliveryId>,
    /// What was set aside for it, at which version: a later one was written by somebody who decided about it.
    aside: BTreeMap<DeliveryId, Version>,
}

impl Tables for NotificationTables {
    type Write = NotificationWrite;

    const KEPT: &'static [Kept] = &[
        Kept::Notifications,
        Kept::Attempts,
        Kept::DeadLetters,
        Kept::DeferredEvents,
        Kept::Audit,
        Kept::IdempotencyKeys,
        Kept::SeenEvents,
    ];

    fn forget(&mut self, kept: Kept, old: Old) -> u64 {
        match kept {
            Kept::Notifications => {
                let waiting: BTreeSet<NotificationId> = self
                    .deliveries
                    .values()
                    .filter(|delivery| delivery.due_at().is_some())
                    .map(|delivery| delivery.notification)
                    .collect();
                let age = |one: &Notification| (!waiting.contains(&one.id)).then_some(one.created_at);
                let count = old.of(&mut self.notifications, age);
                self.deliveries.retain(|_, one| self.notifications.contains_key(&one.notification));
                self.attempts.retain(|_, one| self.deliveries.contains_key(&one.delivery));
                count
            }
            Kept::Attempts => old.of(&mut self.attempts, |attempt| Some(attempt.started_at)),
            Kept::DeadLetters => {
                let count = old.of(&mut self.dead_letters, |letter| letter.resolution.map(|end| end.at));
                self.positions.retain(|_, letter| self.dead_letters.contains_key(letter));
                count
            }
            Kept::DeferredEvents => old.of(&mut self.deferred, |event| Some(event.created_at)),
            _ => 0,
        }
    }

    fn apply(change: &mut Change<'_, Self>, write: NotificationWrite) -> Result<(), CommitError> {
        let known = change.tables();
        match write {
            NotificationWrite::PutRecipient(new) => {
                if known.recipients.get(&new.id).is_none_or(|stored| stored.sequence <= new.sequence) {
                    change.put(|tables| &mut tables.recipients, new.id, new);
                }
            }
            NotificationWrite::InsertNotification(new) => {
                if !known.notifications.contains_key(&new.id) {
                    change.put(|tables| &mut tables.notifications, new.id, new);
                }
            }
            NotificationWrite::InsertDelivery(new) => {
                if !known.deliveries.contains_key(&new.id) {
                    change.put(|tables| &mut tables.deliveries, new.id, new);
                }
            }
            NotificationWrite::UpdateDelivery { delivery, from } => {
                check(known.deliveries.get(&delivery.id).map(|stored| stored.version), from)?;
                change.put(|tables| &mut tables.deliveries, delivery.id, delivery);
            }
            NotificationWrite::PutAttempt(attempt) => {
                change.put(|tables| &mut tables.attempts, attempt.id, attempt);
            }
            NotificationWrite::InsertDeadLetter(new) => {
                if !known.positions.contains_key(&new.position) {
                    change.put(|tables| &mut tables.positions, new.position, new.id);
                    change.put(|tables| &mut tables.dead_letters, new.id, new);
                }
            }
            NotificationWrite::UpdateDeadLetter { letter, from } => {
                check(known.dead_letters.get(&letter.id).map(|stored| stored.version), from)?;
                change.put(|tables| &mut tables.dead_letters, letter.id, letter);
            }
            NotificationWrite::PutDeferred(deferred) => {
                change.put(|tables| &mut tables.deferred, deferred.event.id, deferred);
            }
        }
        Ok(())
    }
}

fn check(stored: Option<Version>, from: Version) -> Result<(), CommitError> {
    if stored == Some(from) { Ok(()) } else { Err(CommitError::Stale) }
}

impl NotificationTables {
    fn deliveries_of(&self, id: NotificationId) -> Vec<Delivery> {
        let mut deliveries: Vec<Delivery> =
            self.deliveries.values().filter(|delivery| delivery.notification == id).cloned().collect();
        deliveries.sort_by_key(|delivery| (delivery.created_at, delivery.id));
        deliveries
    }

    fn attempts_of(&self, id: DeliveryId) -> Vec<Attempt> {
        let mut attempts: Vec<Attempt> =
            self.attempts.values().filter(|attempt| attempt.delivery == id).cloned().collect();
        attempts.sort_by_key(|attempt| attempt.number);
        attempts
    }

    /// Leases one delivery, and gathers what an attempt needs; nothing for one that cannot be read.
    fn claim(&mut self, id: DeliveryId, claim: &DueClaim<'_>) -> Result<Option<ClaimedDelivery>, StoreError> {
        let missing = |table, column| StoreError::Inconsistent { table, column, row: id.to_string() };
        let delivery = self.deliveries.get_mut(&id).ok_or_else(|| missing("delivery", "id"))?;
        delivery.version = delivery.version.next();
        delivery.updated_at = claim.now;
        delivery.next_attempt_at = None;
        if self.unreadable.contains(&id) {
            delivery.status = DeliveryStatus::Failed;
            (delivery.leased_until, delivery.held_by) = (None, None);
            delivery.last_error = Some("set aside: it cannot be read".to_owned());
            self.aside.insert(id, delivery.version);
            return Ok(None);
        }
        delivery.status = DeliveryStatus::Sending;
        delivery.leased_until = Some(claim.now + claim.lease);
        delivery.held_by = Some(claim.holder.to_owned());
        let delivery = delivery.clone();
        let notification = self
            .notifications
            .get(&delivery.notification)
            .ok_or_else(|| missing("delivery", "notification"))?
            .clone();
        let recipient = self.recipients.get(&delivery.recipient).cloned();
        let interrupted = self.attempts_of(id).pop().filter(|attempt| attempt.result.is_none());
        Ok(Some(ClaimedDelivery { delivery, notification, recipient, interrupted }))
    }

    /// What is set aside, by id.
    fn set_aside(&self) -> impl Iterator<Item = DeliveryId> {
        let untouched = |(id, version): &(&DeliveryId, &Version)| {
            self.deliveries.get(id).is_some_and(|delivery| delivery.version == **version)
        };
        self.aside.iter().filter(untouched).map(|(id, _)| *id)
    }

    fn matches(&self, filter: &NotificationFilter, one: &Notification) -> bool {
        let has_delivery = || {
            self.deliveries.values().any(|delivery| {
                delivery.notification == one.id
                    && filter.channel.is_none_or(|channel| delivery.channel == channel)
                    && filter.status.is_none_or(|status| delivery.status == status)
            })
        };
        filter.kind.is_none_or(|kind| one.kind == kind)
            && filter.recipient.is_none_or(|recipient| one.recipient == recipient)
            && filter.order.is_none_or(|order| one.order == Some(order))
            && filter.from.is_none_or(|from| one.created_at >= from)
            && filter.to.is_none_or(|to| one.created_at < to)
            && ((filter.channel.is_none() && filter.status.is_none()) || has_delivery())
    }
}

#[async_trait]
impl NotificationStore for MemoryNotifications {
    async fn find_recipient(&self, id: UserId) -> Result<Option<Recipient>, StoreError> {
        Ok(self.open()?.tables.recipients.get(&id).cloned())
    }

    async fn with_role(&self, role: &Role, limit: u16) -> Result<Vec<UserId>, StoreError> {
        let state = self.open()?;
        let with_role = state.tables.recipients.values().filter(|recipient| recipient.roles.contains(role));
        Ok(with_role.take(usize::from(limit)).map(|recipient| recipient.id).collect())
    }

    async fn find_notification(&self, id: NotificationId) -> Result<Option<Notification>, StoreError> {
        Ok(self.open()?.tables.notifications.get(&id).cloned())
    }

    async fn find_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
        Ok(self.open()?.tables.deliveries.get(&id).cloned())
    }

    async fn find_dead_letter(&self, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError> {
        Ok(self.open()?.tables.dead_letters.get(&id).cloned())
    }

    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<(), CommitError> {
        self.apply(commit)
    }
}

#[async_trait]
impl Deferrals for MemoryNotifications {
    async fn waiting_for(&self, words: &[Word], limit: u16) -> Result<Vec<Deferred>, StoreError> {
        let state = self.open()?;
        let mut waiting: Vec<Deferred> =
            state.tables.deferred.values().filter(|one| words.contains(&one.word)).cloned().collect();
        waiting.sort_by_key(|one| (one.created_at, one.event.id));
        waiting.truncate(usize::from(limit));
        Ok(waiting)
    }

    async fn forget(&self, events: &[EventId]) -> Result<(), StoreError> {
        self.open()?.tables.deferred.retain(|id, _| !events.contains(id));
        Ok(())
    }

    async fn count(&self) -> Result<u64, StoreError> {
        Ok(self.open()?.tables.deferred.len() as u64)
    }
}

#[async_trait]
impl DeliveryQueue for MemoryNotifications {
    async fn claim_due(&self, claim: DueClaim<'_>) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let DueClaim { channel, lane, now, limit, .. } = claim;
        let tables = &mut self.open()?.tables;
        let mut due: Vec<(Timestamp, DeliveryId)> = tables
            .deliveries
            .values()
            .filter(|delivery| delivery.channel == channel && delivery.lane == lane)
            .filter_map(|delivery| Some((delivery.due_at().filter(|at| *at <= now)?, delivery.id)))
            .collect();
        due.sort_unstable();
        let due = due.into_iter().take(usize::from(limit));
        due.filter_map(|(_, id)| tables.claim(id, &claim).transpose()).collect()
    }

    async fn take_back(&self, channel: Channel, holder: &str, now: Timestamp) -> Result<u64, StoreError> {
        let tables = &mut self.open()?.tables;
        let held = tables.deliveries.values_mut().filter(|delivery| {
            delivery.channel == channel
                && delivery.held_by.as_deref() == Some(holder)
                && delivery.leased_until.is_some_and(|until| until > now)
        });
        let mut count = 0;
        for delivery in held {
            (delivery.leased_until, delivery.held_by) = (Some(now), None);
            delivery.version = delivery.version.next();
            delivery.updated_at = now;
            count += 1;
        }
        Ok(count)
    }

    async fn waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError> {
        let tables = &self.open()?.tables;
        let on = |channel: &Channel| {
            let own =
                tables.deliveries.values().filter(|one| one.channel == *channel && one.due_at().is_some());
            (*channel, own.count() as u64)
        };
        Ok(Channel::ALL.iter().map(on).filter(|(_, count)| *count > 0).collect())
    }

    async fn set_aside(&self) -> Result<u64, StoreError> {
        Ok(self.open()?.tables.set_aside().count() as u64)
    }

    async fn take_up(
        &self,
        after: Option<DeliveryId>,
        now: Timestamp,
        limit: u16,
    ) -> Result<TakenUp, StoreError> {
        let tables = &mut self.open()?.tables;
        let later = tables.set_aside().filter(|id| after.is_none_or(|after| *id > after));
        let page: Vec<DeliveryId> = later.take(usize::from(limit)).collect();
        let mut freed = 0;
        for id in page.iter().filter(|id| !tables.unreadable.contains(*id)) {
            let Some(delivery) = tables.deliveries.get_mut(id) else { continue };
            delivery.status = DeliveryStatus::Retrying;
            delivery.next_attempt_at = Some(now);
            delivery.last_error = None;
            delivery.version = delivery.version.next();
            delivery.updated_at = now;
            freed += 1;
        }
        let next = page.last().copied().filter(|_| page.len() == usize::from(limit));
        Ok(TakenUp { freed, next })
    }
}

impl MemoryNotifications {
    /// Makes a delivery one that cannot be read, as one is that a newer version wrote; or one that can.
    ///
    /// # Panics
    /// When it was switched off.
    pub fn set_readable(&self, id: DeliveryId, readable: bool) {
        let unreadable = &mut self.open().expect("it is switched on").tables.unreadable;
        if readable {
            unreadable.remove(&id)
        } else {
            unreadable.insert(id)
        };
    }
}

#[async_trait]
impl NotificationQueries for MemoryNotifications {
    async fn list_notifications(
        &self,
        filter: &NotificationFilter,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<(Notification, Vec<Delivery>)>, StoreError> {
        let tables = &self.open()?.tables;
        let rows = tables.notifications.values().filter(|one| tables.matches(filter, one));
        let found = page_of(rows, |one| (one.created_at, one.id.0), direction, page)?;
        Ok(found.map(|one| {
            let deliveries = tables.deliveries_of(one.id);
            (one, deliveries)
        }))
    }

    async fn deliveries_of(&self, id: NotificationId) -> Result<Vec<Delivery>, StoreError> {
        Ok(self.open()?.tables.deliveries_of(id))
    }

    async fn attempts_of(&self, deliveries: &[DeliveryId]) -> Result<Vec<Attempt>, StoreError> {
        let tables = &self.open()?.tables;
        Ok(deliveries.iter().flat_map(|id| tables.attempts_of(*id)).collect())
    }

    async fn list_dead_letters(
        &self,
        filter: DeadLetterFilter,
        page: &PageRequest,
    ) -> Result<Page<DeadLetter>, StoreError> {
        let tables = &self.open()?.tables;
        let rows = tables.dead_letters.values().filter(|letter| {
            (!filter.open || letter.resolution.is_none())
                && filter.subject.is_none_or(|sought| letter.subject.is_some_and(|(key, _)| key == sought))
        });
        page_of(rows, |letter| (letter.created_at, letter.id.0), Direction::Descending, page)
    }
}
