//! What stands around a case: the plan that counts, its people as they are known here, the brand's accounts.

use crate::world::World;
use crate::{EngineError, plan, setup, team};
use domain::case::{Actor, Desk, Party};
use domain::id::{AccountId, BrandId, OrganisationId, PersonId};
use domain::organisation::{Organisation, Person, Right, Role};
use domain::plan::{Known, Plan, unkept};
use domain::setup::Size;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// What stands around the cases of a brand.
#[derive(Clone, Debug)]
pub struct Around {
    /// Whose.
    pub organisation: Organisation,
    /// The brand.
    pub brand: (BrandId, String),
    /// The plan; what holds without one where none was written.
    pub plan: Plan,
    /// Its version; 0 where none was written.
    pub version: i64,
    /// By which size texts are released.
    pub size: Size,
    /// The country whose law counts, where it is known.
    pub country: Option<String>,
    /// The IANA name of the zone in which hours are meant.
    pub zone: String,
    /// People of the plan, by their names in it.
    pub people: BTreeMap<String, Party>,
    /// Members who may not work on cases.
    pub readers: BTreeSet<Party>,
    /// Accounts of the brand, its own voice among them.
    pub accounts: BTreeSet<AccountId>,
    /// Those that texts are sent from, with what each is called there.
    pub platforms: Vec<(AccountId, String)>,
    /// Everybody of the team, with what they are.
    pub team: Vec<(Person, Role)>,
}

/// The account from which a brand speaks on Vigie's own pages, and by hand: no platform's, so no platform's number.
pub fn own_voice(brand: BrandId) -> AccountId {
    AccountId(-brand.0)
}

impl Around {
    /// Looks around.
    ///
    /// # Errors
    /// The store's.
    pub async fn of(world: &World, organisation: OrganisationId, brand: BrandId) -> Result<Self, EngineError> {
        let (store, now) = (&world.store, world.clock.now());
        let organisation = store.organisation(organisation).await?;
        let brand = store.brand(organisation.id, brand).await?;
        let profile = setup::profile(world, &organisation).await?;
        let version = store.plan(organisation.id).await?.map_or(0, |plan| plan.version);
        let said = plan::said(world, organisation.id).await?;
        let team = store.members(organisation.id, now).await?;
        // Without a plan nobody is named to release anything: whoever works alone still can.
        let many = team.iter().filter(|(_, role)| role.may(Right::Triage)).count() > 1;
        let unplanned = profile.as_ref().map_or(if many { Size::Team } else { Size::Solo }, |profile| profile.size);
        let country = profile.as_ref().map(|profile| profile.country);
        let zone = said.as_ref().and_then(|plan| plan.zone.as_ref()?.iana_name().map(str::to_owned));
        let ours = |of: Option<BrandId>| of.is_none_or(|of| of == brand.id);
        let rows: Vec<_> = store.accounts(organisation.id).await?.into_iter().filter(|row| ours(row.brand)).collect();
        let accounts = rows.iter().map(|row| row.id).chain([own_voice(brand.id)]).collect();
        let platforms: Vec<_> =
            rows.into_iter().filter(store::AccountRow::publishes).map(|row| (row.id, row.acct)).collect();
        // A brand for which nobody said a zone has UTC: the team's tells more.
        let own_zone = match (brand.zone.as_str(), team.first()) {
            ("UTC", Some((person, _))) => person.zone.clone(),
            (zone, _) => zone.to_owned(),
        };
        let zone = zone.unwrap_or(own_zone);
        let size = said.as_ref().map_or(unplanned, |plan| plan.size);
        let (plan, people) = match said {
            Some(plan) => {
                let people = people(&plan, &team);
                (plan, people)
            }
            None => {
                let phone = profile.and_then(|profile| profile.phone);
                let (brand, zone) = (brand.name.clone(), Some(zone.clone()));
                let (plan, people) = unkept(&Known { size, brand, phone, country, zone }, &team);
                (plan, people.into_iter().map(|(name, person)| (name, Party::Member(person))).collect())
            }
        };
        let readers = team.iter().filter(|(_, role)| !role.may(Right::Triage));
        Ok(Self {
            version,
            size,
            country: plan.country.clone().or(country.map(|country| country.code().to_owned())),
            zone,
            plan,
            people,
            readers: readers.map(|(person, _)| Party::Member(person.id)).collect(),
            accounts,
            platforms,
            team,
            brand: (brand.id, brand.name),
            organisation,
        })
    }

    /// The accounts whose marketing a freeze holds, and how many channels of the organisation's tools are nobody's and so not touched.
    ///
    /// # Errors
    /// The store's.
    pub async fn frozen(&self, world: &World) -> Result<(Vec<AccountId>, u32), EngineError> {
        let unmapped = world.store.channels_of_nobody(self.organisation.id).await?;
        let accounts = self.accounts.iter().copied().filter(|id| *id != own_voice(self.brand.0)).collect();
        Ok((accounts, u32::try_from(unmapped).unwrap_or(u32::MAX)))
    }

    /// A desk at which somebody asks.
    pub fn desk(&self, by: Actor, role: Option<Role>, now: Timestamp) -> Desk<'_> {
        let Self { plan, people, accounts, readers, .. } = self;
        Desk { plan, people, accounts, readers, by, role, now }
    }

    /// Somebody of the team.
    pub fn member(&self, id: PersonId) -> Option<&Person> {
        self.team.iter().map(|(person, _)| person).find(|person| person.id == id)
    }
}

/// Who of the team somebody of the plan is.
fn people(plan: &Plan, team: &[(Person, Role)]) -> BTreeMap<String, Party> {
    let known = plan.people.iter().filter_map(|one| {
        let (person, _) = team.iter().find(|(person, _)| team::is(one, person))?;
        Some((one.id.clone(), Party::Member(person.id)))
    });
    known.collect()
}
