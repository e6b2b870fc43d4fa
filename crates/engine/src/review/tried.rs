//! Which query or threshold would have shown a case earlier, tried on what is stored by the back-test that queries are tried with.

use super::read;
use crate::EngineError;
use crate::backtest::{Asked, Backtest, Bounds, Raised, WEEKS, run_by};
use crate::world::World;
use domain::id::{CaseId, OrganisationId};
use domain::signal::Budget;
use jiff::Timestamp;
use serde::Serialize;

/// What is tried: one query more, or another budget, or both.
#[derive(Clone, Debug, Default)]
pub struct Try {
    /// A query beside those that the brand has.
    pub query: Option<String>,
    /// How often signals may be told of.
    pub budget: Option<Budget>,
}

/// What it would have shown.
#[derive(Clone, Debug, Serialize)]
pub struct Tried {
    /// From when it was looked at: four weeks before the first mention that stood out.
    pub from: Timestamp,
    /// When the case was heard of: its alert, or its opening.
    pub heard_of: Timestamp,
    /// The first signal of that time as things are: since when it would stand out.
    pub present: Option<Raised>,
    /// The first signal of that time with what is tried.
    pub changed: Option<Raised>,
    /// Seconds from that until it was heard of.
    pub sooner: Option<i64>,
    /// Signals from then until now: as things are, and with what is tried. What is sooner has its price.
    pub signals: (i64, i64),
    /// Whether all of that time was looked at.
    pub whole: bool,
    /// Posts of it that were not kept, so that nobody knows what would be found among them.
    pub passed: i64,
}

/// Tries it. Changes nothing; waits for its turn where another is being tried.
///
/// # Errors
/// [`EngineError::Report`] where the case is too long ago; [`EngineError::Query`] for a query that cannot be read; the store's.
pub async fn tried(
    world: &World,
    organisation: OrganisationId,
    case: CaseId,
    what: &Try,
) -> Result<Tried, EngineError> {
    let found = read(world, organisation, case).await?;
    let before =
        found.around.before.ok_or_else(|| EngineError::Broken("nobody looked at what stood before".to_owned()))?;
    let (from, heard_of) = (before.from, before.until);
    let hours = from.duration_until(world.clock.now()).as_hours();
    let weeks = hours.max(0) / (7 * 24) + 1;
    if weeks > WEEKS {
        let why = format!(
            "what stood before that case is longer ago than {WEEKS} weeks: it cannot be tried; nothing was changed"
        );
        return Err(EngineError::Report(why));
    }
    let brand = world.store.brand(organisation, found.room.file.brand).await?;
    let saved = world.store.queries(organisation).await?.into_iter().filter(|query| query.brand == brand.id);
    let mut queries: Vec<String> = saved.map(|query| query.text).filter(|text| query::parse(text).is_ok()).collect();
    let as_it_is = Asked { brand: brand.clone(), queries: queries.clone(), weeks };
    queries.extend(what.query.clone());
    let asked = Asked { brand, queries, weeks };
    let changed = run_by(world, &asked, Bounds::default(), what.budget).await?;
    let present = match what.budget {
        Some(_) => run_by(world, &as_it_is, Bounds::default(), None).await?.present,
        None => changed.present.clone(),
    };
    let Backtest { whole, unseen, changed, .. } = changed;
    let first = |signals: &[Raised]| {
        let within = signals.iter().filter(|raised| raised.onset >= from && raised.onset < heard_of);
        within.min_by_key(|raised| raised.onset).copied()
    };
    let count = |signals: &[Raised]| signals.iter().filter(|raised| raised.onset >= from).count() as i64;
    let (now, then) = (first(&present.signals), first(&changed.signals));
    Ok(Tried {
        from,
        heard_of,
        present: now,
        changed: then,
        sooner: then.map(|raised| raised.onset.duration_until(heard_of).as_secs()),
        signals: (count(&present.signals), count(&changed.signals)),
        whole,
        passed: unseen.passed,
    })
}
