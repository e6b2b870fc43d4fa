//! Mastodon and the servers that speak like it: a hashtag or a public timeline, by REST and by stream.

mod cursor;
mod event;
mod rest;
mod socket;
mod status;
mod stream;

pub use rest::{Poll, poll, test};
pub use stream::{StreamEvent, StreamOptions, stream};

use crate::http::{Allow, Client, Error as HttpError, Request, Response};
use serde::Deserialize;
use std::fmt;
use url::Url;

/// What a source of this kind is set to, as its JSON.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The server: `https://mastodon.example`.
    pub server: Url,
    /// What is listened to.
    pub timeline: Timeline,
    /// A user's access token; streams need one.
    #[serde(default)]
    pub token: Option<Token>,
    /// Internal places that may be reached although they are private.
    #[serde(default)]
    pub allow: Vec<String>,
    /// Whether to listen to the stream beside asking.
    #[serde(default)]
    pub streaming: bool,
    /// Where the stream is, for servers that keep it on another host: only a host named here or in `server` gets the token.
    #[serde(default)]
    pub streaming_server: Option<Url>,
    /// Which posts are kept, for whoever stores them: `all`, or only those that `matched`.
    #[serde(default)]
    pub keep: Option<String>,
    /// How to listen to the stream; server-sent events first, then WebSocket, unless told.
    #[serde(default)]
    pub transport: Option<Transport>,
}

/// What is listened to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeline {
    /// Everything the server knows.
    Public,
    /// One hashtag, without `#`.
    Tag(String),
}

/// How a stream is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// Server-sent events.
    Sse,
    /// WebSocket.
    WebSocket,
}

/// An access token; never shown.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Settings {
    /// Reads a source's settings; the message says what to correct.
    pub fn parse(json: &str) -> Result<Self, String> {
        let settings: Self = serde_json::from_str(json).map_err(|e| format!("the settings cannot be read: {e}"))?;
        for url in [Some(&settings.server), settings.streaming_server.as_ref()].into_iter().flatten() {
            if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
                return Err("the server is no http or https address: write it as https://mastodon.example".into());
            }
        }
        if let Timeline::Tag(tag) = &settings.timeline
            && (tag.is_empty() || tag.chars().any(|c| c.is_whitespace() || matches!(c, '#' | '/' | '?')))
        {
            return Err("the tag must be one word without #".into());
        }
        Ok(settings)
    }

    fn host(&self) -> &str {
        self.server.host_str().unwrap_or_default()
    }

    /// An address on the server; `segments` are escaped.
    fn address(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        address(&self.server, segments, query)
    }

    fn timeline_address(&self, query: &[(&str, &str)]) -> Url {
        match &self.timeline {
            Timeline::Public => self.address(&["api", "v1", "timelines", "public"], query),
            Timeline::Tag(tag) => self.address(&["api", "v1", "timelines", "tag", tag], query),
        }
    }

    fn request(&self, url: &Url) -> Result<Request, HttpError> {
        let request = Request::get(url.as_str())?.allow(&Allow::parse(&self.allow)?);
        match &self.token {
            Some(token) => request.bearer(&token.0),
            None => Ok(request),
        }
    }

    async fn fetch(&self, client: &Client, url: &Url) -> Result<Response, HttpError> {
        client.fetch(&self.request(url)?).await
    }
}

fn address(server: &Url, segments: &[&str], query: &[(&str, &str)]) -> Url {
    let mut url = server.clone();
    url.set_query(None);
    url.set_fragment(None);
    if let Ok(mut path) = url.path_segments_mut() {
        path.clear().extend(segments);
    }
    if !query.is_empty() {
        url.query_pairs_mut().extend_pairs(query);
    }
    url
}
