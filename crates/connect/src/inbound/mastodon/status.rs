//! A status as servers send it becomes a post.

use crate::inbound::feed::html::plain;
use crate::inbound::{LONGEST_ID, LONGEST_LOCAL_ID, too_long};
use domain::post::{Author, Engagement, Image, Post, PostKind};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::cmp::Ordering;

/// The longest status that is accepted.
const MAX_STATUS: usize = 1 << 20;

/// A status read.
#[derive(Debug)]
pub(super) struct Status {
    /// The server's own id: says nothing elsewhere.
    pub id: String,
    /// The post; `None` for what was not said in public.
    pub post: Option<Box<Post>>,
}

/// Orders ids of one server: longer ones are later, then by letters.
pub(super) fn by_age(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Reads one status of the server `host`; keys given twice do not matter, the last one counts.
pub(super) fn read(raw: &RawValue, host: &str, seen_at: Timestamp) -> Result<Status, String> {
    let bytes = raw.get();
    if bytes.len() > MAX_STATUS {
        return Err("the status is longer than 1 MiB".into());
    }
    let value: Value = serde_json::from_str(bytes).map_err(|e| format!("the status cannot be read: {e}"))?;
    let Value::Object(map) = &value else { return Err("the status is no object".into()) };
    let status = Fields(map);
    let id = status.id("id")?.ok_or("the status has no id")?;
    let visibility = status.text("visibility")?.ok_or("the status has no visibility")?;
    if !matches!(visibility, "public" | "unlisted") {
        return Ok(Status { id, post: None });
    }
    let reblog = match map.get("reblog") {
        None | Some(Value::Null) => None,
        Some(Value::Object(inner)) => Some(Fields(inner)),
        Some(_) => return Err("reblog is no object".into()),
    };
    if let Some(inner) = &reblog
        && !matches!(inner.text("visibility")?, Some("public" | "unlisted"))
    {
        return Ok(Status { id, post: None });
    }
    let said = reblog.as_ref().unwrap_or(&status);
    let answers = status.id("in_reply_to_id")?;
    // Everywhere an address: a bare word could stand for what another server calls its own.
    let uri = status.text("uri")?.filter(|uri| uri.contains(':')).ok_or("the status has no uri")?;
    too_long("uri", uri, LONGEST_ID)?;
    let post = Post {
        source_kind: "mastodon".into(),
        native_id: uri.into(),
        deleted_at: None,
        local_id: Some(id.clone()),
        at_home: url::Url::parse(uri)
            .is_ok_and(|uri| uri.host_str().is_some_and(|home| home.eq_ignore_ascii_case(host))),
        native_rev: status.text("edited_at")?.map(String::from),
        kind: if answers.is_some() { PostKind::Comment } else { PostKind::Post },
        author: author(&status, host)?,
        url: status.address("url")?.or(said.address("url")?),
        text: text(said)?,
        lang: said.text("language")?.filter(|lang| !lang.is_empty()).map(String::from),
        published_at: status.time("created_at")?,
        seen_at,
        // Only the server's own id of it is known: its address there stands for it.
        parent: answers.map(|id| format!("https://{host}/api/v1/statuses/{id}")),
        repost_of: match &reblog {
            Some(inner) => Some(inner.text("uri")?.ok_or("the boosted status has no uri")?.to_string()),
            None => None,
        },
        engagement: Engagement {
            likes: status.count("favourites_count")?,
            shares: status.count("reblogs_count")?,
            replies: status.count("replies_count")?,
            views: None,
        },
        images: images(said),
        rating: None,
        raw: bytes.as_bytes().to_vec(),
    };
    Ok(Status { id, post: Some(Box::new(post)) })
}

/// The id of a status that cannot be read.
pub(super) fn id_of(raw: &RawValue) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        id: Value,
    }
    let Named { id } = serde_json::from_str(raw.get()).ok()?;
    Fields(&Map::from_iter([("id".to_owned(), id)])).id("id").ok()?
}

/// What is shown in front, the text, and what the pictures are said to show.
fn text(status: &Fields<'_>) -> Result<String, String> {
    let mut parts = vec![
        plain(status.text("spoiler_text")?.unwrap_or_default()),
        plain(status.text("content")?.unwrap_or_default()),
    ];
    for attachment in attachments(status) {
        parts.push(plain(attachment.text("description")?.unwrap_or_default()));
    }
    parts.retain(|part| !part.is_empty());
    Ok(parts.join("\n"))
}

fn attachments<'a>(status: &Fields<'a>) -> impl Iterator<Item = Fields<'a>> + use<'a> {
    let all = status.0.get("media_attachments").and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_object).map(Fields)
}

/// What it tells of its pictures, nothing fetched: a BlurHash, one that reads as such.
fn images(status: &Fields<'_>) -> Vec<Image> {
    let hash = |attachment: Fields<'_>| Image::blurhash(attachment.text("blurhash").ok()??);
    Image::checked(attachments(status).filter_map(hash).collect())
}

fn author(status: &Fields<'_>, host: &str) -> Result<Author, String> {
    let Some(Value::Object(map)) = status.0.get("account") else { return Err("the status has no account".into()) };
    let account = Fields(map);
    let handle = account.text("acct")?.filter(|acct| !acct.is_empty()).ok_or("the account has no name")?;
    let url = account.address("url")?;
    let native_id = match account.text("uri")?.map(String::from).or(url.clone()) {
        Some(address) => Some(address),
        None => account.id("id")?.map(|id| format!("{id}@{host}")),
    };
    Ok(Author {
        native_id,
        handle: Some(if handle.contains('@') { handle.into() } else { format!("{handle}@{host}") }),
        display: account.text("display_name")?.filter(|name| !name.is_empty()).map(String::from),
        url,
        followers: account.count("followers_count")?,
        created_at: account.time("created_at")?,
        reviews: None,
        default_profile: default_profile(&account),
    })
}

/// Whether nobody touched the profile, as far as the payload says it: Mastodon's own picture and nothing said. A picture under another name may be
/// another program's default: that tells nothing.
fn default_profile(account: &Fields<'_>) -> Option<bool> {
    let said = !plain(account.text("note").ok()??).is_empty();
    let picture = account.text("avatar").ok().flatten().and_then(|at| url::Url::parse(at).ok());
    let missing = picture.is_some_and(|at| at.path().ends_with("/missing.png"));
    if said { Some(false) } else { missing.then_some(true) }
}

struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    fn text(&self, name: &str) -> Result<Option<&'a str>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.contains('\0') => Err(format!("{name} contains NUL")),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(format!("{name} is no text")),
        }
    }

    fn id(&self, name: &str) -> Result<Option<String>, String> {
        match self.0.get(name) {
            Some(Value::Number(id)) if id.is_i64() || id.is_u64() => Ok(Some(id.to_string())),
            _ => {
                let id = self.text(name)?.filter(|id| !id.is_empty());
                id.map_or(Ok(()), |id| too_long(name, id, LONGEST_LOCAL_ID))?;
                Ok(id.map(String::from))
            }
        }
    }

    fn count(&self, name: &str) -> Result<Option<i64>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value.as_i64().map(Some).ok_or_else(|| format!("{name} is no count")),
        }
    }

    /// A web address; anything else is dropped.
    fn address(&self, name: &str) -> Result<Option<String>, String> {
        let is_web = |url: &&str| url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        Ok(self.text(name)?.filter(is_web).map(String::from))
    }

    /// A time; one that cannot be read is none.
    fn time(&self, name: &str) -> Result<Option<Timestamp>, String> {
        Ok(self.text(name)?.and_then(|at| at.parse().ok()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_untouched_profile_is_told_by_its_picture_and_its_silence() {
        let missing = "https://m.example/avatars/original/missing.png";
        for (account, expected) in [
            (serde_json::json!({"note": "", "avatar": missing}), Some(true)),
            (serde_json::json!({"note": "<p></p>", "avatar": missing}), Some(true)),
            (serde_json::json!({"note": "<p>hi</p>", "avatar": missing}), Some(false)),
            (serde_json::json!({"note": "<p>hi</p>"}), Some(false)),
            (serde_json::json!({"note": "", "avatar": "https://m.example/images/avi.png"}), None),
            (serde_json::json!({"note": "", "avatar": "https://m.example/a.png?x=/missing.png"}), None),
            (serde_json::json!({"note": ""}), None),
            (serde_json::json!({"avatar": missing}), None),
            (serde_json::json!({"note": 7, "avatar": []}), None),
        ] {
            assert_eq!(default_profile(&Fields(account.as_object().unwrap())), expected, "{account}");
        }
    }

    #[test]
    fn a_server_speaks_for_its_own_statuses_only() {
        for (uri, at_home) in [
            ("https://m.example/s/1", true),
            ("https://M.example/s/1", true),
            ("https://m.example.evil.example/s/1", false),
            ("https://evil.example/m.example/s/1", false),
            ("https://m.example@evil.example/s/1", false),
            ("tag:m.example,2026:1", false),
        ] {
            let json = serde_json::json!({"id": "1", "uri": uri, "visibility": "public", "content": "", "account": {"id": "1", "acct": "lea"},
                "created_at": "2025-04-01T10:00:00Z"});
            let raw = serde_json::value::to_raw_value(&json).unwrap();
            assert_eq!(read(&raw, "m.example", Timestamp::UNIX_EPOCH).unwrap().post.unwrap().at_home, at_home, "{uri}");
        }
    }
}
