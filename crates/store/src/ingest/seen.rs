//! Which keys a past week may hold, in memory: most new posts then need no look into old weeks, and ingest stays as fast as it began.
//!
//! A week is past once a later one is in the store: from then on it gets no new posts, so what was learnt of it stays true (an
//! erased post leaves its key behind, which costs one look). Learning goes along with commits, a few keys for each that is asked.

use crate::Result;
use crate::sql::Tx;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bits for each key, and how many of them it sets: one key in 150 is looked up for nothing.
const BITS: u64 = 12;
const MARKS: u64 = 4;
/// Keys learnt for each key asked: a commit never does much more than its own work.
const LEARNT: usize = 4;
/// Batches smaller than this are quick enough as they are.
const WORTH: usize = 50;
/// Keys remembered at most, 96 MiB; weeks beyond are looked into.
const MOST: u64 = 64 << 20;

/// What is remembered of the past weeks of a store.
#[derive(Default)]
pub(crate) struct Seen(Mutex<BTreeMap<i64, Week>>);

/// The keys of one past week.
struct Week {
    marks: Vec<u64>,
    keys: u64,
    /// Where learning goes on; `None` once every key is known.
    after: Option<i64>,
}

/// Where to look for keys.
pub(super) struct Places {
    /// Weeks that every key is looked for in.
    pub(super) whole: Vec<i64>,
    /// Past weeks with the few keys they may hold.
    pub(super) some: Vec<(i64, Vec<i64>)>,
}

impl Seen {
    fn weeks(&self) -> MutexGuard<'_, BTreeMap<i64, Week>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where these keys may be.
    pub(super) fn places(&self, periods: &[i64], keys: &[i64]) -> Places {
        let weeks = self.weeks();
        let mut places = Places { whole: Vec::new(), some: Vec::new() };
        for period in periods {
            match weeks.get(period).filter(|week| week.after.is_none()) {
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

    /// Learns some more keys of the newest past week that is not known yet. `past` are weeks that were past when the transaction began.
    pub(super) async fn learn(&self, tx: &mut Tx, past: &[i64], asked: usize) -> Result<()> {
        let unknown = |weeks: &BTreeMap<i64, Week>| {
            past.iter().copied().find(|period| weeks.get(period).is_none_or(|week| week.after.is_some()))
        };
        let (period, begun, room) = {
            let weeks = self.weeks();
            let Some(period) = unknown(&weeks).filter(|_| asked >= WORTH) else { return Ok(()) };
            let held: u64 = weeks.values().map(|week| week.keys).sum();
            (period, weeks.get(&period).map(|week| week.after), MOST.saturating_sub(held))
        };
        let after = match begun {
            Some(after) => after,
            None => {
                let keys = size(tx, period).await?;
                if keys > room {
                    return Ok(());
                }
                self.weeks().insert(period, Week::new(keys));
                Some(i64::MIN)
            }
        };
        let most = i64::try_from(asked.saturating_mul(LEARNT)).unwrap_or(i64::MAX);
        let sql = "SELECT DISTINCT key FROM post WHERE period = ? AND key > ? ORDER BY key LIMIT ?";
        let rows = tx.rows(sql, [period.into(), after.unwrap_or(i64::MIN).into(), most.into()]).await?;
        let keys = rows.iter().map(|row| row.columns().int()).collect::<Result<Vec<i64>>>()?;
        if let Some(week) = self.weeks().get_mut(&period) {
            keys.iter().for_each(|key| week.mark(*key));
            week.after = keys.last().copied().filter(|_| keys.len() as i64 == most);
        }
        Ok(())
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
    fn new(keys: u64) -> Self {
        let words = (keys * BITS).div_ceil(64).max(1);
        let mut week = Self { marks: vec![0; usize::try_from(words).unwrap_or(1)], keys, after: Some(i64::MIN) };
        // Learning goes on behind a key, so it never sees the least of all.
        week.mark(i64::MIN);
        week
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
        let mut week = Week::new(20_000);
        let key = |n: u32| identity_key("feed", &n.to_string());
        (0..20_000).for_each(|n| week.mark(key(n)));
        assert!((0..20_000).all(|n| week.may_hold(key(n))));
        let wrong = (20_000..60_000).filter(|n| week.may_hold(key(*n))).count();
        assert!(wrong < 600, "{wrong} of 40,000");
        assert!(!Week::new(0).may_hold(7));
    }
}
