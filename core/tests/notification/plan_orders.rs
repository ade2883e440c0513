//! What follows from the events of orders.

use std::collections::BTreeSet;

use eop_contract::fixture::{a_recipient, an_event, an_order, at_s, currency, user};
use eop_core::kernel::actor::{ActorKind, ActorRef, Role};
use eop_core::kernel::bus::Position;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Once};
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::UserId;
use eop_core::kernel::money::Money;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::notification::model::{
    Channel, Delivery, DeliveryStatus, EventOrigin, Kind, Notification, Recipient, Word,
};
use eop_core::notification::port::{
    NotificationFilter, NotificationQueries, NotificationStore, NotificationWrite,
};
use eop_core::notification::service::intake::IntakeStep;
use eop_core::notification::service::plan::{Audience, CONSUMER, Unplanned, plan};
use eop_core::order::model::Shipment;
use rstest::rstest;
use serde_json::json;

use super::doubles::Tape;
use super::world::{World, malformed, order_event, order_of_1};

async fn audience(world: &World, event: &Event) -> Audience {
    Audience::of(&*world.db, std::iter::once(event)).await.unwrap()
}

pub(super) async fn planned(world: &World, event: &Event) -> Result<Commit<NotificationWrite>, Unplanned> {
    merged(event, &audience(world, event).await, at_s(5))
}

/// Where an event may lie.
pub(super) fn a_position(topic: Topic) -> Position {
    Position { topic, partition: 3, offset: 12 }
}

/// What follows from an event as if it were one commit.
pub(super) fn merged(
    event: &Event,
    audience: &Audience,
    now: Timestamp,
) -> Result<Commit<NotificationWrite>, Unplanned> {
    let plan = plan((event, a_position(event.topic)), audience, now)?;
    let mut whole = Commit::of(Vec::new());
    for commit in plan.commits() {
        assert_eq!(whole.once, None, "the last one alone says that the event had its effect");
        whole.writes.extend(commit.writes);
        whole.once = commit.once;
    }
    Ok(whole)
}

pub(super) fn notifications(commit: &Commit<NotificationWrite>) -> Vec<&Notification> {
    let each = commit.writes.iter();
    each.filter_map(|write| match write {
        NotificationWrite::InsertNotification(notification) => Some(notification),
        _ => None,
    })
    .collect()
}

pub(super) fn deliveries(commit: &Commit<NotificationWrite>) -> Vec<&Delivery> {
    let each = commit.writes.iter();
    each.filter_map(|write| match write {
        NotificationWrite::InsertDelivery(delivery) => Some(delivery),
        _ => None,
    })
    .collect()
}

fn told(commit: &Commit<NotificationWrite>) -> Vec<(Kind, UserId)> {
    notifications(commit).into_iter().map(|one| (one.kind, one.recipient)).collect()
}

/// The commit takes effect once for its event, and does nothing else.
pub(super) fn only_marks(commit: &Commit<NotificationWrite>, event: &Event) {
    assert!(commit.writes.is_empty(), "{:?}", commit.writes);
    assert!(commit.events.is_empty() && commit.audit.is_empty());
    let once = Once::Message { consumer: CONSUMER, id: event.id, at: at_s(5) };
    assert_eq!(commit.once, Some(once));
}

#[tokio::test]
async fn what_is_told_says_where_its_event_was_read() {
    let world = World::new();
    let event = order_event(1, "order.created.v1", &order_of_1());
    let commit = planned(&world, &event).await.unwrap();
    let origin = EventOrigin {
        position: a_position(Topic::Orders),
        sequence: event.sequence,
        occurred_at: event.occurred_at,
    };
    assert_eq!(notifications(&commit)[0].origin, Some(origin));
}

#[rstest]
#[case("order.created.v1", Kind::OrderCreated)]
#[case("order.approved.v1", Kind::OrderApproved)]
#[case("order.rejected.v1", Kind::OrderRejected)]
#[case("order.cancelled.v1", Kind::OrderCancelled)]
#[case("order.shipped.v1", Kind::OrderShipped)]
#[case("order.delivered.v1", Kind::OrderDelivered)]
#[tokio::test]
async fn the_customer_is_told_by_mail_and_in_the_inbox(#[case] event: &str, #[case] kind: Kind) {
    let event = order_event(1, event, &order_of_1());
    let commit = planned(&World::new(), &event).await.unwrap();

    let [one] = notifications(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!((one.kind, one.recipient, one.event), (kind, user(1), event.id));
    assert_eq!((one.order, one.created_at), (Some(event.key), at_s(5)));
    assert_eq!(one.traceparent, event.traceparent);
    let [mail, inbox] = deliveries(&commit)[..] else { panic!("{:?}", commit.writes) };
    assert_eq!((mail.channel, inbox.channel), (Channel::Email, Channel::InApp));
    for delivery in [mail, inbox] {
        assert_eq!((delivery.notification, delivery.recipient), (one.id, user(1)));
        assert_eq!((delivery.status, delivery.attempts), (DeliveryStatus::Queued, 0));
        assert_eq!(delivery.next_attempt_at, Some(at_s(5)), "it is due at once");
        assert_eq!(delivery.expires_at, at_s(5 + 3 * 86_400));
    }
    assert_eq!(commit.once, Some(Once::Message { consumer: CONSUMER, id: event.id, at: at_s(5) }));
}

#[tokio::test]
async fn a_new_order_waits_for_every_approver_but_its_creator() {
    let world = World::with_people().await;
    let placed_by = |actor| {
        let mut order = order_of_1();
        order.created_by = actor;
        order_event(1, "order.created.v1", &order)
    };
    let customer = (Kind::OrderCreated, user(1));
    let approver = (Kind::OrderAwaitingApproval, user(3));

    let by_the_customer = planned(&world, &placed_by(ActorRef::user(user(1)))).await.unwrap();
    assert_eq!(told(&by_the_customer), [customer, approver]);
    let by_the_approver = planned(&world, &placed_by(ActorRef::user(user(3)))).await.unwrap();
    assert_eq!(told(&by_the_approver), [customer]);
    let import = ActorRef { kind: ActorKind::Service, id: "import".to_owned() };
    assert_eq!(told(&planned(&world, &placed_by(import)).await.unwrap()), [customer, approver]);
}

#[tokio::test]
async fn a_customer_who_approves_for_others_is_told_twice_of_an_order_placed_for_them() {
    let world = World::with_people().await;
    let mut order = an_order().by(user(3)).build();
    order.created_by = ActorRef::user(user(2));
    let commit = planned(&world, &order_event(1, "order.created.v1", &order)).await.unwrap();
    assert_eq!(told(&commit), [(Kind::OrderCreated, user(3)), (Kind::OrderAwaitingApproval, user(3))]);
}

#[tokio::test]
async fn only_a_new_order_is_told_to_approvers() {
    let world = World::with_people().await;
    for kind in ["approved", "rejected", "cancelled", "shipped", "delivered"] {
        let event = order_event(1, &format!("order.{kind}.v1"), &order_of_1());
        let commit = planned(&world, &event).await.unwrap();
        assert!(notifications(&commit).iter().all(|one| one.recipient == user(1)), "{kind}");
    }
}

#[tokio::test]
async fn what_is_no_news_is_only_marked() {
    let world = World::with_people().await;
    let event = order_event(1, "order.amended.v1", &order_of_1());
    only_marks(&planned(&world, &event).await.unwrap(), &event);
}

#[rstest]
#[case(Topic::Orders, "order.created.v2")]
#[case(Topic::Orders, "order.returned.v1")]
#[case(Topic::Orders, "user.updated.v1")]
#[case(Topic::Identity, "user.merged.v1")]
#[tokio::test]
async fn a_kind_of_a_later_version_may_have_any_shape_and_is_left_to_it(
    #[case] topic: Topic,
    #[case] kind: &str,
) {
    let refused = planned(&World::new(), &malformed(1, topic, kind)).await.unwrap_err();
    assert_eq!(refused, Unplanned::Unknown(Word(format!("event {kind}"))));
}

#[rstest]
#[case("/order/status", "LOST", "order status LOST")]
#[case("/change/to", "ON_HOLD", "order status ON_HOLD")]
#[case("/change/action", "hold", "order action hold")]
#[case("/change/actor/kind", "robot", "actor kind robot")]
#[tokio::test]
async fn an_order_in_words_of_a_later_version_is_left_to_it(
    #[case] place: &str,
    #[case] text: &str,
    #[case] word: &str,
) {
    let event = an_event().of_kind("order.created.v1").with_data(&with(place, json!(text))).build();
    let refused = planned(&World::new(), &event).await.unwrap_err();
    assert_eq!(refused, Unplanned::Unknown(Word(word.to_owned())));
}

/// Hundreds of approvers: no commit is large, and what was applied in part is applied whole the next time.
#[tokio::test]
async fn a_large_audience_is_told_by_several_commits() {
    let world = World::with_people().await;
    for n in 100..400 {
        let approver = Recipient { roles: vec![Role::APPROVER], ..a_recipient(n) };
        world.put(NotificationWrite::PutRecipient(approver)).await;
    }
    let event = order_event(1, "order.created.v1", &order_of_1());
    let audience = audience(&world, &event).await;
    assert!(audience.is_cut_off(), "200 of 301 approvers are told");
    let plan = plan((&event, a_position(event.topic)), &audience, at_s(5)).unwrap();
    let commits: Vec<_> = plan.commits().collect();
    assert_eq!(commits.iter().map(|commit| told(commit).len()).sum::<usize>(), 201);
    assert!(commits.iter().all(|commit| commit.writes.len() <= 75), "{}", commits.len());
    let (last, early) = commits.split_last().unwrap();
    assert!(early.iter().all(|commit| commit.once.is_none()) && last.once.is_some());

    // The process dies after the first of them.
    world.db.commit(early[0].clone()).await.unwrap();
    let bus = Tape::of([event]);
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { processed: 1, ..IntakeStep::default() });
    bus.rewind();
    let step = world.intake(&bus).step().await.unwrap();
    assert_eq!(step, IntakeStep { repeated: 1, ..IntakeStep::default() });
    for channel in [Channel::Email, Channel::InApp] {
        let filter = NotificationFilter { channel: Some(channel), ..NotificationFilter::default() };
        let page = PageRequest { count: true, ..PageRequest::first(1) };
        let found = world.db.list_notifications(&filter, Direction::Ascending, &page).await.unwrap();
        assert_eq!(found.total, Some(201), "{channel}");
    }
}

#[tokio::test]
async fn planning_twice_plans_the_same() {
    let world = World::with_people().await;
    let event = order_event(1, "order.created.v1", &order_of_1());
    let (first, second) = (planned(&world, &event).await.unwrap(), planned(&world, &event).await.unwrap());
    assert_eq!(notifications(&first), notifications(&second));
    assert_eq!(deliveries(&first), deliveries(&second));

    let later = merged(&event, &audience(&world, &event).await, at_s(500)).unwrap();
    let ids = |commit| deliveries(commit).into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(&first), ids(&later), "ids do not depend on the time");
}

#[tokio::test]
async fn every_event_kind_recipient_and_channel_has_its_own_ids() {
    let world = World::with_people().await;
    let mut notified = Vec::new();
    let mut delivered = Vec::new();
    for (n, kind) in [(1, "order.created.v1"), (2, "order.created.v1"), (3, "order.approved.v1")] {
        let commit = planned(&world, &order_event(n, kind, &order_of_1())).await.unwrap();
        notified.extend(notifications(&commit).into_iter().map(|one| one.id));
        delivered.extend(deliveries(&commit).into_iter().map(|one| one.id));
    }
    assert_eq!((notified.len(), delivered.len()), (5, 10));
    assert_eq!(notified.into_iter().collect::<BTreeSet<_>>().len(), 5);
    assert_eq!(delivered.into_iter().collect::<BTreeSet<_>>().len(), 10);
}

#[tokio::test]
async fn the_variables_say_what_people_want_to_know_of_an_order() {
    let mut order = an_order().by(user(1)).with_line("sku-1", 3, 1999).with_line("sku-2", 1, 1).build();
    order.reason = Some("out_of_stock".to_owned());
    let (carrier, tracking_number) = ("DHL".to_owned(), Some("00340434161094042557".to_owned()));
    order.shipment = Some(Shipment { carrier, tracking_number, shipped_at: at_s(1) });
    let commit = planned(&World::new(), &order_event(1, "order.shipped.v1", &order)).await.unwrap();
    let expected = json!({ "order": {
        "id": order.id,
        "number": "ORD-2026-000001",
        "status": "CREATED",
        "total": "59.98 EUR",
        "lines": [
            { "name": "Article sku-1", "sku": "sku-1", "quantity": 3, "unit_price": "19.99 EUR", "total": "59.97 EUR" },
            { "name": "Article sku-2", "sku": "sku-2", "quantity": 1, "unit_price": "0.01 EUR", "total": "0.01 EUR" },
        ],
        "reason": "out_of_stock",
        "shipment": { "carrier": "DHL", "tracking_number": "00340434161094042557" },
        "customer": "Alice Example",
    }});
    assert_eq!(*notifications(&commit)[0].data, expected);
}

#[tokio::test]
async fn an_amount_has_the_decimals_of_its_currency() {
    let yen = Money::new(1999, currency("JPY")).unwrap();
    let order = an_order().by(user(1)).with_priced_line("sku-1", 2, yen).build();
    let commit = planned(&World::new(), &order_event(1, "order.created.v1", &order)).await.unwrap();
    let data = &notifications(&commit)[0].data["order"];
    assert_eq!((&data["total"], &data["lines"][0]["unit_price"]), (&json!("3998 JPY"), &json!("1999 JPY")));
}

#[rstest]
#[case::no_object(json!("text"), "invalid type")]
#[case::nothing_in_it(json!({}), "missing field `order`")]
#[case::no_change({ let mut data = good(); data.as_object_mut().unwrap().remove("change"); data }, "missing field `change`")]
#[case::an_id_that_is_none(with("/order/customer_id", json!("1")), "UUID")]
#[case::a_currency_that_is_none(with("/order/total/currency", json!("euro")), "ISO 4217")]
#[case::a_line_beyond_what_is_kept_exactly(
    with("/order/lines/0/unit_price/amount", json!(Money::MAX_AMOUNT)), "exceeds 9007199254740991")]
#[case::an_amount_beyond_that(with("/order/total/amount", json!(i64::MIN)), "exceeds 9007199254740991")]
#[tokio::test]
async fn malformed_data_can_never_be_processed(#[case] data: serde_json::Value, #[case] reason: &str) {
    let event = an_event().of_kind("order.created.v1").with_data(&data).build();
    let said = planned(&World::new(), &event).await.unwrap_err().to_string();
    assert!(said.contains(reason), "{said}");
}

#[rstest]
#[case(Topic::Notifications)]
#[case(Topic::OrdersDeadLetters)]
#[case(Topic::IdentityDeadLetters)]
#[tokio::test]
async fn other_topics_are_not_for_this_service(#[case] topic: Topic) {
    let event = Event { topic, ..order_event(1, "order.created.v1", &order_of_1()) };
    let said = planned(&World::new(), &event).await.unwrap_err().to_string();
    assert!(said.contains(topic.as_str()), "{said}");
}

/// The data of an order with one line of two.
fn good() -> serde_json::Value {
    let order = an_order().by(user(1)).with_line("sku-1", 2, 1999).build();
    order_event(1, "order.created.v1", &order).data.read().unwrap()
}

fn with(pointer: &str, value: serde_json::Value) -> serde_json::Value {
    let mut data = good();
    *data.pointer_mut(pointer).expect("the member is there") = value;
    data
}
