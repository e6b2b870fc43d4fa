//! `vigie complaint`.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Complaint {
    /// Lists complaints: the open ones longest waiting first
    List {
        #[arg(long)]
        organisation: Option<String>,
        /// Only those that stand so [default: all that are not held aside]
        #[arg(long, value_enum)]
        state: Option<Standing>,
        /// Those held aside instead: for how they came, never for what they say
        #[arg(long)]
        held: bool,
        /// Most that are listed
        #[arg(long, default_value_t = 50)]
        limit: u16,
    },
    /// Shows one with all that was said
    Show {
        /// Its number
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Answers by somebody's name; without --text the answer is read from standard input
    Answer(ComplaintAnswer),
    /// Gives one to somebody, or without --to to nobody
    Assign {
        /// Its number
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
        /// A member's address
        #[arg(long, value_name = "EMAIL")]
        to: Option<String>,
    },
    /// Closes a conversation; the customer opens it again by writing
    Close(ComplaintBy),
    /// Opens a closed one again
    Reopen(ComplaintBy),
    /// Lets in what was held aside: from then on it is a mention like any other
    LetIn {
        /// Its number
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lets go of what was held aside: what was said, its files and who said it are erased
    LetGo {
        /// Its number
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Opens a brand's channel, or changes what it says, and prints its address
    OpenChannel {
        /// The brand
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
        /// What its address ends with [default: the brand's name and a few letters]
        #[arg(long)]
        address: Option<String>,
        /// Another way to reach the brand, shown where the form cannot be taken
        #[arg(long)]
        phone: Option<String>,
        /// A site that may show the form (https://shop.example); may be given several times [default: every site]
        #[arg(long = "site")]
        sites: Vec<String>,
    },
    /// Shuts a brand's channel: no new complaints; conversations go on
    CloseChannel {
        /// The brand
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct ComplaintAnswer {
    /// Its number
    pub id: i64,
    #[arg(long)]
    pub organisation: Option<String>,
    /// Who answers: a member's address. The customer sees their name
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
    /// What is said
    #[arg(long)]
    pub text: Option<String>,
    /// The number of the last message that was read [default: the last one there is]
    #[arg(long, value_name = "N")]
    pub seen: Option<i64>,
}

#[derive(Debug, Args)]
pub struct ComplaintBy {
    /// Its number
    pub id: i64,
    #[arg(long)]
    pub organisation: Option<String>,
    /// Who does it: a member's address
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Standing {
    /// The customer waits
    Open,
    /// The team spoke last
    Answered,
    /// Closed
    Closed,
}
