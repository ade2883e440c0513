//! Reads the samples of a page of metrics.

/// One sample of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line<'a> {
    pub(super) name: &'a str,
    labels: &'a str,
    pub(super) value: f64,
}

impl<'a> Line<'a> {
    /// The sample of a line in `OpenMetrics` or Prometheus' text format; what follows the value is passed over.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        if line.starts_with('#') {
            return None;
        }
        let name_end = line.find(['{', ' '])?;
        let (name, rest) = line.split_at(name_end);
        let (labels, rest) = match rest.strip_prefix('{') {
            Some(rest) => rest.split_at(end_of_labels(rest)?),
            None => ("", rest),
        };
        let value = rest.trim_start_matches('}').trim_start().split(' ').next()?;
        Some(Self { name, labels, value: value.parse().ok()? })
    }

    /// The value of a label. Those that are asked for hold no quotes.
    pub(super) fn label(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.labels;
        while let Some((found, after)) = rest.split_once("=\"") {
            let end = end_of_value(after)?;
            let (value, next) = after.split_at(end);
            if found.trim_start_matches(',') == name {
                return Some(value);
            }
            rest = next.get(1..)?;
        }
        None
    }
}

/// Where the quotes end that `text` begins within.
fn end_of_value(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| match c {
        _ if std::mem::take(&mut escaped) => None,
        '\\' => {
            escaped = true;
            None
        }
        '"' => Some(at),
        _ => None,
    })
}

/// Where the braces end that `text` begins within: a value may hold braces, too.
fn end_of_labels(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = rest.find(['"', '}'])?;
        if rest.as_bytes().get(at) == Some(&b'}') {
            return Some(from + at);
        }
        from += at + 1;
        from += end_of_value(text.get(from..)?)? + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_read_whatever_its_labels_hold() {
        let line = r#"took_bucket{service="order",route="/orders/{id} \"x\", y",le="0.1"} 7 # {trace_id="0af7"} 0.03"#;
        let read = Line::read(line).unwrap();
        assert_eq!((read.name, read.value), ("took_bucket", 7.0));
        assert_eq!((read.label("service"), read.label("le")), (Some("order"), Some("0.1")));
        assert_eq!(read.label("route"), Some(r#"/orders/{id} \"x\", y"#));
        assert_eq!(read.label("status"), None);
    }

    #[test]
    fn a_sample_may_have_no_labels_and_a_line_no_sample() {
        assert_eq!(Line::read("process_threads 9").map(|line| line.value), Some(9.0));
        for line in ["# TYPE a counter", "", "a", "a{b=\"c} 1", "a{} x"] {
            assert_eq!(Line::read(line), None, "{line}");
        }
    }
}
