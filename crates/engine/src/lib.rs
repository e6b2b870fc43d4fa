//! The one place where things happen in order.
//!
//! - [`world`]: store, clock and workers; live is one world, the demo another.
//! - [`rules`] and [`ingest`]: posts in, transaction 1.
//! - [`fold`], [`tick`], [`explain`]: counts to signals, transaction 2.
//! - [`grave`]: one post that alerts by itself.
//! - [`assess`]: what a signal is about, how big and how grave; `company`: who acts together in it;
//!   [`dossier`]: a burst of ratings, review by review.
//! - [`collect`]: the sources of a live world; [`hand`]: what people report.
//! - [`case`]: the case room: decided over its log, kept, told, sent, exported.
//! - [`complaint`]: the private channel, from the form to a mention, to an answer by somebody named.
//! - [`setup`]: a brand from what somebody said of it, with examples to say yes or no to.
//! - [`view`]: what is shown of counts; [`backtest`]: what another set of queries would have found.
//! - [`budget`]: how often a brand is told of, and what labels say of it.
//! - [`private`]: what whoever may not read private complaints is shown of a signal.
//! - [`report`]: the week in five lines.
//! - [`practice`]: what people showed in drills and by the training, and the days that come of it.
//! - [`team`]: who is in it, whether they are reached, how ready all is.
//! - [`retain`]: what is not to be kept any longer is erased.
//! - [`waking`]: from signals to people: who is called, and the messages that leave the house.
//! - [`marketing`]: what goes out in an organisation's name, and what holds it.
//! - [`pack`]: a packaged crisis, and [`replay`] that drives a virtual world through it; [`drill`]: a team plays one, and is scored.

pub mod assess;
pub mod backtest;
pub mod budget;
pub mod bus;
pub mod case;
pub mod collect;
mod company;
pub mod complaint;
#[cfg(feature = "crashpoints")]
pub mod crashpoint;
pub mod dossier;
pub mod drill;
pub mod explain;
pub mod fold;
pub mod grave;
pub mod hand;
pub mod ingest;
pub mod marketing;
pub mod pack;
pub mod plan;
pub mod policy;
pub mod practice;
pub mod private;
pub mod replay;
pub mod report;
pub mod retain;
pub mod review;
pub mod rules;
pub mod search;
pub mod setup;
pub mod team;
pub mod tick;
mod trade;
mod urgency;
pub mod view;
pub mod waking;
pub mod world;

/// What can stop the order of things.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The pack cannot be played.
    #[error(transparent)]
    Pack(#[from] pack::PackError),
    /// A query cannot be read.
    #[error("the query of {brand} cannot be read: {wrong}")]
    Query {
        /// Whose.
        brand: String,
        /// Why.
        wrong: String,
    },
    /// The detector's settings are no settings.
    #[error("the detector's settings are wrong: {0}")]
    Settings(#[from] signal::surge::SettingsError),
    /// What the store kept of the detector cannot be read.
    #[error("what was kept of the detector or of a signal cannot be read: {0}")]
    State(#[from] serde_json::Error),
    /// The reader's models are damaged.
    #[error("the reader's models are damaged: {0}")]
    Reader(#[from] text::model::ModelError),
    /// A source cannot be listened to.
    #[error("the source {name} cannot be used: {why}")]
    Source {
        /// Its name.
        name: String,
        /// Why.
        why: String,
    },
    /// A report by hand that cannot be taken.
    #[error("{0}")]
    Report(String),
    /// A bug of ours.
    #[error("something broke on our side: {0}")]
    Broken(String),
}

/// The detector's settings: bins of one minute.
///
/// # Errors
/// Never, unless the shipped defaults are wrong.
pub fn surge_settings() -> Result<signal::surge::Settings, signal::surge::SettingsError> {
    signal::surge::Settings::for_bins(60)
}
