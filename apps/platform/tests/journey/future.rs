//! A rollout that is half done: the databases and the broker hold what only a newer version knows. This one starts, says
//! so, works, leaves out what it cannot read, and keeps it for those who can.

use serde_json::json;

use crate::call::{items, text};
use crate::load::{is_of_an_order, order_draft};
use crate::platform::{Person, SOON, Service};
use crate::servers::{Servers, Surroundings};
use crate::wait::eventually;

/// A migration of a version that is yet to come.
const MIGRATION: &str = "m20990101_000001_add_telepathy";
/// An event of it.
const EVENT: &str = "0f0e0d0c-0b0a-4908-8706-050403020100";

#[tokio::test(flavor = "multi_thread")]
async fn a_version_works_on_what_a_newer_one_has_written() {
    let Some(surroundings) = Surroundings::find("the test of the future on servers") else { return };
    let mut servers = Servers::start(&surroundings).await;
    let alice = servers.platform.join("alice").await;
    let bob = servers.platform.join("bob").await;
    let kept = place(&servers, &alice, "kept").await;
    let held = place(&servers, &alice, "held").await;
    servers.platform.has_told(2, SOON, is_of_an_order).await;
    servers.platform.settles(SOON).await;
    servers.stop_in_order().await;

    let spoilt = Future { alice: &alice, bob: &bob, kept: &kept, held: &held }.comes_into(&servers);
    for service in Service::ALL {
        servers.process(service).start();
    }
    for service in [Service::User, Service::Order] {
        servers.platform.is_ready(service).await;
    }
    let aside = "deliveries set aside";
    servers.platform.misses(Service::Notification, aside, (200, "degraded")).await;
    for service in Service::ALL {
        let said = servers.process(service).log();
        let warning = said.lines().find(|line| line.contains("WARN") && line.contains("newer version"));
        assert!(
            warning.is_some_and(|line| line.contains(MIGRATION)),
            "{service:?} says nothing of it: {said}"
        );
    }

    orders_are_listed_and_repeated(&servers, &alice, [&kept, &held]).await;
    people_keep_what_is_known_of_them(&servers, &alice, &bob).await;
    an_event_waits_for_who_knows_it(&servers).await;
    let new = place(&servers, &alice, "new").await;
    is_told(&servers, &new).await;
    what_was_set_aside_goes_on_when_it_can_be_read(&servers, &spoilt).await;
    servers.must_be_well();
}

/// What there is before the newer version writes.
struct Future<'a> {
    alice: &'a Person,
    bob: &'a Person,
    kept: &'a str,
    held: &'a str,
}

impl Future<'_> {
    /// Writes as a newer version does. Gives the mail whose kind only that one knows.
    fn comes_into(&self, servers: &Servers) -> String {
        for service in Service::ALL {
            let ran = format!("INSERT INTO seaql_migrations (version, applied_at) VALUES ('{MIGRATION}', 0)");
            servers.database(service).run(&ran);
        }
        servers.database(Service::Order).run(&format!(
            "DROP TRIGGER orders_step ON orders;
             UPDATE orders SET status = 'ON_HOLD' WHERE id = '{held}';
             UPDATE order_history SET action = 'hold' WHERE order_id = '{held}';
             UPDATE idempotency SET outcome = (outcome::jsonb || '{{\"telepathy\": {{\"level\": 3}}}}')::json
                 WHERE \"key\" = 'kept'",
            held = self.held
        ));
        servers.database(Service::User).run(&format!(
            "UPDATE account SET roles = '[\"customer\", \"Team:7\"]' WHERE id = '{alice}';
             UPDATE account SET state = 'dormant' WHERE id = '{bob}';
             INSERT INTO outbox (event_id, topic, kind, key, sequence, occurred_at, data)
                 VALUES ('{EVENT}', 'identity.v1', 'user.merged.v1', '{alice}', 9, now(), '{{\"into\": \"{bob}\"}}')",
            alice = self.alice.id,
            bob = self.bob.id
        ));
        let notification = servers.database(Service::Notification);
        let of = |order: &str| format!("(SELECT id FROM notification WHERE order_id = '{order}')");
        notification.run(&format!(
            "UPDATE delivery SET status = 'retrying', due_at = now(), next_attempt_at = now()
                 WHERE channel = 'email' AND notification_id IN {kept};
             UPDATE delivery SET status = 'seen' WHERE channel = 'in_app' AND notification_id IN {kept};
             UPDATE delivery SET channel = 'sms' WHERE channel = 'in_app' AND notification_id IN {held};
             UPDATE attempt SET outcome = 'greylisted' WHERE delivery_id IN
                 (SELECT id FROM delivery WHERE notification_id IN {held});
             UPDATE notification SET kind = 'order.held' WHERE order_id = '{order}'",
            kept = of(self.kept),
            held = of(self.held),
            order = self.kept
        ));
        let mail = format!(
            "SELECT id FROM delivery WHERE channel = 'email' AND notification_id IN {}",
            of(self.kept)
        );
        notification.ask(&mail)
    }
}

/// Places an order under this key. Gives its id.
async fn place(servers: &Servers, alice: &Person, key: &str) -> String {
    let place = servers.platform.post(Service::Order, "/api/v1/orders").by(alice).key(key);
    place.json(&order_draft()).gets(201).await.text("id")
}

/// Waits until the mail of an order has left.
async fn is_told(servers: &Servers, order: &str) {
    eventually(&format!("the mail about {order} is sent"), SOON, async || {
        let told = servers.platform.told(&format!("order_id={order}&channel=email&status=sent&")).await;
        if told.is_empty() { Err("it is not".to_owned()) } else { Ok(()) }
    })
    .await;
}

async fn orders_are_listed_and_repeated(servers: &Servers, alice: &Person, [kept, held]: [&str; 2]) {
    let platform = &servers.platform;
    for by in [alice, &platform.admin] {
        let listed = platform.get(Service::Order, "/api/v1/orders").by(by).gets(200).await;
        let ids: Vec<String> = items(&listed.body).iter().map(|one| text(one, "id")).collect();
        assert_eq!(ids, [kept]);
    }
    let one = platform.get(Service::Order, &format!("/api/v1/orders/{held}")).by(alice);
    one.gets_refused(503, "store.newer").await;
    let again = platform.post(Service::Order, "/api/v1/orders").by(alice).key("kept");
    let again = again.json(&order_draft()).gets(201).await;
    assert_eq!((again.text("id").as_str(), again.header("idempotent-replayed")), (kept, "true"));
    let told =
        platform.get(Service::Notification, "/api/v1/notifications").by(&platform.admin).gets(200).await;
    let of = |order: &str| items(&told.body).iter().filter(|one| one["order_id"] == order).count();
    assert_eq!(of(kept), 0, "its kind is not known here");
    assert!(of(held) > 0, "only its channel is not known here");
}

async fn people_keep_what_is_known_of_them(servers: &Servers, alice: &Person, bob: &Person) {
    let platform = &servers.platform;
    let again = platform.log_in(&alice.email, crate::platform::PASSWORD).await;
    platform.get(Service::User, "/api/v1/me/permissions").by(&again).gets(200).await;
    let refused = platform.get(Service::User, "/api/v1/users").by(&again);
    refused.gets_refused(403, "access.denied").await;
    let users = platform.get(Service::User, "/api/v1/users").by(&platform.admin).gets(200).await;
    let emails: Vec<String> = items(&users.body).iter().map(|one| text(one, "email")).collect();
    assert!(emails.contains(&alice.email) && !emails.contains(&bob.email), "{emails:?}");
    let login = json!({ "email": bob.email, "password": crate::platform::PASSWORD });
    let login = platform.post(Service::User, "/api/v1/auth/login").json(&login).send().await;
    let login = login.expect("it is answered");
    assert_ne!(login.status, 200, "nobody signs in who is in a state that is not known here");
}

/// It went through the broker; it is neither lost nor taken as seen.
async fn an_event_waits_for_who_knows_it(servers: &Servers) {
    let notification = servers.database(Service::Notification);
    let word = format!("SELECT word FROM deferred_event WHERE event_id = '{EVENT}'");
    eventually("the event is kept for a newer version", SOON, async || match notification.ask(&word) {
        word if word == "event user.merged.v1" => Ok(()),
        other => Err(other),
    })
    .await;
    let seen = notification.ask(&format!("SELECT count(*) FROM inbox WHERE event_id = '{EVENT}'"));
    assert_eq!(seen, "0", "it counts as seen");
}

/// The newer version, or somebody who mends the row.
async fn what_was_set_aside_goes_on_when_it_can_be_read(servers: &Servers, mail: &str) {
    let notification = servers.database(Service::Notification);
    let state = notification.ask(&format!("SELECT status, due_at IS NULL FROM delivery WHERE id = '{mail}'"));
    assert_eq!(state, "failed|t");
    notification.run("UPDATE notification SET kind = 'order.created' WHERE kind = 'order.held'");
    notification.run("UPDATE delivery SET status = 'sent' WHERE status = 'seen'");
    servers.platform.is_ready(Service::Notification).await;
    eventually("the mail that could not be read is sent", SOON, async || {
        let letters = servers.platform.letters(None).await;
        let count = letters.iter().filter(|letter| letter.delivery == mail).count();
        // Once before the newer version planned it anew, and once now.
        if count == 2 { Ok(()) } else { Err(format!("it came {count} times")) }
    })
    .await;
}
