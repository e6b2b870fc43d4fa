//! How a message leaves the house: one module per kind of target. Protocol types stay inside; [`Outcome`] comes out.

pub(crate) mod answer;
pub mod chat;
pub mod link;
pub mod mail;
pub mod ntfy;
pub mod push;
mod smtp;
pub mod webhook;

use crate::http::{Allow, Client, Request};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::target::{Notification, Outcome, Reason, Why};
use jiff::Timestamp;
use serde::Deserialize;
use std::fmt;

/// Where messages leave, or do not.
#[derive(Clone)]
pub enum Outbound {
    /// To real targets.
    Live(Box<House>),
    /// Nowhere: drills and the demo. Holds no client and no configuration.
    Sandbox,
}

/// What the house brings to every message.
#[derive(Clone)]
pub struct House {
    /// The guarded client.
    pub client: Client,
    /// Internal places of the operator's that targets may name; nobody else's settings open the inside.
    pub allow: Allow,
    /// The operator's mail server; without it no mail goes out.
    pub mailer: Option<mail::Mailer>,
    /// Who the house is to push services; without it nothing is pushed.
    pub identity: Option<push::Identity>,
}

/// Random bytes for one try, never used again.
pub type Entropy = [u8; 48];

/// One way to reach somebody, read from its kind and settings.
#[derive(Clone)]
pub enum Target {
    /// An e-mail address.
    Mail(mail::Settings),
    /// A topic of an ntfy server.
    Ntfy(ntfy::Settings),
    /// A browser that subscribed.
    Push(push::Settings),
    /// A program that takes signed JSON.
    Webhook(webhook::Settings),
    /// A channel of Slack, Mattermost or what takes the same form.
    Chat(chat::Settings),
}

/// Why settings of a target, or of what it needs of the house, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// No such kind.
    #[error("there is no target of the kind \"{0}\": use mail, ntfy, push, webhook or chat")]
    Kind(String),
    /// Not the JSON that is expected.
    #[error("the settings of the target ({kind}) cannot be read: {reason}")]
    Json {
        /// The kind.
        kind: &'static str,
        /// What the reader says; names the setting.
        reason: String,
    },
    /// One setting.
    #[error("the setting \"{field}\" ({kind}) {reason}")]
    Field {
        /// The kind.
        kind: &'static str,
        /// The setting.
        field: &'static str,
        /// What is wrong, and what to do.
        reason: String,
    },
}

impl Target {
    /// Reads a target's settings.
    ///
    /// # Errors
    /// What to correct; names the setting, holds no secret.
    pub fn parse(kind: &str, settings: &str) -> Result<Self, SettingsError> {
        match kind {
            "mail" => mail::Settings::parse(settings).map(Self::Mail),
            "ntfy" => ntfy::Settings::parse(settings).map(Self::Ntfy),
            "push" => push::Settings::parse(settings).map(Self::Push),
            "webhook" => webhook::Settings::parse(settings).map(Self::Webhook),
            "chat" => chat::Settings::parse(settings).map(Self::Chat),
            other => Err(SettingsError::Kind(other.chars().take(40).collect())),
        }
    }

    /// Its kind, as [`Target::parse`] takes it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Ntfy(_) => "ntfy",
            Self::Push(_) => "push",
            Self::Webhook(_) => "webhook",
            Self::Chat(_) => "chat",
        }
    }

    /// What may be shown of it: the mail address, or the host. No secret.
    pub fn shown(&self) -> String {
        match self {
            Self::Mail(settings) => settings.address.to_string(),
            Self::Ntfy(settings) => settings.host(),
            Self::Push(settings) => settings.host(),
            Self::Webhook(settings) => settings.host(),
            Self::Chat(settings) => settings.host(),
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Target({} {})", self.kind(), self.shown())
    }
}

impl Outbound {
    /// Asks an address that the operator named; a 2xx is an answer.
    ///
    /// # Errors
    /// Why there was none.
    pub async fn ask(&self, address: &str) -> Result<(), String> {
        let Self::Live(house) = self else {
            return Err("nothing leaves this world: it is a drill or a demo".to_owned());
        };
        let request = Request::get(address).map_err(|error| error.to_string())?.allow(&house.allow);
        let answer = house.client.fetch(&request).await.map_err(|error| error.to_string())?;
        if (200..300).contains(&answer.status) { Ok(()) } else { Err(format!("it answered {}", answer.status)) }
    }

    /// The key that browsers subscribe with (`applicationServerKey`); none where nothing is pushed.
    pub fn push_key(&self) -> Option<String> {
        match self {
            Self::Live(house) => house.identity.as_ref().map(push::Identity::public_key),
            Self::Sandbox => None,
        }
    }

    /// Whether mail leaves the house.
    pub fn mails(&self) -> bool {
        matches!(self, Self::Live(house) if house.mailer.is_some())
    }

    /// Whom the house's mails come from; none where no mail leaves it.
    pub fn mails_from(&self) -> Option<&str> {
        match self {
            Self::Live(house) => house.mailer.as_ref().map(mail::Mailer::from),
            Self::Sandbox => None,
        }
    }

    /// Tries once to send a letter to an address; `now` is the world's. Ends within three minutes.
    pub async fn letter(&self, to: &str, letter: &mail::Letter, now: Timestamp) -> Outcome {
        match self {
            Self::Live(house) => mail::send_letter(house, to, letter, now).await,
            Self::Sandbox => never(Why::Sandbox),
        }
    }

    /// Tries once to send a message; `now` and `entropy` are the world's. Ends within three minutes.
    pub async fn send(&self, target: &Target, note: &Notification, now: Timestamp, entropy: &Entropy) -> Outcome {
        let Self::Live(house) = self else {
            return never(Why::Sandbox);
        };
        if now >= note.until {
            return never(Why::Late);
        }
        match target {
            Target::Mail(settings) => mail::send(house, settings, note, now).await,
            Target::Ntfy(settings) => ntfy::send(house, settings, note, now).await,
            Target::Push(settings) => push::send(house, settings, note, now, entropy).await,
            Target::Webhook(settings) => webhook::send(house, settings, note, now).await,
            Target::Chat(settings) => chat::send(house, settings, note, now).await,
        }
    }
}

/// Refused for good.
fn never(why: Why) -> Outcome {
    Outcome::Refused { reason: Reason::new(why), forever: true, retry_after: None }
}

/// Refused by what the house lacks or holds wrong: a later try may succeed.
fn refused(reason: Reason) -> Outcome {
    Outcome::Refused { reason, forever: false, retry_after: None }
}

/// Reads settings; the reason names the setting that is wrong.
fn read<'a, T: Deserialize<'a>>(kind: &'static str, json: &'a str) -> Result<T, SettingsError> {
    serde_json::from_str(json).map_err(|e| SettingsError::Json { kind, reason: e.to_string() })
}

fn wrong(kind: &'static str, field: &'static str, reason: impl Into<String>) -> SettingsError {
    SettingsError::Field { kind, field, reason: reason.into() }
}

/// 32 characters of the URL-safe alphabet that stand for a text: for names that a protocol bounds.
fn token(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(&blake3::hash(text.as_bytes()).as_bytes()[..24])
}

/// A text of one line: what would end the line, or is not seen, becomes a blank.
fn one_line(text: &str) -> String {
    let seen = text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c });
    seen.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of so many bytes at most; one that is cut says so.
fn cut(text: &str, bytes: usize) -> String {
    const MARK: &str = " […]";
    if text.len() <= bytes {
        return text.to_owned();
    }
    let mut end = text.floor_char_boundary(bytes.saturating_sub(MARK.len()));
    // At a blank where one is near; else not within what is one sign on the screen.
    match text[..end].rfind(char::is_whitespace) {
        Some(blank) if end - blank <= 80 => end = blank,
        _ => {
            let joins =
                |c: char| matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}');
            while end > 0 && (text[end..].starts_with(joins) || text[..end].ends_with('\u{200d}')) {
                end = text.floor_char_boundary(end - 1);
            }
        }
    }
    let kept = text[..end].trim_end();
    format!("{kept}{MARK}")
}

#[cfg(test)]
mod tests;
