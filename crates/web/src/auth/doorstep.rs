//! Before anybody has a login: a link, made where Vigie runs, is the only way in. Its secret is kept as a digest and ends.

use super::secret;
use crate::error::Failure;
use domain::id::{OrganisationId, PersonId};
use domain::setup::Servers;
use engine::setup::{Invitation, Invited};
use engine::world::World;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::Store;

/// How long a set-up link is good for.
pub const LASTS: SignedDuration = SignedDuration::from_hours(72);

/// What is known before anybody has a login; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Doorstep {
    /// Where sources are proposed from.
    pub servers: Arc<Servers>,
    /// Whether somebody was seen to have a login: from then on nobody asks again.
    peopled: Arc<AtomicBool>,
}

impl Doorstep {
    /// A doorstep that proposes sources of these servers.
    pub fn new(servers: Servers) -> Self {
        Self { servers: Arc::new(servers), ..Self::default() }
    }

    /// Whether anybody has a login.
    ///
    /// # Errors
    /// The store's.
    pub async fn is_peopled(&self, store: &Store) -> Result<bool, store::Error> {
        if self.peopled.load(Ordering::Relaxed) {
            return Ok(true);
        }
        let peopled = store.has_people().await?;
        self.peopled.fetch_or(peopled, Ordering::Relaxed);
        Ok(peopled)
    }
}

/// A fresh set-up link's path, with its secret. Where nobody has a login yet it is the house's first, and the one before it ends.
///
/// # Errors
/// The store's, or no randomness.
pub async fn link(store: &Store, at: Timestamp) -> Result<String, Failure> {
    let (text, digest) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
    let first = !store.has_people().await?;
    store.begin_setup(&digest, first, at, at.saturating_add(LASTS).unwrap_or(at)).await?;
    Ok(format!("/setup?key={text}"))
}

/// A fresh invitation, and the path of its link with its secret: by it one person makes themselves a login in an organisation that is
/// there, once.
///
/// # Errors
/// The store's, or no randomness.
pub async fn invite(store: &Store, invited: Invited, at: Timestamp) -> Result<(Invitation, String), Failure> {
    let (text, digest) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
    let until = at.saturating_add(LASTS).unwrap_or(at);
    let made = engine::setup::invite(store, digest, invited, (at, until)).await;
    Ok((made.map_err(|e| Failure::Ours(e.to_string()))?, format!("/setup?key={text}")))
}

/// A fresh link by which staff who have no login read how to behave: its id, and its path with its secret.
///
/// # Errors
/// A name that cannot be shown; the store's, or no randomness.
pub async fn staff_link(
    world: &World,
    organisation: OrganisationId,
    name: &str,
    by: Option<PersonId>,
) -> Result<(i64, String), Failure> {
    let (text, digest) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
    let made = engine::team::add_staff_link(world, organisation, name, digest, by).await;
    let id = made.map_err(|error| match error {
        engine::EngineError::Store(error) => error.into(),
        engine::EngineError::Report(why) => Failure::Bad(why),
        other => Failure::Ours(other.to_string()),
    })?;
    Ok((id, format!("/staff/{text}")))
}

/// The path of a fresh address by which somebody's own calendar reads the days of an organisation, with its secret; the one before it opens nothing any more.
///
/// # Errors
/// The store's, or no randomness.
pub async fn calendar_link(world: &World, organisation: OrganisationId, person: PersonId) -> Result<String, Failure> {
    let (text, digest) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
    world.store.set_calendar_link(organisation, person, digest, world.clock.now()).await?;
    Ok(format!("/calendars/{text}.ics"))
}

/// Takes the address of somebody's calendar back; who has none is left as they are.
///
/// # Errors
/// The store's.
pub async fn without_calendar_link(
    world: &World,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Failure> {
    match world.store.withdraw_calendar_link(organisation, person).await {
        Ok(()) | Err(store::Error::NotFound) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
