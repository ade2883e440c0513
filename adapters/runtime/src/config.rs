//! Settings, from documented defaults to flags.
//!
//! Each setting is said in one place, as a field of a [`section`](crate::section) beside what it configures: name, type,
//! default, check and text. A program composes its sections, and those of this crate, by [`settings`](crate::settings); the
//! rest of this module derives from the [`Keys`] of that.
//!
//! An unknown name is an error that says the nearest known one, all problems are reported at once, and
//! no text made here ever holds a secret.

mod document;
mod error;
mod key;
mod layer;
mod own;
mod secret;
mod section;
mod source;
#[cfg(test)]
pub(crate) mod tests;

use std::path::PathBuf;

use figment::Figment;

pub use document::{Provenance, SettingRow, defaults_toml, reference_markdown};
pub use error::{ConfigError, Problem};
pub use key::{Check, Key, Keys, Kind, Retired, Value};
pub use own::{DEFAULT_FILTER, LogConfig, LogFormat, TelemetryConfig};
pub use secret::SecretUrl;
pub use section::{Composition, Faults, required};
pub use source::ConfigSources;

use layer::Layer;

/// Reads and checks the settings from these sources, and says where each comes from.
///
/// # Errors
/// Every unknown name, unreadable file, wrong type and wrong value, each with what to do about it.
pub fn load<T: Composition>(sources: &ConfigSources) -> Result<(T, Provenance), ConfigError> {
    let mut problems = Vec::new();
    let file = config_file(sources);
    let keys = T::KEYS;
    let named = |source, pairs, problems: &mut Vec<Problem>| Layer::named(keys, source, pairs, problems);
    let mut figment = Figment::from(Layer::defaults(keys, &mut problems)).merge(named(
        source::PROGRAM_DEFAULT,
        &sources.defaults,
        &mut problems,
    ));
    if let Some((path, _)) = &file {
        figment = figment.merge(Layer::file(keys, path, &mut problems));
    }
    for layer in Layer::environment(keys, &sources.env, &mut problems) {
        figment = figment.merge(layer);
    }
    let unheeded_in_dev = document::unheeded_in_dev(keys, &figment);
    figment = figment.merge(named(source::FLAG, &sources.overrides, &mut problems));
    // Values that could not be read are missing from their layer, so extracting would blame others.
    ConfigError::unless_none(problems)?;

    let values: T = figment.extract().map_err(|error| wrong_types(keys, error))?;
    let file = file.map(|(path, source)| (path.display().to_string(), source));
    let provenance = Provenance { rows: document::rows(keys, &figment, file.as_ref()), unheeded_in_dev };
    let mut faults = Faults::new(keys);
    document::check(keys, &figment, &mut faults);
    values.check(&mut faults);
    ConfigError::unless_none(faults.problems)?;
    Ok((values, provenance))
}

/// As [`load`], with the real environment of this process in place of the one in `sources`.
///
/// # Errors
/// As [`load`], and when a variable named `EOP_*` is not UTF-8.
pub fn load_from_process<T: Composition>(sources: ConfigSources) -> Result<(T, Provenance), ConfigError> {
    load(&sources.with_process_env()?)
}

/// The configuration file and what named it: the flag, or else the environment.
fn config_file(sources: &ConfigSources) -> Option<(PathBuf, &'static str)> {
    let from_flag = sources.file.clone().map(|path| (path, source::FLAG));
    from_flag.or_else(|| {
        let path = sources.env.get(key::CONFIG.env).filter(|path| !path.is_empty())?;
        Some((PathBuf::from(path), source::ENVIRONMENT))
    })
}

/// Figment's errors, named as the person who set the value named it, without the value of a secret.
fn wrong_types(keys: Keys, error: figment::Error) -> ConfigError {
    let problems = error.into_iter().map(|error| {
        let path = error.path.join(".");
        let key = keys.find(&path);
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
