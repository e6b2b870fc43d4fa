//! `vigie user` and `vigie token`: who may do what.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum User {
    /// Adds a login, or changes what one is in an organisation; the password is read from standard input or VIGIE_PASSWORD, or made and printed
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// owner, lead, spokesperson, social-manager, legal, executive, agency, client, read-only, auditor
        #[arg(long, default_value = "read-only")]
        role: String,
        #[arg(long)]
        organisation: Option<String>,
        /// Their last day, `2026-12-31`; an agency needs one [default: no end]
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<jiff::civil::Date>,
        #[arg(long, default_value = "en")]
        locale: String,
        /// Time zone [default: that of the organisation's plan or brand, or Europe/Paris]
        #[arg(long)]
        zone: Option<String>,
    },
    /// Changes a password and ends its sessions; the new one is read from standard input or VIGIE_PASSWORD, or made and printed
    Password {
        #[arg(long)]
        email: String,
    },
    /// Takes somebody out of an organisation: their sessions end, their API tokens there are revoked
    Remove {
        #[arg(long)]
        email: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says whether somebody gets the week in five lines on Monday morning
    Weekly {
        /// on or off
        #[arg(value_parser = ["on", "off"])]
        wanted: String,
        #[arg(long)]
        email: String,
    },
    /// Prints a link by which one person who has no login yet makes one, with this role
    Invite {
        /// owner, lead, spokesperson, social-manager, legal, executive, agency, client, read-only, auditor
        #[arg(long, default_value = "read-only")]
        role: String,
        /// Their last day, `2026-12-31`; an agency needs one [default: no end]
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<jiff::civil::Date>,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the invitations that nobody has followed yet
    Invitations {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Takes an invitation back: its link opens nothing any more
    TakeBack {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists logins, their last day where there is one, and whether each can be woken
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Makes an API token for a login and prints it once
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Revokes a token
    Revoke {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
}
