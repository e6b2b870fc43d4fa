//! `vigie target` and `vigie ladder`: how somebody is woken, and who is.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Target {
    /// Adds a target: `mail ADDRESS`, `ntfy SERVER --topic TOPIC`, `chat URL` or `webhook URL`; a browser subscribes itself
    Add(TargetAdd),
    /// Lists somebody's targets, in the order they are tried
    List {
        #[arg(long)]
        email: String,
    },
    /// Sends a message that only shows that a target works, and says what came of it
    Test {
        id: i64,
        #[arg(long)]
        email: String,
    },
    /// Has a target tried before the person's others
    First {
        id: i64,
        #[arg(long)]
        email: String,
    },
    /// Takes a target away; what still waits for it is not sent
    Remove {
        id: i64,
        #[arg(long)]
        email: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Ladder {
    /// Says who is called, in which order
    Show {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Writes it anew: each step is the logins that are called together and the minutes until the next step
    Set {
        /// The next step, for example `lea@dunes.example,jan@dunes.example=10`
        #[arg(long = "step", required = true)]
        steps: Vec<String>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Forgets it: the members are called one after the other again
    Reset {
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct TargetAdd {
    /// mail, ntfy, chat or webhook
    pub kind: String,
    /// The mail address, the ntfy server, or the address of the webhook
    pub place: String,
    /// Whose
    #[arg(long)]
    pub email: String,
    /// Its name as shown [default: the address or the host]
    #[arg(long)]
    pub name: Option<String>,
    /// ntfy: the topic
    #[arg(long, required_if_eq("kind", "ntfy"))]
    pub topic: Option<String>,
    /// ntfy: the access token
    #[arg(long, env = "VIGIE_TARGET_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// chat: for Mattermost and others that read Markdown
    #[arg(long)]
    pub markdown: bool,
}
