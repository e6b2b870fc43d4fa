//! A real Chromium, driven by the WebDriver protocol over plain TCP.
//!
//! One session per [`Browser`]; dropping it closes the browser and its driver and removes its profile.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use base64::Engine as _;
use serde_json::{Value, json};

/// What kind of screen looks at the page.
#[derive(Clone, Copy)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    /// Whether the page's own scripts run.
    pub scripts: bool,
}

impl Screen {
    pub const PHONE: Self = Self { width: 360, height: 740, dark: false, scripts: true };
    pub const DESK: Self = Self { width: 1280, height: 900, dark: false, scripts: true };
}

pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Starts a driver on a free port and a browser with a fresh profile; a self-signed certificate is accepted.
    pub fn start(screen: Screen) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("vigie-browser-{}-{number}", std::process::id()));
        let (driver, port) = crate::wait_for("a driver on a free port", driver);
        let mut browser = Self { driver, port, session: String::new(), profile };
        browser.open(screen);
        browser
    }

    fn open(&mut self, screen: Screen) {
        let mut arguments: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ]
        .map(String::from)
        .to_vec();
        arguments.push(format!("--user-data-dir={}", self.profile.display()));
        let scripts = if screen.scripts { 1 } else { 2 };
        let chromium = json!({
            "binary": variable("VIGIE_TEST_CHROMIUM"),
            "args": arguments,
            "prefs": { "profile.managed_default_content_settings.javascript": scripts },
        });
        let wanted = json!({ "browserName": "chrome", "acceptInsecureCerts": true, "goog:chromeOptions": chromium, "goog:loggingPrefs": { "browser": "ALL" } });
        let session = self.ask("POST", "/session", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        self.session = session["sessionId"].as_str().expect("a session id").to_owned();
        // The window of a headless Chromium is never narrower than 500 px; the emulated screen is.
        let metrics = json!({ "width": screen.width, "height": screen.height, "deviceScaleFactor": 1, "mobile": screen.width < 500 });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        let scheme = if screen.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", &media);
        self.post("/timeouts", &json!({ "script": 110_000, "pageLoad": 110_000 }));
    }

    /// Loads whatever stands behind an address, the last bridge too.
    pub fn goto(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    pub fn address(&self) -> String {
        self.ask("GET", &self.path("/url"), &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// The text of the first element that matches, as it is read on the page.
    pub fn text(&self, css: &str) -> String {
        // In one step: a live page may replace the element between two.
        let script = format!("const found = document.querySelector(`{css}`); return found && found.innerText");
        let text = crate::wait_for(&format!("`{css}` on {}", self.address()), || {
            self.run(&script).as_str().map(str::to_owned)
        });
        text.trim_end().to_owned()
    }

    pub fn click(&self, css: &str) {
        crate::wait_for(&format!("a click on `{css}`"), || {
            let element = self.element(css);
            // The driver scrolls to the very edge, where the page's own bar lies over it.
            self.run(&format!("document.querySelector(`{css}`)?.scrollIntoView({{ block: 'center' }})"));
            match self.answer("POST", &self.path(&format!("/element/{element}/click")), &json!({})) {
                Ok(_) => Some(()),
                Err(refused) if passing(&refused) => None,
                Err(refused) => panic!("a click on `{css}`: {refused}"),
            }
        });
    }

    /// Types into a field, or presses keys on an element.
    pub fn fill(&self, css: &str, text: &str) {
        crate::wait_for(&format!("typing into `{css}`"), || {
            let field = self.path(&format!("/element/{}/value", self.element(css)));
            match self.answer("POST", &field, &json!({ "text": text })) {
                Ok(_) => Some(()),
                Err(refused) if passing(&refused) => None,
                Err(refused) => panic!("typing into `{css}`: {refused}"),
            }
        });
    }

    /// Clicks what loads another page, and waits until the page before is gone.
    pub fn follow(&self, css: &str) {
        self.run("window.pageBefore = true");
        self.click(css);
        let loaded = "return window.pageBefore !== true && document.readyState === 'complete'";
        crate::wait_for(&format!("the page behind `{css}`"), || (self.run(loaded) == true).then_some(()));
    }

    /// Loads a page, and not the last bridge in its place, which the worker shows where the machine's network changes meanwhile.
    pub fn visit(&self, url: &str) {
        crate::wait_for(url, || {
            self.goto(url);
            (!self.has("#offline:not([hidden])")).then_some(())
        });
    }

    /// Waits at most a minute for an element to be there.
    fn element(&self, css: &str) -> String {
        self.post("/timeouts", &json!({ "implicit": 60_000 }));
        let found = self.post("/element", &json!({ "using": "css selector", "value": css }));
        let id = found.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element `{css}`: {found}")).to_owned()
    }

    /// Runs a script of the test, whether or not the page may run its own; `return` gives the value.
    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What the browser complained of since it was asked last: refused by the content security policy, not found, thrown.
    pub fn complaints(&self) -> Vec<String> {
        let said = self.post("/se/log", &json!({ "type": "browser" }));
        let lines = said.as_array().into_iter().flatten();
        lines.filter(|line| line["level"] != "INFO").map(|line| line["message"].to_string()).collect()
    }

    /// Whether an element is there now.
    pub fn has(&self, css: &str) -> bool {
        self.post("/timeouts", &json!({ "implicit": 0 }));
        let found = self.post("/elements", &json!({ "using": "css selector", "value": css }));
        found.as_array().is_some_and(|all| !all.is_empty())
    }

    /// Waits until an element is there, without loading anything.
    pub fn wait(&self, css: &str) {
        crate::wait_for(&format!("`{css}` on {}", self.address()), || self.has(css).then_some(()));
    }

    /// Waits until an element is there no more: the page before may still stand when a click is answered.
    pub fn wait_until_gone(&self, css: &str) {
        crate::wait_for(&format!("no `{css}` on {}", self.address()), || (!self.has(css)).then_some(()));
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: &str) {
        let both = [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": both }] }));
    }

    /// What axe-core finds wrong with the page: rule and places, one a line. Empty is good.
    pub fn violations(&self) -> String {
        let axe = std::fs::read_to_string(variable("VIGIE_TEST_AXE")).expect("read axe-core");
        let ask = "const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ['violations'] }).then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')).join('\\n')),
                           error => done('axe-core failed: ' + error));";
        self.run(&axe);
        let found = self.post("/execute/async", &json!({ "script": ask, "args": [] }));
        found.as_str().unwrap_or("axe-core gave no answer").to_owned()
    }

    /// The screen as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = self.ask("GET", &self.path("/screenshot"), &Value::Null);
        let text = picture.as_str().expect("a picture in base64");
        base64::engine::general_purpose::STANDARD.decode(text).expect("a picture in base64")
    }

    /// A command of the DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn path(&self, rest: &str) -> String {
        format!("/session/{}{rest}", self.session)
    }

    fn post(&self, rest: &str, body: &Value) -> Value {
        self.ask("POST", &self.path(rest), body)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.answer(method, path, body).unwrap_or_else(|refused| panic!("{method} {path} {body}: {refused}"))
    }

    /// What the driver answered, or the error it names.
    fn answer(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        let (status, mut answer) = exchange(self.port, method, path, body).expect("talk to chromedriver");
        let value = answer["value"].take();
        if status == 200 { Ok(value) } else { Err(value) }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Nothing here may panic: a failed test is being unwound perhaps.
        let _closed = exchange(self.port, "DELETE", &self.path(""), &Value::Null);
        let _killed = self.driver.kill();
        let _reaped = self.driver.wait();
        let _removed = std::fs::remove_dir_all(&self.profile);
    }
}

/// Whether a live page replaced or covered the element since it was found: then it is asked again.
fn passing(refused: &Value) -> bool {
    let passing = ["stale element reference", "element click intercepted", "element not interactable"];
    refused["error"].as_str().is_some_and(|error| passing.contains(&error))
}

fn variable(name: &str) -> String {
    crate::service(name).unwrap_or_else(|| panic!("{name} is not set"))
}

/// Starts a driver, which says which free port it took. It ends at once where that port is free for IPv4 and taken for IPv6.
fn driver() -> Option<(Child, u16)> {
    let mut driver = Command::new(variable("VIGIE_TEST_CHROMEDRIVER"))
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("start chromedriver");
    let stdout = driver.stdout.take().expect("its stdout is a pipe");
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port = lines.find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
    let Some(port) = port else {
        driver.wait().expect("chromedriver ends");
        return None;
    };
    Some((driver, port))
}

fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<(u16, Value)> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(120)))?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes())?;
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let mut length = 0;
    while line.trim_end() != "" {
        line.clear();
        reader.read_line(&mut line)?;
        if let Some((name, value)) =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.trim().parse().unwrap_or_else(|_| panic!("{name} of chromedriver's answer"));
        }
    }
    let mut answer = vec![0; length];
    reader.read_exact(&mut answer)?;
    Ok((status, serde_json::from_slice(&answer)?))
}

const PAGE: &str = "data:text/html,<!doctype html><html lang=fr><title>Vigie</title><meta name=viewport content=\"width=device-width,initial-scale=1\"><main><h1>calm</h1>\
<label>Name <input id=name></label><button onclick=\"document.querySelector('h1').textContent='alert '%2Bdocument.querySelector('input').value\">go</button></main>\
<style>body{background:white}@media (prefers-color-scheme: dark){body{background:black;color:white}}</style>";

#[test]
fn clicks_and_reads() {
    if !crate::browser_is_there() {
        return;
    }
    let browser = Browser::start(Screen::DESK);
    browser.goto(PAGE);
    assert_eq!(browser.text("h1"), "calm");
    browser.fill("#name", "Dunes");
    browser.click("button");
    assert_eq!(browser.text("h1"), "alert Dunes");
    assert_eq!(browser.run("return innerWidth"), 1280);
    assert_eq!(browser.run("return getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    assert_eq!(browser.violations(), "");
    assert!(browser.address().starts_with("data:"));
}

#[test]
fn phone_dark_without_scripts() {
    if !crate::browser_is_there() {
        return;
    }
    let browser = Browser::start(Screen { dark: true, scripts: false, ..Screen::PHONE });
    browser.goto(PAGE);
    browser.click("button");
    assert_eq!(browser.text("h1"), "calm");
    assert_eq!(browser.run("return innerWidth"), 360);
    assert_eq!(browser.run("return getComputedStyle(document.body).backgroundColor"), "rgb(0, 0, 0)");
    let png = browser.screenshot();
    assert_eq!(&png[1..4], b"PNG");
}

#[test]
fn axe_sees_a_fault() {
    if !crate::browser_is_there() {
        return;
    }
    let browser = Browser::start(Screen::DESK);
    browser.goto("data:text/html,<!doctype html><title>x</title><img src=x><input>");
    let found = browser.violations();
    assert!(found.contains("image-alt") && found.contains("html-has-lang") && found.contains("label"), "{found}");
}
