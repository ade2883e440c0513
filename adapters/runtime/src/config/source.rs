//! Where settings come from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::error::{ConfigError, Problem};

pub(super) const DEFAULT: &str = "default";
pub(super) const PROGRAM_DEFAULT: &str = "program default";
pub(super) const ENVIRONMENT: &str = "environment";
pub(super) const ENVIRONMENT_FILE: &str = "environment, by file";
pub(super) const FLAG: &str = "flag";

/// Where settings come from, weakest first: documented defaults, the program's own defaults, the file,
/// the environment, flags.
///
/// Names in `defaults` and `overrides` may be environment names or paths (`EOP_HTTP_ADDR` or `http.addr`).
#[derive(Clone, Default)]
pub struct ConfigSources {
    /// The file named by a flag; without it, the one named by `EOP_CONFIG`, if any.
    pub file: Option<PathBuf>,
    /// The environment. Only `EOP_*` and the known `OTEL_*` names in it are looked at.
    pub env: BTreeMap<String, String>,
    /// What this program uses unless told otherwise, such as its port.
    pub defaults: Vec<(String, String)>,
    /// What flags say.
    pub overrides: Vec<(String, String)>,
}

impl ConfigSources {
    /// With this file.
    #[must_use]
    pub fn with_file(mut self, file: Option<PathBuf>) -> Self {
        self.file = file;
        self
    }

    /// With these variables in the environment.
    #[must_use]
    pub fn with_env<N: Into<String>, V: Into<String>>(
        mut self,
        env: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        self.env.extend(env.into_iter().map(|(name, value)| (name.into(), value.into())));
        self
    }

    /// With a default of this program.
    #[must_use]
    pub fn with_default(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.defaults.push((name.into(), value.into()));
        self
    }

    /// With what a flag says; a flag that was not given changes nothing.
    #[must_use]
    pub fn with_override(mut self, name: impl Into<String>, value: Option<impl Into<String>>) -> Self {
        self.overrides.extend(value.map(|value| (name.into(), value.into())));
        self
    }

    /// With the environment of this process, in place of any given before.
    ///
    /// # Errors
    /// When a variable named `EOP_*` is not UTF-8.
    pub(super) fn with_process_env(mut self) -> Result<Self, ConfigError> {
        self.env.clear();
        for (name, value) in std::env::vars_os() {
            let Ok(name) = name.into_string() else {
                continue;
            };
            match value.into_string() {
                Ok(value) => {
                    self.env.insert(name, value);
                }
                Err(_) if name.starts_with("EOP_") => {
                    return Err(ConfigError::one(Problem::new(name, "is not UTF-8", "set it to UTF-8 text")));
                }
                Err(_) => {}
            }
        }
        Ok(self)
    }
}

impl fmt::Debug for ConfigSources {
    /// Names only: values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names =
            |pairs: &[(String, String)]| pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        f.debug_struct("ConfigSources")
            .field("file", &self.file)
            .field("env", &self.env.keys())
            .field("defaults", &names(&self.defaults))
            .field("overrides", &names(&self.overrides))
            .finish()
    }
}
