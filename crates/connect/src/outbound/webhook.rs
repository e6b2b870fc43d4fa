//! Signed JSON to a program: Standard Webhooks 1.0.0.

use super::answer::{host, judge, reason, web_address};
use super::{House, SettingsError, read, refused, token, wrong};
use crate::http::{Allow, Error, Request};
use crate::inbound::webhook::key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::target::{Notification, Outcome};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::Sha256;
use url::Url;

/// Gone: the standard says to send nothing there any more. Any other refusal may pass.
const FOREVER: [u16; 1] = [410];
/// The bytes of a secret, by the standard.
const SECRET: std::ops::RangeInclusive<usize> = 24..=64;

/// A program: `{"url": "https://…", "secret": "whsec_…"}`.
#[derive(Clone)]
pub struct Settings {
    url: Url,
    key: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    url: String,
    secret: String,
}

impl Settings {
    pub(super) fn parse(json: &str) -> Result<Self, SettingsError> {
        let Written { url, secret } = read("webhook", json)?;
        Self::new(&url, &secret)
    }

    /// An address and the secret that signs what goes there.
    pub(crate) fn new(url: &str, secret: &str) -> Result<Self, SettingsError> {
        let url = web_address(url).map_err(|e| wrong("webhook", "url", e))?;
        let fits = |k: &Vec<u8>| secret.trim().starts_with("whsec_") && SECRET.contains(&k.len());
        match key(secret).filter(fits) {
            Some(key) => Ok(Self { url, key }),
            None => Err(wrong("webhook", "secret", "must be whsec_ and 24 to 64 bytes in base64")),
        }
    }

    pub(super) fn host(&self) -> String {
        host(&self.url)
    }

    fn request(&self, house: &House, note: &Notification, now: Timestamp) -> Result<Request, Error> {
        let body = serde_json::to_vec(&payload(note, now)).unwrap_or_default();
        self.signed(&house.allow, &note.key, body, now)
    }

    /// A signed request, `key` the same for every try.
    pub(crate) fn signed(&self, allow: &Allow, key: &str, body: Vec<u8>, now: Timestamp) -> Result<Request, Error> {
        let id = id(key);
        let time = now.as_second().to_string();
        let signature = sign(&self.key, &id, &time, &body);
        Request::post(self.url.as_str(), "application/json", body)?
            .allow(allow)
            .header("webhook-id", &id)?
            .header("webhook-timestamp", &time)?
            .header("webhook-signature", &signature)
    }
}

/// The key, where it can be an id of a webhook: no dot, which separates what is signed.
fn id(key: &str) -> String {
    let fits =
        (1..=64).contains(&key.len()) && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if fits { key.to_owned() } else { token(key) }
}

/// `v1,` and the base64 of HMAC-SHA256 over `id.time.body`.
fn sign(key: &[u8], id: &str, time: &str, body: &[u8]) -> String {
    // No key is too short or too long for HMAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    [id.as_bytes(), b".", time.as_bytes(), b".", body].iter().for_each(|part| mac.update(part));
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

/// The form is written down in docs/targets.md.
fn payload(note: &Notification, now: Timestamp) -> Value {
    json!({ "type": "vigie.notification", "timestamp": now, "data": note })
}

pub(super) async fn send(house: &House, settings: &Settings, note: &Notification, now: Timestamp) -> Outcome {
    match settings.request(house, note, now) {
        Ok(request) => judge(house.client.deliver(&request).await, now, &FOREVER, |_| None, |_| None),
        Err(error) => refused(reason(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbound::webhook::verify;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// The example of the Standard Webhooks libraries: id, time, secret and signature are public test values.
    #[test]
    fn the_published_example_is_signed_as_published() {
        let signature =
            sign(&key(SECRET).unwrap(), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn our_own_verifier_accepts_what_we_sign() {
        let now = Timestamp::from_second(1_614_265_330).unwrap();
        for written in ["story-1.alert", "plain_key-1", "été", "", &"x".repeat(300)] {
            let (id, body) = (id(written), b"{}");
            assert!(!id.contains('.') && id.is_ascii() && (1..=64).contains(&id.len()), "{id}");
            let signature = sign(&key(SECRET).unwrap(), &id, "1614265330", body);
            let headers =
                [("webhook-id", id.as_str()), ("webhook-timestamp", "1614265330"), ("webhook-signature", &signature)];
            assert_eq!(verify(&headers, body, &[SECRET], now).unwrap().0, id);
        }
    }
}
