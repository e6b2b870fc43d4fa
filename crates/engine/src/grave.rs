//! One post that alerts by itself: the reader says that somebody was hurt, a live source brought it, and no near copy of it alerted before.
//!
//! Looked for as soon as posts are stored, without waiting for a minute to be complete: it is the text that counts, no number. Found twice is
//! found once: a signal's id is made of brand, time and what the post says.

use crate::EngineError;
use crate::bus::Change;
use crate::case::reader;
use crate::world::World;
use domain::brand::{Brand, BrandRole};
use domain::counter::{Series, minute, minute_start};
use domain::id::{BrandId, MentionId, OrganisationId};
use domain::mention::Reading;
use domain::signal::{Explanation, GravePost, Level, Share, Story, grave_id};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{DueTick, MentionDetail, NewSignal, Settlement, SignalFilter, SignalRow, WindowMention};
use text::{Grave, Harm, OwnNames};
use words::Words;

/// Grave posts are read so many at a time.
const PAGE: i64 = 500;
/// So many stories of a brand alert within [`LATELY`]: budgets let three of them call. Whoever floods must neither slow the house nor deafen
/// it for long: the others are told as soon as there is room, while they are as young as [`TOGETHER`].
const MOST: usize = 20;
const LATELY: SignedDuration = SignedDuration::from_mins(60);
/// A story that alerted so long ago is forgotten.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Most signals of that time that are looked at, and of those that were dismissed.
const KNOWN: i64 = 2_000;
/// Most grave posts that are looked at for one that nobody dismissed.
const FEW: i64 = 50;
/// Posts of one harm that share half of their words tell one story for so long: a crisis is told in many words.
const TOGETHER: SignedDuration = SignedDuration::from_hours(12);
/// Words of fewer letters are nobody's.
const SHORT: usize = 4;
/// What a source catches up on calls people for so long after it happened: feeds and reviews are often dated by the day.
const CALLS: SignedDuration = SignedDuration::from_hours(24);
/// Found so long after it happened it is late.
const LATE: SignedDuration = SignedDuration::from_mins(60);
/// Most characters of the post that the signal quotes.
const CUT: usize = 280;
/// The score, in thousandths: one post says so.
const SCORE: i64 = 1_000;

/// What a grave signal was raised on. The text stays with its post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The version of the reader.
    pub reader: String,
    /// The mention.
    pub mention: MentionId,
    /// Which version of its post.
    pub version: i64,
    /// What the reader said of it.
    pub grave: Grave,
    /// The names that it took for names: the brand's, as it was called then.
    #[serde(default)]
    pub names: Vec<String>,
}

/// Looks for grave posts of every brand that something was counted for. Answers how many signals were raised.
///
/// # Errors
/// The store's; what could be raised is raised, the rest stays due.
pub async fn look(world: &World) -> Result<usize, EngineError> {
    let now = world.clock.now();
    let mut raised = 0;
    for due in world.store.due_ticks().await? {
        raised += find(world, &due, now).await?.raised;
    }
    Ok(raised)
}

/// What a look for grave posts came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Signals that were raised.
    pub(crate) raised: usize,
    /// Whether a story waits for room: the brand stays due until it is told.
    pub(crate) waits: bool,
}

/// Raises a signal for each story of a brand of ours that a grave post tells and none told before.
pub(crate) async fn find(world: &World, due: &DueTick, now: Timestamp) -> Result<Found, EngineError> {
    let (store, organisation) = (&world.store, due.organisation);
    let mut after = (minute_start(due.from_minute), MentionId(0));
    let mut page = store.grave_mentions(organisation, due.brand, after, PAGE).await?;
    if page.is_empty() {
        return Ok(Found::default());
    }
    let brand = store.brand(organisation, due.brand).await?;
    if brand.role != BrandRole::Own {
        return Ok(Found::default());
    }
    let mut stories = Stories::known(world, due, now).await?;
    let (mut raise, mut waits) = (Vec::new(), false);
    'pages: loop {
        let full = page.len() as i64 == PAGE;
        for mention in page {
            after = (mention.at, mention.mention);
            if stories.knows(&mention) {
                continue;
            }
            if stories.room == 0 {
                waits = now.duration_since(mention.at) < TOGETHER;
                if waits {
                    break 'pages;
                }
                continue;
            }
            let detail = store.mention(organisation, mention.mention).await?;
            let Some(frozen) = judged(&mention, &detail, &brand)? else { continue };
            if stories.is_new(&mention, &detail.view.post.post.text) {
                raise.push(signal(due, now, &mention, &detail, frozen)?);
            }
        }
        if !full {
            break;
        }
        page = store.grave_mentions(organisation, due.brand, after, PAGE).await?;
    }
    let raised = raise.len();
    if raised > 0 {
        if waits {
            tracing::warn!(brand.id = %due.brand, "{MOST} grave stories within an hour: the others are told as soon as there is room");
        }
        let (answers, until_minute) = (None, minute(now).min(due.from_minute));
        let settlement =
            Settlement { answers, until_minute, detectors: Vec::new(), raise, update: Vec::new(), at: now };
        store.settle(organisation, due.brand, settlement).await?;
        world.bus.tell(organisation, Change::Signals);
    }
    Ok(Found { raised, waits })
}

/// The first grave mention of `from..until`, history too, that is no near copy of what somebody dismissed.
///
/// # Errors
/// The store's.
pub(crate) async fn first(
    world: &World,
    (organisation, brand): (OrganisationId, BrandId),
    from: Timestamp,
    until: Timestamp,
) -> Result<Option<MentionId>, EngineError> {
    let mut found = world.store.grave_mentions_within(organisation, brand, from, until, FEW).await?;
    if !found.is_empty() {
        let told = known(world, (organisation, brand), until, true).await?;
        let dismissed: Vec<Told> = told.iter().filter_map(Told::by).collect();
        found.retain(|mention| !dismissed.iter().any(|told| text::near(told.fingerprint, mention.fingerprint)));
    }
    Ok(found.first().map(|mention| mention.mention))
}

/// The signals of grave posts that are not forgotten yet.
async fn known(
    world: &World,
    (organisation, brand): (OrganisationId, BrandId),
    now: Timestamp,
    dismissed_only: bool,
) -> Result<Vec<SignalRow>, EngineError> {
    let since = Some(now.checked_sub(FORGOTTEN).unwrap_or(Timestamp::MIN));
    let filter = SignalFilter { brand: Some(brand), since, dismissed_only, ..SignalFilter::default() };
    let mut known = world.store.signals(organisation, filter, KNOWN).await?;
    known.retain(|row| row.series == Series::Grave);
    Ok(known)
}

/// The stories that alerted about a brand, and those found now.
struct Stories {
    now: Timestamp,
    told: Vec<Told>,
    /// How many more are told apart.
    room: usize,
}

impl Stories {
    async fn known(world: &World, due: &DueTick, now: Timestamp) -> Result<Self, EngineError> {
        let brand = (due.organisation, due.brand);
        let all = known(world, brand, now, false).await?;
        let lately = all.iter().filter(|row| now.duration_since(row.raised_at) < LATELY).count();
        // However many came since: what was dismissed is not forgotten among them.
        let dismissed = known(world, brand, now, true).await?;
        let told = all.iter().chain(&dismissed).filter_map(Told::by).collect();
        Ok(Self { now, told, room: MOST.saturating_sub(lately) })
    }

    /// Whether a mention is a near copy of what alerted already, or tells it again as far as its first characters say: then it is not read.
    fn knows(&self, mention: &WindowMention) -> bool {
        let copies = |told: &Told| text::near(told.fingerprint, mention.fingerprint) && self.silences(told, mention.at);
        self.told.iter().any(copies)
            || Told::of(mention, &mention.text).is_some_and(|(says, whole)| whole && !self.is_news(&says))
    }

    /// Whether a mention of this text tells a story that none told before; then it is told now.
    fn is_new(&mut self, mention: &WindowMention, text: &str) -> bool {
        let Some((mut says, _)) = Told::of(mention, text).filter(|(says, _)| self.is_news(says)) else { return false };
        says.calls = is_young(self.now, mention.at);
        self.room = self.room.saturating_sub(1);
        self.told.push(says);
        true
    }

    fn is_news(&self, says: &Told) -> bool {
        let told = self.told.iter().any(|told| told.is_story_of(says) && self.silences(told, says.at));
        // What would be forgotten as soon as it is found would be found by each look.
        !told && self.now.duration_since(says.at) < FORGOTTEN
    }

    /// What called nobody, being too old, does not silence a post that may call.
    fn silences(&self, told: &Told, at: Timestamp) -> bool {
        told.calls || !is_young(self.now, at)
    }
}

fn is_young(now: Timestamp, at: Timestamp) -> bool {
    now.duration_since(at) < CALLS
}

/// Of grave posts, the oldest first, when each told a story that none told before: as they would have alerted, had each been heard when it happened.
pub(crate) fn told_apart<'t>(posts: impl Iterator<Item = &'t Told>) -> Vec<Timestamp> {
    let mut told: Vec<&Told> = Vec::new();
    for post in posts {
        let is_within = |told: &&&Told, so_long| post.at.duration_since(told.at) < so_long;
        let lately = told.iter().rev().take_while(|told| is_within(told, LATELY)).count();
        let mut known = told.iter().rev().take_while(|told| is_within(told, FORGOTTEN));
        if lately < MOST && !known.any(|told| told.is_story_of(post)) {
            told.push(post);
        }
    }
    told.iter().map(|told| told.at).collect()
}

/// What a grave post tells, as far as it is compared.
pub(crate) struct Told {
    fingerprint: u64,
    at: Timestamp,
    harm: Harm,
    words: BTreeSet<String>,
    /// Whether it was young enough to call somebody.
    calls: bool,
    /// Whether somebody said that there is nothing to it.
    dismissed: bool,
}

impl Told {
    /// By a signal; `None` where it cannot be read any more.
    fn by(row: &SignalRow) -> Option<Self> {
        let said: Explanation = serde_json::from_str(&row.explanation).ok()?;
        let (grave, story) = (said.grave?, said.stories.first()?);
        let words = long(grave.words.iter().map(String::as_str));
        let (fingerprint, dismissed) = (story.fingerprint, row.is_dismissed());
        Some(Self { fingerprint, at: row.onset, harm: grave.harm, words, calls: row.wakes, dismissed })
    }

    /// By what the reader said of a text; `None` where it is not grave.
    pub(crate) fn read(at: Timestamp, reading: &Reading, text: &str) -> Option<Self> {
        let grave = reading.grave.as_ref()?;
        let (words, fingerprint) = (long(grave.words(text)), reading.fingerprint);
        Some(Self { fingerprint, at, harm: grave.harm, words, calls: true, dismissed: false })
    }

    /// When it happened.
    pub(crate) fn at(&self) -> Timestamp {
        self.at
    }

    /// By a mention, and whether all its grave words stand in this text; `None` where it is not grave.
    fn of(mention: &WindowMention, text: &str) -> Option<(Self, bool)> {
        let grave = mention.grave.as_ref()?;
        let (words, fingerprint) = (long(grave.words(text)), mention.fingerprint);
        let whole = grave.words(text).count() == grave.spans.len();
        Some((Self { fingerprint, at: mention.at, harm: grave.harm, words, calls: false, dismissed: false }, whole))
    }

    /// Whether a post tells it again: a near copy, or the same in other words soon before or after. Of what was dismissed only copies
    /// are: a decoy must not silence what somebody else says.
    fn is_story_of(&self, post: &Self) -> bool {
        let shared = self.words.intersection(&post.words).count();
        let least = self.words.len().min(post.words.len());
        text::near(self.fingerprint, post.fingerprint)
            || (!self.dismissed
                && self.harm == post.harm
                && self.at.duration_since(post.at).abs() <= TOGETHER
                && shared > 0
                && shared * 2 >= least)
    }
}

/// The words that are long enough to be compared, folded.
fn long<'t>(words: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for word in words {
        text::token::scan(word, |_, folded| {
            if folded.chars().count() >= SHORT {
                all.insert(folded.to_owned());
            }
        });
    }
    all
}

/// What the reader says of a post where the brand's name says nothing; `None` where it is not grave for this brand, or its text was erased meanwhile.
fn judged(mention: &WindowMention, detail: &MentionDetail, brand: &Brand) -> Result<Option<Frozen>, EngineError> {
    let (post, Some(reading)) = (&detail.view.post, &detail.view.reading) else { return Ok(None) };
    let names = vec![brand.name.clone()];
    let grave = if reading.reader == text::READER {
        reader()?.grave(&post.post.text, reading.lang, &OwnNames::of(names.iter().map(String::as_str)))
    } else {
        // What another reader said is what it said.
        reading.grave.clone()
    };
    let frozen = |grave| Frozen {
        reader: reading.reader.clone(),
        mention: mention.mention,
        version: post.version,
        grave,
        names,
    };
    Ok(grave.filter(|_| post.text_erased_at.is_none()).map(frozen))
}

/// The signal of one grave post.
fn signal(
    due: &DueTick,
    now: Timestamp,
    mention: &WindowMention,
    detail: &MentionDetail,
    frozen: Frozen,
) -> Result<NewSignal, EngineError> {
    let (post, grave) = (&detail.view.post, &frozen.grave);
    let words = grave.words(&post.post.text).map(str::to_owned).collect();
    let said = GravePost { mention: mention.mention, harm: grave.harm, words };
    let young = is_young(now, mention.at);
    Ok(NewSignal {
        id: grave_id(due.brand, mention.at, mention.fingerprint),
        organisation: due.organisation,
        brand: due.brand,
        series: Series::Grave,
        level: Level::Alert.code().to_owned(),
        onset: mention.at,
        raised_at: now,
        // It is told from when it was heard.
        last_hot_at: if young { now } else { mention.at },
        late: now.duration_since(mention.at) > LATE,
        wakes: young,
        score: SCORE,
        observed: 1,
        expected: 0,
        frozen: serde_json::to_string(&frozen)?,
        explanation: serde_json::to_string(&explanation(mention, &post.post.text, said, detail))?,
    })
}

fn explanation(mention: &WindowMention, text: &str, said: GravePost, detail: &MentionDetail) -> Explanation {
    let share = |label: String| Share { label, count: 1, share: 1_000, fires_without: false };
    Explanation {
        series: Some(Series::Grave),
        observed: 1,
        window_minutes: 1,
        least: 1,
        people: 1,
        negative: i64::from(mention.polarity == Some(text::Polarity::Negative)),
        stories: vec![Story {
            text: text.chars().take(CUT).collect(),
            first_author: mention.author_display.clone(),
            first_at: mention.at,
            count: 1,
            fires_without: false,
            mentions: vec![mention.mention.0],
            fingerprint: mention.fingerprint,
        }],
        queries: detail.hits.iter().filter_map(|(_, name)| name.clone()).map(share).collect(),
        authors: mention.author_display.clone().into_iter().map(share).collect(),
        sources: vec![share(mention.source_name.clone())],
        grave: Some(said),
        ..Explanation::default()
    }
}

/// A harm by its name.
pub fn harm_name(words: &Words, harm: Harm) -> String {
    words.say(match harm {
        Harm::Injury => "harm-injury",
        Harm::Leak => "harm-leak",
        Harm::Discrimination => "harm-discrimination",
        Harm::Violence => "harm-violence",
        Harm::Minor => "harm-minor",
    })
}

/// What reading the post of a grave signal again says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// What it was raised on.
    pub frozen: Frozen,
    /// What the reader says now of the same text; `None` where it finds it grave no more.
    pub grave: Option<Grave>,
}

impl Again {
    /// Whether it says the same.
    pub fn is_identical(&self) -> bool {
        self.grave.as_ref() == Some(&self.frozen.grave)
    }
}

/// Reads the post of a grave signal again, as it was when the signal was raised.
///
/// # Errors
/// The store's; [`EngineError::Report`] where the text is gone or another reader read it.
pub async fn read_again(world: &World, row: &SignalRow) -> Result<Again, EngineError> {
    let frozen: Frozen = serde_json::from_str(&row.frozen)?;
    if frozen.reader != text::READER {
        let why = format!(
            "read by version {} of the reader, this is version {}: read it again with the release that raised it",
            frozen.reader,
            text::READER
        );
        return Err(EngineError::Report(why));
    }
    let detail = world.store.mention(row.organisation, frozen.mention).await?;
    if detail.view.post.text_erased_at.is_some() {
        return Err(EngineError::Report("the post was erased for data protection: it cannot be read again".to_owned()));
    }
    let older = detail.versions.iter().find(|version| version.version == frozen.version);
    let said = older.map_or(&detail.view.post.post.text, |version| &version.text);
    let names = OwnNames::of(frozen.names.iter().map(String::as_str));
    let reader = reader()?;
    let grave = reader.grave(said, reader.read(said).lang, &names);
    Ok(Again { frozen, grave })
}
