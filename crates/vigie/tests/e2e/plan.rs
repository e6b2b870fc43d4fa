//! `vigie plan`: a plan that ships, made one's own, found faulty, mended, laid out, printed.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::http::ask;
use crate::journey::{log_in, troubled};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

const NEW: [&str; 9] =
    ["plan", "new", "shop", "--brand", "Chez <Jo>", "--person", "Jo \"Joke\" Visser", "--phone", "058 213 0000"];

#[test]
fn a_plan_that_ships_is_made_ones_own_and_clean() {
    let house = House::bare();
    let text = house.done(&NEW);
    assert!(text.contains("Chez <Jo>") && text.contains("058 213 0000"), "{text}");
    let file = house.file("plan.toml", &text);
    let said = house.done(&["plan", "check", &file, "--today", "2026-11-22"]);
    assert!(said.contains("0 errors, 0 warnings"), "{said}");
    let card = house.done(&["plan", "card", &file]);
    assert!(card.contains("Chez &#60;Jo&#62;") || card.contains("Chez &lt;Jo&gt;"), "escaped: {card}");
    assert!(card.contains("tel:0582130000") && !card.contains("<Jo>"));
}

#[test]
fn a_defect_is_told_with_its_place_reason_and_fix() {
    let house = House::bare();
    let text = house.done(&NEW);
    let broken = text.replacen("responsible = \"lead\"", "responsible = \"leed\"", 1);
    let line = broken.lines().position(|line| line.contains("leed")).unwrap() + 1;
    let file = house.file("plan.toml", &broken);
    let ran = house.run(&["plan", "check", &file], "");
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("error[unknown-reference]") && ran.out.contains("Did you mean \"lead\"?"), "{}", ran.out);
    assert!(ran.out.contains(&format!("plan.toml:{line}:15")) && ran.out.contains("^^^^^^"), "{}", ran.out);
    let ran = house.run(&["--json", "plan", "check", &file, "--language", "fy"], "");
    let found: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let wrong = found.iter().find(|one| one["code"] == "unknown-reference").unwrap();
    assert_eq!((&wrong["line"], &wrong["weight"]), (&Value::from(line), &Value::from("error")));
    assert!(wrong["what"].as_str().unwrap().starts_with("Der is gjin"), "{wrong}");
    let whole = house.file("whole.toml", &text);
    let differs = house.done(&["plan", "diff", &whole, &file]);
    assert_eq!(differs.trim(), "~ action.show-way responsible: lead → leed");
}

#[test]
fn a_plan_is_laid_out_in_place_and_what_is_none_is_left() {
    let house = House::bare();
    let loose = house.done(&NEW).replace(" = ", "=");
    let file = house.file("plan.toml", &loose);
    assert_eq!(house.run(&["plan", "fmt", &file, "--check"], "").code, 1);
    house.done(&["plan", "fmt", &file]);
    house.done(&["plan", "fmt", &file, "--check"]);
    let bad = house.file("bad.toml", "[plan\n");
    let said = house.refused(&["plan", "fmt", &bad], 1);
    assert!(said.contains("nothing was changed"), "{said}");
    assert_eq!(std::fs::read_to_string(&bad).unwrap(), "[plan\n");
    assert!(house.refused(&["plan", "check", "none.toml"], 1).contains("none.toml cannot be read"));
}

#[test]
fn a_plan_is_kept_over_the_version_it_was_made_from_and_over_another_plan() {
    let house = House::new();
    let nothing = house.refused(&["plan", "show"], 1);
    assert!(nothing.contains("has no plan yet"), "{nothing}");
    let file = house.file("plan.toml", &house.done(&NEW));
    assert!(house.done(&["plan", "keep", &file, "--why", "begun"]).contains("version 1"));
    assert_eq!(house.done(&["plan", "show"]).trim_end(), std::fs::read_to_string(&file).unwrap().trim_end());
    let other = house.file("other.toml", "[plan]\ntitle = \"Other\"\n");
    let late = house.refused(&["plan", "keep", &other, "--over", "0"], 1);
    assert!(late.contains("nothing was kept") && late.contains("version 1"), "{late}");
    house.done(&["plan", "keep", &other]);
    assert!(house.refused(&["plan", "base", "1"], 1).contains("not laid over itself"));
    assert!(house.refused(&["plan", "base", "Nobody"], 1).contains("no organisation"));
}

/// Without scripts, on the phone: from no plan to one that is checked; then two who write at once.
#[test]
fn a_training_and_iso_22361_are_read_from_a_plan() {
    let house = House::bare();
    let file = house.file("plan.toml", &house.done(&NEW));
    let training = house.done(&["plan", "training", &file, "--seed", "7"]);
    assert_eq!((training.matches('●').count(), training.matches('○').count()), (6, 12), "{training}");
    assert_eq!(training, house.done(&["plan", "training", &file, "--seed", "7"]));
    assert_ne!(training, house.done(&["plan", "training", &file, "--seed", "8"]));
    let one = house.run(&["--json", "plan", "training", &file, "--language", "nl"], "");
    let one: Value = serde_json::from_str(one.out.lines().next().unwrap()).unwrap();
    assert_eq!(one["part"], "spot");
    let broken = house.file("broken.toml", "[plan");
    assert!(house.refused(&["plan", "iso", &broken], 1).contains("cannot be read whole"));
    let iso = house.done(&["plan", "iso", &file, "--today", "2026-11-22"]);
    assert!(iso.contains("no certification") && iso.contains("✕ The texts are approved beforehand\t[reply]"), "{iso}");
    assert_eq!(iso.lines().filter(|line| line.ends_with("met") || line.ends_with("partly")).count(), 18, "{iso}");
    let books = house.done(&["plan", "cacao", &file, "--created", "2026-11-22T02:00:00Z"]);
    let books: Vec<Value> = books.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(books.len() == 5 && books.iter().all(|one| one["spec_version"] == "cacao-2.0"), "{books:?}");
    assert!(house.refused(&["plan", "cacao", &file, "--scenario", "none"], 1).contains("nothing was written"));
    let nothing = house.file("nothing.toml", "[plan]\ntitle = \"x\"\nsize = \"solo\"\nlanguages = [\"en\"]\n");
    assert!(house.refused(&["plan", "training", &nothing], 1).contains("tells staff nothing"));
}

#[test]
fn a_policy_is_published_as_it_was_read_and_taken_off() {
    let house = House::new();
    assert!(house.done(&["policy", "show", "Dunes"]).contains("says nothing to the public"));
    let example = house.done(&NEW);
    let text = example.replace(".example", ".test");
    house.done(&["plan", "keep", &house.file("plan.toml", &text)]);
    let shown = house.done(&["policy", "show", "Dunes"]);
    assert!(
        shown.starts_with("not published") && shown.contains("+ never (en): We do not delete criticism."),
        "{shown}"
    );
    let stamp = shown.lines().last().unwrap().split('\t').nth(1).unwrap().to_owned();
    let stale = house.refused(&["policy", "publish", "Dunes", "--stamp", "0123"], 1);
    assert!(stale.contains("nothing was published"), "{stale}");
    let published = house.done(&["policy", "publish", "Dunes", "--stamp", &stamp, "--address", "bakery"]);
    assert!(published.contains("/policy/bakery") && published.contains("the plan says the same"), "{published}");
    let served = house.serve();
    let page = ask("GET", &served.at("/policy/bakery"), &[], "").unwrap();
    assert!(page.status == 200 && page.body.contains("We do not delete criticism."), "{}", page.body);
    drop(served);
    assert!(house.done(&["policy", "withdraw", "Dunes"]).starts_with("not published"));
}

/// What lies in a drawer for the bad moment: nothing of it is cut, and no sheet spills over onto another.
#[test]
fn each_sheet_of_the_card_is_one_page_on_paper() {
    if !crate::browser_is_there() {
        return;
    }
    let house = House::bare();
    let browser = Browser::start(Screen::DESK);
    for kind in ["shop", "brand", "figure", "agency"] {
        for language in ["fr", "en", "fy", "nl"] {
            let text = house.done(&["plan", "new", kind, "--language", language]);
            let card = house.done(&["plan", "card", &house.file("plan.toml", &text)]);
            browser.goto(&format!("file://{}", house.file("card.html", &card)));
            let printed = browser.devtools("Page.printToPDF", &serde_json::json!({ "preferCSSPageSize": true }));
            let bytes = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
            let pages = bytes.windows(12).filter(|w| w.starts_with(b"/Type /Page") && w[11] != b's').count();
            let sheets = browser.run("return document.querySelectorAll('.card, .sheet').length + 1");
            assert_eq!(sheets, pages, "{kind} in {language}");
            let cut = "return [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).overflow != 'visible' && e.scrollWidth > e.clientWidth).length";
            assert_eq!(browser.run(cut), 0, "{kind} in {language}");
        }
    }
}

/// A store where somebody complains in private: a plan begun there names that page.
fn with_channel() -> House {
    let house = troubled();
    house.done(&["complaint", "open-channel", "Dunes"]);
    house
}

#[test]
fn two_who_write_the_plan_at_once_lose_nothing() {
    if !crate::browser_is_there() {
        return;
    }
    let house = with_channel();
    let served = house.serve();
    let screen = Screen { scripts: false, ..Screen::PHONE };
    let (lea, again) = (Browser::start(screen), Browser::start(screen));
    for browser in [&lea, &again] {
        log_in(browser, &served.url, EMAIL, PASSWORD);
    }
    lea.visit(&served.at("/plan"));
    lea.fill("#phone", "058 213 0000");
    lea.follow("main form button.main");
    assert!(
        lea.text("#verdict").contains("to do") && !lea.text("#verdict").contains("error"),
        "{}",
        lea.text("#verdict")
    );
    again.visit(&served.at("/plan"));
    for browser in [&lea, &again] {
        browser.click("#as-text summary");
    }
    lea.fill("#plan-text", "[test.alpha]\ntext = \"Alpha\"\n");
    lea.fill("#plan-why", "a test more");
    lea.follow("main form button.main");
    again.fill("#plan-text", "[test.beta]\ntext = \"Beta\"\n");
    again.follow("main form button.main");
    assert!(again.text("#conflict").contains("test.alpha") && again.text("#conflict").contains("test.beta"));
    again.follow("#conflict button.main");
    again.wait_until_gone("#conflict");
    let text = again.run("return document.querySelector('#plan-text').value");
    let text = text.as_str().unwrap();
    assert!(text.contains("[test.alpha]") && text.contains("[test.beta]"), "both are kept");
    assert!(again.text("main").contains("a test more") && again.text("main").contains("Version 3"));
    again.visit(&served.at("/plan/1/card"));
    assert!(again.text("main").contains("058 213 0000"), "the card");
    assert_eq!(
        again.run("return getComputedStyle(document.querySelector('.steps')).display"),
        "grid",
        "with its style"
    );
    assert_eq!(again.complaints(), [""; 0]);
}

/// On the phone, without scripts: an agency's client, whose plan lies over the agency's; a field with what is found beside it; two at one field.
#[test]
fn a_plan_is_written_part_by_part() {
    if !crate::browser_is_there() {
        return;
    }
    let house = with_channel();
    let served = house.serve();
    let screen = Screen { scripts: false, ..Screen::PHONE };
    let (lea, again) = (Browser::start(screen), Browser::start(screen));
    for browser in [&lea, &again] {
        log_in(browser, &served.url, EMAIL, PASSWORD);
    }
    lea.visit(&served.at("/plan"));
    lea.fill("#phone", "058 213 0000");
    lea.follow("main form button.main");
    // A new action, by its name and its fields; what is missing is told beside them.
    lea.visit(&served.at("/plan/1/edit/action"));
    lea.fill("#id", "Call the Mayor");
    lea.follow("main form button");
    assert!(lea.address().ends_with("/plan/1/edit/action/call-the-mayor"), "{}", lea.address());
    retype(&lea, "#f-text", "Call the mayor.");
    retype(&lea, "#f-within", "soon");
    lea.follow("main form button.main");
    assert!(lea.text("#found-within").contains("soon"), "{}", lea.text("main"));
    again.visit(&served.at("/plan/1/edit/action/call-the-mayor"));
    // Two at different fields: both are kept, without a question.
    retype(&lea, "#f-within", "30 min");
    lea.follow("main form button.main");
    assert_eq!(lea.text("#found-within"), "");
    retype(&again, "#f-text", "Call the mayor yourself.");
    retype(&again, "#f-within", "soon");
    again.follow("main form button.main");
    assert_eq!(value(&again, "#f-within"), "30 min", "what she left as it was is not laid over his");
    // Two at one field: the second is asked, with what they typed.
    lea.visit(&served.at("/plan/1/edit/action/call-the-mayor"));
    retype(&again, "#f-text", "Call him.");
    again.follow("main form button.main");
    retype(&lea, "#f-text", "Write to her.");
    lea.follow("main form button.main");
    assert!(lea.text("#conflict").contains("typed") && value(&lea, "#f-text") == "Write to her.");
    lea.follow("main form button.main");
    assert_eq!(value(&lea, "#f-text"), "Write to her.");
    // Approved beforehand, all at once.
    lea.visit(&served.at("/plan/1/approve"));
    let boxes = lea.run("return document.querySelectorAll('input[name=reply]').length").as_i64().unwrap();
    for at in 1..=boxes {
        lea.click(&format!("#reply-{at}"));
    }
    lea.follow("main form button.main");
    lea.visit(&served.at("/plan/1/approve"));
    assert!(lea.text("main").contains("Every reply is approved"), "{}", lea.text("main"));
    // And out again: earlier versions keep it.
    lea.visit(&served.at("/plan/1/edit/action/call-the-mayor"));
    lea.click("main details summary");
    lea.follow("main details button");
    assert!(!lea.text("main").contains("call-the-mayor"));
}

/// From no plan to one in which nothing is found: what is left to do is told, each with the form in which it is done.
#[test]
fn a_shop_has_its_plan_in_minutes() {
    if !crate::browser_is_there() {
        return;
    }
    let house = with_channel();
    let served = house.serve();
    let lea = Browser::start(Screen::PHONE);
    log_in(&lea, &served.url, EMAIL, PASSWORD);
    let begun = std::time::Instant::now();
    let mut clicks = 0;
    let mut follow = |css: &str| {
        lea.follow(css);
        clicks += 1;
    };
    lea.visit(&served.at("/settings"));
    follow("header nav a[href='/plan']");
    retype(&lea, "#phone", "058 213 0000");
    follow("main form button.main");
    let text = lea.run("return document.querySelector('textarea[name=text]').value");
    let named = format!("page = \"{}/complaint/dunes-", served.url);
    assert!(text.as_str().unwrap().contains(&named), "no address of an example: {named} in {text}");
    // Whoever stands in has the number of an example.
    lea.run("document.getElementById('findings').open = true");
    follow("#findings a[href*='person/friend']");
    assert!(lea.text("#found-phone").contains("example"), "{}", lea.text("main"));
    retype(&lea, "#f-name", "Anke de Jong");
    retype(&lea, "#f-phone", "058 213 0001");
    follow("main form button.main");
    follow("header nav a[href='/plan']");
    follow("main a[href$='/approve']");
    let replies = lea.run("return document.querySelectorAll('input[name=reply]').length").as_i64().unwrap();
    for at in 1..=replies {
        lea.click(&format!("#reply-{at}"));
    }
    follow("main form button.main");
    assert_eq!(lea.text("#verdict"), "Nothing is found in it.");
    println!(
        "from no plan to a clean one: {clicks} pages, {replies} boxes, {:.1} s of scripted clicks",
        begun.elapsed().as_secs_f64()
    );
}

/// With scripts: a field that is left is kept, and what is found in it is told beside it, while one goes on typing.
#[test]
fn a_field_that_is_left_keeps_itself() {
    if !crate::browser_is_there() {
        return;
    }
    let house = with_channel();
    let served = house.serve();
    let lea = Browser::start(Screen::PHONE);
    log_in(&lea, &served.url, EMAIL, PASSWORD);
    lea.visit(&served.at("/plan"));
    lea.fill("#phone", "058 213 0000");
    lea.follow("main form button.main");
    lea.visit(&served.at("/plan/1/edit/action/capture"));
    retype(&lea, "#f-within", "soon");
    lea.click("#f-text");
    lea.wait("#found-within .problem");
    assert!(lea.text("#saved-state").contains("version 2"), "{}", lea.text("#saved-state"));
    retype(&lea, "#f-within", "10 min");
    lea.click("#f-text");
    lea.wait_until_gone("#found-within .problem");
    lea.visit(&served.at("/plan/1/edit/action/capture"));
    assert_eq!(value(&lea, "#f-within"), "10 min");
}

fn value(browser: &Browser, field: &str) -> String {
    let script = format!("return document.querySelector('{field}').value");
    browser.run(&script).as_str().unwrap().to_owned()
}

/// Types into a field in place of what stands there.
fn retype(browser: &Browser, field: &str, text: &str) {
    browser.run(&format!("document.querySelector('{field}').value = ''"));
    browser.fill(field, text);
}
