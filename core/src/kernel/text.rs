//! Checks on free text that people write.

/// Whether `text` has no control characters other than line breaks and tabs; U+0000 cannot be stored in `PostgreSQL`.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Whether `text` is one line without control characters, as names and header values must be.
#[must_use]
pub fn is_line(text: &str) -> bool {
    !text.chars().any(char::is_control)
}
