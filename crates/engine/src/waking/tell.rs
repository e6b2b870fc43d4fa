//! What somebody is told that is no call: each is sent once, and wakes nobody in quiet hours.

use super::phrase::{Letter, speaks};
use super::roster::Roster;
use super::{EngineError, Waking};
use domain::id::{OrganisationId, PersonId};
use domain::target::Notification;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use words::Words;

/// How long it is worth sending, where nothing else is said.
pub(crate) const LASTS: SignedDuration = SignedDuration::from_hours(12);

/// What somebody is told once, which is no call.
pub(super) struct Told {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) link: String,
    /// Whose affairs these are.
    pub(super) of: BTreeSet<OrganisationId>,
}

impl Waking {
    /// One message to each, in their language, to the first of their targets that did not fail last time. What was told under the same key is not told again.
    pub(super) async fn tell(
        &self,
        roster: &Roster,
        people: impl IntoIterator<Item = PersonId>,
        told: impl Fn(&Words) -> Told,
    ) -> Result<usize, EngineError> {
        let now = self.world.clock.now();
        let mut number = 0;
        for id in people {
            let (Some(person), Some(recipient)) = (roster.people.get(&id), roster.rules.recipients.get(&id)) else {
                continue;
            };
            let targets = self.world.store.targets(Some(id)).await?;
            let Some(target) = targets.iter().min_by_key(|target| target.failures > 0) else { continue };
            let words = speaks(person, now);
            let until = now.saturating_add(LASTS).unwrap_or(now);
            self.post(&words, id, target.id, told(&words), !recipient.is_quiet(now), until).await?;
            number += 1;
        }
        Ok(number)
    }

    /// Puts what somebody is told on its way to one of their targets; what is there under the same key stays as it is.
    pub(super) async fn post(
        &self,
        words: &Words,
        person: PersonId,
        target: i64,
        told: Told,
        waking: bool,
        until: Timestamp,
    ) -> Result<(), EngineError> {
        let Told { key, title, body, link, of } = told;
        let note = Notification {
            story: key.clone(),
            key,
            title,
            body,
            link: Some(link),
            waking,
            repeat: false,
            lang: words.locale().code().to_owned(),
            until,
            answer: None,
        };
        let letter = Letter { note, repeat_line: words.say("wake-repeat"), call: None, of };
        Ok(self.world.store.post_message(letter.message(target, person, None)?, self.world.clock.now()).await?)
    }
}
