//! Setting up a brand: what was proposed and confirmed becomes an organisation that is watched.
//!
//! - [`Answers`]: what somebody said so far, from one step to the next.
//! - [`examples`]: found posts to say "yes, that is us" or "no" to.
//! - [`invite`]: asks somebody into an organisation that is there.
//! - [`change_profile`]: changes afterwards what was said.
//! - [`open`]: makes what is missing; what is there stays as it is.

mod answers;
mod examples;
mod invitation;
mod places;
mod profile;

pub use answers::{Answers, Step};
pub use examples::{Example, Found, Trouble, answering, examples};
pub use invitation::{Invitation, Invited, holds, invitations, invite, take_back};
pub use places::unheard;
pub use profile::{Said, change_profile, profile, said};

use crate::EngineError;
use crate::world::World;
use domain::brand::{Brand, BrandRole, Place, Watch};
use domain::organisation::Organisation;
use domain::setup::{Label, Profile, Proposal, ProposedQuery, ProposedSource, Size, Spot};
use serde::Serialize;
use store::{NewBrand, NewSource};
use words::{Locale, Words};

/// The setting that holds an organisation's [`Profile`].
pub const PROFILE: &str = "profile";

/// What was confirmed.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What is kept beside the brand.
    pub profile: Profile,
    /// The brand's name.
    pub brand: String,
    /// Its IANA zone.
    pub zone: String,
    /// Accounts that speak for it.
    pub own_accounts: Vec<String>,
    /// Where its customers talk.
    pub places: Vec<Place>,
    /// Its queries: name, text.
    pub queries: Vec<(String, String)>,
    /// Its sources.
    pub sources: Vec<ProposedSource>,
    /// A competitor's name and queries.
    pub competitor: Option<(String, Vec<(String, String)>)>,
}

/// What was made; nothing of what was there already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Brands, by name.
    pub brands: Vec<String>,
    /// Queries, as written.
    pub queries: Vec<String>,
    /// Sources, by name.
    pub sources: Vec<String>,
}

impl Chosen {
    /// A proposal, taken as it is.
    pub fn all_of(proposal: Proposal, size: Size, locale: Locale) -> Self {
        let profile = Profile {
            size,
            country: proposal.country,
            languages: proposal.languages,
            opening: proposal.opening,
            trade: proposal.trade,
            phone: proposal.phone,
        };
        let place = |(spot, watch): (Spot, Watch)| Place { name: spot_name(spot, locale), watch };
        Self {
            profile,
            brand: proposal.name,
            zone: proposal.zone,
            own_accounts: proposal.own_accounts,
            places: proposal.places.into_iter().map(place).collect(),
            queries: named(&proposal.queries, locale),
            sources: proposal.sources,
            competitor: proposal.competitor.map(|(name, queries)| (name, named(&queries, locale))),
        }
    }
}

/// A place's name in a language.
pub fn spot_name(spot: Spot, locale: Locale) -> String {
    match spot.label() {
        Label::Name(name) => name.to_owned(),
        Label::Message(id) => Words::get(locale, id, &[]),
    }
}

/// Queries with the names they are shown by.
fn named(queries: &[ProposedQuery], locale: Locale) -> Vec<(String, String)> {
    queries.iter().map(|query| (Words::get(locale, query.reason.label(), &[]), query.text.clone())).collect()
}

/// An organisation of that name for somebody new: one that a broken set-up left without members, else a new one. Never one that belongs
/// to somebody, whatever name is typed.
///
/// # Errors
/// The store's.
pub async fn organisation_of_nobody(world: &World, name: &str) -> Result<Organisation, EngineError> {
    for organisation in world.store.organisations().await? {
        if organisation.name == name && world.store.team(organisation.id).await?.is_empty() {
            return Ok(organisation);
        }
    }
    Ok(world.store.create_organisation(name, world.clock.now()).await?)
}

/// Makes what is missing of what was chosen. A brand whose set-up was finished before stays as it is, whatever was changed in it since.
///
/// # Errors
/// The store's.
pub async fn open(world: &World, organisation: &Organisation, chosen: &Chosen) -> Result<Made, EngineError> {
    let store = &world.store;
    let mut made = Made::default();
    let brands = store.brands(organisation.id).await?;
    let known = brands.iter().find(|brand| brand.name == chosen.brand);
    if is_done(world, organisation, &chosen.brand).await? {
        return Ok(made);
    }
    let new = NewBrand {
        name: chosen.brand.clone(),
        role: BrandRole::Own,
        zone: chosen.zone.clone(),
        own_accounts: chosen.own_accounts.clone(),
        places: chosen.places.clone(),
    };
    let brand = add_brand(world, organisation, known, new, &chosen.queries, &mut made).await?;
    if let Some((name, queries)) = &chosen.competitor {
        let new = NewBrand {
            name: name.clone(),
            role: BrandRole::Competitor,
            zone: chosen.zone.clone(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let known = brands.iter().find(|brand| brand.name == *name);
        add_brand(world, organisation, known, new, queries, &mut made).await?;
    }
    let sources = store.sources(organisation.id).await?;
    for source in &chosen.sources {
        if sources.iter().any(|known| known.kind == source.kind && known.settings == source.settings) {
            continue;
        }
        let new = NewSource {
            organisation: Some(organisation.id),
            brand: source.bound.then_some(brand.id),
            kind: source.kind.clone(),
            name: source.name.clone(),
            settings: source.settings.clone(),
        };
        store.create_source(new, world.clock.now()).await?;
        made.sources.push(source.name.clone());
    }
    let profile = serde_json::to_string(&chosen.profile)?;
    if store.get_setting(Some(organisation.id), PROFILE).await?.is_none() {
        store.set_setting(Some(organisation.id), PROFILE, &profile).await?;
    }
    // Last: what stops half-way is gone on with, what is done is left alone.
    store.set_setting(Some(organisation.id), &done_setting(&chosen.brand), "yes").await?;
    Ok(made)
}

/// Whether a brand's set-up was finished before.
///
/// # Errors
/// The store's.
pub async fn is_done(world: &World, organisation: &Organisation, brand: &str) -> Result<bool, EngineError> {
    Ok(world.store.get_setting(Some(organisation.id), &done_setting(brand)).await?.is_some())
}

/// The setting that says a brand's set-up was finished.
fn done_setting(brand: &str) -> String {
    format!("set-up:{brand}")
}

async fn add_brand(
    world: &World,
    organisation: &Organisation,
    known: Option<&Brand>,
    new: NewBrand,
    queries: &[(String, String)],
    made: &mut Made,
) -> Result<Brand, EngineError> {
    let brand = match known {
        Some(brand) => brand.clone(),
        None => {
            made.brands.push(new.name.clone());
            world.store.create_brand(organisation.id, new).await?
        }
    };
    let all = world.store.queries(organisation.id).await?;
    for (name, text) in queries {
        if !all.iter().any(|known| known.brand == brand.id && known.text == *text) {
            world.store.create_query(organisation.id, brand.id, name, text).await?;
            made.queries.push(text.clone());
        }
    }
    Ok(brand)
}
