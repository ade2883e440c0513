//! Fields of log lines for people: one line per event, secrets redacted, control characters escaped.

use std::fmt::Debug;

use tracing::field::Field;
use tracing_subscriber::fmt::FormatFields;
use tracing_subscriber::fmt::format::{Writer, debug_fn};

use crate::redact::{REDACTED, is_secret_name};

/// Writes `name=value` pairs, the message without its name.
pub(super) fn fields() -> impl for<'writer> FormatFields<'writer> + Send + Sync + 'static {
    use tracing_subscriber::field::MakeExt;
    debug_fn(field).delimited(" ")
}

fn field(writer: &mut Writer<'_>, field: &Field, value: &dyn Debug) -> std::fmt::Result {
    if is_secret_name(field.name()) {
        return write!(writer, "{}={REDACTED}", field.name());
    }
    let text = escaped(&format!("{value:?}"));
    if field.name() == "message" {
        writer.write_str(&text)
    } else {
        write!(writer, "{}={text}", field.name())
    }
}

/// The text on one line: what a client sent must not forge a second log line or colour the terminal.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            escaped.extend(character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    escaped
}
