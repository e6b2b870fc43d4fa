//! Which marks in which order make a finding, read from `patterns.txt`.

use super::Rule;
use super::cut::{Cut, Hit};
use crate::phrases::mark;

/// What phrases are, in the order of their bits. `figure` is the first.
pub(super) const MARKS: [&str; 56] = [
    "figure",
    "anger",
    "insult",
    "you",
    "sarcasm",
    "your",
    "blame",
    "other",
    "failed",
    "sorry",
    "if",
    "felt",
    "hollow",
    "weasel",
    "vague",
    "happened",
    "promise",
    "date",
    "unit",
    "welcome",
    "never",
    "absolute",
    "offer",
    "money",
    "private",
    "denial",
    "accusing",
    "not",
    "silence",
    "threat",
    "court",
    "admission",
    "responsible",
    "aware",
    "empathy",
    "done",
    "next",
    "staff",
    "title",
    "our",
    "order",
    "reach",
    "closing",
    "me",
    "but",
    "on",
    "repair",
    "team",
    "apology",
    "plain",
    "past",
    "lately",
    "often",
    "treat",
    "called",
    "place",
];

/// The bits of marks, for the rules that are written out.
pub(super) mod bits {
    use super::MARKS;
    use crate::phrases::bit;

    const fn at(name: &str) -> u128 {
        let mut i = 0;
        while i < MARKS.len() {
            if same(MARKS[i].as_bytes(), name.as_bytes()) {
                return bit(i);
            }
            i += 1;
        }
        panic!("no such mark")
    }

    const fn same(a: &[u8], b: &[u8]) -> bool {
        let mut i = 0;
        while i < a.len() && i < b.len() && a[i] == b[i] {
            i += 1;
        }
        i == a.len() && i == b.len()
    }

    pub(in crate::wording) const YOUR: u128 = at("your");
    pub(in crate::wording) const YOU: u128 = at("you");
    pub(in crate::wording) const PAST: u128 = at("past");
    pub(in crate::wording) const LATELY: u128 = at("lately");
    pub(in crate::wording) const CALLED: u128 = at("called");
    pub(in crate::wording) const PLACE: u128 = at("place");
    pub(in crate::wording) const DATE: u128 = at("date");
    pub(in crate::wording) const UNIT: u128 = at("unit");
    pub(in crate::wording) const ON: u128 = at("on");
    pub(in crate::wording) const PROMISE: u128 = at("promise");
    pub(in crate::wording) const DENIAL: u128 = at("denial");
    pub(in crate::wording) const APOLOGY: u128 = at("apology");
    pub(in crate::wording) const PLAIN: u128 = at("plain");
    pub(in crate::wording) const ACCUSING: u128 = at("accusing");
    pub(in crate::wording) const NOT: u128 = at("not");
    pub(in crate::wording) const SORRY: u128 = at("sorry");
    pub(in crate::wording) const RESPONSIBLE: u128 = at("responsible");
    pub(in crate::wording) const AWARE: u128 = at("aware");
    pub(in crate::wording) const EMPATHY: u128 = at("empathy");
    pub(in crate::wording) const DONE: u128 = at("done");
    pub(in crate::wording) const REPAIR: u128 = at("repair");
    pub(in crate::wording) const NEXT: u128 = at("next");
    pub(in crate::wording) const STAFF: u128 = at("staff");
    pub(in crate::wording) const TITLE: u128 = at("title");
    pub(in crate::wording) const OUR: u128 = at("our");
    pub(in crate::wording) const ORDER: u128 = at("order");
    pub(in crate::wording) const REACH: u128 = at("reach");
    pub(in crate::wording) const CLOSING: u128 = at("closing");
    pub(in crate::wording) const TEAM: u128 = at("team");
    pub(in crate::wording) const ME: u128 = at("me");
    pub(in crate::wording) const ADMISSION: u128 = at("admission");
}

/// Marks in an order, within one sentence.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) rule: Rule,
    /// Marks, one of which must stand there, and at most how many words after the one before.
    steps: Vec<(usize, u128)>,
    /// Marks that must not stand in the sentence.
    unless: u128,
    /// Marks that must not stand just before.
    before: u128,
}

/// How many words before a phrase still turn it.
const BEFORE: usize = 3;

/// Reads the patterns; a test shows that every line is one.
pub(super) fn read(text: &str) -> Vec<Pattern> {
    text.lines().filter(|line| is_pattern(line)).filter_map(pattern).collect()
}

fn is_pattern(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

fn pattern(line: &str) -> Option<Pattern> {
    let (code, steps) = line.split_once(':')?;
    let (steps, unless) = steps.split_once('!').unwrap_or((steps, ""));
    let mut found = Pattern { rule: Rule::from_code(code)?, steps: Vec::new(), unless: 0, before: 0 };
    let mut gap = 0;
    for word in steps.split_whitespace() {
        if let Ok(words) = word.parse() {
            gap = words;
        } else {
            found.steps.push((gap, set(word)?));
            gap = 0;
        }
    }
    for word in unless.split_whitespace() {
        match word.strip_prefix('<') {
            Some(word) => found.before |= set(word)?,
            None => found.unless |= set(word)?,
        }
    }
    (!found.steps.is_empty()).then_some(found)
}

fn set(names: &str) -> Option<u128> {
    names.split('|').try_fold(0, |all, name| Some(all | mark(&MARKS, name)?))
}

impl Pattern {
    /// Every place in the text that it fits, the hits that make it.
    pub(super) fn find(&self, cut: &Cut, skip: impl Fn(usize) -> u128) -> Vec<Hit> {
        let mut found = Vec::new();
        for sentence in 0..cut.sentences.len() {
            let hits = cut.of_sentence(sentence);
            let seen = hits.iter().fold(skip(sentence), |seen, hit| seen | hit.marks);
            let able = self.steps.iter().all(|(_, marks)| seen & marks != 0) && seen & self.unless == 0;
            if !able {
                continue;
            }
            for (at, hit) in hits.iter().enumerate().filter(|(_, hit)| hit.marks & self.steps[0].1 != 0) {
                let turned =
                    |not: &Hit| not.marks & self.before != 0 && not.last < hit.first && hit.first - not.last <= BEFORE;
                let mut taken = vec![*hit];
                if !(self.before != 0 && hits.iter().any(turned)) && self.go_on(&hits[at..], &mut taken) {
                    found.extend(taken);
                }
            }
        }
        found
    }

    fn go_on(&self, hits: &[Hit], taken: &mut Vec<Hit>) -> bool {
        let Some((gap, marks)) = self.steps.get(taken.len()) else { return true };
        let last = taken[taken.len() - 1].last;
        for (at, hit) in hits.iter().enumerate() {
            if hit.first > last + gap + 1 {
                break;
            }
            if hit.first > last && hit.marks & marks != 0 {
                taken.push(*hit);
                if self.go_on(&hits[at..], taken) {
                    return true;
                }
                taken.pop();
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::faults;

    #[test]
    fn every_line_is_a_pattern_and_every_word_can_be_looked_up() {
        for line in include_str!("patterns.txt").lines().filter(|line| is_pattern(line)) {
            assert!(pattern(line).is_some(), "{line}");
        }
        for file in [
            include_str!("words/fr.txt"),
            include_str!("words/en.txt"),
            include_str!("words/nl.txt"),
            include_str!("words/fy.txt"),
        ] {
            assert_eq!(faults(&MARKS, file), Vec::<String>::new());
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for line in ["anger:", "rage: anger", "anger: fury", "anger: anger ! fury", "anger"] {
            assert!(pattern(line).is_none(), "{line}");
        }
    }
}
