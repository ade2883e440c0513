//! A channel with several providers: who is asked, and when another one is.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::notification::model::health::ProviderState;
use eop_core::notification::model::{AttemptOutcome, Channel, DeliveryStatus};
use eop_core::notification::port::{NotificationChannel, SendOutcome};
use eop_core::notification::service::NotificationService;
use eop_core::notification::service::dispatch::Dispatcher;
use eop_core::notification::service::providers::{BadProviders, ProviderEntry, Providers};

use super::doubles::{Provider, permanent, temporary, unknown};
use super::world::{LEASE, Steps, World, admin, customer, dies_during, news, settings};

fn entry(provider: &Arc<Provider>, per_second: Option<u16>) -> ProviderEntry {
    ProviderEntry { sender: provider.clone(), per_second }
}

/// These, in this order.
fn both(first: &Arc<Provider>, second: &Arc<Provider>) -> Providers {
    Providers::new(vec![entry(first, None), entry(second, None)]).unwrap()
}

fn first_answering(answers: impl IntoIterator<Item = SendOutcome>) -> Arc<Provider> {
    Arc::new(Provider::answering(answers).named("first"))
}

fn second() -> Arc<Provider> {
    Arc::new(Provider::accepting().named("second"))
}

async fn with_mails(count: u64) -> World {
    let world = World::with_people().await;
    world.takes_in((1..=count).map(news)).await;
    world
}

/// The providers and outcomes of the attempts of the only mail.
async fn attempts(world: &World) -> Vec<(String, Option<AttemptOutcome>)> {
    let attempts = world.attempts(&world.mail().await).await;
    attempts.into_iter().map(|one| (one.provider, one.result.map(|result| result.outcome))).collect()
}

#[tokio::test]
async fn what_one_does_not_take_goes_to_the_next_at_once_as_an_attempt_of_its_own() {
    let world = with_mails(1).await;
    let (first, second) = (first_answering([temporary()]), second());
    let dispatcher = world.dispatcher_of(both(&first, &second));
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Sent]);
    let tried = [("first", AttemptOutcome::Temporary), ("second", AttemptOutcome::Accepted)];
    assert_eq!(attempts(&world).await, tried.map(|(name, outcome)| (name.to_owned(), Some(outcome))));
    let mail = world.mail().await;
    assert_eq!((mail.attempts, mail.failovers, mail.last_error), (2, 1, None));
    assert_eq!(world.events(), ["notification.delivered.v1"], "one message, told once");
}

#[tokio::test]
async fn when_nobody_takes_it_the_wait_is_the_first_one() {
    let world = with_mails(1).await;
    let second = Arc::new(Provider::answering([temporary()]).named("second"));
    let dispatcher = world.dispatcher_of(both(&first_answering([temporary()]), &second));
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Retrying]);
    let mail = world.mail().await;
    let wait = mail.next_attempt_at.unwrap() - at_s(0);
    assert!((8..=12).contains(&wait.num_seconds()), "{wait}");
    world.clock.set(mail.next_attempt_at.unwrap());
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Sent]);
    let asked: Vec<String> = attempts(&world).await.into_iter().map(|(name, _)| name).collect();
    assert_eq!(asked, ["first", "second", "first"], "the preferred one first, each time");
}

#[tokio::test]
async fn what_was_refused_for_good_or_may_have_been_sent_goes_to_nobody_else() {
    for (outcome, status) in [(permanent(), DeliveryStatus::Failed), (unknown(), DeliveryStatus::Unknown)] {
        let world = with_mails(1).await;
        let (first, second) = (first_answering([outcome]), second());
        let dispatcher = world.dispatcher_of(both(&first, &second));
        assert_eq!(dispatcher.step().await.unwrap(), [status]);
        assert!(second.handed_over().is_empty(), "{status}");
    }
}

#[tokio::test]
async fn what_a_provider_may_have_is_asked_of_that_provider_only() {
    let world = with_mails(1).await;
    let first = Arc::new(Provider::answering([unknown(), temporary()]).named("first").deduplicating(true));
    let second = Arc::new(Provider::accepting().named("second").deduplicating(true));
    let dispatcher = world.dispatcher_of(both(&first, &second));
    for reached in [DeliveryStatus::Retrying, DeliveryStatus::Retrying, DeliveryStatus::Sent] {
        assert_eq!(dispatcher.step().await.unwrap(), [reached]);
        world.clock.advance(Duration::from_hours(1));
    }
    assert_eq!((first.handed_over().len(), second.handed_over().len()), (3, 0));
}

#[tokio::test]
async fn a_mail_of_a_provider_that_is_gone_is_not_sent_twice() {
    let world = with_mails(1).await;
    let first = Arc::new(Provider::answering([unknown()]).named("first").deduplicating(true));
    world.dispatcher(&first).step().await.unwrap();
    world.clock.advance(Duration::from_hours(1));
    let second = second();
    assert_eq!(world.dispatcher(&second).step().await.unwrap(), [DeliveryStatus::Unknown]);
    let error = world.mail().await.last_error.unwrap();
    assert!(error.contains("not among those of its channel any more"), "{error}");
    assert!(second.handed_over().is_empty());
}

#[tokio::test]
async fn an_attempt_that_was_cut_off_goes_on_at_its_own_provider() {
    for (deduplicates, reached) in [(true, DeliveryStatus::Sent), (false, DeliveryStatus::Unknown)] {
        let world = with_mails(1).await;
        let hanging = Arc::new(Provider::hanging().named("second").deduplicating(deduplicates));
        dies_during(world.dispatcher_of(both(&first_answering([temporary()]), &hanging)).step());
        world.clock.advance(LEASE);
        let first = first_answering([]);
        let second = Arc::new(Provider::accepting().named("second").deduplicating(deduplicates));
        assert_eq!(world.dispatcher_of(both(&first, &second)).step().await.unwrap(), [reached]);
        assert_eq!((first.handed_over().len(), second.handed_over().len()), (0, usize::from(deduplicates)));
    }
}

#[tokio::test]
async fn one_that_fails_again_and_again_is_left_alone_but_for_a_probe() {
    let world = with_mails(60).await;
    let first = first_answering(std::iter::repeat_n(temporary(), 20));
    let second = second();
    let dispatcher = world.dispatcher_of(both(&first, &second));
    let mut sent = 0;
    loop {
        let reached = dispatcher.step_one_by_one().await.unwrap();
        assert!(reached.iter().all(|status| *status == DeliveryStatus::Sent), "{reached:?}");
        if reached.is_empty() {
            break;
        }
        sent += reached.len();
    }
    assert_eq!((sent, first.handed_over().len(), second.handed_over().len()), (60, 20, 60));

    world.clock.advance(Duration::from_secs(30));
    world.takes_in((61..=62).map(news)).await;
    dispatcher.step_one_by_one().await.unwrap();
    assert_eq!((first.handed_over().len(), second.handed_over().len()), (22, 60), "the probe closed it");
}

#[tokio::test]
async fn while_nobody_works_what_is_due_waits_without_attempts() {
    let world = with_mails(30).await;
    let only = first_answering(std::iter::repeat_n(temporary(), 20));
    let dispatcher = world.dispatcher(&only);
    while !dispatcher.step_one_by_one().await.unwrap().is_empty() {}
    assert_eq!(only.handed_over().len(), 20);
    let untouched = world.mails().await.into_iter().filter(|mail| mail.attempts == 0).count();
    assert_eq!(untouched, 10, "they are still to have every attempt of theirs");
    let mut rounds = 0;
    while world.mails().await.iter().any(|mail| mail.status != DeliveryStatus::Sent) {
        world.clock.advance(Duration::from_secs(30));
        dispatcher.step_one_by_one().await.unwrap();
        rounds += 1;
        assert!(rounds < 20, "nothing goes on");
    }
}

#[tokio::test]
async fn a_provider_that_asks_for_a_pause_gets_it_and_the_next_one_its_messages() {
    let world = with_mails(3).await;
    let busy = SendOutcome::Temporary {
        code: Some("429".to_owned()),
        detail: "too many requests".to_owned(),
        retry_after: Some(Duration::from_secs(45)),
    };
    let (first, second) = (first_answering([busy]), second());
    let dispatcher = world.dispatcher_of(both(&first, &second));
    assert_eq!(dispatcher.step_one_by_one().await.unwrap(), [DeliveryStatus::Sent; 3]);
    assert_eq!((first.handed_over().len(), second.handed_over().len()), (1, 3));
    world.clock.advance(Duration::from_secs(45));
    world.takes_in([news(4)]).await;
    dispatcher.step().await.unwrap();
    assert_eq!((first.handed_over().len(), second.handed_over().len()), (2, 3));
}

#[tokio::test]
async fn a_provider_is_given_no_more_than_its_rate() {
    let world = with_mails(5).await;
    let only = first_answering([]);
    let dispatcher = world.dispatcher_of(Providers::new(vec![entry(&only, Some(2))]).unwrap());
    for sent in [2, 4, 5] {
        dispatcher.step().await.unwrap();
        assert_eq!(only.handed_over().len(), sent);
        assert_eq!(dispatcher.step().await.unwrap(), [], "no more in this second");
        world.clock.advance(Duration::from_secs(1));
    }
}

#[tokio::test]
async fn operators_see_how_each_of_them_is_doing() {
    let world = with_mails(25).await;
    let (first, second) = (first_answering(std::iter::repeat_n(temporary(), 20)), second());
    let providers = Arc::new(Providers::new(vec![entry(&first, None), entry(&second, Some(50))]).unwrap());
    let dispatcher = Dispatcher::new(world.dispatch_ports(), providers.clone(), settings());
    while !dispatcher.step_one_by_one().await.unwrap().is_empty() {}

    let mut ports = world.ports();
    ports.providers = vec![providers];
    let service = NotificationService::new(ports);
    let [one, two] = &service.provider_reports(&admin()).unwrap()[..] else { panic!() };
    assert_eq!((one.channel, one.provider.as_str(), one.position), (Channel::Email, "first", 1));
    assert_eq!(
        (one.state, one.open_since, one.next_at),
        (ProviderState::Open, Some(at_s(0)), Some(at_s(30)))
    );
    assert_eq!((one.calls, one.failures, one.passed_on, one.per_second), (20, 20, 20, None));
    assert_eq!(one.last_failure.as_ref().map(|failure| failure.at), Some(at_s(0)));
    assert_eq!((two.provider.as_str(), two.position, two.state), ("second", 2, ProviderState::Closed));
    assert_eq!((two.calls, two.failures, two.passed_on, two.per_second), (25, 0, 0, Some(50)));
    let denied = service.provider_reports(&customer(1)).unwrap_err();
    assert_eq!(denied.kind(), ErrorKind::Forbidden);
}

#[test]
fn providers_that_do_not_go_together_are_refused() {
    let (first, same) = (first_answering([]), first_answering([]));
    let inbox = Arc::new(Provider::accepting().named("inbox").on(Channel::InApp));
    let refused = |entries| Providers::new(entries).unwrap_err();
    assert_eq!(refused(vec![]), BadProviders::None);
    let twice = refused(vec![entry(&first, None), entry(&same, None)]);
    assert_eq!(twice, BadProviders::SameName("first".to_owned()));
    let other = BadProviders::OtherChannel { provider: "inbox".to_owned(), channel: Channel::InApp };
    assert_eq!(refused(vec![entry(&first, None), entry(&inbox, None)]), other);
    assert_eq!(both(&first, &second()).longest_hand_over(), first.longest_hand_over());
}
