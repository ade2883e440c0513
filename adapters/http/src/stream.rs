//! Answers that go on: server-sent events (HTML standard, section 9.2).
//!
//! An operation gives a [`Stream`]: a task that sends events while somebody listens. The edge runs it and does what is
//! the same for all of them: places, heartbeats, slow readers, the end of the token and of the process (`edge::streams`).

use std::marker::PhantomData;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eop_core::kernel::error::ErrorKind;
use futures::FutureExt;
use futures::future::{BoxFuture, pending};
use hyper::body::Bytes;
use poem::http::{HeaderName, HeaderValue};
use poem::{IntoResponse, Request, RequestBody, Response, Result};
use poem_openapi::registry::{
    MetaMediaType, MetaParamIn, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::{ToJSON, Type};
use poem_openapi::{ApiExtractor, ApiExtractorType, ApiResponse, ExtractParamOptions};
use tokio::sync::Notify;
use tokio::sync::mpsc::Sender;
use tokio::sync::mpsc::error::SendTimeoutError;

use crate::problem::Problem;

/// The media type of server-sent events.
pub(crate) const EVENT_STREAM: &str = "text/event-stream";
/// Where a client left off.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// Told to proxies that would hold events back.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");
/// How many events wait for a client.
pub(crate) const BUFFERED: usize = 32;
/// How long a client may leave all of them waiting.
const PATIENCE: Duration = Duration::from_secs(10);

/// 200 with events, until one of both sides has enough.
#[derive(derive_more::Debug)]
#[debug("Stream {{ .. }}")]
pub struct Stream<T> {
    source: Source,
    events: PhantomData<fn() -> T>,
}

/// What sends the events of one stream; an error ends it.
pub(crate) type Source = Box<dyn FnOnce(Queue) -> BoxFuture<'static, Result<(), Problem>> + Send>;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<T> {
    /// Where the stream stands after it: what a client sends as `Last-Event-ID` to go on from there.
    pub id: String,
    /// What clients listen for.
    pub name: &'static str,
    /// Its content.
    pub data: T,
}

/// Where the events of one stream go.
#[derive(derive_more::Debug)]
pub struct Events<T> {
    queue: Queue,
    #[debug(skip)]
    events: PhantomData<fn(T)>,
}

impl<T: ToJSON> Stream<T> {
    /// A stream of what `source` sends. It is dropped, at whatever it waits for, when the stream has to end.
    pub fn new<F, R>(source: F) -> Self
    where
        F: FnOnce(Events<T>) -> R + Send + 'static,
        R: Future<Output = Result<(), Problem>> + Send + 'static,
    {
        let source = |queue| source(Events { queue, events: PhantomData }).boxed();
        Self { source: Box::new(source), events: PhantomData }
    }
}

impl<T: ToJSON> Events<T> {
    /// Sends an event. Waits while the client has not taken earlier ones, and for ever once the stream has to end.
    pub async fn send(&self, event: Event<T>) {
        let data = event.data.to_json_string();
        let text = format!("id: {}\nevent: {}\ndata: {data}\n\n", event.id, event.name);
        self.queue.push(text.into()).await;
    }
}

/// The events that wait for a client.
#[derive(Clone, Debug)]
pub(crate) struct Queue {
    frames: Sender<Bytes>,
    sent: Arc<AtomicU64>,
    is_stuck: Arc<Notify>,
}

impl Queue {
    pub(crate) fn new(frames: Sender<Bytes>) -> Self {
        Self { frames, sent: Arc::default(), is_stuck: Arc::default() }
    }

    async fn push(&self, frame: Bytes) {
        match self.frames.send_timeout(frame, PATIENCE).await {
            Ok(()) => {
                self.sent.fetch_add(1, Relaxed);
            }
            Err(SendTimeoutError::Timeout(_)) => {
                self.is_stuck.notify_one();
                pending::<()>().await;
            }
            Err(SendTimeoutError::Closed(_)) => pending().await,
        }
    }

    /// How many events were sent.
    pub(crate) fn sent(&self) -> u64 {
        self.sent.load(Relaxed)
    }

    /// Waits until the client has taken nothing for too long.
    pub(crate) async fn stuck(&self) {
        self.is_stuck.notified().await;
    }

    /// A comment, unless there is something else to read.
    pub(crate) fn beat(&self) {
        if self.frames.capacity() == self.frames.max_capacity() {
            // Full it is not, and that the client is gone is seen elsewhere.
            let _sent = self.frames.try_send(Bytes::from_static(b": still here\n\n"));
        }
    }

    /// Waits until the client is gone.
    pub(crate) async fn abandoned(&self) {
        self.frames.closed().await;
    }
}

/// The source of an answer on its way to the edge, which takes it once.
#[derive(Clone)]
pub(crate) struct Unopened(Arc<Mutex<Option<Source>>>);

impl Unopened {
    /// The source of `answer`, if that is a stream.
    pub(crate) fn take_from(answer: &mut Response) -> Option<Source> {
        let unopened = answer.extensions_mut().remove::<Self>()?;
        // Nothing is done under this lock that could panic.
        let mut source = unopened.0.lock().unwrap_or_else(PoisonError::into_inner);
        source.take()
    }
}

impl<T> IntoResponse for Stream<T> {
    fn into_response(self) -> Response {
        Response::builder()
            .content_type(EVENT_STREAM)
            .header(X_ACCEL_BUFFERING, HeaderValue::from_static("no"))
            .extension(Unopened(Arc::new(Mutex::new(Some(self.source)))))
            .finish()
    }
}

impl<T: Type> ApiResponse for Stream<T> {
    fn meta() -> MetaResponses {
        // As poem has it; the documents say what one event holds.
        let events = MetaSchema { items: Some(Box::new(T::schema_ref())), ..MetaSchema::new("array") };
        MetaResponses {
            responses: vec![MetaResponse {
                description: "Server-sent events. A comment every 15 s keeps the connection open.",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: EVENT_STREAM,
                    schema: MetaSchemaRef::Inline(Box::new(events)),
                }],
                headers: Vec::new(),
            }],
        }
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// The `Last-Event-ID` header of a client that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastEventId(Option<String>);

impl LastEventId {
    /// The position that it names, by `read`; `None` for a client that is new.
    ///
    /// # Errors
    /// 422 `stream.position_invalid` when it is no id of this stream.
    pub fn position<P>(&self, read: impl FnOnce(&str) -> Option<P>) -> Result<Option<P>, Problem> {
        self.0.as_deref().map(|id| read(id).ok_or_else(refused)).transpose()
    }
}

fn refused() -> Problem {
    Problem::new(ErrorKind::Invalid, "stream.position_invalid").detail(
        "Last-Event-ID is not the id of an event of this stream: leave it out to begin with what comes next",
    )
}

/// An account with `most` streams wants one more.
#[must_use]
pub fn too_many(most: usize) -> Problem {
    Problem::new(ErrorKind::Limited, "stream.too_many").retry_after(5).detail(format!(
        "this account has {most} streams open: close one, or share one among the pages of a browser"
    ))
}

impl<'a> ApiExtractor<'a> for LastEventId {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Header)
    }

    /// The title names the header; see `openapi::parameters`.
    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema {
            title: Some("Last-Event-ID".to_owned()),
            max_length: Some(1024),
            ..MetaSchema::new("string")
        })))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let mut values = request.headers().get_all(LAST_EVENT_ID).iter();
        match (values.next(), values.next()) {
            (None, _) => Ok(Self(None)),
            // A client that has seen no id sends none, or an empty one.
            (Some(value), None) if value.is_empty() => Ok(Self(None)),
            (Some(value), None) => Ok(Self(Some(value.to_str().map(str::to_owned).map_err(|_| refused())?))),
            (Some(_), Some(_)) => Err(refused().into()),
        }
    }
}
