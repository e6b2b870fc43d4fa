//! Drills: what can be played, who plays whom, the clock and what is brought in, the report.

use super::bridge::failed;
use super::desk::{Desk, page};
use super::live;
use crate::auth::principal::{Principal, session_now};
use crate::drills::{self, Report, Running, Start, is_lost};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::drill::{Chosen, DrillPage, DrillsPage, Happened, PackView, Work};
use crate::state::App;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::case::Actor;
use domain::case::state::TaskStage;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Right, Role};
use domain::review::{Ran, clocks};
use engine::drill::{Chair, Order, Seat};
use jiff::Timestamp;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{DrillNote, DrillRow, SignalFilter};
use words::{Named, Words};

/// Drills that are listed.
const LISTED: i64 = 100;
/// What happened that is shown of a drill.
const SHOWN: usize = 40;
/// Longest note.
const NOTE: usize = 500;
/// Minutes of one jump ahead at most.
const AHEAD: u32 = 24 * 60;
/// A kept review holds its own styles, and nothing of it runs.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Which organisation's, and which pack is about to be played.
#[derive(Default, Deserialize)]
pub struct Asked {
    organisation: Option<i64>,
    #[serde(default)]
    pack: String,
}

/// What can be played, what is, what was.
pub async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let organisation = match asked.organisation {
        Some(id) => desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id,
        None => desk.first(Right::Inspect)?,
    };
    let chosen = (!asked.pack.is_empty()).then_some(Wanted { pack: asked.pack, ..Wanted::default() });
    listed(desk, organisation, chosen, None).await
}

/// What the form says.
#[derive(Clone, Default)]
struct Wanted {
    pack: String,
    seed: Option<u64>,
    pace: Option<u32>,
    cast: Option<BTreeMap<String, PersonId>>,
}

async fn listed(
    desk: Desk,
    id: OrganisationId,
    wanted: Option<Wanted>,
    refused: Option<String>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let may_lead = desk.principal.organisation(id, Right::Rehearse).is_ok();
    let packs = drills::packs();
    let packs = packs.iter().map(|pack| PackView::of(pack, &pack.seats().unwrap_or_default(), &desk.words)).collect();
    let chosen = match wanted.filter(|_| may_lead) {
        Some(wanted) => Some(chosen(&desk, id, wanted).await?),
        None => None,
    };
    let now = session_now();
    let rows = desk.app.world.store.drills(id, LISTED).await?;
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    let others = others.map(|other| (other.id.0, other.name.clone())).collect();
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/drills?organisation={id}");
    let made = DrillsPage {
        shell,
        organisation: (id.0, organisation.name),
        others,
        packs,
        chosen,
        drills: rows
            .into_iter()
            .map(|row| {
                let lost = is_lost(&row, now);
                (row, lost)
            })
            .collect(),
        may_lead,
        refused,
        words: desk.words,
    };
    Ok((status, page(&made)?).into_response())
}

/// A pack about to be played: whoever leads sits first, members where their role is the seat's.
async fn chosen(desk: &Desk, id: OrganisationId, wanted: Wanted) -> Result<Chosen, Failure> {
    let (pack, seats) = drills::pack(&wanted.pack)?;
    let members = desk.app.world.store.members(id, desk.now()).await?;
    let me = desk.principal.person.id;
    let known: Vec<(PersonId, Role)> = members.iter().map(|(person, role)| (person.id, *role)).collect();
    let cast = wanted.cast.unwrap_or_else(|| proposed(&seats, &known, me));
    let members: Vec<(i64, String)> = members.into_iter().map(|(person, _)| (person.id.0, person.name)).collect();
    let how = (wanted.seed.unwrap_or(1), wanted.pace.unwrap_or(4));
    Ok(Chosen::of((&pack, &seats), &members, &cast, how, &desk.words))
}

fn proposed(seats: &[Seat], members: &[(PersonId, Role)], me: PersonId) -> BTreeMap<String, PersonId> {
    let (mut cast, mut seated) = (BTreeMap::new(), BTreeSet::new());
    for seat in seats {
        let fits = |(id, role): &&(PersonId, Role)| seat.role == Some(*role) && !seated.contains(id);
        if let Some((id, _)) = members.iter().find(fits) {
            seated.insert(*id);
            cast.insert(seat.key.clone(), *id);
        }
    }
    if let Some(first) = seats.iter().find(|seat| !cast.contains_key(&seat.key)).filter(|_| seated.insert(me)) {
        cast.insert(first.key.clone(), me);
    }
    cast
}

/// Starts a drill.
pub async fn start(desk: Desk, Form(fields): Form<Vec<(String, String)>>) -> Result<Response, Failure> {
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let organisation = field("organisation").and_then(|id| id.parse().ok()).map(OrganisationId);
    let organisation = organisation.ok_or_else(|| Failure::Bad("no organisation is named".to_owned()))?;
    desk.principal.organisation(organisation, Right::Rehearse)?;
    let seats = fields
        .iter()
        .filter_map(|(key, value)| Some((key.strip_prefix("seat-")?.to_owned(), PersonId(value.trim().parse().ok()?))));
    let wanted = Wanted {
        pack: field("pack").unwrap_or_default().to_owned(),
        seed: field("seed").and_then(|seed| seed.parse().ok()),
        pace: field("pace").and_then(|pace| pace.parse().ok()),
        cast: Some(seats.collect()),
    };
    let asked = Start {
        pack: wanted.pack.clone(),
        seed: wanted.seed.unwrap_or(1),
        pace: wanted.pace.unwrap_or(1),
        cast: wanted.cast.clone().unwrap_or_default(),
    };
    let by = desk.principal.person.id;
    match desk.app.drills.start(&desk.app, organisation, by, &asked).await {
        Ok(id) => Ok(Redirect::to(&format!("/drills/{id}")).into_response()),
        Err(Failure::Bad(why) | Failure::Conflict(why)) => {
            let known = drills::pack(&wanted.pack).is_ok();
            listed(desk, organisation, known.then_some(wanted), Some(why)).await
        }
        Err(other) => Err(other),
    }
}

/// A drill of an organisation in which the reader may do that.
async fn find(desk: &Desk, id: i64, right: Right) -> Result<(OrganisationId, DrillRow, String), Failure> {
    for (organisation, role) in &desk.principal.memberships {
        match desk.app.world.store.drill(organisation.id, id).await {
            Ok(_) if !role.may(right) => return Err(Failure::Forbidden),
            Ok((row, report)) => return Ok((organisation.id, row, report)),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

fn read(report: &str) -> Result<Option<Report>, Failure> {
    if report.is_empty() {
        return Ok(None);
    }
    serde_json::from_str(report).map(Some).map_err(|error| Failure::Ours(error.to_string()))
}

/// The drill: for whoever leads it, and for whoever plays.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, row, report) = find(&desk, id, Right::Inspect).await?;
    let may_lead = desk.principal.organisation(organisation, Right::Rehearse).is_ok();
    let report = read(&report)?;
    let running = desk.app.drills.get(id);
    let chairs: Vec<Chair> = serde_json::from_str(&row.seats).unwrap_or_default();
    let zone = drills::pack(&row.pack).ok().and_then(|(pack, _)| pack.brand.first().map(|brand| brand.zone.clone()));
    let notes = if may_lead { desk.app.world.store.drill_notes(organisation, id).await? } else { Vec::new() };
    let (course, work) = match running.as_ref().filter(|_| may_lead) {
        Some(running) => course(running, &desk.words).await?,
        None => (Vec::new(), None),
    };
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/drills/{id}");
    if let Some(running) = &running {
        shell.live_at = Some(format!("/drills/{id}/live"));
        shell.live_after = Some(running.bus.position().to_string());
    }
    page(&DrillPage {
        shell,
        is_lost: is_lost(&row, session_now()),
        chairs,
        status: running.as_ref().map(|running| running.status()),
        zone: zone.unwrap_or_else(|| "UTC".to_owned()),
        may_lead,
        has_seat: running.as_ref().is_some_and(|running| running.chair(desk.principal.person.id).is_some()),
        notes,
        course,
        work,
        report,
        row,
        words: desk.words,
    })
}

/// What the world did next to what the team did, the last first; and how the team does.
async fn course(running: &Arc<Running>, words: &Words) -> Result<(Vec<Happened>, Option<Work>), Failure> {
    let world = running.world();
    let (mut all, mut work) = (Vec::new(), None);
    for organisation in world.store.organisations().await? {
        let brands = world.store.brands(organisation.id).await?;
        let brand = |id| brands.iter().find(|brand| brand.id == id).map_or("", |brand| brand.name.as_str());
        for row in world.store.signals(organisation.id, SignalFilter::default(), SHOWN as i64).await? {
            let level = words.say(if row.level == "alert" { "drill-course-alert" } else { "drill-course-notice" });
            all.push(Happened { at: row.raised_at, by: None, what: format!("{level} · {}", brand(row.brand)) });
        }
        let members = world.store.members(organisation.id, world.clock.now()).await?;
        let plan = engine::plan::said(world, organisation.id).await.map_err(failed)?.unwrap_or_default();
        let named = Named::by(words, &plan);
        for file in world.store.cases(organisation.id, false, None, 16).await? {
            let room = engine::case::room(world, organisation.id, file.id).await.map_err(failed)?;
            worked(work.get_or_insert_default(), &room, &named, running.status().now);
            for entry in room.entries.iter().rev().take(SHOWN) {
                let by = match entry.by {
                    Actor::House => None,
                    Actor::Member(id) => {
                        members.iter().find(|(person, _)| person.id == id).map(|(it, _)| it.name.clone())
                    }
                };
                all.push(Happened { at: entry.at, by, what: named.happened(&entry.event) });
            }
        }
    }
    all.sort_by_key(|one| Reverse(one.at));
    all.truncate(SHOWN);
    if let Some(work) = &mut work {
        work.running.sort_by_key(|(_, due)| *due);
        work.tasks.sort_by_key(|(_, due)| due.unwrap_or(Timestamp::MAX));
    }
    Ok((all, work))
}

/// How the team does in one case.
fn worked(work: &mut Work, room: &engine::case::Room, named: &Named<'_>, now: Timestamp) {
    for clock in clocks(&room.entries, now) {
        match clock.ran {
            Ran::Met(_) => work.clocks = (work.clocks.0 + 1, work.clocks.1 + 1),
            Ran::Late(_) | Ran::Missed(_) => work.clocks.1 += 1,
            Ran::Running(_) => work.running.push((words::case::clock(named.words(), &clock.of), clock.due)),
            Ran::Paused | Ran::Dropped => {}
        }
    }
    for task in room.state.tasks.values().filter(|task| task.stage == TaskStage::Open) {
        let text = || task.text.and_then(|text| room.text(text)).unwrap_or_default().to_owned();
        let what = task.action.as_deref().map_or_else(text, |action| named.action(action));
        work.tasks.push((what, task.due));
    }
}

/// The line by which the drill's page hears of changes.
pub async fn listen(
    State(app): State<App>,
    desk: Desk,
    principal: Principal,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Query(asked): Query<live::Asked>,
) -> Result<Response, Failure> {
    find(&desk, id, Right::Inspect).await?;
    let running = app.drills.get(id).ok_or_else(|| Failure::Conflict("this drill is over".to_owned()))?;
    Ok(live::listen_on(app, principal, headers, asked, running.bus.clone())?.into_response())
}

/// Comes in: the browser gets a cookie that is good for this drill and nothing else.
pub async fn join(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    find(&desk, id, Right::Read).await?;
    let running = playing(&desk, id)?;
    let cookie = running.join(&desk.app.world.store, desk.principal.person.id).await?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&format!("{}/", drills::prefix(id)))).into_response())
}

fn playing(desk: &Desk, id: i64) -> Result<Arc<Running>, Failure> {
    desk.app
        .drills
        .get(id)
        .ok_or_else(|| Failure::Conflict("this drill is over, or is played by another server".to_owned()))
}

/// What the form of an order sends.
#[derive(Default, Deserialize)]
pub struct Ordered {
    #[serde(default)]
    pace: u32,
    #[serde(default)]
    minutes: u32,
    #[serde(default)]
    number: usize,
    #[serde(default)]
    text: String,
}

/// What whoever leads asks for.
pub async fn order(
    desk: Desk,
    Path((id, what)): Path<(i64, String)>,
    Form(form): Form<Ordered>,
) -> Result<Response, Failure> {
    let (organisation, ..) = find(&desk, id, Right::Rehearse).await?;
    let here = Redirect::to(&format!("/drills/{id}")).into_response();
    if what == "note" {
        let running = desk.app.drills.get(id);
        let played_at = running.map_or_else(session_now, |running| running.status().now);
        write(&desk.app, (organisation, id), desk.principal.person.id, &form.text, played_at).await?;
        return Ok(here);
    }
    let order = order_of(&what, &form).ok_or(Failure::NotFound)?;
    playing(&desk, id)?.order(order).await?;
    Ok(here)
}

fn order_of(what: &str, form: &Ordered) -> Option<Order> {
    Some(match what {
        "pace" => Order::Pace(form.pace),
        "pause" => Order::Pause,
        "resume" => Order::Resume,
        "jump" => Order::Jump,
        "ahead" => Order::Ahead(form.minutes.min(AHEAD)),
        "bring" => Order::Bring(form.number),
        "skip" => Order::Skip(form.number),
        "end" => Order::End,
        _ => return None,
    })
}

/// Writes something down.
async fn write(
    app: &App,
    (organisation, id): (OrganisationId, i64),
    by: PersonId,
    text: &str,
    played_at: Timestamp,
) -> Result<(), Failure> {
    let text: String = text.trim().chars().take(NOTE).collect();
    if text.is_empty() {
        return Err(Failure::Bad("the note is empty".to_owned()));
    }
    let note = DrillNote { person: Some(by), at: session_now(), played_at, text };
    Ok(app.world.store.note_drill(organisation, id, &note).await?)
}

/// The review of a case of a drill, as it was when the drill ended.
pub async fn review(desk: Desk, Path((id, case)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let kept = kept(&desk, id, case).await?;
    Ok(([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(kept.review)).into_response())
}

/// The files that prove a case of a drill, by their names, in one JSON.
pub async fn folder(desk: Desk, Path((id, case)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let kept = kept(&desk, id, case).await?;
    let named = format!("attachment; filename=\"drill-{id}-case-{case}.json\"");
    let body = serde_json::to_string(&kept.folder).map_err(|error| Failure::Ours(error.to_string()))?;
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, named)];
    Ok((headers, body).into_response())
}

async fn kept(desk: &Desk, id: i64, case: i64) -> Result<drills::KeptCase, Failure> {
    let (_, _, report) = find(desk, id, Right::Inspect).await?;
    let report = read(&report)?.ok_or_else(|| Failure::Conflict("this drill has no report yet".to_owned()))?;
    report.cases.into_iter().find(|one| one.case == case).ok_or(Failure::NotFound)
}
