//! The assessment on the signal's page: how grave, who, from where, what may come, what is not known.

use super::show::{Figure, figure, language, range};
use crate::html::Html;
use crate::places::crossings;
use domain::assess::{
    Assessment, Carrier, CauseFound, Crossing, Expected, Factor, Forecast, Graded, Left, Place, Reported, Severity,
    Share, Subject, Unknown,
};
use domain::case::event::ClockOf;
use domain::case::legal::Matter;
use domain::id::{BrandId, PersonId};
use text::{Cause, Language};
use words::Words;

/// Clocks shown; the case has all.
const CLOCKS: usize = 6;

/// An assessment, with the names that it leaves out.
#[derive(Clone, Debug)]
pub struct AssessmentView {
    /// What was found.
    pub found: Assessment,
    /// The names of its carriers, in their order; absent where they are erased or were never known.
    pub carriers: Vec<Option<String>>,
    /// The names of the members of each group, in their order.
    pub members: Vec<Vec<Option<String>>>,
    /// The names of people of the house.
    pub people: Vec<(PersonId, String)>,
    /// The names of the brands that are watched beside ours.
    pub brands: Vec<(BrandId, String)>,
}

/// The word of a severity.
pub fn severity(words: &Words, severity: Severity) -> String {
    words.say(match severity {
        Severity::Watch => "severity-watch",
        Severity::Alert => "severity-alert",
        Severity::Crisis => "severity-crisis",
    })
}

pub(crate) fn subject(words: &Words, subject: Subject) -> String {
    words.say(match subject {
        Subject::Views => "subject-views",
        Subject::Calls => "subject-calls",
        Subject::Cancelled => "subject-cancelled",
        Subject::Money => "subject-money",
        Subject::Harmed => "subject-harmed",
    })
}

fn cause(words: &Words, cause: Cause) -> String {
    words.say(match cause {
        Cause::Safety => "cause-safety",
        Cause::Data => "cause-data",
        Cause::Discrimination => "cause-discrimination",
        Cause::Staff => "cause-staff",
        Cause::Quality => "cause-quality",
        Cause::Delay => "cause-delay",
        Cause::Loss => "cause-loss",
        Cause::Ordering => "cause-ordering",
        Cause::Cancellation => "cause-cancellation",
        Cause::Price => "cause-price",
        Cause::Environment => "cause-environment",
        Cause::Closing => "cause-closing",
    })
}

fn place(words: &Words, place: Place) -> String {
    words.say(match place {
        Place::Network => "place-network",
        Place::Forum => "place-forum",
        Place::Reviews => "place-reviews",
        Place::Press => "place-press",
        Place::Direct => "place-direct",
    })
}

fn unknown(words: &Words, unknown: Unknown) -> String {
    words.say(match unknown {
        Unknown::Reach => "unknown-reach",
        Unknown::Organic => "unknown-organic",
        Unknown::Grave => "unknown-grave",
        Unknown::Vivid => "unknown-vivid",
        Unknown::Cause => "unknown-cause",
        Unknown::Harm => "unknown-harm",
        Unknown::Forecast => "unknown-forecast",
        Unknown::Growth => "unknown-growth",
        Unknown::Ill => "unknown-ill",
        Unknown::Rest => "unknown-rest",
    })
}

pub(super) fn factor(words: &Words, factor: Factor) -> String {
    words.say(match factor {
        Factor::Volume => "factor-volume",
        Factor::Growth => "factor-growth",
        Factor::People => "factor-people",
        Factor::Ill => "factor-ill",
        Factor::Duration => "factor-duration",
        Factor::Reach => "factor-reach",
        Factor::Places => "factor-places",
        Factor::Press => "factor-press",
        Factor::Cause => "factor-cause",
        Factor::Vivid => "factor-vivid",
        Factor::Harm => "factor-harm",
        Factor::Organic => "factor-organic",
        Factor::Grave => "factor-grave",
        Factor::Arousal => "factor-arousal",
        Factor::Impersonal => "factor-impersonal",
    })
}

/// What a clock is about, and how long it has left; of law where no case runs: only if what is said is so.
fn clock(words: &Words, left: &Left, runs: bool) -> String {
    let what = words::case::clock(words, &left.of);
    let id = match (&left.of, left.paused) {
        (_, true) => "case-clock-paused",
        (ClockOf::Legal(_), _) if !runs && left.minutes <= 0 => "clocks-law-at-once",
        (ClockOf::Legal(_), _) if !runs => "clocks-law",
        _ if left.minutes < 0 => "clocks-over",
        _ => "clocks-left",
    };
    let span = words::review::span(words, left.minutes.saturating_abs().saturating_mul(60));
    words.tell(id, &[("what", what.into()), ("span", span.into()), ("when", words.when(left.due).into())])
}

impl AssessmentView {
    /// Shape, word and class of the severity: a word and a shape, never a colour alone.
    pub(crate) fn severity(&self, words: &Words) -> Html {
        let (mark, class) = match self.found.severity.severity {
            Severity::Watch => ('◆', "notice"),
            Severity::Alert => ('▲', "alert"),
            Severity::Crisis => ('■', "crisis"),
        };
        let word = crate::html::escape(&severity(words, self.found.severity.severity)).to_string();
        Html::new(format!("<span class=\"state {class}\"><span aria-hidden=\"true\">{mark}</span> {word}</span>"))
    }

    pub(crate) fn points(&self, words: &Words) -> String {
        let verdict = &self.found.severity;
        let (alert, crisis) = verdict.bounds;
        words.tell(
            "severity-points",
            &[("points", verdict.points.into()), ("alert", alert.into()), ("crisis", crisis.into())],
        )
    }

    /// Who said another severity, and why.
    pub(crate) fn said(&self, words: &Words) -> Option<(String, &String)> {
        let said = self.found.severity.overridden.as_ref()?;
        let args = [
            ("who", self.name(said.person).into()),
            ("when", words.when(said.at).into()),
            ("what", severity(words, self.found.severity.by_rubric).into()),
        ];
        Some((words.tell("severity-said", &args), &said.reason))
    }

    pub(crate) fn urgency(&self, words: &Words) -> String {
        let urgency = &self.found.urgency;
        let id = if urgency.overdue { "urgency-overdue" } else { "urgency-by" };
        words.tell(id, &[("when", words.when(urgency.answer_by).into())])
    }

    /// Which clocks run, or would: the sentence above them, and each.
    pub(crate) fn clocks(&self, words: &Words) -> Option<(String, Vec<String>)> {
        let clocks = self.found.urgency.clocks.as_ref()?;
        let step = words::case::step(words, clocks.step);
        let head = match (clocks.case, clocks.running.is_empty()) {
            (Some(case), false) => words.tell("clocks-case", &[("n", case.0.into()), ("step", step.into())]),
            (Some(case), true) => words.tell("clocks-case-none", &[("n", case.0.into()), ("step", step.into())]),
            (None, false) => words.name("clocks-would", &step),
            (None, true) => words.name("clocks-would-none", &step),
        };
        let counsel = |matter: &Matter| words.name("clocks-counsel", &words::case::matter(words, *matter));
        let running = clocks.running.iter().take(CLOCKS).map(|left| clock(words, left, clocks.case.is_some()));
        let more = clocks.running.len().saturating_sub(CLOCKS);
        let more = (more > 0).then(|| words.count("clocks-more", more as i64));
        Some((head, running.chain(more).chain(clocks.ask_counsel.iter().map(counsel)).collect()))
    }

    /// The open case whose clocks they are.
    pub(crate) fn case(&self) -> Option<i64> {
        self.found.urgency.clocks.as_ref()?.case.map(|case| case.0)
    }

    pub(crate) fn told(&self) -> &[Expected] {
        match &self.found.forecast {
            Forecast::Told(told) => told,
            Forecast::Young | Forecast::Little => &[],
        }
    }

    pub(crate) fn silence(&self, words: &Words) -> Option<String> {
        match self.found.forecast {
            Forecast::Told(_) => None,
            Forecast::Young => Some(words.say("forecast-young")),
            Forecast::Little => Some(words.say("forecast-little")),
        }
    }

    pub(crate) fn horizon(&self, words: &Words, expected: &Expected) -> String {
        words.count("forecast-hours", i64::from(expected.minutes / 60))
    }

    /// Its range, what is usual, and how earlier ones did.
    pub(crate) fn expectation(&self, words: &Words, expected: &Expected) -> Vec<String> {
        let bounds = match expected.further {
            Figure::Estimated { low, high, .. } => Some(range(words, "forecast-range", low, high)),
            _ => None,
        };
        let record = if expected.made == 0 {
            words.say("forecast-record-none")
        } else {
            let args = [("held", i64::from(expected.held).into()), ("made", i64::from(expected.made).into())];
            words.tell("forecast-record", &args)
        };
        let usual = words.tell("forecast-usual", &[("count", expected.usual.into())]);
        bounds.into_iter().chain([usual, record]).collect()
    }

    pub(crate) fn cause(&self, words: &Words, found: &CauseFound) -> String {
        cause(words, found.cause)
    }

    pub(crate) fn cause_words(&self, words: &Words, found: &CauseFound) -> String {
        let words_of = words.tell("assess-cause-words", &[("words", found.words.join(", ").into())]);
        match found.beyond {
            Some(beyond) => format!("{} · {words_of}", words.count("assess-cause-beyond", beyond)),
            None => words_of,
        }
    }

    pub(crate) fn origin(&self, words: &Words) -> Vec<String> {
        let Some(origin) = self.found.origin else { return Vec::new() };
        let elsewhere = origin.repeats.then(|| words.say("assess-origin-elsewhere"));
        [words.count("assess-origin-copies", origin.copies)].into_iter().chain(elsewhere).collect()
    }

    pub(crate) fn carried(&self) -> Vec<(&Carrier, Option<&String>)> {
        let names = self.carriers.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        self.found.carriers.iter().zip(names).collect()
    }

    pub(crate) fn places(&self, words: &Words) -> Html {
        let from = self.found.crossings.first().map_or(self.found.at, |first| first.at);
        crossings(words, &self.found.crossings, (from, self.found.at), |c| place(words, c.place))
    }

    pub(crate) fn place(&self, words: &Words, crossing: &Crossing) -> String {
        place(words, crossing.place)
    }

    /// The sources of a kind of place, in the order they were reached.
    pub(crate) fn sources(&self, words: &Words, crossing: &Crossing) -> Vec<(String, String)> {
        crossing.sources.iter().map(|reached| (reached.source.clone(), words.when(reached.at))).collect()
    }

    pub(crate) fn languages(&self, words: &Words) -> String {
        let one = |share: &Share| {
            let name = Language::from_code(&share.label).map_or(String::new(), |of| language(words, &of));
            format!("{name} {}", words.percent(share.share))
        };
        self.found.languages.iter().map(one).collect::<Vec<_>>().join(" · ")
    }

    /// What was reported: of what, how many, by whom and when.
    pub(crate) fn reported(&self, words: &Words, reported: &Reported) -> (String, Html, String) {
        let by = [("who", self.name(reported.person).into()), ("when", words.when(reported.at).into())];
        let value = figure(words, &Figure::Reported(reported.value));
        (subject(words, reported.subject), value, words.tell("assess-reported-by", &by))
    }

    pub(crate) fn subjects(&self, words: &Words) -> Vec<(&'static str, String)> {
        Subject::ALL.into_iter().map(|of| (of.code(), subject(words, of))).collect()
    }

    pub(crate) fn severities(&self, words: &Words) -> Vec<(&'static str, String)> {
        Severity::ALL.into_iter().map(|of| (of.code(), severity(words, of))).collect()
    }

    pub(crate) fn unknown(&self, words: &Words) -> Vec<String> {
        self.found.unknown.iter().map(|what| unknown(words, *what)).collect()
    }

    /// Each factor: its name, its value, its points.
    pub(crate) fn factor(&self, words: &Words, graded: &Graded) -> (String, Figure, String) {
        let of = [("points", graded.points.into()), ("most", graded.most.into())];
        let mut points = words.tell("factor-of", &of);
        if let Some(least) = graded.least {
            points.push_str(" · ");
            points.push_str(&words.tell("factor-least", &[("what", severity(words, least).into())]));
        }
        (factor(words, graded.factor), graded.value.into(), points)
    }

    fn name(&self, person: PersonId) -> String {
        self.people.iter().find(|(id, _)| *id == person).map_or("?".to_owned(), |(_, name)| name.clone())
    }
}
