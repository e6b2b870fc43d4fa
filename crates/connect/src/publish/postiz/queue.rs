//! Postiz's queue. A post is held as a draft that keeps its date, and let go by its state alone.
//!
//! What the tool imposes (its source, `PostsRepository.getPosts`, `PostsService.changePostStatus`): the list holds every state of a span of time, and a post
//! that repeats once for each time; the state is set whatever it was before; what is scheduled past its date goes out *at once*; and nothing of the public
//! interface gives a post another date without writing it anew, its pictures lost. So nothing is let go before it was looked at again, and dates are chosen there.

use super::{Server, is_id};
use crate::http::{Error, Request};
use crate::inbound::feed::html;
use crate::inbound::json;
use crate::outbound::answer::short;
use crate::publish::answer::{AGAIN, failed, of, refused, text, unasked};
use domain::publish::{Failed, Moved, Tool, Waiting, Why};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How far ahead is read: what stands later is seen when it comes nearer.
const AHEAD: SignedDuration = SignedDuration::from_hours(366 * 24);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Posts that one list may bring: twenty-seven a day for a year, over all channels of a key. Each is laid beside what is kept in one go.
const POSTS: usize = 10_000;
/// Characters of a text that are kept.
const TEXT: usize = 20_000;
/// Kinds of one post that are kept, and the characters of each.
const LABELS: (usize, usize) = (10, 60);

/// One post as it stands in the list.
struct Listed {
    waiting: Waiting,
    /// The date that it has there, from which a post that repeats counts on.
    stored: Timestamp,
    /// Out, or given up there: nothing follows.
    over: bool,
}

impl Server<'_> {
    /// What waits in each of the channels since `from`, in their order; why one of them is not known does not keep the others from being told.
    pub(in crate::publish) async fn queues(
        &self,
        channels: &[&str],
        from: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<Result<Vec<Waiting>, Failed>>, Failed> {
        let span = (from.min(now), now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX));
        let posts = match self.posts(span, now).await {
            // A listing that fails once must not cost a minute.
            Err(Failed { after: Some(wait), .. }) if wait <= AGAIN => self.posts(span, now).await?,
            posts => posts?,
        };
        let mut all: BTreeMap<&str, Result<BTreeMap<String, Waiting>, Failed>> =
            channels.iter().map(|channel| (*channel, Ok(BTreeMap::new()))).collect();
        for post in &posts {
            let Some(of) = post.get("integration").filter(|of| !of.is_null()) else { continue };
            let Some(of) = text(of, "id") else { return Err(self.unread()) };
            let Some(queue) = all.get_mut(of.as_str()) else { continue };
            match (listed(post, now), queue.as_mut()) {
                (None, _) => *queue = Err(self.unread()),
                (Some(listed), Ok(known)) if !listed.over => {
                    let post = listed.waiting;
                    let first = known.entry(post.native.clone()).or_insert_with(|| post.clone());
                    // Of the times of one that repeats, the next.
                    if first.due < now || (post.due >= now && post.due < first.due) {
                        first.due = post.due;
                    }
                }
                _ => {}
            }
        }
        let mut queues = Vec::with_capacity(channels.len());
        for channel in channels {
            let queue = all.remove(channel).unwrap_or_else(|| Ok(BTreeMap::new()));
            queues.push(queue.map(|posts| posts.into_values().collect()));
        }
        Ok(queues)
    }

    async fn posts(&self, (from, to): (Timestamp, Timestamp), now: Timestamp) -> Result<Vec<Value>, Failed> {
        let time = |at: Timestamp| format!("{}", at.strftime("%Y-%m-%dT%H:%M:%S.000Z"));
        let (from, to) = (time(from), time(to));
        let mut said = self.get(&["posts"], &[("startDate", &from), ("endDate", &to)], now).await?;
        match said.get_mut("posts").map(Value::take) {
            Some(Value::Array(posts)) if posts.len() > POSTS => {
                let why =
                    format!("{} lists more than {POSTS} posts: its queue is too long to be held safely", self.host());
                Err(failed(why, None))
            }
            Some(Value::Array(posts)) => Ok(posts),
            _ => Err(self.unread()),
        }
    }

    fn unread(&self) -> Failed {
        of(Why::Unreadable, &self.host(), format!("the queue of {} cannot be read", self.host()))
    }

    /// Makes a post a draft. Only of what was just listed as waiting: the tool asks for no state before.
    pub(in crate::publish) async fn hold(&self, native: &str, now: Timestamp) -> Moved {
        self.told(native, ("draft", "DRAFT"), now).await.map_or_else(|moved| moved, |()| Moved::Done { at: None })
    }

    /// Lets a draft go at its date, once it was seen that it is one still, not out, and that this is its date.
    pub(in crate::publish) async fn let_go(&self, native: &str, due: Timestamp, now: Timestamp) -> Moved {
        let around = |by: SignedDuration| due.checked_add(by).unwrap_or(due);
        let posts = match self.posts((around(-DAY), around(DAY)), now).await {
            Ok(posts) => posts,
            Err(failed) => return Moved::Failed(failed),
        };
        let its = |post: &&Value| text(post, "id").as_deref() == Some(native);
        let found: Vec<Option<Listed>> = posts.iter().filter(its).map(|post| listed(post, now)).collect();
        let dated = |listed: &&Listed| listed.stored.duration_until(due).abs() < SignedDuration::from_secs(1);
        let seen = found.iter().flatten().find(dated);
        match seen {
            _ if found.iter().flatten().any(|listed| listed.over) => Moved::Gone,
            None => {
                let why =
                    "its date there is another one: give it the date that it is to have, then let it go as planned";
                Moved::Failed(failed(why.to_owned(), None))
            }
            Some(_) if now.duration_until(due) <= Tool::Postiz.lead() => {
                let why = "its date is past or too near, and it would go out at once: give it a later one there";
                Moved::Failed(failed(why.to_owned(), None))
            }
            Some(listed) if !listed.waiting.paused => Moved::Done { at: Some(due) },
            Some(_) => {
                let told = self.told(native, ("schedule", "QUEUE"), now).await;
                told.map_or_else(|moved| moved, |()| Moved::Done { at: Some(due) })
            }
        }
    }

    async fn told(&self, native: &str, (status, state): (&str, &str), now: Timestamp) -> Result<(), Moved> {
        if !is_id(native) {
            return Err(Moved::Failed(self.unread()));
        }
        let request = || -> Result<Request, Error> {
            let body = json!({ "status": status }).to_string().into_bytes();
            let address = self.address(&["posts", native, "status"], &[]);
            self.allowed(Request::put(address.as_str(), "application/json", body)?)
        };
        let request = request().map_err(|error| Moved::Failed(unasked(&error, &self.host())))?;
        let response =
            self.house.client.fetch(&request).await.map_err(|error| Moved::Failed(unasked(&error, &self.host())))?;
        let host = self.host();
        match response.status {
            404 | 410 => Err(Moved::Gone),
            200..=299 => match json::read(&response.body).ok().and_then(|said| text(&said, "state")) {
                Some(now) if now == state => Ok(()),
                Some(_) => Err(Moved::Failed(failed(format!("{host} answered, and did not change it"), Some(AGAIN)))),
                // It is listed again, and says then what it is.
                None => Err(Moved::Failed(failed(format!("the answer of {host} cannot be read"), Some(AGAIN)))),
            },
            _ => Err(Moved::Failed(refused(&response, &host, now))),
        }
    }
}

/// One post of the list. What is of another form is none.
fn listed(post: &Value, now: Timestamp) -> Option<Listed> {
    let time = |name: &str| post.get(name)?.as_str()?.parse::<Timestamp>().ok();
    let native = text(post, "id").filter(|id| is_id(id))?;
    let state = post.get("state")?.as_str()?;
    let at = time("publishDate")?;
    let stored = time("actualDate").unwrap_or(at);
    let repeats = post["intervalInDays"].as_f64().is_some_and(|days| days > 0.0);
    let out = text(post, "releaseURL").is_some() || state == "PUBLISHED";
    let content = post["content"].as_str().unwrap_or_default();
    let content = if content.contains('<') { html::plain(content) } else { content.trim().to_owned() };
    let tags = post["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    let label = |tag: &Value| -> Option<String> {
        let name: String = short(tag.get("tag").unwrap_or(tag).get("name")?.as_str()?).chars().take(LABELS.1).collect();
        Some(name).filter(|name| !name.is_empty())
    };
    let waiting = Waiting {
        native,
        due: if repeats && stored < now { at } else { stored },
        paused: state == "DRAFT",
        labels: tags.iter().filter_map(label).take(LABELS.0).collect(),
        text: content.chars().take(TEXT).collect(),
        language: None,
        media: post["image"].as_array().map_or(0, |all| u32::try_from(all.len()).unwrap_or(u32::MAX)),
    };
    Some(Listed { waiting, stored, over: state == "ERROR" || (out && !repeats) })
}
