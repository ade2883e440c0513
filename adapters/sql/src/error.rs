//! From the driver's errors to those of the ports: is the database away, or did it refuse?

use eop_core::kernel::error::StoreError;
use sea_orm::sqlx;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::{DbErr, RuntimeErr};

/// The error of a read or of a single direct statement.
pub(crate) fn store_error(error: DbErr) -> StoreError {
    match &error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => StoreError::Unavailable(Box::new(error)),
        DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))
            if is_away(inner) || is_passing(inner) =>
        {
            StoreError::Unavailable(Box::new(error))
        }
        _ => StoreError::Refused(Box::new(error)),
    }
}

/// The same for an error that did not come through `SeaORM`.
pub(crate) fn sqlx_error(error: sqlx::Error) -> StoreError {
    if is_away(&error) || is_passing(&error) {
        StoreError::Unavailable(Box::new(error))
    } else {
        StoreError::Refused(Box::new(error))
    }
}

/// A row that does not make sense. `row` is its key.
#[expect(clippy::needless_pass_by_value, reason = "keys are small, and mostly values of the moment")]
pub(crate) fn inconsistent(table: &'static str, column: &'static str, row: impl ToString) -> StoreError {
    StoreError::Inconsistent { table, column, row: row.to_string() }
}

/// Whether a value is to blame that the driver cannot turn into what its column should hold: the row is broken, not the
/// statement.
pub(crate) fn is_of_a_value(error: &StoreError) -> bool {
    let StoreError::Refused(cause) = error else { return matches!(error, StoreError::Inconsistent { .. }) };
    match cause.downcast_ref::<DbErr>() {
        Some(DbErr::Type(_) | DbErr::Json(_) | DbErr::TryIntoErr { .. }) => true,
        Some(DbErr::Query(RuntimeErr::SqlxError(inner)) | DbErr::Exec(RuntimeErr::SqlxError(inner))) => {
            matches!(**inner, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_))
        }
        _ => false,
    }
}

/// The connection is gone: it must not be used again, and what was under way on it may or may not have happened.
pub(crate) fn is_away(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::PoolClosed
        | sqlx::Error::PoolTimedOut => true,
        // 57P01..57P05: terminated, crashed, starting up, dropped, idle too long. 08xxx: connection exceptions.
        sqlx::Error::Database(refusal) => {
            refusal.code().is_some_and(|code| code.starts_with("57P") || code.starts_with("08"))
        }
        _ => false,
    }
}

/// The connection must not be used again: it is gone, or leads to a server that only reads (25006), as one does that was
/// the primary until a failover.
pub(crate) fn is_of_no_use(error: &sqlx::Error) -> bool {
    is_away(error)
        || error.as_database_error().and_then(DatabaseError::code).is_some_and(|code| code == "25006")
}

/// The database refused for now, and nothing was done: another try may succeed.
pub(crate) fn is_passing(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    code.is_some_and(|code| {
        if code.len() == SQLSTATE_LENGTH { passes_postgres(&code) } else { passes_sqlite(&code) }
    })
}

/// `PostgreSQL` has codes of five characters, `SQLite` has numbers of at most four digits.
const SQLSTATE_LENGTH: usize = 5;

fn passes_postgres(code: &str) -> bool {
    // 40: serialisation failure, deadlock. 53: out of connections, memory, disk. 57014: statement timeout. 55P03: lock
    // not available. 25006: read only, as a standby is.
    code.starts_with("40") || code.starts_with("53") || matches!(code, "57014" | "55P03" | "25006")
}

fn passes_sqlite(code: &str) -> bool {
    // The low byte is the kind. 5: busy. 6: locked. 10: input or output failed. 13: the disk is full. 14: the file
    // cannot be opened.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 10 | 13 | 14))
}
