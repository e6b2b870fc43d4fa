//! What the graph says: accounts by their company, groups, and the share that is nobody's.

use super::company::Company;
use super::graph::Graph;
use super::groups::{Group, find};
use super::null::{Chance, ChanceShares, Pair, suspicious};
use super::recent::Map;
use super::{Settings, WINDOWS};
use serde::Serialize;

/// One account.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// The caller's number.
    pub account: u64,
    /// How suspicious its company is: the evidence of its best partners (−log10 of p, capped per partner), summed. 0 for most; below 0.01 it only
    /// orders those of whom nothing can be said.
    pub score: f64,
    /// Its group, as the place among the report's groups.
    pub group: Option<usize>,
    /// What it did altogether.
    pub actions: u64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// All accounts, the most suspicious first, then by number.
    pub accounts: Vec<Account>,
    /// Groups, the most suspicious first.
    pub groups: Vec<Group>,
    /// Actions that were looked at.
    pub actions: u64,
    /// The share of the actions, from 0 to 1, that no member of a group did. `None` where no group was told: accounts that act once and slow
    /// groups are not seen here, so that it says nothing of the share.
    pub organic_share: Option<f64>,
    /// Objects, accounts and pairs that were forgotten for want of room. Where it is not 0, this saw a part.
    pub forgotten: u64,
}

impl Graph {
    /// What stands out by now. Takes as long as there are pairs; the graph goes on afterwards.
    pub fn report(&self) -> Report {
        let company = Company::new(self);
        let pairs = suspicious(self, &company);
        let chance = Chance::new(self, &company, &pairs);
        let shares = chance.shares(&pairs);
        let scores = scores(&pairs, &shares, &self.settings);
        let groups = find(self, &pairs, &chance, &shares, &scores);
        let mut member: Map<u64, usize> = Map::default();
        for (i, group) in groups.iter().enumerate() {
            member.extend(group.members.iter().map(|&account| (account, i)));
        }
        let mut accounts: Vec<Account> = self
            .accounts
            .iter()
            .map(|(account, &actions)| Account {
                account,
                score: scores.get(&account).copied().unwrap_or(0.0),
                group: member.get(&account).copied(),
                actions,
            })
            .collect();
        accounts.sort_unstable_by(|x, y| y.score.total_cmp(&x.score).then(x.account.cmp(&y.account)));
        let grouped: u64 = accounts.iter().filter(|a| a.group.is_some()).map(|a| a.actions).sum();
        let organic_share = (!groups.is_empty()).then(|| 1.0 - grouped as f64 / self.actions as f64);
        Report { accounts, groups, actions: self.actions, organic_share, forgotten: self.forgotten() }
    }
}

/// What a pair counts at least of its evidence, however much of such evidence chance explains: so that the order stays.
const FLOOR: f64 = 0.05;
/// What is beyond the cap, or below what trying several windows explains, only breaks ties: by so much of it.
const TIE: f64 = 0.001;

/// A pair's evidence as it counts in a score: whole where chance explains at most half of such pairs, hardly where it explains all.
fn counted(evidence: f64, shares: &ChanceShares, settings: &Settings) -> f64 {
    let plain = evidence.clamp(0.0, settings.pair_cap);
    let over = (evidence - plain) + libm::log10(WINDOWS as f64);
    (2.0 - 2.0 * shares.at(evidence)).clamp(FLOOR, 1.0) * plain + over * TIE
}

/// The best partners whole, as many again half. `pairs` come strongest first.
fn scores(pairs: &[Pair], shares: &ChanceShares, settings: &Settings) -> Map<u64, f64> {
    let mut sums: Map<u64, (usize, f64)> = Map::default();
    for pair in pairs {
        for account in [pair.key.0, pair.key.1] {
            let (partners, sum) = sums.entry(account).or_default();
            let share = match *partners / settings.partners.max(1) {
                0 => 1.0,
                1 => 0.5,
                _ => continue,
            };
            *partners += 1;
            *sum += share * counted(pair.evidence, shares, settings);
        }
    }
    sums.into_iter().map(|(account, (_, sum))| (account, sum)).collect()
}
