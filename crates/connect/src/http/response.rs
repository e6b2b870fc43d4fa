//! What was answered.

use super::{RetryAfter, http_date};
use domain::source::Outcome;
use jiff::Timestamp;
use reqwest::header::HeaderMap;
use url::Url;

/// An answer, read whole and decompressed.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The body, decompressed.
    pub body: Vec<u8>,
    /// Where it came from, after redirects.
    pub final_url: Url,
    /// The address that the redirects say to use from now on: the end of a chain of permanent ones.
    pub moved_to: Option<Url>,
    pub(super) headers: HeaderMap,
}

impl Response {
    /// A header as text; the first, where it is repeated.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// What time it was over there when it answered (RFC 9110, `Date`).
    pub fn date(&self) -> Option<Timestamp> {
        self.header("date").and_then(http_date)
    }

    /// When the next try is allowed.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        self.header("retry-after").and_then(RetryAfter::parse)
    }

    /// How a source's try ended with this status.
    pub fn outcome(&self) -> Outcome {
        outcome_of(self.status)
    }
}

/// How a source's try ended with a status.
pub(super) fn outcome_of(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::Ok,
        304 => Outcome::NotModified,
        401 | 403 | 407 => Outcome::Auth,
        404 | 410 => Outcome::Gone,
        413 => Outcome::TooBig,
        429 => Outcome::RateLimited,
        408 | 500..=599 => Outcome::Network,
        _ => Outcome::Malformed,
    }
}
