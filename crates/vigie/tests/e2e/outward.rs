//! What the plan says outward: the policy for everybody, and the training of staff; on a phone without scripts, then every page of it looked at.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::http;
use crate::journey::log_in;
use crate::pages::{faults_of, prefer};

/// A shop in Frisian, whose policy is in Dutch too, and its channel.
fn prepared() -> House {
    let house = House::new();
    let shop = house.done(&["plan", "new", "shop", "--language", "fy", "--brand", "Dunes", "--person", "Jo"]);
    let shop = shop.replace(".example", ".test");
    house.done(&["plan", "keep", &house.file("plan.toml", &shop)]);
    house.done(&["complaint", "open-channel", "Dunes", "--address", "dunes-privee"]);
    house
}

#[test]
fn the_policy_and_the_training_go_from_the_plan_to_people_without_scripts() {
    if !crate::browser_is_there() {
        return;
    }
    let house = prepared();
    let served = house.serve();
    let screen = Screen { scripts: false, ..Screen::PHONE };
    let (owner, stranger) = (Browser::start(screen), Browser::start(screen));
    log_in(&owner, &served.url, EMAIL, PASSWORD);

    // Read, published, found by a stranger who goes on to the channel.
    owner.visit(&served.at("/settings/brands/1/policy"));
    assert!(owner.text("#state").contains("Nothing is published"), "{}", owner.text("main"));
    owner.fill("#address", "dunes");
    owner.follow("form[action$=policy] button.main");
    assert!(owner.text("#state").contains("says what the plan says"), "{}", owner.text("main"));
    stranger.visit(&owner.text("#public"));
    assert!(stranger.text("main").contains("Wy smite gjin krityk fuort."), "{}", stranger.text("main"));
    stranger.follow("nav.languages a[lang=nl]");
    assert!(stranger.text("main").contains("We verwijderen geen kritiek."), "{}", stranger.text("main"));
    stranger.follow("#channel");
    assert!(stranger.address().contains("/complaint/dunes-privee?lang=nl"), "{}", stranger.address());

    // A change of the plan is shown before it is published.
    let plan = house.done(&["plan", "show"]).replace("answer_within = \"24 h\"", "answer_within = \"48 h\"");
    house.done(&["plan", "keep", &house.file("plan.toml", &plan)]);
    owner.visit(&served.at("/settings/brands/1/policy"));
    assert!(owner.text("del").contains("24 h") || owner.text("del").contains("1 day"), "{}", owner.text("main"));
    stranger.visit(&served.at("/policy/dunes?lang=en"));
    let public = stranger.text("main");
    assert!(!public.contains("2 days") && !public.contains("48 h"), "{public}");

    // Staff: six questions by their link, whatever is answered, and the team sees it.
    owner.visit(&served.at("/team/1"));
    owner.fill("#staff-name", "kitchen");
    owner.follow("form[action$=links] button");
    stranger.visit(&owner.text(".said-so code"));
    stranger.follow("#training");
    for _ in 0..6 {
        stranger.click("input[type=radio]");
        stranger.follow("form button.main");
        assert!(!stranger.text("#verdict").is_empty() && !stranger.text("ul.conduct").is_empty());
        stranger.follow("form button.main");
    }
    assert!(stranger.text("#score").contains("of 6"), "{}", stranger.text("main"));
    // Who they are is picked from the people of the plan, and typed nowhere.
    let name = stranger.text("#name option:nth-child(2)");
    stranger.click("#name option:nth-child(2)");
    stranger.follow("form button.main");
    assert!(stranger.has("#told"), "{}", stranger.text("main"));
    owner.visit(&served.at("/team/1"));
    assert!(owner.text("#trained + ul").contains(&name), "{name}: {}", owner.text("main"));
    assert!(owner.text("#trained + ul").contains("kitchen"), "{}", owner.text("main"));
    let listed = house.done(&["team", "trained"]);
    assert!(listed.starts_with(&format!("1\tkitchen\t{name}\t")), "{listed}");
    owner.follow("form[action$=erase] button");
    assert!(!owner.has("#trained + ul"), "{}", owner.text("main"));
    // The page was asked for while it was closed: browsers say so.
    let mut heard = stranger.complaints();
    heard.retain(|said| !(said.contains("/policy/") && said.contains("404")));
    assert_eq!([owner.complaints(), heard], [[""; 0]; 2]);
}

#[test]
fn what_is_said_outward_has_no_fault_on_a_phone_or_a_desk() {
    if !crate::browser_is_there() {
        return;
    }
    let house = prepared();
    let shown = house.done(&["policy", "show", "Dunes"]);
    let stamp = shown.lines().last().unwrap().split('\t').nth(1).unwrap().to_owned();
    house.done(&["policy", "publish", "Dunes", "--stamp", &stamp, "--address", "dunes"]);
    let (served, token) = (house.serve(), house.token());
    let link = house.done(&["team", "link", "--name", "kitchen"]);
    let staff = format!("/staff/{}", link.lines().next().unwrap().split_once("/staff/").unwrap().1);
    let plan = house.done(&["plan", "show"]).replace("24 h", "3 days");
    house.done(&["plan", "keep", &house.file("plan.toml", &plan)]);
    let mut faults = Vec::new();
    let addresses = [
        "/policy/dunes",
        "/policy/dunes?lang=fr",
        "/settings/brands/1/policy",
        "/plan/1/iso",
        "/plan/1/import",
        "/team/1",
        &staff,
        &format!("{staff}/training"),
    ];
    for (screen, locale) in [(Screen::PHONE, "fy"), (Screen::DESK, "fr")] {
        let browser = Browser::start(screen);
        log_in(&browser, &served.url, EMAIL, PASSWORD);
        let headers = [("Authorization", token.as_str()), ("Content-Type", "application/json")];
        let body = serde_json::json!({ "locale": locale }).to_string();
        assert_eq!(http::ask("PATCH", &served.at("/api/v1/me"), &headers, &body).unwrap().status, 200);
        prefer(&browser, locale);
        for address in addresses {
            browser.visit(&served.at(address));
            browser.run("document.querySelectorAll('details').forEach(details => details.open = true)");
            faults.extend(faults_of(&browser, address));
        }
        browser.visit(&served.at(&format!("{staff}/training")));
        browser.click("input[type=radio]");
        browser.follow("form button.main");
        faults.extend(faults_of(&browser, "an answer explained"));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
