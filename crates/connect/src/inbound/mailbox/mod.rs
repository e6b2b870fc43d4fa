//! A mailbox, read over IMAP (RFC 3501): looked at each minute, nothing in it changed. What comes out is a [`domain::incoming::Incoming`] a
//! mail; what becomes of it is the engine's to say.

mod cursor;
mod letter;
mod quote;
mod session;
mod settings;

pub use settings::{Security, Settings};

use super::Verdict;
use crate::http::Client;
use cursor::Cursor;
use domain::incoming::Incoming;
use domain::source::{Outcome, Quarantined};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use session::{Fetched, Session, Trouble};
use std::time::Duration;

/// Most mails of one visit; where there are more the next begins at once.
const MAILS: usize = 16;
/// Most bytes of one visit: no mail is begun beyond.
const BYTES: usize = 8 << 20;
/// The longest visit.
const VISIT: Duration = Duration::from_secs(90);
/// What is kept of a mail that cannot be read, in bytes.
const KEPT: usize = 64 << 10;

/// What one visit brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// How it ended.
    pub outcome: Outcome,
    /// In plain words: what went wrong, or what is odd.
    pub detail: Option<String>,
    /// Mails, in the order in which the mailbox took them.
    pub mails: Vec<Incoming>,
    /// What could not be read.
    pub quarantined: Vec<Quarantined>,
    /// Where to go on from; save it when the mails are kept, and also after a failure.
    pub cursor: String,
    /// How long until the next visit.
    pub next_in: Duration,
}

/// Looks for mails that came since the cursor; the first visit only remembers where the mailbox stands. `now` is the world's time.
pub async fn visit(client: &Client, settings: &Settings, cursor: Option<&str>, now: Timestamp) -> Visit {
    let before = Cursor::read(cursor, &mailbox(settings));
    let mut cursor = before.clone();
    let looked = tokio::time::timeout(VISIT, look(client, settings, &mut cursor, now)).await;
    let late = || Trouble { outcome: Outcome::Network, detail: "it did not answer in time".to_owned() };
    match looked.unwrap_or_else(|_| Err(late())) {
        Ok(found) => {
            let each = cursor.worked();
            Visit {
                outcome: Outcome::Ok,
                detail: found.detail,
                mails: found.mails,
                quarantined: found.quarantined,
                cursor: cursor.text(),
                next_in: if found.more { Duration::ZERO } else { each },
            }
        }
        Err(trouble) => {
            // What was read of it is read again: nothing of it was kept.
            let mut cursor = before;
            let next_in = cursor.failed(matches!(trouble.outcome, Outcome::Auth | Outcome::Blocked));
            Visit {
                outcome: trouble.outcome,
                detail: Some(format!("{}: {}", settings.server.trim(), trouble.detail)),
                mails: Vec::new(),
                quarantined: Vec::new(),
                cursor: cursor.text(),
                next_in,
            }
        }
    }
}

/// Tries a mailbox for a person who sets it up; remembers nothing, reads no mail.
pub async fn test(client: &Client, settings: &Settings) -> Verdict {
    let tried = async {
        let mut session = Session::open(client, settings).await?;
        let folder = session.examine(&settings.folder).await?;
        session.leave().await;
        Ok::<_, Trouble>(folder)
    };
    let (outcome, detail, items) = match tried.await {
        Ok(folder) => {
            let held = usize::try_from(folder.mails).unwrap_or(usize::MAX);
            let detail = format!("it is a mailbox and holds {held} mails; only those that come from now on are read");
            (Outcome::Ok, detail, held)
        }
        Err(trouble) => (trouble.outcome, trouble.detail, 0),
    };
    let reachable = !matches!(outcome, Outcome::Network | Outcome::Blocked);
    Verdict {
        reachable,
        authorised: reachable.then_some(outcome != Outcome::Auth),
        outcome,
        detail,
        sample: None,
        items,
        next_in: Duration::from_secs(60),
        not_before: None,
        limits: None,
    }
}

/// What stands for the mailbox where its cursor is kept.
fn mailbox(settings: &Settings) -> String {
    let parts = [settings.server.trim(), &settings.name, &settings.folder];
    blake3::hash(parts.join("\0").as_bytes()).to_hex()[..16].to_owned()
}

/// What was found.
#[derive(Default)]
struct Found {
    detail: Option<String>,
    mails: Vec<Incoming>,
    quarantined: Vec<Quarantined>,
    more: bool,
}

async fn look(client: &Client, settings: &Settings, cursor: &mut Cursor, now: Timestamp) -> Result<Found, Trouble> {
    let mut session = Session::open(client, settings).await?;
    let folder = session.examine(&settings.folder).await?;
    let mut found = Found::default();
    let Some(begun) = cursor.begun else {
        let last = match folder.next {
            Some(next) => next.saturating_sub(1),
            None => session.search("ALL").await?.last().copied().unwrap_or(0),
        };
        session.leave().await;
        *cursor = Cursor { validity: Some(folder.validity), last, begun: Some(now), ..cursor.clone() };
        return Ok(found);
    };
    // Where its numbers began anew, what came since it was first asked is read again, and nothing is taken twice.
    if cursor.validity.replace(folder.validity) != Some(folder.validity) {
        (cursor.last, cursor.again) = (0, true);
    }
    let (from, again) = (cursor.last, cursor.again);
    // `n:*` names the last mail even where its number is below n.
    let mut what = format!("UID {}:*", u64::from(from) + 1);
    if again {
        let day = begun.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(begun).to_zoned(TimeZone::UTC);
        what = format!("{what} SINCE {}", jiff::fmt::strtime::format("%d-%b-%Y", &day).unwrap_or_default());
        found.detail = Some("the mailbox numbers its mails anew: they are read again, each is taken once".to_owned());
    }
    let mut numbers: Vec<u32> = session.search(&what).await?.into_iter().filter(|uid| *uid > from).collect();
    found.more = numbers.len() > MAILS;
    numbers.truncate(MAILS);
    let (mut last, mut bytes) = (from, 0);
    for uid in numbers {
        if bytes >= BYTES {
            found.more = true;
            break;
        }
        match session.fetch(uid).await? {
            Ok(Some(fetched)) => {
                bytes += fetched.bytes.len();
                // Servers say when a mail came to the second.
                if !again || fetched.received_at.is_none_or(|at| at.as_second() >= begun.as_second()) {
                    take(&mut found, uid, fetched).await;
                }
            }
            Ok(None) => {}
            Err(reason) => {
                found.quarantined.push(Quarantined { reason, place: format!("mail {uid}"), bytes: Vec::new() });
            }
        }
        last = uid;
    }
    session.leave().await;
    (cursor.last, cursor.again) = (last, again && found.more);
    Ok(found)
}

/// Reads one mail behind a wall: a fault in the reader costs that mail, never the others.
async fn take(found: &mut Found, uid: u32, fetched: Fetched) {
    let Fetched { received_at, size, bytes } = fetched;
    let kept = bytes[..bytes.len().min(KEPT)].to_vec();
    let read = tokio::task::spawn_blocking(move || letter::read(&bytes, size, received_at)).await;
    let failed = |_| Err("the reader failed on it, which is a fault of ours: please report it".to_owned());
    match read.unwrap_or_else(failed) {
        Ok(mail) => found.mails.push(mail),
        Err(reason) => found.quarantined.push(Quarantined { reason, place: format!("mail {uid}"), bytes: kept }),
    }
}

#[cfg(test)]
mod tests;
