//! A service's database: connected, migrated, measured.

use std::time::Duration;

use anyhow::{Context, Result};
use eop_migrations::{MigratorTrait, migrate, owner, pending};
use eop_runtime::config::SecretUrl;
use eop_sql::{Database, DatabaseMetrics, SqlSettings};

use crate::Host;
use crate::settings::DatabaseConfig;

/// Connects to the database of `service` and brings its schema up to date, or with `no_migrate` makes sure that it is.
///
/// # Errors
/// When the database does not answer, or migrations are pending that must not run.
pub async fn open<M: MigratorTrait>(
    service: &str,
    config: &DatabaseConfig,
    host: &Host,
    no_migrate: bool,
) -> Result<Database> {
    let url = config.required_url()?;
    let settings = SqlSettings { service: service.to_owned(), ..settings(config)? };
    let database = Database::connect(&settings)
        .await
        .with_context(|| format!("the {service} database {url} cannot be used"))?;
    must_be_of(service, &database, url).await?;
    if no_migrate {
        let names = pending::<M>(database.connection()).await?;
        anyhow::ensure!(
            names.is_empty(),
            "the {service} database lacks the migrations {}: run `eop migrate {service} up`",
            names.join(", ")
        );
    } else {
        let newer = migrate::<M>(database.connection())
            .await
            .with_context(|| format!("the {service} database cannot be migrated"))?;
        if !newer.is_empty() {
            tracing::warn!(
                service,
                migrations = newer.join(", "),
                "the database was migrated by a newer version, which this one can work beside; update this one soon"
            );
        }
    }
    let metrics = host.shared(|registry| {
        let metrics = DatabaseMetrics::default();
        registry.register_collector(Box::new(metrics.clone()));
        metrics
    });
    metrics.add(service, &database);
    Ok(database)
}

/// How the database is reached, as the settings say.
pub(crate) fn settings(config: &DatabaseConfig) -> Result<SqlSettings> {
    Ok(SqlSettings {
        max_connections: config.max_connections,
        acquire_timeout: Duration::from_millis(config.acquire_timeout_ms),
        statement_timeout: Duration::from_millis(config.statement_timeout_ms),
        writers: config.writers,
        ..SqlSettings::new(config.required_url()?.expose())
    })
}

/// Makes sure that the database at `url` is not another service's: the tables of two would mix in it.
///
/// # Errors
/// When it is, or does not answer.
pub async fn must_be_of(service: &str, database: &Database, url: &SecretUrl) -> Result<()> {
    let owner = owner(database.connection()).await.with_context(|| format!("{url} cannot be read"))?;
    match owner.filter(|owner| *owner != service) {
        None => Ok(()),
        Some(other) => {
            anyhow::bail!(
                "{url} is the database of the {other} service, not of the {service} service: name another one"
            )
        }
    }
}
