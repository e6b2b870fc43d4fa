//! Words and phrases of one language, and which marks they carry.
//!
//! A line is `mark: word word…`, and goes on where the next begins with a space. A word may be open at its end (`bless*`) or its
//! beginning (`*ziek`); several with `_` between follow one another. Words are folded as texts are.

use crate::token;

/// The bit of a mark by its place among the names.
pub(crate) const fn bit(at: usize) -> u128 {
    1 << at
}

/// The bit of a mark by its name.
pub(crate) fn mark(names: &[&str], name: &str) -> Option<u128> {
    names.iter().position(|known| *known == name).map(bit)
}

/// The letters by which entries are looked up.
type Key = [u8; 3];

/// One word or phrase.
#[derive(Debug)]
struct Entry {
    key: Key,
    parts: Vec<Part>,
    marks: u128,
}

/// One word of an entry.
#[derive(Debug)]
struct Part {
    letters: String,
    open_start: bool,
    open_end: bool,
}

impl Part {
    fn fits(&self, word: &str) -> bool {
        match (self.open_start, self.open_end) {
            (false, false) => word == self.letters,
            (false, true) => word.starts_with(&self.letters),
            (true, _) => word.ends_with(&self.letters),
        }
    }
}

/// The words of one language, or of several read together.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// By first letters.
    heads: Table,
    /// Those that are open at the beginning, by last letters.
    tails: Table,
}

/// Entries by the bucket of their key: most words fall into one that is empty.
#[derive(Debug)]
struct Table {
    entries: Vec<Entry>,
    /// Where each bucket begins, and one more for where the last ends.
    begins: Vec<u32>,
}

const BUCKETS: usize = 1 << 13;

impl Table {
    fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(|entry| bucket(entry.key));
        let begins = (0..=BUCKETS).map(|at| entries.partition_point(|entry| bucket(entry.key) < at) as u32).collect();
        Self { entries, begins }
    }

    #[inline]
    fn of(&self, key: Key) -> &[Entry] {
        let at = bucket(key);
        &self.entries[self.begins[at] as usize..self.begins[at + 1] as usize]
    }
}

impl Phrases {
    /// Reads files whose lines name marks of `names`, at most 128 of them.
    pub(crate) fn new(names: &[&str], files: &[&str]) -> Self {
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (marks, words) in files.iter().flat_map(|file| lines(names, file)) {
            for entry in words.iter().filter_map(|word| entry(word, marks)) {
                if entry.parts[0].open_start { tails.push(entry) } else { heads.push(entry) }
            }
        }
        Self { heads: Table::new(heads), tails: Table::new(tails) }
    }

    /// Calls `found` with the marks of every entry that begins at word `at`, and how many words it has.
    #[inline]
    pub(crate) fn look<'w>(
        &self,
        at: usize,
        word: impl Fn(usize) -> Option<&'w str>,
        mut found: impl FnMut(u128, usize),
    ) {
        let Some(first) = word(at) else { return };
        for (key, table) in [(head(first), &self.heads), (tail(first), &self.tails)] {
            for entry in table.of(key).iter().filter(|entry| entry.key == key) {
                let fits = |(i, part): (usize, &Part)| word(at + i).is_some_and(|word| part.fits(word));
                if entry.parts.iter().enumerate().all(fits) {
                    found(entry.marks, entry.parts.len());
                }
            }
        }
    }
}

/// The lines of a file: a mark and its words.
fn lines<'f>(names: &[&str], file: &'f str) -> Vec<(u128, Vec<&'f str>)> {
    let mut all: Vec<(u128, Vec<&str>)> = Vec::new();
    for line in file.lines() {
        match line.split_once(": ") {
            Some((name, words)) if !line.starts_with(' ') => {
                all.extend(mark(names, name).map(|mark| (mark, words.split_whitespace().collect())));
            }
            _ => {
                if let Some((_, words)) = all.last_mut() {
                    words.extend(line.split_whitespace());
                }
            }
        }
    }
    all
}

fn entry(word: &str, marks: u128) -> Option<Entry> {
    let mut parts = Vec::new();
    for part in word.split('_') {
        let (open_start, open_end) = (part.starts_with('*'), part.ends_with('*'));
        let from = parts.len();
        token::scan(part, |_, folded| {
            parts.push(Part { letters: folded.to_owned(), open_start: false, open_end: false });
        });
        parts.get_mut(from)?.open_start = open_start;
        parts.last_mut()?.open_end = open_end;
    }
    let first = parts.first()?;
    let key = if first.open_start { tail(&first.letters) } else { head(&first.letters) };
    let short = (first.open_start || first.open_end) && first.letters.len() < 3;
    (!short).then_some(Entry { key, parts, marks })
}

/// The first three bytes.
fn head(word: &str) -> Key {
    let mut key = [0; 3];
    for (to, from) in key.iter_mut().zip(word.bytes()) {
        *to = from;
    }
    key
}

/// The last three.
fn tail(word: &str) -> Key {
    let mut key = [0; 3];
    for (to, from) in key.iter_mut().zip(word.bytes().rev()) {
        *to = from;
    }
    key
}

fn bucket([a, b, c]: Key) -> usize {
    let mixed = (u32::from(a) << 16 | u32::from(b) << 8 | u32::from(c)).wrapping_mul(0x9E37_79B1);
    (mixed >> 19) as usize
}

/// What is wrong in a file, for the tests of those who have one: lines without a mark, words that cannot be looked up, marks without words.
#[cfg(test)]
pub(crate) fn faults(names: &[&str], file: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with(' ')) {
        if line.split_once(": ").is_none_or(|(name, _)| mark(names, name).is_none()) {
            wrong.push(line.to_owned());
        }
    }
    let all = lines(names, file);
    for (marks, words) in &all {
        wrong.extend(words.iter().filter(|word| entry(word, *marks).is_none()).map(|word| (*word).to_owned()));
    }
    let unsaid = names.iter().filter(|name| all.iter().all(|(of, _)| mark(names, name) != Some(*of)));
    wrong.extend(unsaid.map(|name| format!("no {name}")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_open_words_and_phrases_are_found() {
        const NAMES: [&str; 2] = ["hurt", "me"];
        let lexicon = Phrases::new(&NAMES, &["hurt: bless* *ziek\n  coup_de_poing\nme: je"]);
        let found = |text: &str| {
            let mut words = Vec::new();
            token::scan(text, |_, folded| words.push(folded.to_owned()));
            let mut all = Vec::new();
            for at in 0..words.len() {
                lexicon.look(at, |i| words.get(i).map(String::as_str), |marks, n| all.push((at, marks, n)));
            }
            all
        };
        let (hurt, me) = (bit(0), bit(1));
        assert_eq!(found("je suis blessée"), [(0, me, 1), (2, hurt, 1)]);
        assert_eq!(found("doodziek, un coup de poing"), [(0, hurt, 1), (2, hurt, 3)]);
        assert!(found("un coup de pied, jeu, zieken").is_empty());
    }

    #[test]
    fn faults_are_told() {
        assert_eq!(faults(&["hurt", "me"], "hurt: bless* ab*\nyou: vous"), ["you: vous", "ab*", "no me"]);
    }
}
