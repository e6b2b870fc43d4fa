//! The random source of one flow, and what is drawn from it. Same name, same draws, on every machine.

use super::{Crowd, Voice};
use domain::post::Author;
use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The most that is drawn by multiplying uniform numbers; more is drawn in parts.
const PART: f64 = 200.0;

/// Independent of every other flow's, so that a calm pack has the stormy one's calm posts.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice of a flow of a pack.
    pub fn new(seed: u64, pack: &str, flow: &str) -> Self {
        let digest = blake3::hash(format!("{seed}\n{pack}\n{flow}").as_bytes());
        Self(ChaCha8Rng::from_seed(*digest.as_bytes()))
    }

    /// Evenly from 0 (within) to 1 (without).
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Evenly from the whole numbers below `n`; 0 where there are none.
    pub fn below(&mut self, n: u32) -> u32 {
        (self.unit() * f64::from(n)) as u32
    }

    /// Knuth's method, in parts where the rate is large.
    pub fn poisson(&mut self, rate: f64) -> usize {
        let (mut left, mut count) = (rate.max(0.0), 0);
        while left > PART {
            count += self.poisson_part(PART);
            left -= PART;
        }
        count + self.poisson_part(left)
    }

    fn poisson_part(&mut self, rate: f64) -> usize {
        let floor = libm::exp(-rate);
        let (mut count, mut product) = (0, self.unit());
        while product > floor {
            count += 1;
            product *= self.unit();
        }
        count
    }

    /// A gamma variate of mean 1 and this shape (Marsaglia and Tsang 2000): what makes Poisson counts negative binomial.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boost = libm::pow(self.unit().max(f64::MIN_POSITIVE), 1.0 / shape);
            return self.gamma(shape + 1.0) * (shape + 1.0) / shape * boost;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
            let u = self.unit().max(f64::MIN_POSITIVE);
            if v > 0.0 && libm::log(u) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v / shape;
            }
        }
    }

    fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        radius * libm::cos(core::f64::consts::TAU * self.unit())
    }

    /// One of a list; empty where the list is.
    pub fn pick<'a>(&mut self, list: &'a [String]) -> &'a str {
        match list.is_empty() {
            true => "",
            false => &list[self.below(list.len() as u32) as usize],
        }
    }

    /// A text of a voice.
    pub fn text(&mut self, voice: &Voice) -> String {
        let parts = [self.pick(&voice.openers), self.pick(&voice.texts), self.pick(&voice.closers)];
        if parts[1].is_empty() {
            return String::new();
        }
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Somebody of a crowd.
    pub fn author(&mut self, crowd: &Crowd, start: Timestamp) -> Author {
        person(crowd, self.below(crowd.people.max(1)), start)
    }
}

/// The person of that number in a crowd: the same has the same followers and the same account.
pub fn person(crowd: &Crowd, number: u32, start: Timestamp) -> Author {
    let names = crowd.handles.len().max(1) as u32;
    let handle = crowd.handles.get((number % names) as usize).map_or("", String::as_str);
    let handle = match number / names {
        0 => handle.to_owned(),
        round => format!("{handle}{}", round + 1),
    };
    // Drawn from their number, not from the dice.
    let part = |mixed: u32| f64::from(mixed >> 8) / f64::from(1u32 << 24);
    let within = |(low, high): (u32, u32), part: f64| {
        let (low, high) = (libm::log(f64::from(low.max(1))), libm::log(f64::from(high.max(1))));
        libm::exp(low + (high - low) * part) as i64
    };
    let age = crowd.ages.map(|ages| within(ages, part(number.wrapping_mul(1_597_334_677).wrapping_add(12_345))));
    Author {
        handle: Some(handle),
        followers: crowd.followers.map(|bounds| within(bounds, part(number.wrapping_mul(2_654_435_761)))),
        created_at: age.and_then(|days| start.checked_sub(SignedDuration::from_hours(24 * days)).ok()),
        ..Author::default()
    }
}
