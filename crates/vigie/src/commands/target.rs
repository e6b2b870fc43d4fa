//! `vigie target add|list|test|first|remove`: how one person is woken.

use super::user::person;
use super::{Setting, house, waking};
use crate::Done;
use crate::cli::{Target as Asked, TargetAdd};
use crate::output;
use anyhow::{Context, ensure};
use connect::outbound::Target;
use domain::organisation::Person;
use engine::waking::settings;
use engine::world::World;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::{NewTarget, OutboxRow, OutboxState, TargetRow};
use words::{Locale, Words};

/// How long a test that somebody else sends is waited for.
const PATIENCE: SignedDuration = SignedDuration::from_secs(20);

/// Adds, lists, tries or removes targets.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Add(asked) => add(&world, asked, setting.json).await,
        Asked::List { email } => {
            let person = person(&world, &email).await?;
            for row in world.store.targets(Some(person.id)).await? {
                show(&row, setting.json)?;
            }
            Ok(Done::All)
        }
        Asked::Test { id, email } => {
            let person = person(&world, &email).await?;
            test(&world, &person, id, setting).await
        }
        Asked::First { id, email } => {
            let person = person(&world, &email).await?;
            let put = world.store.put_target_first(person.id, id).await;
            put.with_context(|| format!("{email} has no target {id}; nothing was changed"))?;
            output::line(format!("target {id} of {} is tried first", person.email))?;
            Ok(Done::All)
        }
        Asked::Remove { id, email } => {
            let person = person(&world, &email).await?;
            let removed = world.store.remove_target(person.id, id).await;
            removed.with_context(|| format!("{email} has no target {id}; nothing was removed"))?;
            output::line(format!("target {id} of {} is no more; what still waited for it is not sent", person.email))?;
            Ok(Done::All)
        }
    }
}

async fn add(world: &World, asked: TargetAdd, as_json: bool) -> anyhow::Result<Done> {
    let person = person(world, &asked.email).await?;
    let mut secret = None;
    let settings = match asked.kind.as_str() {
        "mail" => json!({ "address": asked.place }),
        "ntfy" => {
            let mut settings = json!({ "server": asked.place, "topic": asked.topic });
            if let Some(token) = asked.token {
                settings["token"] = Value::String(token);
            }
            settings
        }
        "chat" => json!({ "url": asked.place, "markup": if asked.markdown { "markdown" } else { "slack" } }),
        "webhook" => {
            let (_, random) = web::auth::secret::fresh("").context("the machine gives no randomness")?;
            let made = connect::inbound::webhook::secret(&random);
            let settings = json!({ "url": asked.place, "secret": made });
            secret = Some(made);
            settings
        }
        "push" => anyhow::bail!("a browser subscribes itself: open the pages there, Settings, How you are woken"),
        other => anyhow::bail!("there is no target of the kind `{other}`: use mail, ntfy, chat or webhook"),
    };
    let name = asked.name.unwrap_or_default();
    let new = NewTarget { person: person.id, kind: asked.kind, name, settings: settings.to_string() };
    let row = settings::add_target(world, new).await?;
    match (as_json, secret) {
        (true, secret) => output::json(&json!({ "id": row.id, "kind": row.kind, "name": row.name, "secret": secret }))?,
        (false, secret) => {
            output::line(format!("target {} added: {}", row.id, output::tame(&row.name)))?;
            if let Some(secret) = secret {
                output::line(format!("its messages are signed with {secret} (shown this once)"))?;
            }
            output::aside(format!("try it: vigie target test {} --email {}", row.id, person.email));
        }
    }
    Ok(Done::All)
}

fn show(row: &TargetRow, as_json: bool) -> anyhow::Result<()> {
    let shown = Target::parse(&row.kind, &row.settings).map_or_else(|_| String::new(), |target| target.shown());
    if as_json {
        return output::json(&json!({
            "id": row.id, "kind": row.kind, "name": row.name, "shown": shown, "tapped_at": row.tapped_at,
            "failures": row.failures, "rests_until": row.rests_until, "problem": row.problem.as_deref().map(in_words),
        }));
    }
    let tapped = row.tapped_at.map_or("never tapped".to_owned(), |at| format!("tapped {at}"));
    let problem = row.problem.as_deref().map(|what| format!("\t{}", output::tame(&in_words(what)))).unwrap_or_default();
    output::line(format!("{}\t{}\t{}\t{shown}\t{tapped}{problem}", row.id, row.kind, output::tame(&row.name)))?;
    Ok(())
}

/// Sends a test now, or waits for a running `vigie serve` that took it first, and says what came of it.
async fn test(world: &World, person: &Person, id: i64, setting: &Setting) -> anyhow::Result<Done> {
    let client = connect::http::Client::new(setting.config.contact.as_deref());
    let waking = waking::live(setting, world, &client, &house::origin(world, setting).await?).await?;
    let put = waking.test(person.id, id).await;
    put.with_context(|| format!("{} has no target {id}; nothing was sent", person.email))?;
    let newest = async || -> anyhow::Result<OutboxRow> {
        let found = waking.newest_test(person.id).await?.filter(|(row, _)| row.message.target == id);
        Ok(found.context("the test is not in the outbox any more")?.0)
    };
    let row = newest().await?;
    if row.state == OutboxState::Waiting {
        waking.send(&row).await?;
    }
    let patience = world.clock.now().saturating_add(PATIENCE)?;
    let mut row = newest().await?;
    while row.state == OutboxState::Sending && world.clock.now() < patience {
        let next = world.clock.now().saturating_add(SignedDuration::from_millis(200))?;
        world.clock.sleep_until(next).await;
        row = newest().await?;
    }
    if setting.json {
        output::json(
            &json!({ "target": id, "state": row.state.code(), "reason": row.reason.as_deref().map(in_words), "receipt": row.receipt }),
        )?;
    } else if row.state == OutboxState::Sent {
        output::line("the test was delivered; tap the link in it, then `vigie target list` says so")?;
    }
    let why = row.reason.as_deref().map_or_else(|| "no answer yet".to_owned(), in_words);
    ensure!(
        row.state == OutboxState::Sent,
        "the test was not delivered ({}): {}",
        row.state.code(),
        output::tame(&why)
    );
    Ok(Done::All)
}

/// What went wrong, in English as all of the command line.
fn in_words(kept: &str) -> String {
    words::target::kept(&Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH), kept)
}
