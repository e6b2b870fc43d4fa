//! Retention by API and by page: what would go is told before anything is saved, and is what goes.

use super::house::{Answer, House, now};
use axum::body::Body;
use axum::http::{Method, Request, header};
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn put(house: &House, path: &str, body: Value) -> Answer {
    house.ask(Method::PUT, &house.path(path), Some(&house.ours.token), Some(body)).await
}

/// What a browser gets, or sends as a form.
async fn page(house: &House, cookie: &str, form: Option<&str>) -> Answer {
    let path = format!("/settings/retention/{}", house.ours.id);
    let request = match form {
        None => Request::get(&path),
        Some(_) => Request::post(&path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    };
    let body = form.map_or_else(Body::empty, |form| Body::from(form.to_owned()));
    house.send(request.header(header::COOKIE, cookie).body(body).unwrap()).await
}

/// The rules that the page says were seen, as its form sends them back.
fn seen(answer: &Answer) -> String {
    let html = String::from_utf8_lossy(&answer.bytes).to_string();
    let (_, rest) = html.split_once("name=\"seen\" value=\"").unwrap();
    let value = rest.split_once('"').unwrap().0.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#x22;", "\"");
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

#[tokio::test]
async fn what_is_told_before_is_what_goes() {
    let house = House::new().await;
    house.bring((0..5).map(|n| (format!("old-{n}"), format!("acme, spilt {n}")))).await;
    house.app.world.clock.advance_to(now() + SignedDuration::from_hours(31 * 24));
    let unset = house.get(&house.path("/retention")).await.json();
    assert_eq!((&unset["rules"], &unset["survey"]["posts"]), (&json!({ "sources": [] }), &json!(6)));
    assert_eq!((&unset["survey"]["texts"], &unset["log"]), (&json!(0), &json!([])));
    let rules = json!({ "text_days": 30, "sources": [{ "source": house.ours.source_id(), "author_days": 60 }] });
    let tried =
        house.ask(Method::POST, &house.path("/retention/try"), Some(&house.ours.token), Some(rules.clone())).await;
    assert_eq!((&tried.json()["texts"], &tried.json()["authors"]), (&json!(6), &json!(0)));
    assert_eq!(house.get(&house.path("/retention")).await.json(), unset, "trying saves nothing");
    let set = put(&house, "/retention", rules.clone()).await.json();
    assert_eq!((&set["rules"], &set["survey"]), (&rules, &tried.json()));
    assert_eq!((&set["log"][0]["kind"], &set["log"][0]["person"]), (&json!("rules"), &json!(house.ours.owner)));

    engine::retain::pass(&house.app.world).await.unwrap();
    let after = house.get(&house.path("/retention")).await.json();
    assert_eq!((&after["survey"]["texts"], &after["survey"]["without_text"]), (&json!(0), &json!(6)));
    assert_eq!((&after["log"][0]["kind"], &after["log"][0]["texts"]), (&json!("pass"), &json!(6)));
    let mentions = house.get(&house.path("/mentions")).await.json();
    for mention in mentions["items"].as_array().unwrap() {
        assert!(mention["text_erased_at"].is_string() && mention["post"]["text"] == "", "{mention}");
    }
    let path = format!("/api/v1/organisations/{}/mentions", house.theirs.id);
    let theirs = house.ask(Method::GET, &path, Some(&house.theirs.token), None);
    assert_eq!(theirs.await.json()["items"][0]["post"]["text"], "acme is late", "theirs stays");

    let id = house.ours.source_id();
    for (body, status) in [
        (json!({ "text_days": 6 }), 422),
        (json!({ "evidence_days": 36_501 }), 422),
        (json!({ "sources": [{ "source": id, "author_days": 0 }] }), 422),
        (json!({ "sources": [{ "source": house.theirs.source_id(), "author_days": 30 }] }), 404),
    ] {
        put(&house, "/retention", body.clone()).await.problem(status);
        let kept = house.get(&house.path("/retention")).await.json();
        assert_eq!(kept["rules"], rules, "{body} changed nothing");
    }
}

#[tokio::test]
async fn a_page_saves_only_what_was_seen() {
    let house = House::new().await;
    house.app.world.clock.advance_to(now() + SignedDuration::from_hours(31 * 24));
    let (owner, reader) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let (owner, reader) = (owner.as_str(), reader.as_str());
    let rules = async || house.get(&house.path("/retention")).await.json()["rules"].clone();
    let none = json!({ "sources": [] });
    let text = |answer: &Answer| String::from_utf8_lossy(&answer.bytes).to_string();
    assert!(text(&page(&house, owner, None).await).contains("Nothing is erased"));
    // Saved unseen, or with other numbers than were seen: it is shown first.
    let first = page(&house, owner, Some("do=save&text=30&author=&evidence=")).await;
    assert!(first.status == 200 && text(&first).contains("would go now: 1"), "{}", text(&first));
    let other = page(&house, owner, Some(&format!("do=save&text=7&author=&evidence=&seen={}", seen(&first)))).await;
    assert_eq!((other.status.as_u16(), rules().await), (200, none.clone()));
    for wrong in ["text=6", "text=many", "evidence=99999999999", "text-999999=30"] {
        let answer = page(&house, owner, Some(&format!("do=preview&{wrong}"))).await;
        let refused = answer.status == 404 || text(&answer).contains("Nothing has changed");
        assert!(refused, "{wrong}: {} {}", answer.status, text(&answer));
    }
    let form = format!("do=save&text=30&author=&evidence=&seen={}", seen(&first));
    assert_eq!(page(&house, reader, Some(&form)).await.status, 403);
    assert_eq!(rules().await, none);
    assert_eq!(page(&house, owner, Some(&form)).await.status, 303);
    assert_eq!(rules().await["text_days"], 30);
    let shown = text(&page(&house, reader, None).await);
    assert!(shown.contains("Days") || shown.contains("days were set by ours-owner"), "{shown}");
    assert!(!shown.contains("value=\"save\""), "a reader saves nothing");
    let strange = Request::get(format!("/settings/retention/{}", house.theirs.id));
    let strange = strange.header(header::COOKIE, owner).body(Body::empty()).unwrap();
    assert_eq!(house.send(strange).await.status, 404);
}
