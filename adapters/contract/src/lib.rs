//! Contract suites: what every adapter of a port must do, written once.
//!
//! A suite is a module of generic async functions over a harness trait, one function per sentence. Its
//! `..._contract!` macro lists them, so that every case is a test of its own in the report of every adapter.

#![expect(clippy::unwrap_used, reason = "test support: a failed unwrap is a failed case")]
#![expect(clippy::missing_panics_doc, reason = "a case panics when the adapter breaks the contract")]

pub mod audit_log;
pub mod channel;
pub mod clock;
pub mod credentials;
pub mod deferrals;
pub mod delivery_leases;
pub mod delivery_queue;
pub mod event_bus;
pub mod events;
pub mod fixture;
pub mod identity_commits;
pub mod identity_queries;
pub mod identity_roles;
pub mod identity_store;
pub mod inbox;
pub mod mailbox;
pub mod notification_commits;
pub mod notification_queries;
pub mod notification_store;
pub mod order_commits;
pub mod order_queries;
pub mod order_search;
pub mod order_store;
pub mod outbox;
pub mod outbox_decisions;
pub mod policy_keeper;
pub mod retention;
pub mod throttle;

/// Expands to one `tokio` test per case of a suite, run with the given harness.
///
/// The crate that uses it needs `tokio` with `macros` and `rt-multi-thread`. With `when (condition)` the cases run only
/// where the condition, which has to say so itself, finds what they need.
#[macro_export]
macro_rules! cases {
    ($harness:ty, $suite:ident: $($case:ident),+ $(,)?) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $case() {
            $crate::$suite::$case::<$harness>().await;
        }
    )+};
    ($harness:ty, $suite:ident when ($condition:expr): $($case:ident),+ $(,)?) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $case() {
            if $condition {
                $crate::$suite::$case::<$harness>().await;
            }
        }
    )+};
}
