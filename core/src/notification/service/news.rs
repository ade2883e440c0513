//! What is new in an inbox, for whoever watches it.
//!
//! The time at which an item arrived is no place in a queue: of two that arrive at once on two instances, the one with the
//! later time may be seen first. So whoever looks numbers what is there and has no number yet, and tells of items in the
//! order of the numbers: one that is seen late gets a late number. Whoever goes on from a number is told every item once,
//! however many there are and however late they are seen; and who puts items there waits for nobody.

use super::{NotificationError, NotificationService};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::notification::model::{InboxItem, InboxPosition};

/// How many items are looked at in one step.
const STEP: u16 = 128;
/// What an earlier version added to a position for each item of the last half minute, in bytes. Its positions are times in
/// the same form as numbers; who goes on from one is told of that half minute again, once.
const FORMERLY_TOLD_BYTES: usize = 12;

/// What came of a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxNews {
    /// Items that were not told yet, in the order of their numbers, each with the position after it. What was put away in
    /// the meantime is not among them.
    pub items: Vec<(InboxItem, InboxPosition)>,
    /// How many are unread.
    pub unread: u64,
    /// The position after all of it.
    pub position: InboxPosition,
    /// There may be more.
    pub has_more: bool,
}

impl InboxPosition {
    /// The bytes that a client keeps.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 8] {
        self.0.to_be_bytes()
    }

    /// The position of these bytes; `None` when they are not those of one.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (number, rest) = bytes.split_first_chunk()?;
        let position = Self(u64::from_be_bytes(*number));
        // A number is a time or little more, and databases count to 2^63.
        let is_one = i64::try_from(position.0).is_ok() && rest.len().is_multiple_of(FORMERLY_TOLD_BYTES);
        is_one.then_some(position)
    }
}

impl NotificationService {
    /// The position from which the actor is told what comes from now on.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn inbox_position(&self, actor: &Actor) -> Result<InboxPosition, NotificationError> {
        let me = self.me(actor, Permission::INBOX_READ)?;
        Ok(self.ports.inbox.number_arrivals(me).await?)
    }

    /// What is in the actor's inbox and was not told at `position`.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn inbox_news(
        &self,
        actor: &Actor,
        position: InboxPosition,
    ) -> Result<InboxNews, NotificationError> {
        let me = self.me(actor, Permission::INBOX_READ)?;
        let last = self.ports.inbox.number_arrivals(me).await?;
        let mut arrived = self.ports.inbox.numbered_after(me, position, STEP).await?;
        // Others may have numbered more since; what was forgotten since has no number any more.
        let end = arrived.items.last().map_or(last, |(_, number)| last.max(*number));
        arrived.items.retain(|(item, _)| item.archived_at.is_none());
        let unread = self.ports.inbox.count_unread(me).await?;
        Ok(InboxNews {
            items: arrived.items,
            unread,
            position: arrived.next.unwrap_or(end).max(position),
            has_more: arrived.next.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn numbers_go_by_time_and_never_back() {
        let at = |us: i64| DateTime::from_timestamp_micros(us).unwrap();
        let first = InboxPosition::default().next(at(1_000));
        assert_eq!(first, InboxPosition(1_000));
        assert_eq!(first.next(at(5_000)), InboxPosition(5_000));
        for late in [1_000, 10, -10] {
            assert_eq!(first.next(at(late)), InboxPosition(1_001), "{late}");
        }
    }

    #[test]
    fn a_position_is_read_back_equal_and_what_is_none_is_none() {
        let position = InboxPosition(1_767_225_600_000_000);
        let good = position.to_bytes();
        assert_eq!(InboxPosition::from_bytes(&good), Some(position));
        let former = [&good[..], &[7; 2 * FORMERLY_TOLD_BYTES]].concat();
        assert_eq!(InboxPosition::from_bytes(&former), Some(position));
        for bad in [&[][..], &good[1..], &[&good[..], &[0]].concat(), &[255; 8]] {
            assert_eq!(InboxPosition::from_bytes(bad), None, "{bad:?}");
        }
    }
}
