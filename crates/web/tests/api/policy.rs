//! The communication policy: closed until somebody publishes it, as it was read, and nothing of the plan but the policy.

use super::house::{Answer, House};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::complaint::Channel;
use domain::plan::{Change, Kind, Shape, Written, apply, entries, forms, shipped};
use serde_json::{Value, json};

/// A plan in which every text outside the policy is a canary.
fn marked(text: &str) -> String {
    let outside = entries(text, None)
        .into_iter()
        .filter(|entry| !["blank", "plan", "policy", "policy-in"].contains(&entry.section.as_str()));
    let mut changes = Vec::new();
    for entry in outside {
        let form = forms().find(|form| form.section == entry.section).unwrap();
        for field in form.fields.iter().filter(|field| matches!(field.shape, Shape::Text | Shape::Texts)) {
            let said = format!("CANARY {} {}", entry.section, field.name);
            let to = if field.shape == Shape::Texts { Written::List(vec![said]) } else { Written::Text(said) };
            let (section, id, field) = (entry.section.clone(), entry.id.clone(), Some(field.name.to_owned()));
            changes.push(Change { section, id, field, from: None, to: Some(to) });
        }
    }
    assert!(changes.len() > 80);
    apply(text, &changes).unwrap()
}

/// A plan that ships, with addresses that are no example's.
fn own(language: text::Language) -> String {
    shipped(Kind::Shop, language).unwrap().replace(".example", ".test")
}

impl House {
    async fn plan(&self, text: &str) {
        let version = self.get(&self.path("/plan")).await.json()["version"].clone();
        let body = json!({ "version": version, "text": text });
        let kept = self.ask(Method::PUT, &self.path("/plan"), Some(&self.ours.token), Some(body)).await;
        assert_eq!(kept.status, 200);
    }

    fn policy_path(&self) -> String {
        self.path(&format!("/brands/{}/policy", self.ours.brand))
    }

    async fn publish(&self, stamp: &Value, address: Option<&str>) -> Answer {
        let body = json!({ "stamp": stamp, "address": address });
        self.ask(Method::PUT, &self.policy_path(), Some(&self.ours.token), Some(body)).await
    }

    /// The page as somebody sees it who is nobody here.
    async fn public(&self, path: &str) -> (u16, String) {
        let answer = self.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
        (answer.status.as_u16(), String::from_utf8(answer.bytes).unwrap())
    }
}

#[tokio::test]
async fn the_public_reads_what_was_published_and_nothing_before_or_beside_it() {
    let house = House::complained().await;
    let text = marked(&own(text::Language::Fy));
    assert_eq!(house.get(&house.policy_path()).await.json()["planned"], Value::Null);
    house.plan(&text).await;
    let planned = house.get(&house.policy_path()).await.json();
    let path = format!("/policy/{}", planned["address"].as_str().unwrap());
    assert_eq!((&planned["open"], &planned["page"]), (&json!(false), &Value::Null));
    assert_eq!(house.public(&path).await.0, 404, "closed until somebody publishes it");
    let published = house.publish(&planned["stamp"], None).await;
    assert_eq!(published.status, 200, "{}", String::from_utf8_lossy(&published.bytes));
    let published = published.json();
    assert_eq!(
        (&published["open"], &published["version"], &published["differences"]),
        (&json!(true), &json!(1), &json!([]))
    );

    let (before, channel) = (house.app.world.store.dump().await.unwrap(), house.ours.channel.clone().unwrap());
    let mut seen = Vec::new();
    for (language, said) in [("fy", "Fertel it earst ús"), ("nl", "Vertel het eerst ons"), ("fr", "Fertel it earst ús")]
    {
        let (status, page) = house.public(&format!("{path}?lang={language}")).await;
        assert!(status == 200 && page.contains(said), "{language}: {page}");
        assert!(page.contains(&format!("/complaint/{}?lang={language}", channel.address)), "{page}");
        for foreign in ["CANARY", "<script", "http://", "https://"] {
            assert!(!page.contains(foreign), "{foreign} in {page}");
        }
        seen.push(page);
    }
    assert!(
        seen[2].contains("<html lang=\"fr\"") && seen[2].contains("<ul class=\"conduct\" lang=\"fy\">"),
        "{}",
        seen[2]
    );
    assert!(house.app.world.store.dump().await.unwrap() == before, "a GET changes nothing");
    let answer = house.send(Request::get(&path).body(Body::empty()).unwrap()).await;
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(
        policy.starts_with("default-src 'none'; style-src 'self'") && policy.ends_with("frame-ancestors 'none'"),
        "{policy}"
    );
    assert!(!policy.contains("script") && !answer.headers.contains_key("x-robots-tag"), "everybody may find it");
}

#[tokio::test]
async fn a_change_of_the_plan_changes_the_page_only_when_it_is_published_again() {
    let house = House::complained().await;
    let shop = &own(text::Language::En);
    house.plan(shop).await;
    let first = house.get(&house.policy_path()).await.json();
    house.publish(&first["stamp"], Some("bakery")).await;
    let changed = shop.replace("We do not delete criticism.", "We never hide what you wrote.");
    house.plan(&changed).await;
    let now = house.get(&house.policy_path()).await.json();
    let told: Vec<_> =
        now["differences"].as_array().unwrap().iter().map(|one| (&one["part"], &one["was"], &one["is"])).collect();
    assert_eq!(
        told,
        [
            (&json!("never"), &json!("We do not delete criticism."), &Value::Null),
            (&json!("never"), &Value::Null, &json!("We never hide what you wrote.")),
        ]
    );
    let (_, page) = house.public("/policy/bakery").await;
    assert!(page.contains("We do not delete criticism.") && !page.contains("We never hide"), "{page}");
    // What was read is what is published, or nothing is.
    let stale = house.publish(&first["stamp"], None).await;
    assert_eq!(
        (stale.problem(409).as_str(), stale.json()["detail"].as_str().unwrap().contains("nothing was published")),
        ("conflict", true)
    );
    assert_eq!(house.publish(&now["stamp"], None).await.json()["version"], json!(2));
    assert!(house.public("/policy/bakery").await.1.contains("We never hide"));
    // The channel is shut: the page leads nowhere that takes nothing.
    let shut = json!({ "open": false });
    let channel = house.path(&format!("/brands/{}/complaints", house.ours.brand));
    house.ask(Method::PUT, &channel, Some(&house.ours.token), Some(shut)).await;
    assert!(!house.public("/policy/bakery").await.1.contains("/complaint/"));
    // Taken off, it looks like what never was; published again it is there again.
    let off = house.ask(Method::DELETE, &house.policy_path(), Some(&house.ours.token), None).await;
    assert_eq!(off.status, 204);
    let (gone, never) = (house.public("/policy/bakery").await, house.public("/policy/nobody").await);
    assert_eq!((gone.0, gone.1.replace("bakery", "nobody")), never);
    house.publish(&now["stamp"], None).await;
    assert_eq!(house.public("/policy/bakery").await.0, 200);
}

#[tokio::test]
async fn what_cannot_be_published_is_not_and_says_why() {
    let house = House::complained().await;
    let shop = &own(text::Language::En);
    assert_eq!(house.publish(&json!("x"), None).await.problem(422), "bad-request");
    house.plan(&shop.replace("We do not delete criticism.", "{name} deletes nothing.")).await;
    let open = house.get(&house.policy_path()).await.json();
    let refused = house.publish(&open["stamp"], None).await;
    assert!(refused.json()["detail"].as_str().unwrap().contains("{name}"), "a blank is not published as it stands");
    house.plan(&shop.replace(".test", ".example")).await;
    let example = house.get(&house.policy_path()).await.json();
    let refused = house.publish(&example["stamp"], None).await;
    assert!(refused.json()["detail"].as_str().unwrap().contains("an example"), "an invented address is nobody's");
    let nowhere = shop.replace("page = \"martins-bakery.test/complaints\"", "page = \"\"");
    assert_ne!(&nowhere, shop);
    house.plan(&nowhere).await;
    let open = house.ours.channel.clone().unwrap();
    let store = &house.app.world.store;
    store.set_channel(house.ours.id, &Channel { open: false, ..open.clone() }).await.unwrap();
    let silent = house.get(&house.policy_path()).await.json();
    let refused = house.publish(&silent["stamp"], None).await;
    assert!(refused.json()["detail"].as_str().unwrap().contains("no place to complain"), "whom would it tell where?");
    store.set_channel(house.ours.id, &open).await.unwrap();
    house.plan(shop).await;
    let stamp = house.get(&house.policy_path()).await.json()["stamp"].clone();
    assert_eq!(house.publish(&stamp, Some("A b")).await.problem(422), "bad-request");
    let theirs = house.path(&format!("/brands/{}/policy", house.theirs.brand));
    assert_eq!(house.get(&theirs).await.problem(404), "not-found");
    // Another's address is taken.
    let their_plan = engine::plan::write(&house.app.world, house.theirs.id, None, 0, shop, "").await.unwrap();
    assert!(matches!(their_plan, engine::plan::Written::Kept(1)));
    let wanted =
        engine::policy::Wanted { stamp: stamp.as_str().unwrap().to_owned(), address: Some("bakery".to_owned()) };
    let kept = engine::policy::publish(&house.app.world, house.theirs.id, house.theirs.brand, None, wanted).await;
    assert_eq!(kept.unwrap(), Ok(1));
    assert_eq!(house.publish(&stamp, Some("bakery")).await.problem(409), "conflict");
    assert_eq!(house.get(&house.policy_path()).await.json()["open"], json!(false));
}

#[tokio::test]
async fn the_team_sees_what_would_change_and_publishes_it_by_the_page() {
    let house = House::complained().await;
    house.plan(&own(text::Language::En)).await;
    let cookie = house.session(house.ours.owner).await;
    let settings = format!("/settings/brands/{}/policy", house.ours.brand);
    let see = async || {
        let request = Request::get(&settings).header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
        String::from_utf8(house.send(request).await.bytes).unwrap()
    };
    let send = async |path: &str, form: &str| {
        let request = Request::post(path)
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(request.body(Body::from(form.to_owned())).unwrap()).await
    };
    let page = see().await;
    assert!(page.contains("Nothing is published.") && page.contains("We do not delete criticism."), "{page}");
    let stamp = page.split("name=\"stamp\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let wrong = send(&settings, "stamp=0123&address=bakery").await;
    assert!(wrong.status == 200 && String::from_utf8_lossy(&wrong.bytes).contains("has changed since you opened"));
    let done = send(&settings, &format!("stamp={stamp}&address=bakery")).await;
    assert_eq!((done.status.as_u16(), house.public("/policy/bakery").await.0), (303, 200));
    assert!(see().await.contains("Published: the page says what the plan says."));
    send(&format!("{settings}/withdraw"), "").await;
    assert_eq!(house.public("/policy/bakery").await.0, 404);
    assert!(see().await.contains("Nothing is published."));
}
