//! A week in five lines: mentions, what nobody has dealt with, engagement and tone, the sources, and what is missing. Pure.

use crate::figure::{Figure, share, total};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use text::Language;

/// What was counted in the week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The week: from.
    pub from: Timestamp,
    /// The week: until.
    pub until: Timestamp,
    /// Since when there is anything to count.
    pub since: Timestamp,
    /// The names of the brands reported on.
    pub brands: Vec<String>,
    /// Their mentions.
    pub mentions: i64,
    /// Their mentions of the week before.
    pub before: i64,
    /// Alerts that began.
    pub alerts: i64,
    /// Notices that began.
    pub notices: i64,
    /// The mentions one by one, the newest; `mentions` counts those that were left out too.
    pub marks: Vec<Mark>,
    /// The places that listen.
    pub sources: Vec<Heard>,
    /// Places where customers talk that are not watched.
    pub unwatched: Vec<String>,
    /// The names of saved queries that cannot be read.
    pub unreadable: Vec<String>,
    /// The names of brands without query and without a source of their own.
    pub deaf_brands: Vec<String>,
}

/// A mention as far as a report looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When it happened.
    pub at: Timestamp,
    /// Whether somebody has done with it.
    pub handled: bool,
    /// Whether it speaks ill, as it was counted.
    pub negative: bool,
    /// Stars on five, where it has them: then nothing was read to know its tone.
    pub stars: Option<u8>,
    /// The language it was read as.
    pub lang: Option<Language>,
    /// Likes, shares and replies together; `None` where none of them is known.
    pub engagement: Option<i64>,
}

/// How a source was heard in the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its name.
    pub name: String,
    /// Whether anything of it was ever heard or tried: a source that was only named has not been listened to.
    pub tried: bool,
    /// Deaf since.
    pub deaf_since: Option<Timestamp>,
    /// The holes in what was heard, within the week: from, until; they may overlap.
    pub gaps: Vec<(Timestamp, Timestamp)>,
}

/// The week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
    /// The names of the brands reported on.
    pub brands: Vec<String>,
    /// Mentions.
    pub mentions: Figure,
    /// Mentions of the week before; unknown where nobody listened then.
    pub before: Figure,
    /// Alerts that began.
    pub alerts: i64,
    /// Notices that began.
    pub notices: i64,
    /// Mentions of the week that nobody has done with.
    pub unanswered: Figure,
    /// The oldest of them.
    pub waits_since: Option<Timestamp>,
    /// Likes, shares and replies under the week's mentions.
    pub engagement: Figure,
    /// How many mentions speak ill.
    pub negative: Figure,
    /// Their share in thousandths, within 90 %; unknown under ten mentions.
    pub negative_share: Figure,
    /// How well the tone was read.
    pub reader: Reader,
    /// How the sources fare.
    pub sources: Sources,
    /// What the report cannot know.
    pub missing: Vec<Missing>,
}

impl Sources {
    /// Whether nobody listened: there is no source, or none was listened to yet.
    pub fn is_unheard(&self) -> bool {
        self.untried.len() as i64 == self.all
    }
}

impl Report {
    /// Whether nothing happened and nothing is wrong: it was listened all the time, and nobody was heard.
    pub fn is_quiet(&self) -> bool {
        let sources = &self.sources;
        let listened = sources.deaf.is_empty() && sources.untried.is_empty() && sources.with_gaps == 0;
        // Places that are not watched are the same every week.
        let known = self.missing.iter().all(|missing| matches!(missing, Missing::Places(_)));
        self.mentions == Figure::Counted(0) && self.alerts + self.notices == 0 && listened && known
    }
}

/// How well the tone of the week's texts was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// How many were read by machine; the others had stars.
    pub read: i64,
    /// The reader's measured quality (macro-averaged F1) over the languages of these texts, in thousandths; chance is 333. `None` where
    /// it was measured in none of them.
    pub quality: Option<i64>,
    /// How many were in a language in which it was not measured.
    pub unmeasured: i64,
}

/// How the sources fare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// How many are listened to.
    pub all: i64,
    /// Those of them that nobody has listened to yet.
    #[serde(default)]
    pub untried: Vec<String>,
    /// Those of them that cannot be heard: name, since when.
    pub deaf: Vec<(String, Timestamp)>,
    /// How many of those that can be heard had holes in the week.
    pub with_gaps: i64,
    /// How many minutes of the week those holes make, each source by itself.
    pub gap_minutes: i64,
}

/// Something the report cannot know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nothing is listened to, or nothing was yet.
    Sources,
    /// Nobody listened before this time, within the week.
    Since(Timestamp),
    /// Places where customers talk, which are not watched.
    Places(Vec<String>),
    /// Queries that cannot be read and find nothing.
    Queries(Vec<String>),
    /// Brands that nothing can be a mention of.
    Brands(Vec<String>),
    /// So many mentions came without counts of engagement.
    Engagement(i64),
    /// So many mentions are in a language in which the reading of the tone was not measured.
    Tone(i64),
}

/// The report of what was counted.
pub fn report(counts: Counts) -> Report {
    let Counts { from, until, since, brands, mentions, before, alerts, notices, marks, .. } = &counts;
    let whole = *mentions <= marks.len() as i64;
    let floor = |n: i64| if whole { Figure::Counted(n) } else { Figure::AtLeast(n) };
    let open = marks.iter().filter(|mark| !mark.handled);
    let known: Vec<i64> = marks.iter().filter_map(|mark| mark.engagement).collect();
    let negative = marks.iter().filter(|mark| mark.negative).count() as i64;
    let reader = reader(marks);
    let unknown = mentions - known.len() as i64;
    Report {
        from: *from,
        until: *until,
        brands: brands.clone(),
        mentions: Figure::Counted(*mentions),
        before: if *since <= from.saturating_sub(until.duration_since(*from)).unwrap_or(*from) {
            Figure::Counted(*before)
        } else {
            Figure::Unknown
        },
        alerts: *alerts,
        notices: *notices,
        unanswered: floor(open.clone().count() as i64),
        waits_since: open.map(|mark| mark.at).min(),
        engagement: total(&known, unknown),
        negative: floor(negative),
        negative_share: share(negative, marks.len() as i64)
            .map_or(Figure::Unknown, |(mid, low, high)| Figure::Estimated { mid, low, high }),
        reader,
        sources: sources(&counts),
        missing: missing(&counts, unknown, reader.unmeasured),
    }
}

/// Seven days.
pub fn week() -> SignedDuration {
    SignedDuration::from_hours(7 * 24)
}

/// How well texts of these languages are read, by what was measured of the reader.
fn reader(marks: &[Mark]) -> Reader {
    let mut reader = Reader::default();
    let (mut measured, mut sum) = (0, 0);
    for mark in marks.iter().filter(|mark| mark.stars.is_none()) {
        reader.read += 1;
        let of = text::measured().iter().find(|of| Some(of.language) == mark.lang);
        match of.and_then(|of| of.polarity) {
            Some(quality) => (measured, sum) = (measured + 1, sum + i64::from(quality)),
            None => reader.unmeasured += 1,
        }
    }
    reader.quality = (measured > 0).then(|| (sum + measured / 2) / measured.max(1));
    reader
}

fn sources(counts: &Counts) -> Sources {
    let heard = counts.sources.iter().filter(|source| source.tried && source.deaf_since.is_none());
    let minutes: Vec<i64> = heard.map(|source| gap_minutes(source, counts.from, counts.until)).collect();
    Sources {
        all: counts.sources.len() as i64,
        untried: counts.sources.iter().filter(|source| !source.tried).map(|source| source.name.clone()).collect(),
        deaf: counts
            .sources
            .iter()
            .filter(|source| source.tried)
            .filter_map(|source| Some((source.name.clone(), source.deaf_since?)))
            .collect(),
        with_gaps: minutes.iter().filter(|minutes| **minutes > 0).count() as i64,
        gap_minutes: minutes.iter().sum(),
    }
}

/// The minutes of the week that the holes of one source cover, each once; a hole that began is a minute.
fn gap_minutes(source: &Heard, from: Timestamp, until: Timestamp) -> i64 {
    let mut gaps: Vec<_> = source.gaps.iter().map(|(a, b)| (*a.max(&from), *b.min(&until))).collect();
    gaps.sort_unstable();
    let (mut reached, mut seconds) = (from, 0);
    for (start, end) in gaps {
        let start = start.max(reached);
        if end > start {
            seconds += end.duration_since(start).as_secs();
            reached = end;
        }
    }
    (seconds + 59) / 60
}

fn missing(counts: &Counts, without_engagement: i64, unmeasured: i64) -> Vec<Missing> {
    let mut missing = Vec::new();
    if counts.sources.iter().all(|source| !source.tried) {
        missing.push(Missing::Sources);
    }
    if counts.since > counts.from {
        missing.push(Missing::Since(counts.since));
    }
    let names = |all: &Vec<String>| (!all.is_empty()).then(|| all.clone());
    missing.extend(names(&counts.deaf_brands).map(Missing::Brands));
    missing.extend(names(&counts.unreadable).map(Missing::Queries));
    missing.extend(names(&counts.unwatched).map(Missing::Places));
    missing.extend((without_engagement > 0).then_some(Missing::Engagement(without_engagement)));
    missing.extend((unmeasured > 0).then_some(Missing::Tone(unmeasured)));
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_772_409_600 + 60 * minutes).unwrap()
    }

    const WEEK: i64 = 7 * 24 * 60;

    fn counts() -> Counts {
        Counts { from: at(0), until: at(WEEK), since: at(-WEEK), brands: vec!["Dunes".into()], ..Counts::default() }
    }

    fn mark(minute: i64) -> Mark {
        Mark {
            at: at(minute),
            handled: false,
            negative: false,
            stars: None,
            lang: Some(Language::Fr),
            engagement: Some(2),
        }
    }

    #[test]
    fn a_source_that_was_only_named_has_not_been_listened_to() {
        let named = |name: &str, tried| Heard { name: name.into(), tried, deaf_since: None, gaps: Vec::new() };
        let never = report(Counts { sources: vec![named("feed", false), named("#dunes", false)], ..counts() });
        assert_eq!(
            (never.sources.all, never.sources.untried.as_slice()),
            (2, &["feed".to_owned(), "#dunes".into()][..])
        );
        assert_eq!(never.missing, [Missing::Sources]);
        assert!(never.sources.is_unheard() && !never.is_quiet());
        let begun = report(Counts { sources: vec![named("feed", true), named("#dunes", false)], ..counts() });
        assert_eq!((begun.sources.untried.len(), begun.missing.as_slice()), (1, &[][..]));
        assert!(!begun.sources.is_unheard() && !begun.is_quiet());
    }

    #[test]
    fn each_number_says_what_kind_it_is() {
        let quiet = report(counts());
        assert_eq!(
            (quiet.mentions, quiet.unanswered, quiet.engagement),
            (Figure::Counted(0), Figure::Counted(0), Figure::Counted(0))
        );
        assert_eq!((quiet.negative_share, quiet.waits_since, quiet.reader.quality), (Figure::Unknown, None, None));
        assert_eq!(quiet.missing, [Missing::Sources]);
        assert!(!quiet.is_quiet(), "nobody listened");

        let mut marks: Vec<Mark> = (0..18).map(mark).collect();
        marks[0].handled = true;
        marks[3] = Mark { stars: Some(1), negative: true, lang: Some(Language::Fy), ..marks[3] };
        marks[4] = Mark { lang: Some(Language::Fy), engagement: None, ..marks[4] };
        marks[5].lang = Some(Language::En);
        let busy = report(Counts { mentions: 18, before: 4, marks: marks.clone(), ..counts() });
        assert_eq!((busy.unanswered, busy.waits_since), (Figure::Counted(17), Some(at(1))));
        assert_eq!((busy.before, busy.negative), (Figure::Counted(4), Figure::Counted(1)));
        assert_eq!(busy.engagement, Figure::Estimated { mid: 36, low: 36, high: 36 });
        let (mid, low, high) = share(1, 18).unwrap();
        assert_eq!(busy.negative_share, Figure::Estimated { mid, low, high });
        // One had stars; one of the others is in a language in which the tone was not measured.
        let told =
            |language| i64::from(text::measured().iter().find(|m| m.language == language).unwrap().polarity.unwrap());
        let quality = (15 * told(Language::Fr) + told(Language::En) + 8) / 16;
        assert_eq!(busy.reader, Reader { read: 17, quality: Some(quality), unmeasured: 1 });
        assert_eq!(busy.missing, [Missing::Sources, Missing::Engagement(1), Missing::Tone(1)]);

        let many = report(Counts { mentions: 100, marks, ..counts() });
        assert_eq!(
            (many.mentions, many.unanswered, many.negative),
            (Figure::Counted(100), Figure::AtLeast(17), Figure::AtLeast(1))
        );
        assert!(matches!(many.engagement, Figure::Estimated { mid: 200, .. }), "{:?}", many.engagement);
    }

    #[test]
    fn before_anybody_listened_nothing_is_known() {
        let young = report(Counts { since: at(600), ..counts() });
        assert_eq!((young.before, &young.missing[1]), (Figure::Unknown, &Missing::Since(at(600))));
        let second = report(Counts { since: at(-1), ..counts() });
        assert_eq!(
            (second.before, second.missing.len()),
            (Figure::Unknown, 1),
            "the week is whole, the one before is not"
        );
    }

    #[test]
    fn holes_are_counted_once_and_within_the_week() {
        let heard = |gaps: &[(i64, i64)], deaf: Option<i64>| Heard {
            name: "feed".into(),
            tried: true,
            deaf_since: deaf.map(at),
            gaps: gaps.iter().map(|(a, b)| (at(*a), at(*b))).collect(),
        };
        let table: [(&[(i64, i64)], i64); 6] = [
            (&[], 0),
            (&[(-50, 10)], 10),
            (&[(5, 20), (10, 15), (15, 30)], 25),
            (&[(WEEK - 5, WEEK + 90)], 5),
            (&[(-90, -5)], 0),
            (&[(40, 41), (8, 9)], 2),
        ];
        for (gaps, minutes) in table {
            let told = report(Counts { sources: vec![heard(gaps, None)], ..counts() }).sources;
            assert_eq!((told.gap_minutes, told.with_gaps), (minutes, i64::from(minutes > 0)), "{gaps:?}");
            let week = report(Counts { sources: vec![heard(gaps, None)], unwatched: vec!["Forum".into()], ..counts() });
            assert_eq!(week.is_quiet(), minutes == 0, "{gaps:?}");
        }
        let told = report(Counts { sources: vec![heard(&[(0, 60)], Some(9)), heard(&[], None)], ..counts() }).sources;
        assert_eq!(
            told,
            Sources { all: 2, untried: Vec::new(), deaf: vec![("feed".into(), at(9))], with_gaps: 0, gap_minutes: 0 }
        );
    }
}
