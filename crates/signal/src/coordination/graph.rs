//! The streaming co-action graph: what is remembered of each object and of each pair.

use super::null::acts;
use super::recent::{Recent, mix};
use super::{Action, Kind, Settings, WINDOWS};

/// Times kept of an object to know its rhythm.
const SAMPLE: usize = 64;
/// One in so many places of an object's latest accounts is for those with the smallest hashes.
const STEADY: usize = 4;
/// Objects kept of a pair: the latest.
const MOST_SHARED: usize = 64;

/// One coincidence of a pair: the closest they came on one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shared {
    /// When the later of the two acted.
    pub(super) at: i64,
    pub(super) object: u64,
    /// Seconds between the two.
    pub(super) gap: u32,
}

/// What is known of an object.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) kind: Kind,
    /// Accounts that acted on it; one that comes back much later counts again.
    pub(super) actors: u64,
    /// The latest accounts, each once: the last time first seen, then who.
    ring: Vec<(i64, u64)>,
    /// Of all accounts the same few whatever their order, those with the smallest hashes, by their hashes: who, and the first time of each.
    pub(super) sample: Vec<(u64, i64)>,
}

/// Two accounts, the smaller first.
pub(super) type PairKey = (u64, u64);

/// The co-action graph. Feed it in order of time; what comes late by more than the widest window may miss its company. Actions of the same second
/// may come in any order as long as no more than `ring` accounts meet on one object within the widest window; [`super::detect`] sorts them.
#[derive(Clone, Debug)]
pub struct Graph {
    pub(super) settings: Settings,
    pub(super) objects: Recent<u64, Seen>,
    pub(super) accounts: Recent<u64, u64>,
    /// Pairs that coincided on one object: nearly all, and no evidence.
    pub(super) single: Recent<PairKey, Shared>,
    /// Pairs that coincided on several objects.
    pub(super) repeated: Recent<PairKey, Vec<Shared>>,
    /// What pairs that were forgotten had counted.
    pub(super) faded: Faded,
    pub(super) actions: u64,
}

/// Coincidences of forgotten pairs, per account and window: who kept much company is remembered as such.
#[derive(Clone, Debug)]
pub(super) struct Faded {
    windows: [u32; WINDOWS],
    pub(super) of: Recent<u64, [u64; WINDOWS]>,
    pub(super) all: [u64; WINDOWS],
}

impl Faded {
    fn take(&mut self, (a, b): PairKey, shared: &[Shared]) {
        let mut shared = shared.to_vec();
        shared.sort_unstable();
        let within = self.windows.map(|window| acts(&shared, window));
        for account in [a, b] {
            let of = self.of.touch(account, Default::default);
            of.iter_mut().zip(within).for_each(|(of, within)| *of += within);
        }
        self.all.iter_mut().zip(within).for_each(|(all, within)| *all += 2 * within);
    }
}

impl Graph {
    /// An empty one.
    pub fn new(settings: Settings) -> Self {
        let most = settings.most;
        Self {
            objects: Recent::new(most),
            accounts: Recent::new(most),
            single: Recent::new(most),
            repeated: Recent::new(most),
            faded: Faded { windows: settings.windows, of: Recent::new(most), all: [0; WINDOWS] },
            actions: 0,
            settings,
        }
    }

    /// Takes one action.
    pub fn act(&mut self, action: Action) {
        let Action { at, object, account, kind } = action;
        self.actions += 1;
        *self.accounts.touch(account, || 0) += 1;
        let new = || Seen { kind, actors: 0, ring: Vec::new(), sample: Vec::new() };
        let seen = self.objects.touch(object, new);
        let widest = i64::from(self.settings.windows[WINDOWS - 1]);
        let (single, repeated, faded) = (&mut self.single, &mut self.repeated, &mut self.faded);
        for &(then, other) in seen.ring.iter().filter(|&&(_, other)| other != account) {
            let gap = then.abs_diff(at);
            if gap <= widest.unsigned_abs() {
                let gap = u32::try_from(gap).unwrap_or(u32::MAX);
                let pair = (account.min(other), account.max(other));
                coincide(single, repeated, faded, pair, Shared { at: at.max(then), object, gap });
            }
        }
        seen.take(at, account, widest, self.settings.ring);
    }

    /// How many objects, accounts and pairs are remembered.
    pub fn remembered(&self) -> [usize; 3] {
        [self.objects.len(), self.accounts.len(), self.single.len() + self.repeated.len()]
    }

    /// How many objects, accounts and pairs were forgotten for want of room.
    pub(super) fn forgotten(&self) -> u64 {
        let pairs = self.single.forgotten() + self.repeated.forgotten();
        self.objects.forgotten() + self.accounts.forgotten() + pairs
    }
}

/// Counts a coincidence; on an object they share already, the closer one stands.
fn coincide(
    single: &mut Recent<PairKey, Shared>,
    repeated: &mut Recent<PairKey, Vec<Shared>>,
    faded: &mut Faded,
    pair: PairKey,
    new: Shared,
) {
    let closer = |held: &mut Shared| {
        if (new.gap, new.at) < (held.gap, held.at) {
            *held = new;
        }
    };
    if repeated.get(pair).is_some() {
        let shared = repeated.touch_or(pair, Vec::new, |pair, shared| faded.take(pair, &shared));
        match shared.iter_mut().find(|held| held.object == new.object) {
            Some(held) => closer(held),
            None => {
                // Not faded: it would be company that no leaving out could find, and count against the pair.
                if shared.len() >= MOST_SHARED {
                    shared.remove(0);
                }
                shared.push(new);
            }
        }
        return;
    }
    let first = single.touch_or(pair, || new, |pair, shared| faded.take(pair, &[shared]));
    if first.object == new.object {
        closer(first);
    } else {
        let first = *first;
        single.remove(pair);
        *repeated.touch_or(pair, Vec::new, |pair, shared| faded.take(pair, &shared)) = vec![first, new];
    }
}

impl Seen {
    fn take(&mut self, at: i64, account: u64, widest: i64, ring: usize) {
        // First, so that of those who come in one second none finds what another would have swept away.
        let newest = self.ring.iter().map(|&(at, _)| at).max().map_or(at, |newest| newest.max(at));
        self.ring.retain(|&(then, _)| newest.saturating_sub(then) <= widest);
        match self.ring.iter_mut().find(|(_, other)| *other == account) {
            Some(held) => held.0 = held.0.max(at),
            None => {
                self.actors += 1;
                self.ring.push((at, account));
            }
        }
        let place = self.sample.binary_search_by_key(&mix(account), |&(other, _)| mix(other));
        if let Err(place) = place
            && place < SAMPLE
        {
            self.sample.truncate(SAMPLE - 1);
            self.sample.insert(place, (account, at));
        }
        if self.ring.len() > ring {
            // The same few stay while they come, so that who comes often meets the same and not ever others.
            let bound = self.sample.get(ring / STEADY).map_or(u64::MAX, |&(account, _)| mix(account));
            let passing = self.ring.iter().enumerate().filter(|(_, held)| mix(held.1) >= bound);
            let oldest = passing.min_by_key(|&(_, held)| held).map(|(i, _)| i);
            self.ring.swap_remove(oldest.unwrap_or(0));
        }
    }
}
