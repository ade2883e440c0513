//! What orders are found by, and an index of its trigrams.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, text_null, uuid, uuid_uniq};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Creates `order_search`, and `customer.email`.
///
/// Its rows are written after those of the orders, by whichever instance of a version that knows it comes first; an older
/// one neither writes nor reads it.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let email = Table::alter().table("customer").add_column(text_null("email")).to_owned();
        manager.alter_table(email).await?;
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let mut table = Table::create().table("order_search").to_owned();
        if is_postgres {
            // By bytes: only equality and parts are asked for.
            table.col(uuid("order_id").primary_key()).col(text("words").extra("COLLATE \"C\""));
        } else {
            // A number that stays, which the index can refer to: that of a row without one may change.
            let seq = ColumnDef::new("seq").integer().not_null().auto_increment().primary_key().to_owned();
            table.col(seq).col(uuid_uniq("order_id")).col(text("words"));
        }
        manager.create_table(table.col(big_integer("version")).to_owned()).await?;
        let connection = manager.get_connection();
        for statement in if is_postgres { &POSTGRES[..] } else { &SQLITE[..] } {
            connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DbBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP TABLE order_search_words").await?;
        }
        manager.drop_table(Table::drop().table("order_search").to_owned()).await?;
        manager.alter_table(Table::alter().table("customer").drop_column("email").to_owned()).await
    }
}

/// `pg_trgm` is a trusted extension: who may create tables in the database may install it.
const POSTGRES: [&str; 2] = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX order_search_words ON order_search USING gin (words gin_trgm_ops)",
];

/// The index holds no second copy of the words, so it is told of what went before (<https://www.sqlite.org/fts5.html>, 4.4.3).
const SQLITE: [&str; 4] = [
    "CREATE VIRTUAL TABLE order_search_words USING fts5(words, content='order_search', content_rowid='seq', \
     tokenize='trigram case_sensitive 1')",
    "CREATE TRIGGER order_search_added AFTER INSERT ON order_search BEGIN \
     INSERT INTO order_search_words(rowid, words) VALUES (new.seq, new.words); END",
    "CREATE TRIGGER order_search_removed AFTER DELETE ON order_search BEGIN \
     INSERT INTO order_search_words(order_search_words, rowid, words) VALUES ('delete', old.seq, old.words); END",
    "CREATE TRIGGER order_search_changed AFTER UPDATE ON order_search BEGIN \
     INSERT INTO order_search_words(order_search_words, rowid, words) VALUES ('delete', old.seq, old.words); \
     INSERT INTO order_search_words(rowid, words) VALUES (new.seq, new.words); END",
];
