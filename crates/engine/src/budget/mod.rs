//! How often a brand is told of: the budget that somebody chose in words, made rarer where many brands share one organisation.

mod all;
mod trial;

pub use all::{AT_ONCE, Proposals, accept, proposals};
pub use trial::{DAYS, Trial, calibrate, trial};

use crate::EngineError;
use crate::bus::Change;
use crate::world::World;
use domain::brand::BrandRole;
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
    /// How many brands of its own the organisation has: the others wake nobody.
    pub brands: usize,
    /// The settings by which it is judged.
    pub settings: Settings,
}

/// The budget of a brand as of now.
///
/// # Errors
/// The store's.
pub async fn of(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<InForce, EngineError> {
    let Shared { rarer, brands, all } = shared(world, organisation).await?;
    let budget = *all.get(&brand).ok_or(store::Error::NotFound)?;
    let settings = budget.settings(&crate::surge_settings()?, rarer);
    Ok(InForce { budget, rarer, brands, settings })
}

/// The budgets of one organisation.
struct Shared {
    rarer: Rarer,
    brands: usize,
    all: BTreeMap<BrandId, Budget>,
}

/// Those of all its brands, and what those of its own ask for together.
async fn shared(world: &World, organisation: OrganisationId) -> Result<Shared, EngineError> {
    let all: BTreeMap<BrandId, Budget> = world.store.budgets(organisation).await?.into_iter().collect();
    let brands = world.store.brands(organisation).await?;
    let own = brands.iter().filter(|brand| brand.role == BrandRole::Own);
    let own: Vec<Budget> = own.filter_map(|brand| all.get(&brand.id).copied()).collect();
    Ok(Shared { brands: own.len(), rarer: Rarer::of(own), all })
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
pub(crate) struct Budgets(BTreeMap<OrganisationId, Shared>);

impl Budgets {
    /// The settings by which a brand is judged.
    pub(crate) async fn settings(
        &mut self,
        world: &World,
        settings: &Settings,
        organisation: OrganisationId,
        brand: BrandId,
    ) -> Result<Settings, EngineError> {
        let shared = match self.0.entry(organisation) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(shared(world, organisation).await?),
        };
        let budget = shared.all.get(&brand).ok_or(store::Error::NotFound)?;
        Ok(budget.settings(settings, shared.rarer))
    }
}
