//! A complaint from the public page to the inbox, to the customer's mail, and back: in Chromium, without scripts.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::http;
use crate::journey::log_in;
use crate::mailbox::Mailbox;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Instant;

/// People take a while to write what went wrong; whoever is faster is held aside.
fn write_as_people_do(since: Instant) {
    crate::wait_for("the time that people take", || (since.elapsed().as_secs() >= 4).then_some(()));
}

fn link(mail: &str) -> String {
    let found = mail.split_whitespace().find(|word| word.contains("/conversation/"));
    found.unwrap_or_else(|| panic!("no link in {mail}")).to_owned()
}

#[test]
fn a_complaint_goes_to_the_inbox_to_the_customers_mail_and_back_without_scripts() {
    if !crate::browser_is_there() {
        return;
    }
    let (house, mailbox) = (House::new(), Mailbox::start());
    house.file("vigie.toml", &mailbox.settings());
    let served = house.serve();
    let (desk, phone) = (Screen { scripts: false, ..Screen::DESK }, Screen { scripts: false, ..Screen::PHONE });
    let (team, customer) = (Browser::start(desk), Browser::start(phone));

    // The team opens the channel.
    log_in(&team, &served.url, EMAIL, PASSWORD);
    team.visit(&served.at("/settings/brands/1"));
    team.follow("a[href='/settings/brands/1/complaints']");
    team.follow("main form button.main");
    let public = team.text("#public");
    assert!(team.text("#snippet").contains(&format!("<iframe src=\"{public}/embed\"")), "{}", team.text("#snippet"));

    // A customer writes, with a picture, in Dutch.
    customer.goto(&public);
    let begun = Instant::now();
    customer.follow("nav.languages a[lang=nl]");
    assert!(customer.text("h1").contains("Zeg Dunes wat er misging"), "{}", customer.text("h1"));
    let picture = house.path("glas.png");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\nnot much of a picture").unwrap();
    customer.fill("#text", "Er zat glas in het brood <b>echt</b>");
    customer.fill("#name", "Jeanne <i>");
    customer.fill("#email", "jeanne@customer.example");
    customer.fill("#files", &picture.display().to_string());
    write_as_people_do(begun);
    customer.follow("main form button.main");
    assert!(customer.text("h1").contains("Dunes heeft uw bericht"), "{}", customer.text("main"));
    let kept = customer.text("#link");

    // A mail confirms it, and quotes nothing.
    let mail = mailbox.next();
    assert!(mail.contains("RCPT TO:<jeanne@customer.example>") && mail.contains("Dunes heeft uw bericht"), "{mail}");
    assert!(!mail.contains("glas") && !mail.contains("Jeanne") && !mail.contains(&kept), "{mail}");

    // It is a mention of its brand, and the team answers by name.
    team.visit(&served.at("/mentions"));
    assert!(team.text("main").contains("Er zat glas in het brood <b>echt</b>"), "{}", team.text("main"));
    team.follow("a[href='/complaints']");
    assert!(team.text("#complaints").contains("Jeanne <i>") && team.text(".tabs").contains("Waiting: 1"));
    team.follow("#complaints .list a");
    assert!(team.text("#talk").contains("glas.png") && team.text("main").contains("jeanne@customer.example"));
    team.fill("#answer", "We hebben de partij teruggeroepen.");
    team.follow("main form[action$=answer] button.main");
    assert!(team.text("#state").contains("Answered") && team.text("#said-2").contains("Léa"), "{}", team.text("main"));

    // The mail tells of it; its link, in another browser, opens the conversation.
    let mail = mailbox.next();
    assert!(mail.contains("Léa heeft geantwoord") && !mail.contains("partij") && !mail.contains("glas"), "{mail}");
    let mailed = link(&mail);
    assert_ne!(mailed, kept, "each mail has a link of its own");
    crate::wait_for("what became of the mail", || {
        team.visit(&served.at("/complaints/1"));
        team.text("#said-2").contains("taken by the mail server").then_some(())
    });
    let reader = Browser::start(phone);
    reader.goto(&mailed);
    assert!(reader.text("#said-2").contains("We hebben de partij teruggeroepen."), "{}", reader.text("main"));
    assert!(reader.text("#said-2").contains("Léa van Dunes") && reader.text("#mails").contains("Geen e-mails meer"));
    reader.fill("#text", "Dank u. En mijn geld?");
    reader.follow("main form button.main");
    assert!(reader.text(".said-so").contains("Verstuurd"), "{}", reader.text("main"));
    assert!(!reader.text("#mails").contains("Ja, schrijf mij"), "whoever answers by a mailed link has the address");

    // And back: the team sees it wait again; closed, it opens again when the customer writes by the first link.
    team.visit(&served.at("/complaints"));
    assert!(team.text("#complaints").contains("Waiting: 1"), "{}", team.text("#complaints"));
    team.follow("#complaints .list a");
    assert!(team.text("#said-3").contains("En mijn geld?"));
    team.follow("main form[action$=close] button");
    customer.goto(&kept);
    assert!(customer.text("#state").contains("Gesloten") && customer.text("#said-4").contains("Gesloten door Léa"));
    customer.fill("#text", "Nog steeds niet.");
    customer.follow("main form button.main");
    let told = house.done(&["complaint", "show", "1"]);
    assert!(told.starts_with("complaint 1: open\n") && told.contains("Nog steeds niet."), "{told}");
    for browser in [&team, &customer, &reader] {
        assert_eq!(browser.complaints(), [""; 0]);
    }

    // Its file is saved and never shown, by either side; nobody else has it.
    let path = kept.strip_prefix(&served.url).unwrap();
    let file = http::ask("GET", &served.at(&format!("{path}/files/1")), &[], "").unwrap();
    let head = file.head.to_lowercase();
    assert_eq!(file.status, 200, "{head}");
    assert!(head.contains("content-disposition: attachment; filename=\"complaint-1-1.png\""), "{head}");
    assert!(head.contains("nosniff") && head.contains("sandbox"), "{head}");
    let wrong = http::ask("GET", &served.at("/conversation/AAAA/files/1"), &[], "").unwrap();
    assert_eq!(wrong.status, 404);

    // What the customer sees is accessible, on a phone and in the dark.
    let looks = Browser::start(Screen { dark: true, ..Screen::PHONE });
    for page in [&public, &kept, &mailed] {
        looks.goto(page);
        assert_eq!(looks.violations(), "", "{page}");
        assert_eq!(looks.run("return document.documentElement.scrollWidth"), 360, "{page}");
    }
    for page in ["/complaints", "/complaints/1", "/settings/brands/1/complaints"] {
        if page == "/complaints" {
            log_in(&looks, &served.url, EMAIL, PASSWORD);
        }
        looks.visit(&served.at(page));
        assert_eq!(looks.violations(), "", "{page}");
        assert_eq!(looks.run("return document.documentElement.scrollWidth"), 360, "{page}");
    }
}

/// Serves one page to whoever asks: somebody else's site.
fn elsewhere(body: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 4096]);
            let head = format!("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n", body.len());
            drop(stream.write_all(format!("{head}{body}").as_bytes()));
        }
    });
    address
}

#[test]
fn another_site_shows_the_form_and_reads_nothing_of_it_and_shows_nothing_else() {
    if !crate::browser_is_there() {
        return;
    }
    let house = House::new();
    let served = house.serve();
    let made = house.done(&["--json", "complaint", "open-channel", "Dunes", "--address", "dunes"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    assert_eq!(made["address"], "dunes");
    let framed = ["/complaint/dunes/embed", "/complaint/dunes", "/login", "/complaints"];
    let frames = framed.map(|path| format!("<iframe src=\"{}\"></iframe>", served.at(path))).concat();
    let browser = Browser::start(Screen { scripts: false, ..Screen::DESK });
    browser.goto(&elsewhere(format!("<!doctype html><title>a site</title>{frames}")));
    let shown = crate::wait_for("the frames", || {
        let tree = browser.devtools("Page.getFrameTree", &serde_json::json!({}));
        let children = tree["frameTree"]["childFrames"].as_array()?.clone();
        let shown: Vec<String> = children.iter().map(|child| child["frame"]["url"].to_string()).collect();
        (shown.len() == framed.len() && shown.iter().all(|url| url != "\"\"")).then_some(shown)
    });
    assert!(shown[0].contains("/complaint/dunes/embed"), "{shown:?}");
    for other in &shown[1..] {
        assert!(other.contains("chrome-error://"), "nobody frames what is no form for frames: {shown:?}");
    }
    let read =
        browser.run("try { return document.querySelector('iframe').contentDocument } catch (error) { return null }");
    assert!(read.is_null(), "{read}");
    assert_eq!(browser.run("return document.cookie"), "");
}
