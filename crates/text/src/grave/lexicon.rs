//! Which words carry which marks, in one language.
//!
//! A line is `mark: word word…`, and goes on where the next begins with a space. A word may be open at its end (`bless*`) or its
//! beginning (`*ziek`); several with `_` between follow one another. Words are folded as texts are.

use crate::token;

/// The marks, in the order of their bits.
const MARKS: [&str; 84] = [
    "not", "if", "asks", "fiction", "lesson", "brand", "figure", "laugh", "praise", "reason", "thing", "me", "who",
    "child", "staff", "food", "ill", "vomit", "poison", "care", "hurt", "breaks", "body", "falls", "blood", "vermin",
    "bits", "glass", "found", "off", "served", "fire", "died", "toxic", "drank", "allergy", "after", "data", "secret",
    "breach", "hack", "leaks", "plain", "cc", "gave", "other", "see", "mine", "yours", "card", "drained", "group",
    "because", "refuse", "slur", "racist", "bigot", "insult", "hit", "push", "grope", "threat", "terror", "weapon",
    "drew", "shots", "sexual", "private", "touches", "alone", "alcohol", "sold", "film", "strict", "bully", "abduct",
    "stranger", "choke", "work", "night", "place", "expired", "police", "scam",
];

/// The bit of a mark.
pub(super) const fn bit(at: usize) -> u128 {
    1 << at
}

/// The bit of a mark by its name.
pub(super) fn mark(name: &str) -> Option<u128> {
    MARKS.iter().position(|known| *known == name).map(bit)
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
pub(super) struct Lexicon {
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

impl Lexicon {
    pub(super) fn new(files: &[&str]) -> Self {
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (marks, words) in files.iter().flat_map(|file| lines(file)) {
            for entry in words.iter().filter_map(|word| entry(word, marks)) {
                if entry.parts[0].open_start { tails.push(entry) } else { heads.push(entry) }
            }
        }
        Self { heads: Table::new(heads), tails: Table::new(tails) }
    }

    /// Calls `found` with the marks of every entry that begins at word `at`, and how many words it has.
    #[inline]
    pub(super) fn look<'w>(
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
fn lines(file: &str) -> Vec<(u128, Vec<&str>)> {
    let mut all: Vec<(u128, Vec<&str>)> = Vec::new();
    for line in file.lines() {
        match line.split_once(": ") {
            Some((name, words)) if !line.starts_with(' ') => {
                all.extend(mark(name).map(|mark| (mark, words.split_whitespace().collect())));
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

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 4] = [
        ("fr", include_str!("words/fr.txt")),
        ("en", include_str!("words/en.txt")),
        ("nl", include_str!("words/nl.txt")),
        ("fy", include_str!("words/fy.txt")),
    ];

    #[test]
    fn every_line_names_a_mark_and_every_word_can_be_looked_up() {
        for (language, file) in FILES {
            for line in file.lines().filter(|line| !line.starts_with(' ')) {
                let name = line.split_once(": ").map(|(name, _)| name);
                assert!(name.is_some_and(|name| mark(name).is_some()), "{language}: {line}");
            }
            for (marks, words) in lines(file) {
                for word in words {
                    assert!(entry(word, marks).is_some(), "{language}: {word}");
                }
            }
        }
    }

    #[test]
    fn every_language_has_every_mark() {
        for (language, file) in FILES {
            for name in &MARKS[..MARKS.len()] {
                assert!(lines(file).iter().any(|(of, _)| mark(name) == Some(*of)), "{language}: {name}");
            }
        }
    }

    #[test]
    fn words_open_words_and_phrases_are_found() {
        let lexicon = Lexicon::new(&["hurt: bless* *ziek\n  coup_de_poing\nme: je"]);
        let found = |text: &str| {
            let mut words = Vec::new();
            token::scan(text, |_, folded| words.push(folded.to_owned()));
            let mut all = Vec::new();
            for at in 0..words.len() {
                lexicon.look(at, |i| words.get(i).map(String::as_str), |marks, n| all.push((at, marks, n)));
            }
            all
        };
        let (hurt, me) = (mark("hurt").unwrap(), mark("me").unwrap());
        assert_eq!(found("je suis blessée"), [(0, me, 1), (2, hurt, 1)]);
        assert_eq!(found("doodziek, un coup de poing"), [(0, hurt, 1), (2, hurt, 3)]);
        assert!(found("un coup de pied, jeu, zieken").is_empty());
    }
}
