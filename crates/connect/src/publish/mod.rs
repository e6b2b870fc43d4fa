//! Publishing: one module per tool. What goes out goes out exactly, once, and nothing here takes anything away.

pub mod mastodon;

use crate::outbound::Outbound;
use domain::publish::{Answered, Failed, Holder, Length, Looked, Moved, Publication, Sending, Waiting};
use jiff::{SignedDuration, Timestamp};
use std::fmt;
use url::Url;

/// Tools that can be published to.
pub const KINDS: [&str; 1] = ["mastodon"];

/// An account that is sent from: where, and the secret that opens it.
#[derive(Clone)]
pub struct Account {
    server: Url,
    token: String,
}

impl Account {
    /// Reads an account of a kind: its server and its token.
    ///
    /// # Errors
    /// What to correct; holds no secret.
    pub fn parse(kind: &str, server: &str, token: &str) -> Result<Self, String> {
        if !KINDS.contains(&kind) {
            let kind: String = kind.chars().take(40).collect();
            return Err(format!("there is no account of the kind \"{kind}\": use mastodon"));
        }
        let mut server = crate::outbound::answer::web_address(server).map_err(|wrong| format!("the server {wrong}"))?;
        if !matches!(server.path(), "" | "/") || server.query().is_some() || server.fragment().is_some() {
            return Err("the server must be the server alone, as https://mastodon.example".to_owned());
        }
        server.set_path("/");
        let token = token.trim();
        if token.is_empty() || token.len() > 2_000 || !token.chars().all(|c| c.is_ascii_graphic()) {
            return Err("the token is empty or holds characters that no token has: enter it again".to_owned());
        }
        Ok(Self { server, token: token.to_owned() })
    }

    /// Its server, in one spelling: `https://mastodon.example`.
    pub fn server(&self) -> String {
        self.server.as_str().trim_end_matches('/').to_owned()
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({})", self.server())
    }
}

/// The least time ahead at which a tool still lets a post of its queue be moved, and takes the new time.
pub const LEAD: SignedDuration = mastodon::LEAD;

const NOTHING_LEAVES: &str = "nothing leaves this world: it is a drill or a demo";

impl Outbound {
    /// Whose account it is.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn holder(&self, account: &Account, now: Timestamp) -> Result<Holder, Failed> {
        self.at(account)?.holder(now).await
    }

    /// How long a text may be there.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn length(&self, account: &Account, now: Timestamp) -> Result<Length, Failed> {
        self.at(account)?.length(now).await
    }

    /// The post at an address, as the account's server knows it.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn answered(&self, account: &Account, address: &str, now: Timestamp) -> Result<Answered, Failed> {
        self.at(account)?.answered(address, now).await
    }

    /// Tries once to publish a text.
    pub async fn publish(&self, account: &Account, text: &Publication, now: Timestamp) -> Sending {
        match self.at(account) {
            Ok(at) => at.publish(text, now).await,
            Err(Failed { why, .. }) => Sending::Refused { why, permanent: true },
        }
    }

    /// Looks whether a text was published since a try began at `since`.
    pub async fn look(&self, account: &Account, text: &Publication, since: Timestamp, now: Timestamp) -> Looked {
        match self.at(account) {
            Ok(at) => at.look(text, since, now).await,
            Err(Failed { why, .. }) => Looked::CannotTell { why },
        }
    }

    /// The account's own queue at its server, all of it.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub async fn queue(&self, account: &Account, now: Timestamp) -> Result<Vec<Waiting>, Failed> {
        self.at(account)?.queue(now).await
    }

    /// Gives a post of the account's queue another time; nothing else of it changes.
    pub async fn reschedule(&self, account: &Account, native: &str, at: Timestamp, now: Timestamp) -> Moved {
        match self.at(account) {
            Ok(server) => server.reschedule(native, at, now).await,
            Err(failed) => Moved::Failed(failed),
        }
    }

    fn at<'a>(&'a self, account: &'a Account) -> Result<mastodon::Server<'a>, Failed> {
        match self {
            Self::Live(house) => Ok(mastodon::Server { house, account }),
            Self::Sandbox => Err(Failed { why: NOTHING_LEAVES.to_owned(), after: None }),
        }
    }
}
