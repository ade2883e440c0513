//! What readiness and the clock of a service mean.

use chrono::TimeDelta;
use eop_assembly::part::Part;
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

/// What to do about a part that fails. What is no part of its own name is the provider of a channel.
fn advice(part: &str) -> &'static str {
    match Part::named(part) {
        Some(Part::Database) => "is the server of EOP_DATABASE_URL up and reachable from the service?",
        Some(Part::Broker) => {
            "is the broker of EOP_BROKER_URL up? Until it is back, events wait in the outbox and none is lost"
        }
        Some(Part::Keys) => "is the user service up, and EOP_JWKS_URL its address?",
        Some(Part::Loops) => {
            "docs/runbooks/outbox-is-stuck.md; the log of the instance says why a step fails"
        }
        Some(Part::ParkedEvents) => {
            "docs/runbooks/events-parked.md: `GET /api/v1/outbox/messages`, then release or skip"
        }
        Some(Part::Revocations) => "docs/runbooks/revocations-unheard.md",
        Some(Part::Policy) => "docs/runbooks/policy-not-followed.md",
        Some(Part::DeliveriesSetAside) => "docs/runbooks/deliveries-set-aside.md",
        Some(Part::OrderExpiry) => "the log of the order service says of each of these orders why",
        None => "docs/runbooks/deliveries-fail.md; meanwhile deliveries are retried",
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_part_has_advice_and_its_runbook_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for part in Part::ALL {
            assert_eq!(Part::named(part.name()), Some(part));
            assert_ne!(advice(part.name()), advice("smtp"), "{part:?} is no provider");
        }
        let advice = Part::ALL.map(|part| advice(part.name())).into_iter().chain([advice("smtp")]);
        let advice = advice.collect::<Vec<_>>().join(" ");
        let named: Vec<&str> =
            advice.split([' ', ';', ':']).filter(|word| word.starts_with("docs/")).collect();
        for runbook in &named {
            assert!(root.join(runbook).is_file(), "{runbook}");
        }
        // Every page that is mentioned was looked for, whatever stands around its name.
        assert_eq!(named.len(), advice.matches(".md").count(), "{advice}");
        assert!(!named.is_empty(), "advice names runbooks by their paths");
    }
}
