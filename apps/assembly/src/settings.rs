//! Everything that the programs of the platform can be set: one section per concern, each beside what it configures. All
//! programs know all of them, because one file or one environment may be for several; each uses what it needs, and
//! complains with `required_…` about what it misses.

mod broker;
mod database;
mod http;
mod identity;
mod kafka;
mod mail;
mod order;
mod portal;
mod retention;
#[cfg(test)]
mod tests;
mod token;

use eop_runtime::config::{
    self, Check, Composition, ConfigError, ConfigSources, Faults, Key, Keys, LogConfig, Retired, SettingRow,
    TelemetryConfig, required,
};
use eop_runtime::machine_name;
use secrecy::SecretString;

pub use self::broker::BrokerConfig;
pub use self::database::DatabaseConfig;
pub use self::http::HttpConfig;
pub use self::identity::IdentityConfig;
pub use self::kafka::KafkaConfig;
pub use self::mail::MailConfig;
pub use self::order::OrderConfig;
pub use self::portal::PortalConfig;
pub use self::retention::RetentionConfig;
pub use self::token::TokenConfig;

/// Shortest master key, in characters: 24 random bytes in base64.
const MASTER_KEY_MIN: usize = 32;

eop_runtime::settings! {
    /// Everything that can be set, for every program of the platform.
    pub struct Settings {
        /// Name of this instance of the service, the same at every start; the machine and the port by default.
        pub instance: Option<String> = Key::of("EOP_INSTANCE")
            .expects("a name that no other instance of the service has")
            .for_servers(),
        /// Key that encrypts signing keys and sealed fields in the database.
        pub master_key: Option<SecretString> = Key::of("EOP_MASTER_KEY")
            .expects("32 bytes in base64 or hexadecimal, for instance from `openssl rand -base64 32`")
            .check(Check::Characters(MASTER_KEY_MIN))
            .for_servers();
        /// How the HTTP server listens and what it accepts.
        pub http: HttpConfig,
        /// The database of the service.
        pub database: DatabaseConfig,
        /// The broker of the events.
        pub broker: BrokerConfig [KafkaConfig],
        /// How access tokens are issued and verified.
        pub token: TokenConfig,
        /// What holds for accounts.
        pub identity: IdentityConfig,
        /// What holds for orders.
        pub order: OrderConfig,
        /// For how long things are kept.
        pub retention: RetentionConfig,
        /// How mail leaves.
        pub mail: MailConfig,
        /// Where the portal's door leads.
        #[serde(default)]
        pub portal: PortalConfig,
        /// What is logged, and how.
        pub log: LogConfig,
        /// Where traces go.
        pub telemetry: TelemetryConfig,
    }
    retired RETIRED;
    check Settings::check_together;
}

/// Settings that there are no more.
const RETIRED: &[Retired] = &[Retired {
    env: "EOP_REQUIRE_VERIFIED_EMAIL",
    path: "identity.require_verified_email",
    fault: "is no setting any more: nobody signs in before their address is verified",
}];

impl Settings {
    /// All of them.
    pub const ALL: Keys = <Self as Composition>::KEYS;

    /// Reads and checks the settings from these sources.
    ///
    /// # Errors
    /// Every unknown name, unreadable file, wrong type and wrong value, each with what to do about it.
    pub fn load(sources: &ConfigSources) -> Result<Self, ConfigError> {
        let (settings, provenance) = config::load::<Self>(sources)?;
        Ok(Self { provenance, ..settings })
    }

    /// As [`Settings::load`], with the real environment of this process in place of the one in `sources`.
    ///
    /// # Errors
    /// As [`Settings::load`], and when a variable named `EOP_*` is not UTF-8.
    pub fn load_from_process(sources: ConfigSources) -> Result<Self, ConfigError> {
        let (settings, provenance) = config::load_from_process::<Self>(sources)?;
        Ok(Self { provenance, ..settings })
    }

    /// What is wrong with values together.
    fn check_together(&self, faults: &mut Faults) {
        self.http.check(faults);
        self.broker.kafka.check(faults);
        self.identity.check(faults);
        self.retention.check(faults);
    }

    /// What is in force and where it comes from, secrets masked, as it was loaded.
    #[must_use]
    pub fn show(&self) -> &[SettingRow] {
        self.provenance.show()
    }

    /// What somebody set, in a file or the environment, to something else than the default, and `eop dev` does not heed:
    /// by the names in the environment.
    #[must_use]
    pub fn unheeded_in_dev(&self) -> &[&'static str] {
        self.provenance.unheeded_in_dev()
    }

    /// The name of this instance, the same at every start: as it is set, or else that of the machine and of the port on
    /// which it listens. No two processes of a service can listen there at the same time.
    #[must_use]
    pub fn instance_name(&self, port: u16) -> String {
        self.instance.clone().unwrap_or_else(|| format!("{}:{port}", machine_name()))
    }

    /// Makes sure that all of these are set, by their names in the environment.
    ///
    /// # Errors
    /// Names each that is missing, so that nobody has to start again for the next.
    pub fn require(&self, names: &[&str]) -> Result<(), ConfigError> {
        self.provenance.require(Self::ALL, names)
    }

    /// The master key.
    ///
    /// # Errors
    /// When neither `EOP_MASTER_KEY` nor `EOP_MASTER_KEY_FILE` is set.
    pub fn required_master_key(&self) -> Result<&SecretString, ConfigError> {
        required(self.master_key.as_ref(), Self::ALL, "EOP_MASTER_KEY")
    }
}
