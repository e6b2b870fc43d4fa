//! Publishing: one module per tool. What goes out goes out exactly, once, and nothing here takes anything away.

mod answer;
mod campaign;
pub mod mastodon;
pub mod postiz;

use crate::outbound::Outbound;
use domain::publish::{
    Answered, Campaign, CampaignAnswer, Channel, Failed, Holder, Length, Looked, Moved, Publication, Sending, Tool,
    Waiting, Why,
};
use jiff::Timestamp;
use std::fmt;
use url::Url;

/// An account that is sent from, or the key of a tool: where, and the secret that opens it.
#[derive(Clone)]
pub struct Account {
    tool: Tool,
    server: Url,
    token: String,
}

impl Account {
    /// Reads an account of a kind: its server and its token.
    ///
    /// # Errors
    /// What to correct; holds no secret.
    pub fn parse(kind: &str, server: &str, token: &str) -> Result<Self, String> {
        let Some(tool) = Tool::from_code(kind) else {
            let kind: String = kind.chars().take(40).collect();
            let kinds = Tool::ALL.map(Tool::code).join(" or ");
            return Err(format!("there is no account of the kind \"{kind}\": use {kinds}"));
        };
        let mut server = crate::outbound::answer::web_address(server).map_err(|wrong| format!("the server {wrong}"))?;
        let alone = server.query().is_none() && server.fragment().is_none();
        match tool {
            Tool::Mastodon if alone && matches!(server.path(), "" | "/") => server.set_path("/"),
            Tool::Mastodon => return Err("the server must be the server alone, as https://mastodon.example".to_owned()),
            // Its interface stands under a path of its own; who copies the address of a call gives the end of it too.
            Tool::Postiz if alone => {
                let path = server.path().trim_end_matches('/');
                let path = path.strip_suffix("/public/v1").unwrap_or(path).to_owned();
                server.set_path(&path);
            }
            Tool::Postiz => {
                return Err("the server must be the address alone, as https://postiz.example/api".to_owned());
            }
            Tool::Webhook => {}
        }
        let token = token.trim();
        if token.is_empty() || token.len() > 2_000 || !token.chars().all(|c| c.is_ascii_graphic()) {
            return Err("the token is empty or holds characters that no token has: enter it again".to_owned());
        }
        let account = Self { tool, server, token: token.to_owned() };
        if tool == Tool::Webhook {
            campaign::settings(&account)?;
        }
        Ok(account)
    }

    /// Which tool it is of.
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// Its server, in one spelling: `https://mastodon.example`.
    pub fn server(&self) -> String {
        let server = self.server.as_str();
        if self.tool == Tool::Webhook { server } else { server.trim_end_matches('/') }.to_owned()
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({})", crate::outbound::answer::host(&self.server))
    }
}

/// One account at its tool.
enum At<'a> {
    Mastodon(mastodon::Server<'a>),
    Postiz(postiz::Server<'a>),
    Webhook(campaign::Server<'a>),
}

const NO_QUEUE: &str = "what waits in a tool that is told by webhook is not known";
const NOTHING_LEAVES: &str = "nothing leaves this world: it is a drill or a demo";

impl Outbound {
    /// Whose account it is.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn holder(&self, account: &Account, now: Timestamp) -> Result<Holder, Failed> {
        self.publisher(account)?.holder(now).await
    }

    /// How long a text may be there.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn length(&self, account: &Account, now: Timestamp) -> Result<Length, Failed> {
        self.publisher(account)?.length(now).await
    }

    /// The post at an address, as the account's server knows it.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn answered(&self, account: &Account, address: &str, now: Timestamp) -> Result<Answered, Failed> {
        self.publisher(account)?.answered(address, now).await
    }

    /// Tries once to publish a text.
    pub async fn publish(&self, account: &Account, text: &Publication, now: Timestamp) -> Sending {
        match self.publisher(account) {
            Ok(at) => at.publish(text, now).await,
            Err(Failed { why, .. }) => Sending::Refused { why: why.plain, permanent: true },
        }
    }

    /// Looks whether a text was published since a try began at `since`.
    pub async fn look(&self, account: &Account, text: &Publication, since: Timestamp, now: Timestamp) -> Looked {
        match self.publisher(account) {
            Ok(at) => at.look(text, since, now).await,
            Err(Failed { why, .. }) => Looked::CannotTell { why: why.plain },
        }
    }

    /// The channels that a tool's key opens.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn channels(&self, key: &Account, now: Timestamp) -> Result<Vec<Channel>, Failed> {
        match self.at(key)? {
            At::Postiz(tool) => tool.channels(now).await,
            At::Mastodon(_) => Err(answer::failed("a Mastodon account is one channel, its own".to_owned(), None)),
            At::Webhook(_) => Err(answer::failed(NO_QUEUE.to_owned(), None)),
        }
    }

    /// Tells a tool that is told by webhook.
    ///
    /// # Errors
    /// Why it was not told, or did not answer.
    pub async fn campaign(
        &self,
        account: &Account,
        campaign: &Campaign,
        now: Timestamp,
    ) -> Result<CampaignAnswer, Failed> {
        match self.at(account)? {
            At::Webhook(tool) => tool.tell(campaign, now).await,
            At::Mastodon(_) | At::Postiz(_) => {
                Err(answer::failed("its queue is held post by post, and not by webhook".to_owned(), None))
            }
        }
    }

    /// What waits in the tool's own queue since `from`, for each of the channels that one key opens, in their order. A Mastodon account is one channel.
    ///
    /// # Errors
    /// Why nothing can be said; the inner one why it cannot of that channel.
    pub async fn queues(
        &self,
        account: &Account,
        channels: &[&str],
        from: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<Result<Vec<Waiting>, Failed>>, Failed> {
        match self.at(account)? {
            At::Mastodon(server) => Ok(vec![Ok(server.queue(now).await?)]),
            At::Postiz(tool) => tool.queues(channels, from, now).await,
            At::Webhook(_) => Err(answer::failed(NO_QUEUE.to_owned(), None)),
        }
    }

    /// Tells the tool to hold a post of its queue that is due then. Asked twice it is as asked once.
    pub async fn hold(&self, account: &Account, native: &str, due: Timestamp, now: Timestamp) -> Moved {
        match self.at(account) {
            Ok(At::Mastodon(server)) => server.hold(native, due, now).await,
            Ok(At::Postiz(tool)) => tool.hold(native, now).await,
            Ok(At::Webhook(_)) => Moved::Failed(answer::failed(NO_QUEUE.to_owned(), None)),
            Err(failed) => Moved::Failed(failed),
        }
    }

    /// Tells the tool to send a post of its queue then. Asked twice it is as asked once.
    pub async fn let_go(&self, account: &Account, native: &str, at: Timestamp, now: Timestamp) -> Moved {
        match self.at(account) {
            Ok(At::Mastodon(server)) => server.reschedule(native, at, now).await,
            Ok(At::Postiz(tool)) => tool.let_go(native, at, now).await,
            Ok(At::Webhook(_)) => Moved::Failed(answer::failed(NO_QUEUE.to_owned(), None)),
            Err(failed) => Moved::Failed(failed),
        }
    }

    fn at<'a>(&'a self, account: &'a Account) -> Result<At<'a>, Failed> {
        match (self, account.tool) {
            (Self::Live(house), Tool::Mastodon) => Ok(At::Mastodon(mastodon::Server { house, account })),
            (Self::Live(house), Tool::Postiz) => Ok(At::Postiz(postiz::Server { house, account })),
            (Self::Live(house), Tool::Webhook) => Ok(At::Webhook(campaign::Server { house, account })),
            (Self::Sandbox, _) => Err(answer::of(Why::Sandbox, "", NOTHING_LEAVES.to_owned())),
        }
    }

    fn publisher<'a>(&'a self, account: &'a Account) -> Result<mastodon::Server<'a>, Failed> {
        match self.at(account)? {
            At::Mastodon(server) => Ok(server),
            At::Postiz(_) => Err(answer::failed("what this channel says is written in Postiz".to_owned(), None)),
            At::Webhook(_) => Err(answer::failed("what this tool publishes is written there".to_owned(), None)),
        }
    }
}
