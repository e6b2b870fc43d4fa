//! Pages for others than this machine: over TLS, over plain http on a private address when told so, else not at all.

use crate::browser::{Browser, Screen};
use crate::house::{EMAIL, House, PASSWORD};
use crate::journey::log_in;
use std::net::{IpAddr, SocketAddr};

/// This machine's own addresses that others reach it by.
fn addresses() -> Vec<IpAddr> {
    let said = std::process::Command::new("hostname").arg("-I").output().expect("run `hostname -I`");
    let said = String::from_utf8(said.stdout).unwrap();
    let all: Vec<IpAddr> =
        said.split_whitespace().filter_map(|word| word.parse().ok()).filter(|ip: &IpAddr| !ip.is_loopback()).collect();
    assert!(!all.is_empty(), "`hostname -I` names no address but loopback: this test needs a network interface");
    all
}

fn is_private(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unique_local(),
    }
}

#[test]
fn by_tls_with_a_certificate_of_our_own() {
    if !crate::browser_is_there() {
        return;
    }
    let house = House::bare();
    let ip = addresses()[0];
    let ran = house.run(
        &["init", "--organisation", "Maison Dunes", "--email", EMAIL, "--name", "Léa", "--tls", &ip.to_string()],
        "",
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("fingerprint (SHA-256)"), "{}", ran.err);
    let served = house.serve_with(&["serve", "--listen", &SocketAddr::new(ip, 0).to_string(), "--tls", "self-signed"]);
    assert!(served.url.starts_with("https://"), "{}", served.said);
    let browser = Browser::start(Screen::PHONE);
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.goto(&served.url);
    assert!(browser.has(".leave") && !browser.has(".banner.plain"), "still logged in, and no warning");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn by_plain_http_on_a_private_address_when_told_so() {
    if !crate::browser_is_there() {
        return;
    }
    let all = addresses();
    let ip = all
        .iter()
        .find(|ip| is_private(ip))
        .unwrap_or_else(|| panic!("none of this machine's addresses is private: {all:?}"));
    let house = House::new();
    let served = house.serve_with(&["serve", "--listen", &SocketAddr::new(*ip, 0).to_string(), "--plain-http"]);
    let browser = Browser::start(Screen::DESK);
    log_in(&browser, &served.url, EMAIL, PASSWORD);
    browser.goto(&served.at("/mentions"));
    assert!(browser.has(".leave"), "the cookie comes back: login does not loop");
    assert!(browser.text(".banner.plain").len() > 20, "every page warns");
    assert!(browser.complaints().iter().all(|said| said.contains("Opener-Policy")), "{:?}", browser.complaints());
}

#[test]
fn not_at_all_when_nothing_was_said() {
    let house = House::new();
    for ip in addresses() {
        let said = house.refused(&["serve", "--listen", &SocketAddr::new(ip, 0).to_string()], 5);
        assert!(said.contains("--tls self-signed") && said.contains("--plain-http"), "{said}");
    }
    let said = house.refused(&["serve", "--listen", "0.0.0.0:0", "--plain-http"], 5);
    assert!(said.contains("private addresses"), "{said}");
    let said = house.refused(&["serve", "--listen", "127.0.0.1:0", "--tls", "self-signed"], 1);
    assert!(said.contains("vigie init --tls"), "{said}");
}
