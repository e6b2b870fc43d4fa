//! Mastodon and the servers that speak like it (docs.joinmastodon.org, methods *statuses*, *scheduled_statuses*, *search*,
//! *apps*; the same in GoToSocial, Pleroma and Akkoma where they have it).

mod length;
mod post;
mod queue;

pub use length::counted;
pub use queue::put_off;

use super::Account;
use crate::http::{Error, Request, Response};
use crate::inbound::json;
use crate::outbound::House;
use crate::publish::answer::{of, text};
use domain::publish::{Failed, Holder, Length, Why};
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

/// What a server takes where it does not say (Mastodon's own bounds).
pub const USUAL: Length = Length { characters: 500, per_link: 23 };

/// One account at its server.
pub(super) struct Server<'a> {
    pub(super) house: &'a House,
    pub(super) account: &'a Account,
}

impl Server<'_> {
    fn host(&self) -> String {
        crate::outbound::answer::host(&self.account.server)
    }

    /// An address on the server; `segments` are escaped.
    fn address(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        let mut url = self.account.server.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.clear().extend(segments);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Only the server that was named gets the token.
    fn allowed(&self, request: Request) -> Result<Request, Error> {
        request.allow(&self.house.allow).bearer(&self.account.token)
    }

    async fn get(&self, segments: &[&str], query: &[(&str, &str)], now: Timestamp) -> Result<Value, Failed> {
        let response =
            self.ask(segments, query).await.map_err(|error| crate::publish::answer::unasked(&error, &self.host()))?;
        self.read(&response, now)
    }

    async fn ask(&self, segments: &[&str], query: &[(&str, &str)]) -> Result<Response, Error> {
        let request = self.allowed(Request::get(self.address(segments, query).as_str())?)?;
        self.house.client.fetch(&request).await
    }

    /// The JSON of a good answer that the server itself gave.
    fn read(&self, response: &Response, now: Timestamp) -> Result<Value, Failed> {
        let host = self.host();
        if response.final_url.host() != self.account.server.host() {
            let other = crate::outbound::answer::host(&response.final_url);
            return Err(of(Why::Moved, &host, format!("{host} sends us on to {other}: enter that server instead")));
        }
        if !(200..300).contains(&response.status) {
            return Err(crate::publish::answer::refused(response, &host, now));
        }
        json::read(&response.body)
            .map_err(|_| of(Why::Unreadable, &host, format!("the answer of {host} cannot be read")))
    }

    /// Whose token it is, and what it may.
    pub(super) async fn holder(&self, now: Timestamp) -> Result<Holder, Failed> {
        let account = self.get(&["api", "v1", "accounts", "verify_credentials"], &[], now).await?;
        let host = self.host();
        let nameless =
            || of(Why::Unreadable, &host, format!("{host} does not say whose token it is: is it a Mastodon server?"));
        let id = text(&account, "id").ok_or_else(nameless)?;
        let acct = text(&account, "acct").ok_or_else(nameless)?;
        let name = text(&account, "display_name").unwrap_or_else(|| acct.clone());
        Ok(Holder { id, name, scopes: self.scopes(now).await, acct })
    }

    /// What the token may, where the server says it: a list (Mastodon from 4.3), or words.
    async fn scopes(&self, now: Timestamp) -> Option<Vec<String>> {
        let app = self.get(&["api", "v1", "apps", "verify_credentials"], &[], now).await.ok()?;
        let scopes: Vec<String> = match &app["scopes"] {
            Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Value::String(words) => words.split_whitespace().map(str::to_owned).collect(),
            _ => return None,
        };
        Some(scopes)
    }

    /// How long a text may be.
    pub(super) async fn length(&self, now: Timestamp) -> Result<Length, Failed> {
        let instance = match self.get(&["api", "v2", "instance"], &[], now).await {
            Ok(instance) => instance,
            // Before Mastodon 4, and others.
            Err(_) => self.get(&["api", "v1", "instance"], &[], now).await?,
        };
        let statuses = &instance["configuration"]["statuses"];
        let number = |value: &Value| value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
        Ok(Length {
            characters: number(&statuses["max_characters"])
                .or_else(|| number(&instance["max_toot_chars"]))
                .unwrap_or(USUAL.characters),
            per_link: number(&statuses["characters_reserved_per_url"]).unwrap_or(USUAL.per_link),
        })
    }
}
