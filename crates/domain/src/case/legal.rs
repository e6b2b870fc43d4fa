//! Legal terms by country: how long, from when, and where it is written.
//!
//! Only what is certain stands here. For all else the answer is "not known, ask your counsel", never silence. A deadline is the strictest reading of
//! its rule: whoever keeps it keeps any other. It is no legal advice.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// What a term is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// Personal data got out: the authority is told.
    DataBreach,
    /// Personal data got out, with a high risk for people: they are told.
    DataBreachPeople,
    /// Somebody was defamed or insulted in public.
    PressOffence,
    /// The same for what somebody is: origin, religion, sex, orientation, disability.
    PressOffenceAggravated,
    /// An answer in the same place is demanded.
    RightOfReply,
    /// Somebody demands an answer in a place of ours.
    RightOfReplyOwed,
    /// Food that may be unsafe was put on the market.
    UnsafeFood,
    /// A product that is dangerous was put on the market.
    UnsafeProduct,
}

impl Matter {
    /// Every matter.
    pub const ALL: [Self; 8] = [
        Self::DataBreach,
        Self::DataBreachPeople,
        Self::PressOffence,
        Self::PressOffenceAggravated,
        Self::RightOfReply,
        Self::RightOfReplyOwed,
        Self::UnsafeFood,
        Self::UnsafeProduct,
    ];
}

/// From when a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// Since we have known: declared by a named person, never inferred.
    Awareness,
    /// Since the first publication, as captured.
    Publication,
    /// Since a demand came in.
    Demand,
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// At once: no time is given.
    AtOnce,
    /// So many hours by the clock, nights, Sundays and holidays included.
    Hours(i64),
    /// So many days by the calendar.
    Days(i64),
    /// So many months by the calendar.
    Months(i64),
    /// So many years by the calendar.
    Years(i64),
}

/// A term of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its code, never given to another.
    pub code: &'static str,
    /// What it is about.
    pub matter: Matter,
    /// From when.
    pub start: Start,
    /// How long.
    pub length: Length,
    /// Where it is written.
    pub reference: &'static str,
    countries: &'static [&'static str],
}

const EU: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// The European Economic Area: the Union with Iceland, Liechtenstein and Norway.
const EEA: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

const fn term(
    code: &'static str,
    countries: &'static [&'static str],
    matter: Matter,
    start: Start,
    length: Length,
    reference: &'static str,
) -> Term {
    Term { code, matter, start, length, reference, countries }
}

use Length::{AtOnce, Days, Hours, Months, Years};
use Start::{Awareness, Demand, Publication};

const TERMS: &[Term] = &[
    term("gdpr-33", EEA, Matter::DataBreach, Awareness, Hours(72), "Regulation (EU) 2016/679, art. 33(1)"),
    term("gdpr-34", EEA, Matter::DataBreachPeople, Awareness, AtOnce, "Regulation (EU) 2016/679, art. 34(1)"),
    term("uk-gdpr-33", &["GB"], Matter::DataBreach, Awareness, Hours(72), "UK GDPR, art. 33(1)"),
    term("uk-gdpr-34", &["GB"], Matter::DataBreachPeople, Awareness, AtOnce, "UK GDPR, art. 34(1)"),
    term("fr-press-65", &["FR"], Matter::PressOffence, Publication, Months(3), "Loi du 29 juillet 1881, art. 65"),
    term(
        "fr-press-65-3",
        &["FR"],
        Matter::PressOffenceAggravated,
        Publication,
        Years(1),
        "Loi du 29 juillet 1881, art. 65-3",
    ),
    term("fr-reply-13", &["FR"], Matter::RightOfReply, Publication, Months(3), "Loi du 29 juillet 1881, art. 13"),
    term(
        "fr-reply-online",
        &["FR"],
        Matter::RightOfReply,
        Publication,
        Months(3),
        "Loi n° 2004-575 du 21 juin 2004 (LCEN), droit de réponse en ligne ; décret n° 2007-1527",
    ),
    term(
        "fr-reply-online-owed",
        &["FR"],
        Matter::RightOfReplyOwed,
        Demand,
        Days(3),
        "Loi n° 2004-575 du 21 juin 2004 (LCEN), droit de réponse en ligne ; décret n° 2007-1527",
    ),
    term("nl-sr-66", &["NL"], Matter::PressOffence, Awareness, Months(3), "Wetboek van Strafrecht, art. 66"),
    term("de-stgb-77b", &["DE"], Matter::PressOffence, Awareness, Months(3), "Strafgesetzbuch, § 77b"),
    term("it-cp-124", &["IT"], Matter::PressOffence, Awareness, Months(3), "Codice penale, art. 124"),
    term(
        "gb-limitation-4a",
        &["GB"],
        Matter::PressOffence,
        Publication,
        Years(1),
        "Limitation Act 1980, s. 4A (England and Wales); Defamation Act 2013, s. 8",
    ),
    term("ie-defamation-38", &["IE"], Matter::PressOffence, Publication, Years(1), "Defamation Act 2009, s. 38"),
    term("eu-food-19", EU, Matter::UnsafeFood, Awareness, AtOnce, "Regulation (EC) No 178/2002, art. 19"),
    term("eu-product-9", EU, Matter::UnsafeProduct, Awareness, AtOnce, "Regulation (EU) 2023/988, art. 9(8)"),
];

/// What is known of a matter in a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These terms.
    Known(Vec<&'static Term>),
    /// Not known: ask your counsel.
    AskCounsel,
}

/// The terms of a matter in a country, by its two letters.
pub fn terms(country: Option<&str>, matter: Matter) -> Answer {
    let Some(country) = country.map(str::to_ascii_uppercase) else { return Answer::AskCounsel };
    let known: Vec<_> =
        TERMS.iter().filter(|term| term.matter == matter && term.countries.contains(&country.as_str())).collect();
    if known.is_empty() { Answer::AskCounsel } else { Answer::Known(known) }
}

/// A term by its code.
pub fn by_code(code: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.code == code)
}

impl Term {
    /// When it has run out, by the strictest reading: hours run by the clock; days, months and years end as the day with their number begins, where
    /// the place in question has its midnight. A month that lacks the day ends with its last one. At once is at the start itself.
    pub fn deadline(&self, start: Timestamp, zone: &TimeZone) -> Timestamp {
        let by_calendar = |span: Span| {
            let day = start.to_zoned(zone.clone()).date().saturating_add(span);
            // Where a zone skips midnight, its day begins later.
            day.to_zoned(zone.clone()).map_or(start, |midnight| midnight.timestamp())
        };
        match self.length {
            AtOnce => start,
            Hours(hours) => start.saturating_add(hours.hours()).unwrap_or(Timestamp::MAX),
            Days(days) => by_calendar(days.days()),
            Months(months) => by_calendar(months.months()),
            Years(years) => by_calendar(years.years()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_twice() {
        let codes: std::collections::BTreeSet<_> = TERMS.iter().map(|term| term.code).collect();
        assert_eq!(codes.len(), TERMS.len());
        assert!(EU.iter().all(|country| EEA.contains(country)) && EEA.len() == EU.len() + 3);
    }
}
