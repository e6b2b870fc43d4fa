//! Measures, limits, the hot wash and lessons by the forms of their pages, as somebody without scripts sends them.

use super::house::House;
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

/// Somebody at the pages of one case.
struct Pages<'a> {
    house: &'a House,
    cookie: String,
    case: i64,
}

impl Pages<'_> {
    async fn of(house: &House) -> Pages<'_> {
        let path = format!("/api/v1/organisations/{}/cases", house.ours.id);
        let body = json!({ "key": "tap-1", "brand": house.ours.brand, "from": { "mention": house.ours.mention } });
        let answer = house.ask(Method::POST, &path, Some(&house.ours.token), Some(body)).await.json();
        Pages { house, cookie: house.session(house.ours.owner).await, case: answer["case"].as_i64().unwrap() }
    }

    /// A page: its status, where it leads, what it shows.
    async fn ask(&self, method: Method, path: &str, form: &str) -> (u16, String, String) {
        let asked = Request::builder()
            .method(method)
            .uri(format!("/cases/{}/{path}", self.case))
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.house.send(asked.body(Body::from(form.to_owned())).unwrap()).await;
        let led = answer.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        (answer.status.as_u16(), led, String::from_utf8_lossy(&answer.bytes).into_owned())
    }

    async fn show(&self, path: &str) -> String {
        let (status, _, body) = self.ask(Method::GET, path, "").await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    async fn done(&self, path: &str, form: &str) {
        let (status, led, body) = self.ask(Method::POST, path, form).await;
        assert_eq!(status, 303, "{path}: {body}");
        assert!(led.starts_with(&format!("/cases/{}/", self.case)), "{led}");
    }

    /// Refused, with a reason; what was typed stands on the page again.
    async fn refused(&self, path: &str, form: &str, typed: &str) -> String {
        let (status, _, body) = self.ask(Method::POST, path, form).await;
        assert_eq!(status, 409, "{path}: {body}");
        assert!(body.contains("role=\"alert\"") && body.contains(typed), "{path}: {body}");
        body
    }
}

/// The value of the field of a form that stands hidden on a page.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn measures_limits_and_promises_are_forms_that_keep_what_was_typed() {
    let house = House::new().await;
    let pages = Pages::of(&house).await;
    let owner = house.ours.owner.0;
    let page = pages.show("repair").await;
    assert!(page.contains("/repair/rate") && page.contains("/repair/word") && !page.contains("/repair/seen"), "{page}");
    let common = format!("text=The+cold+room+%3Cb%3E&owner={owner}&due=");
    pages.done("repair/rate", &format!("key=m1&{common}&theme=negative&under=3&days=7")).await;
    pages.done("repair/share", &format!("key=m2&{common}&share=25&days=2")).await;
    pages.done("repair/answered", &format!("key=m3&{common}&share=90")).await;
    pages.done("repair/word", &format!("key=m4&{common}&to={}", house.ours.mention)).await;
    // Pressed twice is one measure.
    pages.done("repair/word", &format!("key=m4&{common}&to={}", house.ours.mention)).await;
    let page = pages.show("repair").await;
    assert!(page.contains("measure-4") && !page.contains("measure-5"), "{page}");
    assert!(page.contains("The cold room") && !page.contains("cold room <b>"), "{page}");
    assert!(page.contains("Measure 4 follows it"), "who was promised what: {page}");
    // A goal that cannot be met, a time that is past, a number that is none: nothing is kept but what was typed.
    pages.refused("repair/rate", "key=m6&text=typed-one&theme=negative&under=0&days=7", "typed-one").await;
    pages.refused("repair/rate", "key=m7&text=typed-two&theme=query-99x&under=3&days=7", "typed-two").await;
    pages.refused("repair/word", "key=m8&text=typed-three&due=2001-01-01T00:00", "typed-three").await;
    pages.refused("repair/share", "key=m9&text=typed-four&share=lots&days=2", "value=\"lots\"").await;
    // A figure tells whether a measure worked, no word; a promise is closed by somebody's word, and leaves the list.
    pages.refused("repair/measured", "measure=1&result=typed+five", "typed five").await;
    pages.done("repair/measured", "measure=4&result=We+called+her.").await;
    pages.done("repair/given-up", "measure=2&why=Too+few.").await;
    let page = pages.show("repair").await;
    assert!(page.contains("We called her.") && !page.contains("Measure 4 follows it"), "{page}");
    pages.done("repair/limit", "key=g1&theme=mentions&over=20&hours=24").await;
    pages.refused("repair/limit", "key=g2&theme=mentions&over=9&hours=0", "value=\"9\"").await;
    let (status, ..) = pages.ask(Method::POST, "repair/tsunami", "key=x").await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn the_team_answers_one_question_a_screen_and_a_client_reads_none_of_it() {
    let house = House::new().await;
    let pages = Pages::of(&house).await;
    let mut questions = Vec::new();
    for at in 1..=4 {
        let page = pages.show("wash").await;
        assert_eq!((page.matches("<h1>").count(), page.matches("<textarea").count()), (1, 1), "one question: {page}");
        assert_eq!(hidden(&page, "at"), at.to_string(), "the first that is not answered");
        let (key, question) = (hidden(&page, "key"), hidden(&page, "question"));
        pages.done("wash", &format!("key={key}&at={at}&question={question}&text=canary-{at}")).await;
        questions.push(question);
    }
    assert_eq!(questions, ["went_well", "missing", "earlier", "otherwise"]);
    let end = pages.show("wash").await;
    assert!((1..=4).all(|at| end.contains(&format!("canary-{at}"))) && !end.contains("<textarea"), "{end}");
    // Nothing typed is refused; too much stays typed.
    let long = format!("key=l&at=2&question=tsunami&text={}", "typed".repeat(9));
    pages.refused("wash", &long, "typedtyped").await;
    assert!(pages.show("review").await.contains("canary-2"));
    assert!(!pages.show("review?view=client").await.contains("canary"));
}

#[tokio::test]
async fn a_lesson_is_drawn_from_the_plans_form_and_taken_in_with_its_difference_shown() {
    let house = House::new().await;
    let text = "[plan]\nsize = \"solo\"\nlanguages = [\"en\"]\n[person.owner]\nname = \"Jo\" # who leads\nemail = \"jo@acme.example\"\n\
        [role.lead]\npeople = [\"owner\"]\n";
    engine::plan::write(&house.app.world, house.ours.id, None, 0, text, "").await.unwrap();
    let pages = Pages::of(&house).await;
    let places = pages.show("lesson").await;
    assert!(places.contains("<optgroup") && places.contains("value=\"person.owner\""), "{places}");
    let page = pages.show("lesson?place=person.owner").await;
    let (key, was) = (hidden(&page, "key"), hidden(&page, "was-name"));
    let form = |text: &str, records: &str, key: &str, name: &str| {
        let encode = |it: &str| url::form_urlencoded::byte_serialize(it.as_bytes()).collect::<String>();
        format!(
            "key={key}&place=person.owner&text={text}&records={records}&field=name&was-name={}&f-name={}",
            encode(&was),
            encode(name)
        )
    };
    // Nothing said, records that are none, nothing changed: what was typed stays.
    pages.refused("lesson", &form("", "1", &key, "typed-name"), "typed-name").await;
    pages.refused("lesson", &form("typed-text", "x", &key, "typed-name"), "typed-text").await;
    pages.refused("lesson", &form("typed-text", "1", &key, &was), "typed-text").await;
    pages.refused("lesson", &form("typed-text", "900", &key, "New"), "value=\"900\"").await;
    pages.done("lesson", &form("Somebody+else+leads.", "1", &key, "Nadia")).await;
    pages.done("lesson", &form("Another.", "", "second", "Omar")).await;
    let page = pages.show("repair").await;
    assert!(page.contains("→ Nadia") && page.contains("/repair/accept") && page.contains("/repair/shelve"), "{page}");
    // What the compiler would find then is told before anybody says yes: that no drill has tried it.
    assert!(page.contains(&format!("case-{}-1", pages.case)), "{page}");
    let plan = async || house.app.world.store.plan(house.ours.id).await.unwrap().unwrap();
    let before = plan().await.version;
    pages.refused("repair/shelve", "lesson=9&why=typed-why", "").await;
    pages.done("repair/accept", "lesson=1").await;
    let now = plan().await;
    let section = format!("[lesson.case-{}-1]", pages.case);
    assert!(now.version == before + 1 && now.text.contains(&section) && now.text.contains("Nadia"), "{}", now.text);
    // The other one was drawn against what the plan said before: it is not laid over the first.
    let page = pages.show("repair").await;
    assert!(page.contains("somebody changed this") && !page.contains("value=\"2\"><button class=\"main\""), "{page}");
    pages.refused("repair/accept", "lesson=2", "somebody changed this").await;
    pages.done("repair/shelve", "lesson=2&why=We+have+that+already.").await;
    assert!(pages.show("repair").await.contains("We have that already."));
    // In one line beside others: drawn and not set aside, in the plan, tried by no drill.
    let value: Value = house
        .ask(Method::GET, &format!("/api/v1/organisations/{}/reviews", house.ours.id), Some(&house.ours.token), None)
        .await
        .json();
    assert_eq!(value["reviews"][0]["lessons"], json!([1, 1, 0]), "{value}");
}
