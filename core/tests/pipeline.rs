//! What operators see of an outbox, and decide about, over an outbox in memory.

#![expect(clippy::unwrap_used, reason = "test support: a failed unwrap is a failed test")]

use std::sync::Arc;

use eop_contract::fixture::{an_event, at_s, user};
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::{Actor, ActorRef, Origin, Role};
use eop_core::kernel::audit::AuditOutcome;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::{Decision, Outbox, OutboxStats};
use eop_core::kernel::page::PageRequest;
use eop_core::kernel::pipeline::{Pipeline, PipelineError, Resolve};
use eop_core::order::port::OrderStore;
use eop_memory::{FixedClock, MemoryOrders, SequentialIds, TablePolicy};
use rstest::rstest;
use serde_json::{Value, json};

fn event(n: u64) -> Event {
    an_event().numbered(n).about(n).build()
}

/// Three messages, the first of which is parked.
async fn an_outbox() -> (Arc<MemoryOrders>, Pipeline) {
    let database = Arc::new(MemoryOrders::new());
    database.commit(Commit { events: (1..=3).map(event).collect(), ..Commit::of(vec![]) }).await.unwrap();
    database.park(1, "it is too large").await.unwrap();
    let access = TablePolicy::new()
        .grant(&Role::AUDITOR, &[Permission::OUTBOX_READ], Scope::Any)
        .grant(&Role::ADMIN, &[Permission::OUTBOX_READ, Permission::OUTBOX_WRITE], Scope::Any)
        .grant(&Role::CUSTOMER, &[Permission::OUTBOX_READ, Permission::OUTBOX_WRITE], Scope::Own);
    let clock = Arc::new(FixedClock::at(at_s(60)));
    let pipeline = Pipeline::new(database.clone(), Arc::new(access), clock, Arc::new(SequentialIds::new()));
    (database, pipeline)
}

fn actor(role: Role) -> Actor {
    let origin = Origin { request_id: Some("request-7".to_owned()), ..Origin::default() };
    Actor { roles: vec![role], ..Actor::becoming(user(1), origin) }
}

fn resolve(position: i64, decision: Decision, reason: Option<&str>) -> Resolve {
    Resolve { position, decision, reason: reason.map(str::to_owned) }
}

#[tokio::test]
async fn operators_see_what_waits_and_what_is_parked() {
    let (_, pipeline) = an_outbox().await;
    let admin = actor(Role::ADMIN);
    let stats = pipeline.stats(&admin).await.unwrap();
    assert_eq!((stats.pending, stats.parked), (2, 1));
    for (parked, positions) in [(Some(true), vec![1]), (Some(false), vec![2, 3]), (None, vec![1, 2, 3])] {
        let page = pipeline.list(&admin, parked, &PageRequest::first(10)).await.unwrap();
        assert_eq!(page.items.iter().map(|one| one.position).collect::<Vec<_>>(), positions);
    }
}

#[rstest]
#[case(Decision::Skip, "outbox.skip", (2, 0))]
#[case(Decision::Release, "outbox.release", (3, 0))]
#[tokio::test]
async fn a_decision_says_who_when_and_why(
    #[case] decision: Decision,
    #[case] action: &str,
    #[case] (pending, parked): (u64, u64),
) {
    let (database, pipeline) = an_outbox().await;
    let admin = actor(Role::ADMIN);
    let command = resolve(1, decision, Some("  The customer was told by phone  "));
    pipeline.resolve(&admin, command).await.unwrap();
    let stats = pipeline.stats(&admin).await.unwrap();
    assert_eq!((stats.pending, stats.parked), (pending, parked));
    let [entry] = &database.audit()[..] else { panic!("one entry") };
    assert_eq!((&entry.actor, entry.action, entry.at), (&ActorRef::user(user(1)), action, at_s(60)));
    assert_eq!((entry.target.as_str(), entry.outcome), ("outbox:1", AuditOutcome::Done));
    assert_eq!(entry.origin.request_id.as_deref(), Some("request-7"));
    let told = event(1);
    let detail = json!({
        "event": told.id,
        "kind": told.kind,
        "key": told.key,
        "occurred_at": told.occurred_at,
        "error": "it is too large",
        "reason": "The customer was told by phone",
    });
    assert_eq!(entry.detail, detail);
}

/// What waits is for the relay, and what is decided is decided.
#[tokio::test]
async fn only_what_is_parked_is_decided_about_and_once() {
    let (database, pipeline) = an_outbox().await;
    let admin = actor(Role::ADMIN);
    pipeline.resolve(&admin, resolve(1, Decision::Skip, None)).await.unwrap();
    assert_eq!(database.audit()[0].detail["reason"], Value::Null);
    for position in [1, 2, 9] {
        for decision in [Decision::Skip, Decision::Release] {
            let refused = pipeline.resolve(&admin, resolve(position, decision, None)).await.unwrap_err();
            assert_eq!((refused.kind(), refused.code()), (ErrorKind::NotFound, "outbox.not_parked"));
        }
    }
    assert_eq!(database.audit().len(), 1, "nothing else was done");
}

#[rstest]
#[case::blank("")]
#[case::too_long(&"x".repeat(501))]
#[case::not_seen("\u{202e}txt")]
#[tokio::test]
async fn a_reason_is_a_text_for_people(#[case] reason: &str) {
    let (database, pipeline) = an_outbox().await;
    let command = resolve(1, Decision::Skip, Some(reason));
    let refused = pipeline.resolve(&actor(Role::ADMIN), command).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Invalid, "outbox.invalid"));
    assert!(refused.fields().iter().all(|field| field.field == "/reason"), "{refused:?}");
    assert_eq!((database.stats().await.unwrap().parked, database.audit().len()), (1, 0));
}

#[tokio::test]
async fn whoever_only_reads_decides_nothing() {
    let (database, pipeline) = an_outbox().await;
    let decide = async |role: Role| {
        // Access comes first: nobody learns from a refusal what is there, or what would be right.
        let commands = [resolve(1, Decision::Skip, None), resolve(9, Decision::Skip, Some(""))];
        for command in commands {
            let refused = pipeline.resolve(&actor(role.clone()), command).await.unwrap_err();
            assert_eq!((refused.kind(), refused.code()), (ErrorKind::Forbidden, "access.denied"));
        }
    };
    let auditor = actor(Role::AUDITOR);
    assert_eq!(pipeline.stats(&auditor).await.unwrap().parked, 1);
    assert_eq!(pipeline.list(&auditor, None, &PageRequest::first(10)).await.unwrap().items.len(), 3);
    decide(Role::AUDITOR).await;

    let customer = actor(Role::CUSTOMER);
    assert!(matches!(pipeline.stats(&customer).await.unwrap_err(), PipelineError::Denied(_)));
    let list = pipeline.list(&customer, None, &PageRequest::first(10)).await;
    assert!(matches!(list.unwrap_err(), PipelineError::Denied(_)));
    decide(Role::CUSTOMER).await;
    let stats = OutboxStats { parked: 1, pending: 2, ..database.stats().await.unwrap() };
    assert_eq!(database.stats().await.unwrap(), stats);
    let noted: Vec<_> =
        database.audit().into_iter().map(|one| (one.action, one.target, one.outcome)).collect();
    let of = |position: i64| ("outbox.skip", format!("outbox:{position}"), AuditOutcome::Denied);
    assert_eq!(noted, [of(1), of(9), of(1), of(9)], "what was tried can be seen");
}

#[tokio::test]
async fn a_database_that_is_away_decides_nothing() {
    let (database, pipeline) = an_outbox().await;
    database.set_available(false);
    let refused = pipeline.stats(&actor(Role::ADMIN)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.retry_after_s()), (ErrorKind::Unavailable, Some(1)));
}
