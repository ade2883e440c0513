//! The settings as documents: what `eop config show` prints, a commented defaults file, a reference page.

use std::fmt::Write as _;

use figment::Figment;
use figment::value::Value;

use super::error::ConfigError;
use super::key::{Key, Keys, Kind};
use super::section::{Faults, missing};
use super::source;
use crate::redact::mask_url;

/// One setting as `eop config show` prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Name in the environment.
    pub name: &'static str,
    /// The value in force, secrets masked; `None` when it is not set.
    pub value: Option<String>,
    /// The layer that it comes from, e.g. `environment`; empty when it is not set.
    pub source: String,
    /// What it is for.
    pub help: &'static str,
}

/// Where the settings in force come from.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    pub(super) rows: Vec<SettingRow>,
    pub(super) unheeded_in_dev: Vec<&'static str>,
}

impl Provenance {
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

    /// Makes sure that all of these are set, by their names in the environment.
    ///
    /// # Errors
    /// Names each that is missing, so that nobody has to start again for the next.
    pub fn require(&self, keys: Keys, names: &[&str]) -> Result<(), ConfigError> {
        let is_set = |name: &str| self.rows.iter().any(|row| row.name == name && row.value.is_some());
        let missing = names.iter().filter(|name| !is_set(name)).map(|name| missing(keys, name));
        ConfigError::unless_none(missing.collect())
    }
}

/// Notes what is wrong with each value by itself.
pub(super) fn check(keys: Keys, figment: &Figment, faults: &mut Faults) {
    for key in keys.iter() {
        let Some(value) = key.path.and_then(|path| figment.find_value(path).ok()) else { continue };
        let texts = match &value {
            Value::Array(_, items) => items.iter().map(plain).collect(),
            value => vec![plain(value)],
        };
        for fault in texts.iter().filter_map(|text| key.check.fault(text)) {
            faults.unless(false, key.env, &fault);
        }
    }
}

/// The settings in force, in the order of the table. `file` is the configuration file and the layer that
/// named it.
pub(super) fn rows(keys: Keys, figment: &Figment, file: Option<&(String, &str)>) -> Vec<SettingRow> {
    keys.iter()
        .map(|key| {
            let (value, source) = match key.path {
                None => file.map(|(path, source)| (path.clone(), (*source).to_owned())).unzip(),
                Some(path) => figment
                    .find_value(path)
                    .ok()
                    .map(|value| {
                        let source =
                            figment.get_metadata(value.tag()).map(|metadata| metadata.name.to_string());
                        (shown(key.kind, &value), source.unwrap_or_default())
                    })
                    .unzip(),
            };
            SettingRow { name: key.env, value, source: source.unwrap_or_default(), help: key.help }
        })
        .collect()
}

/// What is set, other than by the program, to something else than the default, and means nothing to `eop dev`. A file made
/// of the defaults sets nothing.
pub(super) fn unheeded_in_dev(keys: Keys, figment: &Figment) -> Vec<&'static str> {
    let is_set = |key: &&'static Key| {
        let value = key.path.and_then(|path| figment.find_value(path).ok());
        value.is_some_and(|value| {
            let source = figment.get_metadata(value.tag()).map(|metadata| metadata.name.as_ref());
            source != Some(source::PROGRAM_DEFAULT)
                && Some(plain(&value)) != key.default.map(|default| default())
        })
    };
    keys.iter().filter(|key| !key.in_dev).filter(is_set).map(|key| key.env).collect()
}

fn shown(kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Secret, _) => "***".to_owned(),
        (Kind::Url, Value::String(_, url)) => mask_url(url),
        (_, value) => plain(value),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(_, text) => text.clone(),
        Value::Bool(_, switch) => switch.to_string(),
        Value::Num(_, number) => {
            let whole = number.to_u128().map(|whole| whole.to_string());
            let whole = whole.or_else(|| number.to_i128().map(|whole| whole.to_string()));
            whole.or_else(|| number.to_f64().map(|fraction| format!("{fraction:?}"))).unwrap_or_default()
        }
        Value::Array(_, items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => format!("{other:?}"),
    }
}

/// A TOML file with every setting, its help and its default; what has no default is commented out.
#[must_use]
pub fn defaults_toml(keys: Keys) -> String {
    let mut text = String::from(
        "# Every setting and its default. The environment and flags are stronger than this file.\n",
    );
    let (top, nested): (Vec<_>, Vec<_>) =
        keys.iter().filter_map(|key| Some((key, key.path?))).partition(|(_, path)| !path.contains('.'));
    for (key, path) in top {
        toml_entry(&mut text, key, path);
    }
    let mut section = "";
    for (key, path) in nested {
        let (table, name) = path.split_once('.').unwrap_or(("", path));
        if table != section {
            let _ = write!(text, "\n[{table}]\n");
            section = table;
        }
        toml_entry(&mut text, key, name);
    }
    text
}

fn toml_entry(text: &mut String, key: &Key, name: &str) {
    let _ = write!(text, "\n# {} ({}). Expects {}.\n", key.help, key.env, key.expects);
    if let (Some(file), true) = (key.file_env(), key.kind.is_sensitive()) {
        let _ = writeln!(text, "# May be in a file of its own: {name}_file, or {file} in the environment.");
    }
    let default = key.default.map(|default| default());
    let _ = match (key.kind, default) {
        (Kind::List, Some(items)) => {
            let items: Vec<_> =
                items.split(',').filter(|item| !item.is_empty()).map(|item| format!("{item:?}")).collect();
            writeln!(text, "{name} = [{}]", items.join(", "))
        }
        (Kind::Integer | Kind::Decimal | Kind::Switch, Some(default)) => writeln!(text, "{name} = {default}"),
        (_, Some(default)) => writeln!(text, "{name} = {default:?}"),
        (Kind::Switch, None) => writeln!(text, "# {name} = true"),
        (_, None) => writeln!(text, "# {name} = \"\""),
    };
}

/// A Markdown table of every setting, for the documentation.
#[must_use]
pub fn reference_markdown(keys: Keys) -> String {
    let mut text = String::from("| environment | file | default | what |\n| --- | --- | --- | --- |\n");
    for key in keys.iter() {
        let default = key.default.map(|default| default()).filter(|default| !default.is_empty());
        let _ = writeln!(
            text,
            "| `{}`{} | {} | {} | {} Expects {}.{} |",
            key.env,
            key.file_env().map_or(String::new(), |_| " or `…_FILE`".to_owned()),
            key.path.map_or(String::new(), |path| format!("`{path}`")),
            default.map_or("not set".to_owned(), |default| format!("`{default}`")),
            key.help,
            key.expects.replace('|', "\\|"),
            if key.in_dev { "" } else { " Not heeded by `eop dev`." },
        );
    }
    text
}
