//! Answers of operations that change or show one thing: JSON with `ETag`, `Location` and the mark of a replay.

use eop_core::kernel::commit::Version;
use poem::http::{HeaderName, HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::{Json, Payload};
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::{ToJSON, Type};

use crate::idempotency::IDEMPOTENT_REPLAYED;
use crate::preconditions::etag;

/// A JSON answer with status `STATUS`.
#[derive(Clone, Debug)]
pub struct Answer<T, const STATUS: u16> {
    body: T,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// 200 with a thing and its version.
pub type Shown<T> = Answer<T, 200>;
/// 201 with a new thing and where it is.
pub type Created<T> = Answer<T, 201>;
/// 207 with what came of each part.
pub type MultiStatus<T> = Answer<T, 207>;

impl<T, const STATUS: u16> Answer<T, STATUS> {
    /// An answer with this body.
    #[must_use]
    pub fn new(body: T) -> Self {
        Self { body, headers: Vec::new() }
    }

    /// The version of the thing, as `ETag`.
    #[must_use]
    pub fn version(self, version: Version) -> Self {
        self.with(header::ETAG, &etag(version))
    }

    /// Where the thing is.
    #[must_use]
    pub fn location(self, path: &str) -> Self {
        self.with(header::LOCATION, path)
    }

    /// Marks the answer when the request had its effect before.
    #[must_use]
    pub fn replayed(self, is_replay: bool) -> Self {
        if is_replay { self.with(IDEMPOTENT_REPLAYED, "true") } else { self }
    }

    fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }
}

impl<T: ToJSON, const STATUS: u16> IntoResponse for Answer<T, STATUS> {
    fn into_response(self) -> Response {
        let mut response = Json(self.body).into_response();
        response.set_status(StatusCode::from_u16(STATUS).unwrap_or(StatusCode::OK));
        for (name, value) in self.headers {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

impl<T: Type + ToJSON, const STATUS: u16> ApiResponse for Answer<T, STATUS> {
    fn meta() -> MetaResponses {
        let mut headers = vec![text_header("Idempotent-Replayed")];
        if STATUS != 207 {
            headers.insert(0, text_header("ETag"));
        }
        if STATUS == 201 {
            headers.push(text_header("Location"));
        }
        MetaResponses {
            responses: vec![MetaResponse {
                description: "",
                status: Some(STATUS),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: <Json<T> as Payload>::CONTENT_TYPE,
                    schema: T::schema_ref(),
                }],
                headers,
            }],
        }
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// A header that the normaliser describes.
pub(crate) fn text_header(name: &str) -> MetaHeader {
    MetaHeader {
        name: name.to_owned(),
        description: None,
        required: false,
        deprecated: false,
        schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
    }
}

/// 202: the request was accepted, and the answer is the same whatever it leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted;

/// 204: done, and there is nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoContent;

impl IntoResponse for Accepted {
    fn into_response(self) -> Response {
        StatusCode::ACCEPTED.into()
    }
}

impl IntoResponse for NoContent {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into()
    }
}

impl ApiResponse for Accepted {
    fn meta() -> MetaResponses {
        empty(202, "Accepted; the answer is the same whatever it leads to.")
    }
    fn register(_registry: &mut Registry) {}
}

impl ApiResponse for NoContent {
    fn meta() -> MetaResponses {
        empty(204, "Done.")
    }
    fn register(_registry: &mut Registry) {}
}

fn empty(status: u16, description: &'static str) -> MetaResponses {
    MetaResponses {
        responses: vec![MetaResponse {
            description,
            status: Some(status),
            status_range: None,
            content: Vec::new(),
            headers: Vec::new(),
        }],
    }
}
