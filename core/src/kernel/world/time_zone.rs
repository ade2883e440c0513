//! Time zones.

use chrono_tz::Tz;
use thiserror::Error;

/// The text names no time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("must be a name of the IANA time zone database such as Europe/Berlin")]
pub struct UnknownTimeZone;

/// The name of a time zone as the IANA database (RFC 6557) writes it, whatever case it was typed in. The database is that
/// of the program; names that it keeps only for older systems are taken.
///
/// # Errors
/// [`UnknownTimeZone`] when there is none of this name.
pub fn canonical_time_zone(name: &str) -> Result<&'static str, UnknownTimeZone> {
    Tz::from_str_insensitive(name).map(Tz::name).map_err(|_| UnknownTimeZone)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("UTC", "UTC")]
    #[case("Europe/Berlin", "Europe/Berlin")]
    #[case("europe/berlin", "Europe/Berlin")]
    #[case("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    #[case("Asia/Calcutta", "Asia/Calcutta")]
    #[case("Etc/GMT+5", "Etc/GMT+5")]
    fn zones_of_the_database_are_taken(#[case] name: &str, #[case] canonical: &str) {
        assert_eq!(canonical_time_zone(name), Ok(canonical));
    }

    #[rstest]
    #[case("Europe/Berln")]
    #[case("")]
    #[case("Berlin")]
    #[case("+01:00")]
    #[case("Europe/Berlin ")]
    #[case("Mars/Olympus")]
    #[case("CEST")]
    fn others_are_refused(#[case] name: &str) {
        assert_eq!(canonical_time_zone(name), Err(UnknownTimeZone), "{name:?}");
    }
}
