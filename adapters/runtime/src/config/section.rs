//! Sections of settings: a struct whose fields are settings, and what they are composed to.

use serde::de::DeserializeOwned;

use super::error::{ConfigError, Problem};
use super::key::Keys;

/// What a program composes its settings of.
pub trait Composition: DeserializeOwned {
    /// All settings.
    const KEYS: Keys;

    /// Notes what is wrong with values together that are each in order.
    fn check(&self, faults: &mut Faults);
}

/// Gathers what is wrong with values.
#[derive(Debug)]
pub struct Faults {
    keys: Keys,
    pub(super) problems: Vec<Problem>,
}

impl Faults {
    pub(super) fn new(keys: Keys) -> Self {
        Self { keys, problems: Vec::new() }
    }

    /// Reports the setting with this environment name unless `holds`; what it should be, it says itself.
    pub fn unless(&mut self, holds: bool, env: &str, fault: &str) {
        if !holds {
            let expects = self.keys.find(env).map_or("", |key| key.expects);
            self.problems.push(Problem::new(env, fault, format!("set it to {expects}")));
        }
    }
}

/// The value, or an error that says which setting is missing and what it looks like.
///
/// # Errors
/// When there is no value.
pub fn required<T>(value: Option<T>, keys: Keys, env: &str) -> Result<T, ConfigError> {
    value.ok_or_else(|| ConfigError::one(missing(keys, env)))
}

/// That a setting is missing, and what it looks like.
pub(super) fn missing(keys: Keys, env: &str) -> Problem {
    let expects = keys.find(env).map_or("", |key| key.expects);
    Problem::new(env, "is not set", format!("set it to {expects}"))
}

/// A struct whose fields are settings, each said in one place: its documentation is its help, its type decides how it is
/// read, its name is that in a file, and after `=` stands the rest of its [`Key`](crate::config::Key). `KEYS` lists them. After `;` come sections
/// within this one, which list their own.
///
/// ```
/// use eop_runtime::config::{Check, Key};
///
/// eop_runtime::section! {
///     /// How tea is made.
///     pub struct TeaConfig in "tea" {
///         /// How long tea brews, in seconds.
///         pub brews_s: u64 = Key::of("EOP_TEA_BREWS_S")
///             .default(|| "180".to_owned())
///             .expects("seconds, at least 1")
///             .check(Check::AtLeast(1, "is 0, so it would be water")),
///     }
/// }
///
/// assert_eq!(TeaConfig::KEYS[0].path, Some("tea.brews_s"));
/// assert_eq!(TeaConfig::KEYS[0].help, "How long tea brews, in seconds.");
/// ```
#[macro_export]
macro_rules! section {
    (
        $(#[$meta:meta])*
        pub struct $name:ident in $section:literal {
            $($(#[doc = $help:literal])+ pub $field:ident: $type:ty = $key:expr),+
            $(; $($(#[$about:meta])+ pub $part:ident: $inner:ty),+)?
            $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $help])+ pub $field: $type,)+
            $($($(#[$about])+ pub $part: $inner),+)?
        }

        impl $name {
            /// Its settings, in the order in which they are shown.
            pub const KEYS: &[$crate::config::Key] = &[
                $($crate::config::Key {
                    path: Some(concat!($section, ".", stringify!($field))),
                    kind: <$type as $crate::config::Value>::KIND,
                    help: concat!($($help),+).trim_ascii(),
                    ..$key
                }),+
            ];
        }
    };
}

/// Everything that programs of one kind can be set, composed of a few settings of its own and of sections, each with those
/// within it in brackets. It is a [`Composition`](crate::config::Composition), and has a `provenance`.
#[macro_export]
macro_rules! settings {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $($(#[doc = $help:literal])+ pub $field:ident: $type:ty = $key:expr),* $(,)?;
            $($(#[$about:meta])+ pub $part:ident: $section:ty $([$inner:ty])?),+ $(,)?
        }
        retired $retired:expr;
        check $check:path;
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        $vis struct $name {
            $($(#[doc = $help])+ pub $field: $type,)*
            $($(#[$about])+ pub $part: $section,)+
            #[serde(skip)]
            provenance: $crate::config::Provenance,
        }

        impl $crate::config::Composition for $name {
            const KEYS: $crate::config::Keys = $crate::config::Keys {
                sections: &[
                    &[$($crate::config::Key {
                        path: Some(stringify!($field)),
                        kind: <$type as $crate::config::Value>::KIND,
                        help: concat!($($help),+).trim_ascii(),
                        ..$key
                    }),*],
                    $(<$section>::KEYS $(, <$inner>::KEYS)?),+
                ],
                retired: $retired,
            };

            fn check(&self, faults: &mut $crate::config::Faults) {
                $check(self, faults);
            }
        }
    };
}
