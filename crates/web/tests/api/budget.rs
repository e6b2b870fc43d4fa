//! How often a brand is told of, and how severity is judged, by page: only who may changes it, and what is wrong comes back.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::json;

async fn page(house: &House, path: &str, cookie: &str, form: Option<&str>) -> Answer {
    let request = match form {
        None => Request::get(path),
        Some(_) => Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    };
    let body = form.map_or_else(Body::empty, |form| Body::from(form.to_owned()));
    house.send(request.header(header::COOKIE, cookie).body(body).unwrap()).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).to_string()
}

#[tokio::test]
async fn a_budget_is_chosen_by_who_may_and_says_who_chose() {
    let house = House::new().await;
    let (owner, reader) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let path = format!("/settings/brands/{}/budget", house.ours.brand);
    let kept = async || house.get(&house.path(&format!("/brands/{}/budget", house.ours.brand))).await.json();
    let first = kept().await;
    assert_eq!(first["budget"], json!({ "notice": "week", "alert": "two_months" }));
    assert_eq!((&first["brands"], &first["alert_rarer"], &first["log"]), (&json!(1), &json!(1.0), &json!([])));
    let shown = text(&page(&house, &path, &owner, None).await);
    assert!(shown.contains("value=\"two_months\" checked") && shown.contains("Nobody has chosen yet"), "{shown}");
    assert!(shown.contains("comparable: 0") && !shown.contains("/calibrate"), "nothing is proposed");
    assert_eq!(page(&house, &path, &reader, Some("notice=day&alert=month")).await.status, 403);
    for wrong in ["notice=half_year&alert=month", "notice=never&alert=month", "notice=day&alert=day"] {
        let status = page(&house, &path, &owner, Some(wrong)).await.status.as_u16();
        assert!((400..500).contains(&status), "{wrong}: {status}");
    }
    assert_eq!(kept().await, first);
    assert_eq!(page(&house, &path, &owner, Some("notice=month&alert=half_year")).await.status, 303);
    let now = kept().await;
    assert_eq!(now["budget"], json!({ "notice": "month", "alert": "half_year" }));
    assert!(now["alert_from"].as_f64() > first["alert_from"].as_f64(), "{now}");
    assert_eq!((&now["log"][0]["person"], &now["log"][0]["by_labels"]), (&json!(house.ours.owner), &json!(false)));
    let shown = text(&page(&house, &path, &reader, None).await);
    assert!(shown.contains("ours-owner") && !shown.contains("class=\"main\">Save"), "{shown}");
    // A proposal that is not there, or not any more, changes nothing and says so.
    let taken = page(&house, &format!("{path}/calibrate"), &owner, Some("notice=day&alert=month")).await;
    let location = taken.headers[header::LOCATION].to_str().unwrap().to_owned();
    assert_eq!((taken.status.as_u16(), location.ends_with("said=otherwise")), (303, true), "{location}");
    assert!(text(&page(&house, &location, &owner, None).await).contains("Nothing was kept"));
    let by_api = house.path(&format!("/brands/{}/budget/calibrate", house.ours.brand));
    let refused =
        house.ask(Method::POST, &by_api, Some(&house.ours.token), Some(json!({ "notice": "day", "alert": "month" })));
    assert_eq!(refused.await.status, 422);
    assert_eq!(kept().await, now);
    let theirs = format!("/settings/brands/{}/budget", house.theirs.brand);
    assert_eq!(page(&house, &theirs, &owner, None).await.status, 404);
    let trial = house.get(&house.path(&format!("/brands/{}/budget/trial", house.ours.brand))).await.json();
    assert_eq!((&trial["notices"][2]["often"], &trial["alert_advice"]["advice"]), (&json!("month"), &json!("too_few")));
}

#[tokio::test]
async fn proposals_of_all_brands_are_shown_to_members_and_taken_by_who_may() {
    let house = House::new().await;
    let (owner, reader) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let path = format!("/settings/budgets/{}", house.ours.id);
    for path in ["/settings/budgets", &path] {
        let shown = text(&page(&house, path, &reader, None).await);
        assert!(shown.contains("verdicts enough") && !shown.contains("<button class=\"main\""), "{shown}");
    }
    let proposed = house.get(&house.path("/budgets/proposals")).await.json();
    assert_eq!(proposed, json!({ "brands": [], "few": 1 }));
    let past = house.get(&house.path(&format!("/budgets/proposals?after={}", house.ours.brand))).await.json();
    assert_eq!(past, json!({ "brands": [], "few": 0 }));
    // What nobody was shown is not taken, whoever sends it.
    let tick = format!("take={}%3Amonth%3Ahalf_year", house.ours.brand);
    assert_eq!(page(&house, &path, &reader, Some(&tick)).await.status, 403);
    assert_eq!(page(&house, &path, &owner, Some(&tick)).await.status, 303);
    for wrong in ["take=1", "take=1%3Anever%3Amonth", "take=x%3Amonth%3Amonth", "take=1%3Aday%3Amonth%3A"] {
        assert_eq!(page(&house, &path, &owner, Some(wrong)).await.status, 422, "{wrong}");
    }
    let theirs = format!("take={}%3Amonth%3Ahalf_year", house.theirs.brand);
    assert_eq!(page(&house, &path, &owner, Some(&theirs)).await.status, 404, "a brand of another organisation");
    assert_eq!(page(&house, &format!("/settings/budgets/{}", house.theirs.id), &owner, None).await.status, 404);
    let kept = house.get(&house.path(&format!("/brands/{}/budget", house.ours.brand))).await.json();
    assert_eq!(kept["log"], json!([]), "nothing was kept");
}

/// The fields of the form on a page, as a browser sends them back.
fn fields(html: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!(" {name}=\""))?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let form = html.split_once("class=\"stack\"").unwrap().1.split_once("</form>").unwrap().0;
    let mut all = Vec::new();
    for piece in form.split('<').skip(1) {
        if piece.starts_with("input") {
            all.push((value(piece, "name").unwrap(), value(piece, "value").unwrap()));
        } else if piece.starts_with("select") {
            all.push((value(piece, "name").unwrap(), String::new()));
        } else if piece.starts_with("option") && piece.contains(" selected") {
            all.last_mut().unwrap().1 = value(piece, "value").unwrap();
        }
    }
    all
}

#[tokio::test]
async fn a_rubric_is_saved_whole_or_not_at_all() {
    let house = House::new().await;
    let (owner, reader) = (house.session(house.ours.owner).await, house.session(house.ours.reading).await);
    let path = format!("/settings/rubric/{}", house.ours.id);
    let rubric = async || house.get(&house.path("/rubric")).await.json();
    let the_houses = rubric().await;
    let shown = text(&page(&house, &path, &owner, None).await);
    let send = |change: &[(&str, &str)]| {
        let mut all = fields(&shown);
        for (name, to) in change {
            all.iter_mut().find(|(field, _)| field == name).unwrap().1 = (*to).to_owned();
        }
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish()
    };
    let untouched = send(&[]);
    assert_eq!(page(&house, &path, &reader, Some(&untouched)).await.status, 403);
    assert_eq!(page(&house, &path, &owner, Some(&untouched)).await.status, 303);
    assert_eq!(rubric().await, the_houses, "what is sent back untouched is the same");
    let wrong = page(&house, &path, &owner, Some(&send(&[("volume-points-3", "2"), ("bound-alert", "many")]))).await;
    let told = text(&wrong);
    assert!(told.contains("id=\"volume-problem\"") && told.contains("id=\"bounds-problem\""), "{told}");
    assert!(told.contains("value=\"many\"") && !told.contains("id=\"reach-problem\""));
    assert_eq!((wrong.status.as_u16(), rubric().await), (200, the_houses.clone()));
    let change =
        [("vivid-from-2", "2"), ("vivid-points-2", "7"), ("vivid-least-2", "crisis"), ("minutes-crisis", "30")];
    assert_eq!(page(&house, &path, &owner, Some(&send(&change))).await.status, 303);
    let now = rubric().await;
    assert_eq!(now["factors"]["vivid"][1], json!({ "from": 2, "points": 7, "least": "crisis" }));
    assert_eq!(now["answer_minutes"], json!([1440, 120, 30]));
    let shown = text(&page(&house, &path, &reader, None).await);
    assert!(!shown.contains("/reset") && shown.contains("a rubric of its own"), "{shown}");
    assert_eq!(page(&house, &format!("{path}/reset"), &reader, Some("")).await.status, 403);
    assert_eq!(page(&house, &format!("{path}/reset"), &owner, Some("")).await.status, 303);
    assert_eq!(rubric().await, the_houses);
    assert_eq!(page(&house, &format!("/settings/rubric/{}", house.theirs.id), &owner, None).await.status, 404);
    let put = house.ask(Method::PUT, &house.path("/rubric"), Some(&house.ours.token), Some(json!({}))).await;
    assert!(put.status.is_client_error());
}
