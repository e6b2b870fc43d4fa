//! Changing what a source is asked with while it stays the same source: rotated credentials, a moved address.

use super::{feed, mailbox, mastodon};
use serde_json::{Value, json};

/// What is to change; what is `None` stays.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// A feed's new address.
    pub url: Option<String>,
    /// A Mastodon server's new token; empty for none.
    pub token: Option<String>,
    /// A feed's or a mailbox's name and password; an empty name for none.
    pub login: Option<(String, String)>,
    /// Whether to listen to a Mastodon server's stream.
    pub streaming: Option<bool>,
    /// Whether only posts that match a query are kept.
    pub keep_matched: Option<bool>,
    /// A webhook's new secret; deliveries signed with the one before are still taken.
    pub secret: Option<String>,
    /// Whether a webhook's older secrets are no longer good.
    pub drop_old_secrets: bool,
}

/// The settings with the change made, checked; the message says what cannot be changed, or what is wrong.
pub fn changed(kind: &str, settings: &str, change: &Change) -> Result<String, String> {
    // Who renames or disables a source that cannot be read any more must be let.
    if *change == Change::default() {
        return Ok(settings.to_owned());
    }
    let mut new: Value = serde_json::from_str(settings).map_err(|e| format!("the settings cannot be read: {e}"))?;
    let of = |wanted: &str, what: &str| match kind == wanted {
        true => Ok(()),
        false => Err(format!("a source of kind `{kind}` has no {what}")),
    };
    if let Some(url) = &change.url {
        if kind == "mastodon" {
            return Err("another server is another source: add it, and disable this one".to_owned());
        }
        of("feed", "address")?;
        if !same_origin(new["url"].as_str().unwrap_or_default(), url) {
            // A name and password are for the server they were given for.
            new["basic"] = Value::Null;
        }
        new["url"] = json!(url);
    }
    if let Some(token) = &change.token {
        of("mastodon", "token")?;
        new["token"] = if token.is_empty() { Value::Null } else { json!(token) };
    }
    if let Some((name, password)) = &change.login {
        if kind == "mailbox" {
            (new["name"], new["password"]) = (json!(name), json!(password));
        } else {
            of("feed", "name and password")?;
            new["basic"] = if name.is_empty() { Value::Null } else { json!({ "name": name, "password": password }) };
        }
    }
    if let Some(streaming) = change.streaming {
        of("mastodon", "stream")?;
        new["streaming"] = json!(streaming);
    }
    if let Some(matched) = change.keep_matched {
        if !matches!(kind, "feed" | "mastodon") {
            return Err(format!("a source of kind `{kind}` keeps all that it brings"));
        }
        match new.as_object_mut() {
            Some(settings) if !matched => drop(settings.remove("keep")),
            _ => new["keep"] = json!("matched"),
        }
    }
    if change.secret.is_some() || change.drop_old_secrets {
        of("webhook", "secret of its own")?;
        let mut secrets: Vec<Value> = new["secrets"].as_array().cloned().unwrap_or_default();
        if let Some(secret) = &change.secret {
            secrets.insert(0, json!(secret));
        }
        // The newest, and the one it takes over from.
        secrets.truncate(if change.drop_old_secrets { 1 } else { 2 });
        new["secrets"] = Value::Array(secrets);
    }
    let new = new.to_string();
    match kind {
        "feed" => feed::Settings::parse(&new).map(drop).map_err(|e| e.to_string())?,
        "mastodon" => mastodon::Settings::parse(&new).map(drop)?,
        "mailbox" => mailbox::Settings::parse(&new).map(drop)?,
        _ => {}
    }
    Ok(new)
}

fn same_origin(one: &str, other: &str) -> bool {
    let origin = |url: &str| url::Url::parse(url).ok().map(|url| url.origin());
    origin(one).is_some_and(|one| origin(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_changes_what_it_has() {
        let feed = r#"{"url":"https://a.example/feed","allow":["10.0.0.1"],"basic":{"name":"a","password":"old"}}"#;
        let mastodon = r#"{"server":"https://m.example","timeline":"public","token":"old"}"#;
        let hook = r#"{"secrets":["whsec_b2xk"]}"#;
        let mailbox = r#"{"server":"imap.a.example","name":"a","password":"old","address":"a@a.example"}"#;
        let none = Change::default();
        let login = Change { login: Some(("a".to_owned(), "new".to_owned())), ..none.clone() };
        let token = Change { token: Some("new".to_owned()), streaming: Some(true), ..none.clone() };
        let matched = Change { keep_matched: Some(true), ..none.clone() };
        let all = Change { keep_matched: Some(false), ..none.clone() };
        let secret = Change { secret: Some("whsec_bmV3".to_owned()), ..none.clone() };
        let only = Change { drop_old_secrets: true, ..none.clone() };
        let there = Change { url: Some("https://a.example/other".to_owned()), ..none.clone() };
        let url = Change { url: Some("https://b.example/feed".to_owned()), ..none.clone() };
        for (kind, settings, change, holds, lacks) in [
            ("feed", feed, &login, "\"password\":\"new\"", "old"),
            ("feed", feed, &url, "https://b.example/feed", "old"),
            ("feed", feed, &there, "\"password\":\"old\"", "a.example/feed\""),
            ("mastodon", mastodon, &token, "\"streaming\":true", "old"),
            ("feed", feed, &matched, "\"keep\":\"matched\"", "null"),
            ("mastodon", mastodon, &matched, "\"keep\":\"matched\"", "null"),
            ("feed", r#"{"url":"https://a.example/feed","keep":"matched"}"#, &all, "a.example", "keep"),
            ("mailbox", mailbox, &login, "\"password\":\"new\"", "old"),
            ("webhook", hook, &secret, "[\"whsec_bmV3\",\"whsec_b2xk\"]", "null"),
            ("webhook", r#"{"secrets":["whsec_bmV3","whsec_b2xk"]}"#, &only, "whsec_bmV3", "whsec_b2xk"),
        ] {
            let new = changed(kind, settings, change).unwrap();
            assert!(new.contains(holds) && !new.contains(lacks), "{new}");
        }
        assert!(changed("feed", feed, &login).unwrap().contains("10.0.0.1"), "what is not said stays");
        for broken in ["", "{", r#"{"url":"https://a.example/feed","unknown":1}"#] {
            assert_eq!(changed("feed", broken, &none).as_deref(), Ok(broken), "renamed or disabled, it stays as it is");
            assert!(changed("feed", broken, &login).is_err(), "{broken}");
        }
        for (kind, settings, change, why) in [
            ("webhook", hook, &token, "no token"),
            ("webhook", hook, &matched, "keeps all"),
            ("mastodon", mastodon, &url, "another source"),
            ("file", "{}", &secret, "no secret"),
            ("feed", feed, &Change { url: Some("ftp://x".to_owned()), ..none }, "ftp"),
        ] {
            let refused = changed(kind, settings, change).unwrap_err();
            assert!(refused.contains(why), "{refused}");
        }
    }
}
