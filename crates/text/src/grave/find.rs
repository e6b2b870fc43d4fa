//! Applies the rules to one text.

use super::Grave;
use super::names::{Name, OwnNames, Part};
use super::rules::Rule;
use crate::phrases::{Phrases, bit};
use crate::token::{Mark, Token, scan};

/// The bits of the marks that decide whether what is told happened.
const NOT: u128 = bit(0);
const IF: u128 = bit(1);
const ASKS: u128 = bit(2);
const FICTION: u128 = bit(3);
const LESSON: u128 = bit(4);
const BRAND: u128 = bit(5);
const FIGURE: u128 = bit(6);
const LAUGH: u128 = bit(7);
const PRAISE: u128 = bit(8);
const REASON: u128 = bit(9);
/// Who speaks: it says to whom it happened, not what did.
const ME: u128 = bit(11);
const WHO: u128 = bit(12);
const AROUND: u128 = NOT | IF | ASKS | FICTION | LESSON | BRAND | FIGURE | LAUGH | PRAISE | REASON;

/// How many words before an event a negation reaches, within its clause.
const NEGATES: usize = 5;
/// How many words a condition reaches, within its sentence.
const SUPPOSES: usize = 10;
/// How far a story, a lesson or the house's own notice reaches.
const FRAMES: usize = 12;
/// How far laughter and praise reach.
const COLOURS: usize = 15;
/// No further than this does anything reach: the widest rule, the word before it, and the longest entry.
const REACH: usize = 40;
/// Of a text, so many words are looked at.
const MOST: usize = 1_000;

/// An entry of the lexicon in the text: which words, and what they are.
#[derive(Clone, Copy, Debug)]
struct Hit {
    first: usize,
    last: usize,
    marks: u128,
}

impl Hit {
    fn is_more_than(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last && self.last - self.first > other.last - other.first
    }

    /// How many words apart; 0 where they overlap.
    fn apart(&self, other: &Self) -> usize {
        if self.last < other.first { other.first - self.last } else { self.first.saturating_sub(other.last) }
    }
}

/// What makes the text grave, by these words and rules.
pub(super) fn find(text: &str, lexicon: &Phrases, rules: &[Rule], names: &OwnNames) -> Option<Grave> {
    let words = Words::of(text);
    let named = if names.is_empty() { Vec::new() } else { words.named(text, names) };
    let mut hits = words.hits(lexicon);
    // What stands in a name says nothing; the same word elsewhere still does.
    hits.retain(|hit| named.iter().all(|name| hit.last < name.0 || name.1 < hit.first));
    let seen = hits.iter().fold(0, |seen, hit| seen | hit.marks);
    let mut clauses = None;
    for rule in rules.iter().filter(|rule| rule.needs.iter().all(|need| seen & need != 0)) {
        for event in hits.iter().filter(|hit| hit.marks & rule.needs[0] != 0) {
            let around = around(event, &hits);
            let Some(told) = told(rule, event, around) else { continue };
            let clauses = clauses.get_or_insert_with(|| words.clauses(text));
            if happened(rule, &told, around, clauses) && !clauses.asks(event, &hits) {
                return Some(Grave { harm: rule.harm, spans: words.spans(told) });
            }
        }
    }
    None
}

/// The hits near enough to an event to matter; hits stand in the order of their first words.
fn around<'h>(event: &Hit, hits: &'h [Hit]) -> &'h [Hit] {
    let from = hits.partition_point(|hit| hit.first + REACH < event.first);
    let to = hits.partition_point(|hit| hit.first <= event.last + REACH);
    &hits[from..to]
}

/// The hits that a rule needs beside an event, nearest first, and the event itself.
fn told(rule: &Rule, event: &Hit, hits: &[Hit]) -> Option<Vec<Hit>> {
    let near = |hit: &&Hit| event.apart(hit) <= rule.within;
    if hits.iter().filter(near).any(|hit| hit.marks & rule.unless != 0) {
        return None;
    }
    let mut told = vec![*event];
    for need in &rule.needs[1..] {
        let free = |hit: &&Hit| hit.marks & need != 0 && told.iter().all(|taken| taken.apart(hit) > 0);
        told.push(*hits.iter().filter(near).filter(free).min_by_key(|hit| event.apart(hit))?);
    }
    Some(told)
}

/// Whether what stands around an event leaves it told as something that happened.
fn happened(rule: &Rule, told: &[Hit], hits: &[Hit], clauses: &Clauses) -> bool {
    let event = &told[0];
    let marked = |marks: u128| hits.iter().filter(move |hit| hit.marks & marks != 0);
    let near = |marks: u128, reach: usize| marked(marks).any(|hit| event.apart(hit) <= reach);
    let no_reason = |not: &Hit| marked(REASON).any(|reason| reason.apart(not) == 0);
    let denies = |what: &Hit, not: &Hit, reach: usize| {
        let same = clauses.clause[not.last] == clauses.clause[what.first];
        not.last < what.first && what.first - not.last <= reach && same && !no_reason(not)
    };
    let negated = marked(NOT).any(|not| denies(event, not, NEGATES) || told.iter().any(|hit| denies(hit, not, 1)));
    let supposes = |what: &Hit, cond: &Hit| {
        let near = cond.last < what.first && what.first - cond.last <= SUPPOSES;
        near && clauses.sentence[cond.last] == clauses.sentence[what.first]
    };
    // "If …, will he beat me with his hammer": what is supposed of a part is supposed of all. Of whom it happened to it says nothing, and not where
    // what lies open is told: "if you change the number you see the bookings of others".
    let parts = if rule.negated { &[] } else { &told[1..] };
    let did = || parts.iter().filter(|hit| hit.marks & (ME | WHO) == 0).chain([event]);
    let supposed = marked(IF).filter(|cond| cond.last < event.first).any(|cond| did().any(|what| supposes(what, cond)));
    let framed = near(FICTION | LESSON | BRAND, FRAMES);
    let coloured = rule.weak && near(LAUGH | PRAISE, COLOURS);
    let denied = negated && !rule.negated;
    !(denied || supposed || framed || coloured)
}

/// The words of a text.
struct Words {
    folded: String,
    words: Vec<(Token, u32, u32)>,
}

/// Which clause and sentence each word stands in, and which sentences ask.
struct Clauses {
    clause: Vec<u32>,
    sentence: Vec<u32>,
    asked: Vec<u32>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut all = Self { folded: String::with_capacity(text.len()), words: Vec::with_capacity(text.len() / 4) };
        scan(text, |token, folded| {
            if all.words.len() < MOST && token.mark != Mark::Handle {
                let from = all.folded.len() as u32;
                all.folded.push_str(folded);
                all.words.push((token, from, all.folded.len() as u32));
            }
        });
        all
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|(_, from, to)| &self.folded[*from as usize..*to as usize])
    }

    /// Every entry in the text. What a figure of speech takes up counts for nothing, unless it says more: "threatened to", "threatened to kill".
    fn hits(&self, lexicon: &Phrases) -> Vec<Hit> {
        let mut hits = Vec::new();
        for at in 0..self.words.len() {
            lexicon.look(at, |i| self.word(i), |marks, n| hits.push(Hit { first: at, last: at + n - 1, marks }));
        }
        if hits.iter().any(|hit| hit.marks & FIGURE != 0) {
            let figures: Vec<Hit> = hits.iter().filter(|hit| hit.marks & FIGURE != 0).copied().collect();
            let taken = |hit: &Hit| figures.iter().any(|figure| figure.apart(hit) == 0 && !hit.is_more_than(figure));
            hits.retain(|hit| hit.marks & AROUND != 0 || !taken(hit));
        }
        hits
    }

    /// Where these names stand: first and last word of each.
    fn named(&self, text: &str, names: &OwnNames) -> Vec<(usize, usize)> {
        let clauses = self.clauses(text);
        let begins = |at: usize| at == 0 || clauses.sentence[at] != clauses.sentence[at - 1];
        let written = |at: usize| {
            let token = self.words.get(at)?.0;
            text.get(token.start as usize..token.end as usize)
        };
        let fits = |name: &Name, part: &Part, at: usize| {
            self.word(at) == Some(&part.folded) && (!name.strict || written(at) == Some(&part.written))
        };
        let is_here = |name: &Name, at: usize| {
            let alone = name.parts.len() == 1 && begins(at);
            !alone && name.parts.iter().enumerate().all(|(i, part)| fits(name, part, at + i))
        };
        let all = names.0.iter().flat_map(|name| {
            let here = (0..self.words.len()).filter(|at| is_here(name, *at));
            here.map(|at| (at, at + name.parts.len() - 1))
        });
        all.collect()
    }

    fn clauses(&self, text: &str) -> Clauses {
        let mut all = Clauses { clause: Vec::new(), sentence: Vec::new(), asked: Vec::new() };
        let (mut clause, mut sentence, mut end) = (0, 0, 0);
        for (token, ..) in &self.words {
            let gap = text.get(end..token.start as usize).unwrap_or("");
            if all.ends(gap, sentence) {
                sentence += 1;
                clause += 1;
            } else if gap.contains([',', ';', ':', '(', ')', '"', '«', '»', '—', '–']) {
                clause += 1;
            }
            all.clause.push(clause);
            all.sentence.push(sentence);
            end = token.end as usize;
        }
        all.ends(text.get(end..).unwrap_or(""), sentence);
        all
    }

    /// Where the words of these hits stand in the text, in order, those that touch as one.
    fn spans(&self, mut hits: Vec<Hit>) -> Vec<(u32, u32)> {
        hits.retain(|hit| hit.marks != ME);
        hits.sort_by_key(|hit| hit.first);
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for hit in hits {
            match spans.last_mut() {
                Some((_, last)) if hit.first <= *last + 1 => *last = hit.last.max(*last),
                _ => spans.push((hit.first, hit.last)),
            }
        }
        spans.into_iter().map(|(first, last)| (self.words[first].0.start, self.words[last].0.end)).collect()
    }
}

impl Clauses {
    /// Whether an event stands in a sentence that asks, by its words and its sign.
    fn asks(&self, event: &Hit, hits: &[Hit]) -> bool {
        let sentence = self.sentence[event.first];
        let from = hits.partition_point(|hit| self.sentence[hit.first] < sentence);
        let same = hits[from..].iter().take_while(|hit| self.sentence[hit.first] == sentence);
        self.asked.binary_search(&sentence).is_ok() && same.into_iter().any(|hit| hit.marks & ASKS != 0)
    }

    /// Whether a sentence ends with these signs; notes it when it asks.
    fn ends(&mut self, gap: &str, sentence: u32) -> bool {
        if gap.contains('?') {
            self.asked.push(sentence);
        }
        gap.contains(['.', '!', '?', '\n', '…'])
    }
}
