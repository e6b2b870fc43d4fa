//! A browser that subscribed: Web Push (RFC 8030), its message encryption (RFC 8291, in the coding of RFC 8188) and VAPID (RFC 8292).

use super::answer::{host, judge, reason, web_address};
use super::{Entropy, House, SettingsError, cut, one_line, read, refused, token, wrong};
use crate::http::{Error, Request, Response};
use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use domain::target::{Notification, Outcome, Reason, Why};
use hkdf::Hkdf;
use jiff::{SignedDuration, Timestamp};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use ring::aead;
use serde::Deserialize;
use serde_json::json;
use sha2::Sha256;
use url::{Host, Url};

/// What a push service takes (RFC 8030, 7.2) less what the coding adds: head 86, delimiter 1, tag 16.
const PLAIN: usize = 4096 - 86 - 1 - 16;
const RECORD: u32 = 4096;
/// The longest time a push service is asked to keep a message.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How long an authorisation holds; a day is the longest that is taken.
const AUTHORISED: SignedDuration = SignedDuration::from_hours(12);
/// The subscription has ended, was made with another key, or takes no such message.
const FOREVER: [u16; 6] = [400, 401, 403, 404, 410, 413];

/// A subscription as the browser gives it: `{"endpoint": "https://…", "keys": {"p256dh": "…", "auth": "…"}}`.
#[derive(Clone)]
pub struct Settings {
    endpoint: Url,
    theirs: PublicKey,
    auth: [u8; 16],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    endpoint: String,
    keys: Keys,
    #[serde(default, rename = "expirationTime")]
    _expiration: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    p256dh: String,
    auth: String,
}

impl Settings {
    pub(super) fn parse(json: &str) -> Result<Self, SettingsError> {
        let Written { endpoint, keys, .. } = read("push", json)?;
        let endpoint = web_address(&endpoint).map_err(|e| wrong("push", "endpoint", e))?;
        let here = match endpoint.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        if endpoint.scheme() != "https" && !here {
            return Err(wrong("push", "endpoint", "must begin with https://"));
        }
        let theirs = decoded(&keys.p256dh).and_then(|bytes| PublicKey::from_sec1_bytes(&bytes).ok());
        let auth = decoded(&keys.auth).and_then(|bytes| bytes.try_into().ok());
        Ok(Self {
            endpoint,
            theirs: theirs.ok_or_else(|| wrong("push", "keys.p256dh", "is no public key: subscribe again"))?,
            auth: auth.ok_or_else(|| wrong("push", "keys.auth", "is not 16 bytes in base64: subscribe again"))?,
        })
    }

    pub(super) fn host(&self) -> String {
        host(&self.endpoint)
    }
}

/// Base64 of the URL-safe alphabet, with or without its padding.
fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).or_else(|_| URL_SAFE.decode(text)).ok()
}

/// Who the house is to push services (VAPID). Its public key is given to browsers that subscribe; with another key all their
/// subscriptions are void.
#[derive(Clone)]
pub struct Identity {
    key: SigningKey,
    contact: String,
}

impl Identity {
    /// From a secret of 32 random bytes, kept for good, and the operator's `mailto:` or `https:` address.
    ///
    /// # Errors
    /// A secret that is no key of P-256 (one in four thousand million is not: make another), an address of another form.
    pub fn new(secret: &[u8; 32], contact: &str) -> Result<Self, SettingsError> {
        let key = SigningKey::from_slice(secret);
        let key = key.map_err(|_| wrong("push", "secret", "is no key of P-256: make another"))?;
        let reads = Url::parse(contact).is_ok_and(|u| matches!(u.scheme(), "mailto" | "https"));
        if !reads {
            return Err(wrong("push", "contact", "must begin with mailto: or https://"));
        }
        Ok(Self { key, contact: contact.to_owned() })
    }

    /// The public key as browsers take it (`applicationServerKey`): the uncompressed point in URL-safe base64.
    pub fn public_key(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.verifying_key().to_sec1_point(false).as_bytes())
    }

    /// The `Authorization` header for a push service (RFC 8292, 2 and 3).
    fn authorization(&self, endpoint: &Url, now: Timestamp) -> String {
        let head = json!({ "typ": "JWT", "alg": "ES256" });
        let expires = now.saturating_add(AUTHORISED).map_or(now.as_second(), |t| t.as_second());
        let claims = json!({ "aud": endpoint.origin().ascii_serialization(), "exp": expires, "sub": self.contact });
        let encoded = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encoded(head), encoded(claims));
        // Deterministic (RFC 6979): no random source.
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature.to_bytes()), self.public_key())
    }
}

/// What the page's service worker is given; of a text that is too long the end is left out.
fn payload(note: &Notification) -> Vec<u8> {
    let mut short = Notification { title: cut(&one_line(&note.title), 250), ..note.clone() };
    let mut room = PLAIN.min(note.body.len());
    loop {
        short.body = cut(&note.body, room);
        let written = serde_json::to_vec(&short).unwrap_or_default();
        let over = written.len().saturating_sub(PLAIN);
        if over == 0 || room == 0 {
            return written;
        }
        // JSON writes a byte in six at most: so many can go without taking too much.
        room = room.saturating_sub(over.div_ceil(6));
    }
}

/// Encrypts for the subscription, in one record. `salt` and `ours` are used once and never again.
fn seal(settings: &Settings, plain: &[u8], salt: &[u8; 16], ours: &SecretKey) -> Option<Vec<u8>> {
    let our_point = ours.public_key().to_sec1_point(false);
    let their_point = settings.theirs.to_sec1_point(false);
    let shared = p256::ecdh::diffie_hellman(ours.to_nonzero_scalar(), settings.theirs.as_affine());
    let info = [b"WebPush: info\0", their_point.as_bytes(), our_point.as_bytes()].concat();
    let mut input = [0; 32];
    shared.extract::<Sha256>(Some(&settings.auth)).expand(&info, &mut input).ok()?;
    let keys = Hkdf::<Sha256>::new(Some(salt), &input);
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    keys.expand(b"Content-Encoding: aes128gcm\0", &mut key).ok()?;
    keys.expand(b"Content-Encoding: nonce\0", &mut nonce).ok()?;
    let cipher = aead::LessSafeKey::new(aead::UnboundKey::new(&aead::AES_128_GCM, &key).ok()?);
    // The delimiter of the last record.
    let mut record = [plain, &[2]].concat();
    let nonce = aead::Nonce::assume_unique_for_key(nonce);
    cipher.seal_in_place_append_tag(nonce, aead::Aad::empty(), &mut record).ok()?;
    let id = our_point.as_bytes();
    let length = u8::try_from(id.len()).ok()?;
    Some([salt, &RECORD.to_be_bytes()[..], &[length], id, &record].concat())
}

fn request(
    house: &House,
    identity: &Identity,
    settings: &Settings,
    note: &Notification,
    now: Timestamp,
    sealed: Vec<u8>,
) -> Result<Request, Error> {
    let kept = note.until.duration_since(now).clamp(SignedDuration::ZERO, KEPT).as_secs();
    Request::post(settings.endpoint.as_str(), "application/octet-stream", sealed)?
        .allow(&house.allow)
        .header("content-encoding", "aes128gcm")?
        .header("ttl", &kept.to_string())?
        .header("urgency", if note.waking { "high" } else { "normal" })?
        .header("topic", &token(&note.story))?
        .header("authorization", &identity.authorization(&settings.endpoint, now))
}

pub(super) async fn send(
    house: &House,
    settings: &Settings,
    note: &Notification,
    now: Timestamp,
    entropy: &Entropy,
) -> Outcome {
    let Some(identity) = &house.identity else {
        return refused(Reason::new(Why::NoKey));
    };
    let (salt, secret) = entropy.split_at(16);
    let sealed = SecretKey::from_slice(secret)
        .ok()
        .zip(salt.try_into().ok())
        .and_then(|(ours, salt)| seal(settings, &payload(note), salt, &ours));
    let Some(sealed) = sealed else {
        return refused(Reason::new(Why::NoKey));
    };
    match request(house, identity, settings, note, now, sealed) {
        Ok(request) => judge(house.client.deliver(&request).await, now, &FOREVER, message_id, |_| None),
        Err(error) => refused(reason(&error)),
    }
}

/// The push service's address of the message, without its host: the receipt.
fn message_id(response: &Response) -> Option<String> {
    response.header("location").map(|l| l.rsplit('/').next().unwrap_or(l).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::signature::Verifier;

    /// The example of RFC 8291, appendix A.
    const ENDPOINT: &str = "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV";
    const THEIRS: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        URL_SAFE_NO_PAD.decode(text).unwrap().try_into().unwrap()
    }

    fn subscription(endpoint: &str) -> Result<Settings, SettingsError> {
        Settings::parse(
            &json!({ "endpoint": endpoint, "keys": { "p256dh": THEIRS, "auth": AUTH }, "expirationTime": null })
                .to_string(),
        )
    }

    #[test]
    fn the_published_example_is_sealed_as_published() {
        let ours = SecretKey::from_slice(&bytes::<32>("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let plain = b"When I grow up, I want to be a watermelon";
        let sealed = seal(&subscription(ENDPOINT).unwrap(), plain, &bytes("DGv6ra1nlYgDCS1FRnbzlw"), &ours).unwrap();
        let published = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(URL_SAFE_NO_PAD.encode(sealed), published);
    }

    #[test]
    fn the_authorisation_is_for_one_service_half_a_day_and_verifies() {
        let identity = Identity::new(&[7; 32], "mailto:ops@example.org").unwrap();
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let header = identity.authorization(&Url::parse(ENDPOINT).unwrap(), now);
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, identity.public_key());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&bytes::<65>(key)).unwrap();
        key.verify(signed.as_bytes(), &Signature::from_slice(&bytes::<64>(signature)).unwrap()).unwrap();
        let claims: serde_json::Value =
            serde_json::from_slice(&decoded(signed.split('.').next_back().unwrap()).unwrap()).unwrap();
        let expected = json!({ "aud": "https://push.example.net", "exp": now.as_second() + 43_200, "sub": "mailto:ops@example.org" });
        assert_eq!(claims, expected);
        assert!(
            Identity::new(&[0; 32], "mailto:a@b.example").is_err()
                && Identity::new(&[7; 32], "ops@example.org").is_err()
        );
    }

    #[test]
    fn what_is_no_subscription_is_told() {
        for (endpoint, taken) in [
            (ENDPOINT, true),
            ("http://push.example.net/x", false),
            ("http://127.0.0.1:9/x", true),
            ("ftp://x/", false),
        ] {
            assert_eq!(subscription(endpoint).is_ok(), taken, "{endpoint}");
        }
        let with = |p256dh: &str, auth: &str| {
            let settings = json!({ "endpoint": ENDPOINT, "keys": { "p256dh": p256dh, "auth": auth } }).to_string();
            Settings::parse(&settings).err().map(|e| e.to_string()).unwrap_or_default()
        };
        assert_eq!(with(THEIRS, &format!("{AUTH}==")), "");
        assert!(with(THEIRS, "AAAA").contains("keys.auth"));
        // A point that is not on the curve.
        assert!(with(&THEIRS.replace("iw4", "iw8"), AUTH).contains("keys.p256dh"));
    }

    #[test]
    fn what_is_too_long_is_cut_to_what_a_service_takes() {
        let until = Timestamp::UNIX_EPOCH;
        for body in
            ["é\n\"".repeat(4000), "\u{1f468}\u{200d}\u{1f469}".repeat(2000), "\u{1}".repeat(5000), "short".to_owned()]
        {
            let (title, key, story, lang) = ("t".repeat(5000), "k".to_owned(), "s".to_owned(), "fr".to_owned());
            let note = Notification {
                key,
                title,
                body: body.clone(),
                link: None,
                waking: true,
                repeat: false,
                story,
                lang,
                until,
                answer: None,
            };
            let written = payload(&note);
            assert!(written.len() <= PLAIN, "{}", written.len());
            let read: Notification = serde_json::from_slice(&written).unwrap();
            assert_eq!(read.body.ends_with(" […]"), body.len() > 3000);
        }
    }
}
