use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use eop_runtime::config::{LogFormat, defaults_toml, reference_markdown};
use secrecy::ExposeSecret;
use tempfile::TempDir;

use super::*;

const KEY: &str = "0123456789abcdef0123456789abcdef";

fn env(pairs: &[(&str, &str)]) -> ConfigSources {
    ConfigSources::default().with_env(pairs.iter().copied())
}

fn faults(sources: &ConfigSources) -> String {
    Settings::load(sources).expect_err("these settings are wrong").to_string()
}

fn written(dir: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = dir.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn row<'a>(settings: &'a Settings, name: &str) -> &'a SettingRow {
    settings.show().iter().find(|row| row.name == name).unwrap()
}

#[test]
fn the_documented_defaults_alone_are_valid() {
    let settings = Settings::load(&ConfigSources::default()).unwrap();
    assert!(settings.http.required_addr().unwrap_err().to_string().contains("EOP_HTTP_ADDR: is not set"));
    assert!(settings.http.cors_origins.is_empty());
    assert_eq!(settings.log.format, LogFormat::Pretty);
    assert!((settings.telemetry.sample_ratio - 1.0).abs() < f64::EPSILON);
    assert!(settings.master_key.is_none());
    assert_eq!(settings.identity.demo_password.expose_secret(), "correct-horse-demo-battery");
}

#[test]
fn each_layer_is_stronger_than_the_one_before() {
    let dir = TempDir::new().unwrap();
    let file =
        written(&dir, "eop.toml", "[http]\naddr = \"0.0.0.0:3\"\nmax_in_flight = 3\nmax_body_bytes = 3\n");
    let sources = ConfigSources::default()
        .with_default("EOP_HTTP_ADDR", "0.0.0.0:2")
        .with_default("EOP_REQUEST_TIMEOUT_MS", "2")
        .with_file(Some(file.clone()))
        .with_env([("EOP_MAX_IN_FLIGHT", "4"), ("EOP_HTTP_ADDR", "0.0.0.0:4")])
        .with_override("http.addr", Some("0.0.0.0:5"))
        .with_override("EOP_MAX_BODY_BYTES", None::<String>);
    let settings = Settings::load(&sources).unwrap();
    let shown: Vec<_> = [
        "EOP_HTTP_ADDR",
        "EOP_MAX_IN_FLIGHT",
        "EOP_MAX_BODY_BYTES",
        "EOP_REQUEST_TIMEOUT_MS",
        "EOP_DB_MAX_CONNECTIONS",
        "EOP_CONFIG",
    ]
    .map(|name| (row(&settings, name).value.clone().unwrap(), row(&settings, name).source.clone()))
    .into();
    let file = file.display().to_string();
    let expected = [
        ("0.0.0.0:5", "flag".to_owned()),
        ("4", "environment".to_owned()),
        ("3", format!("file {file}")),
        ("2", "program default".to_owned()),
        ("20", "default".to_owned()),
        (file.as_str(), "flag".to_owned()),
    ]
    .map(|(value, source)| (value.to_owned(), source));
    assert_eq!(shown, expected);
    assert_eq!(settings.http.required_addr().unwrap().port(), 5);
}

#[test]
fn an_instance_is_called_by_its_machine_and_port_unless_it_has_a_name() {
    let name = |port| Settings::load(&env(&[])).unwrap().instance_name(port);
    assert_eq!(name(9), name(9), "the same at every start");
    assert_ne!(name(9), name(10), "two on one machine");
    assert!(name(9).ends_with(":9") && name(9).len() > 2, "{}", name(9));
}

/// Whatever becomes of the value.
#[test]
fn every_setting_is_known_by_its_environment_name() {
    for key in Settings::ALL.iter().filter(|key| key.path.is_some()) {
        match Settings::load(&env(&[(key.env, "1")])) {
            Ok(settings) => assert_eq!(row(&settings, key.env).source, "environment", "{}", key.env),
            Err(error) => assert!(!error.to_string().contains("is not a setting"), "{error}"),
        }
    }
}

#[test]
fn settings_can_be_given_by_their_environment_names() {
    let given = [
        ("EOP_INSTANCE", "orders-1"),
        ("EOP_HTTP_ADDR", "127.0.0.1:9"),
        ("EOP_PUBLIC_URL", "https://orders.example.com/"),
        ("EOP_REQUEST_TIMEOUT_MS", "11"),
        ("EOP_MAX_BODY_BYTES", "12"),
        ("EOP_MAX_IN_FLIGHT", "13"),
        ("EOP_MAX_CONNECTIONS", "14"),
        ("EOP_MAX_CONNECTIONS_PER_ADDRESS", "15"),
        ("EOP_TRUSTED_PROXIES", "1"),
        ("EOP_OPS_ADDR", "127.0.0.1:10"),
        ("EOP_CORS_ORIGINS", "https://a.example, http://localhost:3001"),
        ("EOP_DATABASE_URL", "postgres://eop:hunter2@db:5432/orderdb"),
        ("EOP_DB_MAX_CONNECTIONS", "14"),
        ("EOP_DB_ACQUIRE_TIMEOUT_MS", "15"),
        ("EOP_DB_STATEMENT_TIMEOUT_MS", "16"),
        ("EOP_DB_WRITERS", "3"),
        ("EOP_BROKER_URL", "kafka://a:9092,b:9092"),
        ("EOP_TOPIC_PREFIX", "blue."),
        ("EOP_KAFKA_TLS", "true"),
        ("EOP_KAFKA_CA_FILE", "/etc/eop/ca.pem"),
        ("EOP_KAFKA_CERT_FILE", "/etc/eop/client.pem"),
        ("EOP_KAFKA_KEY_FILE", "/etc/eop/client.key"),
        ("EOP_KAFKA_KEY_PASSWORD", "hunter2"),
        ("EOP_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
        ("EOP_KAFKA_USERNAME", "eop"),
        ("EOP_KAFKA_PASSWORD", "hunter2"),
        ("EOP_KAFKA_CLIENT_ID", "eop-order"),
        ("EOP_KAFKA_DELIVERY_TIMEOUT_MS", "9000"),
        ("EOP_KAFKA_PARTITIONS", "12"),
        ("EOP_KAFKA_REPLICATION", "3"),
        ("EOP_KAFKA_MIN_IN_SYNC", "2"),
        ("EOP_KAFKA_ACCEPT_LESS", "true"),
        ("EOP_ISSUER", "https://users.example.com"),
        ("EOP_JWKS_URL", "http://users/.well-known/jwks.json"),
        ("EOP_ACCESS_TOKEN_TTL_S", "60"),
        ("EOP_MASTER_KEY", KEY),
        ("EOP_REGISTRATIONS_PER_HOUR", "7"),
        ("EOP_BOOTSTRAP_ADMIN_EMAIL", "root@example.com"),
        ("EOP_BOOTSTRAP_ADMIN_PASSWORD", "hunter2hunter2"),
        ("EOP_DEMO_PASSWORD", "hunter2hunter2"),
        ("EOP_APPROVAL_TIMEOUT_H", "24"),
        ("EOP_ORDERS_PER_MINUTE", "8"),
        ("EOP_SMTP_URL", "smtp://eop:hunter2@mail:587?tls=required"),
        ("EOP_CURRENCIES", "EUR,CHF"),
        ("EOP_SMTPUTF8", "true"),
        ("EOP_MAIL_FROM", "Orders <orders@example.com>"),
        ("EOP_RETENTION_SESSIONS_DAYS", "40"),
        ("EOP_RETENTION_REFRESH_TOKENS_DAYS", "41"),
        ("EOP_RETENTION_LINKS_DAYS", "42"),
        ("EOP_RETENTION_NOTIFICATIONS_DAYS", "43"),
        ("EOP_RETENTION_ATTEMPTS_DAYS", "44"),
        ("EOP_RETENTION_MAILS_DAYS", "45"),
        ("EOP_RETENTION_INBOX_ITEMS_DAYS", "46"),
        ("EOP_RETENTION_DEAD_LETTERS_DAYS", "47"),
        ("EOP_RETENTION_DEFERRED_EVENTS_DAYS", "51"),
        ("EOP_RETENTION_AUDIT_DAYS", "48"),
        ("EOP_RETENTION_ONCE_KEYS_DAYS", "9"),
        ("EOP_RETENTION_THROTTLES_DAYS", "50"),
        ("EOP_USER_URL", "http://user:8090"),
        ("EOP_ORDER_URL", "http://order:8081"),
        ("EOP_NOTIFICATION_URL", "http://notification:8082"),
        ("EOP_LOG", "info,eop_sql=debug"),
        ("EOP_LOG_FORMAT", "json"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"),
        ("OTEL_SERVICE_NAME", "eop-order"),
        ("EOP_TRACE_SAMPLE_RATIO", "0.25"),
    ];
    let settings = Settings::load(&env(&given)).unwrap();
    assert!(given.iter().all(|(name, _)| row(&settings, name).source == "environment"));
    assert_eq!(settings.http.base_url(), "https://orders.example.com");
    assert_eq!(settings.instance_name(9), "orders-1");
    assert_eq!(settings.http.cors_origins, ["https://a.example", "http://localhost:3001"]);
    assert_eq!(settings.database.required_url().unwrap().expose(), "postgres://eop:hunter2@db:5432/orderdb");
    assert_eq!(settings.broker.required_url().unwrap().scheme(), "kafka");
    assert_eq!(settings.broker.topic_prefix, "blue.");
    assert_eq!(settings.http.trusted_proxies, 1);
    assert_eq!(settings.http.ops_addr.unwrap().port(), 10);
    assert_eq!((settings.http.max_connections, settings.http.max_connections_per_address), (14, 15));
    assert_eq!(settings.order.approval_timeout_h, 24);
    assert_eq!((settings.identity.registrations_per_hour, settings.order.per_account_per_minute), (7, 8));
    assert_eq!(settings.mail.smtputf8, Some(true));
    assert_eq!(settings.order.currencies, ["EUR", "CHF"]);
    assert_eq!(settings.identity.bootstrap_admin().unwrap().0, "root@example.com");
    assert_eq!(settings.required_master_key().unwrap().expose_secret(), KEY);
    assert_eq!(settings.log.format, LogFormat::Json);
    assert_eq!(settings.telemetry.service_name.as_deref(), Some("eop-order"));

    let texts = format!("{settings:?} {:?} {:?}", settings.show(), env(&given));
    assert!(!texts.contains("hunter2") && !texts.contains(KEY), "a secret shows in {texts}");
    assert_eq!(row(&settings, "EOP_MASTER_KEY").value.as_deref(), Some("***"));
    assert_eq!(
        row(&settings, "EOP_DATABASE_URL").value.as_deref(),
        Some("postgres://eop:***@db:5432/orderdb")
    );
    assert_eq!(row(&settings, "EOP_TRACE_SAMPLE_RATIO").value.as_deref(), Some("0.25"));
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest_known_one() {
    let text = faults(&env(&[("EOP_HTTP_ADR", "x"), ("EOP_ZZZZZZZZZZZZZZZZ", "x"), ("PATH", "/bin")]));
    assert!(text.contains("EOP_HTTP_ADR: is not a setting; did you mean EOP_HTTP_ADDR?"), "{text}");
    assert!(text.contains("EOP_ZZZZZZZZZZZZZZZZ: is not a setting; remove it"), "{text}");
    assert!(!text.contains("PATH"), "{text}");

    let dir = TempDir::new().unwrap();
    let file = written(&dir, "eop.toml", "mster_key = \"x\"\n[http]\nadress = \"x\"\n[htp]\naddr = \"x\"\n");
    let text = faults(&ConfigSources::default().with_file(Some(file)));
    assert!(text.contains("http.adress in ") && text.contains("did you mean http.addr?"), "{text}");
    assert!(text.contains("mster_key in ") && text.contains("did you mean master_key?"), "{text}");
    assert!(text.contains("htp in "), "{text}");

    let text = faults(&ConfigSources::default().with_override("http.adr", Some("x")));
    assert!(text.contains("http.adr: is not a setting"), "{text}");
}

#[test]
fn names_that_kubernetes_makes_up_for_services_are_ignored() {
    let links = env(&[
        ("EOP_ORDER_SERVICE_HOST", "10.0.0.1"),
        ("EOP_ORDER_SERVICE_PORT_HTTP", "8081"),
        ("EOP_ORDER_PORT", "tcp://10.0.0.1:8081"),
        ("EOP_ORDER_PORT_8081_TCP_ADDR", "10.0.0.1"),
    ]);
    assert!(Settings::load(&links).is_ok());
    assert!(faults(&env(&[("EOP_ORDER_PORTAL", "x")])).contains("EOP_ORDER_PORTAL"));
}

#[test]
fn an_empty_variable_counts_as_not_set() {
    let settings = Settings::load(&env(&[("EOP_SMTP_URL", ""), ("EOP_MAX_IN_FLIGHT", "")])).unwrap();
    assert!(settings.mail.smtp_url.is_none());
    assert_eq!(settings.http.max_in_flight, 512);
}

#[test]
fn secrets_can_come_from_files() {
    let dir = TempDir::new().unwrap();
    let key = written(&dir, "key", &format!("{KEY}\n"));
    let url = written(&dir, "url", "postgres://eop:hunter2@db/orderdb");
    let config =
        written(&dir, "eop.toml", &format!("[database]\nurl_file = {:?}\n", url.display().to_string()));
    let sources = ConfigSources::default()
        .with_file(Some(config))
        .with_env([("EOP_MASTER_KEY_FILE", key.display().to_string())]);
    let settings = Settings::load(&sources).unwrap();
    assert_eq!(settings.required_master_key().unwrap().expose_secret(), KEY);
    assert_eq!(row(&settings, "EOP_MASTER_KEY").source, "environment, by file");
    assert_eq!(settings.database.required_url().unwrap().expose(), "postgres://eop:hunter2@db/orderdb");

    let both = sources.clone().with_env([("EOP_MASTER_KEY", KEY)]);
    assert!(faults(&both).contains("EOP_MASTER_KEY_FILE: EOP_MASTER_KEY is set too; keep one of them"));
    let gone = env(&[("EOP_MASTER_KEY_FILE", "/nonexistent/key")]);
    assert!(faults(&gone).contains("the file /nonexistent/key cannot be read"));
    let empty = written(&dir, "empty", "\n");
    let empty = ConfigSources::default().with_env([("EOP_SMTP_URL_FILE", empty.display().to_string())]);
    assert!(faults(&empty).contains("is empty"));
    assert!(faults(&env(&[("EOP_HTTP_ADDR_FILE", "x")])).contains("EOP_HTTP_ADDR_FILE: is not a setting"));
}

#[test]
fn the_environment_names_the_file_unless_a_flag_does() {
    let dir = TempDir::new().unwrap();
    let file = written(&dir, "eop.toml", "[log]\nformat = \"json\"\n");
    let named = ConfigSources::default().with_env([("EOP_CONFIG", file.display().to_string())]);
    let settings = Settings::load(&named).unwrap();
    assert_eq!(settings.log.format, LogFormat::Json);
    assert_eq!(row(&settings, "EOP_CONFIG").source, "environment");
    let other = named.with_file(Some(written(&dir, "other.toml", "")));
    assert_eq!(Settings::load(&other).unwrap().log.format, LogFormat::Pretty);
    assert!(faults(&env(&[("EOP_CONFIG", "/nonexistent.toml")])).contains("cannot be read"));
}

#[test]
fn every_problem_is_reported_at_once_and_says_what_to_do() {
    let text = faults(&env(&[("EOP_MAX_IN_FLIGHT", "many"), ("EOP_REGISTRATIONS_PER_HOUR", "some")]));
    assert!(text.starts_with("the configuration has 2 problems:"), "{text}");
    assert!(
        text.contains("EOP_MAX_IN_FLIGHT: cannot be \"many\"; set it to a whole number, at least 1"),
        "{text}"
    );

    let text = faults(&env(&[("EOP_HTTP_ADDR", "nowhere")]));
    assert!(text.contains("EOP_HTTP_ADDR: ") && text.contains("such as 0.0.0.0:8081"), "{text}");
    let text = faults(&env(&[("EOP_HTTP_ADDR", "127.0.0.1:8081"), ("EOP_OPS_ADDR", "127.0.0.1:8081")]));
    assert!(text.contains("EOP_OPS_ADDR: is the address of the API"), "{text}");
    let text = faults(&env(&[("EOP_LOG_FORMAT", "xml")]));
    assert!(text.contains("EOP_LOG_FORMAT: ") && text.contains("pretty or json"), "{text}");
}

#[test]
fn a_setting_that_there_is_no_more_says_what_became_of_it() {
    let dir = TempDir::new().unwrap();
    let file = written(&dir, "eop.toml", "[identity]\nrequire_verified_email = true\n");
    for sources in [
        env(&[("EOP_REQUIRE_VERIFIED_EMAIL", "true")]),
        ConfigSources::default().with_env([("EOP_CONFIG", file.display().to_string())]),
    ] {
        let text = faults(&sources);
        assert!(text.contains("nobody signs in before their address is verified; remove it"), "{text}");
    }
}

#[test]
fn values_that_cannot_work_are_refused() {
    for (name, value, part) in [
        ("EOP_REQUEST_TIMEOUT_MS", "0", "milliseconds, at least 1"),
        ("EOP_MAX_BODY_BYTES", "0", "bytes, at least 1"),
        ("EOP_MAX_IN_FLIGHT", "0", "at least 1"),
        ("EOP_MAX_STREAMS", "0", "at least 1"),
        ("EOP_MAX_STREAMS_PER_ACCOUNT", "0", "at least 1"),
        ("EOP_MAX_CONNECTIONS", "0", "at least 1"),
        ("EOP_MAX_CONNECTIONS_PER_ADDRESS", "0", "at least 1"),
        ("EOP_DB_MAX_CONNECTIONS", "0", "at least 1"),
        ("EOP_DATABASE_URL", "mysql://db/x", "postgres or postgresql or sqlite"),
        ("EOP_DATABASE_URL", "hunter2", "postgres or postgresql or sqlite"),
        ("EOP_BROKER_URL", "log:", "log:DIRECTORY"),
        ("EOP_PUBLIC_URL", "orders.example.com", "http or https"),
        ("EOP_JWKS_URL", "https://", "http or https"),
        ("EOP_SMTP_URL", "http://mail", "smtp or smtps"),
        ("EOP_CORS_ORIGINS", "https://a.example/path", "not a scheme and host alone"),
        ("EOP_MASTER_KEY", "hunter2", "32 bytes in base64"),
        ("EOP_BOOTSTRAP_ADMIN_EMAIL", "root@example.com", "EOP_BOOTSTRAP_ADMIN_PASSWORD"),
        ("EOP_BOOTSTRAP_ADMIN_PASSWORD", "hunter2hunter2", "EOP_BOOTSTRAP_ADMIN_EMAIL"),
        ("EOP_ACCESS_TOKEN_TTL_S", "5", "from 30 to 3600"),
        ("EOP_MAIL_FROM", "nobody", "has no @"),
        ("EOP_LOG", "info,=,=", "directive"),
        ("EOP_TOPIC_PREFIX", "blue team", "has characters that topics cannot have"),
        ("EOP_RETENTION_REFRESH_TOKENS_DAYS", "7", "still good"),
        ("EOP_RETENTION_NOTIFICATIONS_DAYS", "6", "tell it again"),
        ("EOP_RETENTION_ATTEMPTS_DAYS", "6", "still under way"),
        ("EOP_RETENTION_DEFERRED_EVENTS_DAYS", "6", "being rolled out"),
        ("EOP_RETENTION_THROTTLES_DAYS", "1", "still count"),
        ("EOP_TRACE_SAMPLE_RATIO", "1.5", "0.0 to 1.0"),
        ("EOP_TRACE_SAMPLE_RATIO", "NaN", "0.0 to 1.0"),
    ] {
        let text = faults(&env(&[(name, value)]));
        assert!(text.contains(part), "{name}={value}: {text}");
        assert!(!text.contains("hunter2"), "{name}: a secret shows in {text}");
    }
}

#[test]
fn wrong_types_in_a_file_name_the_file_and_hide_secrets() {
    let dir = TempDir::new().unwrap();
    let wrong = written(&dir, "a.toml", "[http]\nmax_in_flight = \"x\"\n");
    let text = faults(&ConfigSources::default().with_file(Some(wrong)));
    assert!(text.contains("http.max_in_flight in ") && text.contains("a.toml"), "{text}");
    for (name, toml) in [("b.toml", "master_key = 31337\n"), ("c.toml", "master_key = \"31337\nlog = 1\n")] {
        let text = faults(&ConfigSources::default().with_file(Some(written(&dir, name, toml))));
        assert!(text.contains(name) || text.contains("EOP_MASTER_KEY"), "{text}");
        assert!(!text.contains("31337"), "{text}");
    }
}

#[test]
fn a_missing_setting_says_what_it_looks_like() {
    let settings = Settings::load(&ConfigSources::default()).unwrap();
    for (error, name) in [
        (settings.database.required_url().err(), "EOP_DATABASE_URL"),
        (settings.broker.required_url().err(), "EOP_BROKER_URL"),
        (settings.token.required_issuer().err(), "EOP_ISSUER"),
        (settings.token.required_jwks_url().err(), "EOP_JWKS_URL"),
        (settings.mail.required_smtp_url().err(), "EOP_SMTP_URL"),
        (settings.required_master_key().err(), "EOP_MASTER_KEY"),
    ] {
        let text = error.unwrap().to_string();
        assert!(text.contains(&format!("{name}: is not set; set it to ")), "{text}");
    }
}

#[test]
fn all_missing_settings_are_named_at_once() {
    let settings = Settings::load(&env(&[("EOP_ISSUER", "https://users.example.com")])).unwrap();
    let text =
        settings.require(&["EOP_DATABASE_URL", "EOP_ISSUER", "EOP_MASTER_KEY"]).unwrap_err().to_string();
    assert!(text.starts_with("the configuration has 2 problems:"), "{text}");
    for name in ["EOP_DATABASE_URL", "EOP_MASTER_KEY"] {
        assert!(text.contains(&format!("\n  {name}: is not set; set it to ")), "{text}");
    }
    assert!(settings.require(&["EOP_ISSUER"]).is_ok());
}

/// A default that is every program's own must not be in a file that every program reads.
#[test]
fn the_defaults_file_moves_no_port() {
    let dir = TempDir::new().unwrap();
    let file = written(&dir, "defaults.toml", &defaults_toml(Settings::ALL));
    let sources =
        ConfigSources::default().with_default("EOP_HTTP_ADDR", "127.0.0.1:8081").with_file(Some(file));
    let settings = Settings::load(&sources).unwrap();
    assert_eq!(settings.http.required_addr().unwrap().to_string(), "127.0.0.1:8081");
}

#[test]
fn the_defaults_file_says_what_holds_without_it() {
    let dir = TempDir::new().unwrap();
    let file = written(&dir, "defaults.toml", &defaults_toml(Settings::ALL));
    let values = |settings: &Settings| -> Vec<_> {
        settings.show().iter().skip(1).map(|row| (row.name, row.value.clone())).collect()
    };
    let with = Settings::load(&ConfigSources::default().with_file(Some(file))).unwrap();
    let without = Settings::load(&ConfigSources::default()).unwrap();
    assert_eq!(values(&with), values(&without));
}

#[test]
fn every_setting_is_documented_once() {
    let keys = || Settings::ALL.iter();
    let names: BTreeSet<_> = keys().map(|key| key.env).collect();
    let paths: BTreeSet<_> = keys().filter_map(|key| key.path).collect();
    assert_eq!((names.len(), paths.len()), (keys().count(), keys().count() - 1));
    let (toml, markdown) = (defaults_toml(Settings::ALL), reference_markdown(Settings::ALL));
    for key in keys() {
        assert!(!key.help.is_empty() && !key.expects.is_empty(), "{} has no help", key.env);
        assert!(markdown.contains(&format!("`{}`", key.env)));
        assert!(key.path.is_none() || toml.contains(key.env), "{} is not in the defaults file", key.env);
    }
}

#[test]
fn what_is_about_servers_is_not_heeded_by_the_embedded_mode() {
    for key in Settings::ALL.iter() {
        let path = key.path.unwrap_or_default();
        if path.starts_with("broker.") || path.starts_with("portal.") {
            assert!(!key.in_dev, "{}", key.env);
        }
        if path.starts_with("retention.") || path.starts_with("log.") || path.starts_with("order.") {
            assert!(key.in_dev, "{}", key.env);
        }
    }
}

#[test]
fn only_what_somebody_changed_is_named_as_not_heeded() {
    let sources = ConfigSources::default().with_default("EOP_HTTP_ADDR", "127.0.0.1:1");
    let repeated =
        sources.clone().with_env(Settings::ALL.iter().filter_map(|key| Some((key.env, key.default?()))));
    for sources in [sources.clone(), repeated] {
        assert_eq!(Settings::load(&sources).unwrap().unheeded_in_dev(), [""; 0]);
    }
    let set = [("EOP_KAFKA_PARTITIONS", "7"), ("EOP_DATABASE_URL", "postgres://eop@db/orders")];
    let sources = sources.with_env(set).with_override("EOP_DATABASE_URL", Some("sqlite://x.db"));
    let settings = Settings::load(&sources).unwrap();
    assert_eq!(settings.unheeded_in_dev(), ["EOP_DATABASE_URL", "EOP_KAFKA_PARTITIONS"]);
}
