//! The plan by API: kept in versions, never over somebody else's.

use super::house::House;
use axum::http::Method;
use domain::plan::{Kind, shipped};
use serde_json::{Value, json};

#[tokio::test]
async fn a_plan_is_written_over_the_version_that_was_read() {
    let house = House::new().await;
    let write = async |version: i64, text: &str| {
        let body = json!({ "version": version, "text": text, "why": "names" });
        house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(body)).await
    };
    assert_eq!(house.get(&house.path("/plan")).await.json()["version"], json!(0));
    let shop = shipped(Kind::Shop, text::Language::En).unwrap();
    let first = write(0, shop).await;
    assert_eq!((first.status.as_u16(), first.json()["version"].clone()), (200, json!(1)));
    let read = house.get(&house.path("/plan")).await.json();
    assert_eq!((&read["text"], &read["why"]), (&json!(shop), &json!("names")));
    let weights: Vec<&Value> = read["findings"].as_array().unwrap().iter().map(|found| &found["weight"]).collect();
    assert!(!weights.is_empty() && weights.iter().all(|weight| **weight == json!("note")), "{read}");
    // Somebody else writes; whoever read the first version keeps nothing and is told.
    let theirs = format!("{shop}\n[test.theirs]\ntext = \"Theirs\"\n");
    assert_eq!(write(1, &theirs).await.json()["version"], json!(2));
    let ours = format!("{shop}\n[test.ours]\ntext = \"Ours\"\n");
    let late = write(1, &ours).await;
    assert_eq!(late.status, 409);
    let late = late.json();
    assert_eq!(
        (&late["kept"], &late["version"], &late["theirs"][0]["id"]),
        (&json!(false), &json!(2), &json!("theirs"))
    );
    let both = late["both"].as_str().unwrap().to_owned();
    assert!(both.contains("[test.theirs]") && both.contains("[test.ours]"));
    assert_eq!(house.get(&house.path("/plan")).await.json()["text"], json!(theirs), "nothing was kept");
    assert_eq!(write(2, &both).await.json()["version"], json!(3));
    assert_eq!(write(3, &both).await.json()["version"], json!(3), "the same again is no version");
    assert_eq!(write(3, &"#".repeat(1_000_001)).await.status.as_u16() / 100, 4);
    assert_eq!(write(-1, "x").await.status.as_u16(), 409);
}
