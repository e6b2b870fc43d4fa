//! `vigie source add|test|set|list`.

use super::{Setting, house};
use crate::Done;
use crate::cli::{Keep, Source as Asked, SourceAdd, SourceSet};
use crate::output;
use anyhow::{Context, bail, ensure};
use connect::http::Client;
use connect::inbound::Verdict;
use connect::inbound::change::{Change, changed};
use domain::id::SourceId;
use domain::source::Source;
use engine::world::World;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::NewSource;

/// Adds, tries, changes or lists sources.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let client = Client::new(setting.config.contact.as_deref());
    match asked {
        Asked::Add(asked) => add(&world, &client, asked, setting.json).await,
        Asked::Test { id } => {
            let source = find(&world, id).await?;
            let verdict = engine::collect::test(&world, &client, &source).await?;
            let due = world.store.health_of(source.id).await?.next_try_at.filter(|at| *at > world.clock.now());
            say(&source, &verdict, due, setting.json)
        }
        Asked::Set(asked) => set(&world, asked, setting.json).await,
        Asked::List { organisation } => list(&world, organisation.as_deref(), setting.json).await,
    }
}

async fn find(world: &World, id: i64) -> anyhow::Result<Source> {
    let all = world.store.all_sources().await?;
    all.into_iter().find(|s| s.id == SourceId(id)).with_context(|| format!("there is no source {id}"))
}

async fn set(world: &World, asked: SourceSet, as_json: bool) -> anyhow::Result<Done> {
    let mut source = find(world, asked.id).await?;
    if let Some(name) = &asked.name {
        source.name = house::name(name)?;
    }
    source.enabled = (source.enabled || asked.enable) && !asked.disable;
    if let Some(name) = &asked.brand {
        let owner = source.organisation.map(|organisation| organisation.to_string());
        let owner = owner.context("a source of the whole house is bound to no brand; nothing was changed")?;
        let organisation = house::organisation(world, Some(&owner)).await?;
        source.brand = Some(house::brand(world, &organisation, name).await?.id);
    }
    source.brand = source.brand.filter(|_| !asked.no_brand);
    let secret = if asked.new_secret { Some(fresh_secret()?) } else { None };
    let change = Change {
        url: asked.url,
        token: asked.token.map(token).transpose()?,
        login: asked.login.zip(asked.password),
        streaming: asked.stream,
        keep_matched: asked.keep.map(|keep| keep == Keep::Matched),
        secret: secret.clone(),
        drop_old_secrets: asked.drop_old_secrets,
    };
    source.settings = changed(&source.kind, &source.settings, &change)
        .map_err(|why| anyhow::anyhow!("source {} was not changed: {why}", source.id))?;
    world.store.update_source(&source).await?;
    match (as_json, secret) {
        (true, secret) => output::json(&json!({ "id": source.id.0, "name": source.name, "secret": secret }))?,
        (false, Some(secret)) => {
            output::line(format!("source {} changed; sign with {secret} from now on (shown this once)", source.id))?
        }
        (false, None) => output::line(format!("source {} changed", source.id))?,
    }
    Ok(Done::All)
}

/// The token typed, or the variable's where that is asked for: one that nobody mentions changes nothing.
fn token(typed: String) -> anyhow::Result<String> {
    match typed.as_str() {
        "-" => {
            std::env::var("VIGIE_SOURCE_TOKEN").context("`--token -` takes the token from VIGIE_SOURCE_TOKEN: set it")
        }
        _ => Ok(typed),
    }
}

fn fresh_secret() -> anyhow::Result<String> {
    let (_, random) = web::auth::secret::fresh("").context("the machine gives no randomness")?;
    Ok(connect::inbound::webhook::secret(&random))
}

async fn add(world: &World, client: &Client, asked: SourceAdd, as_json: bool) -> anyhow::Result<Done> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let brand = match &asked.brand {
        Some(name) => Some(house::brand(world, &organisation, name).await?.id),
        None => None,
    };
    let (settings, named, secret) = settings(&asked)?;
    let name = house::name(asked.name.as_deref().unwrap_or(&named)).context("give the source a name with --name")?;
    let new = NewSource {
        organisation: Some(organisation.id),
        brand,
        kind: asked.kind.clone(),
        name,
        settings: settings.to_string(),
    };
    if asked.kind != "webhook" {
        let trial = Source {
            id: SourceId(0),
            organisation: Some(organisation.id),
            brand,
            kind: new.kind.clone(),
            name: new.name.clone(),
            settings: new.settings.clone(),
            enabled: true,
        };
        let verdict = engine::collect::test(world, client, &trial).await?;
        output::aside(&verdict.detail);
        ensure!(
            verdict.outcome.is_heard() || asked.force,
            "the source was not added: the first try failed; mend it, or add it all the same with --force"
        );
    }
    let source = world.store.create_source(new, world.clock.now()).await?;
    if as_json {
        output::json(&json!({ "id": source.id.0, "name": source.name, "secret": secret }))?;
    } else {
        output::line(format!("source {} added: {}", source.id, source.name))?;
        if let Some(secret) = secret {
            output::line(format!(
                "post to /hooks/{} signed with {secret} (Standard Webhooks; shown this once)",
                source.id
            ))?;
        }
    }
    Ok(Done::All)
}

/// The connector's settings, a name, and a secret to show once.
fn settings(asked: &SourceAdd) -> anyhow::Result<(Value, String, Option<String>)> {
    let url = || asked.url.clone().with_context(|| format!("`vigie source add {}` needs an address", asked.kind));
    match asked.kind.as_str() {
        "feed" => {
            let url = url()?;
            let mut settings = json!({ "url": url, "allow": asked.allow });
            keep(&mut settings, asked);
            Ok((settings, url, None))
        }
        "mastodon" => {
            let server = url()?;
            let timeline =
                asked.tag.as_ref().map_or(json!("public"), |tag| json!({ "tag": tag.trim_start_matches('#') }));
            let name = asked
                .tag
                .as_ref()
                .map_or_else(|| server.clone(), |tag| format!("#{} on {server}", tag.trim_start_matches('#')));
            let mut settings =
                json!({ "server": server, "timeline": timeline, "allow": asked.allow, "streaming": asked.stream });
            if let Some(token) = &asked.token {
                settings["token"] = json!(token);
            }
            keep(&mut settings, asked);
            Ok((settings, name, None))
        }
        "webhook" => {
            let secret = fresh_secret()?;
            Ok((json!({ "secrets": [secret] }), "webhook".to_owned(), Some(secret)))
        }
        "mailbox" => mailbox(asked, url()?),
        other => bail!("`{other}` is not a kind of source; these are: feed, mastodon, mailbox, webhook"),
    }
}

/// `vigie source add mailbox imap.example.org --login NAME --address complaints@example.org`; the password comes by the environment alone.
fn mailbox(asked: &SourceAdd, server: String) -> anyhow::Result<(Value, String, Option<String>)> {
    let address = asked.address.clone().context("a mailbox needs the address whose mails come there: --address")?;
    let password = asked.password.clone().context("a mailbox needs its password: set VIGIE_SOURCE_PASSWORD")?;
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') => (host.to_owned(), Some(port.parse::<u16>().context("the port")?)),
        _ => (server, None),
    };
    let mut settings = json!({
        "server": host,
        "name": asked.login.clone().unwrap_or_else(|| address.clone()),
        "password": password,
        "address": address,
        "sub_addresses": !asked.no_sub_addresses,
        "allow": asked.allow,
    });
    if let Some(port) = port {
        settings["port"] = json!(port);
    }
    if asked.plain {
        settings["security"] = json!("plain");
    }
    if let Some(folder) = &asked.folder {
        settings["folder"] = json!(folder);
    }
    Ok((settings, address, None))
}

fn keep(settings: &mut Value, asked: &SourceAdd) {
    if asked.keep_matched {
        settings["keep"] = json!("matched");
    }
}

fn say(source: &Source, verdict: &Verdict, due: Option<Timestamp>, as_json: bool) -> anyhow::Result<Done> {
    if as_json {
        output::json(&json!({ "source": source.id.0, "verdict": verdict, "due": due }))?;
    } else {
        output::line(format!("{}: {}", output::tame(&source.name), output::tame(&verdict.detail)))?;
        if let Some(sample) = &verdict.sample {
            output::line(format!("{} items now; for example: {}", verdict.items, output::tame(sample)))?;
        }
        let (yes, no) = ("yes", "no");
        let told = |said: Option<bool>| said.map_or("not known", |said| if said { yes } else { no });
        let asked = matches!(source.kind.as_str(), "feed" | "mastodon" | "mailbox");
        if asked {
            let (reachable, authorised) = (told(Some(verdict.reachable)), told(verdict.authorised));
            output::line(format!("reachable: {reachable}; lets us in: {authorised}"))?;
            let next = due.map_or_else(|| format!("in {} s", verdict.next_in.as_secs()), |due| format!("at {due}"));
            output::line(format!("next poll: {next}"))?;
            output::line(format!("limits: {}", verdict.limits.as_deref().map_or("none told".into(), output::tame)))?;
        }
    }
    ensure!(verdict.outcome.is_heard(), "the source was not heard");
    Ok(Done::All)
}

async fn list(world: &World, organisation: Option<&str>, as_json: bool) -> anyhow::Result<Done> {
    let organisation = house::organisation(world, organisation).await?;
    let health = world.store.health(organisation.id).await?;
    for source in world.store.sources(organisation.id).await? {
        let fares = health.iter().find(|(id, _)| *id == source.id).map(|(_, health)| health);
        if as_json {
            output::json(
                &json!({ "id": source.id.0, "kind": source.kind, "name": source.name, "enabled": source.enabled, "health": fares }),
            )?;
            continue;
        }
        let state = match fares {
            None => "not tried yet".to_owned(),
            Some(h) => match h.deaf_since {
                Some(since) => format!("deaf since {since}: {}", output::tame(h.detail.as_deref().unwrap_or(""))),
                None => h.last_ok_at.map_or("not heard yet".to_owned(), |at| format!("heard at {at}")),
            },
        };
        output::line(format!("{}\t{}\t{}\t{state}", source.id, source.kind, output::tame(&source.name)))?;
    }
    Ok(Done::All)
}
