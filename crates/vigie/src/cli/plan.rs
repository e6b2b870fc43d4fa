//! `vigie plan`.

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Finds what would fail at the bad moment: code, place, reason, what to do. Exit code 1 where an error is found
    Check(PlanCheck),
    /// Says what the second plan says otherwise than the first: meaning, not lines
    Diff {
        /// The plan before
        old: PathBuf,
        /// The plan after
        new: PathBuf,
    },
    /// Lays a plan out evenly; comments, order and meaning stay
    Fmt {
        /// The plan, written again in place
        file: PathBuf,
        /// Only say whether it would change (exit code 1 where it would)
        #[arg(long)]
        check: bool,
    },
    /// Writes the card: one page with the first moves, names, telephones and the first words; works without network
    Card(PlanCard),
    /// Prints the days of a plan as iCalendar: drills, confirmations each quarter, approvals that run out, the look at the team each half-year
    Calendar(PlanCalendar),
    /// Says what of ISO 22361:2022 a plan shows, by its titles: our own reading, and no certification
    Iso(PlanCheck),
    /// Prints each scenario of a plan that has moves as a playbook of CACAO 2.0, one a line
    Cacao {
        /// The plan, or a client's differences
        file: PathBuf,
        /// The base plan that the differences are laid over
        #[arg(long)]
        base: Option<PathBuf>,
        /// Only this scenario
        #[arg(long)]
        scenario: Option<String>,
        /// When they were made [default: now]
        #[arg(long, value_name = "2026-11-22T02:00:00Z")]
        created: Option<jiff::Timestamp>,
    },
    /// Prints a training of staff made from a plan: questions, answers, the right one marked, and the plan's words
    Training(PlanTraining),
    /// The plan that an organisation keeps
    #[command(flatten)]
    Held(PlanHeld),
    /// Says how ready the team of an organisation is, from 0 to 100: each reason with what it costs, each risk with what it lacks
    Readiness {
        #[arg(long)]
        organisation: Option<String>,
        /// The language of the reasons
        #[arg(long, value_enum, default_value = "en")]
        language: PlanLanguage,
    },
    /// Writes a plan that ships, to begin with
    New {
        /// Which
        kind: PlanKind,
        /// Its language
        #[arg(long, value_enum, default_value = "en")]
        language: PlanLanguage,
        /// The brand's name
        #[arg(long)]
        brand: Option<String>,
        /// The name of whoever leads
        #[arg(long)]
        person: Option<String>,
        /// Their telephone number
        #[arg(long)]
        phone: Option<String>,
        /// Their address
        #[arg(long)]
        email: Option<String>,
        /// Where anybody complains, as texts name it; empty for nowhere
        #[arg(long)]
        page: Option<String>,
        /// Where news stand, as texts name it; empty for nowhere
        #[arg(long)]
        updates: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct PlanCalendar {
    /// The plan, or a client's differences
    pub file: PathBuf,
    /// The base plan that the differences are laid over
    #[arg(long)]
    pub base: Option<PathBuf>,
    /// The language of the calendar
    #[arg(long, value_enum, default_value = "en")]
    pub language: PlanLanguage,
    /// What tells this calendar from others [default: the name of the file]
    #[arg(long)]
    pub name: Option<String>,
    /// When it is told [default: now]
    #[arg(long, value_name = "2026-11-22T02:00:00Z")]
    pub at: Option<Timestamp>,
}

#[derive(Debug, Subcommand)]
pub enum PlanHeld {
    /// Prints the plan that an organisation keeps
    Show {
        /// The organisation; not needed where there is one
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Keeps a file as the next version of an organisation's plan
    Keep {
        /// The plan, or a client's differences
        file: PathBuf,
        /// The organisation; not needed where there is one
        #[arg(long)]
        organisation: Option<String>,
        /// The version it was made from [default: the one that holds]
        #[arg(long, value_name = "VERSION")]
        over: Option<i64>,
        /// Why it was changed
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Lays an organisation's plan over that of another, as a client's over its agency's
    Base {
        /// The organisation below
        #[arg(required_unless_present = "none")]
        base: Option<String>,
        /// The plan stands alone again
        #[arg(long, conflicts_with = "base")]
        none: bool,
        /// The organisation; not needed where there is one
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct PlanCheck {
    /// The plan, or a client's differences
    pub file: PathBuf,
    /// The base plan that the differences are laid over
    #[arg(long)]
    pub base: Option<PathBuf>,
    /// The day on which it is looked at [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<jiff::civil::Date>,
    /// The language of the findings
    #[arg(long, value_enum, default_value = "en")]
    pub language: PlanLanguage,
}

#[derive(Debug, Args)]
pub struct PlanCard {
    /// The plan, or a client's differences
    pub file: PathBuf,
    /// The base plan that the differences are laid over
    #[arg(long)]
    pub base: Option<PathBuf>,
    /// The page to write; standard output without it
    #[arg(long)]
    pub html: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PlanTraining {
    /// The plan, or a client's differences
    pub file: PathBuf,
    /// The base plan that the differences are laid over
    #[arg(long)]
    pub base: Option<PathBuf>,
    /// By which the questions are chosen: the same for the same plan and seed
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The language of the questions; answers of the plan stay in its own
    #[arg(long, value_enum, default_value = "en")]
    pub language: PlanLanguage,
}

/// The plans that ship.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PlanKind {
    /// A shop that one person looks after
    Shop,
    /// A brand with a team
    Brand,
    /// An agency's base plan
    Agency,
    /// A client's differences over the agency's
    Client,
    /// A public figure
    Figure,
}

/// The languages of what Vigie says.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PlanLanguage {
    /// English
    En,
    /// French
    Fr,
    /// West Frisian
    Fy,
    /// Dutch
    Nl,
}
