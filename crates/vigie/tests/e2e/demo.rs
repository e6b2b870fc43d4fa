//! The demo without pages: one storm, one alert, the same log whatever the workers; what is changed in the pack changes what is said.

use crate::house::House;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

const BAKERY: &str = include_str!("../../../../packs/bakery.toml");

fn headless(arguments: &[&str]) -> Value {
    let house = House::bare();
    let all = [&["--json", "demo", "--headless", "--seconds", "300"], arguments].concat();
    serde_json::from_str(&house.done(&all)).unwrap()
}

/// The demo with another pack.
fn with_pack(text: &str) -> Value {
    let house = House::bare();
    let pack = house.file("pack.toml", text);
    headless(&["--pack", &pack])
}

fn replaced(from: &str, to: &str) -> String {
    assert!(BAKERY.contains(from), "the pack has `{from}`");
    BAKERY.replace(from, to)
}

fn onset(run: &Value) -> Timestamp {
    the_alert(run)["onset"].as_str().unwrap().parse().unwrap()
}

/// The storm; beside it the pack's posts of glass and blood alert by themselves, each story once.
fn the_alert(run: &Value) -> &Value {
    let (grave, alerts): (Vec<&Value>, Vec<&Value>) =
        run["alerts"].as_array().unwrap().iter().partition(|alert| alert["series"] == "grave");
    assert_eq!(alerts.len(), 1, "one storm, one alert: {run}");
    assert!(grave.len() <= 3 && grave.iter().all(|post| post["brand"] == alerts[0]["brand"]), "{run}");
    alerts[0]
}

#[test]
fn one_storm_is_one_alert_and_the_log_is_the_same_whatever_the_workers() {
    let one = headless(&["--workers", "1"]);
    let four = headless(&["--workers", "4"]);
    assert_eq!(one, four);
    the_alert(&one);
    assert_eq!(one["log_hash"].as_str().unwrap().len(), 64);
    let other = headless(&["--seed", "2"]);
    the_alert(&other);
    assert_ne!(one["log_hash"], other["log_hash"], "another seed, another log");
    let shifted = with_pack(&replaced("start = \"2026-03-02T05:00:00Z\"", "start = \"2026-03-02T08:00:00Z\""));
    // The day's curve stays with the clock: calm posts differ, the storm is three hours later to the minute.
    assert_eq!(onset(&shifted).duration_since(onset(&one)), SignedDuration::from_hours(3));
    let halved = with_pack(&replaced("length = \"144h\"", "keep = 500\nlength = \"144h\""));
    let (all, half) = (one["posts"].as_i64().unwrap(), halved["posts"].as_i64().unwrap());
    assert!((all * 4 / 10..all * 6 / 10).contains(&half), "{half} of {all}");
    assert!(the_alert(&halved)["observed"].as_i64() < the_alert(&one)["observed"].as_i64());
    let renamed = BAKERY.replace("Boulangerie Martin", "Fournil Aubin").replace("boulangerie martin", "fournil aubin");
    let renamed = renamed.replace("boulangeriemartin", "fournilaubin");
    assert_eq!(the_alert(&with_pack(&renamed))["brand_name"], "Fournil Aubin");
    assert_eq!(the_alert(&one)["brand_name"], "Boulangerie Martin");
}

#[test]
fn calm_days_raise_no_alert() {
    let calm = headless(&["--calm"]);
    assert_eq!(calm["alerts"], serde_json::json!([]));
    assert!(calm["posts"].as_i64() > Some(500), "{calm}");
}

#[test]
fn a_pack_that_cannot_be_played_says_why() {
    let house = House::bare();
    assert!(
        house.refused(&["demo", "--headless", "--pack", "nowhere.toml"], 1).contains("nowhere.toml cannot be read")
    );
    let pack = house.file("pack.toml", &replaced("start = ", "strat = "));
    let said = house.refused(&["demo", "--headless", "--pack", &pack], 1);
    assert!(said.contains("strat") && said.contains("line"), "{said}");
}
