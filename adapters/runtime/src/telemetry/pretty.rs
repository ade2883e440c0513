//! Log lines for people: one line per event, secrets redacted, control characters escaped.

use std::fmt::{Debug, Write};

use tracing::field::Field;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::{Writer, debug_fn};
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, FormattedFields};
use tracing_subscriber::registry::LookupSpan;

/// The most columns of a line on a terminal.
const COLUMNS: usize = 159;

/// Writes an event as time, level, origin, and what is said; then the id of the request that it belongs to, instead of
/// everything that is known of the request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    /// Whether they are for a terminal: coloured, and as wide as one. What is no fault is cut there, and whole in a file.
    pub(super) on_terminal: bool,
}

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    N: for<'writer> FormatFields<'writer> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> std::fmt::Result {
        let level = *event.metadata().level();
        let mut time = String::new();
        SystemTime.format_time(&mut Writer::new(&mut time))?;
        // On a terminal one looks at today.
        let time = if self.on_terminal { time.get(11..23).unwrap_or(&time) } else { &time };
        let mut said = format!("{}: ", event.metadata().target());
        context.format_fields(Writer::new(&mut said), event)?;
        if !said.contains(" request_id=")
            && let Some(id) = request_id(context)
        {
            write!(said, " {id}")?;
        }
        let room = COLUMNS - time.len() - " ERROR ".len();
        if self.on_terminal && level >= Level::INFO && said.chars().count() > room {
            said = said.chars().take(room - 1).chain(std::iter::once('…')).collect();
        }
        if self.on_terminal {
            writeln!(writer, "{time} \u{1b}[{}m{level:>5}\u{1b}[0m {said}", colour(level))
        } else {
            writeln!(writer, "{time} {level:>5} {said}")
        }
    }
}

/// `request_id=…` as the nearest span that knows it has written it.
fn request_id<S, N>(context: &FmtContext<'_, S, N>) -> Option<String>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    N: for<'writer> FormatFields<'writer> + 'static,
{
    context.event_scope()?.find_map(|span| {
        let extensions = span.extensions();
        let fields = extensions.get::<FormattedFields<N>>()?;
        let found = fields.split(' ').find(|field| field.starts_with("request_id="))?;
        Some(found.to_owned())
    })
}

/// The colour of a level, as a terminal is told (ECMA-48, SGR).
fn colour(level: Level) -> u8 {
    match level {
        Level::ERROR => 31,
        Level::WARN => 33,
        Level::INFO => 32,
        _ => 34,
    }
}

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
