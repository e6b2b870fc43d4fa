//! The form of a draft: language, length, sentences, places of a template that nobody filled.

use super::cut::Cut;
use super::tone::apart;
use super::{Context, Counts, Finding, Limit, Rule, Sheet};
use crate::{LONGEST, Language};

/// Shorter texts are not told by language, nor judged by how hard they read.
const TOLD: usize = 5;
const JUDGED: usize = 30;
/// A longer sentence is long.
const LONG: usize = 25;
/// A lower reading ease is hard.
const EASY: f32 = 50.0;

/// What a text in another language than the wanted one is.
pub(super) fn wrong_language(text: &str, wanted: Language, read: Language) -> Option<Finding> {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let same = read == wanted || wanted == Language::Nl && read == Language::Af;
    if same || read == Language::Unknown || words < TOLD {
        return None;
    }
    let start = text.find(char::is_alphanumeric)?;
    let first = text[start..].find(['.', '!', '?', '\n']).map_or(text.trim_end().len(), |at| start + at);
    Some(Finding::of(Rule::WrongLanguage, vec![(start as u32, first as u32)]))
}

/// The length of a text as a channel counts it.
pub fn length(text: &str, counts: Counts) -> usize {
    match counts {
        Counts::Characters => text.chars().count(),
        Counts::Utf16 => text.encode_utf16().count(),
        Counts::AddressesAs(n) => {
            let mut all = text.chars().count();
            for chunk in text.split_whitespace().filter(|c| c.starts_with("https://") || c.starts_with("http://")) {
                all = all - chunk.chars().count() + n;
            }
            all
        }
    }
}

/// A text that the channel does not take, or that is not read to its end.
pub(super) fn too_long(text: &str, context: &Context<'_>) -> Option<Finding> {
    let over = match context.limit {
        Some(Limit { most, counts }) => length(text, counts).saturating_sub(most),
        None => text.len().saturating_sub(LONGEST),
    };
    (over > 0).then(|| Finding::of(Rule::TooLong, Vec::new()).with(over))
}

/// `{name}`, `[Name]`, `<name>`, `%name%`, `XXX`, `____`.
pub(super) fn template(sheet: &Sheet<'_>) -> Option<Finding> {
    const PAIRS: [(char, char); 4] = [('{', '}'), ('[', ']'), ('<', '>'), ('%', '%')];
    const MOST: usize = 60;
    let text = sheet.text;
    let mut spans = Vec::new();
    let mut until = 0;
    for (at, c) in text.char_indices() {
        if at < until {
            continue;
        }
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            let rest = &text[at + 1..];
            let window = &rest[..rest.floor_char_boundary(MOST.min(rest.len()))];
            let Some(end) = window.find(*close) else { continue };
            let mut to = at + 1 + end + 1;
            to += text[to..].chars().take_while(|c| *c == *close && c != &'%').count();
            if is_place(c, &window[..end], &text[to..]) {
                spans.push((at as u32, to as u32));
                until = to;
            }
        } else if c == '_' {
            let run = text[at..].chars().take_while(|c| *c == '_').count();
            until = at + run;
            if run >= 3 {
                spans.push((at as u32, until as u32));
            }
        }
    }
    for at in 0..sheet.cut.words.len() {
        let word = &sheet.cut.words[at];
        let letters = sheet.cut.word(at).unwrap_or("");
        let written = &text[word.start..word.end];
        let after = text[word.end..].chars().next();
        let before = text[..word.start].chars().next_back();
        let exes = letters.len() >= 2 && letters.bytes().all(|b| b == b'x') && written.chars().all(char::is_uppercase);
        let clock = matches!(after, Some('h' | ':' | '/')) || matches!(before, Some('/' | ':' | 'h'));
        let hours = written.len() >= 3 && written.starts_with("XX") && letters.trim_matches('x') == "h";
        if exes && (letters.len() >= 3 || clock) || hours || matches!(letters, "lorem" | "ipsum") {
            spans.push(sheet.cut.span(at, at));
        }
    }
    (!spans.is_empty()).then(|| Finding::of(Rule::Template, apart(spans)))
}

/// Whether what stands between two signs is a place to be filled.
fn is_place(open: char, inside: &str, after: &str) -> bool {
    let words = inside.split_whitespace().count();
    let lettered = inside.chars().any(char::is_alphabetic) || open == '[' && inside.trim().is_empty();
    match open {
        '{' => lettered,
        // A link is written so too, and so is what somebody left out or changed.
        '[' => {
            const SAID: [&str; 9] =
                ["sic", "edit", "update", "mise à jour", "màj", "bijgewerkt", "bywurke", "1/", "2/"];
            let said = SAID.iter().any(|said| inside.to_lowercase().starts_with(said));
            lettered && !said && !after.starts_with('(') && words <= 6
        }
        '<' => lettered && words <= 4 && !inside.contains(['@', '/', '>']) && !inside.starts_with(' '),
        _ => {
            lettered
                && words == 1
                && !inside.starts_with(' ')
                && inside.chars().all(|c| c.is_alphanumeric() || c == '_')
        }
    }
}

/// Sentences of more than 25 words, and a reading ease under 50.
pub(super) fn hard_to_read(sheet: &Sheet<'_>) -> Vec<Finding> {
    let cut = &sheet.cut;
    let mut found = Vec::new();
    let long: Vec<(usize, usize)> =
        cut.sentences.iter().copied().filter(|(from, to)| count(cut, *from, *to) > LONG).collect();
    if let Some(most) = long.iter().map(|(from, to)| count(cut, *from, *to)).max() {
        let spans = long.iter().map(|(from, to)| cut.span(*from, to - 1)).collect();
        found.push(Finding::of(Rule::LongSentence, spans).with(most));
    }
    if let Some(ease) = points(sheet).filter(|ease| *ease < EASY) {
        found.push(Finding { number: Some(ease.round() as i32), ..Finding::of(Rule::HardToRead, Vec::new()) });
    }
    found
}

/// Words as people count them: what an apostrophe or a hyphen joins is one.
fn count(cut: &Cut, from: usize, to: usize) -> usize {
    (from..to).filter(|at| *at == from || !cut.words[*at].glued).count()
}

fn points(sheet: &Sheet<'_>) -> Option<f32> {
    let cut = &sheet.cut;
    let words = cut.sentences.iter().map(|(from, to)| count(cut, *from, *to)).sum::<usize>();
    if words < JUDGED {
        return None;
    }
    let syllables: usize =
        (0..cut.words.len()).filter_map(|at| cut.word(at)).map(|word| syllables(word, sheet.language)).sum();
    Some(ease(sheet.language, words, cut.sentences.len(), syllables))
}

/// Reading ease after Flesch, with the constants of each language: English (Flesch 1948), French (Kandel and Moles 1958), Dutch (Douma
/// 1960). Nobody measured any for Frisian; the Dutch ones are used. From about 0 to 100, more is easier.
pub fn ease(language: Language, words: usize, sentences: usize, syllables: usize) -> f32 {
    let length = words as f32 / sentences.max(1) as f32;
    let each = syllables as f32 / words.max(1) as f32;
    match language {
        Language::Fr => 207.0 - 1.015 * length - 73.6 * each,
        Language::Nl | Language::Fy => 206.84 - 0.93 * length - 77.0 * each,
        _ => 206.835 - 1.015 * length - 84.6 * each,
    }
}

/// The syllables of a folded word: its groups of vowels, a silent `e` at its end left out where the language has one.
fn syllables(word: &str, language: Language) -> usize {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let (mut groups, mut before) = (0usize, false);
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let after_consonant = |end: &str| word.strip_suffix(end).is_some_and(|rest| !rest.ends_with(vowel));
    let silent = match language {
        Language::Fr => after_consonant("e") || after_consonant("es") || after_consonant("ent") && word.len() > 5,
        Language::En => {
            after_consonant("e") && !word.ends_with("le")
                || after_consonant("ed") && !word.ends_with("ted") && !word.ends_with("ded")
        }
        _ => false,
    };
    if silent && groups > 1 { groups - 1 } else { groups.max(usize::from(word.starts_with(char::is_alphanumeric))) }
}
