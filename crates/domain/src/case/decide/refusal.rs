//! Why a command is refused.

use crate::case::event::Step;
use crate::case::legal::Start;
use crate::case::party::Party;
use crate::id::MentionId;
use jiff::Timestamp;

/// Why a command is refused, with what is to be known to go on. The pages say it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No case.
    #[error("the case is not open")]
    NotOpen,
    /// It is over.
    #[error("the case is over: take it up again first")]
    Over,
    /// A person is wanted.
    #[error("a person does this, never the house")]
    Person,
    /// The house does this.
    #[error("Vigie does this itself, never a person")]
    House,
    /// Their role does not let them.
    #[error("your role in this organisation does not do this")]
    Role,
    /// Nothing is given to whom it is not let do.
    #[error("whoever that is may read here and not work on cases: give it to somebody who may")]
    Reader,
    /// Only who leads.
    #[error("whoever leads the case does this")]
    Lead,
    /// There is no such thing.
    #[error("there is no {what} {number} in this case")]
    Missing {
        /// What.
        what: &'static str,
        /// Its number.
        number: i64,
    },
    /// The plan has no such thing.
    #[error("the plan has no {what} of that name")]
    NotInPlan {
        /// What.
        what: &'static str,
    },
    /// The ladder does not lead there.
    #[error("no step leads from {from:?} to {to:?}")]
    Ladder {
        /// From.
        from: Step,
        /// To.
        to: Step,
    },
    /// A reason is asked for.
    #[error("say why")]
    Why,
    /// Tasks are open.
    #[error("{0} tasks are open: do them or set them aside first")]
    OpenTasks(usize),
    /// Measures are not over.
    #[error("{0} measures are not over: wait for their tests, or set them aside first")]
    OpenMeasures(usize),
    /// A legal term runs.
    #[error("the legal term {0} runs: say that it was met, or why it is not asked for")]
    LegalTerm(String),
    /// A text is under way.
    #[error("draft {0} is under way, or nobody knows whether it is out: see to it first")]
    UnderWay(u32),
    /// A clock of this kind never pauses.
    #[error("this clock never stands still")]
    NeverPauses,
    /// A moment in the past is wanted, or one in the future.
    #[error("that moment is on the wrong side of now")]
    Time,
    /// A term of this matter is known, and counts from something else.
    #[error("the term of this matter counts from {0:?}: say when that was")]
    Start(Vec<Start>),
    /// That a legal term was met is shown.
    #[error("say how you know that this term was met, or add what proves it")]
    Proof,
    /// A known fact has a source.
    #[error("a known fact needs a source that is not a conclusion")]
    Source,
    /// It was struck out.
    #[error("that fact was retracted: state it anew")]
    Retracted,
    /// The text says something else now.
    #[error("the text, its target or its account is not what you were shown: look at it again")]
    Stale,
    /// Its stage does not let this.
    #[error("draft {0} is not at that point")]
    Stage(u32),
    /// It rests on facts that do not carry it.
    #[error("it rests on facts that are not known, not marked as probable, or retracted: {0:?}")]
    WeakFacts(Vec<u32>),
    /// The wording check has not read it.
    #[error("the wording check has not read this text yet")]
    Unchecked,
    /// The wording check would stop it.
    #[error("the wording check found {0} reasons to stop: mend them, or say why it goes all the same")]
    Stopped(u32),
    /// Its stance contradicts other texts.
    #[error("its stance contradicts drafts {0:?}: change it, or say why it goes all the same")]
    Mixed(Vec<u32>),
    /// It does not fit.
    #[error("it has {is} characters, {most} fit")]
    Long {
        /// Characters of the text.
        is: usize,
        /// Most.
        most: usize,
    },
    /// The text is empty, or has a blank that is not filled in.
    #[error("it is empty, or has a blank that is not filled in")]
    Blank,
    /// The account is another brand's.
    #[error("that account is not this brand's")]
    Account,
    /// A reply goes to one person.
    #[error("a reply goes under a mention, by mail or into a conversation; what everybody is told is a statement")]
    ToAll,
    /// A correction corrects something that was sent.
    #[error("a correction names a text that was sent")]
    Corrects,
    /// The plan says nobody who releases.
    #[error("the plan names nobody who releases this: add an approval to it")]
    NoRule,
    /// Of those whom the plan names for this nobody has a login: their names.
    #[error("of those whom the plan names for this nobody has a login: invite {0:?}, or name somebody else in it")]
    NoLogin(Vec<String>),
    /// They are not among those who write.
    #[error("the plan lets others write this")]
    Author,
    /// One's own text.
    #[error("whoever wrote a text does not approve it")]
    Own,
    /// They are not asked.
    #[error("you are not among those who are asked for this, or not yet")]
    NotAsked,
    /// They did it already.
    #[error("you approved this already")]
    Already,
    /// Only alone.
    #[error("only who works alone releases alone")]
    NotAlone,
    /// It is not yet time.
    #[error("not before {0}")]
    NotYet(Timestamp),
    /// There is no deadline after which the fallback may.
    #[error("the plan names no time after which the fallback may")]
    NoFallback,
    /// The fallback releases what was approved in quiet times, word for word.
    #[error("the fallback releases only what the plan had approved before, unchanged and not expired")]
    NotPrepared,
    /// The mandate does not say so at this hour.
    #[error("the agency's mandate does not let you do this at this hour")]
    Mandate,
    /// Too late to undo.
    #[error("too late: it is being sent")]
    TooLate,
    /// Another try was meant.
    #[error("that is not the try that is under way")]
    Attempt,
    /// Somebody looked and did not find it; it may come to light yet, in these words.
    #[error(
        "draft {0} was sent and not found, and may turn up yet: send it as it is, or shelve it and write another one"
    )]
    MayBeOut(u32),
    /// Somebody else answers it.
    #[error("somebody else answers this mention")]
    HeldBy(Party),
    /// It is answered in another log, or was: in a case, or outside of one.
    #[error("this mention is answered elsewhere, in a case or outside of one: look there first")]
    Elsewhere,
    /// Nobody answers it yet.
    #[error("claim the mention first")]
    ClaimFirst(MentionId),
    /// It was answered.
    #[error("draft {0} answers this mention already")]
    Answered(u32),
    /// An amount below nothing.
    #[error("an offer is of nothing or more")]
    Amount,
    /// This exit is another's.
    #[error("this exit is for {0}")]
    Exit(&'static str),
    /// That exit is for people of whom nobody has a login: their names.
    #[error("this exit is for people without a login: invite {0:?}, or name a fallback in the plan")]
    ExitNoLogin(Vec<String>),
    /// There is no freeze.
    #[error("no freeze holds")]
    NoFreeze,
    /// Another freeze came since.
    #[error("a later freeze holds: read the list again")]
    Fenced,
    /// Posts are not accounted for.
    #[error("{0} posts are not accounted for yet")]
    Unaccounted(u32),
    /// A post is not held.
    #[error("that post is not held")]
    NotHeld,
    /// Not while the freeze holds.
    #[error("lift the freeze first")]
    Frozen,
    /// Too close to another one that was let go.
    #[error("another post of that account goes out within ten minutes of it: choose another time")]
    Burst,
    /// A test that nothing can meet, or everything.
    #[error("a test needs at least one day, and a number that can be reached")]
    Goal,
    /// Figures decide.
    #[error("its figures say whether it worked: wait for them, or set it aside")]
    Tested,
}

impl Refusal {
    /// Its name in data and in the words of each language. A code is never given to another.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotOpen => "not-open",
            Self::Over => "over",
            Self::Person => "person",
            Self::House => "house",
            Self::Role => "role",
            Self::Reader => "reader",
            Self::Lead => "lead",
            Self::Missing { .. } => "missing",
            Self::NotInPlan { .. } => "not-in-plan",
            Self::Ladder { .. } => "ladder",
            Self::Why => "why",
            Self::OpenTasks(..) => "open-tasks",
            Self::OpenMeasures(..) => "open-measures",
            Self::LegalTerm(..) => "legal-term",
            Self::UnderWay(..) => "under-way",
            Self::NeverPauses => "never-pauses",
            Self::Time => "time",
            Self::Start(..) => "start",
            Self::Proof => "proof",
            Self::Source => "source",
            Self::Retracted => "retracted",
            Self::Stale => "stale",
            Self::Stage(..) => "stage",
            Self::WeakFacts(..) => "weak-facts",
            Self::Unchecked => "unchecked",
            Self::Stopped(..) => "stopped",
            Self::Mixed(..) => "mixed",
            Self::Long { .. } => "long",
            Self::Blank => "blank",
            Self::Account => "account",
            Self::ToAll => "to-all",
            Self::Corrects => "corrects",
            Self::NoRule => "no-rule",
            Self::NoLogin(..) => "no-login",
            Self::Author => "author",
            Self::Own => "own",
            Self::NotAsked => "not-asked",
            Self::Already => "already",
            Self::NotAlone => "not-alone",
            Self::NotYet(..) => "not-yet",
            Self::NoFallback => "no-fallback",
            Self::NotPrepared => "not-prepared",
            Self::Mandate => "mandate",
            Self::TooLate => "too-late",
            Self::Attempt => "attempt",
            Self::MayBeOut(..) => "may-be-out",
            Self::HeldBy(..) => "held-by",
            Self::Elsewhere => "elsewhere",
            Self::ClaimFirst(..) => "claim-first",
            Self::Answered(..) => "answered",
            Self::Amount => "amount",
            Self::Exit(..) => "exit",
            Self::ExitNoLogin(..) => "exit-no-login",
            Self::NoFreeze => "no-freeze",
            Self::Fenced => "fenced",
            Self::Unaccounted(..) => "unaccounted",
            Self::NotHeld => "not-held",
            Self::Frozen => "frozen",
            Self::Burst => "burst",
            Self::Goal => "goal",
            Self::Tested => "tested",
        }
    }
}
