//! Which posts two sets of queries find, and what their counts raise. Pure, but for reading the rules.

use super::{Asked, Backtest, Day, Difference, Example, Found, Raised, Unseen};
use crate::EngineError;
use crate::fold::Fold;
use crate::grave::{Told, told_apart};
use crate::rules::{OwnAccounts, document, read};
use crate::tick::{Episode, episodes, thousandths};
use crate::world::World;
use domain::brand::BrandRole;
use domain::counter::{Series, counted_in, minute, minute_start};
use domain::id::SourceId;
use domain::mention::Reading;
use domain::post::Post;
use domain::signal::Level;
use domain::source::Source;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use query::{Matcher, Scratch};
use signal::surge::{Settings, State};
use std::collections::{BTreeMap, BTreeSet};
use store::PastPost;
use text::{OwnNames, Reader};

/// Most examples of what is gained or lost.
const EXAMPLES: usize = 10;
/// Most characters of an example's text.
const CUT: usize = 280;

/// Both sets of queries, and what else decides whether a post is a mention of the brand.
pub(super) struct Trial {
    brand: domain::id::BrandId,
    own_accounts: OwnAccounts,
    names: OwnNames,
    sources: BTreeMap<SourceId, Source>,
    /// Even ids: the saved queries; odd ones: the tried.
    matcher: Matcher,
    asks_language: bool,
    /// Whether one grave post alerts: of others it does not.
    is_ours: bool,
    reader: Reader,
}

impl Trial {
    pub(super) async fn open(world: &World, asked: &Asked) -> Result<Self, EngineError> {
        let brand = &asked.brand;
        let saved = world.store.queries(brand.organisation).await?.into_iter().filter(|query| query.brand == brand.id);
        let saved: Vec<String> = saved.map(|query| query.text).collect();
        let mut matcher = Matcher::new();
        // One that cannot be read matches nothing: so it is when posts come, too.
        for (id, parsed) in saved.iter().filter_map(|text| query::parse(text).ok()).enumerate() {
            matcher.insert(2 * id as u64, &parsed);
        }
        for (id, text) in asked.queries.iter().enumerate() {
            let parsed = query::parse(text)
                .map_err(|wrong| EngineError::Query { brand: brand.name.clone(), wrong: wrong.to_string() })?;
            matcher.insert(2 * id as u64 + 1, &parsed);
        }
        let sources = world.store.sources(brand.organisation).await?;
        Ok(Self {
            brand: brand.id,
            own_accounts: OwnAccounts::of(brand),
            names: OwnNames::of([brand.name.as_str()]),
            sources: sources.into_iter().map(|source| (source.id, source)).collect(),
            matcher,
            is_ours: brand.role == BrandRole::Own,
            asks_language: saved.iter().chain(&asked.queries).any(|text| text.contains("lang:")),
            reader: Reader::new()?,
        })
    }

    /// Counts what the two sets find among some posts.
    pub(super) fn look(&self, posts: Vec<PastPost>, tally: &mut Tally) {
        let mut scratch = Scratch::default();
        for past in posts {
            let (present, changed) = self.found(&past, &mut scratch);
            if (present || changed) && !self.own_accounts.published(&past.post) {
                let (at, series) = self.counted(&past);
                let grave = if self.is_ours { self.grave(at, &past) } else { None };
                tally.count(past, (at, &series, grave), present, changed);
            }
        }
    }

    /// Whether the saved queries find it, and whether the tried ones do; both, where no match is needed.
    fn found(&self, past: &PastPost, scratch: &mut Scratch) -> (bool, bool) {
        let Some(source) = self.sources.get(&past.source) else { return (false, false) };
        let named = past.mention.as_ref().is_some_and(|mention| mention.queries.is_empty());
        if named || source.brand == Some(self.brand) {
            return (true, true);
        }
        let early = (self.asks_language && past.post.lang.is_none()).then(|| self.reading(past));
        let hits = self.matcher.matches(&document(source, &past.post, early.as_ref()), scratch);
        (hits.iter().any(|id| id % 2 == 0), hits.iter().any(|id| id % 2 == 1))
    }

    /// What a post tells that is grave, the brand's name left aside.
    fn grave(&self, at: Timestamp, past: &PastPost) -> Option<Told> {
        let mut reading = self.reading(past);
        reading.grave = self.reader.grave(&past.post.text, reading.lang, &self.names);
        Told::read(at, &reading, &past.post.text)
    }

    fn reading(&self, past: &PastPost) -> Reading {
        past.reading.clone().unwrap_or_else(|| read(&self.reader, &past.post.text))
    }

    /// When it happened and the series it counts in: as it was counted, where it was.
    fn counted(&self, past: &PastPost) -> (Timestamp, Vec<Series>) {
        let Some(mention) = &past.mention else {
            return (past.post.event_at().0, counted_in(&past.post, &self.reading(past)));
        };
        let low = past.post.rating.and_then(|rating| rating.stars()).is_some_and(|stars| stars <= 2);
        let counts = [(Series::Mentions, true), (Series::Negative, mention.negative), (Series::LowRatings, low)];
        (mention.at, counts.into_iter().filter(|(_, counts)| *counts).map(|(series, _)| series).collect())
    }
}

type Counts = BTreeMap<(Series, i64), i64>;

/// What was found so far.
pub(super) struct Tally {
    from: Timestamp,
    present: Counts,
    changed: Counts,
    gained: Newest,
    lost: Newest,
    /// The grave posts found, each with whether the saved queries find it and whether the tried ones do.
    grave: Vec<(Told, [bool; 2])>,
    /// The identities counted: an organisation's own source may have brought what the house's brought too.
    keys: BTreeSet<i64>,
}

impl Tally {
    pub(super) fn new(from: Timestamp) -> Self {
        Self {
            from,
            present: Counts::new(),
            changed: Counts::new(),
            gained: Newest::default(),
            lost: Newest::default(),
            grave: Vec::new(),
            keys: BTreeSet::new(),
        }
    }

    fn count(
        &mut self,
        past: PastPost,
        (at, series, grave): (Timestamp, &[Series], Option<Told>),
        present: bool,
        changed: bool,
    ) {
        if !self.keys.insert(past.post.key()) {
            return;
        }
        self.grave.extend(grave.map(|told| (told, [present, changed])));
        let sides = [(present, &mut self.present), (changed, &mut self.changed)];
        for counts in sides.into_iter().filter(|(found, _)| *found).map(|(_, counts)| counts) {
            for series in series {
                *counts.entry((*series, minute(at))).or_default() += 1;
            }
        }
        match (present, changed) {
            (false, true) => self.gained.push(past, at),
            (true, false) => self.lost.push(past, at),
            _ => {}
        }
    }

    /// What there is to say; before `known_from` not every post was looked at, and its counts are left out.
    pub(super) fn told(
        self,
        settings: &Settings,
        zone: &TimeZone,
        known_from: Timestamp,
        until: Timestamp,
    ) -> Backtest {
        let from = self.from.max(known_from);
        let known = minute(known_from);
        let sides = [self.present, self.changed].map(|mut counts| {
            counts.retain(|(_, at), _| *at >= known);
            counts
        });
        let [present, changed] = &sides;
        let mut grave = self.grave;
        grave.retain(|(told, _)| told.at() >= known_from && told.at() < until);
        grave.sort_by_key(|(told, _)| told.at());
        let found = |counts: &Counts, side: usize| {
            let mut raised = signals(settings, counts, minute(from), minute(until));
            let theirs = grave.iter().filter(|(_, found)| found[side]).map(|(told, _)| told);
            raised.extend(told_apart(theirs).into_iter().filter(|at| *at >= from).map(grave_signal));
            raised.sort_by_key(|raised| raised.onset);
            Found {
                mentions: sum(counts, Series::Mentions, from),
                negative: sum(counts, Series::Negative, from),
                signals: raised,
            }
        };
        Backtest {
            from,
            until,
            whole: true,
            looked: 0,
            days: days(present, changed, zone, from, until),
            present: found(present, 0),
            changed: found(changed, 1),
            gained: self.gained.since(from),
            lost: self.lost.since(from),
            unseen: Unseen::default(),
        }
    }
}

/// The alert of one grave post.
fn grave_signal(onset: Timestamp) -> Raised {
    Raised { level: Level::Alert, series: Series::Grave, onset, observed: 1, expected: 0 }
}

fn sum(counts: &Counts, series: Series, from: Timestamp) -> i64 {
    counts.range((series, minute(from))..=(series, i64::MAX)).map(|(_, n)| n).sum()
}

/// Every day from `from` to `until`, those without mentions too.
fn days(present: &Counts, changed: &Counts, zone: &TimeZone, from: Timestamp, until: Timestamp) -> Vec<Day> {
    let day_of = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let last = day_of(until);
    let all = std::iter::successors(Some(day_of(from)), |day| day.tomorrow().ok()).take_while(|day| *day <= last);
    let mut days: BTreeMap<Date, (i64, i64)> = all.map(|day| (day, (0, 0))).collect();
    for (side, counts) in [present, changed].into_iter().enumerate() {
        for ((_, at), n) in counts.range((Series::Mentions, minute(from))..=(Series::Mentions, i64::MAX)) {
            let day = days.entry(day_of(minute_start(*at))).or_default();
            *(if side == 0 { &mut day.0 } else { &mut day.1 }) += n;
        }
    }
    days.into_iter().map(|(day, (present, changed))| Day { day, present, changed }).collect()
}

/// The signals that counts raise: the tick's own fold, over all of them at once.
fn signals(settings: &Settings, counts: &Counts, judge_from: i64, upto: i64) -> Vec<Raised> {
    let of = |series| counts.range((series, i64::MIN)..=(series, i64::MAX)).map(|((_, at), n)| (*at, *n));
    let Some((start, _)) = of(Series::Mentions).next() else { return Vec::new() };
    let folds = Series::ALL.map(|series| {
        let counts = of(series).filter(|(at, _)| *at < upto).collect();
        Fold { settings: settings.clone(), series, state: State::new(settings), from: start, counts }
    });
    let raised = |episode: Episode| {
        let step = episode.told_by.as_ref()?;
        Some(Raised {
            level: episode.level,
            series: step.series,
            onset: minute_start(episode.onset),
            observed: i64::try_from(step.step.window_observed).unwrap_or(i64::MAX),
            expected: thousandths(step.step.window_expected),
        })
    };
    let mut raised: Vec<Raised> = episodes(settings, &folds, judge_from, upto).into_iter().filter_map(raised).collect();
    raised.sort_by_key(|raised| raised.onset);
    raised
}

/// The newest of many, and when each of all happened.
#[derive(Default)]
struct Newest {
    minutes: BTreeMap<i64, i64>,
    newest: BTreeMap<(Timestamp, i64), Example>,
}

impl Newest {
    fn push(&mut self, past: PastPost, at: Timestamp) {
        *self.minutes.entry(minute(at)).or_default() += 1;
        let oldest = self.newest.first_key_value().map(|(key, _)| *key);
        let key = (at, past.id.0);
        if self.newest.len() < EXAMPLES || oldest.is_some_and(|oldest| oldest < key) {
            self.newest.insert(key, example(past, at));
            while self.newest.len() > EXAMPLES {
                self.newest.pop_first();
            }
        }
    }

    fn since(self, from: Timestamp) -> Difference {
        let newest = self.newest.into_iter().rev().filter(|((at, _), _)| *at >= from);
        Difference {
            count: self.minutes.range(minute(from)..).map(|(_, n)| n).sum(),
            examples: newest.map(|(_, example)| example).collect(),
        }
    }
}

fn example(past: PastPost, at: Timestamp) -> Example {
    let Post { author, text, url, .. } = past.post;
    Example {
        at,
        author: author.display.or(author.handle),
        text: text.chars().take(CUT).collect(),
        url,
        mention: past.mention.map(|mention| mention.id.0),
    }
}
