//! A signal: what departs from the usual, since when, who and what makes it, and what would have silenced it.

use crate::chart::{Timeline, timeline};
use crate::html::Html;
use crate::pages::assessment::AssessmentView;
use crate::pages::post::PostView;
use crate::pages::show::grave_line;
use crate::pages::waking::CallView;
use crate::pages::{Figure, Shell, State};
use askama::Template;
use jiff::Timestamp;
use text::Harm;
use words::Words;

/// The signal page.
#[derive(Clone, Debug, Template)]
#[template(path = "signal.html")]
pub struct SignalPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Its id.
    pub id: String,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// Notice, alert, or closed once dismissed.
    pub state: State,
    /// What is counted.
    pub subject: Subject,
    /// How many were observed in the window.
    pub observed: i64,
    /// The window, in minutes.
    pub minutes: i64,
    /// What was expected, in thousandths.
    pub expected: i64,
    /// The usual range: from, to.
    pub usual: (i64, i64),
    /// Since when.
    pub since: Timestamp,
    /// When what it was judged by was frozen.
    pub frozen_at: Timestamp,
    /// The least count that would still have raised it.
    pub least: i64,
    /// How surprising: one such window in this many, if everything were as usual.
    pub one_in: Figure,
    /// What it is about, how big and how grave, as of now.
    pub assessment: AssessmentView,
    /// The share that speaks ill, in thousandths, with its range: share, from, to.
    pub negative: Option<(i64, i64, i64)>,
    /// The chart's steps.
    pub points: Vec<crate::chart::Point>,
    /// What one grave post says, where that alone raised it: the harm, the words.
    pub grave: Option<(Harm, Vec<String>)>,
    /// The words that stand out beside the usual ones.
    pub standing_out: Vec<String>,
    /// Stories, largest first.
    pub stories: Vec<StoryView>,
    /// By query.
    pub queries: Vec<ShareView>,
    /// By author.
    pub authors: Vec<ShareView>,
    /// By source.
    pub sources: Vec<ShareView>,
    /// The posts, newest first.
    pub posts: Vec<PostView>,
    /// How many posts there are in all.
    pub posts_total: i64,
    /// Deaf sources at the time, so that counts are partial.
    pub partial: Vec<String>,
    /// Whether a source was catching up when it was raised.
    pub late: bool,
    /// Versions of what judged: detector, reader.
    pub versions: (String, String),
    /// Who acknowledged it, and when.
    pub acknowledged: Option<(String, Timestamp)>,
    /// Who said it is not a problem, when, and why.
    pub dismissed: Option<(String, Timestamp, Reason)>,
    /// Who acknowledged its story first, and when, while it is silent.
    pub first: Option<(String, Timestamp)>,
    /// Who was called about it, oldest first.
    pub calls: Vec<CallView>,
    /// Whether the reader may act.
    pub may_triage: bool,
}

/// What a signal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Mentions.
    Mentions,
    /// Mentions that speak ill.
    Negative,
    /// Ratings of one or two stars.
    LowRatings,
    /// One grave post.
    Grave,
}

/// Why a signal is not a problem; kept as a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Our own campaign.
    OwnCampaign,
    /// Good news.
    GoodNews,
    /// An event in the trade.
    Industry,
    /// Spam.
    Spam,
    /// Another thing of the same name.
    Homonym,
    /// Too small to matter.
    TooSmall,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 6] =
        [Self::OwnCampaign, Self::GoodNews, Self::Industry, Self::Spam, Self::Homonym, Self::TooSmall];

    /// The form's value and the label kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::OwnCampaign => "own-campaign",
            Self::GoodNews => "good-news",
            Self::Industry => "industry",
            Self::Spam => "spam",
            Self::Homonym => "homonym",
            Self::TooSmall => "too-small",
        }
    }

    /// Reads a [`Reason::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    fn word(self, words: &Words) -> String {
        words.say(match self {
            Self::OwnCampaign => "reason-own-campaign",
            Self::GoodNews => "reason-good-news",
            Self::Industry => "reason-industry",
            Self::Spam => "reason-spam",
            Self::Homonym => "reason-homonym",
            Self::TooSmall => "reason-too-small",
        })
    }
}

/// Near copies of one text.
#[derive(Clone, Debug)]
pub struct StoryView {
    /// Its first text.
    pub text: String,
    /// Who published it first.
    pub author: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How many posts.
    pub count: i64,
    /// Whether the signal stands without it.
    pub fires_without: bool,
    /// Where its posts are listed.
    pub href: String,
}

/// What one query, author or source brought.
#[derive(Clone, Debug)]
pub struct ShareView {
    /// Its name.
    pub label: String,
    /// How many.
    pub count: i64,
    /// Share, in thousandths.
    pub share: i64,
    /// Whether the signal stands without it.
    pub fires_without: bool,
}

impl ShareView {
    pub(crate) fn percent(&self, words: &Words) -> String {
        words.percent(self.share)
    }
}

/// A heading over shares, and the shares.
pub(crate) struct ShareBlock<'a> {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) shares: &'a [ShareView],
}

impl SignalPage {
    /// One window in so many, without a sign: the words before it say "about".
    fn odds(&self) -> String {
        match self.one_in {
            Figure::Estimated { mid, .. } => self.words.number(mid),
            _ => self.words.say("figure-unknown"),
        }
    }

    /// Posts that are folded.
    fn more_posts(&self) -> i64 {
        self.posts.len().saturating_sub(5) as i64
    }

    /// Until when it was heard for its score, and what a later post still changes.
    fn frozen_line(&self) -> String {
        self.words.tell("signal-frozen", &[("when", self.words.when(self.frozen_at).into())])
    }

    /// The page's first sentence: who, how many, how many were expected.
    pub fn headline(&self) -> String {
        self.words
            .tell("signal-headline", &[("what", self.brand.1.as_str().into()), ("finding", self.finding().into())])
    }

    /// How many in how long, how many expected.
    pub fn finding(&self) -> String {
        let id = match self.subject {
            Subject::Mentions => "signal-finding-mentions",
            Subject::Negative => "signal-finding-negative",
            Subject::LowRatings => "signal-finding-ratings",
            Subject::Grave => return self.grave_finding(),
        };
        self.words.tell(
            id,
            &[
                ("count", self.observed.into()),
                ("minutes", self.minutes.into()),
                ("low", self.usual.0.into()),
                ("high", self.usual.1.into()),
            ],
        )
    }

    fn grave_finding(&self) -> String {
        match &self.grave {
            Some((harm, _)) => grave_line(&self.words, *harm),
            None => self.words.say("figure-unknown"),
        }
    }

    pub(crate) fn chart(&self) -> Html {
        let (points, ahead) = (self.points.clone(), self.assessment.told().to_vec());
        let chart = Timeline { finding: self.finding(), points, onset: Some(self.since), ahead };
        timeline(&self.words, "storm", &chart)
    }

    /// What would have had to be different: the count, then each part it could not have done without.
    pub fn counterfactuals(&self) -> Vec<String> {
        let words = &self.words;
        if self.subject == Subject::Grave {
            return vec![words.say("signal-silent-grave")];
        }
        let mut lines = vec![self.edge()];
        let needed = self.queries.iter().chain(&self.authors).chain(&self.sources).filter(|s| !s.fires_without);
        lines.extend(needed.map(|s| words.name("signal-silent-without", &plain(&s.label))));
        let single = self.stories.iter().filter(|s| !s.fires_without).count();
        if single > 0 {
            lines.push(words.count("signal-silent-without-stories", single as i64));
        }
        if lines.len() == 1 {
            lines.push(words.say("signal-stands-anyway"));
        }
        lines
    }

    pub(crate) fn ill(&self) -> Option<String> {
        let (share, low, high) = self.negative?;
        let w = &self.words;
        let args =
            [("share", w.percent(share).into()), ("low", w.percent(low).into()), ("high", w.percent(high).into())];
        Some(w.tell("bridge-negative", &args))
    }

    /// Where most of it is and who carries most of it.
    pub(crate) fn largest(&self) -> Vec<(String, &ShareView)> {
        let most = [("signal-by-source", &self.sources), ("signal-by-author", &self.authors)];
        most.into_iter().filter_map(|(title, shares)| Some((self.words.say(title), shares.first()?))).collect()
    }

    /// The largest story, where more than one post tells it.
    pub(crate) fn repeated(&self) -> Option<&StoryView> {
        self.stories.first().filter(|story| story.count > 1)
    }

    /// How near it is to saying nothing.
    pub(crate) fn edge(&self) -> String {
        match self.subject {
            Subject::Grave => self.words.say("signal-silent-grave"),
            _ if self.least == 0 => self.words.say("signal-silent-burn"),
            _ => self.words.count("signal-silent-below", self.least),
        }
    }

    /// Expected, with one decimal as thousandths allow.
    pub(crate) fn expected_line(&self) -> String {
        let tenths = (self.expected + 50) / 100;
        let point = if self.words.locale() == words::Locale::En { '.' } else { ',' };
        format!("{}{point}{}", self.words.number(tenths / 10), tenths % 10)
    }

    pub(crate) fn usual_line(&self) -> String {
        format!("{}–{}", self.words.number(self.usual.0), self.words.number(self.usual.1))
    }

    pub(crate) fn band_line(&self, point: &crate::chart::Point) -> String {
        format!("{}–{}", self.words.number(point.low.floor() as i64), self.words.number(point.high.ceil() as i64))
    }

    pub(crate) fn share_blocks(&self) -> [ShareBlock<'_>; 3] {
        [
            ("by-author", "signal-by-author", &self.authors),
            ("by-source", "signal-by-source", &self.sources),
            ("by-query", "signal-by-query", &self.queries),
        ]
        .map(|(id, title, shares)| ShareBlock { id, title: self.words.say(title), shares })
    }

    pub(crate) fn reasons(&self) -> [(&'static str, String); 6] {
        Reason::ALL.map(|reason| (reason.code(), reason.word(&self.words)))
    }

    pub(crate) fn dismissed_line(&self) -> Option<String> {
        let (who, at, reason) = self.dismissed.as_ref()?;
        Some(self.words.tell(
            "signal-dismissed",
            &[
                ("who", who.as_str().into()),
                ("when", self.words.when(*at).into()),
                ("why", reason.word(&self.words).into()),
            ],
        ))
    }

    pub(crate) fn acknowledged_line(&self) -> Option<String> {
        let (who, at) = self.acknowledged.as_ref()?;
        Some(
            self.words
                .tell("signal-acknowledged", &[("who", who.as_str().into()), ("when", self.words.when(*at).into())]),
        )
    }

    pub(crate) fn first_line(&self) -> Option<String> {
        let (who, at) = self.first.as_ref()?;
        let args = [("who", who.as_str().into()), ("when", self.words.when(*at).into())];
        Some(self.words.tell("signal-first", &args))
    }

    pub(crate) fn posts_line(&self) -> String {
        self.words.tell(
            "signal-posts-shown",
            &[("count", (self.posts.len() as i64).into()), ("all", self.posts_total.into())],
        )
    }

    pub(crate) fn story_line(&self, story: &StoryView) -> String {
        self.words.count("signal-story-posts", story.count)
    }

    pub(crate) fn partial_line(&self) -> Option<String> {
        (!self.partial.is_empty()).then(|| self.words.name("signal-partial", &self.partial.join(", ")))
    }
}

/// A stranger's name in a sentence of ours: one short line, nothing hidden.
fn plain(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric() || " @._:/#-".contains(*c)).take(60).collect()
}
