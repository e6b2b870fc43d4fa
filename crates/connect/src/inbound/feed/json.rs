//! JSON Feed 1.0 and 1.1.

use super::item::Item;
use super::{date, html};
use serde_json::Value;

/// What a JSON document holds.
pub(super) struct Document {
    pub(super) title: String,
    pub(super) home: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) items: Vec<Value>,
}

/// Reads a document; none when it is no JSON Feed.
pub(super) fn read(text: &str) -> Result<Document, String> {
    let whole: Value = crate::inbound::json::read(text.as_bytes()).map_err(|e| format!("it is no valid JSON: {e}"))?;
    let is_feed = string(&whole, "version").is_some_and(|v| v.contains("jsonfeed.org"));
    let Some(items) =
        whole.get("items").and_then(Value::as_array).filter(|i| is_feed || i.iter().any(|i| i.get("id").is_some()))
    else {
        return Err("it is JSON but no JSON Feed: it lacks a version or its items".to_owned());
    };
    Ok(Document {
        title: html::tidy(&string(&whole, "title").unwrap_or_default()),
        home: string(&whole, "home_page_url"),
        lang: string(&whole, "language"),
        items: items.clone(),
    })
}

/// Reads one item.
pub(super) fn item(value: &Value) -> Result<Item, String> {
    if !value.is_object() {
        return Err("it is no JSON object".to_owned());
    }
    let author = value.get("authors").and_then(|a| a.get(0)).or_else(|| value.get("author"));
    let body = match (string(value, "content_html"), string(value, "content_text"), string(value, "summary")) {
        (Some(content), ..) if !content.trim().is_empty() => html::plain(&content),
        (_, Some(content), _) => html::tidy(&content),
        (_, _, Some(summary)) => html::tidy(&summary),
        _ => String::new(),
    };
    let dates = ["date_published", "date_modified"];
    Ok(Item {
        id: string(value, "id"),
        link: string(value, "url").or_else(|| string(value, "external_url")),
        title: html::tidy(&string(value, "title").unwrap_or_default()),
        body,
        author: author.and_then(|a| string(a, "name")),
        author_url: author.and_then(|a| string(a, "url")),
        published: dates.iter().filter_map(|n| string(value, n)).find_map(|d| date::parse(&d)),
        lang: string(value, "language"),
        raw: value.to_string().into_bytes(),
        ..Item::default()
    })
}

/// A string, or a number where a string should be.
fn string(value: &Value, name: &str) -> Option<String> {
    match value.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
