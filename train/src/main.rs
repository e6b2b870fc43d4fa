//! Trains the reader's models from the data folder, measures them, and writes the model files and `docs/models.md`.

mod copies;
mod data;
mod language;
mod lexicon;
mod measure;
mod polarity;
mod report;
mod rng;
mod speed;
mod svm;

use anyhow::{Context, Result, bail};
use data::{Data, Judged};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use text::Reader;
use text::identify::LanguageModel;
use text::lexicon::Lexicon;
use text::sentiment::PolarityModel;

const USAGE: &str = "vigie-train --data DIR [--seed N] [--shuffle-labels] [--speed]";

/// The command line.
struct Options {
    data: PathBuf,
    seed: u64,
    shuffle: bool,
    speed: bool,
}

fn options() -> Result<Options> {
    let mut options = Options { data: PathBuf::new(), seed: 1, shuffle: false, speed: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--data" => options.data = words.next().context(USAGE)?.into(),
            "--seed" => options.seed = words.next().context(USAGE)?.parse().context(USAGE)?,
            "--shuffle-labels" => options.shuffle = true,
            "--speed" => options.speed = true,
            _ => bail!("unknown option {word}: {USAGE}"),
        }
    }
    if options.data.as_os_str().is_empty() {
        options.data = std::env::var_os("VIGIE_DATA").context(USAGE)?.into();
    }
    Ok(options)
}

/// The models, as files and decoded.
pub struct Models {
    /// Language model file.
    pub language_file: Vec<u8>,
    /// Polarity model file.
    pub polarity_file: Vec<u8>,
    /// Language model.
    pub language: LanguageModel,
    /// Polarity model.
    pub polarity: PolarityModel,
}

fn fit(
    texts: &[&[language::Sample]],
    judged: &[Judged],
    lexicon: &Lexicon,
    seed: u64,
    shuffle: bool,
) -> Result<Models> {
    let language_file = language::fit(texts, seed, shuffle);
    let language = LanguageModel::decode(&language_file)?;
    let polarity_file = polarity::Fit { judged, language: &language, lexicon, seed, shuffle }.file()?;
    let polarity = PolarityModel::decode(&polarity_file)?;
    Ok(Models { language_file, polarity_file, language, polarity })
}

fn main() -> Result<()> {
    let options = options()?;
    let mut data = Data::new(&options.data);
    let (train, val) = (data.umsab("train")?, data.umsab("val")?);
    if options.speed {
        return say(&speed::line(&Reader::new()?, &val)?);
    }
    let (lexicon_file, entries) = lexicon::file(&mut data)?;
    let lexicon = Lexicon::decode(&lexicon_file)?;
    let mut texts = language::texts(&mut data, &train, &val)?;
    texts.keep_clean_strings(options.seed)?;
    let airline = data.airline()?;
    let parts = [&texts.train[..], &texts.strings];
    let seed = options.seed;
    let shuffled = fit(&parts, &train, &lexicon, seed, true)?;
    let shuffled = report::Measured::new(&shuffled, &texts, &val, &lexicon, seed);
    if options.shuffle {
        return say(&format!("labels shuffled (nothing is written):\n{}", shuffled.short()));
    }
    let trained = fit(&parts, &train, &lexicon, seed, false)?;
    let measured = report::Measured::new(&trained, &texts, &val, &lexicon, seed);
    say(&measured.short())?;

    let all: Vec<Judged> = train.iter().chain(&val).cloned().collect();
    let whole = fit(&[&texts.train, &texts.strings, &texts.dev], &all, &lexicon, seed, false)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = [
        ("language.bin", &whole.language_file),
        ("polarity.bin", &whole.polarity_file),
        ("lexicon.bin", &lexicon_file),
    ];
    for (name, bytes) in files {
        let path = root.join("crates/text/models").join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let path = root.join("crates/text/models/measured.tsv");
    fs::write(&path, measured.table()?).with_context(|| format!("cannot write {}", path.display()))?;
    let reader = Reader::of(&whole.language_file, &whole.polarity_file, &lexicon_file)?;
    let page = report::Report {
        sources: &data.sources,
        files: &files,
        entries,
        seed,
        train: &train,
        val: &val,
        texts: &texts,
        airline: &airline,
        measured: &measured,
        shuffled: &shuffled,
        reader: &reader,
    };
    let path = root.join("docs/models.md");
    fs::write(&path, page.page()?).with_context(|| format!("cannot write {}", path.display()))
}

fn say(text: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout().lock(), "{text}")?)
}
