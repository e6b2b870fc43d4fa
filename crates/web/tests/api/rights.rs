//! Who may do what: every operation of the description, asked by everybody.

use super::cast::{Actor, Cast, policy_stamp};
use super::house::{HOST, Tenant};
use axum::http::Method;
use domain::organisation::{Right, Role};
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
    fn filled(&self, organisation: &Tenant, of: &Tenant, staff: i64, target: i64) -> String {
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
            ("{target}", target.to_string()),
            ("{invitation}", of.invitation.to_string()),
            ("{complaint}", of.complaint.to_string()),
            ("{case}", of.case.to_string()),
            ("{drill}", of.drill.to_string()),
            ("{file}", "1".to_owned()),
            ("{mail}", "1".to_owned()),
            ("{link}", staff.to_string()),
            ("{training}", staff.to_string()),
            ("{account}", of.account.to_string()),
            ("{tool}", of.tool.to_string()),
            ("{post}", of.post.to_string()),
        ]
        .into_iter()
        .fold(self.path.clone(), |path, (name, value)| path.replace(name, &value))
    }

    fn short(&self) -> String {
        self.path.strip_prefix("/api/v1").unwrap().replace("/organisations/{organisation}", "")
    }

    /// Whether it lets that role in: a case is taken out by who audits, too.
    fn lets(&self, role: Role) -> bool {
        let audits = self.short() == "/cases/{case}/export" && role.may(Right::Audit);
        audits || self.needs().is_none_or(|right| role.may(right))
    }

    /// What it needs: nothing but a login for what is one's own. An operation that is not listed fails the test.
    fn needs(&self) -> Option<Right> {
        let short = self.short();
        Some(match (self.method.as_str(), short.as_str()) {
            _ if !self.is_of_an_organisation() => return None,
            (
                "GET",
                "/report"
                | "/brands"
                | "/brands/{brand}/timeline"
                | "/mentions"
                | "/mentions/{mention}"
                | "/signals"
                | "/signals/{signal}"
                | "/signals/{signal}/why"
                | "/signals/{signal}/assessment"
                | "/signals/{signal}/dossier"
                | "/signals/{signal}/reported"
                | "/plan"
                | "/cases/{case}/brief"
                | "/cases/{case}/review"
                | "/plan/iso22361"
                | "/plan/cacao",
            ) => Right::Read,
            (
                "GET",
                "/members"
                | "/queries"
                | "/sources"
                | "/sources/{source}/quarantine"
                | "/sources/{source}/gaps"
                | "/ladder"
                | "/signals/{signal}/calls"
                | "/brands/{brand}/budget"
                | "/brands/{brand}/budget/trial"
                | "/budgets/proposals"
                | "/profile"
                | "/retention"
                | "/rubric"
                | "/letterhead"
                | "/coverage"
                | "/readiness"
                | "/staff-links"
                | "/trainings"
                | "/practice"
                | "/calendar"
                | "/cases"
                | "/cases/{case}"
                | "/cases/{case}/log"
                | "/reviews"
                | "/quality"
                | "/drills"
                | "/drills/{drill}"
                | "/mentions/{mention}/answer"
                | "/brands/{brand}/policy"
                | "/brands/{brand}/complaints"
                | "/accounts"
                | "/scheduled-posts",
            )
            | ("POST", "/queries/check" | "/confirmation")
            | ("POST" | "DELETE", "/calendar/link") => Right::Inspect,
            ("GET", "/invitations" | "/tokens") => Right::Audit,
            ("POST", "/drills" | "/drills/{drill}/order" | "/drills/{drill}/notes") => Right::Rehearse,
            ("GET", "/cases/{case}/export" | "/cases/{case}/earlier" | "/complaints/{complaint}/mails/{mail}") => {
                Right::Triage
            }
            ("GET", "/complaints" | "/complaints/{complaint}" | "/complaints/{complaint}/files/{file}") => {
                Right::Triage
            }
            (
                "POST",
                "/mentions"
                | "/mentions/handle"
                | "/mentions/assign"
                | "/signals/{signal}/acknowledge"
                | "/signals/{signal}/reported"
                | "/complaints/{complaint}/answers"
                | "/complaints/{complaint}/let-in"
                | "/complaints/{complaint}/let-go"
                | "/cases"
                | "/cases/{case}/commands"
                | "/mentions/{mention}/answer"
                | "/cases/{case}/lessons"
                | "/scheduled-posts"
                | "/scheduled-posts/{post}/thaw",
            )
            | (
                "PUT",
                "/scheduled-posts/{post}"
                | "/scheduled-posts/{post}/label"
                | "/signals/{signal}/label"
                | "/signals/{signal}/severity"
                | "/complaints/{complaint}/assignment"
                | "/complaints/{complaint}/state",
            ) => Right::Triage,
            ("POST", "/invitations")
            | ("DELETE", "/invitations/{invitation}")
            | (_, "/members/{person}" | "/drills/players/{person}") => Right::ManagePeople,
            (
                "POST" | "PUT" | "PATCH" | "DELETE",
                "/brands"
                | "/brands/{brand}"
                | "/queries"
                | "/queries/{query}"
                | "/brands/{brand}/backtest"
                | "/brands/{brand}/budget"
                | "/brands/{brand}/budget/calibrate"
                | "/budgets/accept"
                | "/sources"
                | "/sources/{source}"
                | "/sources/{source}/test"
                | "/ladder"
                | "/profile"
                | "/retention"
                | "/retention/try"
                | "/rubric"
                | "/letterhead"
                | "/plan"
                | "/plan/base"
                | "/brands/{brand}/complaints"
                | "/brands/{brand}/policy"
                | "/tokens"
                | "/tokens/{token}"
                | "/confirmation/ask"
                | "/team-reviews"
                | "/rehearsals"
                | "/staff-links"
                | "/staff-links/{link}"
                | "/trainings/{training}"
                | "/accounts"
                | "/accounts/{account}"
                | "/accounts/{account}/check"
                | "/tools"
                | "/tools/{tool}"
                | "/tools/{tool}/check"
                | "/tools/{tool}/channels",
            )
            | ("GET", "/tools" | "/tools/{tool}/channels") => Right::Configure,
            other => panic!("{other:?} is not in the table: say which right it needs"),
        })
    }

    /// A body that does it; an operation that is not listed fails the test.
    fn body(&self, of: &Tenant) -> Option<Value> {
        let short = self.short();
        let body = match (self.method.as_str(), short.as_str()) {
            ("GET" | "DELETE", _)
            | (
                "POST",
                "/sources/{source}/test"
                | "/accounts/{account}/check"
                | "/me/targets/{target}/first"
                | "/me/targets/{target}/test"
                | "/signals/{signal}/acknowledge"
                | "/complaints/{complaint}/let-in"
                | "/complaints/{complaint}/let-go"
                | "/confirmation"
                | "/confirmation/ask"
                | "/calendar/link"
                | "/team-reviews",
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
            ("PATCH", "/profile") => json!({ "country": "NL", "zone": "Europe/Amsterdam" }),
            ("PUT", "/retention") | ("POST", "/retention/try") => {
                json!({ "text_days": 365, "sources": [{ "source": of.source_id(), "author_days": 30 }] })
            }
            ("POST", "/signals/{signal}/reported") => json!({ "subject": "calls", "value": 3, "note": "by telephone" }),
            ("PUT", "/signals/{signal}/severity") => json!({ "severity": "crisis", "reason": "the mayor wrote" }),
            ("PUT", "/rubric") => serde_json::to_value(domain::assess::Rubric::default()).unwrap(),
            ("PUT", "/letterhead") => json!({ "name": "Agency", "colour": "#123456" }),
            ("PATCH", "/plan") => json!({ "version": 1, "changes": [] }),
            ("PUT", "/plan/base") => json!({ "organisation": null }),
            ("POST", "/cases") => {
                json!({ "key": "tap", "brand": of.brand, "from": { "call": "somebody called" } })
            }
            ("POST", "/drills") => json!({ "pack": "grave-post", "pace": 60, "cast": { "owner": of.owner.0 } }),
            ("POST", "/drills/{drill}/order") => json!({ "order": "pause" }),
            ("POST", "/drills/{drill}/notes") => json!({ "text": "they called the owner first" }),
            ("POST", "/mentions/{mention}/answer") => json!({ "claim": { "mention": of.mention } }),
            ("POST", "/cases/{case}/commands") => json!({ "note": { "key": "n", "text": "a note" } }),
            ("POST", "/cases/{case}/lessons") => {
                let title = json!({ "section": "plan", "field": "title", "to": "Better" });
                json!({ "key": "l", "text": "a lesson", "changes": [title] })
            }
            ("POST", "/complaints/{complaint}/answers") => json!({ "text": "We are sorry.", "seen": 1 }),
            ("PUT", "/complaints/{complaint}/assignment") => json!({ "person": of.owner }),
            ("PUT", "/complaints/{complaint}/state") => json!({ "state": "closed" }),
            ("PUT", "/brands/{brand}/complaints") => json!({ "open": true, "phone": "02 40 00 00 00" }),
            ("PUT", "/brands/{brand}/policy") => json!({ "stamp": policy_stamp() }),
            ("PUT", "/plan") => json!({ "version": 1, "text": "[plan]\n" }),
            ("PUT", "/ladder") => json!({ "rungs": [{ "people": [of.owner], "after_minutes": 5 }] }),
            ("PATCH", "/members/{person}") | ("POST", "/invitations") => json!({ "role": "lead" }),
            ("POST", "/tokens") => json!({ "name": "robot" }),
            ("POST", "/rehearsals") => json!({ "scenario": "rumour" }),
            ("POST", "/staff-links") => json!({ "name": "shop" }),
            ("POST", "/accounts") => {
                json!({ "kind": "mastodon", "server": "https://m.example", "token": "t", "brand": of.brand })
            }
            ("POST", "/tools") => json!({ "kind": "postiz", "server": "https://postiz.example/api", "token": "t" }),
            ("POST", "/tools/{tool}/check") => json!({}),
            ("PUT", "/tools/{tool}/channels") => {
                json!({ "channel": format!("free-{}", of.id), "brand": of.brand })
            }
            ("POST", "/scheduled-posts") => {
                json!({ "account": of.account, "text": "Bread", "due": "2040-01-01T00:00:00Z" })
            }
            ("PUT", "/scheduled-posts/{post}") => {
                json!({ "version": of.post_version, "text": "Rolls", "due": "2040-01-01T00:00:00Z" })
            }
            ("PUT", "/scheduled-posts/{post}/label") => json!({ "version": of.post_version, "label": "recall" }),
            ("POST", "/scheduled-posts/{post}/thaw") => json!({ "version": of.post_version, "thaw": "withdraw" }),
            other => panic!("{other:?} is not in the table: add a body that does it"),
        };
        Some(body)
    }

    fn is_of_an_organisation(&self) -> bool {
        self.path.contains("{organisation}")
    }
}

/// What is asked so far, and what came otherwise than it should.
#[derive(Default)]
struct Tally {
    asked: usize,
    allowed: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn hold(&mut self, right: bool, what: impl FnOnce() -> String) {
        self.asked += 1;
        if !right {
            self.wrong.push(what());
        }
    }
}

impl Operation {
    async fn ask(&self, cast: &Cast, token: Option<&str>, path: &str, body: Option<Value>) -> (u16, String) {
        let answer = cast.house.ask(self.method.clone(), path, token, body).await;
        let status = answer.status.as_u16();
        let code = if status >= 400 { answer.problem(status) } else { String::new() };
        (status, code)
    }

    /// The path as one of the actors asks it of their own organisation.
    fn own(&self, cast: &Cast, actor: &Actor) -> String {
        self.filled(cast.ours(), cast.ours(), cast.staff[0], actor.target)
    }

    /// Everything that must be denied: without a login, by what is no token, by who is no member any more, by who belongs elsewhere,
    /// by roles without the right, and by those who have it with what is another's.
    async fn denied(&self, cast: &Cast, tally: &mut Tally) {
        let (ours, theirs) = (cast.ours(), &cast.house.theirs);
        let what = format!("{} {}", self.method, self.path);
        let (path, body) = (self.own(cast, &cast.actors[0]), self.body(ours));
        for (token, code) in [(None, "login-needed"), (Some("vig_nobody"), "token-unknown")] {
            let came = self.ask(cast, token, &path, body.clone()).await;
            tally.hold(came == (401, code.to_owned()), || format!("{what} with {token:?}: {came:?}"));
        }
        let elsewhere = self.filled(theirs, theirs, cast.staff[1], theirs.targets[0]);
        for actor in &cast.actors {
            let name = &actor.name;
            let own = self.own(cast, actor);
            let Some(role) = actor.role else {
                let came = self.ask(cast, Some(&actor.token), &own, body.clone()).await;
                tally.hold(came.0 == 401, || format!("{what} by {name}: {came:?}"));
                continue;
            };
            if self.is_of_an_organisation() {
                // Denied before the body is read: what is wrong with it tells nothing.
                for body in [self.body(theirs), Some(json!("no"))] {
                    let came = self.ask(cast, Some(&actor.token), &elsewhere, body).await;
                    tally.hold(came.0 == 404, || format!("{what} of another organisation by {name}: {came:?}"));
                }
            }
            if !self.lets(role) {
                for body in [body.clone(), Some(json!("no"))] {
                    let came = self.ask(cast, Some(&actor.token), &own, body).await;
                    tally.hold(came.0 == 403, || format!("{what} by {name}: {came:?}"));
                }
                continue;
            }
            let mixed = self.filled(ours, theirs, cast.staff[1], theirs.targets[0]);
            let foreign = self.body(theirs);
            let came = match mixed == own {
                false => Some(self.ask(cast, Some(&actor.token), &mixed, foreign).await),
                true if foreign.is_some() && foreign != body => {
                    Some(self.ask(cast, Some(&actor.token), &own, foreign).await)
                }
                true => None,
            };
            if let Some(came) = came {
                tally.hold(came.0 == 404, || format!("{what} by {name} with what is another's: {came:?}"));
            }
        }
    }

    /// Everybody who may do it does it, each in a house as it was.
    async fn allowed(&self, fresh: &mut Option<Cast>, tally: &mut Tally) {
        for at in 0..Role::ALL.len() {
            let role = Role::ALL[at];
            if !self.lets(role) {
                continue;
            }
            let mut came = (0, String::new());
            // What was done before may stand in the way: then once more, in a new house.
            for _ in 0..2 {
                let cast = match fresh.take() {
                    Some(cast) => cast,
                    None => Cast::new().await,
                };
                let actor = &cast.actors[at];
                came = self.ask(&cast, Some(&actor.token), &self.own(&cast, actor), self.body(cast.ours())).await;
                // Nothing leaves this world: who may connect an account is told that its server was not asked.
                if matches!(self.short().as_str(), "/accounts" | "/tools")
                    && came == (422, "account-refused".to_owned())
                {
                    came.0 = 200;
                }
                // Nothing is played in this house: who may say how it goes on is told so.
                if self.short() == "/drills/{drill}/order" && came == (409, "conflict".to_owned()) {
                    came.0 = 200;
                }
                if (200..300).contains(&came.0) {
                    *fresh = Some(cast);
                    break;
                }
            }
            tally.allowed += 1;
            tally.hold((200..300).contains(&came.0), || {
                format!("{} {} by {} who may: {came:?}", self.method, self.path, role.code())
            });
        }
    }
}

#[tokio::test]
async fn every_operation_is_denied_to_those_who_may_not() {
    let operations = operations();
    assert!(operations.len() >= 74, "the description lost operations: {}", operations.len());
    let (cast, mut tally) = (Cast::new().await, Tally::default());
    let store = &cast.house.app.world.store;
    let before = store.dump().await.unwrap();
    for operation in &operations {
        operation.denied(&cast, &mut tally).await;
    }
    assert_eq!(tally.wrong, Vec::<String>::new(), "unexpected successes, or other answers than agreed");
    assert!(store.dump().await.unwrap() == before, "what was denied changed something");
    let mut looked_at = None;
    for operation in &operations {
        // What one operation did must not help or hinder the next; who only looks leaves everything as it was.
        let mut fresh = None;
        let house = if operation.method == Method::GET { &mut looked_at } else { &mut fresh };
        operation.allowed(house, &mut tally).await;
    }
    assert_eq!(tally.wrong, Vec::<String>::new(), "who may, could not");
    println!(
        "{} operations × {} roles, ended, nobody: {} requests, {} of them allowed, 0 unexpected",
        operations.len(),
        Role::ALL.len(),
        tally.asked,
        tally.allowed
    );
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
