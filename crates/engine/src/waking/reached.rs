//! How far people can be woken, and organisations as wholes.

use super::send::PATIENCE;
use super::{EngineError, Roster, Waking};
use domain::id::{OrganisationId, PersonId};
use std::collections::BTreeSet;
use store::TargetRow;

/// How far somebody, or an organisation's people, can be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// There is no target: nobody is reached.
    NoTarget,
    /// Every target failed several times in a row, whatever was tapped before.
    Failing,
    /// There are targets, and no message of any was ever tapped: nobody knows whether they wake anybody.
    Untried,
    /// A message was tapped.
    Tapped,
}

impl Reached {
    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTarget => "no-target",
            Self::Failing => "failing",
            Self::Untried => "untried",
            Self::Tapped => "tapped",
        }
    }

    /// By somebody's targets: the best of them.
    pub(crate) fn by<'t>(targets: impl Iterator<Item = &'t TargetRow>) -> Self {
        let each = targets.map(|target| match target.tapped_at {
            _ if target.failures >= PATIENCE => Self::Failing,
            Some(_) => Self::Tapped,
            None => Self::Untried,
        });
        each.max().unwrap_or(Self::NoTarget)
    }
}

impl Waking {
    /// How far the people of these organisations can be woken: each by who is on its ladder.
    ///
    /// # Errors
    /// The store's.
    pub async fn reached(&self, of: &[OrganisationId]) -> Result<Vec<Reached>, EngineError> {
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let targets = self.world.store.targets(None).await?;
        let reached = |organisation: &OrganisationId| {
            let called: BTreeSet<PersonId> = roster.called(*organisation).collect();
            Reached::by(targets.iter().filter(|target| called.contains(&target.person)))
        };
        Ok(of.iter().map(reached).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn the_best_target_counts_and_one_that_fails_is_none() {
        let target = |failures, is_tapped: bool| TargetRow {
            id: 1,
            person: PersonId(1),
            kind: "mail".to_owned(),
            name: "Mail".to_owned(),
            settings: "{}".to_owned(),
            created_at: Timestamp::UNIX_EPOCH,
            tapped_at: is_tapped.then_some(Timestamp::UNIX_EPOCH),
            failures,
            rests_until: None,
            problem: None,
        };
        let by = |targets: &[TargetRow]| Reached::by(targets.iter());
        assert_eq!(by(&[]), Reached::NoTarget);
        assert_eq!(by(&[target(PATIENCE - 1, true)]), Reached::Tapped, "it may have been a bad minute");
        assert_eq!(by(&[target(PATIENCE, true)]), Reached::Failing, "a tap of last year wakes nobody");
        assert_eq!(by(&[target(PATIENCE, true), target(0, false)]), Reached::Untried);
    }
}
