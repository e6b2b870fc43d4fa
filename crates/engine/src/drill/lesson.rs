//! A drill by one's own plan, and the lessons of that plan that it has tried.
//!
//! A lesson counts as tried where a drill was played by a plan that holds it, and its cases went through every part of the plan that the lesson changed: that
//! action was done, that scenario chosen, that text sent. That the lesson helped is not said by it: the score is.

use super::Drill;
use crate::EngineError;
use crate::pack::Pack;
use domain::case::Key;
use domain::drill::Played;
use domain::plan::{MOST_BYTES, Weight, check, read};
use domain::review::tried;
use jiff::civil::Date;

impl Drill {
    /// The lessons of one's own plan that it has tried, by their names in it; what stands in the plan below is not one's own to mark.
    ///
    /// # Errors
    /// The store's.
    pub async fn lessons_tested(&self) -> Result<Vec<String>, EngineError> {
        let Some(own) = self.pack.team.as_ref().and_then(|team| team.own.as_deref()) else { return Ok(Vec::new()) };
        let own = read(own, None).0.lessons;
        let rooms = self.rooms().await?;
        let cases: Vec<Played<'_>> = rooms
            .iter()
            .map(|(brand, room)| Played { brand: *brand, state: &room.state, entries: &room.entries })
            .collect();
        let people = self.team.mates.iter().map(|mate| (mate.name.clone(), mate.id)).collect();
        let tried = tried(&self.team.plan, &cases, &people);
        Ok(tried.into_iter().filter(|id| own.iter().any(|lesson| lesson.id == *id)).map(str::to_owned).collect())
    }

    /// What the drill is called where a lesson names it: the pack, what it was drawn from, and the first digits of the digest of all that happened.
    pub fn name(&self, log_hash: &str) -> Option<Key> {
        let pack: String = self.pack.name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(32).collect();
        let digits: String = log_hash.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        Key::new(&format!("{pack}-{}-{digits}", self.seed))
    }
}

/// The same pack, played by the people and the words of this plan; `base`: the plan that it is laid over.
///
/// # Errors
/// [`EngineError::Report`] where the plan has errors, or lacks what the pack asks of it.
pub fn by_plan(mut pack: Pack, text: &str, base: Option<&str>, today: Date) -> Result<Pack, EngineError> {
    let wrong = |why: String| Err(EngineError::Report(format!("{why}; nothing was played")));
    if text.len() > MOST_BYTES {
        return wrong(format!("a plan has at most {MOST_BYTES} bytes of text"));
    }
    let (plan, found) = read(text, base);
    let found = check(&plan, found, today);
    if let Some(error) = found.iter().find(|one| one.code.weight() == Weight::Error) {
        return wrong(format!("the plan has errors: {}; see `vigie plan check`", error.code.code()));
    }
    let Some(team) = &mut pack.team else {
        return wrong(format!("the pack `{}` has no [team]: it cannot be a drill", pack.name));
    };
    (team.own, team.base) = (Some(text.to_owned()), base.map(str::to_owned));
    let scenarios = pack.expect.iter().filter_map(|expect| expect.scenario.as_deref());
    if let Some(name) = scenarios.into_iter().find(|name| plan.scenario(name).is_none()) {
        return wrong(format!("the plan has no scenario `{name}`, which the pack `{}` plays", pack.name));
    }
    let named = pack.inject.iter().filter_map(|inject| inject.to.as_deref());
    if let Some(name) = named.into_iter().find(|name| !plan.knows(name)) {
        return wrong(format!("the plan has no role and nobody named `{name}`, whom the pack `{}` calls", pack.name));
    }
    Ok(pack)
}
