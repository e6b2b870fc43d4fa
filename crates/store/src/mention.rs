//! Mentions as pages read them, and their triage.

use crate::codes::{arrival, arrival_of};
use crate::full_text::words;
use crate::people::is_member;
use crate::post::{JOIN_READING, READING, engagement, maybe_reading, stored_post, stored_post_columns};
use crate::sql::{Columns, Tx};
use crate::value::Value;
use crate::{Error, Result, Store, StoredPost};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId, PostId, QueryId, SourceId};
use domain::mask::{mask, mask_with};
use domain::mention::{Arrival, Mention, Reading, Sees};
use domain::post::Engagement;
use jiff::Timestamp;
use std::collections::BTreeSet;
use text::{Language, Polarity};

/// Which mentions are wanted; everything set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentionFilter {
    /// Of this brand.
    pub brand: Option<BrandId>,
    /// Brought first by this source.
    pub source: Option<SourceId>,
    /// Read as this language.
    pub lang: Option<Language>,
    /// Read as this polarity.
    pub polarity: Option<Polarity>,
    /// Done with, or not.
    pub handled: Option<bool>,
    /// Somebody's.
    pub assigned: Option<PersonId>,
    /// Happened at or after.
    pub since: Option<Timestamp>,
    /// Happened before.
    pub until: Option<Timestamp>,
    /// Came this way.
    pub arrival: Option<Arrival>,
    /// Those that whoever asks is shown; what was said in the open, where nothing else is asked for.
    pub sees: Sees,
    /// Folded words that the text must all hold, as far as the full text knows: mentions that are not indexed as they stand now are
    /// not left out, so whoever asks looks at what comes. An empty list asks nothing.
    pub search: Option<Vec<String>>,
}

/// A mention with its post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionView {
    /// The mention.
    pub mention: Mention,
    /// Its post.
    pub post: StoredPost,
    /// What the reader says, where it read.
    pub reading: Option<Reading>,
    /// The name of the source that brought it first.
    pub source_name: String,
}

/// An earlier version of an edited post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// 1 for the first.
    pub version: i64,
    /// Its text.
    pub text: String,
    /// When another took its place.
    pub replaced_at: Timestamp,
}

/// All there is to say of a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionDetail {
    /// The mention with its post.
    pub view: MentionView,
    /// Its counts over time.
    pub engagement: Vec<(Timestamp, Engagement)>,
    /// Its earlier versions, oldest first.
    pub versions: Vec<Version>,
    /// The queries it hit, with their names where they are still there.
    pub hits: Vec<(QueryId, Option<String>)>,
}

/// A brand's mentions in brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many.
    pub mentions: i64,
    /// How many of them speak ill.
    pub negative: i64,
    /// How many nobody has done with.
    pub unhandled: i64,
}

fn view(c: &mut Columns<'_>) -> Result<MentionView> {
    let mut mention = Mention {
        id: MentionId(c.int()?),
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        post: PostId(c.int()?),
        source: SourceId(c.int()?),
        queries: Vec::new(),
        at: c.time()?,
        arrived_at: c.time()?,
        arrival: c.word(arrival_of)?,
        handled: None,
        assigned: None,
    };
    mention.handled = match (c.maybe_int()?, c.maybe_time()?) {
        (Some(person), Some(at)) => Some((PersonId(person), at)),
        _ => None,
    };
    mention.assigned = c.maybe_int()?.map(PersonId);
    let source_name = c.text()?;
    Ok(MentionView { mention, post: stored_post(c)?, reading: maybe_reading(c)?, source_name })
}

/// Masks what tells how to reach somebody, or where their money is; what makes a text grave is found in what is left of it.
fn veil(view: &mut MentionView) {
    let (post, grave) = (&mut view.post.post, view.reading.as_mut().and_then(|reading| reading.grave.as_mut()));
    let spans = grave.as_ref().map_or(&[][..], |grave| grave.spans.as_slice());
    let (text, spans) = mask_with(&post.text, spans);
    post.text = text;
    if let Some(grave) = grave {
        grave.spans = spans;
    }
    post.author.display = post.author.display.take().map(|name| mask(&name));
    // A handle of Mastodon looks like an address of mail and is none.
    if post.source_kind != "mastodon" {
        post.author.handle = post.author.handle.take().map(|handle| mask(&handle));
        post.author.native_id = post.author.native_id.take().map(|id| mask(&id));
    }
}

fn select() -> String {
    format!(
        "SELECT m.id, m.organisation, m.brand, m.post, m.source, m.at, m.arrived_at, m.arrival, m.handled_by, m.handled_at, m.assigned, s.name,
         {}, {READING} FROM mention m JOIN post p ON p.id = m.post JOIN source s ON s.id = m.source {JOIN_READING}",
        stored_post_columns()
    )
}

/// What did not come by the private channel of a brand.
const IN_THE_OPEN: &str = "m.source NOT IN (SELECT id FROM source WHERE kind = ?)";

/// The conditions of a filter, and their values.
pub(crate) struct Conditions {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Conditions {
    fn and(&mut self, condition: &str, value: impl Into<Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.push(value.into());
    }
}

impl Store {
    pub(crate) fn conditions(&self, organisation: OrganisationId, filter: &MentionFilter) -> Conditions {
        let mut all = Conditions { sql: " WHERE m.organisation = ?".to_owned(), values: vec![organisation.into()] };
        if let Some(brand) = filter.brand {
            all.and("m.brand = ?", brand);
        }
        if let Some(source) = filter.source {
            all.and("m.source = ?", source);
        }
        if let Some(lang) = filter.lang {
            all.and("m.lang = ?", lang.code());
        }
        if let Some(polarity) = filter.polarity {
            all.and("m.polarity = ?", polarity.code());
        }
        match filter.handled {
            Some(true) => all.sql.push_str(" AND m.handled_by IS NOT NULL"),
            Some(false) => all.sql.push_str(" AND m.handled_by IS NULL"),
            None => {}
        }
        if let Some(person) = filter.assigned {
            all.and("m.assigned = ?", person);
        }
        if let Some(since) = filter.since {
            all.and("m.at >= ?", since);
        }
        if let Some(until) = filter.until {
            all.and("m.at < ?", until);
        }
        if let Some(how) = filter.arrival {
            all.and("m.arrival = ?", arrival(how));
        }
        if filter.sees == Sees::Open {
            all.and(IN_THE_OPEN, domain::complaint::KIND);
        }
        let words: Vec<String> = filter.search.iter().flatten().flat_map(|term| words(term)).collect();
        if !words.is_empty() {
            all.and(self.engine().full_text_condition(), self.engine().full_text_query(&words));
        }
        all
    }

    /// An organisation's mentions, newest first; the next page begins `before` the last one's time and id.
    pub async fn mentions(
        &self,
        organisation: OrganisationId,
        filter: &MentionFilter,
        before: Option<(Timestamp, MentionId)>,
        limit: i64,
    ) -> Result<Vec<MentionView>> {
        match filter.brand {
            Some(brand) => self.brand(organisation, brand).await.map(|_| ())?,
            None => self.organisation(organisation).await.map(|_| ())?,
        }
        let mut all = self.conditions(organisation, filter);
        if let Some((at, id)) = before {
            all.sql.push_str(" AND (m.at, m.id) < (?, ?)");
            all.values.extend([at.into(), id.into()]);
        }
        all.values.push(limit.into());
        let sql = format!("{}{} ORDER BY m.at DESC, m.id DESC LIMIT ?", select(), all.sql);
        let mut views = self.views(&sql, all.values).await?;
        if filter.sees == Sees::Open {
            views.iter_mut().for_each(veil);
        }
        Ok(views)
    }

    async fn views(&self, sql: &str, values: Vec<Value>) -> Result<Vec<MentionView>> {
        let rows = self.rows(sql, values).await?;
        let mut views = rows.iter().map(|r| view(&mut r.columns())).collect::<Result<Vec<_>>>()?;
        let mut queries = self.queries_of(&views.iter().map(|v| v.mention.id).collect::<Vec<_>>()).await?;
        for view in &mut views {
            view.mention.queries = queries.remove(&view.mention.id).unwrap_or_default();
        }
        Ok(views)
    }

    /// One mention, with all there is to say of it.
    pub async fn mention(&self, organisation: OrganisationId, id: MentionId) -> Result<MentionDetail> {
        let sql = format!("{} WHERE m.organisation = ? AND m.id = ?", select());
        let view = self.views(&sql, vec![organisation.into(), id.into()]).await?.pop().ok_or(Error::NotFound)?;
        let sql = "SELECT version, text, replaced_at FROM post_version WHERE post = ? ORDER BY version";
        let rows = self.rows(sql, [view.mention.post.into()]).await?;
        let versions = rows
            .iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(Version { version: c.int()?, text: c.text()?, replaced_at: c.time()? })
            })
            .collect::<Result<_>>()?;
        let sql = "SELECT h.query, q.name FROM mention_hit h LEFT JOIN query q ON q.id = h.query WHERE h.mention = ? ORDER BY h.query";
        let rows = self.rows(sql, [id.into()]).await?;
        let hits = rows
            .iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((QueryId(c.int()?), c.maybe_text()?))
            })
            .collect::<Result<_>>()?;
        Ok(MentionDetail { engagement: self.engagement_series(organisation, id).await?, versions, hits, view })
    }

    /// One mention as somebody is shown it who is shown these; [`Error::NotFound`] for what they are not.
    pub async fn mention_for(&self, organisation: OrganisationId, id: MentionId, sees: Sees) -> Result<MentionDetail> {
        let mut found = self.mention(organisation, id).await?;
        let is_private = || async {
            let source = self.source(organisation, found.view.mention.source).await?;
            Ok::<_, Error>(source.kind == domain::complaint::KIND)
        };
        if sees == Sees::All {
            return Ok(found);
        }
        if is_private().await? {
            return Err(Error::NotFound);
        }
        veil(&mut found.view);
        found.versions.iter_mut().for_each(|version| version.text = mask(&version.text));
        Ok(found)
    }

    /// The exact payload of a mention's post as it stands now; empty where the record itself was the payload.
    pub async fn raw(&self, organisation: OrganisationId, id: MentionId) -> Result<Vec<u8>> {
        let sql =
            "SELECT p.id, p.version FROM mention m JOIN post p ON p.id = m.post WHERE m.organisation = ? AND m.id = ?";
        let row = self.row(sql, [organisation.into(), id.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        let (post, version) = (c.int()?, c.int()?);
        let sql = "SELECT bytes FROM post_raw WHERE post = ? AND version = ?";
        let row = self.row(sql, [post.into(), version.into()]).await?;
        row.map_or(Ok(Vec::new()), |row| row.columns().bytes())
    }

    /// How many of a brand's mentions each query brought, in order of the queries; a query that brought none is left out.
    pub async fn query_hits(&self, organisation: OrganisationId, brand: BrandId) -> Result<Vec<(QueryId, i64)>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT h.query, count(*) FROM mention m JOIN mention_hit h ON h.mention = m.id
                   WHERE m.organisation = ? AND m.brand = ? GROUP BY h.query ORDER BY h.query";
        let rows = self.rows(sql, [organisation.into(), brand.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((QueryId(c.int()?), c.int()?))
            })
            .collect()
    }

    /// A mention's counts over time.
    pub async fn engagement_series(
        &self,
        organisation: OrganisationId,
        id: MentionId,
    ) -> Result<Vec<(Timestamp, Engagement)>> {
        let sql = "SELECT post FROM mention WHERE organisation = ? AND id = ?";
        let post = self.row(sql, [organisation.into(), id.into()]).await?.ok_or(Error::NotFound)?.columns().int()?;
        let rows = self
            .rows("SELECT at, likes, shares, replies, views FROM engagement WHERE post = ? ORDER BY at", [post.into()])
            .await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((c.time()?, engagement(&mut c)?))
            })
            .collect()
    }

    /// Marks mentions as done with by somebody, or as not done with; answers how many changed.
    pub async fn set_handled(
        &self,
        organisation: OrganisationId,
        ids: &[MentionId],
        handled: Option<PersonId>,
        at: Timestamp,
    ) -> Result<usize> {
        let mut tx = self.write().await?;
        let ids = own_mentions(&mut tx, organisation, (handled, at), ids).await?;
        let sql = match handled {
            // Who did it first stays.
            Some(_) => "UPDATE mention SET handled_by = ?, handled_at = ? WHERE id = ? AND handled_by IS NULL",
            None => "UPDATE mention SET handled_by = ?, handled_at = ? WHERE id = ? AND handled_by IS NOT NULL",
        };
        let mut changed = 0;
        for id in ids {
            let values = [handled.map(|p| p.0).into(), handled.map(|_| at).into(), id.into()];
            changed += tx.run(sql, values).await? as usize;
        }
        tx.commit().await?;
        Ok(changed)
    }

    /// Gives mentions to somebody, or to nobody.
    pub async fn assign(
        &self,
        organisation: OrganisationId,
        ids: &[MentionId],
        person: Option<PersonId>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        for id in own_mentions(&mut tx, organisation, (person, at), ids).await? {
            tx.run("UPDATE mention SET assigned = ? WHERE id = ?", [person.map(|p| p.0).into(), id.into()]).await?;
        }
        tx.commit().await
    }

    /// A brand's mentions that happened in `from..until`, in brief.
    pub async fn summary(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Summary> {
        self.brand(organisation, brand).await?;
        let sql =
            "SELECT count(*), CAST(coalesce(sum(negative), 0) AS BIGINT), count(*) - count(handled_by) FROM mention
                   WHERE organisation = ? AND brand = ? AND at >= ? AND at < ?";
        let row = self
            .row(sql, [organisation.into(), brand.into(), from.into(), until.into()])
            .await?
            .ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok(Summary { mentions: c.int()?, negative: c.int()?, unhandled: c.int()? })
    }
}

/// The ids, each once, where all are the organisation's and so is the person.
async fn own_mentions(
    tx: &mut Tx,
    organisation: OrganisationId,
    (person, at): (Option<PersonId>, Timestamp),
    ids: &[MentionId],
) -> Result<BTreeSet<i64>> {
    if let Some(person) = person {
        is_member(tx, organisation, person, at).await?;
    }
    let wanted: BTreeSet<i64> = ids.iter().map(|id| id.0).collect();
    let list: Vec<i64> = wanted.iter().copied().collect();
    let mut found = BTreeSet::new();
    for row in tx
        .rows_in("SELECT id FROM mention WHERE organisation = ? AND id IN {in}", &[organisation.into()], &list)
        .await?
    {
        found.insert(row.columns().int()?);
    }
    if found == wanted { Ok(wanted) } else { Err(Error::NotFound) }
}
