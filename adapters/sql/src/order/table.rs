//! The tables of orders, and domain values as their rows.

use eop_core::order::model::{Customer, HistoryEntry, Note, Order};

use crate::change::{Kind, Row, Table, big, json, json_or_null};

pub(super) static ORDERS: Table = Table {
    name: "orders",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("number", Kind::Text),
        ("customer_id", Kind::Uuid),
        ("created_by_kind", Kind::Text),
        ("created_by_id", Kind::Text),
        ("status", Kind::Text),
        ("lines", Kind::Json),
        ("total", Kind::BigInt),
        ("currency", Kind::Text),
        ("shipping_address", Kind::Json),
        ("note", Kind::Text),
        ("metadata", Kind::Json),
        ("shipment", Kind::Json),
        ("delivered_at", Kind::Timestamp),
        ("reason", Kind::Text),
        ("approved_at", Kind::Timestamp),
        ("version", Kind::BigInt),
        ("created_at", Kind::Timestamp),
        ("updated_at", Kind::Timestamp),
    ],
};

pub(super) static HISTORY: Table = Table {
    name: "order_history",
    key: &["order_id", "version"],
    columns: &[
        ("order_id", Kind::Uuid),
        ("version", Kind::BigInt),
        ("action", Kind::Text),
        ("from_status", Kind::Text),
        ("to_status", Kind::Text),
        ("actor_kind", Kind::Text),
        ("actor_id", Kind::Text),
        ("reason", Kind::Text),
        ("note", Kind::Text),
        ("at", Kind::Timestamp),
        ("trace_id", Kind::Text),
    ],
};

pub(super) static NOTES: Table = Table {
    name: "order_note",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("order_id", Kind::Uuid),
        ("visibility", Kind::Text),
        ("text", Kind::Text),
        ("author_kind", Kind::Text),
        ("author_id", Kind::Text),
        ("created_at", Kind::Timestamp),
    ],
};

pub(super) static CUSTOMER: Table = Table {
    name: "customer",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("name", Kind::Text),
        ("sequence", Kind::BigInt),
        ("updated_at", Kind::Timestamp),
    ],
};

/// A new order.
pub(super) fn order(order: Order) -> Row {
    let mut row = vec![
        ("id", order.id.0.into()),
        ("number", order.number.clone().into()),
        ("customer_id", order.customer_id.0.into()),
        ("created_by_kind", order.created_by.kind.as_str().into()),
        ("created_by_id", order.created_by.id.clone().into()),
        ("created_at", order.created_at.into()),
    ];
    row.extend(order_changes(order));
    row
}

/// The part of an order that changes.
pub(super) fn order_changes(order: Order) -> Row {
    vec![
        ("status", order.status.as_str().into()),
        ("lines", json(&order.lines)),
        ("total", order.total.amount().into()),
        ("currency", order.total.currency().as_str().into()),
        ("shipping_address", json(&order.shipping_address)),
        ("note", order.note.into()),
        ("metadata", json(&order.metadata)),
        ("shipment", json_or_null(order.shipment.as_ref())),
        ("delivered_at", order.delivered_at.into()),
        ("reason", order.reason.into()),
        ("approved_at", order.approved_at.into()),
        ("version", big(order.version.0)),
        ("updated_at", order.updated_at.into()),
    ]
}

/// A step.
pub(super) fn entry(entry: HistoryEntry) -> Row {
    vec![
        ("order_id", entry.order.0.into()),
        ("version", big(entry.version.0)),
        ("action", entry.action.as_str().into()),
        ("from_status", entry.from.map(|status| status.as_str().to_owned()).into()),
        ("to_status", entry.to.as_str().into()),
        ("actor_kind", entry.actor.kind.as_str().into()),
        ("actor_id", entry.actor.id.into()),
        ("reason", entry.reason.into()),
        ("note", entry.note.into()),
        ("at", entry.at.into()),
        ("trace_id", entry.trace_id.into()),
    ]
}

/// A note.
pub(super) fn note(note: Note) -> Row {
    vec![
        ("id", note.id.0.into()),
        ("order_id", note.order.0.into()),
        ("visibility", note.visibility.as_str().into()),
        ("text", note.text.into()),
        ("author_kind", note.author.kind.as_str().into()),
        ("author_id", note.author.id.into()),
        ("created_at", note.created_at.into()),
    ]
}

/// What is known of a customer.
pub(super) fn customer(customer: Customer) -> Row {
    vec![
        ("id", customer.id.0.into()),
        ("name", customer.name.into()),
        ("sequence", big(customer.sequence)),
        ("updated_at", customer.updated_at.into()),
    ]
}
