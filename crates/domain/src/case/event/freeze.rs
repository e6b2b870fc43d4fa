//! Marketing that is held, and let go post by post.

use crate::case::digest::TextRef;
use crate::case::party::Key;
use crate::id::{AccountId, ScheduledId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why a post was left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// The plan lets its kind out: safety, recall, opening hours.
    Allowed,
    /// Its channel belongs to another organisation.
    Foreign,
    /// Its channel is mapped to nobody: listed, never touched.
    Unmapped,
}

/// What came of holding one post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldOutcome {
    /// Held: it will not go out.
    Held {
        /// When it would have gone out.
        due: Timestamp,
    },
    /// Left alone.
    Left(Left),
    /// It was out already.
    Gone,
    /// The tool did not do it: tried again.
    Failed {
        /// How often it was tried.
        tries: u32,
    },
}

/// What is done with one held post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thaw {
    /// It goes out at another time, which somebody chose.
    Reschedule(Timestamp),
    /// It goes back to be written anew.
    Rewrite,
    /// It is not published. It stays in the list.
    Withdraw,
    /// It goes out when it was to: only what is not past due.
    AsItWas,
}

/// What happened to the marketing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FreezeEvent {
    /// Hold everything on these accounts.
    Begun {
        /// Makes a second tap the same tap.
        key: Key,
        /// Which lease: a later one fences an earlier one off.
        fence: u32,
        /// Accounts of the organisation.
        accounts: Vec<AccountId>,
        /// Kinds that still go out, as the plan names them.
        allow: Vec<String>,
        /// How many channels are mapped to nobody and so not touched.
        unmapped: u32,
    },
    /// What came of one post.
    Outcome {
        /// Under which lease.
        fence: u32,
        /// Which post.
        post: ScheduledId,
        /// Of which account.
        account: AccountId,
        /// What.
        outcome: HoldOutcome,
    },
    /// Every post is accounted for, and nothing goes out any more.
    Confirmed {
        /// Which lease.
        fence: u32,
        /// Held.
        held: u32,
        /// Left alone.
        left: u32,
        /// Already out.
        gone: u32,
    },
    /// A held post clashes with the case.
    Clashes {
        /// Which.
        post: ScheduledId,
        /// How.
        why: TextRef,
    },
    /// A held post is decided on.
    Thawed {
        /// Which.
        post: ScheduledId,
        /// What is done.
        thaw: Thaw,
    },
    /// New posts go out again. What is held stays held until it is decided on.
    Lifted {
        /// Which lease.
        fence: u32,
    },
    /// The freeze was a mistake: what is not past due goes out as it was to.
    Undone {
        /// Which lease.
        fence: u32,
    },
}
