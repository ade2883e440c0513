//! What a value must be beyond its type.

use secrecy::ExposeSecret;
use tracing_subscriber::EnvFilter;

use super::error::Problem;
use super::keys;
use super::{KafkaConfig, SecretUrl, Settings};

/// Shortest master key, in characters: 24 random bytes in base64.
const MASTER_KEY_MIN: usize = 32;
/// Longest prefix of topics, in characters: a broker's names have at most 249.
const TOPIC_PREFIX_MAX: usize = 100;
/// Shortest password, in characters; the user service asks for more than length.
const PASSWORD_MIN: usize = 8;

/// Everything that is wrong with the values.
pub(super) fn problems(settings: &Settings) -> Vec<Problem> {
    let mut check = Check::default();
    http(settings, &mut check);
    stores(settings, &mut check);
    identity(settings, &mut check);
    outward(settings, &mut check);
    retention(settings, &mut check);
    check.problems
}

#[derive(Default)]
struct Check {
    problems: Vec<Problem>,
}

impl Check {
    /// Reports `env` unless `holds`; what it should be comes from the table.
    fn that(&mut self, holds: bool, env: &str, fault: &str) {
        if !holds {
            let expects = keys::find(env).map_or("", |key| key.expects);
            self.problems.push(Problem::new(env, fault, format!("set it to {expects}")));
        }
    }

    fn url(&mut self, env: &str, url: Option<&str>, schemes: &[&str]) {
        let Some(url) = url else {
            return;
        };
        let right = url.split_once(':').is_some_and(|(scheme, rest)| {
            let rest = if scheme == "log" { rest } else { rest.strip_prefix("//").unwrap_or_default() };
            schemes.contains(&scheme) && !rest.is_empty()
        });
        self.that(right, env, &format!("is not a URL that starts with {}", schemes.join(" or ")));
    }
}

fn http(settings: &Settings, check: &mut Check) {
    let http = &settings.http;
    check.that(http.request_timeout_ms > 0, "EOP_REQUEST_TIMEOUT_MS", "is 0, so every request would fail");
    check.that(http.max_body_bytes > 0, "EOP_MAX_BODY_BYTES", "is 0, so no body would be accepted");
    check.that(
        settings.order.approval_timeout_h > 0,
        "EOP_APPROVAL_TIMEOUT_H",
        "is 0, so every order would be cancelled",
    );
    check.that(http.max_in_flight > 0, "EOP_MAX_IN_FLIGHT", "is 0, so every request would be refused");
    let streams = [
        ("EOP_MAX_STREAMS", http.max_streams),
        ("EOP_MAX_STREAMS_PER_ACCOUNT", http.max_streams_per_account),
    ];
    for (name, most) in streams {
        check.that(most > 0, name, "is 0, so nobody could listen");
    }
    let connections = [
        ("EOP_MAX_CONNECTIONS", http.max_connections),
        ("EOP_MAX_CONNECTIONS_PER_ADDRESS", http.max_connections_per_address),
    ];
    for (name, most) in connections {
        check.that(most > 0, name, "is 0, so nobody could connect");
    }
    check.that(
        http.ops_addr.is_none() || http.ops_addr != http.addr,
        "EOP_OPS_ADDR",
        "is the address of the API",
    );
    check.url("EOP_PUBLIC_URL", http.public_url.as_deref(), &["http", "https"]);
    for origin in &http.cors_origins {
        let host = origin.split_once("://").map(|(scheme, host)| (matches!(scheme, "http" | "https"), host));
        let right = host.is_some_and(|(web, host)| web && !host.is_empty() && !host.contains('/'));
        check.that(right, "EOP_CORS_ORIGINS", &format!("{origin:?} is not a scheme and host alone"));
    }
}

fn stores(settings: &Settings, check: &mut Check) {
    let database = &settings.database;
    let url = database.url.as_ref();
    check.url("EOP_DATABASE_URL", url.map(SecretUrl::expose), &["postgres", "postgresql", "sqlite"]);
    check.that(database.max_connections > 0, "EOP_DB_MAX_CONNECTIONS", "is 0, so nothing could be read");
    check.that(database.acquire_timeout_ms > 0, "EOP_DB_ACQUIRE_TIMEOUT_MS", "is 0");
    check.that(database.statement_timeout_ms > 0, "EOP_DB_STATEMENT_TIMEOUT_MS", "is 0");
    check.that(database.writers > 0, "EOP_DB_WRITERS", "is 0, so nothing could be written");
    let url = settings.broker.url.as_ref();
    check.url("EOP_BROKER_URL", url.map(SecretUrl::expose), &["kafka", "fluvio", "log"]);
    let prefix = &settings.broker.topic_prefix;
    let named = prefix.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    check.that(named, "EOP_TOPIC_PREFIX", "has characters that topics cannot have");
    check.that(prefix.len() <= TOPIC_PREFIX_MAX, "EOP_TOPIC_PREFIX", "is too long");
    kafka(&settings.broker.kafka, check);
}

fn kafka(kafka: &KafkaConfig, check: &mut Check) {
    check.that(kafka.tls || !kafka.has_tls_files(), "EOP_KAFKA_TLS", "is false, but certificates are named");
    let (certificate, key) = (kafka.cert_file.is_some(), kafka.key_file.is_some());
    check.that(!certificate || key, "EOP_KAFKA_KEY_FILE", "is not set, but EOP_KAFKA_CERT_FILE is");
    check.that(!key || certificate, "EOP_KAFKA_CERT_FILE", "is not set, but EOP_KAFKA_KEY_FILE is");
    let mechanism = kafka.sasl_mechanism.as_deref();
    let known = mechanism.is_none_or(|name| KafkaConfig::MECHANISMS.contains(&name));
    check.that(known, "EOP_KAFKA_SASL_MECHANISM", "is not a mechanism that is known");
    let open = mechanism == Some("PLAIN") && !kafka.tls;
    check.that(
        !open,
        "EOP_KAFKA_SASL_MECHANISM",
        "is PLAIN without EOP_KAFKA_TLS: everybody could read the password",
    );
    let (name, password) = (kafka.username.is_some(), kafka.password.is_some());
    check.that(
        mechanism.is_none() || name,
        "EOP_KAFKA_USERNAME",
        "is not set, but EOP_KAFKA_SASL_MECHANISM is",
    );
    check.that(
        mechanism.is_none() || password,
        "EOP_KAFKA_PASSWORD",
        "is not set, but EOP_KAFKA_SASL_MECHANISM is",
    );
    let unused = mechanism.is_none() && (name || password);
    check.that(!unused, "EOP_KAFKA_SASL_MECHANISM", "is not set, but a name or a password is");
    check.that(
        kafka.delivery_timeout_ms >= 1000,
        "EOP_KAFKA_DELIVERY_TIMEOUT_MS",
        "is too short for a busy broker",
    );
    check.that((1..=1000).contains(&kafka.partitions), "EOP_KAFKA_PARTITIONS", "is out of range");
    let replication = kafka.replication;
    check.that(replication.is_none_or(|n| (1..=15).contains(&n)), "EOP_KAFKA_REPLICATION", "is out of range");
    let in_sync = kafka.min_in_sync;
    let possible = in_sync.is_none_or(|n| n >= 1 && replication.is_none_or(|copies| n <= copies));
    check.that(possible, "EOP_KAFKA_MIN_IN_SYNC", "is out of range");
}

fn identity(settings: &Settings, check: &mut Check) {
    let identity = &settings.identity;
    let long = |secret: &secrecy::SecretString, least: usize| secret.expose_secret().chars().count() >= least;
    let key = settings.master_key.as_ref();
    check.that(key.is_none_or(|key| long(key, MASTER_KEY_MIN)), "EOP_MASTER_KEY", "is too short to be safe");
    let password = identity.bootstrap_admin_password.as_ref();
    check.that(
        password.is_none_or(|password| long(password, PASSWORD_MIN)),
        "EOP_BOOTSTRAP_ADMIN_PASSWORD",
        "is too short to be safe",
    );
    check.that(long(&identity.demo_password, PASSWORD_MIN), "EOP_DEMO_PASSWORD", "is too short to be safe");
    let email = identity.bootstrap_admin_email.as_deref();
    check.that(email.is_none_or(|email| email.contains('@')), "EOP_BOOTSTRAP_ADMIN_EMAIL", "has no @");
    check.that(
        email.is_none() || password.is_some(),
        "EOP_BOOTSTRAP_ADMIN_PASSWORD",
        "is not set, but EOP_BOOTSTRAP_ADMIN_EMAIL is",
    );
    check.that(
        email.is_some() || password.is_none(),
        "EOP_BOOTSTRAP_ADMIN_EMAIL",
        "is not set, but EOP_BOOTSTRAP_ADMIN_PASSWORD is",
    );
    let token = &settings.token;
    check.url("EOP_ISSUER", token.issuer.as_deref(), &["http", "https"]);
    check.url("EOP_JWKS_URL", token.jwks_url.as_deref(), &["http", "https"]);
    check.that((30..=3600).contains(&token.access_ttl_s), "EOP_ACCESS_TOKEN_TTL_S", "is out of range");
}

/// What is kept too short would be missed by what still needs it.
fn retention(settings: &Settings, check: &mut Check) {
    let kept = &settings.retention;
    // A session ends when its token was not used for a week.
    check.that(
        !(1..8).contains(&kept.refresh_tokens_days),
        "EOP_RETENTION_REFRESH_TOKENS_DAYS",
        "would forget tokens that are still good",
    );
    check.that(
        kept.notifications_days == 0
            || kept.once_keys_days == 0
            || kept.notifications_days >= kept.once_keys_days,
        "EOP_RETENTION_NOTIFICATIONS_DAYS",
        "would forget what an event led to before the event itself, which could then tell it again",
    );
    check.that(
        !(1..7).contains(&kept.attempts_days),
        "EOP_RETENTION_ATTEMPTS_DAYS",
        "would forget attempts of deliveries that are still under way",
    );
    check.that(
        !(1..7).contains(&kept.deferred_events_days),
        "EOP_RETENTION_DEFERRED_EVENTS_DAYS",
        "would forget events while the version that understands them is still being rolled out",
    );
    check.that(
        !(1..2).contains(&kept.throttles_days),
        "EOP_RETENTION_THROTTLES_DAYS",
        "would forget tries that still count",
    );
}

fn outward(settings: &Settings, check: &mut Check) {
    let mail = &settings.mail;
    check.url("EOP_SMTP_URL", mail.smtp_url.as_ref().map(SecretUrl::expose), &["smtp", "smtps"]);
    check.that(mail.from.contains('@'), "EOP_MAIL_FROM", "has no @");
    let portal = &settings.portal;
    check.url("EOP_USER_URL", portal.user_url.as_deref(), &["http"]);
    check.url("EOP_ORDER_URL", portal.order_url.as_deref(), &["http"]);
    check.url("EOP_NOTIFICATION_URL", portal.notification_url.as_deref(), &["http"]);
    let filter = EnvFilter::builder().parse(&settings.log.filter);
    check.that(filter.is_ok(), "EOP_LOG", "has a directive that cannot be read");
    let telemetry = &settings.telemetry;
    let endpoint = telemetry.otlp_endpoint.as_ref();
    check.url("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.map(SecretUrl::expose), &["http", "https"]);
    check.that((0.0..=1.0).contains(&telemetry.sample_ratio), "EOP_TRACE_SAMPLE_RATIO", "is out of range");
}
