//! Setting up from the command line: one brand by flags, many by a table.

use crate::house::{EMAIL, House};
use serde_json::Value;

/// Proposes no source: nobody is asked in these tests.
fn alone() -> House {
    let house = House::bare();
    house.file("vigie.toml", "[setup]\nnews = \"\"\nmastodon = \"\"\n");
    house
}

fn dump(house: &House) -> String {
    ["brand", "source", "user"]
        .map(|noun| {
            let all = house.run(&["--json", noun, "list", "--organisation", "Bakkerij De Jong"], "");
            assert_eq!(all.code, 0, "{}", all.err);
            all.out
        })
        .join("\n")
}

#[test]
fn one_brand_by_flags() {
    let house = alone();
    let flags = [
        "--organisation",
        "Martin SARL",
        "--email",
        EMAIL,
        "--name",
        "Léa",
        "--brand",
        "Boulangerie Martin",
        "--town",
        "Lyon",
    ];
    let more = ["--trade", "bakery", "--link", "@martin@piaille.fr", "--competitor", "Pains Dupont", "--size", "solo"];
    let made = house.done(&[&["--json", "init"][..], &flags, &more].concat());
    let made: Value = serde_json::from_str(&made).unwrap();
    assert_eq!(made["brands"], serde_json::json!(["Boulangerie Martin", "Pains Dupont"]), "{made}");
    assert!(made["queries"].as_array().unwrap().iter().any(|query| query == "\"Boulangerie Martin\""), "{made}");
    let listed = house.done(&["--json", "brand", "list"]);
    let first: Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    assert_eq!(first["brand"]["own_accounts"][1], "martin@piaille.fr");
    assert_eq!(first["brand"]["zone"], "Europe/Paris");
    let again = house.refused(&[&["init"][..], &flags, &more].concat(), 1);
    assert!(again.contains("nothing was changed"), "{again}");
    let house = alone();
    let bad = [
        "--trade",
        "alchemy",
        "--link",
        "javascript:1",
        "--zone",
        "Mars/Olympus",
        "--country",
        "XX",
        "--language",
        "tlh",
    ];
    let said = house.refused(&[&["init"][..], &flags, &bad].concat(), 1);
    for column in ["trade: `alchemy`", "link: ", "zone: ", "country: `XX`", "language: `tlh`"] {
        assert!(said.contains(column), "{column}: {said}");
    }
    assert!(!house.path("vigie.db").exists(), "nothing was made");
    assert!(house.done(&["init", "--list-trades"]).lines().count() >= 25);
}

const TABLE: &str = "\
organisation;email;brand;town;trade;link;country;size
*;agence@port.example;;;bakery;;;agency
Bakkerij De Jong;;;Sneek;;https://dejong.frl;;
Boulangerie Martin;;;Lyon;;;;
Hôtel de la Gare;;;;hotel;;;
Dunes;;;Saint-Malo;alchemy;;;
Chez Paul;no-address;;Brest;restaurant;;ZZ;
Maison Kerguelen;lea@kerguelen.example;;Brest;restaurant;;;team
";

#[test]
fn many_clients_by_a_table() {
    let house = alone();
    let file = house.file("clients.csv", TABLE);
    let ran = house.run(&["--json", "init", "--from", &file], "");
    assert_eq!(ran.code, 3, "{}", ran.err);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ready: Vec<&str> = lines.iter().filter_map(|line| line["name"].as_str()).collect();
    assert_eq!(ready, ["Bakkerij De Jong", "Boulangerie Martin", "Maison Kerguelen"]);
    let wrong: Vec<(i64, &str)> =
        lines.iter().filter_map(|line| Some((line["line"].as_i64()?, line["column"].as_str()?))).collect();
    assert_eq!(wrong, [(5, "brand"), (6, "trade"), (7, "email"), (7, "country")]);
    assert!(ran.err.contains("line 6, column trade: `alchemy`"), "{}", ran.err);
    let frisian = dump(&house);
    assert!(frisian.contains("Europe/Amsterdam") && frisian.contains("agence@port.example"), "{frisian}");
    assert!(!frisian.contains("Lyon") && !frisian.contains("kerguelen"), "each client by itself: {frisian}");

    // Run twice, it changes nothing, not even what was changed by hand since.
    house.done(&["brand", "add", "Snitser Brea", "--organisation", "Bakkerij De Jong", "--query", "\"snitser brea\""]);
    let before = dump(&house);
    let again = house.run(&["--json", "init", "--from", &file], "");
    assert_eq!(again.code, 3);
    let changed = again.out.lines().filter(|line| line.contains("\"changed\":true")).count();
    assert_eq!((changed, dump(&house)), (0, before));

    // A corrected line is all that is done.
    let file = house.file("clients.csv", &TABLE.replace("alchemy", "hotel"));
    let ran = house.run(&["init", "--from", &file], "");
    assert!(ran.out.contains("Dunes\tready") && ran.out.contains("Boulangerie Martin\tunchanged"), "{}", ran.out);
    assert!(ran.out.contains("4 organisations are there, 2 lines were kept aside"), "{}", ran.out);

    // A quotation mark that nobody closes makes no client of the cells behind it.
    let file = house.file("clients.csv", &format!("{TABLE}\"Lost;;;Brest;hotel;;;\n"));
    let ran = house.run(&["init", "--from", &file], "");
    assert!(ran.err.contains("line 9, column organisation: a quotation mark is not closed"), "{}", ran.err);
    assert!(!ran.out.contains("Lost"), "{}", ran.out);
}

#[test]
fn a_base_file_holds_what_lines_leave_empty() {
    let house = alone();
    let base = house
        .file("base.toml", "email = \"agence@port.example\"\nsize = \"agency\"\ntrade = \"hotel\"\nlocale = \"fr\"\n");
    let file = house.file("clients.csv", "organisation,town\nMaison Kerguelen,Brest\n");
    let out = house.done(&["init", "--from", &file, "--base", &base]);
    assert!(out.contains("Maison Kerguelen\tready") && out.contains("NEAR/8"), "{out}");
    let listed = house.done(&["brand", "list"]);
    assert!(listed.contains("Le nom"), "queries are named in the language of the pages: {listed}");
    let broken = house.file("base.toml", "colour = \"blue\"\n");
    assert!(house.refused(&["init", "--from", &file, "--base", &broken], 4).contains("has a mistake"));
    let header = house.file("clients.csv", "organisation,colour\nx,y\n");
    assert!(house.refused(&["init", "--from", &header], 1).contains("no column `colour`"));
    assert!(house.refused(&["init", "--from", "none.csv"], 1).contains("nothing was changed"));
}

#[test]
fn a_table_is_read_in_the_language_that_was_asked_for_and_a_guess_is_said_to_be_one() {
    let house = alone();
    let file =
        house.file("clients.csv", "organisation,email,town\nMartin,a@b.example,Trifouillis\nDunes,c@d.example,Lyon\n");
    let out = house.done(&["--json", "init", "--from", &file, "--locale", "fr"]);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let guessed: Vec<&Value> = lines.iter().map(|line| &line["expected_country"]).collect();
    assert_eq!(guessed, [&Value::from("FR"), &Value::Null], "by the language alone; by the town");
    let shown = house.done(&["--json", "profile", "show", "--organisation", "Martin"]);
    assert!(shown.contains("\"country\":\"FR\"") && shown.contains("Europe/Paris"), "{shown}");
    let set =
        ["profile", "set", "--organisation", "Martin", "--country", "BE", "--hours", "18:00-2:00", "--days", "2-7"];
    let set = house.done(&[&set[..], &["--language", "fr", "--zone", "Europe/Brussels"]].concat());
    assert!(
        set.contains("BE, emergency 112") && set.contains("18:00-02:00") && set.contains("Europe/Brussels"),
        "{set}"
    );
    let wrong = house.refused(&["profile", "set", "--organisation", "Martin", "--hours", "9-25", "--zone", "Mars"], 1);
    assert!(wrong.contains("until") && wrong.contains("zone") && wrong.contains("nothing was changed"), "{wrong}");
    assert_eq!(house.done(&["profile", "show", "--organisation", "Martin"]), set);
}

#[test]
fn the_agency_sends_a_link() {
    let house = House::new();
    let made: Value = serde_json::from_str(&house.done(&["--json", "init", "--setup-link"])).unwrap();
    let link = made["link"].as_str().unwrap();
    assert!(link.starts_with("http://127.0.0.1:8787/setup?key=") && made["hours"] == 72, "{made}");
    house.refused(&["init", "--setup-link", "--organisation", "x", "--email", "a@b", "--name", "y"], 2);
    let served = house.serve();
    let link = served.at(link.split_once("8787").unwrap().1);
    let answer = crate::http::ask("GET", &link, &[], "").unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[test]
fn what_is_not_them_is_left_out() {
    let news = crate::newcomer::News::start();
    let flags = ["init", "--organisation", "Boulangerie Martin", "--email", EMAIL, "--name", "Léa", "--town", "Lyon"];
    let init = |answers: &str| {
        let house = House::bare();
        let host = news.url.trim_start_matches("http://");
        let settings = format!("[setup]\nnews = \"{}/rss\"\nmastodon = \"\"\nallow = [\"{host}\"]\n", news.url);
        house.file("vigie.toml", &settings);
        let ran = house.run(&[&["--json"][..], &flags, &["--trade", "bakery", "--ask"]].concat(), answers);
        assert_eq!(ran.code, 0, "{}", ran.err);
        (serde_json::from_str::<Value>(&ran.out).unwrap()["queries"].to_string(), ran.err)
    };
    let (all, asked) = init("");
    let posts = asked.matches("is this you? [y/n]").count();
    assert!(posts >= 2 && asked.contains("de Brest ferme ses portes"), "{asked}");
    // Brest is not Lyon: whatever speaks of Brest is no.
    let shown: Vec<&str> =
        asked.lines().filter(|line| line.starts_with("  ") && !line.contains("is this you")).collect();
    let answers: String = shown.iter().map(|line| if line.contains("Brest") { "n\n" } else { "y\n" }).collect();
    let (narrowed, _) = init(&answers);
    assert!(!all.contains("NOT") && narrowed.contains("NOT") && narrowed.contains("brest"), "{narrowed}");
    // Who does not know changes nothing.
    assert_eq!(init("?\n?\n?\n?\n").0, all);
}
