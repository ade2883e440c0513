//! Keyset pages over any entity: the same order and the same cursors on both engines.
//!
//! A page continues by a row comparison, `(sort, id) > (value, id)`, which both engines answer from an index on the two
//! columns. One row more than the page is read to know whether there is another page.

use chrono::{DateTime, SecondsFormat, Utc};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select, Value,
};
use thiserror::Error;

use crate::entity::reading::readable;
use crate::error::store_error;
use crate::pool::Pool;

/// A cursor that this list did not hand out.
#[derive(Debug, Error)]
#[error("the cursor's value `{0}` does not fit the sort")]
struct ForeignCursor(String);

/// How the values of a sort column are written in cursors.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SortKind {
    /// RFC 3339, as fine as it is stored.
    Timestamp,
    /// Decimal.
    BigInt,
    /// As it is.
    Text,
}

impl SortKind {
    /// The value of a cursor.
    ///
    /// # Errors
    /// `Refused` when it is one of another sort.
    pub(crate) fn parse(self, text: &str) -> Result<Value, StoreError> {
        let foreign = || StoreError::Refused(Box::new(ForeignCursor(text.to_owned())));
        match self {
            Self::Timestamp => {
                let at = DateTime::parse_from_rfc3339(text).map_err(|_| foreign())?;
                Ok(at.with_timezone(&Utc).into())
            }
            Self::BigInt => Ok(text.parse::<i64>().map_err(|_| foreign())?.into()),
            Self::Text => Ok(text.into()),
        }
    }
}

/// A timestamp as cursors carry it: no coarser than a row may hold it, for a page that continued a little before its last row
/// would leave out the rows beside it.
pub(crate) fn timestamp_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// What a list is sorted by: `sort`, then `id`, both in `direction`.
#[derive(Debug)]
pub(crate) struct Keyset<C> {
    /// A column, or an expression that there is an index on.
    pub(crate) sort: Expr,
    pub(crate) kind: SortKind,
    pub(crate) id: C,
    pub(crate) direction: Direction,
}

/// One page of `select`, which holds the filters. `cursor` says where a row stands, `convert` makes the item.
///
/// # Errors
/// As the database gives them; `Refused` for a cursor of another sort. Rows that `convert` cannot read are left out.
pub(crate) async fn page<E, C, T>(
    pool: &Pool,
    select: Select<E>,
    keyset: Keyset<C>,
    request: &PageRequest,
    cursor: impl Fn(&E::Model) -> Cursor + Send,
    convert: impl FnMut(E::Model) -> Result<T, StoreError> + Send,
) -> Result<Page<T>, StoreError>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Send + Sync + Sized,
    C: ColumnTrait,
{
    let total =
        if request.count { Some(select.clone().count(pool).await.map_err(store_error)?) } else { None };
    let limit = usize::from(request.limit);
    let mut rows = keyset.apply(select, request)?.all(pool).await.map_err(store_error)?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(cursor) } else { None };
    let items = readable(rows.into_iter().map(convert))?;
    Ok(Page { items, next, total })
}

impl<C: ColumnTrait> Keyset<C> {
    /// Adds the place to continue after, the order and the limit to a query.
    pub(crate) fn apply<E: EntityTrait>(
        &self,
        select: Select<E>,
        request: &PageRequest,
    ) -> Result<Select<E>, StoreError> {
        let order = match self.direction {
            Direction::Ascending => Order::Asc,
            Direction::Descending => Order::Desc,
        };
        let mut select = select;
        if let Some(after) = &request.after {
            let columns = Expr::tuple([self.sort.clone(), self.id.into_expr()]);
            let place = Expr::tuple([Expr::value(self.kind.parse(&after.value)?), Expr::value(after.id)]);
            select = select.filter(match self.direction {
                Direction::Ascending => columns.gt(place),
                Direction::Descending => columns.lt(place),
            });
        }
        Ok(select
            .order_by(self.sort.clone(), order.clone())
            .order_by(self.id, order)
            .limit(u64::from(request.limit) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_continues_exactly_at_its_row() {
        for nanoseconds in [0, 1_000, 278_000_000, 278_416_000, 278_416_123, 999_999_999] {
            let at = DateTime::from_timestamp(1_795_824_000, nanoseconds).expect("it is a time");
            let read = SortKind::Timestamp.parse(&timestamp_text(at)).expect("it is a cursor of ours");
            assert_eq!(read, Value::from(at));
        }
    }
}
