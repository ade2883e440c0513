//! Deciding anew when somebody else was faster.

use std::future::Future;

use super::commit::CommitError;

/// How often a decision is made.
const TRIES: usize = 4;

/// Has `attempt` load, decide and commit, again while its commit is `Stale`. An attempt gives what came of its commit, or an
/// error of its own, after which there is no other.
///
/// # Errors
/// That of the attempt; what the store said of its commit; `Stale` when others were faster every time.
pub async fn retrying_stale<T, E, F>(attempt: impl Fn() -> F + Send + Sync) -> Result<T, E>
where
    E: From<CommitError> + Send,
    F: Future<Output = Result<Result<T, CommitError>, E>> + Send,
    T: Send,
{
    for _ in 0..TRIES {
        match attempt().await? {
            Err(CommitError::Stale) => {}
            outcome => return outcome.map_err(E::from),
        }
    }
    Err(CommitError::Stale.into())
}
