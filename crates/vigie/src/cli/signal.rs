//! `vigie signal`: why something was raised, what it is, what people say of it.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Signal {
    /// Replays counts (`timestamp,value`) through the detector: `timestamp,value,expected,score,level`
    Replay { counts: PathBuf },
    /// Says which accounts did the same at the same time more than chance explains: `account,object,timestamp` in, `account,score,group` out
    Coordination {
        /// The file, with a header; it may have a column `kind`. `-` is standard input
        actions: PathBuf,
    },
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
    /// Says what the labels of the last 90 days propose for how often each brand is told of, and what that would change
    Calibrate {
        /// Of this brand only
        #[arg(long)]
        brand: Option<String>,
        #[arg(long)]
        organisation: Option<String>,
        /// Takes what is proposed
        #[arg(long)]
        apply: bool,
    },
    #[command(flatten)]
    Assess(Assess),
}

/// What a signal is about, how big and how grave, and what people say of it.
#[derive(Debug, Subcommand)]
pub enum Assess {
    /// Says what a signal is as of now: how grave, who, from where, what may come, and what is not known
    Show {
        id: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists each rating of a signal, what speaks for and against its being one of a campaign, and who is not accused
    Dossier {
        id: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Reports a figure that no source counts: `views`, `calls`, `cancelled`, `money` or `harmed`, in all so far
    Report {
        id: String,
        subject: String,
        value: i64,
        /// Whose word it is
        #[arg(long)]
        email: String,
        #[arg(long, default_value = "")]
        note: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says another severity than the rubric's: `watch`, `alert` or `crisis`, with a reason; `rubric` takes it back
    Severity {
        id: String,
        severity: String,
        /// Whose word it is
        #[arg(long)]
        email: String,
        #[arg(long, default_value = "")]
        reason: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Prints the rubric of the severity as JSON, or sets it from a file; `--reset` lets the house's hold again
    Rubric {
        file: Option<PathBuf>,
        #[arg(long, conflicts_with = "file")]
        reset: bool,
        #[arg(long)]
        organisation: Option<String>,
    },
}
