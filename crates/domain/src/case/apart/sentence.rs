//! One sentence as it is compared: what it speaks of, what it counts, when, where, and whether it says yes or no.

use super::lexicon::Lexicon;
use std::ops::Range;

/// A word with its place.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    raw: &'a str,
    low: String,
    at: Range<usize>,
}

/// So many of something.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) value: u64,
    /// The stem of what is counted.
    pub(super) of: String,
    /// About so many, or at least.
    pub(super) loose: bool,
    pub(super) at: Range<usize>,
}

/// Which kind of moment: only the like are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Weekday,
    Day,
    Hour,
}

/// A day or an hour.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) kind: Kind,
    pub(super) value: u32,
    pub(super) at: Range<usize>,
}

/// A place of something, or the number of a batch.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The stem of what is there, or has it.
    pub(super) of: String,
    pub(super) word: String,
    /// Whether it is the number of a batch.
    pub(super) batch: bool,
    pub(super) at: Range<usize>,
}

/// Something that is, was or was done; or is not, was not.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) concept: usize,
    pub(super) no: bool,
    /// Not yet.
    pub(super) yet: bool,
    /// No longer.
    pub(super) longer: bool,
    /// How many of the sentence's content words stand before it: what it is said of.
    pub(super) before: usize,
    pub(super) at: Range<usize>,
}

/// A sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    /// Whether it claims anything: no question, no condition, nobody else's words.
    pub(super) claims: bool,
    /// Whether it says that something changed, or was said wrong.
    pub(super) changes: bool,
    /// Whether it speaks of what is to come.
    pub(super) ahead: bool,
    /// Whether it adds to what was said.
    pub(super) adds: bool,
    /// Whether it speaks of people, or of nobody.
    people: bool,
    /// Stems of what it speaks of.
    pub(super) content: Vec<String>,
    pub(super) counts: Vec<Count>,
    pub(super) days: Vec<Moment>,
    pub(super) hours: Vec<Moment>,
    pub(super) names: Vec<Name>,
    pub(super) verbs: Vec<Verb>,
}

impl Sentence {
    pub(super) fn of_people(&self) -> bool {
        self.people
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Sentence> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let before = text[..at].chars().next_back();
        // A point between figures, or behind one letter, ends nothing.
        let inside = c == '.'
            && (after.starts_with(|c: char| c.is_alphanumeric()) || is_initial(&text[from..at]))
            && before.is_some_and(char::is_alphanumeric);
        if matches!(c, '.' | '!' | '?' | ';' | '\n') && !inside {
            found.push(read(text, from..at + c.len_utf8(), lexicon));
            from = at + c.len_utf8();
        }
    }
    found.push(read(text, from..text.len(), lexicon));
    found
}

fn is_initial(before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    last.chars().count() == 1 && last.starts_with(char::is_uppercase)
}

fn words(text: &str, range: Range<usize>) -> Vec<Word<'_>> {
    let (mut found, mut from) = (Vec::new(), None);
    let body = &text[range.clone()];
    let mut push = |start: usize, end: usize| {
        let raw = &text[start..end];
        found.push(Word { raw, low: raw.to_lowercase(), at: start..end });
    };
    for (at, c) in body.char_indices().chain([(body.len(), ' ')]) {
        let at = range.start + at;
        // 14:05 and B-4012 are one word.
        let joins = matches!(c, ':' | '-')
            && from.is_some()
            && text[at + 1..range.end].starts_with(|c: char| c.is_ascii_digit());
        match from {
            None if c.is_alphanumeric() => from = Some(at),
            Some(start) if !c.is_alphanumeric() && !joins => {
                push(start, at);
                from = None;
            }
            _ => {}
        }
    }
    found
}

fn read(text: &str, range: Range<usize>, lexicon: &Lexicon) -> Sentence {
    let body = &text[range.clone()];
    let words = words(text, range);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.low.as_str()));
    let spaced = format!(" {} ", words.iter().map(|word| word.low.as_str()).collect::<Vec<_>>().join(" "));
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| spaced.contains(&format!(" {phrase} ")));
    let quoted = body.contains(['«', '»', '“', '”', '"']);
    let mut sentence = Sentence {
        claims: !body.trim_end().ends_with('?') && !has(lexicon.conditions) && !says(lexicon.reports) && !quoted,
        changes: says(lexicon.changes),
        ahead: says(lexicon.ahead),
        adds: says(lexicon.adds),
        people: has(lexicon.people) || has(lexicon.nobody),
        ..Sentence::default()
    };
    for (at, word) in words.iter().enumerate() {
        if let Some(moment) = moment(&words, at, lexicon) {
            match moment.kind {
                Kind::Hour => sentence.hours.push(moment),
                _ => sentence.days.push(moment),
            }
        } else if let Some(name) = name(&words, at, lexicon) {
            sentence.names.push(name);
        } else if let Some(count) = count(&words, at, lexicon) {
            sentence.counts.push(count);
        }
        if let Some(verb) = verb(&words, at, lexicon) {
            sentence.verbs.push(Verb { before: sentence.content.len(), ..verb });
        }
        if is_content(word, lexicon) {
            sentence.content.push(stem(&word.low, lexicon));
        }
    }
    sentence
}

fn is_content(word: &Word<'_>, lexicon: &Lexicon) -> bool {
    let plain = word.low.chars().all(char::is_alphabetic) && word.low.chars().count() > 3;
    plain
        && !lexicon.stop.contains(&word.low.as_str())
        && lexicon.concept(&word.low).is_none()
        && !lexicon.is_time(&word.low)
}

/// A word without what its number or case adds: enough to know it again.
fn stem(word: &str, lexicon: &Lexicon) -> String {
    let ending = lexicon.endings.iter().find(|ending| word.ends_with(*ending) && word.len() - ending.len() >= 4);
    word[..word.len() - ending.map_or(0, |ending| ending.len())].to_owned()
}

fn digits(word: &str) -> Option<u64> {
    word.bytes().all(|c| c.is_ascii_digit()).then(|| word.parse().ok())?
}

fn moment(words: &[Word<'_>], at: usize, lexicon: &Lexicon) -> Option<Moment> {
    let word = &words[at];
    if let Some(day) = lexicon.dates.weekday(&word.low) {
        return Some(Moment { kind: Kind::Weekday, value: u32::try_from(day).ok()?, at: word.at.clone() });
    }
    if let Some(found) = lexicon.dates.month(&word.low) {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
        let day = beside.filter_map(|word| ordinal(&word.low)).find(|day| (1..=31).contains(day))?;
        let value = u32::try_from(found).ok()? * 100 + u32::try_from(day).ok()?;
        return Some(Moment { kind: Kind::Day, value, at: word.at.clone() });
    }
    let (hour, minute) = hour(words, at)?;
    Some(Moment { kind: Kind::Hour, value: hour * 60 + minute, at: word.at.clone() })
}

/// `24`, `24th`, `1er`.
fn ordinal(word: &str) -> Option<u64> {
    let figures = word.trim_end_matches(|c: char| c.is_alphabetic());
    (word.len() - figures.len() <= 3).then(|| digits(figures).filter(|_| !figures.is_empty()))?
}

/// `14:05`, `14 h 05`, `14h05`, `14h`, `14.05 uur` is cut by its point and not read.
fn hour(words: &[Word<'_>], at: usize) -> Option<(u32, u32)> {
    let word = &words[at].low;
    let (hour, minute) = match word.split_once([':', 'h']) {
        Some((hour, "")) => (hour.to_owned(), "0".to_owned()),
        Some((hour, minute)) => (hour.to_owned(), minute.to_owned()),
        None if words.get(at + 1).is_some_and(|next| next.low == "h") => {
            let minutes = words.get(at + 2).filter(|word| word.low.len() == 2 && digits(&word.low).is_some());
            (word.clone(), minutes.map_or("0".to_owned(), |word| word.low.clone()))
        }
        None => return None,
    };
    let (hour, minute) = (digits(&hour).filter(|_| !hour.is_empty())?, digits(&minute)?);
    (hour < 24 && minute < 60).then_some((u32::try_from(hour).ok()?, u32::try_from(minute).ok()?))
}

/// `12 people`, `trois clients`: a number and what it counts, with at most one word between.
fn count(words: &[Word<'_>], at: usize, lexicon: &Lexicon) -> Option<Count> {
    let word = &words[at];
    let value = digits(&word.low).filter(|_| word.low.len() <= 6).or_else(|| lexicon.number(&word.low))?;
    // Part of a telephone number, a date, a sum, a share.
    let is_figure = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|it| digits(&it.low).is_some());
    if is_figure(at.checked_sub(1)) || is_figure(Some(at + 1)) {
        return None;
    }
    let of = words
        .get(at + 1..)?
        .iter()
        .take(2)
        .find(|word| is_content(word, lexicon) || lexicon.people.contains(&word.low.as_str()))?;
    if lexicon.units.contains(&of.low.as_str()) || lexicon.units.contains(&words[at + 1].low.as_str()) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|word| word.low.as_str()).unwrap_or_default();
    let twice = at.checked_sub(2).and_then(|at| words.get(at)).map(|word| word.low.as_str()).unwrap_or_default();
    let loose = [before, twice].iter().any(|word| lexicon.loose.contains(word));
    Some(Count { value, of: stem(&of.low, lexicon), loose, at: word.at.start..of.at.end })
}

/// `the shop in Brest`, `batch 4012`.
fn name(words: &[Word<'_>], at: usize, lexicon: &Lexicon) -> Option<Name> {
    let word = &words[at];
    let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at));
    let batch = before(1).filter(|it| lexicon.batches.contains(&it.low.as_str()));
    if let Some(of) = batch.filter(|_| word.low.chars().any(|c| c.is_ascii_digit())) {
        return Some(Name {
            of: stem(&of.low, lexicon),
            word: word.low.clone(),
            batch: true,
            at: of.at.start..word.at.end,
        });
    }
    let capital = word.raw.starts_with(char::is_uppercase) && word.raw.chars().count() > 2;
    if !capital || lexicon.is_time(&word.low) || !before(1).is_some_and(|it| lexicon.places.contains(&it.low.as_str()))
    {
        return None;
    }
    let of = before(2).filter(|it| is_content(it, lexicon))?;
    Some(Name {
        of: stem(&of.low, lexicon),
        word: stem(&word.low, lexicon),
        batch: false,
        at: of.at.start..word.at.end,
    })
}

/// So far from its verb a no is looked for: before it, and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 2;

fn verb(words: &[Word<'_>], at: usize, lexicon: &Lexicon) -> Option<Verb> {
    let concept = lexicon.concept(&words[at].low)?;
    let from = at.saturating_sub(BEFORE);
    let near = &words[from..(at + 1 + BEHIND).min(words.len())];
    // A no of another verb, or of another part of the sentence, is none of this one.
    let cut = |word: &&Word<'_>| lexicon.breaks.contains(&word.low.as_str());
    let mine = at - from;
    let first =
        near[..mine].iter().rposition(|word| cut(&word) || lexicon.concept(&word.low).is_some()).map_or(0, |it| it + 1);
    let last = near[mine + 1..].iter().position(|word| cut(&word) || lexicon.concept(&word.low).is_some());
    let near = &near[first..last.map_or(near.len(), |it| mine + 1 + it)];
    let has = |list: &[&str]| near.iter().any(|word| list.contains(&word.low.as_str()));
    // Nobody as the one it is said of stands anywhere before it.
    let nobody = words[..at].iter().any(|word| lexicon.nobody.contains(&word.low.as_str()));
    Some(Verb {
        concept,
        no: has(lexicon.no) || nobody,
        yet: has(lexicon.yet),
        longer: has(lexicon.longer),
        before: 0,
        at: near.first().map_or(words[at].at.start, |word| word.at.start)..words[at].at.end,
    })
}
