//! The guard of the life of orders: the database itself refuses a step that the table does not have.
//!
//! Which steps there are is said by `TRANSITIONS` in the core. A migration is never changed once it is released, so the newest
//! migration that puts the guard up lists the steps of then, and a test here compares them with the table of now: who adds a
//! transition writes a migration that puts the guard up again.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// The name of the trigger, on both engines.
const TRIGGER: &str = "orders_step";

/// From which status to which an order may go.
pub(super) type Steps = &'static [(&'static str, &'static str)];

/// Puts the guard up, in place of an earlier one: from now on an update of an order either leaves status and version as they
/// are, or takes one of `steps` and makes the version one more. What is inserted is not asked.
pub(super) async fn put_up(manager: &SchemaManager<'_>, steps: Steps) -> Result<(), DbErr> {
    take_down(manager).await?;
    let connection = manager.get_connection();
    let refused = condition(steps);
    if connection.get_database_backend() == DbBackend::Postgres {
        connection
            .execute_unprepared(
                "CREATE OR REPLACE FUNCTION eop_refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 RAISE EXCEPTION 'an order does not go from % (version %) to % (version %)', \
                 OLD.status, OLD.version, NEW.status, NEW.version USING ERRCODE = 'EOP02'; END $$",
            )
            .await?;
        let trigger = format!(
            "CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON orders FOR EACH ROW WHEN ({refused}) \
             EXECUTE FUNCTION eop_refuse_step()"
        );
        return connection.execute_unprepared(&trigger).await.map(drop);
    }
    let trigger = format!(
        "CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON orders WHEN {refused} \
         BEGIN SELECT RAISE(ABORT, 'an order does not take this step'); END"
    );
    connection.execute_unprepared(&trigger).await.map(drop)
}

/// Takes the guard down.
pub(super) async fn take_down(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let on = if connection.get_database_backend() == DbBackend::Postgres { " ON orders" } else { "" };
    connection.execute_unprepared(&format!("DROP TRIGGER IF EXISTS {TRIGGER}{on}")).await.map(drop)
}

/// What is refused, in words that both engines know. A trigger's condition may hold no subquery on `PostgreSQL`, so a step is
/// compared as one text.
fn condition(steps: Steps) -> String {
    let steps: Vec<String> = steps.iter().map(|(from, to)| format!("'{from} {to}'")).collect();
    format!(
        "(NEW.status <> OLD.status OR NEW.version <> OLD.version) AND NOT (NEW.version = OLD.version + 1 \
         AND OLD.status || ' ' || NEW.status IN ({}))",
        steps.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use eop_core::order::model::LIFE;

    use super::super::m20261128_021001_guard_steps::STEPS;

    #[test]
    fn the_newest_guard_allows_what_the_table_has() {
        let table: BTreeSet<(&str, &str)> =
            LIFE.steps().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        let guard: BTreeSet<(&str, &str)> = STEPS.iter().copied().collect();
        assert_eq!(guard, table, "write a migration that puts the guard up with the steps of the table");
    }
}
