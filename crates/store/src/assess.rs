//! What an assessment reads of mentions, and what people say of a signal.

use crate::codes::{polarity_of, post_kind_of};
use crate::people::is_member;
use crate::post::{JOIN_READING, engagement, images, rating};
use crate::sql::{Columns, Tx};
use crate::{Error, Result, Store};
use domain::assess::{MOST_REPORTED, Override, Place, Reported, Severity, Subject, Witness};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use domain::post::Engagement;
use jiff::Timestamp;
use text::{Language, Polarity};

fn witness(c: &mut Columns<'_>) -> Result<Witness> {
    let (mention, at, source) = (MentionId(c.int()?), c.time()?, c.text()?);
    let source_kind = c.text()?;
    let place = Place::of(&source_kind, c.word(post_kind_of)?);
    let (author, followers, account_since) = (c.maybe_text()?, c.maybe_int()?, c.maybe_time()?);
    let (native_id, parent, repost_of) = (c.text()?, c.maybe_text()?, c.maybe_text()?);
    let (url, deleted_at) = (c.maybe_text()?, c.maybe_time()?);
    let Engagement { likes, shares, replies, .. } = engagement(c)?;
    let counts = [likes, shares, replies];
    let known = counts.iter().any(Option::is_some);
    let sum = counts.into_iter().flatten().fold(0_i64, i64::saturating_add);
    // Stars say it, where there are some: as it was counted.
    let stars = rating(c)?.and_then(|given| given.stars());
    let fingerprint = c.maybe_int()?.unwrap_or(0).cast_unsigned();
    let polarity = c.maybe_text()?.as_deref().and_then(polarity_of);
    let lang = c.maybe_text()?.as_deref().and_then(Language::from_code);
    Ok(Witness {
        mention,
        at,
        place,
        source,
        platform: source_kind,
        author,
        followers,
        account_since,
        drawn: known.then_some(sum),
        native_id,
        parent,
        repost_of,
        url,
        deleted_at,
        stars,
        fingerprint,
        negative: stars.map_or(polarity == Some(Polarity::Negative), |stars| stars <= 2),
        positive: stars.map_or(polarity == Some(Polarity::Positive), |stars| stars >= 4),
        lang,
        text: c.text()?,
        erased: c.maybe_time()?.is_some(),
        images: images(c)?,
        account_reviews: c.maybe_int()?,
        default_profile: c.maybe_int()?.map(|flag| flag != 0),
    })
}

/// A rating that came before, as far as it tells what is usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRating {
    /// When it happened.
    pub at: Timestamp,
    /// Stars, from 1 to 5.
    pub stars: u8,
    /// The platform's id of its account, else its handle; a name alone is nobody.
    pub account: Option<String>,
    /// Since when that account exists.
    pub account_since: Option<Timestamp>,
    /// How many reviews that account had written in all, as its platform counts them.
    pub account_reviews: Option<i64>,
}

fn past_rating(c: &mut Columns<'_>) -> Result<Option<PastRating>> {
    let (at, stars) = (c.time()?, rating(c)?.and_then(|given| given.stars()));
    let (account, account_since, account_reviews) = (c.maybe_text()?, c.maybe_time()?, c.maybe_int()?);
    Ok(stars.map(|stars| PastRating { at, stars, account, account_since, account_reviews }))
}

fn reported(c: &mut Columns<'_>) -> Result<Reported> {
    Ok(Reported {
        subject: c.word(Subject::from_code)?,
        value: c.int()?,
        note: c.text()?,
        person: PersonId(c.int()?),
        at: c.time()?,
    })
}

async fn has_signal(tx: &mut Tx, organisation: OrganisationId, signal: &str) -> Result<()> {
    let sql = "SELECT 1 FROM signal WHERE organisation = ? AND id = ?";
    tx.row(sql, [organisation.into(), signal.into()]).await?.map(|_| ()).ok_or(Error::NotFound)
}

impl Store {
    /// The first `limit` of the brand's mentions that happened in `from..until`, oldest first, as an assessment looks at them; the first 500
    /// characters of each.
    pub async fn witnesses(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<Witness>> {
        self.some_witnesses(organisation, brand, (from, until), "ORDER BY m.at, m.id", limit).await
    }

    /// The last `limit` of them, oldest first too.
    pub async fn witnesses_before(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<Witness>> {
        let newest = "ORDER BY m.at DESC, m.id DESC";
        let mut found = self.some_witnesses(organisation, brand, (from, until), newest, limit).await?;
        found.reverse();
        Ok(found)
    }

    async fn some_witnesses(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        (from, until): (Timestamp, Timestamp),
        order: &str,
        limit: i64,
    ) -> Result<Vec<Witness>> {
        self.brand(organisation, brand).await?;
        let sql = format!(
            "SELECT m.id, m.at, s.name, p.source_kind, p.kind, coalesce(p.author_id, p.author_handle, '~ ' || p.author_display), p.followers,
                    p.author_created_at, p.native_id, p.parent, p.repost_of, p.url, p.deleted_at, p.likes, p.shares, p.replies, p.views, p.rating_tenths, p.rating_out_of,
                    r.fingerprint, r.polarity, r.lang, substr(p.text, 1, 500), p.text_erased_at, p.images,
                    p.author_reviews, p.author_default
             FROM mention m JOIN post p ON p.id = m.post JOIN source s ON s.id = m.source {JOIN_READING}
             WHERE m.organisation = ? AND m.brand = ? AND m.at >= ? AND m.at < ? {order} LIMIT ?"
        );
        let values = [organisation.into(), brand.into(), from.into(), until.into(), limit.into()];
        let rows = self.rows(&sql, values).await?;
        rows.iter().map(|r| witness(&mut r.columns())).collect()
    }

    /// The brand's ratings that happened in `from..until`, the newest first.
    pub async fn past_ratings(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
        limit: i64,
    ) -> Result<Vec<PastRating>> {
        self.brand(organisation, brand).await?;
        let sql =
            "SELECT m.at, p.rating_tenths, p.rating_out_of, coalesce(p.author_id, p.author_handle), p.author_created_at,
                          p.author_reviews
                   FROM mention m JOIN post p ON p.id = m.post
                   WHERE m.organisation = ? AND m.brand = ? AND m.at >= ? AND m.at < ? AND p.rating_tenths IS NOT NULL
                   ORDER BY m.at DESC, m.id DESC LIMIT ?";
        let values = [organisation.into(), brand.into(), from.into(), until.into(), limit.into()];
        let rows = self.rows(sql, values).await?;
        let found: Result<Vec<Option<PastRating>>> = rows.iter().map(|r| past_rating(&mut r.columns())).collect();
        Ok(found?.into_iter().flatten().collect())
    }

    /// Keeps a figure that somebody reported of a signal; [`Error::Conflict`] where there are too many of them.
    pub async fn report_figure(&self, organisation: OrganisationId, signal: &str, reported: &Reported) -> Result<()> {
        let mut tx = self.write().await?;
        is_member(&mut tx, organisation, reported.person, reported.at).await?;
        has_signal(&mut tx, organisation, signal).await?;
        let sql = "SELECT count(*) FROM reported WHERE organisation = ? AND signal = ?";
        let row = tx.row(sql, [organisation.into(), signal.into()]).await?;
        if row.map_or(Ok(0), |row| row.columns().int())? >= MOST_REPORTED {
            return Err(Error::Conflict(format!("a signal holds at most {MOST_REPORTED} reported figures")));
        }
        let id = tx.next_id("reported").await?;
        let values = [
            id.into(),
            organisation.into(),
            signal.into(),
            reported.subject.code().into(),
            reported.value.into(),
            (&reported.note).into(),
            reported.person.into(),
            reported.at.into(),
        ];
        let sql = "INSERT INTO reported (id, organisation, signal, subject, value, note, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// The figures that were reported of a signal, in the order they came.
    pub async fn reported(&self, organisation: OrganisationId, signal: &str) -> Result<Vec<Reported>> {
        self.signal(organisation, signal).await?;
        let sql =
            "SELECT subject, value, note, person, at FROM reported WHERE organisation = ? AND signal = ? ORDER BY id";
        let rows = self.rows(sql, [organisation.into(), signal.into()]).await?;
        rows.iter().map(|r| reported(&mut r.columns())).collect()
    }

    /// Keeps what somebody says the severity is, and why; `None` takes it back: the rubric holds again.
    pub async fn say_severity(
        &self,
        organisation: OrganisationId,
        signal: &str,
        severity: Option<Severity>,
        reason: &str,
        person: PersonId,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        is_member(&mut tx, organisation, person, at).await?;
        has_signal(&mut tx, organisation, signal).await?;
        let id = tx.next_id("signal_severity").await?;
        let values = [
            id.into(),
            organisation.into(),
            signal.into(),
            (&severity.map(|severity| severity.code().to_owned())).into(),
            reason.into(),
            person.into(),
            at.into(),
        ];
        let sql = "INSERT INTO signal_severity (id, organisation, signal, severity, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)";
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// What somebody said last that the severity of a signal is; `None` where the rubric holds.
    pub async fn said_severity(&self, organisation: OrganisationId, signal: &str) -> Result<Option<Override>> {
        self.signal(organisation, signal).await?;
        let sql = "SELECT severity, reason, person, at FROM signal_severity WHERE organisation = ? AND signal = ? ORDER BY id DESC LIMIT 1";
        let Some(row) = self.row(sql, [organisation.into(), signal.into()]).await? else { return Ok(None) };
        let mut c = row.columns();
        let Some(word) = c.maybe_text()? else { return Ok(None) };
        let severity = Severity::from_code(&word).ok_or(Error::Corrupt(format!("'{word}' is no severity")))?;
        Ok(Some(Override { severity, reason: c.text()?, person: PersonId(c.int()?), at: c.time()? }))
    }
}
