//! Why a message did not arrive, or perhaps did not.

use crate::Words;
use domain::target::{Reason, Why};

/// In a sentence, what was said behind it as it was said.
pub fn reason(words: &Words, reason: &Reason) -> String {
    let host = if reason.host.is_empty() { words.say("refusal-there") } else { reason.host.clone() };
    let what = words.name(message(reason.why), &host);
    match reason.said.as_str() {
        "" => what,
        said => words.tell("refusal-said", &[("what", what.into()), ("said", said.into())]),
    }
}

/// The same of what is kept; what was kept before reasons had kinds is shown as it is.
pub fn kept(words: &Words, kept: &str) -> String {
    Reason::read(kept).map_or_else(|| kept.to_owned(), |known| reason(words, &known))
}

fn message(why: Why) -> &'static str {
    match why {
        Why::Sandbox => "refusal-sandbox",
        Why::Late => "refusal-late",
        Why::NoMailer => "refusal-no-mailer",
        Why::NoKey => "refusal-no-key",
        Why::Settings => "refusal-settings",
        Why::Gone => "refusal-gone",
        Why::TooLong => "refusal-too-long",
        Why::Stopped => "refusal-stopped",
        Why::Inside => "refusal-inside",
        Why::NoHost => "refusal-no-host",
        Why::NoConnection => "refusal-no-connection",
        Why::Insecure => "refusal-insecure",
        Why::Slow => "refusal-slow",
        Why::NotBegun => "refusal-not-begun",
        Why::Moved => "refusal-moved",
        Why::Login => "refusal-login",
        Why::NoSuch => "refusal-no-such",
        Why::Busy => "refusal-busy",
        Why::Broken => "refusal-broken",
        Why::Refused => "refusal-refused",
        Why::Unclear => "refusal-unclear",
    }
}
