//! One question a screen, for whoever is alone with it at night: each screen is read off the case as it stands, so it can be left and taken up again; what
//! is pressed twice is done once.

use super::super::desk::{Desk, page};
use super::act::{Sent, ask, zone};
use super::view::View;
use super::{find, fresh_key};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::{NightPage, Screen};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::event::{ClockOf, Form};
use domain::case::state::{Draft, Run, Stage, Task};
use domain::case::triage::Known;
use domain::case::{Key, Party, Scope, Verb, makes_safe};
use domain::organisation::{Right, Role};
use domain::plan::ClockKind;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use store::CaseFile;

/// The forms of these screens alone.
pub const FORMS: [&str; 4] = ["hurt", "safe", "say", "told"];
/// How many screens there are.
const LAST: u8 = 7;
/// When somebody looks again at what could not be made safe yet.
const AGAIN: SignedDuration = SignedDuration::from_mins(15);
/// News are proposed for then.
const NEWS: SignedDuration = SignedDuration::from_hours(1);

/// Which screen is asked for; none: the first that is not answered.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    at: Option<u8>,
    #[serde(default)]
    skip: usize,
}

/// Where it goes on after a form that the room has too.
pub fn after(what: &str) -> &'static str {
    match what {
        "undo" => "?at=3",
        "freeze" => "?at=5",
        "promise" => "?at=7",
        _ => "",
    }
}

/// A screen.
pub async fn night(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    screen(&desk, &file, role, asked, None).await
}

async fn screen(
    desk: &Desk,
    file: &CaseFile,
    role: Role,
    Asked { at, skip }: Asked,
    problem: Option<String>,
) -> Result<Response, Failure> {
    let view = View::of(desk, file, role).await?;
    let at = at.filter(|at| (1..=LAST).contains(at)).unwrap_or_else(|| view.first());
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}/night", file.id);
    let status = if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let shown = NightPage {
        id: file.id.0,
        about: view.about(),
        screen: view.screen(at, skip).await?,
        skip,
        key: fresh_key()?,
        alone: view.is_alone(),
        problem,
        shell,
        words: view.words().clone(),
    };
    Ok((status, page(&shown)?).into_response())
}

impl View<'_> {
    /// The first screen on which something is to be said or done.
    fn first(&self) -> u8 {
        let state = &self.room.state;
        // Whoever opened it said so already.
        if state.course.answers.is_none() && !state.course.hurt {
            return 1;
        }
        if self.safety().is_some() && !self.is_safe() {
            return 2;
        }
        let said = state.drafts.values().any(|draft| draft.may_be_out() || matches!(draft.stage, Stage::Intended(_)));
        // Who reads another language is told too.
        let waits = state.drafts.values().any(|draft| draft.form == Form::Holding && draft.is_open());
        if !said || waits {
            return 3;
        }
        if self.open.contains(&Verb::Freeze) {
            return 4;
        }
        if self.untold(0).is_some() {
            return 5;
        }
        if state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).is_none() { 6 } else { LAST }
    }

    /// What makes the answer on safety the same answer: as long as the case stays at its step.
    fn safe_key(&self) -> String {
        format!("night-safe-{}", self.room.state.course.since.as_second())
    }

    /// Whether somebody answered what keeps people safe.
    fn is_safe(&self) -> bool {
        let known = |scope| Key::new(&self.safe_key()).is_some_and(|key| self.room.state.is_known(scope, &key));
        known(Scope::Note) || known(Scope::Task)
    }

    async fn screen(&self, at: u8, skip: usize) -> Result<Screen, Failure> {
        let state = &self.room.state;
        Ok(match at {
            1 => Screen::Hurt,
            // Nobody is hurt: on to what everybody reads.
            2 => match self.safety() {
                Some(safety) => Screen::Safe(safety),
                None => self.say(skip).await?,
            },
            3 => self.say(skip).await?,
            4 => Screen::Held(self.marketing(), self.open.contains(&Verb::Freeze)),
            5 => Screen::Who(self.untold(skip).map(|row| (row.id, row.name, row.how, row.message))),
            6 => {
                let later = self.now.saturating_add(NEWS).unwrap_or(self.now);
                let promised =
                    state.open_clock(&ClockOf::Plan(ClockKind::NextUpdate)).map(|(_, clock)| clock.terms.due);
                Screen::Next(promised, self.field(self.announced().unwrap_or(later)))
            }
            _ => {
                let first = |late: bool| {
                    let running = state.clocks.values().filter(|clock| clock.run == Run::Running);
                    let clocks = running.filter(|clock| (clock.terms.due <= self.now) == late);
                    clocks.min_by_key(|clock| clock.terms.due).map(|clock| (self.clock(clock), clock.terms.due, late))
                };
                Screen::Sleep([first(true), first(false)].into_iter().flatten().collect())
            }
        })
    }

    /// The hour that the last text to everybody promises, which is on its way or out.
    fn announced(&self) -> Option<Timestamp> {
        let goes = |draft: &&Draft| draft.may_be_out() || matches!(draft.stage, Stage::Intended(_));
        let drafts = self.room.state.drafts.values().rev().filter(|draft| draft.form != Form::Reply);
        drafts.filter(goes).filter_map(|draft| self.promise(draft)).find(|hour| *hour > self.now)
    }

    /// What everybody reads first: the holding text, in each language in which there is one, or the first text that is on its way.
    async fn say(&self, skip: usize) -> Result<Screen, Failure> {
        let drafts = || self.room.state.drafts.iter().filter(|(_, draft)| draft.stage != Stage::Shelved);
        let holding = || drafts().filter(|(_, draft)| draft.form == Form::Holding);
        let waiting: Vec<_> = holding().filter(|(_, draft)| !draft.is_sent()).collect();
        let first = waiting.get(skip).or(waiting.last()).copied().or_else(|| holding().next());
        let first = first.or_else(|| drafts().find(|(_, draft)| draft.form != Form::Reply));
        let more = waiting.len() > skip + 1;
        Ok(match first {
            Some((number, draft)) => Screen::Say(Some(Box::new(self.draft(*number, draft).await?)), more),
            None => Screen::Say(None, false),
        })
    }
}

/// Does what a screen asks, and goes on to the next.
pub(super) async fn answered(
    desk: Desk,
    file: &CaseFile,
    role: Role,
    what: &str,
    sent: &Sent,
) -> Result<Response, Failure> {
    let (at, next) = match what {
        "hurt" => (1, 2),
        "safe" => (2, 3),
        "say" => (3, 3),
        _ => (5, 5),
    };
    let asked = match what {
        "hurt" => vec![hurt(&desk, file, role, sent.get("hurt")).await?],
        "safe" => safe(&desk, file, role, sent.get("safe")).await?,
        "say" => say(&desk, file, role, sent).await?,
        _ => vec![told(&desk, file, role, sent.get("stakeholder")).await?],
    };
    let skip: usize = sent.get("skip").parse().unwrap_or_default();
    for command in asked {
        if let Err(problem) = ask(&desk, file, role, command).await? {
            return screen(&desk, file, role, Asked { at: Some(at), skip }, Some(problem)).await;
        }
    }
    let skipped = if skip > 0 { format!("&skip={skip}") } else { String::new() };
    Ok(Redirect::to(&format!("/cases/{}/night?at={next}{skipped}", file.id)).into_response())
}

/// The one answer, beside what was answered before.
async fn hurt(desk: &Desk, file: &CaseFile, role: Role, hurt: &str) -> Result<Value, Failure> {
    let view = View::of(desk, file, role).await?;
    let hurt = match hurt {
        "yes" => Known::Yes,
        "no" => Known::No,
        _ => Known::Unknown,
    };
    let answers = domain::case::triage::Answers { hurt, ..view.room.state.course.answers.unwrap_or_default() };
    Ok(json!({ "triage": { "answers": answers } }))
}

/// That people are safe is a note, and the end of the tasks that make them so; that they are not yet, a task.
async fn safe(desk: &Desk, file: &CaseFile, role: Role, safe: &str) -> Result<Vec<Value>, Failure> {
    let view = View::of(desk, file, role).await?;
    let text = view.safety().unwrap_or_else(|| desk.words.say("case-safety"));
    if safe == "done" {
        let text = format!("{}: {text}", desk.words.say("case-night-safe-done"));
        let ends = |task: &Task| task.action.as_deref().is_some_and(makes_safe);
        let tasks = view.room.state.open_tasks().filter(|(_, task)| ends(task));
        let result = desk.words.say("case-night-safe-done");
        let done = tasks.map(|(task, _)| json!({ "do": { "task": task, "result": result } }));
        return Ok(done.chain([json!({ "note": { "key": view.safe_key(), "text": text } })]).collect());
    }
    let Party::Member(me) = view.me() else { return Err(Failure::NotFound) };
    let due = view.now.saturating_add(AGAIN).unwrap_or(view.now);
    Ok(vec![json!({ "add_task": { "key": view.safe_key(), "text": text, "owner": me, "due": due } })])
}

/// From a text to one that goes out, as far as the reader may alone: each step that is open, in order.
async fn say(desk: &Desk, file: &CaseFile, role: Role, sent: &Sent) -> Result<Vec<Value>, Failure> {
    let view = View::of(desk, file, role).await?;
    let (number, binding) = (sent.number("draft"), sent.get("binding"));
    let draft = sent.get("draft").parse().ok().and_then(|number: u32| view.room.state.drafts.get(&number));
    let stage = &draft.ok_or(Failure::NotFound)?.stage;
    let mut steps = Vec::new();
    if matches!(stage, Stage::Writing | Stage::Declined(_)) {
        steps.push(json!({ "submit": { "draft": number, "binding": binding } }));
    }
    // Asked for release only: whatever happened meanwhile, nothing goes out that the button did not say.
    let go = sent.get("go") == "yes";
    let alone = go && view.is_alone();
    if alone && matches!(stage, Stage::Writing | Stage::Declined(_) | Stage::Submitted(_)) {
        let shown: Value = serde_json::from_str(sent.get("shown")).unwrap_or_default();
        steps.push(json!({ "release_alone": { "draft": number, "binding": binding, "shown": shown } }));
    }
    if alone || go && matches!(stage, Stage::Released(_) | Stage::Refused(_)) {
        let promise = sent.time("promise", &zone(desk, file).await?);
        steps.push(json!({ "send": { "draft": number, "binding": binding, "promise": promise } }));
    }
    Ok(steps)
}

/// That a stakeholder was told now, in the words of the plan.
async fn told(desk: &Desk, file: &CaseFile, role: Role, stakeholder: &str) -> Result<Value, Failure> {
    let view = View::of(desk, file, role).await?;
    let row = view.stakeholders().into_iter().find(|row| row.id == stakeholder).ok_or(Failure::NotFound)?;
    let text = if row.message.is_empty() { desk.words.say("case-tell") } else { row.message };
    let of = &blake3::hash(stakeholder.as_bytes()).to_hex()[..16];
    let key = format!("night-{of}");
    Ok(json!({ "tell": { "key": key, "stakeholder": stakeholder, "when": view.now, "text": text } }))
}
