//! Checks on free text that people write.

/// Whether `text` has no control characters other than line breaks and tabs; U+0000 cannot be stored in PostgreSQL.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Whether `text` is one line without control characters, as names and header values must be.
#[must_use]
pub fn is_line(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", true, true)]
    #[case("O'Brien \"100%\" 🧾 שלום", true, true)]
    #[case("two\nlines", true, false)]
    #[case("a\ttab", true, false)]
    #[case("Windows\r\n", true, false)]
    #[case("nul\0", false, false)]
    #[case("bell\u{7}", false, false)]
    #[case("escape\u{1b}[31m", false, false)]
    #[case("delete\u{7f}", false, false)]
    #[case("next line\u{85}", false, false)]
    fn control_characters_are_found(#[case] text: &str, #[case] clean: bool, #[case] line: bool) {
        assert_eq!((is_clean(text), is_line(text)), (clean, line), "{text:?}");
    }
}
