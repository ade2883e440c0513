//! What is new in an inbox, for whoever watches it.
//!
//! Items are told by the time they arrived, and that is no place in a queue: of two that arrive at once on two instances,
//! the one with the later time may be seen first. So a position is a time before which nothing comes any more, and the
//! items after it that were told already. Whoever goes on from a position is told every item once.

use chrono::TimeDelta;

use super::{NotificationError, NotificationService};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::kernel::clock::{Timestamp, to_stored_precision};
use crate::notification::model::InboxItem;

/// How long after its time an item may be seen first: clocks of instances differ, and writing it takes its time.
const LATENESS: TimeDelta = TimeDelta::seconds(30);
/// How many told items a position has. Where more arrive within [`LATENESS`], what is later than the rest of them is missed.
const MOST_TOLD: usize = 32;
/// How many items are looked at in one step; more than [`MOST_TOLD`], so that each step gets on.
const STEP: u16 = 128;
/// The bytes of a told item in the text of a position, and of the time before it.
const TOLD_BYTES: usize = 12;
const TIME_BYTES: usize = 8;

/// How far somebody has been told what is in an inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxPosition {
    /// Nothing comes any more that arrived until then.
    settled: Timestamp,
    /// What was told that arrived later, in order of time.
    told: Vec<(Timestamp, u64)>,
}

/// What came of a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxNews {
    /// Items that were not told yet, oldest first, each with the position after it. What was put away in the meantime is
    /// not among them.
    pub items: Vec<(InboxItem, InboxPosition)>,
    /// How many are unread.
    pub unread: u64,
    /// The position after all of it.
    pub position: InboxPosition,
    /// There may be more.
    pub has_more: bool,
}

impl InboxPosition {
    fn after(settled: Timestamp) -> Self {
        Self { settled: to_stored_precision(settled), told: Vec::new() }
    }

    /// Notes an item; `false` when it was told before.
    fn tell(&mut self, item: &InboxItem) -> bool {
        let (at, key) = (to_stored_precision(item.created_at), key_of(item));
        if at <= self.settled || self.told.iter().any(|(_, told)| *told == key) {
            return false;
        }
        let place = self.told.partition_point(|told| *told < (at, key));
        self.told.insert(place, (at, key));
        if let Some((newest, _)) = self.told.last() {
            self.settle(*newest - LATENESS);
        }
        while self.told.len() > MOST_TOLD {
            self.settle(self.told[0].0);
        }
        true
    }

    fn settle(&mut self, until: Timestamp) {
        if until > self.settled {
            self.settled = until;
            self.told.retain(|(at, _)| *at > until);
        }
    }

    /// The bytes that a client keeps: microseconds since 1970, then each told item with how much later it arrived.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.settled.timestamp_micros().to_be_bytes().to_vec();
        for (at, key) in &self.told {
            // At most `LATENESS` later, which is far less than what four bytes hold.
            let later = (*at - self.settled).num_microseconds().and_then(|us| u32::try_from(us).ok());
            bytes.extend(later.unwrap_or(u32::MAX).to_be_bytes());
            bytes.extend(key.to_be_bytes());
        }
        bytes
    }

    /// The position of these bytes; `None` when they are not those of one.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (time, rest) = bytes.split_first_chunk::<TIME_BYTES>()?;
        let (told, left) = rest.as_chunks::<TOLD_BYTES>();
        if !left.is_empty() || told.len() > MOST_TOLD {
            return None;
        }
        let settled = Timestamp::from_timestamp_micros(i64::from_be_bytes(*time))?;
        let told = told.iter().map(|told| {
            let (later, key) = told.split_first_chunk::<4>()?;
            let later = TimeDelta::microseconds(u32::from_be_bytes(*later).into());
            Some((settled.checked_add_signed(later)?, u64::from_be_bytes(key.try_into().ok()?)))
        });
        let told = told.collect::<Option<Vec<_>>>()?;
        told.is_sorted().then_some(Self { settled, told })
    }
}

/// Half of an id: enough to tell a few items apart, and these are the person's own.
fn key_of(item: &InboxItem) -> u64 {
    let (high, low) = item.id.0.as_u64_pair();
    high ^ low
}

impl NotificationService {
    /// The position from which the actor is told what comes from now on.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn inbox_position(&self, actor: &Actor) -> Result<InboxPosition, NotificationError> {
        // What is there is known to whoever looks now. What is late is not.
        let mut position = InboxPosition::after(self.ports.clock.now() - LATENESS);
        loop {
            let news = self.inbox_news(actor, position).await?;
            position = news.position;
            if !news.has_more {
                return Ok(position);
            }
        }
    }

    /// What is in the actor's inbox and was not told at `position`.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn inbox_news(
        &self,
        actor: &Actor,
        mut position: InboxPosition,
    ) -> Result<InboxNews, NotificationError> {
        let me = self.me(actor, Permission::INBOX_READ)?;
        let arrived = self.ports.inbox.arrived_after(me, position.settled, STEP).await?;
        let has_more = arrived.len() >= usize::from(STEP);
        let mut items = Vec::new();
        for item in arrived {
            if position.tell(&item) && item.archived_at.is_none() {
                items.push((item, position.clone()));
            }
        }
        let unread = self.ports.inbox.count_unread(me).await?;
        Ok(InboxNews { items, unread, position, has_more })
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::kernel::id::{DeliveryId, UserId};
    use crate::notification::model::Kind;

    fn at_ms(ms: i64) -> Timestamp {
        DateTime::from_timestamp_millis(1_767_225_600_000 + ms).unwrap()
    }

    fn item(number: u128, ms: i64) -> InboxItem {
        InboxItem {
            id: DeliveryId(Uuid::from_u128(number)),
            recipient: UserId(Uuid::from_u128(1)),
            kind: Kind::OrderCreated,
            title: String::new(),
            body: String::new(),
            order: None,
            created_at: at_ms(ms),
            read_at: None,
            archived_at: None,
        }
    }

    #[test]
    fn an_item_is_told_once_also_when_it_is_late() {
        let mut position = InboxPosition::after(at_ms(0));
        assert!(position.tell(&item(1, 20_000)));
        assert!(position.tell(&item(2, 10)), "it is late");
        assert!(!position.tell(&item(1, 20_000)) && !position.tell(&item(2, 10)));
        assert!(!position.tell(&item(3, 0)), "it was there before");
        // The window moves on with what arrives.
        assert!(position.tell(&item(4, 40_000)));
        assert_eq!(position.settled, at_ms(10_000));
        assert!(!position.tell(&item(2, 10)));
    }

    #[test]
    fn a_position_is_bounded_and_read_back_equal() {
        let mut position = InboxPosition::after(at_ms(0));
        for number in 1..=100 {
            assert!(position.tell(&item(number, 1 + i64::try_from(number).unwrap() / 2)));
            assert!(position.told.len() <= MOST_TOLD);
            let bytes = position.to_bytes();
            assert_eq!(InboxPosition::from_bytes(&bytes), Some(position.clone()));
        }
        for number in 1..=100 {
            assert!(!position.tell(&item(number, 1 + i64::try_from(number).unwrap() / 2)));
        }
    }

    #[test]
    fn what_is_no_position_is_none() {
        let good = InboxPosition::after(at_ms(0)).to_bytes();
        assert!(InboxPosition::from_bytes(&good).is_some());
        let mut unsorted = good.clone();
        unsorted.extend([1; TOLD_BYTES]);
        unsorted.extend([0; TOLD_BYTES]);
        let far = i64::MAX.to_be_bytes();
        for bad in [&[][..], &good[1..], &[&good[..], &[0]].concat(), &unsorted, &far, &[0; 8 + 12 * 33]] {
            assert_eq!(InboxPosition::from_bytes(bad), None, "{bad:?}");
        }
    }
}
