//! The set-up over HTTP: what a stranger sees, and what a link may not do.

use super::house::{HOST, House, now};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::setup::Servers;
use engine::bus::Bus;
use engine::ingest::Ingest;
use engine::world::{Clock, World};
use std::sync::Arc;
use store::Store;
use web::auth::doorstep::{self, Doorstep};
use web::auth::principal::session_now;
use web::state::App;

fn alone() -> Doorstep {
    Doorstep::new(Servers { news: String::new(), mastodon: String::new(), ntfy: String::new(), allow: Vec::new() })
}

/// A house without people.
async fn empty() -> House {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let world =
        World { store, clock: Clock::standing_at(now()), bus: Bus::default(), folds: Default::default(), workers: 1 };
    let ingest = Ingest::open(world.clone()).await.unwrap();
    let house = House::new().await;
    House { app: App { world, ingest, doorstep: alone(), ..house.app.clone() }, ..house }
}

async fn see(house: &House, path: &str, key: Option<&str>) -> (StatusCode, String) {
    let mut request = Request::get(path);
    if let Some(key) = key {
        request = request.header(header::COOKIE, format!("__Host-vigie-setup={key}"));
    }
    let answer = house.send(request.body(Body::empty()).unwrap()).await;
    let led = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status, led.unwrap_or_else(|| String::from_utf8(answer.bytes).unwrap()))
}

async fn say(house: &House, path: &str, key: &str, form: &str) -> (StatusCode, String) {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("__Host-vigie-setup={key}"));
    let answer = house.send(request.body(Body::from(form.to_owned())).unwrap()).await;
    let led = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status, led.unwrap_or_else(|| String::from_utf8(answer.bytes).unwrap()))
}

async fn key(house: &House) -> String {
    let link = doorstep::link(&house.app.world.store, session_now()).await.unwrap();
    link.split_once("key=").unwrap().1.to_owned()
}

/// All steps but the last.
async fn described(house: &House, key: &str, name: &str) {
    let brand = format!("name={name}&town=Lyon&trade=bakery&link=&contact=%2B33+4+78+00+00+00");
    for (step, form, next) in [
        ("size", "size=team&locale=en", "brand"),
        ("brand", brand.as_str(), "proposal"),
        ("proposal", "query=0&query=1&query=2&competitor=&country=FR&own_accounts=", "places"),
        ("places", "place=Google&watch=mails", "account"),
    ] {
        let (status, led) = say(house, &format!("/setup/{step}"), key, form).await;
        assert_eq!((status, led.as_str()), (StatusCode::SEE_OTHER, format!("/setup/{next}").as_str()), "{step}");
        if next == "proposal" {
            assert!(see(house, "/setup/proposal", Some(key)).await.1.contains("examples-title"));
        }
    }
}

#[tokio::test]
async fn a_stranger_learns_how_to_get_in_and_nothing_else() {
    let house = empty().await;
    let (_, first) = see(&house, "/", None).await;
    for path in [
        "/login",
        "/mentions",
        "/settings",
        "/signals/1-x",
        "/no-such-page",
        "/setup",
        "/setup/account",
        "/live",
        "/mentions/add",
    ] {
        let (status, page) = see(&house, path, None).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(page.contains("not set up yet") && !page.contains("<form method=\"post\" action=\"/setup"), "{path}");
        let main = |page: &str| page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0.to_owned();
        assert_eq!(main(&page), main(&first), "{path}");
    }
    let (_, over) = see(&house, "/setup?key=guess", None).await;
    assert!(over.contains("opens nothing any more"));
    let (status, _) = say(&house, "/setup/account", "guess", "email=a@b.fr&password=0123456789").await;
    assert_eq!(status, StatusCode::OK);
    assert!(!house.app.world.store.has_people().await.unwrap());
}

#[tokio::test]
async fn looking_at_the_link_uses_nothing_up_and_finishing_does() {
    let house = empty().await;
    let key = key(&house).await;
    for _ in 0..3 {
        let (status, led) = see(&house, &format!("/setup?key={key}"), None).await;
        assert_eq!((status, led.as_str()), (StatusCode::SEE_OTHER, "/setup/size"));
    }
    let (_, led) = see(&house, "/setup/account", Some(&key)).await;
    assert_eq!(led, "/setup/size", "no step is skipped");
    described(&house, &key, "Boulangerie+Martin").await;
    let (_, short) = say(&house, "/setup/account", &key, "email=lea@martin.fr&password=short").await;
    assert!(short.contains("too short"));
    let (_, bad) = say(&house, "/setup/account", &key, "email=%3Cscript%3E&password=0123456789").await;
    assert!(bad.contains("no address that mail can reach") && !bad.contains("<script>"));
    let (_, machine) = say(&house, "/setup/account", &key, "email=a@b&password=0123456789").await;
    assert!(machine.contains("no address that mail can reach") && machine.contains("value=\"a@b\""), "{machine}");
    let (_, led) = see(&house, &format!("/setup?key={key}"), None).await;
    assert_eq!(led, "/setup/account", "by its link it goes on where it was left");
    assert_eq!(see(&house, "/setup", Some(&key)).await.1, "/setup/account", "and by what this browser keeps");
    let (_, hidden) = say(&house, "/setup/account", &key, "name=a%0Ab&email=lea@martin.fr&password=0123456789").await;
    assert!(hidden.contains("a character that is not seen"), "{hidden}");
    let last = "name=L%C3%A9a+Martin&email=Lea@martin.fr&password=0123456789";
    let (status, led) = say(&house, "/setup/account", &key, last).await;
    assert_eq!((status, led.as_str()), (StatusCode::SEE_OTHER, "/setup/phone"));
    let store = &house.app.world.store;
    let (lea, _) = store.person_by_email("lea@martin.fr").await.unwrap().unwrap();
    let [(organisation, _)] = &store.memberships(lea.id, house.app.world.clock.now()).await.unwrap()[..] else {
        panic!("one organisation")
    };
    assert_eq!(lea.name, "Léa Martin", "customers read it under the answers");
    let profile = engine::setup::profile(&house.app.world, organisation).await.unwrap().unwrap();
    assert_eq!(profile.phone.as_deref(), Some("+33 4 78 00 00 00"), "a plan begins with it");
    let brand = &store.brands(organisation.id).await.unwrap()[0];
    assert_eq!(
        (brand.name.as_str(), brand.zone.as_str(), brand.places.len()),
        ("Boulangerie Martin", "Europe/Paris", 1)
    );
    let texts: Vec<String> = store.queries(organisation.id).await.unwrap().into_iter().map(|q| q.text).collect();
    assert!(texts.contains(&"\"Boulangerie Martin\"".to_owned()), "{texts:?}");
    assert!(see(&house, &format!("/setup?key={key}"), None).await.1.contains("opens nothing any more"));
    assert!(see(&house, "/setup/account", Some(&key)).await.1.contains("opens nothing any more"));
    assert_eq!(see(&house, "/mentions", None).await.1, "/login?next=%2Fmentions");
    assert_eq!(see(&house, "/setup/phone", Some(&key)).await.1, "/login?next=%2Fsetup%2Fphone", "with a login only");
}

#[tokio::test]
async fn the_country_follows_the_town_and_a_choice_stays_while_the_town_does() {
    let house = empty().await;
    let key = key(&house).await;
    say(&house, "/setup/size", &key, "size=agency&locale=en").await;
    let at = async |town: &str| {
        let form = format!("name=Boulangerie+Martin&town={town}&trade=bakery&link=&contact=lea%40gmail.com");
        assert_eq!(say(&house, "/setup/brand", &key, &form).await.1, "/setup/proposal");
        let (_, page) = see(&house, "/setup/proposal", Some(&key)).await;
        let code = page.split("\" selected").next().unwrap().rsplit('"').next().unwrap().to_owned();
        (code, page.contains("please check it"))
    };
    let say_proposal = async |country: &str| {
        let form = format!("query=0&competitor=&country={country}&own_accounts=");
        say(&house, "/setup/proposal", &key, &form).await
    };
    assert_eq!(at("Lyon").await, ("FR".to_owned(), false));
    say_proposal("FR").await;
    assert_eq!(at("Sneek").await, ("NL".to_owned(), false), "what was only proposed goes with the town");
    say_proposal("BE").await;
    assert_eq!(at("Sneek").await, ("BE".to_owned(), false), "what was chosen stays");
    assert_eq!(at("Nowhere").await, ("GB".to_owned(), true), "until the town changes");
    say_proposal("GB").await;
    say(&house, "/setup/places", &key, "place=Google&watch=mails").await;
    assert!(see(&house, "/setup/account", Some(&key)).await.1.contains("vigie init --from clients.csv"));
}

#[tokio::test]
async fn a_clients_link_opens_nobodys_organisation() {
    let house = House { app: App { doorstep: alone(), ..House::new().await.app }, ..House::new().await };
    let store = &house.app.world.store;
    let key = key(&house).await;
    described(&house, &key, "ours").await;
    let before = store.organisations().await.unwrap();
    let owner = format!("email=ours-owner@{HOST}&password=0123456789");
    let (_, taken) = say(&house, "/setup/account", &key, &owner).await;
    assert!(taken.contains("has a login already"));
    let (status, _) = say(&house, "/setup/account", &key, "email=eve@example.org&password=0123456789").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (eve, _) = store.person_by_email("eve@example.org").await.unwrap().unwrap();
    let theirs = store.memberships(eve.id, house.app.world.clock.now()).await.unwrap();
    assert_eq!(theirs.len(), 1);
    assert!(before.iter().all(|known| known.id != theirs[0].0.id), "an organisation of that name is not theirs");
}

#[tokio::test]
async fn forms_of_other_sites_answer_nothing() {
    let house = empty().await;
    let key = key(&house).await;
    let request = Request::post("/setup/size")
        .header(header::HOST, HOST)
        .header(header::ORIGIN, "https://evil.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, format!("__Host-vigie-setup={key}"))
        .body(Body::from("size=agency&locale=fr"))
        .unwrap();
    assert_eq!(house.send_as_it_is(request).await.status, StatusCode::FORBIDDEN);
    assert_eq!(see(&house, "/setup/brand", Some(&key)).await.1, "/setup/size");
}

#[tokio::test]
async fn a_form_that_is_too_long_is_answered_by_a_page() {
    let house = empty().await;
    let key = key(&house).await;
    let (status, page) = say(&house, "/setup/brand", &key, &format!("name={}", "x".repeat(300_000))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("What was sent is too long.") && page.contains("<h1"), "{page}");
}
