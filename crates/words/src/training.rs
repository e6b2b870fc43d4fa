//! The training of staff, in sentences.

use crate::Words;
use crate::company::stretch;
use domain::training::{Answer, Ask, Part, Reflex};

/// A part as a heading.
pub fn part(words: &Words, part: Part) -> String {
    words.say(match part {
        Part::Spot => "training-spot",
        Part::Respond => "training-respond",
        Part::Speak => "training-speak",
    })
}

/// A question.
pub fn ask(words: &Words, ask: &Ask) -> String {
    match ask {
        Ask::Sign(sign) => words.name("training-ask-sign", sign),
        Ask::Safety(title) => words.name("training-ask-safety", title),
        Ask::Tell => words.say("training-ask-tell"),
        Ask::Rule => words.say("training-ask-rule"),
        Ask::Journalist => words.say("training-ask-journalist"),
        Ask::Post => words.say("training-ask-post"),
        Ask::Complain => words.say("training-ask-complain"),
        Ask::Within => words.say("training-ask-within"),
        Ask::First => words.say("training-ask-first"),
    }
}

/// An answer; words of the plan stay as they are.
pub fn answer(words: &Words, answer: &Answer) -> String {
    match answer {
        Answer::Said(text) => text.clone(),
        Answer::Minutes(minutes) => stretch(words, minutes.saturating_mul(60)),
        Answer::Reflex(reflex) => words.say(match reflex {
            Reflex::Nothing => "training-reflex-nothing",
            Reflex::Nobody => "training-reflex-nobody",
            Reflex::Friends => "training-reflex-friends",
            Reflex::Myself => "training-reflex-myself",
            Reflex::HangUp => "training-reflex-hang-up",
            Reflex::OwnAccount => "training-reflex-own-account",
            Reflex::Delete => "training-reflex-delete",
            Reflex::RuleAnswer => "training-reflex-rule-answer",
            Reflex::RuleDelete => "training-reflex-rule-delete",
            Reflex::RuleGuess => "training-reflex-rule-guess",
            Reflex::RuleStars => "training-reflex-rule-stars",
            Reflex::Fault => "training-reflex-fault",
            Reflex::Reassure => "training-reflex-reassure",
            Reflex::Network => "training-reflex-network",
            Reflex::Nowhere => "training-reflex-nowhere",
        }),
    }
}
