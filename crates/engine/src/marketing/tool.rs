//! Scheduling tools: connected by a key that opens many channels. Each channel is given to one brand, or listed and left alone.

use super::Marketing;
use super::account::{AccountError, unusable};
use connect::publish::Account;
use domain::id::{BrandId, OrganisationId, ToolId};
use domain::publish::{Reason, Why};
use store::{AccountRow, NewTool, ToolRow};

/// The longest name of a tool as shown.
const NAME: usize = 80;

/// A tool to be connected.
#[derive(Clone)]
pub struct ConnectingTool {
    /// `postiz`.
    pub kind: String,
    /// The address of its interface: `https://postiz.example/api`.
    pub server: String,
    /// Its key.
    pub token: String,
    /// Its name as shown; its host where it is empty.
    pub name: String,
}

impl Marketing {
    /// Connects a tool once it has listed the channels that its key opens. None of them is touched before it is given.
    ///
    /// # Errors
    /// What to do; nothing is kept then.
    pub async fn connect_tool(
        &self,
        organisation: OrganisationId,
        asked: ConnectingTool,
    ) -> Result<ToolRow, AccountError> {
        let key = Account::parse(&asked.kind, &asked.server, &asked.token).map_err(unusable)?;
        if !key.tool().opens_channels() {
            let why = format!("{} is no tool with channels: connect its account", key.tool().name());
            return Err(unusable(why));
        }
        let now = self.world.clock.now();
        let channels = self.outbound.channels(&key, now).await.map_err(|failed| AccountError::Refused(failed.why))?;
        let server = key.server();
        let name = asked.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let host = server.split_once("://").map_or(server.as_str(), |(_, host)| host);
        let name = if name.is_empty() { format!("{} ({host})", key.tool().name()) } else { name };
        let name = name.chars().take(NAME).collect();
        let new = NewTool { kind: key.tool(), name, token: asked.token.trim().to_owned(), server };
        Ok(self.world.store.add_tool(organisation, new, &channels, now).await?)
    }

    /// Asks a tool for its channels again, by a new key where one is given: it is kept once it answers, and every channel that was given has it.
    ///
    /// # Errors
    /// The store's, and what is wrong with a new key: nothing changes then. What is wrong with the present one stands in `problem`.
    pub async fn check_tool(
        &self,
        organisation: OrganisationId,
        id: ToolId,
        key: Option<&str>,
    ) -> Result<ToolRow, AccountError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let row = store.tool(organisation, id).await?;
        let asked = Account::parse(row.kind.code(), &row.server, key.unwrap_or(&row.token));
        let said = match asked {
            Ok(account) => self.outbound.channels(&account, now).await.map_err(|failed| failed.why),
            Err(why) => Err(Reason::new(Why::Settings, why)),
        };
        match (said, key) {
            (Ok(channels), _) => {
                store.tool_checked(organisation, id, Ok((&channels, key.map(str::trim))), now).await?;
            }
            (Err(why), Some(_)) => return Err(AccountError::Refused(why)),
            (Err(why), None) => store.tool_checked(organisation, id, Err(&why.kept()), now).await?,
        }
        Ok(store.tool(organisation, id).await?)
    }

    /// Gives a channel of a tool to an organisation and a brand of it.
    ///
    /// # Errors
    /// [`AccountError::Taken`] where somebody else of the house has it; the store's.
    pub async fn give(
        &self,
        organisation: OrganisationId,
        (tool, channel): (ToolId, &str),
        to: (OrganisationId, Option<BrandId>),
    ) -> Result<AccountRow, AccountError> {
        let now = self.world.clock.now();
        match self.world.store.give_channel(organisation, tool, channel, to, now).await {
            Err(store::Error::Conflict(_)) => Err(AccountError::Taken),
            other => Ok(other?),
        }
    }
}
