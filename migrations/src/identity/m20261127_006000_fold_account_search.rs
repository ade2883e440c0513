//! Texts are searched without what people do not mean: not only case, but also how an accent is encoded, and the width of
//! letters; and an address is found by its domain in Unicode and in ASCII.

use eop_core::identity::model::searched;
use eop_core::kernel::email::Email;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::prelude::Uuid;

/// Folds `account.search` anew.
///
/// An instance of the version before, while it still runs beside newer ones, writes what it changes in its own form; such a
/// row is found as before until it changes again.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

/// Rows read at once.
const BATCH: u64 = 1000;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let database = manager.get_connection();
        let mut after = Uuid::nil();
        loop {
            let next = Query::select()
                .columns(["id", "name", "email", "search"])
                .from("account")
                .and_where(Expr::col("id").gt(after))
                .order_by("id", Order::Asc)
                .limit(BATCH)
                .to_owned();
            let rows = database.query_all(&next).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.try_get("", "id")?;
            for row in rows {
                let (id, name): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "name")?);
                let search = searched(&name, &Email::kept(row.try_get("", "email")?));
                if search != row.try_get::<String>("", "search")? {
                    let folded = Query::update()
                        .table("account")
                        .value("search", search)
                        .and_where(Expr::col("id").eq(id))
                        .to_owned();
                    database.execute(&folded).await?;
                }
            }
        }
    }

    /// What is folded further is found as well.
    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
