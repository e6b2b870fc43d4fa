//! Walks through lists lose nothing and show nothing twice, whatever is added meanwhile.

use super::house::{House, now, raise_at};
use domain::source::{Delivery, Quarantined};
use engine::ingest::Manner;
use jiff::SignedDuration;
use serde_json::Value;
use std::collections::BTreeSet;
use store::NewSource;

/// Walks from page to page by the `next` links; `between` runs after each page. Answers the ids, and how many pages.
async fn walk(house: &House, first: &str, mut between: impl AsyncFnMut(usize)) -> (Vec<String>, usize) {
    let (mut ids, mut pages, mut next) = (Vec::new(), 0, Some(first.to_owned()));
    while let Some(path) = next {
        let answer = house.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.bytes));
        let page = answer.json();
        let items = page["items"].as_array().unwrap();
        ids.extend(items.iter().map(|item| item["id"].to_string()));
        next = page["next"].as_str().map(str::to_owned);
        assert_eq!(next.is_some(), page["cursor"].is_string());
        pages += 1;
        assert!(pages < 1_000, "the walk does not end");
        between(pages).await;
    }
    (ids, pages)
}

fn each_once(ids: &[String]) -> BTreeSet<String> {
    let set: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(set.len(), ids.len(), "something was shown twice: {ids:?}");
    set
}

#[tokio::test]
async fn mentions_are_walked_while_others_arrive() {
    let house = House::new().await;
    let made = house.bring((0..20).map(|i| (format!("m{i}"), format!("acme {i}")))).await;
    let (ids, pages) = walk(&house, &house.path("/mentions?limit=3&handled=false"), async |page| {
        if page < 8 {
            house.bring([(format!("late{page}"), "acme again".to_owned())]).await;
        }
    })
    .await;
    let seen = each_once(&ids);
    assert!(pages >= 7, "{pages}");
    for mention in made {
        assert!(seen.contains(&mention.to_string()), "{mention} was lost");
    }
}

#[tokio::test]
async fn a_query_finds_what_an_evaluator_finds_page_by_page() {
    let house = House::new().await;
    let texts: Vec<String> = (0..40)
        .map(|i| match i % 5 {
            0 => format!("acme refund {i}"),
            1 => format!("#AcmeRefund now {i}"),
            2 => format!("REMBOURSÉ acme {i}"),
            3 => format!("acme is fine {i}"),
            _ => format!("refund acme, never again {i}"),
        })
        .collect();
    let made = house.bring(texts.iter().enumerate().map(|(i, text)| (format!("q{i}"), text.clone()))).await;
    let text = "refund AND NOT \"never again\"";
    let query = query::parse(text).unwrap();
    let expected: BTreeSet<String> = made
        .iter()
        .zip(&texts)
        .filter(|(_, text)| query::evaluate(&query, &query::Document { text, ..query::Document::default() }))
        .map(|(id, _)| id.to_string())
        .collect();
    assert_eq!(expected.len(), 16, "the words inside a hashtag are found too");
    for limit in [1, 7, 200] {
        let path = house.path(&format!("/mentions?q=refund%20AND%20NOT%20%22never%20again%22&limit={limit}"));
        let (ids, _) = walk(&house, &path, async |_| {}).await;
        assert_eq!(each_once(&ids), expected, "limit {limit}");
    }
}

#[tokio::test]
async fn a_search_that_looked_at_enough_goes_on_on_the_next_page() {
    let house = House::new().await;
    let many = engine::search::MOST + 40;
    house.bring([("needle".to_owned(), "the needle".to_owned())]).await;
    house.bring((0..many).map(|i| (format!("hay{i}"), "hay".to_owned()))).await;
    let first: Value = house.get(&house.path("/mentions?q=needle&limit=5")).await.json();
    assert_eq!(first["items"].as_array().unwrap().len(), 0);
    assert!(first["looked_until"].is_string() && first["next"].is_string(), "{first}");
    let (ids, pages) = walk(&house, &house.path("/mentions?q=needle&limit=5"), async |_| {}).await;
    assert_eq!((ids.len(), pages), (1, 2));
}

#[tokio::test]
async fn signals_are_walked_while_others_are_raised() {
    let house = House::new().await;
    let hours = |h: i64| now().checked_sub(SignedDuration::from_hours(h)).unwrap();
    let (world, ours) = (&house.app.world, &house.ours);
    let mut made = vec![house.ours.signal.clone()];
    for hour in 1..15 {
        made.push(raise_at(world, ours.id, ours.brand, hours(hour), 5_000, "{}").await);
    }
    let (ids, pages) = walk(&house, &house.path("/signals?limit=2"), async |page| {
        raise_at(
            world,
            ours.id,
            ours.brand,
            now().checked_add(SignedDuration::from_hours(page as i64)).unwrap(),
            5_000,
            "{}",
        )
        .await;
    })
    .await;
    assert!(pages >= 7);
    let seen = each_once(&ids);
    for signal in made {
        assert!(seen.contains(&format!("\"{signal}\"")), "{signal} was lost");
    }
}

#[tokio::test]
async fn lists_by_id_are_walked() {
    let house = House::new().await;
    for i in 0..9 {
        house.app.world.store.create_query(house.ours.id, house.ours.brand, &format!("q{i}"), "acme").await.unwrap();
    }
    let (ids, pages) = walk(&house, &house.path("/queries?limit=4"), async |_| {}).await;
    assert_eq!((each_once(&ids).len(), pages), (10, 3));
}

#[tokio::test]
async fn what_was_kept_aside_is_walked_while_more_is_kept() {
    let house = House::new().await;
    let keep = async |n: usize| {
        let item =
            Quarantined { reason: "no date".to_owned(), place: format!("line {n}"), bytes: n.to_string().into() };
        let delivery = Delivery { quarantined: vec![item], ..Delivery::default() };
        house.app.ingest.accept(&house.ours.source, delivery, Manner::Live).await.unwrap();
    };
    for n in 0..7 {
        keep(n).await;
    }
    let path = format!("{}?limit=3", house.path(&format!("/sources/{}/quarantine", house.ours.source_id())));
    let (mut texts, mut next, mut pages) = (Vec::new(), Some(path), 0);
    while let Some(path) = next {
        let page = house.get(&path).await.json();
        texts.extend(page["items"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap().to_owned()));
        next = page["next"].as_str().map(str::to_owned);
        pages += 1;
        assert_eq!(page["total"], 6 + pages);
        keep(10 + pages).await;
    }
    assert_eq!((texts.join(" ").as_str(), pages), ("6 5 4 3 2 1 0", 3));
    let new = NewSource {
        organisation: None,
        brand: None,
        kind: "webhook".to_owned(),
        name: "everybody's".to_owned(),
        settings: "{}".to_owned(),
    };
    let firehose = house.app.world.store.create_source(new, now()).await.unwrap();
    let answer = house.get(&house.path(&format!("/sources/{}/quarantine", firehose.id))).await;
    assert_eq!(answer.problem(404), "not-found", "what the house hears is read through mentions only");
}
