//! A drill played by people on the real screens: led on a desk, played on a phone without scripts, while the live world hears nothing.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::journey::log_in;
use crate::target::receiver;
use std::time::{Duration, Instant};

const TOM: &str = "tom@dunes.example";
/// The calm days of a drill, played by a binary that was not made to be quick.
const SET_UP: Duration = Duration::from_secs(300);

fn looks_well(browser: &Browser, name: &str) {
    let wide = browser.run("return document.documentElement.scrollWidth - window.innerWidth");
    assert!(wide.as_i64().unwrap() <= 0, "{name} is {wide} px too wide");
    if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), browser.screenshot()).unwrap();
    }
}

/// Loads a page again and again until something is there.
fn until(browser: &Browser, address: &str, css: &str) {
    let begun = Instant::now();
    while !browser.has(css) {
        assert!(begun.elapsed() < SET_UP, "no `{css}` on {address}: {}", browser.text("main"));
        std::thread::sleep(Duration::from_millis(500));
        browser.visit(address);
    }
}

fn unfold(browser: &Browser) {
    browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
}

fn press(browser: &Browser, css: &str) {
    unfold(browser);
    browser.follow(css);
    assert!(browser.has("main"), "{css}: {}", browser.text("body"));
    assert!(!browser.has("#problem"), "{css}: {}", browser.text("#problem"));
}

fn set_up(owner: &Browser, served: &Served) {
    owner.visit(&served.at("/settings"));
    owner.follow("a[href='/drills']");
    owner.follow("a[href*='pack=grave-post']");
    owner.click("#seat-1 option[value='2']");
    owner.click("#seat-2 option[value='']");
    owner.click("#pace option[value='60']");
    looks_well(owner, "drill-start");
    owner.follow("#start button.main");
    assert!(owner.address().ends_with("/drills/1"), "{}", owner.text("main"));
    until(owner, &served.at("/drills/1"), "form[action='/drills/1/resume']");
}

#[test]
fn two_play_a_drill_in_the_real_room_and_the_live_world_hears_nothing() {
    if !crate::browser_is_there() {
        return;
    }
    let (address, told) = receiver();
    let house = House::new();
    house.file("vigie.toml", &format!("targets = [\"{address}\"]\n"));
    house.done(&["user", "add", "--email", TOM, "--name", "Tom", "--role", "spokesperson"]);
    house.done(&["target", "add", "webhook", &format!("http://{address}/hook"), "--email", EMAIL]);
    house.done(&["target", "add", "webhook", &format!("http://{address}/hook"), "--email", TOM]);
    let served = house.serve();
    let owner = Browser::start(Screen::DESK);
    let tom = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    log_in(&owner, &served.url, EMAIL, PASSWORD);
    log_in(&tom, &served.url, TOM, PASSWORD);
    set_up(&owner, &served);
    looks_well(&owner, "drill-led");
    // Who plays comes in from the drill's page, and sees the real ones, marked.
    tom.visit(&served.at("/drills"));
    assert!(!tom.has("a[href*='pack=']"), "whoever may not lead starts none");
    tom.visit(&served.at("/drills/1"));
    assert!(!tom.has("#injects") && !tom.has("#orders"), "nor sees what comes");
    tom.follow("form[action='/drills/1/join'] button");
    assert!(tom.address().ends_with("/drill/1/"), "{}", tom.address());
    assert!(tom.text("#drill-line").contains("DRILL") && tom.text("h1").len() > 1, "{}", tom.text("body"));
    looks_well(&tom, "drill-bridge");
    until(&owner, &served.at("/drills/1"), "#team .people");
    assert!(owner.text("#team").contains("Tom"), "{}", owner.text("#team"));
    // By jumps to behind the post; then the alert calls.
    for _ in 0..2 {
        owner.follow("form[action='/drills/1/ahead'] button");
    }
    until(&owner, &served.at("/drills/1"), "#course li");
    until(&tom, &served.at("/drill/1/"), "main a[href^='/drill/1/signals/']");
    tom.follow("main a[href^='/drill/1/signals/']");
    assert!(tom.text("main").contains("hospital"), "{}", tom.text("main"));
    looks_well(&tom, "drill-signal");
    press(&tom, "form[action$='/acknowledge'] button");
    tom.visit(&served.at("/drill/1/cases"));
    tom.fill("#said", "A child is in hospital after a lemon slice.");
    tom.click("#hurt");
    tom.follow("main form[action='/drill/1/cases'] button.main");
    assert!(tom.address().contains("/drill/1/cases/1"), "{}", tom.text("main"));
    for way in ["submit", "release", "send"] {
        press(&tom, &format!("#text-1 form[action$={way}] button"));
    }
    looks_well(&tom, "drill-room");
    owner.follow("form[action='/drills/1/bring'] button");
    owner.follow("form[action='/drills/1/ahead'] button");
    until(&tom, &served.at("/drill/1/updates/1"), "main article, main .update, main h1");
    tom.visit(&served.at("/drill/1/cases/1"));
    assert!(tom.text("#drill-line").contains("The mother calls"), "{}", tom.text("#drill-line"));
    owner.fill("#note", "They spoke within ten minutes.");
    owner.follow("#notes form button");
    until(&owner, &served.at("/drills/1"), "#course li");
    looks_well(&owner, "drill-course");
    // The live world beside it: no case, no public page, nobody called.
    tom.visit(&served.at("/cases"));
    assert!(!tom.has("#drill-line") && !tom.has("a[href='/cases/1']"), "{}", tom.text("main"));
    assert!(tom.run("return document.title").as_str().is_some_and(|title| !title.contains("DRILL")));
    unfold(&owner);
    owner.follow("form[action='/drills/1/end'] button");
    until(&owner, &served.at("/drills/1"), "#report");
    let report = owner.text("#report");
    assert!(report.contains("of 100") && report.contains("Raised in time: 1 of 1"), "{report}");
    assert!(owner.text("#notes").contains("within ten minutes"));
    looks_well(&owner, "drill-report");
    owner.follow("#report a[href='/drills/1/cases/1']");
    assert!(owner.run("return document.title").as_str().is_some_and(|title| title.starts_with("DRILL")));
    tom.visit(&served.at("/drill/1/cases/1"));
    assert!(tom.text("main").contains("over"), "{}", tom.text("main"));
    tom.visit(&served.at("/drills"));
    looks_well(&tom, "drills-phone");
    assert!(tom.text("main").contains("of 100"), "found again by everybody: {}", tom.text("main"));
    let said = house.done(&["drill", "report", "--kept", "1"]);
    assert!(said.contains("grave-post") && said.contains("of 100"), "{said}");
    assert!(told.try_recv().is_err(), "a drill called somebody");
}
