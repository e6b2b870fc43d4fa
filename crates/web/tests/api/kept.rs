//! No typed text is lost: not where it is refused, not where its form is gone, not where the session had ended, not of two windows.

use super::house::{Answer, HOST, House};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};
use web::auth::password;
use web::listen::Peer;

const FORM: &str = "application/x-www-form-urlencoded";
const PASSWORD: &str = "correct horse battery";

/// A case, and who works in it by its page.
struct Room {
    house: House,
    case: i64,
}

impl Room {
    async fn open() -> Self {
        let house = House::new().await;
        let path = format!("/api/v1/organisations/{}/cases", house.ours.id);
        let body = json!({ "key": "tap-1", "brand": house.ours.brand, "from": { "mention": house.ours.mention } });
        let case = house.ask(Method::POST, &path, Some(&house.ours.token), Some(body)).await.json()["case"].clone();
        let store = &house.app.world.store;
        store.set_password(house.ours.owner, &password::hash(PASSWORD).unwrap()).await.unwrap();
        Self { case: case.as_i64().unwrap(), house }
    }

    async fn sent(&self, path: &str, fields: &[(&str, &str)], cookie: Option<String>) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path).header(header::CONTENT_TYPE, FORM).header(header::CONTENT_LENGTH, body.len());
        let request = match cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(Peer("198.51.100.7:4000".parse().unwrap())));
        self.house.send(request).await
    }

    /// A form of the room, sent by the owner.
    async fn form(&self, what: &str, fields: &[(&str, &str)]) -> Answer {
        let cookie = self.house.session(self.house.ours.owner).await;
        self.sent(&format!("/cases/{}/{what}", self.case), fields, Some(cookie)).await
    }

    async fn state(&self) -> Value {
        self.house.get(&self.house.path(&format!("/cases/{}", self.case))).await.json()["state"].clone()
    }
}

fn page(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

/// What stands in the textareas and fields of a page, as somebody reads it there.
fn stands(page: &str, text: &str) -> bool {
    let written = text.replace('&', "&amp;").replace('\'', "&#39;");
    page.contains(&format!("value=\"{written}\"")) || page.contains(&format!(">{written}</textarea>"))
}

#[tokio::test]
async fn what_is_refused_stands_in_its_form_or_beside_the_reason() {
    let room = Room::open().await;
    let mention = room.house.ours.mention.to_string();
    room.form("claim", &[("mention", &mention)]).await;
    room.form("task", &[("key", "k-task"), ("text", "Call the supplier & ask")]).await;
    let words = "Because it is so & we know it";
    // What is refused: by the case, by its time, by a field that is missing, by a thing that is not there any more.
    let table: [(&str, Vec<(&str, &str)>); 13] = [
        ("promise", vec![("until", "2020-01-01T10:00")]),
        ("step", vec![("to", "closed"), ("why", words)]),
        ("offer", vec![("key", "k"), ("mention", &mention), ("what", words), ("amount", "x"), ("to", "0")]),
        ("tell", vec![("key", "k"), ("stakeholder", "nobody"), ("text", words), ("at", "")]),
        ("aside", vec![("task", "99"), ("why", words)]),
        ("reopen", vec![("task", "99"), ("why", words)]),
        ("done", vec![("task", "99"), ("result", words)]),
        ("drop", vec![("clock", "99"), ("why", words)]),
        ("move", vec![("fact", "99"), ("to", "known"), ("why", words)]),
        ("copied", vec![("draft", "1"), ("binding", "x"), ("receipt", words)]),
        ("resolve", vec![("draft", "1"), ("attempt", "7"), ("receipt", ""), ("why", words)]),
        ("declare", vec![("key", "k"), ("matter", "x"), ("start", "y"), ("since", ""), ("why", words)]),
        ("leave", vec![("mention", &mention), ("exit", "against_rules"), ("reason", "x"), ("why", words)]),
    ];
    for (what, fields) in table {
        let answer = room.form(what, &fields).await;
        let shown = page(&answer);
        assert_eq!(answer.status, 409, "{what}: {shown}");
        let typed =
            fields.iter().find(|(name, _)| ["until", "why", "what", "text", "result", "receipt"].contains(name));
        let (_, typed) = typed.filter(|(_, typed)| !typed.is_empty()).or(fields.last()).unwrap();
        assert!(stands(&shown, typed), "{what}: {typed} is lost: {shown}");
    }
    // What was chosen is chosen still.
    let fields = [
        ("key", "k"),
        ("form", "statement"),
        ("language", "en"),
        ("to", "mail"),
        ("address", "no address"),
        ("text", words),
    ];
    let shown = page(&room.form("draft", &fields).await);
    assert!(
        shown.contains("<option value=\"mail\" selected>") && shown.contains("<option value=\"statement\" selected>"),
        "{shown}"
    );
    assert!(stands(&shown, words) && stands(&shown, "no address"));
}

#[tokio::test]
async fn of_two_windows_each_keeps_its_words() {
    let room = Room::open().await;
    // The same form sent twice is one note; gone back to and written on, it is another.
    for text in ["The supplier called.", "The supplier called.", "The supplier called back."] {
        assert_eq!(
            room.form("note", &[("key", "k-note"), ("text", text), ("visibility", "internal")]).await.status,
            303
        );
    }
    assert_eq!(room.state().await["notes"].as_object().unwrap().len(), 2);
    // Who revises what somebody else changed meanwhile is shown their words, and keeps their own.
    let draft = [
        ("key", "k-draft"),
        ("form", "update"),
        ("language", "en"),
        ("to", "updates_page"),
        ("text", "We are checking."),
    ];
    assert_eq!(room.form("draft", &draft).await.status, 303);
    let state = room.state().await;
    let (number, found) = state["drafts"].as_object().unwrap().iter().next_back().unwrap();
    let binding = found["binding"].as_str().unwrap();
    let revise =
        async |text: &str| room.form("revise", &[("draft", number), ("binding", binding), ("text", text)]).await;
    assert_eq!(revise("We are checking the soup.").await.status, 303);
    let second = revise("We are checking the lantern.").await;
    let shown = page(&second);
    assert_eq!(second.status, 409);
    assert!(stands(&shown, "We are checking the lantern.") && shown.contains("We are checking the soup."), "{shown}");
}

#[tokio::test]
async fn a_letter_has_its_address_and_its_subject_on_the_page() {
    let room = Room::open().await;
    let fields = [
        ("key", "k"),
        ("form", "statement"),
        ("language", "en"),
        ("to", "mail"),
        ("address", "vos@paper.example"),
        ("subject", "Your questions of Monday"),
        ("text", "Dear Ms. Vos, we have read your questions."),
    ];
    assert_eq!(room.form("draft", &fields).await.status, 303);
    let state = room.state().await;
    let (number, found) = state["drafts"].as_object().unwrap().iter().next_back().unwrap();
    assert!(found["wording"]["subject"].is_string(), "{found}");
    let cookie = room.house.session(room.house.ours.owner).await;
    let request = Request::get(format!("/cases/{}", room.case)).header(header::COOKIE, cookie);
    let shown = page(&room.house.send(request.body(Body::empty()).unwrap()).await);
    assert!(shown.contains("vos@paper.example") && shown.contains("Your questions of Monday"), "{shown}");
    // A letter is changed on the page too: who does not touch its address does not change it.
    let to = found["wording"]["target"].clone();
    let fields = [
        ("draft", number.as_str()),
        ("binding", found["binding"].as_str().unwrap()),
        ("address", "vos@paper.example"),
        ("subject", "Your questions of Monday"),
        ("text", "Dear Ms. Vos, thank you."),
    ];
    assert_eq!(room.form("revise", &fields).await.status, 303);
    let after = room.state().await["drafts"][number].clone();
    assert_eq!((&after["wording"]["target"], &after["wording"]["subject"]), (&to, &found["wording"]["subject"]));
    assert_ne!(after["wording"]["text"], found["wording"]["text"]);
}

#[tokio::test]
async fn what_met_a_session_that_had_ended_goes_on_after_the_log_in() {
    let room = Room::open().await;
    let (path, words) = (format!("/cases/{}/note", room.case), "The supplier called: it's the glass & the lamp.");
    let fields = [("key", "k-late"), ("text", words), ("visibility", "internal")];
    let closed = room.sent(&path, &fields, None).await;
    let shown = page(&closed);
    assert_eq!(closed.status, 401);
    assert!(stands(&shown, words) && shown.contains("action=\"/login\""), "{shown}");
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let email = format!("ours-owner@{HOST}");
    let login = |password| {
        [("email", email.as_str()), ("password", password), ("path", path.as_str()), ("body", body.as_str())]
    };
    // A typing mistake keeps it too.
    let wrong = room.sent("/login", &login("typo"), None).await;
    assert!(wrong.status == 401 && stands(&page(&wrong), words));
    let back = room.sent("/login", &login(PASSWORD), None).await;
    let shown = page(&back);
    assert_eq!(back.status, 200);
    assert!(stands(&shown, words) && shown.contains(&format!("action=\"{path}\"")), "{shown}");
    assert_eq!(room.state().await["notes"].as_object().map_or(0, |notes| notes.len()), 0, "nothing is sent by itself");
    // Nor anywhere else than to a form of ours.
    let elsewhere =
        [("email", email.as_str()), ("password", PASSWORD), ("path", "//evil.example/x"), ("body", body.as_str())];
    assert_eq!(room.sent("/login", &elsewhere, None).await.status, 303);
}
