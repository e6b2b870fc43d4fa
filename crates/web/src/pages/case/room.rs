//! One case: what to do now, what is known, what is said, what happened.

use super::rows::{
    ClockRow, DraftRow, FactRow, FigureRow, LegalRow, LogRow, MentionRow, NewsCard, StakeholderRow, TaskRow, Told,
};
use crate::html::Html;
use crate::pages::{Kept, Shell};
use askama::Template;
use domain::case::event::Step;
use domain::case::triage::Answers;
use jiff::Timestamp;
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
    /// Whether no plan is kept, so that what holds without one does.
    pub is_unplanned: bool,
    /// What keeps people safe, where they may be hurt: in the plan's words, or Vigie's.
    pub safety: Option<String>,
    /// What happened since the reader looked last, where that was before.
    pub news: Option<NewsCard>,
    /// Clocks that ask for something, the one that runs out next first.
    pub clocks: Vec<ClockRow>,
    /// What waits: lines, each with where on the page it is.
    pub waits: Vec<(String, &'static str)>,
    /// Roles: in the plan, in words, and who holds each.
    pub roles: Vec<(String, String, Option<String>)>,
    /// Tasks, the open ones first.
    pub tasks: Vec<TaskRow>,
    /// Facts.
    pub facts: Vec<FactRow>,
    /// Texts, the newest first.
    pub drafts: Vec<DraftRow>,
    /// Mentions that somebody answers, and those the case is about.
    pub mentions: Vec<MentionRow>,
    /// Those of the brand that nobody took up yet: number, when, by whom, its first words.
    pub waiting: Vec<(i64, String)>,
    /// Who is to be told.
    pub stakeholders: Vec<StakeholderRow>,
    /// What people reported.
    pub figures: Vec<FigureRow>,
    /// Legal terms that somebody declared.
    pub legal: Vec<LegalRow>,
    /// Notes and what happened, the newest first.
    pub log: Vec<LogRow>,
    /// What was answered.
    pub answers: Option<Answers>,
    /// The stance that was taken.
    pub posture: Option<domain::plan::Posture>,
    /// Whether what was done well before stands beside it.
    pub bolster: bool,
    /// What follows from it: the stance, the rule, how loudly.
    pub advice: Option<Told>,
    /// Members: id, name.
    pub people: Vec<(i64, String)>,
    /// Those of them who may work on cases: what is to be done is given to these.
    pub able: Vec<(i64, String)>,
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
    /// Accounts of the brand on platforms that Vigie sends to: id, name there.
    pub accounts: Vec<(i64, String)>,
    /// What the reader can do with the case now, by the names of the forms.
    pub may: Vec<&'static str>,
    /// The steps that the reader can take now.
    pub next_steps: Vec<Step>,
    /// The section that is open: what was done there just now.
    pub section: String,
    /// The key of what this page's forms make.
    pub key: String,
    /// What was typed where it could not be taken.
    pub kept: Kept,
    /// Why it could not be taken.
    pub problem: Option<String>,
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

    /// The words of a text to be changed: as they were typed where they were refused.
    pub(crate) fn revised(&self, draft: &DraftRow) -> Html {
        self.kept.or("revise", &draft.number, "text", draft.text.as_deref().unwrap_or_default())
    }

    /// The field by which a text cites a fact.
    pub(crate) fn cite(&self, fact: &FactRow) -> String {
        format!("cite-{}", fact.number)
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

    /// Whether the reader can do this with the case now.
    pub(crate) fn may(&self, what: &str) -> bool {
        self.may.contains(&what)
    }

    /// Whether something of a text waits for the reader.
    pub(crate) fn has_texts(&self) -> bool {
        let waits = |what: &&str| !matches!(*what, "revise" | "shelve" | "decline" | "passover");
        self.drafts.iter().any(|draft| draft.may.iter().any(waits))
    }

    /// Tasks that are to be done.
    pub(crate) fn to_do(&self) -> usize {
        self.tasks.iter().filter(|task| task.is_open).count()
    }

    /// Stakeholders that were told, of all.
    pub(crate) fn told_of_all(&self) -> String {
        let told = self.stakeholders.iter().filter(|it| it.told.is_some()).count();
        format!("{told}/{}", self.stakeholders.len())
    }

    pub(crate) fn was_told(&self, row: &StakeholderRow) -> String {
        let Some((at, by)) = &row.told else { return self.words.say("case-told-not") };
        let at = self.words.when(*at);
        self.words.tell("case-told", &[("when", at.as_str().into()), ("who", by.as_str().into())])
    }

    pub(crate) fn holder(&self, row: &MentionRow) -> String {
        let Some((who, since)) = &row.holder else { return self.words.say("case-mention-free") };
        let since = self.words.when(*since);
        self.words.tell("case-mention-held", &[("who", who.as_str().into()), ("when", since.as_str().into())])
    }

    /// That a mention was answered already, outside of the case.
    pub(crate) fn outside(&self, at: &Timestamp, by: &str) -> String {
        self.words.tell("case-answered-outside", &[("who", by.into()), ("when", self.words.when(*at).as_str().into())])
    }

    /// That the hour of a text is past.
    pub(crate) fn past(&self, hour: &Timestamp) -> String {
        self.words.name("case-promise-past", &self.words.time(*hour))
    }

    /// Whether what was typed at a clock of a task was refused: it stands there.
    pub(crate) fn kept_at_a_task(&self) -> bool {
        let mut clocks = self.tasks.iter().filter_map(|task| task.clock.as_ref());
        clocks.any(|clock| self.kept.is("meet", &clock.number) || self.kept.is("drop", &clock.number))
    }

    /// Whether a section is shown unfolded.
    pub(crate) fn is_open(&self, section: &str) -> bool {
        self.section == section
    }
}
