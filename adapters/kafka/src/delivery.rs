//! The acknowledgements of one publish, gathered from the producer's thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::error::KafkaError;
use rdkafka::producer::{DeliveryResult, ProducerContext};
use tokio::sync::Notify;

use crate::config::KafkaConfig;
use crate::trouble::{self, Trouble};

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing is known: it was never queued, or the producer went away with it.
    Unknown,
    /// All in-sync replicas have it.
    Delivered,
    /// It failed.
    Failed(KafkaError),
}

/// The records of one publish. One wake-up for all of them, instead of one for each.
#[derive(Debug)]
pub(crate) struct Batch {
    outcomes: Mutex<Vec<Outcome>>,
    /// Tickets that are still out.
    open: AtomicUsize,
    done: Notify,
}

impl Batch {
    pub(crate) fn new(records: usize) -> Arc<Self> {
        let outcomes = Mutex::new(vec![Outcome::Unknown; records]);
        Arc::new(Self { outcomes, open: AtomicUsize::new(0), done: Notify::new() })
    }

    /// The ticket of record `index`, which travels with it.
    pub(crate) fn ticket(self: &Arc<Self>, index: usize) -> Ticket {
        self.open.fetch_add(1, Ordering::AcqRel);
        Ticket { batch: self.clone(), index }
    }

    /// Waits until every ticket is back.
    pub(crate) async fn done(&self) {
        loop {
            let done = self.done.notified();
            if self.open.load(Ordering::Acquire) == 0 {
                return;
            }
            done.await;
        }
    }

    /// What became of the records so far.
    pub(crate) fn outcomes(&self) -> Vec<Outcome> {
        self.outcomes.lock().clone()
    }
}

/// Travels with a record through the producer. It comes back when it is dropped, whatever happened.
#[derive(Debug)]
pub(crate) struct Ticket {
    batch: Arc<Batch>,
    index: usize,
}

impl Ticket {
    fn settle(&self, outcome: Outcome) {
        if let Some(slot) = self.batch.outcomes.lock().get_mut(self.index) {
            *slot = outcome;
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if self.batch.open.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.batch.done.notify_waiters();
        }
    }
}

/// Hears what the producer has to tell.
#[derive(Clone, Debug)]
pub(crate) struct Deliveries {
    pub(crate) config: Arc<KafkaConfig>,
    pub(crate) trouble: Arc<Trouble>,
}

impl ClientContext for Deliveries {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, message: &str) {
        trouble::log(level, facility, message);
    }

    fn error(&self, error: KafkaError, reason: &str) {
        self.trouble.note(&error, reason, self.config.tls.as_ref());
    }
}

impl ProducerContext for Deliveries {
    type DeliveryOpaque = Box<Ticket>;

    fn delivery(&self, result: &DeliveryResult<'_>, ticket: Box<Ticket>) {
        ticket.settle(match result {
            Ok(_) => Outcome::Delivered,
            Err((error, _)) => Outcome::Failed(error.clone()),
        });
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    #[test]
    fn a_batch_is_done_when_every_ticket_is_back() {
        let batch = Batch::new(3);
        let (first, second) = (batch.ticket(0), batch.ticket(1));
        first.settle(Outcome::Delivered);
        drop(first);
        assert!(batch.done().now_or_never().is_none(), "one is out");
        drop(second);
        assert!(batch.done().now_or_never().is_some());
        assert_eq!(batch.outcomes(), [Outcome::Delivered, Outcome::Unknown, Outcome::Unknown]);
    }
}
