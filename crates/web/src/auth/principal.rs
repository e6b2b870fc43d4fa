//! The one who asks, taken from the session cookie or an API token.

use super::secret;
use crate::error::Failure;
use crate::state::{App, Site};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Person, Right, Role};

/// Somebody logged in, with what they are in each of their organisations.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who.
    pub person: Person,
    /// Where they belong, and as what; by an API token, the token's organisation only.
    pub memberships: Vec<(Organisation, Role)>,
}

impl Principal {
    /// The organisation of that id, where the person may do that there. Somebody else's organisation does not exist for them.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for an organisation that is not theirs, [`Failure::Forbidden`] where the role may not.
    pub fn organisation(&self, id: OrganisationId, right: Right) -> Result<&Organisation, Failure> {
        let (organisation, role) = self.memberships.iter().find(|(o, _)| o.id == id).ok_or(Failure::NotFound)?;
        if role.may(right) { Ok(organisation) } else { Err(Failure::Forbidden) }
    }

    /// What the person is in an organisation.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for one that is not theirs.
    pub fn role(&self, id: OrganisationId) -> Result<Role, Failure> {
        self.memberships.iter().find(|(o, _)| o.id == id).map(|(_, role)| *role).ok_or(Failure::NotFound)
    }
}

impl FromRequestParts<App> for Principal {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        if let Some(token) = bearer(&parts.headers) {
            return by_token(app, token).await;
        }
        let secret = session_secret(&app.site, &parts.headers).ok_or(Failure::LoginNeeded)?;
        let person =
            app.world.store.session(&secret::digest(secret), session_now()).await?.ok_or(Failure::LoginNeeded)?;
        let memberships = app.world.store.memberships(person.id, app.world.clock.now()).await?;
        // Whose last membership ended has nothing here any more.
        if memberships.is_empty() {
            return Err(Failure::LoginNeeded);
        }
        Ok(Self { person, memberships })
    }
}

/// Who asks by a token, in the token's organisation alone.
///
/// # Errors
/// [`Failure::TokenUnknown`]; the store's.
pub async fn by_token(app: &App, token: &str) -> Result<Principal, Failure> {
    let found = app.world.store.token(&secret::digest(token), app.world.clock.now()).await?;
    let (organisation, person, role) = found.ok_or(Failure::TokenUnknown)?;
    let organisation = app.world.store.organisation(organisation).await?;
    Ok(Principal { person, memberships: vec![(organisation, role)] })
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// The session's secret among the request's cookies.
pub fn session_secret<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(site.cookie())?.strip_prefix('='))
}

/// Sessions live by the wall's clock, in every world: a virtual one stands still or runs ahead.
pub fn session_now() -> jiff::Timestamp {
    engine::world::Clock::Wall.now()
}
