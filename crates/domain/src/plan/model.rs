//! What a plan says, once it is read.

use super::source::At;
use super::told::{Conduct, Policy, PolicyIn};
use crate::setup::Size;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use text::{Cause, Language};

/// A value with its place. Two are equal where their values are: meaning is compared, not lines.
#[derive(Clone, Debug)]
pub struct Said<T> {
    /// What is said.
    pub value: T,
    /// Where.
    pub at: At,
}

impl<T: PartialEq> PartialEq for Said<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// One named thing of a plan: `[action.call-authority]`.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// Its name in the plan.
    pub id: String,
    /// Where its name stands.
    pub at: At,
    /// What it says.
    pub body: T,
}

/// The plan of one organisation.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Its title.
    pub title: String,
    /// How many look after it.
    pub size: Size,
    /// The brand's languages, the main one first.
    pub languages: Vec<Said<Language>>,
    /// The country, as two letters; its law counts.
    pub country: Option<String>,
    /// The time zone in which hours are meant.
    pub zone: Option<TimeZone>,
    /// What stands in blanks such as `{brand}`.
    pub blanks: Vec<(String, String)>,
    /// People.
    pub people: Vec<Item<Person>>,
    /// Who is what.
    pub roles: Vec<Item<RoleOf>>,
    /// What is to be reached.
    pub objectives: Vec<Item<Objective>>,
    /// The roads to it.
    pub strategies: Vec<Item<Strategy>>,
    /// What is done.
    pub actions: Vec<Item<Action>>,
    /// What may happen.
    pub risks: Vec<Item<Risk>>,
    /// What is done when it does.
    pub scenarios: Vec<Item<Scenario>>,
    /// What is said.
    pub replies: Vec<Item<Reply>>,
    /// Deadlines.
    pub clocks: Vec<Item<Clock>>,
    /// Who has a stake.
    pub stakeholders: Vec<Item<Stakeholder>>,
    /// Who releases, by severity.
    pub approvals: Vec<Item<Approval>>,
    /// Who is told when it gets worse, by severity.
    pub escalations: Vec<Item<Escalation>>,
    /// What an agency may do alone.
    pub mandate: Option<Said<Mandate>>,
    /// What is held while a case lasts.
    pub freeze: Option<Said<Freeze>>,
    /// What the public is told of where to turn.
    pub policy: Option<Said<Policy>>,
    /// The same in other languages.
    pub policies: Vec<Item<PolicyIn>>,
    /// What staff are told.
    pub conduct: Option<Said<Conduct>>,
    /// Tests of recovery.
    pub tests: Vec<Item<Test>>,
    /// What was learned in reviews.
    pub lessons: Vec<Item<Lesson>>,
}

/// Somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// A telephone number.
    pub phone: Option<String>,
    /// An address.
    pub email: Option<String>,
    /// What they speak.
    pub languages: Vec<Said<Language>>,
    /// When they can be reached; empty means always.
    pub hours: Vec<Hours>,
    /// When they are away: first and last day.
    pub absences: Vec<(Date, Date)>,
    /// Whether they belong to the agency rather than to its client.
    pub of_agency: bool,
}

/// Hours of some days of the week, until the minute before `to`; `to` 00:00 is midnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Days, Monday first.
    pub days: Vec<Weekday>,
    /// From.
    pub from: Time,
    /// To.
    pub to: Time,
}

/// Who is what: the first holds the role, the others stand in, in that order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleOf {
    /// People.
    pub people: Vec<Said<String>>,
}

/// An objective.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Objective {
    /// In a sentence.
    pub text: String,
}

/// Which half of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Half {
    /// Before.
    #[default]
    Prevention,
    /// When it has come.
    Correction,
}

/// A strategy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strategy {
    /// The objective it serves.
    pub objective: Option<Said<String>>,
    /// In a sentence.
    pub text: String,
    /// Before or after.
    pub half: Half,
}

/// An action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    /// The strategy it is part of.
    pub strategy: Option<Said<String>>,
    /// In a sentence that begins with a verb.
    pub text: String,
    /// Exactly one: a role or a person.
    pub responsible: Option<Said<String>>,
    /// Who stands in: a role or a person.
    pub deputy: Option<Said<String>>,
    /// Minutes after the start of the case, or none.
    pub within: Option<i64>,
    /// Which scenarios it belongs to; none means all.
    pub scenarios: Vec<Said<String>>,
    /// Days after which it is done again (prevention), or none.
    pub every: Option<i64>,
}

/// How bad, as the ladder of cases words it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Looks like a crisis, wants an answer, does not want the team (Coombs and Holladay 2012).
    #[default]
    Paracrisis,
    /// A crisis.
    Crisis,
}

/// A risk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Risk {
    /// In a sentence.
    pub text: String,
    /// How likely, 1 to 5.
    pub likelihood: i64,
    /// How bad, 1 to 5.
    pub impact: i64,
    /// The brand's queries that would hear it, by name, or words to look for.
    pub queries: Vec<Said<String>>,
    /// Its scenario.
    pub scenario: Option<Said<String>>,
}

/// How responsibility is taken: SCCT (Coombs).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Posture {
    /// It is not so, or not ours.
    Deny,
    /// It was not meant, it is less than it seems.
    Diminish,
    /// We are sorry and repair it.
    Rebuild,
    /// What we did well before; only beside another.
    Bolster,
    /// Only what to do and that we care: no word on responsibility yet.
    Inform,
}

impl Posture {
    /// Whether two postures contradict each other: never deny and diminish, never deny and rebuild.
    pub fn contradicts(self, other: Self) -> bool {
        let yields = |posture| matches!(posture, Self::Diminish | Self::Rebuild);
        (self == Self::Deny && yields(other)) || (other == Self::Deny && yields(self))
    }
}

/// A scenario: a cause and how bad.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// In a few words.
    pub title: String,
    /// What it is about.
    pub cause: Option<Said<Cause>>,
    /// How bad.
    pub severity: Severity,
    /// How responsibility is taken.
    pub posture: Option<Said<Posture>>,
    /// What people do to stay safe, where they may be hurt.
    pub safety: Option<String>,
    /// How one knows it.
    pub signs: Vec<String>,
    /// The first moves, in order: actions.
    pub moves: Vec<Said<String>>,
}

/// When in a case a reply is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// First: seen, checking, whom to call, next news.
    #[default]
    Holding,
    /// What happened and what is done.
    Full,
    /// To one person.
    Answer,
    /// What is new.
    Update,
    /// It is over, and what was learned.
    Closing,
}

/// A reply: one of several alternatives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// Its scenario.
    pub scenario: Option<Said<String>>,
    /// When.
    pub phase: Phase,
    /// To whom, as the stakeholders are named, or `public`.
    pub audience: String,
    /// Where.
    pub channel: Option<Said<Channel>>,
    /// In which language.
    pub language: Option<Said<Language>>,
    /// Its posture, where it takes one.
    pub posture: Option<Said<Posture>>,
    /// The text, with blanks.
    pub text: Said<String>,
    /// Who approved it.
    pub approved_by: Option<Said<String>>,
    /// When the approval runs out.
    pub expires: Option<Said<Date>>,
    /// The [`stamp`](super::stamp) of the words that were approved, blanks filled in. Without it nobody knows which words those were, and nothing is approved.
    pub approved_text: Option<Said<String>>,
}

impl<T: Default> Default for Said<T> {
    fn default() -> Self {
        Self { value: T::default(), at: At::default() }
    }
}

/// Where something is said, with what fits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Anywhere.
    Any,
    /// Mastodon and the like.
    Mastodon,
    /// Bluesky.
    Bluesky,
    /// X.
    X,
    /// Facebook.
    Facebook,
    /// Instagram.
    Instagram,
    /// Below a review.
    Review,
    /// Mail.
    Mail,
    /// One's own site.
    Site,
    /// The telephone.
    Phone,
    /// At the counter.
    Counter,
    /// To journalists.
    Press,
}

/// A deadline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clock {
    /// Which.
    pub kind: Option<ClockKind>,
    /// In a sentence.
    pub text: String,
    /// Minutes after its start.
    pub due: i64,
    /// Who must be done by then: a role or a person.
    pub owner: Option<Said<String>>,
    /// Who takes over when it runs out: a role or a person.
    pub fallback: Option<Said<String>>,
    /// Whether it pauses at night.
    pub night: bool,
    /// Of a reply: to what was said there; none: anywhere else.
    pub channel: Option<Said<Channel>>,
}

/// The clocks of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockKind {
    /// What is it, how big?
    FirstAssessment,
    /// The team is there.
    TeamAssembled,
    /// The first thing said.
    #[serde(rename = "holding-statement")]
    Holding,
    /// The whole statement.
    #[serde(rename = "full-statement")]
    Full,
    /// The update that was promised.
    NextUpdate,
    /// The answer to one person.
    Reply,
}

/// How much, in two steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Degree {
    /// Low.
    #[default]
    Low,
    /// High.
    High,
}

/// Somebody with a stake.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stakeholder {
    /// Who.
    pub name: String,
    /// What they can do.
    pub power: Degree,
    /// How much they want to know.
    pub interest: Degree,
    /// How they are told.
    pub channel: String,
    /// Who tells them: a role or a person.
    pub owner: Option<Said<String>>,
    /// What they are told first.
    pub message: String,
}

/// Who releases a statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Approval {
    /// From which severity on.
    pub severity: Severity,
    /// Who may write: roles or people.
    pub authors: Vec<Said<String>>,
    /// Of these, one suffices.
    pub any: Vec<Said<String>>,
    /// Of these, each is needed.
    pub all: Vec<Said<String>>,
    /// Whether those of `all` approve one after the other, in that order, and those of `any` last.
    pub ordered: bool,
    /// Minutes after which the fallback may.
    pub within: Option<i64>,
    /// Who may then release what was approved before: roles or people.
    pub fallback: Vec<Said<String>>,
}

/// Who is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Escalation {
    /// From which severity on.
    pub severity: Severity,
    /// Roles or people, in order.
    pub tell: Vec<Said<String>>,
    /// Minutes until the next of them.
    pub after: i64,
}

/// Something an agency may do for its client alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alone {
    /// Look.
    Watch,
    /// Hold marketing.
    Freeze,
    /// Answer one person.
    Reply,
    /// Release what was approved before.
    Release,
}

/// What an agency may do alone, by day and by night.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mandate {
    /// By day.
    pub day: Vec<Said<Alone>>,
    /// At night.
    pub night: Vec<Said<Alone>>,
}

/// What is held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Freeze {
    /// Accounts and tools.
    pub targets: Vec<String>,
    /// What still goes out: safety, recall, opening hours.
    pub allow: Vec<String>,
}

/// A test of recovery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Test {
    /// In a sentence.
    pub text: String,
    /// What it tests.
    pub scenarios: Vec<Said<String>>,
    /// Days between two.
    pub every: Option<i64>,
}

/// What was learned in the review of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    /// In a sentence.
    pub text: String,
    /// Of which case, by its number.
    pub review: String,
    /// The parts of the plan that it changed, such as `action.call-authority`: a drill that goes through all of them has tried it.
    pub changes: Vec<String>,
    /// The drill that tried it; none: no drill has.
    pub tested: Option<String>,
}
