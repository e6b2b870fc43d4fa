//! What the store knows already of the posts of a batch.

use super::identity::{Memory, Pair, read_blocks, under};
use super::write::sorted;
use crate::Result;
use crate::post::engagement;
use crate::sql::{Row, Tx};
use crate::value::without_nul;
use domain::post::{Engagement, Post};
use std::collections::{BTreeSet, HashMap};

/// A post that is stored.
pub(super) struct Known {
    pub id: i64,
    pub scope: i64,
    pub source: i64,
    pub source_kind: String,
    pub native_id: String,
    pub native_rev: Option<String>,
    pub text: String,
    pub version: i64,
    pub reader: Option<String>,
    pub engagement: Engagement,
    pub engaged_at: i64,
    /// Whether something of it was erased: then it stays as it is, and is known by its key.
    pub erased: bool,
}

impl Known {
    /// Whether it is that post: keys of 64 bits may collide.
    pub(super) fn is(&self, source_kind: &str, native_id: &str) -> bool {
        let named = self.erased || stored_as(&self.native_id, native_id);
        named && stored_as(&self.source_kind, source_kind)
    }

    /// Whether the post says what is stored already.
    pub(super) fn says(&self, post: &Post) -> bool {
        same(self.native_rev.as_deref(), &self.text, post)
    }
}

/// Whether a text was stored so: see [`without_nul`].
fn stored_as(stored: &str, text: &str) -> bool {
    stored == text || (text.contains('\0') && stored == without_nul(text.to_owned()))
}

/// Same revision where both have one, else same text.
fn same(native_rev: Option<&str>, text: &str, post: &Post) -> bool {
    match (native_rev, &post.native_rev) {
        (Some(known), Some(new)) => stored_as(known, new),
        _ => stored_as(text, &post.text),
    }
}

/// The posts stored under these keys, by key: those of this transaction, those in memory, and those of the runs that may hold them.
pub(super) async fn by_key(
    tx: &mut Tx,
    memory: &Memory,
    stored: &BTreeSet<Pair>,
    keys: &[i64],
) -> Result<HashMap<i64, Vec<Known>>> {
    let mut known: HashMap<i64, Vec<Known>> = HashMap::new();
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    let (mut posts, blocks) = memory.find(&keys);
    posts.extend(keys.iter().flat_map(|key| under(stored, *key)));
    posts.extend(read_blocks(tx, blocks, &keys).await?);
    let sql = format!("SELECT {KNOWN} FROM post WHERE id IN {{in}}");
    for row in tx.rows_in(&sql, &[], &sorted(posts)).await? {
        let (key, post) = read(&row)?;
        known.entry(key).or_default().push(post);
    }
    Ok(known)
}

const KNOWN: &str = "key, id, scope, source, source_kind, native_id, native_rev, text, version, reader, likes, shares, replies, views, engaged_at,
    text_erased_at, author_erased_at";

fn read(row: &Row) -> Result<(i64, Known)> {
    let mut c = row.columns();
    let key = c.int()?;
    let post = Known {
        id: c.int()?,
        scope: c.int()?,
        source: c.int()?,
        source_kind: c.text()?,
        native_id: c.text()?,
        native_rev: c.maybe_text()?,
        text: c.text()?,
        version: c.int()?,
        reader: c.maybe_text()?,
        engagement: engagement(&mut c)?,
        engaged_at: c.maybe_int()?.unwrap_or(i64::MIN),
        erased: c.maybe_int()?.is_some() | c.maybe_int()?.is_some(),
    };
    Ok((key, post))
}

/// Whether the post says what an earlier version said: an old revision that comes again is no edit.
pub(super) async fn said_before(tx: &mut Tx, known: &Known, post: &Post) -> Result<bool> {
    for row in tx.rows("SELECT native_rev, text FROM post_version WHERE post = ?", [known.id.into()]).await? {
        let mut c = row.columns();
        if same(c.maybe_text()?.as_deref(), &c.text()?, post) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The mentions of these posts: (post, brand) → mention.
pub(super) async fn mentions(tx: &mut Tx, posts: &[i64]) -> Result<HashMap<(i64, i64), i64>> {
    let mut mentions = HashMap::new();
    for row in tx.rows_in("SELECT post, brand, id FROM mention WHERE post IN {in}", &[], posts).await? {
        let mut c = row.columns();
        mentions.insert((c.int()?, c.int()?), c.int()?);
    }
    Ok(mentions)
}
