//! Reviews side by side, and how good detection was.

use super::cases::value;
use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::CaseId;
use domain::signal::{Budget, Often};
use engine::review::Try;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Reviews side by side.
#[derive(Serialize, ToSchema)]
pub struct ReviewsOut {
    /// One line a case, what was opened last first: moments, seconds from one to the next, deadlines met of those that ended, answered of those taken on,
    /// lessons drawn, in the plan, tried by a drill. What is not known is null.
    #[schema(value_type = Vec<Object>)]
    reviews: serde_json::Value,
}

/// How good detection was.
#[derive(Serialize, ToSchema)]
pub struct QualityOut {
    /// Of alerts and of notices: how many were raised, confirmed, dismissed; precision with its interval, the delay, how many called somebody at night and how
    /// often in a thousand nights. Too few to tell is `unknown`.
    #[schema(value_type = Object)]
    quality: serde_json::Value,
}

/// Whose paper reviews are written on.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterheadBody {
    /// Who gives the review.
    name: String,
    /// As `#1a5fb4`.
    colour: String,
}

/// The letterhead of reviews: an agency's name and colour stand on them then, and Vigie's name nowhere. `null`: there is none.
#[utoipa::path(get, operation_id = "get_letterhead", path = "/organisations/{organisation}/letterhead", tag = "cases",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Option<LetterheadBody>)))]
pub async fn letterhead(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<Option<LetterheadBody>>, Problem> {
    let head = engine::review::letterhead(&app.world, seat.organisation).await?;
    Ok(Json(head.map(|head| LetterheadBody { name: head.name, colour: head.colour })))
}

/// Sets the letterhead of reviews.
#[utoipa::path(put, operation_id = "set_letterhead", path = "/organisations/{organisation}/letterhead", tag = "cases", request_body = LetterheadBody,
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn set_letterhead(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(LetterheadBody { name, colour }): Body<LetterheadBody>,
) -> Result<StatusCode, Problem> {
    engine::review::set_letterhead(&app.world, seat.organisation, Some((&name, &colour))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the letterhead away.
#[utoipa::path(delete, operation_id = "unset_letterhead", path = "/organisations/{organisation}/letterhead", tag = "cases",
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn unset_letterhead(seat: Seat<Configures>, State(app): State<App>) -> Result<StatusCode, Problem> {
    engine::review::set_letterhead(&app.world, seat.organisation, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The reviews of the newest cases, each in one line.
#[utoipa::path(get, operation_id = "compare_reviews", path = "/organisations/{organisation}/reviews", tag = "cases",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = ReviewsOut)))]
pub async fn reviews(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<ReviewsOut>, Problem> {
    let compared = engine::review::compare(&app.world, seat.organisation).await?;
    Ok(Json(ReviewsOut { reviews: value(&compared)? }))
}

/// How good detection was in the last half year, from what people said of its signals.
#[utoipa::path(get, operation_id = "get_detection_quality", path = "/organisations/{organisation}/quality", tag = "signals",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = QualityOut)))]
pub async fn quality(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<QualityOut>, Problem> {
    let measured = engine::review::measured(&app.world, seat.organisation).await?;
    Ok(Json(QualityOut { quality: value(&measured)? }))
}

/// What is tried.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TryIn {
    /// A query beside those that the brand has, in the query language.
    query: Option<String>,
    /// How often notices may be told of: `day`, `week`, `month`. With `alert`.
    notice: Option<String>,
    /// How often alerts may be told of: `month`, `two_months`, `half_year`. With `notice`.
    alert: Option<String>,
}

/// What it would have shown.
#[derive(Serialize, ToSchema)]
pub struct TriedOut {
    /// The first signal before the case was heard of, as things are and with what is tried, how many seconds sooner, how many signals there would have been in
    /// all, and what was not kept and so cannot be tried.
    #[schema(value_type = Object)]
    tried: serde_json::Value,
}

/// What would have shown a case earlier: a query or a budget, tried on stored posts of the weeks before it. Changes nothing.
#[utoipa::path(get, operation_id = "try_earlier", path = "/organisations/{organisation}/cases/{case}/earlier", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path), TryIn), responses((status = 200, description = "Done.", body = TriedOut)))]
pub async fn earlier(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Asked(asked): Asked<TryIn>,
) -> Result<Json<TriedOut>, Problem> {
    let often = |code: &str| Often::from_code(code).ok_or_else(|| Failure::Bad(format!("`{code}` is no choice")));
    let budget = match (&asked.notice, &asked.alert) {
        (Some(notice), Some(alert)) => Some(Budget { notice: often(notice)?, alert: often(alert)? }),
        (None, None) => None,
        _ => return Err(Failure::Bad("say both `notice` and `alert`, or neither".to_owned()).into()),
    };
    if let Some(wrong) = asked.query.as_ref().and_then(|text| query::parse(text).err()) {
        return Err(Failure::Bad(format!("`query` cannot be read: {wrong}")).into());
    }
    let tried =
        engine::review::tried(&app.world, seat.organisation, CaseId(id), &Try { query: asked.query, budget }).await?;
    Ok(Json(TriedOut { tried: value(&tried)? }))
}
