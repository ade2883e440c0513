//! How the HTTP server listens and what it accepts.

use std::net::SocketAddr;

use eop_http::HttpOptions;
use eop_runtime::config::{Check, ConfigError, Faults, Key, required};

use super::Settings;

eop_runtime::section! {
    /// How the HTTP server listens and what it accepts.
    pub struct HttpConfig in "http" {
        /// Address and port to listen on; by default the service's own port on this machine only: user 127.0.0.1:8090,
        /// order 127.0.0.1:8081, notification 127.0.0.1:8082.
        pub addr: Option<SocketAddr> = Key::of("EOP_HTTP_ADDR")
            .expects("an address and port such as 0.0.0.0:8081, which is every interface")
            .for_servers(),
        /// Address under which clients reach this service; links in mails start with it.
        pub public_url: Option<String> = Key::of("EOP_PUBLIC_URL")
            .expects("a URL such as https://orders.example.com")
            .check(Check::Scheme(&["http", "https"]))
            .for_servers(),
        /// Longest time for one request, in milliseconds.
        pub request_timeout_ms: u64 = Key::of("EOP_REQUEST_TIMEOUT_MS")
            .default(|| HttpOptions::default().request_timeout_ms.to_string())
            .expects("milliseconds, at least 1")
            .check(Check::AtLeast(1, "is 0, so every request would fail")),
        /// Largest request body, in bytes.
        pub max_body_bytes: usize = Key::of("EOP_MAX_BODY_BYTES")
            .default(|| HttpOptions::default().max_body_bytes.to_string())
            .expects("bytes, at least 1")
            .check(Check::AtLeast(1, "is 0, so no body would be accepted")),
        /// Requests answered at the same time; more get 503 with Retry-After.
        pub max_in_flight: usize = Key::of("EOP_MAX_IN_FLIGHT")
            .default(|| HttpOptions::default().max_in_flight.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so every request would be refused")),
        /// Streams of events open at the same time; more get 503 with Retry-After. Each is a connection too.
        pub max_streams: usize = Key::of("EOP_MAX_STREAMS")
            .default(|| HttpOptions::default().max_streams.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nobody could listen")),
        /// Streams of one account open at the same time; more get 429 with Retry-After.
        pub max_streams_per_account: usize = Key::of("EOP_MAX_STREAMS_PER_ACCOUNT")
            .default(|| HttpOptions::default().max_streams_per_account.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nobody could listen")),
        /// Connections of clients at the same time, within the limit of open files; at more, the longest waiting one is
        /// closed.
        pub max_connections: usize = Key::of("EOP_MAX_CONNECTIONS")
            .default(|| HttpOptions::default().max_connections.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nobody could connect")),
        /// Connections of one address at the same time, an IPv6 address counted with its /64; without a meaning behind
        /// proxies.
        pub max_connections_per_address: usize = Key::of("EOP_MAX_CONNECTIONS_PER_ADDRESS")
            .default(|| HttpOptions::default().max_connections_per_address.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nobody could connect")),
        /// Proxies in front that add to X-Forwarded-For or Forwarded; with 0 neither header is believed.
        pub trusted_proxies: usize = Key::of("EOP_TRUSTED_PROXIES")
            .default(|| HttpOptions::default().trusted_proxies.to_string())
            .expects("a whole number"),
        /// Address and port for health and metrics alone; without it they are beside the API.
        pub ops_addr: Option<SocketAddr> = Key::of("EOP_OPS_ADDR")
            .expects("an address and port such as 127.0.0.1:9081")
            .for_servers(),
        /// Web origins that may call the API from a browser.
        pub cors_origins: Vec<String> = Key::of("EOP_CORS_ORIGINS")
            .default(String::new)
            .expects("origins separated by commas, such as https://portal.example.com")
            .check(Check::By(not_an_origin)),
    }
}

fn not_an_origin(origin: &str) -> Option<String> {
    let host = origin.split_once("://").map(|(scheme, host)| (matches!(scheme, "http" | "https"), host));
    let right = host.is_some_and(|(web, host)| web && !host.is_empty() && !host.contains('/'));
    (!right).then(|| format!("{origin:?} is not a scheme and host alone"))
}

impl HttpConfig {
    pub(super) fn check(&self, faults: &mut Faults) {
        let apart = self.ops_addr.is_none() || self.ops_addr != self.addr;
        faults.unless(apart, "EOP_OPS_ADDR", "is the address of the API");
    }

    /// Where to listen.
    ///
    /// # Errors
    /// When neither `EOP_HTTP_ADDR` nor the program says so.
    pub fn required_addr(&self) -> Result<SocketAddr, ConfigError> {
        required(self.addr, Settings::ALL, "EOP_HTTP_ADDR")
    }

    /// The address for links, without a slash at its end: `public_url`, or else `http://` and where it listens.
    #[must_use]
    pub fn base_url(&self) -> String {
        match (&self.public_url, self.addr) {
            (Some(url), _) => url.trim_end_matches('/').to_owned(),
            (None, Some(addr)) => format!("http://{addr}"),
            (None, None) => "http://localhost".to_owned(),
        }
    }
}
