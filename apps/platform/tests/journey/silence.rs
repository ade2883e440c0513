//! Connections that carry nothing any more and are not closed, as when a host on the way was lost: to PostgreSQL, to the
//! broker and to the mail server, in each direction. Nobody waits for ever; what is accepted stays accepted; and where one
//! instance is held up, its twin goes on.

use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep, timeout};

use crate::call::{items, text};
use crate::load::order_draft;
use crate::platform::{Person, Platform, SOON, Service};
use crate::proxy::{Proxy, Silent};
use crate::servers::{Routes, Servers, Surroundings};
use crate::wait::eventually;

/// From the beginning of a silence until orders are accepted by the instance that it befell, and their events published.
const GOT_OVER: Duration = Duration::from_secs(15);

/// The ways of one instance of each service.
pub(crate) struct Ways {
    pub(crate) database: Proxy,
    pub(crate) broker: Proxy,
    pub(crate) mail: Proxy,
}

impl Ways {
    pub(crate) async fn to(surroundings: &Surroundings, mail: &str) -> Self {
        Self {
            database: Proxy::start(&surroundings.database_address()).await,
            broker: Proxy::of_kafka(&surroundings.bootstrap).await,
            mail: Proxy::start(mail).await,
        }
    }

    pub(crate) fn routes(&self) -> Routes {
        Routes {
            database: self.database.address(),
            broker: self.broker.address(),
            mail: Some(self.mail.address()),
        }
    }

    fn all(&self) -> [&Proxy; 3] {
        [&self.database, &self.broker, &self.mail]
    }
}

struct Scene {
    servers: Servers,
    ways: [Ways; 2],
    alice: Person,
    orders: usize,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silence_is_got_over_and_the_twin_goes_on() {
    let Some(surroundings) = Surroundings::find("the test of silences on servers") else { return };
    let sink = surroundings.sink();
    let ways =
        [Ways::to(&surroundings, &sink.address()).await, Ways::to(&surroundings, &sink.address()).await];
    let routes = ways.each_ref().map(Ways::routes);
    let servers = Servers::start_by(&surroundings, sink, &routes, &[]).await;
    let alice = servers.platform.join("alice").await;
    let mut scene = Scene { servers, ways, alice, orders: 0 };

    scene.told(&scene.platform().clone(), SOON).await;
    for silent in [Silent::ToServer, Silent::ToClient] {
        for instance in [0, 1] {
            scene.the_database_says_nothing(instance, silent).await;
        }
        scene.the_broker_says_nothing(silent).await;
    }
    scene.the_mail_server_says_nothing().await;
    scene.everything_came_once().await;
    scene.servers.must_be_well();
    scene.it_stops_in_time_in_a_silence().await;
}

impl Scene {
    fn platform(&self) -> &Platform {
        &self.servers.platform
    }

    /// Places an order there, again and again under one key until it is accepted, and waits for its mail.
    async fn told(&mut self, there: &Platform, patience: Duration) {
        let begun = Instant::now();
        let key = format!("silence-{}", self.orders);
        self.orders += 1;
        let place =
            there.post(Service::Order, "/api/v1/orders").by(&self.alice).key(&key).json(&order_draft());
        let placed =
            eventually("an order is accepted", patience, async || match place.again().send().await {
                Ok(answer) if answer.status == 201 => Ok(answer.text("id")),
                Ok(answer) => Err(answer.body.to_string()),
                Err(error) => Err(error.to_string()),
            })
            .await;
        let accepted = begun.elapsed();
        self.sent(&placed, patience + Duration::from_secs(5)).await;
        println!("accepted after {accepted:?}, told of after {:?}", begun.elapsed());
    }

    /// Waits for the mail about an order.
    async fn sent(&self, order: &str, patience: Duration) -> Value {
        let platform = self.platform();
        eventually(&format!("the mail about {order} is sent"), patience, async || {
            let path = format!("/api/v1/notifications?order_id={order}&kind=order.created");
            let told = platform.get(Service::Notification, &path).by(&platform.admin).send().await;
            let told = told.map_err(|error| error.to_string())?;
            if told.status != 200 {
                return Err(told.body.to_string());
            }
            let deliveries = items(&told.body).first().and_then(|one| one["deliveries"].as_array());
            match deliveries.and_then(|all| all.iter().find(|one| one["channel"] == "email")) {
                Some(email) if email["status"] == "sent" => Ok(email.clone()),
                other => Err(format!("{other:?}")),
            }
        })
        .await
    }

    async fn all_are_ready(&self) {
        for service in Service::ALL {
            self.platform().is_ready(service).await;
        }
    }

    async fn the_database_says_nothing(&mut self, instance: usize, silent: Silent) {
        println!("the connections of instance {instance} to PostgreSQL: {silent:?}");
        let there = self.platform().at(instance);
        // Whoever holds the outbox has something to do just then.
        let busy = there.post(Service::Order, "/api/v1/orders").by(&self.alice).json(&order_draft());
        self.ways[instance].database.fall_silent(silent);
        let begun = Instant::now();
        // Who asks in that moment waits, and is told something in the end.
        let during = timeout(GOT_OVER, busy.send()).await.expect("a request ends");
        let during = during.expect("it is answered");
        assert!([201, 503].contains(&during.status), "{} {}", during.status, during.body);
        let left = GOT_OVER.saturating_sub(begun.elapsed()).max(Duration::from_secs(1));
        self.told(&there, left).await;
        self.all_are_ready().await;
    }

    async fn the_broker_says_nothing(&mut self, silent: Silent) {
        println!("the connections of both instances to the broker: {silent:?}");
        self.ways.iter().for_each(|ways| ways.broker.fall_silent(silent));
        let there = self.platform().clone();
        self.told(&there, GOT_OVER).await;
        self.all_are_ready().await;
    }

    async fn the_mail_server_says_nothing(&mut self) {
        println!("the connections of both instances to the mail server");
        // A connection is kept open for its next mail.
        let there = self.platform().clone();
        self.told(&there, SOON).await;
        self.ways.iter().for_each(|ways| ways.mail.fall_silent(Silent::Both));
        // An announcement may take fifteen seconds; then another connection is used.
        self.told(&there, SOON).await;
        self.all_are_ready().await;
    }

    async fn everything_came_once(&self) {
        let platform = self.platform();
        let orders = platform.all(Service::Order, "/api/v1/orders?", &self.alice).await;
        for order in &orders {
            let delivery = self.sent(&text(order, "id"), SOON).await;
            let (id, letters) = (text(&delivery, "id"), platform.letters(Some(&self.alice.email)).await);
            assert_eq!(letters.iter().filter(|letter| letter.delivery == id).count(), 1);
        }
        assert!(orders.len() >= self.orders, "{} of {}", orders.len(), self.orders);
    }

    /// Nothing gets through any more, also not over new connections: the processes still end in time, and in good order.
    async fn it_stops_in_time_in_a_silence(mut self) {
        let (platform, alice) = (self.platform().at(0), self.alice.clone());
        self.ways[0].all().into_iter().for_each(Proxy::fall_silent_for_good);
        let mut load = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let place = platform.post(Service::Order, "/api/v1/orders").by(&alice).json(&order_draft());
            load.spawn(async move { drop(place.send().await) });
        }
        sleep(Duration::from_millis(1_500)).await;
        // Steps under way get eight seconds at most, and then threads half of one.
        self.servers.stop_rack_in_order(0, Duration::from_secs(11)).await;
        load.shutdown().await;
        // The twin does not mind.
        let twin = self.platform().at(1);
        let place = twin.post(Service::Order, "/api/v1/orders").by(&alice).json(&order_draft());
        place.gets(201).await;
        self.servers.stop_rack_in_order(1, Duration::from_secs(10)).await;
    }
}
