//! Groups of accounts, with what speaks for coordination and what against it.

use super::Kind;
use super::graph::{Graph, PairKey};
use super::null::Pair;
use super::recent::Map;
use super::report::capped;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Shared objects listed of a group: those most members share.
const MOST_LISTED: usize = 50;
/// Rounds in which accounts that keep the company of several members join.
const ROUNDS: usize = 4;

/// Accounts that coincided more than chance explains.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Who, ascending.
    pub members: Vec<u64>,
    /// The chance that any pair of accounts would have come as close as its closest, had all acted independently.
    pub p: f64,
    /// The mean score of its members.
    pub score: f64,
    /// The first and the last second at which two of them coincided.
    pub first: i64,
    /// See `first`.
    pub last: i64,
    /// What they shared, what most members share first, at most 50.
    pub shared: Vec<SharedObject>,
    /// How many objects at least two members shared.
    pub objects: usize,
    /// What speaks for coordination.
    pub evidence_for: Vec<Evidence>,
    /// What speaks against it, or for another explanation.
    pub evidence_against: Vec<Evidence>,
}

/// An object on which members coincided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedObject {
    /// The caller's number.
    pub object: u64,
    /// What it is.
    pub kind: Kind,
    /// The first and the last second at which two members coincided on it.
    pub first: i64,
    /// See `first`.
    pub last: i64,
    /// The members that coincided on it, ascending.
    pub members: Vec<u64>,
    /// Others that acted on it.
    pub others: u64,
}

/// One thing that speaks for or against. Shares are from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Evidence {
    /// In the window that shows it best, its pairs coincided so often, where so much was to be expected.
    Synchrony {
        /// The window that most of its pairs were judged by.
        window_seconds: u32,
        /// Coincidences of its pairs, those in one stretch counted once.
        coincidences: u64,
        /// By chance there would have been so many.
        expected: f64,
    },
    /// Half of the coincidences of its pairs were closer than this.
    Closeness {
        /// The median.
        median_seconds: u32,
    },
    /// Of its possible pairs, so many stand out.
    Density {
        /// Pairs that do.
        pairs: usize,
        /// Pairs there could be.
        possible: usize,
    },
    /// So much of what its members did was together.
    SinglePurpose {
        /// Of all their actions.
        share: f64,
    },
    /// Members did much beside it, as people do.
    OtherInterests {
        /// Of all their actions.
        share: f64,
    },
    /// Most who acted on what they share are not members: it was popular.
    PopularObjects {
        /// Of all who acted on it.
        others: f64,
    },
    /// All of it happened in one short stretch, as around a broadcast or a match.
    OneStretch {
        /// How long.
        seconds: i64,
    },
    /// Only two or three accounts: one person, or one house, may well have as many.
    FewAccounts {
        /// How many.
        accounts: usize,
    },
    /// They coincided on few objects.
    FewObjects {
        /// How many.
        objects: usize,
    },
    /// Nothing that was measured speaks against it. What was not measured: who they are, how old the accounts are, what the texts say.
    NothingMeasured,
}

/// The groups: connected accounts of the pairs that stand, and who joins them.
pub(super) fn find(graph: &Graph, pairs: &[Pair], stand: usize, tested: f64, scores: &Map<u64, f64>) -> Vec<Group> {
    let mut of = components(&pairs[..stand]);
    join(&mut of, pairs, graph);
    let mut members: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for (&account, &root) in &of {
        members.entry(root).or_default().push(account);
    }
    let mut inside: BTreeMap<u64, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        if let (Some(a), Some(b)) = (of.get(&pair.key.0), of.get(&pair.key.1))
            && a == b
        {
            inside.entry(*a).or_default().push(pair);
        }
    }
    let none = Vec::new();
    let mut groups: Vec<Group> = members
        .into_iter()
        .map(|(root, members)| describe(graph, members, inside.get(&root).unwrap_or(&none), tested, scores))
        .collect();
    groups.sort_by(|x, y| y.score.total_cmp(&x.score).then(x.members.cmp(&y.members)));
    groups
}

/// Each account with the smallest number it is connected to.
fn components(pairs: &[Pair]) -> BTreeMap<u64, u64> {
    let mut parent: BTreeMap<u64, u64> = BTreeMap::new();
    fn root(parent: &mut BTreeMap<u64, u64>, account: u64) -> u64 {
        let mut top = account;
        while let Some(&up) = parent.get(&top)
            && up != top
        {
            top = up;
        }
        parent.insert(account, top);
        top
    }
    for Pair { key: (a, b), .. } in pairs {
        let (a, b) = (root(&mut parent, *a), root(&mut parent, *b));
        parent.insert(a.max(b), a.min(b));
        parent.insert(a.min(b), a.min(b));
    }
    let accounts: Vec<u64> = parent.keys().copied().collect();
    accounts.into_iter().map(|account| (account, root(&mut parent, account))).collect()
}

/// An account joins the group with whose members it has the evidence of two full pairs.
fn join(of: &mut BTreeMap<u64, u64>, pairs: &[Pair], graph: &Graph) {
    let settings = &graph.settings;
    for _ in 0..ROUNDS {
        let mut towards: BTreeMap<u64, BTreeMap<u64, f64>> = BTreeMap::new();
        for pair in pairs {
            for (outside, inside) in [pair.key, (pair.key.1, pair.key.0)] {
                if let (None, Some(&root)) = (of.get(&outside), of.get(&inside)) {
                    *towards.entry(outside).or_default().entry(root).or_default() += capped(pair.evidence, settings);
                }
            }
        }
        let before = of.len();
        for (account, groups) in towards {
            let best = groups.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
            if let Some((root, evidence)) = best
                && evidence >= 2.0 * settings.pair_cap
            {
                of.insert(account, root);
            }
        }
        if of.len() == before {
            return;
        }
    }
}

fn describe(graph: &Graph, members: Vec<u64>, pairs: &[&Pair], tested: f64, scores: &Map<u64, f64>) -> Group {
    let strongest = pairs.iter().map(|pair| pair.evidence).fold(0.0, f64::max);
    let p = (tested * libm::pow(10.0, -strongest)).min(1.0);
    let score = members.iter().filter_map(|account| scores.get(account)).sum::<f64>() / members.len().max(1) as f64;
    let shared = shared(graph, pairs);
    let first = shared.iter().map(|object| object.first).min().unwrap_or(0);
    let last = shared.iter().map(|object| object.last).max().unwrap_or(0);
    let (evidence_for, evidence_against) = weigh(graph, &members, pairs, &shared, last - first);
    let objects = shared.len();
    let mut listed = shared;
    listed.sort_by(|x, y| y.members.len().cmp(&x.members.len()).then((x.first, x.object).cmp(&(y.first, y.object))));
    listed.truncate(MOST_LISTED);
    Group { members, p, score, first, last, shared: listed, objects, evidence_for, evidence_against }
}

fn shared(graph: &Graph, pairs: &[&Pair]) -> Vec<SharedObject> {
    let mut found: BTreeMap<u64, (i64, i64, BTreeSet<u64>)> = BTreeMap::new();
    for pair in pairs {
        let window = graph.settings.windows[pair.window];
        for one in pair.shared.iter().filter(|one| one.gap <= window) {
            let entry = found.entry(one.object).or_insert((one.at, one.at, BTreeSet::new()));
            entry.0 = entry.0.min(one.at - i64::from(one.gap));
            entry.1 = entry.1.max(one.at);
            entry.2.extend(<[u64; 2]>::from(pair.key));
        }
    }
    let object = |(object, (first, last, members)): (u64, (i64, i64, BTreeSet<u64>))| {
        let seen = graph.objects.get(object);
        let others = seen.map_or(0, |seen| seen.actors.saturating_sub(members.len() as u64));
        let kind = seen.map_or(Kind::Unknown, |seen| seen.kind);
        SharedObject { object, kind, first, last, members: members.into_iter().collect(), others }
    };
    found.into_iter().map(object).collect()
}

fn weigh(
    graph: &Graph,
    members: &[u64],
    pairs: &[&Pair],
    shared: &[SharedObject],
    seconds: i64,
) -> (Vec<Evidence>, Vec<Evidence>) {
    let window = usual_window(pairs);
    let judged: Vec<&&Pair> = pairs.iter().filter(|pair| pair.window == window).collect();
    let mut gaps: Vec<u32> = pairs.iter().flat_map(|pair| pair.shared.iter().map(|one| one.gap)).collect();
    gaps.sort_unstable();
    let together: usize = shared.iter().map(|object| object.members.len()).sum();
    let done: u64 = members.iter().filter_map(|&account| graph.accounts.get(account)).sum();
    let purpose = (together as f64 / done.max(1) as f64).min(1.0);
    let others: u64 = shared.iter().map(|object| object.others).sum();
    let popular = others as f64 / (others as f64 + together as f64).max(1.0);
    let keys: BTreeSet<PairKey> = pairs.iter().map(|pair| pair.key).collect();
    let mut for_it = vec![
        Evidence::Synchrony {
            window_seconds: graph.settings.windows[window],
            coincidences: judged.iter().map(|pair| pair.best.count).sum(),
            expected: judged.iter().map(|pair| pair.best.expected).sum(),
        },
        Evidence::Closeness { median_seconds: gaps.get(gaps.len() / 2).copied().unwrap_or(0) },
        Evidence::Density { pairs: keys.len(), possible: members.len() * members.len().saturating_sub(1) / 2 },
    ];
    let mut against = Vec::new();
    if purpose >= 0.5 {
        for_it.push(Evidence::SinglePurpose { share: purpose });
    } else {
        against.push(Evidence::OtherInterests { share: 1.0 - purpose });
    }
    if popular > 0.5 {
        against.push(Evidence::PopularObjects { others: popular });
    }
    if seconds <= i64::from(graph.settings.windows[super::WINDOWS - 1]) {
        against.push(Evidence::OneStretch { seconds });
    }
    if members.len() <= 3 {
        against.push(Evidence::FewAccounts { accounts: members.len() });
    }
    if shared.len() <= 3 {
        against.push(Evidence::FewObjects { objects: shared.len() });
    }
    if against.is_empty() {
        against.push(Evidence::NothingMeasured);
    }
    (for_it, against)
}

/// The window by which most of the pairs were judged; the narrower of two.
fn usual_window(pairs: &[&Pair]) -> usize {
    let mut counts = [0usize; super::WINDOWS];
    for pair in pairs {
        counts[pair.window] += 1;
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    counts.iter().position(|&count| count == most).unwrap_or(0)
}
