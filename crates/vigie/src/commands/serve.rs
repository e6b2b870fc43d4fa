//! `vigie serve`: listens to the sources, judges each minute, serves the pages.

use super::case::keep_updates;
use super::{Setting, house, waking};
use crate::Done;
use crate::cli::{Serve, Tls};
use crate::config::Config;
use crate::output;
use anyhow::Context;
use engine::collect::Collector;
use engine::ingest::Ingest;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use web::auth::doorstep::{self, Doorstep};
use web::listen::Transport;
use web::state::{App, Site};

/// Where `vigie init --tls` leaves the key and the certificate.
pub const CERTIFICATE: &str = "vigie.cert.pem";
/// See [`CERTIFICATE`].
pub const KEY: &str = "vigie.key.pem";

/// Serves until told to stop.
pub async fn run(asked: Serve, setting: &Setting) -> anyhow::Result<Done> {
    let address = asked.listen.unwrap_or(setting.config.listen);
    let transport = transport(&asked, &setting.config)?;
    // The address first: a taken port or a refused one must not look like a start.
    let listener = web::listen::bind(address, &transport).await?;
    let world = house::open(setting).await?;
    let site = site(listener.local_addr()?, &setting.config, &transport, false)?;
    let client = connect::http::Client::new(setting.config.contact.as_deref());
    let origin = site.origins.first().cloned().unwrap_or_default();
    let waking = waking::live(setting, &world, &client, &origin).await?;
    let ingest = Ingest::open(world.clone()).await?;
    let collector = Collector::start(waking.clone(), ingest.clone(), client.clone()).await?;
    let mut watch = tokio::task::JoinSet::new();
    waking.clone().watch(&mut watch);
    engine::retain::watch(world.clone(), &mut watch);
    engine::complaint::watch(waking.clone(), ingest.clone(), &mut watch);
    engine::case::watch(waking.clone(), &mut watch);
    engine::marketing::Marketing::of(&waking).watch(&mut watch);
    keep_updates(&world, &setting.config.updates, &origin, &mut watch);
    output::line(format!("Vigie listens; pages on {origin}"))?;
    watch.spawn(remember(world.clone(), origin.clone()));
    if !world.store.has_people().await? {
        let path = doorstep::link(&world.store, world.clock.now()).await?;
        output::line(format!(
            "Nobody has a login yet. Set it up within {} hours: {origin}{path}",
            doorstep::LASTS.as_hours()
        ))?;
    }
    let drills = web::drills::Drills::default();
    let app = App {
        world: world.clone(),
        ingest,
        client,
        site: Arc::new(site),
        lines: web::lines::Lines::default(),
        doorstep: Doorstep::new(setting.config.setup.clone()),
        memory: engine::view::Memory::default(),
        drills: drills.clone(),
        waking,
    };
    web::listen::serve(listener, transport, app, web::listen::Bounds::default(), stop()).await;
    // What was played is kept before the house closes.
    drills.stop().await;
    watch.shutdown().await;
    collector.stop().await;
    world.store.close().await;
    Ok(Done::All)
}

/// Keeps where the pages are served, for links that other commands make. A store that stands still must not keep anybody from listening.
async fn remember(world: engine::world::World, origin: String) {
    if let Err(error) = world.store.set_setting(None, house::SERVED, &origin).await {
        tracing::warn!(%error, "where the pages are served could not be kept: `vigie user invite` may print another address");
    }
}

/// Plain http.
pub fn plain(asked: bool) -> Transport {
    Transport::Plain { asked }
}

fn transport(asked: &Serve, config: &Config) -> anyhow::Result<Transport> {
    let (certificate, key) = match (&config.tls, asked.tls) {
        (_, Some(Tls::SelfSigned)) => (Path::new(CERTIFICATE), Path::new(KEY)),
        (Some(files), None) => (files.certificate.as_path(), files.key.as_path()),
        (None, None) => return Ok(plain(asked.plain_http)),
    };
    let read = |path: &Path| {
        std::fs::read_to_string(path).with_context(|| {
            format!("{} cannot be read; `vigie init --tls HOST` makes a key and a certificate here", path.display())
        })
    };
    Ok(Transport::Tls(web::listen::tls(&read(certificate)?, &read(key)?)?))
}

/// How the pages are reached: the configured origins, and the address itself.
pub fn site(address: SocketAddr, config: &Config, transport: &Transport, demo: bool) -> anyhow::Result<Site> {
    let secure = matches!(transport, Transport::Tls(_));
    let scheme = if secure { "https" } else { "http" };
    let mut hosts: Vec<String> = Vec::new();
    if address.ip().is_unspecified() {
        hosts.extend(certificate_hosts(address.port()));
    } else {
        hosts.push(address.to_string());
    }
    let loopback = address.ip().is_loopback() || address.ip().is_unspecified();
    if loopback {
        hosts.extend([format!("localhost:{}", address.port()), format!("127.0.0.1:{}", address.port())]);
    }
    let mut origins: Vec<String> =
        config.origins.iter().map(|origin| origin.trim_end_matches('/').to_owned()).collect();
    origins.extend(hosts.iter().map(|host| format!("{scheme}://{host}")));
    for origin in &config.origins {
        let url = url_host(origin)
            .with_context(|| format!("`{origin}` in `origins` is not an origin like https://vigie.example.org"))?;
        hosts.push(url);
    }
    let by_https_proxy =
        !config.proxies.is_empty() && config.origins.iter().any(|origin| origin.starts_with("https://"));
    let plain_outside = !secure && !address.ip().is_loopback() && !by_https_proxy;
    Ok(Site {
        origins,
        hosts,
        secure_cookies: !plain_outside,
        plain_http: plain_outside,
        proxies: config.proxies.clone(),
        demo,
        drill: None,
    })
}

fn url_host(origin: &str) -> Option<String> {
    let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))?;
    let host = rest.trim_end_matches('/');
    (!host.is_empty() && !host.contains('/')).then(|| host.to_owned())
}

/// The addresses this machine answers on when it listens on all of them: what the kernel would use to reach the outside.
fn certificate_hosts(port: u16) -> Vec<String> {
    let outward = |bind: &str, to: &str| {
        let socket = std::net::UdpSocket::bind(bind).ok()?;
        // Connecting a datagram socket sends nothing; it only picks the address.
        socket.connect(to).ok()?;
        Some(socket.local_addr().ok()?.ip())
    };
    let found = [outward("0.0.0.0:0", "192.0.2.1:9"), outward("[::]:0", "[2001:db8::1]:9")];
    found.into_iter().flatten().map(|ip| SocketAddr::new(ip, port).to_string()).collect()
}

/// Resolves when the process is told to end.
pub async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => drop(interrupt.await),
    }
}
