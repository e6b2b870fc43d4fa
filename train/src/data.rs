//! The data folder: what is read from it, and its digests.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use text::Language;

/// A text whose polarity is known: 0 negative, 1 neutral, 2 positive.
#[derive(Clone)]
pub struct Judged {
    /// Which set of UMSAB: its folder's name.
    pub set: &'static str,
    /// The text, escapes undone.
    pub text: String,
    /// Its polarity.
    pub polarity: usize,
}

/// The sets of UMSAB and the languages the reader gives them.
pub const SETS: [(&str, Language); 8] = [
    ("arabic", Language::Unknown),
    ("english", Language::En),
    ("french", Language::Fr),
    ("german", Language::De),
    ("hindi", Language::Unknown),
    ("italian", Language::It),
    ("portuguese", Language::Pt),
    ("spanish", Language::Es),
];

/// A file that was read.
pub struct Source {
    /// Its path in the data folder.
    pub path: String,
    /// BLAKE3 of its bytes.
    pub digest: String,
    /// How many lines.
    pub lines: usize,
}

/// The data folder, and what was read of it.
pub struct Data<'a> {
    folder: &'a Path,
    /// The files read so far.
    pub sources: Vec<Source>,
}

impl<'a> Data<'a> {
    /// Nothing read yet.
    pub fn new(folder: &'a Path) -> Self {
        Self { folder, sources: Vec::new() }
    }

    fn read(&mut self, path: &str) -> Result<String> {
        let full = self.folder.join(path);
        let text = fs::read_to_string(&full)
            .with_context(|| format!("cannot read {}: give the data folder with --data", full.display()))?;
        let digest = blake3::hash(text.as_bytes()).to_hex().to_string();
        self.sources.push(Source { path: path.to_owned(), digest, lines: text.lines().count() });
        Ok(text)
    }

    /// The lines of a file of sentences.
    pub fn lines(&mut self, path: &str) -> Result<Vec<String>> {
        Ok(self.read(path)?.lines().filter(|line| !line.trim().is_empty()).map(unescape).collect())
    }

    /// One part (`train` or `val`) of all of UMSAB.
    pub fn umsab(&mut self, part: &str) -> Result<Vec<Judged>> {
        let mut all = Vec::new();
        for (set, _) in SETS {
            let texts = self.read(&format!("umsab/{set}/{part}_text.txt"))?;
            let labels = self.read(&format!("umsab/{set}/{part}_labels.txt"))?;
            let labels: Vec<&str> = labels.lines().collect();
            let texts: Vec<&str> = texts.lines().collect();
            ensure!(
                texts.len() == labels.len(),
                "umsab/{set}/{part}: {} texts but {} labels",
                texts.len(),
                labels.len()
            );
            for (text, label) in texts.iter().zip(labels) {
                let polarity = label.trim().parse().with_context(|| format!("umsab/{set}/{part}: label {label:?}"))?;
                ensure!(polarity < 3, "umsab/{set}/{part}: label {label:?}");
                all.push(Judged { set, text: unescape(text), polarity });
            }
        }
        Ok(all)
    }

    /// Tweets to airlines and whether their judges gave a reason for complaint: for measuring only, its licence allows no more.
    pub fn airline(&mut self) -> Result<Vec<(String, bool)>> {
        let file = self.read("airline_sentiment_2015/tweets.csv")?;
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let headers = reader.headers()?.clone();
        let column = |name| {
            headers
                .iter()
                .position(|header| header == name)
                .with_context(|| format!("airline tweets: no column {name}"))
        };
        let (reason, text) = (column("negativereason")?, column("text")?);
        let mut tweets = Vec::new();
        for record in reader.records() {
            let record = record?;
            tweets.push((unescape(&record[text]), !record[reason].is_empty()));
        }
        Ok(tweets)
    }

    /// The word weights of a language, in the order of the file's keys, emoji (`*`) included.
    pub fn lexicon(&mut self, language: &str) -> Result<Vec<(String, i8, bool)>> {
        let path = format!("lexicon_afinn_multi/{language}.json");
        let entries: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&self.read(&path)?)?;
        let mut words = Vec::with_capacity(entries.len());
        for (word, entry) in entries {
            let weight = entry["coeff"].as_i64().with_context(|| format!("{path}: {word:?} has no coeff"))?;
            words.push((word, weight.clamp(-5, 5) as i8, entry["lang"] == "*"));
        }
        words.sort();
        Ok(words)
    }
}

/// Undoes what the sets' makers left in: `\u2019`, doubled quotes, HTML entities.
fn unescape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("\\u") {
        let code = rest.get(at + 2..at + 6).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        out.push_str(&rest[..at]);
        match code {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 6..];
            }
            None => {
                out.push_str("\\u");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    for (from, to) in
        [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("\\\"", "\""), ("\"\"", "\"")]
    {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_broken_ones_kept() {
        assert_eq!(unescape(r"I\u2019m here\u002c &lt;3 &amp; \uZZZZ \u"), "I’m here, <3 & \\uZZZZ \\u");
    }
}
