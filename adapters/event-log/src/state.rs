//! What the open log knows in memory: where each lane begins and ends, and the groups.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::groups::Group;
use crate::lane::Lane;

/// The extent of a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The first offset that is kept.
    pub(crate) start: u64,
    /// The offset of the next record.
    pub(crate) end: u64,
    /// The size of the records kept, in bytes.
    pub(crate) bytes: u64,
}

/// The extents of all lanes.
pub(crate) type Extents = BTreeMap<Lane, Extent>;

/// The state that readers and the writer share; the writer brings it up to date after each commit.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) extents: Extents,
    pub(crate) groups: HashMap<Arc<str>, Group>,
}

impl State {
    /// The extent of a lane.
    pub(crate) fn extent(&self, lane: Lane) -> Extent {
        self.extents.get(&lane).copied().unwrap_or_default()
    }

    /// The offset before which no known group has anything left to read.
    pub(crate) fn read_by_all(&self, lane: Lane) -> u64 {
        let end = self.extent(lane).end;
        self.groups.values().filter_map(|group| group.committed_in(lane)).min().unwrap_or(end)
    }
}
