//! The rows of a run of posts, gathered to be written many at once.

use crate::Result;
use crate::post::CONTENT;
use crate::sql::Tx;
use crate::value::Value;
use domain::post::Engagement;
use jiff::Timestamp;

/// The rows of a run, each table's values one row after the other.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) posts: Vec<Value>,
    raws: Vec<Value>,
    engagement: Vec<Value>,
    pub(super) readings: Vec<Value>,
    pub(super) mentions: Vec<Value>,
    pub(super) hits: Vec<Value>,
    pub(super) local_ids: Vec<Value>,
}

impl Rows {
    /// The exact payload, evidence; nothing where the record itself is the payload.
    pub(super) fn raw(&mut self, post: i64, version: i64, bytes: &[u8]) {
        if !bytes.is_empty() {
            let digest = blake3::hash(bytes);
            self.raws.extend([post.into(), version.into(), digest.as_bytes()[..].into(), bytes.into()]);
        }
    }

    pub(super) fn count(&mut self, post: i64, at: Timestamp, counts: Engagement) {
        let Engagement { likes, shares, replies, views } = counts;
        self.engagement.extend([post.into(), at.into(), likes.into(), shares.into(), replies.into(), views.into()]);
    }

    /// Writes them, each table's at once.
    pub(super) async fn write(self, tx: &mut Tx) -> Result<()> {
        let once = "ON CONFLICT DO NOTHING";
        let posts = format!(
            "INSERT INTO post (id, key, scope, source, source_kind, native_id, {}, published_at, seen_at, parent, likes, shares, \
             replies, views, engaged_at, reader, version, deleted_at)",
            CONTENT.join(", ")
        );
        tx.bulk(&posts, "", self.posts).await?;
        tx.bulk("INSERT INTO post_raw (post, version, digest, bytes)", once, self.raws).await?;
        tx.bulk("INSERT INTO engagement (post, at, likes, shares, replies, views)", once, self.engagement).await?;
        let reading = "INSERT INTO reading (post, reader, lang, polarity, p_negative, p_neutral, p_positive, kind, fingerprint, grave)";
        tx.bulk(reading, once, self.readings).await?;
        let mention = "INSERT INTO mention (id, organisation, brand, post, source, at, arrived_at, arrival, lang, polarity, negative)";
        tx.bulk(mention, "", self.mentions).await?;
        tx.bulk("INSERT INTO mention_hit (mention, query)", once, self.hits).await?;
        tx.bulk("INSERT INTO local_id (source, name, post)", once, self.local_ids).await?;
        Ok(())
    }
}
