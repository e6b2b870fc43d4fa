//! Brands, their queries, and the places their customers talk in.

use super::backtest;
use super::desk::{Desk, page};
use super::mentions::problem;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::brand::{BrandPage, ExpertPage, QueryView, SettingsPage};
use crate::pages::mentions::QueryProblem;
use axum::Form;
use axum::extract::{Path, RawForm};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::{Brand, BrandQuery, BrandRole, Place, Watch};
use domain::id::{OrganisationId, QueryId};
use domain::name::NameError;
use domain::organisation::Right;
use domain::setup::{QueryRefused, checked};
use jiff::tz::TimeZone;
use serde::Deserialize;
use store::NewBrand;

/// The brands of the reader: id, name, role, how many queries.
async fn brands(desk: &Desk) -> Result<Vec<(i64, String, BrandRole, i64)>, Failure> {
    let mut brands = Vec::new();
    for organisation in desk.organisations(Right::Inspect) {
        let queries = desk.app.world.store.queries(organisation.id).await?;
        for brand in desk.app.world.store.brands(organisation.id).await? {
            let count = queries.iter().filter(|query| query.brand == brand.id).count() as i64;
            brands.push((brand.id.0, brand.name, brand.role, count));
        }
    }
    Ok(brands)
}

/// The brands.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    let (shell, brands) = (desk.shell(Room::Settings).await?, brands(&desk).await?);
    let inspects = desk.organisations(Right::Inspect).next().is_some();
    let houses = houses(&desk);
    page(&SettingsPage { words: desk.words, shell, brands, inspects, houses })
}

/// Everything that can be set.
pub async fn expert(desk: Desk) -> Result<Response, Failure> {
    desk.organisations(Right::Inspect).next().ok_or(Failure::Forbidden)?;
    let (shell, brands) = (desk.shell(Room::Settings).await?, brands(&desk).await?);
    let houses = houses(&desk);
    page(&ExpertPage { words: desk.words, shell, brands, houses })
}

/// Where the reader may add a brand.
fn houses(desk: &Desk) -> Vec<(i64, String)> {
    desk.organisations(Right::Configure).map(|house| (house.id.0, house.name.clone())).collect()
}

/// What the form of a new brand sends.
#[derive(Deserialize)]
pub struct NewBrandForm {
    name: String,
    role: String,
    /// Of whose; nothing where only one may be meant.
    #[serde(default)]
    organisation: String,
}

/// A name as it is kept, or why it cannot be.
pub(super) fn named(desk: &Desk, name: &str) -> Result<String, String> {
    domain::name::checked(name).map_err(|wrong| {
        desk.words.say(match wrong {
            NameError::Empty => "name-problem-empty",
            NameError::Long | NameError::Hidden(_) => "name-problem",
        })
    })
}

fn role(code: &str) -> Result<BrandRole, Failure> {
    match code {
        "own" => Ok(BrandRole::Own),
        "competitor" => Ok(BrandRole::Competitor),
        "industry" => Ok(BrandRole::Industry),
        other => Err(Failure::Bad(format!("`{other}` is not own, competitor or industry"))),
    }
}

/// Adds a brand to the organisation that is named, or to the only one that may be meant.
pub async fn add_brand(desk: Desk, Form(form): Form<NewBrandForm>) -> Result<Response, Failure> {
    let houses = houses(&desk);
    let organisation = match (houses.as_slice(), form.organisation.parse::<i64>()) {
        ([], _) => return Err(Failure::Forbidden),
        (houses, Ok(asked)) => houses.iter().find(|(id, _)| *id == asked).ok_or(Failure::Forbidden)?.0,
        ([(only, _)], Err(_)) => *only,
        (_, Err(_)) => return Err(Failure::Bad(desk.words.say("settings-add-house-missing"))),
    };
    let organisation = OrganisationId(organisation);
    let new = NewBrand {
        name: named(&desk, &form.name).map_err(Failure::Bad)?,
        role: role(&form.role)?,
        zone: desk.principal.person.zone.clone(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    };
    let brand = desk.app.world.store.create_brand(organisation, new).await?;
    Ok(Redirect::to(&format!("/settings/brands/{}", brand.id)).into_response())
}

/// One brand.
pub async fn brand(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Inspect).await?;
    brand_page(desk, brand, None, None, Vec::new()).await
}

async fn brand_page(
    desk: Desk,
    brand: Brand,
    draft: Option<Draft>,
    problem: Option<QueryProblem>,
    problems: Vec<String>,
) -> Result<Response, Failure> {
    let store = &desk.app.world.store;
    let hits = store.query_hits(brand.organisation, brand.id).await?;
    let queries = store.queries(brand.organisation).await?.into_iter().filter(|query| query.brand == brand.id);
    let (draft, typed) = draft.map_or((None, None), |(of, name, text)| match of {
        None => (Some((name, text)), None),
        Some(id) => (None, Some((id, name, text))),
    });
    let view = |query: BrandQuery| {
        // What was typed into a saved query stands in its own form.
        let typed = typed.as_ref().filter(|(id, ..)| *id == query.id.0).cloned();
        let wrong = typed.is_some();
        let (_, name, text) = typed.unwrap_or((query.id.0, query.name, query.text));
        let hits = hits.iter().find(|(id, _)| *id == query.id).map_or(0, |(_, n)| *n);
        QueryView { hits, id: query.id.0, name, text, wrong }
    };
    let shown = BrandPage {
        shell: desk.shell(Room::Settings).await?,
        id: brand.id.0,
        name: brand.name,
        role: brand.role,
        zone: brand.zone,
        own_accounts: brand.own_accounts.join("\n"),
        queries: queries.map(view).collect(),
        places: brand.places.into_iter().map(|place| (place.name, place.watch)).collect(),
        draft,
        problem,
        problems,
        words: desk.words,
    };
    page(&shown)
}

/// What the form of a brand sends.
#[derive(Deserialize)]
pub struct BrandForm {
    name: String,
    role: String,
    zone: String,
    own_accounts: String,
}

/// Saves a brand's name, role, zone and own accounts.
pub async fn save_brand(desk: Desk, Path(id): Path<i64>, Form(form): Form<BrandForm>) -> Result<Response, Failure> {
    let mut brand = desk.brand(id, Right::Configure).await?;
    brand.name = form.name.trim().to_owned();
    brand.role = role(&form.role)?;
    brand.zone = form.zone.trim().to_owned();
    brand.own_accounts =
        form.own_accounts.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut problems = Vec::new();
    problems.extend(named(&desk, &brand.name).err());
    if TimeZone::get(&brand.zone).is_err() {
        problems.push(desk.words.name("brand-problem-zone", &brand.zone));
    }
    if !problems.is_empty() {
        return brand_page(desk, brand, None, None, problems).await;
    }
    desk.app.world.store.update_brand(&brand).await?;
    Ok(back(&brand))
}

fn back(brand: &Brand) -> Response {
    Redirect::to(&format!("/settings/brands/{}", brand.id)).into_response()
}

/// A query that could not be saved: which, where it was saved before; its name and text as typed.
type Draft = (Option<i64>, String, String);

/// What the form of a query sends.
#[derive(Deserialize)]
pub struct QueryForm {
    name: String,
    text: String,
    /// Whether it is to be kept although it is found nearly everywhere: what it would have found was seen.
    #[serde(default)]
    sure: String,
    #[serde(default)]
    remove: String,
}

/// Refuses what a query cannot be: unreadable, with the place marked; or so wide that it is kept only by who has seen what it would have
/// found. Gives the page that says so.
async fn held(desk: Desk, brand: &Brand, of: Option<i64>, form: &QueryForm) -> Result<Result<Desk, Response>, Failure> {
    let (name, text) = (form.name.clone(), form.text.clone());
    match checked(&form.text) {
        Err(QueryRefused::Unread(wrong)) => {
            let problem = problem(&form.text, &wrong);
            let shown = brand_page(desk, brand.clone(), Some((of, name, text)), Some(problem), Vec::new()).await?;
            Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response()))
        }
        Err(QueryRefused::Wide(_)) if form.sure != "yes" => {
            let shown = backtest::shown(desk, brand.clone(), of, name, text).await?;
            Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response()))
        }
        _ => Ok(Ok(desk)),
    }
}

/// Adds a query; one that cannot be used comes back with the place marked.
pub async fn add_query(desk: Desk, Path(id): Path<i64>, Form(form): Form<QueryForm>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let desk = match held(desk, &brand, None, &form).await? {
        Ok(desk) => desk,
        Err(shown) => return Ok(shown),
    };
    let name = named(&desk, &form.name).map_err(Failure::Bad)?;
    desk.app.world.store.create_query(brand.organisation, brand.id, &name, &form.text).await?;
    Ok(back(&brand))
}

/// Saves or removes a query.
pub async fn save_query(
    desk: Desk,
    Path((id, query)): Path<(i64, i64)>,
    Form(form): Form<QueryForm>,
) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let store = &desk.app.world.store;
    let known = store.queries(brand.organisation).await?;
    let mut saved =
        known.into_iter().find(|q| q.id == QueryId(query) && q.brand == brand.id).ok_or(Failure::NotFound)?;
    if form.remove == "yes" {
        store.delete_query(brand.organisation, saved.id).await?;
        return Ok(back(&brand));
    }
    let desk = match held(desk, &brand, Some(query), &form).await? {
        Ok(desk) => desk,
        Err(shown) => return Ok(shown),
    };
    let store = &desk.app.world.store;
    saved.name = named(&desk, &form.name).map_err(Failure::Bad)?;
    saved.text = form.text;
    store.update_query(&saved).await?;
    Ok(back(&brand))
}

/// Saves the places: those without a name are let go.
pub async fn save_places(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let mut brand = desk.brand(id, Right::Configure).await?;
    brand.places = places_of(&form);
    for place in &brand.places {
        named(&desk, &place.name).map_err(Failure::Bad)?;
    }
    desk.app.world.store.update_brand(&brand).await?;
    Ok(back(&brand))
}

/// The places of a form: pairs of `place` and `watch`; those without a name are let go.
pub(super) fn places_of(form: &[u8]) -> Vec<Place> {
    let (mut names, mut watches) = (Vec::new(), Vec::new());
    for (name, value) in url::form_urlencoded::parse(form) {
        match name.as_ref() {
            "place" => names.push(value.trim().to_owned()),
            "watch" => watches.push(match value.as_ref() {
                "watched" => Watch::Watched,
                "mails" => Watch::Mails,
                _ => Watch::NotWatched,
            }),
            _ => {}
        }
    }
    let places = names.into_iter().zip(watches).filter(|(name, _)| !name.is_empty());
    places.map(|(name, watch)| Place { name, watch }).collect()
}
