//! Retention: what an organisation does not want to keep any longer is erased, a little at a time, once a day.
//!
//! A post goes when everybody whom it concerns lets it go: the organisation whose source brought it; of what the house's sources
//! brought, every organisation that has a mention of it, and where none has, every organisation of the house. Evidence stays: what
//! somebody reported by hand or has in hand, and what a signal quotes that nobody dismissed.

use crate::EngineError;
use crate::waking::Letter;
use crate::world::World;
use domain::id::{MentionId, OrganisationId, PersonId};
use domain::retention::{Held, Part, Retention, days_before};
use domain::signal::{Explanation, Story};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use store::{Erase, HeldPost, SignalFilter, SignalRow, Stock};
use tokio::task::JoinSet;

/// When the last pass began, in microseconds; a setting of the house.
const LAST: &str = "erased-at";
/// How often there is a pass.
const EACH: SignedDuration = SignedDuration::from_hours(24);
/// How often it is looked whether one is due.
const LOOK: SignedDuration = SignedDuration::from_mins(10);
/// Posts looked at in one go, and erased in one transaction at most.
const BATCH: i64 = 200;
/// Signals and messages read in one go.
const PAGE: i64 = 200;
/// Most steps in which the full text is written anew after a pass; what is left waits for the next.
const STEPS: usize = 1_000;
/// Most posts that are looked at to tell what would go.
const MOST: i64 = 500_000;
/// What quotes a post is younger than the post by at most so much: it goes so much earlier than by its own age.
const SLACK: SignedDuration = SignedDuration::from_hours(48);
/// The kind of source by which somebody reports what they saw.
const BY_HAND: &str = "hand";

/// What one pass did, or would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts that went.
    pub texts: i64,
    /// Authors that went.
    pub authors: i64,
    /// Posts that are old enough and stay, because they are evidence.
    pub evidence: i64,
}

/// What an organisation has, and what would go of it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// What it has.
    pub stock: Stock,
    /// What would go by its rules, as far as others whom it concerns let it go too.
    pub tally: Tally,
    /// Whether every post was looked at; else the first half million were.
    pub whole: bool,
}

/// Everybody's rules, and what is evidence to whom.
#[derive(Default)]
struct Rules {
    everybody: BTreeSet<OrganisationId>,
    of: BTreeMap<OrganisationId, Retention>,
    quoted: BTreeMap<OrganisationId, BTreeSet<MentionId>>,
}

/// An organisation's rules; those that erase nothing where it set none.
///
/// # Errors
/// The store's, or what it kept cannot be read.
pub async fn rules(world: &World, organisation: OrganisationId) -> Result<Retention, EngineError> {
    let text = world.store.retention(organisation).await?;
    Ok(text.map_or(Ok(Retention::default()), |text| serde_json::from_str(&text))?)
}

/// Sets an organisation's rules; the next pass, within a day, follows them.
///
/// # Errors
/// [`EngineError::Report`] says which numbers can be taken; [`store::Error::NotFound`] for a source that it does not listen to.
pub async fn set_rules(
    world: &World,
    organisation: OrganisationId,
    rules: &Retention,
    person: Option<PersonId>,
) -> Result<(), EngineError> {
    check(world, organisation, rules).await?;
    let text = serde_json::to_string(rules)?;
    Ok(world.store.set_retention(organisation, &text, person, world.clock.now()).await?)
}

async fn check(world: &World, organisation: OrganisationId, rules: &Retention) -> Result<(), EngineError> {
    if !rules.is_possible() {
        let (least, most) = (Retention::LEAST, Retention::MOST);
        return Err(EngineError::Report(format!(
            "texts and authors are kept {least} to {most} days; nothing was changed"
        )));
    }
    let sources = world.store.sources(organisation).await?;
    let known = |id| sources.iter().any(|source| source.id == id);
    match rules.sources.keys().all(|id| known(*id)) {
        true => Ok(()),
        false => Err(EngineError::Store(store::Error::NotFound)),
    }
}

/// What an organisation has and what these rules would erase of it now; changes nothing.
///
/// # Errors
/// As [`set_rules`].
pub async fn survey(world: &World, organisation: OrganisationId, rules: &Retention) -> Result<Survey, EngineError> {
    check(world, organisation, rules).await?;
    let (stock, now) = (world.store.stock(organisation).await?, world.clock.now());
    let mut survey = Survey { stock, whole: true, ..Survey::default() };
    let Some(days) = rules.shortest() else { return Ok(survey) };
    let all = Rules::read(world, Some((organisation, rules))).await?;
    let (mut after, mut looked) = (None, 0);
    loop {
        let posts = world.store.held_posts(Some(organisation), days_before(now, days), after, BATCH).await?;
        for post in &posts {
            let erase = all.decide(post, now);
            survey.tally.count(&erase, all.is_held_back(post, now));
        }
        looked += posts.len() as i64;
        after = posts.last().map(|post| post.id);
        survey.whole = looked < MOST;
        if (posts.len() as i64) < BATCH || !survey.whole {
            return Ok(survey);
        }
    }
}

/// Erases what everybody whom it concerns lets go, then what quoted it. It may be cut short anywhere and run twice.
///
/// # Errors
/// The store's; what was erased until then is erased, and written down.
pub async fn pass(world: &World) -> Result<Tally, EngineError> {
    let rules = Rules::read(world, None).await?;
    let Some(days) = rules.of.values().filter_map(Retention::shortest).min() else { return Ok(Tally::default()) };
    let (now, mut after, mut tally) = (world.clock.now(), None, Tally::default());
    loop {
        let posts = world.store.held_posts(None, days_before(now, days), after, BATCH).await?;
        let decided: Vec<Erase> = posts.iter().map(|post| rules.decide(post, now)).collect();
        let erase: Vec<Erase> = decided.into_iter().filter(|erase| erase.text || erase.author).collect();
        if !erase.is_empty() {
            let (texts, authors) = world.store.erase(&erase, now).await?;
            (tally.texts, tally.authors) = (tally.texts + texts, tally.authors + authors);
        }
        tally.evidence += posts.iter().filter(|post| rules.is_held_back(post, now)).count() as i64;
        after = posts.last().map(|post| post.id);
        if (posts.len() as i64) < BATCH {
            break;
        }
        tokio::task::yield_now().await;
    }
    for (organisation, retention) in &rules.of {
        erase_in_signals(world, *organisation, retention, now).await?;
        erase_aside(world, *organisation, &rules, now).await?;
    }
    erase_in_messages(world, &rules, now).await?;
    world.store.forget_expired(now).await?;
    let mut steps = if tally.texts > 0 { STEPS } else { 0 };
    while steps > 0 && !world.store.compact_index().await? {
        steps -= 1;
        tokio::task::yield_now().await;
    }
    Ok(tally)
}

/// Makes a pass each day, until the tasks are ended.
pub fn watch(world: World, tasks: &mut JoinSet<()>) {
    tasks.spawn(async move {
        loop {
            match pass_when_due(&world).await {
                Ok(Some(Tally { texts, authors, .. })) if texts + authors > 0 => {
                    tracing::info!(texts, authors, "erased what nobody wants to keep any longer");
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "what is not to be kept could not all be erased; it is tried again")
                }
            }
            let next = world.clock.now().saturating_add(LOOK).unwrap_or(Timestamp::MAX);
            world.clock.sleep_until(next).await;
        }
    });
}

/// Makes a pass where the last one was a day ago; `None` where it was not.
///
/// # Errors
/// As [`pass`].
pub async fn pass_when_due(world: &World) -> Result<Option<Tally>, EngineError> {
    let now = world.clock.now();
    let last = world.store.get_setting(None, LAST).await?;
    let last = last.and_then(|text| Timestamp::from_microsecond(text.parse().ok()?).ok());
    if last.is_some_and(|last| now.duration_since(last) < EACH) {
        return Ok(None);
    }
    let tally = pass(world).await?;
    world.store.set_setting(None, LAST, &now.as_microsecond().to_string()).await?;
    Ok(Some(tally))
}

impl Tally {
    fn count(&mut self, erase: &Erase, held_back: bool) {
        self.texts += i64::from(erase.text);
        self.authors += i64::from(erase.author);
        self.evidence += i64::from(held_back);
    }
}

impl Rules {
    /// Everybody's rules; one organisation's as if they were these.
    async fn read(world: &World, tried: Option<(OrganisationId, &Retention)>) -> Result<Self, EngineError> {
        let mut rules = Self::default();
        rules.everybody.extend(world.store.organisations().await?.into_iter().map(|organisation| organisation.id));
        for (organisation, text) in world.store.retentions().await? {
            rules.of.insert(organisation, serde_json::from_str(&text)?);
        }
        rules.of.extend(tried.map(|(organisation, retention)| (organisation, retention.clone())));
        rules.of.retain(|_, retention| retention.erases());
        for organisation in rules.of.keys() {
            let (mut quoted, mut last) = (BTreeSet::new(), None);
            loop {
                let rows = signals_beyond(world, *organisation, &mut last).await?;
                for row in rows.iter().filter(|row| !row.is_dismissed()) {
                    let told: Explanation = serde_json::from_str(&row.explanation)?;
                    quoted.extend(told.stories.into_iter().flat_map(|story| story.mentions).map(MentionId));
                }
                if rows.is_empty() {
                    break;
                }
            }
            rules.quoted.insert(*organisation, quoted);
        }
        Ok(rules)
    }

    fn decide(&self, post: &HeldPost, now: Timestamp) -> Erase {
        let goes = |part| self.all_let_go(post, |retention, held| retention.lets_go(part, held, now));
        Erase {
            post: post.id,
            text: post.has_text && goes(Part::Text),
            author: post.has_author && goes(Part::Author),
            mentions: post.mentions.len(),
        }
    }

    /// Whether something of a post would go if it were no evidence.
    fn is_held_back(&self, post: &HeldPost, now: Timestamp) -> bool {
        let parts = [(Part::Text, post.has_text), (Part::Author, post.has_author)];
        parts.into_iter().any(|(part, there)| {
            let plain =
                |retention: &Retention, held: &Held| retention.lets_go(part, &Held { evidence: false, ..*held }, now);
            let as_is = |retention: &Retention, held: &Held| retention.lets_go(part, held, now);
            there && self.all_let_go(post, plain) && !self.all_let_go(post, as_is)
        })
    }

    fn all_let_go(&self, post: &HeldPost, lets_go: impl Fn(&Retention, &Held) -> bool) -> bool {
        let mentioned: BTreeSet<OrganisationId> = post.mentions.iter().map(|mention| mention.organisation).collect();
        let concerned = match post.scope {
            Some(one) => BTreeSet::from([one]),
            None if mentioned.is_empty() => self.everybody.clone(),
            None => mentioned,
        };
        let one = |organisation: &OrganisationId| {
            let held =
                Held { source: post.source, seen_at: post.seen_at, evidence: self.is_evidence(*organisation, post) };
            self.of.get(organisation).is_some_and(|retention| lets_go(retention, &held))
        };
        !concerned.is_empty() && concerned.iter().all(one)
    }

    fn is_evidence(&self, organisation: OrganisationId, post: &HeldPost) -> bool {
        let quoted = |id| self.quoted.get(&organisation).is_some_and(|quoted| quoted.contains(id));
        let mut own = post.mentions.iter().filter(|mention| mention.organisation == organisation);
        post.source_kind == BY_HAND || own.any(|mention| mention.in_hand || quoted(&mention.id))
    }
}

/// An organisation's next signals; nothing after the last.
async fn signals_beyond(
    world: &World,
    organisation: OrganisationId,
    last: &mut Option<(Timestamp, String)>,
) -> Result<Vec<SignalRow>, EngineError> {
    let beyond = last.as_ref().map(|(onset, id)| (*onset, id.as_str()));
    let rows = world.store.signals_beyond(organisation, SignalFilter::default(), beyond, PAGE).await?;
    if let Some(row) = rows.last() {
        *last = Some((row.onset, row.id.clone()));
    }
    Ok(rows)
}

/// Signals that are no evidence any more do not quote what was erased; none names for longer who spoke, and by which words. Their numbers stay.
async fn erase_in_signals(
    world: &World,
    organisation: OrganisationId,
    rules: &Retention,
    now: Timestamp,
) -> Result<(), EngineError> {
    let names_until = rules.shortest().and_then(|days| days_before(now, days).checked_add(SLACK).ok());
    let mut last = None;
    loop {
        let rows = signals_beyond(world, organisation, &mut last).await?;
        for row in &rows {
            let too_old = rules.evidence_days.is_some_and(|days| row.raised_at < days_before(now, days));
            let without_names = names_until.is_some_and(|until| row.raised_at < until);
            erase_in_signal(world, row, row.is_dismissed() || too_old, without_names).await?;
        }
        if rows.is_empty() {
            return Ok(());
        }
    }
}

async fn erase_in_signal(
    world: &World,
    row: &SignalRow,
    without_stories: bool,
    without_names: bool,
) -> Result<(), EngineError> {
    let mut told: Explanation = serde_json::from_str(&row.explanation)?;
    let before = told.clone();
    let first = |story: &Story| story.mentions.first().copied().map(MentionId);
    let quoted: Vec<MentionId> = told.stories.iter().filter(|_| without_stories).filter_map(first).collect();
    let (texts, authors) = world.store.erased_mentions(row.organisation, &quoted).await?;
    for story in &mut told.stories {
        let Some(first) = first(story) else { continue };
        if texts.contains(&first) {
            story.text.clear();
            told.grave.iter_mut().filter(|grave| grave.mention == first).for_each(|grave| grave.words.clear());
        }
        if authors.contains(&first) {
            story.first_author = None;
        }
    }
    // Names and words of the whole window: most of it is no evidence.
    if without_names {
        told.authors.iter_mut().for_each(|share| share.label.clear());
        told.words.clear();
        let causes = told.assessment.iter_mut().flat_map(|assessment| &mut assessment.causes);
        causes.for_each(|found| found.words.clear());
    }
    if told != before {
        world.store.erase_in_signal(row.organisation, &row.id, &serde_json::to_string(&told)?).await?;
    }
    Ok(())
}

/// What an organisation's sources brought and nobody could read goes as old texts do.
async fn erase_aside(
    world: &World,
    organisation: OrganisationId,
    rules: &Rules,
    now: Timestamp,
) -> Result<(), EngineError> {
    for source in world.store.sources(organisation).await? {
        let concerned: Vec<OrganisationId> = match source.organisation {
            Some(one) => vec![one],
            None => rules.everybody.iter().copied().collect(),
        };
        let days = concerned.iter().map(|one| rules.of.get(one).and_then(|of| of.days(Part::Text, source.id)));
        // Kept as long as whoever wants it longest; for ever where one of them says nothing.
        if let Some(days) = days.collect::<Option<Vec<u32>>>().and_then(|days| days.into_iter().max()) {
            world.store.erase_aside(source.id, days_before(now, days)).await?;
            // A complaint that was held aside is nobody's mention.
            if let Some(brand) = source.brand.filter(|_| source.kind == domain::complaint::KIND) {
                world.store.erase_held_complaints(organisation, brand, days_before(now, days)).await?;
            }
        }
    }
    Ok(())
}

/// Messages that called somebody quote posts: what they said goes with the first of those that may go, whoever they were sent to.
async fn erase_in_messages(world: &World, rules: &Rules, now: Timestamp) -> Result<(), EngineError> {
    let old = |organisation: &OrganisationId, at: Timestamp| {
        let days = rules.of.get(organisation).and_then(Retention::shortest);
        days.is_some_and(|days| days_before(now, days).saturating_add(SLACK).is_ok_and(|until| at < until))
    };
    let mut before = None;
    loop {
        let rows = world.store.ended_calls(before, PAGE).await?;
        before = rows.last().map(|row| row.id);
        for row in &rows {
            let Ok(mut letter) = serde_json::from_str::<Letter>(&row.message.body) else { continue };
            // An older letter does not say whose posts it quotes: they may be anybody's.
            let of = if letter.of.is_empty() { &rules.everybody } else { &letter.of };
            if !letter.note.body.is_empty() && of.iter().any(|of| old(of, row.created_at)) {
                letter.note.body.clear();
                world.store.erase_in_message(row.id, &serde_json::to_string(&letter)?).await?;
            }
        }
        if (rows.len() as i64) < PAGE {
            return Ok(());
        }
    }
}
