//! What an answer over http says of a message.

use super::one_line;
use crate::http::{Error, Response};
use domain::target::{Outcome, Reason, Why};
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
        Err(error) if error.may_have_arrived() => return Outcome::Unknown { reason: reason(&error) },
        Err(error) => return super::refused(reason(&error)),
    };
    let host = host(&response.final_url);
    let status = response.status;
    match status {
        200..=299 => Outcome::Sent { receipt: receipt(&response).map(|r| short(&r)).filter(|r| !r.is_empty()) },
        // A gateway passed it on and lost sight of it.
        502 | 504 => Outcome::Unknown { reason: Reason::new(Why::Unclear).of(host).saying(status.to_string()) },
        300..=399 => Outcome::Refused {
            reason: Reason::new(Why::Moved).of(host).saying(status.to_string()),
            forever: false,
            retry_after: None,
        },
        _ => {
            let said = said(&response).map(|s| format!(" {}", short(&s))).unwrap_or_default();
            let why = match status {
                401 | 403 => Why::Login,
                404 | 410 => Why::NoSuch,
                429 => Why::Busy,
                500.. => Why::Broken,
                _ => Why::Refused,
            };
            let wait = response.retry_after().and_then(|r| SignedDuration::try_from(r.wait(now)).ok());
            Outcome::Refused {
                reason: Reason::new(why).of(host).saying(format!("{status}{said}")),
                forever: forever.contains(&status),
                retry_after: wait.map(|w| w.min(LONGEST_WAIT)),
            }
        }
    }
}

/// Why a request brought nothing.
pub(super) fn reason(error: &Error) -> Reason {
    let after = error.may_have_arrived();
    let (why, host, said) = match error {
        Error::Address { .. } | Error::Header { .. } | Error::Allow { .. } => (Why::Settings, "", error.to_string()),
        Error::Refused { host, address } => (Why::Inside, host.as_str(), address.clone()),
        Error::Downgrade { host } => (Why::Insecure, host.as_str(), String::new()),
        Error::Redirects(_) => (Why::Moved, "", String::new()),
        Error::Location { host } => (Why::Moved, host.as_str(), String::new()),
        Error::Resolve { host } => (Why::NoHost, host.as_str(), String::new()),
        Error::Time { host, .. } => (if after { Why::Unclear } else { Why::Slow }, host.as_str(), String::new()),
        Error::Unreached { host, reason } => (Why::NoConnection, host.as_str(), reason.clone()),
        Error::Connection { host, reason } => {
            (if after { Why::Unclear } else { Why::NoConnection }, host.as_str(), reason.clone())
        }
        Error::Certificate { host, fault } => (Why::Insecure, host.as_str(), fault.to_string()),
        Error::Certificates(reason) => (Why::Insecure, "", reason.clone()),
        Error::TooBig { host, .. } | Error::Encoding { host, .. } => (Why::Unclear, host.as_str(), String::new()),
    };
    Reason::new(why).of(host).saying(said)
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
