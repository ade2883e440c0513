//! Keyset pages over rows in memory.

use chrono::DateTime;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use uuid::Uuid;

/// A value that lists are sorted by, with the text that stands for it in a cursor.
pub(crate) trait SortValue: Ord + Sized {
    fn write(&self) -> String;
    fn read(text: &str) -> Option<Self>;
}

impl SortValue for i64 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl SortValue for String {
    fn write(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl SortValue for Timestamp {
    fn write(&self) -> String {
        self.timestamp_micros().to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().and_then(DateTime::from_timestamp_micros)
    }
}

/// The page of `rows` that `request` asks for, sorted by `key` in `direction`.
pub(crate) fn page_of<'a, T: Clone + 'a, V: SortValue>(
    rows: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> (V, Uuid),
    direction: Direction,
    request: &PageRequest,
) -> Result<Page<T>, StoreError> {
    let mut rows: Vec<((V, Uuid), &T)> = rows.map(|row| (key(row), row)).collect();
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    if direction == Direction::Descending {
        rows.reverse();
    }
    let total = request.count.then_some(rows.len() as u64);
    let start = match &request.after {
        None => 0,
        Some(cursor) => {
            let value = V::read(&cursor.value)
                .ok_or_else(|| StoreError::Refused("the cursor belongs to another sort".into()))?;
            let last_seen = (value, cursor.id);
            rows.partition_point(|(key, _)| match direction {
                Direction::Ascending => *key <= last_seen,
                Direction::Descending => *key >= last_seen,
            })
        }
    };
    let rest = &rows[start..];
    let shown = &rest[..rest.len().min(usize::from(request.limit))];
    let next = (rest.len() > shown.len())
        .then(|| shown.last())
        .flatten()
        .map(|((value, id), _)| Cursor { value: value.write(), id: *id });
    Ok(Page { items: shown.iter().map(|(_, row)| (*row).clone()).collect(), next, total })
}
