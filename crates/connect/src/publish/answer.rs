//! What a server's answers say.

use crate::http::{Error, Response, RetryAfter};
use domain::publish::{Failed, Reason, Why};
use domain::source::Outcome;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use url::{Url, form_urlencoded};

/// Before the next try, where the server does not say.
pub(in crate::publish) const AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// The longest wait that a server may ask for.
const LONGEST: SignedDuration = SignedDuration::from_hours(1);

/// What no kind names: its sentence says it.
pub(in crate::publish) fn failed(why: String, after: Option<SignedDuration>) -> Failed {
    Failed { why: Reason::new(Why::Else, why), after }
}

/// Of a kind, at a host.
pub(in crate::publish) fn of(why: Why, host: &str, plain: String) -> Failed {
    Failed { why: Reason::new(why, plain).of(host), after: None }
}

/// A request that brought no answer.
pub(in crate::publish) fn unasked(error: &Error, host: &str) -> Failed {
    let outcome = error.outcome();
    let after = matches!(outcome, Outcome::Network | Outcome::TooBig).then_some(AGAIN);
    let why = if outcome == Outcome::Network { Why::Network } else { Why::Else };
    Failed { why: Reason::new(why, error.to_string()).of(host), after }
}

/// An answer that is no yes.
pub(in crate::publish) fn refused(response: &Response, host: &str, now: Timestamp) -> Failed {
    refused_in(said(response).as_deref(), response, host, now)
}

/// An answer that is no yes, in these words of the server.
pub(in crate::publish) fn refused_in(said: Option<&str>, response: &Response, host: &str, now: Timestamp) -> Failed {
    let words = said.map(crate::outbound::answer::short).filter(|said| !said.is_empty()).unwrap_or_default();
    let said = if words.is_empty() { String::new() } else { format!(" ({words})") };
    let (why, plain, after) = match response.status {
        401 => (Why::Token, format!("{host} does not know the token any more{said}: connect the account again"), None),
        403 => {
            (Why::Scope, format!("the token may not do that at {host}{said}: make one that may read and write"), None)
        }
        408 | 425 | 429 | 500..=599 => {
            let plain = format!("{host} asks to try later: status {}{said}", response.status);
            (Why::Busy, plain, Some(wait(response, now)))
        }
        300..=399 => {
            let status = response.status;
            (Why::Moved, format!("{host} sends us on to another address (status {status}): enter that one"), None)
        }
        status => (Why::Refused, format!("{host} refused it: status {status}{said}"), None),
    };
    // A number says more than nothing.
    let words = if words.is_empty() { response.status.to_string() } else { words };
    Failed { why: Reason::new(why, plain).of(host).saying(words), after }
}

/// How long the server asks to wait, within reason.
pub(in crate::publish) fn wait(response: &Response, now: Timestamp) -> SignedDuration {
    let reset = || response.header("x-ratelimit-reset").and_then(RetryAfter::parse);
    let told = response.retry_after().or_else(reset).map(|told| told.wait(now));
    let told = told.and_then(|wait| SignedDuration::try_from(wait).ok()).unwrap_or(AGAIN);
    told.clamp(SignedDuration::from_secs(1), LONGEST)
}

/// What the server says of a refusal, in its own words.
pub(in crate::publish) fn said(response: &Response) -> Option<String> {
    let value: Value = serde_json::from_slice(&response.body).ok()?;
    let words = ["error_description", "error", "msg", "message"];
    words.iter().find_map(|name| value.get(name)?.as_str()).map(str::to_owned)
}

/// A server's words on one line, without what of its address may be a secret: path and query, and the longer pieces of them, as they stand there or
/// decoded, become `…`.
pub(in crate::publish) fn hidden(words: &str, address: &Url) -> String {
    let (path, query) = (address.path(), address.query().unwrap_or_default());
    let parts = path.split('/').chain(query.split(['/', '&', '='])).chain([path.trim_matches('/')]);
    let whole = parts.filter(|part| part.len() >= PIECE).chain([path, query]);
    let decoded = |piece: &str| {
        let value = format!("={}", piece.replace('+', "%2B").replace('&', "%26"));
        form_urlencoded::parse(value.as_bytes()).map(|(_, value)| value.into_owned()).collect::<String>()
    };
    let mut pieces: Vec<String> = whole.flat_map(|piece| [one_line(piece), one_line(&decoded(piece))]).collect();
    pieces.extend(pieces.clone().iter().map(|piece| piece.replace('/', "\\/")));
    pieces.retain(|piece| !matches!(piece.as_str(), "" | "/" | "\\/"));
    // The longest first: none of them may be cut by one that stands in it.
    pieces.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    pieces.iter().fold(one_line(words), |words, piece| without(&words, piece))
}

/// Pieces of an address that are so long may be a secret.
const PIECE: usize = 6;

fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A text without a piece, in whatever case.
fn without(text: &str, piece: &str) -> String {
    // Of the same length, byte by byte.
    let low = text.to_ascii_lowercase();
    let (mut kept, mut from) = (String::new(), 0);
    for (at, found) in low.match_indices(&piece.to_ascii_lowercase()) {
        kept.push_str(text.get(from..at).unwrap_or_default());
        kept.push('…');
        from = at + found.len();
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// A field that holds something: a text, or a number, which older servers write ids as.
pub(in crate::publish) fn text(value: &Value, name: &str) -> Option<String> {
    match value.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A web address; anything else is none.
pub(in crate::publish) fn web(value: &Value, name: &str) -> Option<String> {
    let address = value.get(name)?.as_str()?;
    url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::hidden;
    use url::Url;

    #[test]
    fn no_words_repeat_what_an_address_may_keep_secret() {
        let address = Url::parse("https://n8n.example/webhook/3F2a-secret%20id/ab?token=s3cr3t-t0ken&x=1").unwrap();
        for (words, expected) in [
            ("ok", "ok"),
            (
                r#"The requested webhook "POST 3f2a-secret%20id/ab" is not registered."#,
                r#"The requested … "POST …/ab" is not registered."#,
            ),
            ("Cannot POST /webhook/3F2a-secret%20id/ab?token=s3cr3t-t0ken&x=1", "Cannot POST …?…"),
            ("no\n3f2a-SECRET  id", "no …"),
            (r#"{"at":"\/webhook\/3F2a-secret%20id\/ab"}"#, r#"{"at":"…"}"#),
            ("token S3CR3T-T0KEN is old", "token … is old"),
        ] {
            let said = hidden(words, &address);
            let low = said.to_lowercase();
            assert!(!low.contains("secret") && !low.contains("s3cr3t"), "{said}");
            assert_eq!(said, expected);
        }
        let bare = Url::parse("https://n8n.example/").unwrap();
        assert_eq!(hidden("either / or", &bare), "either / or");
    }
}
