//! The plan: the text that holds, what is found in it, and the next version.

use super::problem::Problem;
use super::seat::{Body, Configures, Reads, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::plan::{Change, Finding, Weight, place};
use engine::plan::{self as plans, Written};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use words::{Locale, Words};

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

fn told(words: &Words, text: &str, found: &Finding) -> FindingOut {
    let (place, told) = (place(text, found.at), words::plan::finding(words, found));
    FindingOut {
        code: found.code.code(),
        weight: found.code.weight(),
        line: place.line,
        column: place.column,
        what: told.what,
        why: told.why,
        fix: told.fix,
    }
}

/// The plan that holds, with what is found in it.
#[utoipa::path(get, operation_id = "get_plan", path = "/organisations/{organisation}/plan", tag = "plan",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = PlanOut)))]
pub async fn get(seat: Seat<Reads>, State(app): State<App>) -> Result<Json<PlanOut>, Problem> {
    let Some(kept) = plans::of(&app.world, seat.organisation).await? else {
        let none = PlanOut { version: 0, text: String::new(), why: String::new(), at: None, findings: Vec::new() };
        return Ok(Json(none));
    };
    let words = Words::new(Locale::En, "UTC", app.world.clock.now());
    let version = kept.version;
    let findings = kept.findings.iter().map(|found| told(&words, &version.text, found)).collect();
    Ok(Json(PlanOut { version: version.version, why: version.why, at: Some(version.at), findings, text: version.text }))
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
    Ok(match written {
        Written::Kept(version) => {
            (StatusCode::OK, Json(PlanWritten { version, kept: true, theirs: Vec::new(), both: None }))
        }
        Written::Meanwhile { now, theirs, both, .. } => {
            (StatusCode::CONFLICT, Json(PlanWritten { version: now.version, kept: false, theirs, both }))
        }
    })
}
