//! A complaint by the private channel is read by those who may answer it, and by nobody else: every role, on pages and by API.

use super::cast::Cast;
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::Right;
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
    let all = store.mentions(ours.id, &MentionFilter::default(), None, 99).await.unwrap();
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
