//! Posts in, posts out: every row is accounted for, and what comes out goes in again unchanged.

use crate::house::{EMAIL, House};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// Three weeks of three mentions a day, then `storm` bad ones in the last hour, oldest first.
pub fn history(storm: i64) -> String {
    let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
    let mut lines = String::new();
    for day in (1..=21).rev() {
        for part in 0..3 {
            let at = now - SignedDuration::from_hours(24 * day - 7 * part);
            lines.push_str(&line(
                &format!("calm-{day}-{part}"),
                at,
                "voisine",
                "Bonne baguette chez Dunes ce matin, merci",
            ));
        }
    }
    for n in 0..storm {
        let at = now - SignedDuration::from_mins(50) + SignedDuration::from_mins(45 * n / storm);
        let text = format!(
            "Du verre dans la galette de Dunes, mon fils est blessé, c'est une honte {}",
            "!".repeat(1 + n as usize % 3)
        );
        lines.push_str(&line(&format!("storm-{n}"), at, &format!("cliente{n}"), &text));
    }
    lines
}

fn line(id: &str, at: Timestamp, author: &str, text: &str) -> String {
    let post =
        json!({ "id": id, "at": at.to_string(), "author": author, "followers": 120, "text": text, "source": "forum" });
    format!("{post}\n")
}

fn import(house: &House, arguments: &[&str], code: i32) -> Value {
    let ran = house.run(&[&["--json", "import"], arguments].concat(), "");
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn number(tally: &Value, name: &str) -> i64 {
    tally[name].as_i64().unwrap()
}

#[test]
fn what_is_exported_is_imported_identically() {
    let house = House::new();
    let mut lines = history(0);
    lines.push_str("{\"id\": \"broken\", \"text\": \n");
    lines.push_str(&line(
        "again",
        Timestamp::now(),
        "a\u{202e}b",
        "Dunes <script>alert(1)</script> =1+1 \u{1f950} 日本",
    ));
    lines.push_str(&line("again", Timestamp::now(), "someone", "Dunes, the same id twice"));
    lines.push_str("[1, 2]\n{\"at\": \"2026-01-01T00:00:00Z\"}\n");
    let file = house.file("posts.jsonl", &lines);
    let tally = import(&house, &[&file], 3);
    assert_eq!(number(&tally, "rows"), lines.lines().count() as i64);
    let accounted: i64 = ["stored", "known_before", "quarantined"].map(|name| number(&tally, name)).iter().sum();
    assert_eq!(number(&tally, "rows"), accounted);
    assert_eq!((number(&tally, "stored"), number(&tally, "quarantined")), (64, 3), "{tally}");
    let csv = house.file(
        "reviews.csv",
        "No,Quand,Qui,Étoiles,Texte\n1,01/02/2026 12:30,Jean D.,1,\n2,02/02/2026 08:00,\"Léa, M.\",5,\"Dunes : parfait\nsur deux lignes\"\n3,,X,4,=cmd|'/c calc'!A1 dunes\n4,hier,X,,dunes\n",
    );
    let map = "id=No,at=Quand,author=Qui,rating=Étoiles,text=Texte";
    let tally = import(
        &house,
        &[&csv, "--brand", "Dunes", "--map", map, "--time-format", "%d/%m/%Y %H:%M", "--zone", "Europe/Paris"],
        3,
    );
    assert_eq!((number(&tally, "rows"), number(&tally, "stored"), number(&tally, "quarantined")), (4, 3, 1), "{tally}");
    assert_eq!(number(&tally, "mentions"), 3, "stars without a text are a mention");
    let out = house.done(&["export"]);
    assert_eq!(out.lines().count(), 67);
    assert!(out.contains("2026-02-01T11:30:00Z"), "the zone was told: {out}");

    let other = House::new();
    let file = other.file("all.jsonl", &out);
    // Stars without a word say nothing of the brand: the line does.
    let tally = import(&other, &[&file], 0);
    assert_eq!((number(&tally, "rows"), number(&tally, "stored")), (67, 67));
    let again = other.done(&["export"]);
    let different = again.lines().zip(out.lines()).find(|(again, line)| again != line);
    assert_eq!((different, again.len()), (None, out.len()));
    let again = import(&other, &[&file, "--name", "a second time"], 0);
    assert_eq!((number(&again, "stored"), number(&again, "known_before")), (0, 67), "nothing twice");

    let table = house.done(&["export", "--csv"]);
    assert!(
        !table.lines().any(|line| line.contains(",\"=") || line.starts_with("\"=")),
        "formulas are defused: {table}"
    );
}

#[test]
fn what_was_deleted_where_it_stood_stays_so_through_an_export() {
    let house = House::new();
    let post = |id: &str, more: Value| {
        let mut line =
            json!({ "source_kind": "mastodon", "native_id": id, "text": "Dunes", "seen_at": "2026-03-02T08:00:00Z" });
        line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        format!("{line}\n")
    };
    let gone = json!({ "deleted_at": "2026-03-02T09:30:00Z" });
    let file = house.file("posts.jsonl", &[post("1", gone.clone()), post("2", json!({}))].concat());
    assert_eq!(number(&import(&house, &[&file], 0), "stored"), 2);
    let out = house.done(&["export"]);
    let told: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&told[0]["deleted_at"], &told[1]["deleted_at"]), (&json!("2026-03-02T09:30:00Z"), &Value::Null));
    let other = House::new();
    let copy = other.file("all.jsonl", &out);
    import(&other, &[&copy], 0);
    assert_eq!(other.done(&["export"]), out);
    // Known before, deleted since; and a second word on it changes nothing.
    for at in ["2026-03-04T00:00:00Z", "2026-03-05T00:00:00Z"] {
        let again = house.file(&format!("{at}.jsonl"), &post("2", json!({ "deleted_at": at })));
        import(&house, &[&again], 0);
    }
    let out = house.done(&["export"]);
    assert!(out.lines().nth(1).unwrap().contains("\"deleted_at\":\"2026-03-04T00:00:00Z\""), "{out}");
    let foreign =
        house.file("foreign.jsonl", "{\"id\": \"7\", \"text\": \"dunes\", \"deleted_at\": \"2026-03-04T00:00:00Z\"}\n");
    import(&house, &[&foreign], 0);
    assert_eq!(house.done(&["export"]).matches("deleted_at").count(), 2, "another tool's word may mean anything");
}

#[test]
fn an_import_goes_on_where_it_stopped_and_standard_input_is_a_file_too() {
    let house = House::new();
    let lines = history(5);
    let file = house.file("posts.jsonl", &lines);
    assert_eq!(number(&import(&house, &[&file], 0), "stored"), 68);
    house.file("posts.jsonl", &format!("{lines}{}", line("one more", Timestamp::now(), "a", "dunes encore")));
    let tally = import(&house, &[&file], 0);
    assert_eq!((number(&tally, "rows"), number(&tally, "stored")), (1, 1), "{tally}");
    let ran =
        house.run(&["--json", "import", "-"], &line("by hand", Timestamp::now(), "a", "dunes, par l'entrée standard"));
    let tally: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(number(&tally, "stored"), 1);
}

#[test]
fn a_signal_is_computed_again_from_what_it_froze() {
    let house = House::new();
    let file = house.file("posts.jsonl", &history(40));
    import(&house, &[&file], 0);
    let signals = house.done(&["--json", "signal", "list"]);
    let signals: Vec<Value> = signals.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let alert =
        signals.iter().find(|signal| signal["level"] == "alert").unwrap_or_else(|| panic!("no alert: {signals:?}"));
    assert_eq!((&alert["brand_name"], &alert["wakes"]), (&json!("Dunes"), &json!(false)), "history wakes nobody");
    let id = alert["id"].as_str().unwrap();
    let why: Value = serde_json::from_str(&house.done(&["--json", "signal", "why", id])).unwrap();
    assert_eq!((&why["identical"], &why["signal"]["score"]), (&json!(true), &alert["score"]));
    let said = house.done(&["signal", "why", id]);
    assert!(said.contains("identical") && said.contains("galette"), "{said}");
    let said = house.refused(&["signal", "why", "1-mentions-19700101T0000Z"], 1);
    assert!(said.contains("1-mentions-19700101T0000Z"), "{said}");

    // What it is; a figure from the telephone; another severity with a reason; a rubric of one's own.
    let shown = |arguments: &[&str]| -> Value { serde_json::from_str(&house.done(arguments)).unwrap() };
    let show = ["--json", "signal", "show", id];
    let before = shown(&show)["assessment"].clone();
    assert!(before["mentions"]["counted"].as_i64().unwrap() >= 20, "{before}");
    assert!(before["unknown"].as_array().unwrap().contains(&json!("harm")), "{before}");
    assert_eq!(why["explanation"]["assessment"]["isolated"], before["isolated"]);
    let by = ["--email", EMAIL];
    house.done(&[&["signal", "report", id, "cancelled", "120"][..], &by].concat());
    let said = house.refused(&[&["signal", "report", id, "tears", "1"][..], &by].concat(), 1);
    assert!(said.contains("cancelled"), "{said}");
    house.refused(&[&["signal", "severity", id, "crisis"][..], &by].concat(), 1);
    house.done(&[&["signal", "severity", id, "crisis", "--reason", "the mayor"][..], &by].concat());
    let verdict = shown(&show)["assessment"]["severity"].clone();
    assert_eq!((&verdict["severity"], &verdict["overridden"]["reason"]), (&json!("crisis"), &json!("the mayor")));
    let plain = house.done(&["signal", "show", id]);
    assert!(plain.contains("reported cancelled: 120 (by ") && plain.contains("not known: "), "{plain}");
    let mut rubric: Value = serde_json::from_str(&house.done(&["signal", "rubric"])).unwrap();
    rubric["alert"] = json!(2);
    house.done(&["signal", "rubric", &house.file("own.json", &rubric.to_string())]);
    assert_eq!(shown(&show)["assessment"]["severity"]["bounds"], json!([2, 13]));
    rubric["crisis"] = json!(1);
    house.refused(&["signal", "rubric", &house.file("wrong.json", &rubric.to_string())], 1);
    house.done(&["signal", "rubric", "--reset"]);
    assert_eq!(shown(&show)["assessment"]["severity"]["bounds"], json!([6, 13]));

    // How often it speaks up.
    let budget = ["--json", "brand", "budget", "Dunes"];
    assert_eq!(shown(&budget)["budget"], json!({ "notice": "week", "alert": "two_months" }));
    house.done(&["brand", "budget", "Dunes", "--notice", "month"]);
    assert_eq!(shown(&budget)["budget"], json!({ "notice": "month", "alert": "two_months" }));
    for wrong in ["often", "month_and_a_half", "day"] {
        house.refused(&["brand", "budget", "Dunes", "--alert", wrong], 1);
    }
    assert!(house.done(&["brand", "budget", "Dunes"]).contains("about one a month"));
    let proposed = shown(&["--json", "signal", "calibrate", "--apply"]);
    assert_eq!((&proposed["notice_advice"]["advice"], &proposed["applied"]), (&json!("too_few"), &json!(false)));
    assert!(house.done(&["signal", "calibrate"]).contains("5 are needed"));
    assert_eq!(shown(&["--json", "signal", "why", id])["identical"], true, "what was raised stays");
}

#[test]
fn the_mentions_of_several_brands_come_back_in_their_order_and_guesses_are_told() {
    let (house, other) = (House::new(), House::new());
    for store in [&house, &other] {
        store.done(&["brand", "add", "Écume", "--query", "ecume"]);
    }
    let table = house.file(
        "avis.csv",
        "id,at,author,text,marque,couleur\n1,2026-02-01 10:00,lea,dunes et ecume,,bleu\n2,2026-02-01 11:00,tom,rien de rien,écume,\n\
         3,2026-02-01 12:00,ana,dunes,,\n4,2026-02-01 13:00,zoé,rien,Brume,\n",
    );
    let ran = house.run(&["import", &table], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("at = at") && ran.err.contains("brand = marque"), "{}", ran.err);
    assert!(ran.err.contains("not read: couleur") && ran.err.contains("no brand `Brume`"), "{}", ran.err);
    let out = house.done(&["export"]);
    let brands: Vec<Value> =
        out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["brand"].clone()).collect();
    assert_eq!(brands, ["Dunes", "Écume", "Écume", "Dunes"]);
    assert!(out.contains("2026-02-01T10:00:00Z"), "{out}");
    let file = other.file("all.jsonl", &out);
    import(&other, &[&file], 0);
    assert_eq!(other.done(&["export"]), out);
    let undated = house.file("undated.csv", "id,jour,text\n1,2026-02-01,dunes\n");
    let said = house.refused(&["import", &undated], 1);
    assert!(said.contains("id, jour, text") && said.contains("--map at="), "{said}");
    let odd = house.file("a\u{202e}b.csv", "at,text\n2026-02-01,dunes\n");
    let said = house.refused(&["import", &odd], 1);
    assert!(said.contains("U+202E") && said.contains("--name"), "{said}");
}

#[test]
fn an_import_that_is_killed_goes_on_and_other_words_are_an_edit() {
    let house = House::new();
    let rows = 6_000;
    let said =
        |n: usize| format!("{{\"id\":\"k{n}\",\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"dunes numéro {n}\"}}\n");
    let file = house.file("many.jsonl", &(0..rows).map(said).collect::<String>());
    let mut killed = house.start(&["import", &file]);
    crate::wait_for("the first rows", || (house.done(&["export"]).lines().count() > 0).then_some(()));
    killed.kill().unwrap();
    killed.wait().unwrap();
    let stored = house.done(&["export"]).lines().count();
    assert_eq!(stored % 2_000, 0, "whole parts");
    let tally = import(&house, &[&file], 0);
    assert_eq!((number(&tally, "rows"), number(&tally, "stored")), ((rows - stored) as i64, (rows - stored) as i64));
    assert_eq!(house.done(&["export"]).lines().count(), rows);
    let corrected = house.file("corrected.jsonl", &said(7).replace("numéro", "corrigé"));
    let tally = import(&house, &[&corrected], 0);
    assert_eq!((number(&tally, "stored"), number(&tally, "known_before"), number(&tally, "mentions")), (0, 1, 0));
    let out = house.done(&["export"]);
    assert!(out.contains("dunes corrigé 7") && !out.contains("dunes numéro 7\"") && out.lines().count() == rows);
}
