//! The small values of a plan: lengths of time, hours, absences, closed lists of words.

use super::model::{Alone, Channel, ClockKind, Degree, Half, Hours, Phase, Posture, Severity};
use super::section::Choice;
use crate::setup::Size;
use jiff::civil::{Date, Time, Weekday};
use text::{Cause, Language};

/// Languages a plan can be written in.
pub(super) const LANGUAGES: &[Choice<Language>] = &[
    ("fr", Language::Fr),
    ("en", Language::En),
    ("fy", Language::Fy),
    ("nl", Language::Nl),
    ("de", Language::De),
    ("es", Language::Es),
    ("it", Language::It),
    ("pt", Language::Pt),
    ("af", Language::Af),
];

pub(super) const SIZES: &[Choice<Size>] = &[("solo", Size::Solo), ("team", Size::Team), ("agency", Size::Agency)];

pub(super) const HALVES: &[Choice<Half>] = &[("prevention", Half::Prevention), ("correction", Half::Correction)];

pub(super) const SEVERITIES: &[Choice<Severity>] =
    &[("paracrisis", Severity::Paracrisis), ("crisis", Severity::Crisis)];

pub(super) const POSTURES: &[Choice<Posture>] = &[
    ("inform", Posture::Inform),
    ("deny", Posture::Deny),
    ("diminish", Posture::Diminish),
    ("rebuild", Posture::Rebuild),
    ("bolster", Posture::Bolster),
];

pub(super) const PHASES: &[Choice<Phase>] = &[
    ("holding", Phase::Holding),
    ("full", Phase::Full),
    ("answer", Phase::Answer),
    ("update", Phase::Update),
    ("closing", Phase::Closing),
];

pub(super) const CHANNELS: &[Choice<Channel>] = &[
    ("any", Channel::Any),
    ("mastodon", Channel::Mastodon),
    ("bluesky", Channel::Bluesky),
    ("x", Channel::X),
    ("facebook", Channel::Facebook),
    ("instagram", Channel::Instagram),
    ("review", Channel::Review),
    ("mail", Channel::Mail),
    ("site", Channel::Site),
    ("phone", Channel::Phone),
    ("counter", Channel::Counter),
    ("press", Channel::Press),
];

pub(super) const CLOCKS: &[Choice<ClockKind>] = &[
    ("first-assessment", ClockKind::FirstAssessment),
    ("team-assembled", ClockKind::TeamAssembled),
    ("holding-statement", ClockKind::Holding),
    ("full-statement", ClockKind::Full),
    ("next-update", ClockKind::NextUpdate),
    ("reply", ClockKind::Reply),
];

pub(super) const DEGREES: &[Choice<Degree>] = &[("low", Degree::Low), ("high", Degree::High)];

pub(super) const ALONE: &[Choice<Alone>] =
    &[("watch", Alone::Watch), ("freeze", Alone::Freeze), ("reply", Alone::Reply), ("release", Alone::Release)];

/// Causes by their codes.
pub(super) fn causes() -> Vec<Choice<Cause>> {
    Cause::ALL.into_iter().map(|cause| (cause.code(), cause)).collect()
}

/// The word for a value of a closed list.
pub fn word<T: PartialEq>(choices: &[(&'static str, T)], value: &T) -> &'static str {
    choices.iter().find(|(_, of)| of == value).map_or("", |(word, _)| word)
}

impl Phase {
    /// The word for it in a plan.
    pub fn code(self) -> &'static str {
        word(PHASES, &self)
    }
}

impl Channel {
    /// Most characters that fit, where that is fixed: Mastodon 500, Bluesky 300, X 280, a reply below a Google review 4,096
    /// (the vendors' own documents).
    pub fn most(self) -> Option<usize> {
        match self {
            Self::Mastodon => Some(500),
            Self::Bluesky => Some(300),
            Self::X => Some(280),
            Self::Review => Some(4_096),
            Self::Instagram => Some(2_200),
            _ => None,
        }
    }
}

/// Minutes of `15 min`, `2 h`, `3 days`.
pub(super) fn minutes(written: &str) -> Option<i64> {
    let written = written.trim();
    let digits = written.find(|c: char| !c.is_ascii_digit())?;
    let number: i64 = written[..digits].parse().ok()?;
    let unit = match written[digits..].trim() {
        "min" | "minutes" | "minute" => 1,
        "h" | "hours" | "hour" => 60,
        "d" | "day" | "days" => 24 * 60,
        _ => return None,
    };
    // Ten years are more than any deadline of a plan.
    number.checked_mul(unit).filter(|minutes| (1..=5_256_000).contains(minutes))
}

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Whether somebody can be called there: at least the three digits of an emergency number.
pub(super) fn phone(written: &str) -> bool {
    written.chars().filter(char::is_ascii_digit).count() >= 3
}

/// Whether mail can be sent there: somebody at some place.
pub(super) fn email(written: &str) -> bool {
    let address = written.trim().trim_end_matches('>');
    address.rsplit_once('@').is_some_and(|(who, place)| !who.is_empty() && !place.is_empty() && !place.contains(' '))
}

/// Hours such as `mon-fri 08:00-19:00`, `sat 09:00-12:00`, `fri-mon 22:00-06:00` (over midnight); `daily 00:00-00:00` is always.
pub(super) fn hours(written: &str) -> Option<Hours> {
    let (days, times) = written.trim().split_once(' ')?;
    let day = |name: &str| DAYS.iter().position(|(short, _)| *short == name);
    let days = match days.split_once('-') {
        _ if days == "daily" => DAYS.iter().map(|(_, day)| *day).collect(),
        None => vec![DAYS[day(days)?].1],
        Some((first, last)) => {
            let (first, last) = (day(first)?, day(last)?);
            (0..7).map(|step| (first + step) % 7).take((last + 7 - first) % 7 + 1).map(|at| DAYS[at].1).collect()
        }
    };
    let (from, to) = times.trim().split_once('-')?;
    Some(Hours { days, from: clock(from)?, to: clock(to)? })
}

fn clock(written: &str) -> Option<Time> {
    let (hour, minute) = written.trim().split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// First and last day of `2026-08-01..2026-08-21`, or of a single day.
pub(super) fn absence(written: &str) -> Option<(Date, Date)> {
    let (first, last) = written.split_once("..").unwrap_or((written, written));
    let (first, last): (Date, Date) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first <= last).then_some((first, last))
}

/// The word that was probably meant: at most two letters away, and less than half of it.
pub(super) fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    words
        .map(|word| (distance(written, word), word))
        .filter(|(far, word)| *far <= 2 && far * 2 < word.chars().count())
        .min()
        .map(|(_, word)| word)
}

/// Letters to change, add or drop (Levenshtein 1966).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().take(64).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let here = (corner + usize::from(a != *b)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = here;
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time() {
        for (written, wanted) in [("15 min", Some(15)), ("2 h", Some(120)), ("2h", Some(120)), ("3 days", Some(4_320))]
        {
            assert_eq!(minutes(written), wanted, "{written}");
        }
        for bad in ["", "min", "15", "0 min", "-3 h", "99999999999999999999 h", "99999999 days", "3 weeks"] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
    }

    #[test]
    fn hours_go_round_the_week() {
        let five = hours("mon-fri 08:00-19:30").unwrap();
        assert_eq!((five.days.len(), five.to), (5, Time::constant(19, 30, 0, 0)));
        assert_eq!(hours("fri-mon 22:00-06:00").unwrap().days.len(), 4);
        assert_eq!(hours("daily 00:00-00:00").unwrap().days.len(), 7);
        for bad in ["", "mon", "mon 8-9", "lun 08:00-09:00", "mon-fri 25:00-26:00", "mon 08:00"] {
            assert!(hours(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn absences_end_after_they_begin() {
        assert!(absence("2026-08-01..2026-08-21").is_some() && absence("2026-08-01").is_some());
        assert!(absence("2026-08-21..2026-08-01").is_none() && absence("2026-02-30").is_none());
    }

    #[test]
    fn what_was_meant() {
        let words = ["responsible", "deputy", "within", "text"];
        assert_eq!(nearest("responsable", words.into_iter()), Some("responsible"));
        assert_eq!(nearest("depty", words.into_iter()), Some("deputy"));
        assert_eq!(nearest("colour", words.into_iter()), None);
    }
}
