//! What is said of a plan that is half read, too long, or approved in other words than would be sent.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::plan::{Kind, MOST_BYTES, shipped};
use serde_json::json;

async fn with_plan(text: &str) -> (House, String) {
    let house = House::new().await;
    let put = json!({ "version": 0, "text": text });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(put)).await;
    let cookie = house.session(house.ours.owner).await;
    (house, cookie)
}

fn shop() -> &'static str {
    shipped(Kind::Shop, text::Language::En).unwrap()
}

fn body_of(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

async fn send(house: &House, cookie: &str, (path, kind): (&str, &str), body: Vec<u8>) -> (u16, String) {
    let request = Request::post(path).header(header::COOKIE, cookie).header(header::CONTENT_TYPE, kind);
    let answer = house.send(request.body(Body::from(body)).unwrap()).await;
    (answer.status.as_u16(), body_of(&answer))
}

async fn see(house: &House, cookie: &str, path: &str) -> String {
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    body_of(&house.send(request).await)
}

#[tokio::test]
async fn of_half_a_plan_nothing_is_said_as_of_the_whole() {
    let (house, cookie) = with_plan(shop()).await;
    let page = format!("/plan/{}/iso", house.ours.id);
    assert!(see(&house, &cookie, &page).await.contains("id=\"count\""));
    assert_eq!(house.get(&house.path("/plan/iso22361")).await.status, 200);
    let half = json!({ "version": 1, "text": shop().replacen("[clock.holding]", "[clok.holding]", 1) });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(half)).await;
    let told = see(&house, &cookie, &page).await;
    assert!(told.contains("id=\"half\"") && !told.contains("id=\"count\""), "{told}");
    assert_eq!(house.get(&house.path("/plan/iso22361")).await.problem(409), "half-read");
}

#[tokio::test]
async fn what_is_too_long_is_told_with_its_bound_and_what_was_kept() {
    let (house, cookie) = with_plan(shop()).await;
    let (kind, path) = ("multipart/form-data; boundary=b", format!("/plan/{}/import", house.ours.id));
    let of = |bytes: usize| {
        let head = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"p.toml\"\r\n\r\n";
        [head.as_bytes(), &vec![b'#'; bytes], b"\r\n--b--\r\n"].concat()
    };
    // Beyond what a plan holds, and beyond what is read at all.
    for bytes in [MOST_BYTES + 1, 6 << 20] {
        let (_, told) = send(&house, &cookie, (&path, kind), of(bytes)).await;
        assert!(told.contains("1,000,000 bytes") && told.contains("Nothing was kept"), "{bytes}: {told}");
    }
    let path = format!("/plan/{}", house.ours.id);
    let typed = format!("version=1&why=more&text=%5Bplan%5D+only+here{}", "+".repeat(MOST_BYTES));
    let (status, told) = send(&house, &cookie, (&path, "application/x-www-form-urlencoded"), typed.into_bytes()).await;
    assert_eq!(status, 413);
    assert!(told.contains("id=\"too-long\"") && told.contains("1,000,000") && told.contains("[plan] only here"));
    let held = house.get(&house.path("/plan")).await.json();
    assert_eq!((&held["version"], &held["text"]), (&json!(1), &json!(shop())), "nothing was kept");
}

#[tokio::test]
async fn what_was_approved_waits_again_once_its_blanks_are_filled_otherwise() {
    let (house, cookie) = with_plan(shop()).await;
    let approve = format!("/plan/{}/approve", house.ours.id);
    let page = see(&house, &cookie, &approve).await;
    let waits = |page: &str| page.matches("name=\"reply\"").count();
    let all = waits(&page);
    let ticked: Vec<String> = page
        .split("name=\"reply\" value=\"")
        .skip(1)
        .map(|rest| format!("reply={}", rest.split('"').next().unwrap().replace(':', "%3A")))
        .collect();
    assert!(all > 5 && ticked.len() == all, "{all}");
    let typed = format!("version=1&by=owner&until=2099-01-01&{}", ticked.join("&"));
    send(&house, &cookie, (&approve, "application/x-www-form-urlencoded"), typed.into_bytes()).await;
    assert_eq!(waits(&see(&house, &cookie, &approve).await), 0);
    let change = json!({ "section": "blank", "field": "phone", "to": "020 7946 0999" });
    let body = json!({ "version": 2, "changes": [change] });
    house.ask(Method::PATCH, &house.path("/plan"), Some(&house.ours.token), Some(body)).await;
    let past = format!("version=2&by=owner&until=2001-01-01&{}", ticked[0]);
    for (typed, why) in
        [("version=2&by=owner&until=2099-01-01".to_owned(), "Nothing was ticked"), (past, "That day is over")]
    {
        let form = (approve.as_str(), "application/x-www-form-urlencoded");
        let (status, told) = send(&house, &cookie, form, typed.into_bytes()).await;
        assert_eq!((status, told.contains(why)), (422, true), "{told}");
    }
    let named = shop().split("[reply.").skip(1).filter(|reply| reply.split("\n[").next().unwrap().contains("{phone}"));
    let named = named.count();
    assert!(named > 0 && named < all);
    let page = see(&house, &cookie, &approve).await;
    assert_eq!(waits(&page), named, "those that say the number, and no other");
    // What was approved is shown beside what would go out; the bridge and the readiness lead there.
    assert_eq!(page.matches("class=\"tag changed\"").count(), named);
    assert!(page.contains("<ins>") && page.contains("0999") && page.matches("<del>").count() == named, "{page}");
    for there in ["/".to_owned(), format!("/readiness/{}", house.ours.id)] {
        let told = see(&house, &cookie, &there).await;
        assert!(told.contains(&format!("href=\"{approve}\"")) && told.contains("approved"), "{there}: {told}");
    }
    // Who read the words of before approves nothing by it.
    let typed = format!("version=3&by=owner&until=2099-01-01&{}", ticked.join("&"));
    let (status, told) =
        send(&house, &cookie, (&approve, "application/x-www-form-urlencoded"), typed.into_bytes()).await;
    assert!(status == 422 && told.contains("Texts changed while you read them") && waits(&told) == named, "{told}");
    let held = house.get(&house.path("/plan")).await.json();
    let codes =
        held["findings"].as_array().unwrap().iter().filter(|found| found["code"] == json!("approved-other-text"));
    assert_eq!(codes.count(), named);
}
