//! How often a word is to be expected in posts: from its form at first, from posts once some were seen.

use crate::ast::{Step, Wanted};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The cost of a word that stands in nearly every post.
const EVERYWHERE: u64 = 1_000_000;
/// Posts to have seen before counts are trusted.
const ENOUGH: u64 = 1_000;
const BUCKETS: usize = 1 << 16;

/// Counts of words in posts seen, by hash; words that share a bucket look more frequent than they are, which only costs time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frequencies {
    buckets: Vec<u32>,
    posts: u64,
}

impl Frequencies {
    pub(crate) fn count(&mut self, text: &str) {
        self.buckets.resize(BUCKETS, 0);
        self.posts += 1;
        text::token::scan(text, |token, _| {
            let bucket = &mut self.buckets[token.hash as usize % BUCKETS];
            *bucket = bucket.saturating_add(1);
        });
    }

    /// Expected posts with this step, in a million.
    pub(crate) fn cost(&self, step: &Step) -> u64 {
        if self.posts < ENOUGH || step.prefix {
            return expected(step);
        }
        let count = u64::from(self.buckets[text::token::hash(&step.text) as usize % BUCKETS]);
        (count + 1).saturating_mul(EVERYWHERE) / self.posts
    }
}

/// What the form of a word lets expect.
fn expected(step: &Step) -> u64 {
    if step.wanted == Wanted::Any && !step.prefix && is_common(&step.text) {
        return EVERYWHERE;
    }
    let by_length = match step.text.chars().count() {
        0 | 1 => 200_000,
        2 => 60_000,
        3 => 10_000,
        4 => 4_000,
        5 => 2_000,
        6 => 1_200,
        7 => 800,
        _ => 500,
    };
    let number = if step.text.bytes().all(|b| b.is_ascii_digit()) { 4 } else { 1 };
    let marked = if step.wanted == Wanted::Any { 1 } else { 10 };
    by_length * number * if step.prefix { 20 } else { 1 } / marked
}

/// Whether a folded word says nothing by itself: articles, pronouns, prepositions, auxiliaries of the languages read.
pub(crate) fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_ascii_whitespace().collect());
    WORDS.contains(word)
}

const COMMON: &str = "\
    a ai ainsi alors apres as au aussi autre aux avant avec avez avoir avons bien bon c ca car ce cela ces cet cette ceux chez ci \
    comme d dans de depuis des deux dit donc du elle elles en encore entre es est et etait ete etre eu eux fait faire faut fois font \
    il ils j je jour jusqu l la le les leur leurs lui m ma mais me meme merci mes moi moins mon n ne ni non nos notre nous on ont ou \
    par parce pas peu peut plus pour pourquoi qu quand que quel quelle qui quoi rien s sa sans se ses si son sont sous sur t ta tes \
    toi ton tous tout toute toutes tres tu un une va vers vos votre vous y \
    about after all also am an and any are at be because been before being but by can could did do does don for from get had has \
    have he her here him his how i if in into is it its just like me more most my no not now of off one only or other our out over \
    she so some such than that the their them then there these they this those to too up us very was we were what when where which \
    who why will with would you your \
    aan al alle als bij dan dat den der deze die dit doch door dus een eens er gaan geen goed had heb heeft hem het hier hij hoe \
    hun iets ik is ja jij jou jullie kan kunnen maar meer men met mij mijn moet na naar naast niet niets nog nu of om omdat ons ook \
    op over te tegen toch toen tot uit van veel voor want waren was wat we wel werd wie wij wil worden zal ze zelf zich zij zijn zo \
    zonder zou \
    dy dyn fan foar gjin hat hawwe hja hy ik it jim jo ju kin mei mar my net ek oan oer sa se sil sin sy troch ut us wa wat wer \
    wie wy yn \
    aber auf auch aus bei bin bis da das dem der des die du ein eine er es fur haben hat ich ihr im ist kann mein mit nach nicht \
    noch nur oder schon sehr sein sich sie sind so um und uns vom von vor wie wir wird zu zum zur \
    com con del el https los las nl os para por que rt um uma una una via www";
