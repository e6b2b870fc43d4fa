//! How often a brand is told of: shown with what each choice would have given, chosen, or taken from the labels.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::budget::{BudgetPage, SaidView};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::Brand;
use domain::organisation::Right;
use domain::signal::{Budget, Often};
use engine::{EngineError, budget};
use serde::Deserialize;

/// Entries of the log that are shown.
const SHOWN: i64 = 20;

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Read).await?;
    let world = &desk.app.world;
    let trial = budget::trial(world, brand.organisation, brand.id).await.map_err(failed)?;
    let mut log = Vec::new();
    for said in world.store.said_budgets(brand.organisation, brand.id, SHOWN).await? {
        let who = match said.person {
            Some(person) => Some(world.store.person(person).await?.name),
            None => None,
        };
        let often = [said.budget.notice, said.budget.alert];
        log.push(SaidView { often, who, by_labels: said.by_labels, at: said.at });
    }
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/brands/{id}/budget");
    let said = match asked.said.as_str() {
        "kept" => Some("budget-kept"),
        "otherwise" => Some("budget-otherwise"),
        _ => None,
    };
    shell.notice = said.map(|id| Notice { text: desk.words.say(id), undo: None });
    page(&BudgetPage {
        may_configure: desk.principal.organisation(brand.organisation, Right::Configure).is_ok(),
        shell,
        brand: (brand.id.0, brand.name),
        trial,
        log,
        words: desk.words,
    })
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Chosen {
    notice: String,
    alert: String,
}

impl Chosen {
    fn budget(&self) -> Result<Budget, Failure> {
        let often = |code: &str| Often::from_code(code).ok_or_else(|| Failure::Bad(format!("`{code}` is no choice")));
        Ok(Budget { notice: often(&self.notice)?, alert: often(&self.alert)? })
    }
}

/// Keeps a choice.
pub async fn save(desk: Desk, Path(id): Path<i64>, Form(chosen): Form<Chosen>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let person = Some(desk.principal.person.id);
    budget::set(&desk.app.world, brand.organisation, brand.id, chosen.budget()?, person).await.map_err(failed)?;
    Ok(back(&brand, "kept"))
}

/// Keeps what the labels propose, where that is still what the page showed.
pub async fn calibrate(desk: Desk, Path(id): Path<i64>, Form(shown): Form<Chosen>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let (shown, person) = (shown.budget()?, Some(desk.principal.person.id));
    match budget::calibrate(&desk.app.world, brand.organisation, brand.id, shown, person).await {
        Ok(()) => Ok(back(&brand, "kept")),
        Err(EngineError::Report(_)) => Ok(back(&brand, "otherwise")),
        Err(error) => Err(failed(error)),
    }
}

fn back(brand: &Brand, said: &str) -> Response {
    Redirect::to(&format!("/settings/brands/{}/budget?said={said}", brand.id)).into_response()
}
