//! Reviews side by side, and how good detection was.

use super::cases::value;
use super::problem::Problem;
use super::seat::{Inspects, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

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
