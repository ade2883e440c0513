//! Consumer groups: who reads which lane, how far it was handed out, and how far it was acknowledged.
//!
//! A lane moves to another member only when its owner has no message in hand: when it polls again, has acknowledged
//! everything, or leaves. So two members never hold the same message, unless one left without acknowledging it.

use std::collections::BTreeMap;

use eop_core::kernel::event::Topic;

use crate::lane::Lane;

/// A member, unique within the open log.
pub(crate) type MemberId = u64;

/// A group's share in one lane.
#[derive(Clone, Copy, Debug)]
struct Share {
    owner: Option<MemberId>,
    /// The next offset to hand out.
    next: u64,
    /// Everything before this offset was acknowledged.
    committed: u64,
}

/// A consumer group.
#[derive(Debug, Default)]
pub(crate) struct Group {
    members: BTreeMap<MemberId, Vec<Topic>>,
    shares: BTreeMap<Lane, Share>,
}

impl Group {
    /// Sets how far a lane was acknowledged, as the file says.
    pub(crate) fn restore(&mut self, lane: Lane, committed: u64) {
        self.shares.insert(lane, Share { owner: None, next: committed, committed });
    }

    /// Adds a member. Lanes that are new to the group begin at the offset that `start` gives.
    pub(crate) fn join(&mut self, member: MemberId, topics: &[Topic], start: impl Fn(Lane) -> u64) {
        for lane in topics.iter().flat_map(|topic| Lane::of_topic(*topic)) {
            let begin = start(lane);
            self.shares.entry(lane).or_insert(Share { owner: None, next: begin, committed: begin });
        }
        self.members.insert(member, topics.to_vec());
        self.hand_out();
    }

    /// Removes a member; what it held unacknowledged goes to the others.
    pub(crate) fn leave(&mut self, member: MemberId) {
        self.members.remove(&member);
        for share in self.shares.values_mut().filter(|share| share.owner == Some(member)) {
            share.owner = None;
        }
        self.hand_out();
    }

    /// The member asks for messages: it has nothing in hand, so lanes meant for others can go. True if any went.
    pub(crate) fn yield_lanes(&mut self, member: MemberId) -> bool {
        let mut moved = false;
        let held: Vec<Lane> = self.lanes_of(member).collect();
        for lane in held {
            if self.intended(lane) != Some(member) {
                self.give(lane);
                moved = true;
            }
        }
        moved
    }

    /// The lanes of a member and the next offset of each.
    pub(crate) fn positions(&self, member: MemberId) -> impl Iterator<Item = (Lane, u64)> {
        self.shares
            .iter()
            .filter(move |(_, share)| share.owner == Some(member))
            .map(|(lane, share)| (*lane, share.next))
    }

    /// The member takes the messages of `lane` from `from` up to `next`. False if they are no longer its own.
    pub(crate) fn take(&mut self, member: MemberId, lane: Lane, from: u64, next: u64) -> bool {
        match self.shares.get_mut(&lane) {
            // Truncation may have moved the beginning forward, never back.
            Some(share) if share.owner == Some(member) && share.next <= from => {
                share.next = next;
                true
            }
            _ => false,
        }
    }

    /// What an acknowledgement of `offset` means to the member: the offset to commit, if the message is in its hands.
    pub(crate) fn commit_for(&self, member: MemberId, lane: Lane, offset: u64) -> Option<u64> {
        let share = self.shares.get(&lane)?;
        let in_hand = share.owner == Some(member) && (share.committed..share.next).contains(&offset);
        in_hand.then_some(offset + 1)
    }

    /// The file has the commit. True if a lane became free to move.
    pub(crate) fn committed(&mut self, lane: Lane, offset: u64) -> bool {
        let Some(share) = self.shares.get_mut(&lane) else { return false };
        share.committed = share.committed.max(offset);
        share.next = share.next.max(share.committed);
        let (owner, idle) = (share.owner, share.next == share.committed);
        if idle && owner.is_some() && self.intended(lane) != owner {
            self.give(lane);
            return true;
        }
        false
    }

    /// How far a lane was acknowledged, if the group reads it.
    pub(crate) fn committed_in(&self, lane: Lane) -> Option<u64> {
        self.shares.get(&lane).map(|share| share.committed)
    }

    /// The lanes of a member.
    pub(crate) fn lanes_of(&self, member: MemberId) -> impl Iterator<Item = Lane> {
        self.positions(member).map(|(lane, _)| lane)
    }

    /// Gives lanes to the members they are meant for, as far as they are free.
    fn hand_out(&mut self) {
        let free: Vec<Lane> = self
            .shares
            .iter()
            .filter(|(_, share)| share.owner.is_none() || share.next == share.committed)
            .map(|(lane, _)| *lane)
            .collect();
        for lane in free {
            self.give(lane);
        }
    }

    fn give(&mut self, lane: Lane) {
        let owner = self.intended(lane);
        if let Some(share) = self.shares.get_mut(&lane)
            && share.owner != owner
        {
            share.owner = owner;
            share.next = share.committed;
        }
    }

    /// The member a lane is meant for: partitions go round the members that read the topic.
    fn intended(&self, lane: Lane) -> Option<MemberId> {
        let readers: Vec<MemberId> = self
            .members
            .iter()
            .filter(|(_, topics)| topics.contains(&lane.topic()))
            .map(|(member, _)| *member)
            .collect();
        let turn = usize::try_from(lane.partition()).ok()?.checked_rem(readers.len())?;
        readers.get(turn).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANES: usize = crate::lane::PARTITIONS as usize;

    fn lanes(group: &Group, member: MemberId) -> usize {
        group.lanes_of(member).count()
    }

    fn group_of(members: &[MemberId]) -> Group {
        let mut group = Group::default();
        for member in members {
            group.join(*member, &[Topic::Orders], |_| 0);
        }
        group
    }

    #[test]
    fn members_share_the_lanes_evenly() {
        let mut group = group_of(&[1]);
        assert_eq!(lanes(&group, 1), LANES);
        group.join(2, &[Topic::Orders], |_| 0);
        assert_eq!((lanes(&group, 1), lanes(&group, 2)), (LANES / 2, LANES / 2));
        group.leave(1);
        assert_eq!(lanes(&group, 2), LANES);
    }

    #[test]
    fn a_lane_with_messages_in_hand_stays_until_its_owner_asks_for_more() {
        let mut group = group_of(&[1]);
        for lane in Lane::of_topic(Topic::Orders) {
            assert!(group.take(1, lane, 0, 10));
        }
        group.join(2, &[Topic::Orders], |_| 0);
        assert_eq!(lanes(&group, 2), 0, "everything is in hand");
        let second = Lane::at(Topic::Orders, 1).unwrap();
        assert_eq!(group.commit_for(1, second, 9), Some(10));
        assert!(group.committed(second, 10), "all of it is acknowledged, so it moves at once");
        assert_eq!(lanes(&group, 2), 1);
        assert!(group.yield_lanes(1));
        assert_eq!((lanes(&group, 1), lanes(&group, 2)), (3, 3));
        assert_eq!(group.positions(2).map(|(_, next)| next).collect::<Vec<_>>(), [10, 0, 0]);
    }

    #[test]
    fn an_acknowledgement_counts_only_for_a_message_in_hand() {
        let mut group = group_of(&[1]);
        let lane = Lane::at(Topic::Orders, 0).unwrap();
        assert!(group.take(1, lane, 0, 5));
        assert_eq!(group.commit_for(1, lane, 5), None, "it was not handed out yet");
        assert_eq!(group.commit_for(2, lane, 2), None, "another member's");
        assert_eq!(group.commit_for(1, lane, 2), Some(3));
        group.committed(lane, 3);
        assert_eq!(group.commit_for(1, lane, 1), None, "it was acknowledged before");
        group.leave(1);
        assert_eq!(group.commit_for(1, lane, 4), None, "a former member's");
        assert!(!group.take(1, lane, 5, 6));
    }

    #[test]
    fn what_was_not_acknowledged_is_handed_out_again() {
        let mut group = group_of(&[1]);
        let lane = Lane::at(Topic::Orders, 0).unwrap();
        assert!(group.take(1, lane, 0, 5));
        group.committed(lane, 2);
        group.leave(1);
        group.join(2, &[Topic::Orders], |_| 0);
        assert_eq!(group.positions(2).next(), Some((lane, 2)));
    }
}
