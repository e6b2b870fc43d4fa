//! Mentions found by the query language among those that the plain filters leave.

use crate::EngineError;
use crate::world::World;
use domain::id::{MentionId, OrganisationId};
use jiff::Timestamp;
use query::{Document, Matcher, Query, Scratch};
use store::{MentionFilter, MentionView};

/// Most mentions looked at for one page; the next page goes on from there.
pub const MOST: usize = 5_000;
/// How many are read at a time.
const STEP: usize = 500;

/// One page of mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Those that hold, newest first.
    pub mentions: Vec<MentionView>,
    /// Where the next page begins; `None` where nothing is left.
    pub next: Option<(Timestamp, MentionId)>,
    /// How many were looked at.
    pub looked: usize,
    /// The time of the oldest one that was looked at.
    pub looked_until: Option<Timestamp>,
}

/// The newest mentions for which the filter and the query hold, from `before` on. A page may be short, even empty, and yet have
/// a next one: when [`MOST`] were looked at.
///
/// The full-text index is not asked: it knows neither the words inside a compound hashtag nor what is not indexed yet, and a
/// search that leaves out what a query would have found is worse than a slow one.
///
/// # Errors
/// The store's.
pub async fn search(
    world: &World,
    organisation: OrganisationId,
    filter: &MentionFilter,
    query: Option<&Query>,
    before: Option<(Timestamp, MentionId)>,
    limit: usize,
) -> Result<Found, EngineError> {
    let matcher = query.map(|query| {
        let mut matcher = Matcher::new();
        matcher.insert(0, query);
        matcher
    });
    let mut scratch = Scratch::default();
    let mut holds = |view: &MentionView| match &matcher {
        Some(matcher) => !matcher.matches(&document(view), &mut scratch).is_empty(),
        None => true,
    };
    let step = if query.is_some() { STEP } else { limit + 1 };
    let mut found = Found::default();
    let mut at = before;
    loop {
        let views = world.store.mentions(organisation, filter, at, i64::try_from(step).unwrap_or(i64::MAX)).await?;
        let last_step = views.len() < step;
        for view in views {
            if found.mentions.len() == limit || found.looked == MOST {
                found.next = at;
                return Ok(found);
            }
            at = Some((view.mention.at, view.mention.id));
            found.looked += 1;
            found.looked_until = Some(view.mention.at);
            if holds(&view) {
                found.mentions.push(view);
            }
        }
        if last_step {
            return Ok(found);
        }
    }
}

/// A mention as queries see it: as they did when it came, and where its source claims no language, in the one it was read as.
fn document(view: &MentionView) -> Document<'_> {
    let post = &view.post.post;
    let read = view.reading.as_ref().map(|reading| reading.lang.code());
    Document {
        text: &post.text,
        lang: post.lang.as_deref().or(read),
        source: Some(&post.source_kind),
        author: post.author.handle.as_deref(),
        followers: post.author.followers,
        rating: post.rating.and_then(|rating| rating.stars()),
    }
}
