//! From a pack and a seed to posts: same pack, same seed, same posts.

use super::{Crowd, Flow, Pack, PackError, Rhythm, Scripted, Voice};
use domain::post::{Author, Engagement, Post, PostKind, Rating};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// How much of a day's talk falls in each hour, local time; sums to 24.
const DAY: [f64; 24] = [
    0.25, 0.15, 0.1, 0.1, 0.1, 0.2, 0.5, 0.9, 1.2, 1.3, 1.3, 1.4, 1.6, 1.4, 1.2, 1.2, 1.2, 1.3, 1.5, 1.7, 1.8, 1.7,
    1.2, 0.7,
];

impl Pack {
    /// Every post of the pack with the key of its source, in the order of arrival. Without its storm when `calm`.
    ///
    /// # Errors
    /// A brand without a known time zone.
    pub fn posts(&self, seed: u64, calm: bool) -> Result<Vec<(String, Post)>, PackError> {
        let zone = match self.brand.first() {
            Some(brand) => TimeZone::get(&brand.zone).map_err(|_| PackError::Zone(brand.key.clone()))?,
            None => TimeZone::UTC,
        };
        let mut posts = Vec::new();
        for flow in &self.flow {
            let storm = matches!(flow.rhythm, Rhythm::Storm { .. });
            if !(storm && calm) {
                self.flow_posts(flow, seed, &zone, &mut posts);
            }
        }
        if !calm {
            posts.extend(self.post.iter().enumerate().map(|(n, post)| (post.source.clone(), self.scripted(n, post))));
        }
        posts.retain(|(_, post)| post.key().rem_euclid(1000) < i64::from(self.keep));
        posts.sort_by(|(_, a), (_, b)| (a.seen_at, &a.native_id).cmp(&(b.seen_at, &b.native_id)));
        Ok(posts)
    }

    fn flow_posts(&self, flow: &Flow, seed: u64, zone: &TimeZone, posts: &mut Vec<(String, Post)>) {
        let (Some(crowd), Some(voice)) =
            (self.crowd.iter().find(|c| c.key == flow.crowd), self.voice.iter().find(|v| v.key == flow.voice))
        else {
            return;
        };
        let mut dice = Dice::new(seed, &self.name, &flow.key);
        let mut told: Vec<String> = Vec::new();
        let minutes = self.length.as_mins();
        for minute in 0..minutes {
            let at = self.start.saturating_add(SignedDuration::from_mins(minute)).unwrap_or(self.start);
            for _ in 0..dice.poisson(self.rate(&flow.rhythm, minute, at, zone)) {
                let text = match !told.is_empty() && dice.below(1000) < u32::from(flow.reposts) {
                    true => told[dice.below(told.len() as u32) as usize].clone(),
                    false => dice.text(voice),
                };
                told.push(text.clone());
                let number = told.len();
                posts.push((flow.source.clone(), flow_post(flow, number, at, text, crowd, &mut dice)));
            }
        }
    }

    /// Posts expected in one minute.
    fn rate(&self, rhythm: &Rhythm, minute: i64, at: Timestamp, zone: &TimeZone) -> f64 {
        match rhythm {
            Rhythm::Calm { per_day } => {
                let hour = zone.to_datetime(at).hour();
                per_day / 1440.0 * DAY[usize::from(hour.unsigned_abs()) % 24]
            }
            Rhythm::Storm { peak_per_hour, delay, rise, half_life } => {
                let since = minute - self.storm.as_mins() - delay.as_mins();
                let (rise, half) = (rise.as_mins().max(1), half_life.as_mins().max(1));
                let level = match since {
                    i64::MIN..0 => 0.0,
                    up if up < rise => (up + 1) as f64 / rise as f64,
                    down => libm::exp2(-((down - rise) as f64) / half as f64),
                };
                peak_per_hour / 60.0 * level
            }
        }
    }

    fn scripted(&self, number: usize, post: &Scripted) -> Post {
        let at = self.storm_at().saturating_add(post.after).unwrap_or(self.start);
        Post {
            source_kind: "pack".into(),
            native_id: format!("{}/told/{number}", self.name),
            author: Author { handle: Some(post.handle.clone()), followers: post.followers, ..Author::default() },
            text: post.text.clone(),
            published_at: Some(at),
            seen_at: at.saturating_add(SignedDuration::from_secs(20)).unwrap_or(at),
            ..Post::default()
        }
    }
}

fn flow_post(flow: &Flow, number: usize, minute: Timestamp, text: String, crowd: &Crowd, dice: &mut Dice) -> Post {
    let published = minute.saturating_add(SignedDuration::from_secs(i64::from(dice.below(60)))).unwrap_or(minute);
    let delay = SignedDuration::from_secs(i64::from(5 + dice.below(40)));
    let stars = match flow.stars.is_empty() {
        true => None,
        false => Some(flow.stars[dice.below(flow.stars.len() as u32) as usize]),
    };
    let likes = i64::from(dice.below(8));
    Post {
        source_kind: "pack".into(),
        native_id: format!("{}/{number}", flow.key),
        kind: if stars.is_some() { PostKind::Review } else { PostKind::Post },
        author: dice.author(crowd),
        text,
        published_at: Some(published),
        seen_at: published.saturating_add(delay).unwrap_or(published),
        engagement: Engagement { likes: Some(likes), ..Engagement::default() },
        rating: stars.map(|stars| Rating { tenths: u32::from(stars) * 10, out_of: 5 }),
        ..Post::default()
    }
}

/// The random source of one flow: independent of every other flow's, so that a calm pack has the stormy one's calm posts.
struct Dice(ChaCha8Rng);

impl Dice {
    fn new(seed: u64, pack: &str, flow: &str) -> Self {
        let digest = blake3::hash(format!("{seed}\n{pack}\n{flow}").as_bytes());
        Self(ChaCha8Rng::from_seed(*digest.as_bytes()))
    }

    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: u32) -> u32 {
        (self.unit() * f64::from(n)) as u32
    }

    /// Knuth's method; rates here are below a few hundred a minute.
    fn poisson(&mut self, rate: f64) -> usize {
        let floor = libm::exp(-rate);
        let (mut count, mut product) = (0, self.unit());
        while product > floor {
            count += 1;
            product *= self.unit();
        }
        count
    }

    fn pick<'a>(&mut self, list: &'a [String]) -> &'a str {
        match list.is_empty() {
            true => "",
            false => &list[self.below(list.len() as u32) as usize],
        }
    }

    fn text(&mut self, voice: &Voice) -> String {
        let parts = [self.pick(&voice.openers), self.pick(&voice.texts), self.pick(&voice.closers)];
        if parts[1].is_empty() {
            return String::new();
        }
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn author(&mut self, crowd: &Crowd) -> Author {
        let number = self.below(crowd.people.max(1));
        let names = crowd.handles.len() as u32;
        let handle = &crowd.handles[(number % names) as usize];
        let handle = match number / names {
            0 => handle.clone(),
            round => format!("{handle}{}", round + 1),
        };
        let followers = crowd.followers.map(|(low, high)| {
            let (low, high) = (libm::log(f64::from(low.max(1))), libm::log(f64::from(high.max(1))));
            // The same person has the same followers: drawn from their number, not from the dice.
            let part = f64::from(number.wrapping_mul(2_654_435_761) >> 8) / f64::from(1u32 << 24);
            libm::exp(low + (high - low) * part) as i64
        });
        Author { handle: Some(handle), followers, ..Author::default() }
    }
}
