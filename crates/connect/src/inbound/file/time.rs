//! Times as exports write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::rfc2822};
use std::str::FromStr;

/// In which order day and month stand where only the file's maker knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TimeFormat {
    /// ISO forms, mail and network forms, unix seconds or milliseconds, and `31/12/2025 23:59`: day first.
    #[default]
    DayFirst,
    /// The same, but `12/31/2025 11:59 PM`: month first. Never guessed.
    MonthFirst,
    /// A pattern as `strptime` reads it: `%d %b %Y, %H:%M`.
    Pattern(String),
}

impl FromStr for TimeFormat {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        match given {
            "eu" | "day-first" => Ok(Self::DayFirst),
            "us" | "month-first" => Ok(Self::MonthFirst),
            pattern if pattern.contains('%') => Ok(Self::Pattern(pattern.to_string())),
            other => {
                Err(format!("time format {other:?} is not known: give eu, us or a pattern such as \"%d/%m/%Y %H:%M\""))
            }
        }
    }
}

/// Reads a time; one without a zone of its own is in `zone`.
pub fn parse(text: &str, format: &TimeFormat, zone: &TimeZone) -> Result<Timestamp, String> {
    let text = text.trim();
    let found = match format {
        TimeFormat::Pattern(pattern) => by_pattern(text, pattern, zone),
        _ => unix(text)
            .or_else(|| iso(text, zone))
            .or_else(|| rfc2822::DateTimeParser::new().parse_timestamp(text).ok())
            .or_else(|| by_pattern(text, "%a %b %d %H:%M:%S %z %Y", zone))
            .or_else(|| slashed(text, *format == TimeFormat::MonthFirst, zone)),
    };
    found.ok_or_else(|| {
        if *format == TimeFormat::DayFirst && is_month_first(text) {
            format!("time {text:?} has its month first: give --time-format us")
        } else {
            format!("time {text:?} is in no known form: give --time-format")
        }
    })
}

/// Whether a time can only be read with its month first.
pub(super) fn is_month_first(text: &str) -> bool {
    slashed(text, false, &TimeZone::UTC).is_none() && slashed(text, true, &TimeZone::UTC).is_some()
}

/// Unix seconds, milliseconds or microseconds, by their number of digits.
fn unix(text: &str) -> Option<Timestamp> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    unix_number(whole.parse().ok()?)
}

/// A unix time by its size: seconds, milliseconds or microseconds, from 1973 on.
pub(super) fn unix_number(number: i64) -> Option<Timestamp> {
    match number {
        100_000_000..=99_999_999_999 => Timestamp::from_second(number).ok(),
        100_000_000_000..=99_999_999_999_999 => Timestamp::from_millisecond(number).ok(),
        100_000_000_000_000..=99_999_999_999_999_999 => Timestamp::from_microsecond(number).ok(),
        _ => None,
    }
}

fn iso(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    // `2015-02-24 11:35:52 -0800`, `… UTC`: a space before the offset.
    if let Some((civil, offset)) = text.rsplit_once(' ') {
        let offset =
            if offset.eq_ignore_ascii_case("utc") || offset.eq_ignore_ascii_case("gmt") { "Z" } else { offset };
        if (offset == "Z" || offset.starts_with(['+', '-']))
            && let Ok(at) = format!("{}{offset}", civil.trim_end()).parse::<Timestamp>()
        {
            return Some(at);
        }
    }
    // Only full dates: jiff would also read a bare time or a year and month.
    if !text.get(..10).is_some_and(|d| d.as_bytes()[4] == b'-' && d.as_bytes()[7] == b'-') {
        return None;
    }
    placed(DateTime::from_str(text).ok()?, zone)
}

fn by_pattern(text: &str, pattern: &str, zone: &TimeZone) -> Option<Timestamp> {
    let broken = jiff::fmt::strtime::parse(pattern, text).ok()?;
    if broken.offset().is_some() {
        return broken.to_timestamp().ok();
    }
    let date = broken.to_date().ok()?;
    let time = broken.to_time().unwrap_or(Time::midnight());
    placed(date.to_datetime(time), zone)
}

/// `24/02/2015 11:35`, `24.02.15`, `2/24/2015 1:05:09 PM`.
fn slashed(text: &str, month_first: bool, zone: &TimeZone) -> Option<Timestamp> {
    let (day, clock) = match text.split_once([' ', 'T', '\u{a0}']) {
        Some((day, clock)) => (day.trim_end_matches(','), clock.trim()),
        None => (text, ""),
    };
    let separator = day.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = day.split(separator);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || a.len() > 2 || b.len() > 2 || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let (day, month) = if month_first { (b, a) } else { (a, b) };
    let century = if year.len() == 2 { 2000 } else { 0 };
    let date = Date::new(year.parse::<i16>().ok()? + century, month.parse().ok()?, day.parse().ok()?).ok()?;
    placed(date.to_datetime(time_of_day(clock)?), zone)
}

fn time_of_day(clock: &str) -> Option<Time> {
    if clock.is_empty() {
        return Some(Time::midnight());
    }
    let upper = clock.to_ascii_uppercase();
    let (digits, half) = match (upper.strip_suffix("AM"), upper.strip_suffix("PM")) {
        (Some(rest), _) => (rest.trim(), Some(0)),
        (_, Some(rest)) => (rest.trim(), Some(12)),
        _ => (upper.as_str(), None),
    };
    let mut parts = digits.split([':', 'H']);
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next().filter(|m| !m.is_empty()).map_or(Some(0), |m| m.parse().ok())?;
    let second: i8 = parts.next().map_or(Some(0), |s| s.parse().ok())?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}

fn placed(civil: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_forms() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        for (text, expected) in [
            ("2015-02-24T11:35:52Z", "2015-02-24T11:35:52Z"),
            ("2022-08-30T23:05:46.839Z", "2022-08-30T23:05:46.839Z"),
            ("2015-02-24 11:35:52 -0800", "2015-02-24T19:35:52Z"),
            ("2015-02-24 11:35:52 UTC", "2015-02-24T11:35:52Z"),
            ("2015-02-24 11:35:52+00:00", "2015-02-24T11:35:52Z"),
            ("2015-02-24 11:35:52", "2015-02-24T10:35:52Z"),
            ("2015-07-24T11:35", "2015-07-24T09:35:00Z"),
            ("2015-02-24", "2015-02-23T23:00:00Z"),
            ("24/02/2015 11:35", "2015-02-24T10:35:00Z"),
            ("01/02/2015 11h05", "2015-02-01T10:05:00Z"),
            ("24.02.2015", "2015-02-23T23:00:00Z"),
            ("Tue, 24 Feb 2015 11:35:52 -0800", "2015-02-24T19:35:52Z"),
            ("Tue Feb 24 11:35:52 +0000 2015", "2015-02-24T11:35:52Z"),
            ("1424777752", "2015-02-24T11:35:52Z"),
            ("1424777752.0", "2015-02-24T11:35:52Z"),
            ("1424777752123", "2015-02-24T11:35:52.123Z"),
        ] {
            let at = parse(text, &TimeFormat::DayFirst, &paris).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(at.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn month_first_only_when_told() {
        let utc = TimeZone::UTC;
        let told = |t: &str| parse(t, &TimeFormat::MonthFirst, &utc).map(|at| at.to_string());
        assert_eq!(told("2/24/15 11:35"), Ok("2015-02-24T11:35:00Z".into()));
        assert_eq!(told("02/03/2015 12:05:09 AM"), Ok("2015-02-03T00:05:09Z".into()));
        assert_eq!(told("02/03/2015 12:05 PM"), Ok("2015-02-03T12:05:00Z".into()));
        let refused = parse("2/24/15 11:35", &TimeFormat::DayFirst, &utc).unwrap_err();
        assert!(refused.contains("--time-format us"), "{refused}");
        assert!(is_month_first("2/24/15 11:35") && !is_month_first("2/3/15") && !is_month_first("2015-02-24"));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "yesterday",
            "12",
            "2015-13-01",
            "99/99/2015",
            "24/02/2015 25:00",
            "2015",
            "é015-02-24",
            "11:35",
            "-1424777752",
        ] {
            assert!(parse(text, &TimeFormat::DayFirst, &TimeZone::UTC).is_err(), "{text}");
        }
        let pattern: TimeFormat = "%d %b %Y, %H:%M".parse().unwrap();
        assert_eq!(parse("24 Feb 2015, 11:35", &pattern, &TimeZone::UTC).unwrap().to_string(), "2015-02-24T11:35:00Z");
        assert!(parse("2015-02-24", &pattern, &TimeZone::UTC).is_err());
        assert!(TimeFormat::from_str("american").is_err());
    }
}
