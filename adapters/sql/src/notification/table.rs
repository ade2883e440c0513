//! The tables of notification and how its values become rows of them.

use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::notification::model::{Attempt, DeadLetter, Delivery, DeliveryStatus, Notification, Recipient};
use sea_orm::Value;

use crate::change::{Kind, Row, Table, big, json};
use crate::error::inconsistent;

pub(super) static RECIPIENT: Table = Table {
    name: "recipient",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("phone", Kind::Text),
        ("locale", Kind::Text),
        ("time_zone", Kind::Text),
        ("verified", Kind::Bool),
        ("roles", Kind::Json),
        ("sequence", Kind::BigInt),
        ("updated_at", Kind::Timestamp),
    ],
};

pub(super) static RECIPIENT_ROLE: Table = Table {
    name: "recipient_role",
    key: &["role", "recipient_id"],
    columns: &[("role", Kind::Text), ("recipient_id", Kind::Uuid), ("sequence", Kind::BigInt)],
};

pub(super) static NOTIFICATION: Table = Table {
    name: "notification",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("kind", Kind::Text),
        ("recipient_id", Kind::Uuid),
        ("event_id", Kind::Uuid),
        ("order_id", Kind::Uuid),
        ("data", Kind::Json),
        ("traceparent", Kind::Text),
        ("created_at", Kind::Timestamp),
    ],
};

pub(super) static DELIVERY: Table = Table {
    name: "delivery",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("notification_id", Kind::Uuid),
        ("recipient_id", Kind::Uuid),
        ("channel", Kind::Text),
        ("lane", Kind::Text),
        ("status", Kind::Text),
        ("attempts", Kind::Int),
        ("next_attempt_at", Kind::Timestamp),
        ("leased_until", Kind::Timestamp),
        ("due_at", Kind::Timestamp),
        ("held_by", Kind::Text),
        ("held_until", Kind::Timestamp),
        ("expires_at", Kind::Timestamp),
        ("reference", Kind::Text),
        ("last_error", Kind::Text),
        ("version", Kind::BigInt),
        ("created_at", Kind::Timestamp),
        ("updated_at", Kind::Timestamp),
    ],
};

pub(super) static ATTEMPT: Table = Table {
    name: "attempt",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("delivery_id", Kind::Uuid),
        ("number", Kind::Int),
        ("provider", Kind::Text),
        ("started_at", Kind::Timestamp),
        ("outcome", Kind::Text),
        ("code", Kind::Text),
        ("detail", Kind::Text),
        ("finished_at", Kind::Timestamp),
    ],
};

pub(super) static DEAD_LETTER: Table = Table {
    name: "dead_letter",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("topic", Kind::Text),
        ("topic_partition", Kind::Int),
        ("topic_offset", Kind::BigInt),
        ("event_id", Kind::Uuid),
        ("value", Kind::Bytes),
        ("error", Kind::Text),
        ("created_at", Kind::Timestamp),
        ("replayed", Kind::Bool),
        ("resolved_at", Kind::Timestamp),
        ("version", Kind::BigInt),
    ],
};

pub(super) static DEFERRED_EVENT: Table = Table {
    name: "deferred_event",
    key: &["event_id"],
    columns: &[
        ("event_id", Kind::Uuid),
        ("topic", Kind::Text),
        ("topic_partition", Kind::Int),
        ("topic_offset", Kind::BigInt),
        ("word", Kind::Text),
        ("value", Kind::Bytes),
        ("created_at", Kind::Timestamp),
    ],
};

/// Text from outside, such as a provider's answer. `PostgreSQL` cannot store NUL in text, and an answer with one must
/// not keep its attempt from being recorded.
pub(super) fn foreign(text: &str) -> Value {
    text.replace('\0', "\u{fffd}").into()
}

fn foreign_or_null(text: Option<&String>) -> Value {
    text.map_or(Value::String(None), |text| foreign(text))
}

/// A number of attempts.
fn int(number: u32, column: &'static str, table: &Table, row: impl ToString) -> Result<Value, StoreError> {
    i32::try_from(number).map(Into::into).map_err(|_| inconsistent(table.name, column, row))
}

/// A recipient.
pub(super) fn recipient(recipient: &Recipient) -> Row {
    vec![
        ("id", recipient.id.0.into()),
        ("name", recipient.name.as_str().into()),
        ("email", recipient.email.as_str().into()),
        ("phone", recipient.phone.clone().into()),
        ("locale", recipient.locale.as_str().into()),
        ("time_zone", recipient.time_zone.as_str().into()),
        ("verified", recipient.verified.into()),
        ("roles", json(&recipient.roles)),
        ("sequence", big(recipient.sequence)),
        ("updated_at", recipient.updated_at.into()),
    ]
}

/// That the recipient has `role` as of its present sequence.
pub(super) fn recipient_role(recipient: &Recipient, role: &Role) -> Row {
    vec![
        ("role", role.as_str().into()),
        ("recipient_id", recipient.id.0.into()),
        ("sequence", big(recipient.sequence)),
    ]
}

/// A notification.
pub(super) fn notification(notification: &Notification) -> Row {
    vec![
        ("id", notification.id.0.into()),
        ("kind", notification.kind.as_str().into()),
        ("recipient_id", notification.recipient.0.into()),
        ("event_id", notification.event.0.into()),
        ("order_id", notification.order.into()),
        ("data", json(&notification.data)),
        ("traceparent", notification.traceparent.clone().into()),
        ("created_at", notification.created_at.into()),
    ]
}

/// When a worker may take the delivery.
fn due_at(delivery: &Delivery) -> Option<Timestamp> {
    match delivery.status {
        DeliveryStatus::Queued | DeliveryStatus::Retrying => {
            Some(delivery.next_attempt_at.unwrap_or(delivery.created_at))
        }
        DeliveryStatus::Sending => Some(delivery.leased_until.unwrap_or(delivery.updated_at)),
        DeliveryStatus::Sent
        | DeliveryStatus::Failed
        | DeliveryStatus::Dead
        | DeliveryStatus::Unknown
        | DeliveryStatus::Expired
        | DeliveryStatus::Cancelled => None,
    }
}

/// The columns of a delivery that can change.
pub(super) fn delivery_changes(delivery: &Delivery) -> Result<Row, StoreError> {
    Ok(vec![
        ("status", delivery.status.as_str().into()),
        ("attempts", int(delivery.attempts, "attempts", &DELIVERY, delivery.id)?),
        ("next_attempt_at", delivery.next_attempt_at.into()),
        ("leased_until", delivery.leased_until.into()),
        ("due_at", due_at(delivery).into()),
        ("held_by", delivery.held_by.clone().into()),
        ("held_until", delivery.leased_until.filter(|_| delivery.held_by.is_some()).into()),
        ("expires_at", delivery.expires_at.into()),
        ("reference", foreign_or_null(delivery.reference.as_ref())),
        ("last_error", foreign_or_null(delivery.last_error.as_ref())),
        ("version", big(delivery.version.0)),
        ("updated_at", delivery.updated_at.into()),
    ])
}

/// A delivery.
pub(super) fn delivery(delivery: &Delivery) -> Result<Row, StoreError> {
    let mut row = delivery_changes(delivery)?;
    row.extend([
        ("id", delivery.id.0.into()),
        ("notification_id", delivery.notification.0.into()),
        ("recipient_id", delivery.recipient.0.into()),
        ("channel", delivery.channel.as_str().into()),
        ("lane", delivery.lane.as_str().into()),
        ("created_at", delivery.created_at.into()),
    ]);
    Ok(row)
}

/// An attempt.
pub(super) fn attempt(attempt: &Attempt) -> Result<Row, StoreError> {
    let result = attempt.result.as_ref();
    Ok(vec![
        ("id", attempt.id.0.into()),
        ("delivery_id", attempt.delivery.0.into()),
        ("number", int(attempt.number, "number", &ATTEMPT, attempt.id)?),
        ("provider", attempt.provider.as_str().into()),
        ("started_at", attempt.started_at.into()),
        ("outcome", result.map(|result| result.outcome.as_str()).into()),
        ("code", foreign_or_null(result.and_then(|result| result.code.as_ref()))),
        ("detail", foreign_or_null(result.and_then(|result| result.detail.as_ref()))),
        ("finished_at", result.map(|result| result.finished_at).into()),
    ])
}

/// The columns of a dead letter that can change.
pub(super) fn dead_letter_changes(letter: &DeadLetter) -> Row {
    vec![
        ("error", foreign(&letter.error)),
        ("replayed", letter.resolution.map(|resolution| resolution.replayed).into()),
        ("resolved_at", letter.resolution.map(|resolution| resolution.at).into()),
        ("version", big(letter.version.0)),
    ]
}

/// A dead letter.
pub(super) fn dead_letter(letter: &DeadLetter) -> Row {
    let mut row = dead_letter_changes(letter);
    row.extend([
        ("id", letter.id.0.into()),
        ("topic", letter.position.topic.as_str().into()),
        ("topic_partition", letter.position.partition.into()),
        ("topic_offset", letter.position.offset.into()),
        ("event_id", letter.event.map(|event| event.0).into()),
        ("value", letter.value.as_bytes().to_vec().into()),
        ("created_at", letter.created_at.into()),
    ]);
    row
}
