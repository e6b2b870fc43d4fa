//! The plan: the text that holds, what is found in it, and the next version.

use super::problem::Problem;
use super::seat::{Anybody, Body, Configures, Reads, Seat};
use crate::auth::principal::by_token;
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::OrganisationId;
use domain::organisation::Right;
use domain::plan::{Change, Finding, Shown, Weight, iso22361, place};
use engine::plan::{self as plans, Kept, Written};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use words::{Locale, Words};

/// Most changes at once.
const MOST_CHANGES: usize = 1_000;

/// The plan that holds.
#[derive(Serialize, ToSchema)]
pub struct PlanOut {
    /// From 1; 0 where there is no plan yet.
    version: i64,
    /// The whole text (TOML).
    text: String,
    /// Why it was changed last.
    why: String,
    /// When.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
    /// The organisation whose plan this one is laid over; `null` where it stands alone.
    base: Option<i64>,
    /// What the check finds, in the order of the text.
    findings: Vec<FindingOut>,
}

/// One finding.
#[derive(Serialize, ToSchema)]
pub struct FindingOut {
    /// The rule; never given to another.
    code: &'static str,
    /// `error`, `warning` or `note`.
    #[schema(value_type = String)]
    weight: Weight,
    /// Whether it is in the plan below rather than in this text.
    below: bool,
    /// The line, from 1.
    line: usize,
    /// The character in it, from 1.
    column: usize,
    /// What is found, in English.
    what: String,
    /// Why it matters.
    why: String,
    /// How to mend it.
    fix: String,
}

/// The next version.
#[derive(Deserialize, ToSchema)]
pub struct PlanBody {
    /// The version it is written over; 0 where there is none.
    version: i64,
    /// The whole text (TOML), at most 1,000,000 bytes.
    text: String,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Changes of the plan.
#[derive(Deserialize, ToSchema)]
pub struct PlanChanges {
    /// The version they were made from.
    version: i64,
    /// At most 1,000: section, id, field, to (from is not looked at).
    #[schema(value_type = Vec<Object>)]
    changes: Vec<Change>,
    /// Why.
    #[serde(default)]
    why: String,
}

/// What the plan is laid over.
#[derive(Deserialize, ToSchema)]
pub struct PlanBase {
    /// An organisation whose plan you may change; `null` for none.
    organisation: Option<i64>,
    /// Where you ask by a token, which is of one organisation: a token of yours for that other one.
    token: Option<String>,
}

/// What came of writing.
#[derive(Serialize, ToSchema)]
pub struct PlanWritten {
    /// The version that holds now.
    version: i64,
    /// Whether it is the one that was sent.
    kept: bool,
    /// What somebody else changed meanwhile: section, id, field, from, to.
    #[schema(value_type = Vec<Object>)]
    theirs: Vec<Change>,
    /// Both together, to be sent again over that version; `null` where it was kept, or one of the texts cannot be read.
    both: Option<String>,
}

fn told(words: &Words, kept: &Kept, found: &Finding) -> FindingOut {
    let below = kept.under().filter(|_| kept.is_below(found));
    let text = below.unwrap_or(&kept.version.text);
    let (place, told) = (place(text, found.at), words::plan::finding(words, found));
    FindingOut {
        below: below.is_some(),
        code: found.code.code(),
        weight: found.code.weight(),
        line: place.line,
        column: place.column,
        what: told.what,
        why: told.why,
        fix: told.fix,
    }
}

/// The plan that holds, with what is found in it. A client reads it with telephone numbers, addresses of mail and account numbers masked, and no findings.
#[utoipa::path(get, operation_id = "get_plan", path = "/organisations/{organisation}/plan", tag = "plan",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = PlanOut)))]
pub async fn get(seat: Seat<Reads>, State(app): State<App>) -> Result<Json<PlanOut>, Problem> {
    let Some(mut kept) = plans::of(&app.world, seat.organisation).await? else {
        let base = plans::base(&app.world, seat.organisation).await?.map(|base| base.organisation.0);
        let none =
            PlanOut { version: 0, text: String::new(), why: String::new(), at: None, base, findings: Vec::new() };
        return Ok(Json(none));
    };
    if !seat.may(Right::Inspect) {
        kept.veil();
    }
    let words = Words::new(Locale::En, "UTC", app.world.clock.now());
    let findings = kept.findings.iter().map(|found| told(&words, &kept, found)).collect();
    let base = kept.base.as_ref().map(|base| base.organisation.0);
    let version = kept.version;
    let (at, why) = (Some(version.at), version.why);
    Ok(Json(PlanOut { version: version.version, why, at, base, findings, text: version.text }))
}

/// Keeps the next version. Where somebody else wrote meanwhile nothing is kept, and the answer (409) holds what they changed and both together.
#[utoipa::path(put, operation_id = "set_plan", path = "/organisations/{organisation}/plan", tag = "plan", request_body = PlanBody,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = PlanWritten),
    (status = 409, description = "Somebody else wrote meanwhile; nothing was kept.", body = PlanWritten)))]
pub async fn set(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(PlanBody { version, text, why }): Body<PlanBody>,
) -> Result<(StatusCode, Json<PlanWritten>), Problem> {
    let written = plans::write(&app.world, seat.organisation, Some(seat.person), version, &text, &why).await?;
    Ok(came(written))
}

/// Lays changes into the plan that holds. Where somebody changed the same meanwhile nothing is kept, and the answer (409) holds what they changed.
#[utoipa::path(patch, operation_id = "change_plan", path = "/organisations/{organisation}/plan", tag = "plan", request_body = PlanChanges,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = PlanWritten),
    (status = 409, description = "Somebody else changed the same meanwhile; nothing was kept.", body = PlanWritten)))]
pub async fn change(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(PlanChanges { version, changes, why }): Body<PlanChanges>,
) -> Result<(StatusCode, Json<PlanWritten>), Problem> {
    if changes.len() > MOST_CHANGES {
        return Err(Failure::Bad(format!("at most {MOST_CHANGES} changes at once; nothing was kept")).into());
    }
    let written = plans::edit(&app.world, seat.organisation, Some(seat.person), version, &changes, &why).await?;
    Ok(came(written))
}

/// Lays the plan over that of another organisation, as a client's over its agency's, or over none.
#[utoipa::path(put, operation_id = "set_plan_base", path = "/organisations/{organisation}/plan/base", tag = "plan", request_body = PlanBase,
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn set_base(
    seat: Seat<Configures>,
    Anybody(principal): Anybody,
    State(app): State<App>,
    Body(PlanBase { organisation, token }): Body<PlanBase>,
) -> Result<StatusCode, Problem> {
    // A token tells of one organisation: what it lays its plan over it could read. So the other one's is asked for too, of the same person.
    let other = match token {
        Some(token) => Some(by_token(&app, &token).await?).filter(|other| other.person.id == principal.person.id),
        None => None,
    };
    let may = |id: i64| {
        let found = principal.organisation(OrganisationId(id), Right::Configure);
        let by_other = other.as_ref().map(|other| other.organisation(OrganisationId(id), Right::Configure));
        found.or_else(|not| by_other.unwrap_or(Err(not))).map(|of| of.id)
    };
    plans::lay_over(&app.world, seat.organisation, organisation.map(may).transpose()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What of ISO 22361 the plan shows.
#[derive(Serialize, ToSchema)]
pub struct IsoOut {
    /// What this is: the house's own reading, and no certification.
    note: String,
    /// Principles, process steps and clauses: group, element, state (`met`, `partly`, `missing`), and what is looked for, each with whether it is there.
    #[schema(value_type = Vec<Object>)]
    shown: Vec<Shown>,
}

/// What of ISO 22361:2022 the plan shows, by its titles; 404 where there is no plan yet.
#[utoipa::path(get, operation_id = "get_plan_iso", path = "/organisations/{organisation}/plan/iso22361", tag = "plan",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = IsoOut)))]
pub async fn iso(seat: Seat<Reads>, State(app): State<App>) -> Result<Json<IsoOut>, Problem> {
    let kept = plans::of(&app.world, seat.organisation).await?.ok_or(Failure::NotFound)?;
    let words = Words::new(Locale::En, "UTC", app.world.clock.now());
    if !kept.is_whole() {
        let why = "the plan cannot be read whole, and half of it must not be left out: its findings say where";
        return Err(Problem::new(StatusCode::CONFLICT, "half-read", why));
    }
    Ok(Json(IsoOut { note: words.say("iso-lead"), shown: iso22361(&kept.plan, &kept.findings) }))
}

/// The plan's scenarios as playbooks.
#[derive(Serialize, ToSchema)]
pub struct PlaybooksOut {
    /// CACAO 2.0 playbooks, one for each scenario that has moves, in the order of the plan.
    #[schema(value_type = Vec<Object>)]
    playbooks: Vec<serde_json::Value>,
}

/// The plan's scenarios as playbooks of CACAO 2.0 (OASIS, 2023); names and roles of people, no telephone numbers and addresses.
#[utoipa::path(get, operation_id = "get_playbooks", path = "/organisations/{organisation}/plan/cacao", tag = "plan",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = PlaybooksOut)))]
pub async fn playbooks(seat: Seat<Reads>, State(app): State<App>) -> Result<Json<PlaybooksOut>, Problem> {
    let made = plans::playbooks(&app.world, seat.organisation).await?;
    Ok(Json(PlaybooksOut { playbooks: made.into_iter().map(|(_, playbook)| playbook).collect() }))
}

fn came(written: Written) -> (StatusCode, Json<PlanWritten>) {
    match written {
        Written::Kept(version) => {
            (StatusCode::OK, Json(PlanWritten { version, kept: true, theirs: Vec::new(), both: None }))
        }
        Written::Meanwhile { now, theirs, both, .. } => {
            (StatusCode::CONFLICT, Json(PlanWritten { version: now.version, kept: false, theirs, both }))
        }
    }
}
