//! What is said, as it stands.

use super::State;
use crate::case::digest::{Binding, TextRef};
use crate::case::event::{As, Checked, Entry, Form, Outcome, Release, Rule, SpeechEvent, Target, Wording};
use crate::case::party::{Key, Party};
use crate::id::MentionId;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where a draft stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It is written.
    Writing,
    /// It is to be approved, since then.
    Submitted(Timestamp),
    /// Somebody did not approve.
    Declined(TextRef),
    /// It may be sent.
    Released(Release),
    /// It is to be sent, not before then: until then it can be undone.
    Intended(Timestamp),
    /// It is being sent.
    Trying(u32),
    /// It may be there, or not: somebody must look before anything else.
    Unknown(u32),
    /// It is not there: it may be tried again.
    Refused(u32),
    /// It is there.
    Sent(Timestamp, TextRef),
    /// It is not worked on any more.
    Shelved,
}

/// An approval of the exact version that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// Who.
    pub by: Party,
    /// As what.
    pub role: As,
    /// When.
    pub at: Timestamp,
}

/// A statement or a reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// What kind.
    pub form: Form,
    /// The words as they stand.
    pub wording: Wording,
    /// What an approval of these words is bound to.
    pub binding: Binding,
    /// Everybody who wrote at it: none of them is a second pair of eyes.
    pub authors: BTreeSet<Party>,
    /// How often it was changed.
    pub revision: u32,
    /// What the check found in these words.
    pub checked: Option<Checked>,
    /// Where it stands.
    pub stage: Stage,
    /// Who releases it.
    pub rule: Option<Rule>,
    /// When these words were submitted.
    pub submitted: Option<Timestamp>,
    /// How these words were released.
    pub released: Option<Release>,
    /// By whom, and when.
    pub released_by: Option<(Party, Timestamp)>,
    /// Who approved these words.
    pub approvals: Vec<Approval>,
    /// The sent text that it corrects.
    pub corrects: Option<u32>,
    /// The mention that it answers, where its target does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<MentionId>,
    /// The same for every try.
    pub send_key: Option<Key>,
    /// How often it was tried.
    pub attempts: u32,
    /// Tries up to this one carried earlier words.
    pub earlier: u32,
    /// What the target calls it, by the try that brought it there. More than one: it is there more than once.
    pub receipts: BTreeMap<u32, TextRef>,
    /// Whether somebody looked for it and did not find it: a receipt may come yet.
    pub not_found: bool,
    /// Contradictions with other texts that somebody passed over: which text, where there, where here.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub passed_over: BTreeSet<(u32, u32, u32)>,
    /// When it tells everybody that there is more, as whoever sent it said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promise: Option<Timestamp>,
}

impl Draft {
    /// The mention that it answers: the one it goes under, or, where it goes elsewhere, the one it was written for.
    pub fn answers(&self) -> Option<MentionId> {
        match self.wording.target {
            Target::Mention(mention) => Some(mention),
            _ => self.about,
        }
    }

    /// Whether it is out.
    pub fn is_sent(&self) -> bool {
        matches!(self.stage, Stage::Sent(..))
    }

    /// Whether its words can still change: nothing is under way and nothing is out.
    pub fn is_open(&self) -> bool {
        matches!(
            self.stage,
            Stage::Writing | Stage::Submitted(_) | Stage::Declined(_) | Stage::Released(_) | Stage::Refused(_)
        )
    }

    /// Whether it is, or may be, in public.
    pub fn may_be_out(&self) -> bool {
        matches!(self.stage, Stage::Trying(_) | Stage::Unknown(_) | Stage::Sent(..))
    }

    /// Whether it was tried so and nothing says yet that this brought it there.
    pub fn lacks_receipt(&self, attempt: u32) -> bool {
        (1..=self.attempts).contains(&attempt) && !self.receipts.contains_key(&attempt)
    }

    /// Whether these words are there more than once.
    pub fn is_there_twice(&self) -> bool {
        self.receipts.keys().filter(|attempt| **attempt > self.earlier).count() > 1
    }

    /// It is there by that try. A try of earlier words does not bring these there.
    fn arrived(&mut self, attempt: u32, receipt: TextRef, at: Timestamp) {
        self.receipts.insert(attempt, receipt);
        if attempt > self.earlier && !self.is_sent() {
            self.stage = Stage::Sent(at, receipt);
        }
    }

    fn release(&mut self, how: Option<Release>) {
        self.released = how;
        self.stage = how.map_or(Stage::Writing, Stage::Released);
    }

    fn submit(&mut self, rule: &Rule, at: Timestamp) {
        self.begin_anew();
        (self.stage, self.rule, self.submitted) = (Stage::Submitted(at), Some(rule.clone()), Some(at));
    }

    fn begin_anew(&mut self) {
        self.stage = Stage::Writing;
        self.rule = None;
        self.submitted = None;
        self.released = None;
        self.released_by = None;
        self.approvals.clear();
        self.promise = None;
    }
}

impl State {
    pub(super) fn apply_speech(&mut self, event: &SpeechEvent, entry: &Entry) {
        let (at, author) = (entry.at, entry.by.party());
        match event {
            SpeechEvent::Drafted { draft, form, wording, corrects, about, .. } => {
                let drafted = Draft {
                    form: *form,
                    binding: wording.binding(),
                    wording: wording.clone(),
                    authors: author.into_iter().collect(),
                    revision: 0,
                    checked: None,
                    stage: Stage::Writing,
                    rule: None,
                    submitted: None,
                    released: None,
                    released_by: None,
                    approvals: Vec::new(),
                    corrects: *corrects,
                    about: *about,
                    send_key: None,
                    attempts: 0,
                    earlier: 0,
                    receipts: BTreeMap::new(),
                    not_found: false,
                    passed_over: BTreeSet::new(),
                    promise: None,
                };
                self.drafts.insert(*draft, drafted);
            }
            SpeechEvent::Revised { draft, wording } => self.change_draft(*draft, |it| {
                it.begin_anew();
                // What was written to go under a mention goes on answering it wherever it is moved to.
                it.about = it.answers();
                (it.binding, it.wording, it.checked) = (wording.binding(), wording.clone(), None);
                it.authors.extend(author);
                it.revision += 1;
                it.earlier = it.attempts;
                it.passed_over.clear();
            }),
            SpeechEvent::Checked { draft, binding, found } => {
                self.change_exact(*draft, *binding, |it| it.checked = Some(*found));
            }
            SpeechEvent::Submitted { draft, binding, rule, .. } => self.change_exact(*draft, *binding, |it| {
                it.submit(rule, at);
                // What the house drafted is the text of whoever submits it.
                if it.authors.is_empty() {
                    it.authors.extend(author);
                }
            }),
            SpeechEvent::Approved { draft, binding, role } => self.change_exact(*draft, *binding, |it| {
                it.approvals.extend(author.map(|by| Approval { by, role: *role, at }));
            }),
            SpeechEvent::Declined { draft, binding, why } => self.change_exact(*draft, *binding, |it| {
                it.begin_anew();
                it.stage = Stage::Declined(*why);
            }),
            SpeechEvent::Released { draft, binding, how } => {
                self.change_exact(*draft, *binding, |it| {
                    it.release(Some(*how));
                    it.released_by = author.map(|by| (by, at));
                });
            }
            SpeechEvent::Outgrown { draft, binding, rule } => self.change_exact(*draft, *binding, |it| match rule {
                Some(rule) => it.submit(rule, at),
                None => it.begin_anew(),
            }),
            SpeechEvent::Recalled { draft, .. } => self.change_draft(*draft, Draft::begin_anew),
            SpeechEvent::Intended { draft, binding, key, after, promise } => {
                self.change_exact(*draft, *binding, |it| {
                    (it.stage, it.send_key, it.promise) = (Stage::Intended(*after), Some(key.clone()), *promise);
                })
            }
            SpeechEvent::Undone { draft } => self.change_draft(*draft, |it| it.release(it.released)),
            SpeechEvent::Trying { draft, attempt } => self.change_draft(*draft, |it| {
                (it.stage, it.attempts) = (Stage::Trying(*attempt), *attempt);
            }),
            SpeechEvent::Came { draft, attempt, outcome } => self.change_draft(*draft, |it| match outcome {
                Outcome::Sent { receipt } => it.arrived(*attempt, *receipt, at),
                Outcome::Refused { .. } => it.stage = Stage::Refused(*attempt),
                Outcome::Unknown { .. } => it.stage = Stage::Unknown(*attempt),
            }),
            SpeechEvent::Resolved { draft, attempt, receipt, .. } => self.change_draft(*draft, |it| match receipt {
                Some(receipt) => it.arrived(*attempt, *receipt, at),
                None => (it.stage, it.not_found) = (Stage::Refused(*attempt), true),
            }),
            SpeechEvent::Shelved { draft } => self.change_draft(*draft, |it| it.stage = Stage::Shelved),
            SpeechEvent::PassedOver { draft, binding, against, said, here, .. } => {
                self.change_exact(*draft, *binding, |it| {
                    it.passed_over.insert((*against, *said, *here));
                });
            }
        }
    }

    fn change_draft(&mut self, draft: u32, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = self.drafts.get_mut(&draft) {
            change(draft);
        }
    }

    /// Changes a draft only as long as it still says these very words.
    fn change_exact(&mut self, draft: u32, binding: Binding, change: impl FnOnce(&mut Draft)) {
        self.change_draft(draft, |it| {
            if it.binding == binding {
                change(it);
            }
        });
    }
}

impl State {
    /// Texts that are out, or on their way, whose stance contradicts this one's: deny beside diminish or rebuild.
    pub fn mixed_with(&self, draft: u32) -> Vec<u32> {
        let Some(stance) = self.drafts.get(&draft).and_then(|it| it.wording.posture) else { return Vec::new() };
        let stands = |other: &Draft| {
            other.may_be_out() || matches!(other.stage, Stage::Submitted(_) | Stage::Released(_) | Stage::Intended(_))
        };
        let others = self.drafts.iter().filter(|(number, other)| **number != draft && stands(other));
        let contradicts = |other: &Draft| other.wording.posture.is_some_and(|posture| posture.contradicts(stance));
        others.filter(|(_, other)| contradicts(other)).map(|(number, _)| *number).collect()
    }
}
