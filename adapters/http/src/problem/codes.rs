//! The codes of the edge: of what is wrong with a request before, or whatever, an operation does.
//!
//! The codes of the domain stand beside its errors. `docs/API-DESIGN.md` has both, made from the lists by a test.

/// Code and status, in the order of the documentation.
pub const EDGE: &[(&str, u16)] = &[
    ("request.malformed_head", 400),
    ("request.malformed_host", 400),
    ("request.malformed_url", 400),
    ("request.malformed_body", 400),
    ("request.body_interrupted", 400),
    ("request.invalid_path", 400),
    ("request.invalid_parameter", 400),
    ("request.unknown_parameter", 400),
    ("request.repeated_parameter", 400),
    ("request.refused", 400),
    ("idempotency.malformed_key", 400),
    ("precondition.malformed", 400),
    ("auth.token_missing", 401),
    ("auth.token_invalid", 401),
    ("auth.token_expired", 401),
    ("auth.session_ended", 401),
    ("auth.token_superseded", 401),
    ("auth.foreign_origin", 403),
    ("route.not_found", 404),
    ("route.method_not_allowed", 405),
    ("request.body_timeout", 408),
    ("request.body_too_large", 413),
    ("request.url_too_long", 414),
    ("request.unsupported_media_type", 415),
    ("request.unsupported_encoding", 415),
    ("request.foreign_host", 421),
    ("request.invalid_body", 422),
    ("page.cursor_invalid", 422),
    ("stream.position_invalid", 422),
    ("stream.too_many", 429),
    ("request.head_too_large", 431),
    ("auth.keys_unavailable", 503),
    ("auth.session_unchecked", 503),
    ("service.overloaded", 503),
    ("service.timeout", 503),
    ("internal", 500),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use regex::Regex;

    use super::*;

    /// Every text of the form of a code in the sources below `folder`, tests and this list aside.
    fn written(folder: &Path, found: &mut BTreeSet<String>) {
        let code = Regex::new(
            r#""((?:request|idempotency|precondition|auth|route|page|stream|service)\.[a-z_]+|internal)""#,
        );
        let code = code.unwrap();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                written(&path, found);
            } else if !path.ends_with("problem/codes.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
                found.extend(code.captures_iter(shipped).map(|found| found[1].to_owned()));
            }
        }
    }

    #[test]
    fn the_list_has_every_code_that_is_written_and_no_other() {
        let mut found = BTreeSet::new();
        written(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        let listed: BTreeSet<String> = EDGE.iter().map(|(code, _)| (*code).to_owned()).collect();
        assert_eq!(found, listed);
    }
}
