//! A service's database: connected, migrated, measured.

use std::time::Duration;

use anyhow::{Context, Result};
use eop_migrations::{MigratorTrait, migrate, pending};
use eop_runtime::config::DatabaseConfig;
use eop_sql::{Database, SqlSettings};

use crate::Host;

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
    let settings = SqlSettings {
        max_connections: config.max_connections,
        acquire_timeout: Duration::from_millis(config.acquire_timeout_ms),
        statement_timeout: Duration::from_millis(config.statement_timeout_ms),
        writers: config.writers,
        ..SqlSettings::new(url.expose())
    };
    let database = Database::connect(&settings)
        .await
        .with_context(|| format!("the {service} database {url} cannot be used"))?;
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
    host.register(service, |registry| database.register_metrics(registry));
    Ok(database)
}
