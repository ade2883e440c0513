//! Columns that hold one word of a set that grows: states, channels, purposes.
//!
//! The first schema had a check on each of them. But while two versions share a database, the newer one writes words
//! that the older one's check refuses. Who reads a row judges its words; the database keeps them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, TransactionTrait};

/// Takes the check off a column of text, if it has one. Rows stay as they are, and are not read.
///
/// `SQLite` has no statement for it. Its own procedure for a change that touches no stored row is to edit the text of
/// the table's definition (<https://www.sqlite.org/lang_altertable.html#otheralter>, the second one); the other one,
/// copying the table, would have to know its columns, indexes and everything that refers to it, and would empty the
/// tables that refer to it by `ON DELETE CASCADE`.
pub(crate) async fn open(manager: &SchemaManager<'_>, table: &str, column: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if connection.get_database_backend() == DbBackend::Postgres {
        // The name that PostgreSQL gives to the check of a column.
        let drop = format!("ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_{column}_check");
        connection.execute_unprepared(&drop).await?;
        return Ok(());
    }
    let transaction = connection.begin().await?;
    edit_definition(&transaction, table, column).await?;
    transaction.commit().await
}

async fn edit_definition<C: ConnectionTrait>(database: &C, table: &str, column: &str) -> Result<(), DbErr> {
    let ask = |sql: &str, values: Vec<Value>| Statement::from_sql_and_values(DbBackend::Sqlite, sql, values);
    let select = ask("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = $1", vec![table.into()]);
    let row = database.query_one_raw(select).await?;
    let row = row.ok_or_else(|| DbErr::Custom(format!("there is no table {table}")))?;
    let definition: String = row.try_get("", "sql")?;
    let Some(edited) = without_check(&definition, column) else { return Ok(()) };

    let row = database.query_one_raw(ask("PRAGMA schema_version", Vec::new())).await?;
    let version: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    database.execute_unprepared("PRAGMA writable_schema = ON").await?;
    let update = "UPDATE sqlite_schema SET sql = $1 WHERE type = 'table' AND name = $2";
    database.execute_raw(ask(update, vec![edited.into(), table.into()])).await?;
    // So that every connection reads the definition again.
    database.execute_unprepared(&format!("PRAGMA schema_version = {}", version + 1)).await?;
    database.execute_unprepared("PRAGMA writable_schema = OFF").await?;
    let check = database.query_one_raw(ask("PRAGMA quick_check(1)", Vec::new())).await?;
    let verdict: String = check.map_or(Ok(String::new()), |row| row.try_get_by_index(0))?;
    if verdict == "ok" { Ok(()) } else { Err(DbErr::Custom(format!("the table {table}: {verdict}"))) }
}

/// The definition without ` CHECK ("column" IN (…))`, as the schema builder wrote it; `None` when it has none.
fn without_check(definition: &str, column: &str) -> Option<String> {
    let start = definition.find(&format!(" CHECK (\"{column}\" IN ("))?;
    let end = start + definition[start..].find("))")? + 2;
    Some(format!("{}{}", &definition[..start], &definition[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_check_of_the_column_goes() {
        let definition = r#"CREATE TABLE "t" ( "a" text NOT NULL CHECK ("a" IN ('x', 'y')), "b" text CHECK ("b" IN ('z')) )"#;
        let opened = without_check(definition, "a").unwrap();
        assert_eq!(opened, r#"CREATE TABLE "t" ( "a" text NOT NULL, "b" text CHECK ("b" IN ('z')) )"#);
        assert_eq!(without_check(&opened, "a"), None);
    }
}
