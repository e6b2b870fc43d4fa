//! A channel: the incoming webhook of Slack, in the form that Mattermost and others take too.
//!
//! Strangers' words must not call anybody, lead anybody elsewhere under a false name or load a picture. Slack has one escape, of
//! `&`, `<` and `>` (Slack documentation, "Formatting text for app surfaces"); Mattermost always reads Markdown and every `@name`
//! (Mattermost documentation, "Slack compatibility").

use super::answer::{host, judge, reason, web_address};
use super::{House, SettingsError, cut, one_line, read, refused, wrong};
use crate::http::Request;
use domain::target::{Notification, Outcome};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

/// The bytes of a message before it is escaped; Mattermost takes 16,383 characters, of old 4,000.
const TEXT: usize = 3000;
/// Invalid, not let in, no such channel, archived.
const FOREVER: [u16; 5] = [400, 401, 403, 404, 410];
/// Stands after an `@`, so that what follows is no name; not seen.
const JOINER: char = '\u{2060}';

/// A channel: `{"url": "https://…", "markup": "slack"}`; `"markdown"` for Mattermost and others that read Markdown.
#[derive(Clone)]
pub struct Settings {
    url: Url,
    markup: Markup,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    url: String,
    #[serde(default)]
    markup: Markup,
}

/// What a channel makes of signs in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Markup {
    /// Slack's own.
    #[default]
    Slack,
    /// Mattermost and others.
    Markdown,
}

impl Settings {
    pub(super) fn parse(json: &str) -> Result<Self, SettingsError> {
        let Written { url, markup } = read("chat", json)?;
        let url = web_address(&url).map_err(|e| wrong("chat", "url", e))?;
        Ok(Self { url, markup })
    }

    pub(super) fn host(&self) -> String {
        host(&self.url)
    }
}

/// A text in which nothing is a command.
fn escaped(text: &str, markup: Markup) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' | '＠' | '﹫' => out.extend([c, JOINER]),
            // Links under other words, pictures, and code, which would swallow what follows.
            '\\' | '`' | '[' | ']' | '|' | '~' if markup == Markup::Markdown => out.extend(['\\', c]),
            c if c.is_control() && c != '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn payload(note: &Notification, markup: Markup) -> Value {
    let title = escaped(&cut(&one_line(&note.title), TEXT), markup);
    let body = escaped(&cut(note.body.trim_end(), TEXT), markup);
    let link = note
        .link
        .as_deref()
        .map(|link| format!("\n<{}>", link.replace('&', "&amp;").replace(['<', '>', '|', ' '], "")));
    json!({
        "text": format!("{title}\n{body}{}", link.unwrap_or_default()),
        "unfurl_links": false,
        "unfurl_media": false,
    })
}

pub(super) async fn send(house: &House, settings: &Settings, note: &Notification, now: Timestamp) -> Outcome {
    let body = serde_json::to_vec(&payload(note, settings.markup)).unwrap_or_default();
    let request = match Request::post(settings.url.as_str(), "application/json", body) {
        Ok(request) => request.allow(&house.allow),
        Err(error) => return refused(reason(&error)),
    };
    // Slack's reasons are single words, as no_service; anything else may repeat the address, which is a secret.
    let word = |body: &[u8]| std::str::from_utf8(body).ok().map(str::trim).map(str::to_owned);
    let is_word = |w: &String| (1..40).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let answer = house.client.deliver(&request).await;
    judge(answer, now, &FOREVER, |_| None, |r| word(&r.body).filter(is_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_words_command_nothing() {
        let table = [
            ("<!channel> now", "&lt;!channel&gt; now", "&lt;!channel&gt; now"),
            (
                "@here @all ＠everyone",
                "@\u{2060}here @\u{2060}all ＠\u{2060}everyone",
                "@\u{2060}here @\u{2060}all ＠\u{2060}everyone",
            ),
            (
                "<https://evil.example|your bank>",
                "&lt;https://evil.example|your bank&gt;",
                "&lt;https://evil.example\\|your bank&gt;",
            ),
            ("[bank](https://evil.example)", "[bank](https://evil.example)", "\\[bank\\](https://evil.example)"),
            (
                "![x](https://evil.example/p.png)",
                "![x](https://evil.example/p.png)",
                "!\\[x\\](https://evil.example/p.png)",
            ),
            ("&lt;!here&gt; R&D", "&amp;lt;!here&amp;gt; R&amp;D", "&amp;lt;!here&amp;gt; R&amp;D"),
            ("a\\[b\u{1b}[2J\nc", "a\\[b [2J\nc", "a\\\\\\[b \\[2J\nc"),
        ];
        for (text, slack, markdown) in table {
            assert_eq!(escaped(text, Markup::Slack), slack);
            assert_eq!(escaped(text, Markup::Markdown), markdown);
        }
    }
}
