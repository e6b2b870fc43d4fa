//! The limit that storing is measured against: all that the same posts say, appended to one table without any index.

use crate::value::Value;
use crate::{Result, Store};
use domain::post::Post;

impl Store {
    /// Makes the bare table, where it is not there yet. For benches on throw-away stores.
    pub async fn prepare_bare_append(&self) -> Result<()> {
        let sql = "CREATE TABLE IF NOT EXISTS bare_append (
                   source_kind TEXT, native_id TEXT, author TEXT, followers BIGINT, url TEXT, text TEXT, lang TEXT, published_at BIGINT, seen_at BIGINT)";
        let mut tx = self.write().await?;
        tx.script(tx.engine().schema(sql)).await?;
        tx.commit().await
    }

    /// Appends posts in one transaction, by the same bulk insert that [`Store::commit`] uses: no key, no look-up, no counting.
    /// Answers how many rows it made.
    pub async fn bare_append(&self, posts: &[Post]) -> Result<u64> {
        let mut values: Vec<Value> = Vec::with_capacity(posts.len() * 9);
        for post in posts {
            values.extend([(&post.source_kind).into(), (&post.native_id).into(), (&post.author.handle).into()]);
            values.extend([post.author.followers.into(), (&post.url).into()]);
            values.extend([(&post.text).into(), (&post.lang).into(), post.published_at.into(), post.seen_at.into()]);
        }
        let head = "INSERT INTO bare_append (source_kind, native_id, author, followers, url, text, lang, published_at, seen_at)";
        let mut tx = self.write().await?;
        let rows = tx.bulk(head, "", values).await?;
        tx.commit().await?;
        Ok(rows)
    }
}
