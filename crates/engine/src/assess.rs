//! What a signal is about, how big and how grave, from what the store holds. It is kept with the explanation as it was when the signal
//! was raised or lifted; pages, API and command line ask anew, as of now.

use crate::EngineError;
use crate::bus::Change;
use crate::company::company;
use crate::dossier;
use crate::grave;
use crate::trade::trade;
use crate::urgency;
use crate::view::{Memory, minutes};
use crate::world::World;
use domain::assess::{Assessment, Evidence, Grave, Override, Reported, Rubric, Severity, Usual, Witness, assess};
use domain::counter::{Series, minute, minute_start};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use domain::signal::Explanation;
use jiff::{SignedDuration, Timestamp};
use signal::forecast::{self, Ahead, Cascade, Record, Silence};
use std::sync::LazyLock;
use store::SignalRow;
use text::{Causes, Tones};
use tokio::sync::Semaphore;

/// Most mentions that are read for one assessment; the counts come from the counters and are whole.
const MOST: i64 = 5_000;
/// What was usual is that of so many minutes before the onset.
const USUAL: i64 = 28 * 1_440;
/// A forecast learns from so many minutes before the onset, and at most so many in all.
const LEARN: (i64, i64) = (1_440, 7 * 1_440);
/// The setting that holds an organisation's rubric.
const RUBRIC: &str = "rubric";
/// Longest reason for another severity, in characters.
const REASON: usize = 300;

static CAUSES: LazyLock<Causes> = LazyLock::new(Causes::new);
static TONES: LazyLock<Tones> = LazyLock::new(Tones::new);

/// The stretch of a brand's time that is assessed.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which brand.
    pub brand: BrandId,
    /// Since when the counts depart.
    pub onset: Timestamp,
    /// As of.
    pub now: Timestamp,
    /// When it ended, if it did.
    pub ended_at: Option<Timestamp>,
    /// What stood in the window that stood out most, and what was expected there, in thousandths.
    pub peak: (i64, i64),
    /// The grave post that raised it, unless somebody dismissed it.
    pub grave: Option<MentionId>,
}

/// What people said of a signal.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The figures they reported.
    pub reported: Vec<Reported>,
    /// What they say the severity is.
    pub severity: Option<Override>,
}

/// What is expected to come, and how earlier forecasts did.
type Outlook = (Result<[Ahead; 3], Silence>, Vec<Record>);

/// Assesses a signal as of now, or as of its end.
///
/// # Errors
/// The store's.
pub async fn of_signal(
    world: &World,
    memory: &Memory,
    row: &SignalRow,
    now: Timestamp,
) -> Result<Assessment, EngineError> {
    let stretch = stretch_of(row, now)?;
    let said = Said {
        reported: world.store.reported(row.organisation, &row.id).await?,
        severity: world.store.said_severity(row.organisation, &row.id).await?,
    };
    let mut found = of_stretch(world, memory, stretch, &said).await?;
    found.urgency.clocks = urgency::clocks(world, row, &found, now).await?;
    Ok(found)
}

/// The stretch of a signal as of now, or as of its end.
pub(crate) fn stretch_of(row: &SignalRow, now: Timestamp) -> Result<Stretch, EngineError> {
    let told: Explanation = serde_json::from_str(&row.explanation)?;
    // What is opened in its first minute is about that minute.
    let now = now.max(minute_start(minute(row.onset) + 1));
    Ok(Stretch {
        organisation: row.organisation,
        brand: row.brand,
        onset: row.onset,
        now: row.ended_at.map_or(now, |end| end.min(now)),
        ended_at: row.ended_at,
        peak: (told.observed, told.expected),
        grave: told.grave.filter(|_| !row.is_dismissed()).map(|grave| grave.mention),
    })
}

/// The mentions of a stretch, oldest first, by whole minutes as they are counted.
pub(crate) async fn read(world: &World, stretch: Stretch) -> Result<Vec<Witness>, EngineError> {
    let (from, until) = (minute_start(minute(stretch.onset)), minute_start(minute(stretch.now)));
    Ok(world.store.witnesses(stretch.organisation, stretch.brand, from, until, MOST).await?)
}

/// One at a time: each compares thousands of mentions with one another.
static TURN: Semaphore = Semaphore::const_new(1);

/// Compares where it holds up nothing else. The turn goes along: whoever asked may hang up, and what was begun still runs.
pub(crate) async fn aside<T: Send + 'static>(compare: impl FnOnce() -> T + Send + 'static) -> Result<T, EngineError> {
    let turn = TURN.acquire().await.map_err(|e| EngineError::Broken(e.to_string()))?;
    let compare = move || {
        let _turn = turn;
        compare()
    };
    tokio::task::spawn_blocking(compare).await.map_err(|e| EngineError::Broken(e.to_string()))
}

/// Assesses a stretch of a brand's time.
///
/// # Errors
/// The store's.
pub async fn of_stretch(
    world: &World,
    memory: &Memory,
    stretch: Stretch,
    said: &Said,
) -> Result<Assessment, EngineError> {
    let Stretch { organisation, brand, onset, now, ended_at, peak, .. } = stretch;
    let (from, until) = (minute(onset), minute(now));
    let witnesses = read(world, stretch).await?;
    let counted = async |series, from, until| world.store.counted(organisation, brand, series, from, until).await;
    let hours = if until - from >= 120 {
        let last = counted(Series::Mentions, until - 60, until).await?;
        Some((last, counted(Series::Mentions, until - 120, until - 60).await?))
    } else {
        None
    };
    // A grave post often comes before the counts depart.
    let grave = match stretch.grave {
        Some(raised) => Some(raised),
        None => grave::first(world, (organisation, brand), minute_start(from - 1_440), minute_start(until)).await?,
    };
    let mentions = counted(Series::Mentions, from, until).await?;
    let (mut company, witnesses) = aside(move || {
        let whole = witnesses.len() as i64 >= mentions;
        (company(&witnesses, whole), witnesses)
    })
    .await?;
    if let Some(dossier) = dossier::of_stretch(world, stretch, &witnesses).await? {
        dossier::tell(&mut company, dossier, witnesses.len());
    }
    let (forecast, record) = outlook(world, memory, stretch).await?;
    let (before, known_from) = before(world, stretch).await?;
    let negative = counted(Series::Negative, from, until).await?;
    let usual_counts =
        (counted(Series::Mentions, from - USUAL, from).await?, counted(Series::Negative, from - USUAL, from).await?);
    let articles = world.store.articles(organisation, brand, onset, now).await?;
    let trade = trade(world, organisation, brand, from, until).await?;
    let (rubric, said) = (rubric(world, organisation).await?, said.clone());
    // Thousands of texts are read for their causes and their tone.
    aside(move || {
        let evidence = Evidence {
            now,
            onset,
            ended_at,
            mentions,
            negative,
            peak,
            hours,
            before: usual_counts,
            forecast: forecast.as_ref().map(|told| &told[..]).map_err(|silence| *silence),
            record: &record,
            reported: &said.reported,
            company: Some(&company),
            grave: grave.map(|mention| Grave { mention }),
            articles,
            usual: Usual { witnesses: &before, from: known_from },
            trade,
            overridden: said.severity,
            witnesses: &witnesses,
        };
        assess(&evidence, &rubric, &CAUSES, &TONES)
    })
    .await
}

/// The mentions before the onset, and from when on they are all there are: four weeks, less where there are many or it began later.
async fn before(world: &World, stretch: Stretch) -> Result<(Vec<Witness>, Timestamp), EngineError> {
    let Stretch { organisation, brand, .. } = stretch;
    // The witnesses begin with the onset's minute.
    let onset = minute_start(minute(stretch.onset));
    let Some(began) = world.store.first_minute(organisation, brand, Series::Mentions).await? else {
        return Ok((Vec::new(), onset));
    };
    let from = minute_start(began.max(minute(onset) - USUAL)).min(onset);
    let witnesses = world.store.witnesses_before(organisation, brand, from, onset, MOST).await?;
    // Of the oldest one's moment there may be others that were not read.
    let cut = witnesses.first().filter(|_| witnesses.len() as i64 >= MOST).map(|oldest| oldest.at);
    Ok((witnesses, cut.map_or(from, |at| at.saturating_add(SignedDuration::from_secs(1)).unwrap_or(onset))))
}

/// What the counts up to now say of the next hours. Of what has ended, nothing.
async fn outlook(world: &World, memory: &Memory, stretch: Stretch) -> Result<Outlook, EngineError> {
    if stretch.ended_at.is_some() {
        return Ok((Err(Silence::Little), Vec::new()));
    }
    let settings = crate::surge_settings()?;
    let (onset, until) = (minute(stretch.onset), minute(stretch.now));
    let from = (onset - LEARN.0).max(until - LEARN.1);
    let scope = (stretch.organisation, stretch.brand);
    let known = minutes(world, memory, &settings, scope, from, until).await?;
    let (counts, usual): (Vec<u64>, Vec<f64>) = known.into_iter().unzip();
    // What is usual is the detector's, minute by minute; it cuts a storm before it learns from it.
    let tuned = forecast::Settings::default();
    let mut cascade = Cascade::new(&tuned);
    counts.iter().zip(&usual).for_each(|(count, usual)| cascade.step(*count, *usual));
    let began = usize::try_from(onset - from).unwrap_or(0);
    Ok((cascade.ahead(), forecast::record(&counts, &usual, began, &tuned).to_vec()))
}

/// An organisation's rubric; the house's where it has none of its own, or one that cannot be read.
///
/// # Errors
/// The store's.
pub async fn rubric(world: &World, organisation: OrganisationId) -> Result<Rubric, EngineError> {
    match world.store.get_setting(Some(organisation), RUBRIC).await? {
        // One of another release must not keep a signal from being raised.
        Some(kept) => Ok(serde_json::from_str(&kept).unwrap_or_else(|error| {
            tracing::error!(%error, organisation.id = %organisation, "a rubric cannot be read: the house's holds");
            Rubric::default()
        })),
        None => Ok(Rubric::default()),
    }
}

/// Keeps an organisation's rubric; `None`: the house's holds again.
///
/// # Errors
/// [`EngineError::Report`] where it is none; the store's.
pub async fn set_rubric(
    world: &World,
    organisation: OrganisationId,
    rubric: Option<&Rubric>,
) -> Result<(), EngineError> {
    match rubric {
        Some(rubric) => {
            rubric.check().map_err(|wrong| EngineError::Report(wrong.to_string()))?;
            let kept = serde_json::to_string(rubric)?;
            world.store.set_setting(Some(organisation), RUBRIC, &kept).await?;
        }
        None => world.store.unset_setting(organisation, RUBRIC).await?,
    }
    world.bus.tell(organisation, Change::Signals);
    Ok(())
}

/// Keeps a figure that somebody reports of a signal.
///
/// # Errors
/// The store's.
pub async fn report(
    world: &World,
    organisation: OrganisationId,
    signal: &str,
    reported: &Reported,
) -> Result<(), EngineError> {
    world.store.report_figure(organisation, signal, reported).await?;
    world.bus.tell(organisation, Change::Signals);
    Ok(())
}

/// Keeps what somebody says the severity is, with the reason; `None` takes it back.
///
/// # Errors
/// [`EngineError::Report`] where there is no reason, or too long a one; the store's.
pub async fn say_severity(
    world: &World,
    organisation: OrganisationId,
    signal: &str,
    severity: Option<Severity>,
    reason: &str,
    person: PersonId,
) -> Result<(), EngineError> {
    let reason = reason.trim();
    let length = reason.chars().count();
    if length > REASON || (severity.is_some() && length == 0) {
        return Err(EngineError::Report(format!(
            "another severity needs a reason of at most {REASON} characters; nothing was kept"
        )));
    }
    world.store.say_severity(organisation, signal, severity, reason, person, world.clock.now()).await?;
    world.bus.tell(organisation, Change::Signals);
    Ok(())
}
