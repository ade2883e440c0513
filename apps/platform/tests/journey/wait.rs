//! Waiting for what happens in the background.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// How often one looks.
const PAUSE: Duration = Duration::from_millis(150);

/// Looks until there is what is looked for, and gives it. Fails with the last reason when `patience` is over.
pub(crate) async fn eventually<T>(
    what: &str,
    patience: Duration,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let begun = Instant::now();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(reason) if begun.elapsed() > patience => {
                panic!("{what}: not within {patience:?}; the last look said: {reason}")
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}
