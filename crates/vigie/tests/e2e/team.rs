//! The team: an agency with its last day, a tap that confirms, who is missing tonight; on the pages and by the command line.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::http;
use crate::journey::log_in;
use crate::mailbox::Mailbox;
use serde_json::Value;

/// A plan in which the lead sleeps at night, whatever the clock says, and nobody is legal counsel.
fn plan() -> String {
    format!(
        "[plan]\ntitle = \"Ours\"\nsize = \"team\"\nlanguages = [\"en\"]\nzone = \"Europe/Paris\"\n\
         [person.lea]\nname = \"Léa\"\nphone = \"06 12 34 56 78\"\nemail = \"{EMAIL}\"\nhours = [\"daily 07:00-22:00\"]\n\
         [role.lead]\npeople = [\"lea\"]\n[scenario.rumour]\ntitle = \"A rumour\"\nseverity = \"crisis\"\n\
         [risk.rumour]\ntext = \"People repeat what is not so.\"\nlikelihood = 3\nimpact = 4\nqueries = [\"rumour\"]\nscenario = \"rumour\"\n\
         [conduct]\ndo = [\"Listen, and write down a number.\"]\ndo_not = [\"Do not argue.\"]\ntell = \"lead\"\n"
    )
}

fn keep_plan(served: &crate::house::Served, token: &str) {
    let headers = [("Authorization", token), ("Content-Type", "application/json")];
    let body = serde_json::json!({ "version": 0, "text": plan(), "why": "" }).to_string();
    let answer = http::ask("PUT", &served.at("/api/v1/organisations/1/plan"), &headers, &body).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// Without scripts, on a phone of 360 px; staff with scripts, which axe needs.
#[test]
fn an_agency_has_an_end_a_tap_confirms_and_the_bridge_says_who_is_missing() {
    if !crate::browser_is_there() {
        return;
    }
    let (house, mailbox) = (House::new(), Mailbox::start());
    house.file("vigie.toml", &mailbox.settings());
    house.done(&["target", "add", "--email", EMAIL, "mail", EMAIL]);
    let (served, token) = (house.serve(), house.token());
    let screen = Screen { scripts: false, ..Screen::PHONE };
    let (owner, pocket) = (Browser::start(screen), Browser::start(screen));
    log_in(&owner, &served.url, EMAIL, PASSWORD);
    assert!(!owner.has(".problem.tonight"), "no plan, no hole");
    keep_plan(&served, &token);
    owner.visit(&served.url);
    let line = owner.text(".problem.tonight");
    assert!(line.contains("Tonight: Lead: nobody"), "{line}");
    owner.follow(".problem.tonight a");
    assert!(owner.text("table.cover").contains("nobody"), "{}", owner.text("table.cover"));
    assert_eq!(owner.run("return document.documentElement.scrollWidth > document.documentElement.clientWidth"), false);

    // An agency: not without its last day.
    owner.click("#role-new option[value=agency]");
    owner.follow("form[action$=invite] button.main");
    assert!(owner.text(".problem[role=alert]").contains("needs a last day"), "{}", owner.text("main"));
    owner.click("#role-new option[value=agency]");
    owner.run("document.querySelector('#until-new').value = '2099-12-31'");
    owner.follow("form[action$=invite] button.main");
    let link = owner.text(".said-so code");
    pocket.visit(&link);
    pocket.fill("#email", "jan@agency.example");
    pocket.fill("#password", PASSWORD);
    pocket.follow("main form button.main");
    owner.visit(&served.at("/team/1"));
    let team = owner.text(".people");
    assert!(team.contains("jan@agency.example") && team.contains("Agency") && team.contains("2099"), "{team}");

    // Asked for, looked at by robots, tapped.
    owner.follow("form[action$=ask] button");
    assert!(owner.text(".said-so").contains("1 message"), "{}", owner.text(".said-so"));
    let mail = mailbox.next();
    assert!(mail.contains("06 12 34 56 78"), "{mail}");
    let link = mail.split_whitespace().find(|word| word.contains("/confirm/")).unwrap().to_owned();
    for method in ["GET", "HEAD", "GET"] {
        assert_eq!(http::ask(method, &link, &[], "").unwrap().status, 200);
    }
    let listed = house.done(&["team", "list"]);
    assert!(listed.lines().next().unwrap().ends_with("\tnever"), "robots confirm nothing: {listed}");
    pocket.visit(&link);
    assert!(!pocket.text("main").contains("06 12"), "it tells nothing");
    pocket.follow(".wake button");
    assert!(pocket.text("main").contains("06 12 34 56 78"), "{}", pocket.text("main"));
    let listed = house.done(&["team", "list"]);
    assert!(listed.lines().next().unwrap().ends_with("\tconfirmed"), "{listed}");

    // Staff, without a login.
    owner.visit(&served.at("/team/1"));
    owner.fill("#staff-name", "kitchen");
    owner.follow("form[action$=links] button");
    let staff = Browser::start(Screen::PHONE);
    staff.visit(&owner.text(".said-so code"));
    let card = staff.text("main");
    assert!(card.contains("Do not argue.") && card.contains("06 12 34 56 78"), "{card}");
    assert_eq!(staff.violations(), "");
    staff.visit(&served.at("/team/1"));
    assert!(staff.address().contains("/login"), "and nothing else");
    owner.visit(&served.at("/readiness/1"));
    assert!(owner.text("#score").contains("of 100") && owner.text("#reasons").contains("Tonight"));
    assert_eq!([owner.complaints(), pocket.complaints(), staff.complaints()], [[""; 0]; 3]);
}

#[test]
fn the_team_by_the_command_line() {
    let house = House::new();
    assert!(house.refused(&["team", "coverage"], 1).contains("no plan yet"));
    assert!(house.done(&["plan", "readiness"]).contains("0 of 100"));
    let (served, token) = (house.serve(), house.token());
    keep_plan(&served, &token);
    let said = house.done(&["--json", "team", "coverage"]);
    let nights: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(nights.len(), 8, "now and seven nights: {said}");
    assert!(nights[1..].iter().all(|night| night["people"] == serde_json::json!([])), "{said}");
    assert!(house.done(&["team", "confirm", "--email", EMAIL]).contains("06 12 34 56 78"));
    let score = || -> Value { serde_json::from_str(&house.done(&["--json", "plan", "readiness"])).unwrap() };
    let has = |told: &Value, kind: &str| told["reasons"].as_array().unwrap().iter().any(|one| one["kind"] == kind);
    let first = score();
    assert!(has(&first, "no-drill") && has(&first, "team-not-reviewed") && !has(&first, "unconfirmed"), "{first}");
    house.done(&["team", "reviewed"]);
    house.done(&["team", "rehearsed", "rumour"]);
    assert!(house.refused(&["team", "rehearsed", "flood"], 1).contains("no scenario `flood`"));
    let then = score();
    assert!(!has(&then, "no-drill") && !has(&then, "team-not-reviewed"), "{then}");
    assert!(then["score"].as_i64() >= first["score"].as_i64());
    assert!(house.done(&["plan", "readiness", "--language", "fr"]).contains("sur 100"));
    // An agency only with its last day.
    let add = |more: &[&str]| {
        let mut all = vec!["user", "add", "--email", "jan@agency.example", "--name", "Jan", "--role", "agency"];
        all.extend(more);
        all.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let without = add(&[]);
    let without: Vec<&str> = without.iter().map(String::as_str).collect();
    assert!(house.refused(&without, 1).contains("needs the day"));
    let with = add(&["--until", "2099-12-31"]);
    house.done(&with.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(house.done(&["user", "list"]).contains("agency until 2"), "{}", house.done(&["user", "list"]));
    let made: Value = serde_json::from_str(&house.done(&["--json", "team", "link", "--name", "kitchen"])).unwrap();
    let path = made["link"].as_str().unwrap().split_once("/staff/").unwrap().1.to_owned();
    let card = served.at(&format!("/staff/{path}"));
    assert!(http::ask("GET", &card, &[], "").unwrap().body.contains("Do not argue."));
    assert!(house.done(&["team", "links"]).contains("kitchen"));
    house.done(&["team", "withdraw", &made["id"].to_string()]);
    assert_eq!(http::ask("GET", &card, &[], "").unwrap().status, 404);
}
