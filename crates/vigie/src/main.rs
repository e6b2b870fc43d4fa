//! The binary: command line, settings, wiring.

mod cli;
mod commands;
mod config;
mod output;

use clap::Parser;
use std::process::ExitCode;

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// All of it.
    All,
    /// With items kept aside.
    KeptAside,
}

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    start_log();
    match commands::run(cli) {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::KeptAside) => ExitCode::from(3),
        // Whoever read our output has seen enough: `vigie … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::aside(format!("vigie: {error:#}"));
            ExitCode::from(code(&error))
        }
    }
}

/// The log goes to standard error; `VIGIE_LOG` says how much of it.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("VIGIE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,vigie=info,vigie_engine=info,vigie_connect=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

fn code(error: &anyhow::Error) -> u8 {
    let is_store = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<store::Error>()
            .is_some_and(|e| !matches!(e, store::Error::NotFound | store::Error::Conflict(_)))
    };
    // A pack is written in the settings' language too, and is no setting.
    let is_settings = error.chain().any(|cause| cause.is::<toml::de::Error>())
        && !error.chain().any(|cause| cause.is::<engine::pack::PackError>());
    match () {
        () if error.chain().any(|cause| cause.is::<web::listen::ListenError>()) => 5,
        () if is_settings || error.chain().any(is_store) => 4,
        () => 1,
    }
}
