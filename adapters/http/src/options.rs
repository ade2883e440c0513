//! How a service listens and what it allows.

use std::time::Duration;

use serde::Deserialize;

use crate::server::ConnectionLimits;

/// Limits and trust of the HTTP edge.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HttpOptions {
    /// Where clients reach the service, such as `https://orders.example.com`. With `https`, answers carry HSTS.
    pub public_url: Option<String>,
    /// The largest request body, in bytes.
    pub max_body_bytes: usize,
    /// How long a client may take to send a body, in milliseconds.
    pub body_timeout_ms: u64,
    /// How long an operation may take until its answer begins, in milliseconds.
    pub request_timeout_ms: u64,
    /// How many requests are served at once; more are refused with 503.
    pub max_in_flight: usize,
    /// How many streams of events are open at once; more are refused with 503.
    pub max_streams: usize,
    /// How many streams one account has open at once; more are refused with 429.
    pub max_streams_per_account: usize,
    /// The origins of web pages that may call this service, such as `https://portal.example.com`.
    pub cors_origins: Vec<String>,
    /// How many proxies in front add to `X-Forwarded-For` or `Forwarded`. With 0 neither is believed.
    pub trusted_proxies: usize,
    /// Health and metrics have a listener of their own and are not served beside the operations.
    pub has_ops_apart: bool,
    /// The most connections of clients in all.
    pub max_connections: usize,
    /// The most connections of one address; without a meaning where all come from a proxy.
    pub max_connections_per_address: usize,
}

impl Default for HttpOptions {
    fn default() -> Self {
        let connections = ConnectionLimits::default();
        Self {
            public_url: None,
            max_body_bytes: 1024 * 1024,
            body_timeout_ms: 15_000,
            request_timeout_ms: 30_000,
            max_in_flight: 512,
            max_streams: 1024,
            max_streams_per_account: 10,
            cors_origins: Vec::new(),
            trusted_proxies: 0,
            has_ops_apart: false,
            max_connections: connections.total,
            max_connections_per_address: connections.per_address,
        }
    }
}

impl HttpOptions {
    pub(crate) fn body_timeout(&self) -> Duration {
        Duration::from_millis(self.body_timeout_ms)
    }

    pub(crate) fn request_timeout(&self) -> Duration {
        Duration::from_millis(self.request_timeout_ms)
    }

    /// The limits of connections. Those of one address do not count where every connection is a proxy's.
    #[must_use]
    pub fn connections(&self) -> ConnectionLimits {
        let total = self.max_connections;
        let per_address = if self.trusted_proxies == 0 { self.max_connections_per_address } else { total };
        ConnectionLimits { total, per_address, ..ConnectionLimits::default() }
    }

    /// Whether clients reach the service by HTTPS.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}
