//! The demo with its pages: the bridge turns from calm to alert before one's eyes, and the pictures of the handbook.
//!
//! `VIGIE_PICTURES=FOLDER cargo xtask test -- -p vigie --test e2e storm` writes the pictures; otherwise they are only taken.

use crate::browser::{Browser, Screen};
use crate::house::House;
use crate::journey::log_in;
use crate::wait_for;

/// The largest a picture may be, in bytes.
const LARGEST: usize = 150_000;

#[test]
fn the_bridge_turns_to_alert_without_being_loaded_again() {
    if !crate::browser_is_there() {
        return;
    }
    let house = House::bare();
    // The calm days pass in seconds: the browser is there first.
    let browser = Browser::start(Screen::PHONE);
    let served = house.serve_with(&["demo", "--listen", "127.0.0.1:0"]);
    let password = served.said.split_whitespace().last().unwrap().to_owned();
    log_in(&browser, &served.url, "demo@vigie.example", &password);
    assert!(!browser.has(".card.alert"), "calm at first");
    browser.run("window.loadedOnce = true");
    // Six days pass first, then an hour of storm; one grave post may be called a look before the surge is.
    let sentence = "return document.querySelector('.card.alert .sentence')?.textContent ?? ''";
    wait_for("the storm", || browser.run(sentence).as_str()?.contains("mentions in").then_some(()));
    assert_eq!(browser.run("return window.loadedOnce === true"), true, "the page was not loaded again");
    assert_eq!(browser.text(".card.alert h2"), "Boulangerie Martin");
    assert_eq!(
        browser.run("return document.querySelector('.card h2').textContent"),
        "Boulangerie Martin",
        "the alert comes first"
    );
    browser.follow(".card.alert .button.main");
    assert!(browser.text("h1").contains("mentions in"), "{}", browser.text("h1"));
    assert!(browser.text("#stories").contains("verre"));
    assert_eq!(browser.complaints(), [""; 0]);
    let signal = browser.address();
    pictures(&served.url, &signal, &password);
}

fn pictures(url: &str, signal: &str, password: &str) {
    for (width, height) in [(360, 740), (1280, 900)] {
        for dark in [false, true] {
            let browser = Browser::start(Screen { width, height, dark, scripts: true });
            log_in(&browser, url, "demo@vigie.example", password);
            for (name, address) in [("bridge", url), ("signal", signal), ("mentions", &format!("{url}/mentions"))] {
                browser.visit(address);
                browser.wait("main h1");
                let png = browser.screenshot();
                let theme = if dark { "dark" } else { "light" };
                assert!((5_000..LARGEST).contains(&png.len()), "{name} {width} {theme}: {} bytes", png.len());
                assert_eq!(browser.violations(), "", "{name} {width} {theme}");
                if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
                    std::fs::write(std::path::Path::new(&folder).join(format!("{name}-{width}-{theme}.png")), png)
                        .unwrap();
                }
            }
        }
    }
}
