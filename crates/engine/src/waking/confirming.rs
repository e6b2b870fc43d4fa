//! Whether people are still reached as the plan says: asked for with the week, or by whoever looks after the team, and answered by one tap.

use super::link::Link;
use super::phrase::{one_line, speaks};
use super::roster::Roster;
use super::tell::{LASTS, Told};
use super::{EngineError, Waking};
use crate::team;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::Organisation;
use domain::readiness::Contact;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use store::Confirmation;
use words::Words;

/// What the story of a link begins with that confirms.
const STORY: &str = "confirm";
/// Days for which such a link is good.
const GOOD: i64 = 31;

/// What came of a link that confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is kept: how they are reached.
    Kept(Confirmation),
    /// The plan says otherwise since it was asked.
    Changed,
    /// There is nothing to confirm by it, or not any more.
    Nothing,
}

impl Waking {
    /// Asks every member who is in the plan, and did not say within a quarter that they are reached as it says, each at most once a week.
    /// Answers to how many it is on its way.
    ///
    /// # Errors
    /// The store's.
    pub async fn ask_team(&self, organisation: OrganisationId) -> Result<usize, EngineError> {
        let organisation = self.world.store.organisation(organisation).await?;
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let people: Vec<PersonId> = roster.people_of(&BTreeSet::from([organisation.id])).collect();
        let mut asked = 0;
        for person in people {
            asked += usize::from(self.ask(&roster, &organisation, person).await?);
        }
        Ok(asked)
    }

    /// Asks one member, where there is something to ask, and they were not asked this week. Whether it is on its way.
    pub(super) async fn ask(
        &self,
        roster: &Roster,
        organisation: &Organisation,
        id: PersonId,
    ) -> Result<bool, EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let Some(person) = roster.people.get(&id) else { return Ok(false) };
        let Some(way) = team::way(&self.world, organisation.id, person).await? else { return Ok(false) };
        if way.state == Contact::Confirmed {
            return Ok(false);
        }
        let targets = store.targets(Some(id)).await?;
        let week = now.to_zoned(TimeZone::UTC).date().iso_week_date();
        let key = format!("{STORY}-{}-{}-{}-W{:02}", organisation.id, id.0, week.year(), week.week());
        let best = targets.iter().min_by_key(|target| (target.failures > 0, target.tapped_at.is_none()));
        let Some(target) = best else { return Ok(false) };
        if store.is_posted(id, &key).await? {
            return Ok(false);
        }
        let words = speaks(person, now);
        let link = Link {
            story: format!("{STORY}-{}-{}", organisation.id, digest(&way.contact)),
            person: id,
            target: target.id,
            step: u32::try_from(day(now)).unwrap_or_default(),
        };
        let told = asking(&words, organisation, &way.contact, key, self.confirming(&link));
        self.post(&words, id, target.id, told, false, now.saturating_add(LASTS).unwrap_or(now)).await?;
        Ok(true)
    }

    /// The address of a link that confirms.
    fn confirming(&self, link: &Link) -> String {
        format!("{}/confirm/{}", self.origin, link.sign(&self.secret))
    }

    /// The tap on a link that confirms. Only what the message asked about is confirmed by it.
    ///
    /// # Errors
    /// The store's.
    pub async fn confirm_by(&self, link: &Link) -> Result<Confirmed, EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let Some((organisation, asked)) = about(link) else { return Ok(Confirmed::Nothing) };
        // Who is no member any more has nothing to say here.
        let member = store.memberships(link.person, now).await?.iter().any(|(of, _)| of.id == organisation);
        if !member || !(0..=GOOD).contains(&(day(now) - i64::from(link.step))) {
            return Ok(Confirmed::Nothing);
        }
        match store.target_tapped(link.person, link.target, now).await {
            Ok(()) => self.tell_pages(link.person).await?,
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
        let person = store.person(link.person).await?;
        match team::way(&self.world, organisation, &person).await? {
            Some(way) if digest(&way.contact) == asked => {
                Ok(Confirmed::Kept(team::confirm(&self.world, organisation, link.person).await?))
            }
            _ => Ok(Confirmed::Changed),
        }
    }
}

/// The organisation that a link confirms in, and the digest of what it confirms.
fn about(link: &Link) -> Option<(OrganisationId, &str)> {
    let (organisation, digest) = link.story.strip_prefix(STORY)?.strip_prefix('-')?.split_once('-')?;
    Some((OrganisationId(organisation.parse().ok()?), digest))
}

fn digest(contact: &str) -> String {
    blake3::hash(contact.as_bytes()).to_hex()[..12].to_owned()
}

/// The day by number: a link is good for some.
fn day(at: Timestamp) -> i64 {
    at.as_second().div_euclid(86_400)
}

fn asking(words: &Words, organisation: &Organisation, contact: &str, key: String, link: String) -> Told {
    let (name, contact) = (one_line(&organisation.name), one_line(contact));
    let what = [("what", name.as_str().into()), ("contact", contact.as_str().into())];
    let body = words.tell("confirm-ask-body", &what);
    Told { key, title: words.name("confirm-ask-title", &name), body, link, of: BTreeSet::from([organisation.id]) }
}
