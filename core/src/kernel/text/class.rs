//! What kind of character a character is, by the Unicode Character Database.

use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// The general category (UAX #44, section 5.7.1).
pub(crate) fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a reader shows nothing for it: joiners, fillers, variation selectors, soft hyphens, zero-width spaces.
pub(crate) fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// Whether it turns the direction of what follows (UAX #9): with such marks a text reads other than it is.
pub(crate) fn is_bidi_control(c: char) -> bool {
    CodePointSetData::new::<BidiControl>().contains(c)
}

/// Whether there is something to see: a letter, digit, sign or symbol.
pub(crate) fn is_visible(c: char) -> bool {
    // The empty cell of Braille is a symbol by its category, and blank to the eye.
    const BLANK_BRAILLE: char = '\u{2800}';
    let is_sign = !matches!(
        category(c),
        GeneralCategory::SpaceSeparator
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::Unassigned
            | GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            | GeneralCategory::EnclosingMark
    );
    is_sign && c != BLANK_BRAILLE && !is_ignorable(c)
}

/// Whether no character has this code yet, so that a later version of Unicode decides what it is.
pub(crate) fn is_unassigned(c: char) -> bool {
    category(c) == GeneralCategory::Unassigned
}

/// Whether it may stand in a name that is compared by its letters: letters, digits and the marks on them, without
/// those that are another writing of something else (RFC 8264, sections 4.2.2 and 9.1).
pub(crate) fn is_identifier(c: char) -> bool {
    use unicode_normalization::UnicodeNormalization;

    let is_letter_or_digit = matches!(
        category(c),
        GeneralCategory::LowercaseLetter
            | GeneralCategory::UppercaseLetter
            | GeneralCategory::OtherLetter
            | GeneralCategory::ModifierLetter
            | GeneralCategory::DecimalNumber
            | GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
    );
    is_letter_or_digit && !is_ignorable(c) && std::iter::once(c).nfkc().eq([c])
}
