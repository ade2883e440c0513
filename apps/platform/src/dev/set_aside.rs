//! What the examples about faults are about: events that were set aside on their way, and a mail that waits.
//!
//! Nothing fails in a demo, so each is put where a fault would have left it. The orders are real, and so is what follows
//! from the operator's decision: an event that is released or replayed leads to the mail that its customer never got.

use std::sync::Arc;

use anyhow::{Context, Result};
use eop_core::identity::port::IdentityStore;
use eop_core::kernel::bus::Position;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Version};
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::{DeadLetterId, OrderId};
use eop_core::notification::model::{Channel, DeadLetter, Delivery};
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_core::notification::service::intake::kept;
use eop_core::notification::service::plan::{Audience, plan};
use eop_core::order::model::Order;
use eop_core::order::model::decision::NewOrder;
use eop_core::order::service::OrderPorts;
use eop_notification::api::examples::{DISCARDED, REPLAYED};
use eop_sql::SqlOutbox;
use serde_json::Map;
use uuid::{Uuid, uuid};

use super::demo::ALICE;
use super::examples::{GOOD_FOR, content};
use super::ids::Ids;

/// The orders whose customer was not told of them.
const RELEASED: Uuid = uuid!("019cb6f1-0000-7000-8000-0000000000a9");
const SKIPPED: Uuid = uuid!("019cb6f1-0000-7000-8000-0000000000aa");
const REPLAYED_ORDER: Uuid = uuid!("019cb6f1-0000-7000-8000-0000000000ab");
const DISCARDED_ORDER: Uuid = uuid!("019cb6f1-0000-7000-8000-0000000000ac");
const WAITING: Uuid = uuid!("019cb6f1-0000-7000-8000-0000000000ad");

/// No partition of the bus: what really cannot be processed never lies there.
const NO_PARTITION: i32 = -1;

/// Where things are set aside.
pub(super) struct SetAside {
    pub(super) identity: Arc<dyn IdentityStore>,
    pub(super) orders: OrderPorts,
    pub(super) outbox: Arc<SqlOutbox>,
    pub(super) notifications: Arc<dyn NotificationStore>,
}

impl SetAside {
    /// Makes what is not there yet.
    pub(super) async fn seed(&self) -> Result<()> {
        for order in [RELEASED, SKIPPED, REPLAYED_ORDER, DISCARDED_ORDER, WAITING] {
            self.one(order).await?;
        }
        Ok(())
    }

    /// An order, and its event where nobody is told of it.
    async fn one(&self, id: Uuid) -> Result<()> {
        if self.orders.store.find(OrderId(id)).await?.is_some() {
            return Ok(());
        }
        let now = self.orders.clock.now();
        let mut commit = self.order(id, now).await?;
        let event = commit.events.pop().context("an order is told of")?;
        match id {
            RELEASED | SKIPPED => {
                let reason = "set aside for the examples: the broker would have said why it refuses it";
                self.outbox.put_parked(event, reason).await?;
            }
            REPLAYED_ORDER => self.letter((REPLAYED, 0), event, now).await?,
            DISCARDED_ORDER => self.letter((DISCARDED, 1), event, now).await?,
            _ => self.waiting_mail(&event, now).await?,
        }
        Ok(self.orders.store.commit(commit).await?)
    }

    async fn order(&self, id: Uuid, now: Timestamp) -> Result<Commit<eop_core::order::port::OrderWrite>> {
        let alice = ALICE.actor(&*self.identity).await?;
        let ids = Ids::from(id);
        let new = NewOrder {
            id: OrderId::next(&ids),
            number: self.orders.numbers.next().await?,
            customer: alice.user_id().context("she is a person")?,
            content: content()?,
            metadata: Map::new(),
        };
        let (draft, _) = Order::new(new, &alice, now)?.placed(&alice).into_draft(&alice, &ids);
        Ok(draft.unrepeated("an example is made once, under an id of its own").done())
    }

    async fn letter(&self, (id, offset): (&str, i64), event: Event, now: Timestamp) -> Result<()> {
        let letter = DeadLetter {
            id: DeadLetterId(id.parse()?),
            position: Position { topic: Topic::Orders, partition: NO_PARTITION, offset },
            event: Some(event.id),
            subject: Some((event.key, event.sequence)),
            value: kept(&event),
            error: "set aside for the examples: here it would say why it could not be processed".to_owned(),
            created_at: now,
            resolution: None,
            version: Version::FIRST,
        };
        Ok(self.notifications.commit(Commit::of(vec![NotificationWrite::InsertDeadLetter(letter)])).await?)
    }

    /// The mail about `event`, and only that, with its first attempt far ahead.
    async fn waiting_mail(&self, event: &Event, now: Timestamp) -> Result<()> {
        let audience = Audience::of(&*self.notifications, std::iter::once(event)).await?;
        let (alice, due) = (ALICE.actor(&*self.identity).await?.user_id(), now + GOOD_FOR);
        // The mail is planned without its event being read anywhere.
        let nowhere = Position { topic: Topic::Orders, partition: NO_PARTITION, offset: 2 };
        for mut commit in plan((event, nowhere), &audience, now)?.commits() {
            let writes = commit.writes.into_iter().filter_map(|write| match write {
                NotificationWrite::InsertNotification(one) if Some(one.recipient) == alice => {
                    Some(NotificationWrite::InsertNotification(one))
                }
                NotificationWrite::InsertDelivery(mail)
                    if Some(mail.recipient) == alice && mail.channel == Channel::Email =>
                {
                    Some(NotificationWrite::InsertDelivery(Delivery {
                        next_attempt_at: Some(due),
                        expires_at: due + GOOD_FOR,
                        ..mail
                    }))
                }
                _ => None,
            });
            commit.writes = writes.collect();
            self.notifications.commit(commit).await?;
        }
        Ok(())
    }
}
