//! Drills: what can be played, what is played, its clock, what came of it. Coming in is for browsers: it gives a session of the drill, and no token is good in one.

use super::problem::Problem;
use super::seat::{At, Body, Inspects, ManagesPeople, Rehearses, Seat};
use crate::auth::principal::session_now;
use crate::drills::{self, Report, Start, is_lost};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::PersonId;
use domain::organisation::Right;
use engine::drill::{Brought, Chair, InjectRow, Order, Phase, Status};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{DrillNote, DrillRow};
use utoipa::ToSchema;

/// Drills that are listed.
const LISTED: i64 = 100;

/// What can be played, and what was.
#[derive(Serialize, ToSchema)]
pub struct DrillsOut {
    /// The packs, each with the seats of its plan.
    packs: Vec<PackOut>,
    /// The last hundred drills, the last first.
    drills: Vec<DrillOut>,
}

/// A pack.
#[derive(Serialize, ToSchema)]
pub struct PackOut {
    /// Its name.
    pack: String,
    /// What happens in it.
    title: String,
    /// Its languages, as codes.
    languages: Vec<String>,
    /// How long its story lasts, in minutes.
    minutes: i64,
    /// The people of its plan: what they are cast by.
    seats: Vec<String>,
}

/// A drill.
#[derive(Serialize, ToSchema)]
pub struct DrillOut {
    /// Its id.
    id: i64,
    /// The pack.
    pack: String,
    /// What its posts are drawn from.
    seed: i64,
    /// Who leads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<i64>,
    /// When it was started.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<Timestamp>,
    /// How it stands: `playing`, `finished`, `stopped`, `broke`, `lost`.
    state: String,
    /// Its score in hundredths.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<i64>,
}

fn out(row: DrillRow) -> DrillOut {
    let lost = is_lost(&row, session_now());
    let state = match row.ended.as_str() {
        _ if lost => "lost",
        "" => "playing",
        ended => ended,
    };
    DrillOut {
        id: row.id,
        state: state.to_owned(),
        pack: row.pack,
        seed: row.seed,
        person: row.person.map(|person| person.0),
        started_at: row.started_at,
        ended_at: row.ended_at,
        score: row.score,
    }
}

/// The packs and the drills of an organisation.
#[utoipa::path(get, operation_id = "list_drills", path = "/organisations/{organisation}/drills", tag = "drills",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = DrillsOut)))]
pub async fn list(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<DrillsOut>, Problem> {
    let packs = drills::packs().into_iter().map(|pack| PackOut {
        seats: pack.seats().unwrap_or_default().into_iter().map(|seat| seat.key).collect(),
        minutes: pack.storm_at().duration_until(pack.end()).as_mins(),
        pack: pack.name,
        title: pack.title,
        languages: pack.languages,
    });
    let rows = app.world.store.drills(seat.organisation, LISTED).await?;
    Ok(Json(DrillsOut { packs: packs.collect(), drills: rows.into_iter().map(out).collect() }))
}

/// How a drill is to be played.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartBody {
    /// The pack, by its name.
    pack: String,
    /// What its posts are drawn from; 1 where nothing is said.
    #[serde(default = "one")]
    seed: u32,
    /// How many virtual seconds pass in one: 1, 2, 4, 10, 30 or 60; 1 where nothing is said.
    #[serde(default = "one")]
    pace: u32,
    /// Who plays whom: seats of the plan, and members by their ids. The rules play the others.
    cast: BTreeMap<String, i64>,
}

fn one() -> u32 {
    1
}

/// Sets a drill up. It goes to shortly before its story and stands there until it is let go by `resume`.
#[utoipa::path(post, operation_id = "start_drill", path = "/organisations/{organisation}/drills", tag = "drills",
    request_body = StartBody, params(("organisation" = i64, Path)), responses((status = 201, description = "Done.", body = DrillOut)))]
pub async fn start(
    seat: Seat<Rehearses>,
    State(app): State<App>,
    Body(body): Body<StartBody>,
) -> Result<(StatusCode, Json<DrillOut>), Problem> {
    let cast = body.cast.into_iter().map(|(seat, person)| (seat, PersonId(person))).collect();
    let asked = Start { pack: body.pack, seed: u64::from(body.seed), pace: body.pace, cast };
    let id = app.drills.start(&app, seat.organisation, seat.person, &asked).await?;
    let (row, _) = app.world.store.drill(seat.organisation, id).await?;
    Ok((StatusCode::CREATED, Json(out(row))))
}

/// A drill with where it stands and what came of it.
#[derive(Serialize, ToSchema)]
pub struct DrillDetail {
    #[serde(flatten)]
    drill: DrillOut,
    /// Who plays whom.
    #[schema(value_type = Vec<Object>)]
    seats: Vec<Chair>,
    /// Where it stands; absent where it is not played here.
    #[serde(skip_serializing_if = "Option::is_none")]
    stands: Option<StandsOut>,
    /// What whoever led it wrote down; for who may lead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteOut>,
    /// The score and what it rests on, once it is over; reviews and folders of its cases are given by the pages.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<serde_json::Value>,
}

/// Where a drill stands.
#[derive(Serialize, ToSchema)]
pub struct StandsOut {
    /// The virtual time.
    #[schema(value_type = String, format = DateTime)]
    now: Timestamp,
    /// `before` (the calm days are played), `on`, `over` (it is being scored).
    phase: String,
    /// How many virtual seconds pass in one.
    pace: u32,
    /// Whether time stands.
    paused: bool,
    /// What is brought in; for who may lead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    injects: Vec<InjectOut>,
}

/// Something that is brought in.
#[derive(Serialize, ToSchema)]
pub struct InjectOut {
    /// Its number.
    number: usize,
    /// `call`, `absent`, `fact` or `contradicts`.
    kind: String,
    /// What is said.
    text: String,
    /// When it is due by the pack.
    #[schema(value_type = String, format = DateTime)]
    due: Timestamp,
    /// `to-come`, `in` or `out`.
    state: String,
}

/// A note.
#[derive(Serialize, ToSchema)]
pub struct NoteOut {
    /// What time it was in the drill.
    #[schema(value_type = String, format = DateTime)]
    played_at: Timestamp,
    /// What.
    text: String,
}

fn stands(status: Status, may_lead: bool) -> StandsOut {
    let phase = match status.phase {
        Phase::Before => "before",
        Phase::On => "on",
        Phase::Over => "over",
    };
    let inject = |row: InjectRow| InjectOut {
        number: row.number,
        kind: row.kind,
        text: row.text,
        due: row.due,
        state: match row.brought {
            None => "to-come",
            Some(Brought::In(_)) => "in",
            Some(Brought::Out(_)) => "out",
        }
        .to_owned(),
    };
    let injects = if may_lead { status.injects.into_iter().map(inject).collect() } else { Vec::new() };
    StandsOut { now: status.now, phase: phase.to_owned(), pace: status.pace, paused: status.paused, injects }
}

/// A drill: where it stands while it is played here, and what came of it.
#[utoipa::path(get, operation_id = "get_drill", path = "/organisations/{organisation}/drills/{drill}", tag = "drills",
    params(("organisation" = i64, Path), ("drill" = i64, Path)), responses((status = 200, description = "Done.", body = DrillDetail)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<DrillDetail>, Problem> {
    let (row, report) = app.world.store.drill(seat.organisation, id).await?;
    let may_lead = seat.may(Right::Rehearse);
    let notes = if may_lead { app.world.store.drill_notes(seat.organisation, id).await? } else { Vec::new() };
    let told = match report.as_str() {
        "" => None,
        kept => {
            let kept: Report = serde_json::from_str(kept).map_err(|error| Failure::Ours(error.to_string()))?;
            Some(serde_json::to_value(kept.outcome).map_err(|error| Failure::Ours(error.to_string()))?)
        }
    };
    Ok(Json(DrillDetail {
        seats: serde_json::from_str(&row.seats).unwrap_or_default(),
        stands: app.drills.get(id).map(|running| stands(running.status(), may_lead)),
        notes: notes.into_iter().map(|note| NoteOut { played_at: note.played_at, text: note.text }).collect(),
        report: told,
        drill: out(row),
    }))
}

/// In how many drills somebody was found.
#[derive(Serialize, ToSchema)]
pub struct ErasedOut {
    /// So many kept drills do not name them any more.
    drills: i64,
}

/// Erases somebody who is or was in the team from the drills that are kept: their name in seats, reviews and notes, the texts of cases that name them, what they
/// led, noted and showed. A drill that is still played is not touched.
#[utoipa::path(delete, operation_id = "erase_player", path = "/organisations/{organisation}/drills/players/{person}", tag = "drills",
    params(("organisation" = i64, Path), ("person" = i64, Path)), responses((status = 200, description = "Done.", body = ErasedOut)))]
pub async fn erase(
    seat: Seat<ManagesPeople>,
    State(app): State<App>,
    At(person): At<i64>,
) -> Result<Json<ErasedOut>, Problem> {
    let drills = drills::erase(&app.world, seat.organisation, PersonId(person)).await?;
    Ok(Json(ErasedOut { drills }))
}

/// What is asked of a drill.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "order", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OrderBody {
    /// Another pace: 1, 2, 4, 10, 30 or 60.
    Pace {
        /// How many virtual seconds pass in one.
        pace: u32,
    },
    /// Time stands.
    Pause,
    /// Time goes.
    Resume,
    /// To what comes next: a post, something brought in, a deadline.
    Jump,
    /// Ahead, by a day at most.
    Ahead {
        /// Minutes.
        minutes: u32,
    },
    /// Brings something in now.
    Bring {
        /// Its number.
        number: usize,
    },
    /// Leaves something out.
    Skip {
        /// Its number.
        number: usize,
    },
    /// Ends it.
    End,
}

/// Asks something of a drill that is played here.
#[utoipa::path(post, operation_id = "order_drill", path = "/organisations/{organisation}/drills/{drill}/order", tag = "drills",
    request_body = OrderBody, params(("organisation" = i64, Path), ("drill" = i64, Path)),
    responses((status = 200, description = "Done.", body = StandsOut)))]
pub async fn order(
    seat: Seat<Rehearses>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<OrderBody>,
) -> Result<Json<StandsOut>, Problem> {
    app.world.store.drill(seat.organisation, id).await?;
    let running = app.drills.get(id);
    let running =
        running.ok_or_else(|| Failure::Conflict("this drill is over, or is played by another server".to_owned()))?;
    let order = match body {
        OrderBody::Pace { pace } => Order::Pace(pace),
        OrderBody::Pause => Order::Pause,
        OrderBody::Resume => Order::Resume,
        OrderBody::Jump => Order::Jump,
        OrderBody::Ahead { minutes } => Order::Ahead(minutes.min(24 * 60)),
        OrderBody::Bring { number } => Order::Bring(number),
        OrderBody::Skip { number } => Order::Skip(number),
        OrderBody::End => Order::End,
    };
    running.order(order).await?;
    Ok(Json(stands(running.status(), true)))
}

/// Something to be written down.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteBody {
    /// What, in 500 characters.
    text: String,
}

/// Writes something down of a drill.
#[utoipa::path(post, operation_id = "note_drill", path = "/organisations/{organisation}/drills/{drill}/notes", tag = "drills",
    request_body = NoteBody, params(("organisation" = i64, Path), ("drill" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn note(
    seat: Seat<Rehearses>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<NoteBody>,
) -> Result<StatusCode, Problem> {
    let text: String = body.text.trim().chars().take(500).collect();
    if text.is_empty() {
        return Err(Failure::Bad("the note is empty".to_owned()).into());
    }
    let played_at = app.drills.get(id).map_or_else(session_now, |running| running.status().now);
    let note = DrillNote { person: Some(seat.person), at: session_now(), played_at, text };
    app.world.store.note_drill(seat.organisation, id, &note).await?;
    Ok(StatusCode::NO_CONTENT)
}
