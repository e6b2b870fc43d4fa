//! Saved searches.

use super::brands::name;
use super::page::{Page, PageAsked};
use super::problem::{Problem, WrongQuery};
use super::seat::{Asked, At, Body, Configures, Inspects, Seat};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use domain::brand::{Brand, BrandQuery};
use domain::id::{BrandId, QueryId};
use domain::setup::{QueryRefused, checked};
use engine::backtest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A saved search of a brand.
#[derive(Serialize, ToSchema)]
pub struct QueryOut {
    /// Its id.
    id: i64,
    /// Its brand.
    brand: i64,
    /// Its name as shown.
    name: String,
    /// What it asks.
    text: String,
}

impl From<BrandQuery> for QueryOut {
    fn from(query: BrandQuery) -> Self {
        Self { id: query.id.0, brand: query.brand.0, name: query.name, text: query.text }
    }
}

/// A search to be saved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryIn {
    /// Its brand.
    brand: i64,
    /// Its name as shown.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// What it asks, in the query language.
    #[schema(example = "(acme OR #acme) AND NOT job*")]
    text: String,
    /// Keep it although a word that stands in very many texts finds it.
    #[serde(default)]
    wide: bool,
}

/// What changes of a query; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryChange {
    /// Its name as shown.
    name: Option<String>,
    /// What it asks.
    text: Option<String>,
    /// Keep it although a word that stands in very many texts finds it.
    #[serde(default)]
    wide: bool,
}

/// A query to be checked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryText {
    /// What it asks.
    text: String,
}

/// What there is to say of a query.
#[derive(Serialize, ToSchema)]
pub struct Checked {
    /// Whether it can be used.
    good: bool,
    /// It as it is understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<String>,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong: Option<WrongQuery>,
}

/// Weeks back in which a wide query is tried.
const WEEKS: i64 = 4;

/// Refuses a query that cannot be read, and one that would find nearly everything unless that is wanted: then it says what it would have
/// found. `of` is the saved one that it takes the place of.
async fn held(app: &App, brand: Brand, of: Option<QueryId>, text: &str, wide: bool) -> Result<(), Problem> {
    let warning = match checked(text) {
        Err(QueryRefused::Unread(wrong)) => return Err(Problem::wrong_query(text, &wrong)),
        Err(QueryRefused::Wide(warning)) if !wide => warning,
        _ => return Ok(()),
    };
    let saved = app.world.store.queries(brand.organisation).await?.into_iter();
    let others = saved.filter(|query| query.brand == brand.id && Some(query.id) != of).map(|query| query.text);
    let queries = others.filter(|text| query::parse(text).is_ok()).chain([text.to_owned()]).collect();
    let asked = backtest::Asked { brand, queries, weeks: WEEKS };
    let found = backtest::run(&app.world, &asked, backtest::Bounds::default()).await?;
    let why = format!(
        "{warning}: of {} posts stored in the last {WEEKS} weeks the brand's queries would find {}, and find {} now; narrow it, or send `wide` as true to keep it",
        found.looked, found.changed.mentions, found.present.mentions
    );
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "wide-query", why))
}

/// The queries of an organisation.
#[utoipa::path(get, operation_id = "list_queries", path = "/organisations/{organisation}/queries", tag = "queries",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<QueryOut>)))]
pub async fn list(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<QueryOut>>, Problem> {
    let all = app.world.store.queries(seat.organisation).await?.into_iter().map(QueryOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// Saves a search; one that cannot be read is refused with the place.
#[utoipa::path(post, operation_id = "create_query", path = "/organisations/{organisation}/queries", tag = "queries", request_body = QueryIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = QueryOut)))]
pub async fn create(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<QueryIn>,
) -> Result<(StatusCode, Json<QueryOut>), Problem> {
    let name = name(&new.name)?;
    let brand = app.world.store.brand(seat.organisation, BrandId(new.brand)).await?;
    held(&app, brand, None, &new.text, new.wide).await?;
    let made = app.world.store.create_query(seat.organisation, BrandId(new.brand), &name, &new.text).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Changes a query.
#[utoipa::path(patch, operation_id = "change_query", path = "/organisations/{organisation}/queries/{query}", tag = "queries", request_body = QueryChange,
    params(("organisation" = i64, Path), ("query" = i64, Path)), responses((status = 200, description = "Done.", body = QueryOut)))]
pub async fn update(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<QueryChange>,
) -> Result<Json<QueryOut>, Problem> {
    let all = app.world.store.queries(seat.organisation).await?;
    let mut query = all.into_iter().find(|query| query.id == QueryId(id)).ok_or(Failure::NotFound)?;
    if let Some(new) = change.name {
        query.name = name(&new)?;
    }
    if let Some(new) = change.text {
        let brand = app.world.store.brand(seat.organisation, query.brand).await?;
        held(&app, brand, Some(query.id), &new, change.wide).await?;
        query.text = new;
    }
    app.world.store.update_query(&query).await?;
    Ok(Json(query.into()))
}

/// Takes a query away; the mentions it brought stay.
#[utoipa::path(delete, operation_id = "delete_query", path = "/organisations/{organisation}/queries/{query}", tag = "queries",
    params(("organisation" = i64, Path), ("query" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn delete(seat: Seat<Configures>, State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    app.world.store.delete_query(seat.organisation, QueryId(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says whether a query can be used, and what is wrong with it; changes nothing.
#[utoipa::path(post, operation_id = "check_query", path = "/organisations/{organisation}/queries/check", tag = "queries", request_body = QueryText,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Checked)))]
pub async fn check(_: Seat<Inspects>, Body(asked): Body<QueryText>) -> Json<Checked> {
    Json(match query::parse(&asked.text) {
        Ok(parsed) => Checked { good: true, canonical: Some(parsed.to_string()), wrong: None },
        Err(wrong) => Checked { good: false, canonical: None, wrong: Some(WrongQuery::new(&asked.text, &wrong)) },
    })
}
