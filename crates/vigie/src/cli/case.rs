//! `vigie case`.

use super::PlanLanguage;
use clap::{Args, Subcommand};
use domain::case::{Head, HouseKey};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Case {
    /// Says whether the folder of an exported case is as it was, with nothing but the folder: no store, no network. Exit code 1 where it
    /// is not, with the record's number; 3 where it is, and texts or captures are missing, or lie there although they were erased
    Verify(CaseVerify),
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
