//! Remembers: SQLite and PostgreSQL behind one type, one SQL text.
//!
//! - Every function that touches a tenant's data takes the organisation first and answers [`Error::NotFound`] for another's id.
//! - SQL has no clock: every time is an argument. SQL never leaves this crate; where the engines differ is said in `dialect`.
//! - [`Store::commit`] is transaction 1 (posts, mentions, readings, counters, cursor), [`Store::settle`] transaction 2.

mod account;
mod answer;
mod append;
mod assess;
mod brand;
mod budget;
mod calendar;
mod case;
mod codes;
mod complaint;
mod count;
#[cfg(feature = "crashpoints")]
pub mod crashpoint;
mod dialect;
mod drill;
mod dump;
mod erase;
mod error;
mod export;
mod facts;
mod full_text;
mod ingest;
mod mention;
mod outbox;
mod past;
mod people;
mod plan;
mod policy;
mod post;
mod report;
mod scheduled;
mod schema;
mod session;
mod setting;
mod settle;
mod setup;
mod signal;
mod source;
mod sql;
mod target;
mod team;
mod tick;
mod token;
mod tool;
mod training;
mod value;
mod waking;

pub use account::{AccountRow, CampaignTold, NewAccount};
pub use assess::PastRating;
pub use brand::NewBrand;
pub use budget::Said;
pub use case::{Append, CaseFile, CaseNow};
pub use complaint::{
    ByMail, Complaint, ComplaintCounts, ComplaintFile, ComplaintFilter, ComplaintMessage, Conversation, NewComplaint,
    NewFile, NewMail, Saying,
};
pub use count::Tally;
pub use dialect::Engine;
pub use drill::{DrillEnd, DrillNote, DrillRow, DrillShown, DrillTexts, NewDrill};
pub use erase::{Erase, Erasure, HeldMention, HeldPost, Stock};
pub use error::{Error, Result};
pub use export::Exported;
pub use facts::{Counts, Facts};
pub use full_text::{IndexLag, Indexed};
pub use ingest::{Batch, Committed, Hit, Item};
pub use mention::{MentionDetail, MentionFilter, MentionView, Summary, Version};
pub use outbox::{NewMessage, OutboxRow, OutboxState, Tried};
pub use past::{Heard, PastMention, PastPost};
pub use people::NewPerson;
pub use plan::PlanVersion;
pub use policy::PublishedPolicy;
pub use post::StoredPost;
pub use scheduled::{Came, NewScheduled, Rewritten, ScheduledFilter, ScheduledRow, Thawed};
pub use settle::{DetectorState, NewSignal, Settlement, SignalUpdate};
pub use setup::OpenSetup;
pub use signal::{Label, LogEntry, SignalFilter, SignalRow};
pub use source::{Aside, NewSource, Try};
pub use target::{NewTarget, TargetRow};
pub use team::{Confirmation, StaffLink};
pub use tick::{DueTick, WindowMention};
pub use token::TokenRow;
pub use tool::{Given, NewTool, ToolRow};
pub use training::Trained;
pub use waking::{Decided, KeptBook};

use std::path::PathBuf;

/// The store: one SQLite file or one PostgreSQL database.
pub struct Store {
    pool: sql::Pool,
    place: String,
    identity: ingest::identity::Identity,
    /// The file of a throw-away store, removed with it.
    throw_away: Option<PathBuf>,
}

impl Store {
    /// Which engine holds it.
    pub fn engine(&self) -> Engine {
        match self.pool {
            sql::Pool::Sqlite { .. } => Engine::Sqlite,
            sql::Pool::Postgres(_) => Engine::Postgres,
        }
    }

    /// The same store with runs of identity of so many posts: fewer than usual, so that a test has several.
    pub fn with_runs_of(mut self, posts: usize) -> Self {
        self.identity = ingest::identity::Identity::with_runs_of(posts);
        self
    }

    /// Ends every connection; what was committed is on disk.
    pub async fn close(&self) {
        match &self.pool {
            sql::Pool::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            sql::Pool::Postgres(pool) => pool.close().await,
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let Some(path) = &self.throw_away else { return };
        for end in ["", "-wal", "-shm"] {
            let mut file = path.clone().into_os_string();
            file.push(end);
            // Nothing to do where it is gone already.
            let _ = std::fs::remove_file(file);
        }
    }
}
