//! What people, and the house, ask of a case.

use super::measure::{Seen, Take};
use crate::case::digest::{Binding, Capture, Sealed, TextRef};
use crate::case::event::{
    Checked, Cite, Exit, FactSource, FactStatus, Form, Heat, HoldOutcome, HotWash, Limit, Moment, Opening, Outcome,
    Step, Target, Thaw, Visibility,
};
use crate::case::legal::{Matter, Start};
use crate::case::party::{Key, Party};
use crate::case::triage::{Answers, Loudness};
use crate::figure::Figure;
use crate::id::{AccountId, MentionId, ScheduledId};
use crate::plan::{Channel, Posture};
use jiff::Timestamp;
use std::collections::BTreeSet;
use text::Language;

/// The words of a draft, as they are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The exact text.
    pub text: Sealed,
    /// In which language.
    pub language: Language,
    /// Where it goes.
    pub target: Target,
    /// The subject of a letter, where it has one of its own.
    pub subject: Option<TextRef>,
    /// From which account.
    pub account: AccountId,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Which stance it takes, if one.
    pub posture: Option<Posture>,
    /// The reply of the plan that it was made from.
    pub reply: Option<String>,
}

/// What the button "Crisis" does at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What is known.
    pub opening: Opening,
    /// What was captured.
    pub captures: Vec<(Option<MentionId>, Capture)>,
    /// Accounts of the organisation, to be frozen; none: nothing is frozen.
    pub freeze: Option<(Vec<AccountId>, u32)>,
    /// The holding texts: one in each language in which there is one.
    pub holding: Vec<(Key, Words)>,
}

/// A named person's word on when a legal term began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declare {
    /// Makes a second one the same.
    pub key: Key,
    /// Another word on an incident of this case, by its number: the earlier deadline stands. None: an incident of its own.
    pub incident: Option<u32>,
    /// Of what.
    pub matter: Matter,
    /// What it counts from.
    pub start: Start,
    /// Since when.
    pub since: Timestamp,
    /// On what grounds.
    pub why: TextRef,
    /// What proves it.
    pub capture: Option<Capture>,
}

/// What is asked. Texts are given as references by whoever keeps them; the words of drafts as they are, since they are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the one of the event of the same name, which says what it is")]
pub enum Command {
    /// Open a case, or take one that is open up to the step that is asked for.
    Open(Box<Open>),
    /// Time passed.
    Tick,
    /// The detector hears more or less than before.
    Sense { heat: Heat },
    /// Another step.
    Step { to: Step, why: Option<TextRef> },
    /// When it began.
    Began { began: Moment, why: TextRef },
    /// Who is what.
    Assign { role: String, to: Party },
    /// Another leads.
    HandOverLead { to: Party, why: Option<TextRef> },
    /// Which scenario of the plan it is: its actions become tasks.
    Choose { scenario: String },
    /// The questions are answered.
    Triage { answers: Answers },
    /// Another stance than advised.
    SetPosture { posture: Posture, bolster: bool, why: Option<TextRef> },
    /// Louder or quieter than advised.
    SetLoudness { loudness: Loudness, why: Option<TextRef> },
    /// Something was captured.
    Capture { mention: Option<MentionId>, capture: Capture },
    /// Texts and captures are erased for data protection: by the owner, who says why, or by the house as its rules say.
    Erase { texts: Vec<TextRef>, captures: Vec<Capture>, why: Option<TextRef> },
    /// A clock stands still.
    Pause { clock: u32, why: TextRef },
    /// A clock runs again.
    Resume { clock: u32 },
    /// What a clock asks for is done.
    Meet { clock: u32, why: Option<TextRef>, capture: Option<Capture> },
    /// What a clock asks for is not asked for any more.
    Drop { clock: u32, why: TextRef },
    /// The public is promised news.
    Promise { until: Timestamp },
    /// From when a legal term counts.
    Declare(Declare),
    /// A fact, or a question.
    State { key: Key, status: FactStatus, text: TextRef, source: Option<FactSource>, capture: Option<Capture> },
    /// A fact is known better, or less well.
    Move { fact: u32, to: FactStatus, source: Option<FactSource>, capture: Option<Capture>, why: TextRef },
    /// A fact was wrong.
    Retract { fact: u32, why: TextRef },
    /// Something is to be done.
    AddTask { key: Key, text: TextRef, owner: Option<Party>, deputy: Option<Party>, due: Option<Timestamp> },
    /// Another does it.
    HandOverTask { task: u32, to: Party },
    /// It is done.
    Do { task: u32, result: TextRef },
    /// It is not to be done.
    SetAside { task: u32, why: TextRef },
    /// It is to be done after all.
    Reopen { task: u32, why: TextRef },
    /// A note.
    Note { key: Key, text: TextRef, visibility: Visibility, mentions: Vec<Party> },
    /// A number.
    Report { key: Key, what: TextRef, figure: Figure, as_of: Timestamp },
    /// A stakeholder was told.
    Tell { key: Key, stakeholder: String, when: Timestamp, text: TextRef, draft: Option<u32> },
    /// A text is begun. `about`: the mention that it answers, where it does not go under it.
    Draft { key: Key, form: Form, words: Words, corrects: Option<u32>, about: Option<MentionId> },
    /// It says something else. `before` is the text as it is kept: where not a letter of it changed, its seal stays, and the new one names nothing.
    Revise { draft: u32, words: Words, before: Option<Sealed> },
    /// The wording check read it.
    Check { draft: u32, binding: Binding, found: Checked },
    /// It is to be approved.
    Submit { draft: u32, binding: Binding, despite: Option<TextRef> },
    /// Somebody approves exactly this.
    Approve { draft: u32, binding: Binding },
    /// Somebody does not.
    Decline { draft: u32, binding: Binding, why: TextRef },
    /// Its author releases it alone, having been shown it whole and what was found in it.
    ReleaseAlone { draft: u32, binding: Binding, shown: Option<Checked> },
    /// The fallback releases what the plan had approved before.
    ReleaseAsFallback { draft: u32, binding: Binding },
    /// It is to be sent, exactly this. `promise`: when it tells everybody that there is more; the clock of that runs once it is out.
    Send { draft: u32, binding: Binding, promise: Option<Timestamp> },
    /// Not after all.
    Undo { draft: u32 },
    /// The sender begins.
    Try { draft: u32 },
    /// What came of a try.
    Came { draft: u32, attempt: u32, outcome: Outcome },
    /// Somebody looked whether it is there.
    Resolve { draft: u32, attempt: u32, receipt: Option<TextRef>, why: TextRef },
    /// It was copied by hand; it is there.
    Copied { draft: u32, binding: Binding, receipt: TextRef, promise: Option<Timestamp> },
    /// It is not worked on any more.
    Shelve { draft: u32 },
    /// Its words seem to contradict those of another text, there and here, and stand all the same.
    PassOver { draft: u32, binding: Binding, against: u32, said: u32, here: u32, why: TextRef },
    /// Somebody answers a mention that was published then, there.
    Claim { mention: MentionId, published: Timestamp, channel: Option<Channel> },
    /// Another answers it.
    HandOverMention { mention: MentionId, to: Party },
    /// Nobody answers it any more.
    LetGo { mention: MentionId },
    /// One of the two exits.
    Leave { mention: MentionId, exit: Exit, capture: Capture, why: TextRef },
    /// Something is offered.
    Offer { key: Key, mention: MentionId, what: TextRef, cents: Option<i64>, authorised: Party },
    /// Hold the marketing.
    Freeze { key: Key, accounts: Vec<AccountId>, unmapped: u32 },
    /// What came of holding one post.
    Hold { fence: u32, post: ScheduledId, account: AccountId, outcome: HoldOutcome },
    /// All that was listed is dealt with: these posts.
    Confirm { fence: u32, listed: BTreeSet<ScheduledId> },
    /// A held post clashes with the case.
    Clash { post: ScheduledId, why: TextRef },
    /// What is done with a held post.
    Thaw { post: ScheduledId, thaw: Thaw },
    /// New posts go out again.
    Lift,
    /// The freeze was a mistake.
    UndoFreeze,
    /// Something is done to repair.
    Take(Take),
    /// It is done, by somebody's word.
    DoMeasure { measure: u32, result: TextRef },
    /// It is given up.
    SetMeasureAside { measure: u32, why: TextRef },
    /// A limit past which what calmed down is a case again.
    Guard { key: Key, limit: Limit },
    /// What was counted since.
    Observe(Seen),
    /// Somebody answers a question afterwards.
    Answer { key: Key, question: HotWash, text: TextRef },
    /// Something is to be learned.
    Draw { key: Key, text: TextRef, changes: TextRef, records: Vec<u32> },
    /// It is in the plan.
    Merge { lesson: u32, plan: i64 },
    /// A drill has tried it.
    Tested { lesson: u32, drill: Key },
    /// Nothing comes of it.
    ShelveLesson { lesson: u32, why: TextRef },
}
