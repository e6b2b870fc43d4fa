//! Asking: the newest page first, then everything since, oldest first.

use super::cursor::Cursor;
use super::status::{Status, by_age, id_of, read};
use super::{Settings, Timeline};
use crate::http::{Client, Response, RetryAfter};
use crate::inbound::Verdict;
use domain::post::Post;
use domain::source::{Delivery, Gap, Outcome, Quarantined};
use jiff::Timestamp;
use serde_json::Value;
use serde_json::value::RawValue;
use std::time::Duration;
use url::Url;

/// The most a page may hold.
const PAGE: usize = 40;

/// How many pages one poll takes; the rest is for the next, at once.
const PAGES: usize = 20;

/// How many bytes of new posts one poll takes; the rest likewise.
const BYTES: usize = 16 << 20;

/// Between two polls.
const INTERVAL: Duration = Duration::from_secs(60);

/// The longest wait after failures.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// The longest wait that a server may ask for.
const LONGEST_TOLD: Duration = Duration::from_secs(3600);

/// Between two tries of a server that does not let us in: it may change its mind, and must not be pestered.
pub(super) const REFUSED: Duration = Duration::from_secs(3600);

/// An absence longer than this may have outlasted what the server keeps.
const ABSENCE: jiff::SignedDuration = jiff::SignedDuration::from_mins(3);

/// What a poll brought.
#[derive(Clone, Debug)]
pub struct Poll {
    /// How it ended.
    pub outcome: Outcome,
    /// Why it failed, or what a person should know.
    pub detail: Option<String>,
    /// What it brought; also a poll that failed half-way.
    pub delivery: Delivery,
    /// When to poll next.
    pub next_in: Duration,
    /// Whether it was the source's first: what it brought is history.
    pub first: bool,
    /// Whether more is waiting: a long catch-up goes on at once.
    pub more: bool,
    /// How much more the server lets us ask, where it says so.
    pub limits: Option<String>,
}

/// Asks once.
pub async fn poll(client: &Client, settings: &Settings, cursor: Option<&str>, now: Timestamp) -> Poll {
    let (cursor, delivery) = (Cursor::parse(cursor), Delivery::default());
    let mut asking = Asking { client, settings, now, cursor, delivery, limits: None };
    let first = asking.cursor.last.is_none();
    let before = asking.cursor.last.clone();
    let ended = if first { asking.newest().await } else { asking.since().await };
    let ended = match ended {
        Ok(done) if asking.delivery.posts.is_empty() && asking.delivery.quarantined.is_empty() => {
            asking.suspicious(done).await
        }
        ended => ended,
    };
    let news = asking.cursor.last != before;
    if ended.is_ok() {
        asking.cursor.heard_at = Some(now);
    }
    asking.cursor.failures = if ended.is_ok() { 0 } else { asking.cursor.failures.saturating_add(1) };
    asking.delivery.cursor = asking.cursor.json();
    let failures = asking.cursor.failures;
    let (delivery, limits) = (asking.delivery, asking.limits);
    match ended {
        Ok(done) => Poll {
            outcome: if news { Outcome::Ok } else { Outcome::NotModified },
            detail: done.detail,
            delivery,
            next_in: if done.more {
                Duration::ZERO
            } else {
                done.wait.unwrap_or(INTERVAL).max(if news { INTERVAL / 2 } else { INTERVAL })
            },
            first,
            more: done.more,
            limits,
        },
        Err(failed) => Poll {
            outcome: failed.outcome,
            detail: Some(failed.detail),
            delivery,
            next_in: failed.wait.unwrap_or_else(|| match failed.outcome {
                Outcome::Auth | Outcome::Blocked => REFUSED,
                _ => LONGEST.min(INTERVAL * 2u32.saturating_pow(failures.min(10) - 1)),
            }),
            first,
            more: false,
            limits,
        },
    }
}

/// A poll that worked.
#[derive(Default)]
struct Done {
    more: bool,
    wait: Option<Duration>,
    detail: Option<String>,
}

/// A poll that did not.
#[derive(Debug)]
pub(super) struct Failed {
    pub outcome: Outcome,
    pub detail: String,
    pub wait: Option<Duration>,
}

impl Failed {
    /// With the wait that the server asked for, if it did.
    pub(super) fn told(outcome: Outcome, detail: String, told: Option<RetryAfter>, now: Timestamp) -> Self {
        Self { outcome, detail, wait: told.map(|at| within_reason(at, now)) }
    }
}

impl From<crate::http::Error> for Failed {
    fn from(error: crate::http::Error) -> Self {
        Self { outcome: error.outcome(), detail: error.to_string(), wait: None }
    }
}

/// Statuses, and how long the server asks to wait after them.
type Page = (Vec<Box<RawValue>>, Option<Duration>);

struct Asking<'a> {
    client: &'a Client,
    settings: &'a Settings,
    now: Timestamp,
    cursor: Cursor,
    delivery: Delivery,
    limits: Option<String>,
}

impl Asking<'_> {
    async fn newest(&mut self) -> Result<Done, Failed> {
        let (page, wait) = self.fitting(&mut { PAGE }, None).await?;
        self.take(page);
        Ok(Done { wait, ..Done::default() })
    }

    /// Everything behind the cursor, page by page, until there is nothing more.
    async fn since(&mut self) -> Result<Done, Failed> {
        let mut from = self.cursor.again.clone().or(self.cursor.last.clone()).unwrap_or_default();
        let (before, mut size) = (self.cursor.clone(), PAGE);
        for asked in 1.. {
            let (page, wait) = match self.fitting(&mut size, Some(&from)).await {
                Err(failed) if failed.outcome == Outcome::TooBig => return self.skip(&failed.detail).await,
                page => page?,
            };
            if asked == 1 {
                self.look_for_a_hole(&page);
            }
            let latest = self.take(page);
            match latest {
                // A page that does not lead further would be asked for for ever.
                Some(latest) if by_age(&latest, &from).is_gt() => from = latest,
                _ => return Ok(Done { wait, ..Done::default() }),
            }
            if let Some(wait) = wait {
                return Ok(Done { wait: Some(wait), ..Done::default() });
            }
            // Whoever stops among what is read again would stop there each time.
            let moved = self.cursor.last != before.last || self.cursor.again != before.again;
            let (all, news) = self.bytes(before.last.as_deref());
            if moved && (asked >= PAGES || news >= BYTES || all >= 4 * BYTES) {
                break;
            }
        }
        Ok(Done { more: true, ..Done::default() })
    }

    /// The bytes of the posts, and of those that are ahead of what was known.
    fn bytes(&self, known: Option<&str>) -> (usize, usize) {
        let ahead = |id: Option<&str>| id.zip(known).is_none_or(|(id, known)| by_age(id, known).is_gt());
        self.delivery.posts.iter().fold((0, 0), |(all, news), post| {
            let bytes = post.raw.len();
            (all + bytes, news + if ahead(post.local_id.as_deref()) { bytes } else { 0 })
        })
    }

    /// The next page, or the newest; one that is larger than accepted is asked for in smaller pieces, down to one status.
    async fn fitting(&mut self, size: &mut usize, from: Option<&str>) -> Result<Page, Failed> {
        loop {
            let limit = size.to_string();
            let query = [("limit", limit.as_str()), ("min_id", from.unwrap_or_default())];
            match self.page(&query[..if from.is_some() { 2 } else { 1 }]).await {
                Err(failed) if failed.outcome == Outcome::TooBig && *size > 1 => *size /= 2,
                page => {
                    *size = PAGE.min(*size * 2);
                    return page;
                }
            }
        }
    }

    /// Goes on at the newest page: what comes next is larger than accepted, alone, and nobody can tell its id.
    async fn skip(&mut self, why: &str) -> Result<Done, Failed> {
        let (page, wait) = self.fitting(&mut { PAGE }, None).await?;
        let known = self.delivery.posts.len();
        self.cursor.forget();
        self.take(page);
        let from = self.cursor.heard_at.unwrap_or(self.now);
        let until = self.begin(from, self.delivery.posts[known..].iter());
        let reason = format!("a status was passed over with what stood beside it: {why}");
        self.delivery.gaps.push(Gap { from, until, reason: reason.clone() });
        Ok(Done { wait, detail: Some(reason), ..Done::default() })
    }

    /// The time of the first of these posts, as far as it can be true; else now.
    fn begin<'p>(&self, from: Timestamp, posts: impl Iterator<Item = &'p Post>) -> Timestamp {
        posts.filter_map(|post| post.published_at).filter(|at| (from..=self.now).contains(at)).min().unwrap_or(self.now)
    }

    async fn page(&mut self, query: &[(&str, &str)]) -> Result<Page, Failed> {
        let url = self.settings.timeline_address(query);
        let response = self.settings.fetch(self.client, &url).await?;
        self.limits = limits(&response, self.now);
        let body = accepted(&response, self.settings, self.now)?;
        same_host(&response, self.settings)?;
        // Bytes that are no text spoil their own status, not the page they came with.
        let text = String::from_utf8_lossy(body);
        let page = serde_json::from_str(&text).map_err(|e| Failed {
            outcome: Outcome::Malformed,
            detail: format!(
                "the answer of {} is no list of statuses: {}",
                self.settings.host(),
                complaint(body).unwrap_or(e.to_string())
            ),
            wait: None,
        })?;
        let spent = response.header("x-ratelimit-remaining").is_some_and(|left| left.trim() == "0");
        let wait = reset(&response).filter(|_| spent).map(|at| within_reason(at, self.now));
        Ok((page, wait))
    }

    /// The first page of a catch-up begins with posts seen before. Where none of them is there any more after an absence, the
    /// server keeps less than was missed, and nobody can tell what stood between.
    fn look_for_a_hole(&mut self, page: &[Box<RawValue>]) {
        let (Some(last), Some(heard_at)) = (self.cursor.last.clone(), self.cursor.heard_at) else { return };
        let overlaps = self.cursor.again.as_ref().is_some_and(|again| by_age(again, &last).is_lt());
        if !overlaps || self.now.duration_since(heard_at) <= ABSENCE {
            return;
        }
        let read: Result<Vec<_>, _> = page.iter().map(|raw| read(raw, self.settings.host(), self.now)).collect();
        // What cannot be read may have been one of them.
        let Ok(statuses) = read else { return };
        if statuses.iter().any(|status| by_age(&status.id, &last).is_le()) {
            return;
        }
        let until = self.begin(heard_at, statuses.iter().filter_map(|status| status.post.as_deref()));
        let reason = format!(
            "none of the posts seen before is there any more: {} may keep less than was missed",
            self.settings.host()
        );
        self.delivery.gaps.push(Gap { from: heard_at, until, reason });
        self.cursor.forget_overlap();
    }

    /// Puts a page into the delivery, oldest first; its latest id.
    fn take(&mut self, page: Vec<Box<RawValue>>) -> Option<String> {
        let mut statuses = Vec::new();
        for (at, raw) in page.iter().enumerate() {
            match read(raw, self.settings.host(), self.now) {
                Ok(status) => statuses.push(status),
                Err(reason) => {
                    let kept = raw.get().len().min(64 << 10);
                    let bytes = raw.get().as_bytes()[..kept].to_vec();
                    self.delivery.quarantined.push(Quarantined { reason, place: format!("item {}", at + 1), bytes });
                    // Kept aside is heard: a page of nothing else still leads further.
                    statuses.extend(id_of(raw).map(|id| Status { id, post: None }));
                }
            }
        }
        statuses.sort_by(|a, b| by_age(&a.id, &b.id));
        let known = self.cursor.last.clone();
        for status in &statuses {
            self.cursor.see(&status.id);
            if let (Some(post), Some(known)) = (&status.post, &known)
                && by_age(&status.id, known).is_le()
            {
                self.delivery.engagement.push((post.native_id.clone(), post.engagement));
            }
        }
        let latest = statuses.last().map(|status| status.id.clone());
        self.delivery.posts.extend(statuses.into_iter().filter_map(|status| status.post).map(|post| *post));
        latest
    }

    /// Nothing at all came: whether the server shows the timeline to us.
    async fn suspicious(&self, mut done: Done) -> Result<Done, Failed> {
        let Ok(instance) = instance(self.client, self.settings, self.now).await else { return Ok(done) };
        let closed = closed(&instance, self.settings);
        match closed.as_slice() {
            [] => Ok(done),
            [one] => {
                done.detail = Some(format!("{} does not show {one}", self.settings.host()));
                Ok(done)
            }
            all => Err(Failed {
                outcome: Outcome::Auth,
                detail: format!(
                    "{} answers with nothing because it does not show {}: give the source a token of an account there",
                    self.settings.host(),
                    all.join(" and ")
                ),
                wait: None,
            }),
        }
    }
}

/// The body, where the server let us in.
fn accepted<'r>(response: &'r Response, settings: &Settings, now: Timestamp) -> Result<&'r [u8], Failed> {
    let (status, host) = (response.status, settings.host());
    let outcome = match status {
        // What servers answer where a timeline needs a login.
        422 => Outcome::Auth,
        _ => response.outcome(),
    };
    let said = complaint(&response.body).map(|said| format!(" ({said})")).unwrap_or_default();
    let detail = match outcome {
        Outcome::Ok => return Ok(&response.body),
        Outcome::Auth => format!("{host} does not let us in{said}: check the source's token"),
        Outcome::RateLimited => format!("{host} asks to wait{said}"),
        Outcome::Gone => format!("{host} has no such timeline{said}"),
        _ => format!("{host} answered with status {status}{said}"),
    };
    let asked = response.retry_after();
    let told = match outcome {
        Outcome::RateLimited | Outcome::Network => asked.or_else(|| reset(response)),
        _ => asked,
    };
    Err(Failed::told(outcome, detail, told, now))
}

fn reset(response: &Response) -> Option<RetryAfter> {
    response.header("x-ratelimit-reset").and_then(RetryAfter::parse)
}

/// The wait that a server asks for, within reason: nobody silences a source for good by a number.
fn within_reason(told: RetryAfter, now: Timestamp) -> Duration {
    told.wait(now).clamp(Duration::from_secs(1), LONGEST_TOLD)
}

/// What the server says of how much more it may be asked.
fn limits(response: &Response, now: Timestamp) -> Option<String> {
    let number = |name: &str| response.header(name)?.trim().parse::<u64>().ok();
    let (left, of) = (number("x-ratelimit-remaining")?, number("x-ratelimit-limit")?);
    let until =
        reset(response).map(|at| format!(", all of them again in {} s", at.wait(now).as_secs())).unwrap_or_default();
    Some(format!("{left} of {of} requests left{until}"))
}

/// What the server says of its refusal, cut.
fn complaint(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    Some(value.get("error")?.as_str()?.chars().take(200).collect())
}

/// The answer, and the next page it names, must be of the host that was asked.
fn same_host(response: &Response, settings: &Settings) -> Result<(), Failed> {
    let mut places = vec![response.final_url.clone()];
    for part in response.header("link").unwrap_or_default().split(',') {
        if let Some((address, _)) = part.trim().strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            places.extend(response.final_url.join(address));
        }
    }
    let foreign = places.iter().find(|place| !is_of(place, &settings.server));
    foreign.map_or(Ok(()), |place| {
        Err(Failed {
            outcome: Outcome::Blocked,
            detail: format!(
                "{} sends us on to another host ({}), which is not followed; if that is right, name that host in the source's settings",
                settings.host(),
                place.host_str().unwrap_or("unnamed")
            ),
            wait: None,
        })
    })
}

/// Whether both addresses are of one host. Servers behind a proxy name http where https was asked: that is no other host.
pub(super) fn is_of(place: &Url, server: &Url) -> bool {
    place.host() == server.host()
}

/// The server's document about itself.
pub(super) async fn instance(client: &Client, settings: &Settings, now: Timestamp) -> Result<Value, Failed> {
    let response = settings.fetch(client, &settings.address(&["api", "v2", "instance"], &[])).await?;
    serde_json::from_slice(accepted(&response, settings, now)?).map_err(|e| Failed {
        outcome: Outcome::Malformed,
        detail: format!("what {} says of itself cannot be read: {e}", settings.host()),
        wait: None,
    })
}

/// The parts of the timeline that the server does not show to us; nothing where it does not say.
fn closed(instance: &Value, settings: &Settings) -> Vec<&'static str> {
    let feeds = match settings.timeline {
        Timeline::Public => "live_feeds",
        Timeline::Tag(_) => "hashtag_feeds",
    };
    let access = &instance["configuration"]["timelines_access"][feeds];
    let shown = |part: &str| match access[part].as_str() {
        None | Some("public") => true,
        Some("authenticated") => settings.token.is_some(),
        Some(_) => false,
    };
    let parts = [("local", "its own members' posts"), ("remote", "posts of other servers")];
    parts.into_iter().filter(|(part, _)| !shown(part)).map(|(_, name)| name).collect()
}

/// Tries a source for a person.
pub async fn test(client: &Client, settings: &Settings, now: Timestamp) -> Verdict {
    let tried = poll(client, settings, None, now).await;
    let heard = tried.outcome.is_heard();
    let sample = tried.delivery.posts.iter().rev().find_map(|post| post.text.lines().next());
    let items = tried.delivery.posts.len();
    let found = match (&tried.detail, items) {
        (Some(detail), _) => detail.clone(),
        (None, 0) => "it answers; nobody has posted there yet".to_string(),
        (None, n) => format!("it answers with {n} posts"),
    };
    Verdict {
        reachable: !matches!(tried.outcome, Outcome::Network | Outcome::Blocked),
        authorised: match tried.outcome {
            Outcome::Network | Outcome::Blocked => None,
            Outcome::Auth => Some(false),
            _ => Some(true),
        },
        outcome: if heard { Outcome::Ok } else { tried.outcome },
        detail: found,
        sample: sample.map(|line| line.chars().take(200).collect()),
        items,
        next_in: tried.next_in,
        limits: tried.limits,
        not_before: (tried.outcome == Outcome::RateLimited).then(|| now + tried.next_in),
    }
}
