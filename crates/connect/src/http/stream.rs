//! A long answer read line by line: server-sent events and the like.

use super::client::describe;
use super::{Error, RetryAfter};
use domain::source::Outcome;
use reqwest::header::HeaderMap;
use std::time::Duration;

/// An answer that goes on. Lines come whole, bounded in length; silence has a time-out.
pub struct Streaming {
    /// The status code; only of a 200 are the lines events.
    pub status: u16,
    pub(super) headers: HeaderMap,
    pub(super) host: String,
    pub(super) response: reqwest::Response,
    pub(super) idle: Duration,
    pub(super) longest: usize,
    pub(super) buffer: Vec<u8>,
    pub(super) searched: usize,
}

impl Streaming {
    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// When the next try is allowed.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        self.header("retry-after").and_then(RetryAfter::parse)
    }

    /// How a source's try ended with this status.
    pub fn outcome(&self) -> Outcome {
        super::response::outcome_of(self.status)
    }

    /// The next line without its end; `None` when the server ended the answer. May be dropped half-way and called again:
    /// nothing is lost.
    pub async fn next_line(&mut self) -> Result<Option<Vec<u8>>, Error> {
        loop {
            if let Some(end) = self.buffer[self.searched..].iter().position(|b| *b == b'\n') {
                let mut line: Vec<u8> = self.buffer.drain(..=self.searched + end).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                self.searched = 0;
                return Ok(Some(line));
            }
            self.searched = self.buffer.len();
            if self.buffer.len() > self.longest {
                return Err(Error::TooBig { host: self.host.clone(), limit: "one line" });
            }
            let piece = match tokio::time::timeout(self.idle, self.response.chunk()).await {
                Err(_) => {
                    return Err(Error::Time { host: self.host.clone(), stage: "silence on an open stream" });
                }
                Ok(Err(error)) => return Err(describe(error, &self.host)),
                Ok(Ok(piece)) => piece,
            };
            match piece {
                Some(piece) => self.buffer.extend_from_slice(&piece),
                None => return Ok(None),
            }
        }
    }
}
