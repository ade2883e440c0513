//! Writes orders: many commits at once, so that the store can write many of them together.

use std::ops::Range;
use std::pin::pin;
use std::sync::Arc;

use anyhow::{Context, Result};
use eop_core::kernel::commit::{Commit, CommitError, Name};
use eop_core::order::port::{OrderNumbers, OrderStore, OrderWrite};
use futures::StreamExt;
use futures::stream;
use tokio_util::sync::CancellationToken;

use super::{Orders, Plan};

/// Orders per commit: enough that a commit costs little beside them.
const PER_COMMIT: u64 = 8;
/// Commits under way: enough that a batch gathers while others are being written.
const UNDER_WAY: usize = 512;
/// Numbers that are reserved at once.
const NUMBERS: u64 = 4096;

/// Where orders are written to.
#[derive(Clone)]
pub(crate) struct Target {
    /// The store.
    pub(crate) store: Arc<dyn OrderStore>,
    /// Issues their numbers.
    pub(crate) numbers: Arc<dyn OrderNumbers>,
}

/// Writes the orders of `plan` until all are written, `stop` is cancelled, or a commit fails. What is under way is
/// finished in any case. `written` hears of each commit how many orders it wrote.
///
/// # Errors
/// Why the first commit failed.
pub(crate) async fn write(
    plan: &Plan,
    target: &Target,
    stop: &CancellationToken,
    mut written: impl FnMut(u64),
) -> Result<()> {
    let source =
        Source { orders: Orders::of(plan), left: plan.orders, numbers: 0..0, target: target.clone() };
    let commits = stream::try_unfold(source, Source::next)
        .take_until(stop.cancelled())
        .map(|commit| async move {
            let commit = commit?;
            let count = u64::try_from(commit.writes.len()).unwrap_or_default();
            target.store.commit(commit).await.map_err(explained)?;
            Ok(count)
        })
        .buffer_unordered(UNDER_WAY);
    let mut commits = pin!(commits);
    let mut outcome = Ok(());
    while let Some(result) = commits.next().await {
        match result {
            Ok(count) => written(count),
            Err(error) if outcome.is_ok() => {
                outcome = Err(error);
                stop.cancel();
            }
            // Those under way mostly fail for the same reason.
            Err(_) => {}
        }
    }
    outcome
}

fn explained(error: CommitError) -> anyhow::Error {
    match error {
        CommitError::Taken(Name::Id) => {
            anyhow::anyhow!("the database has orders of this seed already: use another --seed, or none")
        }
        error => anyhow::Error::new(error).context("the orders cannot be written"),
    }
}

/// The orders that are still to be written, as commits.
struct Source {
    orders: Orders,
    left: u64,
    numbers: Range<u64>,
    target: Target,
}

impl Source {
    async fn next(mut self) -> Result<Option<(Commit<OrderWrite>, Self)>> {
        let count = self.left.min(PER_COMMIT);
        let mut writes = Vec::new();
        for _ in 0..count {
            let number = self.number().await?;
            let Some(order) = self.orders.next(number) else { break };
            writes.push(order?.into_write());
            self.left -= 1;
        }
        Ok((!writes.is_empty()).then(|| (Commit::of(writes), self)))
    }

    async fn number(&mut self) -> Result<u64> {
        loop {
            if let Some(number) = self.numbers.next() {
                return Ok(number);
            }
            let count = u32::try_from(self.left.clamp(1, NUMBERS))?;
            self.numbers =
                self.target.numbers.reserve(count).await.context("no order numbers can be reserved")?;
        }
    }
}
