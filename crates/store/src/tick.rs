//! What a tick reads: which brands are due, their counts, and the mentions of a window.

use crate::codes::{arrival, arrival_of, polarity_of, post_kind};
use crate::post::{JOIN_READING, grave, rating};
use crate::sql::Columns;
use crate::value::Value;
use crate::{Result, Store};
use domain::counter::{Series, minute, minute_start};
use domain::id::{BrandId, MentionId, OrganisationId, PostId, QueryId, SourceId};
use domain::mention::Arrival;
use domain::post::{PostKind, Rating};
use jiff::Timestamp;
use std::collections::HashMap;
use text::{Grave, Language, Polarity};

/// A brand whose counts changed and must be evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueTick {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which brand.
    pub brand: BrandId,
    /// The oldest minute touched.
    pub from_minute: i64,
    /// The newest mention it covers; what comes later makes another tick.
    pub newest: MentionId,
}

/// A mention as the instruments and the explanation of a signal need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowMention {
    /// The mention.
    pub mention: MentionId,
    /// Its post.
    pub post: PostId,
    /// The source that brought it first.
    pub source: SourceId,
    /// That source's name.
    pub source_name: String,
    /// What stands for the author when people are counted.
    pub author_key: Option<String>,
    /// The author's name shown, else their handle.
    pub author_display: Option<String>,
    /// How many follow the author.
    pub followers: Option<i64>,
    /// The queries that it hit.
    pub queries: Vec<QueryId>,
    /// Near-duplicate fingerprint; 0 for an empty text.
    pub fingerprint: u64,
    /// What the reader says, where it read.
    pub polarity: Option<Polarity>,
    /// The language it says.
    pub lang: Option<Language>,
    /// When it happened.
    pub at: Timestamp,
    /// How it came.
    pub arrival: Arrival,
    /// Stars given.
    pub rating: Option<Rating>,
    /// The first 500 characters of the text.
    pub text: String,
    /// Its page.
    pub url: Option<String>,
    /// Native id of the post it repeats.
    pub repost_of: Option<String>,
    /// What makes its text grave, if anything.
    pub grave: Option<Grave>,
}

fn window_mention(c: &mut Columns<'_>) -> Result<WindowMention> {
    Ok(WindowMention {
        mention: MentionId(c.int()?),
        post: PostId(c.int()?),
        source: SourceId(c.int()?),
        source_name: c.text()?,
        author_key: c.maybe_text()?,
        author_display: c.maybe_text()?,
        followers: c.maybe_int()?,
        queries: Vec::new(),
        fingerprint: c.maybe_int()?.map_or(0, i64::cast_unsigned),
        polarity: c.maybe_text()?.as_deref().and_then(polarity_of),
        lang: c.maybe_text()?.as_deref().and_then(Language::from_code),
        at: c.time()?,
        arrival: c.word(arrival_of)?,
        rating: rating(c)?,
        text: c.text()?,
        url: c.maybe_text()?,
        repost_of: c.maybe_text()?,
        grave: c.maybe_text()?.map(|text| grave(&text)).transpose()?,
    })
}

impl Store {
    /// The brands that are due, in order of organisation and brand.
    pub async fn due_ticks(&self) -> Result<Vec<DueTick>> {
        let sql = "SELECT organisation, brand, from_minute, newest FROM due_tick ORDER BY organisation, brand";
        let rows = self.rows(sql, []).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(DueTick {
                    organisation: OrganisationId(c.int()?),
                    brand: BrandId(c.int()?),
                    from_minute: c.int()?,
                    newest: MentionId(c.int()?),
                })
            })
            .collect()
    }

    /// The minutes of `from_minute..until_minute` that have counts, in order.
    pub async fn counts(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        series: Series,
        from_minute: i64,
        until_minute: i64,
    ) -> Result<Vec<(i64, i64)>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT minute, n FROM minute_count WHERE organisation = ? AND brand = ? AND series = ? AND minute >= ? AND minute < ?
                   ORDER BY minute";
        let values = [organisation.into(), brand.into(), series.code().into(), from_minute.into(), until_minute.into()];
        let rows = self.rows(sql, values).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((c.int()?, c.int()?))
            })
            .collect()
    }

    /// The first minute that has a count.
    pub async fn first_minute(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        series: Series,
    ) -> Result<Option<i64>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT min(minute) FROM minute_count WHERE organisation = ? AND brand = ? AND series = ?";
        let row = self.row(sql, [organisation.into(), brand.into(), series.code().into()]).await?;
        row.map_or(Ok(None), |r| r.columns().maybe_int())
    }

    /// The minutes of `from_minute..until_minute` in which something happened that is no history, in order.
    pub async fn fresh_minutes(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from_minute: i64,
        until_minute: i64,
    ) -> Result<Vec<i64>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT at FROM mention WHERE organisation = ? AND brand = ? AND at >= ? AND at < ? AND arrival <> ? ORDER BY at";
        let values = [
            organisation.into(),
            brand.into(),
            minute_start(from_minute).into(),
            minute_start(until_minute).into(),
            arrival(Arrival::History).into(),
        ];
        let rows = self.rows(sql, values).await?;
        let mut minutes = rows.iter().map(|r| Ok(minute(r.columns().time()?))).collect::<Result<Vec<_>>>()?;
        minutes.dedup();
        Ok(minutes)
    }

    /// How many articles that happened in `from..=until` speak of a brand.
    pub async fn articles(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<i64> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT count(*) FROM mention m JOIN post p ON p.id = m.post
                   WHERE m.organisation = ? AND m.brand = ? AND m.at >= ? AND m.at <= ? AND p.kind = ?";
        let article = post_kind(PostKind::Article).into();
        let row = self.row(sql, [organisation.into(), brand.into(), from.into(), until.into(), article]).await?;
        row.map_or(Ok(0), |row| row.columns().int())
    }

    /// The last `limit` mentions that happened in `from..until`, in order of (time, id).
    pub async fn window(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<WindowMention>> {
        let values = vec![organisation.into(), brand.into(), from.into(), until.into(), limit.into()];
        self.some_of_window(organisation, brand, "AND m.at < ? ORDER BY m.at DESC, m.id DESC", values).await
    }

    /// The first `limit` mentions after this (time, id) that are no history and whose text is grave, in that order.
    pub async fn grave_mentions(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        after: (Timestamp, MentionId),
        limit: i64,
    ) -> Result<Vec<WindowMention>> {
        let (at, id) = after;
        let history = arrival(Arrival::History).into();
        let values = vec![organisation.into(), brand.into(), at.into(), at.into(), id.into(), history, limit.into()];
        let which = "AND (m.at > ? OR m.id > ?) AND m.arrival <> ? AND r.grave IS NOT NULL ORDER BY m.at, m.id";
        self.some_of_window(organisation, brand, which, values).await
    }

    /// The first `limit` mentions in `from..until` whose text is grave, history too.
    pub async fn grave_mentions_within(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<WindowMention>> {
        let values = vec![organisation.into(), brand.into(), from.into(), until.into(), limit.into()];
        let which = "AND m.at < ? AND r.grave IS NOT NULL ORDER BY m.at, m.id";
        self.some_of_window(organisation, brand, which, values).await
    }

    async fn some_of_window(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        which: &str,
        values: Vec<Value>,
    ) -> Result<Vec<WindowMention>> {
        self.brand(organisation, brand).await?;
        let sql = format!(
            "SELECT m.id, m.post, m.source, s.name, coalesce(p.author_id, p.author_handle, p.author_display),
                    coalesce(p.author_display, p.author_handle), p.followers, r.fingerprint, r.polarity, r.lang, m.at, m.arrival,
                    p.rating_tenths, p.rating_out_of, substr(p.text, 1, 500), p.url, p.repost_of, r.grave
             FROM mention m JOIN post p ON p.id = m.post JOIN source s ON s.id = m.source {JOIN_READING}
             WHERE m.organisation = ? AND m.brand = ? AND m.at >= ? {which} LIMIT ?"
        );
        let rows = self.rows(&sql, values).await?;
        let mut window = rows.iter().map(|r| window_mention(&mut r.columns())).collect::<Result<Vec<_>>>()?;
        window.sort_by_key(|mention| (mention.at, mention.mention));
        let mut queries = self.queries_of(&window.iter().map(|w| w.mention).collect::<Vec<_>>()).await?;
        for mention in &mut window {
            mention.queries = queries.remove(&mention.mention).unwrap_or_default();
        }
        Ok(window)
    }

    /// The queries that each of these mentions hit, in order of id. The caller has shown that the mentions are the organisation's.
    pub(crate) async fn queries_of(&self, mentions: &[MentionId]) -> Result<HashMap<MentionId, Vec<QueryId>>> {
        let ids: Vec<i64> = mentions.iter().map(|m| m.0).collect();
        let mut queries: HashMap<MentionId, Vec<QueryId>> = HashMap::new();
        let sql = "SELECT mention, query FROM mention_hit WHERE mention IN {in} ORDER BY mention, query";
        for row in self.rows_in(sql, &[], &ids).await? {
            let mut c = row.columns();
            queries.entry(MentionId(c.int()?)).or_default().push(QueryId(c.int()?));
        }
        Ok(queries)
    }
}
