//! What the HTTP interface of every service must do, written once and run over each of them.
//!
//! * [`golden`] – files that are compared with what the code says now, and rewritten with `UPDATE=1`.
//! * [`document`] – the operations of a service, as its document describes them.
//! * [`client`], [`reply`] – requests by operation id; every answer is held to the document.
//! * [`people`] – who calls: one person per built-in role, and those without one.
//! * [`problems`] – the matrix of bad input: every operation, every mistake, one documented problem.
//! * [`answers`] – answers against the schemas of both documents.
//! * [`events`] – the document of published events against what it promised before.
//! * [`codes`] – the codes of problems, all of them.
//! * [`access`] – the table of role × operation × ownership.
//! * [`audit`] – the audit log.
//! * [`outbox`] – the operators' interface of the outbox.
//! * [`system`] – the console: what a service remembers of its own work.

#![expect(clippy::missing_panics_doc, reason = "a check panics when the interface breaks the contract")]

pub mod access;
pub mod answers;
pub mod audit;
pub mod bounds;
pub mod client;
pub mod codes;
pub mod document;
pub mod events;
pub mod golden;
pub mod outbox;
pub mod people;
pub mod problems;
pub mod reply;
pub mod system;
