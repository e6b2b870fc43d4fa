//! The words that texts are built with, whatever they speak of: articles, pronouns, prepositions, forms of "to be" and "to have".

use std::collections::BTreeSet;

const FRENCH: &str = "
    a ai alors apres as au aucun aussi autre aux avait avant avec avoir bien c car ce cela ces cet cette ceux chez
    comme d dans de depuis des donc dont du elle elles en encore est et etaient etait ete etes etre eu faire fait
    fois font il ils j je jusqu l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on
    ont ou par parce pas peu peut plus pour pourquoi puis qu quand que quel quelle quelqu qui quoi rien s sa sans se
    ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres trop tu un une va vers vient voici
    voila vos votre vous y";
const ENGLISH: &str = "
    a about after again all also am an and any are aren as at be because been before being but by can could did didn
    do does doesn doing don down for from get got had has hasn have haven having he her here him his how i if in
    into is isn it its just ll like me more most much my no nor not now of off on once one only or other our out
    over own re s same she should so some still such t than that the their them then there these they this those
    through to too under until up us ve very was wasn we were what when where which while who why will with would
    you your";
const DUTCH: &str = "
    aan al alle alles als altijd ben bij dan dat de deze die dit doen door dus een eens en er geen had hadden heb
    hebben heeft hem het hier hij hoe hun ik in is ja je jij jullie kan kon maar me meer men met mij mijn na naar
    niet niets nog nooit nu of om omdat ons onze ook op over reeds s t te tegen toch toen tot u uit uw van veel voor
    want waar waren was wat we wel werd weer wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou
    zouden";
const FRISIAN: &str = "
    al alle alles altyd as ast at bin binne by dan dat de der dit doe dochs dus dy dyn efter en er fan foar gjin ha
    had har harren hat hawwe hawn hie hiene him hja hjir hoe hy han ik in is it ja jo jim jimme kin koe krekt lyk
    mar mear mei men my myn nei net neat noch no nea oan oer of om omdat ek op oars ris s sa se sels sil sy syn soe
    soene sunder t te ta tsjin tusken troch us ut wa wat wer wie wiene wier wol wurdt wurde wy yn";

/// The particles of each language that the reader knows well.
pub(super) struct Particles([BTreeSet<&'static str>; 4]);

impl Particles {
    pub(super) fn new() -> Self {
        Self([FRENCH, ENGLISH, DUTCH, FRISIAN].map(|words| words.split_whitespace().collect()))
    }

    /// Of the words of a text, folded, those that are particles of its language: of that whose particles it holds the most of, so that the Dutch
    /// "mes" is a knife and the French one is not; of all where none is ahead.
    pub(super) fn of<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Vec<&'static str> {
        let found = self
            .0
            .each_ref()
            .map(|known| -> Vec<&'static str> { words.clone().filter_map(|word| known.get(word).copied()).collect() });
        let most = found.iter().map(Vec::len).max().unwrap_or(0);
        found.into_iter().filter(|of| of.len() == most).flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_written_as_words_are_compared() {
        for words in [FRENCH, ENGLISH, DUTCH, FRISIAN] {
            assert_eq!(crate::token::fold(words), words, "folded");
        }
    }

    #[test]
    fn a_word_is_a_particle_in_its_own_language_only() {
        let of = |text: &str| -> Vec<&'static str> { Particles::new().of(text.split(' ')) };
        assert!(!of("hij stak hem met een mes in de bakkerij").contains(&"mes"));
        assert!(of("mes enfants ont eu du pain avec une vis").contains(&"mes"));
        assert!(!of("they die of the bread in this town").contains(&"die"));
    }
}
