//! The rows of the tables as `SeaORM` reads them. Writing goes through [`crate::change`].

pub(crate) mod account;
pub(crate) mod account_role;
mod actor;
pub(crate) mod admin_roster;
pub(crate) mod attempt;
pub(crate) mod customer;
pub(crate) mod dead_letter;
pub(crate) mod deferred_event;
pub(crate) mod delivery;
pub(crate) mod idempotency;
pub(crate) mod inbox;
pub(crate) mod inbox_item;
pub(crate) mod link;
pub(crate) mod mail;
pub(crate) mod notification;
pub(crate) mod order;
pub(crate) mod order_counter;
pub(crate) mod order_history;
pub(crate) mod order_note;
pub(crate) mod outbox;
pub(crate) mod reading;
pub(crate) mod recipient;
pub(crate) mod recipient_role;
pub(crate) mod refresh_token;
pub(crate) mod session;
pub(crate) mod signing_key;
