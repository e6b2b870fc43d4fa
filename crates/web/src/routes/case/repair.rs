//! Measures, limits and lessons of a case: the page, and what its forms ask. Each is one command, written as the API takes it.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::act::{Sent, ask, zone};
use super::view::View;
use super::{find, fresh_key};
use crate::error::Failure;
use crate::pages::case::{LessonRow, LimitRow, MeasureRow, PromiseRow, RepairPage, advanced};
use crate::pages::plan::told;
use crate::pages::{Kept, Notice, Room};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Verb;
use domain::case::event::{Form as TextForm, HotWash, Limit, Test, Theme};
use domain::case::state::{Draft, Lesson, LessonStage, Measure, MeasureStage};
use domain::counter::Series;
use domain::figure::Figure;
use domain::id::MentionId;
use domain::organisation::{Right, Role};
use engine::EngineError;
use engine::case::CaseError;
use engine::review::Read;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::CaseFile;

/// Most characters of a mention that somebody was promised something for.
const SHOWN: usize = 200;

/// What the page is opened for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
    to: Option<i64>,
}

/// What was refused: why, by which form, of which measure or lesson, with what was typed.
type Refused = (String, Kept);

/// The page.
pub async fn repair(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Inspect).await?;
    shown(&desk, &file, role, None, &asked).await
}

/// Does what a form asks, and shows the page again; where it is refused, with the reason and what was typed.
pub async fn act(
    desk: Desk,
    Path((id, what)): Path<(i64, String)>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    let sent = Sent { fields, people: desk.people(file.organisation).await? };
    let came = match what.as_str() {
        "accept" => accept(&desk, &file, role, &sent).await?,
        _ => {
            let zone = zone(&desk, &file).await?;
            ask(&desk, &file, role, command(&what, &sent, &zone).ok_or(Failure::NotFound)?).await?
        }
    };
    match came {
        Ok(()) => {
            let part = match what.as_str() {
                "limit" => "limits",
                "accept" | "shelve" => "lessons",
                _ => "measures",
            };
            Ok(Redirect::to(&format!("/cases/{id}/repair?done=yes#{part}")).into_response())
        }
        Err(problem) => {
            let of = [sent.get("measure"), sent.get("lesson")].into_iter().find(|of| !of.is_empty());
            let kept = Kept::of(&what, of.unwrap_or_default(), sent.fields.clone());
            shown(&desk, &file, role, Some((problem, kept)), &Asked::default()).await
        }
    }
}

/// Takes a lesson into the plan; the inner error says why nothing was done.
async fn accept(desk: &Desk, file: &CaseFile, role: Role, sent: &Sent) -> Result<Result<(), String>, Failure> {
    let lesson = sent.get("lesson").parse().map_err(|_| Failure::NotFound)?;
    let by = (desk.principal.person.id, role);
    match engine::review::merge(&desk.app.waking, file.organisation, file.id, by, lesson).await {
        Ok(_) => Ok(Ok(())),
        Err(CaseError::Refused(refusal)) => Ok(Err(words::case::refusal(&desk.words, &refusal))),
        Err(CaseError::House(EngineError::Report(why))) => Ok(Err(why)),
        Err(CaseError::House(error)) => Err(failed(error)),
    }
}

/// The command of a form; `None` where there is no such form.
fn command(what: &str, sent: &Sent, zone: &TimeZone) -> Option<Value> {
    let theme = || match sent.get("theme").strip_prefix("query-") {
        Some(query) => json!({ "query": query.parse::<i64>().ok() }),
        None => json!({ "series": sent.get("theme") }),
    };
    let share = || sent.get("share").parse::<i64>().map_or(Value::Null, |share| json!(share.saturating_mul(10)));
    let test = match what {
        "rate" => json!({ "rate": { "theme": theme(), "under": sent.number("under"), "days": sent.number("days") } }),
        "share" => json!({ "negative_share": { "before": share(), "days": sent.number("days") } }),
        "answered" => json!({ "answered": { "share": share() } }),
        "seen" => json!({ "seen": { "draft": sent.number("draft"), "share": share() } }),
        "word" => json!("word"),
        "measured" => {
            return Some(json!({ "do_measure": { "measure": sent.number("measure"), "result": sent.get("result") } }));
        }
        "given-up" => {
            return Some(json!({ "set_measure_aside": { "measure": sent.number("measure"), "why": sent.get("why") } }));
        }
        "limit" => {
            let limit = json!({ "theme": theme(), "over": sent.number("over"), "hours": sent.number("hours") });
            return Some(json!({ "guard": { "key": sent.get("key"), "limit": limit } }));
        }
        "shelve" => {
            return Some(json!({ "shelve_lesson": { "lesson": sent.number("lesson"), "why": sent.get("why") } }));
        }
        _ => return None,
    };
    // A time that is none is refused, not taken for nothing.
    let due = if sent.get("due").is_empty() {
        Value::Null
    } else {
        sent.time("due", zone).map_or_else(|| json!(sent.get("due")), |due| json!(due))
    };
    let (key, text, owner) = (sent.get("key"), sent.get("text"), sent.person("owner"));
    let to = if sent.get("to").is_empty() { Value::Null } else { sent.number("to") };
    Some(json!({ "take": { "key": key, "text": text, "test": test, "owner": owner, "due": due, "to": to } }))
}

async fn shown(
    desk: &Desk,
    file: &CaseFile,
    role: Role,
    refused: Option<Refused>,
    asked: &Asked,
) -> Result<Response, Failure> {
    let view = View::of(desk, file, role).await?;
    let read = engine::review::read(&desk.app.world, file.organisation, file.id).await.map_err(failed)?;
    let queries =
        desk.app.world.store.queries(file.organisation).await?.into_iter().filter(|it| it.brand == file.brand);
    let queries: BTreeMap<i64, String> = queries.map(|query| (query.id.0, query.name)).collect();
    let to = match asked.to {
        Some(mention) => Some((mention, view.briefly(MentionId(mention)).await?)),
        None => None,
    };
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}/repair", file.id);
    shell.notice = (asked.done == "yes").then(|| Notice { text: desk.words.say("case-kept"), undo: None });
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let (problem, kept) = refused.unzip();
    let forms = [("take", Verb::Take), ("limit", Verb::Guard), ("wash", Verb::HotWash), ("lesson", Verb::Draw)];
    let before = read.review.volumes.as_ref().map(|volumes| volumes.before.ill_share);
    let mut shown = RepairPage {
        id: file.id.0,
        about: view.about(),
        measures: view.measures(&read),
        promised: view.promised(&read).await?,
        limits: view.limits(&queries),
        asked: view.asked(),
        lessons: view.lessons().await?,
        people: view.around.team.iter().map(|(person, _)| (person.id.0, person.name.clone())).collect(),
        before: before.and_then(|share| match share {
            Figure::Estimated { mid, .. } => Some((mid + 5) / 10),
            _ => None,
        }),
        to,
        may: forms.into_iter().filter(|(_, verb)| view.open.contains(verb)).map(|(name, _)| name).collect(),
        sent: view.said_to_all(),
        queries: queries.into_iter().collect(),
        key: fresh_key()?,
        kept: kept.unwrap_or_default(),
        problem,
        shell,
        words: view.words().clone(),
    };
    if shown.problem.is_some() {
        let first = shown.render().map_err(|error| Failure::Ours(error.to_string()))?;
        shown.kept.look_on(&first);
    }
    Ok((status, page(&shown)?).into_response())
}

impl View<'_> {
    fn measures(&self, read: &Read) -> Vec<MeasureRow> {
        let row = |(number, measure): (&u32, &Measure)| {
            let progress = read.progress.get(number);
            let is_share = !matches!(measure.test, Test::Rate { .. } | Test::Word);
            let (counted, days) =
                progress.map(|progress| advanced(self.words(), is_share, progress)).unwrap_or_default();
            let open = [("measured", Verb::DoMeasure(*number)), ("given-up", Verb::SetMeasureAside(*number))];
            MeasureRow {
                number: *number,
                text: self.text(measure.text),
                test: self.test(&measure.test),
                stands: words::review::measure(self.words(), measure, progress.map(|progress| progress.standing)),
                counted,
                days,
                due: measure.due,
                owner: measure.owner.and_then(|owner| self.party(owner)),
                is_open: measure.is_open(),
                result: match measure.stage {
                    MeasureStage::Done(_, text) | MeasureStage::SetAside(_, text) => Some(self.text(text)),
                    MeasureStage::Open | MeasureStage::Held(_) => None,
                },
                may: open.into_iter().filter(|(_, verb)| self.open.contains(verb)).map(|(name, _)| name).collect(),
            }
        };
        let mut rows: Vec<MeasureRow> = self.room.state.measures.iter().map(row).collect();
        rows.sort_by_key(|row| (!row.is_open, row.number));
        rows
    }

    /// The texts to everybody that are out: number, and what each says.
    fn said_to_all(&self) -> Vec<(u32, String)> {
        let out = self.room.state.drafts.iter().filter(|(_, draft)| draft.is_sent() && draft.form != TextForm::Reply);
        let told = |(number, draft): (&u32, &Draft)| {
            let text: String = self.text(draft.wording.text).chars().take(SHOWN).collect();
            (*number, format!("{number}. {text}"))
        };
        out.map(told).collect()
    }

    fn test(&self, test: &Test) -> String {
        words::review::test(self.words(), test)
    }

    /// The first words of a mention.
    async fn briefly(&self, mention: MentionId) -> Result<String, Failure> {
        Ok(self.begins(mention, SHOWN).await?.0)
    }

    /// Who was promised something until it is done; and who was offered something that nothing follows.
    async fn promised(&self, read: &Read) -> Result<Vec<PromiseRow>, Failure> {
        let mut rows = Vec::new();
        for (number, measure) in self.room.state.open_measures() {
            if let Some(mention) = measure.to {
                let now = read.progress.get(&number).map(|progress| progress.standing);
                let stands = words::review::measure(self.words(), measure, now);
                let (said, measure) = (self.briefly(mention).await?, Some((number, stands)));
                rows.push(PromiseRow { mention: mention.0, said, measure });
            }
        }
        for mention in self.room.state.offers_unfollowed() {
            rows.push(PromiseRow { mention: mention.0, said: self.briefly(mention).await?, measure: None });
        }
        Ok(rows)
    }

    fn limits(&self, queries: &BTreeMap<i64, String>) -> Vec<LimitRow> {
        let words = self.words();
        let theme = |theme: Theme| match theme {
            Theme::Series(Series::Mentions) => words.say("repair-theme-all"),
            Theme::Series(_) => words.say("repair-theme-ill"),
            Theme::Query(id) => queries.get(&id.0).cloned().unwrap_or_else(|| words.say("case-gone")),
        };
        let row = |guard: &domain::case::state::Guard| {
            let Limit { theme: of, over, hours } = guard.limit;
            let args = [("what", theme(of).into()), ("over", over.into()), ("count", i64::from(hours).into())];
            LimitRow { what: words.tell("repair-limit", &args), passed: guard.passed }
        };
        self.room.state.guards.values().map(row).collect()
    }

    /// The questions, and how many people answered each.
    fn asked(&self) -> Vec<(String, i64)> {
        let people = |question: HotWash| {
            let given = self.room.state.hot_wash.iter().filter(|answer| answer.question == question);
            given.map(|answer| answer.by.party()).collect::<BTreeSet<_>>().len() as i64
        };
        HotWash::ALL.map(|question| (words::case::hot_wash(self.words(), question), people(question))).into()
    }

    async fn lessons(&self) -> Result<Vec<LessonRow>, Failure> {
        let mut rows = Vec::new();
        for (number, lesson) in &self.room.state.lessons {
            rows.push(self.lesson(*number, lesson).await?);
        }
        Ok(rows)
    }

    async fn lesson(&self, number: u32, lesson: &Lesson) -> Result<LessonRow, Failure> {
        let (world, words) = (&self.desk.app.world, self.words());
        let preview = engine::review::preview(world, self.room.file.organisation, &self.room, number).await;
        let preview = preview.map_err(failed)?.unwrap_or_default();
        let drawn = lesson.stage == LessonStage::Drawn;
        let accept = drawn && preview.problem.is_none() && !preview.changes.is_empty();
        let accept = accept && self.role.may(Right::Configure) && self.role.may(Right::Triage);
        let shelve = self.open.contains(&Verb::ShelveLesson(number));
        let records: Vec<String> = lesson.records.iter().map(u32::to_string).collect();
        Ok(LessonRow {
            number,
            text: self.text(lesson.text),
            stands: words::review::lesson(words, &lesson.stage),
            why: match lesson.stage {
                LessonStage::Shelved(why) => Some(self.text(why)),
                _ => None,
            },
            changes: preview.changes.iter().map(words::plan::change).collect(),
            problem: preview.problem,
            new: preview.new.iter().map(|found| told(words, found)).collect(),
            gone: preview.gone.len() as i64,
            records: records.join(", "),
            may: [accept.then_some("accept"), shelve.then_some("shelve")].into_iter().flatten().collect(),
        })
    }
}
