//! After a case: the folder that holds its review, recomputed with nothing else; and a lesson from the case into the plan, tried by a drill.

use crate::browser::{Browser, Screen};
use crate::crisis::planned;
use crate::house::{EMAIL, House, PASSWORD};
use crate::journey::log_in;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn ask(house: &House, command: &Value) {
    house.done(&["case", "ask", "1", "--by", EMAIL, &command.to_string()]);
}

/// The script of another language over a folder: what it says, and whether every number is as the review has it.
fn recompute(folder: &str) -> (bool, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/case/recompute.py");
    let ran = Command::new("python3").arg(script).arg(folder).output().expect("python3 recomputes the review");
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    (ran.status.success(), said)
}

#[test]
fn an_exported_case_is_recomputed_with_nothing_but_its_folder() {
    let house = planned();
    for text in ["Dunes made me ill", "ill after the soup at Dunes", "Dunes again: the soup made us ill"] {
        house.done(&["mention", "add", "--brand", "Dunes", "--text", text, "--reported-by", "Léa"]);
    }
    house.done(&["case", "open", "Dunes", "--by", EMAIL, "--said", "canary-call", "--hurt"]);
    for command in [
        json!({ "state": { "key": "f1", "status": "unknown", "text": "Was it the soup?" } }),
        json!({ "add_task": { "key": "t1", "text": "Stop the soup." } }),
        json!({ "do": { "task": 1, "result": "Stopped." } }),
        json!({ "triage": { "answers": { "hurt": "yes", "responsibility": "unknown", "history": "no", "vivid": "no", "who": "some",
            "cause": "safety" } } }),
        json!({ "take": { "key": "m1", "text": "We call her.", "test": "word" } }),
        json!({ "take": { "key": "m2", "text": "Fewer.", "test": { "rate": { "theme": { "series": "negative" }, "under": 3, "days": 2 } } } }),
        json!({ "guard": { "key": "g1", "limit": { "theme": { "series": "mentions" }, "over": 9, "hours": 24 } } }),
        json!({ "answer": { "key": "a1", "question": "missing", "text": "canary-answer" } }),
    ] {
        ask(&house, &command);
    }
    let folder = house.path("exported").display().to_string();
    let told: Value = serde_json::from_str(&house.done(&["case", "export", "1", "--to", &folder, "--json"])).unwrap();
    let (right, said) = recompute(&folder);
    assert!(right && said.contains(" 0 parts differ"), "{said}");
    let numbers: usize = said.split_whitespace().next().unwrap().parse().unwrap();
    assert!(numbers > 30, "{said}");
    let (key, head) = (told["key"].as_str().unwrap(), told["head"].as_str().unwrap());
    house.done(&["case", "verify", &folder, "--key", key, "--head", head]);
    // No word that somebody typed stands in what the review was read from, nor in the review.
    for name in ["around.json", "review.json"] {
        let text = std::fs::read_to_string(Path::new(&folder).join(name)).unwrap();
        assert!(!text.contains("canary") && !text.contains("soup"), "{name}: {text}");
    }
    // A number that somebody changes is found by both: by what it is, and by its hash.
    let review = Path::new(&folder).join("review.json");
    let whole = std::fs::read_to_string(&review).unwrap();
    let changed = whole.replacen("\"taken_on\":0", "\"taken_on\":7", 1);
    assert_ne!(whole, changed);
    std::fs::write(&review, changed).unwrap();
    let (right, said) = recompute(&folder);
    assert!(!right && said.contains("answers"), "{said}");
    let refused = house.refused(&["case", "verify", &folder, "--key", key], 1);
    assert!(refused.contains("does not hold") || refused.contains("review.json"), "{refused}");
}

/// One grave post after one calm day.
fn short() -> String {
    let text = include_str!("../../../../packs/grave-post.toml");
    text.replace(r#"length = "90h""#, r#"length = "30h""#).replace(r#"storm = "85h 15m""#, r#"storm = "25h 15m""#)
}

#[test]
fn a_lesson_goes_from_a_case_into_the_plan_and_a_drill_marks_it_tried() {
    let house = House::new();
    let shipped =
        house.done(&["plan", "new", "shop", "--brand", "Dunes", "--person", "Léa", "--phone", "01 99 00 12 34"]);
    let first = house.file("first.toml", &shipped);
    house.done(&["plan", "keep", &first, "--why", "quiet times"]);
    house.done(&["case", "open", "Dunes", "--by", EMAIL, "--said", "A piece of glass.", "--hurt"]);
    // One of an action that the drill's scenario begins with, one of an action that has nothing to do with it.
    let (plan, _) = domain::plan::read(&shipped, None);
    let played = plan.actions_of(plan.scenario("injury").unwrap());
    let other = plan.actions.iter().find(|one| !played.iter().any(|it| it.id == one.id)).unwrap();
    for action in [played[0], other] {
        let changes = json!([{ "section": "action", "id": action.id, "field": "within", "to": "7 min" }]).to_string();
        let lesson =
            ["case", "lesson", "1", "--by", EMAIL, "--text", "We were too slow.", "--changes", &changes, "--merge"];
        house.done(&lesson);
    }
    let second = house.file("second.toml", &house.done(&["plan", "show"]));
    let said = house.done(&["plan", "check", &second]);
    assert!(said.contains("untested-lesson"), "{said}");
    assert!(house.done(&["plan", "diff", &first, &second]).contains("7 min"));
    // Played by the file: which lessons it tried is said, and written into the file only where that is asked for.
    let pack = house.file("ours.toml", &short());
    let run = |more: &[&str]| -> Value {
        let told = house.done(&[&["drill", "run", pack.as_str(), "--json"], more].concat());
        serde_json::from_str(told.lines().last().unwrap()).unwrap()
    };
    let told = run(&["--plan", &second]);
    assert_eq!((&told["lessons_tested"], &told["lessons_marked"]), (&json!(["case-1-1"]), &json!(false)), "{told}");
    assert!(house.done(&["plan", "check", &second]).contains("untested-lesson"));
    let told = run(&["--plan", &second, "--mark"]);
    assert_eq!(told["lessons_marked"], true, "{told}");
    let open = |file: &str| house.done(&["plan", "check", file]).matches("untested-lesson").count();
    assert_eq!(open(&second), 1, "the other action was not gone through");
    // Played by what the organisation keeps: a version more, and the case knows.
    let told = run(&["--of", "Maison Dunes", "--mark"]);
    assert!(told["plan_version"].as_i64().unwrap() > 1, "{told}");
    let third = house.file("third.toml", &house.done(&["plan", "show"]));
    assert_eq!(open(&third), 1);
    let diff = house.done(&["plan", "diff", &first, &third]);
    let drill = told["drill"].as_str().unwrap();
    assert!(diff.contains("lesson.case-1-1") && diff.contains(drill), "{diff}");
    let review: Value = serde_json::from_str(&house.done(&["case", "review", "1", "--json"])).unwrap();
    let stage = review["review"]["lessons"]["1"]["stage"].to_string();
    assert!(stage.contains("tested") && stage.contains(drill), "{stage}");
    let other = review["review"]["lessons"]["2"]["stage"].to_string();
    assert!(other.contains("merged"), "{other}");
    // Twice is once: nothing is left to be tried.
    assert_eq!(run(&["--of", "Maison Dunes", "--mark"])["lessons_tested"], json!([]));
    let lost = house.refused(&["drill", "run", &pack, "--mark"], 1);
    assert!(lost.contains("nothing was played"), "{lost}");
}

/// How many pages Chromium prints of what it shows.
fn pages(browser: &Browser) -> usize {
    let printed = browser.devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
    let bytes = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
    bytes.windows(12).filter(|w| w.starts_with(b"/Type /Page") && w[11] != b's').count()
}

#[test]
fn the_review_for_who_decides_is_two_pages_at_most_and_a_team_answers_on_a_phone_without_scripts() {
    if !crate::browser_is_there() {
        return;
    }
    let house = planned();
    house.done(&["case", "open", "Dunes", "--by", EMAIL, "--said", "Somebody called.", "--hurt"]);
    // A loud case: many tasks late, many texts, many measures.
    for number in 1..=12 {
        ask(
            &house,
            &json!({ "add_task": { "key": format!("t{number}"), "text": format!("Task {number} of a long evening.") } }),
        );
        ask(
            &house,
            &json!({ "take": { "key": format!("m{number}"), "text": format!("Measure {number}: the cold room."), "test": "word" } }),
        );
        ask(
            &house,
            &json!({ "state": { "key": format!("f{number}"), "status": "unknown", "text": format!("Was it {number}?") } }),
        );
    }
    let served = house.serve();
    let phone = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    log_in(&phone, &served.url, EMAIL, PASSWORD);
    phone.visit(&served.at("/cases/1"));
    assert!(phone.has("a[href='/cases/1/repair']"), "one tap from the room");
    phone.visit(&served.at("/cases/1/repair"));
    assert!(phone.text("main").contains("Measure 12"), "{}", phone.text("main"));
    phone.visit(&served.at("/cases/1/wash"));
    for at in 1..=4 {
        phone.fill("#text", &format!("Answer {at}."));
        phone.follow("form[action$=wash] button");
    }
    let said = phone.text("#wash");
    assert!((1..=4).all(|at| said.contains(&format!("Answer {at}."))), "{said}");
    assert_eq!(phone.complaints(), [""; 0]);
    phone.visit(&served.at("/cases/1/review?view=short"));
    let short = pages(&phone);
    phone.visit(&served.at("/cases/1/review"));
    let whole = pages(&phone);
    eprintln!("the short review: {short} pages of A4, the whole: {whole}");
    assert!((1..=2).contains(&short), "two pages for who decides: {short}");
}
