//! Settings: the brands, and one brand with its queries and the places its customers talk in.

use crate::pages::Shell;
use crate::pages::mentions::QueryProblem;
use askama::Template;
use domain::brand::{BrandRole, Watch};
use words::Words;

/// The list of brands: the first page of the settings.
#[derive(Clone, Debug, Template)]
#[template(path = "settings.html")]
pub struct SettingsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Brands: id, name, role, how many queries.
    pub brands: Vec<(i64, String, BrandRole, i64)>,
    /// Whether the reader may look at the settings.
    pub inspects: bool,
    /// Organisations to which the reader may add a brand, by id: none where they may change nothing.
    pub houses: Vec<(i64, String)>,
}

/// Everything that can be set, whatever the size: one click from the settings.
#[derive(Clone, Debug, Template)]
#[template(path = "expert.html")]
pub struct ExpertPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Brands: id, name, role, how many queries.
    pub brands: Vec<(i64, String, BrandRole, i64)>,
    /// Organisations to which the reader may add a brand, by id: none where they may change nothing.
    pub houses: Vec<(i64, String)>,
}

/// One brand's settings.
#[derive(Clone, Debug, Template)]
#[template(path = "brand.html")]
pub struct BrandPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Own, competitor or industry.
    pub role: BrandRole,
    /// Its zone.
    pub zone: String,
    /// Accounts that speak for it, one a line.
    pub own_accounts: String,
    /// Its queries.
    pub queries: Vec<QueryView>,
    /// A query that could not be saved, given back.
    pub draft: Option<(String, String)>,
    /// What is wrong with it.
    pub problem: Option<QueryProblem>,
    /// Where its customers talk.
    pub places: Vec<(String, Watch)>,
    /// What was saved, or is wrong, in sentences.
    pub problems: Vec<String>,
}

/// One query.
#[derive(Clone, Debug)]
pub struct QueryView {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub text: String,
    /// Mentions of the last seven days.
    pub hits: i64,
    /// Whether what stands here was typed and cannot be saved.
    pub wrong: bool,
}

fn role_id(role: BrandRole) -> &'static str {
    match role {
        BrandRole::Own => "role-own",
        BrandRole::Competitor => "role-competitor",
        BrandRole::Industry => "role-industry",
    }
}

/// How a place may be seen: code, word, whether it is.
pub(crate) fn watch_choices(words: &Words, watch: Watch) -> [(&'static str, String, bool); 3] {
    [
        ("watched", "watch-watched", Watch::Watched),
        ("mails", "watch-mails", Watch::Mails),
        ("not-watched", "watch-not-watched", Watch::NotWatched),
    ]
    .map(|(code, id, each)| (code, words.say(id), each == watch))
}

/// The word for a role.
pub(crate) fn role_word(words: &Words, role: &BrandRole) -> String {
    words.say(role_id(*role))
}

/// How many queries a brand has.
pub(crate) fn queries_line(words: &Words, count: &i64) -> String {
    words.count("settings-queries", *count)
}

/// The roles to choose from.
pub(crate) fn role_choices(words: &Words) -> [(&'static str, String); 3] {
    [("own", BrandRole::Own), ("competitor", BrandRole::Competitor), ("industry", BrandRole::Industry)]
        .map(|(code, role)| (code, words.say(role_id(role))))
}

impl BrandPage {
    pub(crate) fn role_choices(&self) -> [(&'static str, String, bool); 3] {
        [("own", BrandRole::Own), ("competitor", BrandRole::Competitor), ("industry", BrandRole::Industry)]
            .map(|(code, role)| (code, self.words.say(role_id(role)), role == self.role))
    }

    pub(crate) fn hits_line(&self, query: &QueryView) -> String {
        self.words.count("brand-query-hits", query.hits)
    }

    pub(crate) fn watch_choices(&self, watch: &Watch) -> [(&'static str, String, bool); 3] {
        watch_choices(&self.words, *watch)
    }

    pub(crate) fn unwatched_choices(&self) -> [(&'static str, String, bool); 3] {
        self.watch_choices(&Watch::NotWatched)
    }

    pub(crate) fn draft_name(&self) -> &str {
        self.draft.as_ref().map_or("", |d| d.0.as_str())
    }

    pub(crate) fn draft_text(&self) -> &str {
        self.draft.as_ref().map_or("", |d| d.1.as_str())
    }
}
