//! What the signals say to waking. Everything is told again each time: what is known already changes nothing.

use crate::EngineError;
use crate::setup::PROFILE;
use crate::world::World;
use domain::brand::BrandRole;
use domain::counter::{Series, minute};
use domain::id::{BrandId, MentionId, OrganisationId};
use domain::setup::Profile;
use domain::signal::{Explanation, Story, Verdict, level_from_code};
use domain::waking::{Book, Command, Occurrence, Subject, speaks_ill};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::SignalRow;

/// Signals that began longer ago and are over have nothing new to say.
const BACK: SignedDuration = SignedDuration::from_hours(48);
/// How long before a signal the usual tone is taken from.
const USUAL: i64 = 28 * 24 * 60;
/// A signal is told for as long as its window, and an hour at least.
const WINDOW: i64 = 60;
/// Words of fewer letters are not compared.
const SHORT: usize = 3;
/// Near copies must be one in so many posts of a window to say what it tells.
const CARRIES: i64 = 5;

/// The signals of every organisation as commands, in a fixed order: what is there, who labelled it, what has ended.
pub(super) async fn observe(world: &World, book: &Book, now: Timestamp) -> Result<Vec<Command>, EngineError> {
    let rows = world.store.live_signals(now.checked_sub(BACK).unwrap_or(Timestamp::MIN)).await?;
    let mut names = Names::default();
    let mut commands = Vec::new();
    for row in rows {
        let known = book.knows(&row.id);
        // What history raised calls nobody, and what ended before anybody heard of it is told by the page.
        if !row.wakes && !known {
            continue;
        }
        if row.ended_at.is_none() || !known {
            let brand = names.of(world, &row).await?;
            // What is said of others is watched, and is nobody's night.
            if brand.role != BrandRole::Own {
                continue;
            }
            let occurrence = occurrence(world, &row, brand).await?;
            commands.extend(occurrence.map(Command::Grew));
        }
        let subject = Subject::Signal(row.id.clone());
        commands.extend(row.label.map(|label| match label.verdict {
            Verdict::Dismissed => Command::Dismissed { subject, by: label.person, at: label.at },
            Verdict::Confirmed => Command::Acknowledged { subject, by: label.person, at: label.at },
        }));
        if row.ended_at.is_some() {
            commands.push(Command::Ended { signal: row.id });
        }
    }
    Ok(commands)
}

/// Names of brands and organisations, read when they are first needed.
#[derive(Default)]
struct Names {
    brands: BTreeMap<(OrganisationId, BrandId), (String, BrandRole)>,
    /// Of the organisations, where the house has several.
    organisations: Option<BTreeMap<OrganisationId, String>>,
    /// The trades of the organisations, where they are known.
    trades: BTreeMap<OrganisationId, String>,
}

/// What the store has of a brand beside its counts.
struct Known {
    brand: String,
    role: BrandRole,
    organisation: Option<String>,
    trade: Option<String>,
}

impl Names {
    async fn of(&mut self, world: &World, row: &SignalRow) -> Result<Known, EngineError> {
        if self.organisations.is_none() {
            let all = world.store.organisations().await?;
            let several = all.len() > 1;
            self.organisations = Some(all.into_iter().filter(|_| several).map(|o| (o.id, o.name)).collect());
            for (organisation, profile) in world.store.settings_named(PROFILE).await? {
                let trade = serde_json::from_str::<Profile>(&profile).ok().and_then(|profile| profile.trade);
                self.trades.extend(trade.map(|trade| (organisation, trade)));
            }
        }
        let key = (row.organisation, row.brand);
        let organisation = self.organisations.as_ref().and_then(|names| names.get(&row.organisation).cloned());
        let (brand, role) = match self.brands.entry(key) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => {
                let brand = world.store.brand(row.organisation, row.brand).await?;
                new.insert((brand.name, brand.role)).clone()
            }
        };
        Ok(Known { brand, role, organisation, trade: self.trades.get(&row.organisation).cloned() })
    }
}

async fn occurrence(world: &World, row: &SignalRow, known: Known) -> Result<Option<Occurrence>, EngineError> {
    let Some(level) = level_from_code(&row.level) else { return Ok(None) };
    let told: Explanation = match serde_json::from_str(&row.explanation) {
        Ok(told) => told,
        Err(error) => {
            // One that cannot be read must not keep the others from waking.
            tracing::error!(%error, signal = row.id, "why a signal was raised cannot be read: it wakes nobody");
            return Ok(None);
        }
    };
    let (onset, end) = (minute(row.onset), minute(row.last_hot_at) + 1);
    let count = async |series, from, until| -> Result<i64, EngineError> {
        let counts = world.store.counts(row.organisation, row.brand, series, from, until).await?;
        Ok(counts.iter().map(|(_, n)| n).sum())
    };
    let tone = async |from, until| -> Result<(i64, i64), EngineError> {
        Ok((count(Series::Negative, from, until).await?, count(Series::Mentions, from, until).await?))
    };
    // A grave post calls whatever the tone of the others.
    let ill = if told.grave.is_some() {
        false
    } else {
        let usual = tone(onset - USUAL, onset).await?;
        // Praise that went before must not hide what turned ill since.
        let lately = (end - told.window_minutes.max(WINDOW)).max(onset);
        speaks_ill(tone(onset, end).await?, usual) || speaks_ill(tone(lately, end).await?, usual)
    };
    let articles = world.store.articles(row.organisation, row.brand, row.onset, row.last_hot_at).await?;
    // One copy of something among many posts does not say what they tell.
    let carries = |story: &&Story| story.count * CARRIES >= told.observed;
    let lasts = SignedDuration::from_mins(told.window_minutes.max(WINDOW));
    Ok(Some(Occurrence {
        organisation: row.organisation,
        organisation_name: known.organisation,
        brand: row.brand,
        brand_name: known.brand,
        signal: row.id.clone(),
        level,
        onset: row.onset,
        raised_at: row.raised_at,
        window_minutes: told.window_minutes,
        until: row.last_hot_at.saturating_add(lasts).unwrap_or(Timestamp::MAX),
        wakes: row.wakes,
        late: row.late,
        ill,
        observed: row.observed,
        expected: row.expected,
        press: articles > 0,
        grave: told.grave.as_ref().map(|grave| grave.mention),
        prints: told
            .stories
            .iter()
            .filter(carries)
            .map(|story| story.fingerprint)
            .filter(|print| *print != 0)
            .collect(),
        posts: told.stories.iter().filter_map(|story| story.mentions.first().copied().map(MentionId)).collect(),
        trade: known.trade,
        words: match &told.grave {
            Some(grave) => said(grave.words.iter().chain(told.stories.iter().map(|story| &story.text))),
            None => told.words.iter().map(|word| text::token::hash(&text::token::fold(word))).collect(),
        },
    }))
}

/// The words of texts as they are compared, each once, in their order.
fn said<'t>(texts: impl Iterator<Item = &'t String>) -> Vec<u64> {
    let mut words = Vec::new();
    for text in texts {
        text::token::scan(text, |_, folded| {
            let word = text::token::hash(folded);
            if folded.chars().count() >= SHORT && !words.contains(&word) {
                words.push(word);
            }
        });
    }
    words
}
