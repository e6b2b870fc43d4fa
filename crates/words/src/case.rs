//! What verifying a case's folder found, in sentences.

use crate::Words;
use domain::case::{Broken, Flaw, ManifestFlaw, TextFlaw, Unproven};

/// Where a folder does not hold, and why.
pub fn broken(words: &Words, broken: &Broken) -> String {
    let record = |id: &str, number: u32| words.tell(id, &[("number", i64::from(number).into())]);
    match broken {
        Broken::Record { number, flaw: why } => words
            .tell("case-broken-record", &[("number", i64::from(*number).into()), ("why", flaw(words, *why).into())]),
        Broken::Missing(number) => record("case-broken-missing", *number),
        Broken::Added(number) => record("case-broken-added", *number),
        Broken::Head(number) => record("case-broken-head", *number),
        Broken::Earlier(number) => record("case-broken-earlier", *number),
        Broken::OtherKey(key) => words.tell("case-broken-other-key", &[("key", key.as_str().into())]),
        Broken::Manifest(why) => words.tell("case-broken-manifest", &[("why", manifest(words, *why).into())]),
        Broken::Text { line, why } => {
            let line = i64::try_from(*line).unwrap_or(i64::MAX);
            words.tell("case-broken-text", &[("line", line.into()), ("why", text(words, *why).into())])
        }
        Broken::Captured(name) => words.tell("case-broken-capture", &[("name", name.as_str().into())]),
    }
}

fn flaw(words: &Words, flaw: Flaw) -> String {
    words.say(match flaw {
        Flaw::Unreadable => "case-flaw-unreadable",
        Flaw::Number(number) => return words.tell("case-flaw-number", &[("number", i64::from(number).into())]),
        Flaw::Order => "case-flaw-order",
        Flaw::Changed => "case-flaw-changed",
        Flaw::Name => "case-flaw-name",
    })
}

fn manifest(words: &Words, flaw: ManifestFlaw) -> String {
    words.say(match flaw {
        ManifestFlaw::Cut => "case-manifest-cut",
        ManifestFlaw::Unreadable => "case-manifest-unreadable",
        ManifestFlaw::Newer => "case-manifest-newer",
        ManifestFlaw::Key => "case-manifest-key",
        ManifestFlaw::Signature => "case-manifest-signature",
    })
}

fn text(words: &Words, flaw: TextFlaw) -> String {
    words.say(match flaw {
        TextFlaw::Unreadable => "case-text-unreadable",
        TextFlaw::Salt => "case-text-salt",
        TextFlaw::Changed => "case-text-changed",
        TextFlaw::Unnamed => "case-text-unnamed",
        TextFlaw::Twice => "case-text-twice",
    })
}

/// What a folder that holds does not prove.
pub fn unproven(words: &Words, unproven: Unproven) -> String {
    words.say(match unproven {
        Unproven::Origin => "case-unproven-origin",
        Unproven::After(number) => {
            return words.tell("case-unproven-after", &[("number", i64::from(number).into())]);
        }
        Unproven::ReMadeBySigner => "case-unproven-signer",
    })
}
