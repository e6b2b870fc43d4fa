//! How it is said: what phrases say, shouting, and words set between quotation marks in doubt.

use super::cut::{Cut, Hit};
use super::patterns::bits::{DATE, ON, ORDER, UNIT, YOUR};
use super::{Channel, Finding, Kind, Rule, Sheet};
use crate::token::Mark;
use std::collections::BTreeMap;

/// Words in capitals that make a text shouted, and the fewest letters they have.
const SHOUTED: (usize, usize) = (2, 4);

/// What the phrases and signs of a draft say.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Finding> {
    let cut = &sheet.cut;
    let dated = dated(cut);
    let mut hits: BTreeMap<Rule, Vec<Hit>> = BTreeMap::new();
    for pattern in sheet.patterns.iter().filter(|pattern| applies(pattern.rule, sheet)) {
        let found = pattern.find(cut, |sentence| if dated[sentence] { DATE } else { 0 });
        hits.entry(pattern.rule).or_default().extend(found);
    }
    let mut spans: BTreeMap<Rule, Vec<(u32, u32)>> =
        hits.into_iter().map(|(rule, hits)| (rule, cut.spans(&hits))).collect();
    spans.entry(Rule::Anger).or_default().extend(shouted(sheet));
    spans.entry(Rule::Sarcasm).or_default().extend(doubted(sheet));
    let found = spans.into_iter().filter(|(_, spans)| !spans.is_empty());
    found.map(|(rule, spans)| Finding::of(rule, apart(spans))).collect()
}

/// Whether a rule is asked here at all.
fn applies(rule: Rule, sheet: &Sheet<'_>) -> bool {
    let context = sheet.context;
    match rule {
        Rule::EarlyCompensation => context.early && context.channel == Channel::Public,
        // What rests on a fact is looked at elsewhere.
        Rule::BareDenial => !super::echo::rests_on_fact(sheet),
        // The first words that are said to everybody may leave open what is not known yet.
        Rule::Weasel => context.kind != Kind::Holding,
        _ => true,
    }
}

/// In order, those that overlap as one.
pub(super) fn apart(mut spans: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    spans.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some((_, end)) if from < *end => *end = to.max(*end),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Which sentences name a time.
fn dated(cut: &Cut) -> Vec<bool> {
    let mut dated = vec![false; cut.sentences.len()];
    let marked = |at: usize, marks: u128| {
        let sentence = cut.words.get(at).map(|word| word.sentence);
        let hits = sentence.map_or(&[][..], |sentence| cut.of_sentence(sentence));
        hits.iter().any(|hit| hit.marks & marks != 0 && hit.first <= at && at <= hit.last)
    };
    for (at, word) in cut.words.iter().enumerate() {
        let letters = cut.word(at).unwrap_or("");
        if !letters.starts_with(|c: char| c.is_ascii_digit()) || marked(at.saturating_sub(1), ORDER) {
            continue;
        }
        let hour = letters.trim_start_matches(|c: char| c.is_ascii_digit());
        let hour = matches!(hour, "h" | "am" | "pm" | "u" | "th" | "st" | "nd" | "rd" | "er" | "e")
            || hour.strip_prefix('h').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let before = at > 0 && cut.words[at - 1].sentence == word.sentence && marked(at - 1, ON);
        let money = (at + 1 < cut.words.len()) && matches!(cut.word(at + 1), Some("euro" | "euros" | "pct" | "eur"));
        dated[word.sentence] |= hour || marked(at + 1, UNIT) || before && !money;
    }
    dated
}

/// Words in capitals, and exclamation marks beyond one.
fn shouted(sheet: &Sheet<'_>) -> Vec<(u32, u32)> {
    let cut = &sheet.cut;
    let known: Vec<(usize, usize)> = sheet.context.may.iter().flat_map(|name| cut.places(name)).collect();
    let loud = |at: usize| {
        let word = &cut.words[at];
        let written = &sheet.text[word.start..word.end];
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let named = known.iter().any(|(first, last)| *first <= at && at <= *last);
        word.mark == Mark::Word
            && letters >= SHOUTED.1
            && letters == written.chars().count()
            && written.chars().all(char::is_uppercase)
            && !named
    };
    let mut spans: Vec<(u32, u32)> = (0..cut.words.len()).filter(|at| loud(*at)).map(|at| cut.span(at, at)).collect();
    if spans.len() < SHOUTED.0 {
        spans.clear();
    }
    spans.extend(signs(sheet.text));
    spans
}

/// Runs of exclamation marks, of both marks, or of more than two question marks; French sets a space before each.
fn signs(text: &str) -> Vec<(u32, u32)> {
    let is_sign = |c: char| matches!(c, '!' | '?' | '！' | '？');
    let (mut spans, mut until) = (Vec::new(), 0);
    for (start, _) in text.char_indices().filter(|(_, c)| is_sign(*c)) {
        if start < until {
            continue;
        }
        let mut chars = text[start..].char_indices().peekable();
        let (mut count, mut loud) = (0, false);
        while let Some((at, c)) = chars.next() {
            let spaced =
                matches!(c, ' ' | '\u{a0}' | '\u{202f}') && chars.peek().is_some_and(|(_, next)| is_sign(*next));
            if is_sign(c) {
                until = start + at + c.len_utf8();
                (count, loud) = (count + 1, loud || matches!(c, '!' | '！'));
            } else if !spaced {
                break;
            }
        }
        if count > 1 && (loud || count > 2) {
            spans.push((start as u32, until as u32));
        }
    }
    spans
}

/// `your "expertise"`: one to three words between quotation marks, after a word that says whose they are.
fn doubted(sheet: &Sheet<'_>) -> Vec<(u32, u32)> {
    let cut = &sheet.cut;
    let gap = |at: usize| {
        let from = if at == 0 { 0 } else { cut.words[at - 1].end };
        sheet.text.get(from..cut.words.get(at).map_or(sheet.text.len(), |word| word.start)).unwrap_or("")
    };
    let opens = |at: usize| gap(at).contains(['"', '«', '“', '„', '‘']);
    let closes = |at: usize| gap(at).contains(['"', '»', '”', '’']);
    let mut spans = Vec::new();
    for hit in cut.hits.iter().filter(|hit| hit.marks & YOUR != 0) {
        let first = hit.last + 1;
        if first < cut.words.len() && opens(first) {
            let last = (first..cut.words.len().min(first + 3)).find(|at| closes(at + 1));
            spans.extend(last.map(|last| cut.span(first, last)));
        }
    }
    spans
}
