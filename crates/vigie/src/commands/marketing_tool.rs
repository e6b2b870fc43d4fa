//! `vigie marketing tool add|list|check|channels|give|leave|remove`.

use super::marketing::{plain, secret};
use super::{Setting, house};
use crate::Done;
use crate::cli::MarketingTool as Asked;
use crate::output;
use anyhow::{Context, ensure};
use domain::id::{OrganisationId, ToolId};
use engine::marketing::Marketing;
use engine::marketing::tool::ConnectingTool;
use engine::world::World;
use serde_json::json;
use store::{Given, ToolRow};

/// Connects, lists, asks or lets go tools; gives their channels, or leaves them alone.
pub async fn run(asked: Asked, setting: &Setting, (world, marketing): (&World, &Marketing)) -> anyhow::Result<Done> {
    let of =
        async |named: Option<String>| Ok::<_, anyhow::Error>(house::organisation(world, named.as_deref()).await?.id);
    match asked {
        Asked::Add { server, kind, key, name, organisation } => {
            let of = of(organisation).await?;
            let token = match key {
                Some(key) => key,
                None => secret().context("the key could not be read from standard input; nothing was connected")?,
            };
            let asked = ConnectingTool { kind, server, token, name: name.unwrap_or_default() };
            let made = marketing.connect_tool(of, asked).await;
            let made = made.context("the tool was not connected")?;
            show(&made, setting.json)?;
            channels(world, (of, made.id), setting.json).await?;
        }
        Asked::List { organisation } => {
            for row in world.store.tools(of(organisation).await?).await? {
                show(&row, setting.json)?;
            }
        }
        Asked::Check { id, new_key, organisation } => {
            let of = of(organisation).await?;
            let key = match new_key {
                true => Some(secret().context("the key could not be read from standard input; nothing was changed")?),
                false => None,
            };
            let checked = marketing.check_tool(of, ToolId(id), key.as_deref()).await;
            let row = checked.with_context(|| format!("tool {id} could not be asked; nothing was changed"))?;
            show(&row, setting.json)?;
            ensure!(row.problem.is_none(), "tool {id} does not answer as it should");
        }
        Asked::Channels { id, organisation } => {
            channels(world, (of(organisation).await?, ToolId(id)), setting.json).await?;
        }
        Asked::Give { id, channel, brand, to, organisation } => {
            let of = house::organisation(world, organisation.as_deref()).await?;
            let to = match to {
                Some(named) => house::organisation(world, Some(&named)).await?,
                None => of.clone(),
            };
            let brand = house::brand(world, &to, &brand).await?.id;
            let given = marketing.give(of.id, (ToolId(id), &channel), (to.id, Some(brand))).await;
            let row = given.with_context(|| format!("channel {channel} was not given"))?;
            output::line(output::tame(&format!("account {}\t{}\t{}", row.id, row.acct, row.name)))?;
        }
        Asked::Leave { id, channel, organisation } => {
            let (of, now) = (of(organisation).await?, world.clock.now());
            let left = world.store.leave_channel(of, ToolId(id), &channel, now).await;
            left.with_context(|| format!("channel {channel} of tool {id} was not left: is it given to anybody?"))?;
            output::line(output::tame(&format!("channel {channel} is left alone")))?;
        }
        Asked::Remove { id, organisation } => {
            let (of, now) = (of(organisation).await?, world.clock.now());
            let gone = world.store.let_go_tool(of, ToolId(id), now).await;
            gone.with_context(|| format!("tool {id} was not let go"))?;
            output::line(format!("tool {id} was let go; its channels are left alone"))?;
        }
    }
    Ok(Done::All)
}

fn show(row: &ToolRow, as_json: bool) -> anyhow::Result<()> {
    if as_json {
        return output::json(&json!({
            "id": row.id, "kind": row.kind.code(), "server": row.server, "name": row.name, "checked_at": row.checked_at, "problem": plain(row.problem.as_deref()),
        }));
    }
    let problem = plain(row.problem.as_deref()).map(|what| format!("\t{what}")).unwrap_or_default();
    let line = format!("{}\t{}\t{}\t{}{problem}", row.id, row.kind.code(), row.server, row.name);
    output::line(output::tame(&line))?;
    Ok(())
}

async fn channels(world: &World, (of, tool): (OrganisationId, ToolId), as_json: bool) -> anyhow::Result<()> {
    let listed = world.store.tool_channels(of, tool).await;
    for (channel, given) in listed.with_context(|| format!("there is no tool {tool}"))? {
        let (held, account) = match given {
            Given::Nobody => ("nobody", None),
            Given::To { account, organisation, .. } => ("given", Some((account, organisation))),
            Given::Taken => ("taken", None),
        };
        if as_json {
            output::json(&json!({
                "channel": channel.native, "name": channel.name, "platform": channel.platform, "client": channel.client, "disabled": channel.disabled,
                "held": held, "account": account.map(|(id, _)| id), "organisation": account.map(|(_, of)| of),
            }))?;
            continue;
        }
        let to = account.map(|(id, of)| format!(" as account {id} of organisation {of}")).unwrap_or_default();
        let client = channel.client.as_deref().unwrap_or("-");
        let line = format!("{}\t{}\t{}\t{client}\t{held}{to}", channel.native, channel.platform, channel.name);
        output::line(output::tame(&line))?;
    }
    Ok(())
}
