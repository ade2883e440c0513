//! The one table of settings. Everything that names a setting derives from it: reading the environment,
//! refusing unknown names, `eop config show`, the defaults file and the reference page.

/// How the text of a setting is read and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text as it is.
    Text,
    /// A whole number, not negative.
    Integer,
    /// A number with a fraction.
    Decimal,
    /// `true` or `false`.
    Switch,
    /// Several texts; separated by commas in the environment, an array in a file.
    List,
    /// A secret: never shown, and also readable from the file named by `<NAME>_FILE`.
    Secret,
    /// A URL that may hold a password: shown without it, and also readable from `<NAME>_FILE`.
    Url,
}

impl Kind {
    /// Whether the value may be, or hold, a secret and so may come from a file of its own.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Secret | Self::Url)
    }
}

/// One setting: its names, its default and what it is for.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Name in the environment, e.g. `EOP_HTTP_ADDR`.
    pub env: &'static str,
    /// Name in a file, e.g. `http.addr`; `None` when it can only come from the environment or a flag.
    pub path: Option<&'static str>,
    /// How its text is read and shown.
    pub kind: Kind,
    /// The documented default, written as in the environment; `None` when it is not set by default.
    pub default: Option<&'static str>,
    /// What it is for, in one sentence.
    pub help: &'static str,
    /// What a value looks like, for error texts.
    pub expects: &'static str,
    /// Whether `eop dev` heeds it: not what is about servers, of which it has none, or what it settles itself.
    pub in_dev: bool,
}

impl Key {
    const fn new(env: &'static str, path: &'static str, kind: Kind) -> Self {
        Self { env, path: Some(path), kind, default: None, help: "", expects: "", in_dev: true }
    }

    const fn default(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    const fn says(mut self, help: &'static str, expects: &'static str) -> Self {
        self.help = help;
        self.expects = expects;
        self
    }

    /// One that means nothing to `eop dev`.
    const fn for_servers(mut self) -> Self {
        self.in_dev = false;
        self
    }

    /// The name that gives this setting by file, e.g. `EOP_MASTER_KEY_FILE`; `None` unless it is sensitive.
    #[must_use]
    pub fn file_env(&self) -> Option<String> {
        self.kind.is_sensitive().then(|| format!("{}_FILE", self.env))
    }
}

/// The setting with this environment name or file path.
#[must_use]
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.env == name || key.path == Some(name))
}

/// Settings that there are no more, by both names, and what became of them.
const RETIRED: &[(&str, &str, &str)] = &[(
    "EOP_REQUIRE_VERIFIED_EMAIL",
    "identity.require_verified_email",
    "is no setting any more: nobody signs in before their address is verified",
)];

/// What became of a setting that there is no more.
pub(super) fn retired(name: &str) -> Option<&'static str> {
    RETIRED.iter().find(|(env, path, _)| *env == name || *path == name).map(|(_, _, fault)| *fault)
}

/// The known name nearest to a misspelt one; `None` when nothing is near.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.85)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}

/// The name of the configuration file in the environment.
pub(super) const CONFIG: &str = "EOP_CONFIG";

/// What is logged unless somebody wants something else.
pub const DEFAULT_FILTER: &str = "info,opentelemetry=warn,poem=warn,sea_orm_migration=warn";

/// Every setting, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    Key {
        env: CONFIG,
        path: None,
        kind: Kind::Text,
        default: None,
        help: "File with settings, below the environment and the flags.",
        expects: "the path of a TOML file",
        in_dev: true,
    },
    Key::new("EOP_INSTANCE", "instance", Kind::Text).says(
        "Name of this instance of the service, the same at every start; the machine and the port by default.",
        "a name that no other instance of the service has",
    ).for_servers(),
    Key::new("EOP_HTTP_ADDR", "http.addr", Kind::Text).says(
        "Address and port to listen on; by default the service's own port on this machine only: user 127.0.0.1:8090, \
         order 127.0.0.1:8081, notification 127.0.0.1:8082.",
        "an address and port such as 0.0.0.0:8081, which is every interface",
    ).for_servers(),
    Key::new("EOP_PUBLIC_URL", "http.public_url", Kind::Text).says(
        "Address under which clients reach this service; links in mails start with it.",
        "a URL such as https://orders.example.com",
    ).for_servers(),
    Key::new("EOP_REQUEST_TIMEOUT_MS", "http.request_timeout_ms", Kind::Integer)
        .default("30000")
        .says("Longest time for one request, in milliseconds.", "milliseconds, at least 1"),
    Key::new("EOP_MAX_BODY_BYTES", "http.max_body_bytes", Kind::Integer)
        .default("1048576")
        .says("Largest request body, in bytes.", "bytes, at least 1"),
    Key::new("EOP_MAX_IN_FLIGHT", "http.max_in_flight", Kind::Integer).default("512").says(
        "Requests answered at the same time; more get 503 with Retry-After.",
        "a whole number, at least 1",
    ),
    Key::new("EOP_MAX_STREAMS", "http.max_streams", Kind::Integer).default("1024").says(
        "Streams of events open at the same time; more get 503 with Retry-After. Each is a connection too.",
        "a whole number, at least 1",
    ),
    Key::new("EOP_MAX_STREAMS_PER_ACCOUNT", "http.max_streams_per_account", Kind::Integer).default("10").says(
        "Streams of one account open at the same time; more get 429 with Retry-After.",
        "a whole number, at least 1",
    ),
    Key::new("EOP_MAX_CONNECTIONS", "http.max_connections", Kind::Integer).default("4096").says(
        "Connections of clients at the same time, within the limit of open files; at more, the longest waiting one is closed.",
        "a whole number, at least 1",
    ),
    Key::new("EOP_MAX_CONNECTIONS_PER_ADDRESS", "http.max_connections_per_address", Kind::Integer)
        .default("1024")
        .says(
            "Connections of one address at the same time, an IPv6 address counted with its /64; without a meaning behind proxies.",
            "a whole number, at least 1",
        ),
    Key::new("EOP_TRUSTED_PROXIES", "http.trusted_proxies", Kind::Integer).default("0").says(
        "Proxies in front that add to X-Forwarded-For or Forwarded; with 0 neither header is believed.",
        "a whole number",
    ),
    Key::new("EOP_OPS_ADDR", "http.ops_addr", Kind::Text).says(
        "Address and port for health and metrics alone; without it they are beside the API.",
        "an address and port such as 127.0.0.1:9081",
    ).for_servers(),
    Key::new("EOP_CORS_ORIGINS", "http.cors_origins", Kind::List).default("").says(
        "Web origins that may call the API from a browser.",
        "origins separated by commas, such as https://portal.example.com",
    ),
    Key::new("EOP_DATABASE_URL", "database.url", Kind::Url).says(
        "Database of the service.",
        "postgres://user:password@host:5432[,host:5432]/name or sqlite://path/to/file.db",
    ).for_servers(),
    Key::new("EOP_DB_MAX_CONNECTIONS", "database.max_connections", Kind::Integer)
        .default("20")
        .says("Connections kept open to PostgreSQL.", "a whole number, at least 1").for_servers(),
    Key::new("EOP_DB_ACQUIRE_TIMEOUT_MS", "database.acquire_timeout_ms", Kind::Integer).default("3000").says(
        "Longest wait for a free connection, in milliseconds; after it a request gets 503.",
        "milliseconds, at least 1",
    ),
    Key::new("EOP_DB_STATEMENT_TIMEOUT_MS", "database.statement_timeout_ms", Kind::Integer)
        .default("10000")
        .says(
            "Longest time for one statement, in milliseconds; without an answer two seconds later the connection is lost.",
            "milliseconds, at least 1",
        ),
    Key::new("EOP_DB_WRITERS", "database.writers", Kind::Integer).default("2").says(
        "Batches of commits that are written to PostgreSQL at once, each on a connection of its own.",
        "a whole number, at least 1",
    ).for_servers(),
    Key::new("EOP_BROKER_URL", "broker.url", Kind::Url)
        .says("Broker of the events.", "kafka://host:9092[,host:9092], fluvio://host:9003 or log:DIRECTORY").for_servers(),
    Key::new("EOP_TOPIC_PREFIX", "broker.topic_prefix", Kind::Text).default("").says(
        "Goes before the name of every topic and consumer group, so that several platforms can share a broker.",
        "at most 100 letters, digits, dots, underscores and hyphens, such as staging.; the same for every service",
    ).for_servers(),
    Key::new("EOP_KAFKA_TLS", "broker.kafka.tls", Kind::Switch)
        .default("false")
        .says("Whether connections to Kafka are encrypted.", "true or false").for_servers(),
    Key::new("EOP_KAFKA_CA_FILE", "broker.kafka.ca_file", Kind::Text).says(
        "Certificates of the authority that the brokers' certificates are by; the system's when not set.",
        "the path of a PEM file",
    ).for_servers(),
    Key::new("EOP_KAFKA_CERT_FILE", "broker.kafka.cert_file", Kind::Text).says(
        "Certificate by which this process shows the brokers who it is, where they ask for one.",
        "the path of a PEM file; EOP_KAFKA_KEY_FILE names its key",
    ).for_servers(),
    Key::new("EOP_KAFKA_KEY_FILE", "broker.kafka.key_file", Kind::Text).says(
        "Private key of the certificate in EOP_KAFKA_CERT_FILE.",
        "the path of a PEM file that only this process can read",
    ).for_servers(),
    Key::new("EOP_KAFKA_KEY_PASSWORD", "broker.kafka.key_password", Kind::Secret)
        .says("Opens the key in EOP_KAFKA_KEY_FILE, if it is locked.", "the key's password").for_servers(),
    Key::new("EOP_KAFKA_SASL_MECHANISM", "broker.kafka.sasl_mechanism", Kind::Text).says(
        "How this process signs in to Kafka; not at all when not set.",
        "PLAIN (only with EOP_KAFKA_TLS), SCRAM-SHA-256 or SCRAM-SHA-512",
    ).for_servers(),
    Key::new("EOP_KAFKA_USERNAME", "broker.kafka.username", Kind::Text)
        .says("Name to sign in to Kafka with.", "the name of a user of the cluster").for_servers(),
    Key::new("EOP_KAFKA_PASSWORD", "broker.kafka.password", Kind::Secret)
        .says("Password to sign in to Kafka with.", "the password of that user").for_servers(),
    Key::new("EOP_KAFKA_CLIENT_ID", "broker.kafka.client_id", Kind::Text)
        .default("eop")
        .says("What Kafka's logs and quotas call this process.", "a name such as eop-order-1").for_servers(),
    Key::new("EOP_KAFKA_DELIVERY_TIMEOUT_MS", "broker.kafka.delivery_timeout_ms", Kind::Integer)
        .default("10000")
        .says(
            "Longest wait for Kafka to acknowledge a batch of events, in milliseconds; after it they are sent again.",
            "milliseconds, at least 1000",
        ).for_servers(),
    Key::new("EOP_KAFKA_PARTITIONS", "broker.kafka.partitions", Kind::Integer).default("6").says(
        "Partitions of the topics that the platform makes; a topic with fewer is named by readiness.",
        "a whole number from 1 to 1000, the same for every service",
    ).for_servers(),
    Key::new("EOP_KAFKA_REPLICATION", "broker.kafka.replication", Kind::Integer).says(
        "Brokers that keep a copy of the topics that the platform makes; 3, or 1 on a single broker, when not set.",
        "a whole number from 1 to 15, at least 3 on several brokers",
    ).for_servers(),
    Key::new("EOP_KAFKA_MIN_IN_SYNC", "broker.kafka.min_in_sync", Kind::Integer).says(
        "Copies that must have an event before it counts as published; all but one when not set.",
        "a whole number from 1 to EOP_KAFKA_REPLICATION, at least 2 on several brokers",
    ).for_servers(),
    Key::new("EOP_KAFKA_ACCEPT_LESS", "broker.kafka.accept_less", Kind::Switch).default("false").says(
        "Whether topics may have so few copies that losing one of several brokers loses events.",
        "true or false",
    ).for_servers(),
    Key::new("EOP_ISSUER", "token.issuer", Kind::Text).says(
        "Issuer written into access tokens and expected in them; the user service's public URL by default.",
        "a URL such as https://users.example.com",
    ).for_servers(),
    Key::new("EOP_JWKS_URL", "token.jwks_url", Kind::Text).says(
        "Where the public signing keys are read; the user service uses its own keys.",
        "a URL such as http://eop-user:8090/.well-known/jwks.json",
    ).for_servers(),
    Key::new("EOP_ACCESS_TOKEN_TTL_S", "token.access_ttl_s", Kind::Integer)
        .default("600")
        .says("Life of an access token, in seconds.", "seconds, from 30 to 3600"),
    Key::new("EOP_MASTER_KEY", "master_key", Kind::Secret).says(
        "Key that encrypts signing keys and sealed fields in the database.",
        "32 bytes in base64 or hexadecimal, for instance from `openssl rand -base64 32`",
    ).for_servers(),
    Key::new("EOP_REGISTRATIONS_PER_HOUR", "identity.registrations_per_hour", Kind::Integer)
        .default("100")
        .says(
            "Registrations from one network (the /24 of an IPv4 address, the /64 of an IPv6 one) per hour; 0 for no limit.",
            "a whole number",
        ),
    Key::new("EOP_BOOTSTRAP_ADMIN_EMAIL", "identity.bootstrap_admin_email", Kind::Text)
        .says("E-mail address of the first administrator, read once.", "an e-mail address"),
    Key::new("EOP_BOOTSTRAP_ADMIN_PASSWORD", "identity.bootstrap_admin_password", Kind::Secret)
        .says("Password of the first administrator, read once.", "at least 8 characters"),
    Key::new("EOP_DEMO_PASSWORD", "identity.demo_password", Kind::Secret)
        .default("correct-horse-demo-battery")
        .says("Password of the demo accounts of `eop dev`.", "at least 8 characters"),
    Key::new("EOP_APPROVAL_TIMEOUT_H", "order.approval_timeout_h", Kind::Integer).default("72").says(
        "Hours after which an order that nobody approved is cancelled.",
        "hours, at least 1",
    ),
    Key::new("EOP_ORDERS_PER_MINUTE", "order.per_account_per_minute", Kind::Integer).default("1200").says(
        "Orders that one account may place per minute, at each instance; more get 429. 0 for no limit.",
        "a whole number",
    ),
    Key::new("EOP_CURRENCIES", "order.currencies", Kind::List).default("").says(
        "Currencies that orders may be in; empty for every currency in use (ISO 4217).",
        "codes separated by commas, such as EUR,CHF",
    ),
    Key::new("EOP_RETENTION_SESSIONS_DAYS", "retention.sessions_days", Kind::Integer).default("90").says(
        "Days after their end for which sessions are kept; 0 keeps them.",
        "days",
    ),
    Key::new("EOP_RETENTION_REFRESH_TOKENS_DAYS", "retention.refresh_tokens_days", Kind::Integer)
        .default("31")
        .says(
            "Days for which refresh tokens are known, to notice one that comes back; 0 keeps them with their session.",
            "days, at least 8, or 0",
        ),
    Key::new("EOP_RETENTION_LINKS_DAYS", "retention.links_days", Kind::Integer)
        .default("30")
        .says("Days for which one-time links are kept after they expired; 0 keeps them.", "days"),
    Key::new("EOP_RETENTION_NOTIFICATIONS_DAYS", "retention.notifications_days", Kind::Integer)
        .default("365")
        .says(
            "Days for which notifications are kept with their deliveries and attempts; 0 keeps them.",
            "days, at least those of EOP_RETENTION_ONCE_KEYS_DAYS, or 0",
        ),
    Key::new("EOP_RETENTION_ATTEMPTS_DAYS", "retention.attempts_days", Kind::Integer).default("90").says(
        "Days for which attempts to deliver are kept; 0 keeps them with their notification.",
        "days, at least 7, or 0",
    ),
    Key::new("EOP_RETENTION_MAILS_DAYS", "retention.mails_days", Kind::Integer)
        .default("30")
        .says("Days for which the mailbox of the embedded mode keeps mails; 0 keeps them.", "days"),
    Key::new("EOP_RETENTION_INBOX_ITEMS_DAYS", "retention.inbox_items_days", Kind::Integer)
        .default("365")
        .says("Days for which people's inboxes keep items, read or not; 0 keeps them.", "days"),
    Key::new("EOP_RETENTION_DEAD_LETTERS_DAYS", "retention.dead_letters_days", Kind::Integer)
        .default("365")
        .says("Days for which dead letters are kept after an operator decided; 0 keeps them.", "days"),
    Key::new("EOP_RETENTION_DEFERRED_EVENTS_DAYS", "retention.deferred_events_days", Kind::Integer)
        .default("365")
        .says(
            "Days for which events wait for a version of the service that understands them; 0 keeps them.",
            "days, at least 7, or 0",
        ),
    Key::new("EOP_RETENTION_AUDIT_DAYS", "retention.audit_days", Kind::Integer)
        .default("1095")
        .says("Days for which the audit log is kept; 0 keeps it.", "days"),
    Key::new("EOP_RETENTION_ONCE_KEYS_DAYS", "retention.once_keys_days", Kind::Integer).default("7").says(
        "Days for which idempotency keys and seen events are known: a repetition after that takes effect again; 0 keeps \
         them.",
        "days",
    ),
    Key::new("EOP_RETENTION_THROTTLES_DAYS", "retention.throttles_days", Kind::Integer)
        .default("2")
        .says("Days for which counts of tries are kept; 0 keeps them.", "days, at least 2, or 0"),
    Key::new("EOP_SMTP_URL", "mail.smtp_url", Kind::Url)
        .says("Mail server.", "smtp://user:password@host:587?tls=required or smtps://user:password@host:465"),
    Key::new("EOP_MAIL_FROM", "mail.from", Kind::Text)
        .default("Enterprise Order Platform <no-reply@localhost>")
        .says("Sender of mails.", "an address such as Orders <orders@example.com>"),
    Key::new("EOP_SMTPUTF8", "mail.smtputf8", Kind::Switch).says(
        "Whether the mail server takes addresses with a name outside ASCII (SMTPUTF8); otherwise they cannot be registered. No by default, yes where mail stays in the mailbox of `eop dev`.",
        "true or false; set it for the user service",
    ),
    Key::new("EOP_USER_URL", "portal.user_url", Kind::Text)
        .says("Where the portal reaches the user service.", "a URL such as http://user:8090").for_servers(),
    Key::new("EOP_ORDER_URL", "portal.order_url", Kind::Text)
        .says("Where the portal reaches the order service.", "a URL such as http://order:8081").for_servers(),
    Key::new("EOP_NOTIFICATION_URL", "portal.notification_url", Kind::Text)
        .says("Where the portal reaches the notification service.", "a URL such as http://notification:8082").for_servers(),
    Key::new("EOP_LOG", "log.filter", Kind::Text)
        .default(DEFAULT_FILTER)
        .says("What is logged.", "a level, or directives such as info,eop_sql=debug"),
    Key::new("EOP_LOG_FORMAT", "log.format", Kind::Text)
        .default("pretty")
        .says("How log lines are written.", "pretty or json"),
    Key::new("OTEL_EXPORTER_OTLP_ENDPOINT", "telemetry.otlp_endpoint", Kind::Url).says(
        "Collector that takes traces by OTLP over HTTP; without it none are exported.",
        "a URL such as http://otel-collector:4318",
    ),
    Key::new("OTEL_SERVICE_NAME", "telemetry.service_name", Kind::Text).says(
        "Name of this process in logs and traces; each program has its own default.",
        "a name such as eop-order",
    ),
    Key::new("EOP_TRACE_SAMPLE_RATIO", "telemetry.sample_ratio", Kind::Decimal).default("1.0").says(
        "Share of new traces that are exported; traces begun elsewhere keep their choice.",
        "0.0 to 1.0",
    ),
];
