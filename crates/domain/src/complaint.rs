//! The private complaint channel: a place where anybody can tell a brand what went wrong, without a social network. Open to all: nothing here
//! knows what the reader says of a text, so nothing can depend on it. Pure.

use crate::id::{BrandId, OrganisationId, SourceId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The kind of source that complaints come by, one for each brand that has a channel.
pub const KIND: &str = "complaint";
/// The longest text of one message, in characters; pages show so many whole.
pub const LONGEST: usize = 5_000;
/// Most messages of one conversation.
pub const MOST_MESSAGES: i64 = 500;
/// Most files of one message.
pub const MOST_FILES: usize = 5;
/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 5 << 20;
/// All files of one brand together, in bytes.
pub const FILES_OF_BRAND: i64 = 2 << 30;
/// The files that one brand takes in a day, in bytes.
pub const FILES_A_DAY: i64 = 512 << 20;
/// All files of one conversation together, in bytes.
pub const FILES_OF_ONE: i64 = 50 << 20;

/// Where a brand's customers write to it in private.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Whose.
    pub organisation: OrganisationId,
    /// The brand.
    pub brand: BrandId,
    /// The source that its complaints come by.
    pub source: SourceId,
    /// What its public address ends with.
    pub address: String,
    /// Whether new complaints are taken; conversations go on either way.
    pub open: bool,
    /// What is said on it.
    pub terms: Terms,
}

/// What an organisation says of a channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// Another way to reach the brand, shown where the form cannot be taken: a telephone number, most likely. Empty: the plan's, if it has one.
    pub phone: String,
    /// Sites that may show the form in a frame: `https://shop.example`. Empty: every site may.
    pub sites: Vec<String>,
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The customer waits.
    Open,
    /// The team spoke last.
    Answered,
    /// Somebody of the team closed it; the customer can open it again by writing.
    Closed,
}

/// Why a complaint was put aside until somebody of the team looks at it. Never for what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Held {
    /// A field that people do not see was filled in.
    Trap,
    /// The form was filled in faster than people type.
    Fast,
    /// It did not come by our form.
    Unsigned,
    /// Many came from one network.
    Network,
    /// Very many came at once for one brand.
    Flood,
    /// Many came by mail from one address.
    Sender,
}

/// What mails may go to the address somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mail {
    /// No address was left.
    None,
    /// Nobody showed yet that the address is theirs: mails are few.
    Unconfirmed,
    /// Somebody wrote or tapped by a link that was mailed there.
    Confirmed,
    /// They want no mails.
    Stopped,
}

/// What happened in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Somebody said something.
    Said,
    /// Somebody of the team closed it.
    Closed,
    /// Somebody of the team opened it again.
    Reopened,
}

macro_rules! codes {
    ($($name:ident: $($variant:ident = $code:literal),+;)+) => {$(
        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in data.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }
        }
    )+};
}

codes! {
    State: Open = "open", Answered = "answered", Closed = "closed";
    Held: Trap = "trap", Fast = "fast", Unsigned = "unsigned", Network = "network", Flood = "flood", Sender = "sender";
    Mail: None = "none", Unconfirmed = "unconfirmed", Confirmed = "confirmed", Stopped = "stopped";
    Act: Said = "said", Closed = "closed", Reopened = "reopened";
}

impl State {
    /// What follows from an act; `team` is who acts. Whoever writes as a customer opens what was closed.
    pub fn after(self, act: Act, team: bool) -> Self {
        match (act, team) {
            (Act::Said, false) | (Act::Reopened, _) => Self::Open,
            (Act::Said, true) => Self::Answered,
            (Act::Closed, _) => Self::Closed,
        }
    }
}

/// Why a text cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing was written.
    #[error("there is no text")]
    Empty,
    /// Too much was written.
    #[error("the text is longer than {LONGEST} characters")]
    Long,
}

/// A text as it is kept: trimmed, line ends of one kind, without characters that no store takes.
///
/// # Errors
/// What is wrong with it.
pub fn checked_text(text: &str) -> Result<String, TextError> {
    let text = text.replace("\r\n", "\n").replace('\0', "");
    match text.trim() {
        "" => Err(TextError::Empty),
        text if text.chars().count() > LONGEST => Err(TextError::Long),
        text => Ok(text.to_owned()),
    }
}

/// Whether a public address can be taken: small letters, digits and single hyphens, 3 to 60 of them.
pub fn is_address(text: &str) -> bool {
    let good = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    (3..=60).contains(&text.len()) && text.split('-').all(good)
}

/// The beginning of an address made from a name: its plain letters and digits, at most forty.
pub fn address_of(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'â' | 'ä' | 'á' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            c => c,
        };
        if plain.is_ascii_alphanumeric() {
            out.push(plain);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 40 {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Whether a site can be named as one that shows the form: an https origin, nothing after its host and port.
pub fn is_site(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://") else { return false };
    let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
    let label = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    host.len() <= 253 && host.split('.').all(label) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// What a file is, judged by how it begins and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// PDF.
    Pdf,
}

impl FileKind {
    /// The kind of these bytes; `None` for what is not taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Reads a media type that [`Self::media_type`] gave.
    pub fn from_media_type(text: &str) -> Option<Self> {
        [Self::Png, Self::Jpeg, Self::Webp, Self::Pdf].into_iter().find(|kind| kind.media_type() == text)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// What its name ends with.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }
}

/// How many at once, and how often one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub most: i64,
    /// One more each.
    pub each: SignedDuration,
}

/// What is left of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// In microseconds of waiting: a token is worth [`Rate::each`].
    pub left: i64,
    /// As of when.
    pub at: Timestamp,
}

impl Rate {
    /// A rate.
    pub const fn new(most: i64, each: SignedDuration) -> Self {
        Self { most, each }
    }

    /// Takes one where there is one: what is left, and whether there was. A clock that went back gives nothing and takes nothing.
    pub fn take(self, bucket: Option<Bucket>, now: Timestamp) -> (Bucket, bool) {
        let each = i64::try_from(self.each.as_micros()).unwrap_or(i64::MAX).max(1);
        let full = self.most.saturating_mul(each);
        let left = bucket.map_or(full, |bucket| {
            let waited = now.as_microsecond().saturating_sub(bucket.at.as_microsecond()).max(0);
            bucket.left.saturating_add(waited).min(full)
        });
        let (left, taken) = if left >= each { (left - each, true) } else { (left, false) };
        (Bucket { left, at: now }, taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_plain_and_bounded() {
        for good in ["abc", "boulangerie-martin-7f3k", "a1-b2", &"a".repeat(60)] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "ab", "-abc", "abc-", "a--b", "Abc", "a_b", "a/b", "a.b", "é-a", "a b c", &"a".repeat(61)] {
            assert!(!is_address(bad), "{bad}");
        }
        assert_eq!(address_of("  Boulangerie « Chez Élodie » & fils "), "boulangerie-chez-elodie-fils");
        assert_eq!(address_of("面包"), "");
    }

    #[test]
    fn sites_are_origins_and_nothing_else() {
        for good in ["https://shop.example", "https://shop.example:8443", "https://a-b.c"] {
            assert!(is_site(good), "{good}");
        }
        for bad in [
            "shop.example",
            "http://shop.example",
            "https://",
            "https://*",
            "https://a/b",
            "https://a; script-src *",
            "https://a:x",
            "https://a b",
        ] {
            assert!(!is_site(bad), "{bad}");
        }
    }

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n..."), Some(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Some(FileKind::Jpeg));
        assert_eq!(FileKind::of(b"RIFF\x24\0\0\0WEBPVP8 "), Some(FileKind::Webp));
        assert_eq!(FileKind::of(b"%PDF-1.7\n"), Some(FileKind::Pdf));
        for other in [
            &b"<svg xmlns"[..],
            b"<!doctype html>",
            b"RIFF\x24\0\0\0AVI LIST",
            b"GIF89a",
            b"MZ\x90",
            b"PK\x03\x04",
            b"%!PS",
            b" %PDF-1.7",
            b"\x89PNG",
            b"",
        ] {
            assert_eq!(FileKind::of(other), None, "{other:?}");
        }
    }

    #[test]
    fn whoever_writes_as_a_customer_waits_again() {
        for state in State::ALL {
            assert_eq!(state.after(Act::Said, false), State::Open);
            assert_eq!(state.after(Act::Said, true), State::Answered);
            assert_eq!(state.after(Act::Closed, true), State::Closed);
            assert_eq!(state.after(Act::Reopened, true), State::Open);
        }
    }

    #[test]
    fn texts_are_trimmed_and_bounded() {
        assert_eq!(checked_text(" a\r\nb\0 "), Ok("a\nb".to_owned()));
        assert_eq!(checked_text(" \n\0"), Err(TextError::Empty));
        assert_eq!(checked_text(&"é".repeat(LONGEST + 1)), Err(TextError::Long));
        assert!(checked_text(&"é".repeat(LONGEST)).is_ok());
    }

    proptest! {
        /// However often somebody tries, in any span they get at most what is there at once and one more each while.
        #[test]
        fn no_span_gives_more_than_the_rate(waits in proptest::collection::vec(0_i64..400, 1..80), most in 1_i64..6) {
            let rate = Rate::new(most, SignedDuration::from_secs(60));
            let (mut bucket, mut now, mut taken) = (None, Timestamp::UNIX_EPOCH, Vec::new());
            for wait in waits {
                now = now.saturating_add(SignedDuration::from_secs(wait)).unwrap();
                let (left, got) = rate.take(bucket, now);
                bucket = Some(left);
                if got {
                    taken.push(now.as_second());
                }
            }
            for (i, from) in taken.iter().enumerate() {
                for (j, until) in taken.iter().enumerate().skip(i) {
                    prop_assert!((j - i + 1) as i64 <= most + (until - from) / 60 + i64::from((until - from) % 60 > 0));
                }
            }
            // Who waited long enough has all of it again.
            let later = now.saturating_add(SignedDuration::from_secs(60 * most)).unwrap();
            prop_assert!(rate.take(bucket, later).1);
        }
    }
}
