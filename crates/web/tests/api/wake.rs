//! The link of a message: nobody who only asks for it changes or learns anything; a tap acknowledges, once.

use super::house::{HOST, House, now, raise_at};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::id::PersonId;
use domain::organisation::Role;
use domain::signal::Verdict;
use domain::waking::Subject;
use engine::waking::{Letter, Taken};
use jiff::SignedDuration;
use store::{NewPerson, NewTarget};

/// Another member, whom the alert wakes too, since both stand on one rung.
async fn deputy(house: &House) -> PersonId {
    let store = &house.app.world.store;
    let new = NewPerson {
        name: "Marc the deputy".to_owned(),
        email: format!("marc@{HOST}"),
        locale: "en".to_owned(),
        zone: "UTC".to_owned(),
        password_hash: "none".to_owned(),
    };
    let person = store.create_person(new, now()).await.unwrap().id;
    store.set_membership(house.ours.id, person, Role::Lead).await.unwrap();
    let ladder =
        serde_json::json!({ "rungs": [{ "people": [house.ours.owner, person], "after_minutes": 5 }] }).to_string();
    store.set_setting(Some(house.ours.id), "ladder", &ladder).await.unwrap();
    person
}

async fn target(house: &House, person: PersonId, name: &str) -> i64 {
    let new = NewTarget {
        person,
        kind: "mail".to_owned(),
        name: name.to_owned(),
        settings: format!(r#"{{"address":"{name}@{HOST}"}}"#),
    };
    house.app.world.store.add_target(new, now()).await.unwrap().id
}

/// Two people woken by one alert, and a target that was tried: the signal, and the path of each link by whose it is.
async fn woken(house: &House) -> (String, Vec<(PersonId, String)>) {
    let deputy = deputy(house).await;
    let tried = target(house, house.ours.owner, "phone-of-the-owner").await;
    target(house, deputy, "phone-of-marc").await;
    let texts = (0..8).map(|i| (format!("ill{i}"), format!("acme is terrible, the worst ever, disgusting {i}")));
    house.bring(texts).await;
    let onset = now() - SignedDuration::from_mins(61);
    let signal = raise_at(&house.app.world, house.ours.id, house.ours.brand, onset, 9_000, "{}").await;
    let waking = &house.app.waking;
    assert_eq!(waking.decide().await.unwrap(), 0, "brands are gathered first");
    house.app.world.clock.advance_to(now() + SignedDuration::from_mins(2));
    assert_eq!(waking.decide().await.unwrap(), 2, "both are called");
    waking.test(house.ours.owner, tried).await.unwrap();
    let mut links = Vec::new();
    for person in [house.ours.owner, deputy] {
        for row in house.app.world.store.messages_to(person, &[], None, 10).await.unwrap() {
            let letter: Letter = serde_json::from_str(&row.message.body).unwrap();
            let link = letter.note.link.unwrap();
            links.push((person, link.strip_prefix(&format!("https://{HOST}")).unwrap().to_owned()));
        }
    }
    assert_eq!(links.len(), 3, "two calls and a test");
    (signal, links)
}

async fn ask(house: &House, method: Method, path: &str) -> (u16, String) {
    let request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
    let answer = house.send_as_it_is(request.body(Body::empty()).unwrap()).await;
    if answer.status == 200 {
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(answer.headers["x-robots-tag"], "noindex, nofollow, noarchive");
        assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
    (answer.status.as_u16(), String::from_utf8(answer.bytes).unwrap())
}

#[tokio::test]
async fn asking_for_a_link_changes_nothing_and_tells_nothing() {
    let house = House::new().await;
    let (_, links) = woken(&house).await;
    let before = house.app.world.store.dump().await.unwrap();
    let (_, nothing) = ask(&house, Method::GET, "/wake/no-such-link").await;
    for (_, path) in &links {
        let broken = format!("{}.{}", path.rsplit_once('.').unwrap().0, "A".repeat(22));
        for path in [path.as_str(), broken.as_str()] {
            let (status, got) = ask(&house, Method::GET, path).await;
            assert_eq!((status, &got), (200, &nothing), "a right link looks like a wrong one");
            let (status, got) = ask(&house, Method::HEAD, path).await;
            assert_eq!((status, got.as_str()), (200, ""));
            for method in [Method::OPTIONS, Method::PUT, Method::DELETE, Method::PATCH] {
                let (status, _) = ask(&house, method.clone(), path).await;
                assert!(status >= 400, "{method} is not for links: {status}");
            }
        }
    }
    // In the language of the message it stood in, whichever link it is.
    assert!(links.iter().all(|(_, path)| path.ends_with("?lang=en")), "{links:?}");
    let french = links[0].1.replace("?lang=en", "?lang=fr");
    let (_, said) = ask(&house, Method::GET, &french).await;
    assert!(said.contains("lang=\"fr\"") && said == ask(&house, Method::GET, "/wake/no-such-link?lang=fr").await.1);
    assert_eq!(house.app.world.store.dump().await.unwrap(), before, "nothing was changed");
    for private in ["Brand of ours", "owner", "Marc", "phone", "acme", "ours", "terrible"] {
        assert!(!nothing.contains(private), "{private} is told to whoever asks");
    }
}

#[tokio::test]
async fn the_first_tap_acknowledges_and_the_second_is_told_who_was_first() {
    let house = House::new().await;
    let (signal, links) = woken(&house).await;
    let call = |person: PersonId| links.iter().filter(move |(of, link)| *of == person && !link.contains("/wake/test."));
    let (owner, marc) = (house.ours.owner, links.iter().find(|(of, _)| *of != house.ours.owner).unwrap().0);
    let (_, said) = ask(&house, Method::POST, &call(marc).next().unwrap().1).await;
    assert!(said.contains("yours is the acknowledgement") && said.contains(&format!("/signals/{signal}")), "{said}");
    let label = house.app.world.store.signal(house.ours.id, &signal).await.unwrap().label.unwrap();
    assert_eq!((label.verdict, label.person), (Verdict::Confirmed, marc));
    let states: Vec<_> = house.app.world.store.messages_to(owner, &[], None, 10).await.unwrap();
    assert!(
        states.iter().any(|row| row.state == store::OutboxState::Silenced),
        "the owner's has not left, and does not"
    );
    let (_, said) = ask(&house, Method::POST, &call(owner).next().unwrap().1).await;
    assert!(said.contains("Marc the deputy was first"), "{said}");
    let again = house.app.world.store.signal(house.ours.id, &signal).await.unwrap().label.unwrap();
    assert_eq!(again.person, marc, "who was first stays first");
    let told = house.app.waking.told(house.ours.id, &signal).await.unwrap();
    assert_eq!(told.calls.len(), 2);
    assert_eq!(told.answer.map(|(name, answer)| (name, answer.by)), Some(("Marc the deputy".to_owned(), marc)));
    let theirs = house.app.waking.told(house.theirs.id, &signal).await.unwrap();
    assert_eq!(theirs, engine::waking::Telling::default(), "another organisation is told nothing");
}

#[tokio::test]
async fn a_tap_on_a_test_says_that_the_target_works() {
    let house = House::new().await;
    let (signal, links) = woken(&house).await;
    let (owner, test) = links.iter().find(|(_, link)| link.contains("/wake/test.")).unwrap();
    let before = house.app.world.store.targets(Some(*owner)).await.unwrap();
    assert!(before.iter().all(|target| target.tapped_at.is_none()));
    // Tapped on the house's own machine it says nothing of the phone.
    let mut here = Request::post(test).header(header::HOST, HOST).body(Body::empty()).unwrap();
    here.extensions_mut().insert(axum::extract::ConnectInfo(web::listen::Peer("127.0.0.1:9".parse().unwrap())));
    let told = house.send_as_it_is(here).await;
    assert!(String::from_utf8(told.bytes).unwrap().contains("The test is not counted."));
    let untapped = house.app.world.store.targets(Some(*owner)).await.unwrap();
    assert!(untapped.iter().all(|target| target.tapped_at.is_none()));
    let (_, said) = ask(&house, Method::POST, test).await;
    assert!(said.contains("It works: “phone-of-the-owner” wakes you."), "{said}");
    let after = house.app.world.store.targets(Some(*owner)).await.unwrap();
    let tapped: Vec<_> = after.iter().filter(|target| target.tapped_at.is_some()).collect();
    assert!(
        matches!(tapped[..], [only] if only.name == "phone-of-the-owner" && only.tapped_at == Some(house.app.world.clock.now()))
    );
    assert!(house.app.world.store.signal(house.ours.id, &signal).await.unwrap().label.is_none(), "and nothing else");
    house.app.world.store.remove_target(*owner, tapped[0].id).await.unwrap();
    assert!(ask(&house, Method::POST, test).await.1.contains("nothing to acknowledge"), "a target that is no more");
}

#[tokio::test]
async fn a_wrong_link_and_a_page_elsewhere_change_nothing() {
    let house = House::new().await;
    let (_, links) = woken(&house).await;
    let before = house.app.world.store.dump().await.unwrap();
    for (_, path) in &links {
        let broken = format!("{}.{}", path.rsplit_once('.').unwrap().0, "A".repeat(22));
        assert!(ask(&house, Method::POST, &broken).await.1.contains("nothing to acknowledge"));
        let request = Request::post(path).header(header::HOST, HOST).header(header::ORIGIN, "https://evil.example");
        assert_eq!(house.send_as_it_is(request.body(Body::empty()).unwrap()).await.status, 403);
    }
    assert_eq!(house.app.world.store.dump().await.unwrap(), before);
}

#[tokio::test]
async fn who_has_left_acknowledges_nothing() {
    let house = House::new().await;
    let (signal, links) = woken(&house).await;
    let (marc, link) = links.iter().find(|(of, _)| *of != house.ours.owner).unwrap();
    house.app.world.store.remove_membership(house.ours.id, *marc, now()).await.unwrap();
    assert!(ask(&house, Method::POST, link).await.1.contains("nothing to acknowledge"));
    assert!(house.app.world.store.signal(house.ours.id, &signal).await.unwrap().label.is_none());
}

#[tokio::test]
async fn who_may_not_label_a_signal_does_not_by_a_tap_and_is_told_who_may() {
    let house = House::new().await;
    let (signal, links) = woken(&house).await;
    let store = &house.app.world.store;
    let (deputy, link) = links.iter().find(|(of, _)| *of != house.ours.owner).unwrap();
    let owner = store.person(house.ours.owner).await.unwrap().name;
    for role in [Role::ReadOnly, Role::Auditor, Role::Client] {
        store.set_membership(house.ours.id, *deputy, role).await.unwrap();
        let (status, page) = ask(&house, Method::POST, link).await;
        assert!(status == 200 && page.contains("is for others") && page.contains(&owner), "{role:?}: {page}");
        assert!(!page.contains("Marc the deputy"), "who may not is not among those who may: {page}");
        assert_eq!(store.signal(house.ours.id, &signal).await.unwrap().label, None, "{role:?}");
    }
    // Who writes the ladder reads it there.
    let ladder = house.get(&house.path("/ladder")).await.json();
    assert_eq!(ladder["only_told"], serde_json::json!([deputy.0]), "{ladder}");
    let subject = Subject::Signal(signal.clone());
    assert_eq!(house.app.waking.acknowledge(&subject, house.ours.owner, None).await.unwrap(), Taken::First);
    let label = store.signal(house.ours.id, &signal).await.unwrap().label.unwrap();
    assert_eq!((label.verdict, label.person), (Verdict::Confirmed, house.ours.owner));
}
