//! What would have shown a case earlier: a query or a budget, tried on what is stored. Asked by GET: it changes nothing.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::super::mentions::problem;
use super::find;
use super::view::View;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::EarlierPage;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use domain::organisation::Right;
use domain::signal::{Budget, Level, Often};
use engine::EngineError;
use engine::review::{Try, tried};
use serde::Deserialize;

/// What is tried; nothing: the form alone.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    query: String,
    #[serde(default)]
    notice: String,
    #[serde(default)]
    alert: String,
}

/// The page.
pub async fn earlier(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    let world = &desk.app.world;
    let present = engine::budget::of(world, file.organisation, file.brand).await.map_err(failed)?.budget;
    let often = |code: &str, level: Level| Often::from_code(code).unwrap_or(present.of(level));
    let budget = Budget { notice: often(&asked.notice, Level::Notice), alert: often(&asked.alert, Level::Alert) };
    let query = asked.query.trim();
    let (mut wrong, mut result, mut refused) = (None, None, None);
    match query::parse(query) {
        Err(diagnostic) if !query.is_empty() => wrong = Some(problem(query, &diagnostic)),
        // A form that was just opened asks for nothing yet.
        _ if query.is_empty() && budget == present => {}
        _ => {
            let query = Some(query.to_owned()).filter(|query| !query.is_empty());
            let what = Try { query, budget: (budget != present).then_some(budget) };
            match tried(world, file.organisation, file.id, &what).await {
                Ok(tried) => result = Some(tried),
                Err(EngineError::Report(why)) => refused = Some(why),
                Err(error) => return Err(failed(error)),
            }
        }
    }
    let view = View::of(&desk, &file, role).await?;
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{id}/earlier");
    let shown = EarlierPage {
        id,
        about: view.about(),
        query: asked.query,
        budget,
        problem: wrong,
        refused,
        result,
        shell,
        words: view.words().clone(),
    };
    Ok(page(&shown)?.into_response())
}
