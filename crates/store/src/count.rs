//! Counting what pages show the number of, without reading all of it.

use crate::mention::MentionFilter;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::counter::Series;
use domain::figure::Figure;
use domain::id::{BrandId, MentionId, OrganisationId};
use domain::mention::Sees;
use jiff::Timestamp;

/// How many there are, as far as somebody looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many were found.
    pub found: i64,
    /// Whether that is all; else there may be more.
    pub whole: bool,
}

impl From<Tally> for Figure {
    fn from(tally: Tally) -> Self {
        if tally.whole { Self::Counted(tally.found) } else { Self::AtLeast(tally.found) }
    }
}

impl Tally {
    /// What `looked` rows, of at most `most`, hold.
    fn of(found: i64, looked: i64, most: i64) -> Self {
        Self { found: found.min(most), whole: looked <= most }
    }
}

/// The filter that leaves nothing out.
fn every() -> MentionFilter {
    MentionFilter { sees: Sees::All, ..MentionFilter::default() }
}

impl Store {
    /// A brand's mentions that nobody has done with; counted up to `most`.
    pub async fn open_mentions(&self, organisation: OrganisationId, brand: BrandId, most: i64) -> Result<Tally> {
        let filter = MentionFilter { brand: Some(brand), handled: Some(false), ..every() };
        self.count_mentions(organisation, &filter, most).await
    }

    /// How many mentions hold, up to `most`. What no index answers is looked for among the newest `most` of the brand or the organisation.
    /// A search for words is not counted here: it decides nothing by itself.
    pub async fn count_mentions(
        &self,
        organisation: OrganisationId,
        filter: &MentionFilter,
        most: i64,
    ) -> Result<Tally> {
        match filter.brand {
            Some(brand) => self.brand(organisation, brand).await.map(|_| ())?,
            None => self.organisation(organisation).await.map(|_| ())?,
        }
        let rest = MentionFilter { brand: None, since: None, until: None, search: None, ..filter.clone() };
        let open = MentionFilter { handled: Some(false), ..every() };
        let indexed = MentionFilter {
            brand: filter.brand,
            since: filter.since,
            until: filter.until,
            handled: if rest == open { Some(false) } else { None },
            ..every()
        };
        let by_index = self.conditions(organisation, &indexed);
        let (sql, mut values): (String, Vec<Value>) = if rest == open || rest == every() {
            let sql =
                format!("SELECT count(*), count(*) FROM (SELECT 1 AS one FROM mention m{} LIMIT ?) held", by_index.sql);
            (sql, by_index.values)
        } else {
            let by_look = self.conditions(organisation, &rest);
            let holds = by_look.sql.trim_start_matches(" WHERE ");
            let sql = format!(
                "SELECT count(*), count(holds) FROM (SELECT CASE WHEN {holds} THEN 1 END AS holds FROM mention m{}
                 ORDER BY m.at DESC, m.id DESC LIMIT ?) looked",
                by_index.sql
            );
            (sql, [by_look.values, by_index.values].concat())
        };
        values.push((most + 1).into());
        let row = self.row(&sql, values).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        let (looked, found) = (c.int()?, c.int()?);
        Ok(Tally::of(found, looked, most))
    }

    /// The sum of a series over the minutes of `from_minute..until_minute`.
    pub async fn counted(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        series: Series,
        from_minute: i64,
        until_minute: i64,
    ) -> Result<i64> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM minute_count
                   WHERE organisation = ? AND brand = ? AND series = ? AND minute >= ? AND minute < ?";
        let values = [organisation.into(), brand.into(), series.code().into(), from_minute.into(), until_minute.into()];
        self.row(sql, values).await?.map_or(Ok(0), |r| r.columns().int())
    }

    /// The newest mention there is, and the earliest time of those of a brand that were stored after another one, where one is named.
    pub async fn stored_after(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        after: Option<MentionId>,
    ) -> Result<(MentionId, Option<Timestamp>)> {
        self.brand(organisation, brand).await?;
        let newest = self.row("SELECT max(id) FROM mention", []).await?;
        let newest = newest.map_or(Ok(None), |r| r.columns().maybe_int())?.unwrap_or(0);
        // Up to the newest: what is stored between the two questions is told of next time. By id, whatever the planner thinks of the others.
        let Some(after) = after else { return Ok((MentionId(newest), None)) };
        let sql = "SELECT min(at) FROM mention WHERE id > ? AND id <= ? AND organisation + 0 = ? AND brand + 0 = ?";
        let row = self.row(sql, [after.into(), newest.into(), organisation.into(), brand.into()]).await?;
        Ok((MentionId(newest), row.map_or(Ok(None), |r| r.columns().maybe_time())?))
    }

    /// Which of these mentions are the organisation's, each once, in order.
    pub async fn own_mentions(&self, organisation: OrganisationId, ids: &[MentionId]) -> Result<Vec<MentionId>> {
        let mut ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
        ids.sort_unstable();
        ids.dedup();
        let sql = "SELECT id FROM mention WHERE organisation = ? AND id IN {in} ORDER BY id";
        let rows = self.rows_in(sql, &[organisation.into()], &ids).await?;
        rows.iter().map(|r| r.columns().int().map(MentionId)).collect()
    }
}
