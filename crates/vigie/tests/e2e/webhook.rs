//! What others send us, signed: taken once, answered only when it is stored, and judged at the next minute.

use crate::house::{House, Served};
use crate::http;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sha2::Sha256;

/// A webhook bound to the brand.
pub struct Hook {
    pub id: i64,
    pub secret: String,
}

impl Hook {
    pub fn add(house: &House) -> Self {
        let made = house.done(&["--json", "source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
        let made: Value = serde_json::from_str(&made).unwrap();
        Self { id: made["id"].as_i64().unwrap(), secret: made["secret"].as_str().unwrap().to_owned() }
    }

    pub fn deliver(&self, served: &Served, delivery: &str, posts: &Value) -> http::Answer {
        let (at, body) = (Timestamp::now().as_second().to_string(), posts.to_string());
        let key = STANDARD.decode(self.secret.strip_prefix("whsec_").unwrap()).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
        [delivery, ".", &at, ".", &body].iter().for_each(|part| mac.update(part.as_bytes()));
        let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        let headers = [("webhook-id", delivery), ("webhook-timestamp", &at), ("webhook-signature", &signature)];
        http::ask("POST", &served.at(&format!("/hooks/{}", self.id)), &headers, &body).unwrap()
    }
}

/// Ratings without a word.
pub fn stars(first: usize, count: usize) -> Value {
    let posts: Vec<_> = (first..first + count)
        .map(|n| json!({ "id": format!("r{n}"), "rating": 1, "author": format!("Client {n}") }))
        .collect();
    json!({ "posts": posts })
}

#[test]
fn a_delivery_is_answered_when_it_is_stored() {
    let house = House::new();
    let (hook, served) = (Hook::add(&house), house.serve());
    for n in 0..5 {
        let answer = hook.deliver(&served, &format!("d{n}"), &stars(n * 10, 10));
        assert_eq!(answer.status, 200, "{}", answer.body);
        // Another process reads the store at once: what was answered is there.
        assert_eq!(house.done(&["export"]).lines().count(), (n + 1) * 10);
    }
    let again = hook.deliver(&served, "d0", &stars(0, 10));
    assert_eq!((again.status, &again.json()["stored"]), (200, &json!(0)));
    let forged = Hook { secret: format!("whsec_{}", STANDARD.encode([7; 32])), id: hook.id };
    assert_eq!(forged.deliver(&served, "d9", &stars(90, 1)).status, 401);
    served.kill();
    let served = house.serve();
    let again = hook.deliver(&served, "d4", &stars(40, 10));
    assert_eq!((again.status, &again.json()["stored"]), (200, &json!(0)), "it is known after a crash");
    assert_eq!(house.done(&["export"]).lines().count(), 50);
}

#[test]
fn forty_ratings_without_a_word_are_an_alert_where_two_a_month_are_usual() {
    let house = House::new();
    let now = Timestamp::now();
    let mut usual = "id,at,rating,author\n".to_owned();
    for n in (1..=16).rev() {
        let at = now - SignedDuration::from_hours(24 * 15 * n);
        usual.push_str(&format!("u{n},{at},{},Client\n", if n % 4 == 0 { 1 } else { 5 }));
    }
    let file = house.file("usual.csv", &usual);
    house.done(&["import", &file, "--brand", "Dunes", "--map", "id=id,at=at,rating=rating,author=author"]);
    assert_eq!(house.done(&["signal", "list"]), "", "two a month are usual");
    let (hook, served) = (Hook::add(&house), house.serve());
    assert_eq!(hook.deliver(&served, "night", &stars(0, 40)).status, 200);
    let token = house.token();
    let alert = crate::wait_for("the next minute's judgement", || {
        let signals = served.api(&token, "/organisations/1/signals");
        signals["items"].as_array().unwrap().iter().find(|signal| signal["level"] == "alert").cloned()
    });
    assert_eq!(
        (&alert["observed"], &alert["wakes"], &alert["late"]),
        (&json!(40), &json!(true), &json!(false)),
        "{alert}"
    );
    let page = served.api(&token, &format!("/organisations/1/signals/{}/why", alert["id"].as_str().unwrap()));
    assert_eq!(page["identical"], json!(true), "{page}");
}
