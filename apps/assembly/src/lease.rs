//! What a stopping process does with a lease that it holds.

use std::time::Duration;

use eop_core::kernel::error::StoreError;
use tokio::time::timeout;

/// How long a stopping process waits until a lease is given back. Together with the grace of a loop's last step it is less than
/// [`DRAIN_DEADLINE`](eop_runtime::lifecycle::DRAIN_DEADLINE): a database that says nothing must not make an orderly end a
/// failed one.
const WITHIN: Duration = Duration::from_secs(2);

/// Gives a lease back, so that another instance goes on at once. When the database does not answer, the lease ends by itself.
pub(crate) async fn give_back(lease: &str, release: impl Future<Output = Result<(), StoreError>>) {
    match timeout(WITHIN, release).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(lease, %error, "the lease could not be given back and ends by itself");
        }
        Err(_) => tracing::warn!(lease, "the lease could not be given back in time and ends by itself"),
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use eop_runtime::lifecycle::DRAIN_DEADLINE;
    use eop_runtime::worker::GRACE;
    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_silent_database_does_not_hold_up_the_end() {
        let begun = Instant::now();
        give_back("retention", pending()).await;
        assert_eq!(begun.elapsed().as_secs(), WITHIN.as_secs());
        assert!(GRACE + WITHIN < DRAIN_DEADLINE);
    }
}
