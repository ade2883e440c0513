//! The edge: everything that is true of every request, around whatever answers it.
//!
//! Order of a request: span and ids → host (400, 421) and URL (400) → route (404) and method (405) → token (401) →
//! permission (403) → parameters (400) → the body is read (408, 413, 415) → a place (503) → the body is checked (400, 422)
//! → the operation, within its time (503). While no place is free, a request is refused before its token. A place is taken
//! only once the body is there, so that nobody holds one by sending slowly. Whatever fails, a panic included, leaves as a
//! [`Problem`]; what succeeds is dressed: 304, the next page, compression.
//!
//! Whoever has no role with the permission of the operation is told so ([`access`]) whatever else is wrong with the request.
//! Where nothing is, the use case refuses it: it knows whose thing it is, and what the audit log keeps of the attempt.
//!
//! The place is kept while the answer's body is being made: until it is there, or, where it is made while it is sent,
//! until it has left. An answer that goes on for as long as the client listens has a place among [`streams`] instead.

mod access;
mod address;
mod body;
mod cors;
mod dress;
mod errors;
mod guard;
mod headers;
mod host;
mod json;
mod log;
mod parameters;
mod room;
pub(crate) mod routes;
pub(crate) mod schema;
mod site;
mod streams;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::actor::{Origin, Principal};
use eop_core::kernel::error::ErrorKind;
use eop_core::kernel::id::IdGenerator;
use futures::FutureExt;
use poem::http::header::USER_AGENT;
use poem::http::{Method, StatusCode};
use poem::{Endpoint, IntoResponse, Request, Response, Result, Route};
use serde_json::{Map, Value};
use tokio::time::timeout;
use tracing::Instrument;

pub(crate) use self::address::ProxyNotice;
use self::body::{BodyMemory, Reading};
use self::dress::Wishes;
pub(crate) use self::dress::accepts_gzip;
pub(crate) use self::headers::secure;
use self::room::Room;
use self::routes::{Matched, Operation, Routes};
use self::streams::{Opening, Streams};
use crate::caller::{self, Authenticator, Watch};
use crate::metrics::{Finished, Metrics};
use crate::options::HttpOptions;
use crate::problem::Problem;
use crate::request::RequestContext;
use crate::request_id;
use crate::server::Arrival;
use crate::stream::Unopened;
use crate::trace::{self, ServerSpan};

/// The query of a request as the document types it, and the route it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct QueryValues {
    pub(crate) route: Arc<str>,
    pub(crate) values: Map<String, Value>,
}

/// What the edge works with.
#[derive(Clone)]
pub(crate) struct EdgeParts {
    pub(crate) service: String,
    pub(crate) routes: Arc<Routes>,
    pub(crate) authenticator: Option<Authenticator>,
    pub(crate) access: Option<Arc<dyn AccessPolicy>>,
    pub(crate) ids: Arc<dyn IdGenerator>,
    pub(crate) metrics: Metrics,
    pub(crate) options: HttpOptions,
    pub(crate) proxy: ProxyNotice,
}

/// Puts the edge around the operations of `api` and around the `plain` endpoints beside them.
pub(crate) fn edge<E: Endpoint>(api: E, plain: Route, parts: EdgeParts) -> Edge<E> {
    let room = Room::new(&parts.service, parts.options.max_in_flight);
    let streams = Streams::new(&parts.service, &parts.options, &parts.metrics);
    Edge { api, plain, parts, room, streams, memory: BodyMemory::default() }
}

/// The outermost endpoint of a service.
#[derive(derive_more::Debug)]
#[debug("Edge {{ service: {:?}, .. }}", parts.service)]
pub(crate) struct Edge<E> {
    api: E,
    plain: Route,
    parts: EdgeParts,
    room: Room,
    streams: Streams,
    memory: BodyMemory,
}

impl<E: Endpoint> Endpoint for Edge<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let started = Instant::now();
        let parts = &self.parts;
        let matched = parts.routes.find(request.uri().path());
        let template = matched.as_ref().map(|matched| Arc::clone(&matched.route.template));
        let server = trace::open(&request, &parts.service, template.as_deref(), parts.ids.as_ref());
        let context = self.context(&request, &server);
        request.set_data(context.clone());

        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        let origin = cors::allowed_origin(&request, &parts.options.cors_origins);
        let wishes = Wishes::of(&request);
        let in_flight = parts.metrics.enter(&parts.service);

        let answer = AssertUnwindSafe(self.answer(request, matched.as_ref()))
            .catch_unwind()
            .instrument(server.span.clone())
            .await
            .unwrap_or_else(|_panic| Err(errors::panicked()));
        drop(in_flight);

        let (mut is_shed, mut cause, mut opening) = (false, None, None);
        let mut response = match answer {
            Ok(answered) => {
                opening = answered.opening;
                wishes.dress(answered.response).await
            }
            Err(problem) => {
                is_shed = room::is_overload(problem.code());
                if is_shed {
                    parts.metrics.shed(&parts.service);
                    self.room.note_shed();
                }
                cause = problem.cause().map(str::to_owned);
                problem.of_request(&context, &path).into_response()
            }
        };
        cors::permit(response.headers_mut(), origin, &parts.options.cors_origins);
        headers::secure(response.headers_mut(), parts.options.is_https());
        headers::identify(response.headers_mut(), &context);

        let is_plain = matched.is_some_and(|m| m.route.operation(&method).is_some_and(|o| o.is_plain));
        let finished = Finished {
            service: parts.service.clone(),
            method,
            route: template,
            status: response.status(),
            duration: started.elapsed(),
            trace: server.sampled_trace,
        };
        parts.metrics.observe(&finished);
        let weight = log::Weight::of(finished.status, is_plain, is_shed);
        if let Some(opening) = opening {
            let line = move |outcome| {
                let finished = Finished { duration: started.elapsed(), ..finished };
                log::ended(&finished, &context, &outcome);
            };
            response.set_body(server.span.in_scope(|| self.streams.open(opening, line)));
        } else {
            server.span.in_scope(|| log::answered(&finished, &context, weight, cause.as_deref()));
        }
        Ok(response)
    }
}

impl<E: Endpoint> Edge<E> {
    async fn answer(&self, request: Request, matched: Option<&Matched<'_>>) -> Result<Answered, Problem> {
        host::check(&request, &self.parts.options)?;
        guard::uri(request.uri())?;
        let Some(matched) = matched else { return Err(errors::no_route(request.uri().path())) };
        if cors::is_preflight(&request) {
            return Ok(cors::preflight(&matched.route.allow).into());
        }
        match matched.route.operation(request.method()) {
            Some(operation) if operation.is_plain => Ok(call(&self.plain, request, matched).await?.into()),
            Some(operation) => self.operate(request, matched, operation).await,
            None if request.method() == Method::OPTIONS => Ok(Response::builder()
                .status(StatusCode::NO_CONTENT)
                .header("allow", matched.route.allow.clone())
                .finish()
                .into()),
            None => Err(errors::no_method(matched, request.method().as_str())),
        }
    }

    async fn operate(
        &self,
        mut request: Request,
        matched: &Matched<'_>,
        operation: &Operation,
    ) -> Result<Answered, Problem> {
        if self.room.is_full() {
            return Err(room::overloaded());
        }
        let mut listener = None;
        let mut barred = None;
        if operation.is_secured {
            let authenticator = self.parts.authenticator.as_ref().ok_or_else(caller::missing)?;
            let (actor, expires_at) = authenticator.authenticate(&request).await?;
            barred = access::barred(operation, &actor, self.parts.access.as_deref());
            if operation.is_stream {
                let token = authenticator.watch(&request, expires_at)?;
                listener = Some(Listener { account: actor.principal.clone(), token });
            }
            request.set_data(actor);
        }
        let answer = self.carry_out(request, matched, operation, listener).await;
        answer.map_err(|problem| access::outranked(problem, barred))
    }

    /// Checks what was sent against the document, and has the operation answer it.
    async fn carry_out(
        &self,
        mut request: Request,
        matched: &Matched<'_>,
        operation: &Operation,
        listener: Option<Listener>,
    ) -> Result<Answered, Problem> {
        let parts = &self.parts;
        let schemas = &parts.routes.schemas;
        parameters::check_path(operation, matched, schemas)?;
        let pairs = request.params::<Vec<(String, String)>>().map_err(|error| {
            Problem::malformed("request.malformed_url", format!("the query cannot be read: {error}"))
        })?;
        let values = parameters::read_query(operation, &pairs, schemas)?;
        request.set_data(QueryValues { route: Arc::clone(&matched.route.template), values });
        let reading = Reading { operation, options: &parts.options, memory: &self.memory };
        let body = reading.read(&mut request).await?;
        let Some(place) = self.room.enter() else { return Err(room::overloaded()) };
        body.admit(&mut request, operation.body.as_ref(), schemas)?;
        let account = listener.as_ref().map(|listener| &listener.account);
        let listening = operation.is_stream.then(|| self.streams.enter(account)).transpose()?;
        let token = listener.map(|listener| listener.token);
        let is_head = request.method() == Method::HEAD;
        let stop = request.data::<Arrival>().map(Arrival::stop);

        let answer = timeout(parts.options.request_timeout(), call(&self.api, request, matched)).await;
        let mut response = answer.map_err(|_| took_too_long(&parts.options))??;
        let source = Unopened::take_from(&mut response);
        // Who asks for the head alone does not listen.
        let opening = match (source, listening) {
            (Some(source), Some(place)) if !is_head => Some(Opening { source, place, token, stop }),
            _ => None,
        };
        Ok(Answered { response: room::held(place, response), opening })
    }

    fn context(&self, request: &Request, server: &ServerSpan) -> RequestContext {
        let options = &self.parts.options;
        let request_id = request_id::of(request.headers(), self.parts.ids.as_ref());
        let peer = address::peer(request);
        if options.trusted_proxies == 0 {
            self.parts.proxy.look_at(peer, request.headers());
        }
        let ip = address::of(peer, request.headers(), options.trusted_proxies);
        server.span.record("request_id", request_id.as_str());
        if let Some(ip) = ip {
            server.span.record("client.address", tracing::field::display(ip));
        }
        let origin = Origin {
            request_id: Some(request_id),
            traceparent: Some(server.traceparent.clone()),
            ip,
            user_agent: request.headers().get(USER_AGENT).map(headers::text),
        };
        RequestContext::new(origin, site::of(request, options))
    }
}

/// Who listens to a stream, and by which token.
struct Listener {
    account: Principal,
    token: Watch,
}

/// An answer, and the stream that is its body.
struct Answered {
    response: Response,
    opening: Option<Opening>,
}

impl From<Response> for Answered {
    fn from(response: Response) -> Self {
        Self { response, opening: None }
    }
}

/// The answer of `endpoint`, its errors as problems.
async fn call<E: Endpoint>(
    endpoint: &E,
    request: Request,
    matched: &Matched<'_>,
) -> Result<Response, Problem> {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    match endpoint.call(request).await {
        Ok(answer) => Ok(answer.into_response()),
        Err(error) if error.is_from_response() => Ok(error.into_response()),
        Err(error) => Err(errors::problem_of(error, matched, &path, method.as_str())),
    }
}

fn took_too_long(options: &HttpOptions) -> Problem {
    Problem::new(ErrorKind::Unavailable, "service.timeout").detail(format!(
        "the operation did not finish within {} ms; it may still have taken effect",
        options.request_timeout_ms
    ))
}
