//! Does what `sdk/contract/scenario.json` and `cases.json` say, and prints what it saw.

mod faults;
mod scenario;

use std::future::Future;
use std::time::Instant;

use eop_sdk::types::{Money, OrderDraft};
use eop_sdk::{Error, decimal_of, money_of, verify_webhook};
use serde::Deserialize;
use serde_json::{Value, json};

/// What was seen, or why it was not.
type Saw = Result<Value, Box<dyn std::error::Error>>;

#[derive(Clone, Deserialize)]
struct Step {
    r#do: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    take: usize,
    #[serde(default)]
    limit: i32,
    #[serde(default)]
    note: String,
    #[serde(default)]
    calls: usize,
    #[serde(default)]
    credentials: String,
    timeout_ms: Option<u64>,
}

#[derive(Deserialize)]
struct Urls {
    user: String,
    order: String,
    notification: String,
}

#[derive(Deserialize)]
struct People {
    customer: String,
    approver: String,
}

#[derive(Deserialize)]
struct Scenario {
    password: String,
    people: People,
    draft: OrderDraft,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Amount {
    #[serde(flatten)]
    money: Money,
    decimal: String,
}

#[derive(Deserialize)]
struct Hook {
    id: String,
    timestamp: String,
    signature: String,
    body: String,
}

#[derive(Deserialize)]
struct Run {
    urls: Urls,
    scenario: Scenario,
    faults: String,
    cases: Vec<Step>,
    money: Vec<Amount>,
    secrets: Vec<String>,
    webhooks: Vec<Hook>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: contract FILE")?;
    let run: Run = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let mut scenario = scenario::Play::new(&run);
    for step in &run.scenario.steps {
        report(&format!("scenario.{}", step.r#do), scenario.step(step)).await;
    }
    for case in &run.cases {
        report(&format!("faults.{}", case.case), faults::case(&run, case)).await;
    }
    report("money", async { money(&run.money) }).await;
    report("webhooks", async {
        Ok(json!({ "genuine": run.webhooks.iter().map(|hook| is_genuine(&run, hook)).collect::<Vec<_>>() }))
    })
    .await;
    Ok(())
}

async fn report(name: &str, step: impl Future<Output = Saw>) {
    let started = Instant::now();
    let mut line = match step.await {
        Ok(saw) => json!({ "saw": saw }),
        Err(error) => json!({ "failed": error.to_string() }),
    };
    line["step"] = name.into();
    line["ms"] = (started.elapsed().as_secs_f64() * 1000.0).into();
    println!("{line}");
}

fn money(amounts: &[Amount]) -> Saw {
    let decimals: Vec<_> = amounts.iter().map(|one| decimal_of(&one.money)).collect();
    let parsed: Result<Vec<_>, _> =
        amounts.iter().map(|one| money_of(&one.decimal, &one.money.currency).map(|money| money.amount)).collect();
    Ok(json!({ "decimals": decimals, "amounts": parsed? }))
}

fn is_genuine(run: &Run, hook: &Hook) -> bool {
    let header = |name| match name {
        "webhook-id" => Some(hook.id.as_str()),
        "webhook-timestamp" => Some(hook.timestamp.as_str()),
        "webhook-signature" => Some(hook.signature.as_str()),
        _ => None,
    };
    let secrets: Vec<_> = run.secrets.iter().map(String::as_str).collect();
    verify_webhook(&secrets, header, hook.body.as_bytes()).is_ok()
}

/// What the scenario calls the error.
fn name_of(error: &Error) -> String {
    match error {
        Error::Api(error) => format!("{:?}", error.kind),
        Error::NoAnswer(_) => "NoAnswer".into(),
        Error::DeadlineExceeded => "DeadlineExceeded".into(),
        other => other.to_string(),
    }
}
