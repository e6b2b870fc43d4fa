//! One post a line: [`Post`]'s own form, or the field names that other tools' exports use.

use super::strict::Strict;
use super::time::{self, unix_number};
use super::{Options, row_id};
use domain::post::{Author, Engagement, Image, Post, PostKind, Rating};
use jiff::Timestamp;
use serde_json::{Map, Value};

/// A post as one line of JSON, its line break included; [`super::Reader`] reads it back identically.
pub fn write(post: &Post) -> String {
    let mut line = serde_json::to_string(post).unwrap_or_default();
    line.push('\n');
    line
}

/// A post as [`write`] writes it, with the brand it is a mention of: who reads it back knows whose it is without a query.
pub fn write_for(post: &Post, brand: &str) -> String {
    #[derive(serde::Serialize)]
    struct Mention<'a> {
        #[serde(flatten)]
        post: &'a Post,
        brand: &'a str,
    }
    let mut line = serde_json::to_string(&Mention { post, brand }).unwrap_or_default();
    line.push('\n');
    line
}

/// Reads one line, and the brand it names. A line without an id of its own has an empty `native_id`: the reader gives it one.
pub(super) fn read(line: &str, options: &Options) -> Result<(Post, Option<String>), String> {
    let Strict(value) = serde_json::from_str(line).map_err(|e| format!("not readable as JSON: {e}"))?;
    let Value::Object(map) = value else {
        return Err(format!("{} stands where an object is needed", kind_of(&value)));
    };
    let fields = Fields(&map);
    let own = map.contains_key("native_id");
    let mut native_id = fields.id(&["native_id", "id", "post_id", "tweet_id", "id_str", "uri"])?.unwrap_or_default();
    if let (false, false, Some(scope)) = (own, native_id.is_empty(), &options.scope) {
        native_id = format!("{scope}:{native_id}");
    }
    let post = Post {
        source_kind: fields
            .text(&["source_kind", "source"])?
            .filter(|s| !s.trim().is_empty())
            .unwrap_or_else(|| "file".into()),
        native_id,
        native_rev: fields.text(&["native_rev"])?,
        kind: fields.kind()?,
        author: fields.author(own, options)?,
        url: fields.address(&["url", "link", "permalink"])?,
        text: fields.text(&["text", "full_text", "content", "message", "body"])?.unwrap_or_default(),
        lang: fields.text(&["lang", "language"])?,
        published_at: fields.time(&["published_at", "created_at", "at", "date", "timestamp"], options)?,
        seen_at: fields.time(&["seen_at"], options)?.unwrap_or(options.seen_at),
        parent: fields.id(&["parent", "in_reply_to", "in_reply_to_id"])?,
        repost_of: fields.id(&["repost_of"])?,
        engagement: fields.engagement()?,
        // Another tool's column of that name may mean anything; so may `deleted_at`.
        images: if own { fields.images()? } else { Vec::new() },
        rating: fields.rating(options.out_of)?,
        deleted_at: if own { fields.time(&["deleted_at"], options)? } else { None },
        ..Post::default()
    };
    if !own && post.text.trim().is_empty() && post.rating.is_none() {
        return Err("has neither text nor rating; the text is looked for under text, content, message or body".into());
    }
    let brand = map.get("brand").and_then(Value::as_str).map(str::trim).filter(|brand| !brand.is_empty());
    Ok((post, brand.map(String::from)))
}

/// The identity of a line that has none of its own.
pub(super) fn line_id(line: &str) -> String {
    row_id([line.trim()])
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A whole number, written `12` or `12.0`.
fn whole(value: &Value) -> Option<i64> {
    let float = || value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64);
    value.as_i64().or_else(float)
}

/// A time in a line: RFC 3339 always, then as told.
fn parse_time(text: &str, options: &Options) -> Result<Timestamp, String> {
    text.parse().or_else(|_| time::parse(text, &options.time, &options.zone))
}

fn wrong(name: &str, value: &Value, needed: &str) -> String {
    format!("{name}: {} stands where {needed} is needed", kind_of(value))
}

struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// The first of the names that is given and not null.
    fn first(&self, names: &[&'static str]) -> Option<(&'static str, &'a Value)> {
        names.iter().find_map(|name| self.0.get(*name).filter(|v| !v.is_null()).map(|v| (*name, v)))
    }

    fn text(&self, names: &[&'static str]) -> Result<Option<String>, String> {
        match self.first(names) {
            None => Ok(None),
            Some((_, Value::String(text))) => Ok(Some(text.clone())),
            Some((name, other)) => Err(wrong(name, other, "a text")),
        }
    }

    /// An id: a text, or a whole number, which is kept digit by digit.
    fn id(&self, names: &[&'static str]) -> Result<Option<String>, String> {
        match self.first(names) {
            None => Ok(None),
            Some((_, Value::String(id))) => Ok(Some(id.clone())),
            Some((_, Value::Number(id))) if id.is_i64() || id.is_u64() => Ok(Some(id.to_string())),
            Some((name, other)) => Err(wrong(name, other, "a text or a whole number")),
        }
    }

    fn count(&self, names: &[&'static str]) -> Result<Option<i64>, String> {
        match self.first(names) {
            None => Ok(None),
            Some((name, value)) => whole(value).map(Some).ok_or_else(|| wrong(name, value, "a whole number")),
        }
    }

    fn flag(&self, name: &'static str) -> Result<Option<bool>, String> {
        let given =
            self.first(&[name]).map(|(_, value)| value.as_bool().ok_or_else(|| wrong(name, value, "yes or no")));
        given.transpose()
    }

    fn address(&self, names: &[&'static str]) -> Result<Option<String>, String> {
        Ok(self.text(names)?.filter(|url| super::is_web_address(url)))
    }

    fn time(&self, names: &[&'static str], options: &Options) -> Result<Option<Timestamp>, String> {
        match self.first(names) {
            None => Ok(None),
            Some((name, Value::String(text))) => {
                parse_time(text, options).map(Some).map_err(|e| format!("{name}: {e}"))
            }
            Some((name, value)) => match value.as_i64().and_then(unix_number) {
                Some(at) => Ok(Some(at)),
                None => Err(wrong(name, value, "a time (RFC 3339, unix seconds or milliseconds)")),
            },
        }
    }

    fn kind(&self) -> Result<PostKind, String> {
        match self.first(&["kind"]) {
            None => Ok(PostKind::Post),
            Some((_, value)) => serde_json::from_value(value.clone())
                .map_err(|_| format!("kind: {value} is none of post, comment, review, article, mail, report")),
        }
    }

    /// `own` is whether the line is in Vigie's own form, where an author that is given is an object.
    fn author(&self, own: bool, options: &Options) -> Result<Author, String> {
        let mut author = match self.0.get("author") {
            None => Author::default(),
            Some(Value::Null) if !own => Author::default(),
            Some(Value::String(name)) => named(name),
            Some(Value::Object(map)) => {
                let fields = Fields(map);
                Author {
                    native_id: fields.id(&["native_id", "id"])?,
                    handle: fields.text(&["handle", "username", "screen_name"])?,
                    display: fields.text(&["display", "display_name", "name"])?,
                    url: fields.address(&["url"])?,
                    followers: fields.count(&["followers", "followers_count"])?,
                    created_at: fields.time(&["created_at"], options)?,
                    reviews: fields.count(&["reviews", "number_of_reviews", "numberOfReviews", "review_count"])?,
                    default_profile: fields.flag("default_profile")?,
                }
            }
            Some(other) => return Err(wrong("author", other, "a name or an object")),
        };
        if author.followers.is_none() {
            author.followers = self.count(&["followers", "author_followers", "followers_count"])?;
        }
        if author.created_at.is_none() {
            author.created_at = self.time(&["author_created_at"], options)?;
        }
        if author.reviews.is_none() {
            author.reviews = self.count(&["author_reviews"])?;
        }
        Ok(author)
    }

    fn images(&self) -> Result<Vec<Image>, String> {
        let Some((name, value)) = self.first(&["images"]) else { return Ok(Vec::new()) };
        serde_json::from_value(value.clone()).map(Image::checked).map_err(|e| format!("{name}: {e}"))
    }

    fn engagement(&self) -> Result<Engagement, String> {
        let fields = match self.0.get("engagement") {
            None => Fields(self.0),
            Some(Value::Object(map)) => Fields(map),
            Some(other) => return Err(wrong("engagement", other, "an object")),
        };
        Ok(Engagement {
            likes: fields.count(&["likes", "favourites", "favorite_count"])?,
            shares: fields.count(&["shares", "reposts", "retweet_count"])?,
            replies: fields.count(&["replies", "reply_count"])?,
            views: fields.count(&["views", "view_count"])?,
        })
    }

    fn rating(&self, out_of: u32) -> Result<Option<Rating>, String> {
        match self.first(&["rating", "stars"]) {
            None => Ok(None),
            Some((name, value @ Value::Object(_))) => {
                serde_json::from_value(value.clone()).map(Some).map_err(|e| format!("{name}: {e}"))
            }
            Some((name, Value::Number(number))) => {
                super::rating::of_number(number.as_f64().unwrap_or(f64::NAN), out_of)
                    .map(Some)
                    .map_err(|e| format!("{name}: {e}"))
            }
            Some((name, Value::String(text))) => super::rating::parse(text, out_of).map_err(|e| format!("{name}: {e}")),
            Some((name, other)) => Err(wrong(name, other, "a number")),
        }
    }
}

/// An author given by one name alone: a handle, unless it has blanks.
pub(super) fn named(name: &str) -> Author {
    let name = name.trim();
    let handle = name.strip_prefix('@').unwrap_or(name);
    match name {
        "" | "@" => Author::default(),
        _ if handle.contains(char::is_whitespace) => Author { display: Some(name.to_string()), ..Author::default() },
        _ => Author { handle: Some(handle.to_string()), ..Author::default() },
    }
}
