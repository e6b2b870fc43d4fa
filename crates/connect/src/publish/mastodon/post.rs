//! A status: published once, or found to have been.

use super::{Server, counted};
use crate::http::{Error, Request, Response};
use crate::inbound::feed::html;
use crate::publish::answer::{failed, refused, text, unasked, wait, web};
use domain::publish::{Answered, Failed, Looked, Publication, Receipt, Sending, Visibility};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use url::Url;

/// Our clock and the server's may differ by so much.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
/// How long a server may still be at work on what it was given.
const SETTLES: SignedDuration = SignedDuration::from_secs(90);
/// Statuses of a page, and pages that are looked through.
const PAGE: &str = "40";
/// See [`PAGE`].
const PAGES: usize = 10;

impl Server<'_> {
    /// The status at an address, as this server knows it: by its own id where it is its own, else it is fetched by the server.
    pub(in crate::publish) async fn answered(&self, address: &str, now: Timestamp) -> Result<Answered, Failed> {
        let found = match self.own(address, now).await? {
            Some(status) => status,
            None => {
                let query = [("q", address), ("type", "statuses"), ("resolve", "true"), ("limit", "5")];
                let found = self.get(&["api", "v2", "search"], &query, now).await?;
                let same = |status: &&Value| is_at(status, address);
                let found = found["statuses"].as_array().and_then(|all| all.iter().find(same)).cloned();
                let host = self.host();
                let lost = || {
                    failed(format!("{host} does not find the post that is answered: it is gone, or not public"), None)
                };
                found.ok_or_else(lost)?
            }
        };
        let id = text(&found, "id").ok_or_else(|| failed("the post that is answered has no id".to_owned(), None))?;
        let acct = text(&found["account"], "acct").unwrap_or_default();
        Ok(Answered { id, handle: format!("@{acct}"), url: web(&found, "url") })
    }

    /// A status of this very server, by the id that ends its address.
    async fn own(&self, address: &str, now: Timestamp) -> Result<Option<Value>, Failed> {
        let Ok(url) = Url::parse(address) else { return Ok(None) };
        let last = url.path_segments().and_then(|mut all| all.next_back()).unwrap_or_default().to_owned();
        let server = &self.account.server;
        let ours = url.host() == server.host() && url.port_or_known_default() == server.port_or_known_default();
        if !ours || last.is_empty() || !last.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        let response =
            self.ask(&["api", "v1", "statuses", &last], &[]).await.map_err(|error| unasked(&error, &self.host()))?;
        if matches!(response.status, 404 | 410) {
            return Ok(None);
        }
        Ok(Some(self.read(&response, now)?).filter(|status| is_at(status, address)))
    }

    /// Tries once. What breaks before the request is written was surely not published; after, nobody knows.
    pub(in crate::publish) async fn publish(&self, publication: &Publication, now: Timestamp) -> Sending {
        // A server that does not say how much it takes is asked all the same: it says so then.
        if let Ok(length) = self.length(now).await {
            let long = counted(&publication.text, length.per_link);
            if long > length.characters {
                let why = format!("it is too long: {long} characters of {} at {}", length.characters, self.host());
                return Sending::Refused { why, permanent: true };
            }
        }
        let answers = match &publication.answers {
            None => None,
            Some(address) => match self.answered(address, now).await {
                Ok(answered) => Some(answered.id),
                Err(Failed { why, after: Some(after) }) => return Sending::Later { why: why.plain, after },
                Err(Failed { why, after: None }) => return Sending::Refused { why: why.plain, permanent: false },
            },
        };
        let request = match self.status(publication, answers.as_deref()) {
            Ok(request) => request,
            Err(error) => return Sending::Refused { why: error.to_string(), permanent: false },
        };
        match self.house.client.deliver(&request).await {
            Ok(response) => self.judge(&response, now),
            Err(error) if error.may_have_arrived() => Sending::Unknown { why: error.to_string() },
            Err(error) => match unasked(&error, &self.host()) {
                Failed { why, after: Some(after) } => Sending::Later { why: why.plain, after },
                Failed { why, after: None } => Sending::Refused { why: why.plain, permanent: false },
            },
        }
    }

    fn status(&self, publication: &Publication, answers: Option<&str>) -> Result<Request, Error> {
        let mut status = json!({
            "status": publication.text,
            "visibility": match publication.visibility {
                Visibility::Public => "public",
                Visibility::Unlisted => "unlisted",
            },
        });
        if let Some(language) = &publication.language {
            status["language"] = json!(language);
        }
        if let Some(id) = answers {
            status["in_reply_to_id"] = json!(id);
        }
        let address = self.address(&["api", "v1", "statuses"], &[]);
        let request = Request::post(address.as_str(), "application/json", status.to_string().into_bytes())?;
        self.allowed(request)?.header("idempotency-key", &publication.key)
    }

    fn judge(&self, response: &Response, now: Timestamp) -> Sending {
        let host = self.host();
        match response.status {
            200..=299 => match crate::inbound::json::read(&response.body).ok().as_ref().and_then(receipt) {
                Some(receipt) => Sending::Sent { receipt },
                None => Sending::Unknown { why: format!("{host} took it, but what it answered cannot be read") },
            },
            // Overloaded, or asks to wait: it took nothing.
            408 | 425 | 429 | 503 => {
                let Failed { why, .. } = refused(response, &host, now);
                Sending::Later { why: why.plain, after: wait(response, now) }
            }
            // It may have broken after it was stored, or have been lost sight of on the way.
            500..=599 => {
                Sending::Unknown { why: format!("{host} broke while it published (status {})", response.status) }
            }
            status => {
                let Failed { why, .. } = refused(response, &host, now);
                Sending::Refused { why: why.plain, permanent: matches!(status, 400 | 404 | 410 | 413 | 422) }
            }
        }
    }

    /// Looks through the account's own statuses, newest first, back to before the try: the same words under the same post, or none.
    pub(in crate::publish) async fn look(&self, publication: &Publication, since: Timestamp, now: Timestamp) -> Looked {
        match self.search(publication, since, now).await {
            Ok(Some(receipt)) => Looked::Found { receipt },
            // It may be under way still.
            Ok(None) if since.duration_until(now) < SETTLES => {
                let why = "it was tried a moment ago, and may be under way still: look again in two minutes";
                Looked::CannotTell { why: why.to_owned() }
            }
            Ok(None) => Looked::NotThere,
            Err(Failed { why, .. }) => Looked::CannotTell { why: why.plain },
        }
    }

    async fn search(
        &self,
        publication: &Publication,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<Option<Receipt>, Failed> {
        let own = self.get(&["api", "v1", "accounts", "verify_credentials"], &[], now).await?;
        let id =
            text(&own, "id").ok_or_else(|| failed("the server does not say whose token it is".to_owned(), None))?;
        let answers = match &publication.answers {
            Some(address) => Some(self.answered(address, now).await?.id),
            None => None,
        };
        let from = since.checked_sub(SKEW).unwrap_or(Timestamp::MIN);
        let mut before: Option<String> = None;
        for _ in 0..PAGES {
            let mut query = vec![("limit", PAGE), ("exclude_reblogs", "true")];
            query.extend(before.as_deref().map(|id| ("max_id", id)));
            let page = self.get(&["api", "v1", "accounts", &id, "statuses"], &query, now).await?;
            let page = page.as_array().ok_or_else(|| failed("what it published is no list".to_owned(), None))?;
            for status in page {
                let at =
                    receipt(status).ok_or_else(|| failed("a status of its own cannot be read".to_owned(), None))?.at;
                // Pinned ones and a list in another order end nothing: only a page that is older as a whole does.
                if at >= from
                    && text(status, "in_reply_to_id") == answers
                    && self.says(status, publication, now).await?
                {
                    return Ok(receipt(status));
                }
            }
            let older = page.iter().filter_map(receipt).all(|status| status.at < from);
            let last = page.last().and_then(|status| text(status, "id"));
            if older || last.is_none() || last == before {
                return Ok(None);
            }
            before = last;
        }
        Err(failed(format!("{} published too much since to look through", self.host()), None))
    }

    /// Whether a status of our own has these very words: as they were written where the server says it, else as they are shown.
    async fn says(&self, status: &Value, publication: &Publication, now: Timestamp) -> Result<bool, Failed> {
        let id = text(status, "id").unwrap_or_default();
        let response = self
            .ask(&["api", "v1", "statuses", &id, "source"], &[])
            .await
            .map_err(|error| unasked(&error, &self.host()))?;
        if let Ok(source) = self.read(&response, now)
            && let Some(written) = source["text"].as_str()
        {
            return Ok(plain(written) == plain(&publication.text));
        }
        let shown = html::plain(status["content"].as_str().unwrap_or_default());
        Ok(words(&shown) == words(&publication.text))
    }
}

/// What a status says of itself.
fn receipt(status: &Value) -> Option<Receipt> {
    let at = status["created_at"].as_str()?.parse().ok()?;
    Some(Receipt { id: text(status, "id")?, url: web(status, "url").or_else(|| web(status, "uri")), at })
}

/// Whether a status is the one at that address.
fn is_at(status: &Value, address: &str) -> bool {
    let plain = |address: &str| Url::parse(address).map(|url| url.as_str().trim_end_matches('/').to_owned()).ok();
    let asked = plain(address);
    asked.is_some() && ["url", "uri"].iter().any(|name| status[*name].as_str().and_then(plain) == asked)
}

/// A text as a server keeps it: without blanks around it, lines ended by one sign.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// A text as it is shown: names lose their server, blanks run together.
fn words(text: &str) -> String {
    let word = |word: &str| match word.strip_prefix('@').and_then(|name| name.split_once('@')) {
        Some((name, _)) => format!("@{name}"),
        None => word.to_owned(),
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
