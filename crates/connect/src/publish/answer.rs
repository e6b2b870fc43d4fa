//! What a server's answers say.

use crate::http::{Error, Response, RetryAfter};
use domain::publish::Failed;
use domain::source::Outcome;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// Before the next try, where the server does not say.
pub(in crate::publish) const AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// The longest wait that a server may ask for.
const LONGEST: SignedDuration = SignedDuration::from_hours(1);

pub(in crate::publish) fn failed(why: String, after: Option<SignedDuration>) -> Failed {
    Failed { why, after }
}

/// A request that brought no answer.
pub(in crate::publish) fn unasked(error: &Error) -> Failed {
    let after = matches!(error.outcome(), Outcome::Network | Outcome::TooBig).then_some(AGAIN);
    failed(error.to_string(), after)
}

/// An answer that is no yes.
pub(in crate::publish) fn refused(response: &Response, host: &str, now: Timestamp) -> Failed {
    let said = said(response).map(|said| format!(" ({said})")).unwrap_or_default();
    match response.status {
        401 => failed(format!("{host} does not know the token any more{said}: connect the account again"), None),
        403 => failed(format!("the token may not do that at {host}{said}: make one that may read and write"), None),
        408 | 425 | 429 | 500..=599 => {
            let why = format!("{host} asks to try later: status {}{said}", response.status);
            failed(why, Some(wait(response, now)))
        }
        300..=399 => {
            let why = format!("{host} sends us on to another address (status {}): enter that one", response.status);
            failed(why, None)
        }
        status => failed(format!("{host} refused it: status {status}{said}"), None),
    }
}

/// How long the server asks to wait, within reason.
pub(in crate::publish) fn wait(response: &Response, now: Timestamp) -> SignedDuration {
    let reset = || response.header("x-ratelimit-reset").and_then(RetryAfter::parse);
    let told = response.retry_after().or_else(reset).map(|told| told.wait(now));
    let told = told.and_then(|wait| SignedDuration::try_from(wait).ok()).unwrap_or(AGAIN);
    told.clamp(SignedDuration::from_secs(1), LONGEST)
}

/// What the server says of a refusal, in one short line.
pub(in crate::publish) fn said(response: &Response) -> Option<String> {
    let value: Value = serde_json::from_slice(&response.body).ok()?;
    let words = ["error_description", "error", "msg", "message"];
    let said = words.iter().find_map(|name| value.get(name)?.as_str())?;
    Some(crate::outbound::answer::short(said)).filter(|said| !said.is_empty())
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
