//! Rhythm: how close in time strangers come on an object.

use super::graph::{Graph, Seen, Shared};
use super::null::ONE_ACT;
use super::recent::Map;
use super::{Kind, Settings, WINDOWS};

/// How often two actors are within each window: q(w).
type Share = [f64; WINDOWS];

/// An object's own histogram is believed by half from so many accounts on.
const CROWD: f64 = 2.0;
/// Who comes to an event comes over so many seconds at least; a tighter crowd is believed the less the tighter it is.
const EVENT: f64 = 300.0;
/// The window by which the width of a crowd is told.
const MINUTE: usize = 1;

/// q(w) of every object by its own histogram and by that of all objects of its kind, without those a pair shares.
///
/// In the mean over objects every account has one voice, divided among what it does: who does all of it does not make what is usual.
pub(super) struct Rhythms {
    from: f64,
    usual: Share,
    all: Sum,
    kinds: [Sum; Kind::ALL.len()],
    own: Map<u64, Own>,
}

/// What is known of an object's rhythm.
#[derive(Clone, Copy)]
struct Own {
    kind: Kind,
    /// By voices, and how many they are.
    q: Share,
    voices: f64,
    /// What its crowd explains by itself, however often the same come.
    crowd: Share,
}

/// A mean in the making.
#[derive(Clone, Copy, Default)]
struct Sum {
    q: Share,
    voices: f64,
}

impl Sum {
    fn add(&mut self, own: &Own, sign: f64) {
        self.voices += sign * own.voices;
        self.q.iter_mut().zip(own.q).for_each(|(sum, q)| *sum += sign * q * own.voices);
    }

    /// The mean, begun with `usual` as if `from` voices had told it.
    fn mean(&self, usual: Share, from: f64) -> Share {
        std::array::from_fn(|k| (self.q[k].max(0.0) + usual[k] * from) / (self.voices.max(0.0) + from))
    }
}

impl Rhythms {
    pub(super) fn new(graph: &Graph) -> Self {
        let Settings { usual_rhythm: usual, own_rhythm_from: from, .. } = graph.settings;
        let voice = |account| graph.accounts.get(account).map_or(1.0, |&acts| 1.0 / acts.max(1) as f64);
        let rhythm = |(object, seen): (u64, &Seen)| Some((object, own(seen, &graph.settings.windows, voice)?));
        let mut own: Vec<(u64, Own)> = graph.objects.iter().filter_map(rhythm).collect();
        // Sums of floats hang on their order.
        own.sort_unstable_by_key(|&(object, _)| object);
        let (mut all, mut kinds) = (Sum::default(), [Sum::default(); Kind::ALL.len()]);
        for (_, own) in &own {
            all.add(own, 1.0);
            kinds[own.kind as usize].add(own, 1.0);
        }
        Self { from, usual, all, kinds, own: own.into_iter().collect() }
    }

    /// How often two strangers would have come as close in each window on what is shared, which is in order of time; of one act the likelier
    /// object counts.
    pub(super) fn expected(&self, shared: &[Shared]) -> Share {
        let (mut all, mut kinds) = (self.all, self.kinds);
        for own in shared.iter().filter_map(|one| self.own.get(&one.object)) {
            all.add(own, -1.0);
            kinds[own.kind as usize].add(own, -1.0);
        }
        let all = all.mean(self.usual, self.from);
        let mut expected = [0.0; WINDOWS];
        for act in shared.chunk_by(|a, b| b.at.saturating_sub(a.at) <= i64::from(ONE_ACT)) {
            let mut likeliest = [0.0f64; WINDOWS];
            for one in act {
                let q = self.own.get(&one.object).map_or([1.0; WINDOWS], |own| {
                    let pooled = kinds[own.kind as usize].mean(all, self.from);
                    let by_voices =
                        Sum { q: own.q.map(|q| q * own.voices), voices: own.voices }.mean(pooled, self.from);
                    std::array::from_fn(|k| by_voices[k].max(own.crowd[k]))
                });
                likeliest.iter_mut().zip(q).for_each(|(most, q)| *most = most.max(q));
            }
            expected.iter_mut().zip(likeliest).for_each(|(sum, q)| *sum += q);
        }
        expected
    }
}

/// `None` with fewer than two actors.
fn own(seen: &Seen, windows: &[u32; WINDOWS], voice: impl Fn(u64) -> f64) -> Option<Own> {
    let mut times: Vec<(i64, f64)> = seen.sample.iter().map(|&(account, at)| (at, voice(account))).collect();
    if times.len() < 2 {
        return None;
    }
    times.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
    let actors = seen.actors as f64;
    let voices = times.iter().map(|time| time.1).sum::<f64>() / times.len() as f64 * actors;
    let plain: Vec<(i64, f64)> = times.iter().map(|&(at, _)| (at, 1.0)).collect();
    let (q, plain) = (close(&times, windows), close(&plain, windows));
    // Two who come evenly over a time of D are within w with 2x - x^2, x = w / D.
    let width = f64::from(windows[MINUTE]) / (1.0 - (1.0 - plain[MINUTE]).max(0.0).sqrt()).max(1e-9);
    let belief = (width / EVENT).min(1.0).powi(2) * actors / (actors + CROWD);
    Some(Own { kind: seen.kind, q, voices, crowd: plain.map(|q| q * belief) })
}

/// How often two of these are within each window, by their weights. `times` are in order.
fn close(times: &[(i64, f64)], windows: &[u32; WINDOWS]) -> Share {
    let (sum, squares) = times.iter().fold((0.0, 0.0), |(sum, squares), &(_, w)| (sum + w, squares + w * w));
    let pairs = (sum * sum - squares) / 2.0;
    windows.map(|window| {
        let (mut from, mut near, mut within) = (0, 0.0, 0.0);
        for &(at, weight) in times {
            while at.saturating_sub(times[from].0) > i64::from(window) {
                near -= times[from].1;
                from += 1;
            }
            within += weight * near;
            near += weight;
        }
        (within / pairs).clamp(0.0, 1.0)
    })
}
