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
