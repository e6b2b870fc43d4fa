//! Who asks, and what they may do in the organisation of the path; decided before anything else of the request is read.

use super::problem::Problem;
use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Right, Role};
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// What an operation needs, said in its handler's type.
pub trait Needs: Send + Sync {
    /// The right.
    const RIGHT: Right;
}

/// Needs [`Right::Read`].
pub struct Reads;
/// Needs [`Right::Inspect`].
pub struct Inspects;
/// Needs [`Right::Triage`].
pub struct Triages;
/// Needs [`Right::Configure`].
pub struct Configures;
/// Needs [`Right::Audit`].
pub struct Audits;
/// Needs [`Right::ManagePeople`].
pub struct ManagesPeople;
/// Needs [`Right::Rehearse`].
pub struct Rehearses;

impl Needs for Reads {
    const RIGHT: Right = Right::Read;
}
impl Needs for Inspects {
    const RIGHT: Right = Right::Inspect;
}
impl Needs for Audits {
    const RIGHT: Right = Right::Audit;
}
impl Needs for Triages {
    const RIGHT: Right = Right::Triage;
}
impl Needs for Configures {
    const RIGHT: Right = Right::Configure;
}
impl Needs for ManagesPeople {
    const RIGHT: Right = Right::ManagePeople;
}
impl Needs for Rehearses {
    const RIGHT: Right = Right::Rehearse;
}

/// Somebody who may do what the operation needs in the organisation of the path.
pub struct Seat<N> {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where.
    pub organisation: OrganisationId,
    role: Role,
    needs: PhantomData<N>,
}

impl<N> Seat<N> {
    /// What they are there.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Whether they may do something beside there.
    pub fn may(&self, right: Right) -> bool {
        self.role.may(right)
    }
}

impl<N: Needs> FromRequestParts<App> for Seat<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let principal = Principal::from_request_parts(parts, app).await?;
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        let named = params.iter().find_map(|(name, value)| (name == "organisation").then(|| value.parse().ok())?);
        let organisation = OrganisationId(named.ok_or(Failure::NotFound)?);
        principal.organisation(organisation, N::RIGHT)?;
        let (person, name) = (principal.person.id, principal.person.name);
        let role = principal.memberships.iter().find(|(of, _)| of.id == organisation).map(|(_, role)| *role);
        Ok(Self { person, name, organisation, role: role.ok_or(Failure::NotFound)?, needs: PhantomData })
    }
}

/// Somebody logged in, wherever they belong.
pub struct Anybody(pub Principal);

impl FromRequestParts<App> for Anybody {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        Ok(Self(Principal::from_request_parts(parts, app).await?))
    }
}

/// Somebody about whom everything is asked that is theirs in all their organisations: how they are woken. A token is of one organisation,
/// and may not tell or change what concerns others.
pub struct Own(pub Person);

impl FromRequestParts<App> for Own {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let principal = Principal::from_request_parts(parts, app).await?;
        let all = app.world.store.memberships(principal.person.id, app.world.clock.now()).await?;
        if all.len() != principal.memberships.len() {
            let why = "this token is for one organisation, and how you are woken concerns all of yours: use the pages or `vigie target`";
            return Err(Problem::new(StatusCode::FORBIDDEN, "one-organisation-only", why));
        }
        Ok(Self(principal.person))
    }
}

/// The id in the path behind the organisation's.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Path((_, id)) = Path::<(i64, T)>::from_request_parts(parts, app).await?;
        Ok(Self(id))
    }
}

/// The parameters of the address.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(asked) = Query::from_request_parts(parts, app).await?;
        Ok(Self(asked))
    }
}

/// The JSON of the body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let Json(body) = Json::from_request(request, app).await?;
        Ok(Self(body))
    }
}
