//! Collecting every refused value of a request, so that the caller learns all of them at once.

use super::error::FieldError;

/// Gathers field errors.
#[derive(Debug, Default)]
pub struct Validation {
    errors: Vec<FieldError>,
}

impl Validation {
    /// Nothing refused yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Refuses the value at `field` (a JSON pointer) unless `holds`.
    pub fn require(
        &mut self,
        holds: bool,
        field: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
    ) {
        if !holds {
            self.errors.push(FieldError { field: field.into(), code, message: message.into() });
        }
    }

    /// The value of `result`, or `None` after noting why the value at `field` is refused.
    pub fn keep<T, E: std::fmt::Display>(
        &mut self,
        result: Result<T, E>,
        field: impl Into<String>,
        code: &'static str,
    ) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(FieldError { field: field.into(), code, message: error.to_string() });
                None
            }
        }
    }

    /// Checks the length of `text` in characters.
    pub fn length(&mut self, text: &str, range: std::ops::RangeInclusive<usize>, field: impl Into<String>) {
        let count = text.chars().count();
        let (min, max) = (range.start(), range.end());
        self.require(
            range.contains(&count),
            field,
            "length",
            format!("must have {min} to {max} characters, has {count}"),
        );
    }

    /// `Ok` when nothing was refused.
    ///
    /// # Errors
    /// All that was refused.
    pub fn finish(self) -> Result<(), Vec<FieldError>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(check: Validation) -> Vec<(String, &'static str)> {
        let errors = check.finish().expect_err("something was refused");
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn nothing_refused_is_fine() {
        let mut check = Validation::new();
        check.require(true, "/a", "never", "never");
        assert_eq!(check.keep("7".parse::<u8>(), "/b", "number"), Some(7));
        assert_eq!(check.finish(), Ok(()));
    }

    #[test]
    fn everything_refused_is_told_in_order() {
        let mut check = Validation::new();
        check.require(false, "/a", "first", "no");
        assert_eq!(check.keep("x".parse::<u8>(), "/b", "number"), None);
        check.length("abc", 1..=2, "/c");
        let expected = [("/a", "first"), ("/b", "number"), ("/c", "length")];
        assert_eq!(pointers(check), expected.map(|(field, code)| (field.to_owned(), code)));
    }

    #[test]
    fn a_length_is_counted_in_characters_and_the_message_says_it() {
        let mut check = Validation::new();
        check.length("äöü", 3..=3, "/bytes_do_not_count");
        check.length("", 1..=3, "/short");
        check.length("äöüß", 1..=3, "/long");
        let errors = check.finish().unwrap_err();
        let told: Vec<_> = errors.iter().map(|error| (&*error.field, &*error.message)).collect();
        assert_eq!(
            told,
            [
                ("/short", "must have 1 to 3 characters, has 0"),
                ("/long", "must have 1 to 3 characters, has 4")
            ]
        );
    }
}
