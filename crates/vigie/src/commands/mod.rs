//! One file per noun.

mod assessment;
mod backtest;
mod bench;
mod brand;
mod budget;
mod case;
mod client;
mod clients;
mod complaint;
mod coordination;
mod demo;
mod doctor;
mod dossier;
mod drill;
mod export;
mod house;
mod import;
mod init;
mod ladder;
mod marketing;
mod marketing_tool;
mod mention;
mod past;
mod plan;
mod policy;
mod profile;
mod query;
mod report;
mod retention;
mod serve;
mod signal;
mod source;
mod target;
mod team;
mod text;
mod token;
mod user;
mod waking;
mod wording;

use crate::Done;
use crate::cli::{Cli, Command};
use crate::config::Config;
use anyhow::Context;
use clap::CommandFactory;

/// What most commands are given.
pub struct Setting {
    /// The settings file, the command line's wishes applied.
    pub config: Config,
    /// Whether the answer is JSON.
    pub json: bool,
}

/// Runs what was asked for.
pub fn run(cli: Cli) -> anyhow::Result<Done> {
    match &cli.command {
        // Filters and completions need no settings, no store and no runtime.
        Command::Query(asked) if !matches!(asked, crate::cli::Query::Backtest(_)) => {
            return query::run(asked, cli.json);
        }
        Command::Text(crate::cli::Text::Read) => return text::read(),
        Command::Plan(asked) if !matches!(asked, crate::cli::Plan::Held(_) | crate::cli::Plan::Readiness { .. }) => {
            return plan::run(asked, cli.json);
        }
        Command::Case(crate::cli::Case::Verify(asked)) => return case::verify(asked, cli.json),
        Command::Text(crate::cli::Text::Wording(asked)) => return wording::run(asked, cli.json),
        Command::Signal(crate::cli::Signal::Replay { counts }) => return signal::replay(counts),
        Command::Signal(crate::cli::Signal::Coordination { actions }) => return coordination::run(actions, cli.json),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Cli::command(), "vigie", &mut std::io::stdout());
            return Ok(Done::All);
        }
        _ => {}
    }
    let mut config = Config::load(cli.config.as_deref())?;
    if let Some(store) = cli.store {
        config.store = store;
    }
    let setting = Setting { config, json: cli.json };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(2)
        .build()
        .context("the runtime did not start; nothing was done")?;
    runtime.block_on(run_with(cli.command, &setting))
}

async fn run_with(command: Command, setting: &Setting) -> anyhow::Result<Done> {
    match command {
        Command::Demo(asked) => demo::run(asked, setting).await,
        Command::Serve(asked) => serve::run(asked, setting).await,
        Command::Init(asked) => init::run(*asked, setting).await,
        Command::Doctor => doctor::run(setting).await,
        Command::Import(asked) => import::run(asked, setting).await,
        Command::Export(asked) => export::run(asked, setting).await,
        Command::Report(asked) => report::run(asked, setting).await,
        Command::Profile(asked) => profile::run(asked, setting).await,
        Command::Retention(asked) => retention::run(asked, setting).await,
        Command::Bench(asked) => bench::run(asked, setting).await,
        Command::Brand(asked) => brand::run(asked, setting).await,
        Command::Signal(asked) => signal::run(asked, setting).await,
        Command::Source(asked) => source::run(asked, setting).await,
        Command::Target(asked) => target::run(asked, setting).await,
        Command::Ladder(asked) => ladder::run(asked, setting).await,
        Command::Mention(asked) => mention::run(asked, setting).await,
        Command::Case(asked) => case::run(asked, setting).await,
        Command::Drill(asked) => drill::run(asked, setting).await,
        Command::Policy(asked) => policy::run(asked, setting).await,
        Command::Complaint(asked) => complaint::run(asked, setting).await,
        Command::Account(asked) => marketing::accounts(asked, setting).await,
        Command::Marketing(asked) => marketing::run(asked, setting).await,
        Command::User(asked) => user::run(asked, setting).await,
        Command::Token(asked) => token::run(asked, setting).await,
        Command::Query(crate::cli::Query::Backtest(asked)) => backtest::run(asked, setting).await,
        Command::Plan(crate::cli::Plan::Held(asked)) => plan::held(asked, setting).await,
        Command::Plan(crate::cli::Plan::Readiness { organisation, language }) => {
            team::readiness(organisation.as_deref(), plan::locale(language), setting).await
        }
        Command::Team(asked) => team::run(asked, setting).await,
        Command::Query(_) | Command::Text(_) | Command::Plan(_) | Command::Completions { .. } => Ok(Done::All),
    }
}
