//! What could not be held is a task for somebody: an account whose queue nobody sees, or that does not say that it holds; a post that its tool was told of in vain.
//! Each with the way to where it is stopped by hand.

use super::Room;
use super::around::Around;
use crate::waking::speaks;
use connect::publish::postiz;
use domain::case::state::Lease;
use domain::case::{Key, Party, Scope};
use domain::id::AccountId;
use domain::marketing::State;
use jiff::{SignedDuration, Timestamp};
use store::{AccountRow, ScheduledRow};

/// How long a tool has before somebody is asked to look.
const PATIENCE: SignedDuration = SignedDuration::from_mins(2);
/// How often a tool is told of one post before somebody is.
const TRIES: i64 = 5;
/// Characters of a post that are quoted.
const QUOTED: usize = 120;

/// A task for a hand: what makes it the same one, its words, by when.
pub(super) type Task = (Key, String, Option<Timestamp>);

/// The tasks that a freeze brings now and did not bring before.
pub(super) fn tasks(
    (around, open): (&Around, &Room),
    (fence, lease): (u32, &Lease),
    accounts: &[AccountRow],
    rows: &[ScheduledRow],
    unlisted: &[AccountId],
    now: Timestamp,
) -> Vec<Task> {
    let lead = match open.state.lead() {
        Some(Party::Member(person)) => around.member(person),
        _ => None,
    };
    let Some(reader) = lead.or_else(|| around.team.first().map(|(person, _)| person)) else { return Vec::new() };
    let words = speaks(reader, now);
    let of = |id: AccountId| accounts.iter().find(|row| row.id == id);
    let mut tasks = Vec::new();
    let mut add = |key: String, text: String, due: Option<Timestamp>| {
        tasks.extend(Key::new(&key).filter(|key| !open.state.is_known(Scope::Task, key)).map(|key| (key, text, due)));
    };
    if lease.since.duration_until(now) >= PATIENCE {
        for row in unlisted.iter().filter_map(|id| of(*id)) {
            let why = row.problem.as_deref().map(|why| words::publish::kept(&words, why)).unwrap_or_default();
            let said = [("name", row.name.as_str().into()), ("why", why.into()), ("link", place(row).into())];
            add(format!("hold-{fence}-account-{}", row.id), words.tell("case-hand-account", &said), None);
        }
    }
    let in_vain = |row: &&ScheduledRow| row.state == State::Holding && row.tries >= TRIES && row.due > now;
    for post in rows.iter().filter(in_vain) {
        let Some(row) = of(post.account) else { continue };
        let text: String = post.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(QUOTED).collect();
        let when = format!("{}, {}", words.date(post.due), words.time(post.due));
        let said = [
            ("text", text.into()),
            ("when", when.into()),
            ("name", row.name.as_str().into()),
            ("why", post.reason.clone().unwrap_or_default().into()),
            ("link", place(row).into()),
        ];
        add(format!("hold-{fence}-post-{}", post.id), words.tell("case-hand-post", &said), Some(post.due));
    }
    tasks
}

/// Where somebody stops it by hand.
fn place(row: &AccountRow) -> String {
    postiz::calendar(&row.server).filter(|_| row.tool.is_some()).unwrap_or_else(|| row.place())
}
