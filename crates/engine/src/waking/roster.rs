//! Who can be called, where, when and in which order: the rules of waking as the store has them.

use crate::EngineError;
use crate::setup::PROFILE;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Person, Right, Role};
use domain::setup::{Opening, Profile};
use domain::waking::{Budget, Ladder, Quiet, Recipient, Rules, Rung, Target, TargetKind};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use store::{Store, TargetRow};

/// When somebody may be called and how often, as they set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hours {
    /// When only an alert or a grave post may call; `None`: no such hours.
    pub quiet: Option<Quiet>,
    /// How often they are called at most.
    pub budget: Budget,
    /// Whether they get the week in five lines on Monday morning.
    pub weekly: bool,
}

impl Default for Hours {
    fn default() -> Self {
        Self { quiet: Some(Quiet::default()), budget: Budget::default(), weekly: true }
    }
}

/// Everybody who may be called or may acknowledge.
pub struct Roster {
    /// The rules.
    pub rules: Rules,
    /// Who they are.
    pub people: BTreeMap<PersonId, Person>,
    /// Who gets the week in five lines.
    pub weekly: BTreeSet<PersonId>,
}

impl Roster {
    /// The name of the setting that holds an organisation's ladder, JSON.
    pub const LADDER: &str = "ladder";

    /// Reads the roster as of a time: whose membership ended by then is not in it. Where nobody wrote a ladder, the members are called one after the other, in the order in which they joined the
    /// house; who only reads is called last.
    ///
    /// # Errors
    /// The store's.
    pub async fn read(store: &Store, now: Timestamp) -> Result<Self, EngineError> {
        let mut targets: BTreeMap<PersonId, Vec<Target>> = BTreeMap::new();
        for row in store.targets(None).await? {
            targets.entry(row.person).or_default().extend(target(&row));
        }
        let hours: BTreeMap<PersonId, String> = store.recipients().await?.into_iter().collect();
        let written: BTreeMap<OrganisationId, String> = store.settings_named(Self::LADDER).await?.into_iter().collect();
        let mut roster = Self { rules: Rules::default(), people: BTreeMap::new(), weekly: BTreeSet::new() };
        let mut members: BTreeMap<OrganisationId, Vec<(bool, PersonId)>> = BTreeMap::new();
        for (organisation, person, role) in store.everybody(now).await? {
            let reachable = members.entry(organisation).or_default();
            // Tapping labels a signal, which these two may not.
            let only_looks = matches!(role, Role::Client | Role::Auditor);
            if targets.contains_key(&person.id) && !only_looks {
                reachable.push((!role.may(Right::Triage), person.id));
            }
            let recipient = match roster.rules.recipients.entry(person.id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let targets = targets.get(&person.id).cloned().unwrap_or_default();
                    let hours = kept(hours.get(&person.id), &person);
                    if hours.weekly {
                        roster.weekly.insert(person.id);
                    }
                    new.insert(recipient(hours, &person, targets))
                }
            };
            recipient.organisations.insert(organisation);
            roster.people.insert(person.id, person);
        }
        roster.rest_while_closed(store, &hours).await?;
        for (organisation, mut people) in members {
            people.sort_unstable();
            let rungs =
                people.into_iter().map(|(_, person)| Rung { people: vec![person], ..Rung::default() }).collect();
            roster.rules.ladders.insert(organisation, Ladder { rungs });
        }
        for (organisation, ladder) in written {
            match serde_json::from_str(&ladder) {
                Ok(ladder) => match roster.reachable(organisation, ladder) {
                    Some(ladder) => drop(roster.rules.ladders.insert(organisation, ladder)),
                    None => {
                        tracing::warn!(
                            organisation = organisation.0,
                            "a ladder reaches nobody: the members are called in turn"
                        );
                    }
                },
                Err(error) => {
                    tracing::error!(%error, organisation = organisation.0, "a ladder cannot be read: its members are called in turn");
                }
            }
        }
        Ok(roster)
    }

    /// A written ladder, without whoever left or has no target; `None` for one that reaches nobody any more: it gives way to the members
    /// in turn.
    pub(super) fn reachable(&self, organisation: OrganisationId, mut ladder: Ladder) -> Option<Ladder> {
        for rung in &mut ladder.rungs {
            rung.people.retain(|person| {
                self.rules.is_member(*person, organisation)
                    && self.rules.recipients.get(person).is_some_and(|recipient| !recipient.targets.is_empty())
            });
        }
        ladder.rungs.retain(|rung| !rung.people.is_empty());
        (!ladder.rungs.is_empty()).then_some(ladder)
    }

    /// Who set no quiet hours and looks after one business rests while it is closed.
    async fn rest_while_closed(
        &mut self,
        store: &Store,
        written: &BTreeMap<PersonId, String>,
    ) -> Result<(), EngineError> {
        let profiles = store.settings_named(PROFILE).await?;
        let opening = |(organisation, text): (OrganisationId, String)| {
            serde_json::from_str::<Profile>(&text).ok().map(|profile| (organisation, profile.opening))
        };
        let openings: BTreeMap<OrganisationId, Opening> = profiles.into_iter().filter_map(opening).collect();
        for (person, recipient) in &mut self.rules.recipients {
            let alone = recipient.organisations.first().filter(|_| recipient.organisations.len() == 1);
            if let Some(opening) = alone.and_then(|organisation| openings.get(organisation))
                && !written.contains_key(person)
            {
                recipient.quiet = Some(Quiet::beside(*opening));
            }
        }
        Ok(())
    }

    /// Who is called in an organisation, on whatever step.
    pub fn called(&self, organisation: OrganisationId) -> impl Iterator<Item = PersonId> {
        self.rungs(organisation).iter().flat_map(|rung| &rung.people).copied()
    }

    /// Who is called first in an organisation.
    pub fn first_called(&self, organisation: OrganisationId) -> impl Iterator<Item = PersonId> {
        self.rungs(organisation).iter().take(1).flat_map(|rung| &rung.people).copied()
    }

    fn rungs(&self, organisation: OrganisationId) -> &[Rung] {
        self.rules.ladders.get(&organisation).map(|ladder| ladder.rungs.as_slice()).unwrap_or_default()
    }

    /// Everybody who belongs to one of these organisations.
    pub fn people_of(&self, organisations: &BTreeSet<OrganisationId>) -> impl Iterator<Item = PersonId> {
        let of = organisations.clone();
        let recipients = self.rules.recipients.iter();
        recipients.filter(move |(_, r)| !r.organisations.is_disjoint(&of)).map(|(person, _)| *person)
    }
}

/// What somebody set; where it cannot be read any more, the usual: it must not keep anybody asleep.
fn kept(written: Option<&String>, person: &Person) -> Hours {
    let read = written.map_or(Ok(Hours::default()), |text| serde_json::from_str(text));
    read.unwrap_or_else(|error| {
        tracing::error!(%error, person = person.id.0, "when somebody may be called cannot be read: the usual holds");
        Hours::default()
    })
}

fn recipient(Hours { quiet, budget, .. }: Hours, person: &Person, targets: Vec<Target>) -> Recipient {
    let zone = TimeZone::get(&person.zone).unwrap_or(TimeZone::UTC);
    Recipient { targets, zone, quiet, organisations: BTreeSet::new(), budget }
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
