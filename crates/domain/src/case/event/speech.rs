//! What is said: drafted, checked, approved, sent, with its receipt.

use crate::case::digest::{Binding, TextRef, hash_parts};
use crate::case::party::{Key, Party};
use crate::id::{AccountId, MentionId};
use crate::plan::{Alone, Channel, Posture, Severity};
use crate::setup::Size;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use text::Language;

/// What kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The first one: seen, checking, whom to call, next news.
    Holding,
    /// To everybody.
    Statement,
    /// What is new.
    Update,
    /// To one mention.
    Reply,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Under a mention.
    Mention(MentionId),
    /// A post of one's own.
    Post(Channel),
    /// A letter, by its addressee.
    Mail(TextRef),
    /// The conversation of a complaint.
    Conversation(i64),
    /// The public updates page.
    UpdatesPage,
    /// Copied by hand to where Vigie does not reach.
    ByHand(Channel),
}

/// A fact that a text rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cite {
    /// Which.
    pub fact: u32,
    /// Whether the text says that it is not certain.
    pub hedged: bool,
}

/// One version of a draft: everything an approval is bound to, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The exact text.
    pub text: TextRef,
    /// How many characters it has.
    pub characters: u32,
    /// How many blanks such as `{fact}` are not filled in.
    pub blanks: u32,
    /// In which language.
    pub language: Language,
    /// Where it goes.
    pub target: Target,
    /// The subject of a letter, in the team's words. The first version knew of none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<TextRef>,
    /// From which account.
    pub account: AccountId,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Which stance it takes, if one.
    pub posture: Option<Posture>,
    /// The reply of the plan that it is, word for word but for the hour and the name.
    pub prepared: Option<Prepared>,
}

/// A text of the plan that was approved in quiet times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// Its name in the plan.
    pub reply: String,
    /// Until which day the approval holds, if it ends.
    pub until: Option<jiff::civil::Date>,
}

impl Wording {
    /// What an approval is bound to: exact text, target and account, and a letter's subject.
    pub fn binding(&self) -> Binding {
        // A target is externally tagged with fixed names: its JSON is one form.
        let target = serde_json::to_vec(&self.target).unwrap_or_default();
        let account = self.account.0.to_le_bytes();
        let subject = self.subject.iter().map(|subject| subject.0.as_slice());
        let parts: Vec<&[u8]> = [&self.text.0[..], &target, &account].into_iter().chain(subject).collect();
        Binding(hash_parts("vigie case approval 1", &parts))
    }
}

/// What the wording check found, in numbers; its words are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Version of the check; 0 where the language is not checked.
    pub version: u32,
    /// What should stop it.
    pub stops: u32,
    /// What should be looked at.
    pub warnings: u32,
}

/// Who releases a text: the plan's rule with its names resolved, frozen when the text is submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// By whose size.
    pub size: Size,
    /// The rule of which severity.
    pub severity: Severity,
    /// One of these; empty: nobody more is asked.
    pub any: Vec<Party>,
    /// One of each group: who holds it, then who stands in.
    pub all: Vec<Vec<Party>>,
    /// Whether the groups go in order, and `any` last.
    pub ordered: bool,
    /// When the fallback may, if ever.
    pub deadline: Option<Timestamp>,
    /// Who may then release what the plan had approved before.
    pub fallback: Vec<Party>,
    /// What the agency's people may do without their client; none: no agency.
    pub mandate: Option<Mandated>,
    /// Whether whoever wrote it may release it without anybody else: an everyday reply in which the check found nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alone: bool,
}

/// An agency's mandate, resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandated {
    /// Whom it binds.
    pub agency: Vec<Party>,
    /// By day.
    pub day: Vec<Alone>,
    /// From 22:00 to 07:00.
    pub night: Vec<Alone>,
    /// The zone of those hours.
    pub zone: String,
}

/// As what somebody approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum As {
    /// As the one of `any`.
    Any,
    /// As one of the group with this number.
    Group(u32),
}

/// How a text was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// Everybody who was needed approved.
    Approved,
    /// By its author alone, after the whole text and its findings were shown again.
    SelfReleased,
    /// By the fallback that the plan agreed on, after the deadline: only what was approved before.
    Fallback,
}

/// What came of a try to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is there.
    Sent {
        /// What the target calls it, or the link somebody gives.
        receipt: TextRef,
    },
    /// It surely is not.
    Refused {
        /// What the target said.
        why: TextRef,
    },
    /// It may be, or not.
    Unknown {
        /// What happened.
        why: TextRef,
    },
}

/// What happened to a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechEvent {
    /// A text is begun.
    Drafted {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        draft: u32,
        /// What kind.
        form: Form,
        /// The words.
        wording: Wording,
        /// The sent text that it corrects.
        corrects: Option<u32>,
        /// The mention that it answers, where its target does not say it. The first version knew of none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<MentionId>,
    },
    /// It says something else. Whatever was approved, was another text.
    Revised {
        /// Which.
        draft: u32,
        /// The words.
        wording: Wording,
    },
    /// The wording check read it.
    Checked {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// What it found.
        found: Checked,
    },
    /// It is to be approved.
    Submitted {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// By which rule.
        rule: Rule,
        /// Said or to be said texts whose stance contradicts it.
        mixed: Vec<u32>,
        /// Why, although the check would stop it or a stance contradicts it.
        despite: Option<TextRef>,
    },
    /// Somebody approves.
    Approved {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// As what.
        role: As,
    },
    /// Somebody does not.
    Declined {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// Why.
        why: TextRef,
    },
    /// It may be sent.
    Released {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// How.
        how: Release,
    },
    /// The case grew, or came back, and the rule that holds now asks for more than the one it was submitted by: whatever was approved or released by that
    /// one is void.
    Outgrown {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// By which rule it is asked for now; none: whoever wrote it may not, or nobody may release it.
        rule: Option<Rule>,
    },
    /// A fact it rests on is no longer so, or is not said any more: the release is void.
    Recalled {
        /// Which.
        draft: u32,
        /// Because of which fact.
        fact: u32,
    },
    /// It is to be sent.
    Intended {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// The same for every try: the target takes it once.
        key: Key,
        /// Not before: until then it can be undone.
        after: Timestamp,
        /// When it tells everybody that there is more: once it is out, that is promised. The first version knew of none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promise: Option<Timestamp>,
    },
    /// It is not to be sent after all.
    Undone {
        /// Which.
        draft: u32,
    },
    /// It is being sent: no way back from here.
    Trying {
        /// Which.
        draft: u32,
        /// Which try.
        attempt: u32,
    },
    /// What came of a try.
    Came {
        /// Which.
        draft: u32,
        /// Of which try.
        attempt: u32,
        /// What.
        outcome: Outcome,
    },
    /// Somebody looked whether it is there.
    Resolved {
        /// Which.
        draft: u32,
        /// Of which try.
        attempt: u32,
        /// Where it is; none: it is not there.
        receipt: Option<TextRef>,
        /// How one knows.
        why: TextRef,
    },
    /// It is not worked on any more. It stays in the list.
    Shelved {
        /// Which.
        draft: u32,
    },
    /// Its words seemed to contradict those of another text, and somebody says why they do not, or why they stand.
    PassedOver {
        /// Which.
        draft: u32,
        /// The exact version.
        binding: Binding,
        /// The other text.
        against: u32,
        /// Where its words begin there, in bytes.
        said: u32,
        /// Where they begin in this one.
        here: u32,
        /// Why.
        why: TextRef,
    },
}
