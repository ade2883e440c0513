//! Prepared values: builders that read like sentences, with fixed ids and instants.
//!
//! Nothing here is random or reads a clock, so a snapshot that contains a fixture stays the same.

mod event;
mod identity;
mod notification;
mod order;

use std::future::Future;

use chrono::DateTime;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::email::Email;
use eop_core::kernel::id::UserId;
use eop_core::kernel::money::{Currency, Money};
use tokio::task::JoinSet;
use uuid::Uuid;

pub use self::event::{EventBuilder, a_request, an_audit_entry, an_event, fingerprint, message, request};
pub use self::identity::{AccountBuilder, SessionBuilder, a_key, a_link, a_session, an_account, token};
pub use self::notification::{
    DeliveryBuilder, a_dead_letter, a_delivery, a_mail, a_notification, a_recipient, an_attempt,
    an_inbox_item, an_outgoing, result_of,
};
pub use self::order::{OrderBuilder, a_note, an_order, inserted, inserted_with, stepped};

/// 2026-03-04T05:06:07.123457Z in microseconds since the epoch: no digit of the fraction is zero, so a store that rounds
/// is found out.
const START_US: i64 = 1_772_600_767_123_457;

/// The instant `micros` microseconds after the start of all fixtures, 2026-03-04T05:06:07.123457Z.
#[must_use]
pub fn at_us(micros: i64) -> Timestamp {
    DateTime::from_timestamp_micros(START_US + micros).unwrap()
}

/// The instant `seconds` after the start of all fixtures.
#[must_use]
pub fn at_s(seconds: i64) -> Timestamp {
    at_us(seconds * 1_000_000)
}

/// The `n`-th id: shaped like a `UUIDv7`, and in the order of `n`.
#[must_use]
pub fn id(n: u64) -> Uuid {
    Uuid::from_u128(0x019c_b6f1_0000_7000_8000_0000_0000_0000 | u128::from(n))
}

/// The `n`-th account.
#[must_use]
pub fn user(n: u64) -> UserId {
    UserId(id(n))
}

/// A currency by its code.
#[must_use]
pub fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

/// So many cents of euro.
#[must_use]
pub fn euro(cents: i64) -> Money {
    Money::new(cents, currency("EUR")).unwrap()
}

/// An address from its text.
#[must_use]
pub fn email(text: &str) -> Email {
    text.parse().unwrap()
}

/// Text with what stores and encodings get wrong: quotes, a backslash, wildcards, a line break, an astral character,
/// combining marks and right-to-left letters.
pub const AWKWARD: &str = "O'Brien \"\\\" 100%_off;--\n\tĄe\u{301} 🧾 שלום ﷽";

/// Runs `tasks` at the same time, each on a task of its own, and gives their results in the order of `tasks`.
pub async fn at_once<T, F>(tasks: impl IntoIterator<Item = F>) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let mut set = JoinSet::new();
    for (place, task) in tasks.into_iter().enumerate() {
        set.spawn(async move { (place, task.await) });
    }
    let mut results = set.join_all().await;
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}
