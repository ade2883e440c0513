//! What may be tried again, and when.

use std::time::Duration;

use reqwest::Method;

use crate::error::{ApiError, Kind};
use crate::operations::KEYED;

const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// A second session does no harm, and a refresh token gives the same successor for a minute.
const HARMLESS: [&str; 3] = ["login", "refresh", "logout"];

/// Whether a second try can do no harm when it is unknown what became of the first.
pub(crate) fn is_repeatable(method: &Method, path: &str) -> bool {
    if *method != Method::POST {
        return [Method::GET, Method::HEAD, Method::PUT, Method::DELETE].contains(method);
    }
    let is_harmless = path.strip_prefix("/services/user/api/v1/auth/").is_some_and(|what| HARMLESS.contains(&what));
    is_harmless || KEYED.iter().any(|one| is_like(one, path))
}

fn is_like(pattern: &str, path: &str) -> bool {
    let (mut patterns, mut parts) = (pattern.split('/'), path.split('/'));
    loop {
        match (patterns.next(), parts.next()) {
            (None, None) => return true,
            (Some(pattern), Some(part)) if pattern == "*" || pattern == part => {}
            _ => return false,
        }
    }
}

/// 429 is said before anything is done; what else is passing may have had its effect.
pub(crate) fn is_passing(error: &ApiError, is_repeatable: bool) -> bool {
    match error.status {
        _ if error.kind == Kind::RateLimited => true,
        // The first try of the same key still runs.
        409 => is_repeatable && error.retry_after.is_some(),
        408 | 502 | 503 | 504 => is_repeatable,
        _ => false,
    }
}

/// How long to wait after so many tries.
pub(crate) fn pause_after(tries: u32) -> Duration {
    LONGEST_PAUSE.min(FIRST_PAUSE * 2_u32.pow(tries.min(8))).mul_f64(0.5 + fastrand::f64() / 2.0)
}
