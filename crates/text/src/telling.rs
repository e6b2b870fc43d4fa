//! The words that stand out in some texts beside what is usual.
//!
//! Each word's share of the texts is held against its share of the usual ones by the log-odds ratio over its standard error (Monroe,
//! Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008), with half a text added to every count. So "the" stands out
//! nowhere, in no language, once many usual texts are known. While they are few, a word like "une" may by chance not have been heard yet: the
//! words that every text of a language is built with tell nothing in a text of that language ([`Particles`]).

mod particles;

use crate::token::{Mark, scan};
use particles::Particles;
use std::collections::BTreeMap;

/// Words of fewer letters tell nothing.
const SHORT: usize = 3;
/// A word must stand in so many of the texts.
const FEW: usize = 3;
/// And in one of so many.
const SELDOM: usize = 20;
/// How many standard errors above the usual; and where fewer than `YOUNG` usual texts are known: half a text of smoothing keeps a word that was
/// never heard below the first then, however many say it now.
const ABOVE: f64 = 2.5;
const ABOVE_YOUNG: f64 = 2.0;
const YOUNG: usize = 60;
/// And in so many times the usual share of the texts.
const TIMES: usize = 2;

/// The words that stand out, as they are written most often, the most telling first; `most` at most. Each text counts a word once.
/// Handles and numbers are no words. The same texts in another order give the same words.
pub fn telling(texts: &[&str], usual: &[&str], most: usize) -> Vec<String> {
    let (now, before) = (count(texts), count(usual));
    let least = FEW.max(texts.len() / SELDOM);
    let odds = |with: usize, all: usize| ((with as f64 + 0.5) / ((all - with) as f64 + 0.5)).ln();
    let error = |with: usize| 1.0 / (with as f64 + 0.5);
    let above = if usual.len() < YOUNG { ABOVE_YOUNG } else { ABOVE };
    let mut found: Vec<(f64, &String, &Spellings)> = Vec::new();
    for (word, spellings) in &now {
        let (here, there) = (total(spellings), before.get(word).map_or(0, total));
        if here < least || here * usual.len() < TIMES * there * texts.len() {
            continue;
        }
        let score = (odds(here, texts.len()) - odds(there, usual.len())) / (error(here) + error(there)).sqrt();
        if score >= above {
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
    let particles = Particles::new();
    let mut all: BTreeMap<String, Spellings> = BTreeMap::new();
    for text in texts {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        scan(text, |token, folded| {
            if token.mark != Mark::Handle && folded.chars().any(char::is_alphabetic) {
                let written = &text[token.start as usize..token.end as usize];
                let written = written.trim_start_matches('#').to_lowercase();
                seen.entry(folded.to_owned()).or_insert(written);
            }
        });
        let particles = particles.of(seen.keys().map(String::as_str));
        for (folded, written) in seen {
            if folded.chars().count() >= SHORT && !particles.contains(&folded.as_str()) {
                *all.entry(folded).or_default().entry(written).or_default() += 1;
            }
        }
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
        assert_eq!(telling(&storm, &usual, 8), ["verre", "hôpital", "appelle", "confirme", "fils", "morceau"]);
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
    fn a_particle_that_was_not_heard_yet_does_not_and_a_word_that_was_never_heard_does() {
        // What is said in each language, twelve usual texts without the articles that the storm has, and what is to stand out.
        let table = [
            (
                [
                    "J’ai trouvé une vis dans une baguette",
                    "Une vis, dans une baguette, sans excuse",
                    "encore une vis : honteux",
                ],
                ["Très bon pain", "Bonne baguette ce matin", "Accueil aimable, bon café"],
                "vis",
            ),
            (
                [
                    "There was a screw in the bread with the jam",
                    "the screw in the bread",
                    "and there is that screw again",
                ],
                ["Lovely bread today", "Good coffee, nice jam", "Kind people"],
                "screw",
            ),
            (
                [
                    "Er zat een schroef in het brood van mijn zoon",
                    "een schroef in het brood",
                    "die schroef zat er gewoon in",
                ],
                ["Lekker brood", "Goede koffie vandaag", "Aardige mensen"],
                "schroef",
            ),
            (
                ["Der siet in skroef yn it brea fan myn soan", "in skroef yn it brea", "dy skroef siet der gewoan yn"],
                ["Lekker brea", "Goede kofje hjoed", "Aardige minsken"],
                "skroef",
            ),
        ];
        for (storm, usual, word) in table {
            let told = telling(&storm.repeat(4), &usual.repeat(4), 8);
            assert_eq!(told.first().map(String::as_str), Some(word), "{told:?}");
            let particles = ["une", "dans", "the", "there", "een", "het", "der", "fan"];
            assert!(!told.iter().any(|word| particles.contains(&word.as_str())), "{told:?}");
        }
        // In half of twelve texts a word that nobody said in ten tells something.
        let half: Vec<&str> = ["du verre partout", "je reviens demain"].repeat(6);
        assert!(telling(&half, &["bon accueil"; 10], 8).contains(&"verre".to_owned()));
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
