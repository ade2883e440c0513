//! The adapters of a running order service, one line each.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use eop_assembly::checks::{BrokerCheck, DatabaseCheck, KeysCheck, LoopsCheck};
use eop_assembly::host::http_options;
use eop_assembly::parked::ParkedCheck;
use eop_assembly::policy::{self, Way};
use eop_assembly::revocations::Revocations;
use eop_assembly::settings::Settings;
use eop_assembly::{Bus, Host, audit, console, crash, database, measured, outbox, relay, retention, tokens};
use eop_casbin::CasbinPolicy;
use eop_core::identity::port::TokenVerifier;
use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::event::Topic;
use eop_core::kernel::policy::PolicySource;
use eop_core::kernel::throttle::Limit;
use eop_core::kernel::world::Currencies;
use eop_core::order::model::decision::OrderRules;
use eop_core::order::service::customers::{CONSUMER, Learning};
use eop_core::order::service::{OrderPorts, OrderService};
use eop_http::{App, Cursors, Service};
use eop_migrations::order::Migrator;
use eop_sql::{SqlOrders, SqlOutbox, SqlPolicyCopy, SqlRetention};

use crate::api::{UseCases, api};
use crate::{customers, expiry, findable, open};

/// What differs between a service of its own and one among others in a process.
#[derive(Clone, derive_more::Debug)]
#[debug("Surroundings {{ .. }}")]
pub struct Surroundings {
    /// The broker.
    pub bus: Bus,
    /// What verifies access tokens.
    pub verifier: Arc<dyn TokenVerifier>,
    /// Who holds the policy.
    pub policy: Arc<dyn PolicySource>,
    /// Refuse pending migrations instead of running them.
    pub no_migrate: bool,
}

/// What a service of its own cannot do without.
const NEEDED: [&str; 5] =
    ["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_MASTER_KEY", "EOP_ISSUER", "EOP_JWKS_URL"];

/// A started order service: its interface, and what others in the process need of it.
#[derive(derive_more::Debug)]
#[debug("OrderParts {{ .. }}")]
pub struct OrderParts<T> {
    /// The interface.
    pub service: Service<T>,
    /// What its use cases work with, for use cases with ids of their own.
    pub ports: OrderPorts,
    /// Its events on their way out, for what a demo sets aside.
    pub outbox: Arc<SqlOutbox>,
}

/// Starts the service on its own: everything from the settings.
///
/// # Errors
/// When a setting is missing or a part cannot be used.
pub async fn start(host: Host, settings: Settings, no_migrate: bool) -> Result<App> {
    settings.require(&NEEDED)?;
    let bus = Bus::open(&settings.broker, &host)?;
    let verifier = tokens::remote_verifier("order", &host, &settings)?;
    let policy = tokens::user_service(&settings, "order")?;
    assemble(&host, &settings, Surroundings { bus, verifier, policy, no_migrate })
        .await?
        .service
        .build()
        .map_err(Into::into)
}

/// The rules that orders live by, as the settings say.
///
/// # Errors
/// When a currency of `EOP_CURRENCIES` is none.
pub fn rules(settings: &Settings) -> Result<OrderRules> {
    let approval_timeout = chrono::Duration::hours(settings.order.approval_timeout_h.into());
    let orders_per_account = match settings.order.per_account_per_minute {
        0 => None,
        max => Some(Limit { max, window: Duration::from_mins(1) }),
    };
    let currencies = Currencies::only(settings.order.currencies.iter().map(String::as_str))
        .context("EOP_CURRENCIES cannot be used")?;
    Ok(OrderRules { approval_timeout, orders_per_account, currencies, ..OrderRules::default() })
}

/// Starts the background tasks of the service and gives its interface.
///
/// # Errors
/// When the database cannot be used.
pub async fn assemble(
    host: &Host,
    settings: &Settings,
    surroundings: Surroundings,
) -> Result<OrderParts<impl poem_openapi::OpenApi + 'static>> {
    let Surroundings { bus, verifier, policy: source, no_migrate } = surroundings;
    let database = database::open::<Migrator>("order", &settings.database, host, no_migrate).await?;
    let seat = Arc::new(CasbinPolicy::built_in()?);
    let access: Arc<dyn AccessPolicy> = Arc::clone(&seat) as _;
    let keeper = Some(Arc::new(SqlPolicyCopy::new(&database)) as _);
    let way = Way { source, seat, keeper };
    let followed = policy::follow("order", host, &bus, way, database.clock()).await?;
    let orders = Arc::new(SqlOrders::new(&database));

    let ports = OrderPorts {
        store: crash::orders(crate::measured::orders(host, Arc::clone(&orders) as _)),
        queries: Arc::clone(&orders) as _,
        numbers: Arc::clone(&orders) as _,
        customers: Arc::clone(&orders) as _,
        outbox: Arc::new(SqlOutbox::new(&database)),
        access: Arc::clone(&access),
        clock: database.clock(),
        ids: Arc::clone(&host.ids),
    };
    let use_cases = UseCases {
        orders: Arc::new(OrderService::new(ports.clone(), rules(settings)?)),
        pipeline: outbox::pipeline(&database, Arc::clone(&access), host),
        audit: audit::trail(&database, Arc::clone(&access)),
        console: console::console("order", host, Arc::clone(&access)),
        cursors: Cursors::new(&tokens::master_key(settings)?.derive("order cursors")),
    };
    let outbox = Arc::new(SqlOutbox::new(&database));
    let parked = ParkedCheck(Arc::clone(&outbox) as _);
    relay::spawn("order", host, &database, bus.publisher());
    let forgetting = SqlRetention::of_orders(&database);
    retention::spawn(
        "order",
        host,
        (Arc::new(forgetting), database.clock()),
        retention::periods(&settings.retention),
    );
    let accounts = bus.consumer(CONSUMER, &[Topic::Identity])?;
    let accounts = measured::consumer("order", host, accounts, ports.clock.clone());
    customers::spawn(host, Learning::new(Arc::clone(&accounts), orders), accounts);
    open::spawn(host, Arc::clone(&ports.queries), Arc::clone(&ports.clock));
    let expiring = expiry::spawn(host, Arc::clone(&use_cases.orders));
    findable::spawn(host, Arc::clone(&use_cases.orders), database.clock());
    let revocations =
        Revocations::follow("order", host, &bus, Arc::clone(&verifier), Arc::clone(&ports.clock)).await?;

    let service = api(&use_cases)
        .verifier(revocations.verifier)
        .access(access)
        .clock(Arc::clone(&host.clock))
        .ids(Arc::clone(&host.ids))
        .metrics(host.metrics.clone())
        .options(http_options(&settings.http))
        .readiness(vec![
            Arc::new(DatabaseCheck(database)),
            Arc::new(BrokerCheck(bus.clone())),
            Arc::new(KeysCheck(verifier)),
            revocations.check,
            followed,
            Arc::new(parked),
            expiring,
            Arc::new(LoopsCheck { pulses: host.pulses.clone(), service: "order" }),
        ]);
    Ok(OrderParts { service, ports, outbox })
}
