//! Who can be called, where, when and in which order: the rules of waking as the store has them.

use crate::EngineError;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Right};
use domain::waking::{Budget, Ladder, Quiet, Recipient, Rules, Rung, Target, TargetKind};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use store::{Store, TargetRow};

/// When somebody may be called and how often, as they set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preferences {
    /// When only an alert or a grave post may call; `None`: no such hours.
    pub quiet: Option<Quiet>,
    /// How often they are called at most.
    pub budget: Budget,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { quiet: Some(Quiet::default()), budget: Budget::default() }
    }
}

/// Everybody who may be called or may acknowledge.
pub struct Roster {
    /// The rules.
    pub rules: Rules,
    /// Who they are.
    pub people: BTreeMap<PersonId, Person>,
}

impl Roster {
    /// The name of the setting that holds an organisation's ladder, JSON.
    pub const LADDER: &str = "ladder";

    /// Reads the roster. Where nobody wrote a ladder, the members are called one after the other, in the order in which they joined the
    /// house; who only reads is called last.
    ///
    /// # Errors
    /// The store's.
    pub async fn read(store: &Store) -> Result<Self, EngineError> {
        let mut targets: BTreeMap<PersonId, Vec<Target>> = BTreeMap::new();
        for row in store.targets(None).await? {
            targets.entry(row.person).or_default().extend(target(&row));
        }
        let preferences: BTreeMap<PersonId, String> = store.recipients().await?.into_iter().collect();
        let written: BTreeMap<OrganisationId, String> = store.settings_named(Self::LADDER).await?.into_iter().collect();
        let mut roster = Self { rules: Rules::default(), people: BTreeMap::new() };
        let mut members: BTreeMap<OrganisationId, Vec<(bool, PersonId)>> = BTreeMap::new();
        for (organisation, person, role) in store.everybody().await? {
            let reachable = members.entry(organisation).or_default();
            if targets.contains_key(&person.id) {
                reachable.push((!role.may(Right::Triage), person.id));
            }
            let recipient = match roster.rules.recipients.entry(person.id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let targets = targets.get(&person.id).cloned().unwrap_or_default();
                    new.insert(recipient(preferences.get(&person.id), &person, targets)?)
                }
            };
            recipient.organisations.insert(organisation);
            roster.people.insert(person.id, person);
        }
        for (organisation, mut people) in members {
            people.sort_unstable();
            let rungs =
                people.into_iter().map(|(_, person)| Rung { people: vec![person], ..Rung::default() }).collect();
            roster.rules.ladders.insert(organisation, Ladder { rungs });
        }
        for (organisation, ladder) in written {
            roster.rules.ladders.insert(organisation, serde_json::from_str(&ladder)?);
        }
        Ok(roster)
    }

    /// Who is called in an organisation, on whatever step.
    pub fn called(&self, organisation: OrganisationId) -> impl Iterator<Item = PersonId> {
        let ladder = self.rules.ladders.get(&organisation);
        let people = ladder.into_iter().flat_map(|ladder| &ladder.rungs).flat_map(|rung| &rung.people);
        // A ladder may still name somebody who has left.
        let is_here =
            move |p: &PersonId| self.rules.recipients.get(p).is_some_and(|r| r.organisations.contains(&organisation));
        people.copied().filter(is_here)
    }

    /// Everybody who belongs to one of these organisations.
    pub fn people_of(&self, organisations: &BTreeSet<OrganisationId>) -> impl Iterator<Item = PersonId> {
        let of = organisations.clone();
        let recipients = self.rules.recipients.iter();
        recipients.filter(move |(_, r)| !r.organisations.is_disjoint(&of)).map(|(person, _)| *person)
    }
}

fn recipient(written: Option<&String>, person: &Person, targets: Vec<Target>) -> Result<Recipient, EngineError> {
    let Preferences { quiet, budget } =
        written.map_or(Ok(Preferences::default()), |text| serde_json::from_str(text))?;
    let zone = TimeZone::get(&person.zone).unwrap_or(TimeZone::UTC);
    Ok(Recipient { targets, zone, quiet, organisations: BTreeSet::new(), budget })
}

fn target(row: &TargetRow) -> Option<Target> {
    let kind = match row.kind.as_str() {
        "mail" => TargetKind::Mail,
        "ntfy" => TargetKind::Ntfy,
        "push" => TargetKind::Push,
        "webhook" => TargetKind::Webhook,
        "chat" => TargetKind::Chat,
        _ => return None,
    };
    Some(Target { id: row.id.to_string(), kind })
}
