//! A day's work through the API: what is changed is there afterwards.

use super::house::{House, now};
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

async fn done(house: &House, method: Method, rest: &str, body: Value) -> Value {
    let answer = house.ask(method, &house.path(rest), Some(&house.ours.token), Some(body)).await;
    assert!(answer.status.is_success(), "{rest}: {}", String::from_utf8_lossy(&answer.bytes));
    if answer.bytes.is_empty() { Value::Null } else { answer.json() }
}

async fn read(house: &House, rest: &str) -> Value {
    let answer = house.get(&house.path(rest)).await;
    assert_eq!(answer.status, 200, "{rest}: {}", String::from_utf8_lossy(&answer.bytes));
    answer.json()
}

#[tokio::test]
async fn mentions_are_added_handled_and_assigned() {
    let house = House::new().await;
    let picture = STANDARD.encode(vec![7; 3 << 20]);
    let report = json!({ "brand": house.ours.brand, "text": "on the radio", "url": "https://radio.example/1", "views": 340_000, "picture": picture });
    let made = done(&house, Method::POST, "/mentions", report.clone()).await["mention"].as_i64().unwrap();
    let detail = read(&house, &format!("/mentions/{made}")).await;
    assert_eq!(detail["post"]["engagement"]["views"], 340_000);
    assert_eq!(detail["post"]["text"], "on the radio\n— ours-owner");
    assert_eq!(detail["engagement"][0]["counts"]["views"], 340_000);
    let body = json!({ "brand": house.ours.brand, "text": "x", "picture": "no base64!" });
    let refused = house.ask(Method::POST, &house.path("/mentions"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(refused.problem(422), "bad-request");
    let ids = json!([made, house.ours.mention]);
    for (handled, changed) in [(true, 2), (true, 0), (false, 2)] {
        let said = done(&house, Method::POST, "/mentions/handle", json!({ "ids": ids, "handled": handled })).await;
        assert_eq!(said["changed"], changed);
    }
    // One that is another's, and nothing is changed.
    let body = json!({ "ids": [made, house.theirs.mention], "handled": true });
    let refused = house.ask(Method::POST, &house.path("/mentions/handle"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(refused.problem(404), "not-found");
    assert_eq!(read(&house, "/mentions?handled=true").await["items"], json!([]));
    done(&house, Method::POST, "/mentions/assign", json!({ "ids": [made], "person": house.ours.owner })).await;
    let mine = read(&house, &format!("/mentions?assigned={}", house.ours.owner)).await;
    assert_eq!(mine["items"][0]["id"], made);
    let members = read(&house, "/members").await;
    assert_eq!(
        members["items"][0],
        json!({
            "id": house.ours.owner, "name": "ours-owner", "email": "ours-owner@vigie.test", "role": "owner",
            "reached": "untried", "plan_roles": [],
        })
    );
    done(&house, Method::POST, "/mentions/assign", json!({ "ids": [made] })).await;
    assert_eq!(read(&house, &format!("/mentions?assigned={}", house.ours.owner)).await["items"], json!([]));
    let body = json!({ "ids": [made], "person": house.theirs.owner });
    let refused = house.ask(Method::POST, &house.path("/mentions/assign"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(refused.problem(404), "not-found", "no member of ours");
}

#[tokio::test]
async fn a_signal_is_explained_recomputed_and_labelled() {
    let house = House::new().await;
    let signal = format!("/signals/{}", house.ours.signal);
    let why = read(&house, &format!("{signal}/why")).await;
    assert_eq!((&why["identical"], &why["score"]), (&json!(true), &why["recomputed"]));
    assert!(why["score"].as_f64().unwrap() > 1.0, "{why}");
    assert_eq!(read(&house, &signal).await["label"], Value::Null);
    done(&house, Method::PUT, &format!("{signal}/label"), json!({ "verdict": "dismissed", "reason": "a sale" })).await;
    let said = read(&house, &signal).await;
    assert_eq!((&said["label"]["verdict"], &said["label"]["reason"]), (&json!("dismissed"), &json!("a sale")));
    assert_eq!(said["label"]["person"], house.ours.owner.0);
    assert_eq!(said["expected"], 1.25);
}

#[tokio::test]
async fn what_people_say_of_a_signal_counts_and_its_rubric_is_theirs() {
    let house = House::new().await;
    let signal = format!("/signals/{}", house.ours.signal);
    let before = read(&house, &format!("{signal}/assessment")).await["assessment"].clone();
    assert_eq!(before["severity"]["severity"], "watch");
    assert!(before["unknown"].as_array().unwrap().contains(&json!("harm")), "{before}");
    for (subject, value) in [("cancelled", 3), ("views", 80_000), ("cancelled", 120)] {
        let body = json!({ "subject": subject, "value": value, "note": " by telephone " });
        done(&house, Method::POST, &format!("{signal}/reported"), body).await;
    }
    let told = read(&house, &format!("{signal}/reported")).await;
    assert_eq!((told.as_array().unwrap().len(), &told[2]["note"]), (3, &json!("by telephone")));
    assert_eq!(told[2]["person"], house.ours.owner.0);
    let after = read(&house, &format!("{signal}/assessment")).await["assessment"].clone();
    assert_eq!(after["reported"].as_array().unwrap().len(), 2, "the newest of each");
    let harm = after["severity"]["factors"].as_array().unwrap().iter().find(|f| f["factor"] == "harm").unwrap();
    assert_eq!((&harm["value"], &harm["points"]), (&json!(120), &json!(4)));
    done(&house, Method::PUT, &format!("{signal}/severity"), json!({ "severity": "crisis", "reason": "the mayor" }))
        .await;
    let said = read(&house, &format!("{signal}/assessment")).await["assessment"]["severity"].clone();
    assert_eq!((&said["severity"], &said["by_rubric"]), (&json!("crisis"), &json!("watch")));
    for (method, path, body) in [
        (Method::PUT, format!("{signal}/severity"), json!({ "severity": "alert", "reason": " " })),
        (Method::POST, format!("{signal}/reported"), json!({ "subject": "calls", "value": -1 })),
        (
            Method::PUT,
            "/rubric".to_owned(),
            json!({ "factors": {}, "alert": 5, "crisis": 5, "answer_minutes": [9, 9, 9] }),
        ),
    ] {
        let refused = house.ask(method, &house.path(&path), Some(&house.ours.token), Some(body)).await;
        assert_eq!(refused.problem(422), "bad-request", "{path}");
    }
    done(&house, Method::PUT, &format!("{signal}/severity"), json!({ "severity": null })).await;
    let mut rubric = read(&house, "/rubric").await;
    rubric["alert"] = json!(4);
    done(&house, Method::PUT, "/rubric", rubric).await;
    let own = read(&house, &format!("{signal}/assessment")).await["assessment"]["severity"].clone();
    assert_eq!((&own["severity"], &own["bounds"]), (&json!("alert"), &json!([4, 13])));
    done(&house, Method::DELETE, "/rubric", Value::Null).await;
    assert_eq!(read(&house, "/rubric").await["alert"], 6);
}

#[tokio::test]
async fn a_token_works_until_it_is_revoked() {
    let house = House::new().await;
    let made = done(&house, Method::POST, "/tokens", json!({ "name": "robot" })).await;
    let token = made["token"].as_str().unwrap();
    assert!(token.starts_with("vig_"));
    let me = house.ask(Method::GET, "/api/v1/me", Some(token), None).await;
    assert_eq!(me.json()["id"], house.ours.owner.0);
    let list = read(&house, "/tokens").await;
    assert!(list["items"].as_array().unwrap().iter().all(|item| item.get("token").is_none()), "{list}");
    done(&house, Method::DELETE, &format!("/tokens/{}", made["id"]), Value::Null).await;
    assert_eq!(house.ask(Method::GET, "/api/v1/me", Some(token), None).await.problem(401), "token-unknown");
}

#[tokio::test]
async fn brands_queries_and_sources_change_as_told() {
    let house = House::new().await;
    let brand = done(
        &house,
        Method::POST,
        "/brands",
        json!({
            "name": " Café Zon ", "zone": "Europe/Amsterdam", "own_accounts": ["@CafeZon@Social.Example"],
            "places": [{ "name": "Google reviews", "watch": "not-watched" }],
        }),
    )
    .await;
    assert_eq!((&brand["name"], &brand["role"]), (&json!("Café Zon"), &json!("own")));
    assert_eq!(brand["own_accounts"], json!(["cafezon@social.example"]));
    let changed =
        done(&house, Method::PATCH, &format!("/brands/{}", brand["id"]), json!({ "role": "competitor" })).await;
    assert_eq!(
        (&changed["role"], &changed["places"], &changed["zone"]),
        (&json!("competitor"), &brand["places"], &brand["zone"])
    );
    let query =
        done(&house, Method::POST, "/queries", json!({ "brand": brand["id"], "name": "main", "text": "café AND zon" }))
            .await;
    let changed =
        done(&house, Method::PATCH, &format!("/queries/{}", query["id"]), json!({ "text": "\"café zon\"" })).await;
    assert_eq!((&changed["name"], &changed["text"]), (&json!("main"), &json!("\"café zon\"")));
    done(&house, Method::DELETE, &format!("/queries/{}", query["id"]), Value::Null).await;
    assert_eq!(read(&house, "/queries").await["items"].as_array().unwrap().len(), 1);
    let id = house.ours.source_id();
    let off = done(&house, Method::PATCH, &format!("/sources/{id}"), json!({ "enabled": false })).await;
    assert_eq!((&off["enabled"], &off["name"]), (&json!(false), &json!("hook of ours")));
    let timeline = read(&house, &format!("/brands/{}/timeline?step=5", house.ours.brand)).await;
    assert!(timeline["points"].is_array(), "{timeline}");
    assert_eq!(read(&house, &format!("/sources/{id}/gaps?since={}", now())).await["items"], json!([]));
}

#[tokio::test]
async fn what_a_source_is_asked_with_changes_while_it_stays_the_same_source() {
    let house = House::new().await;
    let stream = json!({ "kind": "mastodon", "server": "https://m.example", "token": "t0ld", "streaming": true });
    let made = done(&house, Method::POST, "/sources", stream).await;
    assert_eq!(made["streaming"], json!(true), "{made}");
    let path = format!("/sources/{}", made["id"]);
    let changed = done(&house, Method::PATCH, &path, json!({ "token": "n3w", "streaming": false })).await;
    assert_eq!((&changed["streaming"], &changed["id"]), (&json!(false), &made["id"]));
    let id = domain::id::SourceId(made["id"].as_i64().unwrap());
    let store = &house.app.world.store;
    let kept = store.source(house.ours.id, id).await.unwrap();
    assert!(kept.settings.contains("n3w") && !kept.settings.contains("t0ld"), "{}", kept.settings);
    let refuses = async |path: &str, change: Value| {
        house.ask(Method::PATCH, &house.path(path), Some(&house.ours.token), Some(change)).await.problem(422);
    };
    refuses(&path, json!({ "url": "https://other.example" })).await;
    refuses(&path, json!({ "name": "a\u{202e}b" })).await;
    refuses(&format!("/sources/{}", house.ours.source_id()), json!({ "token": "x" })).await;
    let inside = store::NewSource {
        organisation: Some(house.ours.id),
        brand: None,
        kind: "feed".to_owned(),
        name: "inside".to_owned(),
        settings: r#"{"url":"http://10.0.0.1/feed","allow":["10.0.0.1"]}"#.to_owned(),
    };
    let inside = store.create_source(inside, now()).await.unwrap();
    refuses(&format!("/sources/{}", inside.id), json!({ "url": "http://10.0.0.1/admin" })).await;
}

#[tokio::test]
async fn the_houses_source_is_seen_and_not_changed() {
    let house = House::new().await;
    let new = store::NewSource {
        organisation: None,
        brand: None,
        kind: "feed".to_owned(),
        name: "house".to_owned(),
        settings: r#"{"url":"https://a.example/"}"#.to_owned(),
    };
    let source = house.app.world.store.create_source(new, now()).await.unwrap();
    let seen = read(&house, "/sources").await;
    assert_eq!(seen["items"].as_array().unwrap().last().unwrap()["house"], true);
    let path = house.path(&format!("/sources/{}", source.id));
    let refused = house.ask(Method::PATCH, &path, Some(&house.ours.token), Some(json!({ "enabled": false }))).await;
    assert_eq!(refused.problem(403), "forbidden");
}

#[tokio::test]
async fn another_set_of_queries_is_tried_and_saves_nothing() {
    let house = House::new().await;
    // What a source of the brand brings is its mention whatever its queries say: these come from elsewhere.
    let new = store::NewSource {
        organisation: Some(house.ours.id),
        brand: None,
        kind: "feed".to_owned(),
        name: "elsewhere".to_owned(),
        settings: "{}".to_owned(),
    };
    let source = house.app.world.store.create_source(new, now()).await.unwrap();
    let post = |i: usize| domain::post::Post {
        source_kind: "feed".to_owned(),
        native_id: format!("b{i}"),
        text: if i.is_multiple_of(2) { "acme".to_owned() } else { "acme lantern".to_owned() },
        published_at: Some(now()),
        seen_at: now(),
        ..Default::default()
    };
    let delivery = domain::source::Delivery { posts: (0..6).map(post).collect(), ..Default::default() };
    house.app.ingest.accept(&source, delivery, engine::ingest::Manner::Live).await.unwrap();
    let path = format!("/brands/{}/backtest", house.ours.brand);
    let before = read(&house, "/queries").await;
    let tried = done(&house, Method::POST, &path, json!({ "queries": ["acme AND lantern"], "weeks": 1 })).await;
    let (present, changed) =
        (tried["present"]["mentions"].as_i64().unwrap(), tried["changed"]["mentions"].as_i64().unwrap());
    assert!(present > changed && changed >= 3, "{tried}");
    assert_eq!(tried["lost"]["count"].as_i64().unwrap(), present - changed);
    assert_eq!((&tried["gained"]["count"], &tried["whole"]), (&json!(0), &json!(true)));
    let wrong = json!({ "queries": ["acme AND"] });
    let wrong = house.ask(Method::POST, &house.path(&path), Some(&house.ours.token), Some(wrong)).await;
    assert_eq!(wrong.problem(422), "wrong-query");
    for weeks in [0, 27] {
        let body = json!({ "queries": [], "weeks": weeks });
        let refused = house.ask(Method::POST, &house.path(&path), Some(&house.ours.token), Some(body)).await;
        assert_eq!(refused.problem(422), "bad-request");
    }
    assert_eq!(read(&house, "/queries").await, before);
}

#[tokio::test]
async fn the_week_says_of_each_number_what_kind_it_is() {
    let house = House::new().await;
    house.bring((0..4).map(|i| (format!("w{i}"), format!("acme {i}")))).await;
    let week = read(&house, "/report").await;
    assert_eq!(week["mentions"]["kind"], "counted");
    assert!(week["mentions"]["value"].as_i64().unwrap() >= 4, "{week}");
    assert_eq!((&week["negative_share"]["kind"], week["lines"].as_array().unwrap().len()), (&json!("unknown"), 5));
    let foreign = house.get(&house.path(&format!("/report?brand={}", house.theirs.brand))).await;
    assert_eq!(foreign.problem(404), "not-found");
    let quiet = read(&house, "/report?until=2001-02-03T00:00:00Z").await;
    assert_eq!((&quiet["mentions"]["value"], &quiet["before"]["kind"]), (&json!(0), &json!("unknown")));
}
