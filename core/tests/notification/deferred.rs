//! Two versions on one bus: what the older one does not understand is planned by the newer one, once.

use std::sync::Arc;

use eop_contract::fixture::at_s;
use eop_core::kernel::bus::Position;
use eop_core::kernel::event::{Event, Topic};
use eop_core::notification::model::{Deferred, Kind, Word};
use eop_core::notification::port::{Deferrals, NotificationWrite};
use eop_core::notification::service::intake::{Intake, IntakeError, IntakeStep};
use eop_core::notification::service::plan::words;
use serde_json::{Map, Value};

use super::doubles::{Fate, Hindered, Tape, plans, unavailable};
use super::world::{World, dies_during, malformed, news};

const NOTHING: IntakeStep = IntakeStep { processed: 0, repeated: 0, dead: 0, deferred: 0 };

fn idle(world: &World) -> Intake {
    world.intake(&Tape::of([]))
}

/// What an older version leaves behind that did not know `word` of `event`.
async fn older_version_keeps(world: &World, event: &Event, unknown: &str) {
    let deferred = Deferred {
        position: Position { topic: event.topic, partition: 0, offset: 7 },
        event: event.clone(),
        word: Word(unknown.to_owned()),
        created_at: at_s(0),
    };
    world.put(NotificationWrite::PutDeferred(deferred)).await;
}

#[tokio::test]
async fn an_event_of_a_newer_version_is_kept_for_it_and_holds_up_nothing() {
    let world = World::new();
    let bus = Tape::of([news(1), malformed(2, Topic::Orders, "order.returned.v1"), news(3)]);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 2, deferred: 1, ..NOTHING });
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 2)]);
    assert!(world.dead_letters().await.is_empty(), "nobody has to do anything about it");

    let newer = [Word("event order.returned.v1".to_owned())];
    let [kept] = &world.db.waiting_for(&newer, 10).await.unwrap()[..] else { panic!() };
    assert_eq!(kept.event, malformed(2, Topic::Orders, "order.returned.v1"));
    assert_eq!((kept.position.topic, kept.position.offset), (Topic::Orders, 1));
    assert_eq!(idle(&world).take_up().await.unwrap(), NOTHING, "this version still does not know it");
}

#[tokio::test]
async fn the_newer_version_plans_what_the_older_one_kept() {
    let world = World::new();
    older_version_keeps(&world, &news(1), "event order.approved.v1").await;
    let newer = idle(&world);
    assert_eq!(newer.take_up().await.unwrap(), IntakeStep { processed: 1, ..NOTHING });
    let [(told, deliveries)] = &world.told().await[..] else { panic!() };
    assert_eq!((told.kind, deliveries.len()), (Kind::OrderApproved, 2));
    assert_eq!(world.db.count().await.unwrap(), 0);
    assert_eq!(newer.take_up().await.unwrap(), NOTHING);
}

/// The group is rebalanced, and the message goes to both versions, in whatever order.
#[tokio::test]
async fn what_the_newer_version_planned_already_has_no_second_effect() {
    let world = World::new();
    world.takes_in([news(1)]).await;
    older_version_keeps(&world, &news(1), "event order.approved.v1").await;
    assert_eq!(idle(&world).take_up().await.unwrap(), IntakeStep { repeated: 1, ..NOTHING });
    assert_eq!((world.told().await.len(), world.db.count().await.unwrap()), (1, 0));

    older_version_keeps(&world, &news(2), "event order.approved.v1").await;
    assert_eq!(idle(&world).take_up().await.unwrap(), IntakeStep { processed: 1, ..NOTHING });
    let step = world.intake(&Tape::of([news(2)])).step().await.unwrap();
    assert_eq!(step, IntakeStep { repeated: 1, ..NOTHING });
    assert_eq!(world.told().await.len(), 2);
}

#[tokio::test]
async fn what_was_understood_and_makes_no_sense_becomes_a_dead_letter() {
    let world = World::new();
    let event = malformed(1, Topic::Orders, "order.approved.v1");
    older_version_keeps(&world, &event, "event order.approved.v1").await;
    assert_eq!(idle(&world).take_up().await.unwrap(), IntakeStep { dead: 1, ..NOTHING });
    let [letter] = &world.dead_letters().await[..] else { panic!() };
    assert_eq!((letter.event, letter.position.offset), (Some(event.id), 7));
    assert_eq!(world.db.count().await.unwrap(), 0);
}

#[tokio::test]
async fn an_event_with_a_second_unknown_word_waits_on() {
    let world = World::new();
    let event = malformed(1, Topic::Orders, "order.returned.v1");
    older_version_keeps(&world, &event, "order status CREATED").await;
    let newer = idle(&world);
    assert_eq!(newer.take_up().await.unwrap(), IntakeStep { deferred: 1, ..NOTHING });
    assert_eq!(newer.take_up().await.unwrap(), NOTHING, "it is not looked at again and again");
    assert_eq!(world.db.count().await.unwrap(), 1);
}

#[tokio::test]
async fn a_store_that_goes_away_or_a_process_that_dies_loses_nothing() {
    let world = World::new();
    for n in 1..=3 {
        older_version_keeps(&world, &news(n), "event order.approved.v1").await;
    }
    let failing = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = failing.clone();
    let second_fails = move |commit: &_| {
        let nth = counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        if plans(commit) && nth == 1 { unavailable() } else { Fate::Arrives }
    };
    let intake = world.intake_into(&Tape::of([]), Hindered::new(&world, second_fails));
    assert!(matches!(intake.take_up().await, Err(IntakeError::Store(_))));
    assert_eq!((world.told().await.len(), world.db.count().await.unwrap()), (2, 1));

    let hangs = |_: &_| Fate::Hangs;
    dies_during(world.intake_into(&Tape::of([]), Hindered::new(&world, hangs)).take_up());
    assert_eq!(intake.take_up().await.unwrap(), IntakeStep { processed: 1, ..NOTHING });
    assert_eq!((world.told().await.len(), world.db.count().await.unwrap()), (3, 0));
}

/// Whoever adds a kind of event says here whether anybody is told of it: otherwise it would wait for ever.
#[test]
fn every_kind_that_is_published_is_known() {
    let golden = [include_str!("../golden/identity.v1.json"), include_str!("../golden/orders.v1.json")];
    let known = words::known();
    for file in golden {
        let kinds: Map<String, Value> = serde_json::from_str(file).unwrap();
        assert!(kinds.len() > 5, "the file names the kinds of its topic");
        for kind in kinds.keys().filter_map(|name| name.split(':').next()) {
            assert!(known.contains(&Word(format!("event {kind}"))), "{kind}");
        }
    }
}
