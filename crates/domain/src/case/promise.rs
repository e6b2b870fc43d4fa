//! The hour that a text promises, as it says it.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A text written now promises at most so much ahead, by an hour of the day alone.
const AHEAD: SignedDuration = SignedDuration::from_hours(12);

/// The hour that a text of everybody's names last: `15:05`, `15 h 05`, `15h`, `15.05 uur`, `3:05 p.m.`, as the next such hour after it was written; more than
/// half a day later it is an hour that was, or opening times. `None`: it names none.
pub fn promised(text: &str, written: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let plain = text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let here = written.to_zoned(zone.clone());
    let next = |(hour, minute): (i8, i8)| {
        let today = here.date().at(hour, minute, 0, 0);
        let at = |days: i64| {
            Some(today.checked_add(jiff::Span::new().days(days)).ok()?.to_zoned(zone.clone()).ok()?.timestamp())
        };
        [at(0), at(1)].into_iter().flatten().find(|at| *at > written)
    };
    let ahead = |at: &Timestamp| written.duration_until(*at) <= AHEAD;
    hours(&plain).into_iter().rev().filter_map(next).find(ahead)
}

/// The hours of the day that are named, in their order.
fn hours(text: &str) -> Vec<(i8, i8)> {
    let digits = |at: &str| at.bytes().take_while(u8::is_ascii_digit).count();
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = rest[..start].chars().next_back();
        let (number, after) = rest[start..].split_at(digits(&rest[start..]));
        // Part of a longer number, of a date or of a word.
        let joined = before.is_some_and(|c| c.is_alphanumeric() || "-/.:+".contains(c));
        let spans = is_span(&rest[..start]);
        let (hour, length) = if joined || number.len() > 2 { (None, 0) } else { hour(number, after, spans) };
        found.extend(hour);
        rest = &after[length..];
    }
    found
}

/// Whether hours that follow these words are so many hours, not one of the day.
fn is_span(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().skip_while(|word| ["les", "the", "de"].contains(word));
    let word = words.next().unwrap_or_default();
    let spans = ["dans", "sous", "d'ici", "d’ici", "pendant", "in", "within", "for", "over", "binnen", "oer"];
    spans.contains(&word)
}

/// The hour that begins with this number, and how much of what follows belongs to it; after a word of a span, only one that says more than hours.
fn hour(number: &str, after: &str, spans: bool) -> (Option<(i8, i8)>, usize) {
    let Ok(hour) = number.parse::<i8>() else { return (None, 0) };
    let bare = after.trim_start();
    let spaces = after.len() - bare.len();
    let two = |from: &str| {
        let minutes = from.get(..2).filter(|two| two.bytes().all(|c| c.is_ascii_digit()))?;
        let ends = !from[2..].starts_with(|c: char| c.is_ascii_digit());
        minutes.parse::<i8>().ok().filter(|minutes| *minutes < 60 && ends)
    };
    let (minutes, used, sure) = if let Some(from) = after.strip_prefix(':') {
        match two(from) {
            Some(minutes) => (minutes, 3, true),
            None => return (None, 0),
        }
    } else if let Some(from) = after.strip_prefix('.').filter(|from| two(from).is_some()) {
        (two(from).unwrap_or_default(), 3, false)
    } else if let Some(from) = bare.strip_prefix('h').filter(|from| !from.starts_with(char::is_alphabetic)) {
        let more = from.trim_start();
        match two(more) {
            Some(minutes) => (minutes, spaces + 1 + (from.len() - more.len()) + 2, true),
            None => (0, spaces + 1, !spans),
        }
    } else {
        (0, 0, false)
    };
    let tail = after[used..].trim_start();
    let says = |words: &[&str]| words.iter().any(|word| tail.starts_with(word));
    let half = if says(&["pm", "p.m"]) && hour < 12 {
        Some(hour + 12)
    } else if says(&["am", "a.m"]) {
        Some(hour % 12)
    } else {
        None
    };
    let whole = spans && used == 0;
    let named = half.is_some() || says(&["o'clock", "o’clock"]) || (!whole && says(&["uur", "oere"]));
    let hour = half.unwrap_or(hour);
    ((hour < 24 && (sure || named)).then_some((hour, minutes)), used)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hour_that_lies_ahead_is_promised() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let written: Timestamp = "2026-11-24T13:05:00Z".parse().unwrap();
        let table = [
            ("Nouvelles à 15 h 05.", Some("15:05")),
            ("Nouvelles à 15\u{202f}h\u{202f}30, Léa. Vu à 14 h 05.", Some("15:30")),
            ("Prochaine information à 16h. Appelez le 01 99 00 12 34.", Some("16:00")),
            ("News at 3:30 p.m., call 01 99 00 12 34.", Some("15:30")),
            ("News at 4 pm", Some("16:00")),
            ("Nijs om 15.30 oere.", Some("15:30")),
            ("Nieuws om 16 uur, 24-11-2026", Some("16:00")),
            ("Seen at 14:05; more at 15:05. Jeanne", Some("15:05")),
            ("We are there again tomorrow at 01:00.", Some("01:00")),
            // Within so many hours is no hour of the day.
            ("Nouvelles dans 2 h, à 15 h 30", Some("15:30")),
            ("Nouvelles dans les 2 h", None),
            ("Nouvelles d’ici 1 h ; d'ici 1h", None),
            ("Réponse sous 23 h", None),
            ("News within 1 h", None),
            ("Open for 2 h", None),
            ("Nieuws binnen 2 h, over 2 uur", None),
            ("News for 4 pm", Some("16:00")),
            // An hour that was, a date, a price, a number of people: nothing is promised.
            ("Seen at 14:05.", None),
            ("On 24/11/2026, batch 15.30 for 12.50 euro, 15 people", None),
            ("Call 01 99 00 12 34", None),
            ("25:00, 15:99, 15:3", None),
            ("15 heures de route", None),
        ];
        for (text, hour) in table {
            let found =
                promised(text, written, &zone).map(|at| at.to_zoned(zone.clone()).strftime("%H:%M").to_string());
            assert_eq!(found.as_deref(), hour, "{text}");
        }
    }

    #[test]
    fn any_text_is_read() {
        for text in
            ["", "9", "9:", "9.", "9h", "9 h 5é", "é9:3", "1:2:3:4", "99999999999999999999", "9 h\u{202f}0", "12:34é"]
        {
            promised(text, Timestamp::UNIX_EPOCH, &TimeZone::UTC);
            for (at, _) in text.char_indices() {
                promised(&text[at..], Timestamp::UNIX_EPOCH, &TimeZone::UTC);
            }
        }
    }
}
