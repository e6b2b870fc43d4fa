//! Drills from the command line: listed, played, told in words; what cannot be played says why.

use crate::house::House;
use serde_json::Value;

/// One grave post after one calm day.
fn short() -> String {
    let text = include_str!("../../../../packs/grave-post.toml");
    text.replace(r#"length = "90h""#, r#"length = "30h""#).replace(r#"storm = "85h 15m""#, r#"storm = "25h 15m""#)
}

#[test]
fn a_pack_is_played_scored_and_told_in_words() {
    let house = House::bare();
    let listed: Value = serde_json::from_str(&house.done(&["drill", "list", "--json"])).unwrap();
    let names: Vec<&str> = listed.as_array().unwrap().iter().map(|row| row["pack"].as_str().unwrap()).collect();
    assert!(names.len() >= 14 && names.contains(&"false-alarm") && names.contains(&"nine-clients"), "{names:?}");
    let pack = house.file("ours.toml", &short());
    let run = |more: &[&str]| {
        let told = house.done(&[&["drill", "run", pack.as_str(), "--headless", "--json"], more].concat());
        let last: Value = serde_json::from_str(told.lines().last().unwrap()).unwrap();
        (told, last)
    };
    let (told, first) = run(&["--workers", "1"]);
    assert_eq!(first["detected_after_minutes"], 1, "{first}");
    assert!(first["score"]["percent"].as_u64().unwrap() >= 80, "{}", first["score"]);
    for item in first["score"]["items"].as_array().unwrap() {
        assert!(!item["evidence"].as_array().unwrap().is_empty(), "a figure without evidence: {item}");
    }
    // Paced, with other workers: the same log. Four hours and three quarters pass in five seconds.
    let (_, paced) = run(&["--workers", "8", "--speed", "3600"]);
    assert_eq!(paced["log_hash"], first["log_hash"]);
    assert_ne!(run(&["--seed", "2"]).1["log_hash"], first["log_hash"]);
    let file = house.file("run.json", &told);
    let words = house.done(&["drill", "report", &file, "--language", "fr"]);
    assert!(words.starts_with("Exercice") && words.contains("Échéances tenues"), "{words}");
    assert!(!words.contains('⟦'), "{words}");
}

#[test]
fn what_cannot_be_played_says_why() {
    let house = House::bare();
    let said = house.refused(&["drill", "run", "tsunami"], 1);
    assert!(said.contains("vigie drill list"), "{said}");
    let wrong = house.file("wrong.toml", &short().replace(r#"source = "tag""#, r#"source = "tog""#));
    let said = house.refused(&["drill", "run", &wrong], 1);
    assert!(said.contains("line ") && said.contains("`tog`") && said.contains("[[flow]]"), "{said}");
    let said = house.refused(&["drill", "report", &wrong], 1);
    assert!(said.contains("nothing was reported"), "{said}");
    let kept = house.path("kept");
    let pack = house.file("ours.toml", &short());
    let run = ["drill", "run", pack.as_str(), "--keep", kept.to_str().unwrap()];
    assert!(house.done(&run).contains("log "), "in words, without --json");
    let said = house.refused(&run, 1);
    assert!(said.contains("in use"), "a store is used once: {said}");
}
