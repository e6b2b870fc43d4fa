//! The command line: filters, messages and exit codes.

use crate::house::{House, copy_store};
use serde_json::{Value, json};
use std::net::TcpListener;

#[test]
fn the_query_language_as_a_filter() {
    let house = House::bare();
    assert_eq!(house.done(&["query", "check", "galette NEAR/3 verre"]).trim(), "good: galette NEAR/3 verre");
    let said = house.refused(&["query", "check", "verre AND (galette"], 1);
    let caret = said.lines().position(|line| line.contains('^')).unwrap_or_else(|| panic!("no caret: {said}"));
    let (text, marks) = (said.lines().nth(caret - 1).unwrap(), said.lines().nth(caret).unwrap());
    assert_eq!(text.find('('), marks.find('^'), "{said}");
    let all = house.refused(&["query", "check", "NOT verre"], 1);
    assert!(all.contains("match"), "a query that could match everything is refused with the reason: {all}");
    let explained = house.done(&["query", "explain", "\"du verre\" AND followers:>1000"]);
    assert!(explained.contains("du verre") && explained.contains("1000"), "{explained}");
    let ran = house.run(&["--json", "query", "check", "verre AND"], "");
    let wrong: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &wrong["good"]), (1, &json!(false)));
}

#[test]
fn rules_are_tried_on_posts() {
    let house = House::bare();
    let rules =
        house.file("rules.tsv", "glass\tverre NEAR/4 galette\nbig\tverre followers:>1000\nstars\tavis rating:1\n");
    let posts = [
        json!({ "id": "p2", "text": "Du VERRE dans une galette", "followers": 20 }),
        json!({ "id": "p1", "text": "un verre à la terrasse", "followers": 2000 }),
        json!({ "id": 3, "text": "lavis rouge", "rating": 1 }),
        json!({ "id": "p4", "text": "C'était l'avis d'avant", "rating": 1 }),
    ];
    let mut text: String = posts.iter().map(|post| format!("{post}\n")).collect();
    let file = house.file("posts.jsonl", &text);
    assert_eq!(house.done(&["query", "test", &rules, &file]), "p1\tbig\np2\tglass\np4\tstars\n");
    text.push_str("{\"text\": no json}\n");
    let file = house.file("posts.jsonl", &text);
    let ran = house.run(&["query", "test", &rules, &file], "");
    assert_eq!((ran.code, ran.out.as_str()), (3, "p1\tbig\np2\tglass\np4\tstars\n"));
    assert!(ran.err.contains("line 5"), "{}", ran.err);
    let said = house.refused(&["query", "test", "none.tsv", &file], 1);
    assert!(said.contains("none.tsv cannot be opened"), "{said}");
}

#[test]
fn accounts_that_act_together_come_first() {
    let house = House::bare();
    let mut text = String::from("account,object,timestamp,kind\n");
    for act in 0..8 {
        for member in ["=one", "two", "three", "four", "five"] {
            text += &format!("{member},http://a.example/{act},{},link\n", 1_700_000_000 + act * 7000);
        }
    }
    for n in 0..200 {
        text += &format!("person{},http://b.example/{},{},link\n", n % 90, n % 40, 1_700_000_000 + n * 400);
    }
    let file = house.file("actions.csv", &text);
    let out = house.done(&["signal", "coordination", &file]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((lines[0], lines.len()), ("account,score,group", 96));
    let mut first: Vec<&str> = lines[1..6].iter().map(|line| line.split(',').next().unwrap()).collect();
    first.sort_unstable();
    assert_eq!(first, ["=one", "five", "four", "three", "two"]);
    assert!(lines[1].ends_with(",1") && lines[6].contains(",0.00") && lines[6].ends_with(','), "{out}");
    assert_eq!(house.run(&["signal", "coordination", "-"], &text).out, out, "standard input gives the same");
    text.push_str("six,,1700000000,link\nseven,http://a.example/1,soon,link\n");
    let ran = house.run(&["--json", "signal", "coordination", "-"], &text);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("line 242: left out: no object") && ran.err.contains("line 243"), "{}", ran.err);
    let said: Value = serde_json::from_str(&ran.out).unwrap();
    let group = &said["groups"][0];
    assert_eq!(
        (&said["left_out"], &said["groups"][1], &group["members"][0]),
        (&json!(2), &Value::Null, &json!("=one"))
    );
    assert_eq!((&group["objects"], &group["shared"][0]["kind"]), (&json!(8), &json!("link")));
    assert!(group["p"].as_f64().unwrap() < 0.001, "{group}");
    assert_eq!(group["for"][0]["what"], "synchrony");
    assert!(!group["against"].as_array().unwrap().is_empty(), "never only one side");
    assert!((said["organic_share"].as_f64().unwrap() - 200.0 / 240.0).abs() < 1e-9);
    let refused = house.refused(&["signal", "coordination", "none.csv"], 1);
    assert!(refused.contains("none.csv cannot be opened"), "{refused}");
    let headless = house.file("headless.csv", "a,b,1\n");
    assert!(house.refused(&["signal", "coordination", &headless], 1).contains("must be a header"));
}

#[test]
fn texts_are_read_line_by_line() {
    let texts = "Le pain est excellent, merci à toute l'équipe !\nThe worst service ever, never again.\n\nIt is in skande, sa min iten.\n";
    let ran = House::bare().run(&["text", "read"], texts);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let read: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let langs: Vec<_> = read.iter().map(|one| one["lang"].as_str().unwrap()).collect();
    assert_eq!(langs, ["fr", "en", "unknown", "fy"], "one line in, one line out, the empty one too");
    assert_eq!((&read[0]["polarity"], &read[1]["polarity"]), (&json!("positive"), &json!("negative")));
    for one in &read {
        let sum: f64 = one["p"].as_array().unwrap().iter().map(|p| p.as_f64().unwrap()).sum();
        assert!((sum - 1.0).abs() < 0.01, "{one}");
    }
}

#[test]
fn a_reply_is_checked_with_its_words() {
    let bad = "Dear {name}, we are sorry if you felt offended.\nWe will call you.";
    let ran = House::bare().run(&["text", "wording", "--language", "en", "--json"], bad);
    assert_eq!(ran.code, 1, "something says stop: {}", ran.err);
    let found: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |rule: &str| found.iter().find(|one| one["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {}", ran.out));
    assert_eq!((&of("template")["words"], &of("template")["weight"]), (&json!(["{name}"]), &json!("stop")));
    assert_eq!(of("non-apology")["words"], json!(["sorry if you felt"]));
    assert_eq!(of("undated-promise")["words"], json!(["We will call you"]));
    assert!(of("missing-name")["why"].as_str().unwrap().contains("human"));
    let told = House::bare()
        .run(&["text", "wording", "--to", "Où est mon colis ? Trois semaines que j'attends"], "Taisez-vous.");
    assert!(
        told.code == 1 && told.out.contains("stop[anger]: Mots de colère") && told.out.contains("“Taisez-vous”"),
        "{}",
        told.out
    );
    let german = "Es tut uns leid, dass Sie so lange auf das Paket gewartet haben.";
    let ran = House::bare().run(&["text", "wording"], german);
    assert!(ran.code == 3 && ran.out.starts_with("note[not-checked]"), "{} {}", ran.code, ran.out);
    let good = "Hello Lea, your parcel sat with us for six days and we did not tell you. I understand how annoying that is. \
        It left this morning. If it is not there by Friday noon, call me on 020 7946 0958. Ines, customer service";
    let ran = House::bare().run(&["text", "wording", "--language", "en"], good);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn counts_are_replayed() {
    let house = House::bare();
    let mut counts = "timestamp,value\n".to_owned();
    for bin in 0..2_000 {
        let (day, hour, minute) = (1 + bin / 288, bin / 12 % 24, bin % 12 * 5);
        let value = if bin >= 1_900 { 60 } else { 2 + bin % 3 };
        counts.push_str(&format!("2026-03-{day:02} {hour:02}:{minute:02}:00,{value}\n"));
    }
    let file = house.file("counts.csv", &counts);
    let out = house.done(&["signal", "replay", &file]);
    let rows: Vec<Vec<&str>> = out.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0], ["timestamp", "value", "expected", "score", "level"]);
    assert_eq!(rows.len(), 2_001);
    let said: Vec<usize> = (1..rows.len()).filter(|&row| rows[row][4] == "alert").collect();
    assert!(matches!(said[..], [first] if (1_901..1_920).contains(&first)), "one alert, when it rose: {said:?}");
    let broken = house.file("broken.csv", "timestamp,value\n2026-03-01 00:00:00,many\n");
    let said = house.refused(&["signal", "replay", &broken], 1);
    assert!(said.contains("line 2") && said.contains("many"), "{said}");
}

#[test]
fn a_mistake_in_the_settings_is_named_and_nothing_starts() {
    let house = House::bare();
    let config = house.file("other.toml", "listen = \"127.0.0.1:0\"\nlisen = true\n");
    let said = house.refused(&["--config", &config, "serve"], 4);
    assert!(said.contains("lisen") && said.contains("line 2") && said.contains("nothing was started"), "{said}");
    assert!(!house.path("vigie.db").exists());
    let said = house.refused(&["--config", "none.toml", "doctor"], 1);
    assert!(said.contains("none.toml cannot be read"), "{said}");
    house.refused(&["serve", "--colour"], 2);
}

#[test]
fn a_newer_store_is_left_alone() {
    let (house, other) = (House::new(), House::bare());
    copy_store(&house.folder, &other.folder);
    let raise = "import sqlite3; c = sqlite3.connect('vigie.db'); c.execute('UPDATE schema_version SET version = 99'); c.commit()";
    let raised = std::process::Command::new("python3").args(["-c", raise]).current_dir(&other.folder).status();
    assert!(raised.unwrap().success(), "python3 edits the copy");
    let said = other.refused(&["brand", "list"], 4);
    assert!(said.contains("99") && said.contains("newer"), "{said}");
    assert!(house.done(&["brand", "list"]).contains("Dunes"), "the original works on");
    let folder = House::bare();
    let not_ours = folder.file(
        "vigie.db",
        "this is a shopping list, much longer than a header of a database would be, and no database at all\n",
    );
    folder.refused(&["brand", "list"], 4);
    assert!(std::fs::read_to_string(not_ours).unwrap().starts_with("this is a shopping list"), "and it was left alone");
}

#[test]
fn a_taken_port_is_said_before_anything_starts() {
    let house = House::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = house.refused(&["serve", "--listen", &address], 5);
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
    let said = house.refused(&["demo", "--listen", &address], 5);
    assert!(said.contains(&address), "{said}");
}

#[test]
fn an_empty_store_says_what_comes_first() {
    let house = House::bare();
    let said = house.refused(&["import", "none.csv"], 1);
    assert!(said.contains("vigie init"), "{said}");
    house.done(&["init", "--organisation", "A", "--email", "a@a.example", "--name", "A"]);
    let said = house.refused(&["import", "none.csv"], 1);
    assert!(said.contains("none.csv cannot be opened"), "{said}");
    let said = house.refused(&["init", "--organisation", "A", "--email", "b@a.example", "--name", "B"], 1);
    assert!(said.contains("nothing was changed"), "{said}");
    let said = house.refused(&["brand", "add", "B", "--query", "a AND"], 1);
    assert!(said.contains('^') && said.contains("nothing was added"), "{said}");
    let said = house.refused(&["source", "add", "feed", "http://127.0.0.1:9/feed"], 1);
    assert!(said.contains("the source was not added"), "{said}");
    assert_eq!(house.done(&["source", "list"]), "");
}

#[test]
fn retention_is_tried_set_and_shown() {
    let house = House::new();
    let post = json!({ "id": "1", "text": "dunes, du verre", "at": "2026-03-02T09:00:00Z" });
    house.done(&["import", &house.file("posts.jsonl", &format!("{post}\n"))]);
    let told = |arguments: &[&str]| -> Value { serde_json::from_str(&house.done(arguments)).unwrap() };
    let unset = told(&["--json", "retention", "show"]);
    assert_eq!((&unset["survey"]["posts"], &unset["log"]), (&json!(1), &json!([])));
    let tried = told(&["--json", "retention", "set", "--text-days", "30", "--try"]);
    assert_eq!(
        (&tried["rules"]["all"]["text_days"], &tried["survey"]["texts"]),
        (&json!(30), &json!(0)),
        "it came today"
    );
    assert_eq!(told(&["--json", "retention", "show"]), unset);
    let said = house.done(&["retention", "set", "--text-days", "365", "--author-days", "90", "--evidence-days", "700"]);
    assert!(said.contains("texts are kept 365 days") && said.contains("evidence is kept 700 days"), "{said}");
    let said = house.done(&["retention", "set", "--author-days", "ever"]);
    assert!(
        said.contains("365 days") && said.contains("authors are kept for ever") && said.contains("rules set"),
        "{said}"
    );
    assert!(house.refused(&["retention", "set", "--text-days", "3"], 1).contains("7 to 36500 days"));
    assert!(house.refused(&["retention", "set"], 1).contains("--text-days"));
    assert!(
        house.refused(&["retention", "set", "--text-days", "30", "--source", "none"], 1).contains("no source `none`")
    );
    house.refused(&["retention", "set", "--text-days", "soon"], 2);
    assert_eq!(told(&["--json", "retention", "show"])["rules"]["all"]["text_days"], 365);
}

#[test]
fn the_week_is_switched_off_and_on() {
    let house = House::new();
    let email = crate::house::EMAIL;
    assert!(house.done(&["user", "weekly", "off", "--email", email]).contains("no week"));
    let on: Value = serde_json::from_str(&house.done(&["--json", "user", "weekly", "on", "--email", email])).unwrap();
    assert_eq!(on["weekly"], true);
    house.refused(&["user", "weekly", "off", "--email", "nobody@dunes.example"], 1);
    house.refused(&["user", "weekly", "maybe", "--email", email], 2);
}
