//! The review of a case, and lessons: changes of the plan that rest on it.

use super::cases::value;
use super::problem::Problem;
use super::seat::{At, Body, Reads, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::case::Key;
use domain::id::CaseId;
use domain::organisation::Right;
use domain::plan::Change;
use engine::review::{Lesson, Read};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The review of a case.
#[derive(Serialize, ToSchema)]
pub struct ReviewOut {
    /// What was read from the log, and from what stood around it. Moments and numbers; texts by what stands for them in the log.
    #[schema(value_type = Object)]
    review: serde_json::Value,
    /// What stood around it: signals, volumes, sources, what the plan asks for. With the exported folder, all that the review is made of. Absent for who
    /// may only read.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    around: Option<serde_json::Value>,
    /// How the measures that are not over stand now, by their numbers.
    #[schema(value_type = Object)]
    progress: serde_json::Value,
    /// The texts that it names, by what stands for them; none for who may only read.
    texts: BTreeMap<String, String>,
}

/// Something that is to be learned.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LessonBody {
    /// Makes the same lesson one: 1 to 64 letters, digits and `-`.
    #[schema(value_type = String)]
    key: Key,
    /// In a sentence.
    text: String,
    /// Changes of the plan that holds: section, id, field, to.
    #[schema(value_type = Vec<Object>)]
    changes: Vec<Change>,
    /// The records it rests on.
    #[serde(default)]
    records: Vec<u32>,
    /// Whether it goes into the plan now, as a new version; for who may change the plan.
    #[serde(default)]
    merge: bool,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub struct LessonOut {
    /// Its number in the case.
    lesson: u32,
    /// The version of the plan that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<i64>,
}

/// The review of a case, computed from its log. Who may only read, such as a client, gets its numbers: no timeline, no records, no text.
#[utoipa::path(get, operation_id = "get_case_review", path = "/organisations/{organisation}/cases/{case}/review", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path)), responses((status = 200, description = "Done.", body = ReviewOut)))]
pub async fn get(seat: Seat<Reads>, State(app): State<App>, At(id): At<i64>) -> Result<Json<ReviewOut>, Problem> {
    let read = engine::review::read(&app.world, seat.organisation, CaseId(id)).await?;
    let whole = seat.may(Right::Inspect);
    let Read { room, around, mut review, progress, .. } = read;
    if !whole {
        review.for_client();
    }
    let (review, around) = (value(&review)?, whole.then(|| value(&around)).transpose()?);
    let written = review.to_string();
    let (texts, _) = engine::private::texts(&app.world, &room, seat.role()).await?;
    let texts = texts.into_iter().map(|(of, text)| (of.to_string(), text));
    let texts = texts.filter(|(of, _)| whole && written.contains(of)).collect();
    Ok(Json(ReviewOut { review, around, progress: value(&progress)?, texts }))
}

/// Proposes a lesson that rests on a case: changes of the plan that it must take without a new error. With `merge`, it becomes a version of the plan,
/// which says which case it comes from and that no drill has tried it yet. The same key twice is one lesson.
#[utoipa::path(post, operation_id = "draw_lesson", path = "/organisations/{organisation}/cases/{case}/lessons", tag = "cases",
    request_body = LessonBody, params(("organisation" = i64, Path), ("case" = i64, Path)),
    responses((status = 200, description = "Done.", body = LessonOut)))]
pub async fn draw(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<LessonBody>,
) -> Result<Json<LessonOut>, Problem> {
    if body.merge && !seat.may(Right::Configure) {
        return Err(Failure::Forbidden.into());
    }
    let (by, case) = ((seat.person, seat.role()), CaseId(id));
    let LessonBody { key, text, changes, records, merge } = body;
    let lesson = Lesson { key, text, changes, records };
    let number = engine::review::draw(&app.waking, seat.organisation, case, by, &lesson).await?;
    let plan = match merge {
        true => Some(engine::review::merge(&app.waking, seat.organisation, case, by, number).await?),
        false => None,
    };
    Ok(Json(LessonOut { lesson: number, plan }))
}
