//! One struct per concern, composed by [`Settings`](super::Settings).

mod kafka;

use std::net::SocketAddr;
use std::time::Duration;

use secrecy::SecretString;
use serde::Deserialize;

pub use self::kafka::KafkaConfig;
use super::SecretUrl;
use super::error::{ConfigError, Problem};
use super::keys;

/// How the HTTP server listens and what it accepts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpConfig {
    /// Address and port to listen on; each program has its own.
    pub addr: Option<SocketAddr>,
    /// Address under which clients reach the service, when it differs from `addr`.
    pub public_url: Option<String>,
    /// Longest time for one request, in milliseconds.
    pub request_timeout_ms: u64,
    /// Largest request body, in bytes.
    pub max_body_bytes: usize,
    /// Requests answered at the same time.
    pub max_in_flight: usize,
    /// Streams of events that are open at the same time.
    pub max_streams: usize,
    /// Streams of one account.
    pub max_streams_per_account: usize,
    /// Connections of clients in all.
    pub max_connections: usize,
    /// Connections of one address.
    pub max_connections_per_address: usize,
    /// Proxies in front that add to `X-Forwarded-For` or `Forwarded`; with 0 neither is believed.
    pub trusted_proxies: usize,
    /// Where health and metrics are served apart from the API.
    pub ops_addr: Option<SocketAddr>,
    /// Web origins that may call the API from a browser.
    pub cors_origins: Vec<String>,
}

impl HttpConfig {
    /// Where to listen.
    ///
    /// # Errors
    /// When neither `EOP_HTTP_ADDR` nor the program says so.
    pub fn required_addr(&self) -> Result<SocketAddr, ConfigError> {
        required(self.addr, "EOP_HTTP_ADDR")
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

    /// Longest time for one request.
    #[must_use]
    pub fn request_timeout(&self) -> Duration {
        Duration::from_millis(self.request_timeout_ms)
    }
}

/// The database of a service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseConfig {
    /// Where it is.
    pub url: Option<SecretUrl>,
    /// Connections kept open to PostgreSQL.
    pub max_connections: u32,
    /// Longest wait for a free connection, in milliseconds.
    pub acquire_timeout_ms: u64,
    /// Longest time for one statement, in milliseconds.
    pub statement_timeout_ms: u64,
    /// Batches of commits that are written to PostgreSQL at once.
    pub writers: usize,
}

impl DatabaseConfig {
    /// Where the database is.
    ///
    /// # Errors
    /// When `EOP_DATABASE_URL` is not set.
    pub fn required_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.url.as_ref(), "EOP_DATABASE_URL")
    }
}

/// The broker of the events.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrokerConfig {
    /// Where it is.
    pub url: Option<SecretUrl>,
    /// Goes before the name of every topic and consumer group; empty for the only platform on a broker.
    pub topic_prefix: String,
    /// What only a Kafka cluster needs.
    pub kafka: KafkaConfig,
}

impl BrokerConfig {
    /// Where the broker is.
    ///
    /// # Errors
    /// When `EOP_BROKER_URL` is not set.
    pub fn required_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.url.as_ref(), "EOP_BROKER_URL")
    }
}

/// How access tokens are issued and verified.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenConfig {
    /// Issuer written into tokens and expected in them.
    pub issuer: Option<String>,
    /// Where the public signing keys are read.
    pub jwks_url: Option<String>,
    /// Life of an access token, in seconds.
    pub access_ttl_s: u64,
}

impl TokenConfig {
    /// Issuer expected in tokens.
    ///
    /// # Errors
    /// When `EOP_ISSUER` is not set.
    pub fn required_issuer(&self) -> Result<&str, ConfigError> {
        required(self.issuer.as_deref(), "EOP_ISSUER")
    }

    /// Where the public signing keys are read.
    ///
    /// # Errors
    /// When `EOP_JWKS_URL` is not set.
    pub fn required_jwks_url(&self) -> Result<&str, ConfigError> {
        required(self.jwks_url.as_deref(), "EOP_JWKS_URL")
    }
}

/// What holds for accounts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityConfig {
    /// Registrations per network of origin and hour; 0 for no limit.
    pub registrations_per_hour: u32,
    /// E-mail address of the first administrator; set together with the password.
    pub bootstrap_admin_email: Option<String>,
    /// Password of the first administrator.
    pub bootstrap_admin_password: Option<SecretString>,
    /// Password of the demo accounts of the embedded mode.
    pub demo_password: SecretString,
}

impl IdentityConfig {
    /// E-mail address and password of the first administrator, when they are given.
    #[must_use]
    pub fn bootstrap_admin(&self) -> Option<(&str, &SecretString)> {
        self.bootstrap_admin_email.as_deref().zip(self.bootstrap_admin_password.as_ref())
    }
}

/// What holds for orders.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderConfig {
    /// Hours after which an order that nobody approved is cancelled.
    pub approval_timeout_h: u32,
    /// Orders that one account may place per minute, at each instance; 0 for no limit.
    pub per_account_per_minute: u32,
    /// The currencies that orders may be in; empty for all in use.
    pub currencies: Vec<String>,
}

/// For how many days things are kept; 0 keeps them for ever.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionConfig {
    /// Sessions, after their end.
    pub sessions_days: u32,
    /// Refresh tokens.
    pub refresh_tokens_days: u32,
    /// One-time links, after they expired.
    pub links_days: u32,
    /// Notifications with their deliveries and attempts.
    pub notifications_days: u32,
    /// Attempts to deliver.
    pub attempts_days: u32,
    /// Mails of the mailbox of the embedded mode.
    pub mails_days: u32,
    /// Items of people's inboxes.
    pub inbox_items_days: u32,
    /// Dead letters, after an operator decided.
    pub dead_letters_days: u32,
    /// Events that wait for a newer version.
    pub deferred_events_days: u32,
    /// The audit log.
    pub audit_days: u32,
    /// Idempotency keys and seen events.
    pub once_keys_days: u32,
    /// Counts of tries.
    pub throttles_days: u32,
}

/// How mail leaves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// Mail server.
    pub smtp_url: Option<SecretUrl>,
    /// Sender, as `Name <address>` or an address alone.
    pub from: String,
    /// Whether the mail server takes addresses with a name outside ASCII; when not set, the program decides.
    pub smtputf8: Option<bool>,
}

impl MailConfig {
    /// The mail server.
    ///
    /// # Errors
    /// When `EOP_SMTP_URL` is not set.
    pub fn required_smtp_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.smtp_url.as_ref(), "EOP_SMTP_URL")
    }
}

/// Where the portal's door leads.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PortalConfig {
    /// The user service.
    pub user_url: Option<String>,
    /// The order service.
    pub order_url: Option<String>,
    /// The notification service.
    pub notification_url: Option<String>,
}

impl PortalConfig {
    /// The addresses of the user, the order and the notification service.
    ///
    /// # Errors
    /// Names the first of `EOP_USER_URL`, `EOP_ORDER_URL` and `EOP_NOTIFICATION_URL` that is not set.
    pub fn required_services(&self) -> Result<[&str; 3], ConfigError> {
        Ok([
            required(self.user_url.as_deref(), "EOP_USER_URL")?,
            required(self.order_url.as_deref(), "EOP_ORDER_URL")?,
            required(self.notification_url.as_deref(), "EOP_NOTIFICATION_URL")?,
        ])
    }
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One line per event for people, coloured on a terminal.
    Pretty,
    /// One JSON object per line for collectors.
    Json,
}

/// What is logged, and how.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// Level, or directives per module.
    pub filter: String,
    /// How lines are written.
    pub format: LogFormat,
}

/// Where traces go.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TelemetryConfig {
    /// Collector that takes OTLP over HTTP; without it traces are not exported.
    pub otlp_endpoint: Option<SecretUrl>,
    /// Name of the process in logs and traces, when it differs from the program's own.
    pub service_name: Option<String>,
    /// Share of new traces that are exported, 0.0 to 1.0.
    pub sample_ratio: f64,
}

/// The value, or an error that says which setting is missing and what it looks like.
pub(super) fn required<T>(value: Option<T>, env: &str) -> Result<T, ConfigError> {
    value.ok_or_else(|| ConfigError::one(missing(env)))
}

/// That a setting is missing, and what it looks like.
pub(super) fn missing(env: &str) -> Problem {
    let expects = keys::find(env).map_or("", |key| key.expects);
    Problem::new(env, "is not set", format!("set it to {expects}"))
}
