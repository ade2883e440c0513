//! From an `OpenApiService` to the application that a listener serves.

use std::sync::Arc;

use eop_core::identity::port::TokenVerifier;
use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::published::EventType;
use poem::endpoint::{BoxEndpoint, EndpointExt, make_sync};
use poem::http::StatusCode;
use poem::{Endpoint, IntoEndpoint, Request, Response, Result, Route};
use poem_openapi::{OpenApi, OpenApiService};
use serde_json::{Value, json};
use thiserror::Error;

use crate::asset::Asset;
use crate::asyncapi;
use crate::caller::Authenticator;
use crate::docs::{self, DocumentLink};
use crate::edge::routes::Routes;
use crate::edge::{EdgeParts, ProxyNotice, edge};
use crate::metrics::Metrics;
use crate::openapi::{self, About, BrokenRules, Interface, Settings};
use crate::ops::{self, Readiness, ReadinessCheck};
use crate::options::HttpOptions;
use crate::problem::Problem;
use crate::server::ConnectionLimits;
use crate::system::{SystemClock, UuidV7Ids};

/// Where the documents are served.
const DOCUMENT_PATHS: [&str; 2] = ["/openapi.json", "/openapi-3.1.json"];

/// Which permission each operation needs, by operation id: `order:approve`, `signed_in` where a bearer token is all that is
/// needed, or `public` and the like for operations that take none.
pub type Permissions = &'static [(&'static str, &'static str)];

/// Builds an [`App`].
///
/// ```text
/// let app = Service::new("order", ABOUT, api, PERMISSIONS)
///     .verifier(tokens)
///     .access(policy)
///     .metrics(metrics)
///     .readiness(checks)
///     .build()?;
/// ```
#[derive(derive_more::Debug)]
pub struct Service<T> {
    name: String,
    #[debug(skip)]
    about: About,
    #[debug(skip)]
    api: T,
    #[debug(skip)]
    settings: Settings,
    #[debug(skip)]
    verifier: Option<Arc<dyn TokenVerifier>>,
    #[debug(skip)]
    access: Option<Arc<dyn AccessPolicy>>,
    #[debug(skip)]
    clock: Arc<dyn Clock>,
    #[debug(skip)]
    ids: Arc<dyn IdGenerator>,
    #[debug(skip)]
    metrics: Metrics,
    #[debug(skip)]
    checks: Vec<Arc<dyn ReadinessCheck>>,
    #[debug(skip)]
    options: HttpOptions,
    #[debug(skip)]
    events: &'static [EventType],
}

/// Why a service cannot be built.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The interface breaks rules of the house.
    #[error(transparent)]
    Interface(#[from] BrokenRules),
    /// Operations need a token, and nothing can verify one.
    #[error("the service {0} has operations that need a token: give it a verifier")]
    NoVerifier(String),
    /// Operations need a permission, and nothing can say who has it.
    #[error("the service {0} has operations that need a permission: give it the access policy")]
    NoPolicy(String),
}

/// The documents of a service as text, the same bytes for the same code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// `OpenAPI` 3.0.3, for client generators.
    pub v3_0: String,
    /// `OpenAPI` 3.1, for people and for checks: it can say that a reference may be null and what a stream carries.
    pub v3_1: String,
    /// `AsyncAPI` 3.0, of the events that the service publishes; absent where it publishes none.
    pub events: Option<String>,
}

impl<T: OpenApi + 'static> Service<T> {
    /// A service called `name` in metrics and logs. `permissions`, with [those](Self::permissions) of what it shares with
    /// other services, must name every operation of `api`.
    #[must_use]
    pub fn new(name: impl Into<String>, about: About, api: T, permissions: Permissions) -> Self {
        Self {
            name: name.into(),
            about,
            api,
            settings: Settings { permissions: permissions.to_vec(), ..Settings::default() },
            verifier: None,
            access: None,
            clock: Arc::new(SystemClock),
            ids: Arc::new(UuidV7Ids),
            metrics: Metrics::default(),
            checks: Vec::new(),
            options: HttpOptions::default(),
            events: &[],
        }
    }

    /// What checks bearer tokens.
    #[must_use]
    pub fn verifier(mut self, verifier: Arc<dyn TokenVerifier>) -> Self {
        self.verifier = Some(verifier);
        self
    }

    /// What says which roles have a permission: whoever lacks it learns that and nothing else of a request.
    #[must_use]
    pub fn access(mut self, access: Arc<dyn AccessPolicy>) -> Self {
        self.access = Some(access);
        self
    }

    /// Another clock than the system's.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Another source of request ids than random ones.
    #[must_use]
    pub fn ids(mut self, ids: Arc<dyn IdGenerator>) -> Self {
        self.ids = ids;
        self
    }

    /// The metrics of the process.
    #[must_use]
    pub fn metrics(mut self, metrics: Metrics) -> Self {
        self.metrics = metrics;
        self
    }

    /// The parts that `/health/ready` asks.
    #[must_use]
    pub fn readiness(mut self, checks: Vec<Arc<dyn ReadinessCheck>>) -> Self {
        self.checks = checks;
        self
    }

    /// Limits and trust.
    #[must_use]
    pub fn options(mut self, options: HttpOptions) -> Self {
        self.options = options;
        self
    }

    /// One more error of an operation that its path, method and parameters do not tell of: credentials in its body that
    /// are refused (401), or a thing that some deployments lack (404).
    #[must_use]
    pub fn error(mut self, operation: &'static str, status: &'static str) -> Self {
        self.settings.further_errors.push((operation, status));
        self
    }

    /// What the operations of an interface need that several services share.
    #[must_use]
    pub fn permissions(mut self, more: Permissions) -> Self {
        self.settings.permissions.extend(more);
        self
    }

    /// An example body for the requests of an operation.
    #[must_use]
    pub fn example(mut self, operation: &'static str, body: serde_json::Value) -> Self {
        self.settings.examples.push((operation, body));
        self
    }

    /// What the path of an operation's example names: something that the demo data of `eop dev` have.
    #[must_use]
    pub fn thing(mut self, operation: &'static str, name: impl Into<serde_json::Value>) -> Self {
        self.settings.things.push((operation, name.into()));
        self
    }

    /// A problem of this service, as the example of what its status says.
    #[must_use]
    pub fn problem(mut self, problem: impl Into<Problem>) -> Self {
        self.settings.problems.push(problem.into());
        self
    }

    /// The events that the service publishes: they are described at `/asyncapi.json`.
    #[must_use]
    pub fn publishes(mut self, events: &'static [EventType]) -> Self {
        self.events = events;
        self
    }

    /// The documents, without starting anything.
    ///
    /// # Errors
    /// When the interface breaks rules of the house; the error lists every place.
    pub fn documents(&self) -> Result<Documents, BrokenRules> {
        Ok(self.published(&Interface::of::<T>(self.about, &self.settings)?))
    }

    fn published(&self, interface: &Interface) -> Documents {
        let About { title, version, .. } = self.about;
        let [v3_0, v3_1] = interface.documents();
        let has_events = !self.events.is_empty();
        let events = has_events.then(|| openapi::to_text(asyncapi::document(title, version, self.events)));
        Documents { v3_0, v3_1, events }
    }

    /// The application.
    ///
    /// # Errors
    /// [`BuildError`].
    pub fn build(self) -> Result<App, BuildError> {
        let interface = Interface::of::<T>(self.about, &self.settings)?;
        let documents = self.published(&interface);
        let is_apart = self.options.has_ops_apart;
        let events_here: &[&str] = if documents.events.is_some() { &[asyncapi::PATH] } else { &[] };
        let ops_here: &[&str] = if is_apart { &[] } else { &ops::PATHS };
        let routes = Routes::of(&interface)
            .with_plain(&["/"])
            .with_plain(ops_here)
            .with_plain(&DOCUMENT_PATHS)
            .with_plain(events_here)
            .with_plain(&docs::PATHS);
        if self.verifier.is_none() && routes.need_tokens() {
            return Err(BuildError::NoVerifier(self.name));
        }
        if self.access.is_none() && routes.need_permissions() {
            return Err(BuildError::NoPolicy(self.name));
        }
        let proxy = ProxyNotice::default();
        let readiness = Arc::new(Readiness::new(self.about.version.into(), self.checks, proxy.clone()));
        let of_ops = |route| ops::mount(route, self.metrics.clone(), Arc::clone(&readiness));
        let mut index = index(&self.name, self.about, is_apart);
        if documents.events.is_some() {
            index["links"]["asyncapi"] = asyncapi::PATH.into();
        }
        let plain = Route::new().at("/", ops::fixed(&index));
        let plain = if is_apart { plain } else { of_ops(plain) };
        let own = DocumentLink { name: "This service".to_owned(), url: DOCUMENT_PATHS[0].to_owned() };
        let plain = docs::mount(plain, vec![own], &[])
            .at(DOCUMENT_PATHS[0], document(&documents.v3_0))
            .at(DOCUMENT_PATHS[1], document(&documents.v3_1));
        let plain = match &documents.events {
            Some(text) => plain.at(asyncapi::PATH, document(text)),
            None => plain,
        };
        let parts = EdgeParts {
            service: self.name,
            routes: Arc::new(routes),
            authenticator: self.verifier.map(|verifier| Authenticator { verifier, clock: self.clock }),
            access: self.access,
            ids: self.ids,
            metrics: self.metrics.clone(),
            options: self.options,
            proxy,
        };
        let ops = is_apart.then(|| {
            let routes = Arc::new(Routes::default().with_plain(&ops::PATHS));
            Arc::new(edge(nothing(), of_ops(Route::new()), EdgeParts { routes, ..parts.clone() }).boxed())
        });
        let connections = parts.options.connections();
        let api = OpenApiService::new(self.api, self.about.title, self.about.version);
        let endpoint = Arc::new(edge(api.into_endpoint(), plain, parts).boxed());
        Ok(App { endpoint, ops, connections, documents })
    }
}

/// What is where, for whoever opens the address of a service.
fn index(name: &str, about: About, is_ops_apart: bool) -> Value {
    let mut links = json!({
        "documentation": "/swagger-ui/",
        "openapi": DOCUMENT_PATHS[0],
        "openapi_3_1": DOCUMENT_PATHS[1],
    });
    if !is_ops_apart {
        for (name, path) in [("live", "/health/live"), ("ready", "/health/ready"), ("metrics", "/metrics")] {
            links[name] = path.into();
        }
    }
    json!({
        "service": name,
        "title": about.title,
        "version": about.version,
        "links": links,
    })
}

/// An application of pages alone: no operations, but ids, limits, security headers and problems like all others.
///
/// `paths` are those of `pages`; one that ends in `/*` stands for all below it.
#[must_use]
pub fn pages(name: &str, pages: Route, paths: &[&str], options: HttpOptions, metrics: Metrics) -> App {
    let connections = options.connections();
    let parts = EdgeParts {
        service: name.to_owned(),
        routes: Arc::new(Routes::default().with_plain(paths)),
        authenticator: None,
        access: None,
        ids: Arc::new(UuidV7Ids),
        metrics,
        options,
        proxy: ProxyNotice::default(),
    };
    let endpoint = Arc::new(edge(nothing(), pages, parts).boxed());
    App { endpoint, ops: None, connections, documents: Documents::default() }
}

/// An application that answers everything itself, such as a door to services that have all of the above. Only the limits of
/// connections are added, and health and metrics where they have a listener of their own.
#[must_use]
pub fn door(
    name: &str,
    endpoint: impl Endpoint<Output = Response> + 'static,
    options: &HttpOptions,
    metrics: &Metrics,
) -> App {
    let endpoint = Arc::new(endpoint.boxed());
    let ops = options.has_ops_apart.then(|| {
        // It needs nothing of its own: it is ready when it answers.
        let readiness = Readiness::new(Value::Null, Vec::new(), ProxyNotice::default());
        let route = ops::mount(Route::new(), metrics.clone(), Arc::new(readiness));
        pages(name, route, &ops::PATHS, options.clone(), metrics.clone()).endpoint
    });
    App { endpoint, ops, connections: options.connections(), documents: Documents::default() }
}

/// Stands where there are no operations.
fn nothing() -> impl Endpoint<Output = Response> + 'static {
    make_sync(|_| Response::from(StatusCode::NOT_FOUND))
}

fn document(text: &str) -> Asset {
    Asset::new("application/json", text.to_owned())
}

/// A service, ready to be served. Clones share everything.
#[derive(Clone, derive_more::Debug)]
#[debug("App {{ .. }}")]
pub struct App {
    endpoint: Arc<BoxEndpoint<'static, Response>>,
    ops: Option<Arc<BoxEndpoint<'static, Response>>>,
    connections: ConnectionLimits,
    documents: Documents,
}

impl App {
    /// Health and metrics alone, where they have a listener of their own.
    #[must_use]
    pub fn ops(&self) -> Option<Self> {
        let endpoint = Arc::clone(self.ops.as_ref()?);
        Some(Self { endpoint, ops: None, connections: self.connections, documents: Documents::default() })
    }

    /// How many connections its listeners may have.
    #[must_use]
    pub fn connections(&self) -> ConnectionLimits {
        self.connections
    }

    /// The documents that the service publishes.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.documents
    }
}

impl Endpoint for App {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        self.endpoint.call(request).await
    }
}
