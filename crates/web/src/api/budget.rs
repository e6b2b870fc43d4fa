//! How often a brand is told of, what another choice would have told, and what the labels propose.

use super::problem::Problem;
use super::seat::{Asked, At, Body, Configures, Inspects, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::calibrate::Advice;
use domain::id::BrandId;
use domain::signal::{Budget, Level, Often};
use engine::budget::{self, Trial};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Choices that are told of the log.
const TOLD: i64 = 100;

/// How often, at most, calm counts may reach a level.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetBody {
    /// Notices: `day`, `week` (as long as nobody says otherwise) or `month`.
    #[schema(value_type = String)]
    notice: Often,
    /// Alerts: `month`, `two_months` (as long as nobody says otherwise) or `half_year`.
    #[schema(value_type = String)]
    alert: Often,
}

impl From<Budget> for BudgetBody {
    fn from(Budget { notice, alert }: Budget) -> Self {
        Self { notice, alert }
    }
}

/// A brand's budget and what comes of it.
#[derive(Serialize, ToSchema)]
pub struct BudgetOut {
    /// What was chosen.
    budget: BudgetBody,
    /// How many brands of its own the organisation has. Together their calm counts are to reach 21 notices and one alert a week at most.
    brands: i64,
    /// How many times rarer than chosen each notice is, because there are so many brands; 1 for a few.
    notice_rarer: f64,
    /// How many times rarer than chosen each alert is.
    alert_rarer: f64,
    /// The score from which on it is a notice.
    notice_from: f64,
    /// The score from which on it is an alert.
    alert_from: f64,
    /// Who chose what, newest first; a hundred at most.
    log: Vec<SaidOut>,
}

/// Somebody chose a budget.
#[derive(Serialize, ToSchema)]
pub struct SaidOut {
    /// What.
    budget: BudgetBody,
    /// Whether it was proposed from labels.
    by_labels: bool,
    /// Who; absent for the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<i64>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

async fn told(app: &App, seat: (domain::id::OrganisationId, BrandId)) -> Result<Json<BudgetOut>, Problem> {
    let (organisation, brand) = seat;
    let now = budget::of(&app.world, organisation, brand).await?;
    let said = |said: store::Said| SaidOut {
        budget: said.budget.into(),
        by_labels: said.by_labels,
        person: said.person.map(|person| person.0),
        at: said.at,
    };
    let log = app.world.store.said_budgets(organisation, brand, TOLD).await?.into_iter().map(said).collect();
    Ok(Json(BudgetOut {
        budget: now.budget.into(),
        brands: now.brands as i64,
        notice_rarer: now.rarer.notice,
        alert_rarer: now.rarer.alert,
        notice_from: now.settings.notice,
        alert_from: now.settings.alert,
        log,
    }))
}

/// How often a brand is told of.
#[utoipa::path(get, operation_id = "get_budget", path = "/organisations/{organisation}/brands/{brand}/budget", tag = "brands",
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = BudgetOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<BudgetOut>, Problem> {
    told(&app, (seat.organisation, BrandId(id))).await
}

/// Says how often a brand is told of; it counts from the next minute on, and what was raised stays.
#[utoipa::path(put, operation_id = "set_budget", path = "/organisations/{organisation}/brands/{brand}/budget", tag = "brands",
    request_body = BudgetBody, params(("organisation" = i64, Path), ("brand" = i64, Path)),
    responses((status = 200, description = "Done.", body = BudgetOut)))]
pub async fn set(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(BudgetBody { notice, alert }): Body<BudgetBody>,
) -> Result<Json<BudgetOut>, Problem> {
    let (brand, chosen) = (BrandId(id), Budget { notice, alert });
    budget::set(&app.world, seat.organisation, brand, chosen, Some(seat.person)).await?;
    told(&app, (seat.organisation, brand)).await
}

/// What each choice would have told of.
#[derive(Serialize, ToSchema)]
pub struct TrialOut {
    /// Since when counts were tried: 90 days ago, or when the first was there.
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    /// Notices and alerts that each choice of notices would have given, alerts chosen as they are.
    notices: Vec<ChoiceOut>,
    /// Alerts that each choice of alerts would have given, notices chosen as they are.
    alerts: Vec<ChoiceOut>,
    /// What the labels say of notices: `too_few`, `keep` or `rarer`, with how many were looked at and what would change.
    #[schema(value_type = Object)]
    notice_advice: Advice,
    /// What the labels say of alerts.
    #[schema(value_type = Object)]
    alert_advice: Advice,
    /// The budget that the labels propose, where they propose another.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed: Option<BudgetBody>,
}

/// One choice and how many signals it would have given.
#[derive(Serialize, ToSchema)]
pub struct ChoiceOut {
    /// `day`, `week`, `month`, `two_months` or `half_year`.
    #[schema(value_type = String)]
    often: Often,
    /// How many.
    signals: i64,
}

impl From<Trial> for TrialOut {
    fn from(trial: Trial) -> Self {
        let proposed = trial.proposed().map(BudgetBody::from);
        let choice = |(often, signals)| ChoiceOut { often, signals };
        let of = |level: Level| trial.counts[level as usize].into_iter().map(choice).collect();
        let [notice_advice, alert_advice] = trial.advice;
        let (notices, alerts) = (of(Level::Notice), of(Level::Alert));
        Self { from: trial.from, notices, alerts, notice_advice, alert_advice, proposed }
    }
}

/// What each choice would have told of in the last 90 days, and what the labels propose; changes nothing. Some seconds for a busy brand.
#[utoipa::path(get, operation_id = "try_budget", path = "/organisations/{organisation}/brands/{brand}/budget/trial", tag = "brands",
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = TrialOut)))]
pub async fn try_all(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<TrialOut>, Problem> {
    Ok(Json(budget::trial(&app.world, seat.organisation, BrandId(id)).await?.into()))
}

/// Keeps the budget that the labels propose, as `proposed` of the trial said it, in the name of whoever asks. Where they propose another by now,
/// or none, it is refused and nothing changes.
#[utoipa::path(post, operation_id = "calibrate_budget", path = "/organisations/{organisation}/brands/{brand}/budget/calibrate", tag = "brands",
    request_body = BudgetBody, params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = BudgetOut)))]
pub async fn calibrate(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(BudgetBody { notice, alert }): Body<BudgetBody>,
) -> Result<Json<BudgetOut>, Problem> {
    let shown = Budget { notice, alert };
    budget::calibrate(&app.world, seat.organisation, BrandId(id), shown, Some(seat.person)).await?;
    told(&app, (seat.organisation, BrandId(id))).await
}

/// Where a list of proposals begins.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// Brands after this one only.
    after: Option<i64>,
}

/// What labels propose for some brands of an organisation.
#[derive(Serialize, ToSchema)]
pub struct ProposalsOut {
    /// Brands with labels enough to propose something, by their ids; ten at most.
    brands: Vec<ProposalOut>,
    /// Brands that were passed by because too few of their signals carry a label.
    few: i64,
    /// Ask again with this as `after`; absent where none is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
}

/// What labels propose for one brand.
#[derive(Serialize, ToSchema)]
pub struct ProposalOut {
    /// The brand.
    brand: i64,
    /// What holds.
    budget: BudgetBody,
    /// What each choice would have told of, and what is proposed.
    #[serde(flatten)]
    trial: TrialOut,
}

/// What labels propose for the brands of an organisation, with its effect; changes nothing. Some seconds for each busy brand.
#[utoipa::path(get, operation_id = "propose_budgets", path = "/organisations/{organisation}/budgets/proposals", tag = "brands",
    params(("organisation" = i64, Path), After),
    responses((status = 200, description = "Done.", body = ProposalsOut)))]
pub async fn propose(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(After { after }): Asked<After>,
) -> Result<Json<ProposalsOut>, Problem> {
    let found = budget::proposals(&app.world, seat.organisation, after.map(BrandId)).await?;
    let out = |(brand, trial): (domain::brand::Brand, Trial)| ProposalOut {
        brand: brand.id.0,
        budget: trial.present.budget.into(),
        trial: trial.into(),
    };
    Ok(Json(ProposalsOut {
        brands: found.tried.into_iter().map(out).collect(),
        few: found.few as i64,
        next: found.next.map(|brand| brand.0),
    }))
}

/// Proposals that somebody was shown and wants.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptBody {
    /// Ten at most.
    brands: Vec<AcceptedBody>,
}

/// One of them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptedBody {
    /// The brand.
    brand: i64,
    /// What was proposed for notices.
    #[schema(value_type = String)]
    notice: Often,
    /// What was proposed for alerts.
    #[schema(value_type = String)]
    alert: Often,
}

/// Whose budgets were kept.
#[derive(Serialize, ToSchema)]
pub struct AcceptedOut {
    /// The brands: those for which the labels still proposed what was sent. The others are as they were.
    kept: Vec<i64>,
}

/// Keeps the proposals that are sent, in the name of whoever asks, each only where the labels still propose it.
#[utoipa::path(post, operation_id = "accept_budgets", path = "/organisations/{organisation}/budgets/accept", tag = "brands",
    request_body = AcceptBody, params(("organisation" = i64, Path)),
    responses((status = 200, description = "Done.", body = AcceptedOut)))]
pub async fn accept(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(AcceptBody { brands }): Body<AcceptBody>,
) -> Result<Json<AcceptedOut>, Problem> {
    let shown: Vec<(BrandId, Budget)> =
        brands.iter().map(|one| (BrandId(one.brand), Budget { notice: one.notice, alert: one.alert })).collect();
    let kept = budget::accept(&app.world, seat.organisation, &shown, seat.person).await?;
    Ok(Json(AcceptedOut { kept: kept.into_iter().map(|brand| brand.0).collect() }))
}
