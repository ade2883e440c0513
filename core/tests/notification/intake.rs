//! Events from the bus take effect once, and none is lost.

use std::sync::atomic::{AtomicUsize, Ordering};

use eop_contract::fixture::{at_s, user};
use eop_core::identity::event::IdentityData;
use eop_core::kernel::event::{EventData, Topic};
use eop_core::notification::model::Kind;
use eop_core::notification::service::intake::{IntakeError, IntakeStep};
use rstest::rstest;
use serde_json::{Value, json};

use super::doubles::{Fate, Hindered, Tape, plans, refused, unavailable};
use super::world::{World, about, dies_during, identity_event, known, malformed, news, snapshot};

const NOTHING: IntakeStep = IntakeStep { processed: 0, repeated: 0, dead: 0, deferred: 0 };

#[tokio::test]
async fn an_event_takes_effect_and_is_acknowledged() {
    let world = World::new();
    let bus = Tape::of([news(1)]);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 1, ..NOTHING });
    let [(notification, deliveries)] = &world.told().await[..] else { panic!() };
    assert_eq!((notification.kind, notification.recipient), (Kind::OrderApproved, user(1)));
    assert_eq!(deliveries.len(), 2);
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 0)]);
}

#[tokio::test]
async fn an_event_delivered_twice_takes_effect_once() {
    let world = World::new();
    let bus = Tape::of([news(1), news(1), news(2)]);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 2, repeated: 1, ..NOTHING });

    // Another member of the group gets everything again, because the first one died before it acknowledged.
    bus.rewind();
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { repeated: 3, ..NOTHING });
    assert_eq!(world.told().await.len(), 2);
    assert_eq!(world.mails().await.len(), 2);
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 2), (Topic::Orders, 2)]);
}

#[tokio::test]
async fn an_empty_bus_changes_nothing() {
    let bus = Tape::of([]);
    assert_eq!(World::new().intake(&bus).step().await.unwrap(), NOTHING);
    assert_eq!(bus.acknowledged(), []);
}

#[tokio::test]
async fn the_last_message_of_each_topic_is_acknowledged() {
    let bus = Tape::of([news(1), identity_event(2, "user.verified.v1", 1, &about(1)), news(3)]);
    World::new().intake(&bus).step().await.unwrap();
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 1), (Topic::Identity, 0)]);
}

#[tokio::test]
async fn nothing_is_acknowledged_before_the_store_took_it() {
    let world = World::new();
    let bus = Tape::of([news(1), news(2)]);
    let intake = world.intake(&bus);
    world.db.set_available(false);
    for _ in 0..3 {
        assert!(matches!(intake.step().await, Err(IntakeError::Store(_))));
        assert_eq!(bus.acknowledged(), []);
    }
    world.db.set_available(true);
    assert_eq!(intake.step().await.unwrap(), IntakeStep { processed: 2, ..NOTHING });
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 1)]);
    assert_eq!(world.told().await.len(), 2);
    assert_eq!(intake.step().await.unwrap(), NOTHING, "nothing is left over");
}

#[tokio::test]
async fn a_batch_that_was_stored_in_part_goes_on_with_the_rest() {
    let world = World::new();
    let bus = Tape::of([news(1), news(2), news(3)]);
    let commits = AtomicUsize::new(0);
    let second_fails = move |_: &_| {
        if commits.fetch_add(1, Ordering::SeqCst) == 1 { unavailable() } else { Fate::Arrives }
    };
    let store = Hindered::new(&world, second_fails);
    let intake = world.intake_into(&bus, store);
    assert!(matches!(intake.step().await, Err(IntakeError::Store(_))));
    assert_eq!(bus.acknowledged(), []);
    assert_eq!(world.told().await.len(), 2);

    assert_eq!(intake.step().await.unwrap(), IntakeStep { processed: 1, repeated: 2, ..NOTHING });
    assert_eq!(world.told().await.len(), 3);
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 2)]);
}

#[tokio::test]
async fn a_step_that_is_dropped_loses_nothing() {
    let world = World::new();
    let bus = Tape::of([news(1), news(2)]);
    let commits = AtomicUsize::new(0);
    let second_hangs = move |_: &_| {
        if commits.fetch_add(1, Ordering::SeqCst) == 1 { Fate::Hangs } else { Fate::Arrives }
    };
    let intake = world.intake_into(&bus, Hindered::new(&world, second_hangs));
    dies_during(intake.step());
    assert_eq!((bus.acknowledged(), world.told().await.len()), (vec![], 1));

    assert_eq!(intake.step().await.unwrap(), IntakeStep { processed: 1, repeated: 1, ..NOTHING });
    assert_eq!((bus.acknowledged(), world.told().await.len()), (vec![(Topic::Orders, 1)], 2));
}

#[tokio::test]
async fn what_could_not_be_acknowledged_is_acknowledged_later() {
    let world = World::new();
    let bus = Tape::of([news(1)]);
    let commits = AtomicUsize::new(0);
    let breaks_the_bus_once = {
        let bus = bus.clone();
        move |_: &_| {
            bus.set_broken(commits.fetch_add(1, Ordering::SeqCst) == 0);
            Fate::Arrives
        }
    };
    let intake = world.intake_into(&bus, Hindered::new(&world, breaks_the_bus_once));
    assert!(matches!(intake.step().await, Err(IntakeError::Bus(_))));
    assert_eq!((bus.acknowledged(), world.told().await.len()), (vec![], 1));

    assert_eq!(intake.step().await.unwrap(), IntakeStep { repeated: 1, ..NOTHING });
    assert_eq!((bus.acknowledged(), world.told().await.len()), (vec![(Topic::Orders, 0)], 1));
}

#[tokio::test]
async fn a_bus_that_cannot_be_read_is_said_to_be() {
    let bus = Tape::of([news(1)]);
    bus.set_broken(true);
    let error = World::new().intake(&bus).step().await.unwrap_err();
    assert_eq!(error.to_string(), "the bus cannot be read: the broker went away");
}

#[rstest]
#[case::in_order([1, 2, 3])]
#[case::reordered([3, 1, 2])]
#[case::backwards([3, 2, 1])]
#[tokio::test]
async fn the_newest_event_of_a_person_counts(#[case] order: [u64; 3]) {
    let world = World::new();
    let named = |sequence: u64| {
        let mut data = about(1);
        data.user.name = format!("name {sequence}");
        identity_event(sequence, "user.updated.v1", sequence, &data)
    };
    for sequence in order {
        world.takes_in([named(sequence)]).await;
    }
    let recipient = known(&world, 1).await.unwrap();
    assert_eq!((recipient.name.as_str(), recipient.sequence), ("name 3", 3));
}

#[tokio::test]
async fn news_in_an_older_event_is_told_all_the_same() {
    let world = World::new();
    let mut newest = snapshot(1);
    "Alice Newname".clone_into(&mut newest.name);
    let newest = IdentityData { user: newest, session: None, link: None, kept: None };
    world.takes_in([identity_event(1, "user.updated.v1", 8, &newest)]).await;
    world.takes_in([identity_event(2, "user.password_changed.v1", 7, &about(1))]).await;
    assert_eq!(world.told().await[0].0.kind, Kind::AccountPasswordChanged);
    assert_eq!(known(&world, 1).await.unwrap().name, "Alice Newname");
}

#[tokio::test]
async fn what_cannot_be_processed_is_set_aside_and_the_others_go_on() {
    let world = World::new();
    let bus = Tape::of([news(1), malformed(2, Topic::Orders, "order.shipped.v1"), news(3)]);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 2, dead: 1, ..NOTHING });
    assert_eq!(world.told().await.len(), 2);
    assert_eq!(bus.acknowledged(), [(Topic::Orders, 2)]);

    let event = malformed(2, Topic::Orders, "order.shipped.v1");
    let [letter] = &world.dead_letters().await[..] else { panic!() };
    let position = letter.position;
    assert_eq!((position.topic, position.partition, position.offset), (Topic::Orders, 0, 1));
    assert_eq!((letter.event, letter.created_at, letter.resolution), (Some(event.id), at_s(0), None));
    assert!(letter.error.contains("missing field `order`"), "{}", letter.error);
    assert!(!letter.value.contains('\0'), "no store keeps it");

    let [published] = &world.db.events()[..] else { panic!() };
    assert_eq!((published.topic, published.kind.as_str()), (Topic::OrdersDeadLetters, "order.shipped.v1"));
    assert_eq!((published.key, published.sequence), (event.key, event.sequence));
    assert_eq!(published.traceparent, event.traceparent);
    let expected = json!({
        "topic": "orders.v1", "partition": 0, "offset": 1, "consumer": "notification",
        "error": letter.error, "value": letter.value,
    });
    assert_eq!(published.data.read::<Value>().unwrap(), expected);
}

#[tokio::test]
async fn what_is_said_of_a_dead_letter_can_be_stored() {
    let world = World::new();
    let mut event = news(1);
    let mut data: Value = event.data.read().unwrap();
    data["order"]["total"]["currency"] = json!("E\0R");
    event.data = EventData::of(&data);
    event.traceparent = Some("\0".to_owned());
    let step = world.intake(&Tape::of([event])).step().await.unwrap();
    assert_eq!(step, IntakeStep { dead: 1, ..NOTHING });
    assert!(!world.dead_letters().await[0].error.contains('\0'));
    let [published] = &world.db.events()[..] else { panic!() };
    assert!(!published.traceparent.as_ref().unwrap().contains('\0'));
    let told: Value = published.data.read().unwrap();
    assert!(!told["error"].as_str().unwrap().contains('\0'));
}

#[rstest]
#[case::text(b"{\"half\": ", "{\"half\": ")]
#[case::no_text(&[0xff, 0x00, 0xfe], "/wD+")]
#[case::text_that_no_store_keeps(b"a\0b", "YQBi")]
#[case::nothing(b"", "")]
#[tokio::test]
async fn a_record_that_is_no_event_is_kept_as_it_is(#[case] record: &[u8], #[case] kept: &str) {
    let world = World::new();
    let bus = Tape::of([]);
    bus.add_unreadable(Topic::Identity, record);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { dead: 1, ..NOTHING });
    let [letter] = &world.dead_letters().await[..] else { panic!() };
    assert_eq!((letter.event, letter.value.as_str()), (None, kept));
    assert_eq!(letter.error, "the header ce_id is missing");
    let [published] = &world.db.events()[..] else { panic!() };
    assert_eq!((published.topic, published.kind.as_str()), (Topic::IdentityDeadLetters, "unreadable"));
    assert_eq!(published.data.read::<Value>().unwrap()["value"], kept);
}

#[tokio::test]
async fn a_message_that_comes_again_is_set_aside_once() {
    let world = World::new();
    let bus = Tape::of([malformed(1, Topic::Orders, "order.shipped.v1")]);
    bus.add_unreadable(Topic::Orders, b"?");
    world.intake(&bus).step().await.unwrap();
    bus.rewind();
    assert_eq!(world.intake(&bus).step().await.unwrap(), IntakeStep { repeated: 2, ..NOTHING });
    assert_eq!(world.dead_letters().await.len(), 2);
    assert_eq!(world.events(), ["order.shipped.v1", "unreadable"]);
}

#[tokio::test]
async fn a_message_whose_effect_the_store_refuses_holds_nothing_back() {
    let world = World::new();
    let bus = Tape::of([news(1), identity_event(2, "user.verified.v1", 1, &about(1))]);
    let refuses_news = |commit: &_| if plans(commit) { refused() } else { Fate::Arrives };
    let step = world.intake_into(&bus, Hindered::new(&world, refuses_news)).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 1, dead: 1, ..NOTHING });
    let [letter] = &world.dead_letters().await[..] else { panic!() };
    assert_eq!(letter.event, Some(news(1).id));
    assert_eq!(letter.error, "the database refused a statement: invalid byte sequence");
    assert_eq!(bus.acknowledged().len(), 2);
}

/// Its statement takes too long every time, say, while those of the others do not.
#[tokio::test]
async fn a_message_that_always_fails_alone_is_set_aside() {
    for alone in [false, true] {
        let world = World::new();
        let bus = Tape::of([news(1)]);
        if !alone {
            bus.add(identity_event(2, "user.verified.v1", 1, &about(1)));
        }
        let intake = world.intake_into(
            &bus,
            Hindered::new(&world, |commit: &_| if plans(commit) { unavailable() } else { Fate::Arrives }),
        );
        for _ in 1..8 {
            assert!(matches!(intake.step().await, Err(IntakeError::Store(_))));
            assert_eq!(bus.acknowledged(), []);
        }
        assert_eq!(intake.step().await.unwrap().dead, 1);
        assert_eq!(bus.acknowledged().len(), if alone { 1 } else { 2 });
        let [letter] = &world.dead_letters().await[..] else { panic!() };
        assert!(letter.error.starts_with("failed 8 times: "), "{}", letter.error);
    }
}

#[tokio::test]
async fn a_store_that_refuses_everything_keeps_the_message_on_the_bus() {
    let world = World::new();
    let bus = Tape::of([news(1)]);
    let intake = world.intake_into(&bus, Hindered::new(&world, |_: &_| refused()));
    assert!(matches!(intake.step().await, Err(IntakeError::Store(_))));
    assert_eq!(bus.acknowledged(), []);
}
