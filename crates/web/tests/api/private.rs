//! A complaint by the private channel is read by those who may answer it, and by nobody else: every role, on pages and by API.

use super::cast::Cast;
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::case::Key;
use domain::case::event::Step;
use domain::id::MentionId;
use domain::mention::Sees;
use domain::organisation::{Right, Role};
use domain::signal::{Explanation, GravePost, Share, Story};
use engine::case::{Alarm, Caller, crisis};
use serde_json::json;
use store::MentionFilter;

/// What was written in private, and what is the same in the open.
const PRIVATE: &str = "the lantern broke";
const OPEN: &str = "on a wall";

async fn page(cast: &Cast, path: &str, cookie: &str) -> (u16, String) {
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let answer = cast.house.send(request).await;
    (answer.status.as_u16(), String::from_utf8_lossy(&answer.bytes).into_owned())
}

#[tokio::test]
async fn a_complaint_is_read_by_those_who_may_answer_and_by_nobody_else() {
    let cast = Cast::new().await;
    let ours = cast.ours();
    let store = &cast.house.app.world.store;
    let filter = MentionFilter { sees: Sees::All, ..MentionFilter::default() };
    let all = store.mentions(ours.id, &filter, None, 99).await.unwrap();
    let private: Vec<i64> =
        all.iter().filter(|it| it.post.post.text.contains(PRIVATE)).map(|it| it.mention.id.0).collect();
    assert_eq!(private.len(), 2, "one by the page, one by mail");
    let (mut let_in, mut kept_out) = (0, 0);
    for actor in cast.actors.iter() {
        let Some(role) = actor.role else { continue };
        let may = role.may(Right::Triage);
        if may {
            let_in += 1
        } else {
            kept_out += 1
        }
        let list = cast.house.ask(Method::GET, &cast.house.path("/mentions?limit=200"), Some(&actor.token), None).await;
        let list = list.json().to_string();
        assert!(list.contains(OPEN), "{role:?}");
        assert_eq!(list.contains(PRIVATE), may, "{role:?} lists it");
        let searched =
            cast.house.ask(Method::GET, &cast.house.path("/mentions?q=broke"), Some(&actor.token), None).await;
        assert_eq!(searched.json().to_string().contains("broke again"), may, "{role:?} finds it");
        let cookie = cast.house.session(actor.person).await;
        for path in ["/mentions", "/mentions?q=broke"] {
            let (status, body) = page(&cast, path, &cookie).await;
            assert_eq!((status, body.contains(PRIVATE)), (200, may), "{role:?} {path}");
        }
        for id in &private {
            let one = cast
                .house
                .ask(Method::GET, &cast.house.path(&format!("/mentions/{id}")), Some(&actor.token), None)
                .await;
            assert_eq!(one.status.as_u16(), if may { 200 } else { 404 }, "{role:?} asks for it");
            let (status, body) = page(&cast, &format!("/mentions/{id}"), &cookie).await;
            assert_eq!(
                (status, body.contains(PRIVATE)),
                if may { (200, true) } else { (404, false) },
                "{role:?} opens it"
            );
        }
    }
    assert_eq!((let_in, kept_out), (7, 3), "client, read-only and auditor answer nobody");
}

/// Why a signal was raised that counted what was written in private and what was said in the open.
fn explanation(private: i64, open: i64) -> String {
    let story = |text: &str, author: &str, mention| Story {
        text: text.to_owned(),
        first_author: Some(author.to_owned()),
        first_at: super::house::now(),
        count: 1,
        fires_without: true,
        mentions: vec![mention],
        fingerprint: 7,
    };
    let said = Explanation {
        window_minutes: 60,
        words: ["xylophone", "wall"].map(str::to_owned).into(),
        stories: vec![story(PRIVATE, "Zoé", private), story(OPEN, "", open)],
        authors: vec![Share { label: "Zoé".to_owned(), count: 1, share: 500, fires_without: true }],
        grave: Some(GravePost {
            mention: MentionId(private),
            harm: text::Harm::Injury,
            words: vec!["shattered glass".to_owned()],
        }),
        ..Explanation::default()
    };
    serde_json::to_string(&said).unwrap()
}

#[tokio::test]
async fn a_signal_a_case_and_an_answer_tell_of_a_complaint_to_those_who_may_answer_alone() {
    let cast = Cast::new().await;
    let (ours, waking) = (cast.ours(), &cast.house.app.waking);
    let store = &cast.house.app.world.store;
    let filter = MentionFilter { sees: Sees::All, ..MentionFilter::default() };
    let all = store.mentions(ours.id, &filter, None, 99).await.unwrap();
    let private = all.iter().find(|it| it.post.post.text.contains(PRIVATE)).unwrap().mention.id;
    let other = all.iter().rfind(|it| it.post.post.text.contains(PRIVATE)).unwrap().mention.id;
    store.erase_in_signal(ours.id, &ours.signal, &explanation(private.0, cast.shots[0].0)).await.unwrap();
    // Its case is called for again, for what was written in private.
    let alarm = Alarm {
        key: Key::new("for-the-private-one").unwrap(),
        brand: ours.brand,
        step: Step::Crisis,
        caller: Caller::Mention(private),
        began: None,
        hurt: false,
        scenario: None,
        language: None,
        beside: false,
    };
    let acted = crisis(waking, ours.id, (ours.owner, Role::Owner), &alarm).await.unwrap();
    assert_eq!(acted.case.0, ours.case);
    // Somebody answers it in the case.
    let commands = cast.house.path(&format!("/cases/{}/commands", ours.case));
    let mut by = cast.actors.iter();
    let owner = by.find(|actor| actor.role == Some(Role::Owner)).unwrap();
    let reply = |text: &str, key: &str, to: serde_json::Value| {
        let words = json!({ "text": text, "language": "en", "to": to });
        json!({ "draft": { "key": key, "form": "reply", "words": words } })
    };
    for asked in [
        json!({ "claim": { "mention": private } }),
        json!({ "claim": { "mention": other } }),
        json!({ "claim": { "mention": cast.shots[0] } }),
        reply("We are sorry about your lantern, Zoé.", "p1", json!({ "conversation": ours.complaint })),
        reply("Nothing secret is in this one.", "p2", json!({ "mention": cast.shots[0] })),
    ] {
        let answer = cast.house.ask(Method::POST, &commands, Some(&owner.token), Some(asked)).await;
        assert_eq!(answer.status, 200, "{}", answer.json());
    }
    for actor in cast.actors.iter() {
        let Some(role) = actor.role else { continue };
        let may = role.may(Right::Triage);
        if role.may(Right::Inspect) {
            let (_, body) =
                page(&cast, &format!("/cases/{}", ours.case), &cast.house.session(actor.person).await).await;
            let case = cast.house.path(&format!("/cases/{}", ours.case));
            let case = cast.house.ask(Method::GET, &case, Some(&actor.token), None).await.json().to_string();
            for said in [&case, &body] {
                assert_eq!(said.contains("about your lantern"), may, "{role:?} reads what was answered: {said}");
                assert!(said.contains("Nothing secret"), "{role:?} {said}");
            }
        }
        let signal = cast.house.path(&format!("/signals/{}", ours.signal));
        let signal = cast.house.ask(Method::GET, &signal, Some(&actor.token), None).await.json().to_string();
        let cookie = cast.house.session(actor.person).await;
        let (status, body) = page(&cast, &format!("/signals/{}", ours.signal), &cookie).await;
        assert_eq!(status, 200, "{role:?}");
        for said in [&signal, &body] {
            assert!(said.contains(OPEN), "{role:?} {said}");
            for secret in [PRIVATE, "shattered glass", "Zoé", "xylophone"] {
                assert_eq!(said.contains(secret), may, "{role:?} reads {secret}: {said}");
            }
        }
        let (_, body) = page(&cast, &format!("/cases/{}", ours.case), &cookie).await;
        assert_eq!(body.contains(PRIVATE), may, "{role:?} reads it in the case");
        let (status, body) = page(&cast, &format!("/cases?mention={private}"), &cookie).await;
        assert_eq!((status == 200, body.contains(PRIVATE)), (may, may), "{role:?} calls for it");
        let answer = cast.house.path(&format!("/mentions/{private}/answer"));
        let answer = cast.house.ask(Method::GET, &answer, Some(&actor.token), None).await.status.as_u16();
        let wanted = match (may, role.may(Right::Inspect)) {
            (true, _) => 200,
            (false, true) => 404,
            (false, false) => 403,
        };
        assert_eq!(answer, wanted, "{role:?}");
    }
}
