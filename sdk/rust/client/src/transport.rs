//! Makes requests and repeats them.

use std::fmt;
use std::time::Instant;

use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::{Request, Response, StatusCode, Url};
use tokio::time::{sleep, timeout_at};

use crate::config::Config;
use crate::error::{ApiError, Error, reason_of};
use crate::repeat::{is_passing, is_repeatable, pause_after};
use crate::session::Session;

/// How a request goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// With a token.
    Usual,
    /// Without one.
    Open,
    /// With a token, and the answer is read as it comes.
    Stream,
}

/// What all calls of a platform share.
pub struct Transport {
    pub(crate) config: Config,
    pub(crate) session: Session,
}

/// Where it leads; who calls is nobody's business.
impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport").field("bases", &self.config.bases).finish_non_exhaustive()
    }
}

impl Transport {
    /// A good answer, after as many tries as it takes and the time allows.
    pub(crate) async fn exchange(&self, request: Request, way: Way) -> Result<Response, Error> {
        let ends_at = Instant::now() + self.config.timeout;
        let tries = self.tries(request, way, ends_at);
        timeout_at(ends_at.into(), tries).await.unwrap_or(Err(Error::DeadlineExceeded))
    }

    async fn tries(&self, given: Request, way: Way, ends_at: Instant) -> Result<Response, Error> {
        let is_repeatable = is_repeatable(given.method(), given.url().path());
        let mut request = self.prepared(given)?;
        let (mut tries, mut is_renewed) = (0, false);
        loop {
            let token = if way == Way::Open { None } else { self.session.token(self, None).await? };
            if let Some(token) = &token {
                request.headers_mut().insert("authorization", header(&format!("Bearer {token}"))?);
            }
            let again = request.try_clone().ok_or_else(|| Error::Request("its body can be sent once only".into()))?;
            let (fault, may_repeat, asked) = match self.once(again, way).await {
                Ok(Ok(response)) => return Ok(response),
                Ok(Err(refused)) if refused.status == 401 && token.is_some() && !is_renewed => {
                    is_renewed = true;
                    self.session.token(self, token.as_deref()).await?;
                    continue;
                }
                Ok(Err(refused)) => {
                    let (may, after) = (is_passing(&refused, is_repeatable), refused.retry_after);
                    (Error::from(refused), may, after)
                }
                Err(fault) => (Error::NoAnswer(reason_of(&fault)), is_repeatable, None),
            };
            let pause = asked.unwrap_or_else(|| pause_after(tries));
            // Whoever is told to come back after the deadline need not wait for it.
            if !may_repeat || tries >= self.config.retries || Instant::now() + pause >= ends_at {
                return Err(fault);
            }
            sleep(pause).await;
            tries += 1;
        }
    }

    /// One try. The whole answer is read, so that a connection that ends in the middle of it is a failed one.
    async fn once(&self, request: Request, way: Way) -> reqwest::Result<Result<Response, ApiError>> {
        let response = self.config.http.execute(request).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        if way == Way::Stream && status.is_success() {
            return Ok(Ok(response));
        }
        let body = response.bytes().await?;
        if !status.is_success() {
            return Ok(Err(ApiError::of(status.as_u16(), &headers, &body)));
        }
        let mut answer = http::Response::new(body);
        (*answer.status_mut(), *answer.headers_mut()) = (status, headers);
        Ok(Ok(answer.into()))
    }

    /// The request as it goes out: to its service, with what every request has.
    fn prepared(&self, mut request: Request) -> Result<Request, Error> {
        let path = request.url().path().to_owned();
        let base = self.config.bases.iter().find_map(|(service, base)| {
            let rest = path.strip_prefix("/services/")?.strip_prefix(service)?;
            rest.starts_with('/').then(|| format!("{base}{rest}"))
        });
        let mut url = base
            .and_then(|url| Url::parse(&url).ok())
            .ok_or_else(|| Error::Request(format!("{path} leads to no service: is the address of the platform one?")))?;
        url.set_query(request.url().query());
        *request.url_mut() = url;
        let is_post = request.method() == reqwest::Method::POST;
        let agent = self.config.user_agent.as_deref().map(|agent| format!(" {agent}")).unwrap_or_default();
        let headers: &mut HeaderMap = request.headers_mut();
        headers.insert("user-agent", header(&format!("eop-sdk-rust/{}{agent}", crate::VERSION))?);
        let trace = self.config.traceparent.as_ref().and_then(|give| give()).unwrap_or_else(new_trace);
        headers.insert("traceparent", header(&trace)?);
        if is_post && !headers.contains_key("idempotency-key") {
            headers.insert("idempotency-key", header(&uuid::Uuid::new_v4().to_string())?);
        }
        Ok(request)
    }
}

/// What went wrong, as an answer: the generated code hands on nothing else.
pub(crate) fn answer_of(error: Error) -> Response {
    let mut answer = http::Response::new(Vec::new());
    *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    answer.extensions_mut().insert(error);
    answer.into()
}

fn header(text: &str) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(text).map_err(|_| Error::Request(format!("{text:?} cannot be sent as a header")))
}

fn new_trace() -> String {
    format!("00-{:032x}-{:016x}-01", fastrand::u128(1..), fastrand::u64(1..))
}
