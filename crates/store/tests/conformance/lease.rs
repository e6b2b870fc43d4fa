//! The lease at the send point, against an outside that counts: anybody schedules, freezes, lets go, sends and is killed in any order.

use crate::account::account_of;
use crate::house::{House, on_both, t};
use crate::scheduled::new_scheduled;
use domain::case::event::Thaw;
use domain::id::{AccountId, CaseId, OrganisationId, ScheduledId};
use domain::marketing::{APART, LATE, State};
use domain::publish::Receipt;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{Came, NewScheduled, ScheduledFilter, ScheduledRow, Store};

const SAFE: &str = "safety";

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// One life of an organisation's marketing.
struct Life<'s> {
    store: &'s Store,
    of: OrganisationId,
    accounts: [AccountId; 2],
    cases: [CaseId; 2],
    now: Timestamp,
    dice: Dice,
    /// Taken, and neither sent nor given up: with the moment of taking.
    flying: Vec<ScheduledRow>,
    /// What the outside received.
    outside: BTreeSet<ScheduledId>,
    /// Leases as they were told to us: accounts, number, whether "confirmed" was said.
    fences: BTreeMap<CaseId, u32>,
    open: BTreeMap<CaseId, (BTreeSet<AccountId>, bool)>,
    /// Of posts that somebody let go one by one: when.
    let_go: BTreeMap<ScheduledId, (AccountId, Timestamp)>,
    made: usize,
    told: [usize; 3],
}

impl Life<'_> {
    async fn posts(&self, states: &[State]) -> Vec<ScheduledRow> {
        let filter = ScheduledFilter { account: None, states };
        let all = self.store.scheduled_posts(self.of, filter, None, 9_999).await.unwrap();
        all.into_iter().filter(|row| self.accounts.contains(&row.account)).collect()
    }

    /// The outside takes a post: the moment at which everything must be right.
    fn receive(&mut self, row: &ScheduledRow) {
        assert!(self.outside.insert(row.id), "{} went out twice", row.id);
        assert!(row.due <= self.now && row.due.duration_until(self.now) <= LATE, "{} is late or early", row.id);
        for (accounts, confirmed) in self.open.values() {
            let held = accounts.contains(&row.account) && row.label.as_deref() != Some(SAFE);
            assert!(!(held && *confirmed), "{} went out after it was confirmed that nothing does", row.id);
        }
        if let Some((account, due)) = self.let_go.get(&row.id).copied() {
            let near = |(id, (of, other)): (&ScheduledId, &(AccountId, Timestamp))| {
                *id != row.id && *of == account && other.duration_until(due).abs() < APART && self.outside.contains(id)
            };
            assert!(!self.let_go.iter().any(near), "{} went out in a burst", row.id);
        }
        self.told[0] += 1;
    }

    async fn step(&mut self) {
        let minute = |n: u64| SignedDuration::from_mins(i64::try_from(n).unwrap());
        match self.dice.below(16) {
            0..=2 => self.now += minute(1 + self.dice.below(6)),
            3..=5 => {
                let account = self.accounts[usize::try_from(self.dice.below(2)).unwrap()];
                let label = (self.dice.below(4) == 0).then(|| SAFE.to_owned());
                let due = self.now + minute(self.dice.below(25));
                let new = NewScheduled { label, ..new_scheduled(account, due) };
                self.store.schedule(self.of, new, self.now).await.unwrap();
                self.made += 1;
            }
            6..=7 => {
                for id in self.store.due_scheduled(self.now, 99).await.unwrap() {
                    if let Some(row) = self.store.take_scheduled(id, self.now).await.unwrap() {
                        self.flying.push(row);
                    }
                }
            }
            8..=9 if !self.flying.is_empty() => self.land().await,
            10 => self.recover().await,
            11 => {
                let case = self.cases[usize::try_from(self.dice.below(2)).unwrap()];
                let fence = self.fences.get(&case).map_or(1, |last| last + 1);
                let mut accounts: BTreeSet<AccountId> =
                    self.open.get(&case).map(|open| open.0.clone()).unwrap_or_default();
                accounts.insert(self.accounts[usize::try_from(self.dice.below(2)).unwrap()]);
                let all: Vec<AccountId> = accounts.iter().copied().collect();
                self.store.freeze_accounts(self.of, &all, case, fence, &[SAFE.to_owned()], self.now).await.unwrap();
                self.fences.insert(case, fence);
                self.open.insert(case, (accounts, false));
            }
            12 => self.confirm().await,
            13 => {
                let Some((case, _)) = self.open.pop_first() else { return };
                let fence = self.fences[&case];
                if self.dice.below(2) == 0 {
                    self.store.lift_freeze(self.of, case, fence, self.now).await.unwrap();
                } else {
                    for row in self.store.undo_freeze(self.of, case, fence, self.now).await.unwrap() {
                        self.let_go.remove(&row.id);
                    }
                }
            }
            _ => self.thaw().await,
        }
    }

    /// A process with a taken post sends it and says so, sends it and dies, dies before, or is asked to wait. One that stood still sends nothing.
    async fn land(&mut self) {
        let at = self.dice.below(u64::try_from(self.flying.len()).unwrap());
        let row = self.flying.remove(usize::try_from(at).unwrap());
        let fresh = row.tried_at == Some(self.now);
        let later = Came::Later("busy".to_owned(), self.now);
        let sent = Came::Sent(Receipt { id: row.id.to_string(), url: None, at: self.now });
        let came = match self.dice.below(4) {
            0 if fresh => {
                self.receive(&row);
                Some(sent)
            }
            1 if fresh => {
                self.receive(&row);
                None
            }
            2 => Some(later),
            _ => None,
        };
        if let Some(came) = came {
            self.store.settle_scheduled(row.id, row.tries, came, self.now).await.unwrap();
        }
    }

    /// What was cut short is not known; what is not known is looked for outside.
    async fn recover(&mut self) {
        let before = self.now - SignedDuration::from_mins(4);
        for row in self.store.scheduled_cut_short(before).await.unwrap() {
            let unknown = Came::Unknown("killed".to_owned(), self.now);
            self.store.settle_scheduled(row.id, row.tries, unknown, self.now).await.unwrap();
            self.flying.retain(|flying| flying.id != row.id);
        }
        for row in self.store.scheduled_unknown(self.now, 99).await.unwrap() {
            let came = match self.outside.contains(&row.id) {
                true => Came::Sent(Receipt { id: row.id.to_string(), url: None, at: self.now }),
                false => Came::Later("not there".to_owned(), self.now),
            };
            self.store.settle_scheduled(row.id, row.tries, came, self.now).await.unwrap();
        }
    }

    /// "Confirmed" is said when every post that a freeze met is held, let out by its kind, or out.
    async fn confirm(&mut self) {
        for (case, (accounts, confirmed)) in &mut self.open {
            let frozen = self.store.frozen_posts(self.of, *case).await.unwrap();
            let settled = |row: &ScheduledRow| {
                row.label.as_deref() == Some(SAFE)
                    || !matches!(row.state, State::Queued | State::Sending | State::Unknown | State::Holding)
            };
            let all = frozen.iter().all(settled);
            self.told[1] += usize::from(all && !*confirmed);
            *confirmed |= all;
            // Every post of the accounts that could still go out was among them.
            let filter = ScheduledFilter { account: None, states: &[State::Queued, State::Sending, State::Unknown] };
            let live = self.store.scheduled_posts(self.of, filter, None, 9_999).await.unwrap();
            let live = live.into_iter().filter(|row| accounts.contains(&row.account));
            let missed: Vec<_> = live.filter(|row| !frozen.iter().any(|met| met.id == row.id)).collect();
            assert!(missed.is_empty(), "not accounted for: {missed:?}");
        }
    }

    async fn thaw(&mut self) {
        let held = self.posts(&[State::Held, State::Draft]).await;
        if held.is_empty() {
            return;
        }
        let at = self.dice.below(u64::try_from(held.len()).unwrap());
        let row = &held[usize::try_from(at).unwrap()];
        let ahead = SignedDuration::from_mins(i64::try_from(self.dice.below(40)).unwrap());
        let thaw = match self.dice.below(4) {
            0 => Thaw::AsItWas,
            1 | 2 => Thaw::Reschedule(self.now + ahead),
            _ => Thaw::Rewrite,
        };
        let thawed = self.store.thaw_scheduled(self.of, row.id, row.version, thaw, self.now).await.unwrap();
        if let Ok(row) = thawed
            && row.state == State::Queued
        {
            assert!(row.due > self.now, "nothing that is past due goes out by itself");
            self.let_go.insert(row.id, (row.account, row.due));
            self.told[2] += 1;
        }
    }
}

#[test]
fn nothing_goes_out_after_confirmed_twice_late_or_in_a_burst_whoever_is_killed() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut told = [0; 3];
        for seed in 1..=25_u64 {
            let accounts = [
                account_of(store, house.ours, &format!("{seed}a")).await,
                account_of(store, house.ours, &format!("{seed}b")).await,
            ];
            let mut life = Life {
                store,
                of: house.ours,
                accounts,
                now: t(86_400 * i64::try_from(seed).unwrap()),
                dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
                flying: Vec::new(),
                outside: BTreeSet::new(),
                cases: [1, 2].map(|n| CaseId(10 * i64::try_from(seed).unwrap() + n)),
                fences: BTreeMap::new(),
                open: BTreeMap::new(),
                let_go: BTreeMap::new(),
                made: 0,
                told: [0; 3],
            };
            for _ in 0..120 {
                life.step().await;
            }
            let all = life.posts(&[]).await;
            assert_eq!(all.len(), life.made, "every post is in the list");
            for row in &all {
                let sent = row.state == State::Sent;
                assert!(!sent || life.outside.contains(&row.id), "{} is called sent and is not there", row.id);
            }
            let fences = life.fences.clone();
            for (case, _) in std::mem::take(&mut life.open) {
                store.lift_freeze(house.ours, case, fences[&case], life.now).await.unwrap();
            }
            for (sum, n) in told.iter_mut().zip(life.told) {
                *sum += n;
            }
            store.let_go_account(house.ours, accounts[0], life.now).await.unwrap();
            store.let_go_account(house.ours, accounts[1], life.now).await.unwrap();
        }
        // A test in which nothing happens proves nothing.
        let [sent, confirmed, let_go] = told;
        assert!(sent > 20 && confirmed > 10 && let_go > 30, "{sent} sent, {confirmed} confirmed, {let_go} let go");
    });
}
