//! The operations of a service, as its OpenAPI 3.1 document describes them.

use std::collections::BTreeSet;
use std::sync::Arc;

use eop_http::App;
use poem::http::Method;
use serde_json::{Map, Value};

use crate::answers::Answers;

/// A document and its operations.
#[derive(Clone, Debug)]
pub struct Document {
    root: Value,
    operations: Vec<Operation>,
    answers: Arc<Answers>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The operation id.
    pub id: String,
    /// The method.
    pub method: Method,
    /// The path with the names of its parameters.
    pub path: String,
    /// The permission that it declares.
    pub permission: String,
    /// Whether it takes no token.
    pub is_public: bool,
    /// Parameters in path, query and headers.
    pub parameters: Vec<Parameter>,
    /// The schema of the JSON body, if it takes one.
    pub body: Option<Value>,
    /// Whether there may be no body at all.
    pub may_lack_body: bool,
    /// The example of the body.
    pub example: Option<Value>,
    /// The statuses that are documented one by one.
    pub statuses: BTreeSet<u16>,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// `path`, `query` or `header`.
    pub place: String,
    /// Whether it must be sent.
    pub is_required: bool,
    /// What it may be, references resolved.
    pub schema: Value,
}

impl Document {
    /// The document that `app` publishes.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let root: Value = serde_json::from_str(&app.documents().v3_1).expect("the document is JSON");
        let answers = Answers::shared(&app.documents().v3_0, &app.documents().v3_1);
        let mut document = Self { root, operations: Vec::new(), answers };
        let paths = document.root["paths"].as_object().cloned().expect("the document has paths");
        for (path, item) in &paths {
            for (method, operation) in item.as_object().into_iter().flatten() {
                let operation = document.operation(path, method, operation);
                document.operations.push(operation);
            }
        }
        document
    }

    /// Every operation.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> &Operation {
        self.operations
            .iter()
            .find(|one| one.id == id)
            .unwrap_or_else(|| panic!("no operation is called {id}"))
    }

    /// What it and its 3.0 form say of answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// A schema with its reference followed.
    #[must_use]
    pub fn resolve(&self, schema: &Value) -> Value {
        let target = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
        let Some(target) = target.and_then(|pointer| self.root.pointer(pointer)) else {
            return schema.clone();
        };
        let mut merged: Map<String, Value> = self.resolve(target).as_object().cloned().unwrap_or_default();
        merged.extend(
            schema.as_object().cloned().unwrap_or_default().into_iter().filter(|(name, _)| name != "$ref"),
        );
        Value::Object(merged)
    }

    fn operation(&self, path: &str, method: &str, operation: &Value) -> Operation {
        let text = |name: &str| operation[name].as_str().unwrap_or_default().to_owned();
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let body = &operation["requestBody"]["content"]["application/json"];
        let statuses = operation["responses"].as_object().into_iter().flatten();
        Operation {
            id: text("operationId"),
            method: Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method"),
            path: path.to_owned(),
            permission: text("x-permission"),
            is_public: operation["security"] == Value::Array(Vec::new()),
            parameters: parameters
                .map(|one| Parameter {
                    name: one["name"].as_str().unwrap_or_default().to_owned(),
                    place: one["in"].as_str().unwrap_or_default().to_owned(),
                    is_required: one["required"] == true,
                    schema: self.resolve(&one["schema"]),
                })
                .collect(),
            may_lack_body: operation["requestBody"]["required"] != true,
            body: body.get("schema").map(|schema| self.resolve(schema)),
            example: body.get("example").cloned(),
            statuses: statuses.filter_map(|(status, _)| status.parse().ok()).collect(),
        }
    }
}

impl Operation {
    /// The parameters in `place`.
    pub fn parameters_in(&self, place: &str) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.place == place)
    }

    /// Whether it is about one thing that its path names.
    #[must_use]
    pub fn names_a_thing(&self) -> bool {
        self.parameters_in("path").next().is_some()
    }
}
