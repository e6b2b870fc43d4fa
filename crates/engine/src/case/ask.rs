//! What people ask of a case, as they write it: texts as texts, people by their ids, mentions by theirs. The house adds what it knows better than they do:
//! salts, captures, when a mention was published.

use domain::case::event::{
    Checked, Cite, Exit, FactStatus, Form, HotWash, Limit, Moment, Step, Test, Thaw, Visibility,
};
use domain::case::legal::{Matter, Start};
use domain::case::triage::{Answers, Loudness};
use domain::case::{Binding, Capture, Key, TextRef};
use domain::figure::Figure;
use domain::id::{AccountId, MentionId, PersonId, ScheduledId};
use domain::plan::{Channel, Posture};
use jiff::Timestamp;
use serde::Deserialize;

/// How a fact is known.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// We saw it ourselves.
    Seen,
    /// Somebody told us: who.
    Told(String),
    /// A mention says it; it is captured.
    Mention(MentionId),
    /// A document: which.
    Document(String),
    /// It follows from other facts.
    Inferred,
}

/// Where a text goes.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// Under a mention.
    Mention(MentionId),
    /// A post of one's own.
    Post(Channel),
    /// A letter, to this address.
    Mail(String),
    /// The conversation of a complaint.
    Conversation(i64),
    /// The brand's page of updates.
    UpdatesPage,
    /// Copied by hand to where Vigie does not reach.
    ByHand(Channel),
}

/// The words of a draft.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The exact text.
    pub text: String,
    /// Its language, as a code: `fr`.
    pub language: String,
    /// Where it goes.
    pub to: To,
    /// The subject of a letter, on one line; absent: Vigie's own, with the brand's name.
    #[serde(default)]
    pub subject: Option<String>,
    /// From which account; absent: the brand's own voice, on Vigie's pages and by hand.
    #[serde(default)]
    pub account: Option<AccountId>,
    /// The facts it rests on.
    #[serde(default)]
    pub cites: Vec<Cite>,
    /// Its stance, if it takes one.
    #[serde(default)]
    pub posture: Option<Posture>,
    /// The reply of the plan it was made from.
    #[serde(default)]
    pub reply: Option<String>,
}

impl Ask {
    /// Whether it leads to a text that everybody reads: asked for, approved, released, sent, said to be there.
    pub fn publishes(&self) -> bool {
        matches!(
            self,
            Self::Submit { .. }
                | Self::Approve { .. }
                | Self::ReleaseAlone { .. }
                | Self::ReleaseAsFallback { .. }
                | Self::Send { .. }
                | Self::Copied { .. }
                | Self::Resolve { .. }
        )
    }
}

/// What somebody asks of a case: each is the command of the case of the same name.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the command of the same name says what it is")]
pub enum Ask {
    Step {
        to: Step,
        #[serde(default)]
        why: Option<String>,
    },
    Began {
        began: Moment,
        why: String,
    },
    Assign {
        role: String,
        to: PersonId,
    },
    HandOverLead {
        to: PersonId,
        #[serde(default)]
        why: Option<String>,
    },
    Choose {
        scenario: String,
    },
    Triage {
        answers: Answers,
    },
    SetPosture {
        posture: Posture,
        #[serde(default)]
        bolster: bool,
        #[serde(default)]
        why: Option<String>,
    },
    SetLoudness {
        loudness: Loudness,
        #[serde(default)]
        why: Option<String>,
    },
    Capture {
        mention: MentionId,
    },
    Pause {
        clock: u32,
        why: String,
    },
    Resume {
        clock: u32,
    },
    Meet {
        clock: u32,
        #[serde(default)]
        why: Option<String>,
        #[serde(default)]
        mention: Option<MentionId>,
    },
    Drop {
        clock: u32,
        why: String,
    },
    Promise {
        until: Timestamp,
    },
    Declare {
        key: Key,
        #[serde(default)]
        incident: Option<u32>,
        matter: Matter,
        start: Start,
        since: Timestamp,
        why: String,
        #[serde(default)]
        mention: Option<MentionId>,
    },
    State {
        key: Key,
        status: FactStatus,
        text: String,
        #[serde(default)]
        source: Option<Source>,
    },
    Move {
        fact: u32,
        to: FactStatus,
        #[serde(default)]
        source: Option<Source>,
        why: String,
    },
    Retract {
        fact: u32,
        why: String,
    },
    AddTask {
        key: Key,
        text: String,
        #[serde(default)]
        owner: Option<PersonId>,
        #[serde(default)]
        deputy: Option<PersonId>,
        #[serde(default)]
        due: Option<Timestamp>,
    },
    HandOverTask {
        task: u32,
        to: PersonId,
    },
    Do {
        task: u32,
        result: String,
    },
    SetAside {
        task: u32,
        why: String,
    },
    Reopen {
        task: u32,
        why: String,
    },
    Note {
        key: Key,
        text: String,
        #[serde(default)]
        visibility: Visibility,
        #[serde(default)]
        mentions: Vec<PersonId>,
    },
    Report {
        key: Key,
        what: String,
        figure: Figure,
        as_of: Timestamp,
    },
    Tell {
        key: Key,
        stakeholder: String,
        when: Timestamp,
        text: String,
        #[serde(default)]
        draft: Option<u32>,
    },
    Draft {
        key: Key,
        form: Form,
        words: Text,
        #[serde(default)]
        corrects: Option<u32>,
        /// The mention that it answers, where it does not go under it: a review, a post that Vigie does not reach. That of a conversation is known.
        #[serde(default)]
        about: Option<MentionId>,
    },
    Revise {
        draft: u32,
        words: Text,
    },
    Submit {
        draft: u32,
        binding: Binding,
        #[serde(default)]
        despite: Option<String>,
    },
    Approve {
        draft: u32,
        binding: Binding,
    },
    Decline {
        draft: u32,
        binding: Binding,
        why: String,
    },
    ReleaseAlone {
        draft: u32,
        binding: Binding,
        #[serde(default)]
        shown: Option<Checked>,
    },
    ReleaseAsFallback {
        draft: u32,
        binding: Binding,
    },
    Send {
        draft: u32,
        binding: Binding,
        /// When the text tells everybody that there is more: that clock runs once it is out.
        #[serde(default)]
        promise: Option<Timestamp>,
    },
    Undo {
        draft: u32,
    },
    Resolve {
        draft: u32,
        attempt: u32,
        #[serde(default)]
        receipt: Option<String>,
        why: String,
    },
    Copied {
        draft: u32,
        binding: Binding,
        receipt: String,
        #[serde(default)]
        promise: Option<Timestamp>,
    },
    Shelve {
        draft: u32,
    },
    PassOver {
        draft: u32,
        binding: Binding,
        against: u32,
        said: u32,
        here: u32,
        why: String,
    },
    Claim {
        mention: MentionId,
    },
    HandOverMention {
        mention: MentionId,
        to: PersonId,
    },
    LetGo {
        mention: MentionId,
    },
    Leave {
        mention: MentionId,
        exit: Exit,
        why: String,
    },
    Offer {
        key: Key,
        mention: MentionId,
        what: String,
        #[serde(default)]
        cents: Option<i64>,
        authorised: PersonId,
    },
    Freeze {
        key: Key,
    },
    Thaw {
        post: ScheduledId,
        thaw: Thaw,
    },
    Lift,
    UndoFreeze,
    Take {
        key: Key,
        text: String,
        test: Test,
        #[serde(default)]
        owner: Option<PersonId>,
        #[serde(default)]
        due: Option<Timestamp>,
        #[serde(default)]
        to: Option<MentionId>,
    },
    DoMeasure {
        measure: u32,
        result: String,
    },
    SetMeasureAside {
        measure: u32,
        why: String,
    },
    Guard {
        key: Key,
        limit: Limit,
    },
    Answer {
        key: Key,
        question: HotWash,
        text: String,
    },
    ShelveLesson {
        lesson: u32,
        why: String,
    },
    Erase {
        #[serde(default)]
        texts: Vec<TextRef>,
        #[serde(default)]
        captures: Vec<Capture>,
        #[serde(default)]
        mention: Option<MentionId>,
        why: String,
    },
}
