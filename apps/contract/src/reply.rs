//! Answers, held to what the document says of them.

use std::path::Path;

use futures::StreamExt;
use poem::Response;
use poem::http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::codes;
use crate::document::Operation;
use crate::golden;

/// The headers that an exchange shows; the others are the same everywhere.
const SHOWN: [&str; 9] = [
    "allow",
    "cache-control",
    "content-disposition",
    "etag",
    "idempotent-replayed",
    "location",
    "retry-after",
    "set-cookie",
    "www-authenticate",
];

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    operation: Option<Operation>,
    line: String,
    asked: String,
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Reply {
    pub(crate) async fn read(
        operation: Option<Operation>,
        line: String,
        asked: String,
        mut response: Response,
    ) -> Self {
        let text = if is_stream(response.headers()) {
            // One that goes on is known by its first event.
            let first = response.take_body().into_bytes_stream().next().await;
            first.transpose().map(|first| String::from_utf8_lossy(&first.unwrap_or_default()).into_owned())
        } else {
            response.take_body().into_string().await.map_err(std::io::Error::other)
        };
        let text = text.unwrap_or_else(|error| panic!("{line}: the answer cannot be read: {error}"));
        Self { operation, line, asked, status: response.status(), headers: response.headers().clone(), text }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A header, if it is there.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as JSON; null when there is none. Of a stream, the first event: what its data say. A file is one text.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut text = self.text.as_str();
        if is_stream(&self.headers) {
            text = text.lines().find_map(|line| line.strip_prefix("data: ")).unwrap_or_default();
        }
        if text.is_empty() {
            return Value::Null;
        }
        if is_file(&self.headers) {
            return Value::String(text.to_owned());
        }
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{self}: not JSON: {error}"))
    }

    /// The code of the problem.
    #[must_use]
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The refused values of the problem, as `place code`, in order.
    #[must_use]
    pub fn refused_values(&self) -> Vec<String> {
        let body = self.json();
        let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut found: Vec<_> = errors
            .iter()
            .map(|error| format!("{} {}", text(&error["field"]), text(&error["code"])))
            .collect();
        found.sort();
        found
    }

    /// Requires this status.
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status(), status, "{self}");
        self
    }

    /// Requires a problem with this status and code.
    #[must_use]
    pub fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status(), self.code().as_str()), (status, code), "{self}");
        self
    }

    /// Compares request and answer with the file `name` in `folder`.
    pub fn matches(&self, folder: &str, name: &str) {
        golden::file(&Path::new(folder).join(format!("{name}.txt")), &self.exchange());
    }

    /// Request and answer as text, without what differs from run to run.
    fn exchange(&self) -> String {
        let asked =
            if self.asked.is_empty() { String::new() } else { format!("\n{}\n", pretty(&self.asked)) };
        let answered =
            if self.text.is_empty() { String::new() } else { format!("\n{}\n", pretty(&self.text)) };
        let headers = SHOWN.iter().flat_map(|name| {
            let values = self.headers.get_all(*name).into_iter();
            values.map(move |value| format!("{name}: {}\n", value.to_str().unwrap_or("(not text)")))
        });
        format!("{}\n{asked}\n{}\n{}{answered}", self.line, self.status, headers.collect::<String>())
    }

    /// Checks the answer against what the document says of the operation, and problems against what they always are.
    pub(crate) fn assert_foretold(&self) {
        let status = self.status();
        assert_ne!(status, 500, "{self}: whatever is asked, a fault of ours is no answer");
        if let Some(operation) = &self.operation {
            assert!(
                operation.statuses.contains(&status),
                "{self}: {} does not document {status}",
                operation.id
            );
        }
        if status >= 400 {
            self.assert_problem();
        } else if !self.text.is_empty() {
            let content_type = self.header("content-type").unwrap_or_default();
            let is_known = content_type.starts_with("application/json")
                || is_stream(&self.headers)
                || is_file(&self.headers);
            assert!(is_known, "{self}: {content_type}");
        }
        for name in ["x-request-id", "x-trace-id"] {
            assert!(self.header(name).is_some(), "{self}: no {name}");
        }
        assert_eq!(self.header("x-content-type-options"), Some("nosniff"), "{self}");
    }

    fn assert_problem(&self) {
        let status = self.status();
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self}");
        let body = self.json();
        let code = body["code"].as_str().unwrap_or_else(|| panic!("{self}: no code"));
        assert_eq!(body["type"], format!("urn:eop:problem:{code}"), "{self}");
        assert_eq!(codes::status(code), Some(status), "{self}: the documented status of {code}");
        assert_eq!(body["status"], status, "{self}");
        assert!(body["title"].as_str().is_some_and(|title| !title.is_empty()), "{self}");
        assert!(status == 500 || body["detail"].as_str().is_some_and(|text| !text.is_empty()), "{self}");
        assert_eq!(body["request_id"].as_str(), self.header("x-request-id"), "{self}");
        assert_eq!(body["trace_id"].as_str(), self.header("x-trace-id"), "{self}");
        assert!(body["instance"].as_str().is_some_and(|path| path.starts_with('/')), "{self}");
        for (header, statuses) in [
            ("www-authenticate", &[401][..]),
            ("allow", &[405]),
            ("retry-after", &[429, 503]),
            ("etag", &[412]),
        ] {
            assert_eq!(self.header(header).is_some(), statuses.contains(&status), "{self}: {header}");
        }
    }
}

impl std::fmt::Display for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let asked: String = self.asked.chars().take(300).collect();
        write!(f, "{} {asked} -> {} {}", self.line, self.status, self.text)
    }
}

fn is_stream(headers: &HeaderMap) -> bool {
    headers.get("content-type").is_some_and(|kind| kind.as_bytes() == b"text/event-stream")
}

/// Comma-separated values.
fn is_file(headers: &HeaderMap) -> bool {
    headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/csv"))
}

fn pretty(text: &str) -> String {
    serde_json::from_str::<Value>(text).map_or_else(|_| text.to_owned(), |json| format!("{json:#}"))
}
