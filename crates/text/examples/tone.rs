//! How often high arousal is found in anger and not in sadness: the emotions of `tweeteval_emotion`, English.
//!
//! `cargo run --release -p vigie-text --example tone -- --data DIR` (with `train_text.txt`, `train_labels.txt`, `val_…`)
//!
//! The words were looked through on the training half; the other half was only counted.

use std::error::Error;
use std::io::Write;
use vigie_text::{Language, Polarity, Reader, Tones};

const EMOTIONS: [&str; 4] = ["anger", "joy", "optimism", "sadness"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(2).ok_or("say --data DIR")?;
    let read = |name: &str| std::fs::read_to_string(std::path::Path::new(&folder).join(name));
    let (tones, reader) = (Tones::new(), Reader::new()?);
    let mut out = std::io::stdout().lock();
    for half in ["train", "val"] {
        let (texts, labels) = (read(&format!("{half}_text.txt"))?, read(&format!("{half}_labels.txt"))?);
        let mut counts = [(0_u32, 0_u32, 0_u32); 4];
        for (text, label) in texts.lines().zip(labels.lines()) {
            let count = &mut counts[label.trim().parse::<usize>()?];
            let aroused = tones.tone(text, Language::En).is_some_and(|tone| tone.aroused);
            count.0 += 1;
            count.1 += u32::from(aroused);
            count.2 += u32::from(aroused && reader.read(text).polarity == Polarity::Negative);
        }
        for (emotion, (all, aroused, ill)) in EMOTIONS.iter().zip(counts) {
            let of = |n: u32| f64::from(n) * 100.0 / f64::from(all.max(1));
            writeln!(
                out,
                "{half:5} {emotion:9} {all:5} posts  aroused {:4.1} %  aroused and ill {:4.1} %",
                of(aroused),
                of(ill)
            )?;
        }
    }
    Ok(())
}
