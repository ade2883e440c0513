//! P1 on SQLite: the same requests to an order service on an SQLite file and the embedded event log.
//!
//! The baseline writes the same rows into the same tables from a loop without HTTP, by one transaction per order with a
//! flush to disk each (`synchronous=FULL`), as SQLite is used without a group commit; and for information 64 orders per
//! transaction.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use tokio::process::Command;

use super::place::{PEOPLE, place_one};
use super::rig::{Issuer, introduce, order_database_held};
use super::say;
use crate::machine::Watch;
use crate::options::Options;
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;
use crate::wrk;

const CONNECTIONS: u32 = 64;

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let issuer = Issuer::start(surroundings).await?;
    let tokens = surroundings.file("tokens");
    let script = surroundings.script("place.lua");
    let (mut single, mut grouped) = (Vec::new(), Vec::new());
    for run in 1..=options.runs {
        let people = issuer.people.customers(PEOPLE, &tokens)?;
        let model = surroundings.file(&format!("model-{run}.db"));
        let held = order_database_held(surroundings, &url_of(&model)).await?;
        let (program, url) = start(&issuer, surroundings, &model).await?;
        place_one(&url, &tokens).await?;
        drop((program, held));

        let watch = Watch::start()?;
        let before = baseline(surroundings, options, &model, 1).await?;
        let file = surroundings.file(&format!("orders-{run}.db"));
        let (program, url) = start(&issuer, surroundings, &file).await?;
        introduce(&url_of(&file), &people).await?;
        let arguments = [tokens.display().to_string(), "sqlite".to_owned()];
        let load = wrk::Load {
            connections: CONNECTIONS,
            duration: options.duration(),
            script: &script,
            arguments: &arguments,
        };
        let placed = wrk::run(&url, load).await?.rate;
        drop(program);
        let after = baseline(surroundings, options, &model, 1).await?;
        let many = baseline(surroundings, options, &model, 64).await?;
        let disturbance = watch.stop()?;
        say(&format!(
            "P1 on SQLite, run {run}: {placed:.0}/s, single transactions {before:.0} and {after:.0}, grouped {many:.0}"
        ));
        single.push(Run { value: placed, baseline: Some(f64::midpoint(before, after)), disturbance });
        grouped.push(Run { value: placed, baseline: Some(many), disturbance });
    }
    let figure = |baseline: &str, target, runs| Figure {
        id: "P1",
        what: format!("orders placed on SQLite, {CONNECTIONS} connections, the relay at work"),
        unit: "orders/s",
        baseline: Some(baseline.to_owned()),
        target,
        runs,
    };
    Ok(vec![
        figure("the same rows, one transaction each", Target::AtLeast(1.0), single),
        figure("the same rows, 64 orders per transaction", Target::None, grouped),
    ])
}

async fn start(
    issuer: &Issuer,
    surroundings: &Surroundings,
    file: &Path,
) -> Result<(crate::process::Program, String)> {
    let log = file.with_extension("log");
    issuer.order_service_on(surroundings, &url_of(file), &format!("log:{}", log.display())).await
}

fn url_of(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

/// Orders per second whose rows a loop writes.
async fn baseline(
    surroundings: &Surroundings,
    options: &Options,
    file: &Path,
    per_transaction: u32,
) -> Result<f64> {
    // A copy, so that every loop begins with one order; with the log of the writes, where the newest ones are.
    let copy = file.with_extension("copy");
    for end in ["", "-wal"] {
        std::fs::copy(format!("{}{end}", file.display()), format!("{}{end}", copy.display()))?;
    }
    let output = Command::new(&surroundings.python)
        .arg(surroundings.script("sqlite_rows.py"))
        .arg(&copy)
        .args([options.seconds.to_string(), per_transaction.to_string()])
        .output()
        .await
        .context("Python cannot be run")?;
    for end in ["", "-wal", "-shm"] {
        // The log of the writes is only there while somebody has the database open.
        let _ = std::fs::remove_file(format!("{}{end}", copy.display()));
    }
    ensure!(output.status.success(), "the loop: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().parse().context("the loop prints a rate")
}
