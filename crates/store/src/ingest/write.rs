//! Writes the posts of a batch and what follows from each.

use super::identity::{Identity, Memory, Pair};
use super::known::{self, Known};
use super::rows::Rows;
use super::{Batch, Committed, Hit, Item, Tick, brands_of};
use crate::codes::arrival;
use crate::post::{CONTENT, content_values, reading_values};
use crate::sql::Tx;
use crate::value::Value;
use crate::{Error, Result};
use domain::counter::{JUDGED_BACK, Series, minute};
use domain::id::{MentionId, SourceId};
use domain::mention::Arrival;
use domain::post::{Engagement, Post};
use domain::source::Quarantined;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tokio::sync::MutexGuard;

const WEEK: i64 = 7 * 86_400 * 1_000_000;
const DAY: i64 = 86_400 * 1_000_000;

/// One transaction 1 under way.
pub(super) struct Writer<'s> {
    pub(super) tx: Tx,
    /// Which posts are stored under which keys, but for those of this transaction.
    pub(super) memory: MutexGuard<'s, Memory>,
    /// The new posts of this transaction, by key.
    pub(super) stored: BTreeSet<Pair>,
    pub(super) source: SourceId,
    /// The organisation that owns the source, 0 for the house's.
    pub(super) scope: i64,
    pub(super) kind: String,
    pub(super) at: Timestamp,
    /// The newest week an id was given in; never goes back, so that ids grow.
    pub(super) week: i64,
    pub(super) next_post: i64,
    pub(super) next_mention: i64,
    pub(super) counters: BTreeMap<(i64, i64, &'static str, i64), i64>,
    pub(super) ticks: BTreeMap<(i64, i64), Tick>,
    /// Day → posts seen, posts that concern somebody.
    pub(super) days: BTreeMap<i64, (i64, i64)>,
    pub(super) colliding: Vec<Quarantined>,
    pub(super) committed: Committed,
}

impl<'s> Writer<'s> {
    pub(super) async fn open(mut tx: Tx, identity: &'s Identity, batch: &Batch) -> Result<Self> {
        let row = tx.row("SELECT organisation, kind FROM source WHERE id = ?", [batch.source.into()]).await?;
        let row = row.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        let (scope, kind) = (c.maybe_int()?.unwrap_or(0), c.text()?);
        let mut next = HashMap::new();
        for row in
            tx.rows("SELECT name, next FROM sequence WHERE name IN ('post', 'mention', 'week', 'identity')", []).await?
        {
            let mut c = row.columns();
            next.insert(c.text()?, c.int()?);
        }
        let next = |name: &str, first: i64| next.get(name).copied().unwrap_or(first);
        let memory = identity.known(&mut tx, next("post", 1), next("identity", 1) - 1).await?;
        Ok(Self {
            source: batch.source,
            scope,
            kind,
            at: batch.at,
            week: next("week", 0),
            memory,
            stored: BTreeSet::new(),
            next_post: next("post", 1),
            next_mention: next("mention", 1),
            counters: BTreeMap::new(),
            ticks: BTreeMap::new(),
            days: BTreeMap::new(),
            colliding: Vec::new(),
            committed: Committed::default(),
            tx,
        })
    }

    /// A hit must name a brand of its organisation, and a tenant's own source brings nothing to another tenant.
    pub(super) async fn check_owners(&mut self, items: &[Item]) -> Result<()> {
        let claimed = brands_of(items);
        let ids: Vec<i64> = claimed.iter().map(|(brand, _)| brand.0).collect();
        let mut owners = HashMap::new();
        for row in self.tx.rows_in("SELECT id, organisation FROM brand WHERE id IN {in}", &[], &ids).await? {
            let mut c = row.columns();
            owners.insert(c.int()?, c.int()?);
        }
        let right = claimed.iter().all(|(brand, organisation)| {
            owners.get(&brand.0) == Some(&organisation.0) && (self.scope == 0 || self.scope == organisation.0)
        });
        if right { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Takes items of which no two are the same post.
    pub(super) async fn take(&mut self, items: &[Item]) -> Result<()> {
        let keys: Vec<i64> = items.iter().map(|item| item.post.key()).collect();
        let known = known::by_key(&mut self.tx, &self.memory, &self.stored, &keys).await?;
        let ids: Vec<i64> = known.values().flatten().map(|k| k.id).collect();
        let mut mentions = known::mentions(&mut self.tx, &sorted(ids)).await?;
        let mut rows = Rows::default();
        for (item, key) in items.iter().zip(keys) {
            let same_key = known.get(&key).map(Vec::as_slice).unwrap_or_default();
            let found = |scope: i64| {
                same_key.iter().find(|k| k.scope == scope && k.is(&item.post.source_kind, &item.post.native_id))
            };
            let seen = found(self.scope).or_else(|| found(0));
            let post = match seen {
                Some(known) => self.known_post(item, known, &mut rows, &mentions).await?,
                None if same_key.iter().any(|k| k.scope == self.scope) => {
                    self.colliding.push(collision(&item.post));
                    continue;
                }
                None => match self.new_post(item, key, &mut rows) {
                    Some(post) => post,
                    None => continue,
                },
            };
            // Only who may change a post names it: another's name for it would let them bury it.
            if let Some(name) = &item.post.local_id
                && seen.is_none_or(|known| !known.erased && self.speaks_for(known, &item.post))
            {
                rows.local_ids.extend([self.source.into(), name.into(), post.into()]);
            }
            for hit in &item.hits {
                // The organisation's own source brought it before: it has its mention there.
                if self.scope != 0 || found(hit.organisation.0).is_none() {
                    self.mention(item, hit, post, &mut mentions, &mut rows);
                }
            }
        }
        rows.write(&mut self.tx).await
    }

    /// A post that was never seen; nothing where it concerns nobody and is not kept.
    fn new_post(&mut self, item: &Item, key: i64, rows: &mut Rows) -> Option<i64> {
        let post = &item.post;
        let day = self.days.entry(post.seen_at.as_microsecond().div_euclid(DAY)).or_default();
        day.0 += 1;
        day.1 += i64::from(!item.hits.is_empty());
        if item.hits.is_empty() && !item.keep {
            self.committed.passed += 1;
            return None;
        }
        self.advance(post.seen_at);
        let id = self.week << 40 | self.next_post;
        self.next_post += 1;
        self.stored.insert((key, id));
        self.committed.new += 1;
        let Engagement { likes, shares, replies, views } = post.engagement;
        let known_counts = !post.engagement.is_unknown();
        rows.posts.extend([id.into(), key.into(), self.scope.into(), self.source.into()]);
        rows.posts.extend([(&post.source_kind).into(), (&post.native_id).into()]);
        rows.posts.extend(content_values(post));
        rows.posts.extend([post.published_at.into(), post.seen_at.into(), (&post.parent).into()]);
        rows.posts.extend([
            likes.into(),
            shares.into(),
            replies.into(),
            views.into(),
            known_counts.then_some(post.seen_at).into(),
        ]);
        rows.posts.extend([item.reading.as_ref().map(|r| r.reader.as_str()).into(), 1.into(), post.deleted_at.into()]);
        self.committed.deleted += usize::from(post.deleted_at.is_some());
        rows.raw(id, 1, &post.raw);
        if known_counts {
            rows.count(id, post.seen_at, post.engagement);
        }
        if let Some(reading) = &item.reading {
            rows.readings.extend(reading_values(id, reading));
        }
        Some(id)
    }

    /// Whether what this source says of a post changes it: it brought it first, or it is where the post was published.
    fn speaks_for(&self, known: &Known, post: &Post) -> bool {
        known.source == self.source.0 || post.at_home
    }

    /// A post that is there: a duplicate, or another version of it.
    async fn known_post(
        &mut self,
        item: &Item,
        known: &Known,
        rows: &mut Rows,
        mentions: &HashMap<(i64, i64), i64>,
    ) -> Result<i64> {
        let post = &item.post;
        // What the house's source brought is not a tenant's to change.
        let own = known.scope == self.scope && self.speaks_for(known, post);
        if own && !known.erased && !known.says(post) && !known::said_before(&mut self.tx, known, post).await? {
            self.edit(item, known, mentions).await?;
            rows.raw(known.id, known.version + 1, &post.raw);
            self.committed.edited += 1;
        } else {
            self.committed.duplicate += 1;
            if known.reader.is_none()
                && !known.erased
                && let Some(reading) = &item.reading
            {
                self.tx
                    .run("UPDATE post SET reader = ? WHERE id = ?", [(&reading.reader).into(), known.id.into()])
                    .await?;
                rows.readings.extend(reading_values(known.id, reading));
            }
        }
        if own {
            self.recount(known, post.engagement, post.seen_at).await?;
            if let Some(at) = post.deleted_at {
                self.bury_at(known.id, at).await?;
            }
        }
        Ok(known.id)
    }

    /// Puts the new version in the place of the old one, whose text is kept.
    async fn edit(&mut self, item: &Item, known: &Known, mentions: &HashMap<(i64, i64), i64>) -> Result<()> {
        let post = &item.post;
        let id = Value::from(known.id);
        self.tx
            .run(
                "INSERT INTO post_version (post, version, native_rev, text, replaced_at) VALUES (?, ?, ?, ?, ?)",
                [
                    id.clone(),
                    known.version.into(),
                    (&known.native_rev).into(),
                    (&known.text).into(),
                    post.seen_at.into(),
                ],
            )
            .await?;
        let reader = item.reading.as_ref().map(|r| r.reader.as_str());
        let sql = format!(
            "UPDATE post SET {} = ?, version = ?, edited_at = ?, reader = coalesce(?, reader) WHERE id = ?",
            CONTENT.join(" = ?, ")
        );
        let values = content_values(post).into_iter().chain([
            (known.version + 1).into(),
            post.seen_at.into(),
            reader.into(),
            id.clone(),
        ]);
        self.tx.run(&sql, values).await?;
        if let Some(reading) = &item.reading {
            let sql = "INSERT INTO reading (post, reader, lang, polarity, p_negative, p_neutral, p_positive, kind, fingerprint, grave)";
            let replace = "ON CONFLICT (post, reader) DO UPDATE SET lang = excluded.lang, polarity = excluded.polarity,
                           p_negative = excluded.p_negative, p_neutral = excluded.p_neutral, p_positive = excluded.p_positive,
                           kind = excluded.kind, fingerprint = excluded.fingerprint, grave = excluded.grave";
            self.tx.bulk(sql, replace, reading_values(known.id, reading).into()).await?;
            let values = [reading.lang.code().into(), reading.polarity.code().into(), id];
            self.tx.run("UPDATE mention SET lang = ?, polarity = ? WHERE post = ?", values).await?;
        }
        let stale: Vec<i64> =
            mentions.iter().filter(|((post, _), _)| *post == known.id).map(|(_, mention)| *mention).collect();
        let stale = sorted(stale).into_iter().map(Value::from).collect();
        self.tx.bulk("INSERT INTO mention_stale (mention)", "ON CONFLICT (mention) DO NOTHING", stale).await?;
        Ok(())
    }

    /// Appends fresh counts where they say something new; what is older than the newest counts changes nothing.
    pub(super) async fn recount(&mut self, known: &Known, fresh: Engagement, at: Timestamp) -> Result<()> {
        let old = known.engagement;
        let merged = Engagement {
            likes: fresh.likes.or(old.likes),
            shares: fresh.shares.or(old.shares),
            replies: fresh.replies.or(old.replies),
            views: fresh.views.or(old.views),
        };
        if fresh.is_unknown() || at.as_microsecond() <= known.engaged_at {
            return Ok(());
        }
        if merged == old {
            self.tx.run("UPDATE post SET engaged_at = ? WHERE id = ?", [at.into(), known.id.into()]).await?;
            return Ok(());
        }
        let counts = [merged.likes.into(), merged.shares.into(), merged.replies.into(), merged.views.into()];
        let sql = "UPDATE post SET likes = ?, shares = ?, replies = ?, views = ?, engaged_at = ? WHERE id = ?";
        self.tx.run(sql, counts.into_iter().chain([at.into(), known.id.into()])).await?;
        let mut rows = Rows::default();
        rows.count(known.id, at, merged);
        rows.write(&mut self.tx).await
    }

    /// The mention of a brand, where it is not there yet; then it counts, once.
    fn mention(&mut self, item: &Item, hit: &Hit, post: i64, mentions: &mut HashMap<(i64, i64), i64>, rows: &mut Rows) {
        let (event_at, _) = item.post.event_at();
        let id = match mentions.get(&(post, hit.brand.0)) {
            Some(id) => *id,
            None => {
                self.advance(item.post.seen_at);
                let id = self.week << 40 | self.next_mention;
                self.next_mention += 1;
                mentions.insert((post, hit.brand.0), id);
                let reading = item.reading.as_ref();
                rows.mentions.extend([
                    id.into(),
                    hit.organisation.into(),
                    hit.brand.into(),
                    post.into(),
                    self.source.into(),
                ]);
                rows.mentions.extend([event_at.into(), item.post.seen_at.into(), arrival(hit.arrival).into()]);
                rows.mentions
                    .extend([reading.map(|r| r.lang.code()).into(), reading.map(|r| r.polarity.code()).into()]);
                rows.mentions.push(hit.series.contains(&Series::Negative).into());
                self.committed.mentions.push(MentionId(id));
                self.count(hit, minute(event_at), minute(item.post.seen_at), id);
                id
            }
        };
        for query in &hit.queries {
            rows.hits.extend([id.into(), (*query).into()]);
        }
    }

    fn count(&mut self, hit: &Hit, minute: i64, arrived: i64, mention: i64) {
        let (organisation, brand) = (hit.organisation.0, hit.brand.0);
        for series in &hit.series {
            *self.counters.entry((organisation, brand, series.code(), minute)).or_default() += 1;
        }
        let listened = hit.arrival != Arrival::History;
        let judged = !listened || minute >= arrived - JUDGED_BACK;
        let from_minute = if judged { minute } else { arrived };
        let tick = self.ticks.entry((organisation, brand)).or_insert(Tick { from_minute, newest: mention });
        tick.from_minute = tick.from_minute.min(from_minute);
        tick.newest = tick.newest.max(mention);
    }

    /// Goes on to the week of that time, never back.
    fn advance(&mut self, seen_at: Timestamp) {
        self.week = self.week.max(seen_at.as_microsecond().div_euclid(WEEK));
    }
}

fn collision(post: &Post) -> Quarantined {
    Quarantined {
        reason: "its key is that of another post (a collision of 64 bits)".to_owned(),
        place: post.native_id.clone(),
        bytes: post.text.clone().into_bytes(),
    }
}

pub(super) fn sorted(mut ids: Vec<i64>) -> Vec<i64> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
