//! `ETag` and `If-Match`: which version of a thing the caller looked at (RFC 9110, sections 8.8.3 and 13.1.1).

use eop_core::kernel::commit::Version;
use poem::http::header::IF_MATCH;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::problem::Problem;

/// The strong entity tag of a version: `"3"`.
#[must_use]
pub fn etag(version: Version) -> String {
    format!("\"{version}\"")
}

/// The `If-Match` header of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMatch {
    /// The header is missing.
    Absent,
    /// `*`: any version, as long as the thing exists.
    Any,
    /// This version.
    Is(Version),
}

impl IfMatch {
    /// The version that the caller insists on.
    #[must_use]
    pub fn version(self) -> Option<Version> {
        match self {
            Self::Is(version) => Some(version),
            Self::Absent | Self::Any => None,
        }
    }

    /// Reads a header value.
    ///
    /// # Errors
    /// 400 `precondition.malformed` for anything but one strong tag of ours, or `*`. Weak tags never match (RFC 9110,
    /// section 13.1.1), so sending one is a mistake worth naming.
    pub fn parse(value: &str) -> Result<Self, Problem> {
        let value = value.trim();
        if value == "*" {
            return Ok(Self::Any);
        }
        let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        bare.filter(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|digits| digits.parse().ok())
            .map(|number| Self::Is(Version(number)))
            .ok_or_else(|| {
                Problem::malformed(
                    "precondition.malformed",
                    "If-Match must be one ETag as this service sends it, such as \"3\" with its quotes, or *",
                )
            })
    }
}

/// The `If-Match` header of an operation that is refused without one (428): documented as required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequiredIfMatch(pub IfMatch);

impl RequiredIfMatch {
    /// The version that the caller insists on. The use case refuses its absence, after everything that comes first.
    #[must_use]
    pub fn version(self) -> Option<Version> {
        self.0.version()
    }
}

fn read(request: &Request) -> Result<IfMatch, Problem> {
    let mut values = request.headers().get_all(IF_MATCH).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(IfMatch::Absent),
        // A header without a value names no version.
        (Some(value), None) if value.is_empty() => Ok(IfMatch::Absent),
        (Some(value), None) => IfMatch::parse(value.to_str().unwrap_or_default()),
        (Some(_), Some(_)) => {
            Err(Problem::malformed("precondition.malformed", "If-Match may be sent once only"))
        }
    }
}

/// The title names the header; see `openapi::parameters`.
fn schema(pattern: &str) -> MetaSchemaRef {
    MetaSchemaRef::Inline(Box::new(MetaSchema {
        title: Some("If-Match".to_owned()),
        pattern: Some(pattern.to_owned()),
        ..MetaSchema::new("string")
    }))
}

impl<'a> ApiExtractor<'a> for IfMatch {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Header)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(schema(r#"^(\*|"[0-9]{1,19}")$"#))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        Ok(read(request)?)
    }
}

impl<'a> ApiExtractor<'a> for RequiredIfMatch {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    const PARAM_IS_REQUIRED: bool = true;
    type ParamType = ();
    type ParamRawType = ();

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Header)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        // Without `*`, which names no version.
        Some(schema(r#"^"[0-9]{1,19}"$"#))
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        Ok(Self(read(request)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(IfMatch::parse(&etag(Version(3))).unwrap(), IfMatch::Is(Version(3)));
        assert_eq!(IfMatch::parse("*").unwrap(), IfMatch::Any);
    }

    #[test]
    fn a_header_without_a_value_is_none() {
        assert_eq!(read(&Request::builder().header("if-match", "").finish()).unwrap(), IfMatch::Absent);
        assert_eq!(read(&Request::default()).unwrap(), IfMatch::Absent);
    }

    #[test]
    fn weak_and_malformed_tags_are_refused() {
        let long = "\"99999999999999999999\"";
        for value in
            ["", "3", "\"3", "3\"", "abc", "W/\"3\"", "\"\"", "\"x\"", "\"-1\"", "\"3\", \"4\"", long]
        {
            let problem = IfMatch::parse(value).unwrap_err();
            assert_eq!(problem.status().as_u16(), 400, "{value:?}");
        }
    }
}
