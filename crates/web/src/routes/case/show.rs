//! One case as its page shows it.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::{find, fresh_key};
use crate::error::Failure;
use crate::pages::case::{ClockRow, DraftRow, FactRow, LogRow, RoomPage, TaskRow, Told};
use crate::pages::{Notice, Room};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::event::{ClockOf, Event, HoldOutcome, Target, WorkEvent};
use domain::case::state::{Draft, Run, Stage, Task, TaskStage};
use domain::case::triage::advise;
use domain::case::{Actor, Party, TextRef, catch_up};
use domain::id::{CaseId, PersonId};
use domain::organisation::{Right, Role};
use domain::setup::Size;
use engine::case::{self, Around};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::CaseFile;
use text::Language;
use text::wording::Weight;
use words::Words;

/// Most lines of the log on the page; the API has all.
const LINES: usize = 200;

/// What just happened, as the address says it.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
}

/// The room.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Inspect).await?;
    let person = desk.principal.person.id;
    let at = desk.now();
    desk.app.world.store.see_case(file.organisation, CaseId(id), person, file.version, at).await?;
    shown(desk, &file, role, None, None, asked.done == "yes").await
}

/// The room, perhaps with what was refused and why.
pub(super) async fn shown(
    desk: Desk,
    file: &CaseFile,
    role: Role,
    problem: Option<String>,
    kept: Option<(String, String, BTreeMap<String, String>)>,
    done: bool,
) -> Result<Response, Failure> {
    let world = &desk.app.world;
    let room = case::room(world, file.organisation, file.id).await.map_err(failed)?;
    let around = Around::of(world, file.organisation, file.brand).await.map_err(failed)?;
    let view = View { desk: &desk, texts: room.texts_for(role), room: &room, around: &around, role };
    let mut drafts = Vec::new();
    for (number, draft) in room.state.drafts.iter().rev() {
        drafts.push(view.draft(*number, draft).await?);
    }
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}", file.id);
    shell.notice = done.then(|| Notice { text: desk.words.say("case-kept"), undo: None });
    let people = |fits: fn(Role) -> bool| {
        let members = around.team.iter().filter(|(_, role)| fits(*role));
        members.map(|(person, _)| (person.id.0, person.name.clone())).collect()
    };
    let status = if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let shown = RoomPage {
        id: file.id.0,
        about: view.about(),
        brand: file.brand.0,
        step: room.state.course.step,
        is_live: room.state.is_live(),
        lead: room.state.lead().and_then(|lead| view.party(lead)),
        opened_at: file.opened_at,
        safety: view.safety(),
        clocks: view.clocks(),
        waits: view.waits(),
        roles: view.roles(),
        tasks: view.tasks(),
        facts: view.facts(),
        drafts,
        log: view.log(),
        answers: room.state.course.answers,
        advice: view.advice(),
        people: people(|_| true),
        leads: people(|role| role.may(Right::Triage)),
        organisation: file.organisation.0,
        freeze: view.marketing(),
        scenarios: around.plan.scenarios.iter().map(|it| (it.id.clone(), it.body.title.clone())).collect(),
        scenario: room.state.course.scenario.clone(),
        languages: view.languages(),
        alternatives: view.alternatives(),
        may_act: role.may(Right::Triage),
        key: fresh_key()?,
        kept,
        problem,
        shell,
        words: desk.words.clone(),
    };
    Ok((status, page(&shown)?).into_response())
}

/// What the page is made from.
struct View<'a> {
    desk: &'a Desk,
    room: &'a case::Room,
    texts: BTreeMap<TextRef, String>,
    around: &'a Around,
    role: Role,
}

impl View<'_> {
    fn words(&self) -> &Words {
        &self.desk.words
    }

    fn text(&self, of: TextRef) -> String {
        self.texts.get(&of).cloned().unwrap_or_else(|| self.words().say("case-gone"))
    }

    fn person(&self, id: PersonId) -> String {
        let found = self.around.member(id).map(|person| person.name.clone());
        found.unwrap_or_else(|| self.words().say("case-somebody"))
    }

    fn party(&self, party: Party) -> Option<String> {
        match party {
            Party::Member(person) => Some(self.person(person)),
            Party::Contact(name) => self.texts.get(&name).cloned(),
        }
    }

    fn about(&self) -> String {
        let (organisation, brand) = (&self.around.organisation.name, &self.around.brand.1);
        if organisation == brand { brand.clone() } else { format!("{organisation} · {brand}") }
    }

    fn me(&self) -> Party {
        Party::Member(self.desk.principal.person.id)
    }

    /// In the words of the scenario; where none says it, Vigie's own.
    fn safety(&self) -> Option<String> {
        let course = &self.room.state.course;
        if !course.safety_first() || (!course.hurt && course.answers.is_none()) {
            return None;
        }
        let scenario = course.scenario.as_ref().and_then(|name| self.around.plan.scenario(name));
        let said = scenario.and_then(|scenario| scenario.body.safety.clone());
        Some(said.map_or_else(|| self.words().say("case-safety-default"), |said| self.around.plan.filled(&said)))
    }

    fn clocks(&self) -> Vec<ClockRow> {
        let open = self.room.state.clocks.iter().filter(|(_, clock)| clock.is_open());
        let mut rows: Vec<ClockRow> = open
            .map(|(number, clock)| ClockRow {
                number: *number,
                of: words::case::clock(self.words(), &clock.of),
                due: clock.terms.due,
                late: clock.terms.due <= self.desk.now(),
                paused: matches!(clock.run, Run::Paused(_)),
                by_word: matches!(clock.of, ClockOf::Plan(_) | ClockOf::Legal(_)),
            })
            .collect();
        rows.sort_by_key(|row| (row.due, row.number));
        rows
    }

    /// What waits for the reader, then for everybody.
    fn waits(&self) -> Vec<String> {
        let words = self.words();
        let card = catch_up(&self.room.state, &self.room.entries, self.me(), self.room.file.version);
        let many = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let lines = [
            ("case-waits-mine", &card.mine.approvals),
            ("case-waits-tasks", &card.mine.tasks),
            ("case-waits-unknown", &card.pending.unknown),
            ("case-waits-approvals", &card.pending.approvals),
            ("case-waits-correct", &card.pending.to_correct),
        ];
        let said = lines.into_iter().filter(|(_, list)| !list.is_empty()).map(|(id, list)| words.name(id, &many(list)));
        let vacant =
            (!card.pending.vacant.is_empty()).then(|| words.name("case-waits-vacant", &card.pending.vacant.join(", ")));
        let counsel = (card.pending.ask_counsel > 0).then(|| words.say("case-waits-counsel"));
        said.chain(vacant).chain(counsel).collect()
    }

    /// What the freeze holds, where one does.
    fn marketing(&self) -> Option<String> {
        let (fence, lease) = self.room.state.lease()?;
        let ours = self.room.state.queue.values().filter(|queued| queued.fence == fence);
        let (held, left): (Vec<_>, Vec<_>) =
            ours.partition(|queued| matches!(queued.outcome, HoldOutcome::Held { .. }));
        let left = left.iter().filter(|queued| matches!(queued.outcome, HoldOutcome::Left(_))).count();
        let args = [("held", (held.len() as i64).into()), ("left", (left as i64).into())];
        Some(match lease.confirmed {
            Some(at) => {
                let at = self.words().time(at);
                let more = [("when", at.as_str().into())];
                self.words().tell("case-freeze-confirmed", &args.into_iter().chain(more).collect::<Vec<_>>())
            }
            None => self.words().tell("case-freeze-pending", &args),
        })
    }

    fn roles(&self) -> Vec<(String, Option<String>)> {
        let held = self.room.state.course.roles.iter();
        held.map(|(role, held)| (role.clone(), held.to.and_then(|to| self.party(to)))).collect()
    }

    fn tasks(&self) -> Vec<TaskRow> {
        let action = |task: &Task| {
            let found = task.action.as_ref().and_then(|name| self.around.plan.actions.iter().find(|it| it.id == *name));
            found.map(|action| self.around.plan.filled(&action.body.text))
        };
        let mut rows: Vec<TaskRow> = self
            .room
            .state
            .tasks
            .iter()
            .map(|(number, task)| TaskRow {
                number: *number,
                text: task
                    .text
                    .map(|text| self.text(text))
                    .or_else(|| action(task))
                    .or_else(|| task.action.clone())
                    .unwrap_or_default(),
                owner: task.owner.and_then(|owner| self.party(owner)),
                due: task.due,
                is_open: task.stage == TaskStage::Open,
                is_done: matches!(task.stage, TaskStage::Done(_)),
                stands: self.words().say(match task.stage {
                    TaskStage::Open => "case-task-open",
                    TaskStage::Done(_) => "case-task-done",
                    TaskStage::SetAside => "case-task-aside",
                }),
                is_mine: [task.owner, task.deputy].contains(&Some(self.me())),
            })
            .collect();
        rows.sort_by_key(|row| (!row.is_open, !row.is_mine, row.number));
        rows
    }

    fn facts(&self) -> Vec<FactRow> {
        let facts = self.room.state.facts.iter();
        facts
            .map(|(number, fact)| FactRow {
                number: *number,
                status: fact.status,
                stands: words::case::fact_status(self.words(), fact.status),
                text: self.text(fact.text),
                retracted: fact.retracted,
            })
            .collect()
    }

    async fn draft(&self, number: u32, draft: &Draft) -> Result<DraftRow, Failure> {
        let words = self.words();
        let found = match draft.is_open() {
            true => case::findings(&self.desk.app.world, self.room, draft).await.map_err(failed)?,
            false => Vec::new(),
        };
        let findings = found.iter().map(|finding| {
            let told = words::wording::finding(words, finding);
            (finding.rule.weight() == Weight::Stop, told.what, told.fix)
        });
        let wording = &draft.wording;
        let kind = words::case::form(words, draft.form);
        let target = words::case::target(words, &wording.target);
        let asked: Vec<String> = match draft.stage {
            Stage::Submitted(_) => draft.asked_now().into_iter().filter_map(|party| self.party(party)).collect(),
            _ => Vec::new(),
        };
        Ok(DraftRow {
            number,
            what: format!("{kind} · {} · {target}", wording.language.code()),
            text: self.texts.get(&wording.text).cloned(),
            stands: words::case::stage(words, &draft.stage),
            binding: draft.binding.to_string(),
            findings: findings.collect(),
            shown: serde_json::to_string(&draft.checked).unwrap_or_default(),
            asked: (!asked.is_empty()).then(|| words.name("case-asked", &asked.join(", "))),
            may: self.may(draft),
            attempt: draft.attempts,
            language: wording.language.code(),
            receipt: match draft.stage {
                Stage::Sent(_, receipt) => self.texts.get(&receipt).cloned(),
                _ => None,
            },
        })
    }

    /// What the reader can do with a text now: the forms that are shown. What is not let is refused all the same.
    fn may(&self, draft: &Draft) -> Vec<&'static str> {
        if !self.role.may(Right::Triage) {
            return Vec::new();
        }
        let by_hand = matches!(draft.wording.target, Target::ByHand(_));
        let mut may = match draft.stage {
            Stage::Writing | Stage::Declined(_) => vec!["submit"],
            Stage::Submitted(_) => {
                let alone = draft.rule.as_ref().is_some_and(|rule| rule.size == Size::Solo);
                let mine = draft.authors.contains(&self.me());
                match (alone && mine, draft.asked(self.me()).is_empty()) {
                    (true, _) => vec!["release"],
                    (false, false) if !mine => vec!["approve"],
                    _ => Vec::new(),
                }
            }
            Stage::Released(_) if by_hand => vec!["copied"],
            Stage::Released(_) | Stage::Refused(_) => vec!["send"],
            Stage::Intended(after) if after > self.desk.now() => vec!["undo"],
            Stage::Unknown(_) => vec!["resolve"],
            _ => Vec::new(),
        };
        if draft.is_open() {
            may.push("revise");
        }
        may
    }

    /// What happened, the newest first.
    fn log(&self) -> Vec<LogRow> {
        let lines = self.room.records.iter().zip(&self.room.entries).rev().take(LINES);
        lines
            .map(|(record, entry)| LogRow {
                version: record.version,
                at: entry.at,
                by: match entry.by {
                    Actor::House => "Vigie".to_owned(),
                    Actor::Member(person) => self.person(person),
                },
                what: words::case::happened(self.words(), &entry.event),
                note: match &entry.event {
                    Event::Work(WorkEvent::Noted { text, .. }) => self.texts.get(text).cloned(),
                    _ => None,
                },
            })
            .collect()
    }

    fn advice(&self) -> Option<Told> {
        let words = self.words();
        let course = &self.room.state.course;
        let advice = advise(&course.answers?);
        let loudness = course.loudness.unwrap_or(advice.loudness);
        Some(Told {
            posture: words::case::posture(words, course.posture.unwrap_or(advice.posture)),
            rule: words::case::guideline(words, advice.guideline),
            loudness,
            how: words::case::loudness(words, loudness),
        })
    }

    fn languages(&self) -> Vec<(&'static str, String)> {
        let planned: Vec<Language> = self.around.plan.languages.iter().map(|said| said.value).collect();
        let all =
            if planned.is_empty() { vec![Language::Fr, Language::En, Language::Fy, Language::Nl] } else { planned };
        all.into_iter().map(|language| (language.code(), language.code().to_uppercase())).collect()
    }

    /// The plan's texts for this scenario, or those that belong to none.
    fn alternatives(&self) -> Vec<(String, String)> {
        let scenario = self.room.state.course.scenario.as_deref();
        let fits = |of: Option<&str>| of.is_none() || of == scenario;
        let replies = self.around.plan.replies.iter();
        let ours = replies.filter(|reply| fits(reply.body.scenario.as_ref().map(|said| said.value.as_str())));
        let begins = |text: &str| text.chars().take(90).collect::<String>();
        ours.map(|reply| (reply.id.clone(), begins(&self.around.plan.filled(&reply.body.text.value)))).collect()
    }
}
