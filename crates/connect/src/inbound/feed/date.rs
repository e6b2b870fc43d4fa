//! Dates as feeds write them: RFC 822 with all its sins, RFC 3339 in every length, and what C prints.

use jiff::civil;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// Reads a date; none when it is no date. A missing or unknown zone is UTC.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() > 100 || !text.is_ascii() {
        return None;
    }
    if let Ok(at) = text.parse() {
        return Some(at);
    }
    let starts_with_year = text.len() >= 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    if starts_with_year { iso(text) } else { rfc822(text) }
}

/// `2003`, `2003-12`, `20031231`, `2003-12-31T10:14`, `2003-12-31 10:14:55 +0100`…
fn iso(text: &str) -> Option<Timestamp> {
    let (date, rest) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], text[at + 1..].trim()),
        None => (text, ""),
    };
    let number = |s: &str| s.parse::<i16>().ok();
    let parts: Vec<&str> = date.split('-').collect();
    let (year, month, day) = match parts.as_slice() {
        [all] if all.len() == 8 => (number(&all[..4])?, number(&all[4..6])?, number(&all[6..])?),
        [year] if year.len() == 4 => (number(year)?, 1, 1),
        [year, month] => (number(year)?, number(month)?, 1),
        [year, month, day] => (number(year)?, number(month)?, number(day)?),
        _ => return None,
    };
    let zone_at = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    at(year, month, day, &rest[..zone_at], rest[zone_at..].trim())
}

/// `Thu, 01 Jan 2004 19:48:21 GMT`, `1 Jan 04 19:48 -0500`, `Thu Jan  1 19:48:21 2004`, `Thu, Jan 1 2004 19:48:21 EST`.
fn rfc822(text: &str) -> Option<Timestamp> {
    // Before the time a dash separates, after it a dash is the sign of the zone.
    let (date, clock) = text.split_at(text.find(':').unwrap_or(text.len()));
    let text = format!("{}{}", date.replace([',', '-'], " "), clock.replace(',', " "));
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, "", String::new());
    for token in text.split_whitespace() {
        let digits = token.bytes().all(|b| b.is_ascii_digit());
        if token.contains(':') && time.is_empty() {
            time = token;
        } else if digits && day.is_none() && token.len() <= 2 {
            day = token.parse().ok();
        } else if digits && year.is_none() && !token.is_empty() {
            year = Some(full_year(token)?);
        } else if let Some(number) = month_number(token).filter(|_| month.is_none()) {
            month = Some(number);
        } else if !time.is_empty() {
            zone.push_str(token);
        }
    }
    at(year?, month?, day?, time, &zone)
}

fn full_year(token: &str) -> Option<i16> {
    let year: i16 = token.parse().ok()?;
    Some(match (token.len(), year) {
        (2, 0..=68) => 2000 + year,
        (2, _) => 1900 + year,
        (3, 100..) => 1900 + year,
        _ => year,
    })
}

fn month_number(token: &str) -> Option<i16> {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = token.get(..3)?.to_ascii_lowercase();
    months.iter().position(|m| *m == start).map(|i| i as i16 + 1)
}

fn at(year: i16, month: i16, day: i16, time: &str, zone: &str) -> Option<Timestamp> {
    let mut clock = time.split(':');
    let mut next = || clock.next().map(|part| part.split(['.', ',']).next().unwrap_or("").parse::<i8>());
    let (hour, minute, second) = match time {
        "" => (0, 0, 0),
        _ => (next()?.ok()?, next().unwrap_or(Ok(0)).ok()?, next().unwrap_or(Ok(0)).ok()?),
    };
    let (hour, more) =
        if hour == 24 && minute == 0 { (0, SignedDuration::from_hours(24)) } else { (hour, SignedDuration::ZERO) };
    let second = if second == 60 { 59 } else { second };
    let date =
        civil::DateTime::new(year, month.try_into().ok()?, day.try_into().ok()?, hour, minute, second, 0).ok()?;
    let zoned = date.to_zoned(TimeZone::fixed(offset(zone))).ok()?;
    zoned.timestamp().checked_add(more).ok()
}

fn offset(zone: &str) -> Offset {
    let upper = zone.to_ascii_uppercase();
    let hours = match upper.as_str() {
        "EST" => -5,
        "EDT" => -4,
        "CST" => -6,
        "CDT" => -5,
        "MST" => -7,
        "MDT" => -6,
        "PST" => -8,
        "PDT" => -7,
        "CET" | "MET" | "BST" | "WEST" => 1,
        "CEST" | "MEST" | "EET" => 2,
        "EEST" | "MSK" => 3,
        "JST" | "KST" => 9,
        _ => return numeric_offset(&upper).unwrap_or(Offset::UTC),
    };
    Offset::from_hours(hours).unwrap_or(Offset::UTC)
}

fn numeric_offset(zone: &str) -> Option<Offset> {
    let zone = zone.strip_prefix("GMT").or_else(|| zone.strip_prefix("UTC")).unwrap_or(zone);
    let (sign, digits) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_found_in_the_wild() {
        let table = [
            ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
            ("2003-12-31T10:14:55.25+01:00", "2003-12-31T09:14:55.25Z"),
            ("2003-12-31t10:14:55z", "2003-12-31T10:14:55Z"),
            ("2003-12-31T10:14", "2003-12-31T10:14:00Z"),
            ("2003-12-31 10:14:55 -0500", "2003-12-31T15:14:55Z"),
            ("2003-12-31 10:14:55.7", "2003-12-31T10:14:55Z"),
            ("2003-12-31", "2003-12-31T00:00:00Z"),
            ("2003-12", "2003-12-01T00:00:00Z"),
            ("2003", "2003-01-01T00:00:00Z"),
            ("20031231", "2003-12-31T00:00:00Z"),
            ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thu, 1 Jan 04 19:48 -0500", "2004-01-02T00:48:00Z"),
            ("01 Jan 2004 19:48:21 EDT", "2004-01-01T23:48:21Z"),
            ("Thu, 01-Jan-2004 19:48:21 +0100", "2004-01-01T18:48:21Z"),
            ("01-Jan-04 19:48:21 -0100", "2004-01-01T20:48:21Z"),
            ("01 Jan 2004 19:48:21 GMT-1", "2004-01-01T20:48:21Z"),
            ("Thu, Jan 1 2004 19:48:21 PST", "2004-01-02T03:48:21Z"),
            ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"),
            ("Thursday, 1 January 2004 24:00:00 UT", "2004-01-02T00:00:00Z"),
            ("Thu, 01 Jan 2004 19:48:21 GMT+02:00", "2004-01-01T17:48:21Z"),
            ("Thu, 01 Jan 2004 19:48:60 ???", "2004-01-01T19:48:59Z"),
            ("1 Jan 2004", "2004-01-01T00:00:00Z"),
            ("Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00Z"),
            ("Fri, 31 Dec 2099 23:59:59 GMT", "2099-12-31T23:59:59Z"),
        ];
        for (text, expected) in table {
            assert_eq!(parse(text), Some(expected.parse().unwrap()), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "31 Feb 2004",
            "2003-13-01",
            "2003-02-30T00:00:00Z",
            "1:2:3",
            "lundi 3 août",
            "Thu, 01 Jan 2004 99:48:21 GMT",
            "99999-01-01",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
