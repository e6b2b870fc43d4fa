//! The words that stand out in some texts beside what is usual.
//!
//! Each word's share of the texts is held against its share of the usual ones by the log-odds ratio over its standard error (Monroe,
//! Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008), with half a text added to every count. So "the" stands out
//! nowhere, in no language and without a list of words, once some usual texts are known.

use crate::token::{Mark, scan};
use std::collections::{BTreeMap, BTreeSet};

/// Words of fewer letters tell nothing.
const SHORT: usize = 3;
/// A word must stand in so many of the texts.
const FEW: usize = 3;
/// And in one of so many.
const SELDOM: usize = 20;
/// How many standard errors above the usual.
const ABOVE: f64 = 2.5;
/// And in so many times the usual share of the texts.
const TIMES: usize = 2;

/// The words that stand out, as they are written most often, the most telling first; `most` at most. Each text counts a word once.
/// Handles and numbers are no words. The same texts in another order give the same words.
pub fn telling(texts: &[&str], usual: &[&str], most: usize) -> Vec<String> {
    let (now, before) = (count(texts), count(usual));
    let least = FEW.max(texts.len() / SELDOM);
    let odds = |with: usize, all: usize| ((with as f64 + 0.5) / ((all - with) as f64 + 0.5)).ln();
    let error = |with: usize| 1.0 / (with as f64 + 0.5);
    let mut found: Vec<(f64, &String, &Spellings)> = Vec::new();
    for (word, spellings) in &now {
        let (here, there) = (total(spellings), before.get(word).map_or(0, total));
        if here < least || here * usual.len() < TIMES * there * texts.len() {
            continue;
        }
        let score = (odds(here, texts.len()) - odds(there, usual.len())) / (error(here) + error(there)).sqrt();
        if score >= ABOVE {
            found.push((score, word, spellings));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    found.truncate(most);
    found.into_iter().filter_map(|(_, _, spellings)| commonest(spellings)).collect()
}

/// How a folded word is written, and by how many texts.
type Spellings = BTreeMap<String, usize>;

fn count(texts: &[&str]) -> BTreeMap<String, Spellings> {
    let mut all: BTreeMap<String, Spellings> = BTreeMap::new();
    for text in texts {
        let mut seen = BTreeSet::new();
        scan(text, |token, folded| {
            let told = token.mark != Mark::Handle
                && folded.chars().count() >= SHORT
                && folded.chars().any(char::is_alphabetic);
            if told && seen.insert(folded.to_owned()) {
                let written = &text[token.start as usize..token.end as usize];
                let written = written.trim_start_matches('#').to_lowercase();
                *all.entry(folded.to_owned()).or_default().entry(written).or_default() += 1;
            }
        });
    }
    all
}

fn total(spellings: &Spellings) -> usize {
    spellings.values().sum()
}

fn commonest(spellings: &Spellings) -> Option<String> {
    let most = spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
    most.map(|(written, _)| written.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORM: [&str; 5] = [
        "Du verre dans le pain de la Boulangerie des Dunes !",
        "verre dans le pain, mon fils à l’hôpital",
        "Un morceau de VERRE dans mon pain, l'hôpital appelle",
        "Du verre dans le pain ? L’hopital confirme",
        "le verre, encore le verre, @dunes où est le patron",
    ];
    const USUAL: [&str; 6] = [
        "Le pain de la Boulangerie des Dunes est le meilleur",
        "Un très bon pain dans le quartier",
        "Le patron de la boulangerie est aimable",
        "Où est le pain dans la vitrine ?",
        "Du bon pain dans une belle boulangerie",
        "Le quartier et le pain",
    ];

    #[test]
    fn what_everybody_says_now_and_nobody_said_before_stands_out() {
        assert_eq!(telling(&STORM, &USUAL, 8), ["verre"]);
        let (storm, usual) = (STORM.repeat(6), USUAL.repeat(6));
        assert_eq!(telling(&storm, &usual, 8), ["verre", "hôpital", "mon"]);
        assert_eq!(telling(&storm, &usual, 2), ["verre", "hôpital"]);
    }

    #[test]
    fn what_is_usual_or_seldom_or_no_word_does_not() {
        assert!(telling(&USUAL, &USUAL, 8).is_empty());
        assert!(telling(&[], &USUAL, 8).is_empty() && telling(&STORM, &[], 8).is_empty());
        let handles = ["@acme 12345 ab #rappel"; 20];
        assert_eq!(telling(&handles, &USUAL.repeat(4), 8), ["rappel"]);
    }

    #[test]
    fn the_order_of_the_texts_changes_nothing() {
        let (mut storm, mut usual) = (STORM.repeat(6), USUAL.repeat(6));
        let told = telling(&storm, &usual, 8);
        storm.reverse();
        usual.reverse();
        assert_eq!(telling(&storm, &usual, 8), told);
    }
}
