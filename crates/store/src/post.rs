//! Posts as rows.

use crate::codes::{kind_of, polarity_of, post_kind, post_kind_of};
use crate::sql::Columns;
use crate::value::Value;
use crate::{Error, Result};
use domain::id::PostId;
use domain::mention::Reading;
use domain::post::{Author, Engagement, Image, Post, Rating, TimeFlag};
use jiff::Timestamp;
use text::{Grave, Language};

/// A post as the store keeps it: its newest version, its latest counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPost {
    /// Its id.
    pub id: PostId,
    /// The post; `raw` is left out.
    pub post: Post,
    /// Whether its claim of time was believed.
    pub time_flag: TimeFlag,
    /// How many versions there are; 1 where it was never edited.
    pub version: i64,
    /// When its newest edit was seen.
    pub edited_at: Option<Timestamp>,
    /// Since when it is known to be deleted; the text stays.
    pub deleted_at: Option<Timestamp>,
    /// When its text was erased for data protection; it is empty then.
    pub text_erased_at: Option<Timestamp>,
    /// When it was erased who wrote it.
    pub author_erased_at: Option<Timestamp>,
}

/// The columns that [`post`] reads, of a table called `p`.
pub(crate) const POST: &str = "p.source_kind, p.native_id, p.native_rev, p.kind, p.author_id, p.author_handle, p.author_display,
    p.author_url, p.followers, p.author_created_at, p.author_reviews, p.author_default, p.url, p.text, p.lang, p.published_at, p.seen_at, p.parent, p.repost_of,
    p.likes, p.shares, p.replies, p.views, p.rating_tenths, p.rating_out_of, p.images";

/// The columns that [`stored_post`] reads.
pub(crate) fn stored_post_columns() -> String {
    format!("p.id, p.version, p.edited_at, p.deleted_at, p.text_erased_at, p.author_erased_at, {POST}")
}

/// The columns that [`maybe_reading`] reads, of a table called `r`, joined on the post's current reader.
pub(crate) const READING: &str =
    "r.reader, r.lang, r.polarity, r.p_negative, r.p_neutral, r.p_positive, r.kind, r.fingerprint, r.grave";
pub(crate) const JOIN_READING: &str = "LEFT JOIN reading r ON r.post = p.id AND r.reader = p.reader";

pub(crate) fn post(c: &mut Columns<'_>) -> Result<Post> {
    Ok(Post {
        source_kind: c.text()?,
        native_id: c.text()?,
        native_rev: c.maybe_text()?,
        kind: c.word(post_kind_of)?,
        author: Author {
            native_id: c.maybe_text()?,
            handle: c.maybe_text()?,
            display: c.maybe_text()?,
            url: c.maybe_text()?,
            followers: c.maybe_int()?,
            created_at: c.maybe_time()?,
            reviews: c.maybe_int()?,
            default_profile: c.maybe_int()?.map(|flag| flag != 0),
        },
        url: c.maybe_text()?,
        text: c.text()?,
        lang: c.maybe_text()?,
        published_at: c.maybe_time()?,
        seen_at: c.time()?,
        parent: c.maybe_text()?,
        repost_of: c.maybe_text()?,
        engagement: engagement(c)?,
        rating: rating(c)?,
        images: images(c)?,
        deleted_at: None,
        local_id: None,
        at_home: false,
        raw: Vec::new(),
    })
}

pub(crate) fn stored_post(c: &mut Columns<'_>) -> Result<StoredPost> {
    let (id, version, edited_at, deleted_at) = (PostId(c.int()?), c.int()?, c.maybe_time()?, c.maybe_time()?);
    let (text_erased_at, author_erased_at) = (c.maybe_time()?, c.maybe_time()?);
    let post = post(c)?;
    let (_, time_flag) = post.event_at();
    Ok(StoredPost { id, post, time_flag, version, edited_at, deleted_at, text_erased_at, author_erased_at })
}

pub(crate) fn engagement(c: &mut Columns<'_>) -> Result<Engagement> {
    Ok(Engagement { likes: c.maybe_int()?, shares: c.maybe_int()?, replies: c.maybe_int()?, views: c.maybe_int()? })
}

pub(crate) fn rating(c: &mut Columns<'_>) -> Result<Option<Rating>> {
    Ok(match (c.maybe_int()?, c.maybe_int()?) {
        (Some(tenths), Some(out_of)) => {
            let whole = |n: i64| u32::try_from(n).map_err(|_| Error::Corrupt(format!("{n} is no part of a rating")));
            Some(Rating { tenths: whole(tenths)?, out_of: whole(out_of)? })
        }
        _ => None,
    })
}

pub(crate) fn images(c: &mut Columns<'_>) -> Result<Vec<Image>> {
    let Some(kept) = c.maybe_text()? else { return Ok(Vec::new()) };
    serde_json::from_str(&kept).map_err(|e| Error::Corrupt(format!("{kept:?} tells of no pictures: {e}")))
}

pub(crate) fn maybe_reading(c: &mut Columns<'_>) -> Result<Option<Reading>> {
    let Some(reader) = c.maybe_text()? else {
        return Ok(None);
    };
    let share = |n: i64| u16::try_from(n).map_err(|_| Error::Corrupt(format!("{n} is no probability in thousandths")));
    Ok(Some(Reading {
        reader,
        lang: c.word(Language::from_code)?,
        polarity: c.word(polarity_of)?,
        p: [share(c.int()?)?, share(c.int()?)?, share(c.int()?)?],
        kind: c.word(kind_of)?,
        fingerprint: c.int()?.cast_unsigned(),
        grave: c.maybe_text()?.map(|text| grave(&text)).transpose()?,
    }))
}

pub(crate) fn grave(text: &str) -> Result<Grave> {
    Grave::parse(text).ok_or_else(|| Error::Corrupt(format!("{text:?} does not say what makes a text grave")))
}

/// The values of a reading's row, post first.
pub(crate) fn reading_values(post: i64, reading: &Reading) -> [Value; 10] {
    let [negative, neutral, positive] = reading.p.map(i64::from);
    [
        post.into(),
        (&reading.reader).into(),
        reading.lang.code().into(),
        reading.polarity.code().into(),
        negative.into(),
        neutral.into(),
        positive.into(),
        reading.kind.code().into(),
        reading.fingerprint.cast_signed().into(),
        (&reading.grave.as_ref().map(Grave::to_string)).into(),
    ]
}

/// The values of what an edit may change, in the order of [`CONTENT`].
pub(crate) fn content_values(post: &Post) -> [Value; 17] {
    let author = &post.author;
    let images = (!post.images.is_empty()).then(|| serde_json::to_string(&post.images).unwrap_or_default());
    [
        (&post.native_rev).into(),
        post_kind(post.kind).into(),
        (&author.native_id).into(),
        (&author.handle).into(),
        (&author.display).into(),
        (&author.url).into(),
        author.followers.into(),
        author.created_at.into(),
        author.reviews.into(),
        author.default_profile.map(i64::from).into(),
        (&post.url).into(),
        (&post.text).into(),
        (&post.lang).into(),
        (&post.repost_of).into(),
        post.rating.map(|r| i64::from(r.tenths)).into(),
        post.rating.map(|r| i64::from(r.out_of)).into(),
        (&images).into(),
    ]
}

/// What an edit may change.
pub(crate) const CONTENT: [&str; 17] = [
    "native_rev",
    "kind",
    "author_id",
    "author_handle",
    "author_display",
    "author_url",
    "followers",
    "author_created_at",
    "author_reviews",
    "author_default",
    "url",
    "text",
    "lang",
    "repost_of",
    "rating_tenths",
    "rating_out_of",
    "images",
];
