//! What somebody published, as received: the one record every source is normalised to.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A post as received. Every part that a source may lack is optional, and absent is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Post {
    /// The kind of source it came from: `feed`, `mastodon`, `mailbox`, `webhook`, `file`, `hand`, `complaint`, `pack`. Part of its identity.
    pub source_kind: String,
    /// The platform's own id, global where it has one. With `source_kind`: who is who.
    pub native_id: String,
    /// Changes when the post is edited: same `native_id` with another revision is a new version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native_rev: Option<String>,
    /// What it is.
    pub kind: PostKind,
    /// Who published it.
    pub author: Author,
    /// Its page; http or https only, anything else was dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Plain text: what is searched and read. May be empty (a star rating alone).
    pub text: String,
    /// The language the source claims (BCP-47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The author's claim of when. Clocks lie: see [`Post::event_at`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Timestamp>,
    /// When we saw it, by the world's clock.
    pub seen_at: Timestamp,
    /// Native id of the post it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Native id of the post it repeats (a boost, a repost).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repost_of: Option<String>,
    /// Counts as seen with the post.
    pub engagement: Engagement,
    /// Its pictures, by what the source tells of them; none of it was fetched. Empty: none, or the source does not tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// Stars, where it has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Since when it is known to be deleted, where whoever brings it says so: an export does. What is stored says it beside the post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// What the source itself calls it, where that is not its `native_id`: what it deletes it names so.
    #[serde(skip)]
    pub local_id: Option<String>,
    /// Whether the source speaks for the place where it was published: its word on it counts, whoever brought the post first.
    #[serde(skip)]
    pub at_home: bool,
    /// The exact payload, evidence; empty where the record itself is the payload (a file's line, an entry by hand).
    #[serde(skip)]
    pub raw: Vec<u8>,
}

/// What a post is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PostKind {
    /// A post of its own.
    #[default]
    Post,
    /// An answer under a post.
    Comment,
    /// A review, with or without stars.
    Review,
    /// An article.
    Article,
    /// A mail.
    Mail,
    /// A phone call, a conversation, a screenshot: reported by a person.
    Report,
}

/// A picture of a post as its source tells of it, without anybody having looked at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Image {
    /// The content identifier (CID, multiformats) of its bytes, as the AT protocol names blobs: the same is the same file.
    Cid(String),
    /// Its BlurHash, as Mastodon gives it: a picture seen through frosted glass. Copies share it; so may pictures that merely look alike.
    Blurhash(String),
}

impl Image {
    /// Of one post so many pictures are kept.
    pub const MOST: usize = 16;
    /// The longest hash that is kept, in bytes.
    const LONGEST: usize = 128;

    /// A CID that reads as one: letters and digits, bounded.
    pub fn cid(text: &str) -> Option<Self> {
        let good = (8..=Self::LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        good.then(|| Self::Cid(text.to_owned()))
    }

    /// A BlurHash that reads as one: its first sign says how many follow.
    pub fn blurhash(text: &str) -> Option<Self> {
        const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
        let digit = |b: &u8| DIGITS.iter().position(|of| of == b);
        let size = text.as_bytes().first().and_then(digit)?;
        let long = 4 + 2 * (size % 9 + 1) * (size / 9 + 1);
        let good = text.len() == long && text.bytes().all(|b| digit(&b).is_some());
        good.then(|| Self::Blurhash(text.to_owned()))
    }

    /// The pictures that read as what they say they are, each once, in their order; the first [`Self::MOST`].
    pub fn checked(images: Vec<Self>) -> Vec<Self> {
        let mut kept: Vec<Self> = Vec::new();
        for image in images {
            let good = match &image {
                Self::Cid(text) => Self::cid(text),
                Self::Blurhash(text) => Self::blurhash(text),
            };
            kept.extend(good.filter(|image| kept.len() < Self::MOST && !kept.contains(image)));
        }
        kept
    }

    /// Whether it tells this picture from others: one of a single colour, seen through frosted glass, looks like every other.
    pub fn tells(&self) -> bool {
        // The second sign is the largest contrast between its parts.
        !matches!(self, Self::Blurhash(hash) if hash.as_bytes().get(1) == Some(&b'0'))
    }
}

/// Who published a post; personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// The platform's id of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native_id: Option<String>,
    /// The account's handle, host included where handles are local, no leading `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// The name shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How many follow it, as seen with the post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<i64>,
    /// Since when the account exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// How many reviews the account has written in all, this one included, as the platform counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviews: Option<i64>,
    /// Whether its profile is as the platform made it: no picture, nothing said of itself. `None` where the source does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_profile: Option<bool>,
}

/// Counts of a post at one moment; an absent count is unknown, not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Engagement {
    /// Likes, favourites, upvotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likes: Option<i64>,
    /// Boosts, reposts, shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<i64>,
    /// Answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replies: Option<i64>,
    /// Views.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<i64>,
}

impl Engagement {
    /// Whether nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// Stars given, in tenths: 4.5 of 5 is `{ tenths: 45, out_of: 5 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// What was given, times ten.
    pub tenths: u32,
    /// The scale's top.
    pub out_of: u32,
}

impl Rating {
    /// On five stars, rounded to the nearest, at least one; `None` for a scale of nothing.
    pub fn stars(self) -> Option<u8> {
        // Both come from outside and may be as large as their type: no product of them fits it.
        let (tenths, top) = (u64::from(self.tenths), u64::from(self.out_of) * 10);
        if top == 0 || tenths > top {
            return None;
        }
        Some(((tenths * 5 + top / 2) / top).clamp(1, 5) as u8)
    }
}

/// Where an author's claim of time could not be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeFlag {
    /// Believed.
    None,
    /// No date given: placed when seen.
    Undated,
    /// Claims a time more than five minutes after it was seen: placed when seen.
    Future,
    /// Claims a time before the networks existed: placed when seen.
    Ancient,
}

impl Post {
    /// When it happened for counting: the author's claim where it can be believed, else when it was seen.
    /// The claim itself stays in [`Post::published_at`].
    pub fn event_at(&self) -> (Timestamp, TimeFlag) {
        const SLACK: SignedDuration = SignedDuration::from_mins(5);
        const FIRST_YEAR: i64 = 631_152_000; // 1990-01-01
        match self.published_at {
            None => (self.seen_at, TimeFlag::Undated),
            Some(at) if at.as_second() < FIRST_YEAR => (self.seen_at, TimeFlag::Ancient),
            Some(at) if at.duration_since(self.seen_at) > SLACK => (self.seen_at, TimeFlag::Future),
            Some(at) if at > self.seen_at => (self.seen_at, TimeFlag::None),
            Some(at) => (at, TimeFlag::None),
        }
    }

    /// What stands for the author when people are counted: the account's id, else its handle, else its name.
    pub fn author_key(&self) -> Option<&str> {
        let author = &self.author;
        [&author.native_id, &author.handle, &author.display].into_iter().find_map(|part| part.as_deref())
    }

    /// The 64-bit key of its identity, from BLAKE3 over source kind and native id.
    pub fn key(&self) -> i64 {
        identity_key(&self.source_kind, &self.native_id)
    }
}

/// The 64-bit key of a post's identity: the first eight bytes of BLAKE3 over both names, each with its length in front.
pub fn identity_key(source_kind: &str, native_id: &str) -> i64 {
    let mut hasher = blake3::Hasher::new();
    for part in [source_kind, native_id] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    i64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::{Image, Rating};

    #[test]
    fn hashes_of_pictures_are_what_they_say_or_are_not_kept() {
        let blurred = ["L9AB*bt700xu~qRjWBt7IUj[xuWB", "00OZZy", "U9AB*b"];
        let kept = |text| Image::blurhash(text).is_some();
        assert_eq!(blurred.map(kept), [true, true, false]);
        for wrong in ["", "L", "L9AB*bt700xu~qRjWBt7IUj[xuW", "L9AB*bt700xu~qRjWBt7IUj[xuWB0", "00OZZ\"", "é0OZZ"] {
            assert!(!kept(wrong), "{wrong}");
        }
        let cid = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
        assert_eq!(Image::cid(cid), Some(Image::Cid(cid.to_owned())));
        assert!(Image::cid("bafk rei").is_none() && Image::cid(&"a".repeat(129)).is_none() && Image::cid("").is_none());
        let twice = vec![Image::Cid(cid.to_owned()), Image::Blurhash("x".to_owned()), Image::Cid(cid.to_owned())];
        assert_eq!(Image::checked(twice), [Image::Cid(cid.to_owned())]);
        let many = (0..40).map(|n| Image::Cid(format!("bafkreic{n:04}"))).collect();
        assert_eq!(Image::checked(many).len(), Image::MOST);
        let one_colour = Image::blurhash("L00000fQfQfQfQfQfQfQfQfQfQfQ").unwrap();
        assert!(!one_colour.tells() && Image::blurhash(blurred[0]).unwrap().tells());
    }

    #[test]
    fn stars_of_any_rating() {
        let cases = [
            (45, 5, Some(5)),
            (24, 5, Some(2)),
            (0, 5, Some(1)),
            (70, 10, Some(4)),
            (51, 5, None),
            (0, 0, None),
            (0, 1 << 31, Some(1)),
            (u32::MAX, u32::MAX, Some(1)),
        ];
        for (tenths, out_of, stars) in cases {
            assert_eq!(Rating { tenths, out_of }.stars(), stars, "{tenths} tenths of {out_of}");
        }
    }
}
