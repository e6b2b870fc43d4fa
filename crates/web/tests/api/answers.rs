//! A mention answered outside a case: by the forms of its page, and by the API; and never in a case too.

use super::house::{Answer, House};
use axum::http::{Method, Request, header};
use domain::id::{CaseId, PersonId};
use engine::case::look_after;
use jiff::SignedDuration;
use serde_json::{Value, json};

const KIND: &str = "Hello, thank you for telling us about the lantern. I am sorry that your evening was spoilt. I have asked the \
    workshop what happened. Please write to us and I will answer you by 18:00 on 24 November. Owner";

impl House {
    fn mention_page(&self) -> String {
        format!("/mentions/{}", self.ours.mention)
    }

    /// Sends a form of the answer as somebody.
    async fn answers(&self, person: PersonId, what: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(format!("{}/answer/{what}", self.mention_page()))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, self.session(person).await);
        self.send(request.body(body.into()).unwrap()).await
    }

    async fn page_of(&self, person: PersonId) -> String {
        let request = Request::get(self.mention_page()).header(header::COOKIE, self.session(person).await);
        String::from_utf8(self.send(request.body("".into()).unwrap()).await.bytes).unwrap()
    }

    async fn answer(&self) -> Value {
        self.get(&self.path(&format!("/mentions/{}/answer", self.ours.mention))).await.json()
    }

    async fn asks(&self, command: Value) -> Answer {
        let path = self.path(&format!("/mentions/{}/answer", self.ours.mention));
        self.ask(Method::POST, &path, Some(&self.ours.token), Some(command)).await
    }

    async fn passes(&self, seconds: i64) {
        let clock = &self.app.world.clock;
        clock.advance_to(clock.now() + SignedDuration::from_secs(seconds));
        let now = clock.now();
        for file in self.app.world.store.due_cases(now, 9).await.unwrap() {
            look_after(&self.app.waking, &file).await.unwrap();
        }
    }
}

/// The value of a hidden field of the first form that does that.
fn field(page: &str, what: &str, name: &str) -> String {
    let form = page.split_once(&format!("/answer/{what}\"")).unwrap().1.split_once("</form>").unwrap().0;
    let value = form.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1.split_once('"').unwrap().0;
    value.replace("&quot;", "\"").replace("&#34;", "\"")
}

#[tokio::test]
async fn a_mention_is_answered_from_its_page_without_scripts() {
    let house = House::new().await;
    let owner = house.ours.owner;
    let page = house.page_of(owner).await;
    assert!(
        page.contains("/answer/claim\"") && page.contains(&format!("/cases?mention={}#crisis", house.ours.mention))
    );
    // Who only reads sees it, and has no form for it.
    let read = house.page_of(house.ours.reading).await;
    assert!(!read.contains("/answer/claim\"") && !read.contains("/cases?mention="), "{read}");
    assert_eq!(house.answers(house.ours.reading, "claim", &[]).await.status, 403);
    assert_eq!(house.answers(owner, "claim", &[]).await.status, 303);
    assert_eq!(house.answers(owner, "claim", &[]).await.status, 303, "twice is once");
    let page = house.page_of(owner).await;
    let key = field(&page, "draft", "key");
    let draft = [("key", key.as_str()), ("to", "hand-any"), ("language", "en"), ("reply", ""), ("text", KIND)];
    assert_eq!(house.answers(owner, "draft", &draft).await.status, 303);
    let page = house.page_of(owner).await;
    let of = ["draft", "binding", "shown"].map(|name| (name, field(&page, "go", name)));
    let of: Vec<(&str, &str)> = of.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(house.answers(owner, "go", &of).await.status, 303, "{page}");
    let state = house.answer().await["state"].clone();
    assert!(state["drafts"]["1"]["stage"]["released"].is_string(), "{}", state["drafts"]["1"]);
    // A link that is none is refused, with the page as it was.
    let refused = house.answers(owner, "copied", &[of[0], of[1], ("receipt", "")]).await;
    assert_eq!(refused.status, 409);
    let link = [of[0], of[1], ("receipt", "https://forum.example/answer")];
    assert_eq!(house.answers(owner, "copied", &link).await.status, 303);
    let page = house.page_of(owner).await;
    assert!(page.contains("https://forum.example/answer") && !page.contains("/answer/go\""), "{page}");
    assert_eq!(house.answers(owner, "no-such-form", &[]).await.status, 404);
    // A case on that mention sees that it was answered: it does not take it.
    let cases = house.path("/cases");
    let call = json!({ "key": "tap", "brand": house.ours.brand, "from": { "mention": house.ours.mention } });
    let case = house.ask(Method::POST, &cases, Some(&house.ours.token), Some(call)).await.json()["case"].clone();
    let claim = json!({ "claim": { "mention": house.ours.mention } });
    let asked =
        house.ask(Method::POST, &format!("{cases}/{case}/commands"), Some(&house.ours.token), Some(claim)).await;
    assert_eq!(asked.problem(409), "elsewhere");
}

#[tokio::test]
async fn a_text_is_taken_back_within_ten_seconds_and_goes_into_the_conversation_once() {
    let house = House::complained().await;
    let store = &house.app.world.store;
    let found = store.complaint(house.ours.id, house.ours.complaint).await.unwrap().complaint;
    let mention = found.mention.unwrap();
    let path = house.path(&format!("/mentions/{mention}/answer"));
    let ask = async |command: Value| house.ask(Method::POST, &path, Some(&house.ours.token), Some(command)).await;
    let claimed = ask(json!({ "claim": { "mention": mention } })).await.json();
    let words = json!({ "text": KIND, "language": "en", "to": { "conversation": house.ours.complaint } });
    ask(json!({ "draft": { "key": "a1", "form": "reply", "words": words } })).await.json();
    // Into nobody else's.
    let other = json!({ "text": KIND, "language": "en", "to": { "conversation": house.theirs.complaint } });
    let refused = ask(json!({ "draft": { "key": "a2", "form": "reply", "words": other } })).await;
    assert!(refused.status.is_client_error(), "{}", String::from_utf8_lossy(&refused.bytes));
    let draft = house.get(&path).await.json()["state"]["drafts"]["1"].clone();
    let (binding, shown) = (&draft["binding"], &draft["checked"]);
    let go = async || {
        for command in [
            json!({ "submit": { "draft": 1, "binding": binding } }),
            json!({ "release_alone": { "draft": 1, "binding": binding, "shown": shown } }),
            json!({ "send": { "draft": 1, "binding": binding } }),
        ] {
            ask(command).await;
        }
    };
    go().await;
    assert_eq!(ask(json!({ "undo": { "draft": 1 } })).await.status, 200);
    house.passes(60).await;
    let said = async || store.complaint(house.ours.id, house.ours.complaint).await.unwrap().complaint.said;
    let before = said().await;
    go().await;
    house.passes(11).await;
    house.passes(60).await;
    assert_eq!(said().await, before + 1, "once");
    let log = claimed["case"].as_i64().unwrap();
    let open = engine::case::room(&house.app.world, house.ours.id, CaseId(log)).await.unwrap();
    assert_eq!(open.records.iter().filter(|record| record.kind == "speech.trying").count(), 1);
    // It is exported as a case is, and is none.
    let exported = house.get(&house.path(&format!("/cases/{log}/export"))).await.json();
    assert!(exported["files"]["events.jsonl"].as_str().unwrap().contains("mention.claimed"));
    let listed = house.get(&house.path("/cases")).await.json();
    assert!(listed["items"].as_array().unwrap().iter().all(|case| case["id"] != json!(log)), "{listed}");
    assert!(!house.asks(json!({ "lift": null })).await.status.is_success());
}
