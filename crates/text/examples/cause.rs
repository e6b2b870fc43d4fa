//! How often the words that suggest a cause agree with people: the complaint causes of `airline_sentiment_2015`.
//!
//! `cargo run --release -p vigie-text --example cause -- --data DIR` (with `tweets.csv`)
//!
//! The English words were chosen again on Southwest and Virgin America; only United was held out (decision 0029).

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use vigie_text::{Cause, Causes, Language};

/// What the people's causes are in ours.
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

#[derive(Default)]
struct Tally {
    posts: u32,
    told: u32,
    first: u32,
    named: u32,
}

/// An hour of an airline: how many posts people gave each cause, and how many the words suggest.
#[derive(Default)]
struct Hour {
    people: BTreeMap<Cause, u32>,
    words: BTreeMap<Cause, u32>,
}

fn most(counts: &BTreeMap<Cause, u32>) -> Option<Cause> {
    counts.iter().rev().max_by_key(|(_, count)| **count).map(|(cause, _)| *cause)
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(2).ok_or("say --data DIR")?;
    let text = std::fs::read_to_string(std::path::Path::new(&folder).join("tweets.csv"))?;
    let (causes, mut tallies, mut hours) = (Causes::new(), BTreeMap::<&str, Tally>::new(), BTreeMap::new());
    let all = records(&text);
    for record in all.iter().skip(1).filter(|record| record.len() == 9) {
        let Some(reason) = mapped(&record[5]) else { continue };
        let hints = causes.hints(&record[8], Language::En);
        for name in ["all", reason.code()] {
            let tally = tallies.entry(name).or_default();
            tally.posts += 1;
            tally.told += u32::from(!hints.is_empty());
            tally.first += u32::from(hints.first().is_some_and(|hint| hint.cause == reason));
            tally.named += u32::from(hints.iter().any(|hint| hint.cause == reason));
        }
        let hour = hours.entry((&record[1], &record[0][..13])).or_insert_with(Hour::default);
        *hour.people.entry(reason).or_default() += 1;
        for hint in hints {
            *hour.words.entry(hint.cause).or_default() += 1;
        }
    }
    let mut out = std::io::stdout().lock();
    for (name, tally) in &tallies {
        let of = |n: u32| f64::from(n) * 100.0 / f64::from(tally.posts.max(1));
        let (told, first, named) = (of(tally.told), of(tally.first), of(tally.named));
        writeln!(
            out,
            "{name:14} {:5} posts  told {told:4.1} %  first {first:4.1} %  among those named {named:4.1} %",
            tally.posts
        )?;
    }
    let busy: Vec<_> = hours.iter().filter(|(_, hour)| hour.people.values().sum::<u32>() >= 30).collect();
    let mut right = 0;
    for ((airline, at), hour) in &busy {
        let (people, words) = (most(&hour.people), most(&hour.words));
        right += u32::from(people == words);
        let name = |cause: Option<Cause>| cause.map_or("-", Cause::code);
        let posts: u32 = hour.people.values().sum();
        writeln!(out, "{airline:15} {at}h {posts:4} posts  people: {:12} words: {}", name(people), name(words))?;
    }
    writeln!(out, "{right} of {} busy hours have the same commonest cause", busy.len())?;
    Ok(())
}
