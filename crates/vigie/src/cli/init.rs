//! `vigie init`: the first organisation, its brand, many clients at once.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Init {
    /// The organisation's name; without one, only a certificate is made
    #[arg(long, requires = "email", requires = "name", required_unless_present_any = ["tls", "from", "setup_link", "list_trades"])]
    pub organisation: Option<String>,
    /// The first owner's e-mail address
    #[arg(long)]
    pub email: Option<String>,
    /// The first owner's name
    #[arg(long)]
    pub name: Option<String>,
    /// Language of the pages: fr, en, fy, nl
    #[arg(long, default_value = "en")]
    pub locale: String,
    /// Time zone [default: that of the country, or Europe/Paris]
    #[arg(long)]
    pub zone: Option<String>,
    /// Make a key and certificate for these host names and addresses
    #[arg(long, value_name = "HOST", num_args = 1..)]
    pub tls: Vec<String>,
    #[command(flatten)]
    pub brand: InitBrand,
    /// Ask, of up to ten posts that the queries find, whether they are about the brand: what is not is left out. Reads y or n, a line each
    #[arg(long, requires = "organisation")]
    pub ask: bool,
    /// One organisation a line, from a CSV file with a header; the line of organisation `*` holds what the others leave empty
    #[arg(long, value_name = "FILE", conflicts_with_all = ["organisation", "setup_link"])]
    pub from: Option<PathBuf>,
    /// What the lines of --from leave empty, as TOML: `size = "agency"`
    #[arg(long, value_name = "FILE", requires = "from")]
    pub base: Option<PathBuf>,
    /// Print the codes of the trades
    #[arg(long, conflicts_with_all = ["organisation", "from", "setup_link"])]
    pub list_trades: bool,
    /// Make a link by which somebody sets up an organisation of their own in the browser
    #[arg(long, conflicts_with = "organisation")]
    pub setup_link: bool,
}

/// With any of these, the brand is set up too: queries, places, sources that need no key.
#[derive(Debug, Default, Args)]
pub struct InitBrand {
    /// solo, team or agency
    #[arg(long, help_heading = "The brand")]
    pub size: Option<String>,
    /// The brand's name [default: the organisation's]
    #[arg(long, help_heading = "The brand")]
    pub brand: Option<String>,
    /// Where it is
    #[arg(long, help_heading = "The brand")]
    pub town: Option<String>,
    /// What it does, by its code
    #[arg(long, help_heading = "The brand")]
    pub trade: Option<String>,
    /// Its site or a profile of its own
    #[arg(long, help_heading = "The brand", value_name = "URL")]
    pub link: Option<String>,
    /// Its phone number or e-mail address
    #[arg(long, help_heading = "The brand")]
    pub contact: Option<String>,
    /// A competitor, watched beside it
    #[arg(long, help_heading = "The brand")]
    pub competitor: Option<String>,
    /// The country whose law applies, as FR [default: told by contact, link or town]
    #[arg(long, help_heading = "The brand")]
    pub country: Option<String>,
    /// A language of its customers; may be given several times [default: those of the country and town]
    #[arg(long = "language", help_heading = "The brand")]
    pub languages: Vec<String>,
}
