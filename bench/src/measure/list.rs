//! P6: `GET /api/v1/orders` for staff, as the table grows tenfold and tenfold again: the first page, one in the middle
//! and the last, one with a filter, and one in another order. 20 orders a page, four connections.
//!
//! The figure is the 99th percentile at the largest size as a multiple of that at the smallest.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use eop_core::kernel::actor::Role;
use serde_json::Value;

use super::rig::Issuer;
use super::say;
use crate::database::Database;
use crate::machine::{Disturbance, Watch};
use crate::options::Options;
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;
use crate::wrk;

/// The smallest table.
const SMALLEST: u64 = 10_000;
const CONNECTIONS: u32 = 4;
const LISTS: [&str; 5] =
    ["the first page", "a page in the middle", "the last page", "filtered by status", "sorted by total"];

/// What one size took: for each list and run, the 99th percentile.
type Times = Vec<Vec<(f64, Disturbance)>>;

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let issuer = Issuer::start(surroundings).await?;
    let database = Database::create(surroundings, "lists")?;
    let tokens = surroundings.file("tokens");
    let (mut size, mut seeded) = (SMALLEST, 0);
    let mut sizes: Vec<(u64, Times)> = Vec::new();
    while size <= options.orders.max(SMALLEST) {
        seed(surroundings, &database, size - seeded)?;
        seeded = size;
        database.run("VACUUM ANALYZE")?;
        database.settle()?;
        let (_program, url) = issuer.order_service(surroundings, &database.url()).await?;
        let token = issuer.people.token(Role::AUDITOR)?;
        std::fs::write(&tokens, &token)?;
        let paths = paths(&url, &token).await?;
        let times = times(surroundings, options, (&url, &paths)).await?;
        say(&format!("P6, {size} orders: {:?}", times.iter().map(|runs| runs[0].0).collect::<Vec<_>>()));
        sizes.push((size, times));
        size *= 10;
    }
    let ((_, small), (largest, large)) =
        (sizes.first().context("a size was measured")?, sizes.last().context("a size was measured")?);
    let figures = LISTS.iter().zip(small.iter().zip(large)).map(|(list, (small, large))| Figure {
        id: "P6",
        what: format!("99th percentile of {list} among {largest} orders"),
        unit: "ms",
        baseline: Some(format!("among {SMALLEST}")),
        target: Target::AtMost(1.5),
        runs: small
            .iter()
            .zip(large)
            .map(|(small, large)| Run { value: large.0, baseline: Some(small.0), disturbance: large.1 })
            .collect(),
    });
    Ok(figures.collect())
}

/// Adds so many orders.
fn seed(surroundings: &Surroundings, database: &Database, orders: u64) -> Result<()> {
    say(&format!("P6: {orders} more orders"));
    let seeded = std::process::Command::new(&surroundings.program)
        .args(["seed", "--orders", &orders.to_string(), "--seed", &orders.to_string()])
        .env_clear()
        .env("EOP_DATABASE_URL", database.url())
        .output()?;
    ensure!(seeded.status.success(), "eop seed: {}", String::from_utf8_lossy(&seeded.stderr));
    Ok(())
}

/// The paths of the lists, in the order of [`LISTS`].
async fn paths(url: &str, token: &str) -> Result<Vec<String>> {
    let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build()?;
    let mut cursors: Vec<String> = Vec::new();
    // There is no other way to a page than by those before it, which is the point of cursors.
    loop {
        let cursor = cursors.last().map_or(String::new(), |cursor| format!("&cursor={cursor}"));
        let answer =
            http.get(format!("{url}/api/v1/orders?limit=100{cursor}")).bearer_auth(token).send().await?;
        let page: Value = answer.error_for_status()?.json().await?;
        match page["next_cursor"].as_str() {
            Some(next) => cursors.push(next.to_owned()),
            None => break,
        }
    }
    let middle = cursors.get(cursors.len() / 2).context("there is a page in the middle")?;
    let last = cursors.last().context("there is a last page")?;
    let path = |query: &str| format!("/api/v1/orders?limit=20{query}");
    Ok(vec![
        path(""),
        path(&format!("&cursor={middle}")),
        path(&format!("&cursor={last}")),
        path("&status=APPROVED"),
        path("&sort=-total"),
    ])
}

async fn times(
    surroundings: &Surroundings,
    options: &Options,
    (url, paths): (&str, &[String]),
) -> Result<Times> {
    let (tokens, script) = (surroundings.file("tokens"), surroundings.script("get.lua"));
    let file = surroundings.file("paths");
    let arguments = [tokens.display().to_string(), file.display().to_string()];
    let mut times: Times = paths.iter().map(|_| Vec::new()).collect();
    for run in 0..=options.runs {
        for (path, runs) in paths.iter().zip(&mut times) {
            std::fs::write(&file, path)?;
            let duration = if run == 0 { Duration::from_secs(1) } else { options.duration() / 3 };
            let duration = duration.max(Duration::from_secs(1));
            let load =
                wrk::Load { connections: CONNECTIONS, duration, script: &script, arguments: &arguments };
            let watch = Watch::start()?;
            let outcome = wrk::run(url, load).await?;
            // The first round only warms up.
            if run > 0 {
                runs.push((outcome.p99_ms, watch.stop()?));
            }
        }
    }
    Ok(times)
}
