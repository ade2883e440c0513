//! The layers that figment merges: each is a set of values and the name of where they came from.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use figment::providers::{Format, Toml};
use figment::value::{Dict, Map, Value};
use figment::{Metadata, Profile, Provider};

use super::error::Problem;
use super::key::{Key, Keys, Kind, nearest};

/// Values from one place, by path.
#[derive(Debug)]
pub(super) struct Layer {
    source: String,
    values: Dict,
}

impl Layer {
    pub(super) fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), values: Dict::new() }
    }

    /// The documented defaults.
    pub(super) fn defaults(keys: Keys, problems: &mut Vec<Problem>) -> Self {
        let defaults = keys.iter().filter_map(|key| Some((key.env.to_owned(), key.default?())));
        Self::named(keys, super::source::DEFAULT, &defaults.collect::<Vec<_>>(), problems)
    }

    /// Values that the program gives by name: its own defaults, or its flags. A name may be an environment
    /// name or a path.
    pub(super) fn named(
        keys: Keys,
        source: &str,
        pairs: &[(String, String)],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut layer = Self::new(source);
        for (name, text) in pairs {
            match keys.find(name) {
                Some(key) => layer.read(key, name, text, problems),
                None => problems.push(unknown(keys, name, keys.iter().map(|key| key.env))),
            }
        }
        layer
    }

    /// Two layers from the environment: the values themselves, and those read from the files it names.
    ///
    /// Names without the prefix `EOP_` are not looked at unless they are known. An empty value counts as
    /// not set, because that is what an unset variable becomes in compose files.
    pub(super) fn environment(
        keys: Keys,
        env: &BTreeMap<String, String>,
        problems: &mut Vec<Problem>,
    ) -> [Self; 2] {
        let mut direct = Self::new(super::source::ENVIRONMENT);
        let mut by_file = Self::new(super::source::ENVIRONMENT_FILE);
        for (name, text) in env.iter().filter(|(_, text)| !text.is_empty()) {
            if let Some(key) = keys.iter().find(|key| key.env == name) {
                direct.read(key, name, text, problems);
            } else if let Some(key) = keys.iter().find(|key| key.file_env().as_ref() == Some(name)) {
                if env.get(key.env).is_some_and(|text| !text.is_empty()) {
                    problems.push(Problem::new(name, format!("{} is set too", key.env), "keep one of them"));
                } else {
                    by_file.read_file(key, name, text, problems);
                }
            } else if name.starts_with("EOP_") && !is_service_link(name) {
                problems.push(unknown(keys, name, keys.iter().map(|key| key.env)));
            }
        }
        [direct, by_file]
    }

    /// The values in a TOML file. A sensitive setting may be given as `<name>_file`, too.
    pub(super) fn file(keys: Keys, path: &Path, problems: &mut Vec<Problem>) -> Self {
        let shown = path.display().to_string();
        let mut layer = Self::new(format!("file {shown}"));
        match fs::read_to_string(path) {
            Ok(text) => match Toml::string(&text).data() {
                Ok(mut data) => {
                    let values = data.remove(&Profile::Default).unwrap_or_default();
                    layer.read_table(keys, (&shown, ""), values, problems);
                }
                Err(error) => problems.push(Problem::new(
                    &shown,
                    format!("is not TOML: {}", without_source_line(&error.to_string())),
                    "correct the file",
                )),
            },
            Err(error) => problems.push(Problem::new(
                &shown,
                format!("cannot be read: {error}"),
                "correct --config or EOP_CONFIG, or make the file readable",
            )),
        }
        layer
    }

    fn read_table(
        &mut self,
        keys: Keys,
        (file, prefix): (&str, &str),
        table: Dict,
        problems: &mut Vec<Problem>,
    ) {
        for (name, value) in table {
            let path = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
            let secret_file = path.strip_suffix("_file").and_then(|name| keys.find(name));
            if keys.find(&path).is_some_and(|key| key.path == Some(path.as_str())) {
                self.set(&path, value);
            } else if let (Some(key), Value::String(_, target)) = (secret_file, &value)
                && key.kind.is_sensitive()
            {
                self.read_file(key, &format!("{path} in {file}"), target, problems);
            } else if let Value::Dict(_, section) = value
                && is_section(keys, &path)
            {
                self.read_table(keys, (file, &path), section, problems);
            } else {
                let known = keys.iter().filter_map(|key| key.path);
                problems.push(unknown(keys, &format!("{path} in {file}"), known));
            }
        }
    }

    fn read_file(&mut self, key: &Key, name: &str, path: &str, problems: &mut Vec<Problem>) {
        match fs::read_to_string(path) {
            Ok(text) if text.trim().is_empty() => {
                problems.push(Problem::new(
                    name,
                    format!("the file {path} is empty"),
                    "write the value into it",
                ));
            }
            // Editors and `echo` end a file with a newline that is not part of the secret.
            Ok(text) => self.read(key, name, text.trim_end_matches(['\r', '\n']), problems),
            Err(error) => problems.push(Problem::new(
                name,
                format!("the file {path} cannot be read: {error}"),
                "name a file that this process can read",
            )),
        }
    }

    fn read(&mut self, key: &Key, name: &str, text: &str, problems: &mut Vec<Problem>) {
        let Some(path) = key.path else {
            return;
        };
        match parse(key.kind, text) {
            Some(value) => self.set(path, value),
            None => problems.push(Problem::new(
                name,
                format!("cannot be {text:?}"),
                format!("set it to {}", key.expects),
            )),
        }
    }

    fn set(&mut self, path: &str, value: Value) {
        let mut table = &mut self.values;
        let mut names = path.split('.').peekable();
        while let Some(name) = names.next() {
            if names.peek().is_none() {
                table.insert(name.to_owned(), value);
                return;
            }
            let section = table.entry(name.to_owned()).or_insert_with(|| Value::from(Dict::new()));
            let Value::Dict(_, inner) = section else {
                return;
            };
            table = inner;
        }
    }
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.source.clone())
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Profile::Default.collect(self.values.clone()))
    }
}

/// Text as a value of this kind; `None` when it is none. Sensitive kinds take any text.
fn parse(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Text | Kind::Secret | Kind::Url => Some(Value::from(text)),
        Kind::Integer => text.trim().parse::<u64>().ok().map(Value::from),
        Kind::Decimal => text.trim().parse::<f64>().ok().map(Value::from),
        Kind::Switch => text.trim().parse::<bool>().ok().map(Value::from),
        Kind::List => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Some(Value::from(items.map(Value::from).collect::<Vec<_>>()))
        }
    }
}

fn unknown<'a>(keys: Keys, name: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let bare = name.split(' ').next().unwrap_or(name);
    if let Some(fault) = keys.retired(bare) {
        return Problem::new(name, fault, "remove it".to_owned());
    }
    let remedy = match nearest(bare, known) {
        Some(nearest) => format!("did you mean {nearest}?"),
        None => "remove it; `eop config show` lists every setting".to_owned(),
    };
    Problem::new(name, "is not a setting", remedy)
}

fn is_section(keys: Keys, path: &str) -> bool {
    keys.iter()
        .filter_map(|key| key.path)
        .any(|known| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether a container runtime made up this name for a service called `eop-…`: Kubernetes puts
/// `EOP_ORDER_SERVICE_HOST`, `EOP_ORDER_PORT_8081_TCP` and the like into every pod of the namespace.
fn is_service_link(name: &str) -> bool {
    let port = |rest: &str| {
        rest.is_empty()
            || rest.strip_prefix('_').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    name.ends_with("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || name.rsplit_once("_PORT").is_some_and(|(_, rest)| port(rest))
        || name.split_once("_PORT_").is_some_and(|(_, rest)| port(&format!("_{rest}")))
}

/// A parser's message without the quoted line, which may hold a secret.
fn without_source_line(message: &str) -> String {
    let mut lines = message.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    match lines.next_back() {
        Some(last) if !last.contains('|') => format!("{first}: {last}"),
        _ => first.to_owned(),
    }
}
