//! The account's scheduled statuses. Mastodon knows no pause: a post is held by giving it a time far away, and let go by giving it its own again.
//!
//! What the server imposes (Mastodon's source, `ScheduledStatus`, `Scheduler::ScheduledStatusesScheduler`, `PublishScheduledStatusWorker`): a new time is at
//! least five minutes ahead; 300 posts an account and 25 on one day (UTC), asked at each change; and what is due within five minutes is handed to a
//! worker that publishes it *whatever time it is given afterwards*. Until such a post's time has passed and it is still listed, it is not held.

use super::Server;
use crate::http::{Error, Request};
use crate::publish::answer::{failed, of, refused, text, unasked};
use domain::publish::{Failed, Moved, Waiting, Why};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// How far a held post is put off. Whole weeks: what stood on different days stands on different days, so no day gets more than it had.
const FAR: SignedDuration = SignedDuration::from_hours(52 * 7 * 24);
/// How many days further a held post is put where a day is full.
const FURTHER: i64 = 14;
/// Statuses of a page, and the pages of 300 with some to spare.
const PAGE: &str = "40";
/// See [`PAGE`].
const PAGES: usize = 20;

/// The times to which a post that is due then may be put off, one after the other where a day is full; never sooner than half a year from now.
pub fn put_off(due: Timestamp, now: Timestamp) -> impl Iterator<Item = Timestamp> {
    let half = SignedDuration::from_hours(26 * 7 * 24);
    let from = due.max(now.saturating_sub(half).unwrap_or(now));
    (0..FURTHER).filter_map(move |days| from.checked_add(FAR + SignedDuration::from_hours(24 * days)).ok())
}

impl Server<'_> {
    /// All that waits there, page by page; whoever scheduled it.
    pub(in crate::publish) async fn queue(&self, now: Timestamp) -> Result<Vec<Waiting>, Failed> {
        let mut all: Vec<Waiting> = Vec::new();
        let mut before: Option<String> = None;
        for _ in 0..PAGES {
            let mut query = vec![("limit", PAGE)];
            query.extend(before.as_deref().map(|id| ("max_id", id)));
            let page = match self.get(&["api", "v1", "scheduled_statuses"], &query, now).await {
                // One page that fails must not cost the others.
                Err(Failed { after: Some(wait), .. }) if wait <= crate::publish::answer::AGAIN => {
                    self.get(&["api", "v1", "scheduled_statuses"], &query, now).await?
                }
                page => page?,
            };
            let unread = || of(Why::Unreadable, &self.host(), format!("the queue of {} cannot be read", self.host()));
            let page = page.as_array().ok_or_else(unread)?;
            let page: Vec<Waiting> = page.iter().map(waiting).collect::<Option<_>>().ok_or_else(unread)?;
            let last = page.last().map(|post| post.native.clone());
            let known = all.len();
            for post in page {
                if !all.iter().any(|other| other.native == post.native) {
                    all.push(post);
                }
            }
            // Nothing new: the end, or a server that knows no pages and gave all at once.
            if all.len() == known {
                return Ok(all);
            }
            before = last;
        }
        Err(failed(format!("the queue of {} has no end", self.host()), None))
    }

    /// Puts one of them off; where a day is full, to the next one.
    pub(in crate::publish) async fn hold(&self, native: &str, due: Timestamp, now: Timestamp) -> Moved {
        let mut last = Moved::Gone;
        for at in put_off(due, now) {
            last = self.reschedule(native, at, now).await;
            // A day that is full, perhaps: the next one.
            if !matches!(last, Moved::Failed(Failed { after: None, .. })) {
                break;
            }
        }
        last
    }

    /// Another time for one of them. Asked twice it is as asked once.
    pub(in crate::publish) async fn reschedule(&self, native: &str, at: Timestamp, now: Timestamp) -> Moved {
        let request = match self.moving(native, at) {
            Ok(request) => request,
            Err(error) => return Moved::Failed(unasked(&error, &self.host())),
        };
        let response = match self.house.client.fetch(&request).await {
            Ok(response) => response,
            Err(error) => return Moved::Failed(unasked(&error, &self.host())),
        };
        let host = self.host();
        match response.status {
            404 | 410 => Moved::Gone,
            200..=299 => match crate::inbound::json::read(&response.body).ok().as_ref().and_then(waiting) {
                Some(post) if post.due.duration_until(at).abs() < SignedDuration::from_secs(2) => {
                    Moved::Done { at: Some(post.due) }
                }
                Some(_) => Moved::Failed(failed(format!("{host} answered, and did not change the time"), None)),
                // It is asked again, and says then what time it has.
                None => Moved::Failed(failed(
                    format!("the answer of {host} cannot be read"),
                    Some(crate::publish::answer::AGAIN),
                )),
            },
            _ => Moved::Failed(refused(&response, &host, now)),
        }
    }

    fn moving(&self, native: &str, at: Timestamp) -> Result<Request, Error> {
        let body = json!({ "scheduled_at": at.to_string() }).to_string().into_bytes();
        let address = self.address(&["api", "v1", "scheduled_statuses", native], &[]);
        self.allowed(Request::put(address.as_str(), "application/json", body)?)
    }
}

/// One scheduled status. Its `params` hold doubled keys of different types: only what is known is read of them.
fn waiting(value: &Value) -> Option<Waiting> {
    let params = &value["params"];
    let media = value["media_attachments"].as_array().map_or(0, Vec::len);
    let media = media.max(params["media_ids"].as_array().map_or(0, Vec::len));
    Some(Waiting {
        native: text(value, "id")?,
        due: value["scheduled_at"].as_str()?.parse().ok()?,
        paused: false,
        labels: Vec::new(),
        text: params["text"].as_str().unwrap_or_default().to_owned(),
        language: params["language"].as_str().filter(|code| !code.is_empty()).map(str::to_owned),
        media: u32::try_from(media).unwrap_or(u32::MAX),
    })
}
