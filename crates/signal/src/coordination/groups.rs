//! Groups of accounts, with what speaks for coordination and what against it.

use super::Kind;
use super::graph::Graph;
use super::null::{Chance, ChanceShares, Pair};
use super::recent::Map;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Shared objects listed of a group: those most members share.
const MOST_LISTED: usize = 50;

/// Accounts that coincided more than chance explains.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Who, ascending.
    pub members: Vec<u64>,
    /// The chance, at most, that any group as large would be linked as closely if all had acted independently.
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

/// The groups: accounts linked by pairs of which hardly any is chance, or where most are not and each account has several such partners.
pub(super) fn find(
    graph: &Graph,
    pairs: &[Pair],
    chance: &Chance,
    shares: &ChanceShares,
    scores: &Map<u64, f64>,
) -> Vec<Group> {
    let settings = &graph.settings;
    let strict = shares.standing(pairs, settings.false_pairs);
    let loose = shares.standing(pairs, settings.false_links);
    let core = core(&pairs[..loose], settings.links);
    let in_core = |pair: &Pair| core.contains(&pair.key.0) && core.contains(&pair.key.1);
    let links = pairs[..loose.max(strict)].iter().enumerate();
    let links: Vec<&Pair> = links.filter(|&(i, pair)| i < strict || in_core(pair)).map(|(_, pair)| pair).collect();
    let (of, weakest) = components(&links);
    let mut members: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for (&account, &root) in &of {
        members.entry(root).or_default().push(account);
    }
    let mut inside: BTreeMap<u64, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs.iter().take_while(|pair| pair.evidence > 0.0) {
        if let (Some(a), Some(b)) = (of.get(&pair.key.0), of.get(&pair.key.1))
            && a == b
        {
            inside.entry(*a).or_default().push(pair);
        }
    }
    let mut groups: Vec<Group> = members
        .into_iter()
        .filter_map(|(root, members)| {
            let p = chance.groups(members.len(), *weakest.get(&root)?);
            (p <= settings.false_groups).then(|| describe(graph, members, &inside[&root], p, scores))
        })
        .collect();
    groups.sort_by(|x, y| y.score.total_cmp(&x.score).then(x.members.cmp(&y.members)));
    groups
}

/// The accounts that have at least so many partners among one another.
fn core(pairs: &[Pair], links: usize) -> BTreeSet<u64> {
    let mut partners: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    for Pair { key: (a, b), .. } in pairs {
        partners.entry(*a).or_default().insert(*b);
        partners.entry(*b).or_default().insert(*a);
    }
    let few = |(&account, with): (&u64, &BTreeSet<u64>)| (with.len() < links).then_some(account);
    let mut leaving: Vec<u64> = partners.iter().filter_map(few).collect();
    while let Some(account) = leaving.pop() {
        for other in partners.remove(&account).unwrap_or_default() {
            if let Some(with) = partners.get_mut(&other)
                && with.remove(&account)
                && with.len() + 1 == links
            {
                leaving.push(other);
            }
        }
    }
    partners.into_keys().collect()
}

/// Each account with the smallest number it is linked to, and of each such set the weakest evidence that is needed to link it. `links` come strongest
/// first.
fn components(links: &[&Pair]) -> (BTreeMap<u64, u64>, BTreeMap<u64, f64>) {
    let mut parent: BTreeMap<u64, u64> = BTreeMap::new();
    let mut weakest: BTreeMap<u64, f64> = BTreeMap::new();
    for Pair { key: (a, b), evidence, .. } in links {
        let (a, b) = (root(&mut parent, *a), root(&mut parent, *b));
        if a != b {
            parent.insert(a.max(b), a.min(b));
            // Links come weaker and weaker: the one that joins two sets is the weakest of both.
            weakest.insert(a.min(b), *evidence);
        }
    }
    let accounts: Vec<u64> = parent.keys().copied().collect();
    (accounts.into_iter().map(|account| (account, root(&mut parent, account))).collect(), weakest)
}

/// The smallest number an account is linked to; what lies between is shortened.
fn root(parent: &mut BTreeMap<u64, u64>, account: u64) -> u64 {
    let mut top = account;
    while let Some(&up) = parent.get(&top)
        && up != top
    {
        top = up;
    }
    parent.insert(account, top);
    parent.entry(top).or_insert(top);
    top
}

fn describe(graph: &Graph, members: Vec<u64>, pairs: &[&Pair], p: f64, scores: &Map<u64, f64>) -> Group {
    let score = members.iter().filter_map(|account| scores.get(account)).sum::<f64>() / members.len().max(1) as f64;
    let shared = shared(graph, pairs);
    let first = shared.iter().map(|object| object.first).min().unwrap_or(0);
    let last = shared.iter().map(|object| object.last).max().unwrap_or(0);
    let (evidence_for, evidence_against) = weigh(graph, &members, pairs, &shared, last.saturating_sub(first));
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
            entry.0 = entry.0.min(one.at.saturating_sub(one.gap.into()));
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
    let mut for_it = vec![
        Evidence::Synchrony {
            window_seconds: graph.settings.windows[window],
            coincidences: judged.iter().map(|pair| pair.best.count).sum(),
            expected: judged.iter().map(|pair| pair.best.expected).sum(),
        },
        Evidence::Closeness { median_seconds: gaps.get(gaps.len() / 2).copied().unwrap_or(0) },
        Evidence::Density { pairs: pairs.len(), possible: members.len() * members.len().saturating_sub(1) / 2 },
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
