//! What else a batch brings: fresh counts, deletions, items kept aside, gaps, the cursor and the ticks that are due.

use super::known;
use super::write::Writer;
use super::{Batch, Committed, Tick};
use crate::sql::Tx;
use crate::value::Value;
use crate::{Error, Result};
use domain::id::SourceId;
use domain::post::{Engagement, identity_key};
use domain::source::Quarantined;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Most of an item kept aside that is worth keeping.
const KEPT_ASIDE: usize = 64 * 1024;
/// Items of a source that are kept aside, the newest; of older ones only the number is.
const MOST_ASIDE: i64 = 10_000;
/// How long a delivery is remembered. A signed one is taken for minutes; who repeats it later signs it anew, for days at most.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Writer<'_> {
    /// Whether one of these deliveries was taken before.
    pub(super) async fn refuses(&mut self, ids: &[String]) -> Result<bool> {
        for id in ids {
            let sql = "SELECT id FROM delivery WHERE source = ? AND id = ?";
            if self.tx.row(sql, [self.source.into(), id.into()]).await?.is_some() {
                self.committed.refused_delivery_ids.push(id.clone());
            }
        }
        Ok(!self.committed.refused_delivery_ids.is_empty())
    }

    /// Fresh counts of posts seen before; of posts never seen there is nothing to count.
    pub(super) async fn count_again(&mut self, engagement: &[(String, Engagement)]) -> Result<()> {
        for (native_id, fresh) in engagement {
            if let Some(known) = self.own(native_id).await? {
                self.recount(&known, *fresh, self.at).await?;
            }
        }
        Ok(())
    }

    /// Marks posts as deleted where they were published; their text stays, and so do the counts.
    pub(super) async fn bury(&mut self, deleted: &[String]) -> Result<()> {
        for name in deleted {
            let post = match self.own(name).await? {
                Some(known) => Some(known.id),
                None => self.called(name).await?,
            };
            if let Some(post) = post {
                self.bury_at(post, self.at).await?;
            }
        }
        Ok(())
    }

    /// Marks a post as deleted since then; one that is marked stays as it is.
    pub(super) async fn bury_at(&mut self, post: i64, at: Timestamp) -> Result<()> {
        // What the house's source brought is not a tenant's to bury.
        let sql = "UPDATE post SET deleted_at = ? WHERE id = ? AND scope = ? AND deleted_at IS NULL";
        let touched = self.tx.run(sql, [at.into(), post.into(), self.scope.into()]).await?;
        self.committed.deleted += usize::from(touched > 0);
        Ok(())
    }

    /// The post that this source calls so.
    async fn called(&mut self, name: &str) -> Result<Option<i64>> {
        let sql = "SELECT post FROM local_id WHERE source = ? AND name = ?";
        let row = self.tx.row(sql, [self.source.into(), name.into()]).await?;
        row.map(|r| r.columns().int()).transpose()
    }

    /// A post that this source brought.
    async fn own(&mut self, native_id: &str) -> Result<Option<known::Known>> {
        let key = identity_key(&self.kind, native_id);
        let mut known = known::by_key(&mut self.tx, &self.memory, &self.stored, &[key]).await?;
        let known = known.remove(&key).unwrap_or_default();
        Ok(known.into_iter().find(|k| k.source == self.source.0 && k.is(&self.kind, native_id)))
    }

    /// Keeps aside what could not be read; the same item from the same place once.
    pub(super) async fn keep_aside(&mut self, quarantined: &[Quarantined]) -> Result<()> {
        let colliding = std::mem::take(&mut self.colliding);
        let items: Vec<&Quarantined> = colliding.iter().chain(quarantined).collect();
        if items.is_empty() {
            return Ok(());
        }
        let first = self.tx.next_ids("quarantine", items.len() as i64).await?;
        let mut values: Vec<Value> = Vec::with_capacity(items.len() * 7);
        for (seq, item) in (first..).zip(items) {
            let bytes = &item.bytes[..item.bytes.len().min(KEPT_ASIDE)];
            let mut digest = blake3::Hasher::new();
            for part in [item.reason.as_bytes(), item.place.as_bytes(), bytes] {
                digest.update(&(part.len() as u64).to_le_bytes());
                digest.update(part);
            }
            values.extend([self.source.into(), digest.finalize().as_bytes()[..].into(), seq.into(), self.at.into()]);
            values.extend([(&item.reason).into(), (&item.place).into(), bytes.into()]);
        }
        let head = "INSERT INTO quarantine (source, digest, seq, at, reason, place, bytes)";
        let new = self.tx.bulk(head, "ON CONFLICT DO NOTHING", values).await?;
        self.committed.quarantined = new as usize;
        if new > 0 { self.drop_oldest_aside(new.cast_signed()).await } else { Ok(()) }
    }

    /// Counts what was kept aside; beyond the most that is kept, the oldest items go and are counted as dropped.
    async fn drop_oldest_aside(&mut self, new: i64) -> Result<()> {
        let sql = "INSERT INTO quarantine_tally (source, kept, dropped) VALUES (?, ?, 0)
                   ON CONFLICT (source) DO UPDATE SET kept = quarantine_tally.kept + excluded.kept RETURNING kept";
        let row = self.tx.row(sql, [self.source.into(), new.into()]).await?.ok_or(Error::NotFound)?;
        if row.columns().int()? <= MOST_ASIDE {
            return Ok(());
        }
        let sql = "DELETE FROM quarantine WHERE source = ?
                   AND seq <= (SELECT seq FROM quarantine WHERE source = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)";
        let gone = self.tx.run(sql, [self.source.into(), self.source.into(), MOST_ASIDE.into()]).await?.cast_signed();
        let sql = "UPDATE quarantine_tally SET kept = kept - ?, dropped = dropped + ? WHERE source = ?";
        self.tx.run(sql, [gone.into(), gone.into(), self.source.into()]).await?;
        Ok(())
    }

    /// Writes the counters, the gaps, the ticks and the cursor, and commits.
    pub(super) async fn finish(mut self, batch: &Batch) -> Result<Committed> {
        let (tx, source) = (&mut self.tx, self.source);
        let counters = std::mem::take(&mut self.counters);
        let rows = counters
            .into_iter()
            .flat_map(|((o, b, series, minute), n)| -> [Value; 5] {
                [o.into(), b.into(), series.into(), minute.into(), n.into()]
            })
            .collect();
        let add = "ON CONFLICT (organisation, brand, series, minute) DO UPDATE SET n = minute_count.n + excluded.n";
        tx.bulk("INSERT INTO minute_count (organisation, brand, series, minute, n)", add, rows).await?;

        let days = std::mem::take(&mut self.days);
        let rows = days.into_iter().flat_map(|(day, (seen, matched))| -> [Value; 4] {
            [source.into(), day.into(), seen.into(), matched.into()]
        });
        let add = "ON CONFLICT (source, day) DO UPDATE SET seen = source_day.seen + excluded.seen, matched = source_day.matched + excluded.matched";
        tx.bulk("INSERT INTO source_day (source, day, seen, matched)", add, rows.collect()).await?;

        let rows = batch
            .gaps
            .iter()
            .flat_map(|g| -> [Value; 4] { [source.into(), g.from.into(), g.until.into(), (&g.reason).into()] });
        tx.bulk("INSERT INTO gap (source, from_at, until_at, reason)", "ON CONFLICT DO NOTHING", rows.collect())
            .await?;

        let rows =
            batch.delivery_ids.iter().flat_map(|id| -> [Value; 3] { [source.into(), id.into(), batch.at.into()] });
        tx.bulk("INSERT INTO delivery (source, id, at)", "ON CONFLICT DO NOTHING", rows.collect()).await?;
        if let (false, Ok(since)) = (batch.delivery_ids.is_empty(), batch.at.checked_sub(REMEMBERED)) {
            tx.run("DELETE FROM delivery WHERE source = ? AND at < ?", [source.into(), since.into()]).await?;
        }

        if batch.ticks {
            // What earlier parts of the same delivery held back is due with the last of them.
            release(tx, source, &mut self.ticks).await?;
        }
        make_due(tx, (!batch.ticks).then_some(source), &self.ticks).await?;
        if let Some(cursor) = &batch.cursor {
            tx.run("UPDATE source SET position = ? WHERE id = ?", [cursor.into(), source.into()]).await?;
        }
        let made = vec![
            "post".into(),
            (self.committed.new as i64).into(),
            "mention".into(),
            (self.committed.mentions.len() as i64).into(),
        ];
        tx.bulk("INSERT INTO tally (name, n)", "ON CONFLICT (name) DO UPDATE SET n = tally.n + excluded.n", made)
            .await?;
        let next = [("post", self.next_post), ("mention", self.next_mention), ("week", self.week)];
        let next = next.into_iter().flat_map(|(name, next)| [name.into(), next.into()]).collect();
        tx.bulk("INSERT INTO sequence (name, next)", "ON CONFLICT (name) DO UPDATE SET next = excluded.next", next)
            .await?;
        self.tx.commit().await?;
        self.memory.committed(self.stored, self.next_post);
        Ok(self.committed)
    }
}

/// Takes the ticks held for a source into those that are about to be due.
pub(super) async fn release(tx: &mut Tx, source: SourceId, ticks: &mut BTreeMap<(i64, i64), Tick>) -> Result<()> {
    let sql = "SELECT organisation, brand, from_minute, newest FROM held_tick WHERE source = ?";
    let held = tx.rows(sql, [source.into()]).await?;
    if held.is_empty() {
        return Ok(());
    }
    for row in held {
        let mut c = row.columns();
        let (key, old) = ((c.int()?, c.int()?), Tick { from_minute: c.int()?, newest: c.int()? });
        let tick = ticks.entry(key).or_insert(old);
        tick.from_minute = tick.from_minute.min(old.from_minute);
        tick.newest = tick.newest.max(old.newest);
    }
    tx.run("DELETE FROM held_tick WHERE source = ?", [source.into()]).await?;
    Ok(())
}

/// Merges ticks into those that are due, or into those held for a source: the oldest minute, the newest mention.
pub(super) async fn make_due(
    tx: &mut Tx,
    held_for: Option<SourceId>,
    ticks: &BTreeMap<(i64, i64), Tick>,
) -> Result<()> {
    let (table, key, first) = match held_for {
        Some(_) => ("held_tick", "source, organisation, brand", "source, "),
        None => ("due_tick", "organisation, brand", ""),
    };
    let mut values: Vec<Value> = Vec::with_capacity(ticks.len() * 5);
    for ((organisation, brand), tick) in ticks {
        values.extend(held_for.map(Value::from));
        values.extend([(*organisation).into(), (*brand).into(), tick.from_minute.into(), tick.newest.into()]);
    }
    let smaller = |column: &str| {
        format!(
            "{column} = CASE WHEN excluded.{column} < {table}.{column} THEN excluded.{column} ELSE {table}.{column} END"
        )
    };
    let larger = |column: &str| {
        format!(
            "{column} = CASE WHEN excluded.{column} > {table}.{column} THEN excluded.{column} ELSE {table}.{column} END"
        )
    };
    let tail = format!("ON CONFLICT ({key}) DO UPDATE SET {}, {}", smaller("from_minute"), larger("newest"));
    tx.bulk(&format!("INSERT INTO {table} ({first}organisation, brand, from_minute, newest)"), &tail, values).await?;
    Ok(())
}
