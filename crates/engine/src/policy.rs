//! The communication policy that the public reads: what the plan would say now, what was published, and publishing.

use crate::EngineError;
use crate::world::World;
use domain::brand::{Brand, BrandRole};
use domain::complaint::{address_of, is_address};
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::policy::{Difference, Policy};
use store::PublishedPolicy;

/// Most versions that are listed.
const LISTED: i64 = 20;

/// Why a policy is not published; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Competitors and the trade are only watched.
    #[error("only a brand of yours has a policy; nothing was published")]
    Own,
    /// The plan says nothing to the public.
    #[error("the plan has no [policy] with a text; nothing was published")]
    Nothing,
    /// It would be published as it stands.
    #[error("nothing fills in the blank {{{0}}} of the policy; nothing was published")]
    Blank(String),
    /// Whoever reads it would not learn where to complain.
    #[error(
        "no private channel is open and the plan names no place to complain: do one of the two; nothing was published"
    )]
    Nowhere,
    /// Nobody reads there.
    #[error("`{0}` is the address of an example: put yours into the plan; nothing was published")]
    Invented(String),
    /// It says something else by now than what was read.
    #[error("the plan says something else by now: read it again, with its stamp; nothing was published")]
    Changed,
    /// The address cannot be one.
    #[error("an address has 3 to 60 small letters a to z, digits and single hyphens; nothing was published")]
    Address,
    /// Another brand has it.
    #[error("this address is taken: choose another one; nothing was published")]
    Taken,
}

/// What is published of a brand, and what would be.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The brand.
    pub brand: Brand,
    /// What was published, newest first; of the first one, whether the public sees it.
    pub published: Vec<PublishedPolicy>,
    /// What the plan says now; `None` where it says nothing to the public.
    pub planned: Option<Policy>,
    /// What its address ends with, or would.
    pub address: String,
    /// What the address of its private complaint channel ends with, while that is open.
    pub channel: Option<String>,
}

impl Standing {
    /// What the public sees now.
    pub fn shown(&self) -> Option<&PublishedPolicy> {
        self.published.first().filter(|newest| newest.open)
    }

    /// What would change for the public.
    pub fn differences(&self) -> Vec<Difference> {
        let before = self.shown().map(|shown| &shown.policy);
        self.planned.as_ref().map_or_else(Vec::new, |planned| planned.differences(before))
    }
}

/// What is published of a brand, and what would be.
///
/// # Errors
/// The store's.
pub async fn standing(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<Standing, EngineError> {
    let brand = world.store.brand(organisation, brand).await?;
    let published = world.store.policies(organisation, brand.id, LISTED).await?;
    let planned = crate::plan::said(world, organisation).await?.and_then(|plan| Policy::of(&plan));
    let address = match published.first() {
        Some(newest) => newest.address.clone(),
        None => free_address(world, &brand).await?,
    };
    let channel = open_channel(world, organisation, brand.id).await?;
    Ok(Standing { brand, published, planned, address, channel })
}

async fn open_channel(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
) -> Result<Option<String>, EngineError> {
    let channel = world.store.channel(organisation, brand).await?;
    Ok(channel.filter(|channel| channel.open).map(|channel| channel.address))
}

/// The brand's name; where that is taken, or is none, with the brand's number.
async fn free_address(world: &World, brand: &Brand) -> Result<String, EngineError> {
    let name = address_of(&brand.name);
    let free = is_address(&name) && world.store.policy_at(&name).await?.is_none();
    Ok(if free { name } else { format!("{name}-{}", brand.id).trim_start_matches('-').to_owned() })
}

/// What is to be published.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The stamp of what was read.
    pub stamp: String,
    /// What its address ends with; as it is, where nothing is said.
    pub address: Option<String>,
}

/// Publishes what the plan says now, where it is what was read, and opens the page. Answers the version.
///
/// # Errors
/// The store's.
pub async fn publish(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    person: Option<PersonId>,
    wanted: Wanted,
) -> Result<Result<i64, Unfit>, EngineError> {
    let standing = standing(world, organisation, brand).await?;
    if standing.brand.role != BrandRole::Own {
        return Ok(Err(Unfit::Own));
    }
    let Some(planned) = &standing.planned else { return Ok(Err(Unfit::Nothing)) };
    if let Some(blank) = planned.open_blank() {
        return Ok(Err(Unfit::Blank(blank.to_owned())));
    }
    if standing.channel.is_none() && planned.complaints.is_none() {
        return Ok(Err(Unfit::Nowhere));
    }
    if let Some(invented) = planned.invented() {
        return Ok(Err(Unfit::Invented(invented.to_owned())));
    }
    if planned.stamp() != wanted.stamp.trim() {
        return Ok(Err(Unfit::Changed));
    }
    let address = match wanted.address.map(|address| address.trim().to_lowercase()) {
        Some(address) if is_address(&address) => address,
        Some(address) if !address.is_empty() => return Ok(Err(Unfit::Address)),
        _ => standing.address,
    };
    let by = (person, world.clock.now());
    match world.store.publish_policy(organisation, brand, &address, planned, by).await {
        Ok(version) => Ok(Ok(version)),
        Err(store::Error::Conflict(_)) => Ok(Err(Unfit::Taken)),
        Err(other) => Err(other.into()),
    }
}

/// What the public finds at an address; `None` where nothing is published there.
///
/// # Errors
/// The store's.
pub async fn at(world: &World, address: &str) -> Result<Option<Standing>, EngineError> {
    let Some(found) = world.store.policy_at(address).await?.filter(|found| found.open) else { return Ok(None) };
    let brand = world.store.brand(found.organisation, found.brand).await?;
    let channel = open_channel(world, found.organisation, found.brand).await?;
    let address = found.address.clone();
    Ok(Some(Standing { brand, published: vec![found], planned: None, address, channel }))
}
