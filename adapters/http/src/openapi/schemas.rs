//! Schemas: readable names, flat unions, and only formats that every client language knows.

use std::collections::{BTreeMap, BTreeSet};

use poem_openapi::registry::{MetaSchema, MetaSchemaRef};

/// The prefix of references to schemas.
pub(super) const SCHEMAS: &str = "#/components/schemas/";

type Named = BTreeMap<String, MetaSchema>;

/// All schemas of a registry, tidied.
pub(super) fn tidy(raw: Named, broken: &mut Vec<String>) -> Named {
    let mut named = Named::new();
    for (name, mut schema) in raw {
        settle_members(&mut schema);
        if let Some(clash) = named.insert(readable(&name), schema) {
            broken.push(format!(
                "two schemas are called {}, one of them for {}: rename one of them with #[oai(rename = \"…\")]",
                readable(&name),
                clash.rust_typename.unwrap_or_default()
            ));
        }
    }
    flatten(&mut named);
    named
}

/// Tidies one schema and all in it.
pub(super) fn settle(schema: &mut MetaSchemaRef) {
    match schema {
        MetaSchemaRef::Reference(name) => *name = readable(name),
        MetaSchemaRef::Inline(schema) => settle_members(schema),
    }
}

fn settle_members(schema: &mut MetaSchema) {
    // They say nothing, and `readOnly` makes required members pointers in Go.
    schema.title = None;
    schema.read_only = false;
    unsigned(schema);
    for (_, target) in schema.discriminator.iter_mut().flat_map(|one| &mut one.mapping) {
        if let Some(name) = target.strip_prefix(SCHEMAS) {
            *target = format!("{SCHEMAS}{}", readable(name));
        }
    }
    let single = schema.items.as_deref_mut().into_iter().chain(schema.additional_properties.as_deref_mut());
    let several = [&mut schema.any_of, &mut schema.one_of, &mut schema.all_of].into_iter().flatten();
    schema.properties.iter_mut().map(|(_, property)| property).chain(single).chain(several).for_each(settle);
}

/// Java has no unsigned integers: the bounds say what the format would.
fn unsigned(schema: &mut MetaSchema) {
    let (format, maximum) = match schema.format {
        Some("uint8") => ("int32", Some(f64::from(u8::MAX))),
        Some("uint16") => ("int32", Some(f64::from(u16::MAX))),
        Some("uint32") => ("int64", Some(f64::from(u32::MAX))),
        Some("uint64") => ("int64", None),
        _ => return,
    };
    schema.format = Some(format);
    schema.minimum.get_or_insert(0.0);
    schema.maximum = schema.maximum.or(maximum);
}

/// `Page_OrderResponse` as `OrderPage`, without the suffix of Rust's answer types.
fn readable(name: &str) -> String {
    let mut parts = name.split('_').map(singular);
    match parts.next() {
        Some("Page") => parts.collect::<String>() + "Page",
        Some(first) => std::iter::once(first).chain(parts).collect(),
        None => String::new(),
    }
}

fn singular(part: &str) -> &str {
    match part.strip_suffix("Response") {
        Some("") | None => part,
        Some(stem) => stem,
    }
}

/// poem has a variant of a union as `allOf: [{type enum}, {$ref}]`, which generators turn into inheritance. Each variant
/// becomes one flat object, and the union loses the `type: object` that its variants have themselves.
fn flatten(named: &mut Named) {
    let mut variants = Vec::new();
    for union in named.values_mut().filter(|schema| schema.discriminator.is_some()) {
        union.ty = "";
        variants.extend(union.one_of.iter().chain(&union.any_of).filter_map(as_reference).map(str::to_owned));
    }
    for variant in variants {
        if let Some(flat) = named.get(&variant).and_then(|schema| flat(schema, named)) {
            named.insert(variant, flat);
        }
    }
}

/// One object with the members of all parts of an `allOf`.
fn flat(variant: &MetaSchema, named: &Named) -> Option<MetaSchema> {
    let mut flat = MetaSchema::new("object");
    for part in &variant.all_of {
        let part = match part {
            MetaSchemaRef::Reference(name) => named.get(name)?,
            MetaSchemaRef::Inline(part) => part,
        };
        flat.properties.extend(part.properties.iter().cloned());
        for name in &part.required {
            if !flat.required.contains(name) {
                flat.required.push(name);
            }
        }
        flat.description = part.description.or(flat.description);
    }
    (!flat.properties.is_empty()).then_some(flat)
}

/// The name that a schema refers to, annotated or not.
pub(crate) fn as_reference(schema: &MetaSchemaRef) -> Option<&str> {
    match schema {
        MetaSchemaRef::Reference(name) => Some(name),
        MetaSchemaRef::Inline(schema) => sole_reference(schema),
    }
}

/// The schema that is written out here.
pub(crate) fn inline(schema: &MetaSchemaRef) -> Option<&MetaSchema> {
    match schema {
        MetaSchemaRef::Reference(_) => None,
        MetaSchemaRef::Inline(schema) => Some(schema),
    }
}

/// The reference of a schema that is nothing but one with annotations: poem has those beside it and once more within the
/// `allOf`.
pub(super) fn sole_reference(schema: &MetaSchema) -> Option<&str> {
    let (first, rest) = schema.all_of.split_first()?;
    let MetaSchemaRef::Reference(name) = first else { return None };
    let is_annotation = |part: &MetaSchemaRef| {
        inline(part).is_some_and(|part| part.ty.is_empty() && part.properties.is_empty())
    };
    rest.iter().all(is_annotation).then_some(name)
}

/// Whether `{}` is a value of this object schema.
pub(crate) fn needs_nothing(schema: &MetaSchemaRef, named: &Named) -> bool {
    if let Some(name) = as_reference(schema) {
        return named.get(name).is_some_and(is_empty_enough);
    }
    inline(schema).is_some_and(is_empty_enough)
}

fn is_empty_enough(schema: &MetaSchema) -> bool {
    let alternatives = schema.one_of.len() + schema.any_of.len();
    !schema.properties.is_empty() && alternatives == 0 && schema.required.is_empty()
}

/// The names of all schemas that `roots` use, directly or through others.
pub(super) fn reachable<'a>(
    roots: impl IntoIterator<Item = &'a MetaSchemaRef>,
    named: &'a Named,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&MetaSchemaRef> = roots.into_iter().collect();
    while let Some(schema) = open.pop() {
        let schema = match schema {
            MetaSchemaRef::Reference(name) if found.insert(name.clone()) => named.get(name),
            MetaSchemaRef::Reference(_) => None,
            MetaSchemaRef::Inline(schema) => Some(&**schema),
        };
        let Some(schema) = schema else { continue };
        let single = schema.items.as_deref().into_iter().chain(schema.additional_properties.as_deref());
        let several = [&schema.any_of, &schema.one_of, &schema.all_of].into_iter().flatten();
        open.extend(schema.properties.iter().map(|(_, property)| property).chain(single).chain(several));
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::fixture::{named, schema};
    use super::*;

    #[test]
    fn names_are_readable_and_clashes_are_named() {
        for (raw, name) in [
            ("Page_OrderResponse", "OrderPage"),
            ("PaymentMethod_Card", "PaymentMethodCard"),
            ("OrderResponse", "Order"),
            ("Response", "Response"),
            ("Problem", "Problem"),
        ] {
            assert_eq!(readable(raw), name);
        }
        let mut broken = Vec::new();
        tidy(named(&json!({"Order": {}, "OrderResponse": {}})), &mut broken);
        assert_eq!(broken.len(), 1);
    }

    #[test]
    fn what_only_the_unused_use_goes_with_it() {
        let all = named(&json!({
            "A": {"items": {"$ref": "B"}}, "B": {"properties": {"self": {"$ref": "A"}}},
            "C": {"properties": {"d": {"$ref": "D"}}}, "D": {}}));
        let used = reachable(&[schema(&json!({"$ref": "A"}))], &all);
        assert_eq!(used.into_iter().collect::<Vec<_>>(), ["A", "B"]);
    }

    #[test]
    fn only_what_needs_nothing_may_be_missing() {
        let all = named(&json!({
            "Approval": {"type": "object", "properties": {"note": {"type": "string"}}},
            "Handover": {"type": "object", "required": ["carrier"], "properties": {"carrier": {"type": "string"}}},
            "Payment": {"oneOf": [{"$ref": "Approval"}]}}));
        for (name, may) in [("Approval", true), ("Handover", false), ("Payment", false), ("Gone", false)] {
            assert_eq!(needs_nothing(&schema(&json!({"$ref": name})), &all), may, "{name}");
        }
    }

    #[test]
    fn unsigned_formats_become_bounds() {
        let mut small = schema(&json!({"type": "integer", "format": "uint32", "minimum": 1}));
        settle(&mut small);
        let small = inline(&small).unwrap();
        let bounds = (small.format, small.minimum, small.maximum);
        assert_eq!(bounds, (Some("int64"), Some(1.0), Some(4_294_967_295.0)));
    }
}

/// Schemas for tests, from the JSON that they are written as; `$ref` has the bare name.
#[cfg(test)]
pub(crate) mod fixture {
    use poem_openapi::registry::MetaDiscriminatorObject;
    use serde_json::Value;

    use super::{MetaSchema, MetaSchemaRef, Named};

    pub(crate) fn named(schemas: &Value) -> Named {
        let of = |(name, value): (&String, &Value)| match schema(value) {
            MetaSchemaRef::Inline(schema) => (name.clone(), *schema),
            MetaSchemaRef::Reference(_) => panic!("{name} is a reference"),
        };
        schemas.as_object().unwrap().iter().map(of).collect()
    }

    pub(crate) fn schema(value: &Value) -> MetaSchemaRef {
        if let Some(name) = value["$ref"].as_str() {
            return MetaSchemaRef::Reference(name.to_owned());
        }
        let text = |name: &str| value[name].as_str().map(leaked);
        let number = |name: &str| value[name].as_f64();
        let count = |name: &str| value[name].as_u64().and_then(|count| usize::try_from(count).ok());
        let all = |name: &str| value[name].as_array().into_iter().flatten().map(schema).collect();
        let single = |name: &str| value.get(name).map(|value| Box::new(schema(value)));
        let members = |name: &str| value[name].as_object().into_iter().flatten();
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            format: text("format"),
            description: text("description"),
            nullable: value["nullable"] == true,
            required: value["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(leaked)
                .collect(),
            properties: members("properties").map(|(name, value)| (leaked(name), schema(value))).collect(),
            items: single("items"),
            additional_properties: single("additionalProperties"),
            enum_items: value["enum"].as_array().cloned().unwrap_or_default(),
            any_of: all("anyOf"),
            one_of: all("oneOf"),
            all_of: all("allOf"),
            discriminator: value.get("discriminator").map(|one| MetaDiscriminatorObject {
                property_name: leaked(one["propertyName"].as_str().unwrap()),
                mapping: one["mapping"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(value, target)| (value.clone(), target.as_str().unwrap().to_owned()))
                    .collect(),
            }),
            minimum: number("minimum"),
            maximum: number("maximum"),
            exclusive_minimum: value["exclusiveMinimum"].as_bool(),
            min_length: count("minLength"),
            max_length: count("maxLength"),
            min_items: count("minItems"),
            max_items: count("maxItems"),
            pattern: value["pattern"].as_str().map(str::to_owned),
            ..MetaSchema::new(text("type").unwrap_or_default())
        }))
    }

    fn leaked(text: impl AsRef<str>) -> &'static str {
        Box::leak(text.as_ref().to_owned().into_boxed_str())
    }
}
