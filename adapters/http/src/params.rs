//! Query parameters as one object, so that a list with ten filters still has a readable handler.

use std::ops::Deref;

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use poem::{Request, RequestBody, Result};
use poem_openapi::registry::{MetaParamIn, MetaSchemaRef, Registry};
use poem_openapi::types::{ParseFromJSON, Type};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde_json::Value;

use crate::edge::QueryValues;
use crate::problem::Problem;

/// The members that choose a page of a list rather than what is in the list.
const PAGE_MEMBERS: [&str; 4] = ["limit", "cursor", "sort", "count"];

/// The query of a request as an `Object`, one parameter per member.
///
/// In the document each member is a parameter of its own. A list member is sent as `a,b`. Members must be `Option`,
/// or have a default.
#[derive(Clone, Debug)]
pub struct Params<T> {
    value: T,
    filter: FilterHash,
}

/// Tells lists with different filters apart; part of every cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterHash(pub(crate) String);

impl FilterHash {
    /// The same filter on the list of one owner, such as the notes on an order: a cursor is good for that one only.
    #[must_use]
    pub fn of(&self, owner: impl std::fmt::Display) -> Self {
        Self(format!("{}.{owner}", self.0))
    }
}

impl<T> Params<T> {
    /// The parameters.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The filter that the parameters describe, for cursors.
    #[must_use]
    pub fn filter(&self) -> &FilterHash {
        &self.filter
    }
}

impl<T> Deref for Params<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A short hash over the route and everything in the query that is not about pages.
fn filter_hash(query: &QueryValues) -> FilterHash {
    let mut filters: serde_json::Map<_, _> = query
        .values
        .iter()
        .filter(|(name, _)| !PAGE_MEMBERS.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    filters.sort_keys();
    let text = format!("{} {}", query.route, Value::Object(filters));
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let short = hash.as_ref().get(..8).unwrap_or_default();
    FilterHash(URL_SAFE_NO_PAD.encode(short))
}

impl<'a, T: ParseFromJSON> ApiExtractor<'a> for Params<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        // An object in the query; `openapi::parameters` makes one parameter of each member.
        Some(<T as Type>::schema_ref())
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let query = request.data::<QueryValues>().cloned().unwrap_or_else(|| QueryValues {
            route: request.uri().path().into(),
            values: serde_json::Map::new(),
        });
        let filter = filter_hash(&query);
        let value = T::parse_from_json(Some(Value::Object(query.values)))
            .map_err(|error| Problem::malformed("request.invalid_parameter", error.into_message()))?;
        Ok(Self { value, filter })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn hash(route: &str, values: &Value) -> FilterHash {
        let values = values.as_object().cloned().unwrap_or_default();
        filter_hash(&QueryValues { route: route.into(), values })
    }

    #[test]
    fn filters_count_and_pages_do_not() {
        let base = hash("/orders", &json!({"status": ["CREATED"], "q": "x"}));
        assert_eq!(
            base,
            hash(
                "/orders",
                &json!({"q": "x", "status": ["CREATED"], "limit": 5, "cursor": "c", "sort": "s"})
            )
        );
        assert_ne!(base, hash("/orders", &json!({"status": ["APPROVED"], "q": "x"})));
        assert_ne!(base, hash("/users", &json!({"status": ["CREATED"], "q": "x"})));
    }
}
