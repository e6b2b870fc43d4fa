//! The days that are ahead by the plan, the address by which one's own calendar reads them, and what each person of the plan showed.

use super::idempotency::Kept;
use super::problem::Problem;
use super::seat::{Inspects, Seat};
use crate::auth::doorstep;
use crate::state::App;
use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::calendar::Due;
use domain::training::Part;
use engine::practice::Standing;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use words::{Locale, Words};

/// The days that are ahead.
#[derive(Serialize, ToSchema)]
pub struct CalendarOut {
    /// The days, the next first; none without a plan.
    days: Vec<DayOut>,
    /// Since when the one who asks has an address of it; absent where they have none.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

/// Something with its day.
#[derive(Serialize, ToSchema)]
pub struct DayOut {
    /// When, or when first.
    #[schema(example = "2026-11-24")]
    day: String,
    /// `drill`, `confirm`, `expires` or `team`.
    kind: &'static str,
    /// About what: the title of a scenario, of a reply with its language; empty where it is about everybody.
    about: String,
    /// The months on whose first day it comes back each year.
    months: Vec<i8>,
    /// The same for the same thing, whatever its day: the event's UID in the calendar.
    uid: String,
    /// What is to be done, in English.
    what: String,
}

fn out(words: &Words, due: Due) -> DayOut {
    let (what, _) = words::calendar::told(words, &due);
    let Due { day, kind, about, months, uid } = due;
    DayOut { day: day.to_string(), kind: kind.code(), about, months, uid, what }
}

/// What comes back by the plan, as days: drills, confirmations, approvals that run out, the look at the team.
#[utoipa::path(get, operation_id = "get_calendar", path = "/organisations/{organisation}/calendar", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = CalendarOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<CalendarOut>, Problem> {
    let days = engine::practice::days(&app.world, seat.organisation, &app.waking.origin).await?.unwrap_or_default();
    let words = Words::new(Locale::En, "UTC", app.world.clock.now());
    let since = app.world.store.calendar_link(seat.organisation, seat.person).await?;
    Ok(Json(CalendarOut { days: days.into_iter().map(|due| out(&words, due)).collect(), since }))
}

/// The address of somebody's calendar.
#[derive(Serialize, ToSchema)]
pub struct CalendarLinkOut {
    /// The address, once; absent when the answer is given again to an idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

/// Makes the address by which the calendar of the one who asks reads these days, or another in its place: the one before opens nothing any more.
#[utoipa::path(post, operation_id = "make_calendar_link", path = "/organisations/{organisation}/calendar/link", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = CalendarLinkOut)))]
pub async fn make_link(
    seat: Seat<Inspects>,
    State(app): State<App>,
) -> Result<(StatusCode, Extension<Kept>, Json<CalendarLinkOut>), Problem> {
    let path = doorstep::calendar_link(&app.world, seat.organisation, seat.person).await?;
    let kept = Kept::of(&CalendarLinkOut { link: None })?;
    let made = CalendarLinkOut { link: Some(format!("{}{path}", app.waking.origin)) };
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Takes that address back: it opens nothing any more.
#[utoipa::path(delete, operation_id = "withdraw_calendar_link", path = "/organisations/{organisation}/calendar/link", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn withdraw_link(seat: Seat<Inspects>, State(app): State<App>) -> Result<StatusCode, Problem> {
    doorstep::without_calendar_link(&app.world, seat.organisation, seat.person).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody of the plan with a role, and when they last showed each part of the training, within a year.
#[derive(Serialize, ToSchema)]
pub struct StandingOut {
    /// Their name in the plan.
    person: String,
    /// What they are called.
    name: String,
    /// They saw a risk.
    #[schema(value_type = Option<String>, format = DateTime)]
    spot: Option<Timestamp>,
    /// They responded properly.
    #[schema(value_type = Option<String>, format = DateTime)]
    respond: Option<Timestamp>,
    /// They communicated well.
    #[schema(value_type = Option<String>, format = DateTime)]
    speak: Option<Timestamp>,
}

/// What each person of the plan with a role showed, in drills that they played and by the training of the link for staff.
#[utoipa::path(get, operation_id = "get_practice", path = "/organisations/{organisation}/practice", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Vec<StandingOut>)))]
pub async fn practice(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<Vec<StandingOut>>, Problem> {
    let standing = engine::practice::standing(&app.world, seat.organisation).await?;
    let out = |Standing { id, name, status }: Standing| {
        let at = |part: Part| status.get(&part).copied();
        StandingOut { person: id, name, spot: at(Part::Spot), respond: at(Part::Respond), speak: at(Part::Speak) }
    };
    Ok(Json(standing.into_iter().map(out).collect()))
}
