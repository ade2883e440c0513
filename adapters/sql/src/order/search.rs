//! Looking orders up by what they are found by.
//!
//! Each engine has an index of trigrams over `order_search.words`: `pg_trgm` on PostgreSQL, FTS5 on SQLite. It finds what is
//! rare at once. What is in thousands of orders is not looked up: a list is then read in its order and each order asked
//! whether it has it, which fills a page after a few rows. A first, bounded look into the index tells which of both it is.

use eop_core::kernel::error::StoreError;
use eop_core::order::model::SearchTerms;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

use super::SqlOrders;
use crate::entity::order::Column;
use crate::error::store_error;

/// What is in more orders than this is not looked up.
const FEW: usize = 4000;

impl SqlOrders {
    /// The condition that an order has all of `terms`.
    pub(super) async fn having(&self, terms: &SearchTerms) -> Result<SimpleExpr, StoreError> {
        if let Some(found) = self.look_up(terms).await? {
            return Ok(Column::Id.is_in(found));
        }
        Ok(self.compared(terms))
    }

    /// The orders with all of `terms`; `None` when they are many, or when nothing is long enough to be looked up.
    async fn look_up(&self, terms: &SearchTerms) -> Result<Option<Vec<Uuid>>, StoreError> {
        let backend = self.reads().get_database_backend();
        let mut values: Vec<Value> = Vec::new();
        let mut conditions = Vec::new();
        let from = if backend == DbBackend::Postgres {
            for term in terms.looked_up() {
                values.push(like(term).into());
                conditions.push(format!("words LIKE ${}", values.len()));
            }
            "order_search"
        } else {
            let quoted: Vec<String> =
                terms.looked_up().map(|term| format!("\"{}\"", term.replace('"', "\"\""))).collect();
            if !quoted.is_empty() {
                values.push(quoted.join(" AND ").into());
                conditions.push("order_search_words MATCH $1".to_owned());
            }
            "order_search_words JOIN order_search ON order_search.seq = order_search_words.rowid"
        };
        if conditions.is_empty() {
            return Ok(None);
        }
        for term in terms.iter() {
            // What is too short for the index; the others are there already.
            if term.chars().count() < SearchTerms::SHORTEST {
                values.push(term.into());
                conditions.push(position(backend, "order_search.words", values.len()));
            }
        }
        let sql = format!(
            "SELECT order_search.order_id FROM {from} WHERE {} LIMIT {}",
            conditions.join(" AND "),
            FEW + 1
        );
        let statement = Statement::from_sql_and_values(backend, sql, values);
        let rows = self.reads().query_all_raw(statement).await.map_err(store_error)?;
        if rows.len() > FEW {
            return Ok(None);
        }
        let ids: Result<Vec<Uuid>, _> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
        ids.map(Some).map_err(store_error)
    }

    /// That the words of an order have all of `terms`, asked of each order by itself.
    fn compared(&self, terms: &SearchTerms) -> SimpleExpr {
        let backend = self.reads().get_database_backend();
        let words = "(SELECT words FROM order_search WHERE order_search.order_id = orders.id)";
        let marker = if backend == DbBackend::Postgres { "$1" } else { "?" };
        let function = if backend == DbBackend::Postgres { "strpos" } else { "instr" };
        let has = format!("{function}({words}, {marker}) > 0");
        let all = terms.iter().map(|term| Expr::cust_with_values(has.clone(), [Value::from(term)]));
        all.reduce(ExprTrait::and).unwrap_or_else(|| Expr::val(true))
    }
}

/// That the text in `column` has the value number `n`.
fn position(backend: DbBackend, column: &str, n: usize) -> String {
    let function = if backend == DbBackend::Postgres { "strpos" } else { "instr" };
    format!("{function}({column}, ${n}) > 0")
}

/// A pattern that matches what has `term` in it, whatever that consists of.
fn like(term: &str) -> String {
    let mut pattern = String::with_capacity(term.len() + 2);
    pattern.push('%');
    for c in term.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_themselves() {
        assert_eq!(like("100 %_\\"), "%100 \\%\\_\\\\%");
    }
}
