//! Headers of answers. poem prints their names in capitals.

/// The headers that the services send, in their usual spelling.
const KNOWN: [(&str, &str); 10] = [
    ("ETag", "The version of the thing, for `If-Match`."),
    ("Location", "The path of the new thing."),
    ("Link", "The next page, as `<…>; rel=\"next\"` (RFC 8288); absent on the last one."),
    ("Cache-Control", "How long the answer may be kept, and by whom."),
    (
        "Idempotent-Replayed",
        "`true` when the request had its effect before and this is the first answer again.",
    ),
    ("Retry-After", "Seconds after which another try makes sense."),
    ("Content-Disposition", "The suggested name of the file."),
    ("Set-Cookie", "The refresh token, when it was asked for as a cookie."),
    ("X-Request-Id", "The id of this request: the one that was sent, or a new one."),
    ("X-Trace-Id", "The id of the trace that this request belongs to."),
];

/// The usual spelling of a header, and what it says.
pub(super) fn known(name: &str) -> (String, Option<&'static str>) {
    match KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        Some((known, description)) => ((*known).to_owned(), Some(description)),
        None => (capitalised(name), None),
    }
}

/// `X-RATE-LIMIT` as `X-Rate-Limit`.
fn capitalised(name: &str) -> String {
    let words = name.split('-').map(|word| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + &rest.to_ascii_lowercase(),
        None => String::new(),
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_their_names_back() {
        assert_eq!(known("ETAG"), ("ETag".to_owned(), Some("The version of the thing, for `If-Match`.")));
        assert_eq!(known("RATELIMIT-LIMIT"), ("Ratelimit-Limit".to_owned(), None));
    }
}
