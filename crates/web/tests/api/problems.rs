//! Every error of the API is a problem.

use super::house::House;
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::json;

#[tokio::test]
async fn whatever_is_wrong_is_a_problem() {
    let house = House::new().await;
    let table = [
        (Method::GET, "/api", 404, "not-found"),
        (Method::GET, "/api/v1/nothing", 404, "not-found"),
        (Method::GET, "/api/v2/organisations", 404, "not-found"),
        (Method::DELETE, "/api/v1/organisations", 405, "wrong-method"),
        (Method::GET, "/api/v1/organisations/99/brands", 404, "not-found"),
        (Method::GET, "/api/v1/organisations/one/brands", 404, "not-found"),
        (Method::GET, "/api/v1/organisations/1/mentions/one", 404, "not-found"),
        (Method::GET, "/api/v1/organisations/1/mentions/987654", 404, "not-found"),
        (Method::GET, "/api/v1/organisations/1/mentions?limit=0", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?limit=201", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?limit=ten", 422, "bad-parameter"),
        (Method::GET, "/api/v1/organisations/1/mentions?cursor=%C3%A9", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?cursor=AAAA", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/signals?cursor=MTAw", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?since=yesterday", 422, "bad-parameter"),
        (Method::GET, "/api/v1/organisations/1/mentions?lang=tlh", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?polarity=grim", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/mentions?q=NOT%20acme", 422, "wrong-query"),
        (Method::GET, "/api/v1/organisations/1/mentions?brand=2", 404, "not-found"),
        (Method::GET, "/api/v1/organisations/1/brands/1/timeline?step=0", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/brands/1/timeline?from=1970-01-01T00:00:00Z&step=1", 422, "bad-request"),
        (Method::GET, "/api/v1/organisations/1/signals/none", 404, "not-found"),
    ];
    for (method, path, status, code) in table {
        let answer = house.ask(method.clone(), path, Some(&house.ours.token), None).await;
        assert_eq!(answer.problem(status), code, "{method} {path}");
    }
}

#[tokio::test]
async fn what_the_guard_refuses_is_a_problem_for_programs_and_a_line_for_people() {
    let house = House::new().await;
    let table = [
        ("/api/v1/organisations", "evil.example", "https://vigie.test", 421, Some("wrong-host")),
        ("/api", "evil.example", "https://vigie.test", 421, Some("wrong-host")),
        ("/hooks/1", "evil.example", "https://vigie.test", 421, Some("wrong-host")),
        ("/api/v1/me", "vigie.test", "https://evil.example", 403, Some("wrong-origin")),
        ("/login", "vigie.test", "https://evil.example", 403, None),
        ("/login", "evil.example", "https://vigie.test", 421, None),
    ];
    for (path, host, origin, status, code) in table {
        let request = Request::post(path).header(header::HOST, host).header(header::ORIGIN, origin);
        let answer = house.send_as_it_is(request.body(Body::empty()).unwrap()).await;
        match code {
            Some(code) => assert_eq!(answer.problem(status), code, "{path} {host} {origin}"),
            None => assert!(answer.status == status && answer.bytes.ends_with(b"\n"), "{path} {host} {origin}"),
        }
        assert!(answer.headers.contains_key(header::CONTENT_SECURITY_POLICY));
    }
    let nobody = house.ask(Method::GET, "/api/v1/me", None, None).await;
    assert_eq!(nobody.problem(401), "login-needed");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_a_problem() {
    let house = House::new().await;
    let brands = house.path("/brands");
    let table = [
        ("application/json", "{".to_owned(), 400, "bad-body"),
        ("application/json", "{}".to_owned(), 422, "bad-body"),
        ("application/json", r#"{"name":"x","colour":"red"}"#.to_owned(), 422, "bad-body"),
        ("application/json", r#"{"name":" "}"#.to_owned(), 422, "bad-request"),
        ("application/json", r#"{"name":"x","zone":"Mars/Olympus"}"#.to_owned(), 422, "bad-request"),
        ("text/plain", r#"{"name":"x"}"#.to_owned(), 415, "not-json"),
        ("application/json", format!(r#"{{"name":"{}"}}"#, "x".repeat(2 << 20)), 413, "too-big"),
    ];
    for (kind, body, status, code) in table {
        let request = Request::post(&brands)
            .header(header::AUTHORIZATION, format!("Bearer {}", house.ours.token))
            .header(header::CONTENT_TYPE, kind);
        let said: String = body.chars().take(60).collect();
        let answer = house.send(request.body(Body::from(body)).unwrap()).await;
        assert_eq!(answer.problem(status), code, "{said}");
    }
    assert_eq!(house.app.world.store.brands(house.ours.id).await.unwrap().len(), 1, "nothing was made of any of these");
}

#[tokio::test]
async fn a_wrong_query_is_refused_with_its_place() {
    let house = House::new().await;
    let body = json!({ "brand": house.ours.brand, "name": "x", "text": "acme AND (refund" });
    let answer = house.ask(Method::POST, &house.path("/queries"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(answer.problem(422), "wrong-query");
    let wrong = &answer.json()["query"];
    assert_eq!((wrong["code"].as_str(), wrong["start"].as_u64()), (Some("unclosed-parenthesis"), Some(9)), "{wrong}");
    assert!(wrong["rendered"].as_str().unwrap().contains('^'), "{wrong}");
    let check = house.path("/queries/check");
    let answer =
        house.ask(Method::POST, &check, Some(&house.ours.reader), Some(json!({ "text": "acme && refund" }))).await;
    let said = answer.json();
    assert_eq!((answer.status.as_u16(), &said["good"]), (200, &json!(false)));
    assert!(said["wrong"]["suggestion"].is_string(), "{said}");
}

#[tokio::test]
async fn no_answer_shows_what_a_source_keeps_secret() {
    let house = House::new().await;
    let body = json!({ "kind": "feed", "url": "https://alerts.example/feed/s3cret-token?key=s3cret" });
    let made = house.ask(Method::POST, &house.path("/sources"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(made.status, 201, "{}", String::from_utf8_lossy(&made.bytes));
    assert_eq!(made.json()["host"], "alerts.example");
    let body = json!({ "kind": "mastodon", "server": "https://social.example", "tag": "#acme", "token": "s3cret" });
    let mastodon = house.ask(Method::POST, &house.path("/sources"), Some(&house.ours.token), Some(body)).await;
    assert_eq!(mastodon.status, 201, "{}", String::from_utf8_lossy(&mastodon.bytes));
    let list = house.get(&house.path("/sources")).await;
    assert_eq!(list.json()["items"].as_array().unwrap().len(), 3);
    for answer in [&made, &mastodon, &list] {
        let text = String::from_utf8_lossy(&answer.bytes);
        assert!(!text.contains("s3cret") && !text.contains("whsec_"), "{text}");
    }
    let body = json!({ "kind": "feed", "url": "file:///etc/passwd" });
    let refused = house.ask(Method::POST, &house.path("/sources"), Some(&house.ours.token), Some(body)).await;
    refused.problem(422);
    let body = json!({ "kind": "feed", "url": "https://a.example/", "allow": ["10.0.0.0/8"] });
    let refused = house.ask(Method::POST, &house.path("/sources"), Some(&house.ours.token), Some(body)).await;
    refused.problem(422);
}
