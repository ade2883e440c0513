//! The codes of problems: all of them, from the lists beside the errors that they name.

use std::collections::BTreeMap;
use std::fmt::Write;

use eop_core::identity::error::IdentityError;
use eop_core::kernel::console::ConsoleError;
use eop_core::kernel::error::{ErrorKind, StoreError};
use eop_core::kernel::pipeline::PipelineError;
use eop_core::kernel::trail::AuditError;
use eop_core::notification::error::NotificationError;
use eop_core::order::error::OrderError;
use eop_http::problem::{codes, status_of};

/// The codes of the domain, as each context lists them.
const DOMAIN: [&[(&str, ErrorKind)]; 7] = [
    StoreError::CODES,
    PipelineError::CODES,
    ConsoleError::CODES,
    AuditError::CODES,
    OrderError::CODES,
    IdentityError::CODES,
    NotificationError::CODES,
];

fn domain() -> impl Iterator<Item = (&'static str, u16)> {
    DOMAIN.into_iter().flatten().map(|(code, kind)| (*code, status_of(*kind).as_u16()))
}

/// The status of a code; nothing when no such code is listed.
#[must_use]
pub fn status(code: &str) -> Option<u16> {
    let mut all = codes::EDGE.iter().copied().chain(domain());
    all.find(|(known, _)| *known == code).map(|(_, status)| status)
}

/// The codes of the edge, as a table for people.
#[must_use]
pub fn edge_table() -> String {
    table(codes::EDGE.iter().copied())
}

/// The codes of the domain, as a table for people.
#[must_use]
pub fn domain_table() -> String {
    table(domain().filter(|(code, _)| !codes::EDGE.iter().any(|(edge, _)| edge == code)))
}

/// One row per status; a code that several errors share is named once.
fn table(all: impl Iterator<Item = (&'static str, u16)>) -> String {
    let mut rows: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    for (code, status) in all {
        let row = rows.entry(status).or_default();
        let code = format!("`{code}`");
        if !row.contains(&code) {
            row.push(code);
        }
    }
    let mut text = "| status | codes |\n| --- | --- |\n".to_owned();
    for (status, codes) in rows {
        let _ = writeln!(text, "| {status} | {} |", codes.join(", "));
    }
    text
}
