//! Which keys each week may hold, in memory: most new posts then need no look into the index, and ingest stays as fast as it began.
//!
//! What this process stores is marked as it is written. What another process stored meanwhile is told by the number of the next
//! post, and read at the start of the next transaction. What was there before is learnt along with commits, a few keys for each
//! that is asked; until a week is known whole, every key is looked for in it. A mark too many (an erased post) costs one look.

use crate::Result;
use crate::sql::Tx;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bits for each key, and how many of them it sets: one key in 1,000 is looked up for nothing.
const BITS: u64 = 16;
const MARKS: u64 = 6;
/// Keys learnt for each key asked: a commit never does much more than its own work.
const LEARNT: usize = 4;
/// Batches smaller than this are quick enough as they are.
const WORTH: usize = 50;
/// Keys remembered at most, 96 MiB; weeks beyond are looked into.
const MOST: u64 = 48 << 20;
/// Posts of other processes read at once; where there are more, their weeks are learnt anew.
const FOREIGN: i64 = 20_000;
/// Room of a week's first filter; each further one has four times the room of the one before.
const FIRST: u64 = 16 << 10;

/// What is remembered of the weeks of a store.
#[derive(Default)]
pub(crate) struct Seen(Mutex<Memory>);

#[derive(Default)]
struct Memory {
    weeks: BTreeMap<i64, Week>,
    /// The number of the next post, and the week in hand, when it was last in step with the store; `None` before the first commit.
    in_step: Option<(i64, i64)>,
}

/// The keys of one week.
struct Week {
    filters: Vec<Filter>,
    /// Where learning goes on; `None` once every key is known.
    after: Option<i64>,
}

/// A Bloom filter of a certain room.
struct Filter {
    marks: Vec<u64>,
    room: u64,
    keys: u64,
}

/// Where to look for keys.
pub(super) struct Places {
    /// Weeks that every key is looked for in.
    pub(super) whole: Vec<i64>,
    /// Weeks with the few keys they may hold.
    pub(super) some: Vec<(i64, Vec<i64>)>,
}

impl Seen {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where these keys may be.
    pub(super) fn places(&self, periods: &[i64], keys: &[i64]) -> Places {
        let memory = self.memory();
        let mut places = Places { whole: Vec::new(), some: Vec::new() };
        for period in periods {
            match memory.weeks.get(period).filter(|week| week.after.is_none()) {
                None => places.whole.push(*period),
                Some(week) => {
                    let possible: Vec<i64> = keys.iter().copied().filter(|key| week.may_hold(*key)).collect();
                    if !possible.is_empty() {
                        places.some.push((*period, possible));
                    }
                }
            }
        }
        places
    }

    /// Reads what other processes stored since the last commit. At the start of a transaction: `next` is the number of the next
    /// post, `period` the newest week.
    pub(super) async fn catch_up(&self, tx: &mut Tx, next: i64, period: i64) -> Result<()> {
        let in_step = self.memory().in_step;
        let Some((known, since)) = in_step.filter(|(known, _)| *known < next) else {
            self.memory().in_step.get_or_insert((next, period));
            return Ok(());
        };
        if next - known > FOREIGN {
            self.memory().weeks.retain(|week, _| *week < since);
        } else {
            // Ids grow, and none of that number or a later one is older.
            for row in tx.rows("SELECT period, key FROM post WHERE id >= ?", [(since << 40 | known).into()]).await? {
                let mut c = row.columns();
                self.memory().mark(c.int()?, &[c.int()?]);
            }
        }
        self.memory().in_step = Some((next, period));
        Ok(())
    }

    /// Marks keys that are being stored, by week, and the weeks that begin with them. Where the transaction fails they are marked
    /// for nothing.
    pub(super) fn mark(&self, begun: &[i64], stored: &BTreeMap<i64, Vec<i64>>) {
        let mut memory = self.memory();
        for period in begun {
            memory.weeks.entry(*period).or_insert_with(Week::begun);
        }
        for (period, keys) in stored {
            memory.mark(*period, keys);
        }
    }

    /// What was marked is committed: the number of the next post, and the newest week.
    pub(super) fn committed(&self, next: i64, period: i64) {
        let mut memory = self.memory();
        memory.in_step = memory.in_step.max(Some((next, period)));
    }

    /// Learns some more keys of the newest week that is not known yet, of those that were there when the transaction began.
    pub(super) async fn learn(&self, tx: &mut Tx, periods: &[i64], asked: usize) -> Result<()> {
        let (period, begun, room) = {
            let memory = self.memory();
            let unknown = |period: &i64| memory.weeks.get(period).is_none_or(|week| week.after.is_some());
            let Some(period) = periods.iter().copied().find(unknown).filter(|_| asked >= WORTH) else { return Ok(()) };
            (period, memory.weeks.get(&period).map(|week| week.after), MOST.saturating_sub(memory.keys()))
        };
        let after = match begun {
            Some(after) => after,
            None => {
                let keys = size(tx, period).await?;
                if keys > room {
                    return Ok(());
                }
                self.memory().weeks.insert(period, Week::to_learn(keys));
                Some(i64::MIN)
            }
        };
        let most = i64::try_from(asked.saturating_mul(LEARNT)).unwrap_or(i64::MAX);
        let sql = "SELECT DISTINCT key FROM post WHERE period = ? AND key > ? ORDER BY key LIMIT ?";
        let rows = tx.rows(sql, [period.into(), after.unwrap_or(i64::MIN).into(), most.into()]).await?;
        let keys = rows.iter().map(|row| row.columns().int()).collect::<Result<Vec<i64>>>()?;
        if let Some(week) = self.memory().weeks.get_mut(&period) {
            keys.iter().for_each(|key| week.mark(*key));
            week.after = keys.last().copied().filter(|_| keys.len() as i64 == most);
        }
        Ok(())
    }
}

impl Memory {
    fn keys(&self) -> u64 {
        self.weeks.values().flat_map(|week| &week.filters).map(|filter| filter.room).sum()
    }

    /// Marks keys of a week, where it is remembered; forgets a week that grows beyond what may be remembered.
    fn mark(&mut self, period: i64, keys: &[i64]) {
        let held = self.keys();
        let Some(week) = self.weeks.get_mut(&period) else { return };
        if !week.has_room_for(keys.len() as u64) && held + week.more() > MOST {
            self.weeks.remove(&period);
            return;
        }
        keys.iter().for_each(|key| week.mark(*key));
    }
}

/// How many posts a week has: its ids follow each other.
async fn size(tx: &mut Tx, period: i64) -> Result<u64> {
    let sql = "SELECT (SELECT min(id) FROM post WHERE id >= ? AND id < ?), (SELECT max(id) FROM post WHERE id >= ? AND id < ?)";
    let (from, until) = (period << 40, (period + 1) << 40);
    let Some(row) = tx.row(sql, [from.into(), until.into(), from.into(), until.into()]).await? else { return Ok(0) };
    let mut c = row.columns();
    Ok(match (c.maybe_int()?, c.maybe_int()?) {
        (Some(first), Some(last)) => last.abs_diff(first) + 1,
        _ => 0,
    })
}

impl Week {
    /// A week of which nothing is stored yet.
    fn begun() -> Self {
        Self { filters: vec![Filter::new(FIRST)], after: None }
    }

    /// A week that holds so many keys already.
    fn to_learn(keys: u64) -> Self {
        let mut week = Self { filters: vec![Filter::new(keys.max(FIRST))], after: Some(i64::MIN) };
        // Learning goes on behind a key, so it never sees the least of all.
        week.mark(i64::MIN);
        week
    }

    fn has_room_for(&self, keys: u64) -> bool {
        self.filters.last().is_some_and(|filter| filter.keys + keys <= filter.room)
    }

    /// The room of its next filter.
    fn more(&self) -> u64 {
        self.filters.last().map_or(FIRST, |filter| filter.room.saturating_mul(4))
    }

    fn mark(&mut self, key: i64) {
        if !self.has_room_for(1) {
            self.filters.push(Filter::new(self.more()));
        }
        if let Some(filter) = self.filters.last_mut() {
            filter.mark(key);
        }
    }

    fn may_hold(&self, key: i64) -> bool {
        self.filters.iter().any(|filter| filter.may_hold(key))
    }
}

impl Filter {
    fn new(room: u64) -> Self {
        let words = (room * BITS).div_ceil(64).max(1);
        Self { marks: vec![0; usize::try_from(words).unwrap_or(1)], room, keys: 0 }
    }

    /// The bits of a key. Keys are digests already: their halves are as good as two hashes.
    fn bits(&self, key: i64) -> impl Iterator<Item = (usize, u64)> + use<> {
        let (key, size) = (key.cast_unsigned(), self.marks.len() as u64 * 64);
        let step = key.rotate_left(32) | 1;
        (0..MARKS).map(move |i| {
            let hash = key.wrapping_add(step.wrapping_mul(i));
            let bit = ((u128::from(hash) * u128::from(size)) >> 64) as u64;
            ((bit / 64) as usize, 1 << (bit % 64))
        })
    }

    fn mark(&mut self, key: i64) {
        self.keys += 1;
        for (word, bit) in self.bits(key) {
            self.marks[word] |= bit;
        }
    }

    fn may_hold(&self, key: i64) -> bool {
        self.bits(key).all(|(word, bit)| self.marks[word] & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::post::identity_key;

    #[test]
    fn what_was_marked_is_found_and_little_else() {
        let key = |n: u32| identity_key("feed", &n.to_string());
        // One that was there and grows, one that began empty.
        for mut week in [Week::to_learn(20_000), Week::begun()] {
            (0..40_000).for_each(|n| week.mark(key(n)));
            assert!((0..40_000).all(|n| week.may_hold(key(n))));
            let wrong = (40_000..80_000).filter(|n| week.may_hold(key(*n))).count();
            assert!(wrong < 200, "{wrong} of 40,000");
        }
        assert!(!Week::begun().may_hold(7));
        assert!(Week::to_learn(0).may_hold(i64::MIN));
    }

    #[test]
    fn a_week_that_grows_too_large_is_forgotten_not_misremembered() {
        let mut memory = Memory::default();
        memory.weeks.insert(1, Week { filters: vec![Filter { marks: vec![0], room: MOST, keys: MOST }], after: None });
        memory.weeks.insert(2, Week::begun());
        memory.mark(1, &[7]);
        memory.mark(2, &[7]);
        assert!(!memory.weeks.contains_key(&1));
        assert!(memory.weeks[&2].may_hold(7));
    }
}
