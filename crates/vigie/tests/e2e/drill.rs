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

/// A case that was played and kept, replayed as one's own: the same hours, words and plan, and nobody's name.
#[test]
fn a_past_case_is_replayed_without_who_wrote() {
    let house = House::bare();
    let answer = "\n[[post]]\nafter = \"9m\"\nsource = \"tag\"\nhandle = \"sue.w\"\n\
        text = \"@Hannah_and_two get well soon. Did Martin's Bakery call you?\"\n";
    let pack = house.file("ours.toml", &(short() + answer));
    let kept = house.path("kept");
    let told = house.done(&["drill", "run", &pack, "--json", "--keep", kept.to_str().unwrap()]);
    let first: Value = serde_json::from_str(told.lines().last().unwrap()).unwrap();
    let store = format!("sqlite://{}", kept.join("drill.db").display());
    let replay = |more: &[&str]| {
        let told = house.done(&[&["--store", &store, "--json", "drill", "run"], more].concat());
        serde_json::from_str::<Value>(told.lines().last().unwrap()).unwrap()
    };
    let again = house.path("again");
    let past = replay(&["--case", "1", "--keep", again.to_str().unwrap()]);
    assert_eq!((&past["pack"], &past["posts"]), (&"case-1".into(), &first["posts"]), "{past}");
    assert_eq!(
        (&past["alerts"], &past["detected_after_minutes"]),
        (&first["alerts"], &first["detected_after_minutes"])
    );
    let line = |run: &Value, what: &str| {
        let items = run["score"]["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["what"] == what).map(|item| (item["got"].clone(), item["of"].clone()))
    };
    for what in ["detected", "step", "wording"] {
        assert_eq!(line(&past, what), line(&first, what), "{what}: {past}");
    }
    // Offsets and words as they were; handles, in texts too, are nobody's.
    let posts = |store: &str| {
        let told = house.done(&["--store", store, "export"]);
        let posts = told.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut posts: Vec<Value> = posts.collect();
        posts.sort_by_key(|post| post["published_at"].to_string());
        posts
    };
    let (were, are) = (posts(&store), posts(&format!("sqlite://{}", again.join("drill.db").display())));
    let hours = |posts: &[Value]| posts.iter().map(|post| post["published_at"].to_string()).collect::<Vec<_>>();
    assert_eq!(hours(&were), hours(&are));
    assert!(are.iter().all(|post| post["author"]["handle"].as_str().unwrap().starts_with("anon")), "{are:?}");
    for (was, is) in were.iter().zip(&are) {
        let text = is["text"].as_str().unwrap();
        assert!(is["native_id"] != was["native_id"] && !text.to_lowercase().contains("hannah_and_two"), "{is}");
        let named = was["text"].as_str().unwrap().starts_with("@Hannah_and_two");
        assert!(if named { text.starts_with("@anon") } else { is["text"] == was["text"] }, "{was} {is}");
    }
    // From the folder alone, with the posts beside: the same posts by a plan that ships.
    let folder = house.path("folder");
    house.done(&["--store", &store, "case", "export", "1", "--to", folder.to_str().unwrap()]);
    let run = ["--json", "drill", "run", "--case", folder.to_str().unwrap()];
    let said = house.refused(&run, 1);
    assert!(said.contains("vigie export >"), "{said}");
    std::fs::write(folder.join("posts.jsonl"), house.done(&["--store", &store, "export"])).unwrap();
    let from_folder: Value = serde_json::from_str(house.done(&run).lines().last().unwrap()).unwrap();
    assert_eq!((&from_folder["posts"], &from_folder["alerts"]), (&first["posts"], &first["alerts"]), "{from_folder}");
    assert!(house.refused(&["--store", &store, "drill", "run", "--case", "99"], 1).contains("case 99"));
}
