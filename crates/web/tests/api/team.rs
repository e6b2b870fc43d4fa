//! The team: an end is an end everywhere, a tap confirms and nothing else does, staff read what they are told, and the bridge says who is
//! missing tonight.

use super::cast::Cast;
use super::house::{Answer, HOST, House, now};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::{Membership, Role};
use engine::plan::write;
use engine::waking::Roster;
use jiff::{SignedDuration, ToSpan};
use serde_json::{Value, json};

async fn browse(house: &House, method: Method, path: &str, cookie: &str, form: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    house.send(request.body(Body::from(form.to_owned())).unwrap()).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

/// A plan whose lead is reached by day only.
fn plan(house: &House) -> String {
    format!(
        "[plan]\nlanguages = [\"en\"]\nzone = \"UTC\"\n[person.lea]\nname = \"Lea\"\nphone = \"06 1\"\nemail = \"ours-owner@{HOST}\"\n\
         hours = [\"daily 08:00-23:00\"]\n[person.lou]\nname = \"Lou\"\nphone = \"06 2\"\nemail = \"ours-reader@{HOST}\"\n\
         [role.lead]\npeople = [\"lea\"]\n[role.legal]\npeople = [\"lou\"]\n\
         [conduct]\ndo = [\"Listen, {{brand}}.\"]\ndo_not = [\"Do not argue.\"]\ntell = \"lead\"\n[blank]\nbrand = \"{}\"\n",
        house.ours.id
    )
}

async fn with_plan() -> House {
    let house = House::new().await;
    write(&house.app.world, house.ours.id, None, 0, &plan(&house), "").await.unwrap();
    house
}

#[tokio::test]
async fn after_its_last_day_an_agency_opens_nothing_and_is_not_woken() {
    let cast = Cast::new().await;
    let (house, world) = (&cast.house, &cast.house.app.world);
    let agency = cast.actors.iter().find(|actor| actor.role == Some(Role::Agency)).unwrap();
    let cookie = house.session(agency.person).await;
    let end = now() + SignedDuration::from_hours(24);
    let opens = async || {
        let page = browse(house, Method::GET, "/mentions", &cookie, "").await.status == 200;
        let live = browse(house, Method::GET, "/live?after=x", "", "").await.status == 401;
        let api = house.ask(Method::GET, &house.path("/mentions"), Some(&agency.token), None).await.status == 200;
        let targets = house.ask(Method::GET, "/api/v1/me/targets", Some(&agency.token), None).await.status == 200;
        let roster = Roster::read(&world.store, world.clock.now()).await.unwrap();
        let woken = roster.rules.is_member(agency.person, house.ours.id);
        let called = roster.called(house.ours.id).any(|person| person == agency.person);
        assert!(live, "nobody has a live line without a login");
        [page, api, targets, woken, called]
    };
    assert_eq!(opens().await, [true; 5]);
    world.clock.advance_to(end - 1.second());
    assert_eq!(opens().await, [true; 5]);
    world.clock.advance_to(end);
    assert_eq!(opens().await, [false; 5], "from its end on, all at once");
    // Longer again, by an owner: the same login and token open again.
    let until = json!({ "role": "agency", "until": end + 48.hours(), "back": true });
    let path = house.path(&format!("/members/{}", agency.person.0));
    let longer = house.ask(Method::PATCH, &path, Some(&house.ours.token), Some(until)).await;
    assert_eq!(longer.status, 200, "{}", text(&longer));
    assert_eq!(opens().await, [true; 5]);
}

#[tokio::test]
async fn an_agency_needs_an_end_and_an_owner_must_stay() {
    let house = House::new().await;
    let path = house.path(&format!("/members/{}", house.ours.reading));
    let change =
        async |path: &str, body: Value| house.ask(Method::PATCH, path, Some(&house.ours.token), Some(body)).await;
    assert_eq!(change(&path, json!({ "role": "agency" })).await.problem(422), "bad-request");
    assert_eq!(change(&path, json!({ "role": "legal", "until": now() })).await.problem(422), "bad-request", "over");
    let made = change(&path, json!({ "role": "agency", "until": now() + 24.hours() })).await.json();
    assert_eq!((&made["role"], made["until"].is_string()), (&json!("agency"), true));
    let own = house.path(&format!("/members/{}", house.ours.owner));
    let alone = change(&own, json!({ "role": "owner", "until": now() + 24.hours() })).await;
    assert_eq!(alone.problem(409), "conflict", "nobody would be left");
    let invite = async |body: Value| {
        house.ask(Method::POST, &house.path("/invitations"), Some(&house.ours.token), Some(body)).await
    };
    assert_eq!(invite(json!({ "role": "agency" })).await.problem(422), "bad-request");
    let made = invite(json!({ "role": "agency", "until": now() + 24.hours() })).await;
    let link = made.json()["link"].as_str().unwrap().to_owned();
    // By the page: the last day is whole.
    let cookie = house.session(house.ours.owner).await;
    let form = format!("/team/{}/members/{}", house.ours.id, house.ours.reading);
    assert!(
        text(&browse(&house, Method::POST, &form, &cookie, "role=agency&until=").await).contains("needs a last day")
    );
    assert!(
        text(&browse(&house, Method::POST, &form, &cookie, "role=agency&until=2026-11-21").await).contains("is over")
    );
    assert_eq!(browse(&house, Method::POST, &form, &cookie, "role=agency&until=2026-11-22").await.status, 303);
    let team = house.app.world.store.team(house.ours.id).await.unwrap();
    let is = team.iter().find(|(person, _)| person.id == house.ours.reading).unwrap().1;
    assert_eq!(is, Membership { role: Role::Agency, until: Some("2026-11-23T00:00:00Z".parse().unwrap()) });
    // An invitation that leads to nothing any more makes nobody a member.
    let path = link.strip_prefix(&format!("https://{HOST}")).unwrap();
    let cookie = format!("__Host-vigie-setup={}", path.split_once("key=").unwrap().1);
    house.app.world.clock.advance_to(now() + 24.hours());
    let late = browse(&house, Method::POST, "/setup/account", &cookie, "email=a@b.example&password=0123456789").await;
    assert!(text(&late).contains("opens nothing any more"), "{}", text(&late));
}

#[tokio::test]
async fn only_a_tap_confirms_and_only_what_was_asked() {
    let house = with_plan().await;
    let (store, waking) = (&house.app.world.store, &house.app.waking);
    let ask = async || waking.ask_team(house.ours.id).await.unwrap();
    assert_eq!(ask().await, 2);
    assert_eq!(ask().await, 0, "once a week");
    let letter = store.messages_to(house.ours.owner, &[], None, 9).await.unwrap().remove(0);
    let letter: Value = serde_json::from_str(&letter.message.body).unwrap();
    assert!(letter["note"]["body"].as_str().unwrap().contains("06 1 · ours-owner@"), "{letter}");
    assert_eq!(letter["note"]["waking"], false, "nobody is woken for it");
    let link = letter["note"]["link"].as_str().unwrap().strip_prefix(&format!("https://{HOST}")).unwrap().to_owned();
    let before = store.dump().await.unwrap();
    let right = text(&browse(&house, Method::GET, &link, "", "").await);
    let wrong = text(&browse(&house, Method::GET, "/confirm/confirm-1-abc.1.1.1.AAAA", "", "").await);
    assert_eq!(right, wrong, "looking tells nothing");
    browse(&house, Method::HEAD, &link, "", "").await;
    browse(&house, Method::POST, "/confirm/confirm-1-abc.1.1.1.AAAA", "", "").await;
    assert!(store.dump().await.unwrap() == before, "and changes nothing");
    let tapped = text(&browse(&house, Method::POST, &link, "", "").await);
    assert!(tapped.contains("06 1"), "{tapped}");
    let said = store.confirmations(house.ours.id).await.unwrap();
    assert_eq!(
        (said.len(), said[0].person, said[0].contact.as_str()),
        (1, house.ours.owner, &*format!("06 1 · ours-owner@{HOST}"))
    );
    let members = house.get(&house.path("/members")).await.json();
    assert_eq!(
        (&members["items"][0]["contact"], &members["items"][1]["contact"]),
        (&json!("confirmed"), &json!("never"))
    );
    // The plan changes: what was said holds no more, and the old link confirms nothing of the new number.
    let other = plan(&house).replace("06 1", "06 9");
    write(&house.app.world, house.ours.id, None, 1, &other, "").await.unwrap();
    assert!(text(&browse(&house, Method::POST, &link, "", "").await).contains("changed meanwhile"));
    assert_eq!(house.get(&house.path("/members")).await.json()["items"][0]["contact"], "changed");
    // By API it is the one who asks; who is in no plan has nothing to confirm.
    let own = house.ask(Method::POST, &house.path("/confirmation"), Some(&house.ours.token), None).await.json();
    assert_eq!(own["contact"], format!("06 9 · ours-owner@{HOST}"));
    write(&house.app.world, house.ours.id, None, 2, "[plan]\n", "").await.unwrap();
    let nobody = house.ask(Method::POST, &house.path("/confirmation"), Some(&house.ours.token), None).await;
    assert_eq!(nobody.problem(422), "bad-request");
    // A quarter later it is stale; a link of last month, and of somebody who left, confirms nothing.
    write(&house.app.world, house.ours.id, None, 3, &other, "").await.unwrap();
    house.app.world.clock.advance_to(now() + (24 * 92).hours());
    assert_eq!(house.get(&house.path("/members")).await.json()["items"][0]["contact"], "stale");
    let late = text(&browse(&house, Method::POST, &link, "", "").await);
    assert!(late.contains("not good, or not any more"), "{late}");
}

#[tokio::test]
async fn staff_read_how_to_behave_and_nothing_else() {
    let house = with_plan().await;
    let cookie = house.session(house.ours.owner).await;
    let base = format!("/team/{}/links", house.ours.id);
    let page = text(&browse(&house, Method::POST, &base, &cookie, "name=kitchen").await);
    let path = page.split_once(&format!("https://{HOST}")).unwrap().1.split('<').next().unwrap().to_owned();
    assert!(path.starts_with("/staff/"), "{path}");
    let card = browse(&house, Method::GET, &path, "", "").await;
    assert_eq!(card.headers["x-robots-tag"], "noindex, nofollow, noarchive");
    let card = text(&card);
    assert!(card.contains(&format!("Listen, {}.", house.ours.id)) && card.contains("Do not argue."), "{card}");
    assert!(
        card.contains("06 1") && !card.contains("06 2") && !card.contains("/settings"),
        "whom to tell, nobody else"
    );
    let see = async |path: &str| browse(&house, Method::GET, path, "", "").await.status.as_u16();
    assert_eq!((see("/staff/nobody").await, see("/plan").await), (404, 303));
    assert!(!text(&browse(&house, Method::GET, "/team/1", &cookie, "").await).contains(&path), "shown once");
    let french = Request::builder().uri(&path).header(header::ACCEPT_LANGUAGE, "fr").body(Body::empty()).unwrap();
    assert!(text(&house.send(french).await).contains("Prévenez"), "in the reader's language");
    let listed = house.get(&house.path("/staff-links")).await.json();
    let id = listed["items"][0]["id"].as_i64().unwrap();
    assert_eq!((&listed["items"][0]["name"], &listed["items"][0]["link"]), (&json!("kitchen"), &Value::Null));
    assert_eq!(browse(&house, Method::POST, &format!("{base}/{id}/withdraw"), &cookie, "").await.status, 303);
    assert_eq!(see(&path).await, 404, "withdrawn");
}

#[tokio::test]
async fn who_is_missing_tonight_is_said_and_what_is_mended_counts() {
    let house = with_plan().await;
    let cookie = house.session(house.ours.owner).await;
    let bridge = async || text(&browse(&house, Method::GET, "/", &cookie, "").await);
    let line =
        |page: &str| page.split_once("problem tonight").map(|(_, rest)| rest.split_once("</p>").unwrap().0.to_owned());
    let said = line(&bridge().await).unwrap();
    assert!(
        said.contains("Tonight:")
            && said.contains("Lead: nobody")
            && !said.contains("hours")
            && !said.contains("Legal"),
        "{said}"
    );
    let coverage = house.get(&house.path("/coverage")).await.json();
    assert_eq!(coverage["now"][0], json!({ "role": "lead", "people": [], "holes": [] }), "two in the morning");
    let hole = &coverage["nights"][0]["roles"][0]["holes"][0];
    assert_eq!(
        (&hole["from"], &hole["until"]),
        (&json!("2026-11-22T02:00:00"), &json!("2026-11-22T07:00:00")),
        "what is left"
    );
    assert_eq!(coverage["zone"], "UTC");
    let score = async || house.get(&house.path("/readiness")).await.json();
    let first = score().await;
    let kinds = |told: &Value| -> Vec<String> {
        told["reasons"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap().to_owned()).collect()
    };
    for kind in ["tonight", "nights", "untested", "unconfirmed", "team-not-reviewed"] {
        assert!(kinds(&first).contains(&kind.to_owned()), "{kind}: {first}");
    }
    let costs: i64 = first["reasons"].as_array().unwrap().iter().map(|r| r["cost"].as_i64().unwrap()).sum();
    assert_eq!(first["score"].as_i64().unwrap(), (100 - costs).max(0));
    // One who may not come to an end tonight, one look at the team: the points come back.
    let reviewed = house.ask(Method::POST, &house.path("/team-reviews"), Some(&house.ours.token), None).await;
    assert_eq!(reviewed.status, 201);
    let all_night = plan(&house).replace("hours = [\"daily 08:00-23:00\"]\n", "");
    write(&house.app.world, house.ours.id, None, 1, &all_night, "").await.unwrap();
    let then = score().await;
    assert!(!kinds(&then).iter().any(|kind| kind == "tonight" || kind == "team-not-reviewed"), "{then}");
    assert_eq!(line(&bridge().await), None);
    // The deputy's last day is tonight: that is a hole too.
    let until = Membership { role: Role::Legal, until: Some("2026-11-22T03:00:00Z".parse().unwrap()) };
    house.app.world.store.set_membership(house.ours.id, house.ours.reading, until).await.unwrap();
    let said = line(&bridge().await).unwrap();
    assert!(said.contains("Legal counsel: nobody for some hours"), "{said}");
    let page = text(&browse(&house, Method::GET, &format!("/team/{}", house.ours.id), &cookie, "").await);
    assert!(page.contains("nobody from 03:00 to 07:00"), "{page}");
    let page = text(&browse(&house, Method::GET, &format!("/readiness/{}", house.ours.id), &cookie, "").await);
    assert!(page.contains("of 100") && page.contains("has nobody for some hours"), "{page}");
}
