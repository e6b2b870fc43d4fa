//! Dates and times as each language says them.

use crate::{Arg, Locale, Words};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use text::Names;

/// Monday first.
const FR_SHORT: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
const EN_SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FY_SHORT: [&str; 7] = ["mo", "ti", "wo", "to", "fr", "so", "si"];
const NL_SHORT: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

fn names(locale: Locale) -> &'static Names {
    match locale {
        Locale::Fr => &Names::FRENCH,
        Locale::En => &Names::ENGLISH,
        Locale::Fy => &Names::FRISIAN,
        Locale::Nl => &Names::DUTCH,
    }
}

fn of_month(locale: Locale, at: &Zoned) -> &'static str {
    names(locale).months[usize::from(at.month().unsigned_abs()).saturating_sub(1) % 12]
}

fn of_week(days: [&'static str; 7], at: &Zoned) -> &'static str {
    days[usize::from(at.weekday().to_monday_zero_offset().unsigned_abs()) % 7]
}

/// The short name of the day of the week.
pub(crate) fn short_day(locale: Locale, at: &Zoned) -> &'static str {
    let days = match locale {
        Locale::Fr => FR_SHORT,
        Locale::En => EN_SHORT,
        Locale::Fy => FY_SHORT,
        Locale::Nl => NL_SHORT,
    };
    of_week(days, at)
}

fn day_month(locale: Locale, at: &Zoned) -> String {
    let day = match (locale, at.day()) {
        (Locale::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day} {}", of_month(locale, at))
}

/// `22 novembre 2026`.
pub(crate) fn date(locale: Locale, at: &Zoned) -> String {
    format!("{} {}", day_month(locale, at), at.year())
}

/// `dimanche 22 novembre 2026`.
pub(crate) fn long_date(locale: Locale, at: &Zoned) -> String {
    format!("{} {}", of_week(names(locale).weekdays, at), date(locale, at))
}

/// The place that names a zone: `Paris` of `Europe/Paris`; `UTC` where it has none.
pub(crate) fn place(zone: &TimeZone) -> String {
    let name = zone.iana_name().filter(|name| !name.starts_with("Etc/")).and_then(|name| name.rsplit('/').next());
    name.unwrap_or("UTC").replace('_', " ")
}

/// How far a zone is from UTC at that time: `UTC`, `UTC+1`, `UTC−3:30`.
pub(crate) fn offset(zone: &TimeZone, at: Timestamp) -> String {
    let minutes = zone.to_offset(at).seconds() / 60;
    let (sign, ahead) = if minutes < 0 { ('−', -minutes) } else { ('+', minutes) };
    match (ahead / 60, ahead % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// Relative within the hour, then the time today, yesterday, the date with the time, the date.
pub(crate) fn when(words: &Words, at: Timestamp) -> String {
    let minutes = words.now().duration_since(at).as_mins();
    if (0..60).contains(&minutes) {
        return match minutes {
            0 => words.say("time-just-now"),
            m => words.tell("time-minutes-ago", &[("count", Arg::Number(m))]),
        };
    }
    let (then, now) = (at.to_zoned(words.zone().clone()), words.now().to_zoned(words.zone().clone()));
    let time = words.time(at);
    if then.date() == now.date() {
        return time;
    }
    if now.date().yesterday().is_ok_and(|day| day == then.date()) {
        return words.tell("time-yesterday", &[("time", time.into())]);
    }
    if then.year() == now.year() {
        return format!("{}, {time}", day_month(words.locale(), &then));
    }
    date(words.locale(), &then)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(locale: Locale) -> Words {
        Words::new(locale, "Europe/Paris", "2026-11-21T22:22:00Z".parse().unwrap())
    }

    #[test]
    fn names_of_days_and_months() {
        let at = "2026-01-31T22:04:00Z".parse().unwrap();
        for (locale, expected) in [
            (Locale::Fr, "samedi 31 janvier 2026"),
            (Locale::En, "Saturday 31 January 2026"),
            (Locale::Fy, "sneon 31 jannewaris 2026"),
            (Locale::Nl, "zaterdag 31 januari 2026"),
        ] {
            assert_eq!(words(locale).long_date(at), expected);
        }
        assert_eq!(words(Locale::Fr).long_date("2026-11-30T23:30:00Z".parse().unwrap()), "mardi 1er décembre 2026");
    }

    #[test]
    fn when_is_relative_within_the_hour() {
        for (at, expected) in [
            ("2026-11-21T22:22:00Z", "à l’instant"),
            ("2026-11-21T22:18:00Z", "il y a 4\u{202f}min"),
            ("2026-11-21T21:22:30Z", "il y a 59\u{202f}min"),
            ("2026-11-21T21:22:00Z", "22:22"),
            ("2026-11-21T22:30:00Z", "23:30"),
            ("2026-11-20T22:30:00Z", "hier à 23:30"),
            ("2026-11-01T12:00:00Z", "1er novembre, 13:00"),
            ("2025-12-31T12:00:00Z", "31 décembre 2025"),
        ] {
            assert_eq!(words(Locale::Fr).when(at.parse().unwrap()), expected, "{at}");
        }
    }

    #[test]
    fn since_gives_the_time_too() {
        let words = words(Locale::En);
        for (at, expected) in [
            ("2026-11-21T22:22:00Z", "23:22"),
            ("2026-11-21T22:04:00Z", "23:04 (18 min ago)"),
            ("2026-11-21T20:04:00Z", "21:04"),
            ("2026-11-20T22:04:00Z", "yesterday 23:04"),
        ] {
            assert_eq!(words.since(at.parse().unwrap()), expected);
        }
    }

    #[test]
    fn an_hour_names_its_zone_where_the_readers_is_another() {
        let (there, at) = (TimeZone::get("Europe/Paris").unwrap(), "2026-11-21T20:48:00Z".parse().unwrap());
        let now: Timestamp = "2026-11-21T22:22:00Z".parse().unwrap();
        for (own, hour, line) in [
            ("Europe/Amsterdam", "21:48", None),
            ("Europe/London", "21:48 (Paris)", Some("Hours of Paris (UTC+1); yours are those of London.")),
            ("America/St_Johns", "21:48 (Paris)", Some("Hours of Paris (UTC+1); yours are those of St Johns.")),
            ("UTC", "21:48 (Paris)", Some("Hours of Paris (UTC+1); yours are those of UTC.")),
        ] {
            let words = Words::new(Locale::En, own, now).there(&there);
            assert_eq!((words.time(at), words.when(at)), (hour.to_owned(), hour.to_owned()), "{own}");
            assert_eq!(words.whose_hours().as_deref(), line, "{own}");
            // What is told in a second zone is still read in the reader's own.
            let home = words.there(&TimeZone::get(own).unwrap());
            assert!(!home.time(at).contains('('), "{own}: {}", home.time(at));
        }
        let soon = "2026-11-21T22:04:00Z".parse().unwrap();
        let words = Words::new(Locale::En, "Europe/London", now).there(&there);
        assert_eq!(words.since(soon), "23:04 (Paris), 18 min ago");
        let everybody = Words::new(Locale::Fr, "America/St_Johns", now).for_everybody();
        assert_eq!(everybody.time(at), "17:18 (St Johns)");
        assert_eq!(everybody.whose_hours().unwrap(), "Heures de St Johns (UTC−3:30).");
        assert_eq!(Words::new(Locale::Fr, "Europe/Paris", now).whose_hours(), None);
    }

    #[test]
    fn an_unknown_zone_is_utc_and_extremes_do_not_panic() {
        let words = Words::new(Locale::Fy, "Mars/Olympus", Timestamp::UNIX_EPOCH);
        assert_eq!(words.time(Timestamp::UNIX_EPOCH), "00:00");
        for at in [Timestamp::MIN, Timestamp::MAX] {
            assert!(!words.when(at).is_empty());
            assert!(!words.long_date(at).is_empty());
        }
    }
}
