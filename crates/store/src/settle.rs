//! Transaction 2: what a tick found out.

use crate::brand::{brand_exists, to_json};
use crate::people::found;
use crate::sql::Tx;
use crate::tick::DueTick;
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::counter::Series;
use domain::id::{BrandId, OrganisationId};
use jiff::Timestamp;
use serde::Serialize;

/// A detector's state as it is kept: series, JSON, and the minute up to which it has learnt.
pub type DetectorState = (Series, String, i64);

/// What a tick of one brand found out.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// The due tick it answers; what came after that one was read stays due. `None` for the tick of the minute.
    pub answers: Option<DueTick>,
    /// Evaluated up to this minute.
    pub until_minute: i64,
    /// What the detectors have learnt.
    pub detectors: Vec<DetectorState>,
    /// Signals that begin.
    pub raise: Vec<NewSignal>,
    /// Signals that go on or end.
    pub update: Vec<SignalUpdate>,
    /// When.
    pub at: Timestamp,
}

/// A signal that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSignal {
    /// Its id: from brand, series and onset, so that a tick run twice raises it once.
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
    /// When the counts last departed.
    pub last_hot_at: Timestamp,
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
}

/// How a signal goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalUpdate {
    /// Which.
    pub id: String,
    /// `notice` or `alert`.
    pub level: String,
    /// Its score in thousandths.
    pub score: i64,
    /// What was counted.
    pub observed: i64,
    /// What was expected, in thousandths.
    pub expected: i64,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// When the counts last departed.
    pub last_hot_at: Timestamp,
    /// Whether it wakes from now on; what woke once is never taken back.
    pub wakes: bool,
    /// Another explanation; `None` keeps the one it has.
    pub explanation: Option<String>,
    /// Another frozen evaluation (a rise in level); `None` keeps the one it has.
    pub frozen: Option<String>,
}

/// The text of an entry of the signals' log; its form never changes, so that the log's hash holds.
#[derive(Serialize)]
struct Entry<'a> {
    level: &'a str,
    score: i64,
    observed: i64,
    expected: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    onset: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<i64>,
}

impl Store {
    /// Writes what a tick found out, all or nothing; twice is once.
    pub async fn settle(&self, organisation: OrganisationId, brand: BrandId, settlement: Settlement) -> Result<()> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, brand).await?;
        let owner: [Value; 2] = [organisation.into(), brand.into()];
        for signal in &settlement.raise {
            if (signal.organisation, signal.brand) != (organisation, brand) {
                return Err(Error::NotFound);
            }
            raise(&mut tx, signal).await?;
        }
        for update in &settlement.update {
            update_signal(&mut tx, organisation, brand, update, settlement.at).await?;
        }
        let [o, b] = owner.clone();
        tx.run(
            "INSERT INTO settled (organisation, brand, until_minute) VALUES (?, ?, ?)
             ON CONFLICT (organisation, brand) DO UPDATE SET until_minute = excluded.until_minute",
            [o, b, settlement.until_minute.into()],
        )
        .await?;
        let states = settlement.detectors.iter().flat_map(|(series, state, absorbed_until)| -> [Value; 5] {
            let [o, b] = owner.clone();
            [o, b, series.code().into(), state.into(), (*absorbed_until).into()]
        });
        tx.bulk(
            "INSERT INTO detector (organisation, brand, series, state, absorbed_until)",
            "ON CONFLICT (organisation, brand, series) DO UPDATE SET state = excluded.state, absorbed_until = excluded.absorbed_until",
            states.collect(),
        )
        .await?;
        if let Some(due) = settlement.answers {
            // Minutes that were not complete when it was judged stay due.
            let sql = "UPDATE due_tick SET from_minute = ? WHERE organisation = ? AND brand = ? AND newest <= ? AND from_minute >= ?
                       AND EXISTS (SELECT 1 FROM minute_count WHERE organisation = ? AND brand = ? AND minute >= ?)";
            let [o, b] = owner.clone();
            let [same_o, same_b] = owner.clone();
            let until: Value = settlement.until_minute.into();
            let values = [until.clone(), o, b, due.newest.into(), due.from_minute.into(), same_o, same_b, until];
            tx.run(sql, values).await?;
            let sql = "DELETE FROM due_tick WHERE organisation = ? AND brand = ? AND newest <= ? AND from_minute >= ? AND from_minute < ?";
            let [o, b] = owner;
            tx.run(sql, [o, b, due.newest.into(), due.from_minute.into(), settlement.until_minute.into()]).await?;
        }
        tx.commit().await
    }

    /// What a brand's detectors have learnt, in order of series.
    pub async fn detectors(&self, organisation: OrganisationId, brand: BrandId) -> Result<Vec<DetectorState>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT series, state, absorbed_until FROM detector WHERE organisation = ? AND brand = ?";
        let rows = self.rows(sql, [organisation.into(), brand.into()]).await?;
        let mut states = rows
            .iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((c.word(Series::from_code)?, c.text()?, c.int()?))
            })
            .collect::<Result<Vec<_>>>()?;
        states.sort_unstable_by_key(|(series, ..)| *series);
        Ok(states)
    }
}

async fn raise(tx: &mut Tx, signal: &NewSignal) -> Result<()> {
    let sql = "INSERT INTO signal (organisation, id, brand, series, level, onset, raised_at, late, wakes, score, observed, expected, frozen,
               explanation, last_hot_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation, id) DO NOTHING";
    let values = [
        signal.organisation.into(),
        (&signal.id).into(),
        signal.brand.into(),
        signal.series.code().into(),
        (&signal.level).into(),
        signal.onset.into(),
        signal.raised_at.into(),
        signal.late.into(),
        signal.wakes.into(),
        signal.score.into(),
        signal.observed.into(),
        signal.expected.into(),
        (&signal.frozen).into(),
        (&signal.explanation).into(),
        signal.last_hot_at.into(),
    ];
    if tx.run(sql, values).await? == 0 {
        return Ok(());
    }
    let NewSignal { level, score, observed, expected, .. } = signal;
    let onset = Some(signal.onset.as_microsecond());
    let body =
        to_json(&Entry { level, score: *score, observed: *observed, expected: *expected, onset, ended_at: None })?;
    append(tx, signal.organisation, &signal.id, signal.raised_at, "raised", &body).await
}

/// A change of level, an end, and that history became news are events; that a score moves is not.
async fn update_signal(
    tx: &mut Tx,
    organisation: OrganisationId,
    brand: BrandId,
    update: &SignalUpdate,
    at: Timestamp,
) -> Result<()> {
    let sql = "SELECT level, ended_at, wakes FROM signal WHERE organisation = ? AND brand = ? AND id = ?";
    let row = tx.row(sql, [organisation.into(), brand.into(), (&update.id).into()]).await?.ok_or(Error::NotFound)?;
    let mut c = row.columns();
    let (level, ended_at, woke) = (c.text()?, c.maybe_time()?, c.flag()?);
    let sql =
        "UPDATE signal SET level = ?, score = ?, observed = ?, expected = ?, ended_at = ?, last_hot_at = ?, wakes = ?,
               explanation = coalesce(?, explanation), frozen = coalesce(?, frozen) WHERE organisation = ? AND id = ?";
    let values = [
        (&update.level).into(),
        update.score.into(),
        update.observed.into(),
        update.expected.into(),
        update.ended_at.into(),
        update.last_hot_at.into(),
        (woke || update.wakes).into(),
        (&update.explanation).into(),
        (&update.frozen).into(),
        organisation.into(),
        (&update.id).into(),
    ];
    found(tx.run(sql, values).await?)?;
    let moved = match (ended_at, update.ended_at) {
        (None, Some(_)) => Some("ended"),
        (Some(_), None) => Some("resumed"),
        _ if level != update.level => Some("level"),
        _ => None,
    };
    let wakes = (update.wakes && !woke).then_some("wakes");
    let SignalUpdate { level, score, observed, expected, .. } = update;
    let ended_at = update.ended_at.map(Timestamp::as_microsecond);
    let body =
        to_json(&Entry { level, score: *score, observed: *observed, expected: *expected, onset: None, ended_at })?;
    for kind in moved.into_iter().chain(wakes) {
        append(tx, organisation, &update.id, at, kind, &body).await?;
    }
    Ok(())
}

/// Appends to the signals' log.
pub(crate) async fn append(
    tx: &mut Tx,
    organisation: OrganisationId,
    signal: &str,
    at: Timestamp,
    kind: &str,
    body: &str,
) -> Result<()> {
    let seq = tx.next_id("signal_event").await?;
    tx.run(
        "INSERT INTO signal_event (seq, organisation, signal, at, kind, body) VALUES (?, ?, ?, ?, ?, ?)",
        [seq.into(), organisation.into(), signal.into(), at.into(), kind.into(), body.into()],
    )
    .await?;
    Ok(())
}
