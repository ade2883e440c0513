//! The last lines of the log that tell of trouble.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value};
use tracing_subscriber::fmt::MakeWriter;

/// What the program that holds several services calls itself: a line that names no service is of all of them.
const ALL: &str = "eop";
/// How many lines are kept.
const MOST: usize = 200;
/// The longest value that is kept of a line, in characters.
const LONGEST: usize = 1000;
/// How many fields are kept of a line, beside those that have a place of their own.
const MOST_FIELDS: usize = 24;

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptLine {
    /// When, as RFC 3339.
    pub at: String,
    /// `WARN` or `ERROR`.
    pub level: String,
    /// The service that wrote it.
    pub service: String,
    /// What it says.
    pub message: String,
    /// The trace that it belongs to, if any.
    pub trace_id: Option<String>,
    /// What else it says, by name.
    pub fields: Vec<(String, String)>,
}

/// The last lines, the newest at the end. Secrets in them are replaced already. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct KeptLines(Arc<Mutex<VecDeque<KeptLine>>>);

impl KeptLines {
    /// Those of `service` and those of the process as a whole, the newest first.
    #[must_use]
    pub fn of(&self, service: &str) -> Vec<KeptLine> {
        self.lock()
            .iter()
            .rev()
            .filter(|line| line.service == service || line.service == ALL)
            .cloned()
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<KeptLine>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a line as `JsonLines` writes it.
    fn keep(&self, line: &[u8]) {
        let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(line) else { return };
        let mut lines = self.lock();
        if lines.len() >= MOST {
            lines.pop_front();
        }
        lines.push_back(KeptLine::of(fields));
    }
}

impl KeptLine {
    fn of(mut fields: Map<String, Value>) -> Self {
        let mut take = |name: &str| fields.remove(name).map(|value| text(&value));
        let (at, level, service) = (take("timestamp"), take("level"), take("service"));
        // A service in a process of its own calls itself by its whole name.
        let service = service.unwrap_or_default();
        let service = service.strip_prefix("eop-").map_or_else(|| service.clone(), str::to_owned);
        let (message, trace_id) = (take("message"), take("trace_id"));
        drop((take("target"), take("span_id")));
        let rest = fields.iter().take(MOST_FIELDS).map(|(name, value)| (name.clone(), text(value)));
        Self {
            at: at.unwrap_or_default(),
            level: level.unwrap_or_default(),
            service,
            message: message.unwrap_or_default(),
            trace_id,
            fields: rest.collect(),
        }
    }
}

/// A value as people read it, and not longer than what is kept.
pub(super) fn text(value: &Value) -> String {
    shortened(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// `text`, or its beginning.
pub(super) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// One line is one write.
impl io::Write for KeptLines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.keep(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for KeptLines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_newest_lines_are_kept_each_with_its_service() {
        let lines = KeptLines::default();
        for n in 0..MOST + 5 {
            let service = if n % 2 == 0 { "eop-order" } else { "user" };
            let line = json!({ "timestamp": format!("t{n}"), "level": "WARN", "target": "x", "service": service,
                "trace_id": "0af7", "span_id": "b7ad", "message": "slow", "limit": 3 });
            lines.keep(line.to_string().as_bytes());
        }
        lines.keep(b"not a line");
        lines.keep(br#"{"service":"eop","message":"of all"}"#);
        assert_eq!(lines.of("notification").len(), 1);
        lines.lock().pop_back();
        lines.lock().push_front(KeptLine::default());
        assert_eq!(lines.lock().len(), MOST);
        let order = lines.of("order");
        let newest = KeptLine {
            at: format!("t{}", MOST + 4),
            level: "WARN".to_owned(),
            service: "order".to_owned(),
            message: "slow".to_owned(),
            trace_id: Some("0af7".to_owned()),
            fields: vec![("limit".to_owned(), "3".to_owned())],
        };
        assert_eq!((order.len(), order.first()), (MOST / 2, Some(&newest)));
    }

    #[test]
    fn a_line_has_a_bounded_size() {
        let mut fields: Map<String, Value> =
            (0..1000).map(|n| (format!("f{n}"), json!("ü".repeat(10_000)))).collect();
        fields.insert("message".to_owned(), json!("m".repeat(100_000)));
        let line = KeptLine::of(fields);
        assert_eq!((line.message.chars().count(), line.fields.len()), (LONGEST + 1, MOST_FIELDS));
        assert!(line.fields.iter().all(|(_, value)| value.chars().count() == LONGEST + 1));
    }
}
