//! `vigie account add|list|check|remove` and `vigie marketing list|schedule|change|label|thaw|tool`.

use super::{Setting, house, waking};
use crate::Done;
use crate::cli::{Account, AccountAdd, Marketing as Asked, MarketingSchedule, MarketingThaw, ThawKind};
use crate::output;
use anyhow::{Context, bail, ensure};
use domain::case::event::Thaw;
use domain::id::{AccountId, OrganisationId, PersonId, ScheduledId};
use domain::marketing::State;
use domain::organisation::Role;
use domain::publish::Reason;
use engine::marketing::Marketing;
use engine::marketing::account::Connecting;
use engine::marketing::write::Post;
use engine::waking::Waking;
use engine::world::World;
use serde_json::json;
use std::io::Read;
use store::{AccountRow, ScheduledFilter, ScheduledRow};

/// Posts read in one go.
const PAGE: i64 = 200;

/// What publishes, as `vigie serve` does.
async fn marketing(setting: &Setting, world: &World) -> anyhow::Result<Marketing> {
    Ok(Marketing::of(&whole(setting, world).await?))
}

async fn whole(setting: &Setting, world: &World) -> anyhow::Result<Waking> {
    let client = connect::http::Client::new(setting.config.contact.as_deref());
    waking::live(setting, world, &client, &house::origin(world, setting).await?).await
}

/// Connects, lists, checks or lets go accounts.
pub async fn accounts(asked: Account, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let of = async |named: Option<String>| house::organisation(&world, named.as_deref()).await;
    match asked {
        Account::Add(asked) => add(setting, &world, asked).await?,
        Account::List { organisation } => {
            for row in world.store.accounts(of(organisation).await?.id).await? {
                show_account(&row, setting.json)?;
            }
        }
        Account::Check { id, organisation } => {
            let of = of(organisation).await?.id;
            let checked = marketing(setting, &world).await?.check(of, AccountId(id)).await;
            let row = checked.with_context(|| format!("there is no account {id}; nothing was asked"))?;
            show_account(&row, setting.json)?;
            ensure!(row.problem.is_none(), "account {id} does not answer as it should");
        }
        Account::Remove { id, organisation } => {
            let (of, now) = (of(organisation).await?.id, world.clock.now());
            let gone = world.store.let_go_account(of, AccountId(id), now).await;
            gone.with_context(|| format!("account {id} was not let go"))?;
            output::line(format!("account {id} was let go; what was to go out from it is held"))?;
        }
    }
    Ok(Done::All)
}

/// What went wrong, in a sentence.
pub(super) fn plain(problem: Option<&str>) -> Option<String> {
    problem.map(|kept| Reason::read(kept).plain)
}

async fn add(setting: &Setting, world: &World, asked: AccountAdd) -> anyhow::Result<()> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let brand = match &asked.brand {
        Some(named) => Some(house::brand(world, &organisation, named).await?.id),
        None => None,
    };
    let token = match asked.token {
        Some(token) => token,
        None => secret().context("the token could not be read from standard input; nothing was connected")?,
    };
    let name = asked.name.unwrap_or_default();
    let asked = Connecting { kind: asked.kind, server: asked.server, token, name, brand };
    let connected = marketing(setting, world).await?.connect(organisation.id, asked).await;
    show_account(&connected.context("the account was not connected")?, setting.json)
}

/// A secret from standard input.
pub(super) fn secret() -> std::io::Result<String> {
    let mut secret = String::new();
    std::io::stdin().take(4_096).read_to_string(&mut secret)?;
    Ok(secret)
}

fn show_account(row: &AccountRow, as_json: bool) -> anyhow::Result<()> {
    if as_json {
        return output::json(&json!({
            "id": row.id, "kind": row.kind, "server": row.place(), "acct": row.acct, "name": row.name, "brand": row.brand,
            "checked_at": row.checked_at, "problem": plain(row.problem.as_deref()),
        }));
    }
    let problem = plain(row.problem.as_deref()).map(|what| format!("\t{what}")).unwrap_or_default();
    let line = format!("{}\t{}\t@{}\t{}\t{}{problem}", row.id, row.kind, row.acct, row.place(), row.name);
    output::line(output::tame(&line))?;
    Ok(())
}

/// Lists, schedules, changes or decides on posts.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let of =
        async |named: Option<String>| Ok::<_, anyhow::Error>(house::organisation(&world, named.as_deref()).await?.id);
    let marketing = marketing(setting, &world).await?;
    let row = match asked {
        Asked::Tool(asked) => return super::marketing_tool::run(asked, setting, (&world, &marketing)).await,
        Asked::List { state, organisation } => {
            list(&world, of(organisation).await?, state.as_deref(), setting.json).await?;
            return Ok(Done::All);
        }
        Asked::Schedule(MarketingSchedule { text, account, at, language, label, organisation }) => {
            let post = Post { text, language, label, due: at };
            let made = marketing.schedule(of(organisation).await?, AccountId(account), &post, None).await;
            made.context("nothing was scheduled")?
        }
        Asked::Label { id, label, organisation } => {
            let of = of(organisation).await?;
            let seen = seen(&world, of, id).await?;
            marketing.label(of, (seen.id, seen.version), &label).await.context("nothing was changed")?
        }
        Asked::Change { id, text, at, organisation } => {
            let of = of(organisation).await?;
            let seen = seen(&world, of, id).await?;
            let post = Post {
                text: text.unwrap_or(seen.text),
                language: seen.language.unwrap_or_default(),
                label: seen.label.unwrap_or_default(),
                due: at.unwrap_or(seen.due),
            };
            marketing.rewrite(of, (seen.id, seen.version), &post).await.context("nothing was changed")?
        }
        Asked::Thaw(MarketingThaw { id, thaw, at, by, organisation }) => {
            let of = of(organisation).await?;
            let thaw = match (thaw, at) {
                (ThawKind::AsItWas, _) => Thaw::AsItWas,
                (ThawKind::Rewrite, _) => Thaw::Rewrite,
                (ThawKind::Withdraw, _) => Thaw::Withdraw,
                (ThawKind::Reschedule, Some(at)) => Thaw::Reschedule(at),
                (ThawKind::Reschedule, None) => bail!("say when it goes out: `--at`"),
            };
            let seen = seen(&world, of, id).await?;
            match (seen.holder, by) {
                (None, _) => {
                    marketing.decide(of, (seen.id, seen.version), thaw).await.context("nothing was changed")?
                }
                (Some(case), None) => bail!("case {case} held post {id}: say who decides, `--by` and their address"),
                (Some(_), Some(address)) => {
                    let by = member(&world, of, &address).await?;
                    let waking = whole(setting, &world).await?;
                    let thawed = engine::case::thaw(&waking, of, by, (seen.id, seen.version), thaw).await;
                    thawed.context("the post stays held")?
                }
            }
        }
    };
    show(&row, &[], setting.json)?;
    Ok(Done::All)
}

/// Somebody of the organisation, with what they are there.
async fn member(world: &World, of: OrganisationId, address: &str) -> anyhow::Result<(PersonId, Role)> {
    let members = world.store.members(of, world.clock.now()).await?;
    let found = members.into_iter().find(|(person, _)| person.email.eq_ignore_ascii_case(address));
    let (person, role) = found.with_context(|| format!("nobody of this organisation has the address {address}"))?;
    Ok((person.id, role))
}

async fn seen(world: &World, of: OrganisationId, id: i64) -> anyhow::Result<ScheduledRow> {
    let found = world.store.scheduled(of, ScheduledId(id)).await;
    found.with_context(|| format!("there is no scheduled post {id}; nothing was changed"))
}

async fn list(world: &World, of: OrganisationId, state: Option<&str>, as_json: bool) -> anyhow::Result<()> {
    let states: Vec<State> = match state {
        None => Vec::new(),
        Some(code) => {
            let codes: Vec<&str> = State::ALL.iter().map(|state| state.code()).collect();
            vec![State::from_code(code).with_context(|| format!("`{code}` is no state: use {}", codes.join(", ")))?]
        }
    };
    let mut after = None;
    loop {
        let filter = ScheduledFilter { account: None, states: &states };
        let rows = world.store.scheduled_posts(of, filter, after, PAGE).await?;
        let clashes = engine::case::clashing(world, of, &rows).await?;
        for row in &rows {
            show(row, clashes.get(&row.id).map_or(&[], Vec::as_slice), as_json)?;
        }
        match rows.last() {
            Some(last) if rows.len() as i64 == PAGE => after = Some((last.due, last.id)),
            _ => return Ok(()),
        }
    }
}

fn show(row: &ScheduledRow, clashes: &[String], as_json: bool) -> anyhow::Result<()> {
    if as_json {
        return output::json(&json!({
            "id": row.id, "account": row.account, "state": row.state.code(), "due": row.due, "text": row.text, "label": row.label,
            "at_its_server": row.native.is_some(), "case": row.holder, "reason": row.reason, "url": row.url, "sent_at": row.sent_at,
            "version": row.version, "clashes": clashes,
        }));
    }
    let text: String = row.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
    let mut why = row.reason.as_deref().or(row.url.as_deref()).map(|why| format!("\t{why}")).unwrap_or_default();
    if !clashes.is_empty() {
        why.push_str(&format!("\tclashes with the case: {}", clashes.join(", ")));
    }
    let label = row.label.as_deref().unwrap_or("-");
    let line = format!("{}\t{}\t{}\taccount {}\t{label}\t{text}{why}", row.id, row.due, row.state.code(), row.account);
    output::line(output::tame(&line))?;
    Ok(())
}
