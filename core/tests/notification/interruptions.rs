//! Workers that die in the middle of an attempt, or come back too late.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eop_core::notification::model::{AttemptOutcome, DeliveryStatus};
use eop_core::notification::service::dispatch::{DispatchPorts, DispatchSettings, Dispatcher};
use eop_core::notification::service::providers::Providers;
use futures::FutureExt;

use super::doubles::{Fate, Hindered, Provider, accepted, locked, refused};
use super::world::{LEASE, Steps, World, dies_during, news, settings};

/// A world whose only mail was being sent when its worker died, a lease ago.
async fn cut_off(deduplicates: bool) -> World {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let provider = Arc::new(Provider::hanging().deduplicating(deduplicates));
    dies_during(world.dispatcher(&provider).step());
    assert_eq!(provider.handed_over().len(), 1, "it died during the attempt");
    assert_eq!(world.mail().await.status, DeliveryStatus::Sending);
    world.clock.advance(LEASE);
    world
}

#[tokio::test]
async fn an_instance_that_comes_back_goes_on_at_once_as_if_its_leases_were_over() {
    for (deduplicates, reached) in [(false, DeliveryStatus::Unknown), (true, DeliveryStatus::Sent)] {
        let world = cut_off(deduplicates).await;
        world.clock.set(world.mail().await.leased_until.unwrap() - LEASE);
        let provider = Arc::new(Provider::accepting().deduplicating(deduplicates));
        let dispatcher = world.dispatcher(&provider);
        assert_eq!(dispatcher.step().await.unwrap(), [], "its lease lasts");
        assert_eq!(dispatcher.take_back().await.unwrap(), 1);
        assert_eq!(dispatcher.step().await.unwrap(), [reached]);
        assert_eq!(provider.handed_over().len(), usize::from(deduplicates));
        assert_eq!(dispatcher.take_back().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn another_instance_takes_nothing_back() {
    let world = cut_off(true).await;
    world.clock.set(world.mail().await.leased_until.unwrap() - LEASE);
    let provider = Arc::new(Provider::accepting().deduplicating(true));
    let other = DispatchSettings { instance: "notification-2".to_owned(), ..settings() };
    let dispatcher = Dispatcher::new(world.dispatch_ports(), Arc::new(Providers::one(provider)), other);
    assert_eq!(dispatcher.take_back().await.unwrap(), 0);
    assert_eq!(dispatcher.step().await.unwrap(), []);
}

#[tokio::test]
async fn what_is_being_sent_is_left_alone_while_its_lease_lasts() {
    let world = cut_off(true).await;
    world.clock.set(world.mail().await.leased_until.unwrap() - Duration::from_millis(1));
    let provider = Arc::new(Provider::accepting().deduplicating(true));
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), []);
}

#[tokio::test]
async fn an_interrupted_attempt_is_unknown_and_not_made_again_where_it_might_deliver_twice() {
    let world = cut_off(false).await;
    let provider = Arc::new(Provider::accepting());
    let dispatcher = world.dispatcher(&provider);
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Unknown]);
    assert!(provider.handed_over().is_empty());

    let mail = world.mail().await;
    assert_eq!((mail.attempts, mail.next_attempt_at, mail.leased_until), (1, None, None));
    assert_eq!(mail.last_error.as_deref(), Some("the worker went away during the attempt"));
    let [attempt] = &world.attempts(&mail).await[..] else { panic!() };
    assert_eq!(attempt.result.as_ref().map(|result| result.outcome), Some(AttemptOutcome::Unknown));
    assert_eq!(world.events(), ["notification.failed.v1"]);

    world.clock.advance(Duration::from_hours(24));
    assert_eq!(dispatcher.step().await.unwrap(), []);
    assert_eq!(world.events(), ["notification.failed.v1"]);
}

#[tokio::test]
async fn an_interrupted_attempt_is_made_again_where_the_provider_drops_what_it_got_before() {
    let world = cut_off(true).await;
    let provider = Arc::new(Provider::accepting().deduplicating(true));
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Sent]);
    let [message] = &provider.handed_over()[..] else { panic!() };
    let mail = world.mail().await;
    assert_eq!((message.delivery, mail.attempts), (mail.id, 2));
    let outcomes: Vec<AttemptOutcome> =
        world.attempts(&mail).await.into_iter().map(|attempt| attempt.result.unwrap().outcome).collect();
    assert_eq!(outcomes, [AttemptOutcome::Unknown, AttemptOutcome::Accepted]);
    assert_eq!(world.events(), ["notification.delivered.v1"]);
}

#[tokio::test]
async fn a_message_that_every_worker_dies_of_is_given_up() {
    let world = cut_off(true).await;
    for _ in 2..=8 {
        dies_during(world.dispatcher(&Arc::new(Provider::hanging().deduplicating(true))).step());
        world.clock.advance(LEASE);
    }
    let provider = Arc::new(Provider::accepting().deduplicating(true));
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Dead]);
    assert!(provider.handed_over().is_empty());
    let mail = world.mail().await;
    let attempts = world.attempts(&mail).await;
    assert_eq!((mail.attempts, attempts.len()), (8, 8));
    assert!(attempts.iter().all(|attempt| attempt.result.is_some()));
    assert_eq!(world.events(), ["notification.dead.v1"]);
}

#[tokio::test]
async fn an_interrupted_attempt_is_not_made_again_when_its_news_is_old() {
    let world = cut_off(true).await;
    world.clock.set(world.mail().await.expires_at);
    let provider = Arc::new(Provider::accepting().deduplicating(true));
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Expired]);
    let [attempt] = &world.attempts(&world.mail().await).await[..] else { panic!() };
    assert_eq!(attempt.result.as_ref().map(|result| result.outcome), Some(AttemptOutcome::Unknown));
}

#[tokio::test]
async fn a_worker_that_dies_before_its_attempt_loses_no_time_but_the_lease() {
    let world = World::with_people().await;
    world.takes_in([news(1), news(2)]).await;
    let hanging = Arc::new(Provider::hanging());
    dies_during(world.dispatcher(&hanging).step_one_by_one());
    assert_eq!(hanging.handed_over().len(), 1, "the second was claimed and not begun");

    world.clock.advance(LEASE);
    let provider = Arc::new(Provider::accepting());
    let mut reached = world.dispatcher(&provider).step().await.unwrap();
    reached.sort_unstable();
    assert_eq!(reached, [DeliveryStatus::Sent, DeliveryStatus::Unknown]);
    assert_eq!(provider.handed_over().len(), 1);
    assert_ne!(provider.handed_over()[0].delivery, hanging.handed_over()[0].delivery);
}

#[tokio::test]
async fn an_attempt_that_waited_behind_others_has_a_whole_lease() {
    let world = World::with_people().await;
    world.takes_in([news(1), news(2)]).await;
    let other_provider = Arc::new(Provider::accepting());
    let other = Arc::new(world.dispatcher(&other_provider));
    let clock = world.clock.clone();
    // Each attempt takes most of a lease, so that the second one ends after that of the claim.
    let slow = Arc::new(Provider::doing(move |_| {
        clock.advance(LEASE * 3 / 4);
        let other = other.clone();
        async move {
            assert_eq!(other.step().await.unwrap(), [], "nothing is taken for cut off");
            accepted()
        }
    }));
    let reached = world.dispatcher(&slow).step_one_by_one().await.unwrap();
    assert_eq!(reached, [DeliveryStatus::Sent, DeliveryStatus::Sent]);
    assert_eq!((slow.handed_over().len(), other_provider.handed_over().len()), (2, 0));
}

#[tokio::test]
async fn a_worker_that_lost_its_delivery_before_the_attempt_does_not_make_it() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let other_provider = Arc::new(Provider::accepting());
    let (other, clock) = (world.dispatcher(&other_provider), world.clock.clone());
    let is_overtaken = move |_: &_| {
        clock.advance(LEASE);
        let reached = other.step().now_or_never().expect("memory does not wait").unwrap();
        assert_eq!(reached, [DeliveryStatus::Sent]);
        Fate::Arrives
    };
    let ports = DispatchPorts { store: Hindered::new(&world, is_overtaken), ..world.dispatch_ports() };
    let provider = Arc::new(Provider::accepting());
    assert_eq!(
        Dispatcher::new(ports, Arc::new(Providers::one(provider.clone())), settings()).step().await.unwrap(),
        []
    );
    assert_eq!((provider.handed_over().len(), other_provider.handed_over().len()), (0, 1));
    assert_eq!((world.mail().await.attempts, world.events().len()), (1, 1));
}

#[tokio::test]
async fn a_worker_that_comes_back_too_late_changes_nothing() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let other = Arc::new(world.dispatcher(&Arc::new(Provider::accepting())));
    let (clock, reached_by_other) = (world.clock.clone(), Arc::new(Mutex::new(Vec::new())));
    let by_other = reached_by_other.clone();
    let stuck = Arc::new(Provider::doing(move |_| {
        clock.advance(LEASE);
        let (other, by_other) = (other.clone(), by_other.clone());
        async move {
            let reached = other.step().await.unwrap();
            locked(&by_other).extend(reached);
            accepted()
        }
    }));
    assert_eq!(world.dispatcher(&stuck).step().await.unwrap(), []);
    assert_eq!(*locked(&reached_by_other), [DeliveryStatus::Unknown]);
    assert_eq!(world.mail().await.status, DeliveryStatus::Unknown);
    assert_eq!(world.events(), ["notification.failed.v1"]);
}

/// A world whose only mail was handed over while the store went away, and the dispatcher that knows of it.
async fn handed_over_without_a_store() -> (World, Arc<Provider>, Dispatcher) {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let db = world.db.clone();
    let provider = Arc::new(Provider::doing(move |_| {
        db.set_available(false);
        async { accepted() }
    }));
    let dispatcher = world.dispatcher(&provider);
    dispatcher.step().await.unwrap_err();
    dispatcher.step().await.unwrap_err();
    world.db.set_available(true);
    assert_eq!(world.mail().await.status, DeliveryStatus::Sending);
    (world, provider, dispatcher)
}

#[tokio::test]
async fn a_store_that_was_away_during_the_hand_over_is_told_of_its_result() {
    let (world, provider, dispatcher) = handed_over_without_a_store().await;
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Sent]);
    assert_eq!(dispatcher.step().await.unwrap(), [], "once");
    let mail = world.mail().await;
    assert_eq!((mail.status, mail.attempts), (DeliveryStatus::Sent, 1));
    let [attempt] = &world.attempts(&mail).await[..] else { panic!() };
    assert_eq!(attempt.result.as_ref().map(|result| result.outcome), Some(AttemptOutcome::Accepted));
    assert_eq!(world.events(), ["notification.delivered.v1"]);
    assert_eq!(provider.handed_over().len(), 1, "it is not handed over twice");
}

#[tokio::test]
async fn a_result_that_nobody_could_write_leaves_the_hand_over_unknown() {
    let (world, provider, dispatcher) = handed_over_without_a_store().await;
    world.clock.advance(LEASE);
    let other = world.dispatcher(&provider);
    assert_eq!(other.step().await.unwrap(), [DeliveryStatus::Unknown]);
    assert_eq!(dispatcher.step().await.unwrap(), [], "it comes too late");
    assert_eq!(world.mail().await.status, DeliveryStatus::Unknown);
    assert_eq!(provider.handed_over().len(), 1, "it is not handed over twice");
}

#[tokio::test]
async fn a_result_that_the_store_refuses_does_not_hold_up_the_next_mail() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let commits = AtomicUsize::new(0);
    // The first commit begins the attempt, the second one ends it.
    let refuses_the_result =
        move |_: &_| if commits.fetch_add(1, Ordering::SeqCst) == 1 { refused() } else { Fate::Arrives };
    let ports = DispatchPorts { store: Hindered::new(&world, refuses_the_result), ..world.dispatch_ports() };
    let provider = Arc::new(Provider::accepting());
    let dispatcher = Dispatcher::new(ports, Arc::new(Providers::one(provider.clone())), settings());
    dispatcher.step().await.unwrap_err();
    world.takes_in([news(2)]).await;
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Sent]);
    assert_eq!(provider.handed_over().len(), 2);
}

#[tokio::test]
async fn nothing_is_handed_over_without_a_store() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    world.db.set_available(false);
    let provider = Arc::new(Provider::accepting());
    world.dispatcher(&provider).step().await.unwrap_err();
    assert!(provider.handed_over().is_empty());
}
