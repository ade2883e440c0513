//! What operators see of deliveries, and what they do with them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use eop_contract::fixture::{at_once, at_s, id, user};
use eop_core::kernel::actor::ActorRef;
use eop_core::kernel::audit::AuditOutcome;
use eop_core::kernel::commit::CommitError;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::{DeliveryId, NotificationId};
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::notification::command::{ActOnDelivery, DeliveryAction, FindNotifications};
use eop_core::notification::error::NotificationError;
use eop_core::notification::model::{Channel, Delivery, DeliveryStatus, Kind};
use eop_core::notification::port::NotificationFilter;
use eop_core::notification::service::{NotificationPorts, NotificationService};
use futures::future::BoxFuture;
use rstest::rstest;
use serde_json::json;

use super::doubles::{Fate, Hindered, Provider, permanent, temporary};
use super::world::{Steps, World, about, admin, customer, identity_event, news, order_event, order_of_1};

fn resend(delivery: &Delivery) -> ActOnDelivery {
    ActOnDelivery { delivery: delivery.id, action: DeliveryAction::Resend }
}

fn cancel(delivery: &Delivery) -> ActOnDelivery {
    ActOnDelivery { delivery: delivery.id, action: DeliveryAction::Cancel }
}

/// A world with one order's news to customer 1, whose mail was refused for good.
async fn refused_for_good() -> World {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    world.dispatcher(&Arc::new(Provider::answering([permanent()]))).step().await.unwrap();
    assert_eq!(world.mail().await.status, DeliveryStatus::Failed);
    world
}

#[rstest]
#[case::all(NotificationFilter::default(), &[1, 2, 3])]
#[case::kind(NotificationFilter { kind: Some(Kind::OrderShipped), ..NotificationFilter::default() }, &[2])]
#[case::recipient(NotificationFilter { recipient: Some(user(2)), ..NotificationFilter::default() }, &[3])]
#[case::order(NotificationFilter { order: Some(id(1)), ..NotificationFilter::default() }, &[1, 2])]
#[case::no_such_order(NotificationFilter { order: Some(id(2)), ..NotificationFilter::default() }, &[])]
#[case::channel(NotificationFilter { channel: Some(Channel::InApp), ..NotificationFilter::default() }, &[1, 2, 3])]
#[case::status(NotificationFilter { status: Some(DeliveryStatus::Failed), ..NotificationFilter::default() }, &[1])]
#[case::no_such_status(NotificationFilter { status: Some(DeliveryStatus::Dead), ..NotificationFilter::default() }, &[])]
#[case::from(NotificationFilter { from: Some(at_s(60)), ..NotificationFilter::default() }, &[2, 3])]
#[case::to(NotificationFilter { to: Some(at_s(60)), ..NotificationFilter::default() }, &[1])]
#[case::together(NotificationFilter { kind: Some(Kind::OrderShipped), from: Some(at_s(61)), ..NotificationFilter::default() }, &[])]
#[tokio::test]
async fn notifications_are_found_by_what_is_known_of_them(
    #[case] filter: NotificationFilter,
    #[case] expected: &[u64],
) {
    let world = refused_for_good().await;
    world.clock.advance(Duration::from_mins(1));
    world.takes_in([order_event(2, "order.shipped.v1", &order_of_1())]).await;
    world.takes_in([identity_event(3, "user.locked.v1", 1, &about(2))]).await;
    let page = PageRequest::first(10);
    let found = world.service().list(&admin(), filter.into(), Direction::Ascending, &page).await.unwrap();
    let mut events: Vec<_> = found.items.iter().map(|(notification, _)| notification.event.0).collect();
    events.sort_unstable();
    assert_eq!(events, expected.iter().map(|n| id(*n)).collect::<Vec<_>>());
    assert!(found.items.iter().all(|(_, deliveries)| deliveries.len() == 2), "each with its deliveries");
}

#[tokio::test]
async fn a_long_list_comes_in_pages_newest_first() {
    let world = World::with_people().await;
    for n in 1..=5 {
        world.takes_in([news(n)]).await;
        world.clock.advance(Duration::from_secs(1));
    }
    let (service, filter) = (world.service(), NotificationFilter::default());
    let mut page = PageRequest { limit: 2, after: None, count: true };
    let mut seen = Vec::new();
    loop {
        let found =
            service.list(&admin(), filter.clone().into(), Direction::Descending, &page).await.unwrap();
        assert_eq!(found.total, Some(5));
        seen.extend(found.items.into_iter().map(|(notification, _)| notification.event.0));
        page.after = found.next;
        if page.after.is_none() {
            break;
        }
    }
    assert_eq!(seen, [5, 4, 3, 2, 1].map(id));
}

#[tokio::test]
async fn every_attempt_is_visible() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let dispatcher = world.dispatcher(&Arc::new(Provider::answering([temporary(), permanent()])));
    dispatcher.step().await.unwrap();
    world.clock.set(world.mail().await.next_attempt_at.unwrap());
    dispatcher.step().await.unwrap();

    let (service, mail) = (world.service(), world.mail().await);
    let (notification, deliveries) = service.find(&admin(), mail.notification).await.unwrap();
    assert_eq!((notification.id, deliveries.len()), (mail.notification, 2));
    let attempts = service.attempts(&admin(), mail.id).await.unwrap();
    let seen: Vec<_> = attempts
        .iter()
        .map(|attempt| {
            let result = attempt.result.as_ref().unwrap();
            (attempt.number, result.outcome.as_str(), result.code.as_deref(), result.detail.as_deref())
        })
        .collect();
    let first = (1, "temporary", Some("451"), Some("try again later"));
    assert_eq!(seen, [first, (2, "permanent", Some("550"), Some("no such mailbox"))]);
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let service = World::new().service();
    let missing = DeliveryId(id(404));
    let answers = [
        service.find(&admin(), NotificationId(id(404))).await.err(),
        service.attempts(&admin(), missing).await.err(),
        service
            .act_on_delivery(&admin(), ActOnDelivery { delivery: missing, action: DeliveryAction::Resend })
            .await
            .err(),
    ];
    for answer in answers {
        assert!(matches!(answer, Some(NotificationError::NotFound)), "{answer:?}");
    }
}

fn of_no_kind() -> FindNotifications {
    FindNotifications { kind: Some("order.lost".to_owned()), ..FindNotifications::default() }
}

#[tokio::test]
async fn a_kind_that_there_is_not_is_refused_with_those_that_there_are() {
    let service = World::new().service();
    let page = PageRequest::first(10);
    let refused = service.list(&admin(), of_no_kind(), Direction::Ascending, &page).await.unwrap_err();
    let [field] = refused.fields() else { panic!("{refused:?}") };
    assert_eq!((refused.kind(), &*field.field, field.code), (ErrorKind::Invalid, "kind", "unknown"));
    assert!(field.message.contains("order.lost") && field.message.contains("order.shipped"), "{field:?}");
}

#[tokio::test]
async fn customers_neither_see_nor_touch_deliveries_even_of_their_own() {
    let world = refused_for_good().await;
    let (service, mail, me) = (world.service(), world.mail().await, customer(1));
    let page = PageRequest::first(10);
    let answers = [
        service.list(&me, FindNotifications::default(), Direction::Ascending, &page).await.err(),
        service.list(&me, of_no_kind(), Direction::Ascending, &page).await.err(),
        service.find(&me, mail.notification).await.err(),
        service.attempts(&me, mail.id).await.err(),
        service.act_on_delivery(&me, resend(&mail)).await.err(),
        service.act_on_delivery(&me, cancel(&mail)).await.err(),
        service
            .act_on_delivery(&me, ActOnDelivery { delivery: DeliveryId(id(404)), ..resend(&mail) })
            .await
            .err(),
    ];
    for answer in answers.map(Option::unwrap) {
        assert_eq!((answer.kind(), answer.code()), (ErrorKind::Forbidden, "access.denied"));
    }
    assert_eq!(world.mail().await, mail);
}

#[tokio::test]
async fn refused_decisions_are_audited() {
    let world = refused_for_good().await;
    let (service, mail) = (world.service(), world.mail().await);
    service.act_on_delivery(&customer(1), resend(&mail)).await.unwrap_err();
    service.act_on_delivery(&customer(2), cancel(&mail)).await.unwrap_err();
    let target = format!("delivery:{}", mail.id);
    let seen: Vec<_> =
        world.db.audit().into_iter().map(|one| (one.actor, one.action, one.target, one.outcome)).collect();
    let expected = [(1, "delivery.resend"), (2, "delivery.cancel")]
        .map(|(n, action)| (ActorRef::user(user(n)), action, target.clone(), AuditOutcome::Denied));
    assert_eq!(seen, expected);

    world.db.set_available(false);
    let answer = service.act_on_delivery(&customer(1), resend(&mail)).await.unwrap_err();
    assert!(matches!(answer, NotificationError::Denied(_)), "the answer does not depend on the audit log");
}

#[tokio::test]
async fn a_failed_delivery_is_sent_again_on_request() {
    let world = refused_for_good().await;
    world.clock.advance(Duration::from_hours(1));
    let mail = world.mail().await;
    let resent = world.service().act_on_delivery(&admin(), resend(&mail)).await.unwrap();
    assert_eq!((resent.status, &resent), (DeliveryStatus::Queued, &world.mail().await));

    let provider = Arc::new(Provider::accepting());
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Sent]);
    assert_eq!(provider.handed_over()[0].delivery, mail.id);
    let mail = world.mail().await;
    assert_eq!((mail.attempts, mail.last_error.as_deref()), (2, None));
    assert_eq!(world.events(), ["notification.failed.v1", "notification.delivered.v1"]);

    let [entry] = &world.db.audit()[..] else { panic!() };
    assert_eq!((&entry.actor, entry.action), (&ActorRef::user(user(9)), "delivery.resend"));
    assert_eq!(
        (entry.outcome, &entry.detail),
        (AuditOutcome::Done, &json!({ "before": "failed", "after": "queued" }))
    );
}

#[tokio::test]
async fn a_cancelled_delivery_is_not_sent() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let (service, mail) = (world.service(), world.mail().await);
    let cancelled = service.act_on_delivery(&admin(), cancel(&mail)).await.unwrap();
    assert_eq!(cancelled.status, DeliveryStatus::Cancelled);
    let provider = Arc::new(Provider::accepting());
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), []);
    assert!(provider.handed_over().is_empty() && world.events().is_empty());

    service.act_on_delivery(&admin(), resend(&mail)).await.unwrap();
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Sent]);
}

#[tokio::test]
async fn a_refused_decision_says_what_the_delivery_is() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let (service, mail) = (world.service(), world.mail().await);
    let error = service.act_on_delivery(&admin(), resend(&mail)).await.unwrap_err();
    assert_eq!(error.to_string(), "a delivery that is queued cannot be handled with `resend`");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Conflict, "notification.delivery_refused"));
    assert_eq!(serde_json::Value::Object(error.details()), json!({ "current_status": "queued" }));
    assert!(world.db.audit().is_empty());
}

#[tokio::test]
async fn a_decision_is_made_anew_when_somebody_else_was_faster() {
    let world = refused_for_good().await;
    let mail = world.mail().await;
    let tries = AtomicUsize::new(0);
    let first_is_stale = move |_: &_| {
        if tries.fetch_add(1, Ordering::SeqCst) == 0 {
            Fate::Fails(CommitError::Stale)
        } else {
            Fate::Arrives
        }
    };
    let store = Hindered::new(&world, first_is_stale);
    let service = NotificationService::new(NotificationPorts { store, ..world.ports() });
    service.act_on_delivery(&admin(), resend(&mail)).await.unwrap();
    assert_eq!(world.mail().await.status, DeliveryStatus::Queued);

    let store = Hindered::new(&world, |_: &_| Fate::Fails(CommitError::Stale));
    let service = NotificationService::new(NotificationPorts { store, ..world.ports() });
    let error = service.act_on_delivery(&admin(), cancel(&mail)).await.unwrap_err();
    assert_eq!((error.kind(), error.retry_after_s()), (ErrorKind::Unavailable, Some(1)));
}

#[tokio::test]
async fn a_decision_that_cannot_be_stored_is_not_made() {
    let world = refused_for_good().await;
    let mail = world.mail().await;
    world.db.set_available(false);
    let error = world.service().act_on_delivery(&admin(), resend(&mail)).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Unavailable, "store.unavailable"));
    world.db.set_available(true);
    assert_eq!(world.mail().await, mail);
}

/// Of an operator who cancels and a worker who claims at the same time, one wins.
#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_is_either_cancelled_or_sent() {
    for _ in 0..50 {
        let world = World::with_people().await;
        world.takes_in([news(1)]).await;
        let mail = world.mail().await;
        let provider = Arc::new(Provider::accepting());
        let (dispatcher, service) = (world.dispatcher(&provider), world.service());
        let sending: BoxFuture<'_, bool> =
            Box::pin(async move { !dispatcher.step().await.unwrap().is_empty() });
        let cancelling: BoxFuture<'_, bool> =
            Box::pin(async move { service.act_on_delivery(&admin(), cancel(&mail)).await.is_ok() });
        let [sent, cancelled] = at_once([sending, cancelling]).await[..] else { panic!() };
        assert_ne!(sent, cancelled);
        assert_eq!(provider.handed_over().is_empty(), cancelled);
    }
}
