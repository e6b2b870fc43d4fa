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
    pub pack: String,
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
}
