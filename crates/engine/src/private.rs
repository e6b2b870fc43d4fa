//! What is shown of what was made of mentions to whoever may not read the private ones.
//!
//! A signal keeps why it was raised in the words of those whom it counted. What is kept stays as it is; what somebody wrote in private is left
//! out when it is shown. A text, a name or a word is shown only where it stands in the open: whatever cannot be told is left out too.

use crate::EngineError;
use crate::case::Room;
use crate::explain::CUT;
use crate::world::World;
use domain::case::event::{Form, MentionEvent, SpeechEvent, Target, Wording};
use domain::case::{Event, TextRef};
use domain::complaint::KIND;
use domain::id::{MentionId, OrganisationId, SourceId};
use domain::mask::mask;
use domain::mention::Sees;
use domain::organisation::Role;
use domain::signal::{Explanation, Story};
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet};
use store::{MentionView, SignalRow, WindowMention};

/// Most mentions among which names and words are looked for, up to when it was raised, and up to when the counts last departed.
const MOST: i64 = 5_000;
/// So long before and after is looked at beside the window.
const BESIDE: SignedDuration = SignedDuration::from_mins(60);

/// Why a signal was raised, as it is shown to somebody. Who may not read what was written in private is told that it came and how much of
/// it: of a story that stands nowhere else no text, author or mention, and of a grave post no words. Of the rest personal data is masked.
///
/// # Errors
/// The store's.
pub async fn shown(
    world: &World,
    row: &SignalRow,
    sees: Sees,
    mut said: Explanation,
) -> Result<Explanation, EngineError> {
    if sees == Sees::All {
        return Ok(said);
    }
    let sources = world.store.sources(row.organisation).await?;
    let private: BTreeSet<SourceId> =
        sources.iter().filter(|source| source.kind == KIND).map(|source| source.id).collect();
    if private.is_empty() {
        return Ok(masked(said));
    }
    for story in &mut said.stories {
        in_the_open(world, row.organisation, story).await?;
    }
    let open = open_mentions(world, row, said.window_minutes, &private).await?;
    let names: BTreeSet<&str> = open.iter().filter_map(|mention| mention.author_display.as_deref()).collect();
    said.authors.retain(|share| share.label.is_empty() || names.contains(share.label.as_str()));
    let mut heard = BTreeSet::new();
    for mention in &open {
        heard.extend(folded(&mention.text));
    }
    said.words.retain(|word| folded(word).iter().all(|word| heard.contains(word)));
    if let Some(grave) = &mut said.grave
        && find(world, row.organisation, grave.mention, Sees::Open).await?.is_none()
    {
        grave.words.clear();
    }
    Ok(masked(said))
}

/// Without what tells how to reach somebody, or where their money is, as its mentions are shown to the same reader.
fn masked(mut said: Explanation) -> Explanation {
    for story in &mut said.stories {
        story.text = mask(&story.text);
        story.first_author = story.first_author.take().map(|name| mask(&name));
    }
    said.authors.iter_mut().for_each(|share| share.label = mask(&share.label));
    said.words.retain(|word| mask(word) == *word);
    if let Some(grave) = &mut said.grave {
        grave.words.iter_mut().for_each(|word| *word = mask(word));
    }
    said
}

/// Whether somebody is shown a mention of the organisation and what was answered to it.
///
/// # Errors
/// The store's.
pub async fn is_shown(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
    sees: Sees,
) -> Result<bool, EngineError> {
    Ok(sees == Sees::All || find(world, organisation, mention, sees).await?.is_some())
}

/// The texts of a case as somebody of that role may read them, and which of the others are about what was written in private: what is answered to it, to
/// whom, what was offered for it and why it was notified.
///
/// # Errors
/// The store's.
pub async fn texts(
    world: &World,
    room: &Room,
    role: Role,
) -> Result<(BTreeMap<TextRef, String>, BTreeSet<TextRef>), EngineError> {
    let (mut texts, mut hidden) = (room.texts_for(role), BTreeSet::new());
    if role.sees() == Sees::All {
        return Ok((texts, hidden));
    }
    let mut known: BTreeMap<MentionId, bool> = BTreeMap::new();
    for (about, text) in about(room) {
        let is_open = match about {
            About::Private => false,
            About::Mention(mention) => match known.get(&mention) {
                Some(known) => *known,
                None => is_shown(world, room.file.organisation, mention, Sees::Open).await?,
            },
        };
        if let About::Mention(mention) = about {
            known.insert(mention, is_open);
        }
        if !is_open {
            hidden.insert(text);
        }
    }
    texts.retain(|text, _| !hidden.contains(text));
    Ok((texts, hidden))
}

/// What a text of a case is about, where that is one mention or a letter to one person.
#[derive(Clone, Copy)]
enum About {
    Mention(MentionId),
    Private,
}

/// The texts of a case that are about one mention or go to one person.
fn about(room: &Room) -> Vec<(About, TextRef)> {
    let (mut all, mut drafts) = (Vec::new(), BTreeMap::new());
    for entry in &room.entries {
        match &entry.event {
            Event::Speech(SpeechEvent::Drafted { draft, form, wording, about, .. }) => {
                drafts.insert(*draft, (*form, *about));
                all.extend(of_wording(*form, *about, wording));
            }
            Event::Speech(SpeechEvent::Revised { draft, wording }) => {
                let (form, about) = drafts.get(draft).copied().unwrap_or((Form::Reply, None));
                all.extend(of_wording(form, about, wording));
            }
            Event::Mention(MentionEvent::Left { mention, why, .. }) => all.push((About::Mention(*mention), *why)),
            Event::Mention(MentionEvent::Offered { mention, what, .. }) => all.push((About::Mention(*mention), *what)),
            _ => {}
        }
    }
    all
}

fn of_wording(form: Form, about: Option<MentionId>, wording: &Wording) -> Vec<(About, TextRef)> {
    let of = match (&wording.target, about) {
        // A conversation is with who complained; a letter to one person is theirs.
        (Target::Conversation(_), _) => About::Private,
        (Target::Mail(_), _) if form == Form::Reply => About::Private,
        (Target::Mention(mention), _) => About::Mention(*mention),
        (_, Some(mention)) => About::Mention(mention),
        _ => return Vec::new(),
    };
    let to = if let Target::Mail(to) = wording.target { Some(to) } else { None };
    [Some(wording.text), wording.subject, to].into_iter().flatten().map(|text| (of, text)).collect()
}

async fn find(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
    sees: Sees,
) -> Result<Option<MentionView>, EngineError> {
    match world.store.mention_for(organisation, mention, sees).await {
        Ok(found) => Ok(Some(found.view)),
        Err(store::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Leaves of a story what stands in the open: where its first text does not, the first that does.
async fn in_the_open(world: &World, organisation: OrganisationId, story: &mut Story) -> Result<(), EngineError> {
    let (mut open, mut first) = (Vec::new(), None);
    for id in &story.mentions {
        if let Some(view) = find(world, organisation, MentionId(*id), Sees::Open).await? {
            open.push(*id);
            first = first.or(Some(view));
        }
    }
    // Its text may be of a mention before the window, of which no number was kept.
    let told_first =
        |view: &MentionView| story.mentions.first() == Some(&view.mention.id.0) && view.mention.at == story.first_at;
    match first {
        Some(view) if told_first(&view) => {}
        Some(view) => {
            let (author, text) = (view.post.post.author, view.post.post.text);
            story.first_at = view.mention.at;
            story.first_author = author.display.or(author.handle).filter(|_| view.post.author_erased_at.is_none());
            story.text = text.chars().take(CUT).filter(|_| view.post.text_erased_at.is_none()).collect();
        }
        None => {
            story.text.clear();
            story.first_author = None;
            story.fingerprint = 0;
        }
    }
    story.mentions = open;
    Ok(())
}

/// What was said in the open in the window of a signal, at whichever of its two times it was explained.
async fn open_mentions(
    world: &World,
    row: &SignalRow,
    window_minutes: i64,
    private: &BTreeSet<SourceId>,
) -> Result<Vec<WindowMention>, EngineError> {
    let window = SignedDuration::from_mins(window_minutes);
    let from = row.onset.saturating_sub(window).and_then(|at| at.saturating_sub(BESIDE)).unwrap_or(row.onset);
    let mut all = Vec::new();
    for until in BTreeSet::from([row.raised_at, row.last_hot_at]) {
        let until = until.saturating_add(BESIDE).unwrap_or(until);
        all.extend(world.store.window(row.organisation, row.brand, from, until, MOST).await?);
    }
    all.retain(|mention| !private.contains(&mention.source));
    Ok(all)
}

fn folded(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    text::token::scan(text, |_, folded| all.push(folded.to_owned()));
    all
}
