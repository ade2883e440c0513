//! Answers against the schemas of both documents, by a validator that is not ours: 3.1 says JSON Schema itself, and 3.0
//! is read as strictly as its words are meant.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::{Map, Value, json};

/// The versions of the documents, 3.0 first.
const VERSIONS: [&str; 2] = ["3.0", "3.1"];

/// What both documents of a service say of its answers.
#[derive(derive_more::Debug)]
#[debug("Answers {{ .. }}")]
pub struct Answers {
    documents: [Value; 2],
    /// What was needed before, by its place: a schema takes long to be made ready.
    ready: Mutex<HashMap<String, Arc<(Schemas, SchemaIndex)>>>,
}

/// Those of the documents that were read before: each test has a service of its own, and all have the same documents.
static READ: Mutex<Vec<(String, Arc<Answers>)>> = Mutex::new(Vec::new());

impl Answers {
    /// What these documents say, as [`Answers::of`], read once by the process.
    #[must_use]
    pub fn shared(v3_0: &str, v3_1: &str) -> Arc<Self> {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, answers)) = read.iter().find(|(known, _)| known == v3_1) {
            return Arc::clone(answers);
        }
        let answers = Arc::new(Self::of(v3_0, v3_1));
        read.push((v3_1.to_owned(), Arc::clone(&answers)));
        answers
    }

    /// What these documents, OpenAPI 3.0 and 3.1, say.
    #[must_use]
    pub fn of(v3_0: &str, v3_1: &str) -> Self {
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("a document is JSON");
        let mut documents = [read(v3_0), read(v3_1)];
        each_schema(&mut documents[0], &mut as_json_schema);
        for document in &mut documents {
            each_schema(document, &mut closed);
        }
        Self { documents, ready: Mutex::default() }
    }

    /// The path of the document that `path` is a case of.
    #[must_use]
    pub fn template(&self, path: &str) -> Option<&str> {
        let asked: Vec<&str> = path.split('/').collect();
        let fits = |template: &&String| {
            let parts: Vec<&str> = template.split('/').collect();
            parts.len() == asked.len()
                && parts.iter().zip(&asked).all(|(part, asked)| part == asked || part.starts_with('{'))
        };
        let paths = self.documents[1]["paths"].as_object()?;
        // Whatever is said word for word comes before what a parameter could stand for.
        paths.keys().filter(fits).min_by_key(|template| template.matches('{').count()).map(String::as_str)
    }

    /// Holds an answer to both documents: `path` as the documents write it, and the body's JSON, null when there is none.
    ///
    /// # Errors
    /// What is wrong, with its place.
    pub fn check(&self, method: &str, path: &str, status: u16, body: &Value) -> Result<(), String> {
        for (version, document) in VERSIONS.iter().zip(&self.documents) {
            let wrong = |fault: &str| {
                format!("{version} does not foretell this {status} of {method} {path}: {fault}")
            };
            let content = content_of(document, method, path, status);
            match content.ok_or_else(|| wrong("it is not documented"))? {
                Content::Schema(place) => {
                    let ready = self.ready(version, document, &place);
                    ready.0.validate(body, ready.1).map_err(|fault| wrong(&format!("{fault:#}")))?;
                }
                Content::Nothing if body.is_null() => {}
                Content::Nothing => return Err(wrong("there is a body, and none is documented")),
            }
        }
        Ok(())
    }

    fn ready(&self, version: &str, document: &Value, place: &str) -> Arc<(Schemas, SchemaIndex)> {
        let address = format!("https://documents.test/{version}.json#{place}");
        let mut known = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(address).or_insert_with_key(|address| {
            let mut compiler = Compiler::new();
            compiler.set_default_draft(Draft::V2020_12);
            compiler.enable_format_assertions();
            compiler.add_resource(address, document.clone()).expect("the address is one");
            let mut schemas = Schemas::new();
            let index = compiler.compile(address, &mut schemas);
            let index = index.unwrap_or_else(|error| panic!("{address} is no schema: {error:#}"));
            Arc::new((schemas, index))
        }))
    }
}

/// What a documented answer has.
enum Content {
    /// No body.
    Nothing,
    /// A body, whose schema is at this place.
    Schema(String),
}

/// What an answer has: by its own status, or else by the range that it is in.
fn content_of(document: &Value, method: &str, path: &str, status: u16) -> Option<Content> {
    let method = method.to_ascii_lowercase();
    let responses = format!("/paths/{}/{method}/responses", escaped(path));
    let known = document.pointer(&responses)?;
    let own = [status.to_string(), format!("{}XX", status / 100)]
        .into_iter()
        .find(|one| known.get(one).is_some())?;
    let place = match known[&own]["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
        Some(pointer) => pointer.to_owned(),
        None => format!("{responses}/{own}"),
    };
    let content = document.pointer(&place)?["content"].as_object();
    let Some(name) = content.and_then(|types| types.keys().next()) else { return Some(Content::Nothing) };
    let schema = format!("{place}/content/{}/schema", escaped(name));
    // Of a stream, one event: what each version has in the place of a schema for it.
    let of_events = ["/x-event-schema", "/properties/data/contentSchema"];
    let of_event = of_events.iter().find(|of| document.pointer(&format!("{schema}{of}")).is_some());
    Some(Content::Schema(match of_event {
        Some(of) if name == "text/event-stream" => schema + of,
        _ => schema,
    }))
}

/// One step of a JSON pointer (RFC 6901), in a URL.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// In 3.0 `nullable` widens the type beside it and nothing else, and a bound is exclusive by a word of its own.
fn as_json_schema(schema: &mut Map<String, Value>) {
    if schema.remove("nullable") == Some(json!(true))
        && let Some(kind) = schema.get("type").cloned()
    {
        schema.insert("type".to_owned(), json!([kind, "null"]));
    }
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        if schema.get(exclusive) == Some(&json!(true))
            && let Some(value) = schema.remove(bound)
        {
            schema.insert(exclusive.to_owned(), value);
        }
    }
}

/// A client may pass over members that it does not know, but a service must not send what it does not document. Only
/// problems say that they may have more.
fn closed(schema: &mut Map<String, Value>) {
    if schema.contains_key("properties") {
        schema.entry("additionalProperties").or_insert(json!(false));
    }
}

/// Every object that is a schema: those below `schemas` and `schema`, and the schemas inside of them.
fn each_schema(document: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    match document {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match name.as_str() {
                    "schemas" => {
                        for schema in member.as_object_mut().into_iter().flat_map(Map::values_mut) {
                            inner(schema, visit);
                        }
                    }
                    "schema" => inner(member, visit),
                    _ => each_schema(member, visit),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_schema(item, visit)),
        _ => {}
    }
}

fn inner(schema: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    let Some(schema) = schema.as_object_mut() else { return };
    for (name, member) in schema.iter_mut() {
        match name.as_str() {
            "properties" => {
                member
                    .as_object_mut()
                    .into_iter()
                    .flat_map(Map::values_mut)
                    .for_each(|one| inner(one, visit));
            }
            "allOf" | "anyOf" | "oneOf" => {
                member.as_array_mut().into_iter().flatten().for_each(|one| inner(one, visit));
            }
            "items" | "additionalProperties" => inner(member, visit),
            _ => {}
        }
    }
    visit(schema);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(old: &Value, new: &Value) -> Answers {
        let document = |thing: &Value| {
            let body = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } });
            json!({
                "components": { "schemas": { "Thing": thing, "Part": { "type": "object", "properties": {} } } },
                "paths": {
                    "/things/{id}": { "get": { "responses": { "200": { "content": body }, "204": {} } } },
                    "/things/mine": { "get": { "responses": {} } }
                }
            })
            .to_string()
        };
        Answers::of(&document(old), &document(new))
    }

    fn thing(part: &Value) -> Value {
        json!({ "type": "object", "required": ["part"], "properties": { "part": part } })
    }

    #[test]
    fn null_is_refused_unless_each_document_says_so_in_its_own_words() {
        let part = json!({ "$ref": "#/components/schemas/Part" });
        let new = thing(&json!({ "anyOf": [part, { "type": "null" }] }));
        let nothing = json!({ "type": "object", "nullable": true, "enum": [null] });
        let body = json!({ "part": null });
        let said = |old: &Value| answers(&thing(old), &new).check("GET", "/things/{id}", 200, &body);
        assert_eq!(said(&json!({ "anyOf": [part, nothing] })), Ok(()));
        // What generators see as "may be null", and 3.0.3 does not.
        for lost in [&part, &json!({ "allOf": [part], "nullable": true })] {
            assert!(said(lost).unwrap_err().starts_with("3.0 does not foretell"), "{lost}");
        }
    }

    #[test]
    fn what_is_not_documented_is_not_sent() {
        let open = thing(&json!({ "type": "integer" }));
        let answers = answers(&open, &open);
        let check = |status, body: Value| answers.check("GET", "/things/{id}", status, &body);
        assert_eq!(check(200, json!({ "part": 1 })), Ok(()));
        assert!(check(200, json!({ "part": 1, "more": 2 })).unwrap_err().contains("more"));
        assert!(check(200, json!({ "part": "x" })).unwrap_err().contains("/part"));
        assert_eq!(check(204, Value::Null), Ok(()));
        assert!(check(204, json!({})).is_err() && check(404, json!({})).is_err());
    }

    #[test]
    fn a_path_is_found_by_its_words_first() {
        let answers = answers(&thing(&json!({})), &thing(&json!({})));
        assert_eq!(answers.template("/things/7"), Some("/things/{id}"));
        assert_eq!(answers.template("/things/mine"), Some("/things/mine"));
        assert_eq!(answers.template("/things/7/8"), None);
    }
}
