//! What was said at the set-up, changed afterwards: by API and by page, and what follows from it.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use engine::case::Around;
use engine::waking::Roster;
use serde_json::{Value, json};

async fn patch(house: &House, body: Value) -> Answer {
    house.ask(Method::PATCH, &house.path("/profile"), Some(&house.ours.token), Some(body)).await
}

async fn page(house: &House, form: Option<&str>) -> (u16, String) {
    let cookie = house.session(house.ours.owner).await;
    let path = format!("/settings/profile/{}", house.ours.id);
    let request = match form {
        None => Request::get(&path),
        Some(_) => Request::post(&path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    };
    let body = form.map_or_else(Body::empty, |form| Body::from(form.to_owned()));
    let answer = house.send(request.header(header::COOKIE, cookie).body(body).unwrap()).await;
    (answer.status.as_u16(), String::from_utf8(answer.bytes).unwrap())
}

#[tokio::test]
async fn what_is_changed_holds_at_once_everywhere() {
    let house = House::new().await;
    let (world, store) = (&house.app.world, &house.app.world.store);
    let before = house.get(&house.path("/profile")).await.json();
    assert_eq!((&before["said"], &before["country"]), (&json!(false), &json!("GB")), "only expected");
    let opening = json!({ "first_day": 2, "last_day": 7, "from": "18h", "until": "2:00" });
    let (zone, other) = ("America/Toronto", store.person(house.theirs.owner).await.unwrap().zone);
    let body = json!({ "country": "fr", "opening": opening, "languages": ["fr", "nl"], "zone": zone, "size": "solo" });
    let said = patch(&house, body).await.json();
    assert_eq!((&said["country"], &said["emergency"], &said["zone"]), (&json!("FR"), &json!("112"), &json!(zone)));
    assert_eq!((&said["opening"]["from"], &said["opening"]["until"]), (&json!("18:00"), &json!("02:00")));
    assert_eq!(house.get(&house.path("/profile")).await.json(), said);

    // The law of a case, the clocks of brand and people, and when its people rest.
    let around = Around::of(world, house.ours.id, house.ours.brand).await.unwrap();
    assert_eq!((around.country.as_deref(), around.size), (Some("FR"), domain::setup::Size::Solo));
    assert_eq!(store.brand(house.ours.id, house.ours.brand).await.unwrap().zone, zone);
    assert_eq!(store.person(house.ours.owner).await.unwrap().zone, zone);
    assert_eq!(store.person(house.theirs.owner).await.unwrap().zone, other, "nobody else's clock");
    let roster = Roster::read(store, world.clock.now()).await.unwrap();
    let quiet = roster.rules.recipients[&house.ours.owner].quiet.unwrap();
    assert_eq!((quiet.from.hour(), quiet.to.hour()), (2, 7), "open until two, asleep after it");

    // What cannot be used changes nothing, and is all told at once.
    let bad = json!({ "country": "XX", "languages": [], "zone": "Mars/Olympus", "opening": {
        "first_day": 0, "last_day": 8, "from": "25:00", "until": "soon" } });
    let refused = patch(&house, bad).await;
    refused.problem(422);
    let told = refused.json()["detail"].as_str().unwrap().to_owned();
    for part in ["country", "languages", "days", "from", "until", "zone"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(house.get(&house.path("/profile")).await.json(), said);
}

#[tokio::test]
async fn a_form_that_cannot_be_used_comes_back_with_what_was_typed() {
    let house = House::new().await;
    assert!(page(&house, None).await.1.contains("Nobody has said this yet"));
    let bad = "size=team&country=NL&first=1&last=6&from=nine&until=18:00&zone=Europe%2FAtlantis&language=fy";
    let (status, html) = page(&house, Some(bad)).await;
    assert_eq!(status, 422);
    for part in ["id=\"from-problem\"", "id=\"zone-problem\"", "value=\"nine\"", "value=\"Europe/Atlantis\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(html.contains("value=\"NL\" selected") && html.contains("value=\"fy\" checked"), "{html}");
    let good = bad.replace("nine", "9:30").replace("Atlantis", "Amsterdam");
    assert_eq!(page(&house, Some(&good)).await.0, 303);
    assert!(page(&house, None).await.1.contains("value=\"09:30\""));
    let plan = "[plan]\nsize = \"team\"\nlanguages = [\"fr\"]\ncountry = \"BE\"\n";
    let body = json!({ "version": 0, "text": plan });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(body)).await;
    assert!(page(&house, None).await.1.contains("Your plan names Belgium"), "the law follows the plan");
}
