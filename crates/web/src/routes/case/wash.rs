//! What the team says right after a case: one question a screen.

use super::super::desk::{Desk, page};
use super::act::ask;
use super::view::View;
use super::{find, fresh_key};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::{Question, WashPage};
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Verb;
use domain::case::event::HotWash;
use domain::case::state::Answered;
use domain::organisation::{Right, Role};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use store::CaseFile;

/// Which screen is asked for; none: the first question that the reader has not answered.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    at: Option<usize>,
}

/// An answer.
#[derive(Debug, Deserialize)]
pub struct Said {
    key: String,
    #[serde(default)]
    at: usize,
    question: String,
    text: String,
}

/// A screen.
pub async fn wash(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Inspect).await?;
    screen(&desk, &file, role, asked.at, None).await
}

/// Takes an answer, and goes on to the next question; where it is refused, what was typed stays.
pub async fn answer(desk: Desk, Path(id): Path<i64>, Form(said): Form<Said>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    let asked = json!({ "answer": { "key": said.key, "question": said.question, "text": said.text.trim() } });
    match ask(&desk, &file, role, asked).await? {
        Ok(()) => Ok(Redirect::to(&format!("/cases/{id}/wash?at={}", said.at.saturating_add(1))).into_response()),
        Err(problem) => screen(&desk, &file, role, Some(said.at), Some((problem, said.text))).await,
    }
}

async fn screen(
    desk: &Desk,
    file: &CaseFile,
    role: Role,
    at: Option<usize>,
    refused: Option<(String, String)>,
) -> Result<Response, Failure> {
    let view = View::of(desk, file, role).await?;
    let end = HotWash::ALL.len() + 1;
    let first = || {
        let open = HotWash::ALL.iter().position(|question| view.own(*question).next().is_none());
        open.map_or(end, |open| open + 1)
    };
    let at = at.filter(|at| (1..=end).contains(at)).unwrap_or_else(first);
    let question = HotWash::ALL.get(at - 1).map(|question| Question {
        name: name(*question),
        asked: words::case::hot_wash(&desk.words, *question),
        own: view.own(*question).map(|answer| view.text(answer.text)).collect(),
    });
    let said = if question.is_none() { HotWash::ALL.map(|question| view.said(question)).into() } else { Vec::new() };
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}/wash", file.id);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let (problem, typed) = refused.unzip();
    let shown = WashPage {
        id: file.id.0,
        about: view.about(),
        at,
        of: HotWash::ALL.len(),
        question,
        said,
        may: view.open.contains(&Verb::HotWash),
        key: fresh_key()?,
        typed: typed.unwrap_or_default(),
        problem,
        shell,
        words: desk.words.clone(),
    };
    Ok((status, page(&shown)?).into_response())
}

/// As the API takes it.
fn name(question: HotWash) -> &'static str {
    match question {
        HotWash::WentWell => "went_well",
        HotWash::Missing => "missing",
        HotWash::Earlier => "earlier",
        HotWash::Otherwise => "otherwise",
    }
}

impl View<'_> {
    /// What the reader answered to a question.
    fn own(&self, question: HotWash) -> impl Iterator<Item = &Answered> {
        let me = Some(self.me());
        let given = self.room.state.hot_wash.iter();
        given.filter(move |answer| answer.question == question && answer.by.party() == me)
    }

    /// What everybody answered to a question: who, when, what.
    fn said(&self, question: HotWash) -> (String, Vec<(String, Timestamp, String)>) {
        let given = self.room.state.hot_wash.iter().filter(|answer| answer.question == question);
        let answers = given.map(|answer| (self.actor(answer.by), answer.at, self.text(answer.text)));
        (words::case::hot_wash(self.words(), question), answers.collect())
    }
}
