//! Parts that are away for a while: what was accepted stays accepted, readiness says what is missing, and everything
//! flows when it returns. One platform on servers, behind connections that can be cut.

use std::time::Duration;

use serde_json::{Value, json};

use crate::call::{items, text};
use crate::load::order_draft;
use crate::platform::{PASSWORD, Person, Platform, SOON, Service};
use crate::proxy::Proxy;
use crate::servers::{Routes, Servers, Surroundings};
use crate::wait::eventually;

/// The platform, and the connections to its servers.
struct Scene {
    servers: Servers,
    database: Proxy,
    broker: Proxy,
    alice: Person,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_away_holds_up_only_what_needs_it() {
    let Some(surroundings) = Surroundings::find("the test of degradation on servers") else { return };
    let database = Proxy::start(&surroundings.database_address()).await;
    let broker = Proxy::of_kafka(&surroundings.bootstrap).await;
    let routes = Routes { database: database.address(), broker: broker.address(), mail: None };
    let servers = Servers::start_by(&surroundings, surroundings.sink(), &[routes], &[]).await;
    let alice = servers.platform.join("alice").await;
    let mut scene = Scene { servers, database, broker, alice };

    scene.the_mail_server_refuses_and_is_away().await;
    scene.the_broker_is_away().await;
    scene.the_database_is_away().await;
    scene.servers.must_be_well();
    scene.it_stops_in_order_under_load().await;
}

impl Scene {
    fn platform(&self) -> &Platform {
        &self.servers.platform
    }

    /// Places an order, which must be accepted. Gives its id.
    async fn order(&self) -> String {
        let place = self.platform().post(Service::Order, "/api/v1/orders").by(&self.alice);
        place.json(&order_draft()).gets(201).await.text("id")
    }

    /// The delivery of an order's first mail, once it is in this status.
    async fn mail_of(&self, order: &str, status: &str) -> Value {
        eventually(&format!("the mail about {order} is {status}"), SOON, async || {
            let told = self.platform().told(&format!("order_id={order}&kind=order.created&")).await;
            let deliveries = told.first().and_then(|one| one["deliveries"].as_array());
            let email = deliveries.and_then(|all| all.iter().find(|one| one["channel"] == "email"));
            match email {
                Some(email) if email["status"] == status => Ok(email.clone()),
                other => Err(format!("{other:?}")),
            }
        })
        .await
    }

    /// The outcome and code of each attempt of a delivery.
    async fn attempts(&self, delivery: &Value) -> Vec<(String, Value)> {
        let path = format!("/api/v1/deliveries/{}/attempts", text(delivery, "id"));
        let platform = self.platform();
        let attempts = platform.get(Service::Notification, &path).by(&platform.admin).gets(200).await;
        items(&attempts.body).iter().map(|one| (text(one, "outcome"), one["code"].clone())).collect()
    }

    async fn the_mail_server_refuses_and_is_away(&mut self) {
        self.servers.sink.stop().await;
        self.servers.sink.start(&["--reject", "1"]).await;
        let refused = self.order().await;
        let delivery = self.mail_of(&refused, "retrying").await;
        assert_eq!(self.attempts(&delivery).await, [("temporary".to_owned(), json!("451"))]);

        self.servers.sink.stop().await;
        self.platform().misses(Service::Notification, "smtp", (200, "degraded")).await;
        let unreachable = self.order().await;
        let delivery = self.mail_of(&unreachable, "retrying").await;
        assert_eq!(self.attempts(&delivery).await, [("temporary".to_owned(), Value::Null)]);

        self.servers.sink.start(&[]).await;
        self.platform().is_ready(Service::Notification).await;
        for order in [refused, unreachable] {
            let delivery = self.mail_of(&order, "sent").await;
            let last = self.attempts(&delivery).await.pop();
            assert_eq!(last.map(|(outcome, _)| outcome).as_deref(), Some("accepted"));
            self.came_once(&delivery).await;
        }
    }

    async fn came_once(&self, delivery: &Value) {
        let letters = self.platform().letters(Some(&self.alice.email)).await;
        let id = text(delivery, "id");
        assert_eq!(letters.iter().filter(|letter| letter.delivery == id).count(), 1);
    }

    async fn the_broker_is_away(&mut self) {
        self.broker.cut().await;
        for service in Service::ALL {
            self.platform().misses(service, "broker", (200, "degraded")).await;
        }
        for service in [Service::Order, Service::Notification] {
            self.platform().misses(service, "revocations", (200, "degraded")).await;
        }
        let thief = self.platform().log_in(&self.alice.email, PASSWORD).await;
        self.platform().post(Service::User, "/api/v1/auth/logout").by(&thief).gets(204).await;
        let read_orders = self.platform().get(Service::Order, "/api/v1/orders?limit=1").by(&thief);
        read_orders.again().gets(200).await;
        let mut orders = Vec::new();
        for _ in 0..3 {
            orders.push(self.order().await);
        }
        let outbox = self.platform().outbox().await;
        assert_eq!(outbox["pending"], 3, "{outbox}");

        self.broker.mend().await;
        for service in Service::ALL {
            self.platform().is_ready(service).await;
        }
        for order in orders {
            let delivery = self.mail_of(&order, "sent").await;
            self.came_once(&delivery).await;
        }
        assert_eq!(self.platform().outbox().await["pending"], 0);
        eventually("what ended meanwhile is heard of", SOON, async || {
            match read_orders.again().send().await {
                Ok(answer) if answer.status == 401 => Ok(()),
                Ok(answer) => Err(format!("{} {}", answer.status, answer.body)),
                Err(error) => Err(error.to_string()),
            }
        })
        .await;
    }

    async fn the_database_is_away(&mut self) {
        self.database.cut().await;
        for service in Service::ALL {
            self.platform().misses(service, "database", (503, "unavailable")).await;
        }
        let platform = self.platform();
        let place = platform.post(Service::Order, "/api/v1/orders").by(&self.alice);
        let place = place.key("while-away").json(&order_draft());
        let login = json!({ "email": self.alice.email, "password": "does-not-matter-here" });
        for call in [
            place.again(),
            platform.get(Service::Order, "/api/v1/orders").by(&self.alice),
            platform.get(Service::Notification, "/api/v1/me/inbox").by(&self.alice),
            platform.post(Service::User, "/api/v1/auth/login").json(&login),
        ] {
            let answer = call.gets(503).await;
            assert_eq!(answer.header("content-type"), "application/problem+json");
            assert_ne!(answer.header("retry-after"), "", "{:#}", answer.body);
        }

        self.database.mend().await;
        for service in Service::ALL {
            self.platform().is_ready(service).await;
        }
        let placed = eventually("orders are placed again", SOON, async || match place.again().send().await {
            Ok(answer) if answer.status == 201 => Ok(answer.text("id")),
            Ok(answer) => Err(answer.body.to_string()),
            Err(error) => Err(error.to_string()),
        })
        .await;
        let delivery = self.mail_of(&placed, "sent").await;
        self.came_once(&delivery).await;
        let orders = self.platform().all(Service::Order, "/api/v1/orders?", &self.alice).await;
        assert_eq!(orders.len(), 6, "the refused request left no second order");
    }

    /// Requests arrive to the last moment; each is answered in full or not at all.
    async fn it_stops_in_order_under_load(mut self) {
        let (platform, alice) = (self.platform().clone(), self.alice.clone());
        let mut load = tokio::task::JoinSet::new();
        load.spawn(async move {
            let mut accepted = 0;
            loop {
                let place = platform.post(Service::Order, "/api/v1/orders").by(&alice).json(&order_draft());
                match place.send().await {
                    Ok(answer) if answer.status == 201 => accepted += 1,
                    Ok(answer) => {
                        assert_eq!(answer.status, 503, "{:#}", answer.body);
                        return accepted;
                    }
                    Err(_) => return accepted,
                }
            }
        });
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.servers.stop_in_order().await;
        let accepted = load.join_all().await;
        assert!(accepted[0] > 0, "orders were placed until the end");
    }
}
