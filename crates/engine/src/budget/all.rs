//! What labels propose for all brands of an organisation at once.

use super::{Trial, keep, trial};
use crate::EngineError;
use crate::world::World;
use domain::brand::Brand;
use domain::calibrate::LEAST;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::signal::Budget;
use jiff::{SignedDuration, Timestamp};
use store::SignalFilter;

/// Brands that are tried in one go: each takes seconds where it is busy.
pub const AT_ONCE: usize = 10;

/// What labels propose for some brands of an organisation.
#[derive(Clone, Debug)]
pub struct Proposals {
    /// Brands with labels enough, each with what was tried, by their ids.
    pub tried: Vec<(Brand, Trial)>,
    /// Brands that were passed by because too few of their signals carry a label.
    pub few: usize,
    /// The brand to go on after; `None` where none is left.
    pub next: Option<BrandId>,
}

/// Tries the brands after that one, the first [`AT_ONCE`] of those with labels enough. Changes nothing.
///
/// # Errors
/// The store's.
pub async fn proposals(
    world: &World,
    organisation: OrganisationId,
    after: Option<BrandId>,
) -> Result<Proposals, EngineError> {
    let mut brands = world.store.brands(organisation).await?;
    brands.sort_by_key(|brand| brand.id);
    let mut found = Proposals { tried: Vec::new(), few: 0, next: None };
    let mut last = None;
    for brand in brands.into_iter().filter(|brand| Some(brand.id) > after) {
        if labelled(world, organisation, brand.id).await? < LEAST {
            found.few += 1;
        } else if found.tried.len() == AT_ONCE {
            found.next = last;
            break;
        } else {
            let tried = trial(world, organisation, brand.id).await?;
            found.tried.push((brand.clone(), tried));
        }
        last = Some(brand.id);
    }
    Ok(found)
}

/// How many signals that a trial would look at carry a label.
async fn labelled(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<usize, EngineError> {
    let since = world.clock.now().checked_sub(SignedDuration::from_hours(24 * super::DAYS)).unwrap_or(Timestamp::MIN);
    let filter = SignalFilter { brand: Some(brand), since: Some(since), counted_only: true, ..SignalFilter::default() };
    let signals = world.store.signals(organisation, filter, super::trial::LOOKED).await?;
    Ok(signals.iter().filter(|signal| signal.label.is_some()).count())
}

/// Keeps the budgets that somebody was shown and wants, each only where the labels still propose it. Answers whose were kept.
///
/// # Errors
/// [`EngineError::Report`] where they are more than [`AT_ONCE`], and nothing is kept; the store's.
pub async fn accept(
    world: &World,
    organisation: OrganisationId,
    shown: &[(BrandId, Budget)],
    person: PersonId,
) -> Result<Vec<BrandId>, EngineError> {
    if shown.len() > AT_ONCE {
        return Err(EngineError::Report(format!("at most {AT_ONCE} proposals can be taken at once; nothing was kept")));
    }
    let mut wanted = Vec::new();
    for (brand, budget) in shown {
        if trial(world, organisation, *brand).await?.proposed() == Some(*budget) {
            wanted.push((*brand, *budget));
        }
    }
    for (brand, budget) in &wanted {
        keep(world, organisation, *brand, *budget, Some(person), true).await?;
    }
    Ok(wanted.into_iter().map(|(brand, _)| brand).collect())
}
