//! Who is called in an organisation and in which order, who was called about a signal, and the acknowledgement.

use super::problem::Problem;
use super::seat::{At, Body, Configures, Inspects, Seat, Triages};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::{OrganisationId, PersonId};
use domain::signal::Verdict;
use domain::waking::{Ladder, Rung};
use engine::waking::Called;
use engine::waking::settings::{self, LadderNow};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Who is called first, and who when nobody acknowledges.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LadderBody {
    /// From the first to the last; at most ten.
    rungs: Vec<RungBody>,
}

/// People who are called together.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RungBody {
    /// Their ids.
    people: Vec<i64>,
    /// Unacknowledged for so many minutes, each is called on their next target, then the next rung is; 1 to 1440.
    after_minutes: u32,
}

/// Who is called first, and who when nobody acknowledges, as it stands.
#[derive(Serialize, ToSchema)]
pub struct LadderOut {
    /// The one that was written, or the members one after the other.
    #[serde(flatten)]
    ladder: LadderBody,
    /// The written one reaches nobody now: the members who have a target are called one after the other. Absent where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    gives_way: Option<bool>,
    /// Those of its people who may not acknowledge: they are told, and the ladder goes on. Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    only_told: Vec<i64>,
}

impl From<LadderNow> for LadderOut {
    fn from(LadderNow { ladder, gives_way, only_told, .. }: LadderNow) -> Self {
        let called: BTreeSet<PersonId> = ladder.rungs.iter().flat_map(|rung| rung.people.clone()).collect();
        let only_told = only_told.intersection(&called).map(|person| person.0).collect();
        let rung = |Rung { people, after_minutes }: Rung| RungBody {
            people: people.into_iter().map(|person| person.0).collect(),
            after_minutes,
        };
        let ladder = LadderBody { rungs: ladder.rungs.into_iter().map(rung).collect() };
        Self { ladder, gives_way: gives_way.then_some(true), only_told }
    }
}

/// An organisation's ladder: the one that was written, or its members one after the other.
#[utoipa::path(get, operation_id = "get_ladder", path = "/organisations/{organisation}/ladder", tag = "organisations",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = LadderOut)))]
pub async fn ladder(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<LadderOut>, Problem> {
    Ok(Json(settings::ladder(&app.world, seat.organisation).await?.into()))
}

/// Writes an organisation's ladder.
#[utoipa::path(put, operation_id = "set_ladder", path = "/organisations/{organisation}/ladder", tag = "organisations", request_body = LadderBody,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = LadderOut)))]
pub async fn set_ladder(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(body): Body<LadderBody>,
) -> Result<Json<LadderOut>, Problem> {
    let rung = |rung: RungBody| Rung {
        people: rung.people.into_iter().map(PersonId).collect(),
        after_minutes: rung.after_minutes,
    };
    let ladder = Ladder { rungs: body.rungs.into_iter().map(rung).collect() };
    settings::set_ladder(&app.world, seat.organisation, &ladder).await?;
    app.waking.decide_at_once().await;
    Ok(Json(settings::ladder(&app.world, seat.organisation).await?.into()))
}

/// Forgets an organisation's ladder: its members are called one after the other again.
#[utoipa::path(delete, operation_id = "reset_ladder", path = "/organisations/{organisation}/ladder", tag = "organisations",
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn reset_ladder(seat: Seat<Configures>, State(app): State<App>) -> Result<StatusCode, Problem> {
    settings::reset_ladder(&app.world, seat.organisation).await?;
    app.waking.decide_at_once().await;
    Ok(StatusCode::NO_CONTENT)
}

/// What was done to wake an organisation's people about a signal.
#[derive(Serialize, ToSchema)]
pub struct TellingOut {
    /// The messages, oldest first.
    calls: Vec<CallOut>,
    /// Who acknowledged its story first, while it is silent and remembered.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerOut>,
}

/// One message that called somebody.
#[derive(Serialize, ToSchema)]
pub struct CallOut {
    /// Whom.
    person: i64,
    /// When it was tried last; before that, since when it waits.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`; absent where the target was taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    /// `waiting`, `sending`, `sent`, `unknown`, `failed`, `stale` or `silenced`.
    state: String,
    /// How often it was tried.
    tries: i64,
}

/// Who acknowledged.
#[derive(Serialize, ToSchema)]
pub struct AnswerOut {
    /// Who.
    person: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Whether they say that it is no problem.
    dismissed: bool,
}

async fn telling(app: &App, organisation: OrganisationId, signal: &str) -> Result<TellingOut, Problem> {
    let told = app.waking.told(organisation, signal).await?;
    let call = |Called { person, at, kind, state, tries, .. }: Called| CallOut {
        person: person.0,
        at,
        kind,
        state: state.code().to_owned(),
        tries,
    };
    let answer = told.answer.map(|(_, a)| AnswerOut { person: a.by.0, at: a.at, dismissed: a.dismissed });
    Ok(TellingOut { calls: told.calls.into_iter().map(call).collect(), answer })
}

/// Who was called about a signal, what came of it, and who acknowledged first.
#[utoipa::path(get, operation_id = "get_calls", path = "/organisations/{organisation}/signals/{signal}/calls", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = TellingOut)))]
pub async fn calls(
    seat: Seat<Inspects>,
    State(app): State<App>,
    At(id): At<String>,
) -> Result<Json<TellingOut>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    Ok(Json(telling(&app, seat.organisation, &row.id).await?))
}

/// Says that somebody has seen a signal: its story is silent until it is materially worse. Who was first stays first; the answer tells who.
#[utoipa::path(post, operation_id = "acknowledge_signal", path = "/organisations/{organisation}/signals/{signal}/acknowledge", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = TellingOut)))]
pub async fn acknowledge(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<String>,
) -> Result<Json<TellingOut>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    let told = telling(&app, seat.organisation, &row.id).await?;
    if told.answer.is_some() && row.label.is_some() {
        return Ok(Json(told));
    }
    app.waking.label(seat.organisation, &row.id, Verdict::Confirmed, "", seat.person).await?;
    Ok(Json(telling(&app, seat.organisation, &row.id).await?))
}
