//! People join by a link, are changed and taken out: on the pages, with scripts and without, and by the command line.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::journey::log_in;

/// Follows an invitation to a login.
fn join(browser: &Browser, link: &str, email: &str) {
    browser.goto(link);
    assert!(browser.address().ends_with("/setup/account"), "only a login is asked for: {}", browser.address());
    browser.fill("#email", email);
    browser.fill("#password", PASSWORD);
    browser.click("main form button.main");
    browser.wait("#later");
}

#[test]
fn people_join_by_a_link_and_are_taken_out() {
    if !crate::browser_is_there() {
        return;
    }
    for scripts in [true, false] {
        let house = House::new();
        let served = house.serve();
        let (desk, phone) = (Screen { scripts, ..Screen::DESK }, Screen { scripts, ..Screen::PHONE });
        let (owner, guest) = (Browser::start(desk), Browser::start(phone));
        log_in(&owner, &served.url, EMAIL, PASSWORD);
        owner.goto(&served.at("/settings"));
        owner.click("a[href='/team']");
        owner.click("#role-new option[value=legal]");
        owner.click("form[action$=invite] button");
        let link = owner.text(".said-so code");
        join(&guest, &link, "anna@dunes.example");
        owner.goto(&served.at("/team/1"));
        let members = owner.text(".people");
        assert!(members.contains("anna@dunes.example") && members.contains("Legal counsel"), "{members}");
        assert!(members.contains("cannot be woken"), "{members}");
        owner.click("#member-2 summary");
        owner.click("#role-2 option[value=lead]");
        owner.click("#member-2 button.main");
        owner.wait_until_gone("#member-2[open]");
        assert!(owner.text(".people").contains("Lead"), "{}", owner.text(".people"));
        // Nobody owns it without its owner: said, and nothing is changed.
        owner.click("#member-1 summary");
        owner.click("#member-1 form[action$=remove] button");
        owner.wait(".problem");
        assert!(owner.text(".problem").contains("nobody would own"), "{}", owner.text(".problem"));
        owner.click("#member-2 summary");
        owner.click("#member-2 form[action$=remove] button");
        owner.wait("#member-2 input[name=back]");
        assert!(owner.text(".people").contains("ended on"), "{}", owner.text(".people"));
        guest.goto(&served.at("/mentions"));
        assert!(guest.address().contains("/login"), "out at once: {}", guest.address());
        assert_eq!([owner.complaints(), guest.complaints()], [[""; 0]; 2]);
    }
}

#[test]
fn an_invitation_by_the_command_line() {
    let house = House::new();
    let served = house.serve();
    assert!(house.refused(&["user", "invite", "--role", "king"], 1).contains("spokesperson"));
    let made: serde_json::Value =
        serde_json::from_str(&house.done(&["--json", "user", "invite", "--role", "lead"])).unwrap();
    let link = made["link"].as_str().unwrap();
    let path = link.split_once("/setup?").unwrap().1;
    let answer = crate::http::ask("GET", &served.at(&format!("/setup?{path}")), &[], "").unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    // Listed by its id, and taken back once.
    let id = made["id"].to_string();
    let listed = house.done(&["user", "invitations"]);
    assert!(listed.starts_with(&format!("{id}\tlead\tuntil ")) && listed.lines().count() == 1, "{listed}");
    house.done(&["user", "take-back", &id]);
    assert!(house.refused(&["user", "take-back", &id], 1).contains("nothing was taken back"));
    assert_eq!(house.done(&["user", "invitations"]), "");
    let answer = crate::http::ask("GET", &served.at(&format!("/setup?{path}")), &[], "").unwrap();
    assert!(answer.status != 303, "{}", answer.body);
    let said = house.refused(&["user", "add", "--email", EMAIL, "--name", "Léa", "--role", "lead"], 1);
    assert!(said.contains("no owner"), "{said}");
    assert_eq!(house.done(&["user", "list"]).trim(), format!("{EMAIL}\towner\tLéa\tno-target"));
}
