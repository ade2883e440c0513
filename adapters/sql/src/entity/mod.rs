//! The rows of the tables: of each its model, how a domain value becomes a row, and how a row becomes a domain value.
//!
//! `SeaORM` reads them; what the engines know of a table to write rows of it is [derived](crate::table) from its entity. So a
//! new column is a migration and, here, a field that the compiler asks for in both directions.

/// Lets commits write rows of this module's entity, whose table is made from it once. `fixed` and `depth` are those of
/// [`Written`](crate::table::Written).
macro_rules! written {
    ($(fixed: [$($fixed:ident),+])? $(,)? $(depth: $depth:literal)?) => {
        impl crate::table::Written for Entity {
            $(const FIXED: &'static [Column] = &[$(Column::$fixed),+];)?
            $(const DEPTH: u8 = $depth;)?

            fn table() -> &'static crate::table::Table {
                static TABLE: std::sync::LazyLock<crate::table::Table> =
                    std::sync::LazyLock::new(crate::table::Table::of::<Entity>);
                &TABLE
            }
        }
    };
}

pub(crate) mod account;
pub(crate) mod account_role;
mod actor;
pub(crate) mod admin_roster;
pub(crate) mod attempt;
pub(crate) mod audit;
pub(crate) mod customer;
pub(crate) mod dead_letter;
pub(crate) mod deferred_event;
pub(crate) mod delivery;
pub(crate) mod document;
pub(crate) mod idempotency;
pub(crate) mod inbox_count;
pub(crate) mod inbox_item;
pub(crate) mod link;
pub(crate) mod mail;
pub(crate) mod notification;
pub(crate) mod order;
pub(crate) mod order_counter;
pub(crate) mod order_history;
pub(crate) mod order_note;
pub(crate) mod order_search;
pub(crate) mod outbox;
pub(crate) mod policy_copy;
pub(crate) mod policy_state;
pub(crate) mod reading;
pub(crate) mod recipient;
pub(crate) mod recipient_role;
pub(crate) mod refresh_token;
pub(crate) mod role;
pub(crate) mod seen_event;
pub(crate) mod session;
pub(crate) mod signing_key;
pub(crate) mod writing;
