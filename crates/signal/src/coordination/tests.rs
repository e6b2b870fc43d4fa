//! What the graph remembers, against a naive count of everything.

use super::company::Company;
use super::graph::{PairKey, Shared};
use super::null::{Chance, suspicious};
use super::{Action, Graph, Kind, Report, Settings, detect};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Everything with everything: per pair and object the closest they came, within the widest window.
fn naive(actions: &[Action], widest: u32) -> BTreeMap<PairKey, BTreeMap<u64, u32>> {
    let mut found: BTreeMap<PairKey, BTreeMap<u64, u32>> = BTreeMap::new();
    for a in actions {
        for b in actions.iter().filter(|b| b.object == a.object && b.account > a.account) {
            let gap = a.at.abs_diff(b.at) as u32;
            if gap <= widest {
                let closest = found.entry((a.account, b.account)).or_default().entry(a.object).or_insert(gap);
                *closest = gap.min(*closest);
            }
        }
    }
    found
}

fn remembered(graph: &Graph) -> BTreeMap<PairKey, BTreeMap<u64, u32>> {
    let objects = |shared: &[Shared]| shared.iter().map(|one| (one.object, one.gap)).collect();
    let single = graph.single.iter().map(|(pair, one)| (pair, objects(std::slice::from_ref(one))));
    let repeated = graph.repeated.iter().map(|(pair, shared)| (pair, objects(shared)));
    single.chain(repeated).collect()
}

fn actions(most: usize) -> impl Strategy<Value = Vec<Action>> {
    let action = (0i64..9000, 0u64..6, 0u64..9).prop_map(|(at, object, account)| {
        let kind = if object % 2 == 0 { Kind::Link } else { Kind::Text };
        Action { at, object, account, kind }
    });
    proptest::collection::vec(action, 0..most)
}

fn fed(actions: &[Action]) -> Graph {
    let mut graph = Graph::new(Settings::default());
    actions.iter().for_each(|&action| graph.act(action));
    graph
}

proptest! {
    #[test]
    fn pairs_are_those_of_the_naive_count(mut actions in actions(90)) {
        actions.sort_unstable();
        let graph = fed(&actions);
        prop_assert_eq!(remembered(&graph), naive(&actions, 3600));
    }

    #[test]
    fn any_order_gives_the_same_report(actions in actions(90).prop_shuffle(), swap in 0usize..90) {
        let report = detect(actions.clone(), Settings::default());
        let mut other = actions.clone();
        other.reverse();
        other.rotate_left(swap.min(actions.len()));
        prop_assert_eq!(&detect(other, Settings::default()), &report);
    }

    #[test]
    fn a_stream_says_at_its_end_what_the_whole_says(mut actions in actions(90), cut in 0usize..90, swap in any::<bool>()) {
        actions.sort_unstable();
        let whole = detect(actions.clone(), Settings::default());
        // Within one second the order is nobody's.
        let mut stream = actions.clone();
        if swap {
            stream.reverse();
            stream.sort_by_key(|action| action.at);
        }
        let (before, after) = stream.split_at(cut.min(stream.len()));
        let mut graph = fed(before);
        let half = graph.report();
        prop_assert_eq!(half.actions, before.len() as u64);
        after.iter().for_each(|&action| graph.act(action));
        prop_assert_eq!(graph.report(), whole);
    }

    #[test]
    fn no_actions_break_it(
        actions in proptest::collection::vec((any::<i64>(), any::<u64>(), any::<u64>()), 0..60),
        same in 0u64..4,
    ) {
        let actions = actions.into_iter().map(|(at, object, account)| Action {
            at, object: object % (same + 1), account: account % 3, kind: Kind::Unknown,
        });
        let Report { accounts, organic_share, .. } = detect(actions.collect(), Settings::default());
        prop_assert!(accounts.iter().all(|account| account.score.is_finite() && account.score >= 0.0));
        prop_assert!(organic_share.is_none_or(|share| (0.0..=1.0).contains(&share)));
    }
}

/// Of two that come in the same second, one comes back after an hour: the order between them is nobody's.
#[test]
fn who_comes_back_in_the_second_of_another_counts_the_same() {
    let act = |at, object, account| Action { at, object, account, kind: Kind::Text };
    let back = [act(0, 1, 4), act(0, 4, 5), act(0, 4, 7), act(3573, 3, 7), act(6759, 3, 5)];
    let (first, second) = (act(7585, 1, 0), act(7585, 1, 4));
    let said = |last: [Action; 2]| fed(&[&back[..], &last].concat()).report();
    assert_eq!(said([first, second]), said([second, first]));
}

#[test]
fn memory_is_bounded_whatever_comes() {
    let settings = Settings { most: 1000, ring: 8, ..Settings::default() };
    let mut graph = Graph::new(settings);
    let mut n = 1u64;
    for at in 0..60_000 {
        n = super::recent::mix(n);
        // A third on three viral objects, the rest on objects of which there is no end.
        let object = if n.is_multiple_of(3) { n % 9 } else { n % 1_000_000 };
        graph.act(Action { at: at / 4, object, account: (n >> 20) % 50_000, kind: Kind::Repost });
        let [objects, accounts, pairs] = graph.remembered();
        assert!(objects <= 1000 && accounts <= 1000 && pairs <= 2000, "{objects} {accounts} {pairs}");
    }
    assert!(graph.report().forgotten > 0, "what was forgotten is said");
}

#[test]
fn a_viral_objects_own_rhythm_outweighs_the_usual() {
    // Two thousand accounts on each of three objects within ten minutes: everybody coincides with many on all three.
    let actions: Vec<Action> = (0..6000u64)
        .map(|n| {
            let (account, object) = (n / 3, n % 3);
            let at = (super::recent::mix(n) % 600) as i64 + object as i64 * 100_000;
            Action { at, object, account, kind: Kind::Repost }
        })
        .collect();
    let report = detect(actions, Settings::default());
    assert_eq!(report.groups, [], "natural synchrony is no evidence");
    let scored = report.accounts.iter().filter(|account| account.score > 1.0).count();
    assert!(scored < 20, "{scored} of 2000 are suspected");
}

#[test]
fn chance_is_told_as_it_is_where_nobody_conspires() {
    // Everybody draws objects and times alone: the pairs found must not exceed what chance is said to give.
    let mut n = 7u64;
    let mut draw = |of: u64| {
        n = super::recent::mix(n);
        n % of
    };
    let acts = (0..20_000).map(|_| {
        let object = draw(40) * draw(40);
        Action { at: (draw(200_000)) as i64, object, account: draw(1500), kind: Kind::Link }
    });
    let mut actions: Vec<Action> = acts.collect();
    actions.sort_unstable();
    let graph = fed(&actions);
    let company = Company::new(&graph);
    let pairs = suspicious(&graph, &company);
    let chance = Chance::new(&graph, &company, &pairs);
    for evidence in [1.0, 2.0, 3.0] {
        let found = pairs.iter().filter(|pair| pair.evidence >= evidence).count() as f64;
        let expected = chance.pairs(evidence);
        assert!(found <= 3.0 + 1.5 * expected, "{found} pairs at {evidence}, {expected} expected");
    }
    assert_eq!(graph.report().groups, []);
}

/// Two accounts that act together on eight objects, among as many others who come once, spread over so many seconds.
fn two_among(others: u64, seconds: u64) -> Report {
    let mut actions = Vec::new();
    for object in 0..8u64 {
        let from = object as i64 * 200_000;
        let mut act = |account, at| actions.push(Action { at, object, account, kind: Kind::Repost });
        (0..2).for_each(|account| act(account, from + seconds as i64 / 2));
        for n in 0..others {
            let other = 10 + object * others + n;
            act(other, from + (super::recent::mix(other) % seconds) as i64);
        }
    }
    detect(actions, Settings::default())
}

#[test]
fn the_same_company_is_evidence_on_quiet_objects_and_none_where_all_come_at_once() {
    let quiet = two_among(1500, 86_400);
    assert_eq!(quiet.groups.iter().map(|group| group.members.as_slice()).collect::<Vec<_>>(), [[0, 1]]);
    let flash = two_among(1500, 15);
    assert_eq!(flash.groups, [], "whoever was there at all was there within these seconds");
    assert!(flash.accounts[0].score < 0.1 && quiet.accounts[0].score > 1.0, "{:?}", flash.accounts[0]);
}

#[test]
fn what_was_forgotten_makes_nobody_suspicious() {
    let actions = (0..60_000u64).map(|n| {
        let draw = super::recent::mix(n);
        let object = if n.is_multiple_of(2) { draw % 3 } else { 3 + draw % 10_000 };
        Action { at: ((draw >> 20) % 6000) as i64, object, account: (draw >> 40) % 12_000, kind: Kind::Repost }
    });
    let report = detect(actions.collect(), Settings { most: 60_000, ..Settings::default() });
    assert!(report.forgotten > 0);
    assert_eq!(report.groups, []);
}

#[test]
fn what_one_post_brings_is_one_act() {
    let people = (0..60).map(|n| Action { at: n as i64 * 97, object: n, account: n, kind: Kind::Text });
    // Twelve write the same five texts, alone or with a link and a picture beside each.
    let copies = |kinds: &'static [Kind]| {
        let posts = (0..5u64).flat_map(|text| (0..12u64).map(move |n| (text, n)));
        posts.flat_map(move |(text, n)| {
            let at = (600 * (text + 1) + n % 4) as i64;
            kinds.iter().map(move |&kind| Action {
                at,
                object: 1_000 + 10 * text + kind as u64,
                account: 100 + n,
                kind,
            })
        })
    };
    for kinds in [&[Kind::Text][..], &[Kind::Text, Kind::Link, Kind::Image]] {
        let report = detect(people.clone().chain(copies(kinds)).collect(), Settings::default());
        let sizes: Vec<usize> = report.groups.iter().map(|group| group.members.len()).collect();
        assert_eq!(sizes, [12], "{kinds:?}");
    }
}
