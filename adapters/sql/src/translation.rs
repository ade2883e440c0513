//! From a commit of the ports to the form that both engines apply.
//!
//! Each context turns its own writes into operations; events, audit entries and the once-key are turned here, so that no
//! context can forget them.

use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::commit::{Commit, Once};

use crate::change::{ChangeSet, OnConflict, OnceRow, Op};
use crate::entity::{audit, idempotency, outbox, seen_event};
use crate::table::{Written, row};

/// The commit with each of its writes turned into operations by `write`.
pub(crate) fn change_set<W>(commit: Commit<W>, mut write: impl FnMut(W, &mut Vec<Op>)) -> ChangeSet {
    let Commit { writes, events, audit: entries, once } = commit;
    let mut ops = Vec::with_capacity(2 * writes.len() + events.len() + entries.len());
    for one in writes {
        write(one, &mut ops);
    }
    let wakes_relay = !events.is_empty();
    ops.extend(
        events.into_iter().map(|event| Op::insert(outbox::ActiveModel::from(event), OnConflict::Never)),
    );
    ops.extend(entries.into_iter().map(noted));
    ChangeSet { ops, once: once.map(once_row), wakes_relay }
}

/// An entry of the audit log.
pub(crate) fn noted(entry: AuditEntry) -> Op {
    Op::insert(audit::Model::from(entry), OnConflict::Never)
}

fn once_row(once: Once) -> OnceRow {
    let (table, row) = match &once {
        Once::Request { key, fingerprint, outcome, at } => {
            let answered = idempotency::Model::of(key, *fingerprint, outcome, *at);
            (idempotency::Entity::table(), row(answered))
        }
        Once::Message { consumer, id, at } => {
            let seen = seen_event::Model { consumer: (*consumer).to_owned(), event_id: id.0, at: *at };
            (seen_event::Entity::table(), row(seen))
        }
    };
    OnceRow { table, row, once }
}
