//! Scheduling tools: one key that opens the channels of many clients. A channel that is given to a brand is an account of its organisation, and of nobody else;
//! what is given to nobody is listed, and never touched.

use crate::account::{former, let_go};
use crate::people::organisation_exists;
use crate::sql::{Columns, Tx};
use crate::{AccountRow, Error, Result, Store};
use domain::id::{AccountId, BrandId, OrganisationId, ToolId};
use domain::publish::{Channel, Tool};
use jiff::Timestamp;
use std::fmt;

/// A scheduling tool whose key an organisation holds.
#[derive(Clone, PartialEq, Eq)]
pub struct ToolRow {
    /// Its id.
    pub id: ToolId,
    /// Who holds its key.
    pub organisation: OrganisationId,
    /// Which tool.
    pub kind: Tool,
    /// Where: `https://postiz.example/api`.
    pub server: String,
    /// Its name as shown.
    pub name: String,
    /// What opens it; empty where it was let go.
    pub token: String,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it answered last.
    pub checked_at: Option<Timestamp>,
    /// What went wrong last.
    pub problem: Option<String>,
}

impl fmt::Debug for ToolRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ToolRow({} {} of {})", self.id, self.server, self.organisation)
    }
}

/// A tool to be connected.
#[derive(Clone)]
pub struct NewTool {
    /// Which tool.
    pub kind: Tool,
    /// Where, in one spelling.
    pub server: String,
    /// Its name as shown.
    pub name: String,
    /// What opens it.
    pub token: String,
}

/// Whose a channel is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nobody's: it is listed, and never touched.
    Nobody,
    /// Given from this tool.
    To {
        /// As which account.
        account: AccountId,
        /// Whose it is.
        organisation: OrganisationId,
        /// Which brand it speaks for.
        brand: Option<BrandId>,
    },
    /// Somebody else of the house has it, by another key. Nothing more is told.
    Taken,
}

const TOOL: &str = "id, organisation, kind, server, name, token, created_at, checked_at, problem";

fn tool(c: &mut Columns<'_>) -> Result<ToolRow> {
    Ok(ToolRow {
        id: ToolId(c.int()?),
        organisation: OrganisationId(c.int()?),
        kind: c.word(Tool::from_code)?,
        server: c.text()?,
        name: c.text()?,
        token: c.text()?,
        created_at: c.time()?,
        checked_at: c.maybe_time()?,
        problem: c.maybe_text()?,
    })
}

impl Store {
    /// Connects a tool with the channels that its key opens. None of them is given to anybody yet.
    pub async fn add_tool(
        &self,
        organisation: OrganisationId,
        new: NewTool,
        channels: &[Channel],
        at: Timestamp,
    ) -> Result<ToolRow> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        let id = tx.next_id("tool").await?;
        let sql = "INSERT INTO tool (id, organisation, kind, server, name, token, created_at, checked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        let values = [
            id.into(),
            organisation.into(),
            new.kind.code().into(),
            new.server.into(),
            new.name.into(),
            new.token.into(),
            at.into(),
            at.into(),
        ];
        tx.run(sql, values).await?;
        keep_channels(&mut tx, ToolId(id), channels).await?;
        tx.commit().await?;
        self.tool(organisation, ToolId(id)).await
    }

    /// One tool that is connected.
    pub async fn tool(&self, organisation: OrganisationId, id: ToolId) -> Result<ToolRow> {
        let sql = format!("SELECT {TOOL} FROM tool WHERE organisation = ? AND id = ? AND gone_at IS NULL");
        let row = self.row(&sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
        tool(&mut row.columns())
    }

    /// The tools of an organisation that are connected, oldest first.
    pub async fn tools(&self, organisation: OrganisationId) -> Result<Vec<ToolRow>> {
        self.organisation(organisation).await?;
        let sql = format!("SELECT {TOOL} FROM tool WHERE organisation = ? AND gone_at IS NULL ORDER BY id");
        self.rows(&sql, [organisation.into()]).await?.iter().map(|row| tool(&mut row.columns())).collect()
    }

    /// Notes which channels a tool listed, by a new key where there is one, which its accounts have from then on; or what went wrong.
    pub async fn tool_checked(
        &self,
        organisation: OrganisationId,
        id: ToolId,
        said: std::result::Result<(&[Channel], Option<&str>), &str>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own_tool(&mut tx, organisation, id).await?;
        match said {
            Err(problem) => {
                tx.run("UPDATE tool SET problem = ? WHERE id = ?", [problem.into(), id.0.into()]).await?;
            }
            Ok((channels, key)) => {
                tx.run("UPDATE tool SET checked_at = ?, problem = NULL WHERE id = ?", [at.into(), id.0.into()]).await?;
                if let Some(key) = key {
                    tx.run("UPDATE tool SET token = ? WHERE id = ?", [key.into(), id.0.into()]).await?;
                    let sql = "UPDATE account SET token = ? WHERE tool = ? AND gone_at IS NULL";
                    tx.run(sql, [key.into(), id.0.into()]).await?;
                }
                keep_channels(&mut tx, id, channels).await?;
            }
        }
        tx.commit().await
    }

    /// The channels of a tool as it last listed them, by client and name, and whose each is here.
    pub async fn tool_channels(&self, organisation: OrganisationId, id: ToolId) -> Result<Vec<(Channel, Given)>> {
        self.tool(organisation, id).await?;
        let sql = "SELECT c.native, c.name, c.platform, c.client, c.disabled, a.id, a.tool, a.organisation, a.brand
                   FROM tool_channel c JOIN tool t ON t.id = c.tool
                   LEFT JOIN account a ON a.kind = t.kind AND a.native = c.native AND (a.server = t.server OR a.token = t.token) AND a.gone_at IS NULL
                   WHERE c.tool = ? ORDER BY c.client NULLS LAST, c.name, c.native, a.id";
        let mut all: Vec<(Channel, Given)> = Vec::new();
        for row in self.rows(sql, [id.0.into()]).await? {
            let mut c = row.columns();
            let channel = Channel {
                native: c.text()?,
                name: c.text()?,
                platform: c.text()?,
                client: c.maybe_text()?,
                disabled: c.int()? != 0,
            };
            let (account, by, of, brand) = (c.maybe_int()?, c.maybe_int()?, c.maybe_int()?, c.maybe_int()?);
            let given = match (account, of) {
                (Some(account), Some(of)) if by == Some(id.0) => Given::To {
                    account: AccountId(account),
                    organisation: OrganisationId(of),
                    brand: brand.map(BrandId),
                },
                (Some(_), _) => Given::Taken,
                (None, _) => Given::Nobody,
            };
            if all.last().is_none_or(|(last, _)| last.native != channel.native) {
                all.push((channel, given));
            }
        }
        Ok(all)
    }

    /// How many channels of an organisation's tools are nobody's.
    pub async fn channels_of_nobody(&self, organisation: OrganisationId) -> Result<i64> {
        self.organisation(organisation).await?;
        let sql = "SELECT COUNT(*) FROM tool_channel c JOIN tool t ON t.id = c.tool WHERE t.organisation = ? AND t.gone_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM account a WHERE a.kind = t.kind AND a.native = c.native
                                   AND (a.server = t.server OR a.token = t.token) AND a.gone_at IS NULL)";
        self.row(sql, [organisation.into()]).await?.ok_or(Error::NotFound)?.columns().int()
    }

    /// Gives a channel of a tool to an organisation and a brand of it; given to that organisation already, it gets the brand.
    ///
    /// # Errors
    /// [`Error::Conflict`] where another organisation of the house has it, by whatever key of that server, or by that key at whatever address: nothing more is
    /// told. An id that another server lists is another channel's: a server that is made up takes nobody's.
    pub async fn give_channel(
        &self,
        organisation: OrganisationId,
        id: ToolId,
        native: &str,
        (to, brand): (OrganisationId, Option<BrandId>),
        at: Timestamp,
    ) -> Result<AccountRow> {
        let mut tx = self.write().await?;
        let tool = own_tool(&mut tx, organisation, id).await?;
        organisation_exists(&mut tx, to).await?;
        if let Some(brand) = brand {
            let sql = "SELECT id FROM brand WHERE id = ? AND organisation = ?";
            tx.row(sql, [brand.into(), to.into()]).await?.ok_or(Error::NotFound)?;
        }
        let sql = "SELECT name, platform FROM tool_channel WHERE tool = ? AND native = ?";
        let row = tx.row(sql, [id.0.into(), native.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        let (name, platform) = (c.text()?, c.text()?);
        let same = "SELECT id, organisation FROM account WHERE kind = ? AND native = ? AND (server = ? OR token = ?) AND gone_at IS NULL ORDER BY id";
        let place = [tool.kind.code().into(), native.into(), (&tool.server).into(), (&tool.token).into()];
        let known = match tx.row(same, place).await? {
            Some(row) => {
                let mut c = row.columns();
                let (account, of) = (c.int()?, OrganisationId(c.int()?));
                if of != to {
                    return Err(Error::Conflict("this channel is taken".to_owned()));
                }
                Some(account)
            }
            None => former(&mut tx, to, (tool.kind.code(), &tool.server, native)).await?,
        };
        let account = match known {
            Some(account) => {
                let sql = "UPDATE account SET brand = ?, tool = ?, server = ?, token = ?, acct = ?, name = ?, problem = NULL, gone_at = NULL WHERE id = ?";
                let values = [
                    brand.map(|brand| brand.0).into(),
                    id.0.into(),
                    tool.server.into(),
                    tool.token.into(),
                    platform.into(),
                    name.into(),
                    account.into(),
                ];
                tx.run(sql, values).await?;
                account
            }
            None => {
                let account = tx.next_id("account").await?;
                // What is said there is written in the tool: no length counts here.
                let sql = "INSERT INTO account (id, organisation, brand, kind, tool, server, native, acct, name, token, characters, per_link, created_at, checked_at)
                           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)";
                let values = [
                    account.into(),
                    to.into(),
                    brand.map(|brand| brand.0).into(),
                    tool.kind.code().into(),
                    id.0.into(),
                    tool.server.into(),
                    native.into(),
                    platform.into(),
                    name.into(),
                    tool.token.into(),
                    at.into(),
                    at.into(),
                ];
                tx.run(sql, values).await?;
                account
            }
        };
        tx.commit().await?;
        self.account(to, AccountId(account)).await
    }

    /// Leaves a channel of a tool alone again: whoever had it has it no more, and its posts are there as they are.
    ///
    /// # Errors
    /// [`Error::Conflict`] while a case holds posts there.
    pub async fn leave_channel(
        &self,
        organisation: OrganisationId,
        id: ToolId,
        native: &str,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own_tool(&mut tx, organisation, id).await?;
        let sql = "SELECT id FROM account WHERE tool = ? AND native = ? AND gone_at IS NULL";
        let row = tx.row(sql, [id.0.into(), native.into()]).await?.ok_or(Error::NotFound)?;
        let_go(&mut tx, AccountId(row.columns().int()?), at).await?;
        tx.commit().await
    }

    /// Lets a tool go: its key is forgotten, and each of its channels is left alone. What is in the tool stays there as it is.
    ///
    /// # Errors
    /// [`Error::Conflict`] while a case holds posts in one of them: nothing is changed then.
    pub async fn let_go_tool(&self, organisation: OrganisationId, id: ToolId, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        own_tool(&mut tx, organisation, id).await?;
        tx.run("UPDATE tool SET token = '', gone_at = ? WHERE id = ?", [at.into(), id.0.into()]).await?;
        let sql = "SELECT id FROM account WHERE tool = ? AND gone_at IS NULL ORDER BY id";
        for row in tx.rows(sql, [id.0.into()]).await? {
            let_go(&mut tx, AccountId(row.columns().int()?), at).await?;
        }
        tx.commit().await
    }
}

async fn own_tool(tx: &mut Tx, organisation: OrganisationId, id: ToolId) -> Result<ToolRow> {
    let sql = format!("SELECT {TOOL} FROM tool WHERE organisation = ? AND id = ? AND gone_at IS NULL");
    let row = tx.row(&sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
    tool(&mut row.columns())
}

/// The channels as they are listed now; what is listed no more is one no more.
async fn keep_channels(tx: &mut Tx, id: ToolId, channels: &[Channel]) -> Result<()> {
    tx.run("DELETE FROM tool_channel WHERE tool = ?", [id.0.into()]).await?;
    let sql = "INSERT INTO tool_channel (tool, native, name, platform, client, disabled) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tool, native) DO NOTHING";
    for channel in channels {
        let values = [
            id.0.into(),
            (&channel.native).into(),
            (&channel.name).into(),
            (&channel.platform).into(),
            (&channel.client).into(),
            i64::from(channel.disabled).into(),
        ];
        tx.run(sql, values).await?;
    }
    Ok(())
}
