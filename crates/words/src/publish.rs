//! Why a tool did not say or do what was asked.

use crate::Words;
use domain::publish::{Reason, Why};

/// In a sentence, what was said behind it as it was said.
pub fn reason(words: &Words, reason: &Reason) -> String {
    let host = if reason.host.is_empty() { words.say("refusal-there") } else { reason.host.clone() };
    let what = match message(reason.why) {
        Some(message) => words.name(message, &host),
        None => return reason.plain.clone(),
    };
    match reason.said.as_str() {
        "" => what,
        said => words.tell("refusal-said", &[("what", what.into()), ("said", said.into())]),
    }
}

/// The same of what is kept; what was kept before reasons had kinds is shown as it is.
pub fn kept(words: &Words, kept: &str) -> String {
    reason(words, &Reason::read(kept))
}

fn message(why: Why) -> Option<&'static str> {
    Some(match why {
        Why::Token => "publish-token",
        Why::Scope => "publish-scope",
        Why::Busy => "publish-busy",
        Why::Slow => "publish-slow",
        Why::Network => "publish-network",
        Why::Moved => "publish-moved",
        Why::Refused => "publish-refused",
        Why::Unreadable => "publish-unreadable",
        Why::Sandbox => "refusal-sandbox",
        Why::Unsaid => "publish-unsaid",
        Why::Channel => "publish-channel",
        Why::Off => "publish-off",
        Why::Other => "publish-other",
        Why::Settings => "publish-settings",
        Why::Else => return None,
    })
}
