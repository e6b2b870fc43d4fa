//! Mentions: the list to triage, one mention with its evidence, and adding one by hand.

use crate::pages::answer::AnswerView;
use crate::pages::post::PostView;
use crate::pages::shell::Choice;
use crate::pages::show::{language, polarity_word};
use crate::pages::{Figure, Shell};
use askama::Template;
use jiff::Timestamp;
use text::{Language, Polarity};
use words::Words;

/// The list; its address is its state.
#[derive(Clone, Debug, Template)]
#[template(path = "mentions.html")]
pub struct MentionsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What is asked for.
    pub filter: Filter,
    /// Brands to choose from: id, name.
    pub brands: Vec<(i64, String)>,
    /// Sources to choose from: id, name.
    pub sources: Vec<(i64, String)>,
    /// People to assign to: id, name.
    pub people: Vec<(i64, String)>,
    /// Whether the reader handles mentions.
    pub may_triage: bool,
    /// The mentions, newest first.
    pub posts: Vec<PostView>,
    /// How many match in all.
    pub total: Figure,
    /// How many came since `seen`.
    pub fresh: i64,
    /// The newest mention of the list when it was first shown.
    pub seen: i64,
    /// The next page's address.
    pub older: Option<String>,
    /// How many mentions the full text does not hold yet.
    pub search_lag: i64,
    /// Why the query cannot be used.
    pub problem: Option<QueryProblem>,
    /// How many customers wait for an answer in private, where a brand takes complaints.
    pub complaints: Option<i64>,
}

/// What the list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In the query language.
    pub query: String,
    /// A brand.
    pub brand: Option<i64>,
    /// A source.
    pub source: Option<i64>,
    /// A language.
    pub language: Option<Language>,
    /// A polarity.
    pub polarity: Option<Polarity>,
    /// Handled or not.
    pub handled: Option<bool>,
}

/// A mistake in a query: where, what, and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// The query as typed.
    pub query: String,
    /// Where it begins, in characters from 0.
    pub column: usize,
    /// How many characters it spans, at least one.
    pub width: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub suggestion: Option<String>,
}

impl QueryProblem {
    /// Spaces up to the place, then carets under it.
    pub fn carets(&self) -> String {
        let width = self.width.clamp(1, 80);
        format!("{}{}", " ".repeat(self.column.min(4096)), "^".repeat(width))
    }
}

fn choices(all: &[(i64, String)], chosen: Option<i64>) -> Vec<Choice> {
    let choice =
        |(id, name): &(i64, String)| Choice { value: id.to_string(), label: name.clone(), chosen: chosen == Some(*id) };
    all.iter().map(choice).collect()
}

impl MentionsPage {
    pub(crate) fn brand_choices(&self) -> Vec<Choice> {
        choices(&self.brands, self.filter.brand)
    }

    pub(crate) fn source_choices(&self) -> Vec<Choice> {
        choices(&self.sources, self.filter.source)
    }

    pub(crate) fn language_choices(&self) -> Vec<Choice> {
        let choice = |l: Language| Choice {
            value: l.code().to_owned(),
            label: language(&self.words, &l),
            chosen: self.filter.language == Some(l),
        };
        Language::ALL.map(choice).into()
    }

    pub(crate) fn polarity_choices(&self) -> Vec<Choice> {
        let choice = |p: Polarity| Choice {
            value: p.code().to_owned(),
            label: polarity_word(&self.words, p),
            chosen: self.filter.polarity == Some(p),
        };
        Polarity::ALL.map(choice).into()
    }

    pub(crate) fn handled_choices(&self) -> Vec<Choice> {
        [("no", "filter-to-handle", false), ("yes", "filter-handled", true)]
            .map(|(value, id, is)| Choice {
                value: value.to_owned(),
                label: self.words.say(id),
                chosen: self.filter.handled == Some(is),
            })
            .into()
    }

    /// Whether anything but the query narrows the list: the filters are then open.
    pub(crate) fn is_narrowed(&self) -> bool {
        Filter { query: String::new(), ..self.filter.clone() } != Filter::default()
    }

    pub(crate) fn fresh_line(&self) -> String {
        self.words.count("mentions-fresh", self.fresh)
    }

    pub(crate) fn lag_line(&self) -> String {
        self.words.count("mentions-search-lag", self.search_lag)
    }

    pub(crate) fn row_label(&self, post: &PostView) -> String {
        let who = post.author.clone().unwrap_or_else(|| self.words.say("post-author-unknown"));
        // A label is read aloud: what could hide in a name must not reach it.
        let who: String = who.chars().filter(|c| c.is_alphanumeric() || "@._- ".contains(*c)).take(40).collect();
        self.words.tell("mentions-select", &[("who", who.into()), ("time", self.words.time(post.at).into())])
    }
}

/// One mention: its numbers over time, its versions, its evidence.
#[derive(Clone, Debug, Template)]
#[template(path = "mention.html")]
pub struct MentionPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Whether the reader handles mentions.
    pub may_triage: bool,
    /// The post as it stands.
    pub post: PostView,
    /// The names of the queries it hit; empty for a bound source.
    pub queries: Vec<String>,
    /// Its counts over time, oldest first.
    pub engagement: Vec<EngagementRow>,
    /// Its earlier texts, oldest first: when seen, text.
    pub versions: Vec<(Timestamp, String)>,
    /// BLAKE3 of the payload as received.
    pub digest: String,
    /// How many bytes it has.
    pub bytes: i64,
    /// When it arrived here.
    pub arrived_at: Timestamp,
    /// Which reader read it.
    pub reader: String,
    /// People to assign to: id, name.
    pub people: Vec<(i64, String)>,
    /// The file of a screenshot kept with it.
    pub screenshot: Option<String>,
    /// The conversation, where it is a complaint.
    pub complaint: Option<i64>,
    /// Whether the reader can open a case for it.
    pub crisis: bool,
    /// Its answer.
    pub answer: Option<AnswerView>,
}

/// Counts at one moment.
#[derive(Clone, Debug)]
pub struct EngagementRow {
    /// When.
    pub at: Timestamp,
    /// Likes.
    pub likes: Figure,
    /// Shares.
    pub shares: Figure,
    /// Replies.
    pub replies: Figure,
    /// Views.
    pub views: Figure,
    /// Who reported it, where a person did.
    pub by: Option<String>,
}

/// Adding a mention by hand.
#[derive(Clone, Debug, Template)]
#[template(path = "mention_add.html")]
pub struct MentionAddPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Brands to choose from: id, name.
    pub brands: Vec<(i64, String)>,
    /// What was typed, given back after a mistake.
    pub draft: MentionDraft,
    /// What is wrong with it, in sentences.
    pub problems: Vec<String>,
}

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct MentionDraft {
    /// The brand.
    pub brand: Option<i64>,
    /// The link.
    pub url: String,
    /// The text.
    pub text: String,
    /// Who published it.
    pub author: String,
    /// Views seen.
    pub views: String,
    /// When they were seen, `2026-11-22T01:50` in the reader's zone.
    pub seen_at: String,
}

impl MentionAddPage {
    pub(crate) fn brand_choices(&self) -> Vec<Choice> {
        choices(&self.brands, self.draft.brand)
    }
}
