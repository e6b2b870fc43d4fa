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
use engine::budget;
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
    shell.notice = (asked.said == "kept").then(|| Notice { text: desk.words.say("budget-kept"), undo: None });
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

/// Keeps a choice.
pub async fn save(desk: Desk, Path(id): Path<i64>, Form(chosen): Form<Chosen>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let often = |code: &str| Often::from_code(code).ok_or_else(|| Failure::Bad(format!("`{code}` is no choice")));
    let chosen = Budget { notice: often(&chosen.notice)?, alert: often(&chosen.alert)? };
    let person = Some(desk.principal.person.id);
    budget::set(&desk.app.world, brand.organisation, brand.id, chosen, person).await.map_err(failed)?;
    Ok(back(&brand))
}

/// Keeps what the labels propose.
pub async fn calibrate(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let person = Some(desk.principal.person.id);
    budget::calibrate(&desk.app.world, brand.organisation, brand.id, person).await.map_err(failed)?;
    Ok(back(&brand))
}

fn back(brand: &Brand) -> Response {
    Redirect::to(&format!("/settings/brands/{}/budget?said=kept", brand.id)).into_response()
}
