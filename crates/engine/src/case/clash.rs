//! Held posts that clash with their case: they use words that it is about, tell of harm, or speak of its cause. Each with the words that say so; nothing is
//! hidden or decided by it.

use super::check::reader;
use super::{Room, room};
use crate::EngineError;
use crate::world::World;
use domain::case::event::{FactStatus, Origin};
use domain::case::state::Fact;
use domain::id::{CaseId, OrganisationId, ScheduledId};
use domain::marketing::State;
use domain::plan::Plan;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use store::ScheduledRow;
use text::{Cause, Causes, Language};

/// Words with fewer letters are not compared.
const SHORT: usize = 5;
/// Words that are told of one post.
const MOST: usize = 12;
/// Words so usual that two texts share them whatever they are about, folded, in the four languages.
const USUAL: &str = "about after again along apres assez aucun aussi autre autres avant avoir avons because before being below between beaucoup cette \
    celle celui chaque chose comme comment could dans depuis dernier derniere deux donc encore entre estre etait etaient etant etre every faire first \
    fois found from given haben hadden hawwe having heeft hebben hetzelfde hours hommes jamais jours juste leurs lorsque maintenant mandag maar malgre \
    meer mieux moins never niemand nimmen nothing notre nous nouveau nouvelle nooit other others pendant peut personne personnes people please plusieurs \
    pouvez pouvoir prend produit quand quelque quelques quoique really right sauf should since some somebody souvent still stijds sunder their there \
    these thing things those three through today toujours toutes trois under until venez votre waren weder welke werden where which while whole wordt \
    worden would years your zonder zullen";

/// What a case is about.
#[derive(Clone, Debug, Default)]
pub struct About {
    words: BTreeSet<String>,
    cause: Option<Cause>,
}

impl About {
    /// Of a case: its scenario in the plan, the facts on its board, what the caller said; without the names of the brand.
    pub fn of(room: &Room, plan: &Plan, brand: &str) -> Self {
        let scenario = room.state.course.scenario.as_deref().and_then(|id| plan.scenario(id)).map(|item| &item.body);
        let mut texts: Vec<&str> =
            scenario.into_iter().flat_map(|it| it.signs.iter().chain([&it.title])).map(String::as_str).collect();
        texts.extend(room.state.facts.values().filter(|fact| is_told(fact)).filter_map(|fact| room.text(fact.text)));
        if let Some(Origin::Call(said)) = room.state.opening.as_ref().map(|opening| &opening.origin) {
            texts.extend(room.text(*said));
        }
        let cause = scenario.and_then(|it| it.cause.as_ref()).map(|cause| cause.value);
        Self::said(&texts, brand, cause)
    }

    fn said(texts: &[&str], brand: &str, cause: Option<Cause>) -> Self {
        let mut skipped: BTreeSet<String> = USUAL.split_whitespace().map(|word| stem(word).to_owned()).collect();
        text::token::scan(brand, |_, folded| {
            skipped.insert(stem(folded).to_owned());
        });
        let mut words = BTreeSet::new();
        for text in texts {
            text::token::scan(text, |_, folded| {
                let word = stem(folded);
                if folded.chars().count() >= SHORT
                    && !skipped.contains(word)
                    && !folded.chars().any(|c| c.is_ascii_digit())
                {
                    words.insert(word.to_owned());
                }
            });
        }
        Self { words, cause }
    }

    /// The words by which a text clashes with the case, as the text has them, each once; none where it does not.
    ///
    /// # Errors
    /// The reader's models.
    pub fn clashes(&self, text: &str, language: Option<&str>) -> Result<Vec<String>, EngineError> {
        let mut found: Vec<String> = Vec::new();
        let mut tell = |word: &str| {
            if !found.iter().any(|known| stem(&text::token::fold(known)) == stem(&text::token::fold(word))) {
                found.push(word.to_owned());
            }
        };
        text::token::scan(text, |token, folded| {
            if self.words.contains(stem(folded))
                && let Some(word) = text.get(token.start as usize..token.end as usize)
            {
                tell(word);
            }
        });
        let reading = reader()?.read(text);
        if let Some(grave) = &reading.grave {
            grave.words(text).for_each(&mut tell);
        }
        let language = language.and_then(Language::from_code).unwrap_or(reading.lang);
        let hints = self.cause.map(|_| causes().hints(text, language)).unwrap_or_default();
        hints
            .iter()
            .filter(|hint| Some(hint.cause) == self.cause)
            .flat_map(|hint| &hint.words)
            .for_each(|word| tell(word));
        found.truncate(MOST);
        Ok(found)
    }
}

/// Whether a fact's words may be told of: what cannot be said is not, whatever stands in a post.
fn is_told(fact: &Fact) -> bool {
    !fact.retracted && fact.status != FactStatus::CannotSay
}

/// The lexicon is read once.
fn causes() -> &'static Causes {
    static CAUSES: OnceLock<Causes> = OnceLock::new();
    CAUSES.get_or_init(Causes::new)
}

/// A word without the ending of its plural.
fn stem(folded: &str) -> &str {
    folded.trim_end_matches(['s', 'x'])
}

/// Of those posts, the ones that are held and clash with the case that holds them, each with the words that say so.
///
/// # Errors
/// The store's.
pub async fn clashing(
    world: &World,
    organisation: OrganisationId,
    posts: &[ScheduledRow],
) -> Result<BTreeMap<ScheduledId, Vec<String>>, EngineError> {
    let mut cases: BTreeMap<CaseId, About> = BTreeMap::new();
    let mut all = BTreeMap::new();
    for post in posts.iter().filter(|post| matches!(post.state, State::Held | State::Holding)) {
        let Some(case) = post.holder else { continue };
        if let Entry::Vacant(free) = cases.entry(case) {
            let open = room(world, organisation, case).await?;
            let brand = world.store.brand(organisation, open.file.brand).await?.name;
            let plan = crate::plan::said(world, organisation).await?.unwrap_or_default();
            free.insert(About::of(&open, &plan, &brand));
        }
        let words = cases[&case].clashes(&post.text, post.language.as_deref())?;
        if !words.is_empty() {
            all.insert(post.id, words);
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_clashes_by_the_cases_words_by_harm_and_by_its_cause() {
        let facts =
            ["On a trouvé du verre dans deux galettes de la Boulangerie Martin.", "Nous avons rappelé le lot 4512."];
        let about = About::said(&facts, "Boulangerie Martin", Some(Cause::Safety));
        let told = |text: &str| about.clashes(text, Some("fr")).unwrap();
        assert_eq!(told("Ce samedi, la GALETTE est à six euros, et les galettes à emporter aussi."), ["GALETTE"]);
        assert_eq!(told("Un lot de verres à pied à gagner !"), ["verres"]);
        assert_eq!(
            told("La Boulangerie Martin vous souhaite une bonne journée, avec deux croissants pour nous."),
            [""; 0]
        );
        assert!(told("Le four fermera à midi.").is_empty());
        let harm = told("Mon fils a été hospitalisé, intoxiqué par votre gâteau.");
        assert!(!harm.is_empty(), "harm is told without a word of the case");
        assert!(About::default().clashes("Brioche !", None).unwrap().is_empty());
    }
}
