//! Choice: how much company each account keeps, and how much of it apart from a partner.

use super::WINDOWS;
use super::graph::{Graph, PairKey, Shared};
use super::null::{ONE_ACT, acts};
use super::recent::Map;

type Counts = [u64; WINDOWS];
type Share = [f64; WINDOWS];

/// What a pair shares is left out by the more, the more of all company it is: a small part is not what makes the expectation, and counted it says
/// what busy accounts have in common. A share of s leaves (1 − s) to this power of it in.
const LEAVE: f64 = 8.0;

/// How often each account coincided with anybody in each window, and all together; where, so that what a pair shares can be left out.
///
/// A pair is held against the company each keeps *elsewhere*. Counted with what it shares, whoever does nothing but act together is expected to
/// do just that, and the more of a storm an attack is, the less of it would be seen.
pub(super) struct Company {
    of: Map<u64, Counts>,
    all: Counts,
    /// What an account kept on one object.
    on: Map<(u64, u64), Counts>,
    /// What all kept on one object.
    objects: Map<u64, Counts>,
    /// Sums over an account's partners: what it keeps apart from each, weighed by what they share; and the weights.
    apart: Map<u64, (Counts, u64)>,
}

impl Company {
    pub(super) fn new(graph: &Graph) -> Self {
        let windows = graph.settings.windows;
        let mut of: Map<u64, Counts> = graph.faded.of.iter().map(|(account, &kept)| (account, kept)).collect();
        let mut all = graph.faded.all;
        let (mut on, mut objects): (Map<(u64, u64), Counts>, Map<u64, Counts>) = Default::default();
        let mut sorted = Vec::new();
        for ((a, b), shared) in met(graph) {
            sorted.clear();
            sorted.extend_from_slice(shared);
            sorted.sort_unstable();
            for act in sorted.chunk_by(|x, y| y.at.saturating_sub(x.at) <= i64::from(ONE_ACT)) {
                let within = windows.map(|window| acts(act, window));
                let object = act[0].object;
                for account in [a, b] {
                    add(of.entry(account).or_default(), within, 1);
                    add(on.entry((account, object)).or_default(), within, 1);
                }
                add(objects.entry(object).or_default(), within, 2);
                add(&mut all, within, 2);
            }
        }
        let mut company = Self { of, all, on, objects, apart: Map::default() };
        let mut apart: Map<u64, (Counts, u64)> = Map::default();
        for (pair, shared) in met(graph) {
            let [a, b, _] = company.elsewhere(pair, shared);
            for (account, kept) in [(pair.0, a), (pair.1, b)] {
                let sums = apart.entry(account).or_default();
                add(&mut sums.0, kept, shared.len() as u64);
                sums.1 += shared.len() as u64;
            }
        }
        company.apart = apart;
        company
    }

    /// The company of the one, of the other and of all, but for what was kept on the objects these two share: see [`LEAVE`].
    fn elsewhere(&self, (a, b): PairKey, shared: &[Shared]) -> [Counts; 3] {
        let whole = [self.of(a), self.of(b), self.all];
        let mut here = [[0u64; WINDOWS]; 3];
        for one in shared {
            let there = [self.on.get(&(a, one.object)), self.on.get(&(b, one.object)), self.objects.get(&one.object)];
            here.iter_mut().zip(there).for_each(|(here, there)| add(here, there.copied().unwrap_or_default(), 1));
        }
        let left: Share = std::array::from_fn(|k| {
            let rest = 1.0 - here[2][k] as f64 / self.all[k].max(1) as f64;
            1.0 - libm::pow(rest.clamp(0.0, 1.0), LEAVE)
        });
        let but = |whole: u64, here: u64, left: f64| whole.saturating_sub((here as f64 * left) as u64);
        std::array::from_fn(|i| std::array::from_fn(|k| but(whole[i][k], here[i][k], left[k])))
    }

    /// How often these two would coincide in each window if each kept as much company with anybody as it keeps elsewhere.
    pub(super) fn expected(&self, pair: PairKey, shared: &[Shared], strangers: f64) -> Share {
        let [a, b, all] = self.elsewhere(pair, shared);
        std::array::from_fn(|k| a[k] as f64 * b[k] as f64 / (all[k] as f64 + strangers))
    }

    /// What each account keeps apart from a partner of its, in the mean over what it shares with them; and the sum over all.
    pub(super) fn apart(&self) -> (Map<u64, Counts>, Counts) {
        let mean = |account: u64, of: Counts| {
            self.apart.get(&account).map_or(of, |&(sums, weights)| sums.map(|sum| sum / weights.max(1)))
        };
        let apart: Map<u64, Counts> = self.of.iter().map(|(&account, &of)| (account, mean(account, of))).collect();
        let mut all = [0; WINDOWS];
        apart.values().for_each(|&kept| add(&mut all, kept, 1));
        (apart, all)
    }

    /// Accounts that coincided with anybody more than once.
    pub(super) fn accounts(&self) -> f64 {
        self.of.values().filter(|kept| kept[WINDOWS - 1] > 1).count() as f64
    }

    fn of(&self, account: u64) -> Counts {
        self.of.get(&account).copied().unwrap_or_default()
    }
}

/// All pairs that are remembered, with what they share.
fn met(graph: &Graph) -> impl Iterator<Item = (PairKey, &[Shared])> {
    let single = graph.single.iter().map(|(pair, shared)| (pair, std::slice::from_ref(shared)));
    single.chain(graph.repeated.iter().map(|(pair, shared)| (pair, shared.as_slice())))
}

fn add(to: &mut Counts, what: Counts, times: u64) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to = to.saturating_add(what.saturating_mul(times)));
}
