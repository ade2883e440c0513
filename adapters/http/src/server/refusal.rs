//! The answer to a head that cannot be read.
//!
//! hyper answers such a head itself, without a body, and offers no place to say more; the request never reaches an
//! endpoint. So its answer is recognised on its way to the socket, while no request is under way, and a problem takes its
//! place.

use eop_core::kernel::id::IdGenerator;
use poem::error::ResponseError;
use poem::http::{HeaderName, HeaderValue, StatusCode};

use crate::edge;
use crate::problem::Problem;
use crate::system::UuidV7Ids;

/// Such an answer has a status line and three short headers.
const MAX_ORIGINAL_BYTES: usize = 200;

/// The problem to send instead of `original`; `None` when that is not hyper's answer to an unreadable head.
pub(super) fn instead_of(original: &[u8]) -> Option<Vec<u8>> {
    // Looked at for every answer: most are told by their length, since ours say more.
    if original.len() > MAX_ORIGINAL_BYTES {
        return None;
    }
    let head = original.strip_prefix(b"HTTP/1.1 ").or_else(|| original.strip_prefix(b"HTTP/1.0 "))?;
    let head = std::str::from_utf8(head).ok()?.strip_suffix("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let problem = problem(lines.next()?.get(..3)?)?;
    let kept: Vec<_> = lines.filter(|line| *line != "content-length: 0").collect();
    // Answers of the edge all carry more than these two.
    if kept.iter().any(|line| !line.starts_with("connection: ") && !line.starts_with("date: ")) {
        return None;
    }
    Some(write(problem, &kept))
}

fn problem(status: &str) -> Option<Problem> {
    let (status, code, detail) = match status {
        "400" => (
            StatusCode::BAD_REQUEST,
            "request.malformed_head",
            "the request line or a header cannot be read: see RFC 9112, sections 3 and 5",
        ),
        "414" => (StatusCode::URI_TOO_LONG, "request.url_too_long", "the URL is longer than 65534 bytes"),
        "431" => (
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            "request.head_too_large",
            "the request has more than 100 headers, or more than 64 KiB of them",
        ),
        _ => return None,
    };
    Some(Problem::with_status(status, code).detail(detail))
}

fn write(problem: Problem, kept: &[&str]) -> Vec<u8> {
    let request_id = UuidV7Ids.next().to_string();
    let problem = problem.request_id(&request_id);
    let mut answer = problem.as_response();
    edge::secure(answer.headers_mut(), false);
    if let Ok(id) = HeaderValue::try_from(request_id) {
        answer.headers_mut().insert(crate::request_id::X_REQUEST_ID, id);
    }
    let body = problem.body().to_string();
    let status = answer.status();
    let mut text =
        format!("HTTP/1.1 {} {}\r\n", status.as_u16(), status.canonical_reason().unwrap_or_default());
    for line in kept {
        text.push_str(line);
        text.push_str("\r\n");
    }
    let sent =
        |(name, value): (&HeaderName, &HeaderValue)| Some(format!("{name}: {}\r\n", value.to_str().ok()?));
    text.extend(answer.headers().iter().filter_map(sent));
    text.extend(["content-length: ", &body.len().to_string(), "\r\n\r\n", &body]);
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_answer_without_anything_of_ours_is_replaced() {
        let hyper = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\ndate: Thu, 01 Jan 2026 00:00:00 GMT\r\n\r\n";
        let text = String::from_utf8(instead_of(hyper).unwrap()).unwrap();
        for part in [
            "HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ndate: Thu",
            "content-type: application/problem+json\r\n",
            "x-content-type-options: nosniff\r\n",
            "\"code\":\"request.head_too_large\"",
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("content-length: {}", body.len())), "{head}");
        let ours = b"HTTP/1.1 400 Bad Request\r\nx-request-id: 1\r\ncontent-length: 0\r\n\r\n";
        assert_eq!(instead_of(ours), None);
        assert_eq!(instead_of(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"), None);
        assert_eq!(instead_of(b"{\"a\":1}"), None);
    }
}
