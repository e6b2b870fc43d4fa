//! Tasks, the internal log, figures, who was told.

use crate::case::digest::TextRef;
use crate::case::party::{Key, Party};
use crate::figure::Figure;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who sees a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The team.
    #[default]
    Internal,
    /// The client too.
    Client,
    /// Who owns the house, leads or counsels.
    Legal,
}

/// What happened at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkEvent {
    /// An action of the plan is to be done.
    TaskOpened {
        /// Its number.
        task: u32,
        /// The action, by its name in the plan.
        action: String,
        /// Who does it.
        owner: Option<Party>,
        /// Who stands in.
        deputy: Option<Party>,
        /// Until when.
        due: Option<Timestamp>,
    },
    /// Something else is to be done.
    TaskAdded {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        task: u32,
        /// What.
        text: TextRef,
        /// Who does it.
        owner: Option<Party>,
        /// Who stands in.
        deputy: Option<Party>,
        /// Until when.
        due: Option<Timestamp>,
    },
    /// Another does it.
    TaskHandedOver {
        /// Which.
        task: u32,
        /// Who.
        to: Party,
    },
    /// It is done.
    TaskDone {
        /// Which.
        task: u32,
        /// With what result.
        result: TextRef,
    },
    /// It is not to be done.
    TaskSetAside {
        /// Which.
        task: u32,
        /// Why.
        why: TextRef,
    },
    /// It was not done, or not well enough.
    TaskReopened {
        /// Which.
        task: u32,
        /// Why.
        why: TextRef,
    },
    /// A note in the log.
    Noted {
        /// Makes a second one the same.
        key: Key,
        /// Its number.
        note: u32,
        /// What.
        text: TextRef,
        /// Who sees it.
        visibility: Visibility,
        /// Who is called to it.
        mentions: Vec<Party>,
    },
    /// Somebody reports a number.
    Reported {
        /// Makes a second one the same.
        key: Key,
        /// Of what.
        what: TextRef,
        /// How many.
        figure: Figure,
        /// For when it holds.
        as_of: Timestamp,
    },
    /// A stakeholder was told.
    Told {
        /// Makes a second one the same.
        key: Key,
        /// Who, as the plan names them.
        stakeholder: String,
        /// When.
        when: Timestamp,
        /// What and how.
        text: TextRef,
        /// The draft that told it, if one did.
        draft: Option<u32>,
    },
}
