//! What probes and scrapers are told.

use super::house::{Answer, House};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use std::io::Write;
use std::process::{Command, Stdio};
use web::listen::Peer;

type Headers<'a> = &'a [(&'a str, &'a str)];

async fn metrics(house: &House, peer: Option<&str>, extra: Headers<'_>) -> Answer {
    let mut request = Request::get("/metrics");
    for (name, value) in extra {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    if let Some(peer) = peer {
        request.extensions_mut().insert(ConnectInfo(Peer(peer.parse().unwrap())));
    }
    house.send(request).await
}

#[tokio::test]
async fn alive_and_ready_are_told_apart() {
    let house = House::new().await;
    assert_eq!(house.ask(axum::http::Method::GET, "/healthz", None, None).await.status, 200);
    assert_eq!(house.ask(axum::http::Method::GET, "/readyz", None, None).await.status, 200);
    house.app.world.store.close().await;
    assert_eq!(house.ask(axum::http::Method::GET, "/healthz", None, None).await.status, 200);
    let answer = house.ask(axum::http::Method::GET, "/readyz", None, None).await;
    assert_eq!(answer.status, 503);
    assert!(String::from_utf8_lossy(&answer.bytes).contains("store"));
}

#[tokio::test]
async fn metrics_are_for_the_operator() {
    let house = House::new().await;
    let owner = format!("Bearer {}", house.ours.token);
    let reader = format!("Bearer {}", house.ours.reader);
    let table: [(Option<&str>, Headers<'_>, u16); 9] = [
        (Some("127.0.0.1:4000"), &[], 200),
        (Some("[::1]:4000"), &[], 200),
        (Some("[::ffff:127.0.0.1]:4000"), &[], 200),
        (Some("127.0.0.1:4000"), &[("x-forwarded-for", "203.0.113.9")], 401),
        (Some("127.0.0.1:4000"), &[("forwarded", "for=203.0.113.9")], 401),
        (Some("203.0.113.9:4000"), &[], 401),
        (None, &[], 401),
        (Some("203.0.113.9:4000"), &[(header::AUTHORIZATION.as_str(), &owner)], 200),
        (Some("203.0.113.9:4000"), &[(header::AUTHORIZATION.as_str(), &reader)], 401),
    ];
    for (peer, headers, expected) in table {
        assert_eq!(metrics(&house, peer, headers).await.status.as_u16(), expected, "{peer:?} {headers:?}");
    }
}

#[tokio::test]
async fn metrics_say_what_is_there() {
    let house = House::new().await;
    let text = String::from_utf8(metrics(&house, Some("127.0.0.1:1"), &[]).await.bytes).unwrap();
    for line in [
        "vigie_mentions 2",
        "vigie_signals_open 2",
        "vigie_ticks_due 2",
        "vigie_index_lag_mentions 2",
        "vigie_sources 2",
    ] {
        assert!(text.lines().any(|said| said == line), "{line} in\n{text}");
    }
    let Ok(promtool) = std::env::var("VIGIE_TEST_PROMTOOL") else {
        assert_eq!(
            std::env::var("VIGIE_TEST_FAST").as_deref(),
            Ok("1"),
            "VIGIE_TEST_PROMTOOL is not set: give the path of promtool (cargo xtask test does), or set VIGIE_TEST_FAST=1 to leave it out"
        );
        eprintln!("promtool was left out: VIGIE_TEST_FAST=1");
        return;
    };
    let mut tool = Command::new(promtool)
        .args(["check", "metrics"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    tool.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let said = tool.wait_with_output().unwrap();
    let words = format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success() && words.trim().is_empty(), "promtool says: {words}\n{text}");
}
