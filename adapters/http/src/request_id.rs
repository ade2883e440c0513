//! `X-Request-Id`: names one attempt of one request, in answers, logs and audit.

use eop_core::kernel::id::IdGenerator;
use poem::http::{HeaderMap, HeaderName};

/// The header, in requests and answers.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken over from a client.
const MAX_LENGTH: usize = 128;

/// The client's request id when it is 1 to 128 visible ASCII characters, else a fresh one: a bad id is no reason to
/// refuse a request.
pub(crate) fn of(headers: &HeaderMap, ids: &dyn IdGenerator) -> String {
    headers
        .get(X_REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .filter(|id| (1..=MAX_LENGTH).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic()))
        .map_or_else(|| ids.next().to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use poem::http::HeaderValue;
    use uuid::Uuid;

    use super::*;

    #[derive(Debug)]
    struct Fixed;

    impl IdGenerator for Fixed {
        fn next(&self) -> Uuid {
            Uuid::from_u128(7)
        }
    }

    #[test]
    fn good_ids_are_kept_and_others_replaced() {
        let fresh = Uuid::from_u128(7).to_string();
        let long = "x".repeat(129);
        for (sent, used) in [("abc-1", "abc-1"), ("", &fresh), ("two words", &fresh), (&long, &fresh)] {
            let mut headers = HeaderMap::new();
            headers.insert(X_REQUEST_ID, HeaderValue::from_str(sent).unwrap());
            assert_eq!(of(&headers, &Fixed), used, "{sent:?}");
        }
        assert_eq!(of(&HeaderMap::new(), &Fixed), fresh);
    }
}
