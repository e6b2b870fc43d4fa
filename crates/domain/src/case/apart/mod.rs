//! Where the words of two texts of a case contradict each other: a number, a day or an hour, a place, a yes against a no.
//!
//! What was said is laid beside what is to be said, sentence by sentence. Only two sentences that plainly speak of the same thing are compared, and one that
//! says that something changed contradicts nothing: an alarm that is wrong costs more trust than one that is missing. Each finding cites both places. French,
//! English, Frisian and Dutch; two texts in different languages are not compared.

mod lexicon;
mod sentence;

use lexicon::Lexicon;
use sentence::{Sentence, Verb, sentences};
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;
use text::Language;

/// In what two sentences differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Differs {
    /// How many of the same.
    Number,
    /// On which day, or at which hour.
    When,
    /// Which place.
    Name,
    /// Whether it is so.
    YesNo,
}

/// A place in each of two texts where they contradict each other, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Apart {
    /// In what.
    pub differs: Differs,
    /// What was said.
    pub said: Range<usize>,
    /// What is to be said.
    pub here: Range<usize>,
}

/// Content words that two sentences share at least to speak of the same thing.
const SHARED: usize = 1;
/// The same of sentences that differ in a number, a day, an hour or a place: much is said of one thing.
const SHARED_MORE: usize = 2;

/// Where what is to be said contradicts what was said, in the order of what is to be said.
pub fn apart(said: &str, here: &str, language: Language) -> Vec<Apart> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let (before, now) = (sentences(said, &lexicon), sentences(here, &lexicon));
    let mut found = Vec::new();
    for new in now.iter().filter(|new| new.claims) {
        for old in before.iter().filter(|old| old.claims && !new.changes) {
            let all = [yes_no(old, new), number(old, new), when(old, new), name(old, new)];
            // One finding for each pair: the first says enough.
            found.extend(all.into_iter().flatten().next());
        }
    }
    found.sort_by_key(|it| (it.here.start, it.said.start, it.differs));
    found.dedup_by(|a, b| a.here == b.here && a.said == b.said);
    found
}

/// Content words that both have, without what is named here.
fn shared(old: &Sentence, new: &Sentence, but: &[&str]) -> usize {
    let without = |word: &&String| !but.contains(&word.as_str());
    new.content.iter().filter(without).filter(|word| old.content.contains(*word)).count()
}

/// Neither speaks of a place or batch that the other does not.
fn same_names(old: &Sentence, new: &Sentence) -> bool {
    let known =
        |of: &Sentence, name: &str| of.names.iter().any(|it| it.word == name) || of.content.iter().any(|it| it == name);
    let missing = |a: &Sentence, b: &Sentence| a.names.iter().any(|it| !known(b, &it.word));
    !(missing(old, new) && missing(new, old))
}

fn same_days(old: &Sentence, new: &Sentence) -> bool {
    old.days.is_empty()
        || new.days.is_empty()
        || new.days.iter().any(|day| old.days.iter().any(|it| it.value == day.value))
}

/// Both say the same of what they speak of, by the verbs that are known here.
fn same_verbs(old: &Sentence, new: &Sentence) -> bool {
    let all = |of: &Sentence| of.verbs.iter().map(|verb| (verb.concept, verb.no)).collect::<BTreeSet<_>>();
    all(old) == all(new)
}

/// Whether two verbs are said of the same: every word before the one stands before the other too. Where one has none before it (we sold the soup; the
/// soup was sold), the sentences share more.
fn same_subject((old, was): (&Sentence, &Verb), (new, is): (&Sentence, &Verb)) -> bool {
    let (a, b) = (&old.content[..was.before], &new.content[..is.before]);
    if a.is_empty() || b.is_empty() {
        let least = if a.is_empty() && b.is_empty() { SHARED } else { SHARED_MORE };
        return shared(old, new, &[]) >= least;
    }
    let within = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
    within(a, b) || within(b, a)
}

/// The same verb about the same thing, once with a no.
fn yes_no(old: &Sentence, new: &Sentence) -> Option<Apart> {
    if !same_names(old, new) || !same_days(old, new) {
        return None;
    }
    for is in &new.verbs {
        let Some(was) = old.verbs.iter().find(|was| was.concept == is.concept) else { continue };
        if was.no == is.no || (was.no && was.yet) || (is.no && is.longer) {
            continue;
        }
        let people = old.of_people() && new.of_people();
        if people || same_subject((old, was), (new, is)) {
            return Some(Apart { differs: Differs::YesNo, said: was.at.clone(), here: is.at.clone() });
        }
    }
    None
}

/// Another number of the same.
fn number(old: &Sentence, new: &Sentence) -> Option<Apart> {
    if !same_names(old, new) || !same_days(old, new) {
        return None;
    }
    for is in &new.counts {
        let same = |it: &&sentence::Count| it.of == is.of;
        let mut there = old.counts.iter().filter(same);
        let (Some(was), None) = (there.next(), there.next()) else { continue };
        let also = new.counts.iter().filter(same).count() > 1;
        let verb = new.verbs.iter().any(|it| old.verbs.iter().any(|was| was.concept == it.concept && was.no == it.no));
        let apart = was.value != is.value && !also && !is.loose && !was.loose;
        if apart && (verb || shared(old, new, &[&is.of]) >= SHARED_MORE) {
            return Some(Apart { differs: Differs::Number, said: was.at.clone(), here: is.at.clone() });
        }
    }
    None
}

/// Another day or hour of the same.
fn when(old: &Sentence, new: &Sentence) -> Option<Apart> {
    // What is to come moves, and is promised anew.
    if old.ahead || new.ahead || !same_names(old, new) || !same_verbs(old, new) || shared(old, new, &[]) < SHARED_MORE {
        return None;
    }
    let apart = |was: &[sentence::Moment], is: &[sentence::Moment]| match (was, is) {
        ([was], [is]) if was.kind == is.kind && was.value != is.value => Some((was.at.clone(), is.at.clone())),
        _ => None,
    };
    let found = apart(&old.days, &new.days).or_else(|| apart(&old.hours, &new.hours).filter(|_| same_days(old, new)));
    found.map(|(said, here)| Apart { differs: Differs::When, said, here })
}

/// Another place of the same.
fn name(old: &Sentence, new: &Sentence) -> Option<Apart> {
    if new.adds || shared(old, new, &[]) < SHARED_MORE || !same_days(old, new) || !same_verbs(old, new) {
        return None;
    }
    let ([was], [is]) = (old.names.as_slice(), new.names.as_slice()) else { return None };
    let told = old.content.contains(&is.word) || new.content.contains(&was.word);
    // Two batches are two things; one thing that came from two places is not.
    let apart = was.of == is.of && was.word != is.word && !told && !was.batch && !is.batch;
    apart.then(|| Apart { differs: Differs::Name, said: was.at.clone(), here: is.at.clone() })
}
