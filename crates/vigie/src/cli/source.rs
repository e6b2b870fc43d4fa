//! `vigie source`: places to listen to.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Source {
    /// Adds a source: `feed URL`, `mastodon URL`, `mailbox SERVER` or `webhook`
    Add(SourceAdd),
    /// Tries a source once and says in plain words how it fares, within five seconds
    Test { id: i64 },
    /// Changes a source; a running `vigie serve` takes it up at once
    Set(SourceSet),
    /// Lists sources and how they fare
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct SourceAdd {
    /// feed, mastodon, mailbox or webhook
    pub kind: String,
    /// The feed's or the server's address; a mailbox's IMAP server, with its port where it is not 993
    pub url: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
    /// Bind it to this brand: all it brings is a mention
    #[arg(long)]
    pub brand: Option<String>,
    #[arg(long)]
    pub name: Option<String>,
    /// Mastodon: the tag to follow [default: the public timeline]
    #[arg(long)]
    pub tag: Option<String>,
    /// Only posts that match a query are kept: for firehoses
    #[arg(long)]
    pub keep_matched: bool,
    /// Mastodon: the access token
    #[arg(long, env = "VIGIE_SOURCE_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Mastodon: listen to the server's stream too, not only visit it every minute
    #[arg(long)]
    pub stream: bool,
    /// Mailbox: the address whose mails come there
    #[arg(long)]
    pub address: Option<String>,
    /// Mailbox: the login [default: the address]; the password is taken from VIGIE_SOURCE_PASSWORD
    #[arg(long)]
    pub login: Option<String>,
    #[arg(long, env = "VIGIE_SOURCE_PASSWORD", hide = true, hide_env_values = true)]
    pub password: Option<String>,
    /// Mailbox: the folder that is read [default: INBOX]
    #[arg(long)]
    pub folder: Option<String>,
    /// Mailbox: mails to the address with `+anything` in it do not come there
    #[arg(long)]
    pub no_sub_addresses: bool,
    /// Mailbox: no TLS, on this machine only
    #[arg(long)]
    pub plain: bool,
    /// Internal hosts this source may reach: `127.0.0.1:8080`
    #[arg(long)]
    pub allow: Vec<String>,
    /// Add it even though the first try fails
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Keep {
    All,
    Matched,
}

#[derive(Debug, Args)]
pub struct SourceSet {
    pub id: i64,
    /// Its name as shown
    #[arg(long)]
    pub name: Option<String>,
    /// Listen to it
    #[arg(long, conflicts_with = "disable")]
    pub enable: bool,
    /// Do not listen to it
    #[arg(long)]
    pub disable: bool,
    /// Bind it to this brand: all it brings from now on is a mention
    #[arg(long, conflicts_with = "no_brand")]
    pub brand: Option<String>,
    /// Bind it to no brand: what it brings from now on must match a query
    #[arg(long)]
    pub no_brand: bool,
    /// Feed, Mastodon: keep all posts, or exclude those that match no query
    #[arg(long, value_enum)]
    pub keep: Option<Keep>,
    /// Feed: its new address
    #[arg(long)]
    pub url: Option<String>,
    /// Feed, mailbox: the name it asks for; the password is taken from VIGIE_SOURCE_PASSWORD
    #[arg(long, requires = "password")]
    pub login: Option<String>,
    #[arg(long, env = "VIGIE_SOURCE_PASSWORD", hide = true, hide_env_values = true)]
    pub password: Option<String>,
    /// Mastodon: the new access token; `-` takes it from VIGIE_SOURCE_TOKEN
    #[arg(long)]
    pub token: Option<String>,
    /// Mastodon: whether to listen to the server's stream too
    #[arg(long, value_name = "true|false")]
    pub stream: Option<bool>,
    /// Webhook: make a new secret; the one before stays good until --drop-old-secrets
    #[arg(long)]
    pub new_secret: bool,
    /// Webhook: take only what is signed with the newest secret
    #[arg(long)]
    pub drop_old_secrets: bool,
}
