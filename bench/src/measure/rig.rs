//! What the measures of the order service stand on: a user service that publishes its keys, an order service, and
//! people with tokens.

use std::time::Duration;

use anyhow::{Result, ensure};
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::{IdGenerator, UserId};
use eop_core::kernel::outbox::{Claim, Outbox};
use eop_core::order::model::Customer;
use eop_core::order::port::{OrderStore, OrderWrite};
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_sql::{Database as Sql, SqlOrders, SqlOutbox, SqlSettings};
use tokio::process::Command;
use tokio::task::JoinSet;

use super::say;
use crate::database::Database;
use crate::people::{MASTER_KEY, People};
use crate::process::{Program, free_port};
use crate::surroundings::Surroundings;

/// The issuer: a user service with its database.
#[derive(Debug)]
pub(super) struct Issuer {
    url: String,
    /// Goes before the names of the topics, so that no measure reads what another one left.
    topics: String,
    /// Signs tokens with the service's key.
    pub(super) people: People,
    program: Program,
    _database: Database,
}

impl Issuer {
    /// Starts a user service.
    pub(super) async fn start(surroundings: &Surroundings) -> Result<Self> {
        let (database, port) = (Database::create(surroundings, "user")?, free_port()?);
        let url = format!("http://127.0.0.1:{port}");
        let topics = format!("bench.{}.", UuidV7Ids.next());
        let environment = [
            ("EOP_HTTP_ADDR", format!("127.0.0.1:{port}")),
            ("EOP_DATABASE_URL", database.url()),
            ("EOP_BROKER_URL", format!("kafka://{}", surroundings.kafka)),
            ("EOP_TOPIC_PREFIX", topics.clone()),
            ("EOP_MASTER_KEY", MASTER_KEY.to_owned()),
            ("EOP_ISSUER", url.clone()),
        ];
        let (path, log) = (&surroundings.program, surroundings.file("user.log"));
        let mut program = Program::start(path, &["serve", "user"], &environment, log)?;
        program.ready(&[port]).await?;
        let people = People::of(&database.url(), &url).await?;
        Ok(Self { url, topics, people, program, _database: database })
    }

    /// The memory that the user service has in use, in bytes.
    pub(super) fn resident(&self) -> Result<u64> {
        self.program.resident()
    }

    /// Starts an order service on the PostgreSQL database at `url` and on Kafka, and gives its address.
    pub(super) async fn order_service(
        &self,
        surroundings: &Surroundings,
        url: &str,
    ) -> Result<(Program, String)> {
        self.order_service_on(surroundings, url, &format!("kafka://{}", surroundings.kafka)).await
    }

    /// The same with more in its environment.
    pub(super) async fn order_service_with(
        &self,
        surroundings: &Surroundings,
        url: &str,
        more: Vec<(&'static str, String)>,
    ) -> Result<(Program, String)> {
        let port = free_port()?;
        let mut environment = self.environment(surroundings, port, url);
        environment.extend(more);
        let log = surroundings.file("order.log");
        let mut program = Program::start(&surroundings.program, &["serve", "order"], &environment, log)?;
        program.ready(&[port]).await?;
        Ok((program, format!("http://127.0.0.1:{port}")))
    }

    /// The same on another kind of database and broker.
    pub(super) async fn order_service_on(
        &self,
        surroundings: &Surroundings,
        database: &str,
        broker: &str,
    ) -> Result<(Program, String)> {
        let port = free_port()?;
        let mut environment = self.environment(surroundings, port, database);
        environment.push(("EOP_BROKER_URL", broker.to_owned()));
        let log = surroundings.file("order.log");
        let mut program = Program::start(&surroundings.program, &["serve", "order"], &environment, log)?;
        program.ready(&[port]).await?;
        Ok((program, format!("http://127.0.0.1:{port}")))
    }

    /// The environment of a service on the database at `url` and on Kafka, as it is in production.
    pub(super) fn environment(
        &self,
        surroundings: &Surroundings,
        port: u16,
        url: &str,
    ) -> Vec<(&'static str, String)> {
        vec![
            ("EOP_HTTP_ADDR", format!("127.0.0.1:{port}")),
            ("EOP_DATABASE_URL", url.to_owned()),
            ("EOP_BROKER_URL", format!("kafka://{}", surroundings.kafka)),
            ("EOP_TOPIC_PREFIX", self.topics.clone()),
            ("EOP_MASTER_KEY", MASTER_KEY.to_owned()),
            ("EOP_ISSUER", self.url.clone()),
            ("EOP_JWKS_URL", format!("{}/.well-known/jwks.json", self.url)),
            ("EOP_LOG_FORMAT", "json".to_owned()),
            // Counted, and never reached.
            ("EOP_ORDERS_PER_MINUTE", u32::MAX.to_string()),
        ]
    }
}

/// An outbox that the measure holds, so that the relay of the service stands by, until this is dropped.
#[derive(Debug)]
#[expect(dead_code, reason = "what is in it ends with it")]
pub(super) struct HeldOutbox(JoinSet<()>);

/// How long the measure's lease lasts, and how often it is taken again: no relay believes one that lasts for hours.
const LEASE: Duration = Duration::from_secs(4);
const TAKE_EVERY: Duration = Duration::from_secs(1);

/// Makes the order service's schema, and holds its outbox.
pub(super) async fn order_database_held(surroundings: &Surroundings, url: &str) -> Result<HeldOutbox> {
    let arguments = ["migrate", "order", "up", "--database-url", url];
    let migrated = Command::new(&surroundings.program).args(arguments).env_clear().output().await?;
    ensure!(migrated.status.success(), "eop migrate: {}", String::from_utf8_lossy(&migrated.stderr));
    let sql = Sql::connect(&SqlSettings::new(url)).await?;
    let outbox = SqlOutbox::new(&sql);
    hold(&outbox).await?;
    let mut holding = JoinSet::new();
    holding.spawn(async move {
        let _open = sql;
        loop {
            tokio::time::sleep(TAKE_EVERY).await;
            if let Err(error) = hold(&outbox).await {
                say(&format!("the outbox is not held any more: {error}"));
            }
        }
    });
    Ok(HeldOutbox(holding))
}

/// Lets the order service know these people, as it knows everybody who registered: it asks for their names once in a while, but
/// again and again for those of whom nothing was told.
pub(super) async fn introduce(url: &str, people: &[UserId]) -> Result<()> {
    let (sql, now) = (Sql::connect(&SqlSettings::new(url)).await?, SystemClock.now());
    let customer = |id: &UserId| Customer {
        id: *id,
        name: "A Customer".to_owned(),
        email: None,
        sequence: 1,
        updated_at: now,
    };
    let writes = people.iter().map(customer).map(OrderWrite::PutCustomer).collect();
    SqlOrders::new(&sql).commit(Commit::of(writes)).await?;
    sql.close().await;
    Ok(())
}

async fn hold(outbox: &SqlOutbox) -> Result<()> {
    let claim = Claim { relay: "bench", now: SystemClock.now(), lease: LEASE, limit: 0, except: &[] };
    outbox.claim(claim).await?;
    Ok(())
}
