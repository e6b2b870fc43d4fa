//! What was said of an organisation at its set-up, and changing it: whoever needs it reads it anew each time.

use super::PROFILE;
use crate::EngineError;
use crate::world::World;
use domain::brand::{Brand, BrandRole};
use domain::organisation::{Organisation, Right};
use domain::setup::{Country, Profile, ProfileChange, ProfileError, Size};

/// The profile of an organisation; `None` where it was made without a set-up.
///
/// # Errors
/// The store's, or a profile that cannot be read.
pub async fn profile(world: &World, organisation: &Organisation) -> Result<Option<Profile>, EngineError> {
    let kept = world.store.get_setting(Some(organisation.id), PROFILE).await?;
    Ok(kept.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// An organisation's profile with what is kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The profile; where nobody said anything, the usual of the country that the pages' language lets expect.
    pub profile: Profile,
    /// Whether somebody said it.
    pub is_said: bool,
    /// The IANA zone of its brands: of its first own one.
    pub zone: String,
    /// The country that its plan names, where that is another: the terms of the law follow the plan.
    pub planned: Option<String>,
}

/// What is said of an organisation. `locale` is the language of the pages.
///
/// # Errors
/// The store's, or a profile that cannot be read.
pub async fn said(world: &World, organisation: &Organisation, locale: &str) -> Result<Said, EngineError> {
    let known = profile(world, organisation).await?;
    let is_said = known.is_some();
    let profile = match known {
        Some(profile) => profile,
        None => {
            let team = world.store.members(organisation.id, world.clock.now()).await?;
            let many = team.iter().filter(|(_, role)| role.may(Right::Triage)).count() > 1;
            Profile::usual(if many { Size::Team } else { Size::Solo }, Country::expected_of(locale))
        }
    };
    let brands = world.store.brands(organisation.id).await?;
    let zone = first(&brands).map_or_else(|| profile.country.zone().to_owned(), |brand| brand.zone.clone());
    let planned = crate::plan::said(world, organisation.id).await?.and_then(|plan| plan.country);
    let planned = planned.filter(|code| is_said && !code.eq_ignore_ascii_case(profile.country.code()));
    Ok(Said { profile, is_said, zone, planned })
}

/// The brand whose zone is the organisation's.
fn first(brands: &[Brand]) -> Option<&Brand> {
    brands.iter().find(|brand| brand.role == BrandRole::Own).or_else(|| brands.first())
}

/// Changes what is said of an organisation. With the zone go the brands that had the one before, and the clocks of its people who had it
/// and look after nothing else: their nights are this business's.
///
/// # Errors
/// All that cannot be used: then nothing was changed. The store's.
pub async fn change_profile(
    world: &World,
    organisation: &Organisation,
    locale: &str,
    change: &ProfileChange,
) -> Result<Result<Said, Vec<ProfileError>>, EngineError> {
    let before = said(world, organisation, locale).await?;
    let profile = match before.profile.changed(change) {
        Ok(profile) => profile,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if !before.is_said || profile != before.profile {
        world.store.set_setting(Some(organisation.id), PROFILE, &serde_json::to_string(&profile)?).await?;
    }
    if let Some(zone) = change.zone.as_deref().map(str::trim).filter(|zone| *zone != before.zone) {
        move_clocks(world, organisation, &before.zone, zone).await?;
    }
    Ok(Ok(said(world, organisation, locale).await?))
}

async fn move_clocks(world: &World, organisation: &Organisation, from: &str, to: &str) -> Result<(), EngineError> {
    let (store, now) = (&world.store, world.clock.now());
    for (person, _) in store.members(organisation.id, now).await? {
        if person.zone == from && store.memberships(person.id, now).await?.len() == 1 {
            store.set_preferences(person.id, &person.locale, to).await?;
        }
    }
    let mut brands = store.brands(organisation.id).await?;
    // The one that tells the zone goes last: what stops half-way is gone on with when it is asked again.
    let telling = first(&brands).map(|brand| brand.id);
    brands.sort_by_key(|brand| Some(brand.id) == telling);
    for mut brand in brands.into_iter().filter(|brand| brand.zone == from) {
        to.clone_into(&mut brand.zone);
        store.update_brand(&brand).await?;
    }
    Ok(())
}
