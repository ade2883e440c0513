//! The door: `/services/{user,order,notification}/…` goes to the service, without the prefix, as a stream.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eop_core::kernel::calls::{Calls, Unheard};
use eop_core::kernel::error::ErrorKind;
use eop_http::Problem;
use futures::{StreamExt, TryStreamExt};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use poem::endpoint::make;
use poem::http::uri::{Authority, PathAndQuery, Scheme};
use poem::http::{self, HeaderValue, Uri};
use poem::{Body, Endpoint, Request, Response};
use tokio::time::timeout;

use crate::forward;

/// The services behind the door, as their names in paths.
pub(crate) const SERVICES: [&str; 3] = ["user", "order", "notification"];

/// What of a service is behind the door. Its metrics and pages are not.
const OPEN: [&str; 4] = ["/openapi.json", "/asyncapi.json", "/health/ready", "/.well-known/jwks.json"];
const OPEN_BELOW: &str = "/api/";

/// How long a service may take until its answer begins; longer than a service gives itself.
const ANSWER: Duration = Duration::from_secs(15);
const CONNECT: Duration = Duration::from_secs(2);
/// Connections that nobody used for so long are closed, before the service does it.
const IDLE: Duration = Duration::from_mins(1);

type Bytes = StreamBody<futures::stream::BoxStream<'static, Result<Frame<bytes::Bytes>, std::io::Error>>>;

/// An address that is none of a service.
#[derive(Debug)]
pub struct BadAddress(String);

impl fmt::Display for BadAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no address of a service: give one such as http://order:8081", self.0)
    }
}

impl std::error::Error for BadAddress {}

/// The services and the connections to them.
#[derive(derive_more::Debug)]
pub struct Door {
    #[debug(skip)]
    client: Client<HttpConnector, Bytes>,
    services: [Authority; 3],
    #[debug(skip)]
    calls: Arc<dyn Calls>,
}

impl Door {
    /// A door to the services at these addresses: user, order, notification.
    ///
    /// # Errors
    /// [`BadAddress`] for the first one that is not `http://HOST:PORT`.
    pub fn new(addresses: [&str; 3]) -> Result<Self, BadAddress> {
        let [user, order, notification] = addresses;
        let services = [authority(user)?, authority(order)?, authority(notification)?];
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(CONNECT));
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        Ok(Self { client, services, calls: Arc::new(Unheard) })
    }

    /// The same, whose calls are told to `calls`.
    #[must_use]
    pub fn heard_by(self, calls: Arc<dyn Calls>) -> Self {
        Self { calls, ..self }
    }

    /// The answer of `service` to `request` at its own `path`.
    pub(crate) async fn call(
        &self,
        service: &str,
        path: &str,
        request: Request,
    ) -> Result<Response, Problem> {
        let known = SERVICES.iter().zip(&self.services).find(|(name, _)| **name == service);
        let Some((_, authority)) = known.filter(|_| is_open(path)) else { return Err(closed(&request)) };
        refuse_foreign_refresh(path, &request)?;
        let prefix = format!("/services/{service}");
        let outgoing = outgoing(request, authority, path, &prefix)?;
        let begun = Instant::now();
        let answer = timeout(ANSWER, self.client.request(outgoing)).await;
        let status = answer.as_ref().ok().and_then(|answer| Some(answer.as_ref().ok()?.status().as_u16()));
        self.calls.ended(authority.as_str(), status, begun.elapsed());
        match answer {
            Ok(Ok(answer)) => Ok(incoming(answer, &prefix)),
            Ok(Err(error)) => {
                tracing::warn!(service, %error, "a service could not be reached");
                Err(unavailable(service))
            }
            Err(_) => {
                tracing::warn!(service, path, "a service did not answer in time");
                Err(unavailable(service))
            }
        }
    }
}

/// Everything below `/services/`.
pub(crate) fn endpoint(door: Arc<Door>) -> impl Endpoint<Output = Response> + 'static {
    make(move |request: Request| {
        let door = Arc::clone(&door);
        async move {
            let path = request.uri().path().to_owned();
            let rest = path.strip_prefix("/services/").unwrap_or_default();
            let (service, _) = rest.split_once('/').unwrap_or((rest, ""));
            let path = rest.get(service.len()..).unwrap_or_default();
            Ok::<_, poem::Error>(door.call(service, path, request).await?)
        }
    })
}

fn authority(address: &str) -> Result<Authority, BadAddress> {
    let bad = || BadAddress(address.to_owned());
    let uri: Uri = address.parse().map_err(|_| bad())?;
    let is_plain =
        uri.scheme() == Some(&Scheme::HTTP) && matches!(uri.path(), "" | "/") && uri.query().is_none();
    uri.authority().filter(|_| is_plain).cloned().ok_or_else(bad)
}

fn is_open(path: &str) -> bool {
    let mut parts =
        path.split('/').map(|part| percent_encoding::percent_decode_str(part).decode_utf8_lossy());
    let climbs = parts.any(|part| matches!(&*part, "." | ".."));
    !climbs && (OPEN.contains(&path) || path.starts_with(OPEN_BELOW))
}

fn closed(request: &Request) -> Problem {
    let detail = format!("there is nothing at {}", request.uri().path());
    Problem::new(ErrorKind::NotFound, "not_found").detail(detail)
}

fn unavailable(service: &str) -> Problem {
    let detail = format!("the {service} service does not answer: try again in a moment");
    Problem::new(ErrorKind::Unavailable, "service.unreachable").detail(detail)
}

/// Only this request is believed for its cookie alone, so no other site may send it.
fn refuse_foreign_refresh(path: &str, request: &Request) -> Result<(), Problem> {
    let site = request.header("sec-fetch-site");
    if path == "/api/v1/auth/refresh" && site.is_some_and(|site| site != "same-origin") {
        let detail = "tokens are renewed from the portal's own pages only";
        return Err(Problem::new(ErrorKind::Forbidden, "auth.foreign_site").detail(detail));
    }
    Ok(())
}

fn outgoing(
    mut request: Request,
    authority: &Authority,
    path: &str,
    prefix: &str,
) -> Result<http::Request<Bytes>, Problem> {
    let malformed = |error: http::Error| Problem::malformed("request.malformed_url", error.to_string());
    let target = match request.uri().query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let target = PathAndQuery::try_from(target).map_err(|error| malformed(error.into()))?;
    let uri = Uri::builder().scheme(Scheme::HTTP).authority(authority.clone()).path_and_query(target);
    let scheme = request.header("x-forwarded-proto").unwrap_or("http").to_owned();
    let client = forward::Client {
        ip: request.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip),
        scheme: &scheme,
        prefix,
    };
    let headers = forward::request(request.headers(), &client);
    let method = request.method().clone();
    let body = request.take_body().into_bytes_stream().map_ok(Frame::data).boxed();
    let mut outgoing = http::Request::builder()
        .method(method)
        .uri(uri.build().map_err(malformed)?)
        .body(StreamBody::new(body))
        .map_err(malformed)?;
    *outgoing.headers_mut() = headers;
    Ok(outgoing)
}

fn incoming<B>(answer: http::Response<B>, prefix: &str) -> Response
where
    B: http_body::Body<Data = bytes::Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>>
        + Send
        + 'static,
{
    let (parts, body) = answer.into_parts();
    let stream = body.into_data_stream().map_err(std::io::Error::other);
    let mut response = Response::builder().status(parts.status).body(Body::from_bytes_stream(stream));
    *response.headers_mut() = forward::response(&parts.headers, prefix);
    let is_stream = parts.headers.get(http::header::CONTENT_TYPE);
    if is_stream.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream")) {
        // Proxies in front of the portal must not hold events back.
        response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    }
    response
}
