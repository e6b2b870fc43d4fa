//! Follow-up: each hour what was counted since is held against the tests of measures and the limits of a case, from the stored counters.

use super::act::{Said, act};
use super::carriers::seen_by;
use super::{CaseError, Room, room};
use crate::EngineError;
use crate::report::heard;
use crate::waking::Waking;
use crate::world::World;
use domain::case::event::{Step, Test, Theme};
use domain::case::measure::{DAY, Day, Observed, Progress, progress};
use domain::case::state::Measure;
use domain::case::{Command, Seen, State};
use domain::counter::{Series, minute};
use domain::id::{BrandId, CaseId, OrganisationId};
use domain::mention::Sees;
use domain::report::Heard;
use domain::review::{Answers, answers};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::MentionFilter;

/// Most mentions that are looked at one by one to count those of a query: of more nothing is said.
const MOST: i64 = 5_000;
/// A source that was deaf for longer than this in a day was not listened to.
const DEAF: SignedDuration = SignedDuration::from_hours(1);
/// Days that are looked at beyond those a test asks for: those that nobody knows do not count.
const MORE: usize = 7;

/// When the house counts next: at the next whole hour, as long as there is something to be counted.
pub(super) fn due_at(state: &State, now: Timestamp) -> Option<Timestamp> {
    let counted = state.open_measures().any(|(_, measure)| measure.test != Test::Word);
    if !state.is_live() || (!counted && state.guards.is_empty()) {
        return None;
    }
    let hour = now.as_second().div_euclid(3_600) + 1;
    Timestamp::from_second(hour.saturating_mul(3_600)).ok()
}

/// Counts, and writes down what changed. The same counts again change nothing.
pub(super) async fn observe(waking: &Waking, organisation: OrganisationId, case: CaseId) -> Result<(), CaseError> {
    let open = room(&waking.world, organisation, case).await?;
    if due_at(&open.state, waking.world.clock.now()).is_none() {
        return Ok(());
    }
    let seen = Command::Observe(seen(&waking.world, organisation, &open).await?);
    act(waking, organisation, case, &Said::default(), |turn| {
        // Somebody ended it meanwhile: nothing is to be counted any more.
        if turn.state.is_live() { turn.house(&seen) } else { Ok(()) }
    })
    .await?;
    Ok(())
}

/// How the measures of a case that are not over stand now.
///
/// # Errors
/// The store's.
pub async fn progress_of(
    world: &World,
    organisation: OrganisationId,
    open: &Room,
) -> Result<BTreeMap<u32, Progress>, EngineError> {
    let seen = seen(world, organisation, open).await?;
    let now = world.clock.now();
    let of = |(number, observed): &(u32, Observed)| {
        let measure = open.state.measures.get(number)?;
        Some((*number, progress(&measure.test, measure.due, observed, now)))
    };
    Ok(seen.measures.iter().filter_map(of).collect())
}

async fn seen(world: &World, organisation: OrganisationId, open: &Room) -> Result<Seen, EngineError> {
    let state = &open.state;
    let Some(opening) = &state.opening else { return Ok(Seen::default()) };
    let now = world.clock.now();
    let counts = Counts { world, organisation, brand: opening.brand, now };
    let mut seen = Seen::default();
    for (number, measure) in state.open_measures() {
        seen.measures.push((number, counts.observed(measure, open).await?));
    }
    for (number, guard) in &state.guards {
        let hours = SignedDuration::from_hours(guard.limit.hours.into());
        let from = now.checked_sub(hours).unwrap_or(Timestamp::MIN);
        // What was heard before it was calm is no relapse.
        let from = if state.course.step == Step::FollowUp { from.max(state.course.since) } else { from };
        // A limit is passed by what was heard, however much was not.
        if let Some(count) = counts.of(guard.limit.theme, from, now).await? {
            seen.guards.push((*number, count));
        }
    }
    Ok(seen)
}

struct Counts<'a> {
    world: &'a World,
    organisation: OrganisationId,
    brand: BrandId,
    now: Timestamp,
}

impl Counts<'_> {
    async fn observed(&self, measure: &Measure, open: &Room) -> Result<Observed, EngineError> {
        match measure.test {
            Test::Rate { theme, days, .. } => {
                self.days(measure.taken.0, days, &[theme]).await.map(|days| Observed { days, part: None })
            }
            Test::NegativeShare { days, .. } => {
                let themes = [Theme::Series(Series::Mentions), Theme::Series(Series::Negative)];
                self.days(measure.taken.0, days, &themes).await.map(|days| Observed { days, part: None })
            }
            Test::Answered { .. } => {
                let Answers { answered, unanswered, .. } =
                    answers(&open.entries, &open.state, domain::figure::Figure::Unknown);
                // Somebody may have been answered and left: that is an answer.
                let answered = i64::from(answered);
                let open = i64::try_from(unanswered.len()).unwrap_or(i64::MAX);
                let part = Some((answered, answered.saturating_add(open)));
                Ok(Observed { days: Vec::new(), part })
            }
            Test::Seen { draft, .. } => {
                let part = seen_by(self.world, self.organisation, open, draft).await?;
                Ok(Observed { days: Vec::new(), part })
            }
            Test::Word => Ok(Observed::default()),
        }
    }

    /// Whole days since a moment, the last ones; of each what the first theme counted, and the second.
    async fn days(&self, taken: Timestamp, wanted: u32, themes: &[Theme]) -> Result<Vec<Day>, EngineError> {
        let whole = usize::try_from(taken.duration_until(self.now).as_hours() / 24).unwrap_or(0);
        let first = whole.saturating_sub(2 * wanted as usize + MORE);
        let sources = heard(self.world, self.organisation, taken).await?;
        let mut days = Vec::with_capacity(whole - first);
        for at in first..whole {
            let from = taken.saturating_add(DAY * i32::try_from(at).unwrap_or(i32::MAX)).unwrap_or(Timestamp::MAX);
            let until = from.saturating_add(DAY).unwrap_or(Timestamp::MAX);
            let mut day = Day { until, count: None, ill: None };
            if is_listened(&sources, from, until) {
                for (theme, place) in themes.iter().zip([&mut day.count, &mut day.ill]) {
                    *place = self.of(*theme, from, until).await?;
                }
            }
            days.push(day);
        }
        Ok(days)
    }

    async fn of(&self, theme: Theme, from: Timestamp, until: Timestamp) -> Result<Option<i64>, EngineError> {
        let store = &self.world.store;
        match theme {
            Theme::Series(series) => {
                let (from, until) = (minute(from), minute(until));
                Ok(Some(store.counted(self.organisation, self.brand, series, from, until).await?))
            }
            Theme::Query(query) => {
                let (brand, since, until) = (Some(self.brand), Some(from), Some(until));
                let filter = MentionFilter { brand, since, until, sees: Sees::All, ..MentionFilter::default() };
                let found = store.mentions(self.organisation, &filter, None, MOST).await?;
                let all = i64::try_from(found.len()).unwrap_or(i64::MAX) < MOST;
                let hits = found.iter().filter(|view| view.mention.queries.contains(&query)).count();
                Ok(all.then(|| i64::try_from(hits).unwrap_or(i64::MAX)))
            }
        }
    }
}

/// Whether every source was heard, but for an hour; where nothing listens, nothing was.
fn is_listened(sources: &[Heard], from: Timestamp, until: Timestamp) -> bool {
    !sources.is_empty() && sources.iter().all(|source| deaf(source, from, until) <= DEAF)
}

/// How long a source was deaf in a span. Holes may overlap.
pub(crate) fn deaf(source: &Heard, from: Timestamp, until: Timestamp) -> SignedDuration {
    let still = source.deaf_since.map(|since| (since, Timestamp::MAX));
    let mut holes: Vec<_> = source.gaps.iter().copied().chain(still).collect();
    holes.sort_unstable();
    let (mut at, mut sum) = (from, SignedDuration::ZERO);
    for (begins, ends) in holes {
        let (begins, ends) = (begins.max(at), ends.min(until));
        if begins < ends {
            sum += begins.duration_until(ends);
            at = ends;
        }
    }
    sum
}
