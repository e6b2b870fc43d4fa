//! One case as its page shows it.

use super::super::desk::{Desk, page};
use super::view::View;
use super::{find, fresh_key, verbs};
use crate::error::Failure;
use crate::pages::case::RoomPage;
use crate::pages::{Kept, Notice, Room};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::CaseId;
use domain::organisation::{Right, Role};
use serde::Deserialize;
use store::CaseFile;

/// What just happened, and which part is open, as the address says it.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
    #[serde(default)]
    at: String,
}

/// What was refused: why, and what was typed.
pub type Refused = (String, Kept);

/// The room.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Read).await?;
    if !role.may(Right::Inspect) {
        return Ok(Redirect::to(&format!("/cases/{id}/brief")).into_response());
    }
    let person = desk.principal.person.id;
    let store = &desk.app.world.store;
    let seen = store.case_seen(file.organisation, CaseId(id), person).await?;
    store.see_case(file.organisation, CaseId(id), person, file.version, desk.now()).await?;
    shown(&desk, &file, role, None, (&asked.at, seen, asked.done == "yes")).await
}

/// The room, perhaps with what was refused and why.
pub(super) async fn shown(
    desk: &Desk,
    file: &CaseFile,
    role: Role,
    refused: Option<Refused>,
    (section, seen, done): (&str, u32, bool),
) -> Result<Response, Failure> {
    let view = View::of(desk, file, role).await?;
    let mut drafts = Vec::new();
    for (number, draft) in view.room.state.drafts.iter().rev() {
        drafts.push(view.draft(*number, draft).await?);
    }
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}", file.id);
    shell.notice = done.then(|| Notice { text: desk.words.say("case-kept"), undo: None });
    let people = |fits: fn(Role) -> bool| {
        let members = view.around.team.iter().filter(|(_, role)| fits(*role));
        members.map(|(person, _)| (person.id.0, person.name.clone())).collect()
    };
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let (problem, kept) = refused.unzip();
    let course = &view.room.state.course;
    let mut shown = RoomPage {
        id: file.id.0,
        about: view.about(),
        brand: file.brand.0,
        step: course.step,
        is_live: view.room.state.is_live(),
        lead: view.room.state.lead().and_then(|lead| view.party(lead)),
        opened_at: file.opened_at,
        is_unplanned: view.around.version == 0,
        safety: view.safety(),
        news: view.news(seen),
        clocks: view.clocks(),
        waits: view.waits(),
        roles: view.roles(),
        tasks: view.tasks(),
        facts: view.facts().await?,
        drafts,
        mentions: view.mention_rows().await?,
        waiting: view.waiting().await?,
        stakeholders: view.stakeholders(),
        figures: view.figures(),
        legal: view.legal(),
        log: view.log(),
        answers: course.answers,
        posture: course.posture,
        bolster: course.bolster,
        advice: view.advice(),
        people: people(|_| true),
        able: people(|role| role.may(Right::Triage)),
        organisation: file.organisation.0,
        freeze: view.marketing(),
        scenarios: view.around.plan.scenarios.iter().map(|it| (it.id.clone(), it.body.title.clone())).collect(),
        scenario: course.scenario.clone(),
        languages: view.languages(),
        alternatives: view.alternatives(),
        accounts: view.around.platforms.iter().map(|(id, name)| (id.0, format!("@{name}"))).collect(),
        may: offered(&view),
        next_steps: verbs::steps(&view.open),
        section: section.to_owned(),
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

/// The forms of the case that are open; its folder is for who may act.
fn offered(view: &View<'_>) -> Vec<&'static str> {
    let export = view.role.may_export().then_some("export");
    verbs::of_case(&view.open).into_iter().chain(export).collect()
}
