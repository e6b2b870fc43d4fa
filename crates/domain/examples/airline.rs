//! Real hourly spikes and their causes: the airlines of `airline_sentiment_2015`, as the signal page tells them beside what people said.
//!
//! `cargo run --release -p vigie-domain --example airline -- --data DIR` (with `tweets.csv`)
//!
//! An hour is a spike where our detector, fed minute by minute, sees a level or more mentions than nine in ten such hours have. Each is assessed with
//! the days before as what is usual. People gave each negative post one reason. The words were chosen on Southwest and Virgin America; United
//! was held out.

use domain::assess::{Assessment, CauseFound, Evidence, Place, Rubric, Usual, Witness, assess};
use domain::id::MentionId;
use jiff::Timestamp;
use signal::forecast::Silence;
use signal::{Level, Settings, State};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use text::{Cause, Causes, Polarity, Reader, Tones};
use vigie_domain as domain;

/// Airlines on whose posts no word was chosen.
const HELD_OUT: [&str; 1] = ["United"];
/// An hour with fewer posts of a named reason says little of shares.
const LEAST: i64 = 8;

/// What the people's reasons are in ours.
fn mapped(reason: &str) -> Option<Cause> {
    Some(match reason {
        "Customer Service Issue" | "Flight Attendant Complaints" => Cause::Staff,
        "Late Flight" | "longlines" => Cause::Delay,
        "Lost Luggage" | "Damaged Luggage" => Cause::Loss,
        "Cancelled Flight" => Cause::Cancellation,
        "Bad Flight" => Cause::Quality,
        "Flight Booking Problems" => Cause::Ordering,
        _ => return None,
    })
}

/// The records of a CSV text, quotes read.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut all, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                all.push(std::mem::take(&mut record));
            }
            '\r' => {}
            c => field.push(c),
        }
    }
    all
}

/// One post, and the reason people gave it.
struct Post {
    witness: Witness,
    reason: Option<Cause>,
}

fn post(id: usize, record: &[String], reader: &Reader) -> Result<Post, Box<dyn Error>> {
    let at: Timestamp = format!("{}Z", record[0].replace(' ', "T")).parse()?;
    let read = reader.read(&record[8]);
    let witness = Witness {
        mention: MentionId(id as i64),
        at,
        place: Place::Network,
        source: "twitter".to_owned(),
        platform: "mastodon".to_owned(),
        author: Some(record[2].clone()),
        followers: None,
        drawn: None,
        native_id: id.to_string(),
        repost_of: None,
        fingerprint: read.fingerprint,
        negative: read.polarity == Polarity::Negative,
        positive: read.polarity == Polarity::Positive,
        lang: Some(read.lang),
        text: record[8].clone(),
        account_since: None,
        parent: None,
        url: None,
        deleted_at: None,
        stars: None,
        erased: false,
        images: Vec::new(),
        account_reviews: None,
        default_profile: None,
    };
    Ok(Post { witness, reason: mapped(&record[5]) })
}

/// An hour: its first minute, what was counted, what nine in ten lie within, the highest level.
struct Spike {
    minute: i64,
    observed: u64,
    high: u64,
    level: Option<Level>,
}

impl Spike {
    fn is_one(&self) -> bool {
        self.level.is_some() || self.observed > self.high
    }
}

/// Every hour after the first day, which teaches what is usual.
fn hours(posts: &[Post]) -> Result<Vec<Spike>, Box<dyn Error>> {
    let settings = Settings::for_bins(60)?;
    let minutes: Vec<i64> = posts.iter().map(|p| p.witness.at.as_second().div_euclid(60)).collect();
    let (first, last) = (minutes[0].div_euclid(60) * 60, minutes[minutes.len() - 1]);
    let (mut state, mut next, mut found) = (State::new(&settings), 0, Vec::new());
    for hour in (first..last).step_by(60) {
        let (mut level, mut observed, mut high) = (None, 0, 0);
        for minute in hour..hour + 60 {
            let count = minutes[next..].iter().take_while(|at| **at == minute).count();
            next += count;
            observed += count as u64;
            let step = state.step(&settings, count as u64, (minute.rem_euclid(7 * 1_440) * 60) as u32);
            level = level.max(Level::of(step.score, &settings));
            high = step.band().1;
        }
        if hour >= first + 1_440 {
            found.push(Spike { minute: hour, observed, high, level });
        }
    }
    Ok(found)
}

/// An hour as an alert at its end would tell it.
fn assessed(hour: &[Witness], before: &[Witness], causes: &Causes, tones: &Tones, from: i64) -> Assessment {
    let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap_or(Timestamp::MIN);
    let evidence = Evidence {
        now: at(from + 60),
        onset: at(from),
        ended_at: None,
        witnesses: hour,
        mentions: hour.len() as i64,
        negative: hour.iter().filter(|w| w.negative).count() as i64,
        peak: (hour.len() as i64, 1_000),
        hours: None,
        before: (before.len() as i64, before.iter().filter(|w| w.negative).count() as i64),
        forecast: Err(Silence::Little),
        record: &[],
        reported: &[],
        company: None,
        grave: None,
        usual: Usual { witnesses: before, from: before.first().map_or(at(from), |w| w.at) },
        articles: 0,
        trade: None,
        overridden: None,
    };
    assess(&evidence, &Rubric::default(), causes, tones)
}

/// What people said of an hour: by cause how many, and how many more than as long a stretch before; what rose most first.
fn people(hour: &[Post], before: &[Post], from: i64) -> Vec<(Cause, i64, f64)> {
    let count = |posts: &[Post], cause: Cause| posts.iter().filter(|p| p.reason == Some(cause)).count() as i64;
    let known = before.first().map_or(1, |p| from * 60 - p.witness.at.as_second()).max(1);
    let beyond = |cause, n: i64| n as f64 - count(before, cause) as f64 * 3_600.0 / known as f64;
    let mut all: Vec<(Cause, i64, f64)> = Cause::ALL
        .into_iter()
        .map(|c| (c, count(hour, c), beyond(c, count(hour, c))))
        .filter(|(_, n, _)| *n > 0)
        .collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2).then(b.1.cmp(&a.1)));
    all
}

/// How far two divisions into shares are apart: 0 the same, 2 nothing in common.
fn apart(people: &[(Cause, i64, f64)], ours: &[CauseFound]) -> f64 {
    let all: f64 = people.iter().map(|(_, n, _)| *n as f64).sum();
    let told: f64 = ours.iter().map(|found| found.count as f64).sum::<f64>().max(1.0);
    let theirs = |cause| people.iter().find(|(of, ..)| *of == cause).map_or(0.0, |(_, n, _)| *n as f64 / all);
    let found = |cause| ours.iter().find(|found| found.cause == cause).map_or(0.0, |found| found.count as f64 / told);
    Cause::ALL.into_iter().map(|cause| (theirs(cause) - found(cause)).abs()).sum()
}

/// How many spikes, and in how many the first cause was right, by rise and by number.
#[derive(Default)]
struct Score {
    spikes: u32,
    rise: u32,
    rise_of_two: u32,
    commonest: u32,
    apart: f64,
}

impl Score {
    fn take(&mut self, people: &[(Cause, i64, f64)], ours: &[CauseFound]) {
        self.spikes += 1;
        let first = ours.first().map(|found| found.cause);
        // Who rose as much as the first is as right.
        let top = people.first().map_or(0.0, |(.., beyond)| *beyond);
        let rose = people.iter().filter(|(.., beyond)| *beyond >= top - 1e-9).any(|(of, ..)| Some(*of) == first);
        self.rise += u32::from(rose);
        self.rise_of_two += u32::from(people.iter().take(2).any(|(of, ..)| Some(*of) == first));
        let most = people.iter().map(|(_, n, _)| *n).max();
        let commonest = ours.iter().rev().max_by_key(|found| found.count).map(|found| found.cause);
        self.commonest += u32::from(people.iter().any(|(of, n, _)| Some(*n) == most && Some(*of) == commonest));
        self.apart += apart(people, ours);
    }
}

/// One spike: people's causes beside ours, each with its share and how many more than usual.
fn tell(
    out: &mut impl Write,
    airline: &str,
    spike: &Spike,
    people: &[(Cause, i64, f64)],
    ours: &[CauseFound],
) -> Result<(), Box<dyn Error>> {
    let level = spike.level.map_or("beyond its range", Level::code);
    let when = Timestamp::from_second(spike.minute * 60)?;
    writeln!(out, "{airline} {when}: {} posts, usually at most {}, {level}", spike.observed, spike.high)?;
    let all: i64 = people.iter().map(|(_, n, _)| *n).sum();
    let told: i64 = ours.iter().map(|found| found.count).sum::<i64>().max(1);
    let said = people.iter().map(|(of, n, beyond)| format!("{} {} % ({beyond:+.1})", of.code(), n * 100 / all));
    let ours = ours
        .iter()
        .map(|one| format!("{} {} % ({:+})", one.cause.code(), one.count * 100 / told, one.beyond.unwrap_or(0)));
    writeln!(out, "    people: {}", said.collect::<Vec<_>>().join(", "))?;
    writeln!(out, "    ours:   {}", ours.collect::<Vec<_>>().join(", "))?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(2).ok_or("say --data DIR")?;
    let text = std::fs::read_to_string(std::path::Path::new(&folder).join("tweets.csv"))?;
    let (causes, tones, reader) = (Causes::new(), Tones::new(), Reader::new()?);
    let mut airlines: BTreeMap<String, Vec<Post>> = BTreeMap::new();
    for (id, record) in records(&text).iter().enumerate().skip(1).filter(|(_, record)| record.len() == 9) {
        airlines.entry(record[1].clone()).or_default().push(post(id, record, &reader)?);
    }
    let mut out = std::io::stdout().lock();
    let mut scores: BTreeMap<(&str, bool), Score> = BTreeMap::new();
    for (airline, posts) in &mut airlines {
        posts.sort_by_key(|post| (post.witness.at, post.witness.mention));
        let (posts, held_out) = (&*posts, HELD_OUT.contains(&airline.as_str()));
        for spike in hours(posts)? {
            let at = |minute: i64| posts.partition_point(|p| p.witness.at.as_second() < minute * 60);
            let (from, until) = (at(spike.minute), at(spike.minute + 60));
            let people = people(&posts[from..until], &posts[..from], spike.minute);
            if people.iter().map(|(_, n, _)| *n).sum::<i64>() < LEAST {
                continue;
            }
            let witnesses = |posts: &[Post]| posts.iter().map(|p| p.witness.clone()).collect::<Vec<_>>();
            let (hour, before) = (witnesses(&posts[from..until]), witnesses(&posts[..from]));
            let found = assessed(&hour, &before, &causes, &tones, spike.minute);
            for (kind, counts) in [("spikes", spike.is_one()), ("every hour", true)] {
                if counts {
                    scores.entry((kind, held_out)).or_default().take(&people, &found.causes);
                }
            }
            if spike.is_one() {
                tell(&mut out, airline, &spike, &people, &found.causes)?;
            }
        }
    }
    for ((kind, held_out), score) in &scores {
        let of = if *held_out { "held out" } else { "words chosen here" };
        writeln!(
            out,
            "{kind}, {of}: {} hours; what rose most is first {}, among people's first two {}; commonest right {}; shares apart {:.2}",
            score.spikes,
            score.rise,
            score.rise_of_two,
            score.commonest,
            score.apart / f64::from(score.spikes)
        )?;
    }
    Ok(())
}
