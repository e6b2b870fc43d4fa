//! `vigie demo`: a packaged crisis through the real pipeline, on a virtual clock, in a throw-away store.

use super::{Setting, serve, signal};
use crate::Done;
use crate::cli::Demo;
use crate::output;
use anyhow::Context;
use domain::organisation::Role;
use engine::bus::Bus;
use engine::pack::Pack;
use engine::replay::{Play, Stage, log_hash};
use engine::world::{Clock, World};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{NewPerson, SignalFilter, Store};

/// The pack that ships.
const BAKERY: &str = include_str!("../../../../packs/bakery.toml");
/// Wall seconds for the calm days of a demo with pages.
const CALM_SECONDS: f64 = 15.0;
/// Virtual seconds that pass in one wall second while the storm is on.
const STORM_SPEED: f64 = 120.0;

/// Runs the demo.
pub async fn run(asked: Demo, setting: &Setting) -> anyhow::Result<Done> {
    let text = match &asked.pack {
        Some(path) => {
            std::fs::read_to_string(path).with_context(|| format!("the pack {} cannot be read", path.display()))?
        }
        None => BAKERY.to_owned(),
    };
    let pack = Pack::read(&text)?;
    let folder = ThrowAway::new("vigie-demo-")?;
    let store = Arc::new(Store::open(&format!("sqlite://{}", folder.0.join("demo.db").display())).await?);
    let world = World {
        store,
        clock: Clock::standing_at(pack.start),
        bus: Bus::default(),
        folds: Default::default(),
        workers: asked.workers.max(1),
    };
    let play = Play { seed: asked.seed, calm: asked.calm, ..Play::default() };
    let stage = Stage::set(world.clone(), &pack, play).await?;
    match asked.headless {
        true => headless(&world, stage, &asked, setting.json).await,
        false => with_pages(world, stage, &pack, &asked, setting).await,
    }
}

#[expect(clippy::disallowed_methods, reason = "the bound on a headless replay is wall time")]
async fn headless(world: &World, mut stage: Stage, asked: &Demo, json: bool) -> anyhow::Result<Done> {
    let started = Instant::now();
    let limit = Duration::from_secs(asked.seconds);
    while stage.minute().await? {
        anyhow::ensure!(
            started.elapsed() < limit,
            "the replay was not done after {} s; give it more with --seconds",
            asked.seconds
        );
    }
    let signals = world.store.signals(stage.organisation.id, SignalFilter::default(), 1_000).await?;
    let brands = world.store.brands(stage.organisation.id).await?;
    let hash = log_hash(world).await?;
    if json {
        let summary = |row| signal::summary(row, &brands);
        let alerts: Vec<_> = signals.iter().rev().filter(|row| row.level == "alert").map(summary).collect();
        let signals: Vec<_> = signals.iter().rev().map(summary).collect();
        output::json(
            &serde_json::json!({ "posts": stage.played, "alerts": alerts, "signals": signals, "log_hash": hash }),
        )?;
    } else {
        for row in signals.iter().rev() {
            output::line(format!(
                "{} {} {} since {}, {} where {} were expected",
                row.level,
                row.id,
                output::tame(signal::brand_name(row, &brands)),
                row.onset,
                row.observed,
                row.expected as f64 / 1000.0
            ))?;
        }
        output::line(format!("{} posts played, {} signals, log {hash}", stage.played, signals.len()))?;
    }
    Ok(Done::All)
}

async fn with_pages(world: World, stage: Stage, pack: &Pack, asked: &Demo, setting: &Setting) -> anyhow::Result<Done> {
    let password = first_login(&world, &stage, pack).await?;
    let listener = web::listen::bind(asked.listen, &serve::plain(false)).await?;
    let site = serve::site(listener.local_addr()?, &setting.config, &serve::plain(false), true)?;
    output::line(format!(
        "Vigie demo: http://{}  login demo@vigie.example  password {password}",
        listener.local_addr()?
    ))?;
    output::line(
        "Six days pass in a few seconds; then, on a Saturday night, one of three clients burns. Ctrl-C ends it; nothing is kept.",
    )?;
    let calm = CALM_SECONDS / (pack.storm.as_secs_f64() / 60.0);
    let storm_at = if asked.calm { pack.end() } else { pack.storm_at() };
    let ingest = stage.ingest.clone();
    let player = tokio::spawn(play(stage, world.clock.clone(), storm_at, Duration::from_secs_f64(calm)));
    let client = connect::http::Client::new(setting.config.contact.as_deref());
    let waking = engine::waking::Waking::sandbox(&world, site.origins.first().map_or("", String::as_str));
    let app = web::state::App {
        waking,
        world,
        ingest,
        client,
        site: Arc::new(site),
        lines: web::lines::Lines::default(),
        doorstep: web::auth::doorstep::Doorstep::default(),
        memory: engine::view::Memory::default(),
        drills: web::drills::Drills::default(),
    };
    web::listen::serve(listener, serve::plain(false), app, web::listen::Bounds::default(), serve::stop()).await;
    player.abort();
    Ok(Done::All)
}

/// Plays the pack at a pace a person can watch: the calm days fast, the storm slower.
async fn play(mut stage: Stage, clock: Clock, storm_at: Timestamp, calm_minute: Duration) -> anyhow::Result<()> {
    let storm_minute = Duration::from_secs_f64(60.0 / STORM_SPEED);
    let wall = Clock::Wall;
    let mut due = wall.now();
    while stage.minute().await? {
        let pause = if clock.now() < storm_at { calm_minute } else { storm_minute };
        due = due
            .saturating_add(SignedDuration::try_from(pause)?)
            .unwrap_or(due)
            .max(wall.now().saturating_sub(SignedDuration::from_secs(1))?);
        wall.sleep_until(due).await;
    }
    Ok(())
}

async fn first_login(world: &World, stage: &Stage, pack: &Pack) -> anyhow::Result<String> {
    let (secret, _) = web::auth::secret::fresh("").context("the machine gives no randomness")?;
    let password: String = secret.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let zone = pack.brand.first().map_or("UTC", |brand| &brand.zone);
    let person = NewPerson {
        name: "Demo".to_owned(),
        email: "demo@vigie.example".to_owned(),
        locale: "en".to_owned(),
        zone: zone.to_owned(),
        password_hash: web::auth::password::hash(&password)?,
    };
    let person = world.store.create_person(person, pack.start).await?;
    world.store.set_membership(stage.organisation.id, person.id, Role::Owner).await?;
    Ok(password)
}

/// A folder that goes when what made it ends.
pub struct ThrowAway(pub std::path::PathBuf);

impl ThrowAway {
    /// Makes one; its name begins so.
    ///
    /// # Errors
    /// The machine's.
    pub fn new(begins: &str) -> anyhow::Result<Self> {
        let (name, _) = web::auth::secret::fresh(begins).context("the machine gives no randomness")?;
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
