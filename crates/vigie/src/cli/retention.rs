//! `vigie retention`.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Retention {
    /// For how long things are kept, what there is, what the next pass erases, and what was erased
    Show {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says for how long things are kept; what is not named stays as it is. What is to go goes within a day and does not come back: try it first
    Set(RetentionSet),
}

#[derive(Debug, Args)]
pub struct RetentionSet {
    /// Texts: 7 to 36500 days, or `ever`
    #[arg(long, value_name = "DAYS", value_parser = days)]
    pub text_days: Option<Wanted>,
    /// Who wrote them; so
    #[arg(long, value_name = "DAYS", value_parser = days)]
    pub author_days: Option<Wanted>,
    /// Evidence at most; so
    #[arg(long, value_name = "DAYS", value_parser = days, conflicts_with = "source")]
    pub evidence_days: Option<Wanted>,
    /// For this source only, by name or id; `ever` is then: as for every source
    #[arg(long)]
    pub source: Option<String>,
    /// Says what would go and saves nothing
    #[arg(long = "try")]
    pub tried: bool,
    #[arg(long)]
    pub organisation: Option<String>,
}

/// A number of days, or none.
pub type Wanted = Option<u32>;

fn days(text: &str) -> Result<Wanted, String> {
    match text {
        "ever" => Ok(None),
        days => days.parse().map(Some).map_err(|_| "a number of days, or `ever`".to_owned()),
    }
}
