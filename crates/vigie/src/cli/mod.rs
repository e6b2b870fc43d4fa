//! The command line: noun, verb, options. What each does stands in `commands/`.

mod case;
mod complaint;
mod drill;
mod init;
mod marketing;
mod people;
mod plan;
mod policy;
mod profile;
mod retention;
mod signal;
mod source;
mod team;
mod text;
mod waking;

pub use case::{Case, CaseAsk, CaseLesson, CaseNamed, CaseOpen, CaseVerify};
pub use complaint::{Complaint, ComplaintAnswer, ComplaintBy, Standing};
pub use drill::{Drill, DrillRun};
pub use init::Init;
pub use marketing::{Account, AccountAdd, Marketing, MarketingSchedule, MarketingThaw, MarketingTool, ThawKind};
pub use people::{Token, User};
pub use plan::{Plan, PlanCalendar, PlanCard, PlanCheck, PlanHeld, PlanKind, PlanLanguage, PlanTraining};
pub use policy::Policy;
pub use profile::{Profile, ProfileSet};
pub use retention::{Retention, RetentionSet};
pub use signal::{Assess, Signal};
pub use source::{Keep, Source, SourceAdd, SourceSet};
pub use team::Team;
pub use text::{Text, TextKind, TextResponsible, TextWording};
pub use waking::{Ladder, Target, TargetAdd};

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Sees an online reputation crisis coming, says what it is and how big, and why it says so.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, propagate_version = true, after_help = EXIT_CODES)]
pub struct Cli {
    /// Settings file [default: vigie.toml where it exists]
    #[arg(long, global = true, env = "VIGIE_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The store: a file of this machine or a PostgreSQL server; overrides the settings file
    #[arg(long, global = true, env = "VIGIE_STORE", value_name = "URL")]
    pub store: Option<String>,
    /// Answer in JSON on standard output
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done · 1 it did not work, the message says why and what was kept · 2 the command line is wrong · \
3 done, with items kept aside (quarantined, refused, or missing) · 4 the settings or the store cannot be used · 5 the address cannot be served";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Replays a packaged crisis through the real pipeline and opens the real pages
    Demo(Demo),
    /// Listens, detects and serves the pages
    Serve(Serve),
    /// Makes the store, the first login and, if wanted, a certificate
    Init(Box<Init>),
    /// Says what is wrong, why it matters and what to do. Exit code 0 when nothing is broken (warnings and what could not be looked at
    /// are listed), 1 when something is
    Doctor,
    /// Reads posts from a file (JSONL or CSV) or from standard input
    Import(Import),
    /// Writes an organisation's posts as JSONL (reads back identically) or CSV
    Export(Export),
    /// The week in five lines: mentions, what waits, engagement and tone, the sources, what is missing
    Report(Report),
    /// What is said of an organisation: country, opening hours, languages, time zone
    #[command(subcommand)]
    Profile(Profile),
    /// How long texts and authors are kept
    #[command(subcommand)]
    Retention(Retention),
    /// Brands and their queries
    #[command(subcommand)]
    Brand(Brand),
    /// The query language, as a filter
    #[command(subcommand)]
    Query(Query),
    /// The reader, as a filter
    #[command(subcommand)]
    Text(Text),
    /// The plan: a text file, compiled
    #[command(subcommand)]
    Plan(Plan),
    /// Cases: one action opens one; shown, asked, exported, its folder verified
    #[command(subcommand)]
    Case(Case),
    /// Drills: packs of invented crises, played through the real pipeline and scored
    #[command(subcommand)]
    Drill(Drill),
    /// Surges: replay counts, find coordination, list signals, say why one was raised
    #[command(subcommand)]
    Signal(Signal),
    /// Places to listen to
    #[command(subcommand)]
    Source(Source),
    /// How somebody is woken
    #[command(subcommand)]
    Target(Target),
    /// Who is called in an organisation, and who next
    #[command(subcommand)]
    Ladder(Ladder),
    /// The team: who is in it, who can be reached, links for staff
    #[command(subcommand)]
    Team(Team),
    /// Mentions by hand
    #[command(subcommand)]
    Mention(Mention),
    /// The communication policy of a brand: what the public reads of the plan, and publishing it
    #[command(subcommand)]
    Policy(Policy),
    /// Complaints by the private channel: who waits, answers by name
    #[command(subcommand)]
    Complaint(Complaint),
    /// The accounts that texts are sent from
    #[command(subcommand)]
    Account(Account),
    /// Scheduled marketing: what waits, what is held, what is let go
    #[command(subcommand)]
    Marketing(Marketing),
    /// Logins
    #[command(subcommand)]
    User(User),
    /// API tokens
    #[command(subcommand)]
    Token(Token),
    /// Measures this machine: ours beside its limits, in one run
    Bench(Bench),
    /// Completions for a shell
    Completions { shell: clap_complete::Shell },
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Where to serve the pages
    #[arg(long, default_value = "127.0.0.1:8787", value_name = "HOST:PORT")]
    pub listen: SocketAddr,
    /// No pages: replay as fast as possible, print what was raised, end
    #[arg(long)]
    pub headless: bool,
    /// The most seconds a headless replay may take
    #[arg(long, default_value_t = 60)]
    pub seconds: u64,
    /// What the posts are drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads that read and match; no result depends on it
    #[arg(long, default_value_t = 2)]
    pub workers: usize,
    /// Leave the storm out
    #[arg(long)]
    pub calm: bool,
    /// Another pack than the one that ships
    #[arg(long, value_name = "FILE")]
    pub pack: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Where to serve the pages; overrides the settings file
    #[arg(long, value_name = "HOST:PORT")]
    pub listen: Option<SocketAddr>,
    /// Serve https: `self-signed` (made by `vigie init --tls`)
    #[arg(long, value_enum)]
    pub tls: Option<Tls>,
    /// Serve plain http on a private address all the same
    #[arg(long)]
    pub plain_http: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tls {
    SelfSigned,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The file; `-` is standard input
    pub file: PathBuf,
    /// Whose posts these are [default: the only organisation]
    #[arg(long)]
    pub organisation: Option<String>,
    /// Bind the posts to this brand: each is a mention of it, no match needed
    #[arg(long)]
    pub brand: Option<String>,
    /// Which column is what: `text=Tweet,at=tweet_created,author=name,id=tweet_id,brand=airline`
    #[arg(long)]
    pub map: Option<String>,
    /// How times are written, when they cannot be told: strptime form
    #[arg(long)]
    pub time_format: Option<String>,
    /// Zone of times that carry none
    #[arg(long, default_value = "UTC")]
    pub zone: String,
    /// Name of the source these posts are filed under [default: the file's name]
    #[arg(long)]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub struct Export {
    /// Whose posts [default: the only organisation]
    #[arg(long)]
    pub organisation: Option<String>,
    /// CSV for a spreadsheet instead of JSONL; cells that look like formulas are defused
    #[arg(long)]
    pub csv: bool,
}

#[derive(Debug, Args)]
pub struct Report {
    /// The seven days before `--until`
    #[arg(long, required = true)]
    pub week: bool,
    /// Of this brand only [default: all own brands]
    #[arg(long)]
    pub brand: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
    /// RFC 3339 [default: now]
    #[arg(long)]
    pub until: Option<jiff::Timestamp>,
    /// Language: fr, en, fy, nl
    #[arg(long, default_value = "en")]
    pub locale: String,
}

#[derive(Debug, Args)]
pub struct Bench {
    /// What to measure
    #[arg(long, value_enum, default_value = "e2e")]
    pub only: Measure,
    /// Posts made and read
    #[arg(long, default_value_t = 200_000)]
    pub posts: usize,
    /// Queries they are held against
    #[arg(long, default_value_t = 1_000)]
    pub queries: usize,
    /// Runs, of which the median is told
    #[arg(long, default_value_t = 5)]
    pub runs: usize,
    /// What the posts are drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// From a line of JSON to a stored and counted mention
    E2e,
}

#[derive(Debug, Subcommand)]
pub enum Brand {
    /// Adds a brand
    Add {
        name: String,
        #[arg(long)]
        organisation: Option<String>,
        /// own, competitor or industry
        #[arg(long, default_value = "own")]
        role: String,
        #[arg(long, default_value = "Europe/Paris")]
        zone: String,
        /// A query that finds its mentions; may be given several times
        #[arg(long = "query")]
        queries: Vec<String>,
        /// An account that speaks for it; may be given several times
        #[arg(long = "own-account")]
        own_accounts: Vec<String>,
    },
    /// Says how often a brand is told of, and with `--notice` or `--alert` sets it; counts from the next minute on
    Budget {
        name: String,
        #[arg(long)]
        organisation: Option<String>,
        /// Notices on calm counts, at most: day, week or month
        #[arg(long, value_name = "OFTEN")]
        notice: Option<String>,
        /// Alerts on calm counts, at most: month, two_months or half_year
        #[arg(long, value_name = "OFTEN")]
        alert: Option<String>,
    },
    /// Lists brands and queries
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Query {
    /// Says whether a query can be read, and where it cannot
    Check { query: String },
    /// Says what a query looks for
    Explain { query: String },
    /// Matches posts (JSONL) against rules (`id<TAB>query` a line): prints `post_id<TAB>query_id`, sorted
    Test { rules: PathBuf, posts: PathBuf },
    /// Tries a query of a brand on what is stored, before it is saved: mentions a day, signals, what is gained and lost
    Backtest(QueryBacktest),
}

#[derive(Debug, Args)]
pub struct QueryBacktest {
    /// The query; without one, `--instead-of` is tried as taken away
    #[arg(required_unless_present = "instead_of")]
    pub query: Option<String>,
    /// Whose query it is
    #[arg(long)]
    pub brand: String,
    #[arg(long)]
    pub organisation: Option<String>,
    /// The name of the saved query it would take the place of
    #[arg(long, value_name = "NAME")]
    pub instead_of: Option<String>,
    /// How many weeks back
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(i64).range(1..=engine::backtest::WEEKS))]
    pub weeks: i64,
    /// Most seconds; what was looked at by then is told
    #[arg(long, default_value_t = 120)]
    pub seconds: u32,
}

#[derive(Debug, Subcommand)]
pub enum Mention {
    /// Adds what somebody saw: a link, a text, counts
    Add {
        /// The brand
        #[arg(long)]
        brand: String,
        #[arg(long)]
        organisation: Option<String>,
        #[arg(long)]
        text: String,
        #[arg(long)]
        url: Option<String>,
        #[arg(long)]
        author: Option<String>,
        /// Views seen
        #[arg(long)]
        views: Option<i64>,
        /// When it was seen, RFC 3339 [default: now]
        #[arg(long)]
        at: Option<jiff::Timestamp>,
        /// Who reports it
        #[arg(long)]
        reported_by: String,
    },
    /// Answers one outside a case: without a command, who has it and what is written; with one, as the API takes it, such as
    /// '{"claim":{"mention":7}}'
    Answer {
        /// The mention, by its number
        mention: i64,
        #[arg(long)]
        organisation: Option<String>,
        /// By whom: a member's address
        #[arg(long, value_name = "EMAIL", requires = "command")]
        by: Option<String>,
        /// The command, JSON
        #[arg(requires = "by")]
        command: Option<String>,
    },
}
