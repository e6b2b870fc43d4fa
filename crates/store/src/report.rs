//! What a report reads of mentions.

use crate::post::{engagement, rating};
use crate::sql::Columns;
use crate::{Result, Store};
use domain::id::{BrandId, OrganisationId};
use domain::post::Engagement;
use domain::report::Mark;
use jiff::Timestamp;
use text::Language;

fn mark(c: &mut Columns<'_>) -> Result<Mark> {
    let (at, handled, negative) = (c.time()?, c.maybe_int()?.is_some(), c.flag()?);
    let lang = c.maybe_text()?.as_deref().and_then(Language::from_code);
    let Engagement { likes, shares, replies, .. } = engagement(c)?;
    let counts = [likes, shares, replies];
    let known = counts.iter().any(Option::is_some);
    let sum = counts.into_iter().flatten().fold(0_i64, i64::saturating_add);
    Ok(Mark {
        at,
        handled,
        negative,
        lang,
        engagement: known.then_some(sum),
        stars: rating(c)?.and_then(|given| given.stars()),
    })
}

impl Store {
    /// The newest `limit` mentions that happened in `from..until`, newest first, as far as a report looks at them.
    pub async fn marks(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<Mark>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT m.at, m.handled_by, m.negative, m.lang, p.likes, p.shares, p.replies, p.views, p.rating_tenths, p.rating_out_of
                   FROM mention m JOIN post p ON p.id = m.post
                   WHERE m.organisation = ? AND m.brand = ? AND m.at >= ? AND m.at < ? ORDER BY m.at DESC, m.id DESC LIMIT ?";
        let values = [organisation.into(), brand.into(), from.into(), until.into(), limit.into()];
        let rows = self.rows(sql, values).await?;
        rows.iter().map(|r| mark(&mut r.columns())).collect()
    }
}
