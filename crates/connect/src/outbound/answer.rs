//! What an answer over http says of a message.

use super::one_line;
use crate::http::{Error, Response};
use domain::target::Outcome;
use jiff::{SignedDuration, Timestamp};
use url::Url;

/// The longest wait that is kept.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// Reads an answer. `forever` are the statuses after which this target takes this message at no time; `said` finds the words of
/// a refusal in the body, and none that could hold a secret.
pub(super) fn judge(
    answer: Result<Response, Error>,
    now: Timestamp,
    forever: &[u16],
    receipt: impl Fn(&Response) -> Option<String>,
    said: impl Fn(&Response) -> Option<String>,
) -> Outcome {
    let response = match answer {
        Ok(response) => response,
        Err(error) if error.may_have_arrived() => return Outcome::Unknown { reason: error.to_string() },
        Err(error) => return super::refused(error),
    };
    let host = host(&response.final_url);
    let status = response.status;
    match status {
        200..=299 => Outcome::Sent { receipt: receipt(&response).map(|r| short(&r)).filter(|r| !r.is_empty()) },
        // A gateway passed it on and lost sight of it.
        502 | 504 => Outcome::Unknown { reason: format!("{host} passed it on and got no answer (status {status})") },
        300..=399 => Outcome::Refused {
            reason: format!(
                "{host} sends us on to another address (status {status}): enter the address that it has now"
            ),
            forever: false,
            retry_after: None,
        },
        _ => {
            let said = said(&response).map(|s| format!(": {}", short(&s))).unwrap_or_default();
            let wait = response.retry_after().and_then(|r| SignedDuration::try_from(r.wait(now)).ok());
            Outcome::Refused {
                reason: format!("{host} refused it (status {status}{said})"),
                forever: forever.contains(&status),
                retry_after: wait.map(|w| w.min(LONGEST_WAIT)),
            }
        }
    }
}

/// What a target says of itself, in one short line.
pub(crate) fn short(text: &str) -> String {
    one_line(text).chars().take(200).collect()
}

/// The host of an address, with its port where that is no usual one.
pub(crate) fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// An http or https address with a host, and without a name and password in it.
pub(crate) fn web_address(address: &str) -> Result<Url, String> {
    let url = Url::parse(address.trim()).map_err(|e| format!("is no address: {e}"))?;
    match url.scheme() {
        "http" | "https" if url.username().is_empty() && url.password().is_none() => Ok(url),
        "http" | "https" => Err("holds a name or password: leave them out of the address".to_owned()),
        _ => Err("must begin with https:// or http://".to_owned()),
    }
}
