//! Topics of the measures' own, and the events in an outbox on them.

use std::sync::Arc;

use anyhow::Result;
use eop_core::kernel::bus::EventPublisher;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::relay::{Relay, RelaySettings};
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_kafka::{KafkaBus, KafkaConfig};
use eop_sql::{Database as Sql, SqlOutbox, SqlSettings};

use super::rig::{Issuer, order_database_held};
use crate::database::Database;
use crate::rows::OrderRows;
use crate::surroundings::Surroundings;

/// Events in the outbox.
pub(super) const EVENTS: u32 = 100_000;

/// A bus with topics that nobody used before, and the name of the topic of orders.
pub(super) async fn fresh_bus(surroundings: &Surroundings) -> Result<(KafkaBus, String)> {
    let topic_prefix = format!("bench.{}.", UuidV7Ids.next());
    let orders = format!("{topic_prefix}{}", Topic::Orders.as_str());
    let bus = KafkaBus::connect(KafkaConfig { topic_prefix, ..KafkaConfig::new(&surroundings.kafka) })?;
    bus.ensure_topics(&Topic::ALL).await?;
    Ok((bus, orders))
}

/// An order database whose outbox can be filled again and again with the same [`EVENTS`].
#[derive(Debug)]
pub(super) struct FullOutbox {
    database: Database,
}

impl FullOutbox {
    /// Makes the events: that of one real order, with other ids.
    pub(super) async fn make(surroundings: &Surroundings) -> Result<Self> {
        let issuer = Issuer::start(surroundings).await?;
        let database = Database::create(surroundings, "order")?;
        let tokens = surroundings.file("tokens");
        issuer.people.customers(1, &tokens)?;
        let held = order_database_held(surroundings, &database.url()).await?;
        let (program, url) = issuer.order_service(surroundings, &database.url()).await?;
        super::place::place_one(&url, &tokens).await?;
        drop(program);
        let rows = OrderRows::of_the_only_order(&database, "g.n::bigint")?;
        drop(held);
        let series = format!("generate_series(1, {EVENTS}) g(n)");
        let fill = rows.many("outbox", &series).unwrap_or_default();
        database.run(&format!("TRUNCATE outbox; {fill}; CREATE TABLE outbox_full AS TABLE outbox"))?;
        Ok(Self { database })
    }

    /// Fills the outbox.
    pub(super) fn fill(&self) -> Result<()> {
        self.database.run("TRUNCATE outbox; UPDATE outbox_lease SET held_until = now()")?;
        self.database.run("INSERT INTO outbox OVERRIDING SYSTEM VALUE TABLE outbox_full")?;
        self.database.run("VACUUM ANALYZE outbox")?;
        self.database.settle()
    }

    /// What travels of one event: its data, and its attributes as headers.
    pub(super) fn event(&self) -> Result<String> {
        let sql = "SELECT data::text || 'ce_specversion1.0ce_idce_source/eop/orderce_type' || kind || 'ce_subject' || key \
             || event_id || 'ce_time' || occurred_at || 'ce_sequence1content-typeapplication/jsontraceparent' || traceparent \
             FROM outbox_full LIMIT 1";
        Ok(self.database.ask(sql)?.trim_end().to_owned())
    }

    /// Publishes everything by a relay like that of the services. Gives how many events there were.
    pub(super) async fn drain(&self, publisher: Arc<dyn EventPublisher>) -> Result<usize> {
        let sql = Sql::connect(&SqlSettings::new(self.database.url())).await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let relay =
            Relay::new(Arc::new(SqlOutbox::new(&sql)), publisher, clock, RelaySettings::named("bench"));
        let mut done = 0;
        loop {
            let step = relay.step().await?;
            anyhow::ensure!(
                step.deferred == 0 && step.parked == 0,
                "the broker did not take everything: {step:?}"
            );
            if step.published == 0 {
                break;
            }
            done += step.published;
        }
        sql.close().await;
        Ok(done)
    }
}
