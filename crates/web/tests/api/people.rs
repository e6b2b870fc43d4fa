//! Members of an organisation: invited, changed, taken out; by the API and by the pages.

use super::house::{Answer, HOST, House, now};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::organisation::Role;
use serde_json::{Value, json};
use web::auth::principal::session_now;

async fn ask(house: &House, method: Method, path: &str, body: Option<Value>) -> Answer {
    house.ask(method, &house.path(path), Some(&house.ours.token), body).await
}

/// A request of a browser with these cookies, following nothing.
async fn browse(house: &House, method: Method, path: &str, cookies: &str, form: &str) -> (u16, String, Answer) {
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookies);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = house.send(request.body(Body::from(form.to_owned())).unwrap()).await;
    let led = answer.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
    (answer.status.as_u16(), led, answer)
}

#[tokio::test]
async fn an_invitation_makes_one_member_of_its_organisation_and_nothing_else() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let made = ask(&house, Method::POST, "/invitations", Some(json!({ "role": "legal" }))).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let link = made.json()["link"].as_str().unwrap().to_owned();
    let path = link.strip_prefix(&format!("https://{HOST}")).unwrap();
    let cookie = format!("__Host-vigie-setup={}", path.split_once("key=").unwrap().1);
    let organisations = store.organisations().await.unwrap();
    for _ in 0..2 {
        assert_eq!(browse(&house, Method::GET, path, "", "").await.1, "/setup/account", "looking uses nothing up");
    }
    // Whatever step is asked for or sent, only the login is open.
    for step in ["size", "brand", "proposal", "places"] {
        let path = format!("/setup/{step}");
        for (method, form) in
            [(Method::GET, ""), (Method::POST, "name=Other&trade=bakery&size=agency&place=a&watch=mails")]
        {
            let (status, led, _) = browse(&house, method, &path, &cookie, form).await;
            assert_eq!((status, led.as_str()), (303, "/setup/account"), "{step}");
        }
    }
    let (_, _, page) = browse(&house, Method::GET, "/setup/account", &cookie, "").await;
    let text = String::from_utf8(page.bytes).unwrap();
    assert!(text.contains("Legal counsel") && text.contains("ours") && !text.contains("Step "), "{text}");
    let taken = format!("email=theirs-owner@{HOST}&password=0123456789");
    assert_eq!(browse(&house, Method::POST, "/setup/account", &cookie, &taken).await.0, 200, "a login that is there");
    let (status, led, _) =
        browse(&house, Method::POST, "/setup/account", &cookie, "email=anna@a.example&password=0123456789").await;
    assert_eq!((status, led.as_str()), (303, "/setup/phone"));
    let (anna, _) = store.person_by_email("anna@a.example").await.unwrap().unwrap();
    let ours = store.organisation(house.ours.id).await.unwrap();
    assert_eq!(store.memberships(anna.id, house.app.world.clock.now()).await.unwrap(), [(ours, Role::Legal)]);
    assert_eq!(store.organisations().await.unwrap(), organisations, "nothing was set up");
    let again =
        browse(&house, Method::POST, "/setup/account", &cookie, "email=eve@a.example&password=0123456789").await;
    assert!(String::from_utf8(again.2.bytes).unwrap().contains("opens nothing any more"));
    assert!(store.person_by_email("eve@a.example").await.unwrap().is_none());
}

#[tokio::test]
async fn an_invitation_ends_with_the_right_to_invite() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let made = ask(&house, Method::POST, "/invitations", Some(json!({ "role": "owner" }))).await.json();
    let path = made["link"].as_str().unwrap().to_owned();
    let cookie = format!("__Host-vigie-setup={}", path.split_once("key=").unwrap().1);
    store.set_membership(house.ours.id, house.theirs.owner, Role::Owner).await.unwrap();
    store.remove_membership(house.ours.id, house.ours.owner, now()).await.unwrap();
    let answer =
        browse(&house, Method::POST, "/setup/account", &cookie, "email=eve@a.example&password=0123456789").await;
    assert!(String::from_utf8(answer.2.bytes).unwrap().contains("opens nothing any more"));
    assert!(store.person_by_email("eve@a.example").await.unwrap().is_none());
}

#[tokio::test]
async fn an_invitation_is_listed_and_taken_back_and_opens_nothing_then() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let made = ask(&house, Method::POST, "/invitations", Some(json!({ "role": "legal" }))).await.json();
    let cookie = format!("__Host-vigie-setup={}", made["link"].as_str().unwrap().split_once("key=").unwrap().1);
    let listed = async || ask(&house, Method::GET, "/invitations", None).await.json();
    let mut wanted = made.clone();
    wanted.as_object_mut().unwrap().remove("link");
    let all = listed().await;
    assert!(all["items"].as_array().unwrap().contains(&wanted) && !all.to_string().contains("key="), "{all}");
    assert_eq!(all["items"].as_array().unwrap().len(), 2, "none of another organisation: {all}");
    // By whoever may invite, of their own organisation, once.
    let path = format!("/invitations/{}", made["id"]);
    let theirs = format!("/api/v1/organisations/{}{path}", house.theirs.id);
    assert_eq!(house.ask(Method::DELETE, &theirs, Some(&house.theirs.token), None).await.status, 404);
    assert_eq!(house.ask(Method::DELETE, &house.path(&path), Some(&house.ours.reader), None).await.status, 403);
    assert_eq!(listed().await, all, "nothing was taken back");
    assert_eq!(ask(&house, Method::DELETE, &path, None).await.status, 204);
    assert_eq!(ask(&house, Method::DELETE, &path, None).await.status, 404);
    let eve = "email=eve@a.example&password=0123456789";
    let answer = browse(&house, Method::POST, "/setup/account", &cookie, eve).await.2;
    assert!(String::from_utf8(answer.bytes).unwrap().contains("opens nothing any more"));
    assert!(store.person_by_email("eve@a.example").await.unwrap().is_none());

    // The same on the page.
    let (owner, reading) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let team = format!("/team/{}", house.ours.id);
    let see = async |cookies: &str| {
        let (_, _, page) = browse(&house, Method::GET, &team, cookies, "").await;
        String::from_utf8(page.bytes).unwrap()
    };
    let form = format!("/team/{}/invitations/{}/take-back", house.ours.id, house.ours.invitation);
    assert!(see(&owner).await.contains(&form) && !see(&reading).await.contains("take-back"));
    assert_eq!(browse(&house, Method::POST, &form, &reading, "").await.0, 403);
    assert_eq!(browse(&house, Method::POST, &form, &owner, "").await.0, 303);
    assert!(!see(&owner).await.contains("take-back"));
    // What its inviter may not give any more is not listed: it lets nobody in.
    ask(&house, Method::POST, "/invitations", Some(json!({ "role": "legal" }))).await;
    store.set_membership(house.ours.id, house.ours.reading, Role::Owner).await.unwrap();
    store.remove_membership(house.ours.id, house.ours.owner, now()).await.unwrap();
    let left = engine::setup::invitations(store, house.ours.id, session_now()).await.unwrap();
    assert_eq!(left, []);
}

#[tokio::test]
async fn roles_change_members_leave_and_somebody_owns_the_house() {
    let house = House::new().await;
    let (owner, reading) = (house.ours.owner, house.ours.reading);
    let member = |person| format!("/members/{person}");
    let members = ask(&house, Method::GET, "/members", None).await.json();
    assert_eq!(members["items"][0]["reached"], "untried", "{members}");
    house.app.world.store.target_tapped(owner, house.ours.targets[0], session_now()).await.unwrap();
    let members = ask(&house, Method::GET, "/members", None).await.json();
    assert_eq!(
        (&members["items"][0]["reached"], &members["items"][1]["reached"]),
        (&json!("tapped"), &json!("untried"))
    );
    for (method, body) in [(Method::PATCH, Some(json!({ "role": "lead" }))), (Method::DELETE, None)] {
        let answer = ask(&house, method, &member(owner), body).await;
        assert_eq!(answer.problem(409), "conflict", "the last owner");
    }
    let wrong = ask(&house, Method::PATCH, &member(reading), Some(json!({ "role": "king" }))).await;
    assert!(wrong.problem(422) == "bad-request" && wrong.json()["detail"].as_str().unwrap().contains("spokesperson"));
    let stranger = ask(&house, Method::PATCH, &member(house.theirs.owner), Some(json!({ "role": "lead" }))).await;
    assert_eq!(stranger.status, 404, "nobody is made a member by a change");
    let changed = ask(&house, Method::PATCH, &member(reading), Some(json!({ "role": "owner" }))).await.json();
    assert_eq!(changed["role"], "owner");
    assert_eq!(ask(&house, Method::DELETE, &member(reading), None).await.status, 204);
    assert_eq!(ask(&house, Method::DELETE, &member(reading), None).await.status, 204, "they are out");
    let listed = ask(&house, Method::GET, "/members", None).await.json();
    let gone = listed["items"].as_array().unwrap().iter().find(|item| item["id"] == reading.0).unwrap();
    assert_eq!((&gone["role"], &gone["until"]), (&json!("owner"), &json!(now().to_string())), "and told of");
    let role = |back: bool| Some(json!({ "role": "legal", "back": back }));
    assert_eq!(ask(&house, Method::PATCH, &member(reading), role(false)).await.status, 409);
    assert_eq!(ask(&house, Method::PATCH, &member(reading), role(true)).await.status, 200);
}

#[tokio::test]
async fn pages_let_only_an_owner_manage_people() {
    let house = House::new().await;
    let (owner, reading) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let stranger = house.session(house.theirs.owner).await;
    let base = format!("/team/{}", house.ours.id);
    let member = |person| format!("{base}/members/{person}");
    let (last, other, foreign) = (member(house.ours.owner), member(house.ours.reading), member(house.theirs.owner));
    let before = house.app.world.store.dump().await.unwrap();
    for (path, form) in
        [(format!("{base}/invite"), "role=owner"), (other.clone(), "role=owner"), (format!("{other}/remove"), "")]
    {
        assert_eq!(browse(&house, Method::POST, &path, &reading, form).await.0, 403, "{path} by a reader");
        assert_eq!(browse(&house, Method::POST, &path, &stranger, form).await.0, 404, "{path} by another's owner");
    }
    assert_eq!(browse(&house, Method::POST, &foreign, &owner, "role=lead").await.0, 404, "who is no member");
    for (path, form) in [(last.clone(), "role=read-only"), (format!("{last}/remove"), "")] {
        let (status, _, page) = browse(&house, Method::POST, &path, &owner, form).await;
        assert!(status == 200 && String::from_utf8(page.bytes).unwrap().contains("nobody would own"), "{path}");
    }
    assert_eq!(house.app.world.store.dump().await.unwrap(), before, "nothing was changed");
    let team = format!("/team/{}", house.ours.id);
    let see = async |cookies: &str| {
        let (_, _, page) = browse(&house, Method::GET, &team, cookies, "").await;
        String::from_utf8(page.bytes).unwrap()
    };
    let (mine, theirs) = (see(&owner).await, see(&reading).await);
    assert!(mine.contains(&format!("ours-reader@{HOST}")) && mine.contains("no test was tapped yet"), "{mine}");
    assert!(!theirs.contains('@') && !theirs.contains("/invite") && theirs.contains("ours-owner"), "{theirs}");
    let (_, _, page) = browse(&house, Method::POST, &format!("{base}/invite"), &owner, "role=lead").await;
    assert!(String::from_utf8(page.bytes).unwrap().contains(&format!("https://{HOST}/setup?key=")));
    assert!(!see(&owner).await.contains("/setup?key="), "shown once");
    assert_eq!(browse(&house, Method::POST, &other, &owner, "role=lead").await.0, 303);
    assert_eq!(browse(&house, Method::POST, &format!("{other}/remove"), &owner, "").await.0, 303);
    let at = house.app.world.clock.now();
    assert_eq!(house.app.world.store.members(house.ours.id, at).await.unwrap().len(), 1);
    // They are still told of; a page from before does not take them back in, the one that says so does.
    let (_, _, page) = browse(&house, Method::POST, &other, &owner, "role=lead").await;
    let page = String::from_utf8(page.bytes).unwrap();
    assert!(
        page.contains("taken out meanwhile") && page.contains("ended on") && page.contains("Take back in"),
        "{page}"
    );
    assert_eq!(house.app.world.store.members(house.ours.id, at).await.unwrap().len(), 1);
    assert_eq!(browse(&house, Method::POST, &other, &owner, "role=lead&back=true").await.0, 303);
    assert_eq!(house.app.world.store.members(house.ours.id, at).await.unwrap().len(), 2);
    let (status, cookies, _) = browse(&house, Method::GET, "/settings/people", &owner, "").await;
    assert_eq!((status, cookies.as_str()), (308, "/team"));
}

#[tokio::test]
async fn the_bridge_says_who_may_sleep_through_an_alert() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let cookies = house.session(house.ours.owner).await;
    let asleep = async || {
        let (_, _, page) = browse(&house, Method::GET, "/", &cookies, "").await;
        let page = String::from_utf8(page.bytes).unwrap();
        let line = page.split_once("id=\"asleep\"").map(|(_, rest)| rest.split_once("</div>").unwrap().0.to_owned());
        line.unwrap_or_default()
    };
    assert!(asleep().await.contains("No test was tapped yet") && asleep().await.contains("href=\"/setup/phone\""));
    // Somebody else's tap, elsewhere, says nothing of ours; nor does that of somebody who has left.
    store.target_tapped(house.theirs.owner, house.theirs.targets[0], session_now()).await.unwrap();
    assert!(!asleep().await.is_empty());
    store.target_tapped(house.ours.reading, house.ours.targets[1], session_now()).await.unwrap();
    assert_eq!(asleep().await, "");
    store.remove_membership(house.ours.id, house.ours.reading, now()).await.unwrap();
    assert!(asleep().await.contains("No test was tapped yet"));
    store.remove_target(house.ours.owner, house.ours.targets[0]).await.unwrap();
    assert!(asleep().await.contains("Nobody can be woken yet"));
    // Of several organisations the worst are named.
    store.set_membership(house.theirs.id, house.ours.owner, Role::ReadOnly).await.unwrap();
    let both = asleep().await;
    assert!(
        both.contains("Nobody can be woken yet for") && both.contains("ours") && !both.contains("theirs"),
        "{both}"
    );
}

#[tokio::test]
async fn of_several_clients_the_bridge_names_the_worst_and_how_many_are_calm() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let cookies = house.session(house.ours.owner).await;
    let headline = async || {
        let (_, _, page) = browse(&house, Method::GET, "/", &cookies, "").await;
        let page = String::from_utf8(page.bytes).unwrap();
        let (_, rest) = page.split_once("<h1>").unwrap();
        rest.split_once("</h1>").unwrap().0.to_owned()
    };
    assert!(headline().await.contains("1 brand needs your attention"), "of one client its brands are counted");
    store.set_membership(house.theirs.id, house.ours.owner, Role::ReadOnly).await.unwrap();
    let both = headline().await;
    assert!(both.contains("needs your attention first; none of 2 clients is calm."), "{both}");
    let dismissed = domain::signal::Verdict::Dismissed;
    store.label_signal(house.theirs.id, &house.theirs.signal, dismissed, "", house.theirs.owner, now()).await.unwrap();
    let one = headline().await;
    assert!(one.contains("ours needs your attention first; 1 of 2 clients is calm."), "{one}");
}

#[tokio::test]
async fn the_phone_is_tried_by_whoever_is_logged_in_with_their_own_targets_only() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let cookies = house.session(house.ours.owner).await;
    let here = "/setup/phone";
    let own = async || store.targets(Some(house.ours.owner)).await.unwrap();
    let others = format!("kind=again&target={}", house.theirs.targets[0]);
    assert_eq!(browse(&house, Method::POST, here, &cookies, &others).await.0, 404);
    let (_, _, wrong) = browse(&house, Method::POST, here, &cookies, "kind=mail&place=%3Cb%3Elea").await;
    let wrong = String::from_utf8(wrong.bytes).unwrap();
    assert!(!wrong.contains("<b>lea") && store.messages_to(house.ours.owner, &[], None, 9).await.unwrap().is_empty());
    assert_eq!(browse(&house, Method::POST, here, &cookies, "kind=webhook&place=https://a.example").await.0, 422);
    let first = own().await[0].id;
    // What was mistyped and never tapped goes when it is corrected; what was tapped, and another way, stays.
    let mistyped = format!("kind=mail&place=leaa@{HOST}");
    assert_eq!(browse(&house, Method::POST, here, &cookies, &mistyped).await.0, 303);
    let wrong = own().await.last().unwrap().id;
    let by_ntfy = format!("kind=ntfy&target={wrong}");
    assert_eq!(browse(&house, Method::POST, here, &cookies, &by_ntfy).await.0, 303);
    assert_eq!(own().await.len(), 3, "another way stands beside");
    let corrected = format!("kind=mail&place=lea@{HOST}&target={wrong}");
    assert_eq!(browse(&house, Method::POST, here, &cookies, &corrected).await.0, 303);
    assert!(own().await.iter().all(|target| target.id != wrong) && own().await.len() == 3);
    store.target_tapped(house.ours.owner, first, session_now()).await.unwrap();
    let after_tap = format!("kind=mail&place=other@{HOST}&target={first}");
    assert_eq!(browse(&house, Method::POST, here, &cookies, &after_tap).await.0, 303);
    assert!(own().await.iter().any(|target| target.id == first), "what works is not taken away");
}
