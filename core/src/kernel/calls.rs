//! Calls of other servers by HTTP, as the adapters that make them tell of them.

use std::time::Duration;

/// Hears of each call of another server, for metrics. What hears may be slow in nothing: it is told while somebody waits.
pub trait Calls: Send + Sync {
    /// `server` (`host:port`) answered with this HTTP status, or did not answer, so long after the request was begun.
    ///
    /// A server is one that the settings name. Those that people name, such as receivers of webhooks, are told of under one
    /// name together: there is no bound on how many of them there are.
    fn ended(&self, server: &str, status: Option<u16>, took: Duration);
}

/// Nobody hears of calls.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unheard;

impl Calls for Unheard {
    fn ended(&self, _: &str, _: Option<u16>, _: Duration) {}
}
