//! A due delivery becomes an attempt, and its outcome what people see.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{a_recipient, at_once, at_s, user};
use eop_core::identity::event::IdentityData;
use eop_core::kernel::event::Topic;
use eop_core::notification::event::DeliveryData;
use eop_core::notification::model::{AttemptOutcome, Channel, DeliveryStatus, Kind, Lane, Recipient};
use eop_core::notification::port::{NotificationQueries, NotificationWrite, SendOutcome};
use eop_core::notification::service::dispatch::{DispatchPorts, DispatchSettings, Dispatcher};
use eop_core::notification::service::providers::Providers;
use eop_memory::PlainTemplates;
use rstest::rstest;
use serde_json::json;

use super::doubles::{Provider, accepted, permanent, temporary, unknown};
use super::world::{PUBLIC_URL, Steps, World, a_link_to, about, identity_event, news, settings};

#[tokio::test]
async fn the_attempt_is_written_before_the_provider_is_called() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let db = world.db.clone();
    let provider = Arc::new(Provider::doing(move |message| {
        let db = db.clone();
        async move {
            let [attempt] = &db.attempts_of(&[message.delivery]).await.unwrap()[..] else { panic!() };
            assert_eq!((attempt.number, attempt.provider.as_str()), (1, "scripted"));
            assert_eq!((attempt.started_at, &attempt.result), (at_s(0), &None));
            accepted()
        }
    }));
    let reached = world.dispatcher(&provider).step().await.unwrap();
    assert_eq!((reached, provider.handed_over().len()), (vec![DeliveryStatus::Sent], 1));
}

#[rstest]
#[case::accepted(
    accepted(),
    false,
    DeliveryStatus::Sent,
    AttemptOutcome::Accepted,
    Some("notification.delivered.v1")
)]
#[case::temporary(temporary(), false, DeliveryStatus::Retrying, AttemptOutcome::Temporary, None)]
#[case::permanent(
    permanent(),
    false,
    DeliveryStatus::Failed,
    AttemptOutcome::Permanent,
    Some("notification.failed.v1")
)]
#[case::unknown(
    unknown(),
    false,
    DeliveryStatus::Unknown,
    AttemptOutcome::Unknown,
    Some("notification.failed.v1")
)]
#[case::harmless(unknown(), true, DeliveryStatus::Retrying, AttemptOutcome::Unknown, None)]
#[tokio::test]
async fn every_outcome_is_kept_and_final_ones_are_published(
    #[case] outcome: SendOutcome,
    #[case] deduplicates: bool,
    #[case] status: DeliveryStatus,
    #[case] verdict: AttemptOutcome,
    #[case] event: Option<&str>,
) {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let clock = world.clock.clone();
    let provider = Provider::doing(move |_| {
        clock.advance(Duration::from_millis(250));
        let outcome = outcome.clone();
        async move { outcome }
    });
    let dispatcher = world.dispatcher(&Arc::new(provider.deduplicating(deduplicates)));
    assert_eq!(dispatcher.step().await.unwrap(), [status]);

    let mail = world.mail().await;
    assert_eq!((mail.status, mail.attempts, mail.leased_until), (status, 1, None));
    let [attempt] = &world.attempts(&mail).await[..] else { panic!() };
    let result = attempt.result.as_ref().unwrap();
    assert_eq!((result.outcome, result.finished_at - attempt.started_at), (verdict, chrono_ms(250)));
    assert_eq!(world.events(), Vec::from_iter(event));
    assert_eq!(dispatcher.step().await.unwrap(), [], "nothing is due again at once");
    assert_eq!(world.events(), Vec::from_iter(event), "and nothing is told twice");
}

fn chrono_ms(ms: u64) -> chrono::TimeDelta {
    chrono::TimeDelta::from_std(Duration::from_millis(ms)).unwrap()
}

#[tokio::test]
async fn a_final_outcome_is_published_with_what_others_need_to_know() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    world.dispatcher(&Arc::new(Provider::accepting())).step().await.unwrap();
    let (mail, [event]) = (world.mail().await, &world.db.events()[..]) else { panic!() };
    assert_eq!((event.topic, event.key), (Topic::Notifications, mail.notification.0));
    assert_eq!((event.sequence, &event.traceparent), (mail.version.0, &news(1).traceparent));
    let expected = DeliveryData {
        notification_id: mail.notification,
        delivery_id: mail.id,
        kind: "order.approved".to_owned(),
        recipient: user(1),
        channel: "email".to_owned(),
        status: "sent".to_owned(),
        attempts: 1,
    };
    assert_eq!(event.data.read::<DeliveryData>().unwrap(), expected);
}

#[tokio::test]
async fn what_fails_for_now_is_tried_by_the_schedule_and_then_dead() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let provider = Arc::new(Provider::answering(std::iter::repeat_n(temporary(), 8)));
    let dispatcher = world.dispatcher(&provider);
    for attempt in 1..=7 {
        assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Retrying], "attempt {attempt}");
        let due = world.mail().await.next_attempt_at.unwrap();
        world.clock.set(due - Duration::from_millis(1));
        assert_eq!(dispatcher.step().await.unwrap(), [], "attempt {attempt} is too early");
        world.clock.set(due);
    }
    assert_eq!(world.events(), Vec::<String>::new());
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Dead]);
    assert_eq!((provider.handed_over().len(), world.events()), (8, vec!["notification.dead.v1".to_owned()]));
    let numbers: Vec<u32> =
        world.attempts(&world.mail().await).await.iter().map(|attempt| attempt.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    world.clock.advance(Duration::from_hours(48));
    assert_eq!(dispatcher.step().await.unwrap(), []);
}

#[tokio::test]
async fn old_news_is_not_sent() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let provider = Arc::new(Provider::accepting());
    world.clock.set(world.mail().await.expires_at);
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Expired]);
    let mail = world.mail().await;
    assert_eq!(mail.last_error.as_deref(), Some("it was too old when its turn came"));
    assert!(provider.handed_over().is_empty() && world.attempts(&mail).await.is_empty());
}

#[tokio::test]
async fn a_message_without_a_template_fails_with_the_reason_and_the_others_go_on() {
    let world = World::with_people().await;
    world.takes_in([news(1), identity_event(2, "user.locked.v1", 1, &about(2))]).await;
    let templates = Arc::new(PlainTemplates::new().without(Kind::OrderApproved));
    let ports = DispatchPorts { templates, ..world.dispatch_ports() };
    let provider = Arc::new(Provider::accepting());
    let reached =
        Dispatcher::new(ports, Arc::new(Providers::one(provider.clone())), settings()).step().await.unwrap();
    assert_eq!(reached.len(), 2);
    assert_eq!(provider.handed_over().len(), 1);

    let failed = world.mails().await.into_iter().find(|mail| mail.recipient == user(1)).unwrap();
    assert_eq!(failed.status, DeliveryStatus::Failed);
    let reason = failed.last_error.as_deref().unwrap();
    assert!(reason.contains("order.approved/email/de-AT") && reason.contains("no such template"), "{reason}");
    assert!(world.attempts(&failed).await.is_empty(), "no provider was asked");
    let mut events = world.events();
    events.sort_unstable();
    assert_eq!(events, ["notification.delivered.v1", "notification.failed.v1"]);
}

#[rstest]
#[case("verify_email", "https://shop.example.com/verify-email?token=one-time-secret")]
#[case("reset_password", "https://shop.example.com/reset-password?token=one-time-secret")]
#[tokio::test]
async fn a_link_is_opened_for_the_message_only(#[case] purpose: &str, #[case] link: &str) {
    let world = World::with_people().await;
    let data = IdentityData { link: Some(a_link_to(purpose, "one-time-secret")), ..about(1) };
    world.takes_in([identity_event(1, "link.requested.v1", 1, &data)]).await;
    assert!(!world.everything().await.contains("one-time-secret"));

    let provider = Arc::new(Provider::answering([permanent()]));
    world.dispatcher(&provider).step().await.unwrap();
    let [message] = &provider.handed_over()[..] else { panic!() };
    assert!(message.content.text.contains(link), "{}", message.content.text);
    assert!(!message.content.text.contains("sealed"), "{}", message.content.text);
    assert!(!format!("{message:?}").contains("one-time-secret"), "nor may a log show it");
    let everything = world.everything().await;
    assert!(everything.contains("no such mailbox") && !everything.contains("one-time-secret"));
}

#[tokio::test]
async fn a_link_that_was_sealed_for_something_else_is_never_sent() {
    let world = World::with_people().await;
    let mut link = a_link_to("verify_email", "one-time-secret");
    link.sealed_token = format!("other.{}", link.sealed_token);
    let data = IdentityData { link: Some(link), ..about(1) };
    world.takes_in([identity_event(1, "link.requested.v1", 1, &data)]).await;
    let provider = Arc::new(Provider::accepting());
    assert_eq!(world.dispatcher(&provider).step().await.unwrap(), [DeliveryStatus::Failed]);
    assert!(provider.handed_over().is_empty());
    assert!(world.mail().await.last_error.unwrap().contains("the same master key"));
}

#[tokio::test]
async fn a_message_is_written_for_its_recipient() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let provider = Arc::new(Provider::accepting());
    world.dispatcher(&provider).step().await.unwrap();
    let [message] = &provider.handed_over()[..] else { panic!() };
    assert_eq!(message.delivery, world.mail().await.id);
    assert_eq!((message.kind, message.order), (Kind::OrderApproved, world.told().await[0].0.order));
    assert_eq!(message.recipient, a_recipient(1));
    assert_eq!(message.content.subject, "order.approved email de-AT");
    let variables: serde_json::Value = serde_json::from_str(&message.content.text).unwrap();
    let Recipient { name, locale, time_zone, .. } = a_recipient(1);
    let expected = json!({ "name": name, "locale": locale, "time_zone": time_zone });
    assert_eq!(variables["recipient"], expected);
    assert_eq!(
        (&variables["public_url"], &variables["order"]["total"]),
        (&json!(PUBLIC_URL), &json!("19.99 EUR"))
    );
}

/// Whoever registered it may not be the one that the address belongs to: nothing that they typed is mailed there.
#[tokio::test]
async fn an_address_that_is_not_verified_gets_links_only_and_without_a_name() {
    let world = World::new();
    world.put(NotificationWrite::PutRecipient(Recipient { verified: false, ..a_recipient(1) })).await;
    let mut data = IdentityData { link: Some(a_link_to("verify_email", "secret")), ..about(1) };
    data.user.verified = false;
    world.takes_in([identity_event(1, "link.requested.v1", 1, &data), news(2)]).await;
    let provider = Arc::new(Provider::accepting());
    let mut reached = world.dispatcher(&provider).step().await.unwrap();
    reached.sort_by_key(|status| status.as_str());
    assert_eq!(reached, [DeliveryStatus::Failed, DeliveryStatus::Sent]);
    let [message] = &provider.handed_over()[..] else { panic!() };
    assert_eq!(message.kind, Kind::AccountVerify);
    let variables: serde_json::Value = serde_json::from_str(&message.content.text).unwrap();
    assert_eq!(variables["recipient"]["name"], json!(null));
    assert_eq!(message.recipient.name, "", "nor in the header of the mail");
    let failed = world.mails().await.into_iter().find(|mail| mail.status == DeliveryStatus::Failed).unwrap();
    assert_eq!(failed.last_error.as_deref(), Some("the address of the recipient is not verified"));

    let inbox = Arc::new(Provider::accepting().on(Channel::InApp));
    assert_eq!(world.dispatcher(&inbox).step().await.unwrap(), [DeliveryStatus::Sent], "the inbox is theirs");
}

#[tokio::test]
async fn a_delivery_waits_until_its_recipient_is_known() {
    let world = World::new();
    world.takes_in([news(1)]).await;
    let provider = Arc::new(Provider::accepting());
    let dispatcher = world.dispatcher(&provider);
    for _ in 0..20 {
        assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Retrying]);
        world.clock.advance(Duration::from_mins(30));
    }
    assert!(provider.handed_over().is_empty() && world.events().is_empty());

    world.takes_in([identity_event(2, "user.registered.v1", 1, &about(1))]).await;
    assert_eq!(dispatcher.step().await.unwrap(), [DeliveryStatus::Sent]);
    let [message] = &provider.handed_over()[..] else { panic!() };
    assert_eq!(message.recipient.email.as_str(), "user1@example.com");
    assert_eq!(world.mail().await.attempts, 1, "the waiting used up none");
}

#[tokio::test]
async fn a_dispatcher_serves_its_own_channel_only() {
    let world = World::with_people().await;
    world.takes_in([news(1)]).await;
    let inbox = Arc::new(Provider::accepting().on(Channel::InApp));
    assert_eq!(world.dispatcher(&inbox).step().await.unwrap(), [DeliveryStatus::Sent]);
    assert_eq!(world.mail().await.status, DeliveryStatus::Queued);
    assert_eq!(inbox.handed_over()[0].content.subject, "order.approved in_app de-AT");
}

/// Thousands of mails about orders were planned before somebody asked for a link.
#[tokio::test]
async fn what_guards_an_account_has_a_lane_of_its_own() {
    let world = World::with_people().await;
    world.takes_in((1..=30).map(news)).await;
    let data = IdentityData { link: Some(a_link_to("reset_password", "one-time-secret")), ..about(1) };
    world.takes_in([identity_event(31, "link.requested.v1", 1, &data)]).await;
    let provider = Arc::new(Provider::accepting());
    let dispatcher = world.dispatcher(&provider);
    let [link] = &dispatcher.claim(Lane::Security, 4).await.unwrap()[..] else { panic!("one link waits") };
    assert_eq!(link.notification.kind, Kind::AccountReset);
    assert_eq!(dispatcher.deliver(link.clone()).await.unwrap(), Some(DeliveryStatus::Sent));
    let news = dispatcher.claim(Lane::News, 100).await.unwrap();
    assert_eq!(news.len(), 30);
    let slots = settings();
    assert!(slots.slots(Lane::Security) > 0 && slots.slots(Lane::News) > slots.slots(Lane::Security));
}

#[tokio::test(flavor = "multi_thread")]
async fn dispatchers_side_by_side_send_every_delivery_once() {
    let world = World::with_people().await;
    world.takes_in((1..=60).map(news)).await;
    let provider = Arc::new(Provider::doing(|_| async {
        tokio::task::yield_now().await;
        accepted()
    }));
    let dispatchers = (0..4).map(|_| {
        let settings = DispatchSettings { news_slots: 7, ..settings() };
        let dispatcher =
            Dispatcher::new(world.dispatch_ports(), Arc::new(Providers::one(provider.clone())), settings);
        async move {
            let mut sent = 0;
            loop {
                let reached = dispatcher.step().await.unwrap();
                if reached.is_empty() {
                    return sent;
                }
                sent += reached.len();
            }
        }
    });
    assert_eq!(at_once(dispatchers).await.into_iter().sum::<usize>(), 60);
    let mut handed_over: Vec<_> = provider.handed_over().iter().map(|message| message.delivery).collect();
    handed_over.sort_unstable();
    handed_over.dedup();
    assert_eq!((handed_over.len(), provider.handed_over().len(), world.events().len()), (60, 60, 60));
}
