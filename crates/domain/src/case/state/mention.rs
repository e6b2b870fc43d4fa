//! Mentions that somebody works on.

use super::State;
use crate::case::digest::{Capture, TextRef};
use crate::case::event::{Exit, MentionEvent};
use crate::case::party::Party;
use jiff::Timestamp;
use serde::Serialize;

/// Something that was offered to whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: TextRef,
    /// How much, in the smallest unit of money.
    pub cents: Option<i64>,
    /// Who authorised it.
    pub authorised: Party,
}

/// How a mention is handled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Handling {
    /// Who answers it, and since when.
    pub holder: Option<(Party, Timestamp)>,
    /// The exits it took.
    pub exits: Vec<(Timestamp, Exit, Capture)>,
    /// What was offered.
    pub offers: Vec<Offer>,
}

impl State {
    pub(super) fn apply_mention(&mut self, event: &MentionEvent, at: Timestamp) {
        let (MentionEvent::Claimed { mention, .. }
        | MentionEvent::HandedOver { mention, .. }
        | MentionEvent::LetGo { mention }
        | MentionEvent::Left { mention, .. }
        | MentionEvent::Offered { mention, .. }) = event;
        let handling = self.mentions.entry(*mention).or_default();
        match event {
            MentionEvent::Claimed { by, .. } => handling.holder = Some((*by, at)),
            MentionEvent::HandedOver { to, .. } => handling.holder = Some((*to, at)),
            MentionEvent::LetGo { .. } => handling.holder = None,
            MentionEvent::Left { exit, capture, .. } => handling.exits.push((at, *exit, *capture)),
            MentionEvent::Offered { what, cents, authorised, .. } => {
                handling.offers.push(Offer { at, what: *what, cents: *cents, authorised: *authorised });
            }
        }
    }
}
