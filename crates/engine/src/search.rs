//! Mentions found by the query language among those that the plain filters leave.

use crate::EngineError;
use crate::world::World;
use domain::id::{MentionId, OrganisationId};
use domain::mention::Sees;
use jiff::Timestamp;
use query::{Document, Kind, Matcher, Query, Scratch};
use store::{MentionFilter, MentionView, Tally};
use text::token::Mark;

/// Most mentions looked at for one page; the next page goes on from there.
pub const MOST: usize = 5_000;
/// Most mentions counted for a query.
pub const COUNTED: usize = 1_000;
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

/// The newest mentions for which the filter and the query hold, of those that whoever asks is shown, from `before` on. A page may be short, even empty, and yet have
/// a next one: when [`MOST`] were looked at.
///
/// Where the query has words that every find must hold, the full-text index narrows what is looked at; what is not indexed yet is
/// always looked at, and the query itself decides: a search leaves nothing out.
///
/// # Errors
/// The store's.
pub async fn search(
    world: &World,
    (organisation, sees): (OrganisationId, Sees),
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
    let words = query.map(required).filter(|words| !words.is_empty());
    let filter = &MentionFilter { search: words, sees, ..filter.clone() };
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

/// How many mentions there are for which the filter and the query hold, up to `most`; with a query, which reads every text, up to
/// [`COUNTED`] among the newest [`MOST`].
///
/// # Errors
/// The store's.
pub async fn count(
    world: &World,
    (organisation, sees): (OrganisationId, Sees),
    filter: &MentionFilter,
    query: Option<&Query>,
    most: i64,
) -> Result<Tally, EngineError> {
    if query.is_none() {
        let filter = MentionFilter { sees, ..filter.clone() };
        return Ok(world.store.count_mentions(organisation, &filter, most).await?);
    }
    let limit = usize::try_from(most).unwrap_or(COUNTED).min(COUNTED);
    let found = search(world, (organisation, sees), filter, query, None, limit).await?;
    Ok(Tally { found: found.mentions.len() as i64, whole: found.next.is_none() })
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

/// The words that whatever a query finds must hold, folded: those that stand in an outermost AND.
fn required(query: &Query) -> Vec<String> {
    let root = query.root();
    let parts = match &root.kind {
        Kind::And(parts) => parts.as_slice(),
        _ => std::slice::from_ref(root),
    };
    let sequences = parts.iter().filter_map(|part| match &part.kind {
        Kind::Sequence(sequence) => Some(&sequence.0),
        _ => None,
    });
    let steps = sequences.flatten().filter(|step| !step.prefix && step.text.chars().all(char::is_alphanumeric));
    steps.map(|step| step.text.clone()).collect()
}

/// What is indexed of a text: its tokens as queries see them, those inside compound hashtags and handles too.
pub fn index_text(text: &str) -> String {
    let mut words = String::new();
    text::token::scan(text, |token, folded| {
        words.push_str(folded);
        words.push(' ');
        if token.mark != Mark::Word {
            for part in text::token::parts(&text[token.start as usize..token.end as usize]) {
                words.push_str(&text::token::fold(part));
                words.push(' ');
            }
        }
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_find_must_hold_is_in_the_index() {
        let cases = [
            ("acme", "Boycott #BoycottAcme now", true),
            ("café AND (a OR b)", "un CAFÉ b", true),
            ("\"l'hôtel du port\"", "vu de l’Hôtel du Port", true),
            ("#verre acme", "verre acme", true),
            ("acme -shoes", "acme shoes", true),
            ("acme", "nothing of it", false),
        ];
        for (query, text, all) in cases {
            let indexed = index_text(text);
            let held: Vec<&str> = indexed.split_whitespace().collect();
            let words = required(&query::parse(query).unwrap());
            assert!(!words.is_empty(), "{query}");
            assert_eq!(words.iter().all(|word| held.contains(&word.as_str())), all, "{query}: {words:?} in {held:?}");
        }
    }
}
