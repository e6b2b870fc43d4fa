//! Signals as pages and the command line read them, their labels and their log.

use crate::brand::to_json;
use crate::people::{found, may};
use crate::settle::append;
use crate::sql::Columns;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::counter::Series;
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::organisation::Right;
use domain::signal::Verdict;
use jiff::Timestamp;
use serde::Serialize;

/// A signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalRow {
    /// Its id.
    pub id: String,
    /// Whose.
    pub organisation: OrganisationId,
    /// Which brand.
    pub brand: BrandId,
    /// Which series.
    pub series: Series,
    /// `notice` or `alert`.
    pub level: String,
    /// Since when the counts depart.
    pub onset: Timestamp,
    /// When it was found.
    pub raised_at: Timestamp,
    /// Whether it was found by catching up.
    pub late: bool,
    /// Whether it wakes anyone.
    pub wakes: bool,
    /// Its score in thousandths.
    pub score: i64,
    /// What was counted.
    pub observed: i64,
    /// What was expected, in thousandths.
    pub expected: i64,
    /// Its inputs, detector state, versions and settings as evaluated; JSON.
    pub frozen: String,
    /// Why, in parts; JSON.
    pub explanation: String,
    /// When it ended; `None` while it goes on.
    pub ended_at: Option<Timestamp>,
    /// When the counts last departed.
    pub last_hot_at: Timestamp,
    /// What people say of it.
    pub label: Option<Label>,
}

impl SignalRow {
    /// Whether somebody said that it is not a problem.
    pub fn is_dismissed(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.verdict == Verdict::Dismissed)
    }
}

/// What somebody says of a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Whether there was something to it.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Which signals are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignalFilter {
    /// Of this brand only.
    pub brand: Option<BrandId>,
    /// Only those that go on.
    pub open_only: bool,
    /// Only those with an onset at or after.
    pub since: Option<Timestamp>,
    /// Only those that counts raised: no grave posts.
    pub counted_only: bool,
    /// Only those that somebody dismissed.
    pub dismissed_only: bool,
}

/// One entry of the signals' log, append-only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Its number; they grow.
    pub seq: i64,
    /// Whose.
    pub organisation: OrganisationId,
    /// Which signal.
    pub signal: String,
    /// When.
    pub at: Timestamp,
    /// `raised`, `level`, `wakes`, `ended`, `resumed` or `labelled`.
    pub kind: String,
    /// The exact text stored; JSON.
    pub body: String,
}

#[derive(Serialize)]
struct LabelEntry<'a> {
    verdict: Verdict,
    reason: &'a str,
    person: PersonId,
}

const SIGNAL: &str = "id, organisation, brand, series, level, onset, raised_at, late, wakes, score, observed, expected, frozen, explanation,
    ended_at, last_hot_at, verdict, reason, labelled_by, labelled_at";

fn signal(c: &mut Columns<'_>) -> Result<SignalRow> {
    Ok(SignalRow {
        id: c.text()?,
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        series: c.word(Series::from_code)?,
        level: c.text()?,
        onset: c.time()?,
        raised_at: c.time()?,
        late: c.flag()?,
        wakes: c.flag()?,
        score: c.int()?,
        observed: c.int()?,
        expected: c.int()?,
        frozen: c.text()?,
        explanation: c.text()?,
        ended_at: c.maybe_time()?,
        last_hot_at: c.time()?,
        label: match (c.maybe_word(Verdict::from_code)?, c.maybe_text()?, c.maybe_int()?, c.maybe_time()?) {
            (Some(verdict), Some(reason), Some(person), Some(at)) => {
                Some(Label { verdict, reason, person: PersonId(person), at })
            }
            _ => None,
        },
    })
}

impl Store {
    /// An organisation's signals, latest onset first.
    pub async fn signals(
        &self,
        organisation: OrganisationId,
        filter: SignalFilter,
        limit: i64,
    ) -> Result<Vec<SignalRow>> {
        self.signals_beyond(organisation, filter, None, limit).await
    }

    /// The same, from the one after this onset and id on.
    pub async fn signals_beyond(
        &self,
        organisation: OrganisationId,
        filter: SignalFilter,
        last: Option<(Timestamp, &str)>,
        limit: i64,
    ) -> Result<Vec<SignalRow>> {
        match filter.brand {
            Some(brand) => self.brand(organisation, brand).await.map(|_| ())?,
            None => self.organisation(organisation).await.map(|_| ())?,
        }
        let mut sql = format!("SELECT {SIGNAL} FROM signal WHERE organisation = ?");
        let mut values: Vec<Value> = vec![organisation.into()];
        if let Some(brand) = filter.brand {
            sql.push_str(" AND brand = ?");
            values.push(brand.into());
        }
        if filter.open_only {
            sql.push_str(" AND ended_at IS NULL");
        }
        if filter.counted_only {
            sql.push_str(" AND series <> ?");
            values.push(Series::Grave.code().into());
        }
        if filter.dismissed_only {
            sql.push_str(" AND verdict = ?");
            values.push(Verdict::Dismissed.code().into());
        }
        if let Some(since) = filter.since {
            sql.push_str(" AND onset >= ?");
            values.push(since.into());
        }
        if let Some((onset, id)) = last {
            sql.push_str(" AND (onset < ? OR onset = ? AND id > ?)");
            values.extend([onset.into(), onset.into(), id.into()]);
        }
        sql.push_str(" ORDER BY onset DESC, id LIMIT ?");
        values.push(limit.into());
        let rows = self.rows(&sql, values).await?;
        rows.iter().map(|r| signal(&mut r.columns())).collect()
    }

    /// The signals of the whole house that go on, and those with an onset at or after; by when they were found.
    pub async fn live_signals(&self, since: Timestamp) -> Result<Vec<SignalRow>> {
        let mut all = Vec::new();
        for (which, values) in
            [("ended_at IS NULL", vec![]), ("ended_at IS NOT NULL AND onset >= ?", vec![since.into()])]
        {
            let rows = self.rows(&format!("SELECT {SIGNAL} FROM signal WHERE {which}"), values).await?;
            all.extend(rows.iter().map(|r| signal(&mut r.columns())).collect::<Result<Vec<_>>>()?);
        }
        all.sort_by(|a, b| (a.raised_at, a.organisation, &a.id).cmp(&(b.raised_at, b.organisation, &b.id)));
        Ok(all)
    }

    /// One signal.
    pub async fn signal(&self, organisation: OrganisationId, id: &str) -> Result<SignalRow> {
        let sql = format!("SELECT {SIGNAL} FROM signal WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.into()]).await?;
        signal(&mut row.ok_or(Error::NotFound)?.columns())
    }

    /// Keeps what somebody says of a signal, and why. [`Error::NotFound`] too for who may not say it there: [`Right::Triage`].
    pub async fn label_signal(
        &self,
        organisation: OrganisationId,
        id: &str,
        verdict: Verdict,
        reason: &str,
        person: PersonId,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        may(&mut tx, organisation, person, Right::Triage, at).await?;
        let sql = "UPDATE signal SET verdict = ?, reason = ?, labelled_by = ?, labelled_at = ? WHERE organisation = ? AND id = ?";
        let values = [verdict.code().into(), reason.into(), person.into(), at.into(), organisation.into(), id.into()];
        found(tx.run(sql, values).await?)?;
        append(&mut tx, organisation, id, at, "labelled", &to_json(&LabelEntry { verdict, reason, person })?).await?;
        tx.commit().await
    }

    /// The entries of every signal's log after one of them, in order: what the log's hash is made of.
    pub async fn signal_log(&self, after: i64) -> Result<Vec<LogEntry>> {
        let sql = "SELECT seq, organisation, signal, at, kind, body FROM signal_event WHERE seq > ? ORDER BY seq";
        let rows = self.rows(sql, [after.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok(LogEntry {
                    seq: c.int()?,
                    organisation: OrganisationId(c.int()?),
                    signal: c.text()?,
                    at: c.time()?,
                    kind: c.text()?,
                    body: c.text()?,
                })
            })
            .collect()
    }
}
