//! Which refusals are written to the audit log: enough to see what was tried, and not a row for each try.

use std::collections::HashMap;
use std::fmt::Display;
use std::future::Future;
use std::sync::{Mutex, PoisonError};

use chrono::Duration;
use serde_json::json;

use super::actor::ActorRef;
use super::audit::AuditEntry;
use super::clock::Timestamp;
use super::commit::{Commit, CommitError};
use super::draft::Draft;

/// So many refusals of one actor and action are written one by one.
const EACH: u64 = 10;
/// How long refusals of one actor and action are counted together.
const WINDOW: Duration = Duration::hours(1);
/// How many actors and actions are counted at most.
const MOST: usize = 10_000;

/// Counts refusals per actor and action, and picks those that are written: the first ten of an hour, then the 16th, the
/// 32nd and so on, each with how many there were. Whoever is refused a million times leaves 27 rows.
///
/// Counts are those of this process; with several, each writes its own.
#[derive(Debug, Default)]
pub struct Refusals(Mutex<HashMap<(ActorRef, &'static str), Window>>);

#[derive(Clone, Copy, Debug)]
struct Window {
    ends_at: Timestamp,
    count: u64,
}

impl Refusals {
    /// The entry if it is to be written, with `refusals` in its detail: how many there were of this actor and action
    /// within the hour, where not each has an entry of its own.
    #[must_use]
    pub fn sampled(&self, entry: AuditEntry) -> Option<AuditEntry> {
        let count = self.count(&entry);
        match count {
            0..=EACH => Some(entry),
            _ if count.is_power_of_two() => {
                Some(AuditEntry { detail: json!({ "refusals": count }), ..entry })
            }
            _ => None,
        }
    }

    /// Has the entry written by `commit`, if it is to be; see [`Self::note_by`].
    pub async fn note<W, F>(&self, entry: AuditEntry, commit: impl FnOnce(Commit<W>) -> F + Send)
    where
        F: Future<Output = Result<(), CommitError>> + Send,
        W: Send,
    {
        self.note_by(entry, |entry| {
            commit(Draft::of([]).audit(entry).unrepeated("each refusal is one of its own").done())
        })
        .await;
    }

    /// Has the entry written by `write`, if it is to be. The answer to whoever was refused is the same whether or not that
    /// succeeds; a failure is logged.
    pub async fn note_by<E, F>(&self, entry: AuditEntry, write: impl FnOnce(AuditEntry) -> F + Send)
    where
        F: Future<Output = Result<(), E>> + Send,
        E: Display,
    {
        let Some(entry) = self.sampled(entry) else { return };
        let action = entry.action;
        if let Err(error) = write(entry).await {
            tracing::warn!(%error, action, "a refusal could not be written to the audit log");
        }
    }

    fn count(&self, entry: &AuditEntry) -> u64 {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= MOST {
            windows.retain(|_, window| window.ends_at > entry.at);
            if windows.len() >= MOST {
                windows.clear();
            }
        }
        let new = Window { ends_at: entry.at + WINDOW, count: 0 };
        let window = windows.entry((entry.actor.clone(), entry.action)).or_insert(new);
        if window.ends_at <= entry.at {
            *window = new;
        }
        window.count += 1;
        window.count
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use serde_json::Value;
    use uuid::Uuid;

    use super::super::actor::{ActorKind, Origin};
    use super::super::audit::AuditOutcome;
    use super::super::id::AuditId;
    use super::*;

    fn refused(actor: &str, action: &'static str, second: i64) -> AuditEntry {
        AuditEntry {
            id: AuditId(Uuid::nil()),
            at: DateTime::from_timestamp_micros(second * 1_000_000).unwrap(),
            actor: ActorRef { kind: ActorKind::User, id: actor.to_owned() },
            action,
            target: "order:1".to_owned(),
            outcome: AuditOutcome::Denied,
            detail: Value::Null,
            origin: Origin::default(),
        }
    }

    #[test]
    fn a_million_refusals_leave_a_handful_of_rows_that_count_them() {
        let refusals = Refusals::default();
        let written: Vec<Value> = (0..1_000_000)
            .filter_map(|_| refusals.sampled(refused("mallory", "order.approve", 0)))
            .map(|entry| entry.detail)
            .collect();
        assert_eq!(written.len(), 10 + 16);
        assert!(written[..10].iter().all(Value::is_null));
        assert_eq!(
            (&written[10], &written[25]),
            (&json!({ "refusals": 16 }), &json!({ "refusals": 524_288 }))
        );
    }

    #[test]
    fn others_other_deeds_and_another_hour_are_counted_by_themselves() {
        let refusals = Refusals::default();
        for _ in 0..11 {
            let _ = refusals.sampled(refused("mallory", "order.approve", 0));
        }
        assert!(refusals.sampled(refused("mallory", "order.approve", 3599)).is_none());
        assert!(refusals.sampled(refused("mallory", "order.ship", 3599)).is_some());
        assert!(refusals.sampled(refused("alice", "order.approve", 3599)).is_some());
        assert!(refusals.sampled(refused("mallory", "order.approve", 3600)).is_some());
    }

    #[test]
    fn ever_new_actors_do_not_fill_the_memory() {
        let refusals = Refusals::default();
        for n in 0..3 * MOST {
            assert!(refusals.sampled(refused(&n.to_string(), "order.approve", 0)).is_some());
            assert!(refusals.0.lock().unwrap().len() <= MOST);
        }
    }
}
