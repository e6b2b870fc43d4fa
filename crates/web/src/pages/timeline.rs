//! A brand's timeline: the mentions of the days asked for against what was expected. The address is the state.

use crate::chart::{Point, Timeline, timeline};
use crate::html::Html;
use crate::pages::shell::Choice;
use crate::pages::show::{State, figure};
use crate::pages::{Figure, Shell};
use askama::Template;
use jiff::Timestamp;
use words::Words;

/// How much is shown at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// One day, hour by hour.
    Day,
    /// Seven days, hour by hour.
    Week,
    /// Four weeks, day by day.
    Weeks,
}

impl Span {
    /// Every span.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Weeks];

    /// The form's value.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Weeks => "weeks",
        }
    }

    /// Reads a [`Span::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.code() == code)
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Weeks => 28,
        }
    }
}

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "timeline.html")]
pub struct TimelinePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// How much is shown.
    pub span: Span,
    /// The last day shown, `2026-11-22`.
    pub last_day: String,
    /// The first moment shown, and the last one.
    pub bounds: (Timestamp, Timestamp),
    /// Hours or days, oldest first; each by its beginning.
    pub points: Vec<Point>,
    /// Mentions in all of them.
    pub mentions: i64,
    /// What was expected of them together: from, to.
    pub usual: (i64, i64),
    /// The share that speaks ill with its range, in thousandths.
    pub negative: Option<(i64, i64, i64)>,
    /// The six hours of the day that bring most, where they stand out: from, to, share in thousandths.
    pub rhythm: Option<(Timestamp, Timestamp, i64)>,
    /// The signals raised in this time: id, state, onset.
    pub signals: Vec<(String, State, Timestamp)>,
    /// The address of the days before.
    pub earlier: String,
    /// The address of the days after; `None` where these are the last.
    pub later: Option<String>,
    /// Where nothing was counted: the newest mention there is, and the address of its days.
    pub newest: Option<(Timestamp, String)>,
}

impl TimelinePage {
    /// The page's first sentence: how many, in which days.
    pub fn finding(&self) -> String {
        let words = &self.words;
        let last = self.bounds.1.saturating_sub(jiff::SignedDuration::from_mins(1)).unwrap_or(self.bounds.1);
        let id = if self.span == Span::Day { "timeline-finding-day" } else { "timeline-finding" };
        let (from, until) = (words.date(self.bounds.0), words.date(last));
        words.tell(id, &[("count", self.mentions.into()), ("from", from.into()), ("until", until.into())])
    }

    pub(crate) fn headline(&self) -> String {
        let (low, high) = self.usual;
        let args = [("count", self.mentions.into()), ("low", low.into()), ("high", high.into())];
        let said = self.words.tell("timeline-expected", &args);
        self.words.tell("signal-headline", &[("what", self.brand.1.as_str().into()), ("finding", said.into())])
    }

    pub(crate) fn chart(&self) -> Html {
        let chart = Timeline { finding: self.finding(), points: self.points.clone(), onset: None, ahead: Vec::new() };
        timeline(&self.words, "days", &chart)
    }

    pub(crate) fn observed_key(&self) -> String {
        self.words.say(if self.span == Span::Weeks { "timeline-per-day" } else { "timeline-per-hour" })
    }

    pub(crate) fn spans(&self) -> Vec<Choice> {
        let word = |span: Span| {
            self.words.say(match span {
                Span::Day => "timeline-day",
                Span::Week => "timeline-week",
                Span::Weeks => "timeline-weeks",
            })
        };
        let choice =
            |span: Span| Choice { value: span.code().to_owned(), label: word(span), chosen: span == self.span };
        Span::ALL.map(choice).into()
    }

    pub(crate) fn counted(&self) -> Html {
        figure(&self.words, &Figure::Counted(self.mentions))
    }

    pub(crate) fn usual_line(&self) -> String {
        format!("{}–{}", self.words.number(self.usual.0), self.words.number(self.usual.1))
    }

    pub(crate) fn ill(&self) -> Option<String> {
        let (share, low, high) = self.negative?;
        let w = &self.words;
        let args =
            [("share", w.percent(share).into()), ("low", w.percent(low).into()), ("high", w.percent(high).into())];
        Some(w.tell("bridge-negative", &args))
    }

    pub(crate) fn rhythm_line(&self) -> Option<String> {
        let (from, until, share) = self.rhythm?;
        let w = &self.words;
        let args = [("from", w.time(from).into()), ("until", w.time(until).into()), ("share", w.percent(share).into())];
        Some(w.tell("timeline-rhythm", &args))
    }

    pub(crate) fn highest(&self) -> Option<(String, Timestamp)> {
        // The first of the highest, whichever others are as high.
        let point = self.points.iter().rev().max_by_key(|point| point.observed)?;
        let count = point.observed.filter(|n| *n > 0)?;
        Some((self.words.count("count-mentions", count), point.at))
    }

    pub(crate) fn at(&self, at: &Timestamp) -> String {
        match self.span {
            Span::Weeks => self.words.long_date(*at),
            _ => format!("{} {}", self.words.long_date(*at), self.words.time(*at)),
        }
    }

    pub(crate) fn band_line(&self, point: &Point) -> String {
        format!("{}–{}", self.words.number(point.low.floor() as i64), self.words.number(point.high.ceil() as i64))
    }

    pub(crate) fn newest_line(&self, at: &Timestamp) -> String {
        self.words.name("timeline-newest", &self.words.date(*at))
    }
}
