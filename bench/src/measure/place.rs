//! P1: placing orders by HTTP, with a token that is checked, casbin asked, an idempotency key, three lines, and rows in
//! orders, history, audit, idempotency and outbox.
//!
//! On PostgreSQL the baseline is pgbench with the same rows in the same tables: one prepared statement per order, and
//! for information separate statements in one transaction. It runs right before and after the load, on the same database.
//! The relay stands by meanwhile, because somebody else holds the outbox, so that the request path alone is compared;
//! with the relay publishing to Kafka beside it, it is measured too.

use std::time::Duration;

use anyhow::{Context, Result};
use eop_core::kernel::id::UserId;

use super::rig::{Issuer, introduce, order_database_held};
use super::say;
use crate::database::Database;
use crate::machine::Watch;
use crate::options::Options;
use crate::pgbench;
use crate::report::{Figure, Run, Target};
use crate::rows::OrderRows;
use crate::surroundings::Surroundings;
use crate::wrk;

/// Different people who order.
pub(super) const PEOPLE: usize = 1000;
/// A number of the baseline: one series per client.
const UNIQUE: &str = ":n::bigint * 100 + :client_id";

/// Measures on PostgreSQL.
pub(super) async fn on_postgres(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let issuer = Issuer::start(surroundings).await?;
    let tokens = surroundings.file("tokens");
    let mut figures = Vec::new();
    for connections in [32, 64] {
        let mut samples = Vec::new();
        for run in 1..=options.runs {
            let people = issuer.people.customers(PEOPLE, &tokens)?;
            let sample = sample(surroundings, options, (&issuer, &people, connections)).await?;
            say(&format!("P1, {connections} connections, run {run}: {sample:?}"));
            samples.push(sample);
        }
        let runs = |value: fn(&Sample) -> f64, baseline: fn(&Sample) -> f64| {
            let run = |sample: &Sample| Run {
                value: value(sample),
                baseline: Some(baseline(sample)),
                disturbance: sample.disturbance,
            };
            samples.iter().map(run).collect()
        };
        let figure = |what: &str, baseline: &str, target, runs| Figure {
            id: "P1",
            what: format!("{what}, {connections} connections"),
            unit: "orders/s",
            baseline: Some(baseline.to_owned()),
            target,
            runs,
        };
        let together = "pgbench, the same rows by one statement";
        figures.push(figure(
            "orders placed",
            together,
            Target::AtLeast(1.0),
            runs(|s| s.placed, |s| s.together),
        ));
        figures.push(figure(
            "orders placed",
            "pgbench, separate statements",
            Target::None,
            runs(|s| s.placed, |s| s.separate),
        ));
        figures.push(figure(
            "orders placed while the relay publishes them",
            together,
            Target::None,
            runs(|s| s.relayed, |s| s.together),
        ));
        figures.push(Figure {
            id: "P1",
            what: format!("99th percentile of placing, {connections} connections"),
            unit: "ms",
            baseline: None,
            target: Target::None,
            runs: samples
                .iter()
                .map(|s| Run { value: s.p99_ms, baseline: None, disturbance: s.disturbance })
                .collect(),
        });
    }
    Ok(figures)
}

#[derive(Debug)]
struct Sample {
    placed: f64,
    p99_ms: f64,
    relayed: f64,
    together: f64,
    separate: f64,
    disturbance: crate::machine::Disturbance,
}

async fn sample(
    surroundings: &Surroundings,
    options: &Options,
    (issuer, people, connections): (&Issuer, &[UserId], u32),
) -> Result<Sample> {
    let database = Database::create(surroundings, "order")?;
    let held = order_database_held(surroundings, &database.url()).await?;
    introduce(&database.url(), people).await?;
    let (_program, url) = issuer.order_service(surroundings, &database.url()).await?;
    let tokens = surroundings.file("tokens");
    place_one(&url, &tokens).await?;
    let rows = OrderRows::of_the_only_order(&database, UNIQUE)?;
    let script = |name: &str, text: String| -> Result<_> {
        let file = surroundings.file(name);
        std::fs::write(&file, format!("\\set n :n + 1\n{text}"))?;
        Ok(file)
    };
    let (together, separate) =
        (script("together.sql", rows.together())?, script("separate.sql", rows.separate())?);

    let mut base = 0;
    let mut baseline = async |script| {
        base += 10_000_000;
        database.settle()?;
        pgbench::run(
            &database,
            pgbench::Load { clients: connections, duration: options.duration(), script, base },
        )
        .await
    };
    let place = surroundings.script("place.lua");
    let load = async |duration: Duration, name: &str| {
        let arguments = [tokens.display().to_string(), name.to_owned()];
        database.settle()?;
        wrk::run(&url, wrk::Load { connections, duration, script: &place, arguments: &arguments }).await
    };
    // Plans are made, connections opened and caches filled.
    load(Duration::from_secs(2), "warm").await?;
    let watch = Watch::start()?;
    let before = baseline(&together).await?;
    let placed = load(options.duration(), "placed").await?;
    let after = baseline(&together).await?;
    let separate = baseline(&separate).await?;
    drop(held);
    database.run("TRUNCATE outbox; UPDATE outbox_lease SET held_until = now()")?;
    let relayed = load(options.duration(), "relayed").await?;
    Ok(Sample {
        placed: placed.rate,
        p99_ms: placed.p99_ms,
        relayed: relayed.rate,
        together: f64::midpoint(before, after),
        separate,
        disturbance: watch.stop()?,
    })
}

/// Places one order, the model of the baseline's rows.
pub(super) async fn place_one(url: &str, tokens: &std::path::Path) -> Result<()> {
    let text = std::fs::read_to_string(tokens)?;
    let token = text.lines().next().context("there are tokens")?;
    let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build()?;
    let request =
        http.post(format!("{url}/api/v1/orders")).bearer_auth(token).header("Idempotency-Key", "the-model");
    request.json(&order_draft()).send().await?.error_for_status()?;
    Ok(())
}

/// An order with three lines, the same as in `bench/load/place.lua`.
pub(super) fn order_draft() -> serde_json::Value {
    serde_json::json!({
        "lines": [
            { "sku": "TEA-EG-100", "name": "Earl Grey, 100 g", "quantity": 2, "unit_price": { "amount": 649, "currency": "EUR" } },
            { "sku": "POT-07", "name": "Teapot, 0.7 l", "quantity": 1, "unit_price": { "amount": 3450, "currency": "EUR" } },
            { "sku": "CUP-02", "name": "Cup", "quantity": 4, "unit_price": { "amount": 890, "currency": "EUR" } },
        ],
        "shipping_address": {
            "name": "Alice Example", "line1": "Lindenstrasse 12", "city": "Berlin", "postal_code": "10969", "country": "DE",
        },
    })
}
