//! The bridge and the settings of somebody with several clients.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::Role;
use domain::source::{Outcome, Source};
use store::{NewSource, Try};

async fn browse(house: &House, method: Method, path: &str, cookie: &str, form: &'static str) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    house.send(request.body(Body::from(form)).unwrap()).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

#[tokio::test]
async fn a_brand_is_added_to_the_client_that_is_named() {
    let house = House::new().await;
    let (store, owner) = (&house.app.world.store, house.ours.owner);
    let cookie = house.session(owner).await;
    let brands = async |organisation| {
        let brands = store.brands(organisation).await.unwrap();
        brands.into_iter().map(|brand| brand.name).filter(|name| name.starts_with("New")).collect::<Vec<_>>()
    };
    let add = async |form| browse(&house, Method::POST, "/settings/brands", &cookie, form).await.status.as_u16();
    assert_eq!(add("name=New+one&role=own").await, 303, "only one can be meant");
    // Of both: the second is there from now on.
    let (ours, theirs) = (house.ours.id, house.theirs.id);
    assert_eq!((ours.0, theirs.0), (1, 2));
    assert_eq!(add("name=New+two&role=own&organisation=2").await, 403, "no member there");
    store.set_membership(theirs, owner, Role::Owner).await.unwrap();
    assert_eq!(add("name=New+three&role=own").await, 422, "nobody says for whom");
    assert_eq!(add("name=New+four&role=own&organisation=2").await, 303);
    assert_eq!((brands(ours).await, brands(theirs).await), (vec!["New one".to_owned()], vec!["New four".to_owned()]));
    let page = text(&browse(&house, Method::GET, "/settings", &cookie, "").await);
    assert!(page.contains("name=\"organisation\""), "{page}");
}

#[tokio::test]
async fn where_nothing_is_heard_nothing_is_called_calm() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let cookie = house.session(house.ours.owner).await;
    for source in store.sources(house.ours.id).await.unwrap() {
        store.update_source(&Source { enabled: false, ..source }).await.unwrap();
    }
    browse(&house, Method::POST, "/settings/brands", &cookie, "name=Quiet&role=own").await;
    let quiet = store.brands(house.ours.id).await.unwrap().into_iter().find(|brand| brand.name == "Quiet").unwrap().id;
    let bridge = async || text(&browse(&house, Method::GET, "/", &cookie, "").await);
    let card = |page: &str| {
        let (_, card) = page.split_once(&format!("id=\"brand-{quiet}\"")).unwrap();
        card.split_once("</article>").unwrap().0.to_owned()
    };
    let (calm, deaf) = ("class=\"state calm\"", "class=\"state deaf\"");
    for n in 0..4 {
        let (kind, name) = ("feed".to_owned(), format!("Feed {n}"));
        let new = NewSource { organisation: Some(house.ours.id), brand: None, kind, name, settings: "{}".to_owned() };
        let source = store.create_source(new, house.app.world.clock.now()).await.unwrap().id;
        let page = bridge().await;
        let card = card(&page);
        assert!(card.contains(deaf) && !card.contains(calm), "never visited: {card}");
        let tried = Try {
            at: house.app.world.clock.now(),
            outcome: Outcome::Network,
            detail: None,
            next_at: None,
            heard_post_at: None,
        };
        store.record_try(source, tried).await.unwrap();
        let lines = bridge().await.matches("class=\"deaf-line\"").count();
        assert_eq!(lines, if n < 3 { n + 1 } else { 1 }, "many are one line");
    }
    let heard = store.sources(house.ours.id).await.unwrap().into_iter().find(|source| source.name == "Feed 0").unwrap();
    let at = house.app.world.clock.now();
    let tried = Try { at, outcome: Outcome::Ok, detail: None, next_at: None, heard_post_at: None };
    store.record_try(heard.id, tried).await.unwrap();
    let page = card(&bridge().await);
    assert!(page.contains(calm) && !page.contains(deaf), "one is heard: {page}");
}
