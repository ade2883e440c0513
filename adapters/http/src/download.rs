//! Answers that are a file, made while it is sent.

use std::io;

use futures::{Stream, StreamExt};
use hyper::body::Bytes;
use poem::http::{HeaderValue, header};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

use crate::answer::text_header;
use crate::problem::Problem;

/// The media type of comma-separated values (RFC 4180).
const CSV: &str = "text/csv; charset=utf-8; header=present";

/// 200 with a file of comma-separated values.
///
/// It is made while it is sent and no faster, and no more once the client is gone. When it cannot be made to its end, the
/// connection breaks off: a client that reads to the end of the answer knows that it has all of it.
#[derive(derive_more::Debug)]
#[debug("CsvFile {{ {name:?}, .. }}")]
pub struct CsvFile {
    name: String,
    body: Body,
}

impl CsvFile {
    /// A file that is saved as `name` (letters, digits, `.`, `-` and `_`) and made of `parts`.
    pub fn new(
        name: impl Into<String>,
        parts: impl Stream<Item = Result<Bytes, Problem>> + Send + 'static,
    ) -> Self {
        let parts = parts.map(|part| {
            part.map_err(|problem| {
                let cause = problem.cause().unwrap_or(problem.code()).to_owned();
                tracing::warn!(cause, "a file broke off: it could not be made to its end");
                io::Error::other(problem)
            })
        });
        Self { name: name.into(), body: Body::from_bytes_stream(parts) }
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        let mut response = Response::builder().content_type(CSV).body(self.body);
        let headers = response.headers_mut();
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        if let Ok(disposition) = HeaderValue::try_from(disposition) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        // It holds what only this caller may see.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

impl ApiResponse for CsvFile {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "A file, sent while it is made. One that breaks off is not whole.",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: CSV,
                    schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
                }],
                headers: vec![text_header("Content-Disposition")],
            }],
        }
    }

    fn register(_registry: &mut Registry) {}
}
