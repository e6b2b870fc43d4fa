//! Who may do what: every operation of the description, asked by everybody.

use super::house::{HOST, House, Tenant};
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One operation of the description.
struct Operation {
    method: Method,
    path: String,
}

fn operations() -> Vec<Operation> {
    let described = serde_json::to_value(web::api::description()).unwrap();
    let mut all = Vec::new();
    for (path, item) in described["paths"].as_object().unwrap() {
        for (method, _) in item.as_object().unwrap() {
            let method = method.to_uppercase().parse().unwrap();
            all.push(Operation { method, path: path.clone() });
        }
    }
    all
}

impl Operation {
    /// Its path in an organisation, with the ids of a tenant.
    fn filled(&self, organisation: &Tenant, of: &Tenant) -> String {
        let own_mention = of.mention.to_string();
        [
            ("{organisation}", organisation.id.to_string()),
            ("{brand}", of.brand.to_string()),
            ("{query}", of.query.to_string()),
            ("{source}", of.source_id().to_string()),
            ("{mention}", own_mention),
            ("{signal}", of.signal.clone()),
            ("{token}", of.token_id.to_string()),
            ("{person}", of.reading.to_string()),
            ("{target}", of.targets[0].to_string()),
            ("{invitation}", of.invitation.to_string()),
            ("{complaint}", of.complaint.to_string()),
            ("{file}", "1".to_owned()),
        ]
        .into_iter()
        .fold(self.path.clone(), |path, (name, value)| path.replace(name, &value))
    }

    /// A body that does it; an operation that is not listed fails the test.
    fn body(&self, of: &Tenant) -> Option<Value> {
        let short = self.path.strip_prefix("/api/v1").unwrap().replace("/organisations/{organisation}", "");
        let body = match (self.method.as_str(), short.as_str()) {
            ("GET" | "DELETE", _)
            | (
                "POST",
                "/sources/{source}/test"
                | "/me/targets/{target}/first"
                | "/me/targets/{target}/test"
                | "/signals/{signal}/acknowledge"
                | "/complaints/{complaint}/let-in",
            ) => return None,
            ("PATCH", "/me") => json!({ "locale": "fr" }),
            ("POST", "/brands") => json!({ "name": "New" }),
            ("PATCH", "/brands/{brand}") => json!({ "name": "Renamed" }),
            ("POST", "/queries") => json!({ "brand": of.brand, "name": "more", "text": "acme OR #acme" }),
            ("PATCH", "/queries/{query}") => json!({ "text": "acme" }),
            ("POST", "/brands/{brand}/backtest") => json!({ "queries": ["acme"] }),
            ("POST", "/brands/{brand}/budget/calibrate") => json!({ "notice": "week", "alert": "two_months" }),
            ("PUT", "/brands/{brand}/budget") => json!({ "notice": "month", "alert": "half_year" }),
            ("POST", "/budgets/accept") => {
                json!({ "brands": [{ "brand": of.brand, "notice": "month", "alert": "half_year" }] })
            }
            ("POST", "/queries/check") => json!({ "text": "acme" }),
            ("POST", "/sources") => json!({ "kind": "webhook", "name": "crm", "brand": of.brand }),
            ("PATCH", "/sources/{source}") => json!({ "enabled": false }),
            ("POST", "/mentions") => json!({ "brand": of.brand, "text": "they talk on the radio" }),
            ("POST", "/mentions/handle") => json!({ "ids": [of.mention], "handled": true }),
            ("POST", "/mentions/assign") => json!({ "ids": [of.mention], "person": of.owner }),
            ("PUT", "/signals/{signal}/label") => json!({ "verdict": "dismissed", "reason": "a sale" }),
            ("POST", "/me/targets") => json!({ "kind": "mail", "settings": { "address": format!("phone@{HOST}") } }),
            ("PUT", "/me/hours") => {
                json!({ "quiet": null, "budget": { "half_hour": 1, "day": 2, "brand_day": 1 } })
            }
            ("PUT", "/retention") | ("POST", "/retention/try") => {
                json!({ "text_days": 365, "sources": [{ "source": of.source_id(), "author_days": 30 }] })
            }
            ("POST", "/signals/{signal}/reported") => json!({ "subject": "calls", "value": 3, "note": "by telephone" }),
            ("PUT", "/signals/{signal}/severity") => json!({ "severity": "crisis", "reason": "the mayor wrote" }),
            ("PUT", "/rubric") => serde_json::to_value(domain::assess::Rubric::default()).unwrap(),
            ("PATCH", "/plan") => json!({ "version": 0, "changes": [] }),
            ("PUT", "/plan/base") => json!({ "organisation": null }),
            ("POST", "/complaints/{complaint}/answers") => json!({ "text": "We are sorry.", "seen": 1 }),
            ("PUT", "/complaints/{complaint}/assignment") => json!({ "person": of.owner }),
            ("PUT", "/complaints/{complaint}/state") => json!({ "state": "closed" }),
            ("PUT", "/brands/{brand}/complaints") => json!({ "open": true, "phone": "02 40 00 00 00" }),
            ("PUT", "/plan") => json!({ "version": 0, "text": "[plan]\n" }),
            ("PUT", "/ladder") => json!({ "rungs": [{ "people": [of.owner], "after_minutes": 5 }] }),
            ("PATCH", "/members/{person}") | ("POST", "/invitations") => json!({ "role": "lead" }),
            ("POST", "/tokens") => json!({ "name": "robot" }),
            other => panic!("{other:?} is not in the table: add a body that does it"),
        };
        Some(body)
    }

    fn is_of_an_organisation(&self) -> bool {
        self.path.contains("{organisation}")
    }

    /// Whether a reader may do it.
    fn is_for_readers(&self) -> bool {
        let reads =
            self.method == Method::GET && !["/tokens", "/invitations"].iter().any(|own| self.path.ends_with(own));
        reads || self.path.ends_with("/queries/check") || !self.is_of_an_organisation()
    }
}

#[tokio::test]
async fn every_operation_is_denied_to_those_who_may_not() {
    let operations = operations();
    assert!(operations.len() >= 25, "the description lost operations: {}", operations.len());
    for operation in operations {
        let house = House::complained().await;
        let (ours, theirs) = (&house.ours, &house.theirs);
        let what = format!("{} {}", operation.method, operation.path);
        let (path, body) = (operation.filled(ours, ours), operation.body(ours));
        let ask = async |token: Option<&str>, path: &str, body: &Option<Value>| {
            let answer = house.ask(operation.method.clone(), path, token, body.clone()).await;
            (answer.status.as_u16(), answer)
        };
        let (status, answer) = ask(None, &path, &body).await;
        assert_eq!(status, 401, "{what} without login");
        assert_eq!(answer.problem(401), "login-needed", "{what}");
        let (_, answer) = ask(Some("vig_nobody"), &path, &body).await;
        assert_eq!(answer.problem(401), "token-unknown", "{what}");
        if operation.is_of_an_organisation() {
            let (status, answer) = ask(Some(&theirs.token), &path, &body).await;
            assert_eq!(status, 404, "{what} by the owner of another organisation");
            answer.problem(404);
            // Denied before the body is read: what is wrong with it tells nothing.
            assert_eq!(ask(Some(&theirs.token), &path, &Some(json!("no"))).await.0, 404, "{what}");
        }
        let (mine, theirs_of_us) = (ours.targets[1].to_string(), ours.targets[0].to_string());
        let own = path.replace(&format!("/me/targets/{theirs_of_us}"), &format!("/me/targets/{mine}"));
        let (status, _) = ask(Some(&ours.reader), &own, &body).await;
        let allowed = (200..300).contains(&status);
        assert_eq!(allowed, operation.is_for_readers(), "{what} by a reader: {status}");
        assert!(allowed || status == 403, "{what} by a reader: {status}");
        if operation.is_of_an_organisation() && operation.path.matches('{').count() > 1 {
            let (status, answer) =
                ask(Some(&ours.token), &operation.filled(ours, theirs), &operation.body(theirs)).await;
            assert_eq!(
                status,
                404,
                "{what} with the id of another organisation: {}",
                String::from_utf8_lossy(&answer.bytes)
            );
        } else if let Some(foreign) = operation.body(theirs).filter(|foreign| Some(foreign) != body.as_ref()) {
            let (status, answer) = ask(Some(&ours.token), &path, &Some(foreign)).await;
            assert_eq!(status, 404, "{what} naming what is another's: {}", String::from_utf8_lossy(&answer.bytes));
        }
        let (status, answer) = ask(Some(&ours.token), &path, &body).await;
        assert!(
            (200..300).contains(&status),
            "{what} by the owner: {status} {}",
            String::from_utf8_lossy(&answer.bytes)
        );
    }
}

#[test]
fn the_description_is_as_agreed() {
    let described = serde_json::to_value(web::api::description()).unwrap();
    assert!(described["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let paths = described["paths"].as_object().unwrap().values();
    let operations: Vec<&Value> = paths.flat_map(|item| item.as_object().unwrap().values()).collect();
    let names: BTreeSet<&str> = operations.iter().map(|operation| operation["operationId"].as_str().unwrap()).collect();
    assert_eq!(names.len(), operations.len(), "every operation has a name of its own");
    // Every reference leads somewhere.
    let text = described.to_string();
    for (at, head) in text.match_indices("#/components/schemas/") {
        let name: String = text[at + head.len()..].chars().take_while(|c| *c != '"').collect();
        assert!(described["components"]["schemas"].get(&name).is_some(), "{name} is not described");
    }
    insta::assert_snapshot!("openapi", serde_json::to_string_pretty(&described).unwrap());
}
