//! The part of JSON Schema that the interfaces use, compiled from their types, so that the edge can tell a caller every
//! refused value at once and where it is.
//!
//! Only requests are checked. A member that the document does not list is refused in all of them, also where the
//! document leaves a schema open because answers share it and may grow.

mod check;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use poem_openapi::registry::{MetaDiscriminatorObject, MetaSchema, MetaSchemaRef};
use regex::Regex;
use serde_json::Value;

pub(crate) use check::{NO_YEAR, Place, is_canonical_uuid};

use crate::openapi::{as_reference, inline};

/// The named schemas of an interface.
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
    /// Compiles all schemas of an interface.
    pub(crate) fn of(schemas: &BTreeMap<String, MetaSchema>) -> Arc<Self> {
        let named = schemas.iter().map(|(name, schema)| (name.clone(), Schema::of_members(schema))).collect();
        Arc::new(Self { named })
    }
}

impl Schema {
    /// Compiles one schema.
    pub(crate) fn of(schema: &MetaSchemaRef) -> Self {
        let nullable = inline(schema).is_some_and(|schema| schema.nullable);
        match (as_reference(schema), inline(schema)) {
            (Some(name), _) if nullable => {
                let nothing = Self { kinds: vec![Kind::Null], ..Self::default() };
                Self { alternatives: vec![Self::to(name), nothing], ..Self::default() }
            }
            (Some(name), _) => Self::to(name),
            (None, Some(schema)) => Self::of_members(schema),
            (None, None) => Self::default(),
        }
    }

    fn to(name: &str) -> Self {
        Self { reference: Some(name.to_owned()), ..Self::default() }
    }

    fn of_members(schema: &MetaSchema) -> Self {
        let others = schema.additional_properties.as_deref().map(Self::of);
        let bound =
            |bound: Option<f64>, is_exclusive: Option<bool>| bound.filter(|_| is_exclusive != Some(true));
        Self {
            reference: None,
            kinds: Kind::of(schema.ty).into_iter().chain(schema.nullable.then_some(Kind::Null)).collect(),
            required: schema.required.iter().map(|name| (*name).to_owned()).collect(),
            properties: schema
                .properties
                .iter()
                .map(|(name, property)| ((*name).to_owned(), Self::of(property)))
                .collect(),
            closed: others.is_none() && !schema.properties.is_empty(),
            others: others.map(Box::new),
            items: schema.items.as_deref().map(Self::of).map(Box::new),
            alternatives: schema.one_of.iter().chain(&schema.any_of).map(Self::of).collect(),
            discriminator: schema.discriminator.as_ref().map(Discriminator::of),
            values: {
                let nothing = schema.nullable && !schema.enum_items.is_empty();
                schema.enum_items.iter().cloned().chain(nothing.then_some(Value::Null)).collect()
            },
            minimum: bound(schema.minimum, schema.exclusive_minimum),
            maximum: bound(schema.maximum, schema.exclusive_maximum),
            lengths: Bounds { min: schema.min_length, max: schema.max_length },
            counts: Bounds { min: schema.min_items, max: schema.max_items },
            unique: schema.unique_items == Some(true),
            // What Rust's engine cannot compile is still checked by the type that declared it.
            pattern: schema.pattern.as_deref().and_then(|pattern| Regex::new(pattern).ok()),
            format: schema.format.and_then(Format::of),
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
    fn of(discriminator: &MetaDiscriminatorObject) -> Self {
        let mapping = discriminator.mapping.iter();
        Self {
            property: discriminator.property_name.to_owned(),
            mapping: mapping.map(|(value, target)| (value.clone(), name_of(target).to_owned())).collect(),
        }
    }
}

/// The name at the end of a reference.
fn name_of(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}
