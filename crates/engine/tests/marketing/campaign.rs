//! A tool that is told by webhook: a freeze, its end, and a server that answers late, badly or not at all.

use crate::peer::{self, read};
use crate::{Rig, minutes, start};
use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::response::Response;
use connect::http::{Allow, Client};
use connect::outbound::{House, Outbound};
use domain::id::{AccountId, CaseId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::AccountRow;
use vigie_engine::marketing::Marketing;
use vigie_engine::marketing::account::{AccountError, Connecting};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[derive(Default)]
struct Flows {
    /// What it says from now on: status and body. What it takes it takes all the same.
    says: Mutex<(u16, &'static str)>,
    /// Types and freezes of what it took.
    took: Mutex<Vec<String>>,
    /// Kinds that the last one lets out.
    lets: Mutex<Value>,
}

impl Flows {
    fn says(&self, status: u16, body: &'static str) {
        *self.says.lock().unwrap() = (status, body);
    }

    fn took(&self) -> Vec<String> {
        std::mem::take(&mut self.took.lock().unwrap())
    }
}

async fn answer(State(flows): State<Arc<Flows>>, asked: Asked) -> Response {
    let id = asked.headers()["webhook-id"].to_str().unwrap().to_owned();
    let (_, _, _, body) = read(asked).await;
    let what = body["type"].as_str().unwrap();
    *flows.lets.lock().unwrap() = body["data"]["allow"].clone();
    let freeze = body["data"]["freeze"].as_str().unwrap_or("-");
    assert!(id.ends_with(freeze) || what == "campaign.check", "one id for one freeze: {id}");
    flows.took.lock().unwrap().push(format!("{what} {freeze}"));
    let (status, says) = *flows.says.lock().unwrap();
    Response::builder().status(status).body(Body::from(says)).unwrap()
}

struct Told {
    rig: Rig,
    flows: Arc<Flows>,
    account: AccountId,
}

impl Told {
    async fn new() -> Self {
        let mut rig = Rig::new().await;
        let flows = Arc::new(Flows::default());
        let place = peer::serve(axum::Router::new().fallback(answer).with_state(flows.clone())).await;
        let allow = Allow::parse(&[place.as_str()]).unwrap();
        let house = House { client: Client::new(None), allow, mailer: None, identity: None };
        let outbound = Arc::new(Outbound::Live(Box::new(house)));
        rig.marketing = Marketing { world: rig.marketing.world.clone(), outbound };
        let asked = Connecting {
            kind: "webhook".to_owned(),
            server: format!("http://{place}/hook/secret-path"),
            token: SECRET.to_owned(),
            name: " Our  flows ".to_owned(),
            brand: None,
        };
        flows.says(500, "");
        let refused = rig.marketing.connect(rig.of, asked.clone()).await;
        assert!(matches!(refused, Err(AccountError::Refused(_))), "what does not answer is not connected");
        flows.says(200, "ok");
        let row = rig.marketing.connect(rig.of, asked).await.unwrap();
        assert_eq!((row.name.as_str(), row.place(), row.publishes()), ("Our flows", format!("http://{place}"), false));
        assert!(!format!("{row:?}").contains("secret-path"));
        assert_eq!(flows.took(), ["campaign.check -", "campaign.check -"]);
        Self { rig, flows, account: row.id }
    }

    async fn freeze(&self, fence: u32) {
        let allow = ["safety".to_owned()];
        self.rig.marketing.freeze(self.rig.of, &[self.account], (CaseId(7), fence), &allow).await.unwrap();
    }

    /// So many minutes of a running Vigie, looked at every two seconds of ten.
    async fn run(&self, many: usize) -> Vec<String> {
        let mut swept = BTreeMap::new();
        for _ in 0..many * 6 {
            self.rig.advance(minutes(1) / 6);
            self.rig.marketing.sweep_when_due(&mut swept).await.unwrap();
        }
        self.flows.took()
    }

    async fn row(&self) -> AccountRow {
        self.rig.marketing.world.store.account(self.rig.of, self.account).await.unwrap()
    }

    async fn holds(&self) -> bool {
        self.rig.marketing.unlisted(self.rig.of, &[self.account], start()).await.unwrap().is_empty()
    }
}

#[tokio::test]
async fn it_holds_when_it_says_so_and_goes_on_when_it_is_told() {
    let told = Told::new().await;
    assert_eq!(told.run(3).await, [""; 0], "nothing is said in quiet times");
    told.freeze(1).await;
    told.flows.says(200, r#"{"paused": false}"#);
    let took = told.run(3).await;
    assert!(took.len() <= 4 && took.iter().all(|what| what == "campaign.pause 7-1"), "asked once a minute: {took:?}");
    assert!(!told.holds().await, "that it answers is not that it holds");
    let row = told.row().await;
    let first = row.told.clone().unwrap();
    assert!(row.problem.unwrap().contains("did not answer that it holds") && first.answer.contains("false"));
    told.flows.says(200, r#"{"id": "another each time"}"#);
    told.run(2).await;
    assert_eq!(told.row().await.told.unwrap(), first, "of those that say nothing the first is kept");
    told.flows.says(200, r#"{"paused": true}"#);
    told.run(2).await;
    assert!(told.holds().await);
    let row = told.row().await;
    assert!(row.problem.is_none() && row.told.unwrap().at > first.at);
    assert_eq!(told.run(5).await, [""; 0], "what it said is not asked again");
    // A second freeze is another one; the end of each is told once, whatever it answers.
    told.freeze(2).await;
    assert_eq!(told.run(2).await, ["campaign.pause 7-2"]);
    told.rig.marketing.lift(told.rig.of, CaseId(7), 2).await.unwrap();
    told.flows.says(200, "ok");
    assert_eq!(told.run(4).await, ["campaign.resume 7-2", "campaign.resume 7-1"]);
}

#[tokio::test]
async fn one_that_is_let_go_while_it_holds_is_told_that_it_may_go_on_and_keeps_its_name() {
    let told = Told::new().await;
    // Connected again by its address alone it is called what it was.
    let row = told.row().await;
    let again = Connecting {
        kind: "webhook".to_owned(),
        server: row.server.clone(),
        token: SECRET.to_owned(),
        name: String::new(),
        brand: None,
    };
    assert_eq!(told.rig.marketing.connect(told.rig.of, again).await.unwrap().name, "Our flows");
    told.flows.took();
    told.freeze(1).await;
    told.flows.says(200, r#"{"paused": true}"#);
    assert_eq!(told.run(1).await, ["campaign.pause 7-1"]);
    let store = &told.rig.marketing.world.store;
    store.let_go_account(told.rig.of, told.account, told.rig.marketing.world.clock.now()).await.unwrap();
    told.flows.says(500, "");
    let tries = told.run(10).await;
    assert!((3..=9).contains(&tries.len()), "again, and rarer: {tries:?}");
    told.flows.says(200, "ok");
    assert_eq!(told.run(20).await, ["campaign.resume 7-1"], "once it was heard it is told nothing more");
    assert_eq!(told.row().await.token, "");
}

#[tokio::test]
async fn what_may_have_arrived_is_told_its_end_and_what_did_not_arrive_is_told_again() {
    let told = Told::new().await;
    told.freeze(1).await;
    told.flows.says(500, "");
    let took = told.run(1).await;
    assert!(took.len() >= 5, "again each ten seconds: {took:?}");
    assert!(!told.holds().await && told.row().await.problem.is_some());
    // It took every one of them, and answered none.
    told.rig.marketing.undo(told.rig.of, CaseId(7), 1).await.unwrap();
    let ends = told.run(30).await;
    assert!(ends.iter().all(|what| what == "campaign.resume 7-1"));
    assert!((5..=9).contains(&ends.len()), "rarer and rarer, and not never: {}", ends.len());
    told.flows.says(204, "");
    assert_eq!(told.run(3).await, ["campaign.resume 7-1"]);
    assert_eq!(told.row().await.problem, None);
}

#[tokio::test]
async fn two_freezes_let_out_what_both_do_and_the_end_of_each_is_told_when_none_holds() {
    let told = Told::new().await;
    told.flows.says(200, r#"{"paused": true}"#);
    let freeze = async |case: i64, allow: [&str; 2]| {
        let allow = allow.map(str::to_owned);
        told.rig.marketing.freeze(told.rig.of, &[told.account], (CaseId(case), 1), &allow).await.unwrap();
        (told.run(2).await, told.flows.lets.lock().unwrap().clone())
    };
    let pause = |case: &str| vec![format!("campaign.pause {case}")];
    assert_eq!(freeze(7, ["safety", "recall"]).await, (pause("7-1"), json!(["safety", "recall"])));
    assert_eq!(freeze(9, ["opening hours", "Safety"]).await, (pause("9-1"), json!(["Safety"])));
    told.rig.marketing.lift(told.rig.of, CaseId(9), 1).await.unwrap();
    let took = told.run(2).await;
    assert_eq!((took, told.flows.lets.lock().unwrap().clone()), (pause("7-1"), json!(["safety", "recall"])));
    told.rig.marketing.lift(told.rig.of, CaseId(7), 1).await.unwrap();
    assert_eq!(told.run(4).await, ["campaign.resume 7-1", "campaign.resume 9-1"]);
}
