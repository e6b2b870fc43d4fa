//! How a mailbox is configured.

use crate::http::Allow;
use crate::outbound::mail::Address;
use crate::wire;
use serde::Deserialize;
use url::Url;

/// A mailbox's settings: `{"server": "imap.example.org", "name": "complaints", "password": "…", "address": "complaints@example.org"}`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The IMAP server's name or address.
    pub server: String,
    /// 993 unless told; 143 with `plain`.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the connection is kept from others.
    #[serde(default)]
    pub security: Security,
    /// The login.
    pub name: String,
    /// The password of the login.
    pub password: String,
    /// The address whose mails come here: answers are sent to it, and it is never answered.
    pub address: String,
    /// Whether mails to `address` with `+anything` before the `@` come here too: answers then find their conversation by it.
    #[serde(default = "yes")]
    pub sub_addresses: bool,
    /// The folder that is read.
    #[serde(default = "inbox")]
    pub folder: String,
    /// Internal places it may lead to.
    #[serde(default)]
    pub allow: Vec<String>,
}

/// How the connection to a mailbox is kept from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (RFC 8314).
    #[default]
    Tls,
    /// None: only on this machine.
    Plain,
}

fn yes() -> bool {
    true
}

fn inbox() -> String {
    "INBOX".to_owned()
}

impl Settings {
    /// Reads and checks them.
    ///
    /// # Errors
    /// What to correct; holds no secret.
    pub fn parse(json: &str) -> Result<Self, String> {
        let settings: Self = serde_json::from_str(json).map_err(|e| {
            format!("the settings of the mailbox cannot be read: {e}; they are \"server\", \"name\", \"password\" and \"address\"")
        })?;
        settings.place()?;
        if Address::parse(&settings.address).is_none() {
            return Err("the mailbox's address is no mail address, as complaints@example.org".to_owned());
        }
        if settings.name.is_empty() || settings.name.contains('\0') || settings.password.contains('\0') {
            return Err(
                "the mailbox's name or password is missing, or holds a character that cannot be sent".to_owned()
            );
        }
        let plain = |c: char| matches!(c, ' '..='~') && !matches!(c, '"' | '\\');
        if settings.folder.is_empty() || !settings.folder.chars().all(plain) {
            return Err("the mailbox's folder is named as its server names it, in plain letters, as INBOX".to_owned());
        }
        Ok(settings)
    }

    /// Where its server stands, and the leave to connect to internal places.
    pub(super) fn place(&self) -> Result<(Url, Allow), String> {
        let port = self.port.unwrap_or(if self.security == Security::Plain { 143 } else { 993 });
        let place = wire::place(self.server.trim(), port)
            .ok_or_else(|| "the mailbox's server is no name or address, as imap.example.org".to_owned())?;
        Ok((place, Allow::parse(&self.allow).map_err(|e| e.to_string())?))
    }

    /// The address by which an answer to one mail comes back here, `token` behind a plus; the address itself where the mailbox takes no such
    /// addresses, or it would be too long.
    pub fn answer_address(&self, token: &str) -> String {
        let whole = self.address.trim();
        let tagged = whole.rsplit_once('@').map(|(local, host)| format!("{local}+{token}@{host}"));
        let tagged = tagged.filter(|address| self.sub_addresses && Address::parse(address).is_some());
        tagged.unwrap_or_else(|| whole.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(more: &str) -> Result<Settings, String> {
        let base = r#""server":"imap.example.org","name":"n","password":"p","address":"complaints@example.org""#;
        Settings::parse(&format!("{{{base}{more}}}"))
    }

    #[test]
    fn settings_are_checked_when_read_and_no_message_holds_the_password() {
        assert_eq!(with("").map(|s| s.place().unwrap().0.to_string()), Ok("https://imap.example.org:993/".to_owned()));
        let plain = with(r#","security":"plain","allow":["127.0.0.1:143"]"#).unwrap();
        assert_eq!(plain.place().unwrap().0.port(), Some(143));
        for (json, told) in [
            (r#"{"server":"a b","name":"n","password":"geheim","address":"a@b.example"}"#, "server"),
            (r#"{"server":"a","name":"n","password":"geheim","address":"nobody"}"#, "mail address"),
            (r#"{"server":"a","name":"","password":"geheim","address":"a@b.example"}"#, "name or password"),
            (r#"{"server":"a","name":"n","password":"geheim","address":"a@b.example","folder":"a\"b"}"#, "folder"),
            (r#"{"server":"a","name":"n","password":"geheim","address":"a@b.example","folder":"a\r\nb"}"#, "folder"),
            (
                r#"{"server":"a","name":"n","password":"geheim","address":"a@b.example","allow":["10.0.0.0/99"]}"#,
                "10.0",
            ),
            (r#"{"server":"a","password":"geheim"}"#, "missing field"),
        ] {
            let refused = Settings::parse(json).err().unwrap_or_default();
            assert!(refused.contains(told) && !refused.contains("geheim"), "{json}: {refused}");
        }
    }

    #[test]
    fn answers_come_back_by_a_plus_where_that_is_taken() {
        let token = "0123456789abcdef0123456789abcdef";
        assert_eq!(with("").unwrap().answer_address(token), format!("complaints+{token}@example.org"));
        let none = with(r#","sub_addresses":false"#).unwrap();
        assert_eq!(none.answer_address(token), "complaints@example.org");
        let long = format!("{}@b.example", "x".repeat(40));
        let long = format!(r#"{{"server":"a","name":"n","password":"p","address":"{long}"}}"#);
        assert!(!Settings::parse(&long).unwrap().answer_address(token).contains('+'));
    }
}
