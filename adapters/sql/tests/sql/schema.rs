//! The schema between two versions: what a newer one ran does not keep an older one out, unless it says so.

use eop_contract::fixture::{a_delivery, a_notification, an_attempt, an_event};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::event::Event;
use eop_core::kernel::id::EventId;
use eop_core::notification::model::Delivery;
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_migrations::{
    MigrateError, MigratorTrait, SchemaManager, Step, floor, migrate, notification, pending, revert, status,
};
use eop_sql::{Database, SqlNotifications};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::support::{Engine, Postgres, Schema, Scratch, Sqlite, on_both_engines};

type Migrator = notification::Migrator;

/// The migration of a version that is yet to come.
const FUTURE: &str = "m20990101_000001_add_telepathy";

/// What a newer version leaves when it ran a migration.
async fn newer_version_ran(database: &Database, name: &str) {
    let row = format!("INSERT INTO seaql_migrations (version, applied_at) VALUES ('{name}', 0)");
    database.connection().execute_unprepared(&row).await.unwrap();
}

async fn count(connection: &DatabaseConnection, sql: &str) -> i64 {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// A version that was replaced and comes back, or crashed in the middle of a rollout, starts and works.
async fn a_migration_of_a_newer_version_is_said_and_no_obstacle<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let connection = scratch.database.connection();
    newer_version_ran(&scratch.database, FUTURE).await;
    assert_eq!(migrate::<Migrator>(connection).await.unwrap(), [FUTURE]);
    assert_eq!(pending::<Migrator>(connection).await.unwrap(), Vec::<String>::new());
    let steps = status::<Migrator>(connection).await.unwrap();
    let (last, known) = steps.split_last().unwrap();
    assert_eq!(last, &(FUTURE.to_owned(), Step::Newer));
    assert!(known.iter().all(|(_, step)| *step == Step::Applied), "{known:?}");
}

/// Of two branches that were developed side by side, one ran first.
async fn what_is_pending_runs_beside_what_a_newer_version_ran<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let connection = scratch.database.connection();
    revert::<Migrator>(connection, 1).await.unwrap();
    let reverted = pending::<Migrator>(connection).await.unwrap();
    assert_eq!(reverted.len(), 1);
    newer_version_ran(&scratch.database, FUTURE).await;
    assert_eq!(pending::<Migrator>(connection).await.unwrap(), reverted);
    assert_eq!(migrate::<Migrator>(connection).await.unwrap(), [FUTURE]);
    assert_eq!(pending::<Migrator>(connection).await.unwrap(), Vec::<String>::new());
}

/// Only who ran it knows how.
async fn a_migration_of_a_newer_version_cannot_be_taken_back<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    newer_version_ran(&scratch.database, FUTURE).await;
    let refused = revert::<Migrator>(scratch.database.connection(), 1).await.unwrap_err().to_string();
    assert!(refused.contains(FUTURE) && refused.contains("newer version"), "{refused}");
}

/// A newer version took something away that this one needs.
async fn a_schema_that_is_marked_as_incompatible_is_refused<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let connection = scratch.database.connection();
    let manager = SchemaManager::new(connection);
    let known = Migrator::migrations().last().unwrap().name().to_owned();
    floor::shut_out_older(&manager, &known, "this version knows it").await.unwrap();
    assert_eq!(migrate::<Migrator>(connection).await.unwrap(), Vec::<String>::new());

    newer_version_ran(&scratch.database, FUTURE).await;
    floor::shut_out_older(&manager, FUTURE, "delivery.channel is gone").await.unwrap();
    for refused in [migrate::<Migrator>(connection).await, pending::<Migrator>(connection).await] {
        let refused = refused.unwrap_err();
        assert!(matches!(refused, MigrateError::Newer { .. }), "{refused:?}");
        let said = refused.to_string();
        assert!(said.contains(FUTURE) && said.contains("delivery.channel is gone"), "{said}");
    }
    floor::let_in_older(&manager, FUTURE).await.unwrap();
    assert_eq!(migrate::<Migrator>(connection).await.unwrap(), [FUTURE]);
}

/// A newer version writes words that an older one's check would refuse, and the check is of the database.
async fn no_column_of_words_has_a_check<E: Engine>() {
    for schema in [Schema::Identity, Schema::Order, Schema::Notification] {
        let scratch = Scratch::<E>::fresh(schema).await;
        let connection = scratch.database.connection();
        let checks = match connection.get_database_backend() {
            DbBackend::Postgres => {
                "SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND pg_get_constraintdef(oid) LIKE '%ANY%'"
            }
            _ => "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%CHECK%IN (%'",
        };
        assert_eq!(count(connection, checks).await, 0, "{schema:?}");
    }
}

/// The checks go, and nothing else: rows, keys, indexes and cascades stay.
async fn rows_survive_when_the_checks_go<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let connection = scratch.database.connection();
    let names: Vec<String> = Migrator::migrations().iter().map(|one| one.name().to_owned()).collect();
    let opening = names.iter().position(|name| name.contains("open_notification")).unwrap();
    let after = u32::try_from(names.len() - opening).unwrap();
    // From a schema with the checks, as an older version made it.
    Migrator::down(connection, None).await.unwrap();
    Migrator::up(connection, Some(u32::try_from(opening).unwrap())).await.unwrap();
    assert!(after >= 1);
    let insert = |channel: &str| {
        format!(
            "INSERT INTO delivery (id, notification_id, recipient_id, channel, status, attempts, expires_at, \
             version, created_at, updated_at) SELECT id, id, recipient_id, '{channel}', 'queued', 0, created_at, \
             1, created_at, created_at FROM notification"
        )
    };
    let store = SqlNotifications::new(&scratch.database);
    // By statements: the older version's rows have no more columns than these. What the event lends them was there then.
    let told = a_notification(1);
    let event = an_event().numbered(1).build();
    let event =
        Event { id: EventId(told.id.0), key: told.recipient.0, occurred_at: told.created_at, ..event };
    store.commit(Commit { events: vec![event], ..Commit::of(Vec::new()) }).await.unwrap();
    let notification = "INSERT INTO notification (id, kind, recipient_id, event_id, data, created_at) \
         SELECT event_id, 'order.created', key, event_id, data, occurred_at FROM outbox";
    connection.execute_unprepared(notification).await.unwrap();
    connection.execute_unprepared(&insert("telepathy")).await.unwrap_err();
    connection.execute_unprepared(&insert("email")).await.unwrap();
    let attempt = NotificationWrite::PutAttempt(an_attempt(a_delivery().build().id, 1));
    store.commit(Commit::of(vec![attempt])).await.unwrap();

    migrate::<Migrator>(connection).await.unwrap();
    let at = a_notification(1).created_at;
    let older = Delivery { next_attempt_at: None, expires_at: at, created_at: at, ..a_delivery().build() };
    let older = Delivery { updated_at: at, ..older };
    assert_eq!(store.find_delivery(older.id).await.unwrap(), Some(older));
    assert_eq!(count(connection, "SELECT count(*) FROM attempt").await, 1);
    connection
        .execute_unprepared("UPDATE delivery SET channel = 'telepathy', status = 'dreamt'")
        .await
        .unwrap();
    connection.execute_unprepared("UPDATE attempt SET outcome = 'forgotten'").await.unwrap();
    connection.execute_unprepared(&insert("email")).await.unwrap_err();
    connection.execute_unprepared("DELETE FROM notification").await.unwrap();
    assert_eq!(count(connection, "SELECT count(*) FROM attempt").await, 0, "what hung on it went with it");
}

on_both_engines!(
    a_migration_of_a_newer_version_is_said_and_no_obstacle,
    what_is_pending_runs_beside_what_a_newer_version_ran,
    a_migration_of_a_newer_version_cannot_be_taken_back,
    a_schema_that_is_marked_as_incompatible_is_refused,
    no_column_of_words_has_a_check,
    rows_survive_when_the_checks_go,
);
