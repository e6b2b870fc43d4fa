//! `vigie case`.

use super::PlanLanguage;
use clap::{Args, Subcommand};
use domain::case::{Head, HouseKey};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Case {
    /// The one action: opens a case of a brand, or takes its open one up, and says what happened
    Open(CaseOpen),
    /// Lists cases, what moved last first
    List {
        #[arg(long)]
        organisation: Option<String>,
        /// Those that are over too
        #[arg(long)]
        all: bool,
    },
    /// Shows one: where it stands, its clocks, what waits, what happened last
    Show(CaseNamed),
    /// Asks something of a case: one command as the API takes it, such as '{"note":{"key":"n1","text":"…"}}'; without one it is read from standard input
    Ask(CaseAsk),
    /// Erases texts and captures of a case for data protection, as an owner asks who says why: they go, the log keeps what stands for them, and an
    /// export still holds
    Erase {
        #[command(flatten)]
        case: CaseNamed,
        /// By whom: an owner's address
        #[arg(long, value_name = "EMAIL")]
        by: String,
        /// Why
        #[arg(long)]
        why: String,
        /// What was captured of this mention
        #[arg(long, value_name = "ID")]
        mention: Option<i64>,
        /// Texts and captures as the log names them: `text:…`, `file:…`
        #[arg(value_name = "NAME")]
        named: Vec<String>,
    },
    /// Writes a case into a folder that proves itself; prints the key and the head to keep elsewhere
    Export {
        #[command(flatten)]
        case: CaseNamed,
        /// The folder; it must not be there yet
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Writes what the public reads of a brand as files into a folder: a page in each language and a feed, for any static host. The same state gives the
    /// same bytes; `updates` in the settings keeps a folder so while `vigie serve` runs
    Updates {
        /// The brand, by its name
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
        /// The folder
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// The review of a case, computed from its log: what was kept and missed, how fast, what went well and what did not, what is not known
    Review(CaseNamed),
    /// Tries on stored posts what would have shown a case earlier: a query beside those of its brand, or being told more often; changes nothing
    Earlier {
        #[command(flatten)]
        case: CaseNamed,
        /// A query more
        #[arg(long, value_name = "QUERY")]
        query: Option<String>,
        /// How often notices may be told of: day, week, month
        #[arg(long, value_name = "OFTEN", requires = "alert")]
        notice: Option<String>,
        /// How often alerts may be told of: month, two_months, half_year
        #[arg(long, value_name = "OFTEN", requires = "notice")]
        alert: Option<String>,
    },
    /// The reviews of the newest cases side by side, each in one line
    Reviews {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Whose name and colour stand on the reviews, for agencies; with --name and --colour sets it, with --none takes it away
    Letterhead {
        #[arg(long)]
        organisation: Option<String>,
        /// Who gives the reviews
        #[arg(long, value_name = "NAME", requires = "colour")]
        name: Option<String>,
        /// As '#1a5fb4'
        #[arg(long, value_name = "COLOUR", requires = "name")]
        colour: Option<String>,
        /// Reviews have none again
        #[arg(long, conflicts_with_all = ["name", "colour"])]
        none: bool,
    },
    /// How good detection was in the last half year, from what people said of its signals: precision, delay, calls at night, with intervals
    Quality {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Proposes a lesson: changes of the plan that rest on a case; with --merge it becomes a version of the plan
    Lesson(CaseLesson),
    /// Says whether the folder of an exported case is as it was, with nothing but the folder: no store, no network. Exit code 1 where it
    /// is not, with the record's number; 3 where it is, and texts or captures are missing, or lie there although they were erased
    Verify(CaseVerify),
}

#[derive(Debug, Args)]
pub struct CaseNamed {
    /// Its number
    pub case: i64,
    #[arg(long)]
    pub organisation: Option<String>,
}

#[derive(Debug, Args)]
pub struct CaseOpen {
    /// The brand, by its name
    pub brand: String,
    #[arg(long)]
    pub organisation: Option<String>,
    /// By whom: a member's address
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
    /// What happened, in a sentence
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["mention", "signal"])]
    pub said: Option<String>,
    /// The mention it is called for
    #[arg(long, value_name = "ID", conflicts_with = "signal")]
    pub mention: Option<i64>,
    /// The signal it is called for
    #[arg(long, value_name = "ID")]
    pub signal: Option<String>,
    /// People may be hurt
    #[arg(long)]
    pub hurt: bool,
    /// The scenario of the plan
    #[arg(long)]
    pub scenario: Option<String>,
    /// The same key twice is one call [default: of what is said]
    #[arg(long)]
    pub key: Option<String>,
}

#[derive(Debug, Args)]
pub struct CaseAsk {
    #[command(flatten)]
    pub case: CaseNamed,
    /// By whom: a member's address
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
    /// The command, JSON
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub struct CaseLesson {
    #[command(flatten)]
    pub case: CaseNamed,
    /// By whom: a member's address
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
    /// In a sentence
    #[arg(long, value_name = "WORDS")]
    pub text: String,
    /// Changes of the plan, JSON: '[{"section":"clock","id":"holding","field":"due","to":"30 min"}]'
    #[arg(long, value_name = "JSON")]
    pub changes: String,
    /// A record it rests on; may be given several times
    #[arg(long = "record", value_name = "NUMBER")]
    pub records: Vec<u32>,
    /// Into the plan now
    #[arg(long)]
    pub merge: bool,
}

#[derive(Debug, Args)]
pub struct CaseVerify {
    /// The folder: `manifest.json`, `events.jsonl`, `texts.jsonl`, `captures/`
    pub folder: PathBuf,
    /// The house's public key, from elsewhere than the folder: 64 digits of 0-9 and a-f
    #[arg(long, value_parser = key)]
    pub key: Option<HouseKey>,
    /// A head that left the house earlier: `NUMBER:HASH`
    #[arg(long, value_parser = head)]
    pub head: Option<Head>,
    /// The language of the answer
    #[arg(long, value_enum, default_value = "en")]
    pub language: PlanLanguage,
}

fn key(written: &str) -> Result<HouseKey, &'static str> {
    HouseKey::read(written).ok_or("a key is 64 digits of 0-9 and a-f")
}

fn head(written: &str) -> Result<Head, String> {
    written.parse::<Head>().map_err(|bad| bad.to_string())
}
