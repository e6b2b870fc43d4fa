//! The answer to one mention, on its page.

use super::Kept;
use crate::html::Html;

/// Who answers a mention, and what is written to answer it.
#[derive(Clone, Debug)]
pub struct AnswerView {
    /// Which mention.
    pub mention: i64,
    /// The case that answers it.
    pub case: Option<i64>,
    /// Who answers it.
    pub holder: Option<String>,
    /// Whether that is the reader.
    pub is_mine: bool,
    /// Whether the reader may act.
    pub may_act: bool,
    /// Its texts, the last first.
    pub drafts: Vec<AnswerDraft>,
    /// Where an answer can go: value, name.
    pub targets: Vec<(String, String)>,
    /// The plan's replies: name, first words.
    pub alternatives: Vec<(String, String)>,
    /// Languages it may be in: code, name; the mention's own first.
    pub languages: Vec<(&'static str, String)>,
    /// People it can be handed to: id, name.
    pub people: Vec<(i64, String)>,
    /// The key of what this page's form makes.
    pub key: String,
    /// What was typed where it could not be taken.
    pub kept: Kept,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

/// A text that answers it, or is to.
#[derive(Clone, Debug)]
pub struct AnswerDraft {
    /// Its number.
    pub number: u32,
    /// Where it goes.
    pub target: String,
    /// Its words; `None` where they were erased.
    pub text: Option<String>,
    /// Where it stands.
    pub stands: String,
    /// What an approval is bound to.
    pub binding: String,
    /// What the wording check found: how grave, what, how to mend it.
    pub findings: Vec<(bool, String, String)>,
    /// What the check came to, as the release is told.
    pub shown: String,
    /// Who is asked to approve.
    pub asked: Option<String>,
    /// What the reader can do now.
    pub may: Vec<&'static str>,
    /// The try of which nobody knows what came.
    pub attempt: u32,
    /// Its language.
    pub language: &'static str,
    /// Where it is, once it is out.
    pub receipt: Option<String>,
}

impl AnswerDraft {
    /// Whether the reader can do this with it.
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }
}

impl AnswerView {
    /// The words of a text to be changed: as they were typed where they were refused.
    pub(crate) fn revised(&self, draft: &AnswerDraft) -> Html {
        self.kept.or("revise", &draft.number, "text", draft.text.as_deref().unwrap_or_default())
    }

    /// Whether nobody answers it, and nobody did.
    pub(crate) fn is_free(&self) -> bool {
        self.case.is_none() && self.holder.is_none()
    }

    /// Whether a new text can be written: nothing is on its way, and nothing was sent.
    pub(crate) fn may_draft(&self) -> bool {
        self.may_act && self.is_mine && self.case.is_none()
    }
}
