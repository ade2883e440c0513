//! What no request may contain: bytes that frameworks would skip in silence and databases would choke on.

use poem::Request;
use poem::http::Uri;

use crate::problem::Problem;

/// Refuses header values outside visible ASCII, which extractors treat as if they were absent.
pub(super) fn headers(request: &Request) -> Result<(), Problem> {
    match request.headers().iter().find(|(_, value)| value.to_str().is_err()) {
        Some((name, _)) => Err(Problem::malformed(
            "request.malformed_header",
            format!("the header `{name}` has characters outside visible ASCII"),
        )),
        None => Ok(()),
    }
}

/// Refuses NUL and bytes that are not UTF-8 behind percent escapes.
pub(super) fn uri(uri: &Uri) -> Result<(), Problem> {
    for (part, text) in [("path", uri.path()), ("query", uri.query().unwrap_or_default())] {
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
        if !decoded.is_ok_and(|decoded| !decoded.contains('\0')) {
            return Err(Problem::malformed(
                "request.malformed_url",
                format!("the {part} of the URL has escapes that are not UTF-8, or U+0000"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_must_be_utf8_without_nul() {
        for good in ["/a/%C3%BC?q=%E2%82%AC", "/", "/a?x=1+2&y=%"] {
            assert!(super::uri(&good.parse().unwrap()).is_ok(), "{good}");
        }
        for bad in ["/a/%00", "/a?q=%00", "/%d0", "/a?q=%ff%fe", "/a?%00=1"] {
            let problem = super::uri(&bad.parse().unwrap()).unwrap_err();
            assert_eq!(problem.code(), "request.malformed_url", "{bad}");
        }
    }
}
