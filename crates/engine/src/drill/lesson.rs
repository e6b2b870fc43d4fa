//! A drill by one's own plan, and the lessons of that plan that it has tried.
//!
//! A lesson counts as tried where a drill was played by a plan that holds it, and came to a case: whoever was called, what was said, which clocks ran went by
//! that plan. That the lesson helped is not said by it: the score is.

use super::Drill;
use crate::EngineError;
use crate::pack::Pack;
use domain::case::Key;
use domain::plan::{MOST_BYTES, Plan, Weight, check, read};
use domain::review::untested;
use jiff::civil::Date;

impl Drill {
    /// How many cases it came to.
    pub fn cases(&self) -> usize {
        self.cases.len()
    }

    /// What the drill is called where a lesson names it: the pack, what it was drawn from, and the first digits of the digest of all that happened.
    pub fn name(&self, log_hash: &str) -> Option<Key> {
        let pack: String = self.pack.name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(32).collect();
        let digits: String = log_hash.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        Key::new(&format!("{pack}-{}-{digits}", self.seed))
    }
}

/// The lessons of a plan that a drill by it has tried, by their names in it; `cases`: to how many cases the drill came.
pub fn lessons_tested(plan: &Plan, cases: usize) -> Vec<&str> {
    if cases == 0 { Vec::new() } else { untested(plan) }
}

/// The same pack, played by the people and the words of this plan.
///
/// # Errors
/// [`EngineError::Report`] where the plan has errors, or lacks what the pack asks of it.
pub fn by_plan(mut pack: Pack, text: &str, today: Date) -> Result<Pack, EngineError> {
    let wrong = |why: String| Err(EngineError::Report(format!("{why}; nothing was played")));
    if text.len() > MOST_BYTES {
        return wrong(format!("a plan has at most {MOST_BYTES} bytes of text"));
    }
    let (plan, found) = read(text, None);
    let found = check(&plan, found, today);
    if let Some(error) = found.iter().find(|one| one.code.weight() == Weight::Error) {
        return wrong(format!("the plan has errors: {}; see `vigie plan check`", error.code.code()));
    }
    let Some(team) = &mut pack.team else {
        return wrong(format!("the pack `{}` has no [team]: it cannot be a drill", pack.name));
    };
    team.own = Some(text.to_owned());
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
