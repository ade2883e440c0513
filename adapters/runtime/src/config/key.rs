//! One setting: everything that is to say of it, once. The rest of this module derives from it: reading the environment,
//! refusing unknown names and wrong values, `eop config show`, the defaults file and the reference page.

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;

use super::SecretUrl;

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

/// A type that a setting can have.
pub trait Value {
    /// How its text is read and shown.
    const KIND: Kind;
}

/// Says of which kind these types are.
macro_rules! kinds {
    ($($kind:ident: $($type:ty),+;)+) => {
        $($(impl Value for $type {
            const KIND: Kind = Kind::$kind;
        })+)+
    };
}

kinds! {
    Text: String, SocketAddr, PathBuf, super::LogFormat;
    Integer: u8, u16, u32, u64, usize;
    Decimal: f64;
    Switch: bool;
    List: Vec<String>;
    Secret: SecretString;
    Url: SecretUrl;
}

impl<T: Value> Value for Option<T> {
    const KIND: Kind = T::KIND;
}

/// What a value must be beyond its type, each with what is wrong otherwise.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Whatever its type takes.
    Any,
    /// A number of at least so much.
    AtLeast(u64, &'static str),
    /// 0, which stands for none, or at least so much.
    ZeroOrAtLeast(u64, &'static str),
    /// A number within these bounds, both included.
    Within(u64, u64),
    /// A text, or secret, of at least so many characters.
    Characters(usize),
    /// The address of something that is reached by one of these schemes.
    Scheme(&'static [&'static str]),
    /// Anything else: what is wrong with a text, or with one of a list, if something is. Never of a secret.
    By(fn(&str) -> Option<String>),
}

impl Check {
    /// What is wrong with `text`; nothing of a secret is in it.
    pub(super) fn fault(self, text: &str) -> Option<String> {
        let number = text.parse::<u64>().unwrap_or(u64::MAX);
        match self {
            Self::Any => None,
            Self::AtLeast(least, fault) => (number < least).then(|| fault.to_owned()),
            Self::ZeroOrAtLeast(least, fault) => (1..least).contains(&number).then(|| fault.to_owned()),
            Self::Within(least, most) => {
                (!(least..=most).contains(&number)).then(|| "is out of range".to_owned())
            }
            Self::Characters(least) => {
                (text.chars().count() < least).then(|| "is too short to be safe".to_owned())
            }
            Self::Scheme(schemes) => (!has_scheme(text, schemes))
                .then(|| format!("is not a URL that starts with {}", schemes.join(" or "))),
            Self::By(fault) => fault(text),
        }
    }
}

fn has_scheme(url: &str, schemes: &[&str]) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| {
        let rest = if scheme == "log" { rest } else { rest.strip_prefix("//").unwrap_or_default() };
        schemes.contains(&scheme) && !rest.is_empty()
    })
}

/// One setting: its names, its type, its default, what it must be, and what it is for.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Name in the environment, e.g. `EOP_HTTP_ADDR`.
    pub env: &'static str,
    /// Name in a file, e.g. `http.addr`; `None` when it can only come from the environment or a flag.
    pub path: Option<&'static str>,
    /// How its text is read and shown.
    pub kind: Kind,
    /// The default, written as in the environment; `None` when it is not set by default. It is asked of what the setting
    /// configures, where that has one.
    pub default: Option<fn() -> String>,
    /// What it is for, in one sentence.
    pub help: &'static str,
    /// What a value looks like, for error texts.
    pub expects: &'static str,
    /// What a value must be beyond its type.
    pub check: Check,
    /// Whether `eop dev` heeds it: not what is about servers, of which it has none, or what it settles itself.
    pub in_dev: bool,
}

impl Key {
    /// The setting with this name in the environment. [`section`](crate::section) adds what the field says that it is for.
    #[must_use]
    pub const fn of(env: &'static str) -> Self {
        let (help, expects) = ("", "");
        Self {
            env,
            path: None,
            kind: Kind::Text,
            default: None,
            help,
            expects,
            check: Check::Any,
            in_dev: true,
        }
    }

    /// With this default.
    #[must_use]
    pub const fn default(mut self, default: fn() -> String) -> Self {
        self.default = Some(default);
        self
    }

    /// What a value looks like: ends "set it to …".
    #[must_use]
    pub const fn expects(mut self, expects: &'static str) -> Self {
        self.expects = expects;
        self
    }

    /// What a value must be beyond its type.
    #[must_use]
    pub const fn check(mut self, check: Check) -> Self {
        self.check = check;
        self
    }

    /// One that means nothing to `eop dev`.
    #[must_use]
    pub const fn for_servers(mut self) -> Self {
        self.in_dev = false;
        self
    }

    /// The name that gives this setting by file, e.g. `EOP_MASTER_KEY_FILE`; `None` unless it is sensitive.
    #[must_use]
    pub fn file_env(&self) -> Option<String> {
        self.kind.is_sensitive().then(|| format!("{}_FILE", self.env))
    }
}

/// The name of the configuration file in the environment.
pub(super) const CONFIG: Key = Key {
    help: "File with settings, below the environment and the flags.",
    ..Key::of("EOP_CONFIG").expects("the path of a TOML file")
};

/// A setting that there is no more.
#[derive(Clone, Copy, Debug)]
pub struct Retired {
    /// Its name in the environment.
    pub env: &'static str,
    /// Its name in a file.
    pub path: &'static str,
    /// What became of it: "is no setting any more: …".
    pub fault: &'static str,
}

/// All settings of a program.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// Section by section, in the order in which they are shown.
    pub sections: &'static [&'static [Key]],
    /// Those that there are no more.
    pub retired: &'static [Retired],
}

impl Keys {
    /// All of them, in the order in which they are shown.
    pub fn iter(self) -> impl Iterator<Item = &'static Key> {
        std::iter::once(&CONFIG).chain(self.sections.iter().copied().flatten())
    }

    /// The setting with this environment name or file path.
    #[must_use]
    pub fn find(self, name: &str) -> Option<&'static Key> {
        self.iter().find(|key| key.env == name || key.path == Some(name))
    }

    /// What became of a setting that there is no more.
    pub(super) fn retired(self, name: &str) -> Option<&'static str> {
        self.retired.iter().find(|one| one.env == name || one.path == name).map(|one| one.fault)
    }
}

/// The known name nearest to a misspelt one; `None` when nothing is near.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.85)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}
