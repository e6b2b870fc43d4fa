//! Which posts are stored under a key, told without an index that grows with history.
//!
//! The posts stored last are in memory, by key; at the start they are read from the posts themselves, behind the last run. When
//! there are enough of them they become a **run**: their keys and ids, sorted by key and cut into blocks by the first bits, are
//! appended to `identity` and never touched again. A Bloom filter for each run says which keys it may hold, so most new posts
//! need no look at the disk, and ingest stays as fast as it began (the sorted runs of O'Neil et al., "The log-structured
//! merge-tree", 1996, without the merging).
//!
//! What another process stored is told by the numbers of the next post and the next run, and read at the start of a transaction.
//! The store has one writer at a time: what was looked up in a transaction stays true in it.

use super::filter::Filter;
use crate::sql::Tx;
use crate::value::Value;
use crate::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use tokio::sync::{Mutex, MutexGuard};

/// Posts of a run: 2 MiB of keys and ids.
const RUN: usize = 1 << 17;
/// A run is cut by the first bits of its keys into so many blocks, of about 4 KiB: what one look-up reads.
const BLOCK_BITS: u32 = 9;
/// Runs whose filters are held in memory, the newest: 96 MiB for 50 million posts. In older ones every key is looked for.
const FILTERS: usize = 384;

/// A key and the post stored under it.
pub(super) type Pair = (i64, i64);

/// Which posts are stored under which keys.
pub(crate) struct Identity {
    memory: Mutex<Memory>,
    run: usize,
}

impl Default for Identity {
    fn default() -> Self {
        Self::with_runs_of(RUN)
    }
}

impl Identity {
    /// One whose runs hold so many posts.
    pub(crate) fn with_runs_of(run: usize) -> Self {
        Self { memory: Mutex::default(), run: run.max(1) }
    }

    /// What is known inside a transaction that has the write lock: `next_post` and `next_run` as the store says them. Runs that are
    /// full are written.
    pub(super) async fn known(&self, tx: &mut Tx, next_post: i64, next_run: i64) -> Result<MutexGuard<'_, Memory>> {
        let mut memory = self.memory.lock().await;
        if memory.wrote_run {
            *memory = Memory::default();
        }
        memory.take_runs(tx, usize::try_from(next_run).unwrap_or_default()).await?;
        memory.take_posts(tx, next_post, self.run).await?;
        Ok(memory)
    }
}

/// The runs, and the posts that are in none.
#[derive(Default)]
pub(super) struct Memory {
    /// The filters of the runs, oldest first; none where it is not held.
    runs: Vec<Option<Filter>>,
    /// The posts behind the last run.
    recent: BTreeSet<Pair>,
    /// The newest post that is known.
    newest: i64,
    /// The number of the next post, when this was last in step with the store.
    next_post: i64,
    /// Whether a run was written by a transaction of which it is not known that it was committed.
    wrote_run: bool,
}

impl Memory {
    /// The posts known without a look at the disk, and the blocks that may hold more of these keys.
    pub(super) fn find(&self, keys: &[i64]) -> (Vec<i64>, BTreeSet<i64>) {
        let recent = keys.iter().flat_map(|key| under(&self.recent, *key)).collect();
        let mut blocks = BTreeSet::new();
        for (run, filter) in (0..).zip(&self.runs) {
            let may_hold = |key: &&i64| filter.as_ref().is_none_or(|filter| filter.may_hold(**key));
            blocks.extend(keys.iter().filter(may_hold).map(|key| block(run, *key)));
        }
        (recent, blocks)
    }

    /// Posts that were committed.
    pub(super) fn committed(&mut self, stored: BTreeSet<Pair>, next_post: i64) {
        self.newest = stored.iter().map(|(_, post)| *post).fold(self.newest, i64::max);
        self.recent.extend(stored);
        self.next_post = next_post;
        self.wrote_run = false;
    }

    /// Learns the runs written since.
    async fn take_runs(&mut self, tx: &mut Tx, written: usize) -> Result<()> {
        let (known, held) = (self.runs.len(), written.saturating_sub(FILTERS));
        if written == known {
            return Ok(());
        }
        self.runs.resize_with(written.min(held.max(known)), || None);
        let sql = "SELECT until, marks FROM identity_run WHERE run >= ? ORDER BY run";
        let mut until = 0;
        for row in tx.rows(sql, [(self.runs.len() as i64).into()]).await? {
            let mut c = row.columns();
            until = c.int()?;
            self.runs.push(Some(Filter::from_bytes(&c.bytes()?)));
        }
        if self.runs.len() != written {
            return Err(Error::Corrupt(format!(
                "{written} runs of identity were written, {} are there",
                self.runs.len()
            )));
        }
        self.forget_old_filters();
        self.recent.retain(|(_, post)| *post > until);
        self.newest = self.newest.max(until);
        Ok(())
    }

    /// Learns the posts stored since, and writes the runs that are full.
    async fn take_posts(&mut self, tx: &mut Tx, next_post: i64, run: usize) -> Result<()> {
        while self.next_post != next_post {
            let sql = "SELECT key, id FROM post WHERE id > ? ORDER BY id LIMIT ?";
            let rows = tx.rows(sql, [self.newest.into(), (run as i64).into()]).await?;
            for row in &rows {
                let mut c = row.columns();
                let (key, post) = (c.int()?, c.int()?);
                self.recent.insert((key, post));
                self.newest = post;
            }
            if rows.len() < run {
                self.next_post = next_post;
            }
            self.write_full(tx, run).await?;
        }
        self.write_full(tx, run).await
    }

    /// Writes the oldest of the posts that are in no run as runs, where there are enough of them.
    async fn write_full(&mut self, tx: &mut Tx, run: usize) -> Result<()> {
        while self.recent.len() >= run {
            let mut posts: Vec<i64> = self.recent.iter().map(|(_, post)| *post).collect();
            let (_, until, _) = posts.select_nth_unstable(run - 1);
            let until = *until;
            let (full, recent) = std::mem::take(&mut self.recent).into_iter().partition(|(_, post)| *post <= until);
            self.recent = recent;
            self.write_run(tx, full, until).await?;
        }
        Ok(())
    }

    /// Appends one run.
    async fn write_run(&mut self, tx: &mut Tx, pairs: BTreeSet<Pair>, until: i64) -> Result<()> {
        let number = self.runs.len() as i64;
        let mut filter = Filter::new(pairs.len());
        let mut blocks: BTreeMap<i64, Vec<u8>> = BTreeMap::new();
        for (key, post) in pairs {
            filter.mark(key);
            let bytes = blocks.entry(block(number, key)).or_default();
            bytes.extend(key.to_le_bytes());
            bytes.extend(post.to_le_bytes());
        }
        let values = blocks.into_iter().flat_map(|(block, pairs)| [block.into(), pairs.into()]).collect();
        tx.bulk("INSERT INTO identity (block, pairs)", "", values).await?;
        let values: [Value; 3] = [number.into(), until.into(), filter.to_bytes().into()];
        tx.run("INSERT INTO identity_run (run, until, marks) VALUES (?, ?, ?)", values).await?;
        tx.next_id("identity").await?;
        self.runs.push(Some(filter));
        self.forget_old_filters();
        self.wrote_run = true;
        Ok(())
    }

    fn forget_old_filters(&mut self) {
        let old = self.runs.len().saturating_sub(FILTERS);
        self.runs.iter_mut().take(old).for_each(|filter| *filter = None);
    }
}

/// The posts under a key.
pub(super) fn under(pairs: &BTreeSet<Pair>, key: i64) -> impl Iterator<Item = i64> {
    pairs.range((key, i64::MIN)..=(key, i64::MAX)).map(|(_, post)| *post)
}

/// The posts that blocks hold under these keys, which are sorted.
pub(super) async fn read_blocks(tx: &mut Tx, blocks: BTreeSet<i64>, keys: &[i64]) -> Result<Vec<i64>> {
    let blocks: Vec<i64> = blocks.into_iter().collect();
    let mut posts = Vec::new();
    for row in tx.rows_in("SELECT pairs FROM identity WHERE block IN {in}", &[], &blocks).await? {
        let bytes = row.columns().bytes()?;
        let (numbers, rest) = bytes.as_chunks::<8>();
        if !rest.is_empty() || numbers.len() % 2 != 0 {
            return Err(Error::Corrupt(format!("a block of identity has {} bytes", bytes.len())));
        }
        let pairs = numbers.chunks_exact(2).map(|pair| (i64::from_le_bytes(pair[0]), i64::from_le_bytes(pair[1])));
        posts.extend(pairs.filter(|(key, _)| keys.binary_search(key).is_ok()).map(|(_, post)| post));
    }
    Ok(posts)
}

/// The block of a run that holds a key: keys are digests, so their first bits cut a run evenly.
fn block(run: i64, key: i64) -> i64 {
    run << BLOCK_BITS | (key.cast_unsigned() >> (64 - BLOCK_BITS)).cast_signed()
}
