//! The one thread that writes.
//!
//! It takes what waits, writes it in one transaction, and answers all of it: under load many publishes and
//! acknowledgements share an `fsync`, and a lone one is not delayed by any timer. A thread of its own, because a commit
//! blocks for as long as the disk does.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use eop_core::kernel::clock::Timestamp;
use tokio::sync::{mpsc, oneshot};

use crate::file::Writing;
use crate::lane::Lane;
use crate::log::{LogError, LogSettings, Shared};
use crate::state::Extents;

/// Records of one transaction: enough to make the `fsync` cheap, few enough to keep the dirty pages in memory small.
const BATCH_RECORDS: usize = 8192;

/// Records that one truncation takes from a lane, so that publishes do not wait long behind it.
const TRUNCATE_RECORDS: usize = 20_000;

/// Hears the outcome of a request.
pub(crate) type Done<T> = oneshot::Sender<Result<T, LogError>>;

/// What the writer is asked to do.
#[derive(Debug)]
pub(crate) enum Request {
    /// Append records, all or none.
    Append { records: Vec<(Lane, Vec<u8>)>, done: Done<()> },
    /// Set the offsets of a group.
    Commit { group: Arc<str>, offsets: Vec<(Lane, u64)>, done: Done<()> },
    /// Make a group known with its first offsets, so that truncation spares what it has yet to read.
    Join { group: Arc<str>, offsets: Vec<(Lane, u64)> },
    /// Remove records that nobody needs any more.
    Truncate { now: Timestamp, done: Done<u64> },
}

impl Request {
    /// Tells who asked; they may have gone meanwhile, and what was committed holds all the same.
    fn answer(self, outcome: Result<u64, LogError>) {
        match self {
            Self::Append { done, .. } | Self::Commit { done, .. } => drop(done.send(outcome.map(drop))),
            Self::Truncate { done, .. } => drop(done.send(outcome)),
            Self::Join { .. } => {}
        }
    }

    fn records(&self) -> usize {
        if let Self::Append { records, .. } = self { records.len() } else { 1 }
    }
}

/// Writes until every sender of requests is gone.
pub(crate) fn run(shared: &Shared, settings: &LogSettings, mut requests: mpsc::UnboundedReceiver<Request>) {
    while let Some(first) = requests.blocking_recv() {
        let mut size = first.records();
        let mut batch = vec![first];
        while size < BATCH_RECORDS
            && let Ok(next) = requests.try_recv()
        {
            size += next.records();
            batch.push(next);
        }
        write(shared, settings, batch);
    }
}

fn write(shared: &Shared, settings: &LogSettings, batch: Vec<Request>) {
    let before = shared.state.lock().extents.clone();
    match commit(shared, settings, &before, &batch) {
        Ok((extents, outcomes)) => {
            // Readers learn of it before the publishers do, so that who publishes and then reads finds it.
            tell_readers(shared, extents, &batch);
            let full = outcomes.iter().any(Result::is_err);
            shared.failing.store(full, Ordering::Relaxed);
            for (request, outcome) in batch.into_iter().zip(outcomes) {
                request.answer(outcome);
            }
        }
        Err(error) => {
            tracing::error!(%error, "the event log cannot be written");
            shared.failing.store(true, Ordering::Relaxed);
            for request in batch {
                request.answer(Err(LogError::Storage(error.to_string())));
            }
        }
    }
}

/// Applies the requests in one transaction; on an error none of them is in the file.
fn commit(
    shared: &Shared,
    settings: &LogSettings,
    before: &Extents,
    batch: &[Request],
) -> Result<(Extents, Vec<Result<u64, LogError>>), redb::Error> {
    let transaction = shared.database.begin_write()?;
    let mut writing = Writing::begin(&transaction, before.clone())?;
    let mut outcomes = Vec::with_capacity(batch.len());
    for request in batch {
        outcomes.push(match request {
            Request::Append { records, .. } => append(shared, settings, &mut writing, records)?,
            Request::Commit { group, offsets, .. } | Request::Join { group, offsets } => {
                for (lane, offset) in offsets {
                    writing.commit_offset(group, *lane, *offset)?;
                }
                Ok(0)
            }
            Request::Truncate { now, .. } => Ok(truncate_by_age(shared, settings, &mut writing, *now)?),
        });
    }
    let extents = writing.finish(before)?;
    transaction.commit()?;
    Ok((extents, outcomes))
}

fn append(
    shared: &Shared,
    settings: &LogSettings,
    writing: &mut Writing<'_>,
    records: &[(Lane, Vec<u8>)],
) -> Result<Result<u64, LogError>, redb::Error> {
    let size: u64 = records.iter().map(|(_, record)| record.len() as u64).sum();
    if writing.bytes() + size > settings.max_bytes {
        truncate_what_is_read(shared, writing)?;
        if writing.bytes() + size > settings.max_bytes {
            return Ok(Err(LogError::Full { max_bytes: settings.max_bytes }));
        }
    }
    for (lane, record) in records {
        writing.append(*lane, record)?;
    }
    Ok(Ok(records.len() as u64))
}

/// Makes room: what every known group acknowledged goes, whatever its age.
fn truncate_what_is_read(shared: &Shared, writing: &mut Writing<'_>) -> Result<(), redb::Error> {
    for lane in Lane::all() {
        let read = shared.state.lock().read_by_all(lane);
        writing.truncate(lane, usize::MAX, |offset, _| offset < read)?;
    }
    Ok(())
}

fn truncate_by_age(
    shared: &Shared,
    settings: &LogSettings,
    writing: &mut Writing<'_>,
    now: Timestamp,
) -> Result<u64, redb::Error> {
    let (read_before, unread_before) = (now - settings.keep_read, now - settings.keep_unread);
    let mut removed = 0;
    for lane in Lane::all() {
        let read = shared.state.lock().read_by_all(lane);
        removed += writing.truncate(lane, TRUNCATE_RECORDS, |offset, at| {
            (offset < read && at < read_before) || at < unread_before
        })?;
    }
    Ok(removed)
}

/// Brings the shared state up to date with the commit and wakes who waits for it.
fn tell_readers(shared: &Shared, extents: Extents, batch: &[Request]) {
    let mut state = shared.state.lock();
    state.extents = extents;
    for request in batch {
        if let Request::Commit { group, offsets, .. } = request
            && let Some(group) = state.groups.get_mut(group)
        {
            for (lane, offset) in offsets {
                group.committed(*lane, *offset);
            }
        }
    }
    drop(state);
    shared.changed.notify_waiters();
}
