//! Reviews side by side, and how good detection was.

use crate::pages::Shell;
use askama::Template;
use domain::figure::Figure;
use domain::quality::{OfLevel, Quality};
use engine::review::{Compared, Letterhead};
use words::{Words, review as said};

/// The page of all organisations of the reader.
#[derive(Clone, Debug, Template)]
#[template(path = "reviews.html")]
pub struct ReviewsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Each organisation: its name, its cases, how good detection was.
    pub organisations: Vec<(String, Vec<Compared>, Quality)>,
    /// On whose paper reviews are written, where the reader may say so: id and name of the organisation, and its letterhead.
    pub letterheads: Vec<(i64, String, Option<Letterhead>)>,
}

impl ReviewsPage {
    /// When a case was opened, and about what.
    pub(crate) fn opened(&self, row: &Compared) -> String {
        let at = row.is.opened.map(|at| self.words.date(at)).unwrap_or_default();
        format!("{at} · {}", row.called)
    }

    /// The cells of a case: times, deadlines, answers, lessons.
    pub(crate) fn cells(&self, row: &Compared) -> [String; 7] {
        let span = |seconds: Option<i64>| {
            let unknown = || self.words.say("review-unknown-time");
            seconds.map_or_else(unknown, |seconds| said::span(&self.words, seconds))
        };
        let of = |(part, all): (u32, u32)| if all == 0 { "–".to_owned() } else { format!("{part}/{all}") };
        let (drawn, merged, tested) = row.is.lessons;
        let lessons = if drawn == 0 { "–".to_owned() } else { format!("{drawn} · {merged} · {tested}") };
        [
            span(row.is.onset_to_alert),
            span(row.is.alert_to_acknowledged),
            span(row.is.opened_to_holding),
            span(row.is.opened_to_full),
            of(row.is.clocks),
            of(row.is.answered),
            lessons,
        ]
    }

    pub(crate) fn heads(&self) -> [String; 7] {
        let heads = [
            "compare-alert",
            "compare-acknowledged",
            "compare-holding",
            "compare-full",
            "compare-clocks",
            "compare-answered",
            "compare-lessons",
        ];
        heads.map(|id| self.words.say(id))
    }

    pub(crate) fn stretch(&self, quality: &Quality) -> String {
        let args = [("from", self.words.date(quality.from).into()), ("count", quality.nights.into())];
        self.words.tell("quality-stretch", &args)
    }

    /// What is measured, of alerts and of notices.
    pub(crate) fn rows(&self, quality: &Quality) -> Vec<[String; 3]> {
        let words = &self.words;
        let row =
            |id: &str, is: &dyn Fn(&OfLevel) -> String| [words.say(id), is(&quality.alerts), is(&quality.notices)];
        let span = |seconds: Option<i64>| {
            seconds.map_or_else(|| words.say("review-unknown-time"), |seconds| said::span(words, seconds))
        };
        let precision = |of: &OfLevel| match of.precision {
            Figure::Unknown => words.say("quality-too-few"),
            known => said::share(words, known),
        };
        let nights = |of: &OfLevel| match of.a_thousand_nights {
            Figure::Unknown => words.say("quality-too-short"),
            known => said::counted(words, known),
        };
        vec![
            row("quality-raised", &|of| words.number(of.raised)),
            row("quality-confirmed", &|of| words.number(of.confirmed)),
            row("quality-dismissed", &|of| words.number(of.dismissed)),
            row("quality-precision", &precision),
            row("quality-delay", &|of| span(of.delay)),
            row("quality-slowest", &|of| span(of.slowest)),
            row("quality-at-night", &|of| words.number(of.at_night)),
            row("quality-thousand", &nights),
        ]
    }
}
