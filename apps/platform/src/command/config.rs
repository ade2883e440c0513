//! `eop config`: the settings as they would be used.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use eop_assembly::settings::Settings;
use serde_json::json;

use super::settings;
use crate::out;

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Show every setting, where it comes from, and its value with secrets masked
    Show {
        /// How to print them
        #[arg(long, value_enum, default_value_t = Output::Table)]
        output: Output,
    },
    /// Print a settings file with every setting documented
    Defaults,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Output {
    /// For people
    Table,
    /// For programs
    Json,
}

impl ConfigCommand {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        match self {
            Self::Defaults => out::text(eop_runtime::config::defaults_toml(Settings::ALL)),
            Self::Show { output } => show(config, output)?,
        }
        Ok(())
    }
}

fn show(config: Option<PathBuf>, output: Output) -> Result<()> {
    let settings = settings(config, &[])?;
    let rows = settings.show();
    match output {
        Output::Json => {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| json!({ "name": row.name, "value": row.value, "source": row.source }))
                .collect();
            out::line(format_args!("{:#}", json!(rows)));
        }
        Output::Table => {
            let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default();
            for row in rows {
                out::line(format_args!(
                    "{:width$}  {:<20}  {}",
                    row.name,
                    row.source,
                    row.value.as_deref().unwrap_or("-")
                ));
            }
        }
    }
    Ok(())
}
