//! The table of routes, made from the interface: what the edge needs to know before a handler runs.

use std::sync::Arc;

use eop_core::kernel::access::Permission;
use poem::http::{HeaderValue, Method};
use poem_openapi::registry::MetaParamIn;

use super::schema::{Kind, Schema, Schemas};
use crate::openapi::{self, Interface, needs_nothing};

/// Every route of a service.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    routes: Vec<Route>,
    pub(crate) schemas: Arc<Schemas>,
}

/// One path and what can be done there.
#[derive(Debug)]
pub(crate) struct Route {
    /// The path with the names of its parameters, such as `/orders/{id}`.
    pub(crate) template: Arc<str>,
    segments: Vec<Segment>,
    /// Whether the last segment stands for any rest of the path.
    has_tail: bool,
    operations: Vec<(Method, Operation)>,
    /// The value of `Allow`.
    pub(crate) allow: HeaderValue,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    // In this order a literal is tried before a parameter.
    Literal(String),
    Parameter(String),
}

/// One operation.
#[derive(Debug, Default)]
pub(crate) struct Operation {
    /// Health, metrics and pages: not in the document, free of its checks, never shed.
    pub(crate) is_plain: bool,
    /// Whether a bearer token is required.
    pub(crate) is_secured: bool,
    /// What the caller's roles must grant, over whosesoever things.
    pub(crate) needs: Option<Permission>,
    pub(crate) path: Vec<Parameter>,
    pub(crate) query: Vec<Parameter>,
    pub(crate) body: Option<BodyRule>,
    /// Whether it answers with events for as long as the client listens.
    pub(crate) is_stream: bool,
}

/// A parameter in path or query.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) is_required: bool,
    /// A list is sent as `a,b` rather than by repeating the name.
    pub(crate) is_comma_separated: bool,
    pub(crate) schema: Schema,
}

/// What the body of an operation may be.
#[derive(Debug)]
pub(crate) struct BodyRule {
    pub(crate) is_required: bool,
    pub(crate) content_types: Vec<String>,
    /// The schema when JSON is accepted.
    pub(crate) json: Option<Schema>,
    /// No body stands for `{}`.
    pub(crate) may_be_missing: bool,
}

/// A path that was found in the table.
#[derive(Debug)]
pub(crate) struct Matched<'a> {
    pub(crate) route: &'a Route,
    /// Names and decoded values, in the order of the path.
    pub(crate) parameters: Vec<(&'a str, String)>,
}

impl Routes {
    /// The operations of an interface.
    pub(crate) fn of(interface: &Interface) -> Self {
        let operations = interface.operations.chunk_by(|one, next| one.path == next.path);
        let routes = operations
            .filter_map(|operations| {
                let of = |one: &openapi::Operation| (one.method.clone(), Operation::of(one, interface));
                Some(Route::new(&operations.first()?.path, operations.iter().map(of).collect()))
            })
            .collect();
        Self::sorted(routes, Schemas::of(&interface.schemas))
    }

    /// What is tried first comes first.
    fn sorted(mut routes: Vec<Route>, schemas: Arc<Schemas>) -> Self {
        routes.sort_by(|a, b| a.segments.cmp(&b.segments));
        Self { routes, schemas }
    }

    /// Adds paths that answer GET and are not in the document; a path that ends in `/*` stands for all below it.
    pub(crate) fn with_plain(mut self, paths: &[&str]) -> Self {
        for path in paths {
            let operation = Operation { is_plain: true, ..Operation::default() };
            self.routes.push(Route::new(path, vec![(Method::GET, operation)]));
        }
        self
    }

    /// Whether any operation requires a bearer token.
    pub(crate) fn need_tokens(&self) -> bool {
        self.any(|operation| operation.is_secured)
    }

    /// Whether any operation requires a permission.
    pub(crate) fn need_permissions(&self) -> bool {
        self.any(|operation| operation.needs.is_some())
    }

    fn any(&self, is_so: impl Fn(&Operation) -> bool) -> bool {
        self.routes.iter().flat_map(|route| &route.operations).any(|(_, operation)| is_so(operation))
    }

    /// The route of a path.
    pub(crate) fn find(&self, path: &str) -> Option<Matched<'_>> {
        let segments: Vec<_> = path.strip_prefix('/')?.split('/').collect();
        self.routes.iter().find_map(|route| {
            let parameters = route.matches(&segments)?;
            Some(Matched { route, parameters })
        })
    }
}

impl Route {
    fn new(path: &str, operations: Vec<(Method, Operation)>) -> Self {
        let (fixed, has_tail) = path.strip_suffix("/*").map_or((path, false), |fixed| (fixed, true));
        let segments = fixed.strip_prefix('/').unwrap_or(fixed).split('/').map(Segment::of).collect();
        let allow = allowed(&operations);
        Self { template: path.into(), segments, has_tail, operations, allow }
    }

    fn matches(&self, path: &[&str]) -> Option<Vec<(&str, String)>> {
        let fits =
            if self.has_tail { path.len() > self.segments.len() } else { path.len() == self.segments.len() };
        if !fits {
            return None;
        }
        let mut parameters = Vec::new();
        for (segment, text) in self.segments.iter().zip(path) {
            match segment {
                Segment::Literal(literal) if literal == text => {}
                Segment::Parameter(name) if !text.is_empty() => {
                    let value = percent_encoding::percent_decode_str(text).decode_utf8().ok()?;
                    parameters.push((name.as_str(), value.into_owned()));
                }
                _ => return None,
            }
        }
        Some(parameters)
    }

    /// The operation of a method; HEAD asks for what GET would send.
    pub(crate) fn operation(&self, method: &Method) -> Option<&Operation> {
        let wanted = if *method == Method::HEAD { &Method::GET } else { method };
        self.operations.iter().find(|(known, _)| known == wanted).map(|(_, operation)| operation)
    }
}

impl Segment {
    fn of(text: &str) -> Self {
        match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
            Some(name) => Self::Parameter(name.to_owned()),
            None => Self::Literal(text.to_owned()),
        }
    }
}

impl Operation {
    fn of(operation: &openapi::Operation, interface: &Interface) -> Self {
        let parameters = |place: MetaParamIn| {
            operation.parameters.iter().filter(|one| one.place == place).map(Parameter::of).collect()
        };
        Self {
            is_plain: false,
            is_secured: operation.is_secured,
            needs: operation.needs,
            path: parameters(MetaParamIn::Path),
            query: parameters(MetaParamIn::Query),
            body: operation.body.as_ref().map(|body| BodyRule::of(body, interface)),
            is_stream: operation.is_stream(),
        }
    }
}

impl Parameter {
    fn of(parameter: &openapi::Parameter) -> Self {
        Self {
            name: parameter.name.clone(),
            is_required: parameter.is_required,
            is_comma_separated: !parameter.is_exploded,
            schema: Schema::of(&parameter.schema),
        }
    }

    /// Whether it is a list.
    pub(crate) fn is_list(&self, schemas: &Schemas) -> bool {
        self.schema.kind(schemas) == Some(Kind::Array)
    }
}

impl BodyRule {
    fn of(body: &openapi::Body, interface: &Interface) -> Self {
        let json = body.json();
        let needs_none = json.is_some_and(|schema| needs_nothing(schema, &interface.schemas));
        Self {
            is_required: body.is_required,
            content_types: body.content.iter().map(|(name, _)| (*name).to_owned()).collect(),
            json: json.map(Schema::of),
            may_be_missing: !body.is_required && needs_none,
        }
    }
}

/// The methods of a path as `Allow` lists them: with HEAD where there is GET, and OPTIONS.
fn allowed(operations: &[(Method, Operation)]) -> HeaderValue {
    let mut names: Vec<_> = operations.iter().map(|(method, _)| method.as_str()).collect();
    if names.contains(&"GET") {
        names.push("HEAD");
    }
    names.push("OPTIONS");
    names.sort_unstable();
    HeaderValue::try_from(names.join(", ")).unwrap_or(HeaderValue::from_static("OPTIONS"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes() -> Routes {
        let operation = |method, is_secured| (method, Operation { is_secured, ..Operation::default() });
        let routes = [
            ("/orders/{id}", vec![operation(Method::GET, true)]),
            ("/orders/export.csv", vec![operation(Method::GET, true)]),
            ("/orders", vec![operation(Method::GET, true), operation(Method::POST, false)]),
        ]
        .map(|(path, operations)| Route::new(path, operations))
        .into();
        Routes::sorted(routes, Arc::default()).with_plain(&["/", "/health/live", "/swagger-ui/*"])
    }

    fn template(path: &str) -> Option<String> {
        routes().find(path).map(|matched| matched.route.template.to_string())
    }

    #[test]
    fn literals_come_before_parameters_and_tails_last() {
        assert_eq!(template("/orders/export.csv").as_deref(), Some("/orders/export.csv"));
        assert_eq!(template("/orders/7").as_deref(), Some("/orders/{id}"));
        assert_eq!(template("/").as_deref(), Some("/"));
        assert_eq!(template("/swagger-ui/").as_deref(), Some("/swagger-ui/*"));
        assert_eq!(template("/swagger-ui/a/b.js").as_deref(), Some("/swagger-ui/*"));
        for path in ["/orders/", "/orders/7/8", "//orders", "/health", "orders", "/swagger-ui"] {
            assert_eq!(template(path), None, "{path}");
        }
    }

    #[test]
    fn parameters_are_decoded() {
        let routes = routes();
        assert_eq!(routes.find("/orders/a%2Fb").unwrap().parameters, [("id", "a/b".to_owned())]);
    }

    #[test]
    fn head_is_allowed_where_get_is() {
        let routes = routes();
        let matched = routes.find("/orders").unwrap();
        assert_eq!(matched.route.allow, "GET, HEAD, OPTIONS, POST");
        assert!(matched.route.operation(&Method::HEAD).unwrap().is_secured);
        assert!(!matched.route.operation(&Method::POST).unwrap().is_secured);
        assert!(matched.route.operation(&Method::TRACE).is_none());
    }
}
