//! Why a signal was raised: what the window's mentions say, who says it, where; and what would have had to be different.

use crate::EngineError;
use crate::assess::{Said, Stretch, of_stretch};
use crate::fold::{Fold, Hot, least_mentions, level_of};
use crate::tick::thousandths;
use crate::view::Memory;
use crate::world::World;
use domain::counter::{Series, minute, minute_start};
use domain::post::Rating;
use domain::signal::{Explanation, Level, Share, Story};
use signal::surge::Step;
use signal::why::{Frozen, least_count, without};
use std::collections::BTreeMap;
use store::{DueTick, WindowMention};
use text::Polarity;

/// Most mentions of a window that are looked at; the counts come from the counters and are whole.
const MOST: i64 = 5_000;
/// Most stories, queries, authors and sources told of.
const TOLD: usize = 8;
/// The usual words are those of so many minutes, until a day before the window, and of so many mentions at most.
const USUAL: (i64, i64, i64) = (28 * 1_440, 1_440, 1_000);
/// Most characters of a story's text.
pub(crate) const CUT: usize = 280;

/// Explains one signal from its window's mentions and its frozen inputs.
pub async fn explain(
    world: &World,
    due: &DueTick,
    fold: &Fold,
    frozen: &Frozen,
    hot: &Hot,
    level: Level,
    onset: i64,
) -> Result<Explanation, EngineError> {
    let bins = i64::try_from(frozen.bins.len()).unwrap_or(0);
    let first = hot.minute + 1 - bins;
    let told_from = hot.minute + 1 - i64::from(hot.step.window / 60);
    let (from, until) = (minute_start(first.min(told_from)), minute_start(hot.minute + 1));
    let mut mentions = world.store.window(due.organisation, due.brand, from, until, MOST).await?;
    mentions.retain(|mention| belongs(mention, fold.series));
    let queries = world.store.queries(due.organisation).await?;
    let window = Window { frozen, level, first, told_from, mentions: &mentions };
    let told: Vec<&WindowMention> = mentions.iter().filter(|mention| window.tells(mention)).collect();
    let labels = |mention: &WindowMention| -> Vec<String> {
        let named = mention.queries.iter().filter_map(|id| queries.iter().find(|q| q.id == *id));
        let named: Vec<String> = named.map(|q| q.name.clone()).collect();
        if named.is_empty() { vec![mention.source_name.clone()] } else { named }
    };
    let peak = (count(hot.step.window_observed), thousandths(hot.step.window_expected));
    let stretch = Stretch {
        organisation: due.organisation,
        brand: due.brand,
        onset: minute_start(onset),
        now: until,
        ended_at: None,
        peak,
        grave: None,
    };
    let assessment = of_stretch(world, &Memory::default(), stretch, &Said::default()).await?;
    Ok(Explanation {
        series: Some(fold.series),
        observed: count(hot.step.window_observed),
        expected: thousandths(hot.step.window_expected),
        low: count(hot.step.window_band().0),
        high: count(hot.step.window_band().1),
        window_minutes: i64::from(hot.step.window / 60),
        least: least(frozen, &hot.step, level),
        people: count(
            told.iter().filter_map(|m| m.author_key.as_deref()).collect::<std::collections::BTreeSet<_>>().len() as u64,
        ),
        negative: count(told.iter().filter(|m| belongs(m, Series::Negative)).count() as u64),
        words: words(world, due, told_from, &told).await?,
        stories: window.stories(),
        queries: window.shares(labels),
        authors: window.shares(|m| m.author_display.clone().into_iter().collect()),
        sources: window.shares(|m| vec![m.source_name.clone()]),
        grave: None,
        assessment: Some(assessment),
    })
}

/// The least count of the window that would still have reached the level; 0 for a slow burn, whose days are not frozen.
fn least(frozen: &Frozen, step: &Step, level: Level) -> i64 {
    if step.burns {
        return 0;
    }
    (least_count(frozen, level, step.window as usize / 60).map_or(0, count) + 1).max(least_mentions(level))
}

/// The words that stand out in the window's mentions.
async fn words(
    world: &World,
    due: &DueTick,
    first: i64,
    mentions: &[&WindowMention],
) -> Result<Vec<String>, EngineError> {
    let (length, before, most) = USUAL;
    let (from, until) = (minute_start(first - before - length), minute_start(first - before));
    let usual = world.store.window(due.organisation, due.brand, from, until, most).await?;
    let usual: Vec<&WindowMention> = usual.iter().collect();
    Ok(text::telling(&texts(mentions), &texts(&usual), TOLD))
}

fn texts<'m>(mentions: &[&'m WindowMention]) -> Vec<&'m str> {
    mentions.iter().map(|mention| mention.text.as_str()).collect()
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Whether a mention was counted in a series; the same rule as [`domain::counter::counted_in`], on what the store kept.
pub(crate) fn belongs(mention: &WindowMention, series: Series) -> bool {
    match (series, mention.rating.and_then(Rating::stars)) {
        (Series::Mentions, _) => true,
        (Series::Grave, _) => mention.grave.is_some(),
        (_, Some(stars)) => stars <= 2,
        (Series::Negative, None) => mention.polarity == Some(Polarity::Negative),
        (Series::LowRatings, None) => false,
    }
}

struct Window<'a> {
    frozen: &'a Frozen,
    level: Level,
    /// The first frozen minute: what was counted from there on can be taken away.
    first: i64,
    /// The first minute of the window that decides: what is told of stands from there on.
    told_from: i64,
    mentions: &'a [WindowMention],
}

impl Window<'_> {
    /// Near copies together, in the order they were first told; largest first.
    fn stories(&self) -> Vec<Story> {
        let mut groups: Vec<Vec<&WindowMention>> = Vec::new();
        for mention in self.mentions {
            let same = |group: &&mut Vec<&WindowMention>| match group[0].fingerprint {
                0 => mention.fingerprint == 0,
                print => text::near(print, mention.fingerprint),
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(mention),
                None => groups.push(vec![mention]),
            }
        }
        groups.sort_by_key(|group| std::cmp::Reverse(self.told(group)));
        groups.retain(|group| self.told(group) > 0);
        groups.truncate(TOLD);
        groups.into_iter().map(|group| self.story(&group)).collect()
    }

    fn tells(&self, mention: &WindowMention) -> bool {
        minute(mention.at) >= self.told_from
    }

    /// How many of these stand in the window that decides.
    fn told(&self, group: &[&WindowMention]) -> usize {
        group.iter().filter(|mention| self.tells(mention)).count()
    }

    fn story(&self, group: &[&WindowMention]) -> Story {
        let first = group[0];
        Story {
            text: first.text.chars().take(CUT).collect(),
            first_author: first.author_display.clone(),
            first_at: first.at,
            count: count(self.told(group) as u64),
            fires_without: self.fires_without(group.iter().copied()),
            mentions: group
                .iter()
                .filter(|mention| self.tells(mention))
                .take(TOLD)
                .map(|mention| mention.mention.0)
                .collect(),
            fingerprint: first.fingerprint,
        }
    }

    /// What each label brought, largest first.
    fn shares(&self, labels: impl Fn(&WindowMention) -> Vec<String>) -> Vec<Share> {
        let mut groups: BTreeMap<String, Vec<&WindowMention>> = BTreeMap::new();
        for mention in self.mentions {
            for label in labels(mention) {
                groups.entry(label).or_default().push(mention);
            }
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by(|(a, of_a), (b, of_b)| self.told(of_b).cmp(&self.told(of_a)).then(a.cmp(b)));
        groups.retain(|(_, group)| self.told(group) > 0);
        groups.truncate(TOLD);
        let all = self.mentions.iter().filter(|mention| self.tells(mention)).count().max(1) as f64;
        let share = |(label, group): (String, Vec<&WindowMention>)| Share {
            label,
            count: count(self.told(&group) as u64),
            share: thousandths(self.told(&group) as f64 / all),
            fires_without: self.fires_without(group.iter().copied()),
        };
        groups.into_iter().map(share).collect()
    }

    /// Whether the level would have been reached without these mentions.
    fn fires_without<'m>(&self, mentions: impl Iterator<Item = &'m WindowMention>) -> bool {
        let mut removed = vec![0; self.frozen.bins.len()];
        for mention in mentions {
            if let Some(bin) =
                usize::try_from(minute(mention.at) - self.first).ok().and_then(|bin| removed.get_mut(bin))
            {
                *bin += 1;
            }
        }
        without(self.frozen, &removed).is_ok_and(|step| level_of(&self.frozen.settings, &step) >= Some(self.level))
    }
}
