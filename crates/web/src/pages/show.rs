//! How single things are shown everywhere: a state, a number with its kind, a time, a reading.

use crate::html::{Html, escape};
pub use domain::figure::Figure;
use engine::grave::harm_name;
use jiff::Timestamp;
use text::{Harm, Kind, Language, Polarity};
use words::Words;

/// A state: a shape, a word and a colour, never a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As usual.
    Calm,
    /// A surge worth a look.
    Notice,
    /// A surge that wakes.
    Alert,
    /// A crisis is declared.
    Crisis,
    /// After the crisis.
    FollowUp,
    /// Closed or dismissed.
    Closed,
    /// A source that cannot be heard.
    Deaf,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 7] =
        [Self::Calm, Self::Notice, Self::Alert, Self::Crisis, Self::FollowUp, Self::Closed, Self::Deaf];

    /// Its shape.
    pub fn mark(self) -> char {
        match self {
            Self::Calm => '●',
            Self::Notice => '◆',
            Self::Alert => '▲',
            Self::Crisis => '■',
            Self::FollowUp => '◇',
            Self::Closed => '○',
            Self::Deaf => '✕',
        }
    }

    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Notice => "notice",
            Self::Alert => "alert",
            Self::Crisis => "crisis",
            Self::FollowUp => "follow-up",
            Self::Closed => "closed",
            Self::Deaf => "deaf",
        }
    }

    /// Its word.
    pub fn word(self, words: &Words) -> String {
        words.say(match self {
            Self::Calm => "state-calm",
            Self::Notice => "state-notice",
            Self::Alert => "state-alert",
            Self::Crisis => "state-crisis",
            Self::FollowUp => "state-follow-up",
            Self::Closed => "state-closed",
            Self::Deaf => "state-deaf",
        })
    }
}

/// Shape and word of a state.
pub fn state(words: &Words, state: &State) -> Html {
    Html::new(format!(
        "<span class=\"state {}\"><span aria-hidden=\"true\">{}</span> {}</span>",
        state.class(),
        state.mark(),
        escape(&state.word(words))
    ))
}

/// A figure with its kind, in HTML.
pub fn figure(words: &Words, figure: &Figure) -> Html {
    Html::new(match figure {
        Figure::Counted(n) => format!("<span class=\"n\">{}</span>", words.number(*n)),
        Figure::Estimated { mid, low, high } => format!(
            "<span class=\"n est\" title=\"{}\">≈ {}</span>",
            escape(&range(words, "figure-range", *low, *high)),
            words.number(*mid)
        ),
        Figure::AtLeast(n) => {
            format!("<span class=\"n\">{}</span>", escape(&words.tell("figure-least", &[("count", (*n).into())])))
        }
        Figure::Reported(n) => {
            format!(
                "<span class=\"n\">{}</span> <span class=\"tag\">{}</span>",
                words.number(*n),
                escape(&words.say("figure-reported"))
            )
        }
        Figure::Unknown => format!("<span class=\"n unknown\">{}</span>", escape(&words.say("figure-unknown"))),
    })
}

/// The range of an estimate, in words: what hover tells cannot be read on a telephone.
pub fn bounds(words: &Words, figure: &Figure) -> Html {
    Html::new(match figure {
        Figure::Estimated { low, high, .. } => {
            format!("<span class=\"small\">{}</span>", escape(&range(words, "figure-range", *low, *high)))
        }
        _ => String::new(),
    })
}

/// A count, or unknown.
pub fn counted(words: &Words, n: &Option<i64>) -> Html {
    figure(words, &Figure::from(*n))
}

/// A message about a range, with arguments `low` and `high`.
pub(crate) fn range(words: &Words, id: &str, low: i64, high: i64) -> String {
    words.tell(id, &[("low", low.into()), ("high", high.into())])
}

/// A time: as a person says it, with date, zone and UTC on hover.
pub fn when(words: &Words, at: &Timestamp) -> Html {
    time(words, *at, &words.when(*at))
}

/// A beginning: the time, and how long ago within the hour.
pub fn since(words: &Words, at: &Timestamp) -> Html {
    time(words, *at, &words.since(*at))
}

fn time(words: &Words, at: Timestamp, said: &str) -> Html {
    Html::new(format!(
        "<time datetime=\"{}\" title=\"{} {} · {}\">{}</time>",
        at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        escape(&words.long_date(at)),
        words.time(at),
        words.utc(at),
        escape(said),
    ))
}

/// A polarity with its probability: always the word, a sign before it.
pub fn polarity(words: &Words, polarity: &Polarity, p: &u16) -> Html {
    let (sign, id) = match polarity {
        Polarity::Negative => ('−', "polarity-negative"),
        Polarity::Neutral => ('·', "polarity-neutral"),
        Polarity::Positive => ('+', "polarity-positive"),
    };
    Html::new(format!(
        "<span class=\"tag {}\" title=\"{}\"><span aria-hidden=\"true\">{sign}</span> {} {}</span>",
        polarity.code(),
        escape(&words.say("polarity-hint")),
        escape(&words.say(id)),
        words.percent(i64::from(*p))
    ))
}

/// The word for a polarity.
pub(crate) fn polarity_word(words: &Words, polarity: Polarity) -> String {
    words.say(match polarity {
        Polarity::Negative => "polarity-negative",
        Polarity::Neutral => "polarity-neutral",
        Polarity::Positive => "polarity-positive",
    })
}

/// The name of a language.
pub fn language(words: &Words, language: &Language) -> String {
    words.say(match language {
        Language::Fr => "lang-fr",
        Language::En => "lang-en",
        Language::Fy => "lang-fy",
        Language::Nl => "lang-nl",
        Language::De => "lang-de",
        Language::Es => "lang-es",
        Language::It => "lang-it",
        Language::Pt => "lang-pt",
        Language::Af => "lang-af",
        Language::Unknown => "lang-unknown",
    })
}

/// What a text asks, where that is worth a word.
pub fn kind(words: &Words, kind: &Kind) -> Option<String> {
    match kind {
        Kind::Statement => None,
        Kind::Question => Some(words.say("kind-question")),
        Kind::Complaint => Some(words.say("kind-complaint")),
    }
}

/// One grave post and its harm, in one line.
pub fn grave_line(words: &Words, harm: Harm) -> String {
    words.tell("signal-finding-grave", &[("harm", harm_name(words, harm).as_str().into())])
}

/// A harm by its name.
pub fn harm(words: &Words, harm: &Harm) -> String {
    harm_name(words, *harm)
}

/// Stars given of five: shapes for the eye, words for the ear.
pub fn stars(words: &Words, given: &i64) -> Html {
    let given = (*given).clamp(0, 5);
    let full = "★".repeat(usize::try_from(given).unwrap_or(0));
    let empty = "☆".repeat(usize::try_from(5 - given).unwrap_or(0));
    Html::new(format!(
        "<span class=\"stars\" role=\"img\" aria-label=\"{}\">{full}{empty}</span>",
        escape(&words.count("stars-of-five", given))
    ))
}
