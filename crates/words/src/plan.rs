//! What the check of a plan finds, in sentences: what, why it matters, how to mend it.

use crate::{Arg, Words};
use domain::plan::{Code, Finding};

/// One finding, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is found, with the word that was probably meant.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub fix: String,
}

/// Tells a finding.
pub fn finding(words: &Words, found: &Finding) -> Told {
    let mut args: Vec<(&str, Arg<'_>)> =
        found.names.iter().map(|(key, name)| (*key, Arg::from(name.as_str()))).collect();
    if found.code == Code::NobodyCanRelease {
        let said = |key: &str| if found.name(key).is_empty() { "no" } else { "yes" };
        args.push(("dated", said("day").into()));
        args.push(("absent", said("missing").into()));
    }
    let id = format!("finding-{}", found.code.code());
    let mut what = words.tell(&id, &args);
    if !found.name("near").is_empty() {
        what = format!("{what} {}", words.name("finding-near", found.name("near")));
    }
    Told { what, why: words.tell(&format!("{id}-why"), &args), fix: words.tell(&format!("{id}-fix"), &args) }
}
