//! Operations, parameters, bodies, answers and schemas, as the handlers declare them.

use std::collections::{BTreeMap, BTreeSet};

use eop_core::kernel::access::Permission;
use poem::http::Method;
use poem_openapi::OpenApi;
use poem_openapi::registry::{
    MetaMediaType, MetaOperation, MetaRequest, MetaResponse, MetaSchema, MetaSchemaRef, MetaSecurityScheme,
    MetaTag, Registry,
};
use serde_json::Value;

use super::About;
use super::errors::Shared;
use super::parameters::{self, Parameter};
use super::schemas::{self, needs_nothing, reachable, settle};
use crate::stream::EVENT_STREAM;

/// What a service offers.
#[derive(Debug)]
pub(crate) struct Interface {
    pub(crate) about: About,
    pub(super) tags: BTreeSet<MetaTag>,
    pub(super) security_schemes: BTreeMap<&'static str, MetaSecurityScheme>,
    /// The schemas that something refers to, by readable names.
    pub(crate) schemas: BTreeMap<String, MetaSchema>,
    /// Those that only bodies of requests use: they refuse members that they do not know, since a misspelt optional member
    /// must not be dropped in silence. Answers may grow without breaking strict clients.
    pub(super) closed: BTreeSet<String>,
    /// By path and method.
    pub(crate) operations: Vec<Operation>,
    /// The answers to what cannot be done that some operation gives, each with its example.
    pub(super) errors: Vec<(&'static Shared, Value)>,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// With the names of its parameters, such as `/orders/{id}`.
    pub(crate) path: String,
    pub(crate) method: Method,
    pub(super) id: &'static str,
    pub(super) summary: Option<&'static str>,
    pub(super) description: Option<&'static str>,
    pub(super) tags: Vec<&'static str>,
    pub(super) is_deprecated: bool,
    /// Whether a bearer token is required.
    pub(crate) is_secured: bool,
    /// What is needed for it, as the documents say it.
    pub(super) permission: &'static str,
    /// The same, where it is a permission of the policy.
    pub(crate) needs: Option<Permission>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    /// What it says itself of its answers.
    pub(super) answers: Vec<MetaResponse>,
    /// The shared answers to what cannot be done.
    pub(super) errors: Vec<&'static Shared>,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    pub(super) description: Option<&'static str>,
    pub(crate) is_required: bool,
    /// By media type, without its parameters.
    pub(crate) content: Vec<(&'static str, MetaSchemaRef)>,
    pub(super) example: Option<Value>,
}

impl Interface {
    pub(super) fn read<T: OpenApi>(about: About, broken: &mut Vec<String>) -> Self {
        let mut registry = Registry::new();
        T::register(&mut registry);
        let schemas = schemas::tidy(registry.schemas, broken);
        let paths = T::meta().into_iter().flat_map(|api| api.paths);
        let mut operations: Vec<_> = paths
            .flat_map(|path| {
                let operations = path.operations.into_iter();
                operations.map(move |operation| (path.path.clone(), operation))
            })
            .map(|(path, operation)| Operation::of(path, operation, &schemas))
            .collect();
        operations.sort_by(|a, b| (&a.path, a.method.as_str()).cmp(&(&b.path, b.method.as_str())));
        Self {
            about,
            tags: registry.tags,
            security_schemes: registry.security_schemes,
            schemas,
            closed: BTreeSet::new(),
            operations,
            errors: Vec::new(),
        }
    }

    /// Drops what nothing refers to, so that a change shows only where it matters, and notes what only requests use.
    pub(super) fn drop_unused(&mut self) {
        let problem = MetaSchemaRef::Reference(super::errors::SCHEMA.to_owned());
        let operations = || self.operations.iter();
        let asked = reachable(operations().flat_map(Operation::asked), &self.schemas);
        let parameters = operations().flat_map(|one| &one.parameters).map(|one| &one.schema);
        let parameters = reachable(parameters, &self.schemas);
        let answered = operations().flat_map(Operation::answered).chain([&problem]);
        let answered = reachable(answered, &self.schemas);
        self.closed = asked.difference(&answered).cloned().collect();
        self.schemas
            .retain(|name, _| [&asked, &parameters, &answered].iter().any(|used| used.contains(name)));
    }
}

impl Operation {
    fn of(path: String, raw: MetaOperation, schemas: &BTreeMap<String, MetaSchema>) -> Self {
        let settled = |mut media: MetaMediaType| {
            settle(&mut media.schema);
            MetaMediaType { content_type: essence(media.content_type), ..media }
        };
        let mut answers = raw.responses.responses;
        // Ranges come with the type of errors, and every operation has those.
        answers.retain(|answer| answer.status.is_some());
        for answer in &mut answers {
            answer.content = std::mem::take(&mut answer.content).into_iter().map(settled).collect();
            for header in &mut answer.headers {
                settle(&mut header.schema);
            }
        }
        Self {
            path,
            id: raw.operation_id.unwrap_or_default(),
            summary: raw.summary,
            description: raw.description,
            tags: raw.tags,
            is_deprecated: raw.deprecated,
            is_secured: !raw.security.is_empty() && raw.security.iter().all(|one| one.contains_key("bearer")),
            permission: "",
            needs: None,
            parameters: raw.params.into_iter().flat_map(|one| parameters::of(one, schemas)).collect(),
            body: raw.request.map(|request| Body::of(request, &raw.method, schemas)),
            method: raw.method,
            answers,
            errors: Vec::new(),
        }
    }

    /// Whether it answers with events for as long as the client listens.
    pub(crate) fn is_stream(&self) -> bool {
        self.answers.iter().flat_map(|answer| &answer.content).any(|media| media.content_type == EVENT_STREAM)
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    fn asked(&self) -> impl Iterator<Item = &MetaSchemaRef> {
        self.body.iter().flat_map(|body| &body.content).map(|(_, schema)| schema)
    }

    fn answered(&self) -> impl Iterator<Item = &MetaSchemaRef> {
        self.answers.iter().flat_map(|answer| {
            let headers = answer.headers.iter().map(|header| &header.schema);
            answer.content.iter().map(|media| &media.schema).chain(headers)
        })
    }
}

impl Body {
    fn of(raw: MetaRequest, method: &Method, schemas: &BTreeMap<String, MetaSchema>) -> Self {
        let mut content: Vec<_> =
            raw.content.into_iter().map(|media| (essence(media.content_type), media.schema)).collect();
        for (_, schema) in &mut content {
            settle(schema);
        }
        let mut body =
            Self { description: raw.description, is_required: raw.required, content, example: None };
        // An action whose members are all optional takes none at all, as people with curl and generated clients send it.
        if *method == Method::POST && body.json().is_some_and(|schema| needs_nothing(schema, schemas)) {
            body.is_required = false;
        }
        body
    }

    /// The schema when JSON is accepted.
    pub(crate) fn json(&self) -> Option<&MetaSchemaRef> {
        self.content.iter().find(|(name, _)| *name == "application/json").map(|(_, schema)| schema)
    }
}

/// A media type without `; charset=utf-8`, which generators and linters do not recognise.
fn essence(media_type: &'static str) -> &'static str {
    media_type.split(';').next().unwrap_or_default().trim()
}
