//! The same POST with the same key is done once.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

async fn post(house: &House, token: &str, path: &str, key: &str, body: &Value) -> Answer {
    let request = Request::post(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("Idempotency-Key", key);
    house.send(request.body(Body::from(body.to_string())).unwrap()).await
}

#[tokio::test]
async fn the_same_request_is_done_once_and_another_is_refused() {
    let house = House::new().await;
    let (path, body) = (house.path("/brands"), json!({ "name": "Once" }));
    let token = &house.ours.token;
    let first = post(&house, token, &path, "k1", &body).await;
    assert_eq!(first.status, 201);
    let again = post(&house, token, &path, "k1", &body).await;
    assert_eq!((again.status, again.json()), (first.status, first.json()));
    assert_eq!(
        (&first.headers["idempotent-replayed"], &again.headers["idempotent-replayed"]),
        (&"false".parse().unwrap(), &"true".parse().unwrap())
    );
    let other = post(&house, token, &path, "k1", &json!({ "name": "Twice" })).await;
    assert_eq!(other.problem(422), "idempotency-key-reused");
    let elsewhere = post(&house, token, &house.path("/queries/check"), "k1", &body).await;
    assert_eq!(elsewhere.problem(422), "idempotency-key-reused", "the path is part of the request");
    assert_eq!(house.app.world.store.brands(house.ours.id).await.unwrap().len(), 2);
    for key in ["", " ", &"k".repeat(256)] {
        post(&house, token, &path, key, &body).await.problem(422);
    }
}

#[tokio::test]
async fn a_key_is_one_persons_and_gives_no_right() {
    let house = House::new().await;
    let (path, body) = (house.path("/brands"), json!({ "name": "Once" }));
    assert_eq!(post(&house, &house.ours.token, &path, "k", &body).await.status, 201);
    assert_eq!(post(&house, &house.ours.reader, &path, "k", &body).await.problem(403), "forbidden");
    assert_eq!(post(&house, &house.theirs.token, &path, "k", &body).await.problem(404), "not-found");
    assert_eq!(post(&house, "vig_nobody", &path, "k", &body).await.problem(401), "token-unknown");
    let theirs = format!("/api/v1/organisations/{}/brands", house.theirs.id);
    assert_eq!(
        post(&house, &house.theirs.token, &theirs, "k", &body).await.status,
        201,
        "another organisation, another key"
    );
}

#[tokio::test]
async fn what_failed_may_be_tried_again() {
    let house = House::new().await;
    let body = json!({ "brand": house.theirs.brand, "name": "x", "text": "acme" });
    for _ in 0..2 {
        let answer = post(&house, &house.ours.token, &house.path("/queries"), "k", &body).await;
        assert_eq!(answer.problem(404), "not-found");
        assert!(!answer.headers.contains_key("idempotent-replayed"));
    }
}

#[tokio::test]
async fn secrets_are_shown_once_and_not_kept() {
    let house = House::new().await;
    for (rest, body, field) in [
        ("/tokens", json!({ "name": "robot" }), "token"),
        ("/sources", json!({ "kind": "webhook", "name": "crm" }), "secret"),
    ] {
        let path = house.path(rest);
        let first = post(&house, &house.ours.token, &path, rest, &body).await.json();
        assert!(first[field].as_str().is_some_and(|secret| secret.len() > 20), "{first}");
        let again = post(&house, &house.ours.token, &path, rest, &body).await.json();
        assert_eq!((&again[field], &again["id"]), (&Value::Null, &first["id"]));
    }
}

#[tokio::test]
async fn two_at_once_are_done_once() {
    let house = House::new().await;
    let (path, body) = (house.path("/brands"), json!({ "name": "Race" }));
    let app = web::router(house.app.clone());
    let ask = || {
        let request = Request::post(&path)
            .header(header::HOST, super::house::HOST)
            .header(header::AUTHORIZATION, format!("Bearer {}", house.ours.token))
            .header(header::CONTENT_TYPE, "application/json")
            .header("Idempotency-Key", "race")
            .body(Body::from(body.to_string()))
            .unwrap();
        tower::ServiceExt::oneshot(app.clone(), request)
    };
    let (a, b) = tokio::join!(ask(), ask());
    let mut statuses = [a.unwrap().status().as_u16(), b.unwrap().status().as_u16()];
    statuses.sort_unstable();
    assert!(statuses == [201, 409] || statuses == [201, 201], "{statuses:?}");
    assert_eq!(house.app.world.store.brands(house.ours.id).await.unwrap().len(), 2);
}
