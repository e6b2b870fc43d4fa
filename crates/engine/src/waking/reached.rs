//! How far people can be woken, and organisations as wholes.

use super::{EngineError, Roster, Waking};
use domain::id::{OrganisationId, PersonId};
use std::collections::BTreeSet;
use store::TargetRow;

/// How far somebody, or an organisation's people, can be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// There is no target: nobody is reached.
    NoTarget,
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
            Self::Untried => "untried",
            Self::Tapped => "tapped",
        }
    }

    /// By somebody's targets: the best of them.
    pub(crate) fn by<'t>(targets: impl Iterator<Item = &'t TargetRow>) -> Self {
        let each = targets.map(|target| if target.tapped_at.is_some() { Self::Tapped } else { Self::Untried });
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
