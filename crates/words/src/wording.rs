//! What the wording check of a reply finds, in sentences: what, why it matters, how to mend it.

use crate::plan::Told;
use crate::{Arg, Words};
use text::wording::Finding;

/// Tells a finding. Its words are shown beside it.
pub fn finding(words: &Words, found: &Finding) -> Told {
    let id = format!("wording-{}", found.rule.code());
    let args: Vec<(&str, Arg<'_>)> = found.number.iter().map(|n| ("number", i64::from(*n).into())).collect();
    Told {
        what: words.tell(&id, &args),
        why: words.tell(&format!("{id}-why"), &args),
        fix: words.tell(&format!("{id}-fix"), &args),
    }
}

/// What a finding says, with the words it is about, and that they stand in the subject of a letter where they do.
pub fn cited(words: &Words, told: &Told, quoted: &[String], in_subject: bool) -> String {
    let mut what = told.what.clone();
    if !quoted.is_empty() {
        let said = quoted.iter().map(String::as_str).collect::<Vec<_>>().join(" … ");
        what = words.tell("draft-cites", &[("what", what.into()), ("said", said.into())]);
    }
    if in_subject { words.name("draft-in-subject", &what) } else { what }
}
