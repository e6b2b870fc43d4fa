//! What a signal is about, how big and how grave; what people report of it; the rubric.

use super::problem::Problem;
use super::seat::{At, Body, Configures, Inspects, Reads, Seat, Triages};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::assess::{Assessment, Dossier, Factor, Reported, Rubric, Severity, Step, Subject};
use domain::organisation::Right;
use engine::assess;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A signal's assessment as of now.
#[derive(Serialize, ToSchema)]
pub struct AssessmentOut {
    /// The signal.
    id: String,
    /// What is known: people, reach, carriers, origin, places crossed, causes, forecast, `company` (who acts together: the share that is
    /// people's own, groups and a burst of ratings with signs for and against, what was not seen), severity by factor, urgency (`clocks`: those of
    /// the brand's open `case`, else those that would start if one were opened now; whole `minutes` left; not told to a client), `beside`
    /// (what else departs from the usual; shares in thousandths), `trade` (whether others that are watched stand out too), and what is not
    /// known. Every number says what it is: `counted`, `estimated`, `at_least`, `reported` or `unknown`.
    #[schema(value_type = Object)]
    assessment: Assessment,
}

/// What a signal is about, how big and how grave, as of now.
#[utoipa::path(get, operation_id = "assess_signal", path = "/organisations/{organisation}/signals/{signal}/assessment", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = AssessmentOut)))]
pub async fn get(
    seat: Seat<Reads>,
    State(app): State<App>,
    At(id): At<String>,
) -> Result<Json<AssessmentOut>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    let now = app.world.clock.now();
    let mut assessment = assess::of_signal(&app.world, &app.memory, &row, now).await?;
    // The plan and the clocks of a case are the house's own affair.
    if !seat.may(Right::Inspect) {
        assessment.urgency.clocks = None;
    }
    Ok(Json(AssessmentOut { id: row.id, assessment }))
}

/// The dossier of a signal whose mentions are ratings.
#[derive(Serialize, ToSchema)]
pub struct DossierOut {
    /// The signal.
    id: String,
    /// `burst`: what speaks for and against a campaign; `reviews`: each with its mention and its `part` (`alike`, `own`: looks like a real
    /// customer's, `open`: too little is known), what speaks for and against, what is unknown. Only `alike` is what a platform is asked to look
    /// at, and none of it is a verdict. `null` where the mentions are no ratings.
    #[schema(value_type = Option<Object>)]
    dossier: Option<Dossier>,
}

/// Each rating of a signal and why it is in the burst, as of now.
#[utoipa::path(get, operation_id = "get_dossier", path = "/organisations/{organisation}/signals/{signal}/dossier", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = DossierOut)))]
pub async fn dossier(
    seat: Seat<Reads>,
    State(app): State<App>,
    At(id): At<String>,
) -> Result<Json<DossierOut>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    let dossier = engine::dossier::of_signal(&app.world, &row, app.world.clock.now()).await?;
    Ok(Json(DossierOut { id: row.id, dossier }))
}

/// A figure that somebody reported.
#[derive(Serialize, ToSchema)]
pub struct ReportedOut {
    /// `views`, `calls`, `cancelled`, `money` or `harmed`.
    subject: String,
    /// How many, in all, so far.
    value: i64,
    /// What they added.
    note: String,
    /// Who.
    person: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// Every figure that was reported of a signal, in the order they came; of a subject, the newest holds.
#[utoipa::path(get, operation_id = "list_reported", path = "/organisations/{organisation}/signals/{signal}/reported", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = Vec<ReportedOut>)))]
pub async fn reported(
    seat: Seat<Reads>,
    State(app): State<App>,
    At(id): At<String>,
) -> Result<Json<Vec<ReportedOut>>, Problem> {
    let all = app.world.store.reported(seat.organisation, &id).await?;
    let one = |r: Reported| ReportedOut {
        subject: r.subject.code().to_owned(),
        value: r.value,
        note: r.note,
        person: r.person.0,
        at: r.at,
    };
    Ok(Json(all.into_iter().map(one).collect()))
}

/// A figure that no source counts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureIn {
    /// `views`, `calls`, `cancelled`, `money` or `harmed`.
    #[schema(value_type = String)]
    subject: Subject,
    /// How many, in all, so far.
    #[schema(minimum = 0, maximum = 1_000_000_000_000_i64)]
    value: i64,
    /// What is to be added; may be empty.
    #[serde(default)]
    #[schema(max_length = 300)]
    note: String,
}

/// Reports a figure of a signal that no source counts.
#[utoipa::path(post, operation_id = "report_figure", path = "/organisations/{organisation}/signals/{signal}/reported", tag = "signals",
    request_body = FigureIn, params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 204, description = "Done.")))]
pub async fn report(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<String>,
    Body(said): Body<FigureIn>,
) -> Result<StatusCode, Problem> {
    let reported = Reported::new(said.subject, said.value, &said.note, seat.person, app.world.clock.now())
        .map_err(|wrong| Problem::bad(wrong.to_string()))?;
    assess::report(&app.world, seat.organisation, &id, &reported).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What somebody says the severity is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeverityIn {
    /// `watch`, `alert` or `crisis`; `null` lets the rubric decide again.
    #[schema(value_type = Option<String>)]
    severity: Option<Severity>,
    /// Why; needed unless the rubric decides again.
    #[serde(default)]
    #[schema(max_length = 300)]
    reason: String,
}

/// Says that the severity of a signal is another than the rubric's, and why; or takes it back.
#[utoipa::path(put, operation_id = "say_severity", path = "/organisations/{organisation}/signals/{signal}/severity", tag = "signals",
    request_body = SeverityIn, params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 204, description = "Done.")))]
pub async fn severity(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<String>,
    Body(said): Body<SeverityIn>,
) -> Result<StatusCode, Problem> {
    assess::say_severity(&app.world, seat.organisation, &id, said.severity, &said.reason, seat.person).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The rubric of the severity.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RubricBody {
    /// For each factor its steps: `from` a value on, `points` in all, and `least`, a severity it calls for by itself.
    #[schema(value_type = Object)]
    factors: BTreeMap<Factor, Vec<Step>>,
    /// From so many points on an alert.
    alert: i64,
    /// From so many points on a crisis.
    crisis: i64,
    /// Minutes from the onset until a first word should be out: watch, alert, crisis.
    answer_minutes: [u32; 3],
}

/// The rubric by which severity is judged here.
#[utoipa::path(get, operation_id = "get_rubric", path = "/organisations/{organisation}/rubric", tag = "signals",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = RubricBody)))]
pub async fn rubric(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<RubricBody>, Problem> {
    let Rubric { factors, alert, crisis, answer_minutes } = assess::rubric(&app.world, seat.organisation).await?;
    Ok(Json(RubricBody { factors, alert, crisis, answer_minutes }))
}

/// Sets the rubric; one in which more would be less grave is refused.
#[utoipa::path(put, operation_id = "set_rubric", path = "/organisations/{organisation}/rubric", tag = "signals", request_body = RubricBody,
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn set_rubric(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(RubricBody { factors, alert, crisis, answer_minutes }): Body<RubricBody>,
) -> Result<StatusCode, Problem> {
    let rubric = Rubric { factors, alert, crisis, answer_minutes };
    assess::set_rubric(&app.world, seat.organisation, Some(&rubric)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Forgets the organisation's own rubric: the house's holds again.
#[utoipa::path(delete, operation_id = "unset_rubric", path = "/organisations/{organisation}/rubric", tag = "signals",
    params(("organisation" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn unset_rubric(seat: Seat<Configures>, State(app): State<App>) -> Result<StatusCode, Problem> {
    assess::set_rubric(&app.world, seat.organisation, None).await?;
    Ok(StatusCode::NO_CONTENT)
}
