//! `vigie profile`.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Profile {
    /// What is said of an organisation: country, opening hours, languages, time zone, size
    Show {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Changes it; what is not named stays as it is. Nights, law and pages follow at once
    Set(ProfileSet),
}

#[derive(Debug, Args)]
pub struct ProfileSet {
    /// The country whose law applies: FR BE NL LU CH DE AT GB IE ES PT IT CA US
    #[arg(long)]
    pub country: Option<String>,
    /// When it is usually open: `9:30-19:00`; what closes before it opens closes after midnight
    #[arg(long, value_name = "FROM-UNTIL")]
    pub hours: Option<String>,
    /// The first and the last open day of the week, 1 is Monday: `2-7`
    #[arg(long, value_name = "FIRST-LAST")]
    pub days: Option<String>,
    /// A language of its customers; may be given several times, and then stands for all
    #[arg(long = "language", value_name = "CODE")]
    pub languages: Vec<String>,
    /// The IANA zone: its brands that had the one before go with it, and the clocks of people who look after nothing else
    #[arg(long)]
    pub zone: Option<String>,
    /// solo, team or agency
    #[arg(long)]
    pub size: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
}
