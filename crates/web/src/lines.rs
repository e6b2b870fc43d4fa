//! The live connections that are open, each a line to one page: no person holds more than some, and none outlives its session.

use domain::id::PersonId;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;

/// Lines one person may have open; one more ends the oldest.
pub const MOST: usize = 12;
/// How often a line asks whether its session still stands, where nothing else is said.
const CHECK: Duration = Duration::from_secs(30);

/// The lines that are open.
#[derive(Clone)]
pub struct Lines {
    open: Arc<Mutex<Open>>,
    check: Duration,
}

#[derive(Default)]
struct Open {
    next: u64,
    of: BTreeMap<PersonId, VecDeque<(u64, oneshot::Sender<()>)>>,
}

impl Default for Lines {
    fn default() -> Self {
        Self::checked_each(CHECK)
    }
}

impl Lines {
    /// Each line asks so often whether its session still stands.
    pub fn checked_each(check: Duration) -> Self {
        Self { open: Arc::default(), check }
    }

    /// See [`Self::checked_each`].
    pub fn check(&self) -> Duration {
        self.check
    }

    /// A line to a page of that person.
    pub fn open(&self, person: PersonId) -> Line {
        let (keep, cut) = oneshot::channel();
        let mut open = self.lock();
        open.next += 1;
        let id = open.next;
        let theirs = open.of.entry(person).or_default();
        if theirs.len() >= MOST {
            // Its other end sees that nobody keeps it any more.
            theirs.pop_front();
        }
        theirs.push_back((id, keep));
        drop(open);
        Line { lines: self.clone(), person, id, cut }
    }

    /// Ends all of them.
    pub fn end(&self) {
        self.lock().of.clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One open line; forgotten when it is dropped.
pub struct Line {
    lines: Lines,
    person: PersonId,
    id: u64,
    cut: oneshot::Receiver<()>,
}

impl Line {
    /// Resolves when the line must end.
    pub async fn cut(&mut self) {
        let _ = (&mut self.cut).await;
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let mut open = self.lines.lock();
        if let Some(theirs) = open.of.get_mut(&self.person) {
            theirs.retain(|(id, _)| *id != self.id);
            if theirs.is_empty() {
                open.of.remove(&self.person);
            }
        }
    }
}
