//! How a feed is configured.

use crate::http::{Allow, Error, Request};
use serde::Deserialize;

/// A feed's settings: `{"url": "https://…", "allow": ["10.0.0.0/8"], "basic": {"name": "…", "password": "…"}}`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where it is. May hold a secret: never shown whole.
    pub url: String,
    /// Internal places it may lead to.
    #[serde(default)]
    pub allow: Vec<String>,
    /// A name and password, where it asks for them.
    #[serde(default)]
    pub basic: Option<Basic>,
    /// Which posts are kept, for whoever stores them: `all`, or only those that `matched`.
    #[serde(default)]
    pub keep: Option<String>,
}

/// A name and a password.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basic {
    /// The name.
    pub name: String,
    /// The password.
    #[serde(default)]
    pub password: String,
}

/// Why settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Not the JSON that is expected.
    #[error(
        "the settings of the feed cannot be read: {0}; they are {{\"url\": \"https://…\"}}, with \"allow\" and \"basic\" where needed"
    )]
    Json(String),
    /// An address, a name or a place that cannot be used.
    #[error(transparent)]
    Http(#[from] Error),
}

impl Settings {
    /// Reads and checks them.
    pub fn parse(json: &str) -> Result<Self, SettingsError> {
        let settings: Self = serde_json::from_str(json).map_err(|e| SettingsError::Json(e.to_string()))?;
        settings.request()?;
        Ok(settings)
    }

    /// The request they stand for.
    pub(super) fn request(&self) -> Result<Request, Error> {
        let accepted = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
        let request = Request::get(&self.url)?.allow(&Allow::parse(&self.allow)?).header("accept", accepted)?;
        match &self.basic {
            Some(basic) => request.basic(&basic.name, &basic.password),
            None => Ok(request),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_checked_when_read() {
        let good = r#"{"url":"https://blog.example/feed","allow":["10.0.0.0/8"],"basic":{"name":"a","password":"b"}}"#;
        assert!(Settings::parse(good).is_ok());
        let table = [
            (r#"{"url":"ftp://x/"}"#, "it begins with ftp:"),
            (r#"{"url":"https://x/","allow":["10.0.0.0/99"]}"#, "10.0.0.0/99"),
            (r#"{"uri":"https://x/"}"#, "unknown field `uri`"),
            ("[]", "cannot be read"),
            (r#"{"url":"https://x/","basic":{"name":"a\nb"}}"#, ""),
        ];
        for (json, expected) in table {
            match Settings::parse(json) {
                Err(error) => assert!(error.to_string().contains(expected), "{json}: {error}"),
                // Base64 hides any character: such a name can be sent.
                Ok(_) => assert!(expected.is_empty(), "{json}"),
            }
        }
    }
}
