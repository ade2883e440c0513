//! What everything must do that the audit log is read from.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::DateTime;
use eop_core::kernel::actor::{ActorKind, ActorRef};
use eop_core::kernel::audit::{AuditEntry, AuditOutcome};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::id::AuditId;
use eop_core::kernel::page::PageRequest;
use eop_core::kernel::trail::{AuditFilter, AuditLog, AuditRecord};

use crate::fixture::{an_audit_entry, id};

/// Sets up a store, and gives what its audit log is read from.
#[async_trait]
pub trait AuditLogHarness: Send + Sync + Sized {
    /// An empty store that no other case sees.
    async fn fresh() -> Self;
    /// The log.
    fn log(&self) -> Arc<dyn AuditLog>;
    /// The log, of which a page looks at `entries`, where there is such a bound.
    fn log_looking_at(&self, entries: u32) -> Arc<dyn AuditLog>;
    /// Has the store write these.
    async fn write(&self, entries: Vec<AuditEntry>);
}

/// Lists the cases of [`audit_log`](crate::audit_log) for a harness.
#[macro_export]
macro_rules! audit_log_contract {
    ($harness:ty) => {
        $crate::audit_log_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, audit_log when ($condition):
            what_is_written_is_read_with_every_part,
            the_newest_come_first_and_pages_are_complete,
            each_part_of_a_search_narrows,
            a_rare_entry_is_found_however_far_back_it_is,
        );
    };
}

fn numbers(records: &[AuditRecord]) -> Vec<u128> {
    records.iter().map(|record| record.id.0.as_u128() - id(0).as_u128()).collect()
}

/// `n` seconds after the time that the ids of [`fixture`](crate::fixture) begin with: those of entries begin with theirs.
fn dated(n: i64) -> Timestamp {
    let (seconds, nanos) = id(0).get_timestamp().expect("it is shaped like a UUIDv7").to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).unwrap() + n, nanos).unwrap()
}

/// Nothing is lost between writing and reading.
pub async fn what_is_written_is_read_with_every_part<H: AuditLogHarness>() {
    let harness = H::fresh().await;
    let entry = an_audit_entry(1);
    harness.write(vec![entry.clone()]).await;
    let page = harness.log().list(&AuditFilter::default(), &PageRequest::first(10)).await.unwrap();
    let AuditEntry { id, at, actor, action, target, outcome, detail, origin } = entry;
    let expected = AuditRecord {
        id,
        at,
        actor_kind: actor.kind.to_string(),
        actor_id: actor.id,
        action: action.to_owned(),
        target,
        outcome: outcome.as_str().to_owned(),
        detail,
        request_id: origin.request_id,
        traceparent: origin.traceparent,
        ip: origin.ip.map(|ip| ip.to_string()),
        user_agent: origin.user_agent,
    };
    assert_eq!((page.items, page.next, page.total), (vec![expected], None, None));
}

/// Also while new ones are written: they come before the first page.
pub async fn the_newest_come_first_and_pages_are_complete<H: AuditLogHarness>() {
    let harness = H::fresh().await;
    harness.write([3, 1, 5, 2, 4].map(an_audit_entry).into()).await;
    let mut request = PageRequest { count: true, ..PageRequest::first(2) };
    let (mut seen, mut pages) = (Vec::new(), 0);
    loop {
        let page = harness.log().list(&AuditFilter::default(), &request).await.unwrap();
        assert_eq!(page.total, Some(5 + pages));
        seen.extend(numbers(&page.items));
        request.after = page.next;
        if request.after.is_none() {
            break;
        }
        pages += 1;
        harness.write(vec![an_audit_entry(100 + pages)]).await;
    }
    assert_eq!((seen, pages), (vec![5, 4, 3, 2, 1], 2));
}

/// And parts together narrow further.
pub async fn each_part_of_a_search_narrows<H: AuditLogHarness>() {
    let harness = H::fresh().await;
    let entry = |n: u32, actor: &str, action, target: &str, outcome| AuditEntry {
        actor: ActorRef { kind: ActorKind::Service, id: actor.to_owned() },
        action,
        target: target.to_owned(),
        outcome,
        at: dated(n.into()),
        ..an_audit_entry(n.into())
    };
    let entries = vec![
        entry(1, "a", "order.ship", "order:1", AuditOutcome::Done),
        entry(2, "b", "order.approve", "order:2", AuditOutcome::Denied),
        entry(3, "a", "orders_of_old", "orders", AuditOutcome::Done),
        entry(4, "b", "user.lock", "user:2", AuditOutcome::Done),
        // What means something to a pattern means nothing here.
        entry(5, "b", "user%", "user_:2", AuditOutcome::Denied),
    ];
    harness.write(entries).await;
    let text = |text: &str| Some(text.to_owned());
    let all = AuditFilter::default();
    let cases: [(AuditFilter, &[u128]); 12] = [
        (AuditFilter { actor: text("a"), ..all.clone() }, &[3, 1]),
        (AuditFilter { actor: text("nobody"), ..all.clone() }, &[]),
        (AuditFilter { action: text("order.ship"), ..all.clone() }, &[1]),
        (AuditFilter { action: text("order."), ..all.clone() }, &[2, 1]),
        (AuditFilter { action: text("order"), ..all.clone() }, &[]),
        (AuditFilter { target: text("order:"), ..all.clone() }, &[2, 1]),
        (AuditFilter { target: text("user:2"), ..all.clone() }, &[4]),
        (AuditFilter { outcome: text("denied"), ..all.clone() }, &[5, 2]),
        (AuditFilter { from: Some(dated(3)), ..all.clone() }, &[5, 4, 3]),
        (AuditFilter { to: Some(dated(3)), ..all.clone() }, &[2, 1]),
        (AuditFilter { from: Some(dated(2)), to: Some(dated(4)), ..all.clone() }, &[3, 2]),
        (AuditFilter { actor: text("b"), outcome: text("done"), ..all.clone() }, &[4]),
    ];
    for (filter, expected) in cases {
        let request = PageRequest { count: true, ..PageRequest::first(10) };
        let page = harness.log().list(&filter, &request).await.unwrap();
        assert_eq!(numbers(&page.items), expected, "{filter:?}");
        assert_eq!((page.total, page.next), (Some(expected.len() as u64), None), "{filter:?}");
    }
}

/// A page looks at so many entries, and says where the next one goes on, be there something in it or not.
pub async fn a_rare_entry_is_found_however_far_back_it_is<H: AuditLogHarness>() {
    let harness = H::fresh().await;
    let rare = AuditEntry { action: "key.rotate", ..an_audit_entry(1) };
    harness.write(std::iter::once(rare).chain((2..=9).map(an_audit_entry)).collect()).await;
    let log = harness.log_looking_at(4);
    let filter = AuditFilter { action: Some("key.rotate".to_owned()), ..AuditFilter::default() };
    let (mut request, mut found) = (PageRequest::first(3), Vec::new());
    for _ in 0..10 {
        let page = log.list(&filter, &request).await.unwrap();
        found.extend(page.items.iter().map(|record| record.id));
        request.after = page.next;
        if request.after.is_none() {
            break;
        }
    }
    assert_eq!((found, request.after), (vec![AuditId(id(1))], None));
}
