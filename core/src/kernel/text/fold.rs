//! The form in which texts are searched.

use std::borrow::Cow;

use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;

use super::class::is_ignorable;

/// `text` without what people do not mean when they search: case, the way an accent is encoded, the width of a letter,
/// ligatures and what is not shown. `Straße` and `STRASSE` are one, as are both ways to encode `é`; an accent itself
/// counts.
///
/// This is the compatibility caseless match of Unicode (section 3.13, D146), ended in normal form KC and without what
/// a reader ignores, as in `NFKC_Casefold`. Both sides of a comparison are folded here and never by a database, because
/// the engines fold differently.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let cases = CaseMapper::new();
    let once: String = text.nfd().filter(|c| !is_ignorable(*c)).collect();
    let compatible: String = cases.fold_string(&once).nfkd().collect();
    let twice: Cow<'_, str> = cases.fold_string(&compatible);
    twice.nfkc().filter(|c| !is_ignorable(*c)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[rstest]
    #[case("émile", "e\u{301}mile")]
    #[case("Straße", "STRASSE")]
    #[case("ΣΊΣΥΦΟΣ", "σίσυφος")]
    #[case("ﬁne", "FINE")]
    #[case("ＡＢＣ１２", "abc12")]
    #[case("ｶﾞ", "ガ")]
    #[case("Ⅳ", "iv")]
    #[case("co\u{ad}operate", "cooperate")]
    #[case("zero\u{200b}width", "ZEROWIDTH")]
    #[case("Å", "\u{212b}")]
    #[case("Plain ASCII 7", "plain ascii 7")]
    fn writings_of_one_text_are_one(#[case] one: &str, #[case] other: &str) {
        assert_eq!(folded(one), folded(other));
    }

    #[rstest]
    #[case("emile", "émile")]
    #[case("o", "ø")]
    #[case("a b", "ab")]
    fn what_people_tell_apart_stays_apart(#[case] one: &str, #[case] other: &str) {
        assert_ne!(folded(one), folded(other));
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in any::<String>()) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn canonically_equal_texts_fold_alike(text in any::<String>()) {
            let (composed, combined): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(folded(&composed), folded(&combined));
        }
    }
}
