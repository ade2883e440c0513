//! What the HTTP interface of every service must do, written once and run over each of them.
//!
//! * [`golden`] – files that are compared with what the code says now, and rewritten with `UPDATE=1`.

#![expect(clippy::missing_panics_doc, reason = "a check panics when the interface breaks the contract")]

pub mod golden;
