//! A case by the API alone: opened, worked on, said, exported, verified; refused where it must be.

use super::house::{Answer, House};
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::case::{Folder, Head, HouseKey, verify};
use domain::id::CaseId;
use engine::case::look_after;
use jiff::SignedDuration;
use serde_json::{Value, json};

/// A case that somebody works on by the API.
struct Room<'a> {
    house: &'a House,
    case: i64,
}

impl Room<'_> {
    fn path(&self, behind: &str) -> String {
        format!("/api/v1/organisations/{}/cases/{}{behind}", self.house.ours.id, self.case)
    }

    async fn ask(&self, command: Value) -> Answer {
        let token = self.house.ours.token.clone();
        self.house.ask(Method::POST, &self.path("/commands"), Some(&token), Some(command)).await
    }

    /// Asks what must be done.
    async fn done(&self, command: Value) -> Value {
        let said = command.to_string();
        let answer = self.ask(command).await;
        assert_eq!(answer.status.as_u16(), 200, "{said}: {}", String::from_utf8_lossy(&answer.bytes));
        answer.json()
    }

    async fn get(&self, behind: &str) -> Value {
        self.house.ask(Method::GET, &self.path(behind), Some(&self.house.ours.token.clone()), None).await.json()
    }

    async fn pass(&self, seconds: i64) {
        let clock = &self.house.app.world.clock;
        clock.advance_to(clock.now() + SignedDuration::from_secs(seconds));
        let file = self.house.app.world.store.case(self.house.ours.id, CaseId(self.case)).await.unwrap();
        look_after(&self.house.app.waking, &file).await.unwrap();
    }
}

async fn opened(house: &House) -> Room<'_> {
    let path = format!("/api/v1/organisations/{}/cases", house.ours.id);
    let body = json!({ "key": "tap-1", "brand": house.ours.brand, "from": { "mention": house.ours.mention } });
    let answer = house.ask(Method::POST, &path, Some(&house.ours.token), Some(body.clone())).await.json();
    let again = house.ask(Method::POST, &path, Some(&house.ours.token), Some(body)).await.json();
    assert_eq!((&again["case"], again["happened"].as_array().unwrap().len()), (&answer["case"], 0), "{again}");
    Room { house, case: answer["case"].as_i64().unwrap() }
}

/// What a folder given by the API holds.
fn folder(given: &Value) -> Folder {
    let file = |name: &str| given["files"][name].as_str().unwrap().as_bytes().to_vec();
    let captures = given["captures"].as_object().unwrap().iter().map(|(name, bytes)| {
        let bytes = STANDARD.decode(bytes.as_str().unwrap()).unwrap();
        (name.clone(), *blake3::hash(&bytes).as_bytes())
    });
    let beside = ["around.json", "review.json"].map(|name| (name.to_owned(), file(name)));
    Folder {
        beside: beside.into(),
        manifest: file("manifest.json"),
        events: file("events.jsonl"),
        texts: file("texts.jsonl"),
        captures: captures.collect(),
    }
}

#[tokio::test]
async fn a_scripted_case_ends_in_a_folder_that_verifies() {
    let house = House::new().await;
    alone(&house).await;
    let room = opened(&house).await;
    room.done(json!({ "state": { "key": "f1", "status": "unknown", "text": "Is the lamp of March concerned?" } }))
        .await;
    room.done(json!({ "note": { "key": "n1", "text": "The workshop looks at it." } })).await;
    room.done(json!({ "add_task": { "key": "t1", "text": "Stop selling", "owner": house.ours.owner } })).await;
    room.done(json!({ "do": { "task": 1, "result": "Taken off the shelf" } })).await;
    room.done(json!({ "triage": { "answers": { "hurt": "unknown", "cause": null, "responsibility": "unknown", "history": "no", "vivid": "no", "who": "many" } } })).await;
    room.done(json!({ "claim": { "mention": house.ours.mention } })).await;
    let before = room.get("").await;
    let draft = &before["state"]["drafts"]["1"];
    let (binding, shown) = (draft["binding"].clone(), draft["checked"].clone());
    let text = before["texts"][draft["wording"]["text"].as_str().unwrap()].as_str().unwrap();
    assert!(text.contains("We have seen"), "{text}");
    let refused = room.ask(json!({ "send": { "draft": 1, "binding": binding } })).await;
    assert_eq!(refused.problem(409), "stage");
    room.done(json!({ "submit": { "draft": 1, "binding": binding } })).await;
    room.done(json!({ "release_alone": { "draft": 1, "binding": binding, "shown": shown } })).await;
    room.done(json!({ "send": { "draft": 1, "binding": binding } })).await;
    room.pass(11).await;
    let after = room.get("").await;
    assert!(after["state"]["drafts"]["1"]["stage"]["sent"].is_array(), "{}", after["state"]["drafts"]["1"]);
    let log = room.get("/log").await;
    let given = room.get("/export").await;
    assert_eq!(log.as_array().unwrap().len(), given["files"]["events.jsonl"].as_str().unwrap().lines().count());
    let key = HouseKey::read(given["key"].as_str().unwrap()).unwrap();
    let head: Head = given["head"].as_str().unwrap().parse().unwrap();
    let verified = verify(&folder(&given), Some(key), Some(head)).unwrap();
    assert!(verified.missing_texts.is_empty() && verified.missing_captures.is_empty(), "{verified:?}");
    // A later folder of the same case still holds under the earlier head.
    room.done(json!({ "note": { "key": "n2", "text": "Later." } })).await;
    assert!(verify(&folder(&room.get("/export").await), Some(key), Some(head)).is_ok());
}

/// Its owner works alone: without a plan nobody else is asked.
async fn alone(house: &House) {
    let plan = "[plan]\nsize = \"solo\"\nlanguages = [\"en\"]\n";
    engine::plan::write(&house.app.world, house.ours.id, None, 0, plan, "").await.unwrap();
}

#[tokio::test]
async fn what_counsel_writes_stays_with_counsel_and_a_reader_changes_nothing() {
    let house = House::new().await;
    alone(&house).await;
    let room = opened(&house).await;
    room.done(json!({ "note": { "key": "n1", "text": "canary-legal", "visibility": "legal" } })).await;
    room.done(json!({ "note": { "key": "n2", "text": "canary-internal" } })).await;
    let seen = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let reader = Some(house.ours.reader.as_str());
    let own = house.ask(Method::GET, &room.path(""), Some(&house.ours.token), None).await;
    assert!(seen(&own.bytes).contains("canary-legal"));
    for behind in ["", "/log", "/brief"] {
        let read = house.ask(Method::GET, &room.path(behind), reader, None).await;
        assert_eq!(read.status.as_u16(), 200, "{behind}");
        assert!(!seen(&read.bytes).contains("canary-legal"), "{behind}");
    }
    let read = house.ask(Method::GET, &room.path(""), reader, None).await;
    assert!(seen(&read.bytes).contains("canary-internal"));
    let note = json!({ "note": { "key": "n3", "text": "no" } });
    let refused = house.ask(Method::POST, &room.path("/commands"), reader, Some(note)).await;
    assert_eq!(refused.status.as_u16(), 403);
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_nothing_is_kept() {
    let house = House::new().await;
    let room = opened(&house).await;
    let before = house.app.world.store.dump().await.unwrap();
    for (command, status) in [
        (json!({ "delete": { "mention": 1 } }), 422),
        (json!({ "note": { "key": "not a key", "text": "x" } }), 422),
        (json!({ "note": { "key": "n", "text": "  " } }), 422),
        (json!({ "note": { "key": "n", "text": "x".repeat(20_001) } }), 422),
        (json!({ "hand_over_lead": { "to": 999 } }), 422),
        (json!({ "hand_over_lead": { "to": house.theirs.owner } }), 422),
        (json!({ "claim": { "mention": house.theirs.mention } }), 404),
        (json!({ "approve": { "draft": 1, "binding": "bind:00" } }), 422),
        (json!({ "retract": { "fact": 9, "why": "x" } }), 409),
    ] {
        let answer = room.ask(command.clone()).await;
        answer.problem(status);
    }
    assert_eq!(house.app.world.store.dump().await.unwrap(), before);
}

/// A source that heard nothing for an hour.
async fn deaf(house: &House, name: &str) {
    let (store, at) = (&house.app.world.store, house.app.world.clock.now());
    let new = store::NewSource {
        organisation: Some(house.ours.id),
        brand: Some(house.ours.brand),
        kind: "webhook".to_owned(),
        name: name.to_owned(),
        settings: "{}".to_owned(),
    };
    let source = store.create_source(new, at).await.unwrap().id;
    let until = at + SignedDuration::from_hours(1);
    let gap = domain::source::Gap { from: at, until, reason: "every item was new".to_owned() };
    store.commit(store::Batch { gaps: vec![gap], ..store::Batch::new(source, until) }).await.unwrap();
}

#[tokio::test]
async fn a_review_is_read_and_a_client_reads_no_word_of_the_team() {
    let house = House::new().await;
    alone(&house).await;
    let room = opened(&house).await;
    room.done(json!({ "note": { "key": "n1", "text": "canary-note" } })).await;
    room.done(json!({ "add_task": { "key": "t1", "text": "canary-task" } })).await;
    let test = json!({ "rate": { "theme": { "series": "negative" }, "under": 3, "days": 2 } });
    room.done(json!({ "take": { "key": "m1", "text": "canary-measure <b>", "test": test } })).await;
    room.done(json!({ "answer": { "key": "a1", "question": "missing", "text": "canary-answer" } })).await;
    let lesson = json!({
        "key": "l1", "text": "canary-lesson", "records": [1], "merge": true,
        "changes": [{ "section": "plan", "field": "title", "to": "Better" }],
    });
    let token = house.ours.token.clone();
    let ask = async |body: Value| house.ask(Method::POST, &room.path("/lessons"), Some(&token), Some(body)).await;
    let drawn = ask(lesson.clone()).await.json();
    assert_eq!((&drawn["lesson"], &drawn["plan"]), (&json!(1), &json!(2)), "{drawn}");
    assert_eq!(ask(lesson).await.json(), drawn, "the same key is the same lesson");
    let plan = house.app.world.store.plan(house.ours.id).await.unwrap().unwrap();
    assert!(plan.text.contains("title = \"Better\"") && plan.text.contains("[lesson.case-"), "{}", plan.text);
    deaf(&house, "canary-source").await;
    room.pass(7_200).await;
    let review = room.get("/review").await;
    assert_eq!(review["review"]["measures"][0]["measure"], 1);
    assert_eq!(review["progress"]["1"]["standing"], json!({ "unknown": "too_early" }));
    assert!(review["review"]["unknown"].to_string().contains("canary-source"), "{review}");
    let canaries = ["canary-measure", "canary-answer", "canary-lesson"];
    let texts = review["texts"].to_string();
    assert!(canaries.iter().all(|canary| texts.contains(canary)) && !texts.contains("canary-note"), "{texts}");
    let cookie = house.session(house.ours.owner).await;
    let page = async |view: &str| {
        let path = format!("/cases/{}/review{view}", room.case);
        let asked = axum::http::Request::get(path).header(axum::http::header::COOKIE, &cookie);
        let answer = house.send(asked.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status.as_u16(), 200);
        String::from_utf8_lossy(&answer.bytes).into_owned()
    };
    let whole = page("").await;
    assert!(canaries.iter().chain(&["canary-task", "canary-source"]).all(|canary| whole.contains(canary)), "{whole}");
    assert!(!whole.contains("canary-measure <b>") && whole.contains("counter(pages)"), "{whole}");
    let short = page("?view=short").await;
    assert!(short.len() < whole.len() && !short.contains("canary-answer"), "{short}");
    let client = page("?view=client").await;
    assert!(!client.contains("canary") && !client.contains("/cases/"), "{client}");
    assert!(client.contains("on a source: it was deaf"), "{client}");
}
