//! The outbox: events written with the change that they tell of, until a relay has published them.

use eop_core::kernel::event::Event;

use crate::change::{Kind, OnConflict, Op, Table, big, json};

pub(crate) static OUTBOX: Table = Table {
    name: "outbox",
    key: &["position"],
    columns: &[
        ("event_id", Kind::Uuid),
        ("topic", Kind::Text),
        ("kind", Kind::Text),
        ("key", Kind::Uuid),
        ("sequence", Kind::BigInt),
        ("occurred_at", Kind::Timestamp),
        ("traceparent", Kind::Text),
        ("data", Kind::Json),
    ],
};

/// The event as a row of the outbox.
pub(crate) fn insert(event: Event) -> Op {
    let row = vec![
        ("event_id", event.id.0.into()),
        ("topic", event.topic.as_str().into()),
        ("kind", event.kind.into()),
        ("key", event.key.into()),
        ("sequence", big(event.sequence)),
        ("occurred_at", event.occurred_at.into()),
        ("traceparent", event.traceparent.into()),
        ("data", json(&event.data)),
    ];
    Op::Insert { table: &OUTBOX, row, on_conflict: OnConflict::Never }
}
