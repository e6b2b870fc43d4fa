//! What is stored, looked at once more: the posts of a stretch, whether or not they are mentions.

use crate::post::{JOIN_READING, POST, READING, maybe_reading, post};
use crate::sql::Columns;
use crate::{Result, Store};
use domain::id::{BrandId, MentionId, OrganisationId, PostId, QueryId, SourceId};
use domain::mention::Reading;
use domain::post::Post;
use jiff::Timestamp;

/// A stored post with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastPost {
    /// Its id.
    pub id: PostId,
    /// The source that brought it first.
    pub source: SourceId,
    /// Its newest version; `raw` is left out.
    pub post: Post,
    /// What the reader said, where it read.
    pub reading: Option<Reading>,
    /// The mention that it is of the brand asked about.
    pub mention: Option<PastMention>,
}

/// What a back-test must know of a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastMention {
    /// Its id.
    pub id: MentionId,
    /// When it happened, for counting.
    pub at: Timestamp,
    /// Whether it was counted as speaking ill.
    pub negative: bool,
    /// The queries it hit; none where it came from a source of the brand.
    pub queries: Vec<QueryId>,
}

/// What a source brought in a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which source.
    pub source: SourceId,
    /// Posts seen for the first time.
    pub seen: i64,
    /// Those of them that were somebody's mention.
    pub matched: i64,
}

const MICROS_OF_DAY: i64 = 86_400 * 1_000_000;

/// The least id of a post that arrived at `since` or later: an id begins with the week of arrival.
fn first_id(since: Timestamp) -> PostId {
    PostId(since.as_microsecond().div_euclid(7 * MICROS_OF_DAY).max(0) << 40)
}

fn past_post(c: &mut Columns<'_>) -> Result<PastPost> {
    let (id, source) = (PostId(c.int()?), SourceId(c.int()?));
    let mention = match (c.maybe_int()?, c.maybe_time()?, c.maybe_int()?) {
        (Some(mention), Some(at), negative) => {
            Some(PastMention { id: MentionId(mention), at, negative: negative == Some(1), queries: Vec::new() })
        }
        _ => None,
    };
    Ok(PastPost { id, source, mention, post: post(c)?, reading: maybe_reading(c)? })
}

impl Store {
    /// The organisation's posts and the house's that arrived since the week of `since`, newest first, each with the mention it is of the
    /// brand; the next page begins `before` the last one. What the house's sources brought to others is among them: show of those posts
    /// only what a query finds.
    pub async fn past_posts(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        since: Timestamp,
        before: Option<PostId>,
        limit: i64,
    ) -> Result<Vec<PastPost>> {
        self.brand(organisation, brand).await?;
        let sql = format!(
            "SELECT p.id, p.source, m.id, m.at, m.negative, {POST}, {READING} FROM post p
             LEFT JOIN mention m ON m.post = p.id AND m.brand = ? {JOIN_READING}
             WHERE p.id >= ? AND p.id < ? AND p.scope IN (?, 0) ORDER BY p.id DESC LIMIT ?"
        );
        let before = before.unwrap_or(PostId(i64::MAX));
        let values = [brand.into(), first_id(since).0.into(), before.0.into(), organisation.into(), limit.into()];
        let rows = self.rows(&sql, values).await?;
        let mut posts = rows.iter().map(|r| past_post(&mut r.columns())).collect::<Result<Vec<_>>>()?;
        let mentions: Vec<MentionId> = posts.iter().filter_map(|post| Some(post.mention.as_ref()?.id)).collect();
        let mut queries = self.queries_of(&mentions).await?;
        for mention in posts.iter_mut().filter_map(|post| post.mention.as_mut()) {
            mention.queries = queries.remove(&mention.id).unwrap_or_default();
        }
        Ok(posts)
    }

    /// What each source of the organisation and of the house brought on the days (UTC) from that of `from` to that of `until`, in order
    /// of the sources; one that brought nothing is left out.
    pub async fn heard(&self, organisation: OrganisationId, from: Timestamp, until: Timestamp) -> Result<Vec<Heard>> {
        self.organisation(organisation).await?;
        let sql = "SELECT d.source, CAST(sum(d.seen) AS BIGINT), CAST(sum(d.matched) AS BIGINT)
                   FROM source_day d JOIN source s ON s.id = d.source
                   WHERE (s.organisation = ? OR s.organisation IS NULL) AND d.day >= ? AND d.day <= ?
                   GROUP BY d.source ORDER BY d.source";
        let day = |at: Timestamp| at.as_microsecond().div_euclid(MICROS_OF_DAY);
        let rows = self.rows(sql, [organisation.into(), day(from).into(), day(until).into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(Heard { source: SourceId(c.int()?), seen: c.int()?, matched: c.int()? })
            })
            .collect()
    }

    /// How many posts of the house arrived since the week of `since`, and when that week began: how fast the store grows.
    pub async fn arrived_since(&self, since: Timestamp) -> Result<(i64, Timestamp)> {
        let first = first_id(since);
        let row = self.row("SELECT count(*) FROM post WHERE id >= ?", [first.0.into()]).await?;
        let began = Timestamp::from_microsecond((first.0 >> 40) * 7 * MICROS_OF_DAY).unwrap_or(Timestamp::UNIX_EPOCH);
        Ok((row.map_or(Ok(0), |r| r.columns().int())?, began))
    }
}
