//! What every handler sees.

use crate::auth::doorstep::Doorstep;
use crate::lines::Lines;
use connect::http::Client;
use engine::ingest::Ingest;
use engine::view::Memory;
use engine::waking::Waking;
use engine::world::World;
use std::sync::Arc;

/// What every handler sees; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The world shown.
    pub world: World,
    /// The way in for webhooks and reports by hand.
    pub ingest: Ingest,
    /// Asks a source when somebody tries it.
    pub client: Client,
    /// How the pages are served.
    pub site: Arc<Site>,
    /// What wakes people.
    pub waking: Waking,
    /// The live connections that are open.
    pub lines: Lines,
    /// What is asked before anybody has a login.
    pub doorstep: Doorstep,
    /// What was computed for views and holds on.
    pub memory: Memory,
}

/// How the pages are served.
#[derive(Clone, Debug)]
pub struct Site {
    /// Origins the pages are reached by: `https://vigie.example.org`. Unsafe requests must come from one of them.
    pub origins: Vec<String>,
    /// Hosts (with port where one is given) the server answers for.
    pub hosts: Vec<String>,
    /// Whether cookies may carry `Secure` and the `__Host-` prefix: https, loopback, or https by a listed proxy.
    pub secure_cookies: bool,
    /// Plain http outside loopback: a banner says so, and nothing may be published or approved.
    pub plain_http: bool,
    /// Peers whose `X-Forwarded-For` is believed.
    pub proxies: Vec<std::net::IpAddr>,
    /// Whether this world is the demo: a banner says so on every page.
    pub demo: bool,
}

impl Site {
    /// The name of the session cookie.
    pub fn cookie(&self) -> &'static str {
        if self.secure_cookies { "__Host-vigie" } else { "vigie" }
    }

    /// The name of the cookie by which a browser is known that somebody logged in with.
    pub fn known_cookie(&self) -> &'static str {
        if self.secure_cookies { "__Host-vigie-known" } else { "vigie-known" }
    }
}
