//! Sources that need no key: what a search of the news says of the name, what a server of the fediverse says under the tag, and what
//! visitors write on the site.

use super::country::Country;
use super::link::{Link, LinkKind};
use super::queries::{ProposedQuery, tag_of};
use serde::{Deserialize, Serialize};
use serde_json::json;
use text::Language;
use url::Url;

/// Where sources are proposed from; whoever runs the house may name others.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Servers {
    /// A search of the news that answers in RSS to `q`, `hl`, `gl` and `ceid` as Google News does; empty for none.
    pub news: String,
    /// A server of the fediverse whose timelines are public; empty for none.
    pub mastodon: String,
    /// A server of ntfy that the set-up offers to be woken by where no mail leaves the house.
    pub ntfy: String,
    /// Internal hosts that proposed sources may reach: `127.0.0.1:8080`.
    pub allow: Vec<String>,
}

impl Default for Servers {
    fn default() -> Self {
        Self {
            news: "https://news.google.com/rss/search".to_owned(),
            mastodon: "https://mastodon.social".to_owned(),
            ntfy: "https://ntfy.sh".to_owned(),
            allow: Vec::new(),
        }
    }
}

/// A source to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedSource {
    /// The kind of its connector.
    pub kind: String,
    /// Its name as shown.
    pub name: String,
    /// JSON that its connector reads.
    pub settings: String,
    /// All it brings is a mention: it speaks of nobody else.
    pub bound: bool,
    /// A guess: only worth adding when it answers.
    pub guessed: bool,
}

/// The sources for these queries.
pub(super) fn of(
    name: &str,
    town: &str,
    queries: &[ProposedQuery],
    telling: bool,
    place: (Country, &[Language]),
    link: Option<&Link>,
    servers: &Servers,
) -> Vec<ProposedSource> {
    let mut found = news(name, if telling { "" } else { town }, place, servers);
    if let (Some(tag), false) = (tag_of(queries), servers.mastodon.is_empty()) {
        let host = servers.mastodon.trim_end_matches('/').rsplit("//").next().unwrap_or_default();
        let settings = json!({ "server": servers.mastodon, "timeline": { "tag": tag }, "allow": servers.allow });
        found.push(proposed("mastodon", format!("#{tag} · {host}"), &settings));
    }
    if let Some(link) = link.filter(|link| link.kind == LinkKind::Site)
        && let Some(address) = comments(&link.address)
    {
        let settings = json!({ "url": address, "allow": servers.allow });
        let name = format!("{} · /comments/feed/", link.host);
        found.push(ProposedSource { bound: true, guessed: true, ..proposed("feed", name, &settings) });
    }
    found
}

fn proposed(kind: &str, name: String, settings: &serde_json::Value) -> ProposedSource {
    ProposedSource { kind: kind.to_owned(), name, settings: settings.to_string(), bound: false, guessed: false }
}

/// One search of the news for each language that has an edition; Frisian has none.
pub(super) fn news(
    name: &str,
    town: &str,
    (country, languages): (Country, &[Language]),
    servers: &Servers,
) -> Vec<ProposedSource> {
    let words: String = name.chars().map(|c| if c == '"' || c.is_control() { ' ' } else { c }).collect();
    let asked = format!("\"{}\" {}", words.trim(), town.trim());
    let editions = languages.iter().filter(|language| **language != Language::Fy);
    let source = |language: &Language| {
        let (code, country) = (language.code(), country.code());
        let mut url = Url::parse(&servers.news).ok()?;
        url.query_pairs_mut()
            .append_pair("q", asked.trim())
            .append_pair("hl", code)
            .append_pair("gl", country)
            .append_pair("ceid", &format!("{country}:{code}"));
        let host = url.host_str()?.trim_start_matches("www.").to_owned();
        let settings = json!({ "url": url.as_str(), "allow": servers.allow });
        Some(proposed("feed", format!("{} · {host} ({code})", asked.trim().replace('"', "")), &settings))
    };
    editions.filter_map(source).collect()
}

/// Where the commonest site builder keeps what visitors wrote.
fn comments(site: &str) -> Option<String> {
    let url = Url::parse(site).ok()?;
    url.join("/comments/feed/").ok().map(|found| found.to_string())
}
