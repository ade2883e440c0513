//! What operators see of every outbox, and decide about.

use std::sync::Arc;

use eop_core::kernel::outbox::{Decision, OutboxMessage, WaitingMessage};
use eop_core::kernel::page::{Page, PageRequest};

use crate::fixture::{an_audit_entry, at_once, at_s};
use crate::outbox::{NOTHING, OutboxHarness, claim, given, ids};

/// Decides about the message at `position`, in an audit entry of its own.
async fn decide(harness: &impl OutboxHarness, position: i64, decision: Decision) -> bool {
    let entry = an_audit_entry(u64::try_from(position).unwrap());
    harness.outbox().resolve(position, decision, entry).await.unwrap()
}

/// An operator lets it be published after all.
pub async fn a_parked_message_that_is_given_back_is_claimed_in_its_order<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 1)]).await;
    let position = claim(&harness, 0).await[0].position;
    harness.outbox().park(position, "too large").await.unwrap();
    assert_eq!(ids(&claim(&harness, 1).await), NOTHING);
    assert!(decide(&harness, position, Decision::Release).await);
    assert_eq!(ids(&claim(&harness, 2).await), [1, 2]);
}

/// An operator decides that it is not to be published; the rest of its key goes on.
pub async fn a_parked_message_that_is_given_up_frees_its_key<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 1)]).await;
    let position = claim(&harness, 0).await[0].position;
    harness.outbox().park(position, "too large").await.unwrap();
    assert!(decide(&harness, position, Decision::Skip).await);
    assert_eq!(ids(&claim(&harness, 2).await), [2]);
    assert!(!decide(&harness, position, Decision::Release).await, "it is not parked any more");
}

/// A message as operators see it.
fn shown(message: &OutboxMessage) -> WaitingMessage {
    WaitingMessage {
        position: message.position,
        event: Some(message.event.id),
        kind: Some(message.event.kind.clone()),
        key: Some(message.event.key),
        sequence: Some(message.event.sequence),
        occurred_at: Some(message.event.occurred_at),
        parked: false,
        attempts: message.attempts,
        retry_at: None,
        error: None,
    }
}

async fn listed(
    harness: &impl OutboxHarness,
    parked: Option<bool>,
    page: &PageRequest,
) -> Page<WaitingMessage> {
    harness.outbox().list(parked, page).await.unwrap()
}

/// By position, each with the last error: those that are parked, those that wait for another reason, or all of them.
pub async fn waiting_messages_are_listed_with_what_was_wrong<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 3), (4, 4)]).await;
    let messages = claim(&harness, 0).await;
    let many = PageRequest { count: true, ..PageRequest::first(10) };
    assert_eq!(listed(&harness, Some(true), &many).await, Page { items: vec![], next: None, total: Some(0) });
    harness.outbox().defer(&[messages[1].position], "no answer", at_s(60)).await.unwrap();
    for (index, error) in [(2, "too large"), (0, "no such topic")] {
        harness.outbox().park(messages[index].position, error).await.unwrap();
    }
    let parked = |n: usize, error: &str| WaitingMessage {
        parked: true,
        error: Some(error.into()),
        ..shown(&messages[n])
    };
    let deferred = WaitingMessage {
        attempts: 1,
        retry_at: Some(at_s(60)),
        error: Some("no answer".to_owned()),
        ..shown(&messages[1])
    };
    let all = [parked(0, "no such topic"), deferred, parked(2, "too large"), shown(&messages[3])];
    for (wanted, expected) in [(None, vec![0, 1, 2, 3]), (Some(true), vec![0, 2]), (Some(false), vec![1, 3])]
    {
        let items: Vec<_> = expected.into_iter().map(|n: usize| all[n].clone()).collect();
        let total = Some(items.len() as u64);
        assert_eq!(listed(&harness, wanted, &many).await, Page { items, next: None, total });
    }
    for one in &all {
        let found = harness.outbox().find_parked(one.position).await.unwrap();
        assert_eq!(found.as_ref(), Some(one).filter(|one| one.parked));
    }
    assert_eq!(harness.outbox().find_parked(1_000_000).await.unwrap(), None);
}

/// All that waits about one subject, whatever keeps it, and nothing about others.
pub async fn what_waits_about_one_subject_is_found<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 7), (2, 8), (3, 7), (4, 7)]).await;
    let messages = claim(&harness, 0).await;
    harness.outbox().mark_published(&[messages[0].position]).await.unwrap();
    harness.outbox().park(messages[2].position, "too large").await.unwrap();
    let key = messages[0].event.key;
    let parked = WaitingMessage { parked: true, error: Some("too large".to_owned()), ..shown(&messages[2]) };
    assert_eq!(harness.outbox().about(key).await.unwrap(), [parked, shown(&messages[3])]);
    assert_eq!(harness.outbox().about(messages[1].event.key).await.unwrap(), [shown(&messages[1])]);
    assert_eq!(harness.outbox().about(uuid::Uuid::from_u128(1)).await.unwrap(), []);
}

/// Also when some of what is behind is decided about in between.
pub async fn pages_of_waiting_messages_are_complete<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]).await;
    let messages = claim(&harness, 0).await;
    for message in messages.iter().filter(|message| message.position != messages[3].position) {
        harness.outbox().park(message.position, "too large").await.unwrap();
    }
    let mut page = PageRequest { count: true, ..PageRequest::first(2) };
    let first = listed(&harness, Some(true), &page).await;
    let positions =
        |page: &Page<WaitingMessage>| page.items.iter().map(|one| one.position).collect::<Vec<_>>();
    assert_eq!(positions(&first), [messages[0].position, messages[1].position]);
    assert_eq!(first.total, Some(4));
    assert!(decide(&harness, messages[1].position, Decision::Skip).await);
    page.after = first.next;
    assert!(page.after.is_some(), "there is another page");
    let second = listed(&harness, Some(true), &page).await;
    assert_eq!(positions(&second), [messages[2].position, messages[4].position]);
    assert_eq!((second.next, second.total), (None, Some(3)));
}

/// And where nothing was decided, nothing says that it was.
pub async fn a_decision_about_a_parked_message_is_audited_with_it<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2)]).await;
    let messages = claim(&harness, 0).await;
    let mut expected = Vec::new();
    for (message, decision) in messages.iter().zip([Decision::Skip, Decision::Release]) {
        assert!(!decide(&harness, message.position, decision).await, "it is not parked yet");
        assert_eq!(harness.audited().await, expected);
        harness.outbox().park(message.position, "too large").await.unwrap();
        assert!(decide(&harness, message.position, decision).await);
        expected.push(an_audit_entry(u64::try_from(message.position).unwrap()).id);
        assert_eq!(harness.audited().await, expected);
    }
    assert_eq!(ids(&claim(&harness, 1).await), [2], "one was given up, and the other given back");
}

/// It says that somebody was refused, and changes nothing else.
pub async fn an_entry_of_the_audit_log_can_stand_alone<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let position = claim(&harness, 0).await[0].position;
    harness.outbox().park(position, "too large").await.unwrap();
    for n in [1, 2] {
        harness.outbox().note(an_audit_entry(n)).await.unwrap();
    }
    assert_eq!(harness.audited().await, [1, 2].map(|n| an_audit_entry(n).id));
    assert!(harness.outbox().find_parked(position).await.unwrap().is_some());
}

/// There is nothing to decide about a message that waits, was published, or does not exist.
pub async fn only_a_parked_message_can_be_decided_about<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2)]).await;
    let messages = claim(&harness, 0).await;
    harness.outbox().mark_published(&[messages[1].position]).await.unwrap();
    for position in [messages[0].position, messages[1].position, 1_000_000] {
        for decision in [Decision::Release, Decision::Skip] {
            assert!(!decide(&harness, position, decision).await);
        }
    }
    assert_eq!(harness.audited().await, []);
    assert_eq!(ids(&claim(&harness, 1).await), [1]);
}

/// Two operators look at the same list.
pub async fn of_decisions_at_once_about_one_message_one_counts<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let position = claim(&harness, 0).await[0].position;
    harness.outbox().park(position, "too large").await.unwrap();
    let outbox = harness.outbox();
    let decisions = (1..=16).map(|n| {
        let outbox = Arc::clone(&outbox);
        let decision = if n % 2 == 0 { Decision::Skip } else { Decision::Release };
        async move { outbox.resolve(position, decision, an_audit_entry(n)).await.unwrap() }
    });
    let counted = at_once(decisions).await.into_iter().filter(|counts| *counts).count();
    assert_eq!((counted, harness.audited().await.len()), (1, 1));
}
