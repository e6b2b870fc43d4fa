//! The training by the link of staff: from the first question to the team's list, without a login or a script.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::plan::{Kind, read, shipped};
use domain::training::{Question, questions};
use serde_json::json;
use std::collections::BTreeSet;

/// A field of a form on a page.
fn field<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {page}"));
    rest.split('"').next().unwrap()
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

struct Staff {
    house: House,
    link: i64,
    path: String,
}

impl Staff {
    async fn new() -> Self {
        let house = House::new().await;
        let body = json!({ "version": 0, "text": shipped(Kind::Shop, text::Language::En).unwrap() });
        house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(body)).await;
        let body = json!({ "name": "kitchen" });
        let made =
            house.ask(Method::POST, &house.path("/staff-links"), Some(&house.ours.token), Some(body)).await.json();
        let path = made["link"].as_str().unwrap().replace("https://vigie.test", "");
        Self { link: made["id"].as_i64().unwrap(), path: format!("{path}/training"), house }
    }

    async fn see(&self) -> Answer {
        self.house.send(Request::get(&self.path).body(Body::empty()).unwrap()).await
    }

    async fn send(&self, end: &str, page: &str, more: &str) -> String {
        let (seed, mark, given) = (field(page, "seed"), field(page, "mark"), field(page, "given"));
        let request = Request::post(format!("{}{end}", self.path))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("seed={seed}&mark={mark}&given={given}{more}")));
        let answer = self.house.send(request.unwrap()).await;
        assert_eq!(answer.status, 200, "{}", text(&answer));
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
        text(&answer)
    }

    fn questions(&self, page: &str) -> Vec<Question> {
        let seed = u64::from_str_radix(field(page, "seed"), 16).unwrap();
        questions(&read(shipped(Kind::Shop, text::Language::En).unwrap(), None).0, seed)
    }

    /// Goes through it, the first answer wrong, the others right: the last page.
    async fn go_through(&self) -> String {
        let mut page = text(&self.see().await);
        let asked = self.questions(&page);
        for (at, question) in asked.iter().enumerate() {
            assert!(page.contains(&format!("Question {} of 6", at + 1)), "{page}");
            let answer = if at == 0 { (question.right + 1) % question.answers.len() } else { question.right };
            page = self.send("", &page, &format!("&answer={answer}")).await;
            let said = if at == 0 { "No. Our plan says:" } else { "Yes, that is what our plan says." };
            assert!(page.contains(said) && page.contains("In the words of the plan"), "{page}");
            let because = question.because[0].split(['\'', '"', '&']).next().unwrap();
            assert!(page.contains(because), "{because}: {page}");
            page = self.send("", &page, "&step=next").await;
        }
        page
    }
}

#[tokio::test]
async fn staff_train_by_their_link_and_the_team_sees_that_they_did() {
    let staff = Staff::new().await;
    let house = &staff.house;
    let before = house.app.world.store.dump().await.unwrap();
    let end = staff.go_through().await;
    assert!(end.contains("5 of 6 answered as the plan says."), "{end}");
    assert!(house.app.world.store.dump().await.unwrap() == before, "nobody is counted who does not say so");
    assert!(
        end.contains("<option value=\"friend\">Paul Martin</option>") && !end.contains("<input id=\"name\""),
        "{end}"
    );
    for (more, name) in [("&name=friend", "Paul Martin"), ("&name=owner", "")] {
        assert!(staff.send("/done", &end, more).await.contains("the team knows"), "{name}");
    }
    let listed = house.get(&house.path("/trainings")).await.json();
    let all = listed.as_array().unwrap();
    assert_eq!(all.len(), 1, "the same training is told once: {listed}");
    let told = (&all[0]["link"], &all[0]["name"], &all[0]["correct"], &all[0]["asked"]);
    assert_eq!(told, (&json!("kitchen"), &json!("Paul Martin"), &json!(5), &json!(6)));
    assert_eq!(all[0]["parts"], json!(["respond", "speak"]), "the wrong answer was one of the first part");
    let cookie = house.session(house.ours.owner).await;
    let team = format!("/team/{}", house.ours.id);
    let page = Request::get(&team).header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
    let page = text(&house.send(page).await);
    assert!(page.contains("Who was trained") && page.contains("Paul Martin") && page.contains("5/6"), "{page}");
    let erase = format!("{team}/trainings/{}/erase", all[0]["id"]);
    let erase = Request::post(erase)
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    assert_eq!(house.send(erase.body(Body::empty()).unwrap()).await.status, 303);
    assert_eq!(house.get(&house.path("/trainings")).await.json(), json!([]), "it is nowhere any more");
    // Whoever is not on the list types nobody's name: they are counted as somebody.
    let end = staff.go_through().await;
    assert!(staff.send("/done", &end, "&name=Jeanne+Martin").await.contains("the team knows"));
    let listed = house.get(&house.path("/trainings")).await.json();
    assert_eq!(listed[0]["name"], json!(""), "{listed}");
}

#[tokio::test]
async fn a_training_that_nobody_did_is_not_counted() {
    let staff = Staff::new().await;
    let house = &staff.house;
    let first = text(&staff.see().await);
    assert_ne!(field(&first, "seed"), field(&text(&staff.see().await), "seed"), "others each time");
    // Told before the end, with answers that nobody offered, with no answer at all, of another seed.
    assert!(staff.send("/done", &first, "").await.contains("Question 1 of 6"));
    assert!(staff.send("", &first, "").await.contains("Choose an answer first."));
    assert!(staff.send("", &first, "&answer=9").await.contains("Choose an answer first."));
    for given in ["0.0.0.0.0.9", "0.0.0.0.0.0.0", "x", "-1"] {
        let forged = first.replace("name=\"given\" value=\"\"", &format!("name=\"given\" value=\"{given}\""));
        assert!(staff.send("/done", &forged, "").await.contains("The plan has changed meanwhile"), "{given}");
    }
    let other = first.replace(field(&first, "seed"), "00000000000000ff");
    assert!(staff.send("", &other, "&answer=0").await.contains("The plan has changed meanwhile"));
    assert_eq!(house.get(&house.path("/trainings")).await.json(), json!([]));
    // Very many at once by one link are not all counted, and nobody's is lost unseen.
    let digest = web::auth::secret::digest(staff.path.split('/').nth(2).unwrap());
    let mut kept = 0;
    for seed in 0..100 {
        let told = engine::team::trained(&house.app.world, &digest, seed, "", (6, 6, &BTreeSet::new())).await;
        kept += usize::from(told.unwrap());
    }
    assert_eq!((kept, house.app.world.store.trainings(house.ours.id, 999).await.unwrap().len()), (60, 60));
    // A link that was withdrawn opens no training either.
    let withdrawn = house.path(&format!("/staff-links/{}", staff.link));
    house.ask(Method::DELETE, &withdrawn, Some(&house.ours.token), None).await;
    assert_eq!(staff.see().await.status, 404);
}
