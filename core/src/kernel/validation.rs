//! Collecting every refused value of a request, so that the caller learns all of them at once.

use super::error::FieldError;
use super::text::TextRule;

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

    /// Brings `text` into the form that is stored, and notes whatever `rule` refuses of it.
    pub fn text(&mut self, rule: TextRule, text: &mut String, field: &str) {
        let stored = rule.stored(text);
        if stored != text.as_str() {
            *text = stored.into_owned();
        }
        for fault in rule.faults(text) {
            let (code, message) = (fault.code, fault.message);
            self.errors.push(FieldError { field: field.to_owned(), code, message });
        }
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
        check.text(TextRule::line(2), &mut "abc".to_owned(), "/c");
        let expected = [("/a", "first"), ("/b", "number"), ("/c", "length")];
        assert_eq!(pointers(check), expected.map(|(field, code)| (field.to_owned(), code)));
    }

    #[test]
    fn a_text_is_brought_into_its_form_and_every_fault_of_it_is_told() {
        let mut check = Validation::new();
        let mut name = " Zoe\u{308} ".to_owned();
        check.text(TextRule::line(3), &mut name, "/name");
        assert_eq!(name, "Zoë");
        check.text(TextRule::line(3), &mut "\u{202e}\u{3164}ab\n".to_owned(), "/odd");
        check.text(TextRule::line(3), &mut String::new(), "/short");
        let errors = check.finish().unwrap_err();
        let told: Vec<_> = errors.iter().map(|error| (&*error.field, error.code)).collect();
        assert_eq!(told, [("/odd", "length"), ("/odd", "characters"), ("/short", "length")]);
        assert_eq!(errors[2].message, "must have 1 to 3 characters, has 0");
    }
}
