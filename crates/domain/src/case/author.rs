//! What a case knows of one author: their mentions, by whoever knows which are theirs. The card beside the composer is made of it and of what is stored of
//! their posts.

use super::digest::TextRef;
use super::event::Exit;
use super::party::Party;
use super::state::{Stage, State};
use crate::id::MentionId;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;

/// Something that was offered to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferedTo {
    /// Answering which mention.
    pub mention: MentionId,
    /// When.
    pub at: Timestamp,
    /// What; none: it was erased.
    pub what: Option<TextRef>,
    /// How much, in the smallest unit of money.
    pub cents: Option<i64>,
    /// Who authorised it.
    pub authorised: Party,
}

/// One of their mentions as it was dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DealtWith {
    /// Which.
    pub mention: MentionId,
    /// Who answers it, and since when.
    pub holder: Option<(Party, Timestamp)>,
    /// The draft that answered it, and when it was sent; none: not answered.
    pub answered: Option<(u32, Timestamp)>,
    /// A draft that may have: somebody has to look.
    pub unknown: Option<u32>,
    /// The exits it took.
    pub exits: Vec<(Timestamp, Exit)>,
}

/// An author, as far as a case knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AuthorCard {
    /// Their mentions, by number.
    pub mentions: Vec<DealtWith>,
    /// What was offered to them, the first first.
    pub offers: Vec<OfferedTo>,
    /// What was offered in money, together; what has no amount is not in it.
    pub cents: i64,
}

/// What a case knows of whoever wrote these mentions.
pub fn author_card(state: &State, theirs: &BTreeSet<MentionId>) -> AuthorCard {
    let answers = |mention: MentionId, stage: fn(&Stage) -> bool| {
        state.drafts.iter().find(move |(_, draft)| draft.answers() == Some(mention) && stage(&draft.stage))
    };
    let dealt = |mention: &MentionId| {
        let handling = state.mentions.get(mention);
        let answered = answers(*mention, |stage| matches!(stage, Stage::Sent(..)));
        let unknown = answers(*mention, |stage| matches!(stage, Stage::Trying(_) | Stage::Unknown(_)));
        let sent = |stage: &Stage| if let Stage::Sent(at, _) = stage { Some(*at) } else { None };
        DealtWith {
            mention: *mention,
            holder: handling.and_then(|handling| handling.holder),
            answered: answered.and_then(|(draft, found)| Some((*draft, sent(&found.stage)?))),
            unknown: unknown.map(|(draft, _)| *draft),
            exits: handling.map(|it| it.exits.iter().map(|(at, exit, _)| (*at, *exit)).collect()).unwrap_or_default(),
        }
    };
    let offered = theirs.iter().filter_map(|mention| Some((*mention, state.mentions.get(mention)?)));
    let mut offers: Vec<OfferedTo> = offered
        .flat_map(|(mention, handling)| handling.offers.iter().map(move |offer| (mention, offer)))
        .map(|(mention, offer)| OfferedTo {
            mention,
            at: offer.at,
            what: (!state.course.erased.contains(&offer.what)).then_some(offer.what),
            cents: offer.cents,
            authorised: offer.authorised,
        })
        .collect();
    offers.sort_by_key(|offer| (offer.at, offer.mention));
    let cents = offers.iter().filter_map(|offer| offer.cents).fold(0_i64, i64::saturating_add);
    AuthorCard { mentions: theirs.iter().map(dealt).collect(), offers, cents }
}
