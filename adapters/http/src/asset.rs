//! Something that stays the same while the process lives: a document, a page, a script.

use std::io::Write;
use std::sync::OnceLock;

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::body::Bytes;
use poem::http::header;
use poem::{Body, Endpoint, Request, Response, Result};

use crate::edge::accepts_gzip;

/// Content with its `ETag`, compressed once for all who accept that. Clients keep it and ask whether it has changed.
#[derive(derive_more::Debug)]
pub struct Asset {
    content_type: &'static str,
    #[debug(skip)]
    content: Bytes,
    #[debug(skip)]
    tag: String,
    /// Empty where it would not be smaller.
    #[debug(skip)]
    gzip: OnceLock<Bytes>,
}

impl Asset {
    /// An asset with this content.
    #[must_use]
    pub fn new(content_type: &'static str, content: impl Into<Bytes>) -> Self {
        let content = content.into();
        Self { content_type, tag: tag(&content), content, gzip: OnceLock::new() }
    }

    fn gzip(&self) -> &Bytes {
        self.gzip.get_or_init(|| {
            let mut writer = GzEncoder::new(Vec::new(), Compression::default());
            let written = writer.write_all(&self.content).and_then(|()| writer.finish());
            written.ok().filter(|small| small.len() < self.content.len()).unwrap_or_default().into()
        })
    }

    /// The answer that suits the request.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Response {
        let answer = Response::builder()
            .content_type(self.content_type)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(header::VARY, "Accept-Encoding");
        let small = if accepts_gzip(request.headers()) { self.gzip().clone() } else { Bytes::new() };
        if small.is_empty() {
            let answer = answer.header(header::ETAG, format!("\"{}\"", self.tag));
            return answer.body(Body::from_bytes(self.content.clone()));
        }
        answer
            .header(header::CONTENT_ENCODING, "gzip")
            // Another coding is another representation (RFC 9110, section 8.8.3.3).
            .header(header::ETAG, format!("\"{}-gzip\"", self.tag))
            .body(Body::from_bytes(small))
    }
}

/// Names the content: the first half of its SHA-256.
#[must_use]
pub fn tag(content: &[u8]) -> String {
    let hash = digest::digest(&digest::SHA256, content);
    URL_SAFE_NO_PAD.encode(hash.as_ref().get(..16).unwrap_or_default())
}

impl Endpoint for Asset {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        Ok(self.answer(&request))
    }
}
