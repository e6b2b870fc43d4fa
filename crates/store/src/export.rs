//! Everything an organisation's posts say, page by page.

use crate::post::{JOIN_READING, POST, READING, maybe_reading, post};
use crate::{Result, Store};
use domain::id::{BrandId, MentionId, OrganisationId};
use domain::mention::Reading;
use domain::post::Post;

impl Store {
    /// An organisation's mentions with their posts (the newest version; `raw` is left out), in order of id, after one of them.
    pub async fn export(
        &self,
        organisation: OrganisationId,
        after: Option<MentionId>,
        limit: i64,
    ) -> Result<Vec<(MentionId, BrandId, Post, Option<Reading>)>> {
        self.organisation(organisation).await?;
        let sql = format!(
            "SELECT m.id, m.brand, {POST}, {READING} FROM mention m JOIN post p ON p.id = m.post {JOIN_READING}
             WHERE m.organisation = ? AND m.id > ? ORDER BY m.id LIMIT ?"
        );
        let rows = self.rows(&sql, [organisation.into(), after.map_or(0, |m| m.0).into(), limit.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((MentionId(c.int()?), BrandId(c.int()?), post(&mut c)?, maybe_reading(&mut c)?))
            })
            .collect()
    }
}
