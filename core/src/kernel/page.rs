//! Keyset pages: a list continues after the last row that was seen, so a page costs the same wherever it is.

use uuid::Uuid;

/// A place in a sorted list: the sort value of the last row seen, and its id to break ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The sort value as text, in the form that the store wrote it.
    pub value: String,
    /// The id of the row.
    pub id: Uuid,
}

/// Which page is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// At most this many items, 1 to [`PageRequest::MAX_LIMIT`].
    pub limit: u16,
    /// Continue after this place; from the start when absent.
    pub after: Option<Cursor>,
    /// Also count all matching rows. Costs a scan of them.
    pub count: bool,
}

impl PageRequest {
    /// Items per page when the caller names no limit.
    pub const DEFAULT_LIMIT: u16 = 20;
    /// The largest page.
    pub const MAX_LIMIT: u16 = 100;

    /// The first page, of `limit` items, not counted.
    #[must_use]
    pub fn first(limit: u16) -> Self {
        Self { limit, after: None, count: false }
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// Where the next page starts; `None` on the last page.
    pub next: Option<Cursor>,
    /// How many rows match in all, when asked for.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    /// The same page with each item converted.
    pub fn map<U>(self, convert: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(convert).collect(), next: self.next, total: self.total }
    }
}

/// The direction of a sort; ids break ties in the same direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_starts_at_the_beginning_and_is_not_counted() {
        assert_eq!(PageRequest::first(7), PageRequest { limit: 7, after: None, count: false });
    }

    #[test]
    fn converting_the_items_of_a_page_keeps_its_place_and_count() {
        let next = Some(Cursor { value: "2026".to_owned(), id: Uuid::from_u128(3) });
        let page = Page { items: vec![1, 2], next: next.clone(), total: Some(9) };
        let expected = Page { items: vec!["1".to_owned(), "2".to_owned()], next, total: Some(9) };
        assert_eq!(page.map(|item| item.to_string()), expected);
    }
}
