//! What the address of a site or a profile says: its host, and whose account it is.

use url::Url;

/// A site or a profile, read from what somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The whole address, without query and fragment.
    pub address: String,
    /// Its host, without `www.`.
    pub host: String,
    /// What it is.
    pub kind: LinkKind,
}

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A site of their own.
    Site,
    /// A profile on somebody else's, with its handle where the address holds one.
    Profile(Option<String>),
    /// A profile on a server of the fediverse: name and server.
    Fediverse(String),
}

/// Why a link cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the link is not an address such as https://www.example.org, or a handle such as @name@server")]
pub struct LinkError;

/// Hosts where many have a page, and a name there is the name everywhere on it.
const PLATFORMS: &str = "facebook.com instagram.com tiktok.com x.com twitter.com bsky.app youtube.com linkedin.com threads.net \
    tripadvisor.com tripadvisor.fr tripadvisor.nl tripadvisor.be tripadvisor.co.uk google.com google.fr google.nl maps.app.goo.gl g.page goo.gl \
    linktr.ee booking.com airbnb.com airbnb.fr airbnb.nl thefork.com thefork.fr thefork.nl trustpilot.com yelp.com pinterest.com reddit.com";

/// Hosts of mailboxes that anybody may have.
const MAILBOXES: &str = "gmail googlemail hotmail outlook live msn yahoo icloud me aol gmx proton protonmail orange wanadoo free sfr laposte \
    bbox ziggo kpnmail kpnplanet planet xs4all home hetnet skynet telenet proximus voo bluewin web t-online btinternet";

impl Link {
    /// Reads a link, with or without its scheme; `None` for nothing.
    ///
    /// # Errors
    /// Something that is no address on the web.
    pub fn read(typed: &str) -> Result<Option<Self>, LinkError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if typed.len() > 500 || typed.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(LinkError);
        }
        if let Some(handle) = typed.strip_prefix('@') {
            return by_handle(handle).map(Some);
        }
        let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let mut url = Url::parse(&address).map_err(|_| LinkError)?;
        let known = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        let host = url.host_str().filter(|host| known && host.contains('.'));
        let host = host.ok_or(LinkError)?.trim_start_matches("www.").to_ascii_lowercase();
        url.set_query(None);
        url.set_fragment(None);
        let kind = kind(&host, url.path());
        Ok(Some(Self { address: url.to_string(), host, kind }))
    }

    /// The accounts it stands for, as they are compared with a post's author.
    pub fn accounts(&self) -> Vec<String> {
        let page = self.address.trim_end_matches('/').to_owned();
        match &self.kind {
            LinkKind::Site => vec![page],
            LinkKind::Profile(Some(handle)) => vec![page, handle.clone()],
            LinkKind::Profile(None) => vec![page],
            LinkKind::Fediverse(account) => vec![page, account.clone()],
        }
    }

    /// The handle by which others call it, without `@`.
    pub fn handle(&self) -> Option<&str> {
        match &self.kind {
            LinkKind::Profile(handle) => handle.as_deref(),
            LinkKind::Fediverse(account) => account.split('@').next(),
            LinkKind::Site => None,
        }
    }
}

fn by_handle(handle: &str) -> Result<Link, LinkError> {
    let (name, host) = handle.split_once('@').ok_or(LinkError)?;
    let good = is_handle(name) && host.contains('.') && Url::parse(&format!("https://{host}/")).is_ok();
    if !good || host.contains(['/', '?', '#', ':', '@']) {
        return Err(LinkError);
    }
    let host = host.to_ascii_lowercase();
    Ok(Link { address: format!("https://{host}/@{name}"), kind: LinkKind::Fediverse(format!("{name}@{host}")), host })
}

fn kind(host: &str, path: &str) -> LinkKind {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or("");
    let platform = PLATFORMS
        .split_ascii_whitespace()
        .any(|known| host == known || host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.')));
    if platform {
        let name = match first {
            "company" | "in" | "c" | "channel" | "user" | "profile" | "r" | "u" => parts.next().unwrap_or(""),
            other => other,
        };
        let name = name.trim_start_matches('@');
        let general =
            matches!(name, "pages" | "people" | "profile.php" | "groups" | "p" | "maps" | "search" | "review");
        let social =
            !["tripadvisor", "google", "booking", "airbnb", "thefork", "trustpilot", "yelp", "goo.gl", "g.page"]
                .iter()
                .any(|other| host.contains(other));
        return LinkKind::Profile((social && !general && is_handle(name)).then(|| name.to_lowercase()));
    }
    match first.strip_prefix('@') {
        Some(name) if is_handle(name) => LinkKind::Fediverse(format!("{}@{host}", name.to_lowercase())),
        _ => LinkKind::Site,
    }
}

/// Letters, digits, dots, dashes and underscores; three or more.
fn is_handle(name: &str) -> bool {
    (3..=60).contains(&name.chars().count())
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

/// The host of an e-mail address that is a business's own.
pub(super) fn own_mail_host(contact: &str) -> Option<String> {
    let (_, host) = contact.trim().rsplit_once('@')?;
    let host = host.trim().to_ascii_lowercase();
    let name = host.split('.').next()?;
    let anybodys = MAILBOXES.split_ascii_whitespace().any(|known| known == name);
    let good =
        !anybodys && host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    good.then_some(host)
}
