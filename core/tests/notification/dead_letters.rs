//! What operators do about messages that could not be processed.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{a_dead_letter, at_once, at_s, id, user};
use eop_core::kernel::actor::ActorRef;
use eop_core::kernel::audit::AuditOutcome;
use eop_core::kernel::commit::CommitError;
use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::DeadLetterId;
use eop_core::kernel::page::PageRequest;
use eop_core::notification::command::ResolveDeadLetter;
use eop_core::notification::error::NotificationError;
use eop_core::notification::model::{DeadLetter, Resolution};
use eop_core::notification::port::{DeadLetterFilter, NotificationWrite};
use eop_core::notification::service::{NotificationPorts, NotificationService};

use super::doubles::{Fate, Hindered, Tape, plans, refused};
use super::world::{World, admin, customer, malformed, news};

fn replay(letter: &DeadLetter) -> ResolveDeadLetter {
    ResolveDeadLetter { letter: letter.id, replay: true }
}

fn discard(letter: &DeadLetter) -> ResolveDeadLetter {
    ResolveDeadLetter { letter: letter.id, replay: false }
}

async fn the_letter(world: &World) -> DeadLetter {
    let [letter] = <[DeadLetter; 1]>::try_from(world.dead_letters().await).expect("there is one");
    letter
}

/// A world that set `news(1)` aside because its store refused it for a while.
async fn set_aside() -> (World, DeadLetter) {
    let world = World::with_people().await;
    let refuses_news = |commit: &_| if plans(commit) { refused() } else { Fate::Arrives };
    let intake = world.intake_into(&Tape::of([news(1)]), Hindered::new(&world, refuses_news));
    assert_eq!(intake.step().await.unwrap().dead, 1);
    let letter = the_letter(&world).await;
    world.clock.advance(Duration::from_mins(1));
    (world, letter)
}

/// A world that set aside a message that stays malformed.
async fn beyond_repair() -> (World, DeadLetter) {
    let world = World::with_people().await;
    let bus = Tape::of([malformed(1, Topic::Orders, "order.shipped.v1")]);
    world.intake(&bus).step().await.unwrap();
    let letter = the_letter(&world).await;
    (world, letter)
}

#[tokio::test]
async fn a_replayed_message_has_its_effect_after_all() {
    let (world, letter) = set_aside().await;
    let resolved = world.service().resolve_dead_letter(&admin(), replay(&letter)).await.unwrap();
    assert_eq!(resolved.resolution, Some(Resolution { replayed: true, at: at_s(60) }));
    assert_eq!((resolved.version, &resolved), (letter.version.next(), &the_letter(&world).await));
    let [(notification, deliveries)] = &world.told().await[..] else { panic!() };
    assert_eq!((notification.event, deliveries.len()), (news(1).id, 2));

    let [entry] = &world.db.audit()[..] else { panic!() };
    assert_eq!((&entry.actor, entry.action), (&ActorRef::user(user(9)), "dead_letter.replay"));
    assert_eq!(
        (entry.target.clone(), entry.outcome),
        (format!("dead_letter:{}", letter.id), AuditOutcome::Done)
    );
}

#[tokio::test]
async fn a_replay_has_no_effect_where_the_message_had_it_before() {
    let (world, letter) = set_aside().await;
    world.takes_in([news(1)]).await;
    let resolved = world.service().resolve_dead_letter(&admin(), replay(&letter)).await.unwrap();
    assert!(resolved.resolution.is_some_and(|resolution| resolution.replayed));
    assert_eq!((world.told().await.len(), world.db.audit().len()), (1, 1));
}

#[tokio::test]
async fn a_replayed_message_that_comes_again_has_no_further_effect() {
    let (world, letter) = set_aside().await;
    world.service().resolve_dead_letter(&admin(), replay(&letter)).await.unwrap();
    let step = world.intake(&Tape::of([news(1)])).step().await.unwrap();
    assert_eq!((step.repeated, world.told().await.len()), (1, 1));
}

#[tokio::test]
async fn a_discarded_message_has_no_effect() {
    let (world, letter) = set_aside().await;
    let resolved = world.service().resolve_dead_letter(&admin(), discard(&letter)).await.unwrap();
    assert_eq!(resolved.resolution, Some(Resolution { replayed: false, at: at_s(60) }));
    assert!(world.told().await.is_empty());
    assert_eq!(world.db.audit()[0].action, "dead_letter.discard");
}

#[tokio::test]
async fn a_dead_letter_is_decided_once() {
    for first in [replay, discard] {
        for second in [replay, discard] {
            let (world, letter) = set_aside().await;
            let service = world.service();
            let resolved = service.resolve_dead_letter(&admin(), first(&letter)).await.unwrap();
            let error = service.resolve_dead_letter(&admin(), second(&letter)).await.unwrap_err();
            assert_eq!((error.kind(), error.code()), (ErrorKind::Conflict, "dead_letter.already_resolved"));
            assert_eq!((the_letter(&world).await, world.db.audit().len()), (resolved, 1));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_operators_who_decide_at_the_same_time_one_wins() {
    let (world, letter) = set_aside().await;
    let decisions = (0..16).map(|n| {
        let service = world.service();
        let command = if n % 2 == 0 { replay(&letter) } else { discard(&letter) };
        async move { service.resolve_dead_letter(&admin(), command).await }
    });
    let answers = at_once(decisions).await;
    let mut winners = answers.iter().filter_map(|answer| answer.as_ref().ok());
    let (winner, others) = (winners.next().unwrap(), winners.count());
    assert_eq!((others, &the_letter(&world).await), (0, winner));
    for error in answers.iter().filter_map(|answer| answer.as_ref().err()) {
        assert!(matches!(error, NotificationError::AlreadyResolved), "{error:?}");
    }
    let replayed = winner.resolution.unwrap().replayed;
    assert_eq!(world.told().await.len(), usize::from(replayed), "the effect is what the decision says");
    assert_eq!(world.db.audit().len(), 1);
}

#[tokio::test]
async fn a_discard_in_the_middle_of_a_replay_keeps_the_effect_away() {
    let (world, letter) = set_aside().await;
    let discarded = {
        let mut letter = letter.clone();
        letter.resolution = Some(Resolution { replayed: false, at: at_s(60) });
        letter.version = letter.version.next();
        NotificationWrite::UpdateDeadLetter { letter, from: the_letter(&world).await.version }
    };
    let db = world.db.clone();
    let is_overtaken = move |_: &_| {
        use eop_core::kernel::commit::Commit;
        use eop_core::notification::port::NotificationStore;
        use futures::FutureExt;
        let commit = db.commit(Commit::of(vec![discarded.clone()]));
        commit.now_or_never().expect("memory does not wait").unwrap();
        Fate::Arrives
    };
    let store = Hindered::new(&world, is_overtaken);
    let service = NotificationService::new(NotificationPorts { store, ..world.ports() });
    let error = service.resolve_dead_letter(&admin(), replay(&letter)).await.unwrap_err();
    assert!(matches!(error, NotificationError::AlreadyResolved), "{error:?}");
    assert!(world.told().await.is_empty());
}

#[tokio::test]
async fn what_still_cannot_be_processed_stays_open() {
    let (world, letter) = beyond_repair().await;
    let service = world.service();
    let error = service.resolve_dead_letter(&admin(), replay(&letter)).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Conflict, "dead_letter.not_replayable"));
    assert!(error.to_string().contains("missing field `order`"), "{error}");
    assert_eq!(the_letter(&world).await, letter);
    service.resolve_dead_letter(&admin(), discard(&letter)).await.unwrap();
}

#[tokio::test]
async fn a_record_that_is_no_event_can_only_be_discarded() {
    let world = World::new();
    let bus = Tape::of([]);
    bus.add_unreadable(Topic::Orders, b"?");
    world.intake(&bus).step().await.unwrap();
    let (service, letter) = (world.service(), the_letter(&world).await);
    let error = service.resolve_dead_letter(&admin(), replay(&letter)).await.unwrap_err();
    assert!(error.to_string().contains("could not be read as an event"), "{error}");
    service.resolve_dead_letter(&admin(), discard(&letter)).await.unwrap();
}

#[tokio::test]
async fn a_store_that_fails_during_a_replay_leaves_the_letter_open() {
    let (world, letter) = set_aside().await;
    let gone = |_: &_| Fate::Fails(CommitError::Store(StoreError::Overloaded));
    let store = Hindered::new(&world, gone);
    let service = NotificationService::new(NotificationPorts { store, ..world.ports() });
    let error = service.resolve_dead_letter(&admin(), replay(&letter)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert_eq!((the_letter(&world).await, world.told().await.len()), (letter.clone(), 0));
    world.service().resolve_dead_letter(&admin(), replay(&letter)).await.unwrap();
    assert_eq!(world.told().await.len(), 1);
}

#[tokio::test]
async fn open_letters_are_listed_newest_first_until_they_are_decided() {
    let world = World::new();
    for n in 1..=3 {
        world.put(NotificationWrite::InsertDeadLetter(a_dead_letter(n))).await;
    }
    let (service, page) = (world.service(), PageRequest::first(10));
    service.resolve_dead_letter(&admin(), discard(&a_dead_letter(2))).await.unwrap();
    let listed = async |open| {
        let found = service
            .list_dead_letters(&admin(), DeadLetterFilter { open, subject: None }, &page)
            .await
            .unwrap();
        found.items.into_iter().map(|letter| letter.id.0).collect::<Vec<_>>()
    };
    assert_eq!(listed(true).await, [3, 1].map(id));
    assert_eq!(listed(false).await, [3, 2, 1].map(id));
    assert_eq!(service.find_dead_letter(&admin(), a_dead_letter(3).id).await.unwrap(), a_dead_letter(3));
}

#[tokio::test]
async fn customers_neither_see_nor_decide_dead_letters() {
    let (world, letter) = set_aside().await;
    let (service, me) = (world.service(), customer(1));
    let answers = [
        service.list_dead_letters(&me, DeadLetterFilter::default(), &PageRequest::first(10)).await.err(),
        service.find_dead_letter(&me, letter.id).await.err(),
        service.resolve_dead_letter(&me, replay(&letter)).await.err(),
        service.resolve_dead_letter(&me, discard(&letter)).await.err(),
    ];
    for answer in answers.map(Option::unwrap) {
        assert!(matches!(answer, NotificationError::Denied(_)), "{answer:?}");
    }
    assert_eq!((the_letter(&world).await, world.told().await.len()), (letter, 0));
    let audited: Vec<_> = world.db.audit().into_iter().map(|one| (one.action, one.outcome)).collect();
    assert_eq!(audited, ["dead_letter.replay", "dead_letter.discard"].map(|one| (one, AuditOutcome::Denied)));
}

#[tokio::test]
async fn a_letter_that_does_not_exist_is_not_found() {
    let service = Arc::new(World::new().service());
    let command = ResolveDeadLetter { letter: DeadLetterId(id(404)), replay: true };
    for answer in [
        service.find_dead_letter(&admin(), command.letter).await.err(),
        service.resolve_dead_letter(&admin(), command).await.err(),
    ] {
        assert!(matches!(answer, Some(NotificationError::NotFound)), "{answer:?}");
    }
}
