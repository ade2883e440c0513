//! What is done to an answer on its way out: nothing new to say (304), the next page, and compression.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::body::Body as _;
use poem::http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, VARY,
};
use poem::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use poem::{Body, Request, Response};

use crate::page::NextPage;
use crate::stream::EVENT_STREAM;

/// Smaller answers fit into one packet either way.
const MIN_BYTES: u64 = 1024;
/// Larger ones are compressed beside the executor.
const INLINE_BYTES: u64 = 64 * 1024;

/// What of a request decides how its answer is dressed.
#[derive(Debug)]
pub(super) struct Wishes {
    is_reading: bool,
    known: Vec<HeaderValue>,
    coding: Option<Coding>,
    uri: Uri,
}

/// A way of compressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Brotli,
    Zstd,
    Gzip,
}

impl Wishes {
    pub(super) fn of(request: &Request) -> Self {
        let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
        let headers = request.headers();
        let known =
            if is_reading { headers.get_all(IF_NONE_MATCH).iter().cloned().collect() } else { Vec::new() };
        let coding = if is_reading { Coding::wanted(headers) } else { None };
        Self { is_reading, known, coding, uri: request.uri().clone() }
    }

    /// Dresses the answer. Only answers to GET and HEAD are: what others hold, tokens above all, is not compressed
    /// beside what a stranger may have put into it.
    pub(super) async fn dress(self, mut answer: Response) -> Response {
        if let Some(NextPage(cursor)) = answer.data::<NextPage>()
            && let Some(link) = next_page(&self.uri, cursor)
        {
            answer.headers_mut().insert(LINK, link);
        }
        if !self.is_reading || answer.status() != StatusCode::OK {
            return answer;
        }
        if self.is_known(answer.headers()) {
            return unchanged(answer);
        }
        self.compress(answer).await
    }

    /// Whether the client has what `ETag` names (RFC 9110, section 13.1.2: compared weakly).
    fn is_known(&self, headers: &HeaderMap) -> bool {
        let Some(current) = headers.get(ETAG).and_then(|tag| tag.to_str().ok()) else { return false };
        let strong = |tag: &'_ str| tag.trim().trim_start_matches("W/").to_owned();
        let current = strong(current);
        let known = self.known.iter().filter_map(|value| value.to_str().ok());
        known.flat_map(|value| value.split(',')).any(|tag| tag.trim() == "*" || strong(tag) == current)
    }

    async fn compress(self, mut answer: Response) -> Response {
        let headers = answer.headers();
        // An ETag is a version here, and the same for every coding; it would have to differ (RFC 9110, 8.8.3.3).
        if headers.contains_key(CONTENT_ENCODING) || headers.contains_key(ETAG) || !is_text(headers) {
            return answer;
        }
        answer.headers_mut().append(VARY, HeaderValue::from_static("Accept-Encoding"));
        let Some(coding) = self.coding else { return answer };
        let (parts, body) = answer.into_parts();
        let frames: hyper::Response<_> = Response::from(body).into();
        let frames = frames.into_body();
        let size = frames.size_hint().exact();
        let body = Body::from(frames);
        let Some(size) = size.filter(|size| *size >= MIN_BYTES) else {
            return Response::from_parts(parts, body);
        };
        let Ok(plain) = body.into_bytes().await else {
            // A body of known size is in memory, and memory does not fail.
            return Response::from_parts(parts, Body::empty());
        };
        let compressed = if size > INLINE_BYTES {
            let plain = plain.clone();
            tokio::task::spawn_blocking(move || coding.compress(&plain)).await.map_err(io::Error::other)
        } else {
            Ok(coding.compress(&plain))
        };
        match compressed.and_then(|outcome| outcome) {
            Ok(small) if small.len() < plain.len() => {
                let mut answer = Response::from_parts(parts, Body::from_vec(small));
                answer.headers_mut().remove(CONTENT_LENGTH);
                answer.headers_mut().insert(CONTENT_ENCODING, coding.name());
                answer
            }
            _ => Response::from_parts(parts, Body::from_bytes(plain)),
        }
    }
}

impl Coding {
    /// The best of what the client accepts (RFC 9110, section 12.5.3); `None` to send the answer as it is.
    fn wanted(headers: &HeaderMap) -> Option<Self> {
        if !headers.contains_key(ACCEPT_ENCODING) {
            return None;
        }
        // The first of equals wins.
        let best = [(Self::Zstd, "zstd"), (Self::Brotli, "br"), (Self::Gzip, "gzip")]
            .into_iter()
            .map(|(coding, name)| (coding, weight(headers, name)))
            .rev()
            .max_by_key(|(_, weight)| *weight)?;
        (best.1 > 0).then_some(best.0)
    }

    fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
        })
    }

    /// Compresses at the level where one more costs more time than it saves on the way.
    fn compress(self, plain: &[u8]) -> io::Result<Vec<u8>> {
        let target = Vec::with_capacity(plain.len() / 4);
        match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(target, 4096, 4, 22);
                writer.write_all(plain)?;
                Ok(writer.into_inner())
            }
            Self::Zstd => zstd::encode_all(plain, 3),
            Self::Gzip => {
                let mut writer = GzEncoder::new(target, Compression::new(5));
                writer.write_all(plain)?;
                writer.finish()
            }
        }
    }
}

/// Whether the client takes gzip, for what is kept compressed.
pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    weight(headers, "gzip") > 0
}

/// The weight of a coding; that of `*` where it is not named, and 0 without either.
fn weight(headers: &HeaderMap, coding: &str) -> u16 {
    let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let offers: Vec<_> = lines.flat_map(|line| line.split(',')).filter_map(offer).collect();
    let of = |wanted: &str| {
        offers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, weight)| *weight)
    };
    of(coding).or_else(|| of("*")).unwrap_or(0)
}

/// One entry of `Accept-Encoding` with its weight in thousandths.
fn offer(entry: &str) -> Option<(&str, u16)> {
    let (name, parameters) = entry.split_once(';').unwrap_or((entry, ""));
    let weight = match parameters.trim().split_once('=') {
        None => 1000,
        Some((q, weight)) if q.trim().eq_ignore_ascii_case("q") => thousandths(weight.trim())?,
        Some(_) => return None,
    };
    Some((name.trim(), weight))
}

/// `0.5` as 500 (RFC 9110, section 12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = fraction.len() <= 3 && fraction.bytes().all(|b| b.is_ascii_digit());
    let fraction = format!("{fraction:0<3}").parse::<u16>().ok().filter(|_| digits)?;
    match whole {
        "0" => Some(fraction),
        "1" => Some(1000),
        _ => None,
    }
}

/// Whether the answer is text, which shrinks.
fn is_text(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence != EVENT_STREAM
        && (essence.starts_with("text/")
            || [
                "application/json",
                "application/openmetrics-text",
                "application/javascript",
                "image/svg+xml",
            ]
            .contains(&essence)
            || essence.ends_with("+json"))
}

/// 304 with the headers that matter to what the client has (RFC 9110, section 15.4.5).
fn unchanged(mut answer: Response) -> Response {
    answer.set_status(StatusCode::NOT_MODIFIED);
    answer.set_body(Body::empty());
    for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
        answer.headers_mut().remove(name);
    }
    answer
}

/// The address of the next page, relative to this one (RFC 8288).
fn next_page(uri: &Uri, cursor: &str) -> Option<HeaderValue> {
    let query = uri.query().unwrap_or_default();
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let cursor = format!("cursor={cursor}");
    let query: Vec<_> = kept.chain([cursor.as_str()]).collect();
    // The query came through an HTTP parser, and a cursor is base64url: neither has a `>`.
    HeaderValue::try_from(format!("<{}?{}>; rel=\"next\"", uri.path(), query.join("&"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(accept: &'static str) -> Option<Coding> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(accept));
        Coding::wanted(&headers)
    }

    #[test]
    fn the_best_accepted_coding_is_chosen() {
        for (accept, coding) in [
            ("gzip", Some(Coding::Gzip)),
            ("gzip, deflate, br, zstd", Some(Coding::Zstd)),
            ("gzip, br", Some(Coding::Brotli)),
            ("gzip;q=1.0, br;q=0.5", Some(Coding::Gzip)),
            ("GZIP", Some(Coding::Gzip)),
            ("*", Some(Coding::Zstd)),
            ("*, zstd;q=0", Some(Coding::Brotli)),
            ("gzip;q=0", None),
            ("identity", None),
            ("deflate", None),
            ("", None),
            ("gzip;q=2", None),
            ("gzip;q=0.5555", None),
            ("gzip;level=9", None),
        ] {
            assert_eq!(wanted(accept), coding, "{accept:?}");
        }
        assert_eq!(Coding::wanted(&HeaderMap::new()), None);
    }

    #[test]
    fn the_next_page_has_the_same_filters() {
        let next = |uri: &str| next_page(&uri.parse().unwrap(), "c2").unwrap();
        assert_eq!(next("/api/v1/orders"), "</api/v1/orders?cursor=c2>; rel=\"next\"");
        assert_eq!(
            next("/api/v1/orders?limit=2&cursor=c1&status=CREATED"),
            "</api/v1/orders?limit=2&status=CREATED&cursor=c2>; rel=\"next\""
        );
    }

    #[test]
    fn what_is_compressed_is_the_same_text() {
        let text = "all work and no play makes a dull order ".repeat(100);
        let gzip = Coding::Gzip.compress(text.as_bytes()).unwrap();
        let mut plain = String::new();
        io::Read::read_to_string(&mut flate2::read::GzDecoder::new(gzip.as_slice()), &mut plain).unwrap();
        assert_eq!(plain, text);
        let zstd = Coding::Zstd.compress(text.as_bytes()).unwrap();
        assert_eq!(zstd::decode_all(zstd.as_slice()).unwrap(), text.as_bytes());
        let brotli = Coding::Brotli.compress(text.as_bytes()).unwrap();
        let mut plain = String::new();
        io::Read::read_to_string(&mut brotli::Decompressor::new(brotli.as_slice(), 4096), &mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }
}
