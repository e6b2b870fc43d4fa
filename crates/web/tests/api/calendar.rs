//! The days of a plan, read by a calendar through a secret address: days and nothing of any case, and nothing once it is taken back.

use super::house::{Answer, HOST, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::json;

const PLAN: &str = "[plan]\nlanguages = [\"en\"]\nzone = \"UTC\"\n[person.lea]\nname = \"Lea\"\n[role.lead]\npeople = [\"lea\"]\n\
    [scenario.rumour]\ntitle = \"A rumour of illness\"\ntrigger = \"They say they were ill\"\nactions = []\n";

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

async fn browse(house: &House, method: Method, path: &str, cookie: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    house.send(request.body(Body::empty()).unwrap()).await
}

/// As a calendar asks: with nothing but the address.
async fn read(house: &House, link: &str) -> Answer {
    let path = link.strip_prefix(&format!("https://{HOST}")).unwrap();
    house.send_as_it_is(Request::get(path).header(header::HOST, HOST).body(Body::empty()).unwrap()).await
}

/// The address on a page that shows it.
fn link(page: &str) -> String {
    let (_, rest) = page.split_once("<code class=\"digest\">").unwrap_or_else(|| panic!("no address: {page}"));
    rest.split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_calendar_reads_days_by_its_address_until_it_is_renewed_taken_back_or_its_person_leaves() {
    let house = House::complained().await;
    let (world, ours) = (&house.app.world, &house.ours);
    engine::plan::write(world, ours.id, None, 0, PLAN, "").await.unwrap();
    let owner = house.session(ours.owner).await;
    let page = format!("/calendar/{}", ours.id);
    let before = text(&browse(&house, Method::GET, &page, &owner).await);
    assert!(before.contains("Drill: ") && before.contains("A rumour of illness"), "{before}");
    assert!(!before.contains("/calendars/"), "there is no address yet");
    let made = text(&browse(&house, Method::POST, &format!("{page}/link"), &owner).await);
    let first = link(&made);
    assert!(!world.store.dump().await.unwrap().contains(first.rsplit('/').next().unwrap().trim_end_matches(".ics")));
    assert!(!text(&browse(&house, Method::GET, &page, &owner).await).contains("/calendars/"), "it is shown once");
    let feed = read(&house, &first).await;
    assert_eq!(
        (feed.status.as_u16(), &feed.headers[header::CONTENT_TYPE]),
        (200, &"text/calendar; charset=utf-8".parse().unwrap())
    );
    assert_eq!(feed.headers["x-robots-tag"], "noindex, nofollow, noarchive");
    assert!(!feed.headers.contains_key(header::SET_COOKIE));
    let days = text(&feed);
    assert!(
        days.starts_with("BEGIN:VCALENDAR\r\n") && days.contains("SUMMARY:Drill: A rumour of illness\r\n"),
        "{days}"
    );
    // Nothing of a case, a mention, a complaint or a signal: no word of theirs, and no address that leads to them.
    for private in ["smoke", "acme", "/cases", "/mentions", "/signals", "/complaints", "https://", HOST] {
        assert!(!days.to_lowercase().contains(private), "{private}: {days}");
    }
    // Another in its place, by the API.
    let api = house.path("/calendar/link");
    let renewed = house.ask(Method::POST, &api, Some(&ours.token), None).await;
    assert_eq!(renewed.status, 201);
    let second = renewed.json()["link"].as_str().unwrap().to_owned();
    assert_eq!((read(&house, &first).await.status.as_u16(), read(&house, &second).await.status.as_u16()), (404, 200));
    let told = house.get(&house.path("/calendar")).await.json();
    assert!(told["since"].is_string() && told["days"].as_array().unwrap().len() >= 3, "{told}");
    let drill = told["days"].as_array().unwrap().iter().find(|day| day["kind"] == "drill").unwrap();
    assert!(days.contains(drill["uid"].as_str().unwrap()), "the same event: {drill}");
    // In the language of whom it is.
    world.store.set_preferences(ours.owner, "fr", "Europe/Paris").await.unwrap();
    assert!(text(&read(&house, &second).await).contains("SUMMARY:Exercice"));
    // The drill was gone through today: the event keeps its UID and moves.
    let rehearsals = house.path("/rehearsals");
    let gone = house.ask(Method::POST, &rehearsals, Some(&ours.token), Some(json!({ "scenario": "rumour" }))).await;
    assert_eq!(gone.status, 201);
    let later = house.get(&house.path("/calendar")).await.json();
    let moved = later["days"].as_array().unwrap().iter().find(|day| day["uid"] == drill["uid"]).unwrap();
    assert!(moved["day"].as_str() > drill["day"].as_str(), "{moved} {drill}");
    // Taken back; twice is once.
    for _ in 0..2 {
        assert_eq!(house.ask(Method::DELETE, &api, Some(&ours.token), None).await.status, 204);
    }
    let gone = read(&house, &second).await;
    let never = read(&house, &first.replace("/calendars/", "/calendars/never-")).await;
    // The address itself stands in the page, for who logs in and comes back.
    let bare = |answer: &Answer| text(answer).lines().filter(|line| !line.contains("calendars")).collect::<String>();
    assert_eq!((gone.status.as_u16(), bare(&gone)), (404, bare(&never)), "as one that never was");
    // The same form sent twice, as by a page that is read again, makes one address.
    let owner = house.session(ours.owner).await;
    let press = async || {
        let request = Request::post(format!("{page}/link")).header(header::COOKIE, &owner);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(request.body(Body::from("since=")).unwrap()).await
    };
    let made = link(&text(&press().await));
    assert_eq!((press().await.status.as_u16(), read(&house, &made).await.status.as_u16()), (303, 200));
    // Who leaves reads nothing any more.
    let reader = house.session(ours.reading).await;
    let theirs = link(&text(&browse(&house, Method::POST, &format!("{page}/link"), &reader).await));
    assert_eq!(read(&house, &theirs).await.status, 200);
    world.store.remove_membership(ours.id, ours.reading, world.clock.now()).await.unwrap();
    assert_eq!(read(&house, &theirs).await.status, 404);
}
