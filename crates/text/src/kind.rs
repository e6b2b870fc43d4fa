//! Tells questions and complaints from statements, by the words of [`crate::marks`].

use crate::marks::{ASKING, FIRST_PERSON, Marks, PURCHASE, REFUND, WAITING};
use crate::words::{Sort, Words};
use crate::{Kind, Language, Polarity};

/// Points of complaint wording from which a text that speaks ill is a complaint.
const COMPLAINT: u32 = 2;

/// The kind of a text.
pub(crate) fn kind(words: &Words, language: Language, polarity: Polarity, marks: &Marks) -> Kind {
    let mut seen = 0;
    let mut asks = words.questions > 0;
    let mut before = None;
    for word in words.words.iter().filter(|word| word.sort == Sort::Word) {
        let mut now = marks.word(word.hash, language);
        if let Some((hash, opens)) = before {
            let pair = marks.pair(hash, word.hash, language);
            asks |= opens && pair & ASKING != 0;
            now |= pair;
        } else {
            asks |= now & ASKING != 0;
        }
        seen |= now;
        before = Some((word.hash, before.is_none()));
    }
    let has = |mark: u8, points: u32| if seen & mark != 0 { points } else { 0 };
    let points = has(FIRST_PERSON, 1) + has(PURCHASE, 1) + has(WAITING, 1) + has(REFUND, 2) + words.handles.min(1);
    let about_service = seen & (PURCHASE | WAITING | REFUND) != 0;
    if polarity == Polarity::Negative && about_service && points >= COMPLAINT {
        Kind::Complaint
    } else if asks {
        Kind::Question
    } else {
        Kind::Statement
    }
}
