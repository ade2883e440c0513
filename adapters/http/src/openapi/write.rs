//! Printing an interface as a document.

mod schema;

use poem::http::Method;
use poem_openapi::registry::{MetaHeader, MetaResponse, MetaSchemaRef};
use serde_json::{Map, Value, json};

use super::errors::{SCHEMA, Shared};
use super::headers::known;
use super::interface::{Body, Interface, Operation};
use super::parameters::Parameter;
use super::schemas::{SCHEMAS, inline};
use crate::stream::EVENT_STREAM;

/// The version of `OpenAPI` to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0.3: what every client generator takes.
    V3_0,
    /// 3.1.0: can say that a reference may be null and what an event stream carries.
    V3_1,
}

struct Writer<'a> {
    interface: &'a Interface,
    version: Version,
}

/// The document in this version.
pub(super) fn document(interface: &Interface, version: Version) -> Value {
    let writer = Writer { interface, version };
    let mut paths = Map::new();
    for operation in &interface.operations {
        let path = paths.entry(operation.path.clone()).or_insert_with(|| json!({}));
        path[operation.method.as_str().to_lowercase()] = writer.operation(operation);
    }
    let about = interface.about;
    json!({
        "openapi": match version { Version::V3_0 => "3.0.3", Version::V3_1 => "3.1.0" },
        "info": {
            "title": about.title,
            "version": about.version,
            "description": about.description,
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
            "contact": {"name": "Enterprise Order Platform"},
        },
        // Relative: whoever serves the document is the server.
        "servers": [{"url": "/"}],
        // Stated once; operations that differ say so.
        "security": [{"bearer": []}],
        "tags": interface.tags,
        "paths": paths,
        "components": {
            "headers": headers(),
            "responses": interface.errors.iter().map(|(error, example)| (error.name.to_owned(), self::error(error, example))).collect::<Map<_, _>>(),
            "schemas": writer.schemas(),
            "securitySchemes": interface.security_schemes,
        },
    })
}

fn headers() -> Value {
    let of = |name: &str, schema: Value| json!({"description": known(name).1, "schema": schema});
    json!({
        "RequestId": of("X-Request-Id", json!({"type": "string"})),
        "TraceId": of("X-Trace-Id", json!({"type": "string"})),
        "RetryAfter": of("Retry-After", json!({"type": "integer", "minimum": 0})),
    })
}

/// The ids that every answer has.
fn ids() -> Map<String, Value> {
    [("X-Request-Id", "RequestId"), ("X-Trace-Id", "TraceId")]
        .map(|(name, component)| {
            (name.to_owned(), json!({"$ref": format!("#/components/headers/{component}")}))
        })
        .into_iter()
        .collect()
}

fn error(error: &Shared, example: &Value) -> Value {
    let mut headers = ids();
    for name in error.headers {
        let text = |description: &str| json!({"description": description, "schema": {"type": "string"}});
        let header = match *name {
            "Retry-After" => json!({"$ref": "#/components/headers/RetryAfter"}),
            "WWW-Authenticate" => text("How to authenticate."),
            "Accept" => text("The types that are taken."),
            _ => text("The present version."),
        };
        headers.insert((*name).to_owned(), header);
    }
    let schema = json!({"$ref": format!("{SCHEMAS}{SCHEMA}")});
    let content = json!({"application/problem+json": {"schema": schema, "example": example}});
    json!({"description": error.description, "headers": headers, "content": content})
}

fn for_status(status: u16) -> &'static str {
    match status {
        200 => "Done.",
        201 => "Created.",
        202 => "Accepted.",
        204 => "Done; there is nothing to say.",
        207 => "Each part has its own outcome.",
        _ => "The answer.",
    }
}

impl Writer<'_> {
    fn operation(&self, operation: &Operation) -> Value {
        let mut responses = Map::new();
        for error in &operation.errors {
            let shared = json!({"$ref": format!("#/components/responses/{}", error.name)});
            responses.insert(error.status.to_owned(), shared);
        }
        for answer in &operation.answers {
            let status = answer.status.unwrap_or_default();
            responses.insert(status.to_string(), self.answer(status, answer, &operation.method));
        }
        let mut written = json!({
            "operationId": operation.id,
            "summary": operation.summary,
            "description": operation.description.or(operation.summary),
            "tags": operation.tags,
            "x-permission": operation.permission,
            "responses": responses,
        });
        if operation.is_deprecated {
            written["deprecated"] = true.into();
        }
        if !operation.is_secured {
            written["security"] = json!([]);
        }
        if !operation.parameters.is_empty() {
            written["parameters"] = operation.parameters.iter().map(|one| self.parameter(one)).collect();
        }
        if let Some(body) = &operation.body {
            written["requestBody"] = self.body(body);
        }
        written
    }

    fn parameter(&self, parameter: &Parameter) -> Value {
        let mut written = json!({
            "name": parameter.name,
            "in": parameter.place,
            "required": parameter.is_required,
            "schema": self.schema(&parameter.schema),
        });
        let further = [
            ("description", parameter.description.clone().map(Value::from)),
            ("example", parameter.example.clone()),
            ("style", parameter.style.map(|style| json!(style))),
            // `explode` means something for lists only, and `true` is its default.
            ("explode", (!parameter.is_exploded).then_some(Value::Bool(false))),
            ("deprecated", parameter.is_deprecated.then_some(Value::Bool(true))),
        ];
        extend(&mut written, further);
        written
    }

    fn body(&self, body: &Body) -> Value {
        let content: Map<_, _> = body
            .content
            .iter()
            .map(|(name, schema)| {
                let mut media = json!({"schema": self.schema(schema)});
                if *name == "application/json" {
                    extend(&mut media, [("example", body.example.clone())]);
                }
                ((*name).to_owned(), media)
            })
            .collect();
        let mut written = json!({"required": body.is_required, "content": content});
        extend(&mut written, [("description", body.description.map(Value::from))]);
        written
    }

    fn answer(&self, status: u16, answer: &MetaResponse, method: &Method) -> Value {
        let description = if answer.description.is_empty() { for_status(status) } else { answer.description };
        let mut headers: Map<_, _> = answer.headers.iter().map(|header| self.header(header)).collect();
        if *method == Method::GET {
            // Nothing is replayed where nothing takes effect.
            headers.remove("Idempotent-Replayed");
        }
        if (200..300).contains(&status) {
            headers.extend(ids());
        }
        let content = answer.content.iter().map(|media| {
            let schema = match (media.content_type, inline(&media.schema)) {
                (EVENT_STREAM, Some(list)) => list.items.as_deref().map(|event| self.event(event)),
                _ => None,
            };
            let schema = schema.unwrap_or_else(|| self.schema(&media.schema));
            (media.content_type.to_owned(), json!({"schema": schema}))
        });
        let content: Map<_, _> = content.collect();
        let mut written = json!({"description": description});
        let further = [("headers", headers), ("content", content)];
        extend(
            &mut written,
            further.map(|(name, members)| (name, (!members.is_empty()).then_some(Value::Object(members)))),
        );
        written
    }

    /// An array, as poem has it, makes clients read a stream as JSON. 3.0 can only say "text" and name the event beside
    /// it; 3.1 describes one event and what its data holds.
    fn event(&self, event: &MetaSchemaRef) -> Value {
        let event = self.schema(event);
        match self.version {
            Version::V3_0 => json!({"type": "string", "x-event-schema": event}),
            Version::V3_1 => {
                let data =
                    json!({"type": "string", "contentMediaType": "application/json", "contentSchema": event});
                json!({"type": "object", "required": ["data"], "properties": {"data": data}})
            }
        }
    }

    fn header(&self, header: &MetaHeader) -> (String, Value) {
        let (name, description) = known(&header.name);
        let mut written = json!({"schema": self.schema(&header.schema)});
        let description = header.description.as_deref().or(description);
        let further = [
            ("description", description.map(Value::from)),
            ("required", header.required.then_some(Value::Bool(true))),
            ("deprecated", header.deprecated.then_some(Value::Bool(true))),
        ];
        extend(&mut written, further);
        (name, written)
    }
}

/// Adds the members that are there.
fn extend<'a>(object: &mut Value, members: impl IntoIterator<Item = (&'a str, Option<Value>)>) {
    for (name, value) in members {
        if let Some(value) = value {
            object[name] = value;
        }
    }
}
