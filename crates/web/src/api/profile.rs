//! What is said of an organisation: its country, its hours, its languages, its clock.

use super::problem::Problem;
use super::seat::{Body, Configures, Inspects, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::organisation::Organisation;
use domain::setup::{ProfileChange, ProfileError};
use engine::setup::Said;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The language of the pages that no token has: what it lets expect stands only where nobody said anything.
const NOBODYS: &str = "en";

/// What is said of an organisation.
#[derive(Serialize, ToSchema)]
pub struct ProfileOut {
    /// Whether somebody said it; else it is only expected.
    said: bool,
    /// How many look after it: `solo`, `team` or `agency`.
    size: String,
    /// The country whose law applies.
    country: String,
    /// The country that its plan names, where that is another: the terms of the law follow the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    country_of_plan: Option<String>,
    /// The number to call there in an emergency.
    emergency: String,
    /// The languages of its customers.
    languages: Vec<String>,
    /// When it is usually open.
    opening: OpeningBody,
    /// The IANA zone of its brands.
    zone: String,
    /// The code of its trade.
    #[serde(skip_serializing_if = "Option::is_none")]
    trade: Option<String>,
}

/// When it is usually open.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningBody {
    /// The first open day of the week, 1 is Monday.
    #[schema(minimum = 1, maximum = 7)]
    first_day: u8,
    /// The last open day of the week.
    #[schema(minimum = 1, maximum = 7)]
    last_day: u8,
    /// When it opens, by the clock of its zone.
    #[schema(example = "09:30")]
    from: String,
    /// When it closes; after midnight where it is before it opens.
    #[schema(example = "18:30")]
    until: String,
}

/// What changes of it; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileIn {
    /// `solo`, `team` or `agency`.
    size: Option<String>,
    /// The country whose law applies: ISO 3166.
    #[schema(example = "FR")]
    country: Option<String>,
    /// The languages of its customers, one at least.
    languages: Option<Vec<String>>,
    /// When it is usually open.
    opening: Option<OpeningBody>,
    /// The IANA zone; its brands that had the one before go with it, and the clocks of those people who look after nothing else.
    #[schema(example = "Europe/Paris")]
    zone: Option<String>,
}

impl From<Said> for ProfileOut {
    fn from(said: Said) -> Self {
        let Said { profile, is_said, zone, planned } = said;
        let (from, until) = profile.opening.clocks();
        Self {
            said: is_said,
            size: profile.size.code().to_owned(),
            country: profile.country.code().to_owned(),
            country_of_plan: planned,
            emergency: profile.country.emergency().to_owned(),
            languages: profile.languages.iter().map(|language| language.code().to_owned()).collect(),
            opening: OpeningBody {
                first_day: profile.opening.first_day,
                last_day: profile.opening.last_day,
                from,
                until,
            },
            zone,
            trade: profile.trade,
        }
    }
}

impl From<ProfileIn> for ProfileChange {
    fn from(body: ProfileIn) -> Self {
        let days = body.opening.as_ref().map(|opening| (opening.first_day, opening.last_day));
        Self {
            size: body.size,
            country: body.country,
            languages: body.languages,
            days,
            hours: body.opening.map(|opening| (opening.from, opening.until)),
            zone: body.zone,
        }
    }
}

async fn organisation<N>(app: &App, seat: &Seat<N>) -> Result<Organisation, Problem> {
    Ok(app.world.store.organisation(seat.organisation).await?)
}

/// What is said of an organisation: its country, its hours, its languages, its clock.
#[utoipa::path(get, operation_id = "get_profile", path = "/organisations/{organisation}/profile", tag = "organisations",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = ProfileOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<ProfileOut>, Problem> {
    let organisation = organisation(&app, &seat).await?;
    Ok(Json(engine::setup::said(&app.world, &organisation, NOBODYS).await?.into()))
}

/// Changes what is said of an organisation. Nights, law and what is shown follow it from the next look on.
#[utoipa::path(patch, operation_id = "change_profile", path = "/organisations/{organisation}/profile", tag = "organisations",
    request_body = ProfileIn, params(("organisation" = i64, Path)),
    responses((status = 200, description = "Done.", body = ProfileOut)))]
pub async fn change(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(body): Body<ProfileIn>,
) -> Result<Json<ProfileOut>, Problem> {
    let organisation = organisation(&app, &seat).await?;
    match engine::setup::change_profile(&app.world, &organisation, NOBODYS, &body.into()).await? {
        Ok(said) => Ok(Json(said.into())),
        Err(wrong) => Err(Problem::bad(wrong.iter().map(ProfileError::to_string).collect::<Vec<_>>().join("; "))),
    }
}
