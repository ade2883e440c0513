//! What notification writes, as operations.

use std::collections::BTreeSet;

use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::StoreError;
use eop_core::notification::model::Recipient;
use eop_core::notification::port::NotificationWrite;

use super::deferred;
use super::table::{
    self, ATTEMPT, DEAD_LETTER, DEFERRED_EVENT, DELIVERY, NOTIFICATION, RECIPIENT, RECIPIENT_ROLE,
};
use crate::change::{ChangeSet, OnConflict, Op};

/// The commit as operations.
pub(super) fn change_set(commit: Commit<NotificationWrite>) -> Result<ChangeSet, StoreError> {
    ChangeSet::of(commit, |write, ops| {
        let op = match write {
            NotificationWrite::PutRecipient(recipient) => {
                put_recipient(&recipient, ops);
                return Ok(());
            }
            NotificationWrite::InsertNotification(notification) => Op::Insert {
                table: &NOTIFICATION,
                row: table::notification(&notification),
                on_conflict: OnConflict::Skip,
            },
            NotificationWrite::InsertDelivery(delivery) => {
                let row = table::delivery(&delivery)?;
                Op::Insert { table: &DELIVERY, row, on_conflict: OnConflict::Skip }
            }
            NotificationWrite::UpdateDelivery { delivery, from } => {
                let set = table::delivery_changes(&delivery)?;
                Op::Update { table: &DELIVERY, key: delivery.id.0, from, set }
            }
            NotificationWrite::PutAttempt(attempt) => {
                Op::Put { table: &ATTEMPT, row: table::attempt(&attempt)?, guard: None }
            }
            NotificationWrite::InsertDeadLetter(letter) => Op::Insert {
                table: &DEAD_LETTER,
                row: table::dead_letter(&letter),
                on_conflict: OnConflict::Skip,
            },
            NotificationWrite::UpdateDeadLetter { letter, from } => {
                let set = table::dead_letter_changes(&letter);
                Op::Update { table: &DEAD_LETTER, key: letter.id.0, from, set }
            }
            NotificationWrite::PutDeferred(event) => {
                Op::Put { table: &DEFERRED_EVENT, row: deferred::row(event), guard: None }
            }
        };
        ops.push(op);
        Ok(())
    })
}

fn put_recipient(recipient: &Recipient, ops: &mut Vec<Op>) {
    let guard = Some("sequence");
    ops.push(Op::Put { table: &RECIPIENT, row: table::recipient(recipient), guard });
    let roles: BTreeSet<_> = recipient.roles.iter().collect();
    ops.extend(roles.into_iter().map(|role| Op::Put {
        table: &RECIPIENT_ROLE,
        row: table::recipient_role(recipient, role),
        guard,
    }));
}
