//! How somebody is woken, by the command line and on the phone.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::journey::{log_in, troubled};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::time::Duration;

/// A program that takes one message after the other; answers its address and what it was sent.
pub fn receiver() -> (String, mpsc::Receiver<Value>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, (tell, told)) = (listener.local_addr().unwrap().to_string(), mpsc::channel());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let (mut all, mut piece) = (Vec::new(), [0; 4096]);
            let body = loop {
                let read = stream.read(&mut piece).unwrap_or(0);
                all.extend_from_slice(&piece[..read]);
                let text = String::from_utf8_lossy(&all).into_owned();
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length =
                    head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
                if read == 0 || body.len() >= length.unwrap_or(0) {
                    break body.to_owned();
                }
            };
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok").unwrap();
            if tell.send(serde_json::from_str(&body).unwrap_or(Value::Null)).is_err() {
                return;
            }
        }
    });
    (address, told)
}

#[test]
fn targets_by_the_command_line() {
    let (address, told) = receiver();
    let house = House::new();
    let config = house.file("vigie.toml", &format!("targets = [\"{address}\"]\n"));
    assert!(house.refused(&["target", "add", "mail", "lea@", "--email", EMAIL], 1).contains("was not added"));
    assert!(
        house.refused(&["target", "add", "pigeon", "x", "--email", EMAIL], 1).contains("mail, ntfy, chat or webhook")
    );
    assert!(house.refused(&["target", "list", "--email", "nobody@dunes.example"], 1).contains("nobody has the login"));
    house.refused(&["target", "add", "ntfy", "https://ntfy.example", "--email", EMAIL], 2);
    let url = format!("http://{address}/hook");
    let run = |arguments: &[&str]| house.done(&[&["--json", "--config", &config], arguments].concat());
    let made: Value =
        serde_json::from_str(&run(&["target", "add", "webhook", &url, "--email", EMAIL, "--name", "Receiver"]))
            .unwrap();
    assert!(made["secret"].as_str().is_some_and(|secret| secret.starts_with("whsec_")), "{made}");
    let id = made["id"].to_string();
    let tried: Value = serde_json::from_str(&run(&["target", "test", &id, "--email", EMAIL])).unwrap();
    assert_eq!(tried["state"], "sent", "{tried}");
    let message = told.recv_timeout(Duration::from_secs(60)).unwrap();
    let link = message["data"]["link"].as_str().unwrap();
    assert!(link.starts_with("http://127.0.0.1:8787/wake/test."), "{message}");
    let listed: Value = serde_json::from_str(&run(&["target", "list", "--email", EMAIL])).unwrap();
    assert_eq!((&listed["name"], &listed["tapped_at"]), (&json!("Receiver"), &Value::Null));
    assert!(!listed.to_string().contains("whsec_"));
    // Nobody listens there, and the operator did not open it: the guard says no.
    let made = run(&["target", "add", "chat", "http://127.0.0.1:9/hook", "--email", EMAIL]);
    let other = serde_json::from_str::<Value>(&made).unwrap()["id"].to_string();
    assert!(house.refused(&["target", "test", &other, "--email", EMAIL], 1).contains("was not delivered"));
    house.done(&["target", "first", &other, "--email", EMAIL]);
    let order = house.done(&["target", "list", "--email", EMAIL]);
    assert!(order.lines().next().unwrap().starts_with(&format!("{other}\t")), "{order}");
    ladder(&house);
    house.done(&["target", "remove", &id, "--email", EMAIL]);
    assert!(house.refused(&["target", "test", &id, "--email", EMAIL], 1).contains("nothing was sent"));
    assert!(house.refused(&["target", "remove", &id, "--email", EMAIL], 1).contains("nothing was removed"));
}

/// Who is called: the members in turn, as it was written, the members again.
fn ladder(house: &House) {
    let usual = house.done(&["ladder", "show"]);
    assert_eq!(usual, format!("1\t{EMAIL}\t10 min\n"));
    for (step, why) in [
        ("x@dunes.example=5", "no member"),
        (EMAIL, "LOGIN,LOGIN=MINUTES"),
        (&format!("{EMAIL}=soon"), "no number of minutes"),
    ] {
        assert!(house.refused(&["ladder", "set", "--step", step], 1).contains(why), "{step}");
    }
    assert!(house.refused(&["ladder", "set", "--step", &format!("{EMAIL}=0")], 1).contains("1 to 1440 minutes"));
    assert_eq!(house.done(&["ladder", "set", "--step", &format!("{EMAIL}=20")]), format!("1\t{EMAIL}\t20 min\n"));
    // One that reaches nobody is shown as it was written, with what holds in its place.
    house.done(&["user", "add", "--email", "jan@dunes.example", "--name", "Jan", "--role", "lead"]);
    let said = house.done(&["ladder", "set", "--step", "jan@dunes.example=5"]);
    assert!(said.starts_with("1\tjan@dunes.example\t5 min\nnobody on this ladder can be called now"), "{said}");
    let told: Value = serde_json::from_str(&house.done(&["--json", "ladder", "show"])).unwrap();
    assert_eq!(told["gives_way"], true);
    assert_eq!(house.done(&["ladder", "reset"]), usual);
    house.done(&["user", "remove", "--email", "jan@dunes.example"]);
}

/// A target is added, tried and tapped, with scripts and without: over the very address in the message.
fn the_way(scripts: bool) {
    if !crate::browser_is_there() {
        return;
    }
    let (address, told) = receiver();
    let house = troubled();
    let config = house.file("woken.toml", &format!("targets = [\"{address}\"]\n"));
    let served = house.serve_with(&["--config", &config, "serve", "--listen", "127.0.0.1:0"]);
    let browser = Browser::start(Screen { scripts, ..Screen::PHONE });
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.goto(&served.at("/settings"));
    browser.click("a[href='/settings/waking']");
    browser.click("#add-webhook summary");
    browser.fill("#webhook-place", &format!("http://{address}/hook"));
    browser.fill("#webhook-name", "Receiver");
    browser.click("#add-webhook button");
    assert!(browser.text(".said-so code").starts_with("whsec_"));
    browser.click(".targets form[action$=test] button");
    let message = told.recv_timeout(Duration::from_secs(60)).unwrap();
    let link = message["data"]["link"].as_str().unwrap().to_owned();
    // The phone that taps needs no login.
    let phone = Browser::start(Screen { scripts, ..Screen::PHONE });
    phone.goto(&link);
    assert!(
        phone.run("return document.querySelector('.wake button').getBoundingClientRect().height").as_f64().unwrap()
            >= 44.0
    );
    phone.click(".wake button");
    crate::wait_for("the answer to the tap", || phone.text("h1").contains("Receiver").then_some(()));
    if scripts {
        assert_eq!(phone.violations(), "");
    }
    browser.goto(&served.at("/settings/waking"));
    assert!(browser.text(".lead").contains("It works"), "{}", browser.text(".lead"));
    browser.goto(&served.at("/settings/waking/messages"));
    assert!(browser.text(".messages .state").contains("delivered"));
    browser.goto(&served.at("/settings/waking/ladder/1"));
    browser.run("document.getElementById('wait-1').value = ''");
    browser.fill("#wait-1", "7");
    browser.click("main form button.main");
    browser.wait(".said-so");
    browser.goto(&served.at("/settings/waking/ladder/1"));
    assert_eq!(browser.run("return document.getElementById('wait-1').value"), "7");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn woken_with_scripts() {
    the_way(true);
}

#[test]
fn woken_without_scripts() {
    the_way(false);
}

#[test]
fn offline_the_last_bridge_is_shown_until_logout() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    crate::wait_for("the worker to keep the bridge", || {
        let kept = "const done = navigator.serviceWorker.controller; return done ? 'yes' : 'no'";
        (browser.run(kept) == "yes").then_some(())
    });
    let manifest = browser.devtools("Page.getAppManifest", &json!({}));
    assert!(manifest["errors"].as_array().is_some_and(Vec::is_empty), "{manifest}");
    browser.goto(&served.at("/"));
    assert!(browser.has("#offline[hidden]"));
    let url = served.url.clone();
    served.kill();
    browser.goto(&format!("{url}/"));
    assert!(browser.text("#offline").contains("Offline"), "{}", browser.text("body"));
    assert!(browser.text("main").contains("Dunes"));
    browser.goto(&format!("{url}/mentions"));
    assert!(browser.text("#offline").contains("Offline"), "whatever was asked for");
    let again = house.serve_with(&["serve", "--listen", url.strip_prefix("http://").unwrap()]);
    browser.goto(&again.at("/"));
    browser.click(".leave button");
    browser.wait("#password");
    let kept = "return caches.match('/').then(kept => kept ? 'kept' : 'gone')";
    crate::wait_for("the bridge to be forgotten", || (browser.run(kept) == "gone").then_some(()));
    again.kill();
    let gone = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| browser.goto(&format!("{url}/"))));
    let shown = gone.is_ok() && browser.has("#offline");
    assert!(!shown, "after logout nothing is shown");
}

/// What a push service would deliver, handed to the worker: a notification for every one, and no way out of the house.
#[test]
fn a_push_becomes_a_notification_that_leads_home_only() {
    if !crate::browser_is_there() {
        return;
    }
    let house = troubled();
    let served = house.serve();
    let browser = Browser::start(Screen::PHONE);
    browser.devtools("Browser.grantPermissions", &json!({ "permissions": ["notifications"], "origin": served.url }));
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    crate::wait_for("the worker", || {
        (browser.run("return navigator.serviceWorker.controller ? 'yes' : 'no'") == "yes").then_some(())
    });
    browser.devtools("ServiceWorker.enable", &json!({}));
    let home = format!("{}/wake/x", served.url);
    let pushes = [
        json!({ "title": "Dunes: an alert", "body": "60 mentions", "story": "s1", "link": home, "waking": true })
            .to_string(),
        json!({ "title": "Elsewhere", "body": "", "story": "s2", "link": "https://elsewhere.example/x" }).to_string(),
        "not JSON".to_owned(),
    ];
    let script = "return navigator.serviceWorker.ready.then(r => r.getNotifications())
        .then(all => all.map(n => [n.title, n.body, n.tag, String(n.requireInteraction), n.data.link]))";
    // One that comes before the worker is ready may be lost; one that comes twice replaces itself.
    let shown = crate::wait_for("three notifications", || {
        for data in &pushes {
            let push = json!({ "origin": served.url, "registrationId": "0", "data": data });
            browser.devtools("ServiceWorker.deliverPushMessage", &push);
        }
        let shown = browser.run(script);
        shown.as_array().filter(|all| all.len() == 3).cloned()
    });
    let expected = [
        json!(["Dunes: an alert", "60 mentions", "s1", "true", home]),
        json!(["Elsewhere", "", "s2", "false", served.url]),
        json!(["Vigie", "", "vigie", "false", format!("{}/", served.url)]),
    ];
    for one in &expected {
        assert!(shown.contains(one), "{one} is not among {shown:?}");
    }
}
