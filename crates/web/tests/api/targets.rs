//! One's own targets, hours and messages, and an organisation's ladder.

use super::house::{HOST, House, now};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::Role;
use serde_json::{Value, json};
use store::NewTarget;

async fn add(house: &House, kind: &str, settings: Value) -> super::house::Answer {
    let body = json!({ "kind": kind, "settings": settings });
    house.ask(Method::POST, "/api/v1/me/targets", Some(&house.ours.token), Some(body)).await
}

#[tokio::test]
async fn settings_that_cannot_be_used_are_refused_and_no_secret_is_shown() {
    let house = House::new().await;
    let key = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    let push =
        |endpoint: &str| json!({ "endpoint": endpoint, "keys": { "p256dh": key, "auth": "BTBZMqHH6r4Tts7J_aSIgg" } });
    for (kind, settings) in [
        ("pigeon", json!({})),
        ("mail", json!({ "address": "lea@" })),
        ("mail", json!({ "address": "lea@example.org", "password": "hunter22" })),
        ("mail", json!("lea@example.org")),
        ("ntfy", json!({ "server": "https://ntfy.example/admin", "topic": "a" })),
        ("chat", json!({ "url": "ftp://chat.example/hunter22" })),
        ("webhook", json!({ "url": "https://a.example/", "secret": "hunter22" })),
        ("webhook", json!([])),
        ("push", push("http://push.example/hunter22")),
        ("push", push("javascript:alert(1)")),
        ("push", json!({ "endpoint": "https://push.example/", "keys": { "p256dh": "hunter22", "auth": "" } })),
        ("push", push(&format!("https://push.example/{}", "x".repeat(5_000)))),
    ] {
        let answer = add(&house, kind, settings).await;
        assert_eq!(answer.problem(422), "bad-request", "{kind}");
        assert!(!String::from_utf8_lossy(&answer.bytes).contains("hunter22"));
    }
    for (kind, settings) in [
        ("ntfy", json!({ "server": "https://ntfy.example", "topic": "a-topic", "token": "tk_hunter22" })),
        ("chat", json!({ "url": "https://chat.example/hooks/hunter22" })),
        ("push", push("https://push.example/hunter22")),
    ] {
        assert_eq!(add(&house, kind, settings).await.status, 201, "{kind}");
    }
    let made = add(&house, "webhook", json!({ "url": "https://hook.example/in" })).await.json();
    assert!(made["secret"].as_str().is_some_and(|secret| secret.starts_with("whsec_") && secret.len() > 40), "{made}");
    let all = house.get("/api/v1/me/targets").await;
    let text = String::from_utf8_lossy(&all.bytes).into_owned();
    assert!(!text.contains("hunter22") && !text.contains("whsec_") && !text.contains("a-topic"), "{text}");
    let shown: Vec<Value> = all.json()["items"].as_array().unwrap().iter().map(|t| t["shown"].clone()).collect();
    assert_eq!(shown, ["ours@vigie.test", "ntfy.example", "chat.example", "push.example", "hook.example"]);
}

#[tokio::test]
async fn the_same_target_again_is_one_and_twenty_are_the_most() {
    let house = House::new().await;
    let mail = |n: usize| json!({ "address": format!("phone{n}@{HOST}") });
    let first = add(&house, "mail", mail(0)).await.json();
    assert_eq!(add(&house, "mail", mail(0)).await.json()["id"], first["id"]);
    for n in 1..19 {
        assert_eq!(add(&house, "mail", mail(n)).await.status, 201, "{n}");
    }
    add(&house, "mail", mail(19)).await.problem(422);
    assert_eq!(add(&house, "mail", mail(18)).await.status, 201, "one that is there");
    let key = |key: &str| {
        let request = Request::post("/api/v1/me/targets")
            .header(header::AUTHORIZATION, format!("Bearer {}", house.ours.token))
            .header(header::CONTENT_TYPE, "application/json")
            .header("Idempotency-Key", key);
        request.body(Body::from(json!({ "kind": "mail", "settings": mail(3) }).to_string())).unwrap()
    };
    let (once, again) = (house.send(key("k")).await, house.send(key("k")).await);
    assert_eq!((once.status.as_u16(), once.json()), (201, again.json()));
    assert_eq!(again.headers["idempotent-replayed"], "true");
}

#[tokio::test]
async fn nobody_reaches_anothers_targets_or_messages() {
    let house = House::new().await;
    let path = format!("/api/v1/me/targets/{}", house.theirs.targets[0]);
    for (method, path) in [
        (Method::DELETE, path.clone()),
        (Method::POST, format!("{path}/test")),
        (Method::POST, format!("{path}/first")),
    ] {
        house.ask(method, &path, Some(&house.ours.token), None).await.problem(404);
    }
    let own = format!("/api/v1/me/targets/{}/test", house.ours.targets[0]);
    assert_eq!(house.ask(Method::POST, &own, Some(&house.ours.token), None).await.status, 202);
    let mine = house.get("/api/v1/me/messages?state=waiting").await.json();
    assert_eq!(mine["items"].as_array().unwrap().len(), 1);
    assert_eq!(house.get("/api/v1/me/messages?state=failed").await.json()["items"], json!([]));
    house.get("/api/v1/me/messages?state=lost").await.problem(422);
    let theirs = house.ask(Method::GET, "/api/v1/me/messages", Some(&house.theirs.token), None).await;
    assert_eq!(theirs.json()["items"], json!([]));
}

/// A program of one client must not be told what an agency's manager is told of another's, nor have it sent elsewhere.
#[tokio::test]
async fn a_token_of_one_organisation_does_not_touch_what_concerns_others() {
    let house = House::new().await;
    let store = &house.app.world.store;
    store.set_membership(house.theirs.id, house.ours.owner, Role::ReadOnly).await.unwrap();
    for path in ["/me/targets", "/me/messages", "/me/hours"] {
        let answer = house.get(&format!("/api/v1{path}")).await;
        assert_eq!(answer.problem(403), "one-organisation-only", "{path}");
    }
    let before = store.dump().await.unwrap();
    let elsewhere = json!({ "url": "https://elsewhere.example/" });
    assert_eq!(add(&house, "chat", elsewhere).await.problem(403), "one-organisation-only");
    // The pages have no such rule: they are not for tokens at all.
    let pages = ["/settings/waking", "/settings/waking/messages", "/settings/waking/ladder/1", "/", "/mentions"];
    for (method, path) in
        pages.map(|path| (Method::GET, path)).into_iter().chain([(Method::POST, "/settings/waking/targets")])
    {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, format!("https://{HOST}"));
        let request = request.header(header::AUTHORIZATION, format!("Bearer {}", house.ours.token));
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let form = Body::from("kind=chat&name=x&place=https%3A%2F%2Felsewhere.example%2F");
        let answer = house.send(request.body(form).unwrap()).await;
        assert!([303, 401].contains(&answer.status.as_u16()), "{path}: {}", answer.status);
    }
    assert_eq!(store.dump().await.unwrap(), before);
    assert_eq!(house.get("/api/v1/me").await.status, 200, "who they are is still told");
}

#[tokio::test]
async fn a_ladder_calls_members_and_hours_let_somebody_be_called() {
    let house = House::new().await;
    let put =
        async |path: String, body: Value| house.ask(Method::PUT, &path, Some(&house.ours.token), Some(body)).await;
    let unwritten = house.get(&house.path("/ladder")).await.json();
    assert_eq!(unwritten["rungs"].as_array().unwrap().len(), 2, "the members, one after the other: {unwritten}");
    let owner = house.ours.owner.0;
    let rung = |people: Value, minutes: u32| json!({ "rungs": [{ "people": people, "after_minutes": minutes }] });
    for (body, status) in [
        (json!({ "rungs": [] }), 422),
        (rung(json!([]), 5), 422),
        (rung(json!([owner, owner]), 5), 422),
        (rung(json!([owner]), 0), 422),
        (rung(json!([owner]), 1_441), 422),
        (rung(json!([house.theirs.owner.0]), 5), 404),
        (json!({ "rungs": vec![json!({ "people": [owner], "after_minutes": 5 }); 11] }), 422),
    ] {
        put(house.path("/ladder"), body.clone()).await.problem(status);
        assert_eq!(house.get(&house.path("/ladder")).await.json(), unwritten, "{body} changed nothing");
    }
    let good = rung(json!([owner]), 7);
    assert_eq!(put(house.path("/ladder"), good.clone()).await.json(), good);
    assert_eq!(house.get(&house.path("/ladder")).await.json(), good);
    let cookie = house.session(house.ours.owner).await;
    let told = async || {
        let request = Request::get(format!("/settings/waking/ladder/{}", house.ours.id));
        let request = request.header(header::HOST, HOST).header(header::COOKIE, cookie.as_str());
        let page = house.send(request.body(Body::empty()).unwrap()).await;
        String::from_utf8(page.bytes).unwrap().contains("Nobody in these steps can be called now")
    };
    assert!(!told().await);
    let store = &house.app.world.store;
    let target = store.targets(Some(house.ours.owner)).await.unwrap().remove(0);
    store.remove_target(house.ours.owner, target.id).await.unwrap();
    let gives_way = house.get(&house.path("/ladder")).await.json();
    assert_eq!(
        (&gives_way["rungs"], &gives_way["gives_way"]),
        (&good["rungs"], &json!(true)),
        "written, and calls nobody"
    );
    assert!(told().await);
    let again = NewTarget { person: target.person, kind: target.kind, name: target.name, settings: target.settings };
    store.add_target(again, now()).await.unwrap();
    let reset = house.ask(Method::DELETE, &house.path("/ladder"), Some(&house.ours.token), None).await;
    assert_eq!((reset.status.as_u16(), house.get(&house.path("/ladder")).await.json()), (204, unwritten));
    let hours = |quiet: Value, calls: u32| json!({ "quiet": quiet, "budget": { "half_hour": calls, "day": 6, "brand_day": 3 } });
    for (body, status) in [
        (hours(Value::Null, 0), 422),
        (hours(Value::Null, 101), 422),
        (hours(json!({ "from": "25:00", "to": "07:00" }), 2), 422),
    ] {
        put("/api/v1/me/hours".to_owned(), body).await.problem(status);
    }
    let mut night = hours(json!({ "from": "23:30:00", "to": "06:00:00" }), 1);
    assert_eq!(
        put("/api/v1/me/hours".to_owned(), night.clone()).await.json()["weekly"],
        true,
        "who says nothing gets it"
    );
    night["weekly"] = json!(false);
    assert_eq!(put("/api/v1/me/hours".to_owned(), night.clone()).await.json(), night);
    assert_eq!(house.get("/api/v1/me/hours").await.json(), night);
    // What was written is what waking reads.
    let roster = engine::waking::Roster::read(&house.app.world.store, house.app.world.clock.now()).await.unwrap();
    let owner = &roster.rules.recipients[&house.ours.owner];
    assert!(!roster.weekly.contains(&house.ours.owner));
    assert_eq!(
        (owner.budget.half_hour, owner.quiet.map(|quiet| quiet.from.to_string())),
        (1, Some("23:30:00".to_owned()))
    );
    assert!(
        owner.is_quiet("2026-11-22T05:59:00Z".parse().unwrap())
            && !owner.is_quiet(now() + jiff::SignedDuration::from_hours(4))
    );
}

#[tokio::test]
async fn an_acknowledgement_by_the_api_tells_who_was_first() {
    let house = House::new().await;
    let path = house.path(&format!("/signals/{}", house.ours.signal));
    // The signal is a notice without ill words: it is known and calls nobody.
    house.app.waking.decide().await.unwrap();
    let first = house.ask(Method::POST, &format!("{path}/acknowledge"), Some(&house.ours.token), None).await.json();
    assert_eq!((&first["answer"]["person"], &first["calls"]), (&json!(house.ours.owner.0), &json!([])), "{first}");
    let again = house.ask(Method::POST, &format!("{path}/acknowledge"), Some(&house.ours.token), None).await.json();
    assert_eq!(again, first, "who was first stays first");
    assert_eq!(house.get(&format!("{path}/calls")).await.json(), first);
}
