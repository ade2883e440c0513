//! Headers of every answer: what browsers must not do with it, and how to name it in a question to us.

use poem::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use poem::http::{HeaderMap, HeaderName, HeaderValue};

use crate::request::RequestContext;
use crate::request_id::X_REQUEST_ID;
use crate::trace::X_TRACE_ID;

/// Two years, as the preload list asks.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// Adds the security headers; what a page has set for itself stays.
pub(crate) fn secure(headers: &mut HeaderMap, is_https: bool) {
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(X_FRAME_OPTIONS, "DENY");
    default(REFERRER_POLICY, "no-referrer");
    default(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    default(CACHE_CONTROL, "no-store");
    if is_https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HSTS);
    }
}

/// A header for people, such as `User-Agent`, as text: UTF-8 where it is that, else ISO 8859-1, as such headers once
/// were (RFC 9110, section 5.5), without control characters.
pub(super) fn text(value: &HeaderValue) -> String {
    let bytes = value.as_bytes();
    let visible = |text: &str| text.chars().filter(|c| !c.is_control()).collect();
    match std::str::from_utf8(bytes) {
        Ok(text) => visible(text),
        Err(_) => visible(&bytes.iter().copied().map(char::from).collect::<String>()),
    }
}

/// Adds the ids of the request and its trace.
pub(super) fn identify(headers: &mut HeaderMap, context: &RequestContext) {
    let ids =
        [(X_REQUEST_ID, context.origin().request_id.as_deref()), (X_TRACE_ID, context.origin().trace_id())];
    for (name, id) in ids {
        if let Some(value) = id.and_then(|id| HeaderValue::from_str(id).ok()) {
            headers.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_either_age_is_read() {
        let of = |bytes: &[u8]| text(&HeaderValue::from_bytes(bytes).unwrap());
        assert_eq!(of("São/1".as_bytes()), "São/1");
        assert_eq!(of(b"S\xe3o/1"), "São/1");
        assert_eq!(of(b"a\tb\x85"), "ab");
        assert_eq!(of("a\u{85}b".as_bytes()), "ab");
    }
}
