//! The communication policy: what the public reads, what it would read, and publishing.

use super::problem::Problem;
use super::seat::{At, Body, Configures, Inspects, Seat};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::id::{BrandId, OrganisationId};
use domain::policy::{Difference, Policy};
use engine::policy::{self, Unfit, Wanted};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A brand's policy.
#[derive(Serialize, ToSchema)]
pub struct PolicyOut {
    /// The brand.
    brand: i64,
    /// Whether the public sees it.
    open: bool,
    /// What its address ends with, or would.
    address: String,
    /// The page, where the public sees it.
    page: Option<String>,
    /// The version published last, from 1; absent before the first.
    version: Option<i64>,
    /// When it was published.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
    /// Who published it; absent for the command line.
    person: Option<i64>,
    /// What was published last: where to complain, hours until an answer, and in each language text, who answers, what we do and never do.
    #[schema(value_type = Option<Object>)]
    published: Option<Policy>,
    /// What the plan says now.
    #[schema(value_type = Option<Object>)]
    planned: Option<Policy>,
    /// The stamp of what the plan says now, by which it is published.
    stamp: Option<String>,
    /// What would change for the public: language, part, was, is.
    #[schema(value_type = Vec<Object>)]
    differences: Vec<Difference>,
    /// The page of the private complaint channel that the public page leads to, while it is open.
    channel: Option<String>,
}

async fn told(app: &App, organisation: OrganisationId, brand: BrandId) -> Result<Json<PolicyOut>, Problem> {
    let standing = policy::standing(&app.world, organisation, brand).await?;
    let origin = &app.waking.origin;
    let newest = standing.published.first();
    Ok(Json(PolicyOut {
        brand: brand.0,
        open: standing.shown().is_some(),
        page: standing.shown().map(|shown| format!("{origin}/policy/{}", shown.address)),
        version: newest.map(|newest| newest.version),
        at: newest.map(|newest| newest.at),
        person: newest.and_then(|newest| newest.person).map(|person| person.0),
        published: newest.map(|newest| newest.policy.clone()),
        stamp: standing.planned.as_ref().map(Policy::stamp),
        differences: standing.differences(),
        channel: standing.channel.map(|address| format!("{origin}/complaint/{address}")),
        address: standing.address,
        planned: standing.planned,
    }))
}

/// What the public reads of a brand's policy, and what it would read.
#[utoipa::path(get, operation_id = "get_policy", path = "/organisations/{organisation}/brands/{brand}/policy", tag = "plan",
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = PolicyOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>, At(brand): At<i64>) -> Result<Json<PolicyOut>, Problem> {
    told(&app, seat.organisation, BrandId(brand)).await
}

/// What is to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyBody {
    /// The stamp of what was read; where the plan says something else by now, nothing is published (409).
    stamp: String,
    /// What its address ends with; as it is, where absent.
    address: Option<String>,
}

/// Publishes what the plan says, and opens the page.
#[utoipa::path(put, operation_id = "publish_policy", path = "/organisations/{organisation}/brands/{brand}/policy", tag = "plan",
    request_body = PolicyBody, params(("organisation" = i64, Path), ("brand" = i64, Path)),
    responses((status = 200, description = "Done.", body = PolicyOut)))]
pub async fn publish(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(brand): At<i64>,
    Body(PolicyBody { stamp, address }): Body<PolicyBody>,
) -> Result<Json<PolicyOut>, Problem> {
    let (brand, wanted) = (BrandId(brand), Wanted { stamp, address });
    let published = policy::publish(&app.world, seat.organisation, brand, Some(seat.person), wanted).await?;
    match published {
        Ok(_) => told(&app, seat.organisation, brand).await,
        Err(unfit @ (Unfit::Changed | Unfit::Taken)) => Err(Failure::Conflict(unfit.to_string()).into()),
        Err(unfit) => Err(Failure::Bad(unfit.to_string()).into()),
    }
}

/// Takes a brand's policy off: its address shows nothing any more. What was published is kept.
#[utoipa::path(delete, operation_id = "withdraw_policy", path = "/organisations/{organisation}/brands/{brand}/policy", tag = "plan",
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn withdraw(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(brand): At<i64>,
) -> Result<StatusCode, Problem> {
    app.world.store.withdraw_policy(seat.organisation, BrandId(brand)).await?;
    Ok(StatusCode::NO_CONTENT)
}
