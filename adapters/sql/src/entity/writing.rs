//! Turns domain values into what columns hold.

/// A counter that never is negative, such as a version.
///
/// # Panics
/// Beyond 2^63: no counter of ours gets there.
pub(crate) fn big(count: u64) -> i64 {
    i64::try_from(count).expect("a counter below 2^63")
}

/// A small counter, such as one of attempts.
///
/// # Panics
/// Beyond 2^31: no such counter of ours gets there.
pub(super) fn small(count: u32) -> i32 {
    i32::try_from(count).expect("a counter below 2^31")
}

/// Text from outside, such as a provider's answer. `PostgreSQL` cannot store NUL in text, and an answer with one must
/// not keep its attempt from being recorded.
pub(crate) fn foreign(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
