//! Parameters: one per member of a query object; headers under their own names.

use std::collections::BTreeMap;

use poem_openapi::ParameterStyle;
use poem_openapi::registry::{MetaOperationParam, MetaParamIn, MetaSchema, MetaSchemaRef};
use serde_json::Value;

use super::schemas::settle;

/// What headers are for, where their types do not say.
const HEADERS: [(&str, &str); 3] = [
    (
        "Idempotency-Key",
        "Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked \
         `Idempotent-Replayed: true`; another request under the same key is refused.",
    ),
    (
        "Last-Event-ID",
        "The `id` of the last event that you have seen: the stream goes on after it, without a gap and without sending \
         anything twice.",
    ),
    (
        "If-Match",
        "The `ETag` of the version that the change is based on; refused with 412 when there is a newer one.",
    ),
];

/// A parameter.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: MetaParamIn,
    pub(super) description: Option<String>,
    pub(crate) is_required: bool,
    pub(super) is_deprecated: bool,
    pub(super) style: Option<ParameterStyle>,
    /// A list is sent by repeating its name, rather than as `a,b`.
    pub(crate) is_exploded: bool,
    pub(crate) schema: MetaSchemaRef,
    pub(super) example: Option<Value>,
}

/// The parameters that `raw` stands for. An object in the query (see `params::Params`) stands for one per member: the form
/// that every tool reads alike.
pub(super) fn of(raw: MetaOperationParam, schemas: &BTreeMap<String, MetaSchema>) -> Vec<Parameter> {
    let mut one = Parameter {
        name: raw.name,
        place: raw.in_type,
        description: raw.description,
        is_required: raw.required,
        is_deprecated: raw.deprecated,
        style: raw.style,
        is_exploded: raw.explode,
        schema: raw.schema,
        example: None,
    };
    if one.place == MetaParamIn::Header {
        name(&mut one);
    }
    settle(&mut one.schema);
    let object = match &one.schema {
        MetaSchemaRef::Reference(name) if one.place == MetaParamIn::Query => schemas.get(name),
        _ => None,
    };
    match object.filter(|object| !object.properties.is_empty()) {
        None => vec![one],
        Some(object) => {
            let mut members: Vec<_> =
                object.properties.iter().map(|member| member_of(object, member)).collect();
            members.sort_by(|a, b| a.name.cmp(&b.name));
            members
        }
    }
}

fn member_of(object: &MetaSchema, (name, schema): &(&'static str, MetaSchemaRef)) -> Parameter {
    let mut schema = schema.clone();
    let mut description = None;
    let mut is_list = false;
    if let MetaSchemaRef::Inline(schema) = &mut schema {
        // Of a documented reference it is beside it and within it.
        let within = schema.all_of.iter_mut().filter_map(|part| match part {
            MetaSchemaRef::Inline(part) => part.description.take(),
            MetaSchemaRef::Reference(_) => None,
        });
        let within = within.last();
        description = schema.description.take().or(within);
        is_list = schema.ty == "array";
        if is_list {
            // `status=` is not a filter: leave the parameter out instead.
            schema.min_items.get_or_insert(1);
        }
    }
    Parameter {
        name: (*name).to_owned(),
        place: MetaParamIn::Query,
        description: description.map(str::to_owned),
        is_required: object.required.contains(name),
        is_deprecated: false,
        style: is_list.then_some(ParameterStyle::Form),
        is_exploded: !is_list,
        schema,
        example: None,
    }
}

/// Gives a header the name that its type knows, which is kept as the title of its schema, and describes it.
fn name(header: &mut Parameter) {
    if let MetaSchemaRef::Inline(schema) = &mut header.schema
        && let Some(title) = schema.title.take()
    {
        header.name = title;
    }
    if header.name == "If-Match" && header.is_required {
        // What has never been changed has this one.
        header.example = Some("\"1\"".into());
    }
    if header.description.is_none() {
        let known = HEADERS.iter().find(|(name, _)| *name == header.name);
        header.description = known.map(|(_, description)| (*description).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::schemas::fixture::{named, schema};
    use super::*;

    #[test]
    fn a_query_object_becomes_parameters() {
        let schemas = named(&json!({"OrderQuery": {"type": "object", "required": ["limit"], "properties": {
            "status": {"type": "array", "items": {"type": "string"}},
            "limit": {"type": "integer", "description": "How many."},
            "sort": {"description": "How.", "allOf": [{"$ref": "Sort"}, {"description": "How."}]}}}}));
        let raw = |name: &str, in_type, schema| MetaOperationParam {
            name: name.to_owned(),
            schema,
            in_type,
            description: None,
            required: false,
            deprecated: false,
            explode: true,
            style: None,
        };
        let query = raw("query", MetaParamIn::Query, schema(&json!({"$ref": "OrderQuery"})));
        let [limit, sort, status] = of(query, &schemas).try_into().unwrap();
        assert_eq!((limit.name.as_str(), limit.is_required, limit.is_exploded), ("limit", true, true));
        assert_eq!(
            (limit.description.as_deref(), limit.schema),
            (Some("How many."), schema(&json!({"type": "integer"})))
        );
        assert_eq!(sort.description.as_deref(), Some("How."));
        assert_eq!((status.style, status.is_exploded), (Some(ParameterStyle::Form), false));
        let MetaSchemaRef::Inline(list) = status.schema else { panic!("a list is written out") };
        assert_eq!(list.min_items, Some(1));

        let titled = MetaSchema { title: Some("Idempotency-Key".to_owned()), ..MetaSchema::new("string") };
        let header = raw("key", MetaParamIn::Header, MetaSchemaRef::Inline(Box::new(titled)));
        let [header] = of(header, &schemas).try_into().unwrap();
        assert_eq!(header.name, "Idempotency-Key");
        assert!(header.description.is_some_and(|text| text.contains("safe to repeat")));
    }
}
