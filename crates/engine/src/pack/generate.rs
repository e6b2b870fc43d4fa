//! From a pack and a seed to posts: same pack, same seed, same posts.

use super::cascade::in_step;
use super::dice::person;
use super::{Crowd, Dice, Flow, Pack, Rhythm, Scripted, SourcePlace, Voice, spread};
use domain::post::{Author, Engagement, Post, PostKind, Rating};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// How much of a day's talk falls in each hour, local time; sums to 24.
const DAY: [f64; 24] = [
    0.25, 0.15, 0.1, 0.1, 0.1, 0.2, 0.5, 0.9, 1.2, 1.3, 1.3, 1.4, 1.6, 1.4, 1.2, 1.2, 1.2, 1.3, 1.5, 1.7, 1.8, 1.7,
    1.2, 0.7,
];

/// A post that a flow is about to make.
struct Coming {
    /// The minute, or the exact second where the rhythm gives it.
    at: Timestamp,
    exact: bool,
    /// Who, where the rhythm draws it.
    who: Option<Author>,
}

impl Pack {
    /// Every post of the pack with the key of its source, in the order of arrival. Without its storm when `calm`.
    pub fn posts(&self, seed: u64, calm: bool) -> Vec<(String, Post)> {
        let zone = self.brand.first().and_then(|brand| TimeZone::get(&brand.zone).ok()).unwrap_or(TimeZone::UTC);
        let mut posts = Vec::new();
        for flow in &self.flow {
            let Ok(rhythm) = flow.rhythm() else { continue };
            if !(calm && rhythm.is_storm()) {
                self.flow_posts(flow, rhythm, seed, &zone, &mut posts);
            }
        }
        if !calm {
            posts.extend(self.post.iter().enumerate().map(|(n, post)| (post.source.clone(), self.scripted(n, post))));
        }
        let past = self.past.iter().filter(|(_, post)| !calm || post.published_at < Some(self.storm_at()));
        posts.extend(past.cloned());
        posts.retain(|(_, post)| post.key().rem_euclid(1000) < i64::from(self.keep));
        posts.sort_by(|(_, a), (_, b)| (a.seen_at, &a.native_id).cmp(&(b.seen_at, &b.native_id)));
        posts
    }

    /// When the first post of a story is published that begins so long after the storm; `None`: the pack has none.
    pub fn outlying(&self, seed: u64, begins: SignedDuration) -> Option<Timestamp> {
        let told = self.post.iter().filter(|post| post.after >= begins);
        let told = told.filter_map(|post| self.storm_at().checked_add(post.after).ok());
        let zone = self.brand.first().and_then(|brand| TimeZone::get(&brand.zone).ok()).unwrap_or(TimeZone::UTC);
        let mut drawn = Vec::new();
        for flow in self.flow.iter().filter(|flow| flow.delay >= begins) {
            if let Some(rhythm) = flow.rhythm().ok().filter(Rhythm::is_storm) {
                self.flow_posts(flow, rhythm, seed, &zone, &mut drawn);
            }
        }
        let since = self.storm_at().checked_add(begins).ok();
        let past = self.past.iter().filter_map(|(_, post)| post.published_at).filter(|at| Some(*at) >= since);
        told.chain(drawn.into_iter().filter_map(|(_, post)| post.published_at)).chain(past).min()
    }

    fn flow_posts(&self, flow: &Flow, rhythm: Rhythm<'_>, seed: u64, zone: &TimeZone, posts: &mut Vec<(String, Post)>) {
        let voice = |key: &str| self.voice.iter().find(|voice| voice.key == key);
        let crowd = self.crowd.iter().find(|crowd| crowd.key == flow.crowd);
        let (Some(crowd), Some(voice), beside) = (crowd, voice(&flow.voice), flow.beside.as_deref().and_then(voice))
        else {
            return;
        };
        let begins = self.storm_at().saturating_add(flow.delay).unwrap_or(self.start);
        let mut maker = Maker { pack: self, flow, crowd, voice, beside, begins, told: Vec::new() };
        let mut dice = Dice::new(seed, &self.name, &flow.key);
        match rhythm {
            Rhythm::Calm(per_day, size) => {
                let mut unevenness = 1.0;
                for minute in 0..self.length.as_mins() {
                    if let Some(size) = size.filter(|_| minute % 60 == 0) {
                        unevenness = dice.gamma(size);
                    }
                    let at = self.start.saturating_add(SignedDuration::from_mins(minute)).unwrap_or(self.start);
                    let hour = zone.to_datetime(at).hour();
                    let curve = DAY[usize::from(hour.unsigned_abs()) % 24];
                    maker.minute(per_day / 1440.0 * curve * unevenness, at, &mut dice, posts);
                }
            }
            Rhythm::Storm(peak, rise, half_life) => {
                for minute in 0..self.length.as_mins() {
                    let at = self.start.saturating_add(SignedDuration::from_mins(minute)).unwrap_or(self.start);
                    let since = minute - self.storm.as_mins() - flow.delay.as_mins();
                    maker.minute(peak / 60.0 * level(since, rise, half_life), at, &mut dice, posts);
                }
            }
            Rhythm::Cascade(cascade) => {
                let people = crowd.people.max(1);
                let mean = mean_followers(crowd);
                let drawn = spread(cascade, &mut dice, |dice| {
                    let who = dice.below(people);
                    let followers = person(crowd, who, self.start).followers;
                    (who, followers.map_or(1.0, |followers| followers as f64 / mean))
                });
                for (seconds, who) in drawn {
                    let at = begins.saturating_add(SignedDuration::from_secs_f64(seconds)).unwrap_or(begins);
                    let who = Some(person(crowd, who, self.start));
                    posts.push(maker.post(Coming { at: whole(at), exact: true, who }, &mut dice));
                }
            }
            Rhythm::Together(together) => {
                for (number, seconds) in (0..).zip(in_step(together, &mut dice)) {
                    let at = begins.saturating_add(SignedDuration::from_secs_f64(seconds)).unwrap_or(begins);
                    let who = Some(person(crowd, number % crowd.people.max(1), self.start));
                    posts.push(maker.post(Coming { at: whole(at), exact: true, who }, &mut dice));
                }
            }
        }
        let end = self.end();
        posts.retain(|(_, post)| post.seen_at < end);
    }

    fn place(&self, source: &str) -> SourcePlace {
        self.source.iter().find(|known| known.key == source).map(|known| known.place).unwrap_or_default()
    }

    /// As a post tells where it was written.
    fn source_kind(&self, source: &str) -> &'static str {
        if self.place(source) == SourcePlace::Forum { "forum" } else { "pack" }
    }

    fn kind(&self, source: &str, rated: bool, answers: bool) -> PostKind {
        match (self.place(source), rated, answers) {
            (_, true, _) => PostKind::Review,
            (SourcePlace::Press, false, _) => PostKind::Article,
            (_, false, true) => PostKind::Comment,
            (_, false, false) => PostKind::Post,
        }
    }

    fn scripted(&self, number: usize, post: &Scripted) -> Post {
        let at = self.storm_at().saturating_add(post.after).unwrap_or(self.start);
        let id = |number: usize| format!("{}/told/{number}", self.name);
        let of = |key: &Option<String>| {
            let key = key.as_ref()?;
            self.post.iter().position(|other| other.key.as_ref() == Some(key)).map(id)
        };
        let created_at = post.age.map(|days| SignedDuration::from_hours(24 * i64::from(days)));
        let parent = of(&post.answers);
        let rating = post.stars.map(|stars| Rating { tenths: u32::from(stars) * 10, out_of: 5 });
        Post {
            source_kind: self.source_kind(&post.source).into(),
            native_id: id(number),
            kind: self.kind(&post.source, rating.is_some(), parent.is_some()),
            author: Author {
                handle: Some(post.handle.clone()),
                followers: post.followers,
                created_at: created_at.and_then(|age| self.start.checked_sub(age).ok()),
                ..Author::default()
            },
            text: post.text.clone(),
            published_at: Some(at),
            seen_at: at.saturating_add(SignedDuration::from_secs(20)).unwrap_or(at),
            parent,
            repost_of: of(&post.repeats),
            rating,
            ..Post::default()
        }
    }
}

impl Rhythm<'_> {
    /// Whether it comes with the storm.
    pub fn is_storm(&self) -> bool {
        !matches!(self, Self::Calm(..))
    }
}

/// How much of its peak a storm has so many minutes after its beginning.
fn level(since: i64, rise: SignedDuration, half_life: SignedDuration) -> f64 {
    let (rise, half) = (rise.as_mins().max(1), half_life.as_mins().max(1));
    match since {
        i64::MIN..0 => 0.0,
        up if up < rise => (up + 1) as f64 / rise as f64,
        down => libm::exp2(-((down - rise) as f64) / half as f64),
    }
}

/// The mean of what is drawn evenly on a logarithmic scale.
fn mean_followers(crowd: &Crowd) -> f64 {
    let Some((low, high)) = crowd.followers else { return 1.0 };
    let (low, high) = (f64::from(low.max(1)), f64::from(high.max(1)));
    if high <= low { low } else { (high - low) / libm::log(high / low) }
}

/// Without the fraction of the second.
fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// Makes the posts of a flow.
struct Maker<'a> {
    pack: &'a Pack,
    flow: &'a Flow,
    crowd: &'a Crowd,
    voice: &'a Voice,
    beside: Option<&'a Voice>,
    begins: Timestamp,
    told: Vec<String>,
}

impl Maker<'_> {
    fn minute(&mut self, rate: f64, at: Timestamp, dice: &mut Dice, posts: &mut Vec<(String, Post)>) {
        for _ in 0..dice.poisson(rate) {
            posts.push(self.post(Coming { at, exact: false, who: None }, dice));
        }
    }

    /// The voice of a post at that moment: the share of those who speak ill grows, or falls, over the flow.
    fn voice(&self, at: Timestamp, dice: &mut Dice) -> &Voice {
        let (Some(beside), Some((from, to))) = (self.beside, self.flow.negative) else { return self.voice };
        let whole = self.begins.duration_until(self.pack.end()).as_secs_f64().max(1.0);
        let part = (self.begins.duration_until(at).as_secs_f64() / whole).clamp(0.0, 1.0);
        let share = f64::from(from) + (f64::from(to) - f64::from(from)) * part;
        if dice.unit() * 1000.0 < share { self.voice } else { beside }
    }

    fn post(&mut self, coming: Coming, dice: &mut Dice) -> (String, Post) {
        let again = !self.told.is_empty() && dice.below(1000) < u32::from(self.flow.reposts);
        let text = match again {
            true => self.told[dice.below(self.told.len() as u32) as usize].clone(),
            false => {
                let voice = self.voice(coming.at, dice);
                dice.text(voice)
            }
        };
        self.told.push(text.clone());
        (self.flow.source.clone(), self.written(coming, text, dice))
    }

    fn written(&self, coming: Coming, text: String, dice: &mut Dice) -> Post {
        let Coming { at, exact, who } = coming;
        let second = if exact { 0 } else { dice.below(60) };
        let published = at.saturating_add(SignedDuration::from_secs(i64::from(second))).unwrap_or(at);
        let delay = SignedDuration::from_secs(i64::from(5 + dice.below(40)));
        let stars = match self.flow.stars.is_empty() {
            true => None,
            false => Some(self.flow.stars[dice.below(self.flow.stars.len() as u32) as usize]),
        };
        let likes = i64::from(dice.below(8));
        Post {
            source_kind: self.pack.source_kind(&self.flow.source).into(),
            native_id: format!("{}/{}", self.flow.key, self.told.len()),
            kind: self.pack.kind(&self.flow.source, stars.is_some(), false),
            author: who.unwrap_or_else(|| dice.author(self.crowd, self.pack.start)),
            text,
            published_at: Some(published),
            seen_at: published.saturating_add(delay).unwrap_or(published),
            engagement: Engagement { likes: Some(likes), ..Engagement::default() },
            rating: stars.map(|stars| Rating { tenths: u32::from(stars) * 10, out_of: 5 }),
            ..Post::default()
        }
    }
}
