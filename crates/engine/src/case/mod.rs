//! The case room: what people and the house ask of a case is decided over its log as it stands, kept in one transaction with the messages
//! that tell of it, and carried out.
//!
//! - [`crisis`]: one action from quiet to an open case. [`act`]: everything else somebody asks.
//! - `around`: what stands around a case: plan, people, accounts. `check`: the wording check reads every draft before anybody approves it.
//!   [`contradicted`]: where its words contradict what was said.
//! - [`look_after`]: what time brings, and what is to be sent. `tell`: who hears of what.
//! - [`folded`]: a case as it stands for whoever only looks, without reading its log again.
//! - [`answer`]: one mention, outside a case. [`sense`]: what the detector hears.
//! - [`export`]: the folder that proves itself. [`forget`]: what was erased elsewhere goes here too. [`heads`]: what
//!   proves it later leaves the house.

mod act;
mod apart;
mod around;
mod ask;
mod author;
mod by_hand;
mod carriers;
mod check;
mod clash;
mod clerk;
mod crisis;
mod erase;
mod everyday;
mod export;
mod folds;
mod follow;
mod heads;
mod hold;
mod house;
mod published;
mod sense;
mod tell;
mod worded;

pub use act::{Acted, Said, Turn, act};
pub use apart::{Contradicted, contradicted};
pub use around::{Around, own_voice};
pub use ask::{Ask, Source, Text, To};
pub use author::{AuthorOf, author};
pub(crate) use check::reader;
pub use check::{Found, findings};
pub use clash::clashing;
pub use clerk::ask;
pub use crisis::{Alarm, Caller, crisis};
pub use erase::forget;
pub use everyday::{Outside, answer, answer_to, answered_outside};
pub use export::{Exported, export, house_key};
pub use folds::{Folded, Folds, folded};
pub(crate) use follow::deaf;
pub use follow::progress_of;
pub use heads::heads;
pub use hold::{ThawError, thaw};
pub use house::{look_after, updates_page, watch};
pub use published::{Published, PublishedUpdate, published};
pub use sense::sense;

use crate::EngineError;
use crate::world::World;
use domain::case::event::Visibility;
use domain::case::{Entry, Record, Refusal, Salt, Sealed, State, TextRef};
use domain::id::{CaseId, OrganisationId};
use domain::organisation::Role;
use std::collections::BTreeMap;
use store::CaseFile;

/// Why nothing came of what was asked of a case.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The case does not let it; nothing was changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The house could not.
    #[error(transparent)]
    House(#[from] EngineError),
}

impl From<store::Error> for CaseError {
    fn from(error: store::Error) -> Self {
        Self::House(error.into())
    }
}

/// A case as it stands, with its log and the texts that were not erased.
#[derive(Clone, Debug)]
pub struct Room {
    /// What lists say of it.
    pub file: CaseFile,
    /// Its records.
    pub records: Vec<Record>,
    /// What they tell.
    pub entries: Vec<Entry>,
    /// Their fold.
    pub state: State,
    /// Its texts.
    pub texts: BTreeMap<TextRef, String>,
}

impl Room {
    /// A text of the case; `None` where it was erased.
    pub fn text(&self, of: TextRef) -> Option<&str> {
        self.texts.get(&of).map(String::as_str)
    }
}

impl Room {
    /// Its texts as somebody of that role may read them: what is for counsel stays with who owns the house, leads or counsels.
    pub fn texts_for(&self, role: Role) -> BTreeMap<TextRef, String> {
        let mut texts = self.texts.clone();
        if !matches!(role, Role::Owner | Role::Lead | Role::Legal) {
            let reserved = self.state.notes.values().filter(|note| note.visibility == Visibility::Legal);
            reserved.for_each(|note| drop(texts.remove(&note.text)));
        }
        texts
    }
}

/// Opens a case's room.
///
/// # Errors
/// The store's; [`store::Error::NotFound`] where the organisation has no such case.
pub async fn room(world: &World, organisation: OrganisationId, case: CaseId) -> Result<Room, EngineError> {
    let room = read(world, organisation, case).await?;
    if room.records.is_empty() { Err(store::Error::NotFound.into()) } else { Ok(room) }
}

/// The same for one of which nothing is written yet.
async fn read(world: &World, organisation: OrganisationId, case: CaseId) -> Result<Room, EngineError> {
    // The records first: a text is never younger than the record that names it.
    let records = world.store.case_records(organisation, case, 0).await?;
    let file = world.store.case(organisation, case).await?;
    let texts = world.store.case_texts(organisation, case).await?;
    let entries = records.iter().map(Record::entry).collect::<Result<Vec<_>, _>>()?;
    let state = State::of(&entries);
    let texts = texts.into_iter().map(|sealed| (sealed.reference(), sealed.text)).collect();
    Ok(Room { file, records, entries, state, texts })
}

/// Seals a text for the log: its salt is the world's.
///
/// # Errors
/// The machine gives no random bytes.
pub fn seal(world: &World, text: &str) -> Result<Sealed, EngineError> {
    // What no store takes is not sealed: the reference must be that of what is kept.
    let text = text.replace('\0', "\u{fffd}");
    let salt = world.salt(text.as_bytes())?;
    Ok(Sealed { salt: Salt(salt), text })
}
