//! How well the reader tells what is grave: recall and false alarms on the hand-written set, per harm and language, and false alarms on
//! real posts that are calm.
//!
//! `cargo run --release -p vigie-text --example grave -- [--wrong] [--data DIR]`: `--wrong` lists what is read wrongly of the half that
//! rules may be made from, `--data` reads the posts in `DIR/airline_sentiment_2015` and `DIR/umsab` that do not speak ill, and those of
//! `DIR/tweeteval_emotion` and `DIR/tweeteval_offensive` that are calm by people's labels.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use vigie_text::{Harm, Reader};

const SETS: [(&str, &str); 4] = [
    ("fr", include_str!("../tests/grave/fr.tsv")),
    ("en", include_str!("../tests/grave/en.tsv")),
    ("nl", include_str!("../tests/grave/nl.tsv")),
    ("fy", include_str!("../tests/grave/fy.tsv")),
];

/// Of the grave: all, found, found as what they are. Of the innocent: all, taken for grave.
#[derive(Clone, Copy, Default)]
struct Tally([usize; 5]);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut wrong, mut data) = (false, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--wrong" => wrong = true,
            "--data" => data = arguments.next(),
            other => return Err(format!("{other} is no option; there are --wrong and --data DIR").into()),
        }
    }
    let reader = Reader::new()?;
    let mut all: BTreeMap<(&str, &str, &str), Tally> = BTreeMap::new();
    for (language, set) in SETS {
        for line in set.lines() {
            let [harm, verdict, half, text] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
            let read = reader.read(text);
            let found = read.grave.as_ref().map(|grave| grave.harm.code());
            for key in [(half, language, harm), (half, language, "all"), (half, "all", "all")] {
                let [grave, hit, right, innocent, alarms] = &mut all.entry(key).or_default().0;
                if verdict == "grave" {
                    *grave += 1;
                    *hit += usize::from(found.is_some());
                    *right += usize::from(found == Some(harm));
                } else {
                    *innocent += 1;
                    *alarms += usize::from(found.is_some());
                }
            }
            if wrong && half != "held" && (verdict == "grave") != found.is_some() {
                let words: Vec<_> = read.grave.iter().flat_map(|grave| grave.words(text)).collect();
                println!("{language} {verdict} {harm} [{}] {found:?} {words:?}\n    {text}", read.lang.code());
            }
        }
    }
    println!("half   language harm             found    as it is   false alarms");
    for ((half, language, harm), Tally([grave, hit, right, innocent, alarms])) in all {
        println!("{half:6} {language:8} {harm:14} {hit:4}/{grave:<4} {right:4}/{grave:<4} {alarms:6}/{innocent}");
    }
    data.map_or(Ok(()), |data| calm(&reader, Path::new(&data), wrong))
}

fn calm(reader: &Reader, data: &Path, wrong: bool) -> Result<(), Box<dyn Error>> {
    let mut sets: Vec<(String, Vec<String>)> = Vec::new();
    let tweets = std::fs::read_to_string(data.join("airline_sentiment_2015/tweets.csv"))?;
    for tone in ["neutral", "positive", "negative"] {
        let of = |line: &&str| line.split(',').nth(3) == Some(tone);
        let text = |line: &str| line.splitn(9, ',').last().unwrap_or("").to_owned();
        sets.push((format!("airline {tone}"), tweets.lines().filter(of).map(text).collect()));
    }
    // No rule was made from these two; of what is not offensive, much is told of what others did.
    for (name, set, calm) in
        [("joy, optimism", "tweeteval_emotion", &["1", "2"][..]), ("not offensive", "tweeteval_offensive", &["0"])]
    {
        let mut texts = Vec::new();
        for part in ["train", "val"] {
            let read = |what: &str| std::fs::read_to_string(data.join(format!("{set}/{part}_{what}.txt")));
            let (all, labels) = (read("text")?, read("labels")?);
            let pairs = all.lines().zip(labels.lines()).filter(|(_, label)| calm.contains(&label.trim()));
            texts.extend(pairs.map(|(text, _)| text.to_owned()));
        }
        sets.push((format!("tweeteval, {name}"), texts));
    }
    for language in ["english", "french", "german", "spanish", "italian", "portuguese"] {
        let mut calm = Vec::new();
        for part in ["train", "val"] {
            let read = |what: &str| std::fs::read_to_string(data.join(format!("umsab/{language}/{part}_{what}.txt")));
            let (texts, labels) = (read("text")?, read("labels")?);
            let ill = |(_, label): &(&str, &str)| label.trim() == "0";
            calm.extend(texts.lines().zip(labels.lines()).filter(|pair| !ill(pair)).map(|(text, _)| text.to_owned()));
        }
        sets.push((format!("umsab {language}, not negative"), calm));
    }
    println!("\nreal posts                          posts   taken for grave   in a thousand");
    for (name, posts) in sets {
        let mut alarms = 0;
        for post in &posts {
            let Some(grave) = reader.read(post).grave else { continue };
            alarms += 1;
            if wrong {
                let words: Vec<_> = grave.words(post).collect();
                println!("{} {words:?} {post}", Harm::code(grave.harm));
            }
        }
        println!("{name:35} {:5} {alarms:10} {:20.2}", posts.len(), 1000.0 * alarms as f64 / posts.len().max(1) as f64);
    }
    Ok(())
}
