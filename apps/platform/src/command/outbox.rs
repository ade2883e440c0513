//! `eop outbox`: what waits to be published, and decisions about what cannot be.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use clap::{Args, Subcommand};
use eop_assembly::settings::Settings;
use eop_assembly::{Host, database, outbox};
use eop_casbin::CasbinPolicy;
use eop_core::kernel::outbox::{Decision, WaitingMessage};
use eop_core::kernel::page::PageRequest;
use eop_core::kernel::pipeline::{Pipeline, Resolve};
use eop_sql::{Database, SqlSettings};
use serde_json::{Value, json};

use super::config::Output;
use super::migrate::pending_of;
use super::serve::ServiceName;
use super::{block_on, operator, settings};
use crate::out;

#[derive(Debug, Args)]
pub(crate) struct OutboxArgs {
    #[command(subcommand)]
    command: OutboxCommand,
    /// Where the service's database is, instead of `EOP_DATABASE_URL`
    #[arg(long, value_name = "URL", global = true)]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum OutboxCommand {
    /// List the events that are parked: they cannot be published, and later ones of the same subject wait
    #[command(after_long_help = "Example:\n  \
        eop outbox list user --output json --database-url postgres://eop@db:5432/userdb")]
    List {
        /// Whose events
        service: ServiceName,
        /// Those too that are not parked
        #[arg(long)]
        all: bool,
        /// How many at most
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: usize,
        /// How to print them
        #[arg(long, value_enum, default_value_t = Output::Table)]
        output: Output,
    },
    /// Publish a parked event after all, once what was in its way is mended
    Release {
        #[command(flatten)]
        which: Which,
        /// Why, for the audit log
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Give up a parked event: it is never published, and what waits behind it goes on
    #[command(after_long_help = "Example:\n  \
        eop outbox skip order 4711 --by \"Ada, on call\" --reason \"the customer was told by phone\"")]
    Skip {
        #[command(flatten)]
        which: Which,
        /// Why, for the audit log
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

/// Which event, and who decides about it.
#[derive(Debug, Args)]
struct Which {
    /// Whose event
    service: ServiceName,
    /// Its place in the outbox, as `eop outbox list` shows it
    position: i64,
    /// Who decides, for the audit log: nobody signs in here
    #[arg(long, value_name = "NAME")]
    by: String,
}

impl OutboxArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let settings = settings(config, &[("EOP_DATABASE_URL", self.database_url)])?;
        block_on(async {
            match self.command {
                OutboxCommand::List { service, all, limit, output } => {
                    let opened = Opened::of(service, &settings).await?;
                    let messages = list(&opened.pipeline, (!all).then_some(true), limit).await;
                    opened.database.close().await;
                    out::text(match output {
                        Output::Json => format!("{:#}\n", as_json(&messages?)),
                        Output::Table => as_table(&messages?),
                    });
                    Ok(())
                }
                OutboxCommand::Release { which, reason } => {
                    which.decide(&settings, Decision::Release, reason).await
                }
                OutboxCommand::Skip { which, reason } => {
                    which.decide(&settings, Decision::Skip, Some(reason)).await
                }
            }
        })
    }
}

impl Which {
    async fn decide(self, settings: &Settings, decision: Decision, reason: Option<String>) -> Result<()> {
        let Self { service, position, by } = self;
        let operator = operator("eop outbox", Some(&by))?;
        let opened = Opened::of(service, settings).await?;
        let command = Resolve { position, decision, reason };
        let decided = opened.pipeline.resolve(&operator, command).await;
        opened.database.close().await;
        decided.with_context(|| {
            format!("nothing was decided about the event at {position} of the {} service", service.name())
        })?;
        let done = match decision {
            Decision::Release => "is on its way again",
            Decision::Skip => "was given up",
        };
        out::line(format_args!("the event at {position} of the {} service {done}", service.name()));
        Ok(())
    }
}

/// The use cases over a service's database, whose schema is left as it is.
struct Opened {
    database: Database,
    pipeline: Arc<Pipeline>,
}

impl Opened {
    async fn of(service: ServiceName, settings: &Settings) -> Result<Self> {
        let url = settings.database.required_url()?;
        let database = Database::connect(&SqlSettings::new(url.expose()))
            .await
            .with_context(|| format!("{url} cannot be used"))?;
        database::must_be_of(service.name(), &database, url).await?;
        let lacks = pending_of(service, &database).await?;
        ensure!(lacks.is_empty(), "migrations are pending: run `eop migrate {} up`", service.name());
        let host = Host::new("outbox", env!("CARGO_PKG_VERSION"));
        let pipeline = outbox::pipeline(&database, Arc::new(CasbinPolicy::built_in()?), &host);
        Ok(Self { database, pipeline })
    }
}

async fn list(pipeline: &Pipeline, parked: Option<bool>, limit: usize) -> Result<Vec<WaitingMessage>> {
    let (actor, mut found) = (operator("eop outbox", None)?, Vec::new());
    let mut page = PageRequest::first(PageRequest::MAX_LIMIT);
    while found.len() < limit {
        let next = pipeline.list(&actor, parked, &page).await?;
        found.extend(next.items);
        page.after = next.next;
        if page.after.is_none() {
            break;
        }
    }
    found.truncate(limit);
    Ok(found)
}

fn as_json(messages: &[WaitingMessage]) -> Value {
    let one = |message: &WaitingMessage| {
        json!({
            "position": message.position,
            "event_id": message.event,
            "kind": message.kind,
            "subject": message.key,
            "occurred_at": message.occurred_at,
            "parked": message.parked,
            "attempts": message.attempts,
            "retry_at": message.retry_at,
            "error": message.error,
        })
    };
    messages.iter().map(one).collect()
}

fn as_table(messages: &[WaitingMessage]) -> String {
    let mut text = String::new();
    for message in messages {
        let at = message.occurred_at.map_or("-".to_owned(), |at| at.format("%Y-%m-%d %H:%M:%S").to_string());
        let subject = message.key.map_or("-".to_owned(), |key| key.to_string());
        let state = if message.parked { "parked" } else { "waits" };
        let (kind, error) = (message.kind.as_deref(), message.error.as_deref());
        let (kind, error) = (kind.unwrap_or("-"), error.unwrap_or_default());
        let _ = writeln!(
            text,
            "{:>10}  {state:<6}  {at:<19}  {kind:<28}  {subject:<36}  {error}",
            message.position
        );
    }
    text
}
