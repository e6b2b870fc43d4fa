//! A draft cut into words and sentences, with the phrases that stand in it.

use crate::phrases::{Phrases, bit};
use crate::token::{Mark, scan};

/// What a figure takes up counts for nothing, unless it says more.
pub(super) const FIGURE: u128 = bit(0);

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) mark: Mark,
    pub(super) sentence: usize,
    /// One sign that is no space joins it to the word before: an apostrophe, a hyphen.
    pub(super) glued: bool,
    /// Its folded letters.
    from: usize,
    to: usize,
}

/// A phrase in the text: which words, and what they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) marks: u128,
}

/// A draft, cut.
#[derive(Debug)]
pub(super) struct Cut {
    pub(super) words: Vec<Word>,
    /// In the order of their first words.
    pub(super) hits: Vec<Hit>,
    /// The words of each sentence: from and to.
    pub(super) sentences: Vec<(usize, usize)>,
    folded: String,
}

/// Before a full stop, these end no sentence.
const SHORTENED: [&str; 32] = [
    "mr", "mrs", "ms", "dr", "st", "mme", "mlle", "mm", "dhr", "mevr", "mw", "nr", "no", "tel", "art", "av", "bd",
    "resp", "min", "max", "approx", "incl", "inkl", "excl", "bijv", "bygl", "ca", "vs", "jr", "sr", "hr", "prof",
];

impl Cut {
    pub(super) fn new(text: &str, phrases: &Phrases) -> Self {
        let mut cut = Self { words: Vec::new(), hits: Vec::new(), sentences: Vec::new(), folded: String::new() };
        let mut ended = 0;
        scan(text, |token, folded| {
            let (start, end) = (token.start as usize, token.end as usize);
            let gap = text.get(ended..start).unwrap_or("");
            if !cut.words.is_empty() && cut.ends(text, gap) {
                cut.close();
            }
            let from = cut.folded.len();
            // A handle is a name and no word.
            cut.folded.push_str(if token.mark == Mark::Handle { "@" } else { folded });
            let sentence = cut.sentences.len();
            let glued = from > 0 && gap.chars().count() == 1 && !gap.contains(char::is_whitespace);
            cut.words.push(Word { start, end, mark: token.mark, sentence, glued, from, to: cut.folded.len() });
            ended = end;
        });
        cut.close();
        cut.look(phrases);
        cut
    }

    /// The folded letters of a word.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| &self.folded[word.from..word.to])
    }

    /// Whether a sentence ends between the last word and the next.
    fn ends(&self, text: &str, gap: &str) -> bool {
        let last = self.word(self.words.len() - 1).unwrap_or("");
        let spaced = |at: usize| {
            gap[at + 1..].chars().next().is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '»' | '”' | ')' | '.'))
        };
        let initial = |word: &Word| word.end - word.start == 1 && text[word.start..].starts_with(char::is_uppercase);
        let short = self.words.last().is_some_and(initial) || SHORTENED.contains(&last);
        gap.contains(['!', '?', '\n', '…']) || gap.find('.').is_some_and(spaced) && !short
    }

    fn close(&mut self) {
        let from = self.sentences.last().map_or(0, |(_, to)| *to);
        if from < self.words.len() {
            self.sentences.push((from, self.words.len()));
        }
    }

    fn look(&mut self, phrases: &Phrases) {
        let mut hits = Vec::new();
        for at in 0..self.words.len() {
            phrases.look(
                at,
                |i| self.word(i),
                |marks, n| {
                    let last = at + n - 1;
                    if self.words[last].sentence == self.words[at].sentence {
                        hits.push(Hit { first: at, last, marks });
                    }
                },
            );
        }
        // For each word, how far the figures that begin at or before it reach.
        let mut reach = vec![0; self.words.len()];
        for figure in hits.iter().filter(|hit| hit.marks & FIGURE != 0) {
            reach[figure.first] = reach[figure.first].max(figure.last + 1);
        }
        for at in 1..reach.len() {
            reach[at] = reach[at].max(reach[at - 1]);
        }
        hits.retain(|hit| hit.marks & FIGURE == 0 && hit.last >= reach[hit.first]);
        self.hits = hits;
    }

    /// The hits of a sentence.
    pub(super) fn of_sentence(&self, sentence: usize) -> &[Hit] {
        let from = self.hits.partition_point(|hit| self.words[hit.first].sentence < sentence);
        let to = self.hits.partition_point(|hit| self.words[hit.first].sentence <= sentence);
        &self.hits[from..to]
    }

    /// Whether anything in the text has one of these marks.
    pub(super) fn has(&self, marks: u128) -> bool {
        self.hits.iter().any(|hit| hit.marks & marks != 0)
    }

    /// Where words stand in the text.
    pub(super) fn span(&self, first: usize, last: usize) -> (u32, u32) {
        (self.words[first].start as u32, self.words[last].end as u32)
    }

    /// Where hits stand, in order, those that touch as one.
    pub(super) fn spans(&self, hits: &[Hit]) -> Vec<(u32, u32)> {
        let mut places: Vec<(usize, usize)> = hits.iter().map(|hit| (hit.first, hit.last)).collect();
        places.sort_unstable();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (first, last) in places {
            match joined.last_mut() {
                Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
                _ => joined.push((first, last)),
            }
        }
        joined.into_iter().map(|(first, last)| self.span(first, last)).collect()
    }

    /// Where a name stands: its folded words one after another.
    pub(super) fn places(&self, name: &str) -> Vec<(usize, usize)> {
        let mut parts: Vec<String> = Vec::new();
        scan(name, |_, folded| parts.push(folded.to_owned()));
        if parts.is_empty() {
            return Vec::new();
        }
        let fits = |at: &usize| parts.iter().enumerate().all(|(i, part)| self.word(at + i) == Some(part));
        (0..self.words.len()).filter(fits).map(|at| (at, at + parts.len() - 1)).collect()
    }
}
