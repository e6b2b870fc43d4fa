//! `vigie policy`.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Says what is published of a brand's policy, what the plan says now, what would change, and the stamp to publish it by
    Show {
        /// The brand
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Publishes what the plan says to the public, and prints the address of the page
    Publish {
        /// The brand
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
        /// The stamp of what you read (`vigie policy show`): where the plan says something else by now, nothing is published
        #[arg(long)]
        stamp: String,
        /// What its address ends with [default: as it is; the first time the brand's name]
        #[arg(long)]
        address: Option<String>,
    },
    /// Takes a brand's policy off: its address shows nothing any more
    Withdraw {
        /// The brand
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
    },
}
