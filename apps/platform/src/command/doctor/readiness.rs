//! What readiness and the clock of a service mean.

use chrono::TimeDelta;
use serde_json::Value;

use super::finding::Finding;

/// A clock that is further away is worth a look: tokens and leases go by it. `Date` has whole seconds.
const SKEW: TimeDelta = TimeDelta::seconds(3);
/// Beyond it, tokens of one service are not valid yet, or not any more, at another.
const GREAT_SKEW: TimeDelta = TimeDelta::seconds(60);

pub(super) fn findings(service: &'static str, readiness: &Result<Value, String>) -> Vec<Finding> {
    let body = match readiness {
        Ok(body) => body,
        Err(error) => {
            let advice = format!("start it, or say with --{service} where it answers");
            return vec![Finding::wrong(service, "health", error.clone(), advice)];
        }
    };
    let checks = body["checks"].as_array().into_iter().flatten();
    let mut found: Vec<Finding> = checks.map(|check| of_part(service, check)).collect();
    if found.is_empty() {
        let said = format!("its readiness names no part: {body}");
        found.push(Finding::wrong(service, "health", said, "is it a service of this platform?"));
    }
    let notices = body["notices"].as_array().into_iter().flatten().filter_map(Value::as_str);
    found.extend(notices.map(|notice| {
        Finding::warning(service, "proxy", notice.to_owned(), "docs/SETTINGS.md: EOP_TRUSTED_PROXIES")
    }));
    found
}

fn of_part(service: &'static str, check: &Value) -> Finding {
    let part = check["name"].as_str().unwrap_or("a part").to_owned();
    if check["status"] == "ok" {
        return Finding::well(service, part, "answers");
    }
    let detail = check["detail"].as_str().unwrap_or("fails").to_owned();
    let advice = advice(&part);
    if check["required"] == true {
        Finding::wrong(service, part, detail, advice)
    } else {
        Finding::warning(service, part, detail, advice)
    }
}

/// What to do about a part that fails.
fn advice(part: &str) -> &'static str {
    match part {
        "database" => "is the server of EOP_DATABASE_URL up and reachable from the service?",
        "broker" => {
            "is the broker of EOP_BROKER_URL up? Until it is back, events wait in the outbox and none is lost"
        }
        "keys" => "is the user service up, and EOP_JWKS_URL its address?",
        "loops" => "docs/runbooks/outbox-is-stuck.md; the log of the instance says why a step fails",
        "parked events" => {
            "docs/runbooks/events-parked.md: `GET /api/v1/outbox/messages`, then release or skip"
        }
        "deliveries set aside" => "docs/runbooks/deliveries-set-aside.md",
        _ => "the log of the service says more",
    }
}

/// How far a service's clock is from this machine's.
pub(super) fn clock(service: &'static str, skew: TimeDelta) -> Finding {
    let seconds = skew.num_seconds();
    let way = if seconds < 0 { "behind" } else { "before" };
    let said = format!("{} s {way} this machine's", seconds.abs());
    let advice = "synchronise the clocks of all machines by NTP";
    match skew.abs() {
        skew if skew > GREAT_SKEW => Finding::wrong(service, "clock", said, advice),
        skew if skew > SKEW => Finding::warning(service, "clock", said, advice),
        _ => Finding::well(service, "clock", "as this machine's"),
    }
}
