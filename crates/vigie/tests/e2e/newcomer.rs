//! A newcomer: from the link that `vigie serve` prints to a Vigie that watches, in few inputs, with scripts and without.

use crate::browser::{Browser, Screen};
use crate::house::{House, Served};
use crate::http;
use crate::mailbox::{Mailbox, link};
use crate::pages::{faults_of, prefer};
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// A search of the news and a server of the fediverse, in one: what was asked, and what it answers.
pub struct News {
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
    _runtime: tokio::runtime::Runtime,
}

const ITEMS: [(&str, &str); 4] = [
    ("La galette de la Boulangerie Martin divise Lyon", "Le Progrès"),
    ("La boulangerie Martin de Brest ferme ses portes", "Ouest Torch"),
    ("Incendie à la boulangerie Martin de Brest", "Ouest Torch"),
    ("Le prix du pain monte encore", "Le Progrès"),
];

async fn answer(State(asked): State<Arc<Mutex<Vec<String>>>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let is_news = query.contains("ceid=");
    asked.lock().unwrap().push(query);
    if !is_news {
        return StatusCode::NOT_FOUND.into_response();
    }
    let items: String = ITEMS
        .iter()
        .enumerate()
        .map(|(n, (title, paper))| {
            format!(
                "<item><title>{title} - {paper}</title><link>https://news.example/{n}</link><guid isPermaLink=\"false\">n{n}</guid>\
                 <pubDate>Sat, 21 Nov 2026 1{n}:00:00 GMT</pubDate></item>"
            )
        })
        .collect();
    let feed =
        format!("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>{items}</channel></rss>");
    ([(header::CONTENT_TYPE, "application/rss+xml")], feed).into_response()
}

impl News {
    pub fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = axum::Router::new().fallback(answer).with_state(asked.clone());
        runtime.spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, asked, _runtime: runtime }
    }

    /// A settings file that proposes sources of this server, with more tables.
    pub fn settings(&self, house: &House, more: &str) {
        let host = self.url.trim_start_matches("http://");
        let setup = format!("[setup]\nnews = \"{0}/rss/search\"\nmastodon = \"{0}\"\nallow = [\"{host}\"]\n", self.url);
        house.file("vigie.toml", &format!("{setup}{more}"));
    }
}

/// Counts what a person does: every field filled, every choice, every click.
struct Hand<'b> {
    browser: &'b Browser,
    inputs: usize,
}

impl Hand<'_> {
    fn fill(&mut self, css: &str, text: &str) {
        self.inputs += 1;
        self.browser.fill(css, text);
    }

    fn click(&mut self, css: &str) {
        self.inputs += 1;
        self.browser.click(css);
    }

    fn go_on(&mut self, to: &str) {
        self.click("main form button.main");
        let ends = || self.browser.address().ends_with(to).then_some(());
        crate::wait_for(to, ends);
    }
}

/// From the first page to the last, where the phone is tried.
fn set_up(hand: &mut Hand<'_>, link: &str) {
    let browser = hand.browser;
    browser.goto(link);
    assert!(browser.address().ends_with("/setup/size"), "the secret left the address: {}", browser.address());
    hand.go_on("/setup/brand");
    hand.fill("#name", "Boulangerie Martin");
    hand.fill("#town", "Lyon");
    hand.click("#trade option[value=bakery]");
    hand.fill("#contact", "lea@martin.example");
    hand.go_on("/setup/proposal");
    assert!(browser.text("#examples").contains("divise Lyon"), "{}", browser.text("#examples"));
    assert!(!browser.text("#examples").contains("prix du pain"), "only what the queries find");
    hand.go_on("/setup/places");
    hand.go_on("/setup/account");
    hand.fill("#password", "quatre grands vents");
    hand.go_on("/setup/phone");
}

/// A test is sent to the address told before, looked at by robots, and tapped on the phone: the page says each by itself.
fn tapped(hand: &mut Hand<'_>, phone: &mut Hand<'_>, mailbox: &Mailbox, house: &House) {
    let browser = hand.browser;
    let faults = browser.text("#phone-do");
    assert!(faults.contains("No phone can open") && faults.contains("is this machine itself"), "{faults}");
    hand.click("#by-mail button.main");
    crate::wait_for("the mail server's answer", || browser.text("#phone-state").contains("delivered").then_some(()));
    let mail = mailbox.next();
    assert!(mail.contains("RCPT TO:<lea@martin.example>"), "{mail}");
    let link = link(&mail);
    for method in ["GET", "HEAD", "GET"] {
        let answer = http::ask(method, &link, &[], "").unwrap();
        assert!(answer.status == 200 && !answer.body.contains("martin"), "{method}: {}", answer.body);
    }
    let untapped = house.done(&["target", "list", "--email", "lea@martin.example"]);
    assert!(untapped.contains("never tapped"), "{untapped}");
    browser.goto(&browser.address());
    assert!(!browser.text("#phone-state").contains("It works"), "robots tap nothing");
    phone.browser.goto(&link);
    phone.click(".wake button");
    crate::wait_for("the answer to the tap", || phone.browser.text("h1").contains("It works").then_some(()));
    // Nothing is pressed here: the page looks again by itself.
    crate::wait_for("the page to say so", || browser.text("#phone-state").contains("It works").then_some(()));
    assert!(browser.has("#phone-do a.main[href='/']") && !browser.has("#later"));
    assert!(mailbox.is_empty(), "one test, one mail");
}

#[test]
fn a_newcomer_watches_within_twelve_inputs() {
    if !crate::browser_is_there() {
        return;
    }
    for (screen, how) in [(Screen::PHONE, "on a phone"), (Screen { scripts: false, ..Screen::DESK }, "without scripts")]
    {
        let (house, news, mailbox) = (House::bare(), News::start(), Mailbox::start());
        news.settings(&house, &mailbox.settings());
        let served = house.serve();
        let (browser, pocket) =
            (Browser::start(screen), Browser::start(Screen { scripts: screen.scripts, ..Screen::PHONE }));
        let (mut hand, mut phone) = (Hand { browser: &browser, inputs: 0 }, Hand { browser: &pocket, inputs: 0 });
        let started = Instant::now();
        set_up(&mut hand, &served.setup_link());
        let ready = started.elapsed();
        tapped(&mut hand, &mut phone, &mailbox, &house);
        let woken = started.elapsed();
        let inputs = hand.inputs + phone.inputs;
        assert!(inputs <= 12, "{inputs} inputs");
        browser.goto(&served.url);
        assert!(!browser.has("#asleep"), "nothing is left to be tried");
        crate::wait_for("the first real mention", || {
            browser.goto(&served.at("/mentions"));
            browser.text("main").contains("divise Lyon").then_some(())
        });
        println!(
            "{how}: {inputs} inputs (and the message opened), {:.1} s to the login, {:.1} s to the tapped test, {:.1} s to the first mention",
            ready.as_secs_f64(),
            woken.as_secs_f64(),
            started.elapsed().as_secs_f64()
        );
        assert_eq!([browser.complaints(), pocket.complaints()], [[""; 0]; 2]);
        assert_eq!(
            browser.run("return document.querySelectorAll('.top nav a').length"),
            5,
            "solo: five rooms, the plan and the cases among them"
        );
        browser.goto(&served.at("/settings"));
        browser.click("a[href='/settings/expert']");
        browser.wait("main a[href='/sources']");
        let asked = news.asked.lock().unwrap().join("\n");
        assert!(asked.contains("q=%22Boulangerie+Martin%22&hl="), "{asked}");
        only_once(&served, &house);
    }
}

/// A link that was used opens nothing, nor does any other word.
fn only_once(served: &Served, house: &House) {
    for link in [served.setup_link(), served.at("/setup?key=guess"), served.at("/setup?key=")] {
        let answer = http::ask("GET", &link, &[], "").unwrap();
        assert!(
            answer.status == 200 && !answer.body.contains("<form method=\"post\" action=\"/setup"),
            "{}",
            answer.body
        );
    }
    let people = house.done(&["user", "list"]);
    assert_eq!(people.trim(), "lea@martin.example\towner\tlea\ttapped");
}

#[test]
fn what_is_not_us_is_left_out_and_the_set_up_is_resumed() {
    if !crate::browser_is_there() {
        return;
    }
    let (house, news) = (House::bare(), News::start());
    news.settings(&house, "");
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    browser.goto(&served.at("/mentions"));
    let closed = browser.text("main");
    assert!(closed.contains("vigie serve") && !browser.has(".top nav"), "{closed}");
    browser.goto(&served.setup_link());
    browser.click("main form button.main");
    browser.fill("#name", "<b>Boulangerie</b> Martin");
    browser.click("#trade option[value=bakery]");
    browser.fill("#link", "javascript:alert(1)");
    browser.click("main form button.main");
    browser.wait("#fields-problem");
    assert_eq!(
        browser.run("return document.querySelector('#name').value"),
        "<b>Boulangerie</b> Martin",
        "kept, and text"
    );
    for (css, text) in [("#name", "Boulangerie Martin"), ("#town", "Lyon"), ("#link", "")] {
        browser.run(&format!("document.querySelector('{css}').value = ''"));
        browser.fill(css, text);
    }
    browser.click("main form button.main");
    browser.wait("#examples");
    // The link holds over a restart: a new one goes on where the old one stood.
    drop(served);
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    browser.goto(&served.setup_link());
    browser.goto(&served.at("/setup/proposal"));
    for row in 1..=3 {
        let ours = browser.text(&format!("#examples li:nth-child({row}) blockquote")).contains("Lyon");
        let answer = if ours { "yes" } else { "no" };
        browser.click(&format!("#{answer}-{}", row - 1));
    }
    assert_eq!(browser.violations(), "");
    browser.click("main form button.main");
    browser.wait("#exclusions");
    assert!(browser.text("#exclusions").contains("brest"), "{}", browser.text("#exclusions"));
    assert_eq!(browser.violations(), "");
    browser.click("main form button.main");
    crate::wait_for("the places", || browser.address().ends_with("/setup/places").then_some(()));
    browser.click("main form button.main");
    browser.fill("#email", "lea@martin.example");
    browser.fill("#password", "short");
    browser.run("document.querySelector('#password').minLength = 0");
    browser.click("main form button.main");
    browser.wait("#account-problem");
    browser.fill("#password", "quatre grands vents");
    browser.click("main form button.main");
    browser.wait(".leave");
    later(&browser, &served);
    let brands = house.done(&["brand", "list"]);
    assert!(brands.contains("NOT brest") && !brands.contains("NOT lyon"), "{brands}");
    assert_eq!(browser.complaints(), [""; 0]);
}

/// "Later" leads to the bridge, which says that nobody can be woken, and back.
fn later(browser: &Browser, served: &Served) {
    assert!(browser.text("#phone-do").contains("No mail leaves this Vigie"), "{}", browser.text("#phone-do"));
    let topic = || browser.run("return document.querySelector('#by-ntfy a').href");
    let offered = topic();
    browser.goto(&served.at("/setup/phone"));
    assert_eq!(topic(), offered, "it may be read, left and come back to");
    browser.click("#later");
    browser.wait("#asleep");
    assert!(browser.text("#asleep").contains("Nobody can be woken yet"), "{}", browser.text("#asleep"));
    browser.click("#asleep a");
    browser.wait("#later");
}

/// What a thumb cannot hit: controls lower than 44 px.
fn too_small(browser: &Browser) -> String {
    let script = "return [...document.querySelectorAll('main button, main select, main textarea, main summary, main .field.check, \
         main input:not([type=hidden], [type=checkbox], [type=radio])')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5) \
         .map(e => e.tagName + '#' + e.id + ' ' + e.getBoundingClientRect().height).join('; ')";
    browser.run(script).as_str().unwrap_or("no answer").to_owned()
}

/// Every page of a set-up on one screen in one language.
fn look_at_every_step(screen: Screen, locale: &str) {
    if !crate::browser_is_there() {
        return;
    }
    let (house, news) = (House::bare(), News::start());
    // Nobody listens there: the test is refused.
    news.settings(
        &house,
        "[mail]\nhost = \"127.0.0.1\"\nport = 9\nsecurity = \"plain\"\nfrom = \"vigie@house.example\"\n",
    );
    let served = house.serve();
    let browser = Browser::start(screen);
    let mut faults = Vec::new();
    let mut look = |what: &str| {
        assert_eq!(browser.run("return document.documentElement.lang"), locale, "{what}");
        browser.run("document.querySelectorAll('details').forEach(details => details.open = true)");
        faults.extend(faults_of(&browser, what));
        let small = too_small(&browser);
        faults.extend((!small.is_empty()).then(|| format!("{what}: too small for a thumb: {small}")));
    };
    browser.goto(&served.url);
    prefer(&browser, locale);
    browser.goto(&served.url);
    look("closed");
    browser.goto(&served.at("/setup?key=guess"));
    look("over");
    browser.goto(&served.setup_link());
    look("size");
    browser.click("main form button.main");
    browser.wait("#name");
    look("brand");
    browser.fill("#name", "Boulangerie Martin");
    browser.fill("#link", "two words");
    browser.click("#trade option[value=bakery]");
    browser.click("main form button.main");
    browser.wait("#fields-problem");
    look("brand with a problem");
    browser.run("document.querySelector('#link').value = ''");
    browser.click("main form button.main");
    browser.wait("#examples");
    look("proposal");
    for row in 0..3 {
        browser.click(&format!("#no-{row}"));
    }
    browser.click("main form button.main");
    browser.wait("#exclusions");
    look("exclusions");
    browser.click("main form button.main");
    browser.wait("#pw-1");
    look("places");
    browser.click("main form button.main");
    browser.wait("#password");
    look("account");
    browser.fill("#email", "lea@martin.example");
    browser.fill("#password", "quatre grands vents");
    browser.click("main form button.main");
    browser.wait(".leave");
    look("phone");
    browser.goto(&served.at("/"));
    browser.wait("#asleep");
    look("bridge, nobody to be woken");
    browser.goto(&served.at("/setup/phone"));
    browser.click("#by-mail button.main");
    browser.wait("#phone-state .partial");
    look("phone, refused");
    browser.goto(&served.at("/setup/phone?way=other&link=certificate"));
    look("phone, other way");
    browser.goto(&served.at("/settings"));
    look("settings alone");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn steps_phone_light_french() {
    look_at_every_step(Screen::PHONE, "fr");
}

#[test]
fn steps_phone_dark_frisian() {
    look_at_every_step(Screen { dark: true, ..Screen::PHONE }, "fy");
}

#[test]
fn steps_desk_light_dutch() {
    look_at_every_step(Screen::DESK, "nl");
}

#[test]
fn steps_desk_dark_english() {
    look_at_every_step(Screen { dark: true, ..Screen::DESK }, "en");
}
