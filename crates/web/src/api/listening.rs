//! What can be listened to, and what can be changed of it: the same by API and by page.

use crate::auth::secret;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use connect::inbound::change::{Change, changed};
use domain::id::BrandId;
use domain::source::Source;
use serde::Deserialize;
use serde_json::{Value, json};
use store::NewSource;
use utoipa::ToSchema;

/// A source to listen to.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum SourceIn {
    /// RSS, Atom or JSON Feed.
    Feed {
        /// Its name as shown; the host where it is not said.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// Where it is.
        url: String,
    },
    /// A timeline of a Mastodon-compatible server.
    Mastodon {
        /// Its name as shown.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// The server's address.
        server: String,
        /// A tag; the public timeline where it is not said.
        tag: Option<String>,
        /// A token that lets in.
        token: Option<String>,
        /// Whether to listen to the server's stream too, not only visit it every minute; it needs a token.
        #[serde(default)]
        streaming: bool,
    },
    /// A mailbox, read over IMAP and TLS: an answer to a mail of ours goes into its conversation, any other mail is a complaint of the brand.
    Mailbox {
        /// Its name as shown; the address where it is not said.
        name: Option<String>,
        /// The brand it is bound to.
        brand: Option<i64>,
        /// The IMAP server.
        server: String,
        /// Its port; 993 where it is not said.
        port: Option<u16>,
        /// The login; the address where it is not said.
        login: Option<String>,
        /// Its password. It is not shown again.
        password: String,
        /// The address whose mails come there.
        address: String,
        /// Whether mails to the address with `+anything` before its `@` come there too; they do where it is not said.
        sub_addresses: Option<bool>,
        /// The folder that is read; `INBOX` where it is not said.
        folder: Option<String>,
    },
    /// Deliveries that others send, signed.
    Webhook {
        /// Its name as shown.
        name: String,
        /// The brand it is bound to.
        brand: Option<i64>,
    },
}

/// A source as it is kept, and a secret to be shown once.
///
/// # Errors
/// What cannot be used, in words.
pub(crate) fn planned(new: SourceIn) -> Result<(NewSource, Option<String>), String> {
    let (kind, named, brand, settings, secret) = match new {
        SourceIn::Feed { name, brand, url } => {
            let settings = json!({ "url": url }).to_string();
            connect::inbound::feed::Settings::parse(&settings).map_err(|e| e.to_string())?;
            ("feed", name.or_else(|| host(&settings)).unwrap_or_else(|| "feed".to_owned()), brand, settings, None)
        }
        SourceIn::Mastodon { name, brand, server, tag, token, streaming } => {
            let tag = tag.map(|tag| tag.trim().trim_start_matches('#').to_owned());
            let timeline = tag.as_ref().map_or(json!("public"), |tag| json!({ "tag": tag }));
            let mut settings = json!({ "server": server, "timeline": timeline, "streaming": streaming });
            if let Some(token) = token {
                settings["token"] = Value::String(token);
            }
            let settings = settings.to_string();
            connect::inbound::mastodon::Settings::parse(&settings).map_err(|e| e.to_string())?;
            let place = host(&settings).unwrap_or(server);
            let named = tag.map_or_else(|| place.clone(), |tag| format!("#{tag} on {place}"));
            ("mastodon", name.unwrap_or(named), brand, settings, None)
        }
        SourceIn::Mailbox { name, brand, server, port, login, password, address, sub_addresses, folder } => {
            let login = login.unwrap_or_else(|| address.clone());
            let mut settings = json!({ "server": server, "name": login, "password": password, "address": address, "sub_addresses": sub_addresses.unwrap_or(true) });
            settings["port"] = json!(port);
            if let Some(folder) = folder {
                settings["folder"] = Value::String(folder);
            }
            let settings = settings.to_string();
            connect::inbound::mailbox::Settings::parse(&settings)?;
            ("mailbox", name.unwrap_or(address), brand, settings, None)
        }
        SourceIn::Webhook { name, brand } => {
            let (_, random) = secret::fresh("").map_err(|e| e.to_string())?;
            let secret = format!("whsec_{}", STANDARD.encode(random));
            ("webhook", name, brand, json!({ "secrets": [secret] }).to_string(), Some(secret))
        }
    };
    let new = NewSource {
        organisation: None,
        brand: brand.map(BrandId),
        kind: kind.to_owned(),
        name: name(&named)?,
        settings,
    };
    Ok((new, secret))
}

/// What changes of a source; what is not said stays.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceChange {
    /// Its name as shown.
    pub(crate) name: Option<String>,
    /// Whether it is listened to.
    pub(crate) enabled: Option<bool>,
    /// A Mastodon server's new token; empty for none. Used at once, without a restart.
    pub(crate) token: Option<String>,
    /// Whether to listen to a Mastodon server's stream.
    pub(crate) streaming: Option<bool>,
    /// A feed's new address.
    pub(crate) url: Option<String>,
    /// The brand that all it brings from now on is a mention of; 0 for none: then a query must match.
    pub(crate) brand: Option<i64>,
    /// A feed or a Mastodon server: whether only posts that match a query are kept.
    pub(crate) keep_matched: Option<bool>,
    /// A feed's or a mailbox's login, with its password.
    pub(crate) login: Option<String>,
    /// The password of that login.
    pub(crate) password: Option<String>,
}

/// Changes a source as asked.
///
/// # Errors
/// What cannot be used, in words: then it is not to be kept.
pub(crate) fn change(source: &mut Source, change: SourceChange) -> Result<(), String> {
    if let Some(new) = &change.name {
        source.name = name(new)?;
    }
    source.enabled = change.enabled.unwrap_or(source.enabled);
    source.brand = change.brand.map_or(source.brand, |id| (id != 0).then_some(BrandId(id)));
    let SourceChange { token, streaming, url, keep_matched, login, password, .. } = change;
    let login = login.zip(password);
    if url.is_some() && lets_inside(&source.settings) {
        return Err("this source may reach internal addresses: its address is changed by the command line only".into());
    }
    let wanted = Change { token, streaming, url, keep_matched, login, ..Change::default() };
    source.settings = changed(&source.kind, &source.settings, &wanted)?;
    Ok(())
}

/// A name as it is kept.
fn name(typed: &str) -> Result<String, String> {
    domain::name::checked(typed).map_err(|wrong| format!("`name`: {wrong}"))
}

/// Whether a Mastodon server's stream is listened to.
pub(crate) fn streams(settings: &str) -> bool {
    let settings: Value = serde_json::from_str(settings).unwrap_or_default();
    settings["streaming"] == true
}

/// Whether the command line allowed the source internal addresses.
fn lets_inside(settings: &str) -> bool {
    let settings: Value = serde_json::from_str(settings).unwrap_or_default();
    settings["allow"].as_array().is_some_and(|allowed| !allowed.is_empty())
}

/// The host of the settings' address: a path or a query may hold a secret.
pub(crate) fn host(settings: &str) -> Option<String> {
    let settings: Value = serde_json::from_str(settings).ok()?;
    let address = ["url", "server"].into_iter().find_map(|field| settings.get(field)?.as_str())?;
    let url = url::Url::parse(address).or_else(|_| url::Url::parse(&format!("https://{address}"))).ok()?;
    url.host_str().map(str::to_owned)
}
