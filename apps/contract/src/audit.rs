//! What every service's audit log must do: tell those who may read it who did what, and nobody else.

use eop_contract::fixture::{an_audit_entry, at_s};
use eop_core::kernel::audit::{AuditEntry, AuditOutcome};
use eop_core::kernel::outbox::OperatedOutbox;
use serde_json::{Value, json};

use crate::access::{Prepared, Whose};
use crate::document::Operation;
use crate::outbox::Operated;

/// Whether `operation` is one of these.
#[must_use]
pub fn has(operation: &Operation) -> bool {
    operation.path.starts_with("/api/v1/audit")
}

/// A request for one of these operations, for the table of access. The log is nobody's own.
pub fn prepare<'a>(
    service: &'a impl Operated,
    operation: &'a Operation,
    whose: Whose,
) -> Option<Prepared<'a>> {
    (whose == Whose::Other).then(|| Prepared::new(service.api().call_of(operation)))
}

fn actions(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().expect("a page has items").iter();
    items.map(|item| item["action"].as_str().expect("an entry has an action")).collect()
}

/// By who, what, to what, outcome and time, newest first and page by page.
pub async fn the_audit_log_is_searched(service: &impl Operated, exchanges: &str) {
    let entry = |n: u64, action, outcome| AuditEntry {
        action,
        target: "thing:7".to_owned(),
        outcome,
        at: at_s(i64::try_from(n).expect("it is small")),
        ..an_audit_entry(n)
    };
    let entries = [
        entry(1, "thing.open", AuditOutcome::Done),
        entry(2, "thing.close", AuditOutcome::Denied),
        entry(3, "thing.close", AuditOutcome::Done),
        // What it has to say is nothing.
        AuditEntry { detail: Value::Null, ..entry(4, "other", AuditOutcome::Done) },
    ];
    for entry in entries {
        service.database().note(entry).await.expect("it is written");
    }
    let operator = service.operator().await;
    let ask = |query: &str| service.api().call("listAudit").sent_by(&operator).query(query).send();
    let list = async |query: &str| ask(query).await.expect(200);
    let things = list("target=thing:&limit=3&count=exact").await;
    things.matches(exchanges, "listAudit");
    let page = things.json();
    assert_eq!(actions(&page), ["other", "thing.close", "thing.close"]);
    assert_eq!((&page["total"], &page["items"][0]["detail"]), (&json!(4), &Value::Null));
    let cursor = page["next_cursor"].as_str().expect("there is another page");
    let page = list(&format!("target=thing:&limit=3&cursor={cursor}")).await.json();
    assert_eq!((actions(&page), &page["next_cursor"]), (vec!["thing.open"], &Value::Null));

    let cases: [(&str, &[&str]); 4] = [
        ("action=thing.&outcome=denied", &["thing.close"]),
        ("action=thing.open&target=thing:7", &["thing.open"]),
        ("target=thing:7&from=2026-03-04T05:06:10Z&to=2026-03-04T05:06:11Z", &["thing.close"]),
        ("target=thing:7&actor=nobody", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(actions(&list(query).await.json()), expected, "{query}");
    }
    drop(ask("outcome=perhaps").await.refused(400, "request.invalid_parameter"));
    drop(ask(&format!("target=other&cursor={cursor}")).await.refused(422, "page.cursor_invalid"));
}
