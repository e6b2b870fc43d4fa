//! Who is woken, when, about which story, exactly so often.
//!
//! [`decide`] turns a [`Command`] into [`Event`]s; a [`Book`] is the fold of them. Same book, same rules, same command, same time: same
//! events. The same command a second time gives nothing new. What holds of every call, whatever comes in whatever order, stands in
//! `docs/decisions/0021-who-is-woken-and-when.md` and is tried by `tests/waking`.
//!
//! A *story* is what one call is about: signals of one or several brands that tell the same thing. Each organisation has its own *strand*
//! of it: what its people may see, acknowledge and be called about. A *round* is one climb up an organisation's ladder.

mod book;
mod climb;
mod decide;
mod event;
mod message;
mod occurrence;
mod rules;
mod standing;
mod told;

pub use book::{Answer, Book};
pub use decide::decide;
pub use event::{CallKey, Command, Event, Outcome, Reason, Silence, StoryId, Subject};
pub use message::{Also, Message, Named, Why};
pub use occurrence::{Occurrence, Severity, Worse, speaks_ill};
pub use rules::{Budget, Ladder, Quiet, Recipient, Rules, Rung, Target, TargetKind};
pub use standing::Standing;
pub use told::Told;
