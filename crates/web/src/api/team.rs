//! The team: who can be reached, how ready it is, what it confirms and goes through, and the links for staff.

use super::idempotency::Kept;
use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat};
use crate::auth::doorstep;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use domain::plan::{Held, Night, Reached};
use domain::readiness::{Readiness, Reason, Row};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{StaffLink, Trained};
use utoipa::ToSchema;
use words::{Locale, Words};

/// Who can be reached, by the plan's roles.
#[derive(Serialize, ToSchema)]
pub struct CoverageOut {
    /// Now.
    now: Vec<RoleOut>,
    /// Tonight, or what is left of the night that goes on, and the six after it, each from 22:00 to 07:00 in the plan's zone.
    nights: Vec<NightOut>,
    /// The zone of the plan's clock; empty without a plan.
    #[schema(example = "Europe/Paris")]
    zone: String,
}

/// Who of a role can be reached; nobody is a hole.
#[derive(Serialize, ToSchema)]
pub struct RoleOut {
    /// The role's name in the plan.
    role: String,
    /// People, by their names in the plan.
    people: Vec<String>,
    /// The stretches in which nobody can be reached, by the plan's clock.
    holes: Vec<HoleOut>,
}

/// A stretch in which nobody of a role can be reached.
#[derive(Serialize, ToSchema)]
pub struct HoleOut {
    /// From, by the plan's clock.
    #[schema(example = "2026-11-23T22:00:00")]
    from: String,
    /// Until, by the plan's clock.
    until: String,
}

/// One night.
#[derive(Serialize, ToSchema)]
pub struct NightOut {
    /// The day on whose evening it begins.
    #[schema(example = "2026-11-23")]
    evening: String,
    /// Its roles.
    roles: Vec<RoleOut>,
}

impl From<&Reached> for RoleOut {
    fn from(reached: &Reached) -> Self {
        Self { role: reached.role.clone(), people: reached.people.clone(), holes: Vec::new() }
    }
}

impl From<&Held> for RoleOut {
    fn from(held: &Held) -> Self {
        let hole = |hole: &domain::plan::Hole| HoleOut { from: hole.from.to_string(), until: hole.until.to_string() };
        Self { role: held.role.clone(), people: held.people.clone(), holes: held.holes.iter().map(hole).collect() }
    }
}

impl From<&Night> for NightOut {
    fn from(night: &Night) -> Self {
        Self { evening: night.evening.to_string(), roles: night.roles.iter().map(RoleOut::from).collect() }
    }
}

/// Who can be reached for each role of the plan, now and in the next seven nights; nothing without a plan.
#[utoipa::path(get, operation_id = "get_coverage", path = "/organisations/{organisation}/coverage", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = CoverageOut)))]
pub async fn coverage(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<CoverageOut>, Problem> {
    let coverage = engine::team::team(&app.world, seat.organisation).await?.coverage.unwrap_or_default();
    Ok(Json(CoverageOut {
        now: coverage.now.iter().map(RoleOut::from).collect(),
        nights: coverage.nights.iter().map(NightOut::from).collect(),
        zone: coverage.zone,
    }))
}

/// How ready the team is.
#[derive(Serialize, ToSchema)]
pub struct ReadinessOut {
    /// From 0 to 100: what the reasons leave of 100.
    score: i64,
    /// What is missing, the costliest first.
    reasons: Vec<ReasonOut>,
    /// Each risk with what stands ready for it, the gravest first.
    risks: Vec<RiskOut>,
}

/// Something that is missing.
#[derive(Serialize, ToSchema)]
pub struct ReasonOut {
    /// `no-plan`, `plan-errors`, `plan-warnings`, `tonight`, `nights`, `untested`, `unconfirmed`, `unheard`, `no-scenario`, `no-reply`,
    /// `no-drill`, `untrained`, `expired`, `unapproved` or `team-not-reviewed`.
    kind: &'static str,
    /// The points that it costs.
    cost: i64,
    /// Whom or what it concerns, as the plan names them; rules of the plan's check by their codes.
    subjects: Vec<String>,
    /// What is missing, in English.
    what: String,
    /// How to mend it.
    mend: String,
}

/// A risk with what stands ready for it.
#[derive(Serialize, ToSchema)]
pub struct RiskOut {
    /// Its name in the plan.
    risk: String,
    /// In a sentence.
    text: String,
    /// Likelihood times impact.
    weight: i64,
    /// Queries that would hear it.
    queries: i64,
    /// Its scenario.
    scenario: Option<String>,
    /// Replies of its scenario, in the language of the brand that has fewest.
    replies: i64,
    /// When its scenario was last gone through, within half a year.
    #[schema(value_type = Option<String>, format = DateTime)]
    rehearsed: Option<Timestamp>,
}

impl From<Row> for RiskOut {
    fn from(Row { risk, text, weight, queries, scenario, replies, rehearsed }: Row) -> Self {
        Self { risk, text, weight, queries, scenario, replies, rehearsed }
    }
}

/// How ready the team is, and why.
#[utoipa::path(get, operation_id = "get_readiness", path = "/organisations/{organisation}/readiness", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = ReadinessOut)))]
pub async fn readiness(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<ReadinessOut>, Problem> {
    let Readiness { score, reasons, matrix } = engine::team::ready(&app.world, seat.organisation).await?;
    let words = Words::new(Locale::En, "UTC", app.world.clock.now());
    let told = |reason: Reason| ReasonOut {
        kind: reason.kind.code(),
        cost: reason.cost,
        what: words::readiness::what(&words, &reason),
        mend: words::readiness::mend(&words, reason.kind),
        subjects: reason.subjects,
    };
    let reasons = reasons.into_iter().map(told).collect();
    Ok(Json(ReadinessOut { score, reasons, risks: matrix.into_iter().map(RiskOut::from).collect() }))
}

/// What was kept.
#[derive(Serialize, ToSchema)]
pub struct ConfirmedOut {
    /// How they are reached, as the plan has it.
    contact: String,
    /// When they said so.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// The one who asks says that they are reached as the plan has it.
#[utoipa::path(post, operation_id = "confirm_contact", path = "/organisations/{organisation}/confirmation", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = ConfirmedOut)))]
pub async fn confirm(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<ConfirmedOut>, Problem> {
    let said = engine::team::confirm(&app.world, seat.organisation, seat.person).await?;
    Ok(Json(ConfirmedOut { contact: said.contact, at: said.at }))
}

/// How many are asked.
#[derive(Serialize, ToSchema)]
pub struct AskedOut {
    /// To how many a message is on its way.
    asked: i64,
}

/// Asks every member of the plan who did not say within a quarter that they are reached as it has it; each at most once a week.
#[utoipa::path(post, operation_id = "ask_for_confirmation", path = "/organisations/{organisation}/confirmation/ask", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = AskedOut)))]
pub async fn ask(seat: Seat<Configures>, State(app): State<App>) -> Result<Json<AskedOut>, Problem> {
    let asked = app.waking.ask_team(seat.organisation).await?;
    Ok(Json(AskedOut { asked: i64::try_from(asked).unwrap_or(i64::MAX) }))
}

/// When something was gone through.
#[derive(Serialize, ToSchema)]
pub struct RehearsedOut {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// The team's composition was looked at and is right.
#[utoipa::path(post, operation_id = "review_team", path = "/organisations/{organisation}/team-reviews", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = RehearsedOut)))]
pub async fn review(
    seat: Seat<Configures>,
    State(app): State<App>,
) -> Result<(StatusCode, Json<RehearsedOut>), Problem> {
    let at = engine::team::review(&app.world, seat.organisation, Some(seat.person)).await?;
    Ok((StatusCode::CREATED, Json(RehearsedOut { at })))
}

/// What was gone through.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RehearsedIn {
    /// The scenario's name in the plan.
    scenario: String,
}

/// A scenario of the plan was gone through, with or without Vigie.
#[utoipa::path(post, operation_id = "rehearse", path = "/organisations/{organisation}/rehearsals", tag = "team", request_body = RehearsedIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = RehearsedOut)))]
pub async fn rehearse(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(gone): Body<RehearsedIn>,
) -> Result<(StatusCode, Json<RehearsedOut>), Problem> {
    let at = engine::team::rehearse(&app.world, seat.organisation, &gone.scenario, Some(seat.person)).await?;
    Ok((StatusCode::CREATED, Json(RehearsedOut { at })))
}

/// A link by which staff who have no login read how to behave; it is shown when it is made, and never again.
#[derive(Serialize, ToSchema)]
pub struct StaffLinkOut {
    /// Its id.
    id: i64,
    /// For whom.
    name: String,
    /// Who made it; absent for the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<i64>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// The link, once; absent in a list, and when the answer is given again to an idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

impl From<StaffLink> for StaffLinkOut {
    fn from(StaffLink { id, name, person, created_at }: StaffLink) -> Self {
        Self { id, name, person: person.map(|person| person.0), created_at, link: None }
    }
}

/// The links for staff, without their secrets.
#[utoipa::path(get, operation_id = "list_staff_links", path = "/organisations/{organisation}/staff-links", tag = "team",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<StaffLinkOut>)))]
pub async fn staff_links(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<StaffLinkOut>>, Problem> {
    let all = app.world.store.staff_links(seat.organisation).await?.into_iter().map(StaffLinkOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// A link to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffLinkIn {
    /// For whom: the kitchen, the shop.
    #[schema(min_length = 1, max_length = 80)]
    name: String,
}

/// Makes a link by which staff read how to behave, and nothing else.
#[utoipa::path(post, operation_id = "add_staff_link", path = "/organisations/{organisation}/staff-links", tag = "team", request_body = StaffLinkIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = StaffLinkOut)))]
pub async fn add_staff_link(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<StaffLinkIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<StaffLinkOut>), Problem> {
    let (id, path) = doorstep::staff_link(&app.world, seat.organisation, &new.name, Some(seat.person)).await?;
    let made = app.world.store.staff_links(seat.organisation).await?.into_iter().find(|link| link.id == id);
    let mut made = StaffLinkOut::from(made.ok_or(store::Error::NotFound)?);
    let kept = Kept::of(&made)?;
    made.link = Some(format!("{}{path}", app.waking.origin));
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Withdraws a link: it opens nothing any more.
#[utoipa::path(delete, operation_id = "withdraw_staff_link", path = "/organisations/{organisation}/staff-links/{link}", tag = "team",
    params(("organisation" = i64, Path), ("link" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn withdraw_staff_link(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.withdraw_staff_link(seat.organisation, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody of the staff went through the training by a link.
#[derive(Serialize, ToSchema)]
pub struct TrainedOut {
    /// Its id.
    id: i64,
    /// The name of the link, as it was.
    link: String,
    /// Who, where they said so; else empty.
    name: String,
    /// Questions answered as the plan says.
    correct: i64,
    /// Questions asked.
    asked: i64,
    /// The parts of which every question was answered so: `spot`, `respond`, `speak`; absent where it was not counted by parts then.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<String>>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl From<Trained> for TrainedOut {
    fn from(Trained { id, link, name, correct, asked, parts, at }: Trained) -> Self {
        let parts = parts.map(|codes| codes.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect());
        Self { id, link, name, correct, asked, parts, at }
    }
}

/// Most trainings that are listed.
const TRAINED: i64 = 1_000;

/// Who of the staff was trained, the last first; at most 1,000.
#[utoipa::path(get, operation_id = "list_trainings", path = "/organisations/{organisation}/trainings", tag = "team",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Vec<TrainedOut>)))]
pub async fn trainings(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<Vec<TrainedOut>>, Problem> {
    let all = app.world.store.trainings(seat.organisation, TRAINED).await?;
    Ok(Json(all.into_iter().map(TrainedOut::from).collect()))
}

/// Erases that somebody was trained: who it was and that it was.
#[utoipa::path(delete, operation_id = "erase_training", path = "/organisations/{organisation}/trainings/{training}", tag = "team",
    params(("organisation" = i64, Path), ("training" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn erase_training(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.erase_training(seat.organisation, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
