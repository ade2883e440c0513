//! What no URL may contain: what frameworks would skip in silence and databases would choke on.
//!
//! Headers are not looked at here: whoever reads one decodes it with care, and what nobody reads, such as what a proxy
//! adds about the client, may hold whatever HTTP permits (RFC 9110, section 5.5).

use poem::http::Uri;

use crate::problem::Problem;

/// Refuses `%` without two hexadecimal digits, NUL, and bytes that are not UTF-8 behind percent escapes.
pub(super) fn uri(uri: &Uri) -> Result<(), Problem> {
    for (part, text) in [("path", uri.path()), ("query", uri.query().unwrap_or_default())] {
        if !text.contains('%') {
            continue;
        }
        if !has_whole_escapes(text) {
            return Err(Problem::malformed(
                "request.malformed_url",
                format!(
                    "the {part} of the URL has a % without two hexadecimal digits: write a percent sign as %25"
                ),
            ));
        }
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

fn has_whole_escapes(text: &str) -> bool {
    let mut escapes = text.split('%');
    // What comes before the first % is no escape.
    escapes.next();
    escapes
        .all(|rest| rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_must_be_whole_and_utf8_without_nul() {
        for good in ["/a/%C3%BC?q=%E2%82%AC", "/", "/a?x=1+2&y=%25", "/a%2fb"] {
            assert!(super::uri(&good.parse().unwrap()).is_ok(), "{good}");
        }
        for bad in [
            "/a/%00",
            "/a?q=%00",
            "/%d0",
            "/a?q=%ff%fe",
            "/a?%00=1",
            "/a?q=%zz",
            "/a?q=%",
            "/a?q=%4",
            "/%4x",
            "/a%",
        ] {
            let problem = super::uri(&bad.parse().unwrap()).unwrap_err();
            assert_eq!(problem.code(), "request.malformed_url", "{bad}");
        }
    }
}
