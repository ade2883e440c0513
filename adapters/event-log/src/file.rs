//! The `redb` file: records, the extent of each lane, and the offsets of each group.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eop_core::kernel::clock::Timestamp;
use redb::{Database, ReadableDatabase, ReadableTable, Table, TableDefinition, WriteTransaction};

use crate::groups::Group;
use crate::lane::Lane;
use crate::log::OpenError;
use crate::record;
use crate::state::{Extent, Extents, State};

/// (lane, offset) to record.
const RECORDS: TableDefinition<(u16, u64), &[u8]> = TableDefinition::new("records");
/// Lane to (start, end, bytes): kept apart from the records, so that offsets go on after all of them are truncated.
const EXTENTS: TableDefinition<u16, (u64, u64, u64)> = TableDefinition::new("extents");
/// (group, lane) to the first offset that is not acknowledged.
const OFFSETS: TableDefinition<(&str, u16), u64> = TableDefinition::new("offsets");

/// Pages kept in memory. Readers follow close behind the writer, so what they want is in here.
const CACHE_BYTES: usize = 32 * 1024 * 1024;

/// Opens or creates the file in a folder and reads the state from it.
pub(crate) fn open(folder: &Path) -> Result<(Database, State), OpenError> {
    let unusable = |reason: String| OpenError::Unusable { folder: folder.to_owned(), reason };
    let path = make_private(folder).map_err(|error| unusable(error.to_string()))?;
    let database =
        Database::builder().set_cache_size(CACHE_BYTES).create(path).map_err(|error| match error {
            redb::DatabaseError::DatabaseAlreadyOpen => OpenError::InUse { folder: folder.to_owned() },
            other => unusable(other.to_string()),
        })?;
    // The entry of a new file in its folder needs a sync of its own to survive a power failure.
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| unusable(error.to_string()))?;
    let state = load(&database).map_err(|error| unusable(error.to_string()))?;
    Ok((database, state))
}

/// Makes the folder and the file in it, for their owner alone: events tell of people, and hold what is mailed to them.
fn make_private(folder: &Path) -> io::Result<PathBuf> {
    let path = folder.join("events.redb");
    let mut folders = fs::DirBuilder::new();
    let mut file = fs::OpenOptions::new();
    file.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        folders.mode(0o700);
        file.mode(0o600);
    }
    folders.recursive(true).create(folder)?;
    let file = file.open(&path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    drop(file);
    Ok(path)
}

fn load(database: &Database) -> Result<State, redb::Error> {
    let transaction = database.begin_write()?;
    let mut state = State::default();
    {
        transaction.open_table(RECORDS)?;
        for entry in transaction.open_table(EXTENTS)?.iter()? {
            let (lane, extent) = entry?;
            let (start, end, bytes) = extent.value();
            if let Some(lane) = Lane::from_number(lane.value()) {
                state.extents.insert(lane, Extent { start, end, bytes });
            }
        }
        for entry in transaction.open_table(OFFSETS)?.iter()? {
            let (key, offset) = entry?;
            let (group, lane) = key.value();
            if let Some(lane) = Lane::from_number(lane) {
                let group: &mut Group = state.groups.entry(Arc::from(group)).or_default();
                group.restore(lane, offset.value());
            }
        }
    }
    transaction.commit()?;
    Ok(state)
}

/// Reads records from the given offsets on, up to `limit` in total, lane by lane.
pub(crate) fn scan(
    database: &Database,
    lanes: &[(Lane, u64)],
    limit: usize,
) -> Result<Vec<(Lane, u64, Vec<u8>)>, redb::Error> {
    let records = database.begin_read()?.open_table(RECORDS)?;
    let mut found = Vec::with_capacity(limit.min(1024));
    for (lane, from) in lanes {
        let number = lane.number();
        for entry in records.range((number, *from)..=(number, u64::MAX))? {
            if found.len() == limit {
                return Ok(found);
            }
            let (key, value) = entry?;
            found.push((*lane, key.value().1, value.value().to_vec()));
        }
    }
    Ok(found)
}

/// The offset of the first record of a lane that tells of `since` or later; the lane's end where there is none.
pub(crate) fn since(
    database: &Database,
    lane: Lane,
    extent: Extent,
    since: Timestamp,
) -> Result<u64, redb::Error> {
    let records = database.begin_read()?.open_table(RECORDS)?;
    let number = lane.number();
    for entry in records.range((number, extent.start)..(number, extent.end))? {
        let (key, value) = entry?;
        if record::time_of(value.value()).is_none_or(|at| at >= since) {
            return Ok(key.value().1);
        }
    }
    Ok(extent.end)
}

/// The tables of one write transaction, and the extents as they will be after it.
pub(crate) struct Writing<'txn> {
    records: Table<'txn, (u16, u64), &'static [u8]>,
    stored_extents: Table<'txn, u16, (u64, u64, u64)>,
    offsets: Table<'txn, (&'static str, u16), u64>,
    extents: Extents,
}

impl<'txn> Writing<'txn> {
    /// Begins with the extents as they are.
    pub(crate) fn begin(transaction: &'txn WriteTransaction, extents: Extents) -> Result<Self, redb::Error> {
        Ok(Self {
            records: transaction.open_table(RECORDS)?,
            stored_extents: transaction.open_table(EXTENTS)?,
            offsets: transaction.open_table(OFFSETS)?,
            extents,
        })
    }

    /// The size of all records, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.extents.values().map(|extent| extent.bytes).sum()
    }

    /// Appends a record to a lane.
    pub(crate) fn append(&mut self, lane: Lane, record: &[u8]) -> Result<(), redb::Error> {
        let extent = self.extents.entry(lane).or_default();
        self.records.insert((lane.number(), extent.end), record)?;
        extent.end += 1;
        extent.bytes += record.len() as u64;
        Ok(())
    }

    /// Sets how far a group acknowledged a lane; never back.
    pub(crate) fn commit_offset(&mut self, group: &str, lane: Lane, offset: u64) -> Result<(), redb::Error> {
        let stored = self.offsets.get((group, lane.number()))?.map(|offset| offset.value());
        if stored.is_none_or(|stored| stored < offset) {
            self.offsets.insert((group, lane.number()), offset)?;
        }
        Ok(())
    }

    /// Removes records from the beginning of a lane while `removable` says so of offset and time, at most `limit`.
    /// Returns how many went.
    pub(crate) fn truncate(
        &mut self,
        lane: Lane,
        limit: usize,
        removable: impl Fn(u64, Timestamp) -> bool,
    ) -> Result<u64, redb::Error> {
        let number = lane.number();
        let extent = self.extents.entry(lane).or_default();
        let (mut end, mut bytes) = (extent.start, 0);
        for entry in self.records.range((number, extent.start)..(number, extent.end))?.take(limit) {
            let (key, value) = entry?;
            let at = record::time_of(value.value()).unwrap_or_default();
            if !removable(key.value().1, at) {
                break;
            }
            end = key.value().1 + 1;
            bytes += value.value().len() as u64;
        }
        self.records.retain_in((number, extent.start)..(number, end), |_, _| false)?;
        let removed = end - extent.start;
        extent.start = end;
        extent.bytes = extent.bytes.saturating_sub(bytes);
        Ok(removed)
    }

    /// Writes the extents that changed against `before` and gives the new ones; the transaction can then commit.
    pub(crate) fn finish(mut self, before: &Extents) -> Result<Extents, redb::Error> {
        for (lane, extent) in &self.extents {
            if before.get(lane) != Some(extent) {
                self.stored_extents.insert(lane.number(), (extent.start, extent.end, extent.bytes))?;
            }
        }
        Ok(self.extents)
    }
}
