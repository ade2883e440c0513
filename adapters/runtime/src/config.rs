//! Settings, from documented defaults to flags.
//!
//! One table, [`KEYS`], names every setting with its environment name, its path in a file, its default
//! and its help; the rest of this module derives from it. [`Settings`] is what all programs read: each
//! uses the sections that it needs, and complains with `required_…` about what it misses.
//!
//! An unknown name is an error that says the nearest known one, all problems are reported at once, and
//! no text made here ever holds a secret.

mod document;
mod error;
mod keys;
mod layer;
mod secret;
mod section;
mod source;
#[cfg(test)]
mod tests;
mod validate;

use std::path::PathBuf;

use figment::Figment;
use secrecy::SecretString;
use serde::Deserialize;
use sysinfo::System;

pub use document::{SettingRow, defaults_toml, reference_markdown};
pub use error::{ConfigError, Problem};
pub use keys::{DEFAULT_FILTER, KEYS, Key, Kind, find};
pub use secret::SecretUrl;
pub use section::{
    BrokerConfig, DatabaseConfig, HttpConfig, IdentityConfig, KafkaConfig, LogConfig, LogFormat, MailConfig,
    OrderConfig, PortalConfig, RetentionConfig, TelemetryConfig, TokenConfig,
};
pub use source::ConfigSources;

use layer::Layer;

/// Everything that can be set, for every program of the platform.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What tells this instance from others of its service; see [`Settings::instance_name`].
    pub instance: Option<String>,
    /// How the HTTP server listens and what it accepts.
    pub http: HttpConfig,
    /// The database of the service.
    pub database: DatabaseConfig,
    /// The broker of the events.
    pub broker: BrokerConfig,
    /// How access tokens are issued and verified.
    pub token: TokenConfig,
    /// Key that encrypts signing keys and sealed fields; each program decides what its absence means.
    pub master_key: Option<SecretString>,
    /// What holds for accounts.
    pub identity: IdentityConfig,
    /// The times that orders depend on.
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
    #[serde(skip)]
    rows: Vec<SettingRow>,
    #[serde(skip)]
    unheeded_in_dev: Vec<&'static str>,
}

impl Settings {
    /// Reads and validates the settings from these sources.
    ///
    /// # Errors
    /// Every unknown name, unreadable file, wrong type and wrong value, each with what to do about it.
    pub fn load(sources: &ConfigSources) -> Result<Self, ConfigError> {
        let mut problems = Vec::new();
        let file = config_file(sources);
        let mut figment = Figment::from(Layer::defaults(&mut problems)).merge(Layer::named(
            source::PROGRAM_DEFAULT,
            pairs(&sources.defaults),
            &mut problems,
        ));
        if let Some((path, _)) = &file {
            figment = figment.merge(Layer::file(path, &mut problems));
        }
        for layer in Layer::environment(&sources.env, &mut problems) {
            figment = figment.merge(layer);
        }
        let unheeded_in_dev = document::unheeded_in_dev(&figment);
        figment = figment.merge(Layer::named(source::FLAG, pairs(&sources.overrides), &mut problems));
        // Values that could not be read are missing from their layer, so extracting would blame others.
        ConfigError::unless_none(problems)?;

        let mut settings: Self = figment.extract().map_err(wrong_types)?;
        let file = file.map(|(path, source)| (path.display().to_string(), source));
        settings.rows = document::rows(&figment, file.as_ref());
        settings.unheeded_in_dev = unheeded_in_dev;
        settings.validate()?;
        Ok(settings)
    }

    /// Reads and validates the settings of this process: as [`Settings::load`], with its real environment
    /// in place of the one in `sources`.
    ///
    /// # Errors
    /// As [`Settings::load`], and when a variable named `EOP_*` is not UTF-8.
    pub fn load_from_process(sources: ConfigSources) -> Result<Self, ConfigError> {
        Self::load(&sources.with_process_env()?)
    }

    /// Checks what the types cannot: ranges, URL schemes, settings that only make sense together.
    ///
    /// # Errors
    /// Every problem, each with the setting's name and what to do.
    pub fn validate(&self) -> Result<(), ConfigError> {
        ConfigError::unless_none(validate::problems(self))
    }

    /// What is in force and where it comes from, secrets masked, as it was loaded.
    #[must_use]
    pub fn show(&self) -> &[SettingRow] {
        &self.rows
    }

    /// What somebody set, in a file or the environment, to something else than the default, and `eop dev` does not heed:
    /// by the names in the environment.
    #[must_use]
    pub fn unheeded_in_dev(&self) -> &[&'static str] {
        &self.unheeded_in_dev
    }

    /// The name of this instance, the same at every start: as it is set, or else that of the machine and of the port on
    /// which it listens. No two processes of a service can listen there at the same time.
    #[must_use]
    pub fn instance_name(&self, port: u16) -> String {
        let own = || format!("{}:{port}", System::host_name().unwrap_or_default());
        self.instance.clone().unwrap_or_else(own)
    }

    /// Makes sure that all of these are set, by their names in the environment.
    ///
    /// # Errors
    /// Names each that is missing, so that nobody has to start again for the next.
    pub fn require(&self, names: &[&str]) -> Result<(), ConfigError> {
        let is_set = |name: &str| self.rows.iter().any(|row| row.name == name && row.value.is_some());
        let missing = names.iter().filter(|name| !is_set(name)).map(|name| section::missing(name));
        ConfigError::unless_none(missing.collect())
    }

    /// The master key.
    ///
    /// # Errors
    /// When neither `EOP_MASTER_KEY` nor `EOP_MASTER_KEY_FILE` is set.
    pub fn required_master_key(&self) -> Result<&SecretString, ConfigError> {
        section::required(self.master_key.as_ref(), "EOP_MASTER_KEY")
    }
}

/// The configuration file and what named it: the flag, or else the environment.
fn config_file(sources: &ConfigSources) -> Option<(PathBuf, &'static str)> {
    let from_flag = sources.file.clone().map(|path| (path, source::FLAG));
    from_flag.or_else(|| {
        let path = sources.env.get(keys::CONFIG).filter(|path| !path.is_empty())?;
        Some((PathBuf::from(path), source::ENVIRONMENT))
    })
}

fn pairs(owned: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    owned.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

/// Figment's errors, named as the person who set the value named it, without the value of a secret.
fn wrong_types(error: figment::Error) -> ConfigError {
    let problems = error.into_iter().map(|error| {
        let path = error.path.join(".");
        let key = keys::find(&path);
        let source = error.metadata.as_ref().map_or("", |metadata| metadata.name.as_ref());
        let name = match (source.strip_prefix("file "), key) {
            (Some(file), _) => format!("{path} in {file}"),
            (None, Some(key)) => key.env.to_owned(),
            (None, None) => path,
        };
        let fault = match key {
            Some(key) if key.kind.is_sensitive() => "is not text".to_owned(),
            _ => error.kind.to_string(),
        };
        let expects = key.map_or("a value of the right type", |key| key.expects);
        Problem::new(name, fault, format!("set it to {expects}"))
    });
    let problems: Vec<_> = problems.collect();
    match ConfigError::unless_none(problems) {
        Err(error) => error,
        Ok(()) => ConfigError::one(Problem::new("configuration", "cannot be read", "check its values")),
    }
}
