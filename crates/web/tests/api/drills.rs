//! Drills that people play, beside the live world: nothing of the one is good in the other, every page says which it is, and what was played is kept.

use super::house::{Answer, HOST, House};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use domain::case::{BESIDE, Folder, verify};
use engine::drill::{Chair, Order, Phase};
use engine::world::Clock;
use jiff::SignedDuration;
use serde_json::json;
use std::collections::BTreeMap;
use web::drills::{Report, Start};
use web::listen::Peer;

async fn started(house: &House) -> i64 {
    let cast = BTreeMap::from([("owner".to_owned(), house.ours.owner), ("friend".to_owned(), house.ours.reading)]);
    let asked = Start { pack: "grave-post".to_owned(), seed: 1, pace: 60, cast };
    house.app.drills.start(&house.app, house.ours.id, house.ours.owner, &asked).await.unwrap()
}

async fn knock(house: &House, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
    request = request.header(header::ORIGIN, format!("https://{HOST}"));
    request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::from(body.to_owned())).unwrap();
    request.extensions_mut().insert(ConnectInfo(Peer(([127, 0, 0, 1], 50_000).into())));
    house.send_as_it_is(request).await
}

async fn get(house: &House, path: &str, cookie: &str) -> Answer {
    knock(house, Method::GET, path, &[("cookie", cookie)], "").await
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

/// Comes in by the page; answers the cookie as a browser would send it.
async fn joined(house: &House, id: i64, live: &str) -> String {
    let came = knock(house, Method::POST, &format!("/drills/{id}/join"), &[("cookie", live)], "").await;
    assert_eq!(came.headers[header::LOCATION], format!("/drill/{id}/"), "{}", text(&came));
    let cookie = came.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.contains(&format!("; Path=/drill/{id}; HttpOnly; SameSite=Lax")), "{cookie}");
    let pair = cookie.split(';').next().unwrap().to_owned();
    assert!(pair.starts_with("__Secure-vigie-drill="), "{pair}");
    pair
}

async fn over(house: &House, id: i64) {
    if let Some(running) = house.app.drills.get(id) {
        running.order(Order::End).await.unwrap();
    }
    while house.app.drills.get(id).is_some() {
        let next = Clock::Wall.now() + SignedDuration::from_millis(20);
        Clock::Wall.sleep_until(next).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_one_world_is_good_in_the_other() {
    let house = House::new().await;
    let live = house.session(house.ours.owner).await;
    let (first, second) = (started(&house).await, started(&house).await);
    let drill = joined(&house, first, &live).await;
    let page = get(&house, &format!("/drill/{first}/"), &drill).await;
    assert_eq!(page.status, StatusCode::OK, "{}", text(&page));
    let other = get(&house, &format!("/drill/{second}/"), &drill).await;
    assert_eq!(other.status, StatusCode::UNAUTHORIZED, "another drill's");
    // Each secret under each name.
    let (held, secret) = (live.split_once('=').unwrap().1, drill.split_once('=').unwrap().1);
    let inside = format!("/drill/{first}/cases");
    for cookie in [live.clone(), format!("__Secure-vigie-drill={held}"), format!("__Host-vigie={secret}")] {
        assert_eq!(get(&house, &inside, &cookie).await.status, StatusCode::UNAUTHORIZED, "{cookie}");
    }
    for cookie in [drill.clone(), format!("__Host-vigie={secret}")] {
        let came = get(&house, "/cases", &cookie).await;
        assert!(came.headers[header::LOCATION].to_str().unwrap().starts_with("/login"), "{cookie}");
    }
    // What is the live world's alone is not there, by whatever proof.
    let bearer = format!("Bearer {}", house.ours.token);
    for path in ["api/v1/me", "settings", "settings/waking", "hooks/1", "sw.js", "setup", "team/1/invite", "drills"] {
        for proof in [("cookie", drill.as_str()), ("authorization", bearer.as_str())] {
            for method in [Method::GET, Method::POST] {
                let came = knock(&house, method, &format!("/drill/{first}/{path}"), &[proof], "").await;
                assert!(came.status.is_client_error(), "{path} by {proof:?}: {}", came.status);
            }
        }
    }
    let came =
        knock(&house, Method::POST, &format!("/drill/{first}/team/1/invite"), &[("cookie", &drill)], "role=lead").await;
    assert_eq!(came.status, StatusCode::FORBIDDEN, "to be read only");
    // Whose membership ends is out of the drill too.
    let theirs = house.session(house.ours.reading).await;
    let seat = joined(&house, second, &theirs).await;
    let inside = format!("/drill/{second}/cases");
    assert_eq!(get(&house, &inside, &seat).await.status, StatusCode::OK);
    let world = &house.app.world;
    world.store.remove_membership(house.ours.id, house.ours.reading, world.clock.now()).await.unwrap();
    assert_eq!(get(&house, &inside, &seat).await.status, StatusCode::UNAUTHORIZED);
    over(&house, first).await;
    over(&house, second).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_which_world_it_is_and_a_form_goes_nowhere_else() {
    let house = House::new().await;
    let live = house.session(house.ours.owner).await;
    let id = started(&house).await;
    let drill = joined(&house, id, &live).await;
    for path in ["", "cases", "mentions", "plan", "team", "readiness", "report", "sources", "nothing-here", "cases/99"]
    {
        let page = get(&house, &format!("/drill/{id}/{path}"), &drill).await;
        let html = text(&page);
        if let Some(to) = page.headers.get(header::LOCATION) {
            assert!(to.to_str().unwrap().starts_with(&format!("/drill/{id}/")), "{path}: {to:?}");
            continue;
        }
        assert!(html.contains("<title>DRILL · ") || html.contains("<title>DRILL"), "{path}: {html:.400}");
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        if page.status.is_success() {
            assert!(html.contains("id=\"drill-line\""), "{path}");
            assert!(policy.contains(&format!("form-action https://{HOST}/drill/{id}/;")), "{policy}");
            assert!(!html.contains("action=\"/cases"), "{path}");
        }
    }
    for (path, cookie, from) in [
        ("/cases".to_owned(), &live, format!("/drill/{id}/cases")),
        (format!("/drill/{id}/cases"), &drill, "/cases".to_owned()),
        (format!("/drill/{id}/cases"), &drill, "/drill/99/cases".to_owned()),
    ] {
        let from = format!("https://{HOST}{from}");
        let sent = knock(&house, Method::POST, &path, &[("cookie", cookie), ("referer", &from)], "key=a&said=x").await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{path} from {from}");
        assert!(text(&sent).contains("live world"), "{}", text(&sent));
    }
    // A drill's own page may: its address has the drill before it, which the drill does not know.
    let (path, own) = (format!("/drill/{id}/preferences"), format!("https://{HOST}/drill/{id}/cases"));
    let sent = knock(&house, Method::POST, &path, &[("cookie", &drill), ("referer", &own)], "theme=dark").await;
    assert!(!text(&sent).contains("live world") && sent.status != StatusCode::FORBIDDEN, "{}", text(&sent));
    let page = text(&get(&house, "/", &live).await);
    assert!(!page.contains("drill-line") && !page.contains("DRILL"), "the live pages are nobody's drill");
    over(&house, id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_played_is_kept_and_a_late_form_goes_nowhere() {
    let house = House::new().await;
    let live = house.session(house.ours.owner).await;
    let id = started(&house).await;
    let drill = joined(&house, id, &live).await;
    let note = format!("/drills/{id}/note");
    assert_eq!(knock(&house, Method::POST, &note, &[("cookie", &live)], "text=They+called+first").await.status, 303);
    over(&house, id).await;
    let late = knock(&house, Method::POST, &format!("/drill/{id}/cases"), &[("cookie", &drill)], "key=a&said=x").await;
    assert_eq!(late.status, StatusCode::GONE, "{}", text(&late));
    let store = &house.app.world.store;
    assert!(store.cases(house.ours.id, false, None, 9).await.unwrap().is_empty(), "the live world heard nothing");
    let (row, report) = store.drill(house.ours.id, id).await.unwrap();
    assert_eq!((row.ended.as_str(), row.person), ("finished", Some(house.ours.owner)));
    let report: Report = serde_json::from_str(&report).unwrap();
    assert_eq!((report.outcome.pack.as_str(), row.score), ("grave-post", Some(report.outcome.score.percent as i64)));
    let page = text(&get(&house, &format!("/drills/{id}"), &live).await);
    assert!(page.contains("They called first") && page.contains("id=\"report\""), "{page}");
    // Who came in is kept, with the number by which its logs know them; who was cast and never came did not.
    let chairs: Vec<Chair> = serde_json::from_str(&row.seats).unwrap();
    let of = |seat: &str| chairs.iter().find(|chair| chair.seat == seat).unwrap();
    assert!(of("owner").joined.is_some() && of("friend").joined.is_none(), "{chairs:?}");
    assert!(chairs.iter().all(|chair| chair.member.is_some()), "{chairs:?}");
    let number = format!("no. {} in its files", of("owner").member.unwrap());
    assert!(page.contains("in since") && page.contains(&number), "{page}");
    let path = format!("/api/v1/organisations/{}/drills/{id}", house.ours.id.0);
    let told = house.ask(Method::GET, &path, Some(&house.ours.token), None);
    assert_eq!(told.await.json()["state"], "finished");
}

/// Opens a case in a drill, as whoever came in.
async fn opened(house: &House, id: i64, drill: &str) {
    let running = house.app.drills.get(id).unwrap();
    let store = &running.world().store;
    let organisation = store.organisations().await.unwrap()[0].id;
    let brand = store.brands(organisation).await.unwrap()[0].id;
    let form = format!("key=tap&brand={organisation}-{brand}&said=ours-owner+was+called");
    let came = knock(house, Method::POST, &format!("/drill/{id}/cases"), &[("cookie", drill)], &form).await;
    assert_eq!(came.status, 303, "{}", text(&came));
    assert_eq!(store.cases(organisation, false, None, 9).await.unwrap().len(), 1);
}

/// A plan in which two of the house have roles.
fn plan() -> String {
    format!(
        "[plan]\nlanguages = [\"en\"]\nzone = \"UTC\"\n[person.lea]\nname = \"Lea\"\nemail = \"ours-owner@{HOST}\"\n\
         [person.lou]\nname = \"Lou\"\nemail = \"ours-reader@{HOST}\"\n[role.lead]\npeople = [\"lea\", \"lou\"]\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_showed_in_a_drill_is_theirs_until_they_are_erased_from_it() {
    let house = House::new().await;
    engine::plan::write(&house.app.world, house.ours.id, None, 0, &plan(), "").await.unwrap();
    let live = house.session(house.ours.owner).await;
    let practice = async || house.get(&house.path("/practice")).await.json();
    let parts =
        |told: &serde_json::Value, of: usize| ["spot", "respond", "speak"].map(|part| told[of][part].is_string());
    let before = practice().await;
    assert_eq!((parts(&before, 0), parts(&before, 1)), ([false; 3], [false; 3]), "{before}");
    let untrained = async || {
        let ready = house.get(&house.path("/readiness")).await.json();
        let reasons = ready["reasons"].as_array().unwrap().clone();
        reasons.into_iter().find(|reason| reason["kind"] == "untrained").map(|reason| reason["subjects"].clone())
    };
    assert_eq!(untrained().await, Some(json!(["Lea", "Lou"])));
    let id = started(&house).await;
    let drill = joined(&house, id, &live).await;
    opened(&house, id, &drill).await;
    let note = format!("/drills/{id}/note");
    let written = "text=ours-owner+was+fast";
    assert_eq!(knock(&house, Method::POST, &note, &[("cookie", &live)], written).await.status, 303);
    over(&house, id).await;
    // Who opened it saw a risk; who sat beside it showed nothing, nor did whoever the rules played.
    let after = practice().await;
    assert_eq!((parts(&after, 0), parts(&after, 1)), ([true, false, false], [false; 3]), "{after}");
    let page = text(&get(&house, &format!("/team/{}", house.ours.id), &live).await);
    assert!(page.contains("id=\"practice\"") && page.contains("Lou"), "{page}");
    let kept = async || {
        let (row, report) = house.app.world.store.drill(house.ours.id, id).await.unwrap();
        let notes = house.app.world.store.drill_notes(house.ours.id, id).await.unwrap();
        format!("{} {report} {} {:?}", row.seats, notes[0].text, row.person)
    };
    let name = house.app.world.store.person(house.ours.owner).await.unwrap().name;
    let was = kept().await;
    assert!(was.contains(&name) && was.contains("ours-reader"), "{was:.300}");
    // By another organisation: nobody of it.
    let path = house.path(&format!("/drills/players/{}", house.ours.owner));
    let theirs = path.replace(&house.ours.id.to_string(), &house.theirs.id.to_string());
    assert_eq!(house.ask(Method::DELETE, &theirs, Some(&house.theirs.token), None).await.status, 404);
    let erased = house.ask(Method::DELETE, &path, Some(&house.ours.token), None).await;
    assert_eq!(erased.json(), json!({ "drills": 1 }));
    let is = kept().await;
    assert!(!is.contains(&name) && is.contains("ours-reader"), "{is:.300}");
    assert_eq!(parts(&practice().await, 0), [false; 3]);
    let report: Report =
        serde_json::from_str(&house.app.world.store.drill(house.ours.id, id).await.unwrap().1).unwrap();
    assert_eq!(report.cases.len(), 1, "the drill stays");
    let file = |name: &str| report.cases[0].folder[name].clone().into_bytes();
    let beside = BESIDE.into_iter().map(|name| (name.to_owned(), file(name))).collect();
    let (manifest, events, texts) = (file("manifest.json"), file("events.jsonl"), file("texts.jsonl"));
    let held = verify(&Folder { manifest, events, texts, captures: Vec::new(), beside }, None, None).unwrap();
    assert!(!held.missing_texts.is_empty(), "what was typed of them is gone");
    assert_eq!(get(&house, &format!("/drills/{id}/cases/1"), &live).await.status, 200);
    assert_eq!(house.ask(Method::DELETE, &path, Some(&house.ours.token), None).await.json(), json!({ "drills": 0 }));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_takes_no_more_than_its_places_and_it_is_said_which_are_taken() {
    let house = House::new().await;
    let start = async |token: &str, of: i64, owner: i64| {
        let body = json!({ "pack": "grave-post", "cast": { "owner": owner } });
        house.ask(Method::POST, &format!("/api/v1/organisations/{of}/drills"), Some(token), Some(body)).await
    };
    let (ours, theirs) = (&house.ours, &house.theirs);
    for tenant in [ours, ours, theirs, theirs] {
        let made = start(&tenant.token, tenant.id.0, tenant.owner.0).await;
        assert_eq!(made.status, 201, "{}", text(&made));
        let own = start(&tenant.token, tenant.id.0, tenant.owner.0).await;
        if own.status == 201 {
            // The second of two; one more is one too many.
            let more = start(&tenant.token, tenant.id.0, tenant.owner.0).await;
            assert!(text(&more).contains("your organisation plays 2"), "{}", text(&more));
            let id = own.json()["id"].as_i64().unwrap();
            over(&house, id).await;
        } else {
            assert!(own.status == 409 && text(&own).contains("your organisation plays 2"), "{}", text(&own));
        }
    }
    // Four are played: a third organisation is told that the house is full.
    let store = &house.app.world.store;
    let third = store.create_organisation("Third", super::house::now()).await.unwrap().id;
    store.set_membership(third, ours.owner, domain::organisation::Role::Owner).await.unwrap();
    let asked = Start {
        pack: "grave-post".to_owned(),
        seed: 1,
        pace: 1,
        cast: BTreeMap::from([("owner".to_owned(), ours.owner)]),
    };
    let full = house.app.drills.start(&house.app, third, ours.owner, &asked).await.unwrap_err().to_string();
    assert!(full.contains("4 drills are played in this house"), "{full}");
    house.app.drills.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_start_at_once_for_the_last_place_one_has_it() {
    let house = House::new().await;
    let first = started(&house).await;
    let cast = BTreeMap::from([("owner".to_owned(), house.ours.owner)]);
    let asked = Start { pack: "grave-post".to_owned(), seed: 1, pace: 60, cast };
    let drills = &house.app.drills;
    let start = || drills.start(&house.app, house.ours.id, house.ours.owner, &asked);
    let came = tokio::join!(start(), start(), start());
    let came = [came.0, came.1, came.2];
    assert_eq!(came.iter().filter(|one| one.is_ok()).count(), 1, "{came:?}");
    // What could not be set up gives its place back.
    over(&house, first).await;
    let nobody = Start { cast: BTreeMap::new(), ..asked.clone() };
    for _ in 0..3 {
        let refused = drills.start(&house.app, house.ours.id, house.ours.owner, &nobody).await.unwrap_err();
        assert!(refused.to_string().contains("somebody has to play"), "{refused}");
    }
    start().await.unwrap();
    drills.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_from_outside_is_read_by_whom_it_is_for_and_by_whoever_leads() {
    let house = House::new().await;
    let (live, theirs) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let (_, seats) = web::drills::pack("by-phone").unwrap();
    let seat = |holds: bool| seats.iter().find(|it| it.roles.contains(&"on-call".to_owned()) == holds).unwrap();
    let (called, beside) = (seat(true).key.clone(), seat(false).key.clone());
    let cast = BTreeMap::from([(called.clone(), house.ours.owner), (beside.clone(), house.ours.reading)]);
    let asked = Start { pack: "by-phone".to_owned(), seed: 1, pace: 1, cast };
    let id = house.app.drills.start(&house.app, house.ours.id, house.ours.owner, &asked).await.unwrap();
    let (called, beside) = (joined(&house, id, &live).await, joined(&house, id, &theirs).await);
    let running = house.app.drills.get(id).unwrap();
    while running.status().phase != Phase::On {
        Clock::Wall.sleep_until(Clock::Wall.now() + SignedDuration::from_millis(20)).await;
    }
    let inject = running.status().injects[0].clone();
    assert_eq!(inject.to.as_deref(), Some("on-call"));
    running.order(Order::Bring(0)).await.unwrap();
    let line = async |cookie: &str| {
        let page = text(&get(&house, &format!("/drill/{id}/"), cookie).await);
        page.split_once("id=\"drill-line\"").unwrap().1.split_once("</aside>").unwrap().0.contains("class=\"inject\"")
    };
    assert_eq!((line(&called).await, line(&beside).await), (true, false));
    let said = inject.text.split(['\'', '"', '&']).next().unwrap();
    assert!(text(&get(&house, &format!("/drills/{id}"), &live).await).contains(said), "whoever leads reads all");
    over(&house, id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_starts_orders_and_ends_a_drill_and_says_what_cannot_be() {
    let house = House::new().await;
    let path = format!("/api/v1/organisations/{}/drills", house.ours.id.0);
    let owner = house.ours.owner.0;
    let token = Some(house.ours.token.as_str());
    for (body, why) in [
        (json!({ "pack": "tsunami", "cast": { "owner": owner } }), "tsunami"),
        (json!({ "pack": "grave-post", "cast": {} }), "somebody has to play"),
        (json!({ "pack": "grave-post", "cast": { "king": owner } }), "king"),
        (json!({ "pack": "grave-post", "pace": 7, "cast": { "owner": owner } }), "no pace"),
        (json!({ "pack": "grave-post", "cast": { "owner": owner, "friend": owner } }), "two of the team"),
    ] {
        let answer = house.ask(Method::POST, &path, token, Some(body)).await;
        assert_eq!(answer.status, 422, "{why}");
        assert!(answer.json()["detail"].as_str().unwrap().contains(why), "{}", answer.json());
    }
    let made =
        house.ask(Method::POST, &path, token, Some(json!({ "pack": "grave-post", "cast": { "owner": owner } }))).await;
    assert_eq!(made.status, 201);
    let id = made.json()["id"].as_i64().unwrap();
    let order = format!("{path}/{id}/order");
    let skipped = house.ask(Method::POST, &order, token, Some(json!({ "order": "skip", "number": 1 }))).await;
    assert_eq!(skipped.status, 200, "{}", text(&skipped));
    let running = house.app.drills.get(id).unwrap();
    while running.status().injects[1].brought.is_none() {
        Clock::Wall.sleep_until(Clock::Wall.now() + SignedDuration::from_millis(20)).await;
    }
    let seen = house.ask(Method::GET, &format!("{path}/{id}"), token, None).await.json();
    assert_eq!(
        (seen["state"].as_str(), seen["stands"]["injects"][1]["state"].as_str()),
        (Some("playing"), Some("out"))
    );
    // Who may not lead sees no inject before it comes.
    let reader = house.ask(Method::GET, &format!("{path}/{id}"), Some(&house.ours.reader), None).await.json();
    assert_eq!((reader["stands"]["injects"].as_array(), reader["notes"].as_array()), (None, None));
    drop(running);
    // A server that goes down keeps what was played, and says that it stopped.
    house.app.drills.stop().await;
    let seen = house.ask(Method::GET, &format!("{path}/{id}"), token, None).await.json();
    assert_eq!(seen["state"], "stopped");
    assert_eq!(house.ask(Method::POST, &order, token, Some(json!({ "order": "end" }))).await.problem(409), "conflict");
}
