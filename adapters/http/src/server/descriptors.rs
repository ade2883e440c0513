//! How many files the process may open, since every connection is one.

use rustix::process::{Resource, getrlimit, setrlimit};

/// Files for everything that is not a connection of a client: databases, brokers, logs.
const RESERVE: u64 = 128;

/// How many connections the limit of open files leaves room for. Raises the soft limit to the hard one first: a soft
/// limit is low for the sake of programs that use `select`, which this one does not.
pub(super) fn for_connections() -> usize {
    let mut limit = getrlimit(Resource::Nofile);
    if limit.current != limit.maximum {
        let raised = rustix::process::Rlimit { current: limit.maximum, maximum: limit.maximum };
        match setrlimit(Resource::Nofile, raised) {
            Ok(()) => limit = raised,
            Err(error) => tracing::debug!(%error, "the limit of open files cannot be raised"),
        }
    }
    let Some(files) = limit.current else { return usize::MAX };
    let left = files.saturating_sub(RESERVE.max(files / 8)).max(files / 2);
    usize::try_from(left).unwrap_or(usize::MAX)
}
