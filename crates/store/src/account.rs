//! The accounts that texts are sent from. One account of a server belongs to one organisation of the house; its token is used, never shown.

use crate::people::organisation_exists;
use crate::sql::{Columns, Tx};
use crate::{Error, Result, Store};
use domain::id::{AccountId, BrandId, OrganisationId, ToolId};
use domain::marketing::State;
use domain::publish::{Length, Tool};
use jiff::Timestamp;
use std::fmt;

/// An account that is sent from.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its id.
    pub id: AccountId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Which brand it speaks for; none: the organisation.
    pub brand: Option<BrandId>,
    /// `mastodon`, `postiz` or `webhook`.
    pub kind: String,
    /// The tool whose channel it is; none: it has a token of its own.
    pub tool: Option<ToolId>,
    /// Its server: `https://mastodon.example`.
    pub server: String,
    /// What the server calls it.
    pub native: String,
    /// Its name there.
    pub acct: String,
    /// Its name as shown here.
    pub name: String,
    /// What opens it; empty where it was let go.
    pub token: String,
    /// How long a text may be there.
    pub length: Length,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it answered last.
    pub checked_at: Option<Timestamp>,
    /// What went wrong last.
    pub problem: Option<String>,
    /// When the queue of its own server was seen last.
    pub listed_at: Option<Timestamp>,
    /// What it was told last, where it is told by webhook.
    pub told: Option<CampaignTold>,
    /// When it was let go.
    pub gone_at: Option<Timestamp>,
}

/// What a tool that is told by webhook was told last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignTold {
    /// What makes it the same telling: `pause-12-1`.
    pub key: String,
    /// When it first answered so.
    pub at: Timestamp,
    /// Its answer; empty where none came.
    pub answer: String,
}

impl fmt::Debug for AccountRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccountRow({} {} {} of {})", self.id, self.acct, self.place(), self.organisation)
    }
}

impl AccountRow {
    /// Whether texts are published from it here; else they are written in its tool.
    pub fn publishes(&self) -> bool {
        Tool::from_code(&self.kind).is_some_and(Tool::publishes)
    }

    /// Where it is, as may be shown: of a webhook the host alone, since its address may hold a secret.
    pub fn place(&self) -> String {
        match Tool::from_code(&self.kind) {
            Some(Tool::Webhook) => self.server.split('/').take(3).collect::<Vec<_>>().join("/"),
            _ => self.server.clone(),
        }
    }
}

/// An account to be connected.
#[derive(Clone)]
pub struct NewAccount {
    /// Which brand it speaks for.
    pub brand: Option<BrandId>,
    /// `mastodon`.
    pub kind: String,
    /// Its server, in one spelling.
    pub server: String,
    /// What the server calls it.
    pub native: String,
    /// Its name there.
    pub acct: String,
    /// Its name as shown here, where somebody gave it one; else it keeps the one it has.
    pub name: Option<String>,
    /// Its name where it has none.
    pub shown: String,
    /// What opens it.
    pub token: String,
    /// How long a text may be there.
    pub length: Length,
}

const ACCOUNT: &str = "id, organisation, brand, kind, tool, server, native, acct, name, token, characters, per_link, created_at, checked_at, problem, listed_at, told, told_at, told_answer, gone_at";

fn account(c: &mut Columns<'_>) -> Result<AccountRow> {
    Ok(AccountRow {
        id: AccountId(c.int()?),
        organisation: OrganisationId(c.int()?),
        brand: c.maybe_int()?.map(BrandId),
        kind: c.text()?,
        tool: c.maybe_int()?.map(ToolId),
        server: c.text()?,
        native: c.text()?,
        acct: c.text()?,
        name: c.text()?,
        token: c.text()?,
        length: length(c.int()?, c.int()?),
        created_at: c.time()?,
        checked_at: c.maybe_time()?,
        problem: c.maybe_text()?,
        listed_at: c.maybe_time()?,
        told: told(c.maybe_text()?, c.maybe_time()?, c.maybe_text()?),
        gone_at: c.maybe_time()?,
    })
}

fn told(key: Option<String>, at: Option<Timestamp>, answer: Option<String>) -> Option<CampaignTold> {
    Some(CampaignTold { key: key?, at: at?, answer: answer.unwrap_or_default() })
}

fn length(characters: i64, per_link: i64) -> Length {
    let number = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Length { characters: number(characters), per_link: number(per_link) }
}

impl Store {
    /// Connects an account; the organisation's own one again, let go or not, gets the new token, and the name and brand where they are said. Posts of one that
    /// was let go are its again.
    ///
    /// # Errors
    /// [`Error::Conflict`] where another organisation of the house has it: nothing more is told.
    pub async fn add_account(
        &self,
        organisation: OrganisationId,
        new: NewAccount,
        at: Timestamp,
    ) -> Result<AccountRow> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        if let Some(brand) = new.brand {
            let sql = "SELECT id FROM brand WHERE id = ? AND organisation = ?";
            tx.row(sql, [brand.into(), organisation.into()]).await?.ok_or(Error::NotFound)?;
        }
        let brand = new.brand.map(|brand| brand.0);
        let (characters, per_link) = (i64::from(new.length.characters).into(), i64::from(new.length.per_link).into());
        let same =
            "SELECT id, organisation FROM account WHERE kind = ? AND server = ? AND native = ? AND gone_at IS NULL";
        let same = tx.row(same, [(&new.kind).into(), (&new.server).into(), (&new.native).into()]).await?;
        let known = match same {
            Some(row) => {
                let mut c = row.columns();
                let (id, of) = (c.int()?, OrganisationId(c.int()?));
                if of != organisation {
                    return Err(Error::Conflict("this account is taken".to_owned()));
                }
                Some(id)
            }
            None => former(&mut tx, organisation, (&new.kind, &new.server, &new.native)).await?,
        };
        let id = match known {
            Some(id) => {
                let sql = "UPDATE account SET brand = COALESCE(?, brand), acct = ?, name = COALESCE(?, name), token = ?, characters = ?, per_link = ?, checked_at = ?,
                           problem = NULL, gone_at = NULL WHERE id = ?";
                let values = [
                    brand.into(),
                    new.acct.into(),
                    (&new.name).into(),
                    new.token.into(),
                    characters,
                    per_link,
                    at.into(),
                    id.into(),
                ];
                tx.run(sql, values).await?;
                id
            }
            None => {
                let id = tx.next_id("account").await?;
                let sql = "INSERT INTO account (id, organisation, brand, kind, server, native, acct, name, token, characters, per_link, created_at, checked_at)
                           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
                let values = [
                    id.into(),
                    organisation.into(),
                    brand.into(),
                    new.kind.into(),
                    new.server.into(),
                    new.native.into(),
                    new.acct.into(),
                    new.name.unwrap_or(new.shown).into(),
                    new.token.into(),
                    characters,
                    per_link,
                    at.into(),
                    at.into(),
                ];
                tx.run(sql, values).await?;
                id
            }
        };
        tx.commit().await?;
        self.account(organisation, AccountId(id)).await
    }

    /// One account, let go or not.
    pub async fn account(&self, organisation: OrganisationId, id: AccountId) -> Result<AccountRow> {
        let sql = format!("SELECT {ACCOUNT} FROM account WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
        account(&mut row.columns())
    }

    /// The accounts of an organisation that are connected, oldest first.
    pub async fn accounts(&self, organisation: OrganisationId) -> Result<Vec<AccountRow>> {
        self.organisation(organisation).await?;
        let sql = format!("SELECT {ACCOUNT} FROM account WHERE organisation = ? AND gone_at IS NULL ORDER BY id");
        self.rows(&sql, [organisation.into()]).await?.iter().map(|row| account(&mut row.columns())).collect()
    }

    /// The connected accounts of the whole house, oldest first.
    pub async fn all_accounts(&self) -> Result<Vec<AccountRow>> {
        let sql = format!("SELECT {ACCOUNT} FROM account WHERE gone_at IS NULL ORDER BY id");
        self.rows(&sql, []).await?.iter().map(|row| account(&mut row.columns())).collect()
    }

    /// Notes that an account answered, or what went wrong.
    pub async fn account_checked(
        &self,
        organisation: OrganisationId,
        id: AccountId,
        problem: Option<&str>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, id).await?;
        match problem {
            None => {
                let sql = "UPDATE account SET checked_at = ?, problem = NULL WHERE id = ?";
                tx.run(sql, [at.into(), id.0.into()]).await?;
            }
            Some(problem) => {
                tx.run("UPDATE account SET problem = ? WHERE id = ?", [problem.into(), id.0.into()]).await?;
            }
        }
        tx.commit().await
    }

    /// The accounts that were let go while their tools held for a freeze: each keeps what opens it until its tool was told the end.
    pub async fn leaving_accounts(&self) -> Result<Vec<AccountRow>> {
        let sql = format!(
            "SELECT {ACCOUNT} FROM account WHERE gone_at IS NOT NULL AND token <> '' AND tool IS NULL ORDER BY id"
        );
        self.rows(&sql, []).await?.iter().map(|row| account(&mut row.columns())).collect()
    }

    /// Notes what a tool that is told by webhook was told and answered, and whether it says that nothing goes out; or that it answered, and what is wrong still.
    /// One that was let go is forgotten once it was told the end of every freeze.
    pub async fn campaign_told(
        &self,
        organisation: OrganisationId,
        id: AccountId,
        told: &CampaignTold,
        holds: bool,
        problem: Option<&str>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "SELECT id FROM account WHERE organisation = ? AND id = ? AND (gone_at IS NULL OR token <> '')";
        tx.row(sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
        let sql = "UPDATE account SET told_at = ? WHERE id = ? AND (told IS NULL OR told <> ? OR told_answer <> ?)";
        let (key, answer) = (told.key.as_str(), told.answer.as_str());
        tx.run(sql, [told.at.into(), id.0.into(), key.into(), answer.into()]).await?;
        let sql = "UPDATE account SET told = ?, told_answer = ?, problem = ? WHERE id = ?";
        let problem = problem.map(str::to_owned);
        tx.run(sql, [key.into(), answer.into(), (&problem).into(), id.0.into()]).await?;
        if !answer.is_empty() {
            tx.run("UPDATE account SET checked_at = ? WHERE id = ?", [told.at.into(), id.0.into()]).await?;
        }
        let sql =
            format!("UPDATE account SET token = '' WHERE id = ? AND gone_at IS NOT NULL AND NOT {IS_TOLD_TO_HOLD}");
        tx.run(&sql, [id.0.into()]).await?;
        if holds {
            tx.run("UPDATE account SET listed_at = ? WHERE id = ?", [told.at.into(), id.0.into()]).await?;
        }
        tx.commit().await
    }

    /// Lets an account go: its token is forgotten, once its tool was told that no freeze holds it; what was still to go out from it is held, and what is in the
    /// queue of its own server is left alone there.
    ///
    /// # Errors
    /// [`Error::Conflict`] while a case holds posts in the queue of its own server: nobody would let them go any more.
    pub async fn let_go_account(&self, organisation: OrganisationId, id: AccountId, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, id).await?;
        let_go(&mut tx, id, at).await?;
        tx.commit().await
    }
}

/// Whether what a tool was told last leaves it holding: `pause-12-2`, or `resume-12-2 12-1`.
const IS_TOLD_TO_HOLD: &str = "(kind = 'webhook' AND told IS NOT NULL AND (told LIKE 'pause-%' OR told LIKE '% %'))";

/// Forgets what opens an account, and holds what was to go out from it; what waits in the queue of its own server is left alone there.
///
/// # Errors
/// [`Error::Conflict`] where a case holds posts there, or what was decided on is still to be told: it would stay held for ever.
pub(crate) async fn let_go(tx: &mut Tx, id: AccountId, at: Timestamp) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM scheduled WHERE account = ? AND native IS NOT NULL
               AND ((state IN ('holding', 'held') AND holder IS NOT NULL) OR (state = 'queued' AND tries = 0 AND (remote_at IS NULL OR remote_at <> due)))";
    let held = tx.row(sql, [id.0.into()]).await?.ok_or(Error::NotFound)?.columns().int()?;
    if held > 0 {
        let why =
            format!("{held} posts are held there for a case: decide on each first, or they would stay held for ever");
        return Err(Error::Conflict(why));
    }
    let sql = format!(
        "UPDATE account SET token = CASE WHEN {IS_TOLD_TO_HOLD} THEN token ELSE '' END, gone_at = ? WHERE id = ?"
    );
    tx.run(&sql, [at.into(), id.0.into()]).await?;
    let sql = "UPDATE scheduled SET state = ?, version = version + 1, reason = 'the account was let go'
               WHERE account = ? AND state = ? AND native IS NULL";
    tx.run(sql, [State::Held.code().into(), id.0.into(), State::Queued.code().into()]).await?;
    let sql = "UPDATE scheduled SET state = ?, version = version + 1, reason = NULL, next_at = NULL
               WHERE account = ? AND state IN ('queued', 'holding', 'held') AND native IS NOT NULL";
    tx.run(sql, [State::Left.code().into(), id.0.into()]).await?;
    Ok(())
}

/// The account that an organisation let go last and connects again.
pub(crate) async fn former(
    tx: &mut Tx,
    organisation: OrganisationId,
    (kind, server, native): (&str, &str, &str),
) -> Result<Option<i64>> {
    let sql = "SELECT id FROM account WHERE organisation = ? AND kind = ? AND server = ? AND native = ? AND gone_at IS NOT NULL ORDER BY id DESC LIMIT 1";
    let row = tx.row(sql, [organisation.into(), kind.into(), server.into(), native.into()]).await?;
    row.map(|row| row.columns().int()).transpose()
}

/// The tool whose queue an account's posts wait in.
pub(crate) async fn tool_of(tx: &mut Tx, id: AccountId) -> Result<Tool> {
    let row = tx.row("SELECT kind FROM account WHERE id = ?", [id.0.into()]).await?.ok_or(Error::NotFound)?;
    row.columns().word(Tool::from_code)
}

/// Whether an account is an organisation's, and connected.
pub(crate) async fn own(tx: &mut Tx, organisation: OrganisationId, id: AccountId) -> Result<Option<i64>> {
    let sql = "SELECT brand FROM account WHERE organisation = ? AND id = ? AND gone_at IS NULL";
    let row = tx.row(sql, [organisation.into(), id.0.into()]).await?.ok_or(Error::NotFound)?;
    row.columns().maybe_int()
}
