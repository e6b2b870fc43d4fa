//! The case: the file of one situation, from the first signal to what was learned of it.
//!
//! [`decide`] turns a [`Command`] into [`Event`]s or a [`Refusal`]; a [`State`] is the fold of them. Same state, same desk, same command: same events; the
//! same command a second time gives none. The log is the record: kept as [`Record`]s each hashed with all before it, laid out as a
//! [`Folder`] that proves itself. Why it is so: `docs/decisions/0034-the-case-log.md`.
//!
//! Nothing here deletes. A fact is retracted, a draft shelved, a task set aside, a mention takes one of two exits; each stays where it is. Erasure for data
//! protection takes the text away, never its reference.

mod apart;
mod author;
mod beside;
pub mod carriers;
mod catch_up;
mod chain;
pub mod clock;
mod decide;
mod digest;
pub mod event;
mod folder;
mod heat;
pub mod legal;
pub mod measure;
mod party;
mod promise;
mod said;
pub mod state;
pub mod triage;
mod updates;

pub use apart::{Apart, Differs, apart};
pub use author::{AuthorCard, DealtWith, OfferedTo, author_card};
pub use beside::{BESIDE, beside, lay_beside};
pub use catch_up::{Brief, CatchUp, Decision, Holding, Mine, Pending, brief, catch_up, holding};
pub use chain::{Flaw, Record, records, root};
pub use decide::{
    Command, Declare, Desk, Open, Refusal, SAFETY, Seen, Take, Verb, Words, can, decide, decide_everyday, is_prepared,
    makes_safe, open_to, rule, without_login,
};
pub use digest::{Binding, Capture, RecordHash, Salt, Sealed, TextRef};
pub use event::{Entry, Event};
pub use folder::{
    BadHead, Broken, Folder, Head, HouseKey, ManifestFlaw, TextFlaw, Unproven, Verified, lay_out, verify,
};
pub use heat::{Heard, heat};
pub use party::{Actor, Key, Party, Scope};
pub use promise::promised;
pub use said::{Contradiction, Question};
pub use state::State;
pub use updates::{
    ClientNote, ClientText, ClientView, Correction, PublicText, Update, UpdateKind, Updates, client_view, updates,
};
