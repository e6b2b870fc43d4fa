//! One case: what to do now, what is known, what is said, what happened.

use crate::html::Html;
use crate::pages::Shell;
use crate::pages::shell::Choice;
use crate::untrusted;
use askama::Template;
use domain::case::event::{FactStatus, Step};
use domain::case::triage::{Answers, Known, Loudness, Responsibility, Who};
use jiff::Timestamp;
use std::collections::BTreeMap;
use words::Words;

/// The room.
#[derive(Clone, Debug, Template)]
#[template(path = "case.html")]
pub struct RoomPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The case's number.
    pub id: i64,
    /// Whose, and about which brand: always shown.
    pub about: String,
    /// The brand's id.
    pub brand: i64,
    /// Where it stands.
    pub step: Step,
    /// Whether it goes on.
    pub is_live: bool,
    /// Who leads.
    pub lead: Option<String>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// What keeps people safe, where they may be hurt: in the plan's words, or Vigie's.
    pub safety: Option<String>,
    /// Clocks that ask for something, the one that runs out next first.
    pub clocks: Vec<ClockRow>,
    /// What waits: lines.
    pub waits: Vec<String>,
    /// Roles: as the plan names them, and who holds each.
    pub roles: Vec<(String, Option<String>)>,
    /// Tasks, the open ones first.
    pub tasks: Vec<TaskRow>,
    /// Facts.
    pub facts: Vec<FactRow>,
    /// Texts, the newest first.
    pub drafts: Vec<DraftRow>,
    /// Notes and what happened, the newest first.
    pub log: Vec<LogRow>,
    /// What was answered.
    pub answers: Option<Answers>,
    /// What follows from it: the stance, the rule, how loudly.
    pub advice: Option<Told>,
    /// Members: id, name.
    pub people: Vec<(i64, String)>,
    /// Those of them who may lead.
    pub leads: Vec<(i64, String)>,
    /// Whose case it is.
    pub organisation: i64,
    /// What a freeze holds, where one does.
    pub freeze: Option<String>,
    /// The plan's scenarios: name, title.
    pub scenarios: Vec<(String, String)>,
    /// The scenario that was chosen.
    pub scenario: Option<String>,
    /// Languages a text may be in: code, name.
    pub languages: Vec<(&'static str, String)>,
    /// The first words of a new text: the plan's alternatives.
    pub alternatives: Vec<(String, String)>,
    /// Whether the reader may act.
    pub may_act: bool,
    /// The key of what this page's forms make.
    pub key: String,
    /// What was typed where it could not be taken: which form, of which text, fact, task or clock, and its fields.
    pub kept: Option<(String, String, BTreeMap<String, String>)>,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

/// What triage comes to.
#[derive(Clone, Debug)]
pub struct Told {
    /// The stance.
    pub posture: String,
    /// The rule, quoted.
    pub rule: String,
    /// How loudly.
    pub loudness: Loudness,
    /// How loudly, in words.
    pub how: String,
}

/// A clock.
#[derive(Clone, Debug)]
pub struct ClockRow {
    /// Its number.
    pub number: u32,
    /// What it is about.
    pub of: String,
    /// When it runs out.
    pub due: Timestamp,
    /// Whether it ran out.
    pub late: bool,
    /// Whether it stands still.
    pub paused: bool,
    /// Whether somebody says that it was met: others are met by what is done.
    pub by_word: bool,
}

/// A task.
#[derive(Clone, Debug)]
pub struct TaskRow {
    /// Its number.
    pub number: u32,
    /// What.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<Timestamp>,
    /// Whether it is to be done.
    pub is_open: bool,
    /// Whether it is done.
    pub is_done: bool,
    /// How it ended, in words.
    pub stands: String,
    /// Whether it is the reader's.
    pub is_mine: bool,
}

/// A fact.
#[derive(Clone, Debug)]
pub struct FactRow {
    /// Its number.
    pub number: u32,
    /// How well it is known.
    pub status: FactStatus,
    /// The same in words.
    pub stands: String,
    /// What.
    pub text: String,
    /// Struck out.
    pub retracted: bool,
}

/// A text under way.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// Its number.
    pub number: u32,
    /// What kind, in which language, where it goes.
    pub what: String,
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

/// Something that happened.
#[derive(Clone, Debug)]
pub struct LogRow {
    /// Its record.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// What.
    pub what: String,
    /// The words of a note.
    pub note: Option<String>,
}

impl DraftRow {
    /// Whether the reader can do this with it.
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }
}

impl RoomPage {
    pub(crate) fn title(&self) -> String {
        self.words.tell("case-title", &[("what", self.about.as_str().into()), ("n", self.id.into())])
    }

    pub(crate) fn stands(&self) -> String {
        words::case::step(&self.words, self.step)
    }

    pub(crate) fn led(&self) -> String {
        let lead = self.lead.clone().unwrap_or_else(|| self.words.say("case-no-lead"));
        let opened = self.words.since(self.opened_at);
        self.words.tell("case-led", &[("who", lead.as_str().into()), ("when", opened.as_str().into())])
    }

    pub(crate) fn due(&self, row: &ClockRow) -> String {
        let due = self.words.when(row.due);
        let id = match (row.paused, row.late) {
            (true, _) => "case-clock-paused",
            (_, true) => "case-clock-late",
            _ => "case-clock-due",
        };
        self.words.tell(id, &[("what", row.of.as_str().into()), ("when", due.as_str().into())])
    }

    pub(crate) fn task(&self, row: &TaskRow) -> String {
        let owner = row.owner.clone().unwrap_or_else(|| self.words.say("case-nobody"));
        match row.due {
            Some(due) => {
                let due = self.words.when(due);
                self.words.tell("case-task-due", &[("who", owner.as_str().into()), ("when", due.as_str().into())])
            }
            None => owner,
        }
    }

    fn kept(&self, form: &str, of: &str, field: &str) -> Option<&str> {
        let (_, _, fields) = self.kept.as_ref().filter(|(kept, number, _)| kept == form && number == of)?;
        fields.get(field).map(String::as_str)
    }

    /// What somebody typed into a form that was refused.
    pub(crate) fn typed(&self, form: &str, of: &str, field: &str) -> Html {
        untrusted::option(self.kept(form, of, field).unwrap_or_default())
    }

    /// The same of a form of one text or task.
    pub(crate) fn again(&self, form: &str, of: &u32, field: &str) -> Html {
        self.typed(form, &of.to_string(), field)
    }

    /// Whether a form of one text was refused just now.
    pub(crate) fn was_refused(&self, form: &str, of: &u32) -> bool {
        self.kept.as_ref().is_some_and(|(kept, number, _)| kept == form && *number == of.to_string())
    }

    /// Whether a form of something new was refused just now.
    pub(crate) fn was_refused_new(&self, form: &str) -> bool {
        self.kept.as_ref().is_some_and(|(kept, ..)| kept == form)
    }

    /// The words of a text to be changed: as they were typed where they were refused.
    pub(crate) fn revised(&self, draft: &DraftRow) -> Html {
        let typed = self.kept("revise", &draft.number.to_string(), "text");
        untrusted::option(typed.or(draft.text.as_deref()).unwrap_or_default())
    }

    /// The numbers of texts that are out: what a text may correct.
    pub(crate) fn sent(&self) -> Vec<u32> {
        self.drafts.iter().filter(|draft| draft.receipt.is_some()).map(|draft| draft.number).collect()
    }

    pub(crate) fn held(&self, holder: Option<&String>) -> String {
        holder.cloned().unwrap_or_else(|| self.words.say("case-nobody"))
    }

    pub(crate) fn now_and_later(&self, row: &LogRow) -> String {
        self.words.when(row.at)
    }

    fn known(&self, is: Known) -> Vec<Choice> {
        let all = [(Known::Unknown, "unknown"), (Known::Yes, "yes"), (Known::No, "no")];
        let choice = |(known, value): (Known, &str)| Choice {
            value: value.to_owned(),
            label: words::case::triage::known(&self.words, known),
            chosen: known == is,
        };
        all.map(choice).into()
    }

    pub(crate) fn hurt(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.hurt).unwrap_or_default())
    }

    pub(crate) fn history(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.history).unwrap_or_default())
    }

    pub(crate) fn vivid(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.vivid).unwrap_or_default())
    }

    pub(crate) fn responsibility(&self) -> Vec<Choice> {
        let is = self.answers.map(|answers| answers.responsibility).unwrap_or_default();
        let all = [
            (Responsibility::Unknown, "unknown"),
            (Responsibility::Untrue, "untrue"),
            (Responsibility::Victim, "victim"),
            (Responsibility::Accidental, "accidental"),
            (Responsibility::Preventable, "preventable"),
        ];
        let choice = |(seen, value): (Responsibility, &str)| Choice {
            value: value.to_owned(),
            label: words::case::triage::responsibility(&self.words, seen),
            chosen: seen == is,
        };
        all.map(choice).into()
    }

    pub(crate) fn who(&self) -> Vec<Choice> {
        let is = self.answers.map(|answers| answers.who).unwrap_or_default();
        let all = [(Who::One, "one"), (Who::Some, "some"), (Who::Many, "many"), (Who::Press, "press")];
        let choice = |(who, value): (Who, &str)| Choice {
            value: value.to_owned(),
            label: words::case::triage::who(&self.words, who),
            chosen: who == is,
        };
        all.map(choice).into()
    }

    /// The steps that can be taken from here.
    pub(crate) fn steps(&self) -> Vec<Choice> {
        use Step::{Closed, Crisis, Dismissed, FollowUp, Paracrisis, Signal};
        let to: &[(Step, &str)] = match self.step {
            Signal => &[(Paracrisis, "paracrisis"), (Crisis, "crisis"), (Dismissed, "dismissed")],
            Paracrisis => &[(Crisis, "crisis"), (FollowUp, "follow_up"), (Dismissed, "dismissed")],
            Crisis => &[(FollowUp, "follow_up")],
            FollowUp => &[(Closed, "closed"), (Paracrisis, "paracrisis"), (Crisis, "crisis")],
            Closed => &[(FollowUp, "follow_up"), (Paracrisis, "paracrisis"), (Crisis, "crisis")],
            Dismissed => &[(Signal, "signal"), (Paracrisis, "paracrisis"), (Crisis, "crisis")],
        };
        let choice = |(step, value): &(Step, &str)| Choice {
            value: (*value).to_owned(),
            label: words::case::step(&self.words, *step),
            chosen: false,
        };
        to.iter().map(choice).collect()
    }

    pub(crate) fn statuses(&self) -> Vec<Choice> {
        let all = [
            (FactStatus::Unknown, "unknown"),
            (FactStatus::Probable, "probable"),
            (FactStatus::Known, "known"),
            (FactStatus::CannotSay, "cannot_say"),
        ];
        let choice = |(status, value): (FactStatus, &str)| Choice {
            value: value.to_owned(),
            label: words::case::fact_status(&self.words, status),
            chosen: false,
        };
        all.map(choice).into()
    }
}
