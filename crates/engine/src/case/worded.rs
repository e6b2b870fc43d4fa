//! The blanks that a case fills in: hours, and who speaks. What is a fact stays a blank: somebody writes it.

use super::around::Around;
use domain::id::PersonId;
use jiff::{SignedDuration, Timestamp};
use text::Language;
use words::{Locale, Words};

/// When the public hears more after a text that promises it.
const NEXT: SignedDuration = SignedDuration::from_hours(1);
/// Hours that are promised are told to five minutes.
const FIVE: i64 = 300;

/// When the public hears more, as a text written now promises it.
pub(super) fn next_news(now: Timestamp) -> Timestamp {
    let then = now.saturating_add(NEXT).unwrap_or(now).as_second();
    Timestamp::from_second(then.div_euclid(FIVE) * FIVE + FIVE).unwrap_or(now)
}

/// What speaks to a brand's public in a language.
pub(super) fn speech(around: &Around, language: Language, now: Timestamp) -> Words {
    Words::new(Locale::from_code(language.code()).unwrap_or(Locale::En), &around.zone, now)
}

/// A text of the plan, with its own blanks and those of the hour and of who speaks filled in.
pub(super) fn worded(around: &Around, person: PersonId, language: Language, now: Timestamp, text: &str) -> String {
    let speech = speech(around, language, now);
    let name = around.member(person).map(|person| person.name.clone()).unwrap_or_default();
    let blanks = [("{next}", speech.time(next_news(now))), ("{time}", speech.time(now))];
    let named = [("{name}", name.clone()), ("{signature}", name)];
    let filled = around.plan.filled(text);
    blanks.into_iter().chain(named).fold(filled, |text, (blank, filling)| text.replace(blank, &filling))
}
