//! The interface of a service, typed, and what is written of it.
//!
//! poem-openapi derives what handlers say into a registry of types. [`Interface`] is read from those once, with what only a
//! table can say (permissions, examples). Two writers print it, for 3.0.3 and 3.1; the tables of the edge are made of it
//! too. Nothing is ever read back from what was printed.

mod errors;
mod headers;
mod interface;
mod parameters;
mod rules;
mod schemas;
mod write;

use poem_openapi::OpenApi;
use serde_json::Value;
use thiserror::Error;

pub(crate) use self::interface::{Body, Interface, Operation};
pub(crate) use self::parameters::Parameter;
#[cfg(test)]
pub(crate) use self::schemas::fixture;
pub(crate) use self::schemas::{as_reference, inline, needs_nothing};
use self::write::Version;
use crate::problem::Problem;

/// What a service is called.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its title.
    pub title: &'static str,
    /// Its version.
    pub version: &'static str,
    /// What it is for.
    pub description: &'static str,
}

/// What handlers cannot say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The permission of each operation, by operation id; `public` and the like where no bearer token is taken.
    pub(crate) permissions: Vec<(&'static str, &'static str)>,
    /// Operation id and status of errors that neither path, method nor parameters tell of.
    pub(crate) further_errors: Vec<(&'static str, &'static str)>,
    /// Example bodies for requests, by operation id.
    pub(crate) examples: Vec<(&'static str, Value)>,
    /// What the path of an example names, by operation id.
    pub(crate) things: Vec<(&'static str, Value)>,
    /// Problems of this service, as examples of what their statuses say.
    pub(crate) problems: Vec<Problem>,
}

/// Rules of the house that an API breaks: every one, one per line.
#[derive(Debug, Error)]
#[error("the API breaks these rules:\n{}", .0.join("\n"))]
pub struct BrokenRules(Vec<String>);

impl Interface {
    /// Reads the interface of `T`.
    ///
    /// # Errors
    /// [`BrokenRules`] lists every operation without id, summary, tag or permission, every body and path without an
    /// example, everything in the tables that no operation has, and every clash of names.
    pub(crate) fn of<T: OpenApi>(about: About, settings: &Settings) -> Result<Self, BrokenRules> {
        let mut broken = Vec::new();
        let mut interface = Self::read::<T>(about, &mut broken);
        rules::permit(&mut interface, &settings.permissions, &mut broken);
        errors::add(&mut interface, settings, &mut broken);
        rules::exemplify(&mut interface, settings, &mut broken);
        interface.drop_unused();
        if broken.is_empty() { Ok(interface) } else { Err(BrokenRules(broken)) }
    }

    /// The documents of 3.0.3 and 3.1, the same bytes for the same code.
    pub(crate) fn documents(&self) -> [String; 2] {
        [Version::V3_0, Version::V3_1].map(|version| to_text(write::document(self, version)))
    }
}

/// A document as it is published: two spaces, members in alphabetical order, a newline at the end.
pub(crate) fn to_text(mut document: Value) -> String {
    document.sort_all_objects();
    format!("{document:#}\n")
}
