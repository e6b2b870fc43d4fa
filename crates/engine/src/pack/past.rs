//! One's own past case as a pack: its mentions at the hours at which they were heard, and what was done then as what is expected.
//!
//! Who wrote them is not in it: handles and names are pseudonyms, in texts too, addresses of posts are gone, and mail addresses, telephone numbers and account
//! numbers are masked. What was erased stays erased: such a post counts, and says nothing.

use super::{Expect, Inject, InjectKind, Pack, PackBrand, PackSource, PackTeam, Raise, SourcePlace};
use crate::EngineError;
use crate::case::room;
use crate::plan;
use crate::review::alert_at;
use crate::world::World;
use domain::brand::BrandRole;
use domain::case::event::{Form, Origin, Step};
use domain::case::{Entry, State, TextRef};
use domain::drill::highest;
use domain::id::{CaseId, MentionId, OrganisationId};
use domain::mask::mask;
use domain::mention::Sees;
use domain::plan::read;
use domain::post::{Author, Post};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::{MentionFilter, MentionView, SignalFilter};
use text::Language;

/// So long before the case what was usual is taken along.
const CALM: SignedDuration = SignedDuration::from_hours(24 * 14);
/// So long a case is replayed at most.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 28);
/// So long after the case is over it goes on.
const AFTER: SignedDuration = SignedDuration::from_hours(1);
/// What was raised so long before a case was opened may be its story.
const LATELY: SignedDuration = SignedDuration::from_hours(72);
/// What comes later than this was brought in, not heard.
const LATE: SignedDuration = SignedDuration::from_hours(6);
/// Most posts of a pack that is made so.
const MOST: usize = 50_000;
/// Mentions read at a time.
const PAGE: i64 = 1_000;
/// Signals that are looked through.
const SIGNALS: i64 = 10_000;
/// The plan that is played by where a folder tells of none.
const PLAN: &str = "brand";

/// A past case, as it is known.
#[derive(Clone, Debug)]
pub struct Past {
    /// What it is called.
    pub name: String,
    /// Its brand: name, zone, own accounts, places, queries.
    pub brand: PackBrand,
    /// The text of the plan that it is played by, and its language; a plan that ships where there is none.
    pub plan: Option<String>,
    /// Its log.
    pub entries: Vec<Entry>,
    /// Its texts.
    pub texts: BTreeMap<TextRef, String>,
    /// The mentions of its brand, with the names of the sources that brought them.
    pub posts: Vec<(String, Post)>,
    /// When its story began to be heard, where a signal says it, and whether that was an alert.
    pub onset: Option<(Timestamp, Raise)>,
}

/// A case of an organisation as it is stored.
///
/// # Errors
/// The store's; [`EngineError::Report`] where nothing of it can be replayed.
pub async fn past(world: &World, organisation: OrganisationId, case: CaseId) -> Result<Past, EngineError> {
    let open = room(world, organisation, case).await?;
    let brand = world.store.brand(organisation, open.file.brand).await?;
    let (from, until) = window(&open.entries, &open.state);
    // Whoever plays it, and whoever is handed the pack, may not be one of those who may read what was written in private.
    let filter = MentionFilter {
        brand: Some(brand.id),
        since: Some(from),
        until: Some(until),
        sees: Sees::Open,
        ..Default::default()
    };
    let mut posts = Vec::new();
    let mut before: Option<(Timestamp, MentionId)> = None;
    loop {
        let page = world.store.mentions(organisation, &filter, before, PAGE).await?;
        before = page.last().map(|view| (view.mention.at, view.mention.id));
        let is_last = (page.len() as i64) < PAGE;
        posts.extend(page.into_iter().map(heard));
        if is_last || posts.len() > MOST {
            break;
        }
    }
    let queries = world.store.queries(organisation).await?.into_iter().filter(|query| query.brand == brand.id);
    let about = SignalFilter { brand: Some(brand.id), ..SignalFilter::default() };
    let log = world.store.signal_log(0).await?;
    let rows = world.store.signals(organisation, about, SIGNALS).await?;
    let since = opened(&open.entries).saturating_sub(LATELY).unwrap_or(from);
    let onset = rows
        .iter()
        .filter(|row| row.raised_at >= since && row.raised_at < until)
        .map(|row| (row.onset, if alert_at(&log, &row.id).is_some() { Raise::Alert } else { Raise::Notice }))
        .min_by_key(|(at, raise)| (*raise != Raise::Alert, *at));
    Ok(Past {
        name: format!("case-{}", case.0),
        brand: PackBrand {
            key: "own".to_owned(),
            name: brand.name,
            role: BrandRole::Own,
            zone: brand.zone,
            own_accounts: brand.own_accounts,
            places: brand.places,
            queries: queries.map(|query| (query.name, query.text)).collect(),
        },
        plan: plan::of(world, organisation).await?.map(|kept| kept.version.text),
        entries: open.entries,
        texts: open.texts,
        posts,
        onset,
    })
}

fn heard(view: MentionView) -> (String, Post) {
    let mut post = view.post.post;
    // The hour that counted: a claim of time that was not believed would not be now either.
    post.published_at = Some(view.mention.at);
    if view.post.text_erased_at.is_some() {
        post.text = String::new();
    }
    if view.post.author_erased_at.is_some() {
        post.author = Author::default();
    }
    (view.source_name, post)
}

fn opened(entries: &[Entry]) -> Timestamp {
    entries.first().map_or(Timestamp::UNIX_EPOCH, |entry| entry.at)
}

/// When it began, as somebody says or a little before it was opened.
fn began(state: &State, entries: &[Entry]) -> Timestamp {
    let said = state.course.began.as_ref().map(|moment| moment.at);
    said.map_or(opened(entries), |said| said.min(opened(entries)))
}

/// What is replayed: what was usual, and then until it was over.
fn window(entries: &[Entry], state: &State) -> (Timestamp, Timestamp) {
    let began = began(state, entries);
    let over = entries.last().map_or(began, |entry| entry.at).saturating_add(AFTER).unwrap_or(began);
    let longest = began.saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
    (began.saturating_sub(CALM).unwrap_or(Timestamp::MIN), over.min(longest))
}

impl Pack {
    /// A past case as a pack.
    ///
    /// # Errors
    /// [`EngineError::Report`] where nothing of it can be replayed.
    pub fn of_past(past: Past) -> Result<Self, EngineError> {
        let report = |why: &str| EngineError::Report(format!("{} cannot be replayed: {why}", past.name));
        let state = State::of(&past.entries);
        let opening = state.opening.as_ref().ok_or_else(|| report("its log does not begin with how it was opened"))?;
        let (from, until) = window(&past.entries, &state);
        let mut posts = past.posts.clone();
        posts.retain(|(_, post)| post.published_at.is_some_and(|at| at >= from && at < until));
        if posts.is_empty() {
            return Err(report("none of its brand's mentions of those days is kept any more"));
        }
        if posts.len() > MOST {
            return Err(report("its brand has more than 50,000 mentions in those days"));
        }
        posts.sort_by(|(_, a), (_, b)| (a.published_at, &a.native_id).cmp(&(b.published_at, &b.native_id)));
        let first = posts.first().and_then(|(_, post)| post.published_at).unwrap_or(from);
        let storm = past.onset.map_or_else(|| began(&state, &past.entries), |(at, _)| at).max(first);
        let (plan, _) = read(past.plan.as_deref().unwrap_or_default(), None);
        let language = language(&past, &state).code().to_owned();
        let (raise, call) = match (past.onset, &opening.origin) {
            (Some((_, raise)), _) => (raise, None),
            (None, Origin::Call(text)) => (Raise::Call, past.texts.get(text).cloned()),
            (None, _) => (Raise::Call, None),
        };
        let call = Inject {
            after: storm.duration_until(opening.reported.max(storm)),
            kind: InjectKind::Call,
            brand: None,
            to: None,
            text: call.unwrap_or_else(|| past.name.clone()),
            status: None,
            tells: String::new(),
        };
        let expect = Expect {
            raise,
            step: Some(highest(&past.entries).max(Step::Paracrisis)),
            scenario: state.course.scenario.clone().filter(|name| plan.scenario(name).is_some()),
            hurt: state.course.hurt,
            answers: state.course.answers,
            holding: said(&past, &state, Form::Holding),
            statement: said(&past, &state, Form::Statement),
            ..Expect::plain(raise)
        };
        let mut sources: Vec<PackSource> = Vec::new();
        for (name, _) in &posts {
            if !sources.iter().any(|source| source.name == *name) {
                let bound = Some(past.brand.key.clone());
                sources.push(PackSource {
                    key: format!("s{}", sources.len()),
                    name: name.clone(),
                    bound,
                    place: SourcePlace::default(),
                });
            }
        }
        let key = |name: &str| sources.iter().find(|source| source.name == name).map(|source| source.key.clone());
        let names: Vec<String> = posts.iter().filter_map(|(name, _)| key(name)).collect();
        let posts = pseudonymous(posts.into_iter().map(|(_, post)| post).collect(), &past.brand.name);
        Ok(Self {
            name: past.name,
            title: past.brand.name.clone(),
            languages: vec![language.clone()],
            start: first,
            length: first.duration_until(until),
            storm: first.duration_until(storm),
            keep: 1000,
            team: Some(PackTeam {
                plan: PLAN.to_owned(),
                language,
                own: past.plan.filter(|text| !text.is_empty()),
                base: None,
            }),
            brand: vec![past.brand],
            source: sources,
            crowd: Vec::new(),
            voice: Vec::new(),
            flow: Vec::new(),
            post: Vec::new(),
            past: names.into_iter().zip(posts).collect(),
            inject: if raise == Raise::Call { vec![call] } else { Vec::new() },
            expect: vec![expect],
        })
    }
}

/// What the house said first or then: those very words.
fn said(past: &Past, state: &State, form: Form) -> Option<String> {
    let draft = state.drafts.values().find(|draft| draft.form == form && draft.is_sent())?;
    past.texts.get(&draft.wording.text).cloned()
}

/// The language that the house spoke; of its plan, where it did not.
fn language(past: &Past, state: &State) -> Language {
    let spoken = state.drafts.values().find(|draft| draft.is_sent()).map(|draft| draft.wording.language);
    let (plan, _) = read(past.plan.as_deref().unwrap_or_default(), None);
    spoken.or_else(|| plan.languages.first().map(|said| said.value)).unwrap_or(Language::En)
}

/// The posts without who wrote them and where; in their order, with what they answer and repeat.
fn pseudonymous(posts: Vec<Post>, brand: &str) -> Vec<Post> {
    let mut people: BTreeMap<String, String> = BTreeMap::new();
    let mut names: Vec<(String, String)> = Vec::new();
    for author in posts.iter().map(|post| &post.author) {
        let Some(id) = identity(author) else { continue };
        let number = people.len() + 1;
        let pseudonym = people.entry(id).or_insert_with(|| format!("anon{number}")).clone();
        let handles = author.handle.iter().flat_map(|handle| {
            let local = handle.split_once('@').map(|(local, _)| local);
            [Some(handle.as_str()), local].into_iter().flatten().map(|name| format!("@{name}"))
        });
        // A first name alone is a word like others; a full name is somebody.
        let full = author.display.iter().filter(|name| name.trim().contains(' ') && !is_of(name, brand)).cloned();
        for name in handles.chain(full) {
            if !names.iter().any(|(known, _)| *known == name) {
                names.push((name, pseudonym.clone()));
            }
        }
    }
    // The longest first: a handle may begin like another.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let ids: BTreeMap<String, String> =
        posts.iter().enumerate().map(|(at, post)| (post.native_id.clone(), format!("past/{}", at + 1))).collect();
    let with = |text: &str| names.iter().fold(mask(text), |text, (name, to)| renamed(&text, name, to));
    let unnamed = |post: Post| Post {
        seen_at: arrived(&post),
        source_kind: "pack".to_owned(),
        native_id: ids.get(&post.native_id).cloned().unwrap_or_default(),
        native_rev: None,
        author: Author {
            native_id: None,
            handle: identity(&post.author).and_then(|id| people.get(&id).cloned()),
            display: None,
            url: None,
            ..post.author
        },
        url: None,
        text: with(&post.text),
        parent: post.parent.and_then(|id| ids.get(&id).cloned()),
        repost_of: post.repost_of.and_then(|id| ids.get(&id).cloned()),
        deleted_at: None,
        raw: Vec::new(),
        ..post
    };
    posts.into_iter().map(unnamed).collect()
}

/// When it arrived; what was brought in long after it was written comes as if it had been heard.
fn arrived(post: &Post) -> Timestamp {
    let Some(at) = post.published_at else { return post.seen_at };
    let late = at.duration_until(post.seen_at);
    match late > SignedDuration::ZERO && late <= LATE {
        true => post.seen_at,
        false => at.saturating_add(SignedDuration::from_secs(20)).unwrap_or(at),
    }
}

fn is_of(name: &str, brand: &str) -> bool {
    name.to_lowercase().contains(&brand.to_lowercase())
}

/// What tells an author from others.
fn identity(author: &Author) -> Option<String> {
    author.native_id.clone().or_else(|| author.handle.clone()).or_else(|| author.display.clone())
}

/// A text with each whole occurrence of a name replaced, whatever its case; a handle keeps its `@`.
fn renamed(text: &str, name: &str, to: &str) -> String {
    let (hay, needle) = (text.to_ascii_lowercase(), name.to_ascii_lowercase());
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(found) = hay.get(at..).and_then(|rest| rest.find(&needle)).filter(|_| !needle.is_empty()) {
        let (begins, ends) = (at + found, at + found + needle.len());
        out.push_str(&text[at..begins]);
        let alone = !text[ends..].starts_with(is_word) && (name.starts_with('@') || !text[..begins].ends_with(is_word));
        match alone {
            true if name.starts_with('@') => out.extend(["@", to]),
            true => out.push_str(to),
            false => out.push_str(&text[begins..ends]),
        }
        at = ends;
    }
    out.push_str(&text[at..]);
    out
}
