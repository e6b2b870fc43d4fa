//! Organisations, brands and their timelines.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Anybody, Asked, At, Body, Configures, Reads, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use domain::brand::{Brand, BrandRole, Place, Watch};
use domain::id::BrandId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::NewBrand;
use utoipa::{IntoParams, ToSchema};

/// Longest name, in characters.
const NAME: usize = 200;
/// Most accounts, most places.
const LIST: usize = 500;
/// Most points of a timeline.
const POINTS: i64 = 5_000;

/// An organisation of the one who asks.
#[derive(Serialize, ToSchema)]
pub struct OrganisationOut {
    /// Its id.
    id: i64,
    /// Its name.
    name: String,
    /// What the one who asks is in it.
    #[schema(example = "social-manager")]
    role: String,
}

/// A brand.
#[derive(Serialize, ToSchema)]
pub struct BrandOut {
    /// Its id.
    id: i64,
    /// Its name as shown.
    name: String,
    /// Own, competitor or industry.
    role: RoleOfBrand,
    /// IANA zone of its charts.
    zone: String,
    /// Accounts that speak for it; what they publish is no mention.
    own_accounts: Vec<String>,
    /// Where its customers talk.
    places: Vec<PlaceOfBrand>,
}

/// A brand to be watched.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandIn {
    /// Its name as shown.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// Own, competitor or industry; own where it is not said.
    role: Option<RoleOfBrand>,
    /// IANA zone of its charts; UTC where it is not said.
    zone: Option<String>,
    /// Accounts that speak for it.
    #[serde(default)]
    own_accounts: Vec<String>,
    /// Where its customers talk.
    #[serde(default)]
    places: Vec<PlaceOfBrand>,
}

/// What changes of a brand; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandChange {
    /// Its name as shown.
    name: Option<String>,
    /// Own, competitor or industry.
    role: Option<RoleOfBrand>,
    /// IANA zone of its charts.
    zone: Option<String>,
    /// Accounts that speak for it.
    own_accounts: Option<Vec<String>>,
    /// Where its customers talk.
    places: Option<Vec<PlaceOfBrand>>,
}

/// Why a brand is watched.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum RoleOfBrand {
    /// Ours to protect.
    Own,
    /// A competitor.
    Competitor,
    /// The trade as a whole.
    Industry,
}

/// One place where a brand's customers talk.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PlaceOfBrand {
    /// Its name.
    name: String,
    /// `watched`, `mails` or `not-watched`.
    #[schema(value_type = String, example = "not-watched")]
    watch: Watch,
}

impl From<Brand> for BrandOut {
    fn from(brand: Brand) -> Self {
        let role = match brand.role {
            BrandRole::Own => RoleOfBrand::Own,
            BrandRole::Competitor => RoleOfBrand::Competitor,
            BrandRole::Industry => RoleOfBrand::Industry,
        };
        let places = brand.places.into_iter().map(|Place { name, watch }| PlaceOfBrand { name, watch }).collect();
        Self { id: brand.id.0, name: brand.name, role, zone: brand.zone, own_accounts: brand.own_accounts, places }
    }
}

impl From<RoleOfBrand> for BrandRole {
    fn from(role: RoleOfBrand) -> Self {
        match role {
            RoleOfBrand::Own => Self::Own,
            RoleOfBrand::Competitor => Self::Competitor,
            RoleOfBrand::Industry => Self::Industry,
        }
    }
}

fn places(places: Vec<PlaceOfBrand>) -> Vec<Place> {
    places.into_iter().map(|PlaceOfBrand { name, watch }| Place { name, watch }).collect()
}

/// Accounts as they are kept: folded, without `@`.
fn accounts(accounts: Vec<String>) -> Vec<String> {
    accounts.iter().map(|account| text::token::fold(account.trim().trim_start_matches('@'))).collect()
}

/// A name as it is kept.
pub(super) fn name(name: &str) -> Result<String, Problem> {
    domain::name::checked(name).map_err(|wrong| Problem::bad(format!("`name`: {wrong}")))
}

/// A time zone that exists.
pub(super) fn zone(zone: &str) -> Result<String, Problem> {
    match jiff::tz::TimeZone::get(zone) {
        Ok(_) => Ok(zone.to_owned()),
        Err(_) => Err(Problem::bad(format!("`{zone}` is no time zone; write one as in `Europe/Amsterdam`"))),
    }
}

fn bounded(accounts: &[String], places: &[Place]) -> Result<(), Problem> {
    for place in places {
        name(&place.name)?;
    }
    let texts = || accounts.iter().chain(places.iter().map(|place| &place.name));
    if accounts.len() > LIST
        || places.len() > LIST
        || texts().any(|text| text.trim().is_empty() || text.len() > 4 * NAME)
    {
        return Err(Problem::bad(format!(
            "`own_accounts` and `places` hold at most {LIST} names, none empty or very long"
        )));
    }
    Ok(())
}

/// The organisations of the one who asks.
#[utoipa::path(get, operation_id = "list_organisations", path = "/organisations", tag = "organisations", responses((status = 200, description = "Done.", body = Page<OrganisationOut>)), params(PageAsked))]
pub async fn organisations(
    Anybody(principal): Anybody,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<OrganisationOut>>, Problem> {
    let all = principal.memberships.into_iter().map(|(organisation, role)| OrganisationOut {
        id: organisation.id.0,
        name: organisation.name,
        role: role.code().to_owned(),
    });
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// The brands of an organisation.
#[utoipa::path(get, operation_id = "list_brands", path = "/organisations/{organisation}/brands", tag = "brands",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<BrandOut>)))]
pub async fn list(
    seat: Seat<Reads>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<BrandOut>>, Problem> {
    let all = app.world.store.brands(seat.organisation).await?.into_iter().map(BrandOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// Adds a brand.
#[utoipa::path(post, operation_id = "create_brand", path = "/organisations/{organisation}/brands", tag = "brands", request_body = BrandIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = BrandOut)))]
pub async fn create(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<BrandIn>,
) -> Result<(StatusCode, Json<BrandOut>), Problem> {
    let new = NewBrand {
        name: name(&new.name)?,
        role: new.role.unwrap_or(RoleOfBrand::Own).into(),
        zone: zone(new.zone.as_deref().unwrap_or("UTC"))?,
        own_accounts: accounts(new.own_accounts),
        places: places(new.places),
    };
    bounded(&new.own_accounts, &new.places)?;
    let brand = app.world.store.create_brand(seat.organisation, new).await?;
    Ok((StatusCode::CREATED, Json(brand.into())))
}

/// Changes a brand.
#[utoipa::path(patch, operation_id = "change_brand", path = "/organisations/{organisation}/brands/{brand}", tag = "brands", request_body = BrandChange,
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = BrandOut)))]
pub async fn update(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(change): Body<BrandChange>,
) -> Result<Json<BrandOut>, Problem> {
    let mut brand = app.world.store.brand(seat.organisation, BrandId(id)).await?;
    if let Some(new) = change.name {
        brand.name = name(&new)?;
    }
    if let Some(new) = change.zone {
        brand.zone = zone(&new)?;
    }
    brand.role = change.role.map_or(brand.role, BrandRole::from);
    brand.own_accounts = change.own_accounts.map_or(brand.own_accounts, accounts);
    brand.places = change.places.map_or(brand.places, places);
    bounded(&brand.own_accounts, &brand.places)?;
    app.world.store.update_brand(&brand).await?;
    Ok(Json(brand.into()))
}

/// Which stretch of a timeline is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Stretch {
    /// From when; a day before `until` where it is not said.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// Until when; now where it is not said.
    #[param(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Minutes from one point to the next, 1 to 1440; 10 where it is not said.
    #[param(minimum = 1, maximum = 1440)]
    step: Option<i64>,
}

/// Expected against observed.
#[derive(Serialize, ToSchema)]
pub struct Timeline {
    /// Its points, oldest first: each a sum over the detector's longest window.
    points: Vec<Point>,
}

/// One point of a timeline.
#[derive(Serialize, ToSchema)]
pub struct Point {
    /// The end of the window.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// What was counted in it.
    observed: i64,
    /// What was expected.
    expected: f64,
    /// Nine in ten such sums are from here…
    low: i64,
    /// …to here.
    high: i64,
}

/// The mentions of a brand against what was expected.
#[utoipa::path(get, operation_id = "brand_timeline", path = "/organisations/{organisation}/brands/{brand}/timeline", tag = "brands",
    params(("organisation" = i64, Path), ("brand" = i64, Path), Stretch), responses((status = 200, description = "Done.", body = Timeline)))]
pub async fn timeline(
    seat: Seat<Reads>,
    State(app): State<App>,
    At(id): At<i64>,
    Asked(asked): Asked<Stretch>,
) -> Result<Json<Timeline>, Problem> {
    let until = asked.until.unwrap_or_else(|| app.world.clock.now());
    let day_before = until.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    let from = asked.from.unwrap_or(day_before);
    let step = asked.step.unwrap_or(10);
    if !(1..=1440).contains(&step) {
        return Err(Problem::bad("`step` must be from 1 to 1440 minutes"));
    }
    if from >= until || until.duration_since(from).as_secs() / 60 / step > POINTS {
        return Err(Problem::bad(format!("`from` must be before `until`, and at most {POINTS} steps before it")));
    }
    let settings = engine::surge_settings().map_err(engine::EngineError::from)?;
    let points =
        engine::view::timeline(&app.world, &app.memory, &settings, (seat.organisation, BrandId(id)), from, until, step)
            .await?;
    let point = |p: engine::view::TimelinePoint| Point {
        at: p.at,
        observed: p.observed,
        expected: p.expected,
        low: p.low,
        high: p.high,
    };
    Ok(Json(Timeline { points: points.into_iter().map(point).collect() }))
}
