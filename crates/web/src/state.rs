//! What every handler sees.

use crate::auth::doorstep::Doorstep;
use crate::drills::Drills;
use crate::lines::Lines;
use crate::pages;
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
    /// The drills that people play here; none in a drill.
    pub drills: Drills,
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
    /// Which drill this world is.
    pub drill: Option<i64>,
}

impl Site {
    /// The name of the session cookie.
    pub fn cookie(&self) -> &'static str {
        match (self.drill.is_some(), self.secure_cookies) {
            (false, true) => "__Host-vigie",
            (false, false) => "vigie",
            // It is sent to the drill's own addresses only, which `__Host-` does not allow.
            (true, true) => "__Secure-vigie-drill",
            (true, false) => "vigie-drill",
        }
    }

    /// The addresses to which cookies are sent: all, or those of the drill.
    pub fn cookie_path(&self) -> String {
        self.drill.map_or_else(|| "/".to_owned(), crate::drills::prefix)
    }

    /// Which world the pages show.
    pub fn world(&self) -> pages::World {
        match self.drill {
            Some(_) => pages::World::Drill,
            None if self.demo => pages::World::Demo,
            None => pages::World::Live,
        }
    }

    /// The name of the cookie by which a browser is known that somebody logged in with.
    pub fn known_cookie(&self) -> &'static str {
        if self.secure_cookies { "__Host-vigie-known" } else { "vigie-known" }
    }
}
