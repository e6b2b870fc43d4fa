//! Planted attacks in small, and files of actions.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use vigie_signal::coordination::{Action, Evidence, Kind, Report, Settings, detect, read_csv, write_csv};

struct Draw(ChaCha8Rng);

impl Draw {
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: u64) -> u64 {
        (self.unit() * n as f64) as u64
    }

    /// Often small, seldom large.
    fn skewed(&mut self, n: u64) -> u64 {
        (self.unit() * self.unit() * self.unit() * n as f64) as u64
    }
}

const DAY: i64 = 86_400;

/// Thirty days of people who pass posts on: few objects are liked by many, each fades within hours.
fn background(seed: u64) -> (Vec<Action>, Draw) {
    let mut draw = Draw(ChaCha8Rng::seed_from_u64(seed));
    let born: Vec<i64> = (0..800).map(|_| (draw.unit() * 30.0 * DAY as f64) as i64).collect();
    let acts = (0..12_000).map(|_| {
        let object = draw.skewed(800);
        let late = -libm::log(1.0 - draw.unit()) * 4.0 * 3600.0;
        let account = draw.skewed(3000);
        Action { at: born[object as usize] + late as i64, object, account, kind: Kind::Repost }
    });
    (acts.collect(), draw)
}

/// Groups of eight that act six times within half a minute, and ten times elsewhere to hide it. Planted accounts begin at 10,000.
fn planted(seed: u64, groups: u64) -> Vec<Action> {
    let (mut all, mut draw) = background(seed);
    let real = all.clone();
    for group in 0..groups {
        for _ in 0..6 {
            let act = real[draw.below(real.len() as u64) as usize];
            for member in 0..8 {
                if draw.unit() < 0.8 {
                    let account = 10_000 + group * 8 + member;
                    all.push(Action { account, at: act.at + draw.below(30) as i64, ..act });
                }
            }
        }
    }
    for account in 10_000..10_000 + groups * 8 {
        for _ in 0..10 {
            let act = real[draw.below(real.len() as u64) as usize];
            all.push(Action { account, at: act.at + draw.below(3600) as i64, ..act });
        }
    }
    all
}

/// Average precision of a ranking, ties as one block.
fn average_precision(scores: &BTreeMap<u64, f64>) -> f64 {
    let mut ranked: Vec<(f64, bool)> = scores.iter().map(|(&account, &score)| (score, account >= 10_000)).collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
    let all = ranked.iter().filter(|r| r.1).count() as f64;
    let (mut hits, mut seen, mut sum) = (0.0, 0.0, 0.0);
    for block in ranked.chunk_by(|x, y| x.0 == y.0) {
        let here = block.iter().filter(|r| r.1).count() as f64;
        hits += here;
        seen += block.len() as f64;
        sum += here / all * hits / seen;
    }
    sum
}

fn scores(report: &Report) -> BTreeMap<u64, f64> {
    report.accounts.iter().map(|account| (account.account, account.score)).collect()
}

/// How often each account's closest companion coincided with it within a minute.
fn pair_counts(actions: &[Action]) -> BTreeMap<u64, f64> {
    let mut by_object: BTreeMap<u64, Vec<Action>> = BTreeMap::new();
    for &action in actions {
        by_object.entry(action.object).or_default().push(action);
    }
    let mut pairs: BTreeMap<(u64, u64), f64> = BTreeMap::new();
    for acts in by_object.values() {
        let met = acts.iter().flat_map(|a| acts.iter().map(move |b| (a, b)));
        let near = met.filter(|(a, b)| a.account < b.account && a.at.abs_diff(b.at) <= 60);
        let near: BTreeSet<_> = near.map(|(a, b)| (a.account, b.account)).collect();
        near.into_iter().for_each(|pair| *pairs.entry(pair).or_default() += 1.0);
    }
    let mut best: BTreeMap<u64, f64> = actions.iter().map(|action| (action.account, 0.0)).collect();
    for ((a, b), count) in pairs.into_iter().filter(|pair| pair.1 >= 2.0) {
        for account in [a, b] {
            let held = best.entry(account).or_default();
            *held = held.max(count);
        }
    }
    best
}

#[test]
fn planted_groups_are_found_and_nobody_else() {
    for seed in [1, 2, 3] {
        let actions = planted(seed, 4);
        let report = detect(actions.clone(), Settings::default());
        let (ours, count) = (average_precision(&scores(&report)), average_precision(&pair_counts(&actions)));
        assert!(ours >= 0.9 && ours >= count, "seed {seed}: {ours} beside {count} of the pair count");
        assert_eq!(report.groups.len(), 4, "seed {seed}");
        for group in &report.groups {
            let of: BTreeSet<u64> = group.members.iter().map(|account| (account - 10_000) / 8).collect();
            assert_eq!(of.len(), 1, "seed {seed}: one attack, one group: {:?}", group.members);
            assert!(group.members.len() >= 5 && group.p <= 0.01, "seed {seed}: {} at {}", group.members.len(), group.p);
            assert!(group.objects >= 3 && group.shared.iter().all(|one| one.members.len() >= 2));
            let for_it = |wanted: fn(&Evidence) -> bool| group.evidence_for.iter().any(wanted);
            assert!(for_it(
                |e| matches!(e, Evidence::Synchrony { coincidences, expected, .. } if *coincidences as f64 > 5.0 * expected)
            ));
            assert!(!group.evidence_against.is_empty(), "never only one side");
        }
        assert!(report.organic_share.is_some_and(|share| share > 0.9 && share < 1.0));
    }
}

#[test]
fn nobody_is_accused_where_nobody_conspires() {
    for seed in [1, 2, 3, 4] {
        let report = detect(background(seed).0, Settings::default());
        assert_eq!(report.groups, [], "seed {seed}");
        assert_eq!(report.organic_share, None, "where no group is told nothing is known of the share");
    }
}

#[test]
fn a_few_who_do_all_of_it_are_found_among_many_who_came_once() {
    // A shop's evening: twelve accounts share eight links within ten seconds each, sixty customers share one of them each at some time.
    let mut draw = Draw(ChaCha8Rng::seed_from_u64(5));
    let mut actions = Vec::new();
    for object in 0..8u64 {
        for account in 0..12 {
            actions.push(Action { at: object as i64 * 900 + draw.below(10) as i64, object, account, kind: Kind::Link });
        }
    }
    for account in 100..160 {
        actions.push(Action { at: draw.below(7200) as i64, object: draw.below(8), account, kind: Kind::Link });
    }
    let report = detect(actions, Settings::default());
    assert_eq!(report.groups.len(), 1);
    assert_eq!(report.groups[0].members, (0..12).collect::<Vec<u64>>());
    assert!(report.groups[0].evidence_for.iter().any(|e| matches!(e, Evidence::SinglePurpose { .. })));
    let share = 60.0 / 156.0;
    assert!(report.organic_share.is_some_and(|own| (own - share).abs() < 1e-9), "{:?}", report.organic_share);
}

#[test]
fn files_are_read_in_any_order_and_bad_rows_are_named() {
    let text = "\u{feff}timestamp, Object ,account,kind,note\r\n1610870193,\"a,b\",zoe,link,x\r\nsoon,o,adam,,\r\n1610870200.5,o,adam,,\r\n\r\n1610870200,o,,,\r\n1610870200,o,eve,stone,\r\n2021-01-17 07:56:33,\"say \"\"o\"\"\",eve\r\n1610870200,\"o,eve\r\n";
    let mut aside = Vec::new();
    let known = read_csv(text.as_bytes(), |row| aside.push((row.line, row.problem))).unwrap();
    assert_eq!(known.accounts, ["adam", "eve", "zoe"]);
    assert_eq!(known.objects, ["a,b", "o", "say \"o\""]);
    let at: Vec<_> = known.actions.iter().map(|a| (a.at, a.object, a.account, a.kind)).collect();
    let expected =
        [(1_610_870_193, 0, 2, Kind::Link), (1_610_870_200, 1, 0, Kind::Unknown), (1_610_870_193, 2, 1, Kind::Unknown)];
    assert_eq!(at, expected);
    let lines: Vec<_> = aside.iter().map(|row| row.0).collect();
    assert_eq!(lines, [3, 6, 7, 9], "{aside:?}");
    assert!(
        aside[0].1.contains("\"soon\" is not a time") && aside[1].1 == "no account" && aside[2].1.contains("stone")
    );
    let mut said = String::new();
    read_csv("account,object,timestamp\na,o,1610870193000\n".as_bytes(), |row| said = row.problem).unwrap();
    assert!(said.contains("look like milliseconds"), "{said}");
    for wrong in ["", "account,object\n1,2\n", "a,b,1610870193\n"] {
        let said = read_csv(wrong.as_bytes(), |_| ()).unwrap_err().to_string();
        assert!(said.contains("line 1: the first line must be a header"), "{said}");
    }
    let long = format!("account,object,timestamp\n{},o,1\n", "x".repeat(9000));
    assert!(read_csv(long.as_bytes(), |_| ()).unwrap_err().to_string().contains("line 2: longer than"));
}

#[test]
fn accounts_are_written_the_most_suspicious_first() {
    let mut text = String::from("account,object,timestamp\n");
    for act in 0..6 {
        for account in ["w", "x", "\"y,1\"", "z"] {
            text += &format!("{account},o{act},{}\n", act * 5000);
        }
    }
    for n in 0..40 {
        text += &format!("p{n},q{},{}\n", n % 5, n * 1000);
    }
    let known = read_csv(text.as_bytes(), |_| ()).unwrap();
    let report = detect(known.actions.clone(), Settings::default());
    let mut out = Vec::new();
    write_csv(&mut out, &report, &known.accounts).unwrap();
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 45);
    let firsts: Vec<&str> = lines[1..5].iter().map(|line| line.rsplitn(3, ',').nth(2).unwrap()).collect();
    assert_eq!((lines[0], firsts), ("account,score,group", vec!["w", "x", "\"y,1\"", "z"]));
    assert!(lines[1].ends_with(",1") && lines[5].starts_with("p0,0.00") && lines[44].ends_with(","), "{out}");
}
