//! Everything an organisation's posts say, page by page.

use crate::post::{JOIN_READING, POST, READING, maybe_reading, post};
use crate::{Result, Store};
use domain::id::{BrandId, OrganisationId, PostId};
use domain::mention::Reading;
use domain::post::Post;

/// One mention as it is exported: the post (its newest version and its tombstone; `raw` is left out) and the brand.
pub type Exported = (PostId, BrandId, Post, Option<Reading>);

impl Store {
    /// An organisation's mentions, in the order their posts were stored, a post's brands side by side; after one of them.
    ///
    /// Not in the order the mentions were made: what is exported, read into another store and exported again, is the same.
    pub async fn export(
        &self,
        organisation: OrganisationId,
        after: Option<(PostId, BrandId)>,
        limit: i64,
    ) -> Result<Vec<Exported>> {
        self.organisation(organisation).await?;
        let sql = format!(
            "SELECT m.post, m.brand, p.deleted_at, {POST}, {READING} FROM mention m JOIN post p ON p.id = m.post {JOIN_READING}
             WHERE m.organisation = ? AND (m.post, m.brand) > (?, ?) ORDER BY m.post, m.brand LIMIT ?"
        );
        let (post_before, brand_before) = after.map_or((0, 0), |(post, brand)| (post.0, brand.0));
        let values = [organisation.into(), post_before.into(), brand_before.into(), limit.into()];
        let rows = self.rows(&sql, values).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                let (id, brand, deleted_at) = (PostId(c.int()?), BrandId(c.int()?), c.maybe_time()?);
                let post = Post { deleted_at, ..post(&mut c)? };
                Ok((id, brand, post, maybe_reading(&mut c)?))
            })
            .collect()
    }
}
