//! What came of a drill: what was raised, how the cases went, the score, and the digest of every event.

use super::{Drill, Refused};
use crate::EngineError;
use crate::case::{Room, room};
use crate::pack::{InjectKind, Raise};
use crate::replay::log_hash;
use crate::review::alert_at;
use domain::brand::BrandRole;
use domain::drill::{Expected, Played, Raised, Score, first_raised, score};
use domain::id::BrandId;
use domain::practice::{self, Drilled};
use domain::signal::{Explanation, Level};
use domain::training::Part;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::{SignalFilter, SignalRow};

/// Signals of a drill: more than any pack raises.
const MOST: i64 = 10_000;

/// A signal that was raised.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RaisedRow {
    /// Its id.
    pub signal: String,
    /// About which brand.
    pub brand: String,
    /// Its level.
    pub level: String,
    /// What was counted: a series, or a grave post.
    pub series: String,
    /// When it was raised.
    pub at: Timestamp,
    /// When it became an alert.
    pub alert_at: Option<Timestamp>,
    /// Whether anybody was called for it, or for its story.
    pub called: bool,
}

/// What came of a drill.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// The pack.
    pub pack: String,
    /// What its posts were drawn from.
    pub seed: u64,
    /// How many posts were played.
    pub posts: usize,
    /// The own brands, with their numbers in the evidence.
    pub brands: Vec<(BrandId, String)>,
    /// What was raised about them, in order.
    pub signals: Vec<RaisedRow>,
    /// How many alerts.
    pub alerts: usize,
    /// For how many of them somebody was called: praise calls nobody.
    pub called: usize,
    /// How often somebody reached for a mention that somebody else had taken: it was refused, and nobody was answered twice.
    pub claimed_twice: usize,
    /// The scenarios of the plan that were played, by their names in it.
    #[serde(default)]
    pub scenarios: BTreeSet<String>,
    /// What people showed of the three parts of the training, by their names in the plan.
    #[serde(default)]
    pub shown: BTreeMap<String, BTreeSet<Part>>,
    /// What was refused to the team.
    pub refused: Vec<Refused>,
    /// The score, each line with its evidence.
    pub score: Score,
    /// Minutes from the first outlying post to the first signal that was expected: of several stories, the slowest. `None`: something was expected and not
    /// raised, or nothing was to be.
    pub detected_after_minutes: Option<i64>,
    /// The digest of every post as it arrived and every event of every signal and case.
    pub log_hash: String,
}

impl Outcome {
    /// What readiness and training take from it, played until then: who keeps drills makes it again from what is kept.
    pub fn drilled(&self, at: Timestamp) -> Drilled {
        Drilled { pack: self.pack.clone(), at, scenarios: self.scenarios.clone(), shown: self.shown.clone() }
    }
}

impl Drill {
    /// What came of it so far.
    ///
    /// # Errors
    /// The store's.
    pub async fn outcome(&self) -> Result<Outcome, EngineError> {
        let organisation = self.stage.organisation.id;
        let own = self.pack.brand.iter().filter(|brand| brand.role == BrandRole::Own);
        let brands: Vec<(BrandId, String)> =
            own.filter_map(|brand| Some((*self.stage.brands.get(&brand.key)?, brand.name.clone()))).collect();
        let mut rows = self.world().store.signals(organisation, SignalFilter::default(), MOST).await?;
        rows.retain(|row| brands.iter().any(|(id, _)| *id == row.brand));
        rows.sort_by(|a, b| (a.raised_at, &a.id).cmp(&(b.raised_at, &b.id)));
        let log = self.world().store.signal_log(0).await?;
        let (mut raised, mut signals) = (Vec::new(), Vec::new());
        for row in &rows {
            let (called, alert_at) = (self.called(&row.id).await?, alert_at(&log, &row.id));
            raised.push(told(row, called, alert_at));
            signals.push(shown(row, (called, alert_at), &brands));
        }
        let rooms = self.rooms().await?;
        let played: Vec<Played<'_>> = rooms
            .iter()
            .map(|(brand, room)| Played { brand: *brand, state: &room.state, entries: &room.entries })
            .collect();
        let mut shown_by: BTreeMap<String, BTreeSet<Part>> = BTreeMap::new();
        for (_, room) in &rooms {
            for (person, parts) in practice::shown(&room.state, &room.entries) {
                let mate = self.team.mates.iter().find(|mate| mate.id == person);
                shown_by.entry(mate.map(|mate| mate.name.clone()).unwrap_or_default()).or_default().extend(parts);
            }
        }
        let expected: Vec<Expected> = brands.iter().filter_map(|(brand, _)| self.expects(*brand)).collect();
        let arrived = self.stage.arrived();
        let logged = log_hash(self.world()).await?;
        Ok(Outcome {
            pack: self.pack.name.clone(),
            seed: self.seed,
            posts: self.stage.played,
            alerts: raised.iter().filter(|one| one.alert_at.is_some()).count(),
            called: signals.iter().filter(|one| one.called).count(),
            signals,
            claimed_twice: self.refused.iter().filter(|refused| refused.what == "claim").count(),
            scenarios: rooms.iter().filter_map(|(_, room)| room.state.course.scenario.clone()).collect(),
            shown: shown_by,
            refused: self.refused.clone(),
            score: score(&expected, &raised, &played, self.now()),
            detected_after_minutes: slowest(&expected, &raised, &played),
            log_hash: blake3::hash(format!("{arrived}\n{logged}").as_bytes()).to_hex().to_string(),
            brands,
        })
    }

    /// Its cases as they stand.
    pub(super) async fn rooms(&self) -> Result<Vec<(BrandId, Room)>, EngineError> {
        let mut rooms = Vec::new();
        for (brand, case) in &self.cases {
            rooms.push((*brand, room(self.world(), self.stage.organisation.id, *case).await?));
        }
        Ok(rooms)
    }

    fn expects(&self, brand: BrandId) -> Option<Expected> {
        let expect = self.expected(brand)?;
        let by_phone = expect.raise == Raise::Call;
        let calls = self.pack.inject.iter().filter(|it| it.kind == InjectKind::Call).map(|it| it.after).min();
        let called = calls.and_then(|after| self.pack.storm_at().checked_add(after).ok());
        Some(Expected {
            brand,
            raise: match expect.raise {
                Raise::Nothing | Raise::Call => None,
                Raise::Notice => Some(Level::Notice),
                Raise::Praise | Raise::Alert => Some(Level::Alert),
            },
            notice: expect.notice.map(|within| (self.pack.storm_at(), within)),
            by_phone,
            first: if by_phone { called } else { self.pack.outlying(self.seed, expect.begins) },
            within: expect.within,
            step: expect.step,
            words: expect.words.clone(),
            clocks: expect.clocks.clone(),
        })
    }
}

fn told(row: &SignalRow, called: bool, alert_at: Option<Timestamp>) -> Raised {
    let said: Option<Explanation> = serde_json::from_str(&row.explanation).ok();
    let words = said.iter().flat_map(|said| said.words.iter().cloned());
    let stories = said.iter().flat_map(|said| said.stories.iter().map(|story| story.text.clone()));
    Raised { brand: row.brand, at: row.raised_at, alert_at, called, shown: words.chain(stories).collect() }
}

fn shown(row: &SignalRow, (called, alert_at): (bool, Option<Timestamp>), brands: &[(BrandId, String)]) -> RaisedRow {
    let brand = brands.iter().find(|(id, _)| *id == row.brand).map(|(_, name)| name.clone());
    RaisedRow {
        signal: row.id.clone(),
        brand: brand.unwrap_or_default(),
        level: row.level.clone(),
        series: row.series.code().to_owned(),
        at: row.raised_at,
        alert_at,
        called,
    }
}

/// The longest delay of what was expected; `None` where one was not raised.
fn slowest(expected: &[Expected], raised: &[Raised], cases: &[Played<'_>]) -> Option<i64> {
    let wanted: Vec<&Expected> = expected.iter().filter(|expect| expect.is_raised()).collect();
    let delay = |expect: &&Expected| {
        let opened = || cases.iter().find(|case| case.brand == expect.brand)?.entries.first().map(|entry| entry.at);
        let at = if expect.by_phone { opened() } else { first_raised(expect, raised).map(|(_, at)| at) };
        Some(expect.first?.duration_until(at?).as_mins())
    };
    let delays: Option<Vec<i64>> = wanted.iter().map(delay).collect();
    delays?.into_iter().max()
}
