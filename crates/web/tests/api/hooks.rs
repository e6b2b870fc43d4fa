//! Webhooks: who is let in, what is kept, and that 2xx means stored.

use super::house::{Answer, House, SECRET, now};
use axum::body::Body;
use axum::http::Request;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

fn signed(secret: &str, parts: &[&[u8]]) -> Vec<u8> {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().to_vec()
}

/// The headers of Standard Webhooks for a body sent at a time.
fn headers(secret: &str, id: &str, at: i64, body: &[u8]) -> Vec<(String, String)> {
    let at = at.to_string();
    let signature = STANDARD.encode(signed(secret, &[id.as_bytes(), b".", at.as_bytes(), b".", body]));
    let pairs =
        [("webhook-id", id.to_owned()), ("webhook-timestamp", at), ("webhook-signature", format!("v1,{signature}"))];
    pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

async fn deliver(house: &House, path: &str, headers: &[(String, String)], body: &[u8]) -> Answer {
    let request = headers.iter().fold(Request::post(path), |request, (name, value)| request.header(name, value));
    house.send(request.body(Body::from(body.to_vec())).unwrap()).await
}

fn posts(n: usize) -> Vec<u8> {
    let posts: Vec<_> = (0..n).map(|i| json!({ "id": format!("p{i}"), "text": format!("acme {i}") })).collect();
    json!({ "posts": posts }).to_string().into_bytes()
}

async fn stored(house: &House) -> i64 {
    house.app.world.store.counts_of_rows().await.unwrap().mentions - 2
}

#[tokio::test]
async fn only_the_right_signature_is_let_in() {
    let house = House::new().await;
    let (at, body) = (now().as_second(), posts(1));
    let path = format!("/hooks/{}", house.ours.source_id());
    let good = headers(SECRET, "d1", at, &body);
    let other_secret = format!("whsec_{}", STANDARD.encode([9; 32]));
    let changed = |i: usize, value: &str| {
        let mut changed = good.clone();
        changed[i].1 = value.to_owned();
        changed
    };
    let disabled = {
        let mut source = house.theirs.source.clone();
        source.enabled = false;
        house.app.world.store.update_source(&source).await.unwrap();
        format!("/hooks/{}", source.id)
    };
    let nobodys = "whsec_bm9ib2R5IGtub3dzIHRoaXMgb25lLCBub3QgZXZlbiB1cw==";
    let refused = [
        ("no signature", path.as_str(), Vec::new(), body.clone()),
        ("another secret", &path, headers(&other_secret, "d1", at, &body), body.clone()),
        ("another body", &path, good.clone(), posts(2)),
        ("another id", &path, changed(0, "d2"), body.clone()),
        ("another time", &path, changed(1, &(at + 1).to_string()), body.clone()),
        ("too old", &path, headers(SECRET, "d1", at - 301, &body), body.clone()),
        ("too new", &path, headers(SECRET, "d1", at + 301, &body), body.clone()),
        ("unknown source", "/hooks/999", good.clone(), body.clone()),
        ("unknown source by the stand-in secret", "/hooks/999", headers(nobodys, "d1", at, &body), body.clone()),
        ("no number", "/hooks/one", good.clone(), body.clone()),
        ("not listened to", &disabled, good.clone(), body.clone()),
    ];
    let mut said = Vec::new();
    for (what, path, headers, body) in &refused {
        let answer = deliver(&house, path, headers, body).await;
        assert_eq!(answer.problem(401), "refused", "{what}");
        said.push(answer.bytes);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "the answers tell a forger nothing");
    assert_eq!(stored(&house).await, 0);
    let health = house.app.world.store.health(house.ours.id).await.unwrap();
    assert!(health.iter().all(|(_, health)| health.deaf_since.is_none()), "a forger cannot make a source look deaf");
    assert_eq!(deliver(&house, &path, &good, &body).await.status, 200);
    assert_eq!(stored(&house).await, 1);
}

#[tokio::test]
async fn a_repeated_delivery_is_answered_and_stores_nothing() {
    let house = House::new().await;
    let path = format!("/hooks/{}", house.ours.source_id());
    let (at, body) = (now().as_second(), posts(3));
    for (stored_now, duplicate) in [(3, 0), (0, 3)] {
        let answer = deliver(&house, &path, &headers(SECRET, "d1", at, &body), &body).await;
        assert_eq!(answer.status, 200);
        let taken = answer.json();
        assert_eq!((&taken["stored"], &taken["duplicate"]), (&json!(stored_now), &json!(duplicate)));
    }
    let more = posts(4);
    let answer = deliver(&house, &path, &headers(SECRET, "d1", at, &more), &more).await;
    assert_eq!(
        (answer.status.as_u16(), stored(&house).await),
        (200, 3),
        "an id stands for its delivery, whatever comes with it"
    );
    let hub: String = signed(SECRET, &[&more]).iter().map(|b| format!("{b:02x}")).collect();
    let answer = deliver(&house, &path, &[("X-Hub-Signature-256".to_owned(), format!("sha256={hub}"))], &more).await;
    assert_eq!(
        (answer.status.as_u16(), stored(&house).await),
        (200, 4),
        "the other scheme; three of the four are known"
    );
    let health = house.app.world.store.health(house.ours.id).await.unwrap();
    let fares = &health.iter().find(|(id, _)| *id == house.ours.source_id()).unwrap().1;
    assert_eq!((fares.last_ok_at, fares.last_post_at), (Some(now()), Some(now())));
}

#[tokio::test]
async fn a_post_sent_again_with_other_words_is_an_edit() {
    let house = House::new().await;
    let path = format!("/hooks/{}", house.ours.source_id());
    let at = now().as_second();
    let said = |text: &str| {
        json!({ "id": "p0", "text": text, "published_at": "1970-01-01T00:00:00Z" }).to_string().into_bytes()
    };
    for (id, text) in
        [("d1", "acme is bad"), ("d2", "acme is bad"), ("d3", "acme is good, sorry"), ("d4", "acme is bad")]
    {
        let body = said(text);
        assert_eq!(deliver(&house, &path, &headers(SECRET, id, at, &body), &body).await.status, 200);
    }
    assert_eq!(stored(&house).await, 1);
    let mentions = house.get(&house.path("/mentions")).await.json();
    let mention = mentions["items"].as_array().unwrap().iter().find(|m| m["post"]["text"] == "acme is good, sorry");
    let id = mention.unwrap_or_else(|| panic!("{mentions}"))["id"].clone();
    let detail = house.get(&house.path(&format!("/mentions/{id}"))).await.json();
    assert_eq!(detail["versions"].as_array().unwrap().len(), 1, "what was said before is kept: {detail}");
    assert_eq!(detail["versions"][0]["text"], "acme is bad");
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_aside() {
    let house = House::new().await;
    let (path, at, id) = (format!("/hooks/{}", house.ours.source_id()), now().as_second(), house.ours.source_id());
    for (n, body) in [b"not json".as_slice(), b"[1,2", b"\xff\xfe", b"12", b""].into_iter().enumerate() {
        let answer = deliver(&house, &path, &headers(SECRET, &format!("bad{n}"), at, body), body).await;
        assert_eq!(answer.problem(422), "bad-body");
        assert_eq!(house.app.world.store.quarantine_count(house.ours.id, id).await.unwrap().kept, n as i64 + 1);
    }
    let mended = posts(1);
    let answer = deliver(&house, &path, &headers(SECRET, "bad0", at, &mended), &mended).await;
    assert_eq!((answer.status.as_u16(), stored(&house).await), (200, 1), "a mended body may come with the same id");
    let mixed = json!([{ "id": "good", "text": "acme" }, 7, { "id": "empty" }]).to_string().into_bytes();
    let answer = deliver(&house, &path, &headers(SECRET, "mixed", at, &mixed), &mixed).await.json();
    assert_eq!((&answer["stored"], &answer["quarantined"]), (&json!(1), &json!(2)));
    let list = house.get(&house.path(&format!("/sources/{id}/quarantine?limit=3"))).await.json();
    assert_eq!((&list["total"], list["items"].as_array().unwrap().len()), (&json!(7), 3));
}

#[tokio::test]
async fn too_much_is_413_and_a_store_that_fails_is_503() {
    let house = House::new().await;
    let (path, at) = (format!("/hooks/{}", house.ours.source_id()), now().as_second());
    let huge = vec![b' '; connect::inbound::webhook::BODY + 1];
    assert_eq!(deliver(&house, &path, &headers(SECRET, "d", at, &huge), &huge).await.problem(413), "too-big");
    let largest = {
        let mut body = posts(1);
        body.resize(connect::inbound::webhook::BODY, b' ');
        body
    };
    assert_eq!(deliver(&house, &path, &headers(SECRET, "d", at, &largest), &largest).await.status, 200);
    house.app.world.store.close().await;
    let body = posts(2);
    let answer = deliver(&house, &path, &headers(SECRET, "e", at, &body), &body).await;
    assert_eq!(answer.problem(503), "store");
    assert!(answer.headers.contains_key("retry-after"));
}
