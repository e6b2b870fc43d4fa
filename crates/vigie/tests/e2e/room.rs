//! A whole crisis in the room, on phones: by two who need each other, by the keyboard alone, and at night one question a screen.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::http;
use crate::journey::log_in;

const TOM: &str = "tom@dunes.example";
const HEAD: &str = "languages = [\"en\"]\ncountry = \"FR\"\nzone = \"Europe/Paris\"\n\n[blank]\nbrand = \"Dunes\"\nphone = \"01 99 00 12 34\"\n
[person.lea]\nname = \"Léa\"\nemail = \"lea@dunes.example\"\n
[stakeholder.staff]\nname = \"Staff at the counter\"\npower = \"low\"\ninterest = \"high\"\nchannel = \"by telephone\"\nowner = \"lead\"\nmessage = \"Say nothing yet.\"\n
[clock.hold]\nkind = \"holding-statement\"\ndue = \"1 h\"\nowner = \"lead\"\nfallback = \"lead\"\n";

fn alone() -> House {
    let house = House::new();
    let plan = format!("[plan]\ntitle = \"Dunes\"\nsize = \"solo\"\n{HEAD}\n[role.lead]\npeople = [\"lea\"]\n");
    house.done(&["plan", "keep", &house.file("plan.toml", &plan), "--why", "quiet times"]);
    house
}

/// Léa writes, Tom approves: neither can do without the other.
fn two() -> House {
    let house = House::new();
    house.done(&["user", "add", "--email", TOM, "--name", "Tom", "--role", "lead"]);
    let plan = format!(
        "[plan]\ntitle = \"Dunes\"\nsize = \"team\"\n{HEAD}\n[person.tom]\nname = \"Tom\"\nemail = \"{TOM}\"\n
[role.lead]\npeople = [\"tom\"]\n[role.spokesperson]\npeople = [\"lea\"]\n
[approval.all]\nseverity = \"paracrisis\"\nauthors = [\"spokesperson\", \"lead\"]\nany = [\"tom\"]\nwithin = \"15 min\"\nfallback = [\"tom\"]\n"
    );
    house.done(&["plan", "keep", &house.file("plan.toml", &plan), "--why", "quiet times"]);
    house
}

/// Unfolds everything, so that what is not shown can be told from what is folded.
fn unfold(browser: &Browser) {
    browser.run("document.querySelectorAll('main details').forEach(part => part.open = true)");
}

fn room(browser: &Browser, served: &Served) {
    browser.visit(&served.at("/cases/1"));
    unfold(browser);
}

/// Sends a form of the room as it stands.
fn send(browser: &Browser, form: &str) {
    unfold(browser);
    browser.follow(&format!("{form} button"));
    assert!(!browser.has("#problem"), "{form}: {}", browser.text("#problem"));
    unfold(browser);
}

fn looks_well(browser: &Browser, name: &str) {
    let wide = browser.run("return document.documentElement.scrollWidth - window.innerWidth");
    assert!(wide.as_i64().unwrap() <= 0, "{name} is {wide} px too wide");
    if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), browser.screenshot()).unwrap();
    }
}

fn public(served: &Served, needle: &str) {
    let page = served.at("/updates/1");
    crate::wait_for(needle, || http::ask("GET", &page, &[], "").ok()?.body.contains(needle).then_some(()));
}

fn opened(browser: &Browser, served: &Served) {
    browser.visit(&served.at("/cases"));
    browser.fill("#said", "A customer says that she is ill.");
    browser.follow("main form[action='/cases'] button.main");
}

/// A text of Léa's to the page of updates, approved by Tom, sent by her: its number is the next.
fn told(lea: &Browser, tom: &Browser, served: &Served, number: u32, says: &str, corrects: Option<u32>) {
    room(lea, served);
    if let Some(corrected) = corrects {
        lea.click(&format!("#corrects option[value='{corrected}']"));
    }
    lea.fill("#text", says);
    send(lea, "form[action$='/draft']:has(#text)");
    // The check asks for more than these few words say: whoever sends them says why.
    lea.fill(&format!("#despite-{number}"), "Short, and true.");
    send(lea, &format!("#text-{number} form[action$=submit]"));
    assert!(!lea.has(&format!("#text-{number} form[action$=approve]")), "nobody approves their own");
    room(tom, served);
    send(tom, &format!("#text-{number} form[action$=approve]"));
    room(lea, served);
    send(lea, &format!("#text-{number} form[action$=send]"));
    public(served, says);
}

#[test]
fn two_who_need_each_other_go_through_a_whole_crisis_on_their_phones() {
    if !crate::browser_is_there() {
        return;
    }
    let house = two();
    let served = house.serve();
    let screen = Screen { scripts: false, ..Screen::PHONE };
    let (lea, tom) = (Browser::start(screen), Browser::start(screen));
    log_in(&lea, &served.url, EMAIL, PASSWORD);
    log_in(&tom, &served.url, TOM, PASSWORD);
    opened(&lea, &served);
    // Nothing goes out that only one has seen.
    assert!(!lea.has("#text-1 form[action$=send]") && !lea.has("#text-1 form[action$=release]"));
    send(&lea, "#text-1 form[action$=submit]");
    room(&tom, &served);
    assert!(tom.text("#now").contains("wait for your approval"), "{}", tom.text("#now"));
    looks_well(&tom, "room-tom");
    send(&tom, "#text-1 form[action$=approve]");
    assert!(tom.has("#text-1 form[action$=send]"), "whoever may act sends what was approved");
    room(&lea, &served);
    assert_ne!(lea.run("return document.querySelector('#promise-1').value"), "", "the hour that the text promises");
    send(&lea, "#text-1 form[action$=send]");
    public(&served, "01 99 00 12 34");
    room(&lea, &served);
    assert!(lea.text("#now").contains("promised update"), "{}", lea.text("#now"));
    // One answers a mention; the other is told who.
    house.done(&["mention", "add", "--brand", "Dunes", "--text", "dunes made me ill", "--reported-by", "Léa"]);
    let listed = served.api(&house.token(), "/organisations/1/mentions");
    let mention = listed["items"][0]["id"].as_i64().unwrap();
    lea.fill("#take", &mention.to_string());
    send(&lea, "form[action$=claim]:has(#take)");
    let card = format!("#mention-{mention}");
    room(&tom, &served);
    assert!(
        tom.text(&card).contains("Léa") && !tom.has(&format!("{card} form[action$='/claim']")),
        "{}",
        tom.text(&card)
    );
    tom.fill("#take", &mention.to_string());
    tom.follow("form[action$=claim]:has(#take) button");
    assert!(tom.has("#problem"), "the second is refused: {}", tom.text("main"));
    room(&lea, &served);
    lea.click(&format!("#give-{mention} option:nth-child(2)"));
    send(&lea, &format!("{card} form[action$=handmention]"));
    room(&tom, &served);
    assert!(tom.text("#now").contains("Mentions you answer"), "{}", tom.text("#now"));
    tom.fill(&format!("#answer-{mention}"), "Thank you for telling us. Please call me: 01 99 00 12 34. Tom");
    tom.click(&format!("#answer-to-{mention} option[value=facebook]"));
    send(&tom, &format!("{card} form[action$='/draft']"));
    // A correction leaves the promise as it stands; the update keeps it.
    told(&lea, &tom, &served, 3, "Correction: it was batch 42. Léa", Some(1));
    room(&lea, &served);
    assert!(lea.text("#now").contains("promised update"), "{}", lea.text("#now"));
    told(&lea, &tom, &served, 4, "Batch 42 is off the shelf. Léa", None);
    room(&lea, &served);
    assert!(!lea.text("#now").contains("promised update"), "{}", lea.text("#now"));
    // What else the room has: a figure, who was told, a term of law, a stance; then the end.
    lea.fill("#figure-of", "calls at the shop");
    lea.fill("#figure", "11");
    send(&lea, "form[action$=report]");
    lea.fill("#tell-1", "I rang the counter.");
    send(&lea, "form[action$=tell]");
    lea.run("document.querySelector('#since').value = '2026-01-02T03:04'");
    lea.fill("#declare-why", "The provider called.");
    send(&lea, "form[action$=declare]");
    assert!(lea.text("main").contains("2016/679"), "the term with where it is written: {}", lea.text("main"));
    room(&tom, &served);
    let news = tom.text("section:has(> #news)");
    assert!(news.contains("since you looked"), "{news}");
    assert!(tom.text("#now").contains("2016/679"), "{}", tom.text("#now"));
    tom.run(
        "const form = [...document.querySelectorAll('#now li')].find(row => row.innerText.includes('2016/679'));
        form.querySelector('form[action$=meet] input[name=why]').value = 'Told the authority.'; form.id = 'of-law'",
    );
    send(&tom, "#of-law form[action$=meet]");
    lea.visit(&served.at("/cases/1/sheet"));
    assert!(lea.text("main").contains("batch 42"), "{}", lea.text("main"));
    looks_well(&lea, "room-sheet");
    lea.visit(&served.at("/cases/1/brief"));
    assert!(lea.text("main").contains("calls at the shop") && lea.text("main").contains("11"), "{}", lea.text("main"));
    looks_well(&lea, "room-brief");
    for why in ["It is calm.", "It is over."] {
        room(&tom, &served);
        tom.run("const to = document.querySelector('#step'); to.selectedIndex = to.options.length - 1");
        tom.fill("#step-why", why);
        send(&tom, "form[action$=step]");
    }
    assert!(tom.text(".eyebrow").to_lowercase().contains("closed"), "{}", tom.text("main"));
    for browser in [&lea, &tom] {
        let complaints = browser.complaints();
        assert!(complaints.iter().all(|line| line.contains("409")), "{complaints:?}");
    }
    served.kill();
}

/// Every page of the case, everything unfolded: nothing that axe finds, nothing wider than the phone.
fn in_each_language(browser: &Browser, served: &Served) {
    for locale in ["fr", "fy", "en"] {
        browser.visit(&served.at("/cases/1"));
        browser.click(".prefs > summary");
        browser.click(&format!("#pref-locale option[value={locale}]"));
        browser.follow(".prefs form button");
        for page in ["", "/sheet", "/brief", "/night?at=1", "/night?at=3", "/night?at=5", "/night?at=6", "/night?at=7"]
        {
            browser.visit(&served.at(&format!("/cases/1{page}")));
            assert_eq!(browser.run("return document.documentElement.lang"), locale);
            unfold(browser);
            assert_eq!(browser.violations(), "", "{page} in {locale}");
            looks_well(browser, &format!("room-{locale}{}", page.replace(['/', '?', '='], "-")));
        }
    }
}

/// Goes on from one thing to the next until it is there.
fn tab_to(browser: &Browser, css: &str) {
    let there = format!("return document.activeElement?.matches(`{css}`) === true");
    for _ in 0..400 {
        if browser.run(&there) == true {
            return;
        }
        browser.press("\u{e004}");
    }
    panic!("the keyboard does not come to `{css}` on {}", browser.address());
}

fn type_in(browser: &Browser, css: &str, text: &str) {
    tab_to(browser, css);
    text.chars().for_each(|key| browser.press(&key.to_string()));
}

/// Presses Enter where it is, and waits for the page behind it.
fn enter(browser: &Browser, css: &str) {
    tab_to(browser, css);
    browser.run("window.pageBefore = true");
    browser.press("\u{e007}");
    let loaded = "return window.pageBefore !== true && document.readyState === 'complete'";
    crate::wait_for(&format!("the page behind `{css}`"), || (browser.run(loaded) == true).then_some(()));
    assert!(!browser.has("#problem"), "{css}: {}", browser.text("#problem"));
}

#[test]
fn the_keyboard_alone_goes_through_a_whole_crisis() {
    if !crate::browser_is_there() {
        return;
    }
    let house = alone();
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.visit(&served.at("/cases"));
    type_in(&browser, "#said", "Ill.");
    enter(&browser, "main form[action='/cases'] button");
    assert_eq!(browser.violations(), "", "the room");
    looks_well(&browser, "room-begun");
    for form in ["submit", "release", "send"] {
        enter(&browser, &format!("#text-1 form[action$={form}] button"));
    }
    public(&served, "01 99 00 12 34");
    browser.visit(&served.at("/cases/1"));
    let unfold = |part: &str| {
        tab_to(&browser, &format!("#{part}-part > summary"));
        browser.press("\u{e007}");
    };
    unfold("log");
    type_in(&browser, "#note", "All calm.");
    enter(&browser, "form[action$=note] button");
    assert!(browser.text("#log-lines").contains("All calm."));
    for (key, step) in [("f", "Follow-up"), ("cl", "Closed")] {
        browser.visit(&served.at("/cases/1?at=course"));
        tab_to(&browser, "details.add:has(#step) > summary");
        browser.press("\u{e007}");
        type_in(&browser, "#step", key);
        type_in(&browser, "#step-why", "Calm.");
        enter(&browser, "form[action$=step] button");
        assert!(browser.text(".eyebrow").to_lowercase().contains(&step.to_lowercase()), "{}", browser.text("main"));
    }
    in_each_language(&browser, &served);
    assert_eq!(browser.complaints(), [""; 0]);
    served.kill();
}

#[test]
fn at_night_one_question_a_screen_leads_to_sleep() {
    if !crate::browser_is_there() {
        return;
    }
    let house = alone();
    let served = house.serve();
    let phone = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    log_in(&phone, &served.url, EMAIL, PASSWORD);
    opened(&phone, &served);
    phone.follow("#now a[href$=night]");
    let big = "#night form button.main";
    phone.follow(&format!("{big}[value=yes]"));
    looks_well(&phone, "night-safe");
    phone.follow(&format!("{big}[value=done]"));
    assert!(phone.text("#night blockquote").contains("01 99 00 12 34"));
    looks_well(&phone, "night-say");
    let fields =
        "return [...document.querySelectorAll('#night form[action$=say] input')].map(it => [it.name, it.value])";
    let fields = phone.run(fields);
    phone.follow(big);
    assert!(phone.has("#night form[action$=undo]"), "{}", phone.text("main"));
    // Pressed again from a page of before: it is on its way once.
    phone.run(&format!(
        "const form = document.createElement('form'); form.method = 'post'; form.action = '/cases/1/say';
        const button = document.createElement('button');
        [button.id, button.textContent] = ['again', 'again'];
        form.append(button);
        for (const [name, value] of {fields}) {{
            const field = document.createElement('input');
            [field.type, field.name, field.value] = ['hidden', name, value];
            form.append(field);
        }}
        document.querySelector('#night').append(form)"
    ));
    phone.follow("#again");
    assert!(!phone.has("#problem"), "{}", phone.text("main"));
    // Put away and taken up again: it goes on where it was.
    public(&served, "01 99 00 12 34");
    phone.visit(&served.at("/cases/1/night"));
    assert!(phone.text("#night").contains("Staff at the counter"), "{}", phone.text("#night"));
    phone.follow(big);
    phone.follow("#night a.button.main");
    assert!(phone.text("#night").contains("news promised"), "{}", phone.text("#night"));
    phone.follow("#night a.button.main");
    assert!(phone.text("#night").contains("Tell the authority"), "the next that is due: {}", phone.text("#night"));
    looks_well(&phone, "night-sleep");
    phone.visit(&served.at("/cases/1"));
    let log = phone.run("return document.querySelector('#log-lines').textContent").to_string();
    assert!(log.contains("Bring people out of danger"), "{log}");
    let records = served.api(&house.token(), "/organisations/1/cases/1/log");
    let sent = records.as_array().unwrap().iter().filter(|record| record["kind"] == "speech.intended").count();
    assert_eq!(sent, 1, "{records}");
    assert_eq!(phone.complaints(), [""; 0]);
    served.kill();
}
