//! What a list of words is looked up by: each word, each two side by side, and the beginnings of both.

use crate::token::{Mark, scan};

/// A form of a folded text: `late`, `no_answer`.
#[derive(Clone, Copy)]
pub(crate) enum Form<'f> {
    /// A whole word, or two.
    Whole(&'f str),
    /// The beginning of a word in so many letters, or a word and the beginning of the next.
    Begun(&'f str),
}

/// Fewer bytes are no beginning.
const SHORT: usize = 3;

/// Calls `each` with every form of a text. Handles have none.
pub(crate) fn forms(text: &str, mut each: impl FnMut(Form<'_>)) {
    let mut before = String::new();
    scan(text, |token, word| {
        if token.mark == Mark::Handle {
            return;
        }
        let pair = if before.is_empty() { String::new() } else { format!("{before}_{word}") };
        each(Form::Whole(word));
        each(Form::Whole(&pair));
        for end in word.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| *end >= SHORT) {
            each(Form::Begun(&word[..end]));
            each(Form::Begun(pair.get(..pair.len().saturating_sub(word.len() - end)).unwrap_or("")));
        }
        word.clone_into(&mut before);
    });
}
