//! `vigie account` and `vigie marketing`.

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;

#[derive(Debug, Subcommand)]
pub enum Account {
    /// Connects an account that texts are sent from, once its server has said whose the token is
    Add(AccountAdd),
    /// Lists the accounts that are connected, and what is wrong with them
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Asks whether an account still answers
    Check {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lets an account go: its token is forgotten, what was to go out from it is held
    Remove {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct AccountAdd {
    /// Its server: https://mastodon.example; of a webhook the whole address
    pub server: String,
    /// What kind of account: mastodon, or webhook for a tool that is told to pause and answers whether it does
    #[arg(long, default_value = "mastodon")]
    pub kind: String,
    /// A token of that account that may read and write, or the secret that signs (whsec_…); from standard input where it is not given
    #[arg(long, env = "VIGIE_ACCOUNT_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Its name as shown [default: as its server shows it]
    #[arg(long)]
    pub name: Option<String>,
    /// Which brand it speaks for [default: the organisation]
    #[arg(long)]
    pub brand: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Marketing {
    /// Lists scheduled posts in order of their time: Vigie's own, and those of the accounts' own servers
    List {
        /// Only in this state: queued, holding, held, draft, sending, sent, unknown, failed, withdrawn, gone
        #[arg(long)]
        state: Option<String>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Schedules a post in Vigie's own queue; `vigie serve` sends it
    Schedule(MarketingSchedule),
    /// Says of what kind a post is, as the plan names those that a freeze lets out; empty for none
    Label {
        id: i64,
        label: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Changes a post of Vigie's own queue
    Change {
        id: i64,
        /// Its text [default: as it is]
        #[arg(long)]
        text: Option<String>,
        /// When it goes out, RFC 3339 [default: as it is]
        #[arg(long)]
        at: Option<Timestamp>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Decides on one held post
    Thaw(MarketingThaw),
    /// Scheduling tools: one key, many channels, each given to one brand or left alone
    #[command(subcommand)]
    Tool(MarketingTool),
}

#[derive(Debug, Subcommand)]
pub enum MarketingTool {
    /// Connects a tool once it has listed its channels; none of them is touched before it is given
    Add {
        /// The address of its interface: https://postiz.example/api, or https://api.postiz.com
        server: String,
        /// Which tool
        #[arg(long, default_value = "postiz")]
        kind: String,
        /// Its key; from standard input where it is not given
        #[arg(long, env = "VIGIE_TOOL_KEY", hide_env_values = true)]
        key: Option<String>,
        /// Its name as shown [default: its host]
        #[arg(long)]
        name: Option<String>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the tools that are connected, and what is wrong with them
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Asks a tool for its channels again
    Check {
        id: i64,
        /// Reads a new key from standard input, and keeps it once it answers
        #[arg(long)]
        new_key: bool,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the channels of a tool as it last told them, and whose each is
    Channels {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Gives a channel to a brand
    Give {
        id: i64,
        /// What the tool calls the channel
        channel: String,
        /// The brand
        #[arg(long)]
        brand: String,
        /// The organisation of the brand [default: that of the tool]
        #[arg(long)]
        to: Option<String>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Leaves a channel alone again
    Leave {
        id: i64,
        channel: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lets a tool go: its key is forgotten, its channels are left alone
    Remove {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct MarketingSchedule {
    /// Its text
    pub text: String,
    /// From which account: its number
    #[arg(long)]
    pub account: i64,
    /// When it goes out, RFC 3339
    #[arg(long)]
    pub at: Timestamp,
    /// Its language: fr, en, fy, nl
    #[arg(long, default_value = "")]
    pub language: String,
    /// Its kind, as the plan names those that a freeze lets out
    #[arg(long, default_value = "")]
    pub label: String,
    #[arg(long)]
    pub organisation: Option<String>,
}

#[derive(Debug, Args)]
pub struct MarketingThaw {
    pub id: i64,
    /// What is done with it
    #[arg(value_enum)]
    pub thaw: ThawKind,
    /// When it goes out, RFC 3339
    #[arg(long, required_if_eq("thaw", "reschedule"))]
    pub at: Option<Timestamp>,
    /// Who decides, by their address; asked for where a case held the post: its log says so
    #[arg(long)]
    pub by: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThawKind {
    /// It goes out when it was to: only what is not past due
    AsItWas,
    /// It goes out at another time
    Reschedule,
    /// It goes back to be written anew
    Rewrite,
    /// It is not published; it stays in the list
    Withdraw,
}
