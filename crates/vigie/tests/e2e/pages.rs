//! Every page on four screens and in four languages: no fault of accessibility, nothing refused by the policy, nothing that overflows.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::http;
use crate::journey::{log_in, troubled};
use serde_json::json;

/// Addresses of every page a person can reach, with something on each.
fn addresses(house: &House, served: &Served, token: &str) -> Vec<String> {
    let broken = house.file(
        "broken.jsonl",
        "{\"text\": no json at all and a long line that must not push the page wider than the phone}\n",
    );
    assert_eq!(house.run(&["import", &broken, "--name", "broken"], "").code, 3);
    house.done(&[
        "source",
        "add",
        "feed",
        "http://127.0.0.1:9/feed",
        "--allow",
        "127.0.0.1:9",
        "--force",
        "--name",
        "Le journal",
    ]);
    let signals = served.api(token, "/organisations/1/signals");
    let signal = signals["items"][0]["id"].as_str().unwrap().to_owned();
    let sources = served.api(token, "/organisations/1/sources");
    let source = sources["items"].as_array().unwrap().iter().find(|source| source["name"] == "broken").unwrap()["id"]
        .to_string();
    crate::wait_for("the journal to be deaf", || {
        let sources = served.api(token, "/organisations/1/sources");
        let deaf =
            |source: &serde_json::Value| source["name"] == "Le journal" && source["health"]["deaf_since"].is_string();
        sources["items"].as_array().unwrap().iter().any(deaf).then_some(())
    });
    let mut all: Vec<String> = [
        "/",
        "/brands/1/timeline",
        "/brands/1/timeline?span=weeks",
        "/brands/1/timeline?span=day&until=2001-02-03",
        "/mentions",
        "/mentions?q=verre+AND+(galette",
        "/mentions?q=nothing-like-this&handled=no",
        "/mentions/add",
        "/sources",
        "/settings",
        "/settings/expert",
        "/settings/brands/1",
        "/settings/brands/1/budget",
        "/settings/rubric",
        "/settings/budgets",
        "/plan",
        "/settings/brands/1/try",
        "/settings/brands/1/try?name=verre&text=verre+OR+galette",
        "/settings/brands/1/try?query=1&name=verre&text=verre+AND+(galette",
        "/report",
        "/report?brand=1&until=2001-02-03T00:00:00Z",
        "/settings/tokens",
        "/settings/retention",
        "/team/1",
        "/readiness/1",
        "/confirm/no-such-link",
        "/setup/phone",
        "/settings/waking",
        "/settings/waking/ladder/1",
        "/settings/waking/messages",
        "/settings/waking/messages?state=lost",
        "/wake/no-such-link",
        "/no-such-page",
    ]
    .map(str::to_owned)
    .to_vec();
    let mentions = served.api(token, "/organisations/1/mentions");
    all.push(format!("/mentions/{}", mentions["items"][0]["id"]));
    all.push(format!("/signals/{signal}"));
    all.push(format!("/signals/{signal}/dossier"));
    all.push(format!("/sources/{source}/quarantine"));
    all
}

fn speak(served: &Served, token: &str, locale: &str) {
    let headers = [("Authorization", token), ("Content-Type", "application/json")];
    let answer =
        http::ask("PATCH", &served.at("/api/v1/me"), &headers, &json!({ "locale": locale }).to_string()).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// Pages for nobody in particular go by what this browser chose.
pub fn prefer(browser: &Browser, locale: &str) {
    browser.run(&format!("document.cookie = 'vigie-locale={locale}; path=/'"));
}

/// What is wider than the screen, if anything.
fn overflow(browser: &Browser) -> String {
    let script = "const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return '';
        return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.scroll, .caret, .sr'))
            .map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0, 5).join('; ') || 'something';";
    browser.run(script).as_str().unwrap_or("no answer").to_owned()
}

/// One screen in one language, and how wide the pages are in the others.
fn look_at_every_page(screen: Screen, locale: &str, also: &[&str]) {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let (served, token) = (house.serve(), house.token());
    let addresses = addresses(&house, &served, &token);
    speak(&served, &token, locale);
    let browser = Browser::start(screen);
    let mut faults = Vec::new();
    browser.goto(&served.at("/login"));
    faults.extend(faults_of(&browser, "/login"));
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    prefer(&browser, locale);
    for address in &addresses {
        browser.visit(&served.at(address));
        assert_eq!(browser.run("return document.documentElement.lang"), locale, "{address}");
        browser.run("document.querySelectorAll('details').forEach(details => details.open = true)");
        faults.extend(faults_of(&browser, address));
    }
    for locale in also {
        speak(&served, &token, locale);
        prefer(&browser, locale);
        for address in &addresses {
            browser.visit(&served.at(address));
            assert_eq!(browser.run("return document.documentElement.lang"), *locale, "{address}");
            let wide = overflow(&browser);
            faults.extend((!wide.is_empty()).then(|| format!("{address} in {locale} is too wide: {wide}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

pub fn faults_of(browser: &Browser, address: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // A page that is not there is one of the pages.
    let complaints =
        browser.complaints().into_iter().filter(|said| !(address == "/no-such-page" && said.contains("404")));
    faults.extend(complaints.map(|said| format!("{address}: {said}")));
    let wide = overflow(browser);
    faults.extend((!wide.is_empty()).then(|| format!("{address} is too wide: {wide}")));
    faults.extend(browser.violations().lines().map(|line| format!("{address}: {line}")));
    // The checker is not the page.
    browser.complaints();
    faults
}

#[test]
fn phone_light_french() {
    look_at_every_page(Screen::PHONE, "fr", &["en", "fy", "nl"]);
}

#[test]
fn phone_dark_frisian() {
    look_at_every_page(Screen { dark: true, ..Screen::PHONE }, "fy", &[]);
}

#[test]
fn desk_light_dutch() {
    look_at_every_page(Screen::DESK, "nl", &[]);
}

#[test]
fn desk_dark_english() {
    look_at_every_page(Screen { dark: true, ..Screen::DESK }, "en", &[]);
}
