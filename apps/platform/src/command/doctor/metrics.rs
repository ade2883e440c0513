//! What the metrics of a service mean.

use super::finding::Finding;

/// A gauge that should stay low, and what it means when it does not.
struct Watched {
    metric: &'static str,
    what: &'static str,
    unit: &'static str,
    /// From where on somebody should look.
    warns: f64,
    /// From where on something is wrong.
    is_wrong: f64,
    advice: &'static str,
}

const WATCHED: [Watched; 10] = [
    Watched {
        metric: "eop_outbox_oldest_age_seconds",
        what: "age of the oldest event",
        unit: "s",
        warns: 10.0,
        is_wrong: 60.0,
        advice: "docs/runbooks/outbox-is-stuck.md",
    },
    Watched {
        metric: "eop_outbox_parked",
        what: "events that the broker refuses",
        unit: "",
        warns: 1.0,
        is_wrong: f64::INFINITY,
        advice: "docs/runbooks/events-parked.md",
    },
    Watched {
        metric: "eop_consumer_lag",
        what: "messages not read yet",
        unit: "",
        warns: 1_000.0,
        is_wrong: 100_000.0,
        advice: "docs/runbooks/consumer-is-behind.md",
    },
    Watched {
        metric: "eop_deliveries_set_aside",
        what: "deliveries set aside",
        unit: "",
        warns: 1.0,
        is_wrong: f64::INFINITY,
        advice: "docs/runbooks/deliveries-set-aside.md",
    },
    Watched {
        metric: "eop_intake_dead_lettered_total",
        what: "dead letters since the start",
        unit: "",
        warns: 1.0,
        is_wrong: f64::INFINITY,
        advice: "docs/runbooks/dead-letters-grow.md",
    },
    Watched {
        metric: "eop_expiry_passed_over",
        what: "overdue orders passed over",
        unit: "",
        warns: 1.0,
        is_wrong: f64::INFINITY,
        advice: "the log names the first of them and why",
    },
    Watched {
        metric: "eop_loop_progress_age_seconds",
        what: "loop that got nowhere",
        unit: "s",
        warns: 15.0,
        is_wrong: 60.0,
        advice: "docs/runbooks/outbox-is-stuck.md; restart the instance if it is the only one",
    },
    Watched {
        metric: "eop_feed_age_seconds",
        what: "feed that heard nothing",
        unit: "s",
        warns: 10.0,
        is_wrong: 60.0,
        advice: "docs/runbooks/revocations-unheard.md",
    },
    Watched {
        metric: "eop_policy_age_seconds",
        what: "policy not seen",
        unit: "s",
        warns: 35.0,
        is_wrong: 60.0,
        advice: "docs/runbooks/policy-not-followed.md",
    },
    Watched {
        metric: "eop_retention_backlog",
        what: "rows kept too long",
        unit: "",
        warns: 10_000.0,
        is_wrong: f64::INFINITY,
        advice: "they go in small batches: look whether the number falls, and whether an instance holds eop_retention_holds",
    },
];

/// A gauge and what it may reach at most.
const FILLED: [(&str, &str, &str, &str); 2] = [
    ("process_open_fds", "process_max_fds", "descriptors", "docs/runbooks/descriptors-run-out.md"),
    (
        "eop_pool_connections_used",
        "eop_pool_connections_max",
        "database connections",
        "docs/runbooks/pool-exhausted.md",
    ),
];

/// What is wrong by the metrics of `service`. In one process the page tells of the others too; each tells of itself.
pub(super) fn findings(service: &'static str, page: &str) -> Vec<Finding> {
    let series = read(page);
    let own: Vec<&Series<'_>> = series.iter().filter(|one| one.is_of(service)).collect();
    let mut found: Vec<Finding> = WATCHED.iter().filter_map(|watched| watched.look(service, &own)).collect();
    found.extend(FILLED.iter().filter_map(|(used, most, what, advice)| {
        let (used, most) = (highest(&own, used)?, highest(&own, most)?);
        let said = format!("{used} of {most}");
        Some(if used >= most * 0.8 {
            Finding::warning(service, *what, said, *advice)
        } else {
            Finding::well(service, *what, said)
        })
    }));
    if !series.iter().any(|one| one.service() == Some(service)) {
        let said = format!("the page of metrics tells nothing of the {service} service");
        found.push(Finding::wrong(service, "metrics", said, "is this the address of another service?"));
    }
    found
}

impl Watched {
    /// Nothing when the service does not have it.
    fn look(&self, service: &'static str, series: &[&Series<'_>]) -> Option<Finding> {
        let value = highest(series, self.metric)?;
        let said =
            if self.unit.is_empty() { format!("{value}") } else { format!("{value:.1} {}", self.unit) };
        Some(if value >= self.is_wrong {
            Finding::wrong(service, self.what, said, self.advice)
        } else if value >= self.warns {
            Finding::warning(service, self.what, said, self.advice)
        } else {
            Finding::well(service, self.what, said)
        })
    }
}

/// One line of a page of metrics.
struct Series<'a> {
    name: &'a str,
    labels: &'a str,
    value: f64,
}

impl Series<'_> {
    /// Whether it is of this service, or of the whole process.
    fn is_of(&self, service: &str) -> bool {
        self.service().is_none_or(|own| own == service)
    }

    fn service(&self) -> Option<&str> {
        self.labels.split_once("service=\"")?.1.split('"').next()
    }
}

fn highest(series: &[&Series<'_>], name: &str) -> Option<f64> {
    series.iter().filter(|one| one.name == name).map(|one| one.value).reduce(f64::max)
}

/// The samples of a page in Prometheus' text format 0.0.4. The metrics that are looked at have no spaces in their labels.
fn read(page: &str) -> Vec<Series<'_>> {
    let sample = |line: &'_ str| -> Option<(usize, f64)> {
        let end = line.rfind(' ')?;
        Some((end, line[end + 1..].parse().ok()?))
    };
    let lines = page.lines().filter(|line| !line.starts_with('#'));
    let series = lines.filter_map(|line| {
        let (end, value) = sample(line)?;
        let (name, labels) = line[..end].split_once('{').unwrap_or((&line[..end], ""));
        Some(Series { name, labels, value })
    });
    series.collect()
}

#[cfg(test)]
mod tests {
    use super::super::finding::State;
    use super::*;

    /// The state of what is found under this name.
    fn state(page: &str, what: &str) -> Option<State> {
        findings("order", page).into_iter().find(|one| one.what == what).map(|one| one.state)
    }

    #[test]
    fn what_grows_is_worth_a_look_and_then_wrong() {
        for (seconds, expected) in
            [("0", State::Well), ("9.9", State::Well), ("10", State::Warning), ("60", State::Wrong)]
        {
            let page = format!("eop_outbox_oldest_age_seconds{{service=\"order\"}} {seconds}\n");
            assert_eq!(state(&page, "age of the oldest event"), Some(expected), "{seconds}");
        }
        assert_eq!(
            state("eop_outbox_parked{service=\"order\"} 1", "events that the broker refuses"),
            Some(State::Warning)
        );
    }

    #[test]
    fn each_service_answers_for_itself() {
        let page = "# TYPE eop_outbox_parked gauge\n\
                    eop_outbox_parked{service=\"user\"} 5\n\
                    eop_outbox_parked{service=\"order\"} 0\n";
        assert_eq!(state(page, "events that the broker refuses"), Some(State::Well));
        let other = findings("notification", page);
        assert_eq!(other.last().map(|one| (one.what.as_str(), one.state)), Some(("metrics", State::Wrong)));
    }

    #[test]
    fn what_is_nearly_full_is_worth_a_look() {
        let page = |used: u32| format!("process_open_fds {used}\nprocess_max_fds 1000\n");
        assert_eq!(state(&page(799), "descriptors"), Some(State::Well));
        assert_eq!(state(&page(800), "descriptors"), Some(State::Warning));
    }
}
