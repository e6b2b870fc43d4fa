//! The command line: noun, verb, options. What each does stands in `commands/`.

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
3 done, with items kept aside (quarantined or refused) · 4 the settings or the store cannot be used · 5 the address cannot be served";

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
    /// Brands and their queries
    #[command(subcommand)]
    Brand(Brand),
    /// The query language, as a filter
    #[command(subcommand)]
    Query(Query),
    /// The reader, as a filter
    #[command(subcommand)]
    Text(Text),
    /// Surges: replay counts, list signals, say why one was raised
    #[command(subcommand)]
    Signal(Signal),
    /// Places to listen to
    #[command(subcommand)]
    Source(Source),
    /// How somebody is woken
    #[command(subcommand)]
    Target(Target),
    /// Mentions by hand
    #[command(subcommand)]
    Mention(Mention),
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
pub enum Text {
    /// One text a line on standard input, one reading (JSON) a line on standard output
    Read,
}

#[derive(Debug, Subcommand)]
pub enum Signal {
    /// Replays counts (`timestamp,value`) through the detector: `timestamp,value,expected,score,level`
    Replay { counts: PathBuf },
    /// Lists signals
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Computes a signal again from what it froze, and says why it was raised
    Why {
        id: String,
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Source {
    /// Adds a source: `feed URL`, `mastodon URL` or `webhook`
    Add(SourceAdd),
    /// Tries a source once and says in plain words how it fares, within five seconds
    Test { id: i64 },
    /// Changes a source; a running `vigie serve` takes it up at once
    Set(SourceSet),
    /// Lists sources and how they fare
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct SourceAdd {
    /// feed, mastodon or webhook
    pub kind: String,
    /// The feed's or the server's address
    pub url: Option<String>,
    #[arg(long)]
    pub organisation: Option<String>,
    /// Bind it to this brand: all it brings is a mention
    #[arg(long)]
    pub brand: Option<String>,
    #[arg(long)]
    pub name: Option<String>,
    /// Mastodon: the tag to follow [default: the public timeline]
    #[arg(long)]
    pub tag: Option<String>,
    /// Only posts that match a query are kept: for firehoses
    #[arg(long)]
    pub keep_matched: bool,
    /// Mastodon: the access token
    #[arg(long, env = "VIGIE_SOURCE_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Mastodon: listen to the server's stream too, not only visit it every minute
    #[arg(long)]
    pub stream: bool,
    /// Internal hosts this source may reach: `127.0.0.1:8080`
    #[arg(long)]
    pub allow: Vec<String>,
    /// Add it even though the first try fails
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Keep {
    All,
    Matched,
}

#[derive(Debug, Args)]
pub struct SourceSet {
    pub id: i64,
    /// Its name as shown
    #[arg(long)]
    pub name: Option<String>,
    /// Listen to it
    #[arg(long, conflicts_with = "disable")]
    pub enable: bool,
    /// Do not listen to it
    #[arg(long)]
    pub disable: bool,
    /// Bind it to this brand: all it brings from now on is a mention
    #[arg(long, conflicts_with = "no_brand")]
    pub brand: Option<String>,
    /// Bind it to no brand: what it brings from now on must match a query
    #[arg(long)]
    pub no_brand: bool,
    /// Feed, Mastodon: keep all posts, or exclude those that match no query
    #[arg(long, value_enum)]
    pub keep: Option<Keep>,
    /// Feed: its new address
    #[arg(long)]
    pub url: Option<String>,
    /// Feed: the name it asks for; the password is taken from VIGIE_SOURCE_PASSWORD
    #[arg(long, requires = "password")]
    pub login: Option<String>,
    #[arg(long, env = "VIGIE_SOURCE_PASSWORD", hide = true, hide_env_values = true)]
    pub password: Option<String>,
    /// Mastodon: the new access token; `-` takes it from VIGIE_SOURCE_TOKEN
    #[arg(long)]
    pub token: Option<String>,
    /// Mastodon: whether to listen to the server's stream too
    #[arg(long, value_name = "true|false")]
    pub stream: Option<bool>,
    /// Webhook: make a new secret; the one before stays good until --drop-old-secrets
    #[arg(long)]
    pub new_secret: bool,
    /// Webhook: take only what is signed with the newest secret
    #[arg(long)]
    pub drop_old_secrets: bool,
}

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
    /// Takes a target away; what still waits for it is not sent
    Remove {
        id: i64,
        #[arg(long)]
        email: String,
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
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Adds a login; the password is read from standard input or VIGIE_PASSWORD, or made and printed
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// owner, lead, spokesperson, social-manager, legal, executive, read-only
        #[arg(long, default_value = "read-only")]
        role: String,
        #[arg(long)]
        organisation: Option<String>,
        #[arg(long, default_value = "en")]
        locale: String,
        #[arg(long, default_value = "Europe/Paris")]
        zone: String,
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
    /// Lists logins
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
