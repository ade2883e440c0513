//! Learning who the customers are, from what identity tells.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures::lock::Mutex;
use serde::Deserialize;

use super::super::model::Customer;
use super::super::port::{OrderStore, OrderWrite};
use crate::kernel::bus::{BusError, EventConsumer, Position, Received};
use crate::kernel::draft::Draft;
use crate::kernel::error::StoreError;
use crate::kernel::event::{Event, Topic};
use crate::kernel::id::UserId;

/// The name of the consumer group.
pub const CONSUMER: &str = "order";
/// Messages taken from the bus at once; what is learnt from them is committed together.
const BATCH: usize = 500;
/// How long a poll waits for the first message.
const WAIT: Duration = Duration::from_millis(500);

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LearningStep {
    /// People of whom something was told.
    pub learnt: usize,
    /// Messages about people that cannot be read.
    pub passed_over: usize,
}

/// Why a step failed. The messages are kept and tried again by the next step.
#[derive(Debug, thiserror::Error)]
pub enum LearningError {
    /// The bus cannot be read.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Keeps the list of customers as identity tells it.
///
/// It only ever holds the newest of what was told, so an event may come twice, or late. One that cannot be read is logged
/// and passed over: the notification service reads the same topic and keeps what it cannot read as a dead letter, and the
/// next event of that person tells everything again.
#[derive(derive_more::Debug)]
#[debug("Learning {{ .. }}")]
pub struct Learning {
    consumer: Arc<dyn EventConsumer>,
    store: Arc<dyn OrderStore>,
    /// Messages that were read and are not acknowledged yet.
    pending: Mutex<Vec<Received>>,
}

/// The part of an event of identity that says who somebody is. All that are about an account have it.
#[derive(Deserialize)]
struct Told {
    user: Person,
}

#[derive(Deserialize)]
struct Person {
    id: UserId,
    name: String,
    #[serde(default)]
    email: Option<String>,
}

impl Learning {
    /// From `consumer`, which reads the topic of identity, into `store`.
    #[must_use]
    pub fn new(consumer: Arc<dyn EventConsumer>, store: Arc<dyn OrderStore>) -> Self {
        Self { consumer, store, pending: Mutex::default() }
    }

    /// Reads a batch, commits what it tells, and only then acknowledges it.
    ///
    /// # Errors
    /// [`LearningError`]; the messages are kept, and the next step goes on with them.
    pub async fn step(&self) -> Result<LearningStep, LearningError> {
        let mut messages = self.pending.lock().await;
        if messages.is_empty() {
            *messages = self.consumer.poll(BATCH, WAIT).await?;
        }
        if messages.is_empty() {
            return Ok(LearningStep::default());
        }
        let mut newest: BTreeMap<UserId, Customer> = BTreeMap::new();
        let mut passed_over = 0;
        for message in messages.iter() {
            match told(message) {
                Ok(Some(customer)) => {
                    let known = newest.entry(customer.id).or_insert_with(|| customer.clone());
                    if customer.sequence > known.sequence {
                        *known = customer;
                    }
                }
                Ok(None) => {}
                Err(reason) => {
                    passed_over += 1;
                    let Position { topic, partition, offset } = message.position;
                    let topic = topic.as_str();
                    tracing::error!(
                        topic,
                        partition,
                        offset,
                        reason,
                        "a message about a person cannot be read"
                    );
                }
            }
        }
        let learnt = newest.len();
        if learnt > 0 {
            let draft = Draft::of(newest.into_values().map(OrderWrite::PutCustomer))
                .unaudited("what identity tells is audited where it was done")
                .unrepeated("only the newest of what was told is kept, so that it may be told again");
            self.store.commit(draft.done()).await.map_err(StoreError::from)?;
        }
        self.consumer.acknowledge(&last_positions(&messages)).await?;
        messages.clear();
        Ok(LearningStep { learnt, passed_over })
    }
}

/// Whom a message is about; `None` when it is about nobody.
fn told(message: &Received) -> Result<Option<Customer>, String> {
    let event: &Event = message.content.as_ref().map_err(|unreadable| unreadable.reason.clone())?;
    if event.topic != Topic::Identity {
        return Ok(None);
    }
    match event.data.read::<Told>() {
        Ok(Told { user }) => Ok(Some(Customer {
            id: user.id,
            // Of all texts only one with U+0000 would be refused by a database, again and again.
            name: user.name.replace('\0', "\u{fffd}"),
            email: user.email.map(|email| email.replace('\0', "\u{fffd}")),
            sequence: event.sequence,
            updated_at: event.occurred_at,
        })),
        Err(error) if event.kind.starts_with("user.") => Err(error.to_string()),
        // Kinds of a later version may be about something else.
        Err(_) => Ok(None),
    }
}

fn last_positions(messages: &[Received]) -> Vec<Position> {
    let mut last = BTreeMap::new();
    for message in messages {
        let Position { topic, partition, offset } = message.position;
        let known = last.entry((topic, partition)).or_insert(offset);
        *known = offset.max(*known);
    }
    last.into_iter().map(|((topic, partition), offset)| Position { topic, partition, offset }).collect()
}
