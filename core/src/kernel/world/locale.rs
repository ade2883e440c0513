//! Language tags.

use icu_locale::{Locale, LocaleCanonicalizer};
use thiserror::Error;

/// The text is not a language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("must be a BCP 47 language tag such as en, de-AT or de-DE-u-co-phonebk")]
pub struct UnknownLocale;

/// The longest tag that is kept, in bytes: every part of a tag once, with room for extensions.
const LONGEST: usize = 64;

/// The one writing of a language tag (BCP 47, RFC 5646): cases, order and present names as UTS #35 says in annex C, and
/// as `Intl.getCanonicalLocales` of every browser does.
///
/// # Errors
/// [`UnknownLocale`] when it is not well formed, or longer than 64 characters.
pub fn canonical_locale(tag: &str) -> Result<String, UnknownLocale> {
    // Underscores are of other systems (POSIX, Java), whose tags mean something else where they go on.
    if tag.len() > LONGEST || tag.contains('_') {
        return Err(UnknownLocale);
    }
    let mut locale = Locale::try_from_str(tag).map_err(|_| UnknownLocale)?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Ok(locale.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("en", "en")]
    #[case("EN-us", "en-US")]
    #[case("de-DE-u-co-phonebk", "de-DE-u-co-phonebk")]
    #[case("zh-hant-tw", "zh-Hant-TW")]
    #[case("SR-latn-rs", "sr-Latn-RS")]
    #[case("iw", "he")]
    #[case("es-419", "es-419")]
    #[case("sl-rozaj", "sl-rozaj")]
    #[case("en-x-private", "en-x-private")]
    fn tags_have_one_writing(#[case] tag: &str, #[case] canonical: &str) {
        assert_eq!(canonical_locale(tag).as_deref(), Ok(canonical));
    }

    #[rstest]
    #[case("")]
    #[case("e")]
    #[case("deutsch-land-ist-gross")]
    #[case("de_DE")]
    #[case("de-")]
    #[case("-de")]
    #[case("de--DE")]
    #[case("de DE")]
    #[case("dé")]
    #[case("12")]
    #[case("en-u")]
    #[case("en\0")]
    fn what_is_no_tag_is_refused(#[case] tag: &str) {
        assert_eq!(canonical_locale(tag), Err(UnknownLocale), "{tag:?}");
    }

    proptest! {
        #[test]
        fn the_writing_is_stable(tag in "[a-zA-Z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2}|-[0-9]{3})?(-u-[a-z]{2}-[a-z]{3,8})?") {
            if let Ok(once) = canonical_locale(&tag) {
                prop_assert_eq!(canonical_locale(&once), Ok(once.clone()));
            }
        }
    }
}
