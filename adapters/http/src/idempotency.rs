//! `Idempotency-Key`: a request that may be repeated takes effect once.

use aws_lc_rs::digest;
use eop_core::kernel::commit::{Fingerprint, Idempotency};
use poem::http::{HeaderName, Method};
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::Value;

use crate::problem::Problem;

/// The request header.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The response header that marks a repeated answer.
pub const IDEMPOTENT_REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// The longest key.
const MAX_KEY_LENGTH: usize = 255;

/// The client's key, if it sent one, with the fingerprint of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<Idempotency>);

/// What the request asked for; computed by the edge, which has read the body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestFingerprint(pub(crate) Fingerprint);

/// SHA-256 over method, path and body. A body that is JSON (`json`) counts by its content: spacing and the order of
/// members do not make another request of it.
pub(crate) fn fingerprint(method: &Method, path: &str, body: &[u8], json: Option<Value>) -> Fingerprint {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in [method.as_str().as_bytes(), path.as_bytes()] {
        context.update(part);
        context.update(b"\n");
    }
    match json {
        Some(mut json) => {
            json.sort_all_objects();
            context.update(json.to_string().as_bytes());
        }
        None => context.update(body),
    }
    let mut bytes = [0; 32];
    bytes.copy_from_slice(context.finish().as_ref());
    Fingerprint(bytes)
}

fn check(key: &str) -> Result<(), Problem> {
    let acceptable = (1..=MAX_KEY_LENGTH).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
    if acceptable {
        return Ok(());
    }
    Err(Problem::malformed(
        "idempotency.malformed_key",
        "Idempotency-Key must be 1 to 255 visible ASCII characters; a random UUID is a good one",
    ))
}

impl<'a> ApiExtractor<'a> for IdempotencyKey {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Header)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        // The title names the header; see `openapi::parameters`.
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema {
            title: Some("Idempotency-Key".to_owned()),
            min_length: Some(1),
            max_length: Some(MAX_KEY_LENGTH),
            pattern: Some("^[!-~]+$".to_owned()),
            ..MetaSchema::new("string")
        })))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let mut values = request.headers().get_all(IDEMPOTENCY_KEY).iter();
        let Some(value) = values.next() else { return Ok(Self(None)) };
        if values.next().is_some() {
            return Err(Problem::malformed(
                "idempotency.malformed_key",
                "Idempotency-Key may be sent once only",
            )
            .into());
        }
        let key = value.to_str().unwrap_or_default();
        check(key)?;
        let RequestFingerprint(fingerprint) =
            request.data::<RequestFingerprint>().copied().unwrap_or_else(|| {
                RequestFingerprint(fingerprint(request.method(), request.uri().path(), b"", None))
            });
        Ok(Self(Some(Idempotency { key: key.to_owned(), fingerprint })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_and_order_do_not_matter_but_content_does() {
        let print = |method: &Method, path: &str, body: &str| {
            fingerprint(method, path, body.as_bytes(), serde_json::from_str(body).ok())
        };
        let of = |body: &str| print(&Method::POST, "/orders", body);
        assert_eq!(
            of(r#"{"a":1,"b":{"d":[1,2],"c":3}}"#),
            of("{ \"b\": {\"c\":3, \"d\":[1, 2]},\n\"a\": 1}")
        );
        assert_ne!(of(r#"{"a":1}"#), of(r#"{"a":2}"#));
        assert_ne!(of(r#"{"d":[1,2]}"#), of(r#"{"d":[2,1]}"#));
        assert_ne!(of("not JSON"), of("not  JSON"));
        assert_ne!(of("{}"), print(&Method::POST, "/notes", "{}"));
        assert_ne!(of("{}"), print(&Method::PUT, "/orders", "{}"));
    }

    #[test]
    fn keys_are_short_and_visible() {
        for key in ["x", "0192f0c1-8a2b", &"k".repeat(255)] {
            assert!(check(key).is_ok(), "{key:?}");
        }
        for key in ["", "two words", "tab\t", "ü", &"k".repeat(256)] {
            assert_eq!(check(key).unwrap_err().status().as_u16(), 400, "{key:?}");
        }
    }
}
