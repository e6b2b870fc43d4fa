//! How often a brand is told of: shown with what each choice would have given, chosen, or taken from the labels, for one brand or for all.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::budget::{BudgetPage, BudgetsPage, SaidView};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::Brand;
use domain::id::{BrandId, OrganisationId};
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
    let brand = desk.brand(id, Right::Inspect).await?;
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

/// Where the list goes on, and what just happened.
#[derive(Deserialize)]
pub struct Listed {
    after: Option<i64>,
    kept: Option<usize>,
}

/// The proposals of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.first(Right::Inspect)?;
    proposed(desk, id, Listed { after: None, kept: None }).await
}

/// The proposals of an organisation.
pub async fn all(desk: Desk, Path(id): Path<i64>, Query(listed): Query<Listed>) -> Result<Response, Failure> {
    proposed(desk, OrganisationId(id), listed).await
}

async fn proposed(desk: Desk, id: OrganisationId, listed: Listed) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let after = listed.after.map(BrandId);
    let found = budget::proposals(&desk.app.world, id, after).await.map_err(failed)?;
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/budgets/{id}");
    let kept = |kept: usize| Notice { text: desk.words.count("budgets-kept", kept as i64), undo: None };
    shell.notice = listed.kept.map(kept);
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    page(&BudgetsPage {
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        organisation: (id.0, organisation.name),
        found,
        shell,
        words: desk.words,
    })
}

/// Keeps the proposals that were ticked, each as it was shown.
pub async fn take(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let ticked = url::form_urlencoded::parse(&form).filter(|(name, _)| name == "take");
    let shown: Option<Vec<(BrandId, Budget)>> = ticked.map(|(_, sent)| shown(&sent)).collect();
    let shown = shown.ok_or_else(|| Failure::Bad("what was ticked is no proposal; nothing was kept".to_owned()))?;
    let person = desk.principal.person.id;
    let kept = budget::accept(&desk.app.world, organisation, &shown, person).await.map_err(failed)?.len();
    Ok(Redirect::to(&format!("/settings/budgets/{organisation}?kept={kept}")).into_response())
}

/// A proposal as the form sends it: `brand:notice:alert`.
fn shown(sent: &str) -> Option<(BrandId, Budget)> {
    let mut parts = sent.split(':');
    let brand = BrandId(parts.next()?.parse().ok()?);
    let budget = Budget { notice: Often::from_code(parts.next()?)?, alert: Often::from_code(parts.next()?)? };
    parts.next().is_none().then_some((brand, budget))
}
