//! What commands print. A reader that has seen enough, such as `head`, is no error.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stderr, stdout};
use std::process::exit;

/// Prints a text as it is.
pub(crate) fn text(text: impl Display) {
    let mut out = stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => exit(0),
        Err(error) => {
            let _ = writeln!(stderr(), "error: standard output cannot be written: {error}");
            exit(1)
        }
    }
}

/// Says what is good to know, by a program that goes on: nobody has to read it.
pub(crate) fn note(text: impl Display) {
    let mut out = stdout().lock();
    let _ = write!(out, "{text}").and_then(|()| out.flush());
}

/// Says something beside what a command prints.
pub(crate) fn aside(line: impl Display) {
    let _ = writeln!(stderr(), "{line}");
}

/// Prints a line.
pub(crate) fn line(line: impl Display) {
    text(format_args!("{line}\n"));
}
