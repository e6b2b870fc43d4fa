//! Accounts that are sent from: connected by a token, checked, let go.

use super::Marketing;
use crate::EngineError;
use connect::publish::{Account, mastodon};
use domain::id::{AccountId, BrandId, OrganisationId};
use domain::publish::{Asked, Campaign, Failed, Holder, Length, Looked, Publication, Reason, Sending, Tool, Why};
use jiff::Timestamp;
use store::{AccountRow, NewAccount};

/// What a token must be able to do at a Mastodon server.
const NEEDED: [&str; 4] = ["read:accounts", "read:statuses", "read:search", "write:statuses"];
/// The longest name of an account as shown.
const NAME: usize = 80;

/// Why an account is not connected, or does not answer.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The store's.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// It cannot be used so; says what to do.
    #[error("{0}")]
    Refused(Reason),
    /// Another organisation of this house has it. Nothing more is told.
    #[error("this account is taken: somebody else of this house publishes with it")]
    Taken,
}

/// An account to be connected.
#[derive(Clone)]
pub struct Connecting {
    /// `mastodon`, or `webhook` for a tool that is told to pause; the channels of a scheduling tool are given one by one ([`Marketing::give`]).
    pub kind: String,
    /// Its server: `https://mastodon.example`; of a webhook the whole address.
    pub server: String,
    /// A token that may read and write statuses; of a webhook the secret that signs, `whsec_…`.
    pub token: String,
    /// Its name as shown; where it is empty as it was, or as its server shows it.
    pub name: String,
    /// Which brand it speaks for; none: as it was, or none.
    pub brand: Option<BrandId>,
}

impl Marketing {
    /// Connects an account once its server has said whose the token is and that it may publish.
    ///
    /// # Errors
    /// What to do; nothing is kept then.
    pub async fn connect(&self, organisation: OrganisationId, asked: Connecting) -> Result<AccountRow, AccountError> {
        let account = Account::parse(&asked.kind, &asked.server, &asked.token).map_err(unusable)?;
        if account.tool().opens_channels() {
            let why =
                format!("{} opens many channels: connect it as a tool, then give each channel", account.tool().name());
            return Err(unusable(why));
        }
        if let Some(brand) = asked.brand {
            self.world.store.brand(organisation, brand).await?;
        }
        let now = self.world.clock.now();
        if account.tool() == Tool::Webhook {
            return self.connect_webhook(organisation, asked, &account).await;
        }
        let holder = self.outbound.holder(&account, now).await;
        let holder = holder.map_err(|failed| AccountError::Refused(failed.why))?;
        may_publish(&holder).map_err(AccountError::Refused)?;
        let length = self.outbound.length(&account, now).await.unwrap_or(mastodon::USUAL);
        let new = NewAccount {
            brand: asked.brand,
            kind: asked.kind,
            server: account.server(),
            native: holder.id,
            acct: holder.acct,
            name: Some(named(&asked.name)).filter(|name| !name.is_empty()),
            shown: named(&holder.name),
            token: asked.token.trim().to_owned(),
            length,
        };
        match self.world.store.add_account(organisation, new, now).await {
            Err(store::Error::Conflict(_)) => Err(AccountError::Taken),
            other => Ok(other?),
        }
    }

    /// Connects a tool that is told by webhook, once it has answered.
    async fn connect_webhook(
        &self,
        organisation: OrganisationId,
        asked: Connecting,
        account: &Account,
    ) -> Result<AccountRow, AccountError> {
        let now = self.world.clock.now();
        self.outbound
            .campaign(account, &checking(now), now)
            .await
            .map_err(|failed| AccountError::Refused(failed.why))?;
        let server = account.server();
        let host = server.split('/').nth(2).unwrap_or_default().to_owned();
        let new = NewAccount {
            brand: asked.brand,
            kind: asked.kind,
            native: server.clone(),
            server,
            name: Some(named(&asked.name)).filter(|name| !name.is_empty()),
            shown: host.clone(),
            acct: host,
            token: asked.token.trim().to_owned(),
            length: Length { characters: 0, per_link: 0 },
        };
        match self.world.store.add_account(organisation, new, now).await {
            Err(store::Error::Conflict(_)) => Err(AccountError::Taken),
            other => Ok(other?),
        }
    }

    /// Asks whether an account still answers, and keeps what it says.
    ///
    /// # Errors
    /// The store's.
    pub async fn check(&self, organisation: OrganisationId, id: AccountId) -> Result<AccountRow, AccountError> {
        let row = self.world.store.account(organisation, id).await?;
        let now = self.world.clock.now();
        let problem = match opened(&row) {
            Err(why) => Some(Reason::new(Why::Settings, why)),
            Ok(account) if account.tool() == Tool::Webhook => {
                self.outbound.campaign(&account, &checking(now), now).await.err().map(|failed| failed.why)
            }
            Ok(account) if account.tool().opens_channels() => match self.outbound.channels(&account, now).await {
                Ok(channels) => match channels.iter().find(|channel| channel.native == row.native) {
                    None => Some(Reason::new(Why::Channel, "the key opens this channel no more: give it again")),
                    Some(channel) => {
                        channel.disabled.then(|| Reason::new(Why::Off, "this channel is switched off in its tool"))
                    }
                },
                Err(Failed { why, .. }) => Some(why),
            },
            Ok(account) => match self.outbound.holder(&account, now).await {
                Ok(holder) if holder.id != row.native => {
                    Some(Reason::new(Why::Other, "the token opens another account now: connect it again"))
                }
                Ok(holder) => may_publish(&holder).err(),
                Err(Failed { why, .. }) => Some(why),
            },
        };
        let problem = problem.map(|why| why.kept());
        self.world.store.account_checked(organisation, id, problem.as_deref(), now).await?;
        Ok(self.world.store.account(organisation, id).await?)
    }

    /// Publishes a text once from an account of an organisation.
    ///
    /// # Errors
    /// The store's; nothing was sent then.
    pub async fn publish(
        &self,
        organisation: OrganisationId,
        account: AccountId,
        text: &Publication,
    ) -> Result<Sending, EngineError> {
        let row = self.world.store.account(organisation, account).await?;
        Ok(match opened(&row) {
            Ok(account) => self.outbound.publish(&account, text, self.world.clock.now()).await,
            Err(why) => Sending::Refused { why, permanent: false },
        })
    }

    /// Looks whether a text of which nobody knows was published since its try began.
    ///
    /// # Errors
    /// The store's.
    pub async fn look(
        &self,
        organisation: OrganisationId,
        account: AccountId,
        text: &Publication,
        since: Timestamp,
    ) -> Result<Looked, EngineError> {
        let row = self.world.store.account(organisation, account).await?;
        Ok(match opened(&row) {
            Ok(account) => self.outbound.look(&account, text, since, self.world.clock.now()).await,
            Err(why) => Looked::CannotTell { why },
        })
    }
}

/// What was entered is no account.
pub(super) fn unusable(why: String) -> AccountError {
    AccountError::Refused(Reason::new(Why::Settings, why))
}

/// A name on one line, of a length that is shown.
fn named(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME).collect()
}

/// Asks a tool that is told by webhook for nothing but an answer.
fn checking(now: Timestamp) -> Campaign {
    let key = format!("check-{}", now.as_second());
    Campaign { asked: Asked::Check, key, freeze: None, since: None, allow: Vec::new() }
}

/// What opens an account.
pub(super) fn opened(row: &AccountRow) -> Result<Account, String> {
    if row.gone_at.is_some() {
        return Err("the account was let go: connect it again".to_owned());
    }
    Account::parse(&row.kind, &row.server, &row.token)
}

/// Whether a token may do what is needed, where its server says what it may.
fn may_publish(holder: &Holder) -> Result<(), Reason> {
    let Some(scopes) = &holder.scopes else { return Ok(()) };
    let has = |needed: &str| {
        let whole = needed.split(':').next().unwrap_or_default();
        scopes.iter().any(|scope| scope == needed || scope == whole)
    };
    let missing: Vec<&str> = NEEDED.into_iter().filter(|needed| !has(needed)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(", ");
    Err(Reason::new(Why::Scope, format!("the token may not {missing}: make one that may read and write"))
        .saying(missing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_may_not_publish_is_told_what_it_lacks() {
        let with = |scopes: Option<&[&str]>| {
            let scopes = scopes.map(|all| all.iter().map(|scope| (*scope).to_owned()).collect());
            may_publish(&Holder { id: "1".into(), acct: "a".into(), name: "A".into(), scopes })
        };
        assert_eq!(with(None), Ok(()));
        assert_eq!(with(Some(&["read", "write", "push"])), Ok(()));
        assert_eq!(with(Some(&NEEDED)), Ok(()));
        let lacks = with(Some(&["read", "write:media"])).unwrap_err().said;
        assert!(lacks.contains("write:statuses") && !lacks.contains("read:"), "{lacks}");
    }
}
