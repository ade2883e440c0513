//! What notification writes, as operations.

use eop_core::kernel::commit::Commit;
use eop_core::notification::port::NotificationWrite;

use crate::change::{ChangeSet, OnConflict, Op};
use crate::entity::{
    attempt, dead_letter, deferred_event, delivery, notification, recipient, recipient_role,
};
use crate::translation;

/// The commit as operations. What is planned twice, or comes twice, is there already and stays as it is.
pub(super) fn change_set(commit: Commit<NotificationWrite>) -> ChangeSet {
    translation::change_set(commit, |write, ops| match write {
        NotificationWrite::PutRecipient(recipient) => {
            let guard = Some(recipient_role::Column::Sequence);
            ops.extend(recipient_role::Model::all_of(&recipient).map(|role| Op::put(role, guard)));
            ops.push(Op::put(recipient::Model::from(recipient), Some(recipient::Column::Sequence)));
        }
        NotificationWrite::InsertNotification(notification) => {
            ops.push(Op::insert(notification::Model::from(notification), OnConflict::Skip));
        }
        NotificationWrite::InsertDelivery(delivery) => {
            ops.push(Op::insert(delivery::Model::from(delivery), OnConflict::Skip));
        }
        NotificationWrite::UpdateDelivery { delivery, from } => {
            ops.push(Op::update(delivery::Model::from(delivery), from));
        }
        NotificationWrite::PutAttempt(attempt) => ops.push(Op::put(attempt::Model::from(attempt), None)),
        NotificationWrite::InsertDeadLetter(letter) => {
            ops.push(Op::insert(dead_letter::Model::from(letter), OnConflict::Skip));
        }
        NotificationWrite::UpdateDeadLetter { letter, from } => {
            ops.push(Op::update(dead_letter::Model::from(letter), from));
        }
        NotificationWrite::PutDeferred(event) => ops.push(Op::put(deferred_event::Model::from(event), None)),
    })
}
