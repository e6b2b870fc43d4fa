//! The doctor: each finding says what is so, why it matters and what to do; only what is broken fails.

use crate::house::House;
use serde_json::Value;
use std::net::TcpListener;

/// What the doctor found, and how it ended.
fn examined(house: &House) -> (i32, Vec<Value>) {
    let ran = house.run(&["--json", "doctor"], "");
    let said: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}{}", ran.out, ran.err));
    (ran.code, said["findings"].as_array().unwrap().clone())
}

fn found<'f>(findings: &'f [Value], about: &str, severity: &str) -> &'f Value {
    let of = |one: &&Value| one["about"] == about && one["severity"] == severity;
    findings.iter().find(of).unwrap_or_else(|| panic!("nothing {severity} about {about}: {findings:#?}"))
}

fn says(finding: &Value, field: &str, word: &str) {
    assert!(finding[field].as_str().is_some_and(|said| said.contains(word)), "{field} lacks {word:?}: {finding}");
}

/// A free port of this machine.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn what_is_wrong_is_said_with_its_reason_and_its_remedy() {
    let house = House::bare();
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    says(found(&findings, "configuration", "broken"), "do", "vigie init");

    let house = House::new();
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    let deaf = found(&findings, "sources", "broken");
    says(deaf, "what", "listens to nothing");
    says(deaf, "why", "silence");
    found(&findings, "store", "good");
    found(&findings, "clock", "unknown");
    says(found(&findings, "address", "warning"), "what", "this machine only");
    assert!(findings.iter().any(|one| one["about"] == "disk"), "{findings:?}");
    let waking: Vec<&Value> = findings.iter().filter(|one| one["about"] == "waking").collect();
    says(waking[0], "what", "can be woken");
    says(waking[1], "what", "is alive");
    for one in findings.iter().filter(|one| one["severity"] == "broken" || one["severity"] == "warning") {
        for field in ["what", "why", "do"] {
            assert!(one[field].as_str().is_some_and(|said| said.len() > 10), "{field}: {one}");
        }
    }
    let order: Vec<&str> = findings.iter().map(|one| one["severity"].as_str().unwrap()).collect();
    let rank = |severity: &&str| ["broken", "warning", "unknown", "good"].iter().position(|one| one == severity);
    assert!(order.is_sorted_by_key(rank), "the worst first: {order:?}");

    house.done(&["source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
    let said = house.done(&["doctor"]);
    assert!(said.contains("● good") && said.contains("what to do:") && !said.contains("✕"), "{said}");
}

#[test]
fn a_clock_is_compared_with_what_servers_say() {
    let house = House::new();
    let other = House::new();
    let served = other.serve();
    let place = served.url.strip_prefix("http://").unwrap();
    let feed = format!("{}/feed", served.url);
    house.done(&["source", "add", "feed", &feed, "--allow", place, "--force", "--name", "us"]);
    let (_, findings) = examined(&house);
    says(found(&findings, "clock", "good"), "what", "agrees with 1");
}

#[test]
fn a_link_that_no_phone_can_open_is_named() {
    let house = House::new();
    house.done(&["source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
    house.file("vigie.toml", &format!("origins = [\"http://127.0.0.1:{}\"]\n", free_port()));
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    says(found(&findings, "address", "warning"), "what", "not encrypted");
    let broken: Vec<&Value> =
        findings.iter().filter(|one| one["about"] == "address" && one["severity"] == "broken").collect();
    says(broken[0], "what", "this machine itself");
    says(broken[1], "what", "could not be opened");

    // Another server stands there, or ours under another name.
    house.file("vigie.toml", "");
    let served = house.serve();
    let (_, port) = served.url.rsplit_once(':').unwrap();
    house.file("vigie.toml", &format!("origins = [\"http://localhost:{port}\"]\n"));
    let (_, findings) = examined(&house);
    says(found(&findings, "address", "good"), "what", "opens the login page");
    house.file("vigie.toml", &format!("origins = [\"http://app.localhost:{port}\"]\n"));
    let (_, findings) = examined(&house);
    let what = findings.iter().filter(|one| one["about"] == "address" && one["severity"] == "broken");
    let what: Vec<&str> = what.map(|one| one["what"].as_str().unwrap()).collect();
    assert!(
        what.iter().any(|said| said.contains("does not answer for that name") || said.contains("nobody knows")),
        "{what:?}"
    );
}

#[test]
fn a_certificate_that_phones_refuse_is_named() {
    let house = House::new();
    house.done(&["source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
    house.done(&["init", "--tls", "localhost"]);
    let served = house.serve_with(&["serve", "--listen", "127.0.0.1:0", "--tls", "self-signed"]);
    let (_, port) = served.url.rsplit_once(':').unwrap();
    house.file("vigie.toml", &format!("origins = [\"https://localhost:{port}\"]\n"));
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    let refused = findings.iter().find(|one| one["what"].as_str().unwrap().contains("certificate"));
    let refused = refused.unwrap_or_else(|| panic!("{findings:#?}"));
    says(refused, "what", "nobody known has signed it");
    says(refused, "do", "Let's Encrypt");
}

#[test]
fn a_mail_server_that_takes_nothing_is_named() {
    let house = House::new();
    house.done(&["source", "add", "webhook", "--brand", "Dunes", "--name", "Avis"]);
    let (_, findings) = examined(&house);
    says(found(&findings, "mail", "good"), "what", "no mail server is set");

    let settings = |port: u16, from: &str| {
        format!("[mail]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"plain\"\nfrom = \"{from}\"\n")
    };
    house.file("vigie.toml", &settings(free_port(), "vigie@example.org"));
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    let broken = found(&findings, "mail", "broken");
    says(broken, "what", "127.0.0.1 takes no mail");
    says(broken, "do", "`port`");

    house.file("vigie.toml", &settings(25, "nonsense"));
    let (code, findings) = examined(&house);
    assert_eq!(code, 1);
    says(found(&findings, "mail", "broken"), "what", "from");
}
