//! Sources and queries in the browser: added, tried, paused; no secret comes back, and what would find everything is asked about.

use super::house::House;
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::brand::{Place, Watch};
use serde_json::json;

async fn see(house: &House, path: &str, form: Option<&str>) -> (u16, String) {
    let cookie = house.session(house.ours.owner).await;
    let request = match form {
        None => Request::get(path),
        Some(_) => Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    };
    let body = form.map_or_else(Body::empty, |form| Body::from(form.to_owned()));
    let answer = house.send(request.header(header::COOKIE, cookie).body(body).unwrap()).await;
    let led = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status.as_u16(), led.unwrap_or_else(|| String::from_utf8(answer.bytes).unwrap()))
}

#[tokio::test]
async fn a_source_is_added_changed_and_paused_and_tells_no_secret() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let of = house.ours.id;
    for kind in ["feed", "mastodon", "mailbox", "webhook"] {
        let (status, form) = see(&house, &format!("/sources/add?kind={kind}&place=Google"), None).await;
        assert!(status == 200 && form.contains("value=\"Google\""), "{kind}");
    }
    // Nobody answers at an inside address: it is not added, and what was typed stands there, the password apart.
    let mailbox = format!("kind=mailbox&of={of}-0&server=127.0.0.1&address=a%40acme.example&password=hunter2");
    let before = store.sources(of).await.unwrap().len();
    let (status, html) = see(&house, "/sources", Some(&mailbox)).await;
    assert!(status == 422 && html.contains("a@acme.example") && !html.contains("hunter2"), "{status} {html}");
    let (_, html) = see(&house, "/sources", Some(&format!("kind=feed&of={of}-0&url=nowhere"))).await;
    assert!(html.contains("value=\"nowhere\"") && html.contains("was not added"), "{html}");
    assert_eq!(store.sources(of).await.unwrap().len(), before);
    let (_, led) = see(&house, "/sources", Some(&format!("{mailbox}&do=force"))).await;
    let id: i64 = led.strip_prefix("/sources/").unwrap().split('?').next().unwrap().parse().unwrap();
    let path = format!("/sources/{id}");
    let (_, html) = see(&house, &path, None).await;
    assert!(html.contains("127.0.0.1") && !html.contains("hunter2"), "{html}");
    assert!(see(&house, "/sources", Some(&format!("{mailbox}&do=force"))).await.1.contains("listened to already"));

    let (status, html) = see(&house, &format!("{path}/test"), Some("")).await;
    assert!(status == 200 && html.contains("It was not heard"), "{html}");
    assert_eq!(see(&house, &format!("{path}/change"), Some("change=pause")).await.0, 303);
    let kept = async || store.sources(of).await.unwrap().into_iter().find(|source| source.id.0 == id).unwrap();
    assert!(!kept().await.enabled);
    see(&house, &format!("{path}/change"), Some("change=resume")).await;
    let brand = house.ours.brand;
    let change = format!("change=save&name=Box&brand={brand}&login=&password=");
    see(&house, &format!("{path}/change"), Some(&change)).await;
    let now = kept().await;
    assert_eq!((now.name.as_str(), now.enabled, now.brand), ("Box", true, Some(brand)));
    assert!(now.settings.contains("hunter2"), "an empty password leaves the one that is kept");
    let half = see(&house, &format!("{path}/change"), Some("change=save&name=Box&login=&password=new")).await;
    assert!(half.0 == 422 && half.1.contains("together"), "{}", half.1);

    let hook = format!("kind=webhook&of={of}-{brand}&name=Google");
    let (status, html) = see(&house, "/sources", Some(&hook)).await;
    let secret = html.split("whsec_").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(status, 200);
    let made = store.sources(of).await.unwrap().pop().unwrap();
    assert!(!see(&house, &format!("/sources/{}", made.id), None).await.1.contains(secret), "shown once");
}

#[tokio::test]
async fn a_query_that_finds_nearly_everything_is_kept_only_by_who_saw_what_it_finds() {
    let house = House::new().await;
    let (store, of) = (&house.app.world.store, house.ours.id);
    let count = async || store.queries(of).await.unwrap().len();
    let path = format!("/settings/brands/{}/queries", house.ours.brand);
    let before = count().await;
    let (status, html) = see(&house, &path, Some("name=all&text=the")).await;
    assert!(status == 422 && html.contains("id=\"query-wide\"") && html.contains("id=\"result\""), "{html}");
    assert_eq!(count().await, before);
    assert_eq!(see(&house, &path, Some("name=all&text=the&sure=yes")).await.0, 303);
    assert_eq!(count().await, before + 1);

    let body = json!({ "brand": house.ours.brand, "name": "all", "text": "and" });
    let ask = async |method: Method, path: &str, body: serde_json::Value| {
        house.ask(method, &house.path(path), Some(&house.ours.token), Some(body)).await
    };
    let refused = ask(Method::POST, "/queries", body).await;
    assert_eq!(refused.problem(422), "wide-query");
    assert!(refused.json()["detail"].as_str().unwrap().contains("would find"), "{}", refused.json());
    let saved = format!("/queries/{}", house.ours.query);
    assert_eq!(ask(Method::PATCH, &saved, json!({ "text": "and" })).await.problem(422), "wide-query");
    assert_eq!(ask(Method::PATCH, &saved, json!({ "text": "and", "wide": true })).await.status, 200);

    // One that cannot be read is marked in its own form, and not in that of a new one.
    let (status, html) = see(&house, &format!("{path}/{}", house.ours.query), Some("name=n&text=a+AND+(b")).await;
    assert_eq!((status, html.matches("id=\"query-problem\"").count()), (422, 1), "{html}");
    let own = html.find(&format!("id=\"qt-{}\"", house.ours.query)).unwrap();
    assert!(html[own..].starts_with(&format!("id=\"qt-{}\"", house.ours.query)) && html.contains("class=\"caret\""));
    assert!(html[own..html.find("id=\"qt-new\"").unwrap()].contains("a AND (b"), "{html}");
}

#[tokio::test]
async fn a_place_that_nothing_listens_to_is_not_called_watched() {
    let house = House::new().await;
    let store = &house.app.world.store;
    let mut brand = store.brand(house.ours.id, house.ours.brand).await.unwrap();
    brand.places = vec![Place { name: "Tripadvisor".into(), watch: Watch::Watched }];
    store.update_brand(&brand).await.unwrap();
    let (_, html) = see(&house, "/", None).await;
    assert!(html.contains("Tripadvisor: nothing listens there yet"), "{html}");
    let add = format!("/sources/add?brand={}&amp;place=Tripadvisor", brand.id);
    assert!(html.contains(&add) || html.contains(&add.replace("&amp;", "&#38;")), "{html}");
    let hook = format!("kind=webhook&of={}-{}&name=Tripadvisor", house.ours.id, brand.id);
    see(&house, "/sources", Some(&hook)).await;
    assert!(!see(&house, "/", None).await.1.contains("nothing listens there yet"));
}
