//! How often a brand is told of: the budget that somebody chose in words, made rarer where many brands share one organisation.

mod all;
mod trial;

pub use all::{AT_ONCE, Proposals, accept, proposals};
pub use trial::{DAYS, Trial, calibrate, trial};

use crate::EngineError;
use crate::bus::Change;
use crate::world::World;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::signal::{Budget, Rarer};
use signal::surge::Settings;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::Said;

/// The budget of a brand, and what comes of it.
#[derive(Clone, Debug)]
pub struct InForce {
    /// What was chosen.
    pub budget: Budget,
    /// How many times rarer each level is, because of the organisation's other brands.
    pub rarer: Rarer,
    /// How many brands the organisation has.
    pub brands: usize,
    /// The settings by which it is judged.
    pub settings: Settings,
}

/// The budget of a brand as of now.
///
/// # Errors
/// The store's.
pub async fn of(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<InForce, EngineError> {
    let all = world.store.budgets(organisation).await?;
    let (_, budget) = *all.iter().find(|(id, _)| *id == brand).ok_or(store::Error::NotFound)?;
    let rarer = Rarer::of(all.iter().map(|(_, budget)| *budget));
    let settings = budget.settings(&crate::surge_settings()?, rarer);
    Ok(InForce { budget, rarer, brands: all.len(), settings })
}

/// Keeps a brand's budget; it counts from the next minute on. What was raised stays as it is.
///
/// # Errors
/// [`EngineError::Report`] where it is none; the store's.
pub async fn set(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    budget: Budget,
    person: Option<PersonId>,
) -> Result<(), EngineError> {
    keep(world, organisation, brand, budget, person, false).await
}

async fn keep(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    budget: Budget,
    person: Option<PersonId>,
    by_labels: bool,
) -> Result<(), EngineError> {
    budget.check().map_err(|wrong| EngineError::Report(wrong.to_string()))?;
    let said = Said { budget, by_labels, person, at: world.clock.now() };
    world.store.say_budget(organisation, brand, &said).await?;
    world.bus.tell(organisation, Change::Signals);
    Ok(())
}

/// The budgets of the organisations of one tick, each read once.
#[derive(Default)]
pub(crate) struct Budgets(BTreeMap<OrganisationId, (Rarer, BTreeMap<BrandId, Budget>)>);

impl Budgets {
    /// The settings by which a brand is judged.
    pub(crate) async fn settings(
        &mut self,
        world: &World,
        settings: &Settings,
        organisation: OrganisationId,
        brand: BrandId,
    ) -> Result<Settings, EngineError> {
        let (rarer, all) = match self.0.entry(organisation) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let all = world.store.budgets(organisation).await?;
                let rarer = Rarer::of(all.iter().map(|(_, budget)| *budget));
                new.insert((rarer, all.into_iter().collect()))
            }
        };
        let budget = all.get(&brand).ok_or(store::Error::NotFound)?;
        Ok(budget.settings(settings, *rarer))
    }
}
