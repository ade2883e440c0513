//! From the document that poem-openapi prints to one that linters and client generators take.
//!
//! Pure functions over JSON: the same code gives the same bytes. Each step says what it changes and why; the order
//! of the steps is in [`normalise`].

mod annotations;
mod closing;
mod examples;
mod headers;
mod info;
mod media;
mod names;
mod numbers;
mod operations;
mod optional;
mod parameters;
mod problems;
mod prune;
mod unions;
mod walk;

pub(crate) use optional::needs_nothing;
use serde_json::Value;
use thiserror::Error;

use crate::problem::Problem;

/// The version of `OpenAPI` to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 3.0.3: what every client generator takes.
    V3_0,
    /// 3.1.0: can say that a reference may be null and what an event stream carries.
    V3_1,
}

/// What the API itself cannot say.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The permission of each operation, by operation id; `public` and the like where no bearer token is taken.
    pub permissions: Vec<(&'static str, &'static str)>,
    /// Operation id and status of errors that neither path, method nor parameters tell of.
    pub further_errors: Vec<(&'static str, &'static str)>,
    /// Example bodies for requests, by operation id.
    pub examples: Vec<(&'static str, Value)>,
    /// What the path of an example names, by operation id.
    pub things: Vec<(&'static str, Value)>,
    /// Problems of this service, as examples of what their statuses say.
    pub problems: Vec<Problem>,
}

/// Rules of the house that an API breaks.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The raw document is not JSON.
    #[error("the raw document is not JSON")]
    NotJson(#[from] serde_json::Error),
    /// Every broken rule, one per line.
    #[error("the API document breaks these rules:\n{}", .0.join("\n"))]
    Broken(Vec<String>),
}

/// Writes `raw`, as poem-openapi prints it, in the given version.
///
/// # Errors
/// [`DocumentError::Broken`] lists every operation without id, summary, tag or permission, every permission without
/// operation, and every clash of names.
pub fn normalise(raw: &str, version: Version, settings: &Settings) -> Result<Value, DocumentError> {
    let mut document: Value = serde_json::from_str(&numbers::with_whole_bounds(raw))?;
    let mut broken = Vec::new();

    info::complete(&mut document);
    names::rename(&mut document, &mut broken);
    unions::flatten(&mut document);
    parameters::expand(&mut document);
    parameters::name_headers(&mut document);
    media::strip_charset(&mut document);
    media::type_event_streams(&mut document, version);
    headers::describe(&mut document);
    operations::complete(&mut document);
    operations::secure(&mut document);
    operations::permit(&mut document, &settings.permissions, &mut broken);
    operations::require(&document, &mut broken);
    problems::add(&mut document, &settings.further_errors, &settings.problems, &mut broken);
    examples::add(&mut document, &settings.examples, &settings.things, &mut broken);
    annotations::simplify(&mut document, version);
    numbers::tidy(&mut document);
    closing::close_requests(&mut document);
    optional::release(&mut document);
    prune::drop_unused(&mut document);

    document["openapi"] = Value::from(match version {
        Version::V3_0 => "3.0.3",
        Version::V3_1 => "3.1.0",
    });
    if document["servers"].as_array().is_none_or(Vec::is_empty) {
        // Relative: whoever serves the document is the server.
        document["servers"] = serde_json::json!([{"url": "/"}]);
    }
    if broken.is_empty() {
        document.sort_all_objects();
        Ok(document)
    } else {
        Err(DocumentError::Broken(broken))
    }
}

/// The document as it is checked in: two spaces, members in alphabetical order, a newline at the end.
#[must_use]
pub fn to_text(document: &Value) -> String {
    let mut document = document.clone();
    document.sort_all_objects();
    format!("{document:#}\n")
}
