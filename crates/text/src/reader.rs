//! The reader: one text in, one reading out.

use crate::fingerprint::fingerprint;
use crate::grave::{Finder, Grave, OwnNames};
use crate::identify::LanguageModel;
use crate::kind::kind;
use crate::lexicon::Lexicon;
use crate::model::ModelError;
use crate::script::start;
use crate::sentiment::PolarityModel;
use crate::words::{Sort, Words};
use crate::{Kind, Language, Polarity, token};

/// The version of the reader: readings of another version are not compared with its own.
pub const READER: &str = "5";

/// Of a text, so many bytes are read; a post is far shorter.
pub const LONGEST: usize = 32 * 1024;

/// What the reader says of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its language.
    pub lang: Language,
    /// What is most probable; neutral where nothing is.
    pub polarity: Polarity,
    /// Probabilities of negative, neutral, positive, in thousandths; they sum to 1000.
    pub p: [u16; 3],
    /// Statement, question or complaint.
    pub kind: Kind,
    /// Near copies share it but for a few bits ([`crate::near`]); 0 for a text without words.
    pub fingerprint: u64,
    /// What makes it grave, if anything.
    pub grave: Option<Grave>,
}

/// Reads texts. Made once, shared by all threads.
#[derive(Debug)]
pub struct Reader {
    language: LanguageModel,
    polarity: PolarityModel,
    lexicon: Lexicon,
    finder: Finder,
}

impl Reader {
    /// The reader with the models of this version.
    pub fn new() -> Result<Self, ModelError> {
        Self::of(
            include_bytes!("../models/language.bin"),
            include_bytes!("../models/polarity.bin"),
            include_bytes!("../models/lexicon.bin"),
        )
    }

    /// A reader of other model files.
    pub fn of(language: &[u8], polarity: &[u8], lexicon: &[u8]) -> Result<Self, ModelError> {
        Ok(Self {
            language: LanguageModel::decode(language)?,
            polarity: PolarityModel::decode(polarity)?,
            lexicon: Lexicon::decode(lexicon)?,
            finder: Finder::new(),
        })
    }

    /// The language of a text.
    pub(crate) fn language(&self, text: &str) -> Language {
        self.language.language(text)
    }

    /// The fingerprint of a text.
    pub(crate) fn fingerprint(&self, text: &str) -> u64 {
        fingerprint(&Words::cut(&token::fold(text)))
    }

    /// Reads one text.
    pub fn read(&self, text: &str) -> Reading {
        let text = start(text, LONGEST);
        let words = Words::cut(&token::fold(text));
        let lang = self.language.language(text);
        let p = if words.words.iter().any(|word| word.sort != Sort::Address) {
            let scores = self.polarity.scores_of(text, &words, lang, &self.lexicon);
            thousandths(self.polarity.probabilities(scores))
        } else {
            // Nothing to go by.
            [333, 334, 333]
        };
        let polarity = most_probable(p);
        let kind = kind(&words, lang, polarity, self.lexicon.marks());
        let grave = self.finder.find(text, lang, &OwnNames::default());
        Reading { lang, polarity, p, kind, fingerprint: fingerprint(&words), grave }
    }

    /// What makes a text grave that was read as one in `lang`, where these names say nothing: those of the brand that it is about.
    pub fn grave(&self, text: &str, lang: Language, names: &OwnNames) -> Option<Grave> {
        self.finder.find(start(text, LONGEST), lang, names)
    }
}

/// Rounds to thousandths that sum to 1000: what is left over goes to the largest.
fn thousandths(p: [f32; 3]) -> [u16; 3] {
    let mut rounded = p.map(|p| (p * 1000.0).floor() as u16);
    let mut at = 0;
    for i in 1..3 {
        if p[i] > p[at] {
            at = i;
        }
    }
    let others: u16 = rounded.iter().sum::<u16>() - rounded[at];
    rounded[at] = 1000 - others;
    rounded
}

/// The largest; where two share it, neutral.
fn most_probable([negative, neutral, positive]: [u16; 3]) -> Polarity {
    if negative > neutral && negative > positive {
        Polarity::Negative
    } else if positive > neutral && positive > negative {
        Polarity::Positive
    } else {
        Polarity::Neutral
    }
}
