//! What people write for people: names, titles, addresses, remarks; and the codes beside them.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

use super::class::{is_bidi_control, is_ignorable, is_visible};

/// What a text is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// One line without anything that is not seen, because people compare it by eye and programs letter by letter.
    Code,
}

/// The rule of one kind of text.
///
/// Lengths are counted in grapheme clusters (UAX #29), as people count: a family of emoji and a letter with its marks are
/// one each. So that one cluster cannot be of any size, a text also has at most four bytes per cluster that it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRule {
    shape: Shape,
    max: usize,
}

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFault {
    /// A stable code: `length`, `characters` or `blank`.
    pub code: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
}

impl TextRule {
    /// One line of 1 to `max` characters: a name, a street, a phrase.
    #[must_use]
    pub const fn line(max: usize) -> Self {
        Self { shape: Shape::Line, max }
    }

    /// A text of 1 to `max` characters that may have several lines: a note, a remark.
    #[must_use]
    pub const fn lines(max: usize) -> Self {
        Self { shape: Shape::Lines, max }
    }

    /// A code of 1 to `max` characters: an article number, a tracking number.
    #[must_use]
    pub const fn code(max: usize) -> Self {
        Self { shape: Shape::Code, max }
    }

    /// The most bytes (UTF-8) of such a text, and so the most code points too.
    #[must_use]
    pub const fn max_bytes(self) -> usize {
        4 * self.max
    }

    /// `text` in the form that is stored: normal form C (UAX #15), and where it is one line without blanks around it.
    #[must_use]
    pub fn stored(self, text: &str) -> Cow<'_, str> {
        let kept = if self.shape == Shape::Lines { text } else { text.trim() };
        if is_nfc(kept) { Cow::Borrowed(kept) } else { Cow::Owned(kept.nfc().collect()) }
    }

    /// Everything that is wrong with `text`, which is in the form that is stored.
    #[must_use]
    pub fn faults(self, text: &str) -> Vec<TextFault> {
        let mut faults = Vec::new();
        let mut refuse = |code, message: String| faults.push(TextFault { code, message });
        let length = characters(text);
        if !(1..=self.max).contains(&length) {
            refuse("length", format!("must have 1 to {} characters, has {length}", self.max));
        } else if text.len() > self.max_bytes() {
            let max = self.max_bytes();
            refuse("length", format!("must have at most {max} bytes in UTF-8, has {}", text.len()));
        }
        if text.chars().any(|c| !self.admits(c)) {
            let message = match self.shape {
                Shape::Line => "must be one line without control characters and marks of direction",
                Shape::Lines => {
                    "must not contain marks of direction, or control characters other than line breaks and tabs"
                }
                Shape::Code => "must be one line without control characters and characters that are not seen",
            };
            refuse("characters", message.to_owned());
        }
        if !text.is_empty() && !text.chars().any(is_visible) {
            refuse("blank", "must not be blank: there is nothing to see in it".to_owned());
        }
        faults
    }

    fn admits(self, c: char) -> bool {
        if c.is_ascii() {
            return !c.is_ascii_control() || (self.shape == Shape::Lines && matches!(c, '\n' | '\r' | '\t'));
        }
        let breaks_lines = matches!(c, '\u{2028}' | '\u{2029}');
        !c.is_control()
            && !is_bidi_control(c)
            && (self.shape == Shape::Lines || !breaks_lines)
            && (self.shape != Shape::Code || !is_ignorable(c))
    }
}

/// How many characters a person counts in `text`.
#[must_use]
pub fn characters(text: &str) -> usize {
    // Of ASCII only a carriage return and a line feed are one cluster together.
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";
    const ENGLAND: &str = "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";

    fn codes(rule: TextRule, text: &str) -> Vec<&'static str> {
        rule.faults(&rule.stored(text)).into_iter().map(|fault| fault.code).collect()
    }

    #[rstest]
    #[case::quotes("O'Brien \"100%\" 🧾 שלום")]
    #[case::composed("Zoë")]
    #[case::combined("Zoe\u{308}")]
    #[case::family(FAMILY)]
    #[case::flag(ENGLAND)]
    #[case::heart("I ❤\u{fe0f} tea")]
    #[case::thai("สมชาย")]
    #[case::persian("می\u{200c}خواهم")]
    #[case::devanagari("क्षत्रिय")]
    #[case::blanks_around("  Alice\u{a0}")]
    #[case::one_letter("李")]
    #[case::a_sign("—")]
    fn what_people_write_is_taken(#[case] text: &str) {
        let none: [&str; 0] = [];
        assert_eq!(codes(TextRule::line(25), text), none);
        assert_eq!(codes(TextRule::lines(25), text), none);
    }

    #[rstest]
    #[case::empty("", &["length"])]
    #[case::blanks("   ", &["length"])]
    #[case::no_break_spaces("\u{a0}\u{2003}", &["length"])]
    #[case::filler("\u{3164}", &["blank"])]
    #[case::half_filler("\u{ffa0}", &["blank"])]
    #[case::braille("\u{2800}", &["blank"])]
    #[case::zero_width("\u{200b}\u{2060}", &["blank"])]
    #[case::mark_alone("\u{301}", &["blank"])]
    #[case::overridden("a\u{202e}b", &["characters"])]
    #[case::isolated("\u{2066}a\u{2069}", &["characters"])]
    #[case::mark_of_direction("a\u{200f}", &["characters"])]
    #[case::line_separator("a\u{2028}b", &["characters"])]
    #[case::paragraph("a\u{2029}b", &["characters"])]
    #[case::two_lines("a\nb", &["characters"])]
    #[case::tab("a\tb", &["characters"])]
    #[case::next_line("a\u{85}b", &["characters"])]
    #[case::nul("a\0", &["characters"])]
    #[case::escape("\u{1b}[31m", &["characters"])]
    #[case::delete("a\u{7f}b", &["characters"])]
    #[case::too_long("xxxxxxxxxxxxxxxxxxxxx", &["length"])]
    #[case::a_heap_of_marks(&format!("a{}", "\u{301}".repeat(60)), &["length"])]
    fn one_line_is_refused(#[case] text: &str, #[case] told: &[&str]) {
        assert_eq!(codes(TextRule::line(20), text), told, "{text:?}");
    }

    #[rstest]
    #[case("two\nlines", &[])]
    #[case("Windows\r\nand a\ttab", &[])]
    #[case("old\u{2028}habits", &[])]
    #[case("\n\n", &["blank"])]
    #[case("bell\u{7}", &["characters"])]
    #[case("a\u{202e}b", &["characters"])]
    fn several_lines_have_breaks_and_tabs_only(#[case] text: &str, #[case] told: &[&str]) {
        assert_eq!(codes(TextRule::lines(50), text), told, "{text:?}");
    }

    #[rstest]
    #[case("TEA-EG-100", &[])]
    #[case("größe 5", &[])]
    #[case("TEA\u{200b}-1", &["characters"])]
    #[case("TEA\u{ad}-1", &["characters"])]
    #[case("TEA\u{200d}-1", &["characters"])]
    fn a_code_has_nothing_that_is_not_seen(#[case] text: &str, #[case] told: &[&str]) {
        assert_eq!(codes(TextRule::code(20), text), told, "{text:?}");
    }

    #[test]
    fn lengths_are_as_people_count_them() {
        for (text, count) in [("", 0), ("abc", 3), ("a\r\nb", 3), ("e\u{301}", 1), (FAMILY, 1), (ENGLAND, 1)]
        {
            assert_eq!(characters(text), count, "{text:?}");
        }
        let families = FAMILY.repeat(20);
        assert_eq!(codes(TextRule::line(200), &families), [""; 0]);
        assert_eq!(codes(TextRule::line(19), &families), ["length"]);
        assert_eq!(codes(TextRule::line(50), &families), ["length"], "twenty characters, but 360 bytes");
    }

    proptest! {
        #[test]
        fn the_stored_form_is_stable_and_what_is_taken_stays_taken(text in any::<String>()) {
            for rule in [TextRule::line(40), TextRule::lines(40), TextRule::code(40)] {
                let stored = rule.stored(&text).into_owned();
                prop_assert_eq!(rule.stored(&stored), stored.as_str());
                if rule.faults(&stored).is_empty() {
                    prop_assert!(stored.len() <= rule.max_bytes());
                    prop_assert!(stored.chars().any(is_visible));
                    prop_assert!(!stored.chars().any(is_bidi_control));
                    prop_assert!(!stored.contains('\0'));
                }
            }
        }
    }
}
