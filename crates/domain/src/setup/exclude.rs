//! What to leave out, learnt from examples: words, pairs of words and authors that stand where somebody said "not us", and nowhere
//! where they said "us".

use super::queries::{QueryRefused, checked};
use query::{Document, evaluate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use text::token::{Mark, scan};
use text::{Polarity, Reader};

/// A found post that somebody says yes or no to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// What was written.
    pub text: String,
    /// Who wrote it: a handle or a name.
    pub author: Option<String>,
}

/// One term to leave out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// The term, as the language of queries writes it; what is asked for is `NOT` it.
    pub term: String,
    /// How many of the no's hold it.
    pub holds: usize,
}

/// Most exclusions proposed.
const MOST: usize = 5;
/// Most bytes of a sample that are looked at.
const LOOKED: usize = 4_096;

/// Terms that stand in the no's and in none of the yes's, the one that leaves out most first, until every no is left out or none helps.
///
/// Names come before other words, for a word of one example may be said of anything; an author only where no word tells, for who writes of another
/// today writes of this brand tomorrow. What is asked for stays found: no term of the query, none of `keep` (town, trade), no word that speaks ill, since those are what a
/// crisis is told in, and no term that any yes holds. What is answered can be added to the query and still passes [`checked`].
pub fn exclude(query: &query::Query, keep: &[&str], yes: &[Sample], no: &[Sample], reader: &Reader) -> Vec<Exclusion> {
    let asked = fold_words(&query.to_string());
    let kept: Vec<String> = keep.iter().flat_map(|word| fold_words(word)).collect();
    let stays = |word: &str| asked.iter().chain(&kept).any(|kept| kept == word);
    let mut candidates: BTreeMap<String, (query::Query, Standing)> = BTreeMap::new();
    for sample in no {
        for (term, standing) in terms(sample, &stays) {
            if let Some((_, known)) = candidates.get_mut(&term) {
                *known = standing.max(*known);
            }
            if !candidates.contains_key(&term)
                && let Ok(parsed) = query::parse(&term)
                && !yes.iter().any(|sample| holds(&parsed, sample))
                && !speaks_ill(reader, &term)
            {
                candidates.insert(term, (parsed, standing));
            }
        }
    }
    let mut left: Vec<&Sample> = no.iter().collect();
    let mut chosen: Vec<Exclusion> = Vec::new();
    while chosen.len() < MOST && !left.is_empty() {
        let count = |parsed: &query::Query| left.iter().filter(|sample| holds(parsed, sample)).count();
        // Of those that leave out as many, the longer word is the rarer one; then the alphabet, so that the answer is always the same.
        let best = candidates
            .iter()
            .map(|(term, (parsed, standing))| {
                let is_word = *standing != Standing::Author;
                ((is_word, count(parsed), *standing), words_in(term), term.chars().count(), term, parsed)
            })
            .filter(|((_, holds, _), ..)| *holds > 0)
            .max_by(|a, b| (a.0, b.1, a.2, b.3).cmp(&(b.0, a.1, b.2, a.3)));
        let Some((_, _, _, term, parsed)) = best else { break };
        if with_exclusions(&query.to_string(), std::slice::from_ref(term)).is_err() {
            break;
        }
        chosen.push(Exclusion { term: term.clone(), holds: no.iter().filter(|sample| holds(parsed, sample)).count() });
        left.retain(|sample| !holds(parsed, sample));
    }
    chosen
}

/// The query without what is excluded.
///
/// # Errors
/// What comes out cannot be read, or is too wide.
pub fn with_exclusions(query: &str, terms: &[String]) -> Result<String, QueryRefused> {
    if terms.is_empty() {
        return checked(query).map(|_| query.to_owned());
    }
    let nots: Vec<String> = terms.iter().map(|term| format!("NOT {term}")).collect();
    let text = format!("({query}) AND {}", nots.join(" AND "));
    checked(&text).map(|_| text)
}

/// Whether a sample holds what a query asks.
pub fn holds(query: &query::Query, sample: &Sample) -> bool {
    let text = &sample.text[..sample.text.floor_char_boundary(LOOKED)];
    evaluate(query, &Document { text, author: sample.author.as_deref(), ..Document::default() })
}

fn fold_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    scan(text, |_, folded| words.push(folded.to_owned()));
    words
}

fn words_in(term: &str) -> usize {
    term.split(' ').count()
}

/// Whether the reader takes it for blame: "poison" must never be left out, whoever was poisoned in the examples.
fn speaks_ill(reader: &Reader, term: &str) -> bool {
    let said = reader.read(term.trim_matches('"'));
    said.polarity == Polarity::Negative || said.p[0] >= 400
}

/// How well a term tells one thing from another, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Who wrote it.
    Author,
    /// A word as any other.
    Word,
    /// A word in a capital within a sentence, or a hashtag.
    Name,
}

/// What could be left out of a sample: its words, its pairs of neighbours, its author.
fn terms(sample: &Sample, stays: &impl Fn(&str) -> bool) -> Vec<(String, Standing)> {
    let text = &sample.text[..sample.text.floor_char_boundary(LOOKED)];
    let mut words: Vec<Option<String>> = Vec::new();
    let mut found = Vec::new();
    scan(text, |token, folded| {
        let plain = folded.chars().all(char::is_alphanumeric) && !folded.chars().all(|c| c.is_ascii_digit());
        let long = folded.chars().count() >= 3;
        match token.mark {
            Mark::Hashtag if plain && long && !stays(folded) => found.push((format!("#{folded}"), Standing::Name)),
            _ => {}
        }
        // A word that stands everywhere would leave out everything.
        words.push((plain && token.mark == Mark::Word).then(|| folded.to_owned()));
        if plain && long && token.mark == Mark::Word && !stays(folded) && checked(folded).is_ok() {
            let is_name = is_capital(text, token.start as usize);
            found.push((folded.to_owned(), if is_name { Standing::Name } else { Standing::Word }));
        }
    });
    for pair in words.windows(2) {
        if let [Some(first), Some(second)] = pair
            && !(stays(first) && stays(second))
        {
            let both = format!("\"{first} {second}\"");
            if checked(&both).is_ok() {
                found.push((both, Standing::Word));
            }
        }
    }
    if let Some(author) = &sample.author {
        let name: String = author
            .trim()
            .trim_start_matches('@')
            .chars()
            .filter(|c| !matches!(c, '"' | '\\') && !c.is_control())
            .collect();
        if !name.trim().is_empty() && name.chars().count() <= 100 {
            found.push((format!("author:\"{}\"", name.trim()), Standing::Author));
        }
    }
    found
}

/// Whether a capital stands there that no beginning of a sentence explains.
fn is_capital(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end().chars().next_back();
    let begins = before.is_none_or(|before| matches!(before, '.' | '!' | '?' | ':' | '…' | '«' | '"' | '“' | '\n'));
    !begins && text[at..].chars().next().is_some_and(char::is_uppercase)
}
