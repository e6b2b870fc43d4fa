//! `vigie drill …`: packs, played.

use super::PlanLanguage;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Drill {
    /// Lists the packs that ship
    List,
    /// Plays a pack in a world of its own, from which nothing leaves, with a scripted team; prints what was raised and the score
    Run(DrillRun),
    /// Erases somebody who is or was in the team from the drills that are kept: their name in seats, reviews and notes, and what they showed
    Erase {
        #[arg(long)]
        email: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says a score in words: of a drill that people played, or of what `vigie --json drill run` printed (a file, or standard input)
    Report {
        /// The file
        file: Option<PathBuf>,
        /// The number of a drill that people played
        #[arg(long, value_name = "NUMBER", conflicts_with = "file")]
        kept: Option<i64>,
        /// Whose drill; needed where there are several organisations
        #[arg(long, requires = "kept")]
        organisation: Option<String>,
        #[arg(long, value_enum, default_value = "en")]
        language: PlanLanguage,
    },
}

#[derive(Debug, Args)]
pub struct DrillRun {
    /// A pack that ships, or the path of a file
    #[arg(required_unless_present = "case")]
    pub pack: Option<String>,
    /// One's own past case in place of a pack: its number, or its exported folder with `vigie export` as posts.jsonl in it; who wrote is not replayed
    #[arg(long, value_name = "NUMBER|FOLDER", conflicts_with = "pack")]
    pub case: Option<String>,
    /// Whose case
    #[arg(long, requires = "case")]
    pub organisation: Option<String>,
    /// How many virtual minutes pass in one, from the storm on; without it, as fast as the machine can
    #[arg(long, value_name = "TIMES", value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub speed: Option<u32>,
    /// No pages: this is how every drill is played so far
    #[arg(long)]
    pub headless: bool,
    /// What the posts are drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads that read and match; no result depends on it
    #[arg(long, default_value_t = 2)]
    pub workers: usize,
    /// Where the store of the drill is made, and left; without it, a throw-away one
    #[arg(long, value_name = "FOLDER")]
    pub keep: Option<PathBuf>,
    /// A plan of one's own, played in place of the pack's
    #[arg(long, value_name = "FILE", conflicts_with = "of")]
    pub plan: Option<PathBuf>,
    /// The plan that an organisation has now, played in place of the pack's
    #[arg(long, value_name = "ORGANISATION")]
    pub of: Option<String>,
    /// Writes into that plan which of its lessons this drill has tried; of an organisation, as a new version, and into the cases they come from
    #[arg(long)]
    pub mark: bool,
}
