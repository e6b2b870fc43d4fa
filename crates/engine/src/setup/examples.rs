//! Found posts to say yes or no to: from the store, and by one polite visit to each proposed source, within eight seconds.

use crate::EngineError;
use crate::rules::account_key;
use crate::world::World;
use connect::http::{Client, Limits};
use connect::inbound::{feed, mastodon};
use domain::id::OrganisationId;
use domain::mention::Sees;
use domain::post::Post;
use domain::setup::{ProposedSource, Sample, holds};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Duration;
use store::MentionFilter;
use tokio::task::JoinSet;

/// Examples shown.
const MOST: usize = 10;
/// How long all sources together may take.
const PATIENCE: Duration = Duration::from_secs(8);
/// Characters of an example that are shown.
const SHOWN: usize = 400;

/// A found post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// What it says, cut, and who says so.
    pub sample: Sample,
    /// Its page.
    pub url: Option<String>,
    /// The name of the source that brought it.
    pub source: String,
    /// When it happened.
    pub at: Timestamp,
}

/// A source that did not answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Its name.
    pub source: String,
    /// Why, in plain words.
    pub why: String,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Examples, the newest first; ten at most.
    pub examples: Vec<Example>,
    /// Settings of the sources that answered.
    pub heard: BTreeSet<String>,
    /// Sources that did not.
    pub troubles: Vec<Trouble>,
}

/// What one source answered.
type Answered = (usize, Result<Vec<Post>, String>);

/// Looks for examples of the queries: among the organisation's mentions where there is one already, and at the proposed sources. What
/// `own_accounts` wrote is no example. A source that does not answer in time is told of, and that is all.
///
/// # Errors
/// The store's, or a query that cannot be read.
pub async fn examples(
    world: &World,
    client: &Client,
    organisation: Option<OrganisationId>,
    queries: &[String],
    own_accounts: &[String],
    sources: &[ProposedSource],
) -> Result<Found, EngineError> {
    let parse = |text: &String| {
        query::parse(text).map_err(|wrong| EngineError::Query { brand: text.clone(), wrong: wrong.to_string() })
    };
    let queries = queries.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let own: BTreeSet<String> = own_accounts.iter().map(|account| account_key(account)).collect();
    let mut found = Found::default();
    let mut posts: Vec<(String, Post)> = Vec::new();
    if let Some(organisation) = organisation {
        for query in &queries {
            let filter = MentionFilter::default();
            let stored =
                crate::search::search(world, (organisation, Sees::All), &filter, Some(query), None, MOST).await?;
            posts.extend(stored.mentions.into_iter().map(|view| (view.source_name, view.post.post)));
        }
    }
    for (index, answer) in visited(world, client, sources).await {
        let Some(source) = sources.get(index) else { continue };
        match answer {
            Ok(brought) => {
                found.heard.insert(source.settings.clone());
                let fits = |post: &Post| source.bound || queries.iter().any(|query| holds(query, &sample(post)));
                posts.extend(brought.into_iter().filter(fits).map(|post| (source.name.clone(), post)));
            }
            // That a guess was wrong is no news.
            Err(_) if source.guessed => {}
            Err(why) => found.troubles.push(Trouble { source: source.name.clone(), why }),
        }
    }
    found.examples = chosen(posts, &own);
    Ok(found)
}

/// The newest, each text once, none of one's own.
fn chosen(mut posts: Vec<(String, Post)>, own: &BTreeSet<String>) -> Vec<Example> {
    posts.sort_by(|(_, a), (_, b)| {
        (b.event_at().0, &a.source_kind, &a.native_id).cmp(&(a.event_at().0, &b.source_kind, &b.native_id))
    });
    let mut seen = BTreeSet::new();
    let mut examples = Vec::new();
    for (source, post) in posts {
        let author = &post.author;
        let ours = [&author.handle, &author.native_id, &author.url];
        let ours = ours.into_iter().flatten().any(|account| own.contains(&account_key(account)));
        let sample = sample(&post);
        if ours || post.repost_of.is_some() || sample.text.is_empty() || !seen.insert(sample.text.clone()) {
            continue;
        }
        examples.push(Example { sample, at: post.event_at().0, url: post.url, source });
        if examples.len() == MOST {
            break;
        }
    }
    examples
}

/// What is looked at, and shown, of a post.
fn sample(post: &Post) -> Sample {
    let author = post.author.handle.as_ref().or(post.author.display.as_ref());
    Sample {
        text: post.text.trim().chars().take(SHOWN).collect(),
        author: author.map(|name| name.chars().take(100).collect()),
    }
}

/// Which of the sources stay: those that are sure, and those guessed that answer. Asks the guessed ones only.
pub async fn answering(world: &World, client: &Client, sources: Vec<ProposedSource>) -> Vec<ProposedSource> {
    let (guessed, mut kept): (Vec<_>, Vec<_>) = sources.into_iter().partition(|source| source.guessed);
    for (index, answer) in visited(world, client, &guessed).await {
        if answer.is_ok() {
            kept.extend(guessed.get(index).cloned());
        }
    }
    kept
}

/// One visit to each, all at once; answers in the order of the sources.
async fn visited(world: &World, client: &Client, sources: &[ProposedSource]) -> Vec<Answered> {
    let limits = Limits { connect: Duration::from_secs(4), first_byte: PATIENCE, total: PATIENCE, ..Limits::default() };
    let client = client.clone().with_limits(limits);
    let now = world.clock.now();
    let mut visits: JoinSet<Answered> = JoinSet::new();
    for (index, source) in sources.iter().cloned().enumerate() {
        let client = client.clone();
        visits.spawn(async move {
            let late = Err("it did not answer within eight seconds".to_owned());
            (index, tokio::time::timeout(PATIENCE, visit(&client, &source, now)).await.unwrap_or(late))
        });
    }
    let mut answers = visits.join_all().await;
    answers.sort_by_key(|(index, _)| *index);
    answers
}

async fn visit(client: &Client, source: &ProposedSource, now: Timestamp) -> Result<Vec<Post>, String> {
    let (outcome, detail, delivery) = match source.kind.as_str() {
        "feed" => {
            let settings = feed::Settings::parse(&source.settings).map_err(|wrong| wrong.to_string())?;
            let visit = feed::poll(client, &settings, None, now).await;
            (visit.outcome, visit.detail, visit.delivery)
        }
        _ => {
            let settings = mastodon::Settings::parse(&source.settings)?;
            let visit = mastodon::poll(client, &settings, None, now).await;
            (visit.outcome, visit.detail, visit.delivery)
        }
    };
    match outcome.is_heard() {
        true => Ok(delivery.posts),
        false => Err(detail.unwrap_or_else(|| outcome.code().to_owned())),
    }
}
