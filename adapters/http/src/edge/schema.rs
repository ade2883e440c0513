//! The part of JSON Schema that the documents use, compiled from an `OpenAPI` 3.1 document, so that the edge can tell
//! a caller every refused value at once and where it is.
//!
//! Only requests are checked. A member that the document does not list is refused in all of them, also where the
//! document leaves a schema open because answers share it and may grow.

mod check;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use regex::Regex;
use serde_json::{Map, Value};

pub(crate) use check::{NO_YEAR, Place, is_canonical_uuid};

/// The named schemas of a document.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    named: HashMap<String, Schema>,
}

/// One schema.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    reference: Option<String>,
    kinds: Vec<Kind>,
    required: Vec<String>,
    properties: BTreeMap<String, Schema>,
    /// Members that are not listed are refused.
    closed: bool,
    /// What members that are not listed must be.
    others: Option<Box<Schema>>,
    items: Option<Box<Schema>>,
    alternatives: Vec<Schema>,
    discriminator: Option<Discriminator>,
    values: Vec<Value>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    lengths: Bounds,
    counts: Bounds,
    unique: bool,
    pattern: Option<Regex>,
    format: Option<Format>,
}

/// A JSON type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// A format that is checked; others only inform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Uuid,
    DateTime,
}

/// How many there may be.
#[derive(Clone, Copy, Debug, Default)]
struct Bounds {
    min: Option<usize>,
    max: Option<usize>,
}

/// Which member tells the alternative, and by which value.
#[derive(Debug)]
struct Discriminator {
    property: String,
    mapping: BTreeMap<String, String>,
}

impl Schemas {
    /// Compiles `components/schemas` of a 3.1 document.
    pub(crate) fn of(document: &Value) -> Arc<Self> {
        let named = document
            .pointer("/components/schemas")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.clone(), Schema::of(schema)))
            .collect();
        Arc::new(Self { named })
    }
}

impl Schema {
    /// Compiles one schema of a 3.1 document.
    pub(crate) fn of(value: &Value) -> Self {
        let Some(schema) = value.as_object() else { return Self::default() };
        let text = |name: &str| schema.get(name).and_then(Value::as_str);
        let nested = |name: &str| schema.get(name).map(Self::of).map(Box::new);
        let others = schema.get("additionalProperties");
        Self {
            reference: text("$ref").and_then(name_of_reference),
            kinds: kinds(schema.get("type")),
            required: strings(schema.get("required")),
            properties: members(schema, "properties")
                .map(|(name, value)| (name.clone(), Self::of(value)))
                .collect(),
            closed: others == Some(&Value::Bool(false))
                || (others.is_none() && schema.contains_key("properties")),
            others: others.filter(|others| others.is_object()).map(Self::of).map(Box::new),
            items: nested("items"),
            alternatives: ["oneOf", "anyOf"]
                .iter()
                .filter_map(|name| schema.get(*name)?.as_array())
                .flatten()
                .map(Self::of)
                .collect(),
            discriminator: schema.get("discriminator").and_then(Discriminator::of),
            values: schema.get("enum").and_then(Value::as_array).cloned().unwrap_or_default(),
            minimum: schema.get("minimum").and_then(Value::as_f64),
            maximum: schema.get("maximum").and_then(Value::as_f64),
            lengths: Bounds::of(schema, "minLength", "maxLength"),
            counts: Bounds::of(schema, "minItems", "maxItems"),
            unique: schema.get("uniqueItems") == Some(&Value::Bool(true)),
            // What Rust's engine cannot compile is still checked by the type that declared it.
            pattern: text("pattern").and_then(|pattern| Regex::new(pattern).ok()),
            format: text("format").and_then(Format::of),
        }
    }

    /// The first type other than null; what a parameter's text is read as.
    pub(crate) fn kind(&self, schemas: &Schemas) -> Option<Kind> {
        let target = self.reference.as_ref().and_then(|name| schemas.named.get(name));
        self.kinds
            .iter()
            .copied()
            .find(|kind| *kind != Kind::Null)
            .or_else(|| target.and_then(|schema| schema.kind(schemas)))
            .or_else(|| self.alternatives.iter().find_map(|schema| schema.kind(schemas)))
    }

    /// The schema of the items of an array.
    pub(crate) fn items(&self) -> Option<&Self> {
        self.items.as_deref()
    }
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }

    fn admits(self, value: &Value) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.is_boolean(),
            Self::Integer => is_integer(value),
            Self::Number => value.is_number(),
            Self::String => value.is_string(),
            Self::Array => value.is_array(),
            Self::Object => value.is_object(),
        }
    }
}

/// In JSON Schema 5.0 is an integer.
fn is_integer(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

impl Format {
    fn of(name: &str) -> Option<Self> {
        match name {
            "uuid" => Some(Self::Uuid),
            "date-time" => Some(Self::DateTime),
            _ => None,
        }
    }
}

impl Bounds {
    fn of(schema: &Map<String, Value>, min: &str, max: &str) -> Self {
        let number =
            |name: &str| schema.get(name).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        Self { min: number(min), max: number(max) }
    }

    fn admit(self, count: usize) -> bool {
        self.min.is_none_or(|min| count >= min) && self.max.is_none_or(|max| count <= max)
    }

    fn describe(self, of: &str) -> String {
        match (self.min, self.max) {
            (Some(min), Some(max)) if min == max => format!("must have exactly {min} {of}"),
            (Some(min), Some(max)) => format!("must have {min} to {max} {of}"),
            (Some(min), None) => format!("must have at least {min} {of}"),
            (None, Some(max)) => format!("must have at most {max} {of}"),
            (None, None) => String::new(),
        }
    }
}

impl Discriminator {
    fn of(value: &Value) -> Option<Self> {
        let mapping = value.get("mapping")?.as_object()?;
        Some(Self {
            property: value.get("propertyName")?.as_str()?.to_owned(),
            mapping: mapping
                .iter()
                .filter_map(|(value, reference)| {
                    Some((value.clone(), name_of_reference(reference.as_str()?)?))
                })
                .collect(),
        })
    }
}

fn name_of_reference(reference: &str) -> Option<String> {
    reference.strip_prefix("#/components/schemas/").map(str::to_owned)
}

fn kinds(value: Option<&Value>) -> Vec<Kind> {
    match value {
        Some(Value::String(name)) => Kind::of(name).into_iter().collect(),
        Some(Value::Array(names)) => names.iter().filter_map(|name| Kind::of(name.as_str()?)).collect(),
        _ => Vec::new(),
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    value
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}

fn members<'a>(schema: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    schema.get(name).and_then(Value::as_object).into_iter().flatten()
}
