//! What is remembered between two polls, and when the next one is due.

use super::item::digest;
use domain::post::Post;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Never more often.
pub(super) const SHORTEST: Duration = Duration::from_secs(60);
/// Never more seldom.
pub(super) const LONGEST: Duration = Duration::from_secs(24 * 3600);
/// What a feed asks by `ttl` or `Cache-Control` is honoured up to here: a lookout does not sleep for a week.
const ASKED_AT_MOST: Duration = Duration::from_secs(3600);
/// Back-off ends here.
const BACK_OFF_AT_MOST: Duration = Duration::from_secs(15 * 60);
/// Items remembered.
const WINDOW: usize = 2_000;
/// The same answer so often in a row is believed.
const MOVED_AFTER: u32 = 3;
const GONE_AFTER: u32 = 10;

/// What is remembered between two polls. Its text form is opaque to all but this module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Cursor {
    /// The address it belongs to, as a digest: another address starts afresh.
    address: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
    /// Whether a poll has ever worked.
    pub(super) heard: bool,
    pub(super) last_ok_at: Option<Timestamp>,
    last_new_at: Option<Timestamp>,
    /// Items seen, oldest first: digests of id, of address and title, of content.
    seen: Vec<[String; 3]>,
    failures: u32,
    gone: u32,
    moved: Option<String>,
    moved_times: u32,
}

/// What a poll found to be new.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    /// New and edited posts, in the order of the feed.
    pub(super) posts: Vec<Post>,
    /// Whether every item was new although some had been seen before.
    pub(super) all_new: bool,
}

impl Cursor {
    /// Reads a cursor; one that cannot be read, or belongs to another address, starts afresh.
    pub(super) fn read(text: Option<&str>, address: &str) -> Self {
        let digest = digest(&[address]);
        let read: Option<Self> = text.and_then(|t| serde_json::from_str(t).ok());
        match read {
            Some(cursor) if cursor.address == digest => cursor,
            // It moved, and the settings followed.
            Some(cursor) if cursor.moved.as_deref() == Some(address) => {
                Self { address: digest, moved: None, moved_times: 0, ..cursor }
            }
            _ => Self { address: digest, ..Self::default() },
        }
    }

    /// Its text form.
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Keeps what is new or edited, and remembers it. An item under a new id with an address and title seen before is an
    /// old one renamed.
    pub(super) fn sort_out(&mut self, posts: Vec<Post>, now: Timestamp) -> News {
        let by_id: BTreeMap<String, String> = self.seen.iter().map(|[id, _, rev]| (id.clone(), rev.clone())).collect();
        let places: BTreeMap<String, ()> = self.seen.iter().map(|[_, place, _]| (place.clone(), ())).collect();
        let had_items = !self.seen.is_empty();
        let mut news = News::default();
        let (mut known, mut fresh) = (0, 0);
        let mut present = Vec::new();
        for post in posts {
            let title = post.text.lines().next().unwrap_or("");
            let id = digest(&[&post.native_id]);
            let place = digest(&[post.url.as_deref().unwrap_or(&post.native_id), title]);
            let rev = post.native_rev.clone().unwrap_or_default();
            let (old, keep) = match by_id.get(&id) {
                Some(seen) => (true, *seen != rev),
                None if places.contains_key(&place) => (true, false),
                None => (false, true),
            };
            known += usize::from(old);
            fresh += usize::from(!old);
            present.push([id, place, rev]);
            if keep {
                news.posts.push(post);
            }
        }
        news.all_new = had_items && known == 0 && fresh > 0;
        if fresh > 0 {
            self.last_new_at = Some(now);
        }
        self.remember(present);
        news
    }

    fn remember(&mut self, present: Vec<[String; 3]>) {
        let now_here: BTreeMap<&str, ()> = present.iter().map(|[id, ..]| (id.as_str(), ())).collect();
        self.seen.retain(|[id, ..]| !now_here.contains_key(id.as_str()));
        self.seen.extend(present);
        let excess = self.seen.len().saturating_sub(WINDOW);
        self.seen.drain(..excess);
    }

    /// A poll that worked.
    pub(super) fn worked(&mut self, now: Timestamp) {
        self.heard = true;
        self.last_ok_at = Some(now);
        self.failures = 0;
        self.gone = 0;
    }

    /// A poll that did not: the wait that follows, spread by the address so that sources do not come in step.
    pub(super) fn failed(&mut self) -> Duration {
        self.failures = self.failures.saturating_add(1);
        let doubled = SHORTEST.saturating_mul(1 << (self.failures - 1).min(8));
        let spread = u64::from_str_radix(self.address.get(..4).unwrap_or("0"), 16).unwrap_or(0) % 25;
        let wait = doubled.min(BACK_OFF_AT_MOST);
        wait.saturating_sub(wait.mul_f64(spread as f64 / 100.0)).max(SHORTEST)
    }

    /// Another "not here": whether it is gone for good.
    pub(super) fn missed(&mut self) -> (bool, u32) {
        self.gone = self.gone.saturating_add(1);
        (self.gone >= GONE_AFTER, GONE_AFTER)
    }

    /// A permanent redirect, or none: the address to use from now on, once it was said often enough.
    pub(super) fn redirected(&mut self, to: Option<&str>) -> Option<String> {
        match to {
            Some(to) if self.moved.as_deref() == Some(to) => self.moved_times = self.moved_times.saturating_add(1),
            Some(to) => (self.moved, self.moved_times) = (Some(to.to_owned()), 1),
            None => (self.moved, self.moved_times) = (None, 0),
        }
        self.moved.clone().filter(|_| self.moved_times >= MOVED_AFTER)
    }

    /// When to come back after a poll that worked: a forty-eighth of the time since the last new entry, so twice an hour
    /// for a feed with one a day; at once faster when something may have been missed.
    pub(super) fn next_in(
        &self,
        now: Timestamp,
        newest: Option<Timestamp>,
        asked: Option<Duration>,
        hurry: bool,
    ) -> Duration {
        let newest = newest.filter(|n| *n <= now);
        let last =
            if self.last_new_at == Some(now) { newest.or(self.last_new_at) } else { self.last_new_at.max(newest) };
        let idle = last.map_or(Duration::ZERO, |l| Duration::try_from(now.duration_since(l)).unwrap_or(Duration::ZERO));
        let own = (idle / 48).clamp(SHORTEST, LONGEST);
        if hurry {
            return SHORTEST;
        }
        own.max(asked.unwrap_or(Duration::ZERO).min(ASKED_AT_MOST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(id: &str, url: &str, text: &str) -> Post {
        Post {
            native_id: id.to_owned(),
            url: Some(url.to_owned()),
            text: text.to_owned(),
            native_rev: Some(digest(&[text])),
            ..Post::default()
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn only_news_and_edits_pass() {
        let mut cursor = Cursor::read(None, "a");
        let first = vec![post("1", "u1", "one\nbody"), post("2", "u2", "two")];
        let news = cursor.sort_out(first.clone(), at(0));
        assert_eq!((news.posts.len(), news.all_new), (2, false), "the first poll is never a gap");
        assert_eq!(cursor.sort_out(first, at(60)), News::default());
        let news = cursor
            .sort_out(vec![post("1", "u1", "one\nedited"), post("2b", "u2", "two"), post("3", "u3", "three")], at(120));
        let ids: Vec<_> = news.posts.iter().map(|p| p.native_id.as_str()).collect();
        assert_eq!((ids, news.all_new), (vec!["1", "3"], false));
        let news = cursor.sort_out(vec![post("8", "u8", "eight"), post("9", "u9", "nine")], at(180));
        assert!(news.all_new, "the window may have slid past us");
        assert_eq!(Cursor::read(Some(&cursor.text()), "a"), cursor, "it survives its text form");
        assert!(!Cursor::read(Some(&cursor.text()), "b").heard);
        assert_eq!(Cursor::read(Some("{\"seen\":7}"), "a"), Cursor::read(None, "a"));
    }

    #[test]
    fn the_window_is_bounded_but_holds_all_that_is_in_the_feed() {
        let mut cursor = Cursor::read(None, "a");
        for round in 0..10 {
            let posts = (0..500).map(|i| post(&format!("{round}-{i}"), "u", &format!("{round}-{i}"))).collect();
            assert_eq!(cursor.sort_out(posts, at(round)).posts.len(), 500);
        }
        assert_eq!(cursor.seen.len(), WINDOW);
        let last = (0..500).map(|i| post(&format!("9-{i}"), "u", &format!("9-{i}"))).collect();
        assert!(cursor.sort_out(last, at(99)).posts.is_empty());
    }

    #[test]
    fn the_interval_follows_the_feed() {
        let mut cursor = Cursor::read(None, "a");
        cursor.sort_out(vec![post("1", "u", "x")], at(1_000_000));
        let table = [
            (1_000_000, None, None, false, 60),
            (1_000_000 + 86_400, None, None, false, 1_800),
            (1_000_000 + 86_400 * 365, None, None, false, 86_400),
            (1_000_000, Some(1_000_000 - 86_400), None, false, 1_800),
            (1_000_000, None, Some(600), false, 600),
            (1_000_000, None, Some(999_999), false, 3_600),
            (1_000_000 + 86_400, None, Some(3_000), true, 60),
        ];
        for (now, newest, asked, hurry, expected) in table {
            let next = cursor.next_in(at(now), newest.map(at), asked.map(Duration::from_secs), hurry);
            assert_eq!(next.as_secs(), expected, "{now} {newest:?} {asked:?} {hurry}");
        }
    }

    #[test]
    fn failures_wait_longer_and_repeated_answers_are_believed() {
        let mut cursor = Cursor::read(None, "a");
        let waits: Vec<u64> = (0..8).map(|_| cursor.failed().as_secs()).collect();
        assert!(
            waits.windows(2).all(|w| w[0] <= w[1]) && waits[0] >= 60 && waits[7] <= 900 && waits[7] >= 675,
            "{waits:?}"
        );
        let gone: Vec<bool> = (0..10).map(|_| cursor.missed().0).collect();
        assert_eq!(gone.iter().filter(|g| **g).count(), 1);
        assert!(gone[9]);
        let says = [Some("b"), Some("b"), None, Some("b"), Some("c"), Some("c"), Some("c")];
        let moved: Vec<Option<String>> = says.iter().map(|s| cursor.redirected(*s)).collect();
        assert_eq!(moved, [None, None, None, None, None, None, Some("c".to_owned())]);
        assert_eq!(Cursor::read(Some(&cursor.text()), "c").failures, 8, "what was learnt moves along");
    }
}
