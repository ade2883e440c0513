//! What an older version must know to work with the schema.
//!
//! A migration that only adds says nothing: older programs go on beside it. One that takes something away says so here,
//! in the same transaction, and from then on programs that do not know this migration refuse to start.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

/// The table: one row for each migration that a program has to know.
pub(crate) const TABLE: &str = "schema_floor";

/// A migration that a program has to know to work with the schema.
#[derive(Debug)]
pub(crate) struct Needed {
    /// Its name.
    pub(crate) migration: String,
    /// What it took away.
    pub(crate) reason: String,
}

/// Programs that do not know the migration `name` cannot work with the schema any more, because of `reason`, such as
/// `orders.note is gone`. A migration that contracts the schema calls this with its own name.
///
/// # Errors
/// When the database does not answer, or has no such table yet.
pub async fn shut_out_older(manager: &SchemaManager<'_>, name: &str, reason: &str) -> Result<(), DbErr> {
    let row = Query::insert()
        .into_table(TABLE)
        .columns(["migration", "reason"])
        .values_panic([name.into(), reason.into()])
        .to_owned();
    manager.execute(row).await
}

/// Takes [`shut_out_older`] back. A migration that called it does so when it is taken back itself.
///
/// # Errors
/// When the database does not answer.
pub async fn let_in_older(manager: &SchemaManager<'_>, name: &str) -> Result<(), DbErr> {
    let row = Query::delete().from_table(TABLE).and_where(Expr::col("migration").eq(name)).to_owned();
    manager.execute(row).await
}

/// What a program has to know.
pub(crate) async fn read(manager: &SchemaManager<'_>) -> Result<Vec<Needed>, DbErr> {
    if !manager.has_table(TABLE).await? {
        return Ok(Vec::new());
    }
    let select = Query::select()
        .columns(["migration", "reason"])
        .from(TABLE)
        .order_by("migration", Order::Asc)
        .to_owned();
    let rows = manager.get_connection().query_all(&select).await?;
    rows.iter()
        .map(|row| {
            Ok(Needed { migration: row.try_get("", "migration")?, reason: row.try_get("", "reason")? })
        })
        .collect()
}
