//! What was done to wake people about a signal: who was called, by what, and what came of it.

use super::{EngineError, Letter, Roster, Waking};
use crate::bus::Change;
use domain::id::{MentionId, OrganisationId, PersonId};
use domain::signal::Explanation;
use domain::waking::{Answer, StoryId, Subject};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{OutboxRow, OutboxState, TargetRow};

/// Most messages of one person that are looked through.
const LOOKED: i64 = 500;
/// Messages among which the newest test is looked for.
const RECENT: i64 = 50;

/// One message that called somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// To whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Since when it waits or is on its way.
    pub at: Timestamp,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`; `None` where the target was taken away.
    pub kind: Option<String>,
    /// What became of it.
    pub state: OutboxState,
    /// How often it was tried.
    pub tries: i64,
}

/// What was done to wake an organisation's people about a signal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// The messages, oldest first.
    pub calls: Vec<Called>,
    /// Who acknowledged first, by name, while the story is remembered and silent.
    pub answer: Option<(String, Answer)>,
}

impl Waking {
    /// What was done to wake an organisation's people about a signal. Once its story is forgotten, only the messages to people who
    /// belong to no other organisation are told: those to others may have been about another's brand.
    ///
    /// # Errors
    /// The store's; [`store::Error::NotFound`] for an organisation that is not there.
    pub async fn told(&self, organisation: OrganisationId, signal: &str) -> Result<Telling, EngineError> {
        let store = &self.world.store;
        let (_, book) = self.book().await?;
        let known = book.knows(signal);
        let (told, story) = (book.told(organisation, signal), StoryId::of(signal).to_string());
        let mut calls = Vec::new();
        let mut names = BTreeMap::new();
        for (person, _) in store.members(organisation, self.world.clock.now()).await? {
            names.insert(person.id, person.name.clone());
            if known && !told.iter().any(|told| told.call.person == person.id) {
                continue;
            }
            if !known && store.memberships(person.id, self.world.clock.now()).await?.len() != 1 {
                continue;
            }
            let targets = store.targets(Some(person.id)).await?;
            let is_told = |row: &OutboxRow| match known {
                true => told
                    .iter()
                    .any(|t| t.call.to_string() == row.message.key && t.target == row.message.target.to_string()),
                false => row.message.story.as_ref() == Some(&story),
            };
            let rows = store.messages_to(person.id, &[], None, LOOKED).await?;
            calls.extend(rows.into_iter().filter(is_told).map(|row| called(&person.name, &targets, &row)));
        }
        calls.sort_by_key(|call: &Called| (call.at, call.person));
        let named = |answer: Answer| (names.get(&answer.by).cloned().unwrap_or_default(), answer);
        Ok(Telling { calls, answer: book.answered(organisation, signal).map(named) })
    }

    /// The newest message to somebody that only tried a target, where the target is still theirs, with that target.
    ///
    /// # Errors
    /// The store's.
    pub async fn newest_test(&self, person: PersonId) -> Result<Option<(OutboxRow, TargetRow)>, EngineError> {
        let store = &self.world.store;
        let targets = store.targets(Some(person)).await?;
        let rows = store.messages_to(person, &[], None, RECENT).await?;
        let is_test = |row: &OutboxRow| Letter::of(row).is_ok_and(|letter| letter.is_test());
        Ok(rows.into_iter().filter(is_test).find_map(|row| {
            let target = targets.iter().find(|target| target.id == row.message.target)?;
            Some((row, target.clone()))
        }))
    }

    /// The signals of a story that somebody may see, with their organisations: what its message leads to.
    ///
    /// # Errors
    /// The store's.
    pub async fn signals_of(
        &self,
        subject: &Subject,
        person: PersonId,
    ) -> Result<Vec<(OrganisationId, String)>, EngineError> {
        let (_, book) = self.book().await?;
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let seen = book.seen_by(&roster.rules, subject, person);
        Ok(seen.into_iter().map(|occurrence| (occurrence.organisation, occurrence.signal.clone())).collect())
    }

    /// Gives somebody the posts that the signals of a story quote and nobody has. Answers how many are theirs then; whoever may not acknowledge it gets none.
    ///
    /// # Errors
    /// The store's.
    pub async fn take(&self, subject: &Subject, person: PersonId) -> Result<usize, EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let mut theirs = 0;
        for (organisation, signal) in self.signals_of(subject, person).await? {
            let told: Explanation = serde_json::from_str(&store.signal(organisation, &signal).await?.explanation)?;
            let first = told.stories.iter().filter_map(|story| story.mentions.first().copied()).map(MentionId);
            let quoted: BTreeSet<MentionId> = first.chain(told.grave.map(|grave| grave.mention)).collect();
            let mut free = Vec::new();
            for id in quoted {
                let mention = store.mention(organisation, id).await?.view.mention;
                theirs += usize::from(mention.assigned == Some(person));
                if mention.assigned.is_none() && mention.handled.is_none() {
                    free.push(id);
                }
            }
            store.assign(organisation, &free, Some(person), now).await?;
            theirs += free.len();
            self.world.bus.tell(organisation, Change::Mentions);
        }
        Ok(theirs)
    }
}

fn called(name: &str, targets: &[TargetRow], row: &OutboxRow) -> Called {
    Called {
        person: row.message.person,
        name: name.to_owned(),
        at: row.tried_at.unwrap_or(row.created_at),
        kind: targets.iter().find(|target| target.id == row.message.target).map(|target| target.kind.clone()),
        state: row.state,
        tries: row.tries,
    }
}
