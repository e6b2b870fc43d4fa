//! The API tokens of an organisation.

use super::brands::name;
use super::idempotency::Kept;
use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Asked, At, Audits, Body, Configures, Seat};
use crate::auth::secret;
use crate::error::Failure;
use crate::state::App;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::TokenRow;
use utoipa::ToSchema;

/// An API token; its secret is shown when it is made, and never again.
#[derive(Serialize, ToSchema)]
pub struct TokenOut {
    /// Its id.
    id: i64,
    /// Who made it; it may do what they may.
    person: i64,
    /// Its name as shown.
    name: String,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// The secret, once; absent also when the answer is given again to an idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

impl From<TokenRow> for TokenOut {
    fn from(row: TokenRow) -> Self {
        Self { id: row.id, person: row.person.0, name: row.name, created_at: row.created_at, token: None }
    }
}

/// A token to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenIn {
    /// Its name as shown.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
}

/// An organisation's tokens, without their secrets.
#[utoipa::path(get, operation_id = "list_tokens", path = "/organisations/{organisation}/tokens", tag = "tokens",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<TokenOut>)))]
pub async fn list(
    seat: Seat<Audits>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<TokenOut>>, Problem> {
    let all = app.world.store.tokens(seat.organisation).await?.into_iter().map(TokenOut::from);
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// Makes a token that may do in this organisation what its maker may.
#[utoipa::path(post, operation_id = "create_token", path = "/organisations/{organisation}/tokens", tag = "tokens", request_body = TokenIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = TokenOut)))]
pub async fn create(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<TokenIn>,
) -> Result<(StatusCode, Extension<Kept>, Json<TokenOut>), Problem> {
    let name = name(&new.name)?;
    let (text, digest) = secret::fresh(secret::TOKEN_PREFIX).map_err(|e| Failure::Ours(e.to_string()))?;
    let now = app.world.clock.now();
    let id = app.world.store.create_token(seat.organisation, seat.person, &name, digest, now).await?;
    let mut made = TokenOut { id, person: seat.person.0, name, created_at: now, token: None };
    let kept = Kept::of(&made)?;
    made.token = Some(text);
    Ok((StatusCode::CREATED, Extension(kept), Json(made)))
}

/// Takes a token back.
#[utoipa::path(delete, operation_id = "revoke_token", path = "/organisations/{organisation}/tokens/{token}", tag = "tokens",
    params(("organisation" = i64, Path), ("token" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn revoke(seat: Seat<Configures>, State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    app.world.store.revoke_token(seat.organisation, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
