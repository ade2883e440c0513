//! `eop-bench`: measures the platform against the physical limit of the same machine in the same run.
//!
//! It drives the release build of the real programs, on the PostgreSQL of `TEST_DATABASE_URL` and the Kafka broker of
//! `KAFKA_BOOTSTRAP`; `scripts/bench.sh` starts both and builds everything. Absolute figures mean little on a shared
//! machine, so each is a median of several runs, beside a baseline that was measured between them: `pgbench` with the
//! same rows, or librdkafka with the same messages.
//!
//! # Code map
//!
//! * [`measure`] – one module per figure, named as in `docs/BENCHMARKS.md`.
//! * [`report`] – the table on the screen, the JSON and the page.
//! * [`machine`] – what it ran on, and what else ran.
//! * [`surroundings`], [`database`], [`process`], [`people`] – servers, databases, programs, tokens.
//! * [`pgbench`], [`rows`], [`wrk`] – the baselines of the database, and the load.

mod database;
mod machine;
mod measure;
mod options;
mod people;
mod pgbench;
mod process;
mod report;
mod rows;
mod surroundings;
mod wrk;

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Parser;

use crate::options::Options;
use crate::report::Report;
use crate::surroundings::Surroundings;

/// As in the programs that are measured, since some figures are taken in this process.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    // Fails only when one is installed already, which is as good.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let surroundings = Surroundings::find(options)?;
        let mut report = Report::begin(machine::describe(&surroundings)?);
        for id in options.wanted() {
            let figures = measure::run(id, &surroundings, options);
            report.add(figures.await.with_context(|| format!("{id} could not be measured"))?);
            // After each, so that a run that is cut short leaves what it has.
            report.write(options)?;
        }
        if options.is_soak() {
            let missed = report.missed();
            ensure!(missed.is_empty(), "not flat: {}", missed.join("; "));
        }
        Ok(())
    })
}
