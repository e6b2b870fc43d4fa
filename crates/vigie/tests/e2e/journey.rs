//! The whole way of a person through the pages, with scripts and without.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::import::history;

/// A store where a surge is on, with mentions to triage.
pub fn troubled() -> House {
    let house = House::new();
    let file = house.file("posts.jsonl", &history(40));
    house.done(&["import", &file]);
    house.done(&["source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
    house
}

pub fn log_in(browser: &Browser, url: &str, email: &str, password: &str) {
    browser.goto(url);
    assert!(browser.address().contains("/login"), "{}", browser.address());
    browser.fill("#email", email);
    browser.fill("#password", password);
    browser.click("main form button.main");
    browser.wait(".leave");
}

/// The number at the beginning of a line.
fn number(text: &str) -> u32 {
    text.split(|c: char| !c.is_ascii_digit())
        .find_map(|digits| digits.parse().ok())
        .unwrap_or_else(|| panic!("no number: {text}"))
}

#[test]
fn without_scripts() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen { scripts: false, ..Screen::DESK });
    the_way(&browser, &served);
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn with_scripts_on_the_phone() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    the_way(&browser, &served);
    assert_eq!(browser.complaints(), [""; 0]);
}

fn the_way(browser: &Browser, served: &Served) {
    browser.goto(&served.url);
    browser.fill("#email", EMAIL);
    browser.fill("#password", "not this one");
    browser.click("main form button.main");
    assert!(browser.text("#login-problem").len() > 10);
    let complaints = browser.complaints();
    assert!(matches!(&complaints[..], [only] if only.contains("401")), "{complaints:?}");
    log_in(browser, &served.url, EMAIL, PASSWORD);
    assert_eq!(browser.text(".card.alert h2"), "Dunes");
    assert!(browser.text(".card.alert .sentence").contains("mentions in"), "{}", browser.text(".card.alert .sentence"));
    triage(browser);
    dismiss(browser, served);
    browser.click(".top nav a[href='/sources']");
    assert!(browser.text("#sources .card").contains("posts.jsonl"));
    wrong_query(browser);
    browser.click(".prefs > summary");
    browser.click("#pref-locale option[value=fr]");
    browser.follow(".prefs form button");
    assert_eq!(browser.run("return document.documentElement.lang"), "fr");
    assert!(browser.text(".leave").contains("Se déconnecter"), "{}", browser.text(".leave"));
    browser.click(".leave button");
    crate::wait_for("the login page", || browser.address().ends_with("/login").then_some(()));
    browser.goto(&served.at("/mentions?q=galette"));
    assert!(browser.address().contains("/login?next="), "{}", browser.address());
}

fn triage(browser: &Browser) {
    browser.click(".top nav a[href='/mentions']");
    browser.fill("#q", "galette NEAR/6 dunes");
    browser.click(".filter .search");
    crate::wait_for("the search: the address is the state", || browser.address().contains("q=galette").then_some(()));
    assert_eq!(number(&browser.text("#total")), 40);
    assert!(browser.text("#posts li:last-child blockquote").contains("galette"));
    browser.click(".filter .more > summary");
    browser.click("#f-handled option[value=no]");
    browser.click(".filter .search");
    crate::wait_for("the filter", || browser.address().contains("handled=no").then_some(()));
    browser.wait("#posts li");
    assert_eq!(number(&browser.text("#total")), 40);
    browser.click("#posts li:first-child input");
    browser.click("#posts li:nth-child(2) input");
    browser.click("[data-key=e]");
    crate::wait_for("38 left to handle", || (number(&browser.text("#total")) == 38).then_some(()));
    browser.click("#posts li:first-child .brand-line a");
    browser.click("main .actions button.main");
    browser.wait(".tag.done");
    assert!(browser.text(".tag.done").contains("Léa"));
}

fn dismiss(browser: &Browser, served: &Served) {
    browser.goto(&served.url);
    browser.follow(".card.alert .button.main");
    assert!(browser.address().contains("/signals/1-mentions-"));
    assert!(browser.text("#stories").contains("galette"));
    let silent = browser.text(".why ul");
    assert!(number(&silent) < 40, "how few would not have fired: {silent}");
    browser.click(".menu > summary");
    let reason = browser.text(".reasons button:nth-of-type(2)");
    browser.click(".reasons button:nth-of-type(2)");
    browser.wait("#signal-head .said-so");
    let said = browser.text("#signal-head .said-so");
    assert!(said.contains("Léa") && said.to_lowercase().contains(&reason.to_lowercase()), "{reason}: {said}");
    browser.visit(&served.url);
    assert!(browser.has(".card") && !browser.has(".card.alert"), "dismissed, the bridge is calm");
}

fn wrong_query(browser: &Browser) {
    browser.click(".top nav a[href='/settings']");
    browser.click(".list a[href='/settings/brands/1']");
    browser.fill("#qn-new", "Glass");
    browser.fill("#qt-new", "verre AND (galette");
    browser.click("form[action$='/queries'] button.main");
    let caret = browser.text("#query-problem .caret");
    let (text, marks) = caret.split_once('\n').unwrap_or_else(|| panic!("two lines: {caret}"));
    assert_eq!((text.find('('), marks.trim_end().len()), (marks.find('^'), marks.find('^').unwrap() + 1), "{caret}");
    assert_eq!(
        browser.run("return document.querySelector('#qt-new').value"),
        "verre AND (galette",
        "what was typed is kept"
    );
    let complaints = browser.complaints();
    assert!(matches!(&complaints[..], [only] if only.contains("422")), "{complaints:?}");
    browser.fill("#qt-new", ")");
    browser.click("form[action$='/queries'] button.main");
    browser.wait_until_gone("#query-problem");
    let three = || (browser.run("return document.querySelectorAll('.query').length") == 3).then_some(());
    crate::wait_for("two queries and the empty form", three);
}

#[test]
fn triage_by_keyboard() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen::DESK);
    log_in(&browser, &served.at("/mentions?handled=no&q=galette"), EMAIL, PASSWORD);
    browser.wait("#posts li");
    assert_eq!(number(&browser.text("#total")), 40);
    let row = |n: u32| format!("return document.activeElement === document.querySelector('#posts li:nth-child({n})')");
    browser.press("j");
    assert_eq!(browser.run(&row(1)), true);
    browser.press("j");
    browser.press("j");
    browser.press("k");
    assert_eq!(browser.run(&row(2)), true);
    let second = browser.text("#posts li:nth-child(2) .author");
    browser.press("x");
    assert_eq!(
        browser.run("return [...document.querySelectorAll('#posts input')].map(box => box.checked).indexOf(true)"),
        1
    );
    browser.press("e");
    crate::wait_for("one done", || (number(&browser.text("#total")) == 39).then_some(()));
    assert_ne!(browser.text("#posts li:nth-child(2) .author"), second, "it left the list");
    browser.press("e");
    crate::wait_for("the one with the focus done", || (number(&browser.text("#total")) == 38).then_some(()));
    browser.press("/");
    browser.press("e");
    let typed = browser.run("return document.querySelector('#q').value.length");
    assert_eq!(typed, "galette".len() + 1, "keys are letters while somebody types");
    assert_eq!(browser.complaints(), [""; 0]);
}
