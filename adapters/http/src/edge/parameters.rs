//! Path and query parameters against the document: a misspelt filter must not look like "everything".

use eop_core::kernel::error::FieldError;
use eop_core::kernel::number::is_kept;
use serde_json::{Map, Value};

use super::routes::{Matched, Operation, Parameter};
use super::schema::{Kind, NO_YEAR, Schema, Schemas};
use crate::problem::Problem;

/// Checks path parameters against their schemas, under the names of the document.
pub(super) fn check_path(
    operation: &Operation,
    matched: &Matched<'_>,
    schemas: &Schemas,
) -> Result<(), Problem> {
    let errors: Vec<_> = operation
        .path
        .iter()
        .filter_map(|parameter| {
            let (_, text) = matched.parameters.iter().find(|(name, _)| *name == parameter.name)?;
            Some(check(parameter, &[text.as_str()], schemas).1)
        })
        .flatten()
        .collect();
    refuse("request.invalid_path", errors)
}

/// Reads the query as the document types it: unknown parameters are refused by name, and so is one that is sent twice and
/// is no list. A list may come as `a,b`, by repeating its name, as many clients do, or both.
pub(super) fn read_query(
    operation: &Operation,
    pairs: &[(String, String)],
    schemas: &Schemas,
) -> Result<Map<String, Value>, Problem> {
    if let Some((unknown, _)) =
        pairs.iter().find(|(name, _)| !operation.query.iter().any(|p| p.name == *name))
    {
        return Err(unknown_parameter(unknown, operation));
    }
    let mut values = Map::new();
    let mut errors = Vec::new();
    for parameter in &operation.query {
        let texts: Vec<_> =
            pairs.iter().filter(|(name, _)| *name == parameter.name).map(|(_, text)| text.as_str()).collect();
        if texts.is_empty() {
            if parameter.is_required {
                errors.push(error(parameter, "required", "is required"));
            }
            continue;
        }
        if texts.len() > 1 && !parameter.is_list(schemas) {
            return Err(repeated_parameter(parameter));
        }
        let (value, refused) = check(parameter, &texts, schemas);
        errors.extend(refused);
        values.insert(parameter.name.clone(), value);
    }
    refuse("request.invalid_parameter", errors)?;
    Ok(values)
}

/// The value that `texts` stand for, and what is wrong with it.
fn check(parameter: &Parameter, texts: &[&str], schemas: &Schemas) -> (Value, Vec<FieldError>) {
    let value = match parameter.schema.items() {
        Some(items) => {
            let parts = texts
                .iter()
                .filter(|text| !(text.is_empty() && parameter.is_comma_separated))
                .flat_map(|text| text.split(move |c| c == ',' && parameter.is_comma_separated));
            Value::Array(parts.map(|part| typed(part, items, schemas)).collect())
        }
        None => typed(texts.first().copied().unwrap_or_default(), &parameter.schema, schemas),
    };
    let errors = schemas
        .check(&parameter.schema, &value)
        .into_iter()
        .map(|refused| FieldError { field: parameter.name.clone(), ..refused })
        .collect();
    (value, errors)
}

/// A parameter's text as the JSON value that its schema speaks of; text that does not fit stays text, for the check
/// to refuse.
fn typed(text: &str, schema: &Schema, schemas: &Schemas) -> Value {
    let parsed = match schema.kind(schemas) {
        Some(Kind::Integer | Kind::Number | Kind::Boolean) => serde_json::from_str(text).ok(),
        _ => None,
    };
    match parsed {
        Some(Value::Number(_)) if !is_kept(text) => Value::String(text.to_owned()),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value,
        _ => Value::String(text.to_owned()),
    }
}

fn error(parameter: &Parameter, code: &'static str, message: &str) -> FieldError {
    FieldError { field: parameter.name.clone(), code, message: message.to_owned() }
}

/// 400, because a parameter that cannot be read is a mistake in the program that sent it. Only a time that is well written,
/// in a year that is not taken, is a value: 422, as in a body.
fn refuse(code: &'static str, errors: Vec<FieldError>) -> Result<(), Problem> {
    match errors.first() {
        None => Ok(()),
        Some(_) if errors.iter().all(|error| error.code == NO_YEAR) => Err(Problem::invalid(code, errors)),
        Some(first) => {
            let detail = format!("the parameter `{}` {}", first.field, first.message);
            Err(Problem::malformed(code, detail).errors(errors))
        }
    }
}

fn unknown_parameter(name: &str, operation: &Operation) -> Problem {
    let allowed: Vec<_> = operation.query.iter().map(|parameter| parameter.name.as_str()).collect();
    let advice = if allowed.is_empty() {
        "this operation takes none".to_owned()
    } else {
        format!("allowed are {}", allowed.join(", "))
    };
    Problem::malformed(
        "request.unknown_parameter",
        format!("the query parameter `{name}` is not known: {advice}"),
    )
    .errors(vec![FieldError { field: name.to_owned(), code: "unknown", message: advice }])
    .member("allowed", allowed)
}

fn repeated_parameter(parameter: &Parameter) -> Problem {
    Problem::malformed(
        "request.repeated_parameter",
        format!("the query parameter `{}` was sent more than once: send it once", parameter.name),
    )
    .errors(vec![error(parameter, "repeated", "send it once")])
}
