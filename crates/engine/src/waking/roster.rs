//! Who can be called, where, when and in which order: the rules of waking as the store has them.

use crate::EngineError;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Right};
use domain::waking::{Budget, Ladder, Quiet, Recipient, Rules, Rung, Target, TargetKind};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
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
    /// How many organisations the house has.
    pub organisations: usize,
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
        let organisations = store.organisations().await?;
        let mut roster = Self { rules: Rules::default(), people: BTreeMap::new(), organisations: organisations.len() };
        for organisation in organisations {
            let mut members = store.members(organisation.id).await?;
            members.sort_by_key(|(person, role)| (!role.may(Right::Triage), person.id));
            let reachable = members.iter().map(|(person, _)| person.id).filter(|id| targets.contains_key(id));
            let rungs = reachable.map(|person| Rung { people: vec![person], ..Rung::default() }).collect();
            let written = store.get_setting(Some(organisation.id), Self::LADDER).await?;
            let ladder = written.map_or(Ok(Ladder { rungs }), |text| serde_json::from_str(&text))?;
            roster.rules.ladders.insert(organisation.id, ladder);
            for (person, _) in members {
                let recipient = match roster.rules.recipients.entry(person.id) {
                    std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                    std::collections::btree_map::Entry::Vacant(new) => {
                        let targets = targets.remove(&person.id).unwrap_or_default();
                        new.insert(recipient(store, &person, targets).await?)
                    }
                };
                recipient.organisations.insert(organisation.id);
                roster.people.insert(person.id, person);
            }
        }
        Ok(roster)
    }

    /// Everybody who belongs to one of these organisations.
    pub fn people_of(&self, organisations: &BTreeSet<OrganisationId>) -> impl Iterator<Item = PersonId> {
        let of = organisations.clone();
        let recipients = self.rules.recipients.iter();
        recipients.filter(move |(_, r)| !r.organisations.is_disjoint(&of)).map(|(person, _)| *person)
    }
}

async fn recipient(store: &Store, person: &Person, targets: Vec<Target>) -> Result<Recipient, EngineError> {
    let written = store.recipient(person.id).await?;
    let Preferences { quiet, budget } =
        written.map_or(Ok(Preferences::default()), |text| serde_json::from_str(&text))?;
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
