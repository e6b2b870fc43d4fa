//! One visit to a feed.

use super::cursor::{Cursor, LONGEST};
use super::{Feed, FeedError, Settings};
use crate::http::{Client, Error, Request, Response, RetryAfter};
use crate::inbound::Verdict;
use domain::source::{Delivery, Gap, Outcome};
use jiff::Timestamp;
use std::time::Duration;

/// What one visit brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// How it ended.
    pub outcome: Outcome,
    /// In plain words: what went wrong, or what is odd.
    pub detail: Option<String>,
    /// What it brought; save it with its cursor in one transaction, also after a failure.
    pub delivery: Delivery,
    /// How long until the next visit.
    pub next_in: Duration,
    /// The address to use from now on: it was said three times in a row.
    pub moved_to: Option<String>,
    /// Whether it was the first that worked: its posts are history and wake nobody.
    pub first: bool,
    /// Items the feed offered, new or not.
    pub items: usize,
}

/// Asks a feed for news. The cursor is that of the last [`Delivery`]; `now` is the world's time.
pub async fn poll(client: &Client, settings: &Settings, cursor: Option<&str>, now: Timestamp) -> Poll {
    let mut cursor = Cursor::read(cursor, &settings.url);
    let asked = settings.request().and_then(|request| conditional(request, &cursor));
    let answer = match asked {
        Ok(request) => client.fetch(&request).await,
        Err(error) => Err(error),
    };
    match answer {
        Err(error) => unheard(cursor, &error),
        Ok(response) => {
            let moved_to = cursor.redirected(response.moved_to.as_ref().map(url::Url::as_str));
            let poll = match response.outcome() {
                Outcome::Ok => read(cursor, response, now).await,
                Outcome::NotModified => unchanged(cursor, &response, now),
                outcome => refused(cursor, outcome, &response, now),
            };
            Poll { moved_to, ..poll }
        }
    }
}

/// Tries a feed for a person who sets it up; remembers nothing.
pub async fn test(client: &Client, settings: &Settings, now: Timestamp) -> Verdict {
    let poll = poll(client, settings, None, now).await;
    let reachable = !matches!(poll.outcome, Outcome::Network | Outcome::Blocked);
    let sample =
        poll.delivery.posts.first().and_then(|p| p.text.lines().next()).map(|line| line.chars().take(200).collect());
    let wait = jiff::SignedDuration::try_from(poll.next_in).ok();
    let not_before = wait.and_then(|w| now.checked_add(w).ok()).filter(|_| poll.outcome == Outcome::RateLimited);
    Verdict {
        reachable,
        authorised: reachable.then_some(poll.outcome != Outcome::Auth),
        outcome: poll.outcome,
        detail: poll.detail.unwrap_or_else(|| format!("it is a feed and offers {} items", poll.items)),
        sample,
        items: poll.items,
        next_in: poll.next_in,
        not_before,
        limits: None,
    }
}

fn conditional(mut request: Request, cursor: &Cursor) -> Result<Request, Error> {
    if let Some(etag) = &cursor.etag {
        request = request.header("if-none-match", etag)?;
    }
    if let Some(date) = &cursor.last_modified {
        request = request.header("if-modified-since", date)?;
    }
    Ok(request)
}

fn ended(outcome: Outcome, detail: Option<String>, cursor: &Cursor, next_in: Duration) -> Poll {
    let delivery = Delivery { cursor: Some(cursor.text()), ..Delivery::default() };
    Poll { outcome, detail, delivery, next_in, moved_to: None, first: false, items: 0 }
}

fn unheard(mut cursor: Cursor, error: &Error) -> Poll {
    let wait = match error.outcome() {
        // A person must act; asking again and again helps nobody.
        Outcome::Blocked | Outcome::Auth => LONGEST,
        _ => cursor.failed(),
    };
    ended(error.outcome(), Some(error.to_string()), &cursor, wait)
}

fn unchanged(mut cursor: Cursor, response: &Response, now: Timestamp) -> Poll {
    cursor.worked(now);
    let next_in = cursor.next_in(now, None, asked_to_wait(response, now), false);
    ended(Outcome::NotModified, None, &cursor, next_in.max(retry_after(response, now)))
}

fn refused(mut cursor: Cursor, outcome: Outcome, response: &Response, now: Timestamp) -> Poll {
    let status = response.status;
    let own = cursor.failed();
    let told = retry_after(response, now);
    let (outcome, detail, wait) = match outcome {
        Outcome::Auth => (
            outcome,
            format!("it answered {status}: not let in; check the address, the name and the password"),
            LONGEST,
        ),
        Outcome::Gone => match cursor.missed() {
            (true, times) => (
                Outcome::Gone,
                format!("it answered {status} {times} times in a row: gone; remove the source or correct its address"),
                LONGEST,
            ),
            (false, _) => (Outcome::Malformed, format!("it answered {status}: nothing there at the moment"), own),
        },
        Outcome::RateLimited => (
            outcome,
            format!("it answered {status}: asked too often; waiting as told"),
            own.max(Duration::from_secs(300)),
        ),
        Outcome::TooBig => (Outcome::Malformed, format!("it answered {status}"), own),
        _ => (outcome, format!("it answered {status}: no feed this time"), own),
    };
    let wait = if told.is_zero() { wait } else { told };
    ended(outcome, Some(detail), &cursor, wait)
}

async fn read(mut cursor: Cursor, response: Response, now: Timestamp) -> Poll {
    let content_type = response.header("content-type").map(str::to_owned);
    let base = response.final_url.clone();
    let keeps_etag = response.header("expires").is_none_or(|e| !matches!(e.trim(), "0" | "-1"));
    let etag = response.header("etag").filter(|e| keeps_etag && e.len() <= 1024).map(str::to_owned);
    let last_modified = response.header("last-modified").filter(|d| d.len() <= 100).map(str::to_owned);
    let asked = asked_to_wait(&response, now);
    let told = retry_after(&response, now);
    let body = response.body;
    // Off the network's threads, and behind a wall: a fault in the reader costs one visit, never the process.
    let parsed =
        tokio::task::spawn_blocking(move || super::parse(&body, content_type.as_deref(), now, Some(&base))).await;
    match parsed.unwrap_or_else(|_| {
        Err(FeedError::Unknown("the reader failed on it, which is a fault of ours: please report it".to_owned()))
    }) {
        Err(error) => {
            let wait = cursor.failed();
            ended(Outcome::Malformed, Some(error.to_string()), &cursor, wait.max(told))
        }
        Ok(feed) => {
            (cursor.etag, cursor.last_modified) = (etag, last_modified);
            let asked = asked.max(feed.ttl);
            let poll = heard(cursor, feed, asked, now);
            Poll { next_in: poll.next_in.max(told), ..poll }
        }
    }
}

fn heard(mut cursor: Cursor, feed: Feed, asked: Option<Duration>, now: Timestamp) -> Poll {
    let first = !cursor.heard;
    let since = cursor.last_ok_at.unwrap_or(now);
    let items = feed.posts.len() + feed.quarantined.len();
    let newest = feed.posts.iter().filter_map(|p| p.published_at).filter(|at| *at <= now).max();
    let oldest = feed.posts.iter().filter_map(|p| p.published_at).filter(|at| *at >= since && *at <= now).min();
    let news = cursor.sort_out(feed.posts, now);
    cursor.worked(now);
    let gap = news.all_new.then(|| Gap {
        from: since,
        until: oldest.unwrap_or(now),
        reason: "every item was new: the feed's window may have overflowed".to_owned(),
    });
    let next_in = cursor.next_in(now, newest, asked, gap.is_some());
    let detail = (feed.beyond > 0)
        .then(|| format!("it offers {} items more than the {} that are read", feed.beyond, super::ITEMS));
    let delivery = Delivery {
        posts: news.posts,
        quarantined: feed.quarantined,
        gaps: gap.into_iter().collect(),
        cursor: Some(cursor.text()),
        ..Delivery::default()
    };
    Poll { outcome: Outcome::Ok, detail, delivery, next_in, moved_to: None, first, items }
}

/// What the answer asks by `Cache-Control` or `Expires`.
fn asked_to_wait(response: &Response, now: Timestamp) -> Option<Duration> {
    let control = response.header("cache-control").unwrap_or("").to_ascii_lowercase();
    let max_age =
        control.split(',').find_map(|part| part.trim().strip_prefix("max-age=")?.trim_matches('"').parse().ok());
    let expires = response.header("expires").and_then(crate::http::http_date).map(|at| RetryAfter::At(at).wait(now));
    max_age.map(Duration::from_secs).or(expires)
}

fn retry_after(response: &Response, now: Timestamp) -> Duration {
    response.retry_after().map_or(Duration::ZERO, |r| r.wait(now).min(LONGEST))
}
