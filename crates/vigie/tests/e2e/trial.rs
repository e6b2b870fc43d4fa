//! A query tried before it is saved, and the week in five lines: on the command line and in the browser.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::journey::{log_in, troubled};
use serde_json::{Value, json};

fn told(house: &House, arguments: &[&str]) -> Value {
    serde_json::from_str(&house.done(&[&["--json"], arguments].concat())).unwrap()
}

#[test]
fn a_query_is_tried_and_nothing_is_saved() {
    let house = troubled();
    let before = house.done(&["brand", "list"]);
    let backtest = ["query", "backtest", "--brand", "Dunes"];
    let more = told(&house, &[&backtest[..], &["verre"]].concat());
    assert_eq!((&more["present"]["mentions"], &more["gained"]["count"]), (&json!(103), &json!(0)), "{more}");
    assert!(more["present"]["signals"].as_array().unwrap().iter().any(|one| one["level"] == "alert"), "{more}");
    let less = told(&house, &[&backtest[..], &["dunes AND baguette", "--instead-of", "Dunes"]].concat());
    assert_eq!((&less["changed"]["mentions"], &less["lost"]["count"]), (&json!(63), &json!(40)));
    assert_eq!((less["lost"]["examples"].as_array().unwrap().len(), &less["changed"]["signals"]), (10, &json!([])));
    let days: i64 = less["days"].as_array().unwrap().iter().map(|day| day["changed"].as_i64().unwrap()).sum();
    assert_eq!(days, 63);
    let none = told(&house, &[&backtest[..], &["--instead-of", "Dunes"]].concat());
    assert_eq!(none["changed"]["mentions"], 0);
    let said = house.done(&[&backtest[..], &["galette"]].concat());
    assert!(said.contains("nothing was saved") && said.contains("mentions\t103\t103"), "{said}");
    let said = house.refused(&[&backtest[..], &["dunes AND"]].concat(), 1);
    assert!(said.contains('^'), "{said}");
    let said = house.refused(&[&backtest[..], &["dunes", "--instead-of", "none"]].concat(), 1);
    assert!(said.contains("it has: Dunes"), "{said}");
    house.refused(&backtest, 2);
    assert_eq!(house.done(&["brand", "list"]), before);
}

#[test]
fn the_week_is_told_in_five_lines() {
    let house = troubled();
    let said = house.done(&["report", "--week"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 6, "{said}");
    assert!(lines[0].starts_with("The week of Dunes") && lines[1].contains("mentions this week"), "{said}");
    assert!(lines[1].contains("Alerts: 1") && lines[2].contains("wait for somebody"), "{said}");
    let french = told(&house, &["report", "--week", "--brand", "Dunes", "--locale", "fr"]);
    assert_eq!(french["lines"].as_array().unwrap().len(), 5);
    assert!(french["lines"][0].as_str().unwrap().contains("mentions cette semaine"), "{french}");
    let mentions = french["report"]["mentions"]["counted"].as_i64().unwrap();
    assert!((60..=61).contains(&mentions), "{french}");
    let quiet = house.done(&["report", "--week", "--until", "2001-02-03T00:00:00Z"]);
    assert!(quiet.contains("A quiet week"), "{quiet}");
    house.refused(&["report"], 2);
    let (served, token) = (house.serve(), house.token());
    let same = served.api(&token, "/organisations/1/report?brand=1");
    assert_eq!(same["mentions"], json!({ "kind": "counted", "value": mentions }));
    assert_eq!(same["lines"].as_array().unwrap().len(), 5);
}

#[test]
fn a_source_is_bound_and_made_to_keep_less() {
    let house = House::new();
    let kept = || house.done(&["--json", "brand", "list"]);
    let address = ["source", "add", "feed", "http://127.0.0.1:9/feed", "--allow", "127.0.0.1:9", "--force"];
    house.done(&[&address[..], &["--name", "Le journal"]].concat());
    let (served, token) = (house.serve(), house.token());
    let source = || served.api(&token, "/organisations/1/sources")["items"][0].clone();
    house.done(&["source", "set", "1", "--brand", "Dunes", "--keep", "matched"]);
    assert_eq!(source()["brand"], 1, "{}", source());
    house.done(&["source", "set", "1", "--no-brand"]);
    assert_eq!(source()["brand"], Value::Null, "{}", source());
    house.done(&["source", "set", "1", "--keep", "all"]);
    let said = house.refused(&["source", "set", "1", "--brand", "None"], 1);
    assert!(said.contains("has no brand `None`"), "{said}");
    house.refused(&["source", "set", "1", "--brand", "Dunes", "--no-brand"], 2);
    house.done(&["source", "add", "webhook", "--name", "Avis"]);
    let said = house.refused(&["source", "set", "2", "--keep", "matched"], 1);
    assert!(said.contains("keeps all that it brings"), "{said}");
    assert!(kept().contains("Dunes"));
}

#[test]
fn a_query_is_tried_on_its_page_without_scripts_and_saved_from_there() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.goto(&served.at("/settings/brands/1"));
    browser.fill("#qn-new", "du verre");
    browser.fill("#qt-new", "verre AND galette");
    browser.click("form[action$='/queries'] button[formaction]");
    browser.wait("#result");
    let said = browser.text("#result");
    assert!(said.contains("103 mentions instead of 103"), "{said}");
    browser.click("main form button.main");
    browser.wait("#qt-new");
    assert!(house.done(&["brand", "list"]).contains("du verre\tverre AND galette"));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn a_page_says_that_the_session_is_over() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen::DESK);
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.goto(&served.at("/mentions?handled=no"));
    assert!(!browser.text("body").contains("session has ended"));
    house.done(&["user", "password", "--email", EMAIL]);
    browser.run("document.dispatchEvent(new Event('visibilitychange'))");
    browser.wait("#live-over:not([hidden])");
    assert!(browser.text("#live-over").contains("session has ended"), "{}", browser.text("#live-over"));
    assert_eq!(browser.text("#live-state"), "");
    browser.click("#live-over a");
    browser.wait("#password");
    assert!(browser.address().ends_with("/login?next=%2Fmentions%3Fhandled%3Dno"), "{}", browser.address());
}
