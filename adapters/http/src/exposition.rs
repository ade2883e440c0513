//! A page of metrics in the format that its reader asks for.
//!
//! The registry writes `OpenMetrics` 1.0, whose exemplars lead from a slow request to its trace. Who does not ask for it
//! gets Prometheus' older text format 0.0.4, which every scraper, `promtool` and `curl` read; it knows no exemplars.

use poem::http::HeaderMap;
use poem::http::header::ACCEPT;

/// A format of pages of metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// `OpenMetrics` 1.0.
    OpenMetrics,
    /// Prometheus' text format 0.0.4.
    Text,
}

impl Format {
    /// The one that a request asks for. Scrapers that read `OpenMetrics` name it first.
    pub(crate) fn asked_by(headers: &HeaderMap) -> Self {
        let mut accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        if accepted.any(|value| value.contains("application/openmetrics-text")) {
            Self::OpenMetrics
        } else {
            Self::Text
        }
    }

    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Self::OpenMetrics => "application/openmetrics-text; version=1.0.0; charset=utf-8",
            Self::Text => "text/plain; version=0.0.4; charset=utf-8",
        }
    }

    /// `page`, which is `OpenMetrics`, in this format.
    pub(crate) fn of(self, page: String) -> String {
        match self {
            Self::OpenMetrics => page,
            Self::Text => as_text(&page),
        }
    }
}

fn as_text(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    // The help comes before the type, and the type decides on the name.
    let mut help = None;
    for line in page.lines() {
        if let Some(rest) = line.strip_prefix("# HELP ") {
            help = rest.split_once(' ');
        } else if let Some((name, kind)) = line.strip_prefix("# TYPE ").and_then(|rest| rest.split_once(' '))
        {
            let (suffix, kind) = match kind {
                "counter" => ("_total", "counter"),
                "info" => ("_info", "gauge"),
                "unknown" => ("", "untyped"),
                other => ("", other),
            };
            if let Some((_, help)) = help.take() {
                push(&mut text, &["# HELP ", name, suffix, " ", help]);
            }
            push(&mut text, &["# TYPE ", name, suffix, " ", kind]);
        } else if !line.starts_with('#') {
            push(&mut text, &[without_exemplar(line)]);
        }
    }
    text
}

fn push(text: &mut String, parts: &[&str]) {
    text.extend(parts.iter().copied());
    text.push('\n');
}

/// A sample without what follows its value. A label's value may contain `#` as well: what is quoted is passed over.
fn without_exemplar(sample: &str) -> &str {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in sample.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '#' if !quoted => return sample[..at].trim_end(),
            _ => {}
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use poem::http::HeaderValue;

    use super::*;

    #[test]
    fn who_names_openmetrics_gets_it() {
        for (accept, format) in [
            (None, Format::Text),
            (Some("*/*"), Format::Text),
            (Some("text/plain;version=0.0.4"), Format::Text),
            (Some("application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.3"), Format::OpenMetrics),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accept.map(|accept| (ACCEPT, HeaderValue::from_static(accept))));
            assert_eq!(Format::asked_by(&headers), format, "{accept:?}");
        }
    }

    #[test]
    fn the_older_format_says_the_same_without_exemplars() {
        let page = r#"# HELP build What is running.
# TYPE build info
build_info{service="eop"} 1
# HELP eop_deliveries Deliveries.
# TYPE eop_deliveries counter
eop_deliveries_total{status="a # \"b\" # {"} 3
# HELP took_seconds Time.
# TYPE took_seconds histogram
# UNIT took_seconds seconds
took_seconds_bucket{le="0.1"} 1 # {trace_id="0af7"} 0.03
took_seconds_count 1
# TYPE odd unknown
odd 2
# EOF
"#;
        let text = r#"# HELP build_info What is running.
# TYPE build_info gauge
build_info{service="eop"} 1
# HELP eop_deliveries_total Deliveries.
# TYPE eop_deliveries_total counter
eop_deliveries_total{status="a # \"b\" # {"} 3
# HELP took_seconds Time.
# TYPE took_seconds histogram
took_seconds_bucket{le="0.1"} 1
took_seconds_count 1
# TYPE odd untyped
odd 2
"#;
        assert_eq!(as_text(page), text);
    }
}
