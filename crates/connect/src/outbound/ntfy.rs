//! A topic of an ntfy server: published as JSON to the server's root (ntfy documentation, "Publish as JSON").

use super::answer::{host, judge, reason, web_address};
use super::{House, SettingsError, cut, one_line, read, refused, token, wrong};
use crate::http::{Error, Request};
use domain::target::{Notification, Outcome};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

/// The longest message in bytes; a longer one would become an attachment.
const MESSAGE: usize = 4096;
const TITLE: usize = 250;
/// The one priority that a phone can be told to let through its silence.
const WAKING: u8 = 5;
const DEFAULT: u8 = 3;
/// Malformed, not let in, no such thing, too large.
const FOREVER: [u16; 5] = [400, 401, 403, 404, 413];

/// A topic: `{"server": "https://ntfy.example", "topic": "…", "token": "tk_…"}`, the token where the server asks for one.
#[derive(Clone)]
pub struct Settings {
    server: Url,
    topic: String,
    token: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    server: String,
    topic: String,
    #[serde(default)]
    token: Option<String>,
}

impl Settings {
    pub(super) fn parse(json: &str) -> Result<Self, SettingsError> {
        let Written { server, topic, token } = read("ntfy", json)?;
        let server = web_address(&server).map_err(|e| wrong("ntfy", "server", e))?;
        if server.path() != "/" || server.query().is_some() {
            return Err(wrong("ntfy", "server", "must be the server alone, as https://ntfy.example"));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !(1..=64).contains(&topic.len()) || !topic.chars().all(allowed) {
            return Err(wrong("ntfy", "topic", "must be 1 to 64 letters, digits, - or _"));
        }
        if token.as_deref().is_some_and(|t| t.is_empty() || !t.chars().all(|c| c.is_ascii_graphic())) {
            return Err(wrong("ntfy", "token", "holds characters that no token has: enter it again"));
        }
        Ok(Self { server, topic, token })
    }

    pub(super) fn host(&self) -> String {
        host(&self.server)
    }

    fn request(&self, house: &House, note: &Notification) -> Result<Request, Error> {
        let body = serde_json::to_vec(&payload(&self.topic, note)).unwrap_or_default();
        let request = Request::post(self.server.as_str(), "application/json", body)?.allow(&house.allow);
        match &self.token {
            Some(token) => request.bearer(token),
            None => Ok(request),
        }
    }
}

/// A try repeated has the sequence of the first: servers from 2.16 on show it in its place, older ones ignore the sequence.
fn payload(topic: &str, note: &Notification) -> Value {
    let mut payload = json!({
        "topic": topic,
        "title": cut(&one_line(&note.title), TITLE),
        "message": cut(&note.body, MESSAGE),
        "priority": if note.waking { WAKING } else { DEFAULT },
        "sequence_id": token(&note.key),
    });
    if let Some(link) = &note.link {
        payload["click"] = json!(link);
    }
    payload
}

pub(super) async fn send(house: &House, settings: &Settings, note: &Notification, now: Timestamp) -> Outcome {
    let request = match settings.request(house, note) {
        Ok(request) => request,
        Err(error) => return refused(reason(&error)),
    };
    let field = |body: &[u8], name: &str| {
        serde_json::from_slice::<Value>(body).ok().and_then(|v| v[name].as_str().map(str::to_owned))
    };
    let answer = house.client.deliver(&request).await;
    judge(answer, now, &FOREVER, |r| field(&r.body, "id"), |r| field(&r.body, "error"))
}
