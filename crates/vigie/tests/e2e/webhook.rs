//! What others send us, signed: taken once, answered only when it is stored, and judged at the next minute.

use crate::house::{EMAIL, House, PASSWORD, Served};
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

/// Two ratings a month for eight months, then a webhook.
fn two_a_month(house: &House) {
    let now = Timestamp::now();
    let mut usual = "id,at,rating,author\n".to_owned();
    for n in (1..=16).rev() {
        let at = now - SignedDuration::from_hours(24 * 15 * n);
        usual.push_str(&format!("u{n},{at},{},Client\n", if n % 4 == 0 { 1 } else { 5 }));
    }
    let file = house.file("usual.csv", &usual);
    house.done(&["import", &file, "--brand", "Dunes", "--map", "id=id,at=at,rating=rating,author=author"]);
    assert_eq!(house.done(&["signal", "list"]), "", "two a month are usual");
}

fn alert(served: &Served, token: &str) -> Value {
    crate::wait_for("the next minute's judgement", || {
        let signals = served.api(token, "/organisations/1/signals");
        signals["items"].as_array().unwrap().iter().find(|signal| signal["level"] == "alert").cloned()
    })
}

#[test]
fn forty_ratings_without_a_word_are_an_alert_where_two_a_month_are_usual() {
    let house = House::new();
    two_a_month(&house);
    let (hook, served) = (Hook::add(&house), house.serve());
    assert_eq!(hook.deliver(&served, "night", &stars(0, 40)).status, 200);
    let token = house.token();
    let alert = alert(&served, &token);
    assert_eq!(
        (&alert["observed"], &alert["wakes"], &alert["late"]),
        (&json!(40), &json!(true), &json!(false)),
        "{alert}"
    );
    let page = served.api(&token, &format!("/organisations/1/signals/{}/why", alert["id"].as_str().unwrap()));
    assert_eq!(page["identical"], json!(true), "{page}");
}

/// Forty ratings without a word by accounts made this week, but two: they have existed for years.
fn thrown_and_two_customers() -> Value {
    let posts: Vec<_> = (0..40)
        .map(|n| {
            let days = if n == 11 || n == 29 { 1_500 } else { 3 };
            let since = Timestamp::now() - SignedDuration::from_hours(24 * days);
            let author = json!({ "native_id": format!("a{n}"), "display": format!("Client {n}"), "created_at": since });
            json!({ "id": format!("r{n}"), "rating": 1, "author": author })
        })
        .collect();
    json!({ "posts": posts })
}

#[test]
fn of_forty_ratings_without_a_word_the_two_customers_are_not_accused() {
    let house = House::new();
    two_a_month(&house);
    let (hook, served) = (Hook::add(&house), house.serve());
    assert_eq!(hook.deliver(&served, "night", &thrown_and_two_customers()).status, 200);
    let token = house.token();
    let alert = alert(&served, &token);
    let id = alert["id"].as_str().unwrap();
    let path = format!("/organisations/1/signals/{id}");

    // Frozen with the signal, and the same as of now.
    let kept = served.api(&token, &path)["explanation"]["assessment"]["company"].clone();
    let now = served.api(&token, &format!("{path}/assessment"))["assessment"]["company"].clone();
    for company in [&kept, &now] {
        let burst = &company["reviews"];
        assert_eq!((&company["share"], &burst["reviews"]), (&json!(50), &json!(40)), "{company}");
        assert_eq!((&burst["alike"], &burst["own"]), (&json!(38), &json!(2)), "{burst}");
        let has = |side: &str, what: &str| burst[side].as_array().unwrap().iter().any(|sign| sign["what"] == what);
        assert!(has("signs_for", "arrival") && has("signs_for", "one_sided") && has("signs_for", "one_off"), "{burst}");
        assert!(has("signs_against", "crowd_possible") && has("signs_against", "real_customers"), "{burst}");
    }

    let dossier = served.api(&token, &format!("{path}/dossier"))["dossier"].clone();
    let reviews = dossier["reviews"].as_array().unwrap();
    let own: Vec<&Value> = reviews.iter().filter(|review| review["part"] == "own").collect();
    assert_eq!((reviews.len(), own.len()), (40, 2), "{dossier}");
    for customer in own {
        let mention = served.api(&token, &format!("/organisations/1/mentions/{}", customer["mention"]));
        let name = mention["post"]["author"]["display"].as_str().unwrap();
        assert!(["Client 11", "Client 29"].contains(&name), "{name} is a customer");
        assert_eq!(customer["evidence_against"][0]["what"], "old-account", "{customer}");
    }

    let told = house.done(&["signal", "dossier", id]);
    assert!(told.contains("38 look alike") && told.contains("not accused (2)"), "{told}");
    let shown = house.done(&["signal", "show", id]);
    assert!(shown.contains("2 look like real customers") && shown.contains("This is no verdict"), "{shown}");

    let form = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", served.url.as_str())];
    let answer = http::ask("POST", &served.at("/login"), &headers, &form).unwrap();
    let cookies =
        answer.head.lines().filter_map(|line| line.to_lowercase().strip_prefix("set-cookie: ").map(|_| &line[12..]));
    let cookie: Vec<&str> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
    let cookie = cookie.join("; ");
    let page = |path: &str| {
        let answer = http::ask("GET", &served.at(path), &[("Cookie", &cookie)], "").unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    };
    let signal = page(&format!("/signals/{id}"));
    assert!(signal.contains(&format!("href=\"/signals/{id}/dossier\"")), "{signal}");
    let printed = page(&format!("/signals/{id}/dossier"));
    // The accused stand before the two who are not, and nobody is lost.
    let not_accused = printed.rsplit("<h2>").next().unwrap();
    for n in 0..40 {
        let name = format!(">Client {n}<");
        assert_eq!(printed.matches(&name).count(), 1, "{name}");
        assert_eq!(not_accused.contains(&name), n == 11 || n == 29, "{name}");
    }
}
