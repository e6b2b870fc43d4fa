//! Posts that others send us, signed.
//!
//! [`verify`] first, on the exact bytes; then [`parse`]. Answer 2xx only after both the posts and the delivery id are stored,
//! and also to a delivery that was taken before.

use super::{LONGEST_ID, json, too_long};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::post::{Author, Image, Post, Rating};
use domain::source::{Delivery, Quarantined};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The largest body that is read; the server refuses larger ones with 413 before they come here.
pub const BODY: usize = 5 << 20;
/// Records of one delivery.
pub const RECORDS: usize = 10_000;
/// How far the sender's clock may be from ours.
const WINDOW_SECONDS: u64 = 300;
/// What is kept of a record put aside.
const KEPT: usize = 64 << 10;

/// What tells one delivery from another; keep it at least ten minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryId(pub String);

/// Why a delivery is refused. Answer 401, or 413 for [`Refused::TooBig`]; the reasons tell a forger nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No secret was set for this source.
    #[error("no secret is set for this webhook: set one in the source's settings")]
    NoSecret,
    /// No signature we know.
    #[error(
        "the delivery is not signed: send webhook-id, webhook-timestamp and webhook-signature, or X-Hub-Signature-256"
    )]
    Unsigned,
    /// The timestamp cannot be read or lies more than five minutes from our clock.
    #[error("the timestamp of the delivery is missing or more than five minutes from our clock")]
    Time,
    /// The signature is not that of any secret.
    #[error("the signature of the delivery fits none of the secrets")]
    Signature,
    /// The body is too large.
    #[error("the delivery is larger than 5 MiB: send fewer posts at a time")]
    TooBig,
}

/// Checks who sent it: Standard Webhooks 1.0.0, or `X-Hub-Signature-256`. With several secrets any one of them will do, so
/// that keys can be rotated; `whsec_…` secrets are base64, others are taken as they are. `headers` may be in any case.
pub fn verify(headers: &[(&str, &str)], body: &[u8], secrets: &[&str], now: Timestamp) -> Result<DeliveryId, Refused> {
    if body.len() > BODY {
        return Err(Refused::TooBig);
    }
    let keys: Vec<Vec<u8>> = secrets.iter().filter_map(|s| key(s)).collect();
    if keys.is_empty() {
        return Err(Refused::NoSecret);
    }
    let header = |name: &str| headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.trim());
    if let Some(signatures) = header("webhook-signature") {
        let id = header("webhook-id").filter(|i| !i.is_empty() && i.len() <= 256).ok_or(Refused::Unsigned)?;
        let time = header("webhook-timestamp").ok_or(Refused::Time)?;
        let sent: i64 = time.parse().map_err(|_| Refused::Time)?;
        if sent.abs_diff(now.as_second()) > WINDOW_SECONDS {
            return Err(Refused::Time);
        }
        let given =
            signatures.split_ascii_whitespace().take(16).filter_map(|s| STANDARD.decode(s.strip_prefix("v1,")?).ok());
        return match fits(&keys, &[id.as_bytes(), b".", time.as_bytes(), b".", body], given) {
            true => Ok(DeliveryId(id.to_owned())),
            false => Err(Refused::Signature),
        };
    }
    let signature = header("x-hub-signature-256").ok_or(Refused::Unsigned)?;
    let given = signature.strip_prefix("sha256=").and_then(from_hex).into_iter();
    // It signs no time and no id: the body itself tells deliveries apart.
    match fits(&keys, &[body], given) {
        true => Ok(DeliveryId(format!("sha256:{}", to_hex(&Sha256::digest(body))))),
        false => Err(Refused::Signature),
    }
}

/// A secret for a new webhook in the form of Standard Webhooks, from 32 random bytes.
pub fn secret(random: &[u8; 32]) -> String {
    format!("whsec_{}", STANDARD.encode(random))
}

pub(crate) fn key(secret: &str) -> Option<Vec<u8>> {
    let secret = secret.trim();
    let key = match secret.strip_prefix("whsec_") {
        Some(encoded) => STANDARD.decode(encoded).ok()?,
        None => secret.as_bytes().to_vec(),
    };
    (!key.is_empty()).then_some(key)
}

/// Whether any key gives any of the signatures; every pair is compared, in constant time.
fn fits(keys: &[Vec<u8>], parts: &[&[u8]], given: impl Iterator<Item = Vec<u8>>) -> bool {
    let given: Vec<Vec<u8>> = given.collect();
    let mut fits = false;
    for key in keys {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { continue };
        parts.iter().for_each(|part| mac.update(part));
        for signature in &given {
            fits |= mac.clone().verify_slice(signature).is_ok();
        }
    }
    fits
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    (digits.len() == 64).then(|| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Why a body holds no posts at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// No JSON.
    #[error("the body is no valid JSON: {0}")]
    Json(String),
    /// JSON of another shape.
    #[error("the body must be one record, an array of records or {{\"posts\": [records]}}")]
    Shape,
    /// Too many.
    #[error("the body holds {0} records: send at most 10000 at a time")]
    TooMany(usize),
}

/// Reads a verified body: one record, an array, or `{"posts": […]}`. A record that cannot be read is put aside with its
/// index; the others are taken.
pub fn parse(body: &[u8], seen_at: Timestamp) -> Result<Delivery, BodyError> {
    let whole = json::read(body).map_err(|e| BodyError::Json(e.to_string()))?;
    let records = match whole {
        Value::Array(records) => records,
        Value::Object(mut fields) => match fields.remove("posts") {
            Some(Value::Array(records)) => records,
            Some(_) => return Err(BodyError::Shape),
            None => vec![Value::Object(fields)],
        },
        _ => return Err(BodyError::Shape),
    };
    if records.len() > RECORDS {
        return Err(BodyError::TooMany(records.len()));
    }
    let mut delivery = Delivery::default();
    for (index, record) in records.into_iter().enumerate() {
        let written = record.to_string();
        match read(record, &written, seen_at) {
            Ok(post) => delivery.posts.push(post),
            Err(reason) => {
                let mut bytes = written.into_bytes();
                bytes.truncate(KEPT);
                delivery.quarantined.push(Quarantined { reason, place: format!("record {index}"), bytes });
            }
        }
    }
    Ok(delivery)
}

/// Numbers where the record has text: platforms send ids so.
const TEXTS: [&str; 8] = ["native_id", "native_rev", "parent", "repost_of", "url", "text", "lang", "id"];
/// The longest text of a post; what is longer is cut, and says so.
const TEXT: usize = 64 << 10;

fn read(record: Value, written: &str, seen_at: Timestamp) -> Result<Post, String> {
    let Value::Object(mut fields) = record else { return Err("it is no JSON object".to_owned()) };
    lighten(&mut fields, &TEXTS);
    if let Some(id) = fields.remove("id") {
        fields.entry("native_id").or_insert(id);
    }
    match fields.get_mut("author") {
        Some(Value::Object(author)) => lighten(author, &["native_id", "handle", "display", "url"]),
        Some(Value::String(name)) => {
            let author = Author { display: Some(std::mem::take(name)), ..Author::default() };
            fields.insert("author".to_owned(), serde_json::to_value(author).map_err(|e| e.to_string())?);
        }
        _ => {}
    }
    if let Some(stars) = fields.get("rating").and_then(Value::as_f64) {
        let tenths = (stars.clamp(0.0, 1000.0) * 10.0).round() as u32;
        let rating = Rating { tenths, out_of: 5 };
        fields.insert("rating".to_owned(), serde_json::to_value(rating).map_err(|e| e.to_string())?);
    }
    // What the record says of us is ours to say.
    fields.remove("source_kind");
    fields.remove("seen_at");
    fields.retain(|_, value| !value.is_null());
    let post: Post = serde_json::from_value(Value::Object(fields)).map_err(|e| e.to_string())?;
    finished(post, written, seen_at)
}

fn lighten(fields: &mut Map<String, Value>, names: &[&str]) {
    for name in names {
        // A number beyond 64 bits was already rounded when it was read: no id. It stays, and the record is put aside.
        if let Some(value) = fields.get_mut(*name).filter(|v| v.is_i64() || v.is_u64()) {
            *value = Value::String(value.to_string());
        }
    }
    fields.retain(|_, value| !value.is_null());
}

fn finished(mut post: Post, written: &str, seen_at: Timestamp) -> Result<Post, String> {
    post.text = super::feed::html::tidy(&post.text);
    if post.text.len() > TEXT {
        post.text.truncate(post.text.floor_char_boundary(TEXT));
        post.text.push_str(" […]");
    }
    if post.text.is_empty() && post.rating.is_none() && post.url.is_none() {
        return Err("it holds neither a text nor a rating nor a url".to_owned());
    }
    if post.rating.is_some_and(|r| r.stars().is_none()) {
        return Err("its rating lies outside its scale".to_owned());
    }
    too_long("native_id", &post.native_id, LONGEST_ID)?;
    post.source_kind = "webhook".to_owned();
    post.seen_at = seen_at;
    post.images = Image::checked(post.images);
    post.author.reviews = post.author.reviews.filter(|reviews| *reviews >= 0);
    // Kept as it came: a canonical form would change what a round trip must keep.
    post.url = post.url.filter(|u| url::Url::parse(u).is_ok_and(|u| matches!(u.scheme(), "http" | "https")));
    if post.native_id.is_empty() {
        post.native_id = format!("hash:{}", &blake3::hash(written.as_bytes()).to_hex()[..32]);
    }
    if post.native_rev.is_none() {
        post.native_rev = Some(blake3::hash(post.text.as_bytes()).to_hex()[..16].to_owned());
    }
    post.raw = written.as_bytes().to_vec();
    Ok(post)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const BODY_TEXT: &[u8] = br#"{"test": 2432232314}"#;

    fn now() -> Timestamp {
        Timestamp::from_second(1_614_265_330).unwrap()
    }

    fn signed(secret: &[u8], text: &[u8]) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
        mac.update(text);
        mac.finalize().into_bytes().to_vec()
    }

    /// The example of the Standard Webhooks libraries: id, time, secret and signature are public test values.
    #[test]
    fn the_published_example_is_accepted_and_any_change_is_not() {
        let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        let headers = [
            ("Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            ("webhook-timestamp", "1614265330"),
            ("webhook-signature", signature),
        ];
        let id = DeliveryId("msg_p5jXN8AQM9LWM0D4loKWxJek".to_owned());
        assert_eq!(verify(&headers, BODY_TEXT, &[SECRET], now()), Ok(id.clone()));
        assert_eq!(verify(&headers, BODY_TEXT, &["other", SECRET], now()), Ok(id.clone()), "keys are being rotated");
        let rotated = format!("v1a,x v1,AAAA v1,{} {signature}", STANDARD.encode([7; 32]));
        let with = |i: usize, value: &'static str| {
            let mut changed = headers;
            changed[i].1 = value;
            changed
        };
        let two = [headers[0], headers[1], ("webhook-signature", rotated.as_str())];
        assert_eq!(verify(&two, BODY_TEXT, &[SECRET], now()), Ok(id));
        assert_eq!(verify(&with(0, "msg_x"), BODY_TEXT, &[SECRET], now()), Err(Refused::Signature));
        assert_eq!(verify(&with(1, "1614265331"), BODY_TEXT, &[SECRET], now()), Err(Refused::Signature));
        assert_eq!(verify(&headers, b"{}", &[SECRET], now()), Err(Refused::Signature));
        assert_eq!(verify(&headers, BODY_TEXT, &["other"], now()), Err(Refused::Signature));
        assert_eq!(verify(&headers, BODY_TEXT, &["", "whsec_", "whsec_***"], now()), Err(Refused::NoSecret));
        assert_eq!(verify(&with(1, "soon"), BODY_TEXT, &[SECRET], now()), Err(Refused::Time));
        assert_eq!(verify(&with(1, "-9223372036854775808"), BODY_TEXT, &[SECRET], now()), Err(Refused::Time));
        assert_eq!(verify(&headers[..2], BODY_TEXT, &[SECRET], now()), Err(Refused::Unsigned));
        for (skew, accepted) in [(300, true), (-300, true), (301, false), (-301, false)] {
            let later = Timestamp::from_second(1_614_265_330 + skew).unwrap();
            assert_eq!(verify(&headers, BODY_TEXT, &[SECRET], later).is_ok(), accepted, "{skew}");
        }
        assert_eq!(verify(&headers, &vec![b' '; BODY + 1], &[SECRET], now()), Err(Refused::TooBig));
    }

    #[test]
    fn hub_signatures_are_read() {
        let signature = format!("sha256={}", to_hex(&signed(b"secret", BODY_TEXT)));
        let upper = signature.to_uppercase().replace("SHA256", "sha256");
        let first = verify(&[("X-Hub-Signature-256", &signature)], BODY_TEXT, &["secret"], now()).unwrap();
        assert_eq!(verify(&[("x-hub-signature-256", &upper)], BODY_TEXT, &["secret"], now()), Ok(first.clone()));
        let other = format!("sha256={}", to_hex(&signed(b"secret", b"[]")));
        assert_ne!(verify(&[("x-hub-signature-256", &other)], b"[]", &["secret"], now()), Ok(first));
        for bad in ["sha256=", "sha256=zz", "sha1=00", &signature[..70], "é"] {
            assert_eq!(
                verify(&[("x-hub-signature-256", bad)], BODY_TEXT, &["secret"], now()),
                Err(Refused::Signature),
                "{bad}"
            );
        }
    }

    #[test]
    fn good_records_are_taken_and_bad_ones_put_aside() {
        let body = include_bytes!("../../../../fixtures/webhook/mixed.json");
        let delivery = parse(body, now()).unwrap();
        let posts: Vec<_> = delivery
            .posts
            .iter()
            .map(|p| (p.native_id.as_str(), p.text.as_str(), p.rating.and_then(|r| r.stars())))
            .collect();
        assert_eq!(
            posts,
            [
                ("11345678901234567890", "Livraison en retard, personne ne répond.", None),
                ("r-2", "", Some(1)),
                ("dup", "the last key counts", None),
                ("surrogate", "a\u{fffd}b", None),
            ]
        );
        let author = &delivery.posts[0].author;
        assert_eq!((author.native_id.as_deref(), author.handle.as_deref()), (Some("42"), Some("lea@example.social")));
        assert_eq!((author.reviews, author.default_profile), (Some(7), Some(false)));
        assert_eq!(author.created_at, Some("2019-03-01T00:00:00Z".parse().unwrap()));
        assert_eq!(delivery.posts[1].author.reviews, None, "not told is not known");
        assert_eq!(delivery.posts[2].author.display.as_deref(), Some("Léa"));
        assert_eq!(delivery.posts[2].url, None, "javascript: is no address");
        let pictures = [
            Image::Cid("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku".to_owned()),
            Image::Blurhash("L9AB*bt700xu~qRjWBt7IUj[xuWB".to_owned()),
        ];
        assert_eq!(delivery.posts[1].images, pictures, "what is no hash is not kept");
        let places: Vec<_> = delivery.quarantined.iter().map(|q| q.place.as_str()).collect();
        assert_eq!(places, ["record 4", "record 5", "record 6", "record 7", "record 8", "record 9"]);
        for post in &delivery.posts {
            assert_eq!((post.source_kind.as_str(), post.seen_at), ("webhook", now()));
            assert!(!post.raw.is_empty());
        }
    }

    #[test]
    fn every_script_is_kept() {
        let texts = [
            "Ça déraille, œuf compris",
            "It giet net sa’t it moat, ûnwis",
            "اللغة العربية",
            "日本の悪い夢",
            "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "שלום \u{200f}(כן)",
        ];
        let records: Vec<_> = texts.iter().map(|text| serde_json::json!({ "id": text, "text": text })).collect();
        let kept = parse(serde_json::json!(records).to_string().as_bytes(), now()).unwrap().posts;
        assert_eq!(kept.into_iter().map(|post| post.text).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn every_shape_is_read_and_others_are_told() {
        let one = br#"{"id":"1","text":"x"}"#;
        let list = br#"[{"id":"1","text":"x"}]"#;
        let wrapped = br#"{"posts":[{"id":"1","text":"x"}]}"#;
        let posts: Vec<Vec<String>> = [&one[..], list, wrapped]
            .iter()
            .map(|b| parse(b, now()).unwrap().posts.into_iter().map(|p| p.native_id + &p.text).collect())
            .collect();
        assert_eq!(posts, vec![vec!["1x".to_owned()]; 3]);
        assert_eq!(parse(b"7", now()), Err(BodyError::Shape));
        assert_eq!(parse(br#"{"posts":7}"#, now()), Err(BodyError::Shape));
        assert!(matches!(parse(b"{\"posts\":[", now()), Err(BodyError::Json(_))));
        let many = format!("[{}1]", "1,".repeat(RECORDS));
        assert_eq!(parse(many.as_bytes(), now()), Err(BodyError::TooMany(RECORDS + 1)));
    }

    #[test]
    fn a_post_sent_is_the_post_received() {
        let post = Post {
            source_kind: "webhook".to_owned(),
            native_id: "https://x.example/1".to_owned(),
            native_rev: Some("r".to_owned()),
            text: "été 🚨".to_owned(),
            url: Some("https://x.example/1?utm_source=a".to_owned()),
            published_at: Some(now()),
            seen_at: now(),
            rating: Some(Rating { tenths: 45, out_of: 5 }),
            ..Post::default()
        };
        let mut back = parse(serde_json::to_string(&post).unwrap().as_bytes(), now()).unwrap().posts.remove(0);
        back.raw.clear();
        assert_eq!(back, post);
    }
}
