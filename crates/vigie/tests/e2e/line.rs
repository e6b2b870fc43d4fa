//! What a case needs below its page: one log a mention on PostgreSQL too, a reply from the phone, files for another host, an erased capture; and nothing
//! of it read by anybody it was not meant for.

use crate::browser::{Browser, Screen};
use crate::crisis::{planned, post};
use crate::database::Database;
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::http;
use crate::journey::log_in;
use crate::target::receiver;
use crate::webhook::Hook;
use serde_json::{Value, json};
use std::time::Duration;

const TOM: &str = "tom@dunes.example";

fn token(house: &House, email: &str, organisation: &str) -> String {
    let arguments = ["--json", "token", "add", "--email", email, "--name", "test", "--organisation", organisation];
    let made: Value = serde_json::from_str(&house.done(&arguments)).unwrap();
    format!("Bearer {}", made["token"].as_str().unwrap())
}

fn mention(house: &House, text: &str) -> i64 {
    let arguments = ["--json", "mention", "add", "--brand", "Dunes", "--text", text, "--reported-by", "Léa"];
    let made: Value = serde_json::from_str(&house.done(&arguments)).unwrap();
    made["mention"].as_i64().unwrap()
}

/// Fifty claims by two people at two servers: in a case, and outside of it where `also_outside`. Who won, had it, was refused.
fn claims(servers: &[Served; 2], tokens: &[String; 2], mention: i64, also_outside: bool) -> (usize, usize, usize) {
    let claim = json!({ "claim": { "mention": mention } });
    let outside = format!("/mentions/{mention}/answer");
    let answers: Vec<(u16, String)> = std::thread::scope(|scope| {
        let (claim, outside) = (&claim, &outside);
        let ask = move |n: usize| {
            let path = if also_outside && n % 4 < 2 { outside.as_str() } else { "/cases/1/commands" };
            post(&servers[n % 2], &tokens[n / 2 % 2], path, claim)
        };
        let claims: Vec<_> = (0..50).map(|n| scope.spawn(move || ask(n))).collect();
        claims.into_iter().map(|claim| claim.join().unwrap()).collect()
    });
    let count = |fits: &dyn Fn(&(u16, String)) -> bool| answers.iter().filter(|answer| fits(answer)).count();
    let won = count(&|(status, body)| *status == 200 && body.contains("mention.claimed"));
    let has = count(&|(status, body)| *status == 200 && body.contains("\"happened\":[]"));
    let refused =
        count(&|(status, body)| *status == 409 && (body.contains("held-by") || body.contains("\"elsewhere\"")));
    assert_eq!((won, won + has + refused), (1, 50), "{answers:?}");
    (won, has, refused)
}

#[test]
fn on_postgresql_too_one_of_fifty_claims_at_two_servers_wins_in_a_case_or_outside() {
    let Some(server) = crate::service("VIGIE_TEST_POSTGRES") else { return };
    let database = Database::create(server, "line");
    let house = House::bare();
    house.file("vigie.toml", &format!("store = {:?}\n", database.url()));
    house.init();
    let plan = house.file("plan.toml", crate::crisis::PLAN);
    house.done(&["plan", "keep", &plan, "--why", "quiet times"]);
    house.done(&["user", "add", "--email", TOM, "--name", "Tom", "--role", "social-manager"]);
    let tokens = [EMAIL, TOM].map(|email| token(&house, email, "Maison Dunes"));
    let servers = [house.serve(), house.serve()];
    let call = json!({ "key": "tap", "brand": 1, "from": { "call": "Somebody called." } });
    assert_eq!(post(&servers[0], &tokens[0], "/cases", &call).0, 200);
    let first = claims(&servers, &tokens, mention(&house, "dunes made me ill"), false);
    let second = claims(&servers, &tokens, mention(&house, "dunes made us ill, all of us"), true);
    eprintln!(
        "PostgreSQL, two servers, 50 claims (won, had it, refused): {first:?} in a case, {second:?} in a case and outside"
    );
    servers.into_iter().for_each(Served::kill);
}

#[test]
fn a_mention_is_answered_on_a_phone_without_scripts_and_the_public_page_stands_elsewhere() {
    if !crate::browser_is_there() {
        return;
    }
    let house = planned();
    let id = mention(&house, "La soupe de Dunes était froide, pourquoi ?");
    let served = house.serve();
    let phone = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    log_in(&phone, &served.url, EMAIL, PASSWORD);
    phone.visit(&served.at(&format!("/mentions/{id}")));
    assert!(phone.has("a[href*='/cases?mention=']"), "a case is one tap away");
    phone.follow("form[action$='answer/claim'] button");
    phone.fill("#answer-text", "Bonjour, vous nous dites que la soupe était froide : merci de l’avoir dit. Je suis désolée pour votre soirée. J’ai demandé à la cuisine ce qui s’est passé. \
        Écrivez-moi, et je vous réponds avant le 24 novembre à 18 h. Léa, Dunes");
    phone.follow("form[action$='answer/draft'] button");
    assert!(phone.has("form[action$='answer/go'] button"), "{}", phone.text("#answer-1"));
    phone.follow("form[action$='answer/go'] button");
    phone.fill("#copied-1", "https://forum.example/42");
    phone.follow("form[action$='answer/copied'] button");
    assert!(phone.has("#answer-1 a[href='https://forum.example/42']"), "{}", phone.text("#answer-1"));
    let looked = Browser::start(Screen::PHONE);
    log_in(&looked, &served.url, EMAIL, PASSWORD);
    looked.visit(&served.at(&format!("/mentions/{id}")));
    assert_eq!(looked.violations(), "");
    let wide = looked.run("return document.documentElement.scrollWidth - window.innerWidth");
    assert!(wide.as_i64().unwrap() <= 0, "{wide} px too wide");
    if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("answer.png"), looked.screenshot()).unwrap();
    }
    assert_eq!(phone.complaints(), [""; 0]);
    let shown = house.done(&["mention", "answer", &id.to_string()]);
    assert!(shown.contains("text 1") && shown.contains("mention"), "{shown}");

    // What everybody reads, as files: quiet first, then with its first word; the same state gives the same bytes.
    let folder = house.path("public");
    let to = folder.display().to_string();
    let lay = || house.done(&["case", "updates", "Dunes", "--to", &to]);
    assert!(lay().contains("index.html"));
    assert!(lay().contains("nothing changed"));
    let token = house.token();
    let call = json!({ "key": "tap", "brand": 1, "from": { "mention": id } });
    assert_eq!(post(&served, &token, "/cases", &call).0, 200);
    sent(&served, &token);
    assert!(lay().contains("index.html"));
    assert!(lay().contains("nothing changed"));
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    assert!(read("index.html").contains("01 99 00 12 34") && read("feed.xml").contains("01 99 00 12 34"));
    let names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for name in ["index.html", "fr.html", "en.html", "fy.html", "nl.html", "feed.xml", "vigie.css"] {
        assert!(names.iter().any(|there| there == name), "{name}: {names:?}");
    }
    assert_eq!(names.len(), 7, "{names:?}");
    // Every place that a page names is in the folder: it stands without us.
    for name in names.iter().filter(|name| name.ends_with(".html")) {
        for place in read(name).split("href=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0) {
            assert!(place.starts_with('#') || names.iter().any(|there| there == place), "{name} leads to {place}");
        }
    }
    // Kept so by a server that is told to.
    let kept = house.path("kept");
    house.file("kept.toml", &format!("[[updates]]\nbrand = \"Dunes\"\nfolder = {:?}\n", kept.display().to_string()));
    let other = house.serve_with(&["--config", "kept.toml", "serve", "--listen", "127.0.0.1:0"]);
    let there = crate::wait_for("the folder", || std::fs::read_to_string(kept.join("index.html")).ok());
    assert!(there.contains("01 99 00 12 34"));
    drop(other);

    // The owner erases what was captured, and the folder of the case still holds, under the head of before.
    let export = |name: &str| {
        let folder = house.path(name).display().to_string();
        let told = house.done(&["case", "export", "2", "--to", &folder, "--json"]);
        (folder, serde_json::from_str::<Value>(&told).unwrap())
    };
    let (_, before) = export("before");
    let number = id.to_string();
    let refused = house.refused(&["case", "erase", "2", "--by", EMAIL, "--why", "asked", "--mention", "99"], 1);
    assert!(refused.contains("nothing was"), "{refused}");
    house.done(&["case", "erase", "2", "--by", EMAIL, "--why", "asked by the customer", "--mention", &number]);
    let (folder, after) = export("after");
    assert_eq!((before["captures"].as_i64(), after["captures"].as_i64()), (Some(1), Some(0)));
    let (key, head) = (after["key"].as_str().unwrap(), before["head"].as_str().unwrap());
    let told = house.done(&["case", "verify", &folder, "--key", key, "--head", head]);
    assert!(told.contains("One capture was erased"), "{told}");
}

/// The first words of the case are sent and stand on the updates page.
fn sent(served: &Served, token: &str) {
    let listed = served.api(token, "/organisations/1/cases");
    let path = format!("/cases/{}", listed["items"][0]["id"]);
    let draft = served.api(token, &format!("/organisations/1{path}"))["state"]["drafts"]["1"].clone();
    let (binding, shown) = (&draft["binding"], &draft["checked"]);
    for command in [
        json!({ "submit": { "draft": 1, "binding": binding, "despite": "it must go" } }),
        json!({ "release_alone": { "draft": 1, "binding": binding, "shown": shown } }),
        json!({ "send": { "draft": 1, "binding": binding } }),
    ] {
        let (status, said) = post(served, token, &format!("{path}/commands"), &command);
        assert_eq!(status, 200, "{said}");
    }
    crate::wait_for("what everybody reads", || {
        let page = http::ask("GET", &served.at("/updates/1"), &[], "").ok()?;
        (page.status == 200).then_some(())
    });
}

#[test]
fn an_alert_on_the_phone_is_acknowledged_and_somebodys_in_three_taps() {
    if !crate::browser_is_there() {
        return;
    }
    let (address, told) = receiver();
    let house = House::new();
    house.file("vigie.toml", &format!("targets = [\"{address}\"]\n"));
    house.done(&["user", "add", "--email", TOM, "--name", "Tom", "--role", "social-manager"]);
    house.done(&["target", "add", "webhook", &format!("http://{address}/hook"), "--email", EMAIL]);
    let (hook, served) = (Hook::add(&house), house.serve());
    let grave = "Du verre dans la soupe de dunes, ma fille s'est coupé la langue. Remboursez NL91 ABNA 0417 1643 00";
    let posts = json!({ "posts": [{ "id": "g1", "text": grave, "author": "Piet" }] });
    assert_eq!(hook.deliver(&served, "d1", &posts).status, 200);
    let alert = told.recv_timeout(Duration::from_secs(120)).expect("an alert");
    assert!(alert.to_string().contains("verre") && !alert.to_string().contains("0417"), "{alert}");
    let link = alert["data"]["link"].as_str().unwrap();
    let phone = Browser::start(Screen { scripts: false, ..Screen::PHONE });
    // The first tap opens the notification's link, which needs no login.
    phone.goto(link);
    let mut taps = 1;
    for what in ["I have seen it", "It is mine"] {
        phone.follow(".wake button.main");
        taps += 1;
        eprintln!("tap {taps}: {what}: {}", phone.text("h1"));
    }
    eprintln!("{taps} taps from the notification to acknowledged and assigned, at 360 px");
    assert!(taps <= 3);
    assert!(!phone.has(".wake button"), "{}", phone.text("main"));
    // Acknowledged by name, and assigned, as the others see it.
    let token = token(&house, TOM, "Maison Dunes");
    let mention = served.api(&token, "/organisations/1/mentions")["items"][0].clone();
    assert_eq!(mention["assigned"].as_i64().or(mention["assigned"]["id"].as_i64()), Some(1), "{mention}");
    let desk = Browser::start(Screen::DESK);
    log_in(&desk, &served.url, TOM, PASSWORD);
    let signals = served.api(&token, "/organisations/1/signals");
    desk.visit(&served.at(&format!("/signals/{}", signals["items"][0]["id"].as_str().unwrap())));
    assert!(desk.text("main").contains("Léa"), "{}", desk.text("main"));
    assert_eq!(phone.complaints(), [""; 0]);
}

const DRAFT: &str = "canary-draft-7f3a";
const NOTE: &str = "canary-note-91bc";
const LEGAL: &str = "canary-legal-c04e";
const SECRET: &str = "canary-cannot-say-2d8d";
const TASK: &str = "canary-task-5e17";
const IBAN: &str = "NL91 ABNA 0417 1643 00";

#[test]
fn no_canary_leaves_the_room_and_each_is_where_it_belongs() {
    let (address, told) = receiver();
    let house = planned();
    house.file("vigie.toml", &format!("targets = [\"{address}\"]\n"));
    house.done(&["user", "add", "--email", TOM, "--name", "Tom", "--role", "social-manager"]);
    house.done(&["user", "add", "--email", "c@client.example", "--name", "Client", "--role", "client"]);
    house.done(&["target", "add", "webhook", &format!("http://{address}/hook"), "--email", TOM]);
    let id = mention(&house, &format!("dunes made me ill, pay me back to {IBAN}"));
    let tokens = [EMAIL, "c@client.example"].map(|email| token(&house, email, "Maison Dunes"));
    let [owner, client] = &tokens;
    let log = house.path("stderr.log");
    let served = house.serve_traced(&log);
    let ask = |path: &str, body: Value| {
        let (status, said) = post(&served, owner, path, &body);
        assert_eq!(status, 200, "{body}: {said}");
    };
    ask("/cases", json!({ "key": "tap", "brand": 1, "from": { "mention": id } }));
    let people = served.api(owner, "/organisations/1/members");
    let tom = people["items"].as_array().unwrap_or_else(|| people.as_array().unwrap());
    let tom = tom.iter().find(|member| member.to_string().contains(TOM)).unwrap();
    let tom = tom["id"].as_i64().or(tom["person"].as_i64()).unwrap();
    let on_page = json!({ "text": format!("We know: {DRAFT}"), "language": "en", "to": "updates_page" });
    for command in [
        json!({ "note": { "key": "n1", "text": NOTE, "mentions": [tom] } }),
        json!({ "note": { "key": "n2", "text": LEGAL, "visibility": "legal", "mentions": [tom] } }),
        json!({ "state": { "key": "f1", "status": "cannot_say", "text": SECRET, "source": { "told": "counsel" } } }),
        json!({ "add_task": { "key": "t1", "text": TASK, "owner": tom } }),
        json!({ "draft": { "key": "d1", "form": "update", "words": on_page } }),
        json!({ "claim": { "mention": id } }),
        json!({ "hand_over_mention": { "mention": id, "to": tom } }),
    ] {
        ask("/cases/1/commands", command);
    }
    sent(&served, owner);
    let mut outside: Vec<(String, String)> = Vec::new();
    // What left for people.
    while let Ok(message) = told.recv_timeout(Duration::from_secs(15)) {
        outside.push(("a notification".to_owned(), message.to_string()));
    }
    assert!(outside.len() >= 3, "Tom hears of his notes, his task, his mention: {outside:?}");
    // What somebody sees who opens a link without a login: what previews of links are made of.
    let links =
        ["/", "/cases", "/cases/1", "/mentions", "/marketing/1", "/updates/1", "/updates/1/feed"].map(str::to_owned);
    for path in links.into_iter().chain([format!("/mentions/{id}"), "/api/v1/organisations/1/cases/1".to_owned()]) {
        for method in ["GET", "HEAD"] {
            let answer =
                http::ask(method, &served.at(&path), &[("User-Agent", "Slackbot-LinkExpanding 1.0")], "").unwrap();
            outside.push((format!("{method} {path} by nobody"), answer.body));
        }
    }
    // What a client and another organisation read.
    let get =
        |token: &str, path: &str| http::ask("GET", &served.at(path), &[("Authorization", token)], "").unwrap().body;
    outside.push(("a client's view".to_owned(), get(client, "/api/v1/organisations/1/cases/1/brief")));
    for path in ["/cases", "/cases/1", "/cases/1/log", "/cases/1/export"] {
        outside.push((format!("a client at {path}"), get(client, &format!("/api/v1/organisations/1{path}"))));
    }
    house.done(&["init", "--organisation", "Other", "--email", "x@other.example", "--name", "X"]);
    let other = token(&house, "x@other.example", "Other");
    for path in
        ["1/cases", "1/cases/1", "1/cases/1/brief", "2/cases", "2/mentions", &format!("2/mentions/{id}"), "2/cases/1"]
    {
        outside
            .push((format!("another organisation at {path}"), get(&other, &format!("/api/v1/organisations/{path}"))));
    }
    // What stands on another host.
    let files = house.path("public");
    house.done(&["case", "updates", "Dunes", "--organisation", "Maison Dunes", "--to", &files.display().to_string()]);
    for entry in std::fs::read_dir(&files).unwrap() {
        let path = entry.unwrap().path();
        outside.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
    }
    // Everything that was logged, to the last detail.
    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(logged.len() > 10_000 && logged.contains("TRACE"), "{} bytes were logged", logged.len());
    outside.push(("the log at trace".to_owned(), logged));
    let bare = IBAN.replace(' ', "");
    for (name, text) in &outside {
        for canary in [DRAFT, NOTE, LEGAL, SECRET, TASK, IBAN, &bare] {
            assert!(!text.contains(canary), "{canary} in {name}: {}", around(text, canary));
        }
    }
    // Each is found where it belongs.
    let room = get(owner, "/api/v1/organisations/1/cases/1");
    for canary in [DRAFT, NOTE, LEGAL, SECRET, TASK] {
        assert!(room.contains(canary), "{canary} is gone");
    }
    assert!(get(owner, &format!("/api/v1/organisations/1/mentions/{id}")).contains(IBAN));
    let read = http::ask("GET", &served.at("/updates/1"), &[], "").unwrap().body;
    assert!(read.contains("01 99 00 12 34"), "what was sent there is there");
    eprintln!("{} places outside looked at for seven strings; all five of the room in it", outside.len());
}

/// What stands beside a string.
fn around<'a>(text: &'a str, of: &str) -> &'a str {
    let at = text.find(of).unwrap_or(0);
    let from = text.floor_char_boundary(at.saturating_sub(200));
    &text[from..text.floor_char_boundary((at + 200).min(text.len()))]
}
