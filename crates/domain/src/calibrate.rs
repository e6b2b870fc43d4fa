//! What labelled signals say of how often a brand is told of: a proposal for a person, with its effect. Nothing is ever changed by it.

use crate::signal::{Level, Often, Verdict};
use serde::Serialize;

/// Labelled signals of a level that must be there before anything is proposed.
pub const LEAST: usize = 5;

/// A labelled signal, and whether each choice of its level would still have raised it, in the order of [`Often::choices`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// What somebody said.
    pub verdict: Verdict,
    /// Whether it would have come.
    pub comes: [bool; 3],
}

/// What labels say of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "advice", rename_all = "snake_case")]
pub enum Advice {
    /// Too few are labelled.
    TooFew {
        /// How many there are.
        labelled: i64,
        /// How many there must be.
        needed: i64,
    },
    /// Nothing better is known.
    Keep {
        /// How many were looked at.
        labelled: i64,
        /// Those that were dismissed.
        dismissed: i64,
    },
    /// Most were dismissed, and a rarer choice would have spared some of them and lost none that was acknowledged.
    Rarer {
        /// Which.
        often: Often,
        /// How many were looked at.
        labelled: i64,
        /// Those that were dismissed.
        dismissed: i64,
        /// Those of them that would not have come.
        spared: i64,
    },
}

impl Advice {
    /// The choice that is proposed, if one is.
    pub fn often(self) -> Option<Often> {
        match self {
            Self::Rarer { often, .. } => Some(often),
            Self::TooFew { .. } | Self::Keep { .. } => None,
        }
    }
}

/// What labels say of one level. Only those are compared that the present choice would raise: of others nothing is known. That all were
/// acknowledged proposes nothing: whoever silences a telephone does not say that there should be more.
pub fn advise(level: Level, present: Often, labelled: &[Labelled]) -> Advice {
    let choices = Often::choices(level);
    let at = choices.iter().position(|often| *often == present).unwrap_or(1);
    let told: Vec<&Labelled> = labelled.iter().filter(|one| one.comes[at]).collect();
    let count = |wanted: &dyn Fn(&Labelled) -> bool| told.iter().filter(|one| wanted(one)).count() as i64;
    let labelled = told.len() as i64;
    if told.len() < LEAST {
        return Advice::TooFew { labelled, needed: LEAST as i64 };
    }
    let dismissed = count(&|one| one.verdict == Verdict::Dismissed);
    let keep = Advice::Keep { labelled, dismissed };
    if 2 * dismissed <= labelled {
        return keep;
    }
    let effect = |choice: usize| {
        let gone = |verdict| count(&|one| one.verdict == verdict && !one.comes[choice]);
        (gone(Verdict::Dismissed), gone(Verdict::Confirmed))
    };
    // Of choices that spare as many, the one that is changed least.
    let rarer = (at + 1..choices.len()).rev().map(|choice| (choice, effect(choice)));
    let best = rarer.filter(|(_, (spared, lost))| *spared > 0 && *lost == 0).max_by_key(|(_, (spared, _))| *spared);
    best.map_or(keep, |(choice, (spared, _))| Advice::Rarer { often: choices[choice], labelled, dismissed, spared })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(verdict: Verdict, comes: [bool; 3]) -> Labelled {
        Labelled { verdict, comes }
    }

    #[test]
    fn most_dismissed_proposes_what_loses_nothing() {
        use Verdict::{Confirmed, Dismissed};
        let (weak, strong) = ([true, true, false], [true, true, true]);
        let mut labelled = vec![one(Dismissed, weak); 6];
        labelled.push(one(Dismissed, strong));
        labelled.extend([one(Confirmed, strong); 2]);
        let proposed = Advice::Rarer { often: Often::Month, labelled: 9, dismissed: 7, spared: 6 };
        assert_eq!(advise(Level::Notice, Often::Week, &labelled), proposed);
        // Already as rare as can be: of the weak ones nothing is known there.
        assert_eq!(advise(Level::Notice, Often::Month, &labelled), Advice::TooFew { labelled: 3, needed: 5 });
        // One that was confirmed would be lost.
        labelled.push(one(Confirmed, weak));
        assert_eq!(advise(Level::Notice, Often::Week, &labelled), Advice::Keep { labelled: 10, dismissed: 7 });
        assert_eq!(advise(Level::Notice, Often::Week, &labelled[..4]), Advice::TooFew { labelled: 4, needed: 5 });
        // As many dismissed as confirmed says nothing.
        let even = [vec![one(Dismissed, weak); 3], vec![one(Confirmed, strong); 3]].concat();
        assert_eq!(advise(Level::Notice, Often::Week, &even), Advice::Keep { labelled: 6, dismissed: 3 });
        // The nearest of two that spare as many.
        let gone = vec![one(Dismissed, [true, false, false]); 5];
        let nearest = Advice::Rarer { often: Often::TwoMonths, labelled: 5, dismissed: 5, spared: 5 };
        assert_eq!(advise(Level::Alert, Often::Month, &gone), nearest);
        let all = vec![one(Confirmed, strong); 5];
        let keep = Advice::Keep { labelled: 5, dismissed: 0 };
        assert_eq!(advise(Level::Alert, Often::TwoMonths, &all), keep, "acknowledged is not asked for more");
    }

    proptest! {
        #[test]
        fn no_proposal_loses_what_was_confirmed(
            some in prop::collection::vec((any::<bool>(), any::<[bool; 3]>()), 0..30), level in any::<bool>(), at in 0usize..3
        ) {
            let level = if level { Level::Alert } else { Level::Notice };
            let verdict = |dismissed| if dismissed { Verdict::Dismissed } else { Verdict::Confirmed };
            let labelled: Vec<_> = some.into_iter().map(|(dismissed, comes)| one(verdict(dismissed), comes)).collect();
            let advice = advise(level, Often::choices(level)[at], &labelled);
            if let Advice::Rarer { often, spared, .. } = advice {
                let to = Often::choices(level).iter().position(|choice| *choice == often).unwrap();
                prop_assert!(to > at && spared > 0);
                let lost = |l: &&Labelled| l.verdict == Verdict::Confirmed && l.comes[at] && !l.comes[to];
                prop_assert_eq!(labelled.iter().find(lost), None);
            }
            prop_assert_eq!(advice, advise(level, Often::choices(level)[at], &labelled));
        }
    }
}
