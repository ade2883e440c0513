//! Times for people: at their place, in the form of their country.

use std::fmt::Write;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use icu_locale::{LanguageIdentifier, LocaleExpander};
use minijinja::value::Value;
use minijinja::{Error, ErrorKind, State};
use pure_rust_locales::{Locale, locale_match};

/// The filter `moment`: a time of RFC 3339 as the recipient of the mail reads it.
pub(super) fn moment(state: &State<'_, '_>, time: &str) -> Result<String, Error> {
    let time: DateTime<Utc> = time.parse().map_err(|fault| {
        Error::new(ErrorKind::InvalidOperation, format!("a time is not in RFC 3339: {fault}"))
    })?;
    let recipient = state.lookup("recipient").unwrap_or_default();
    let of_recipient = |name: &str| -> Result<String, Error> {
        let value: Value = recipient.get_attr(name)?;
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| Error::new(ErrorKind::UndefinedError, format!("the recipient has no {name}")))
    };
    Ok(written(time, &of_recipient("time_zone")?, &of_recipient("locale")?))
}

/// `time` in the zone, in the form of the language and country of `locale`. What is not known of either is replaced by UTC,
/// and by a form that nobody takes for another day.
pub(super) fn written(time: DateTime<Utc>, time_zone: &str, locale: &str) -> String {
    let time = time.with_timezone(&Tz::from_str_insensitive(time_zone).unwrap_or(Tz::UTC));
    let form = form_of(locale);
    let date = form.and_then(|form| date(time, form)).unwrap_or_else(|| time.format("%-d %B %Y").to_string());
    let hour = form.and_then(|form| half_day(time, form)).unwrap_or_else(|| time.format("%H:%M").to_string());
    let zone = time.format("%Z").to_string();
    // Where people have no name for their time, the database has the distance from UTC.
    let utc = if zone.starts_with(['+', '-']) { "UTC" } else { "" };
    format!("{date}, {hour} {utc}{zone}")
}

/// The locale of the C library's collection that has the forms of this language tag; none for English of nowhere in
/// particular, in which 02/03 is a day in February for some and in March for others.
fn form_of(tag: &str) -> Option<Locale> {
    let mut id = LanguageIdentifier::try_from_str(tag.split("-u-").next()?.split("-x-").next()?).ok()?;
    if id.language.as_str() == "en" && id.region.is_none() {
        return None;
    }
    LocaleExpander::new_common().maximize(&mut id);
    format!("{}_{}", id.language.as_str(), id.region?.as_str()).parse().ok()
}

/// The date in numbers, as the form orders them; names of months and days where it has them.
fn date(time: DateTime<Tz>, form: Locale) -> Option<String> {
    let [months, short_months] = [locale_match!(form => LC_TIME::MON), locale_match!(form => LC_TIME::ABMON)];
    let [days, short_days] = [locale_match!(form => LC_TIME::DAY), locale_match!(form => LC_TIME::ABDAY)];
    let month = usize::try_from(time.month0()).ok()?;
    let day = usize::try_from(time.weekday().num_days_from_sunday()).ok()?;
    let pattern = locale_match!(form => LC_TIME::D_FMT)
        .replace("%D", "%m/%d/%Y")
        // Two digits are no year.
        .replace("%y", "%Y")
        .replace("%B", months.get(month)?)
        .replace("%b", short_months.get(month)?)
        .replace("%A", days.get(day)?)
        .replace("%a", short_days.get(day)?);
    let mut date = String::new();
    // Eras and other digits are forms that are not known here.
    write!(date, "{}", time.format(&pattern)).ok().map(|()| date)
}

/// The hour in halves of the day, where the form counts so.
fn half_day(time: DateTime<Tz>, form: Locale) -> Option<String> {
    let pattern = locale_match!(form => LC_TIME::T_FMT);
    if !["%r", "%I", "%l"].iter().any(|half| pattern.contains(half)) {
        return None;
    }
    let [morning, afternoon] = locale_match!(form => LC_TIME::AM_PM) else { return None };
    let half = if time.format("%P").to_string() == "am" { morning } else { afternoon };
    Some(format!("{} {half}", time.format("%-I:%M")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_as_at_home() {
        for (zone, locale, expected) in [
            ("UTC", "en", "31 January 2026, 22:05 UTC"),
            ("Europe/Berlin", "en", "31 January 2026, 23:05 CET"),
            ("Europe/Berlin", "de", "31.01.2026, 23:05 CET"),
            ("Europe/Berlin", "de-DE-u-co-phonebk", "31.01.2026, 23:05 CET"),
            ("Europe/Vienna", "de-AT", "2026-01-31, 23:05 CET"),
            ("America/New_York", "en-US", "01/31/2026, 5:05 PM EST"),
            ("Europe/London", "en-GB", "31/01/2026, 22:05 GMT"),
            ("Asia/Tokyo", "ja-JP", "2026年02月01日, 07:05 JST"),
            ("Europe/Paris", "fr", "31/01/2026, 23:05 CET"),
            ("Asia/Dubai", "en", "1 February 2026, 02:05 UTC+04"),
            ("Mars/Olympus", "tlh", "31 January 2026, 22:05 UTC"),
            ("europe/berlin", "nonsense_at_all", "31 January 2026, 23:05 CET"),
        ] {
            assert_eq!(written("2026-01-31T22:05:00Z".parse().unwrap(), zone, locale), expected);
        }
    }

    #[test]
    fn every_form_writes_every_day_with_its_year() {
        let tags = "af ar-SA am az be-BY bg bn ca cs cy da de-CH el en-AU en-CA en-IN es es-MX et eu fa-IR fi fil fr-CA ga gl \
            gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nn pa pl pt-BR pt-PT ro ru si sk \
            sl sq sr sv sw ta te th tr uk ur uz vi zh-CN zh-TW zu";
        for tag in tags.split_whitespace() {
            for text in ["2026-01-31T22:05:00Z", "2026-07-01T00:00:00Z"] {
                let told = written(text.parse().unwrap(), "UTC", tag);
                assert!(
                    told.contains("2026") && told.ends_with(" UTC") && !told.contains('%'),
                    "{tag}: {told}"
                );
            }
        }
    }
}
