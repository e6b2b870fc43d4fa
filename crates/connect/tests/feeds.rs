//! Recorded feeds, made by us after the shapes found in the wild, against what must come out of them.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use jiff::Timestamp;
use proptest::prelude::*;
use std::path::PathBuf;
use url::Url;
use vigie_connect::inbound::feed::{Feed, FeedError, parse};

const NAMES: [&str; 11] = [
    "rss20.xml",
    "rss10.rdf",
    "rss091.xml",
    "atom10.xml",
    "atom03.xml",
    "json11.json",
    "json10.json",
    "google-alerts.xml",
    "google-news.xml",
    "broken.xml",
    "dates-and-doubles.xml",
];

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/feed").join(name);
    std::fs::read(path).unwrap()
}

fn seen_at() -> Timestamp {
    "2026-11-21T22:20:00Z".parse().unwrap()
}

fn read(bytes: &[u8]) -> Result<Feed, FeedError> {
    parse(bytes, None, seen_at(), Some(&Url::parse("https://www.feed.example/all.xml").unwrap()))
}

#[test]
fn every_format_gives_its_posts() {
    for name in NAMES {
        let feed = read(&fixture(name)).unwrap();
        let raw: Vec<usize> = feed.posts.iter().map(|p| p.raw.len()).collect();
        assert!(raw.iter().all(|n| *n > 0), "{name}: the payload is evidence");
        let aside: Vec<String> = feed.quarantined.iter().map(|q| format!("{}: {}", q.place, q.reason)).collect();
        let posts = serde_json::to_string_pretty(&feed.posts).unwrap();
        insta::assert_snapshot!(name, format!("title: {}\nttl: {:?}\naside: {aside:?}\n{posts}", feed.title, feed.ttl));
    }
}

#[test]
fn odd_times_are_flagged_and_kept() {
    let feed = read(&fixture("dates-and-doubles.xml")).unwrap();
    let flags: Vec<String> = feed.posts.iter().take(4).map(|p| format!("{:?}", p.event_at().1)).collect();
    assert_eq!(flags, ["Future", "Ancient", "Undated", "Future"]);
    assert_eq!(feed.posts[0].published_at, Some("2099-12-31T23:59:59Z".parse().unwrap()));
}

#[test]
fn every_script_is_kept() {
    let texts = [
        "Ça déraille, œuf compris",
        "It giet net sa’t it moat, ûnwis",
        "اللغة العربية",
        "日本の悪い夢",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "שלום \u{200f}(כן)",
    ];
    let rss: String = texts.iter().map(|text| format!("<item><title>{text}</title></item>")).collect();
    let json: Vec<_> = texts.iter().map(|text| serde_json::json!({ "id": text, "content_text": text })).collect();
    let json = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "t", "items": json });
    for feed in [format!("<rss version='2.0'><channel>{rss}</channel></rss>"), json.to_string()] {
        let kept: Vec<String> = read(feed.as_bytes()).unwrap().posts.into_iter().map(|post| post.text).collect();
        assert_eq!(kept, texts);
    }
}

#[test]
fn every_encoding_gives_the_same_feed() {
    let text = String::from_utf8(fixture("rss20.xml")).unwrap();
    let expected: Vec<String> = read(text.as_bytes()).unwrap().posts.into_iter().map(|p| p.text).collect();
    let wide = |big: bool, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    for (big, mark) in [(true, true), (true, false), (false, true), (false, false)] {
        let texts: Vec<String> = read(&wide(big, mark)).unwrap().posts.into_iter().map(|p| p.text).collect();
        assert_eq!(texts, expected, "UTF-16 {big} {mark}");
    }
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let declared = String::from("text/xml; charset=ISO-8859-1");
    let feed =
        parse(&latin, Some(&declared), seen_at(), Some(&Url::parse("https://www.feed.example/").unwrap())).unwrap();
    assert_eq!(feed.posts.into_iter().map(|p| p.text).collect::<Vec<_>>(), expected);
}

#[test]
fn huge_parts_are_cut_or_put_aside_and_the_rest_goes_on() {
    let item =
        |title: &str, body: &str| format!("<item><title>{title}</title><description>{body}</description></item>");
    let huge = "x".repeat(20 << 20);
    let feed = format!("<rss><channel>{}{}</channel></rss>", item(&huge, ""), item("small", &"é ".repeat(100_000)));
    let feed = read(feed.as_bytes()).unwrap();
    assert_eq!((feed.posts.len(), feed.quarantined.len()), (1, 1));
    assert!(feed.quarantined[0].reason.contains("1 MiB") && feed.quarantined[0].bytes.len() == 64 << 10);
    assert!(feed.posts[0].text.len() <= (64 << 10) + 8 && feed.posts[0].text.ends_with(" […]"));

    let many: String = (0..700).map(|i| item(&format!("title {i}"), "")).collect();
    let feed = read(format!("<rss><channel>{many}</channel></rss>").as_bytes()).unwrap();
    assert_eq!((feed.posts.len(), feed.beyond), (500, 200));
}

/// Twice the bytes may cost twice the time and no more: quadratic work on these would take minutes.
#[test]
fn repetition_is_read_in_one_pass() {
    let pieces = [
        "<",
        "</",
        "<!",
        "<!--",
        "<!-",
        "<![CDATA[",
        "<?",
        "<!DOCTYPE [",
        "<a b='",
        "<a b=\"c\" ",
        "<a ",
        "&",
        "&a",
        "&#",
        "&lt;",
        "&amp;lt;!--",
        "]]>",
        "<item>",
        "<title>",
        "<item><title>",
        "</item>",
        "<a:b xmlns:a='c'>",
        "<x xmlns='yyyyyyyyyyyyyyyyyyyyyy'>",
        "&lt;script>",
        "\\ud800",
        "[",
        "{\"",
        "<b></b>",
        "</title>",
        "&lt;a b=c ",
        "\u{a0}",
        "&copy",
    ];
    for piece in pieces {
        let filling = piece.repeat((1 << 16) / piece.len());
        let documents = [
            format!("<rss><channel><item><title>t</title><description>{filling}</description></item></channel></rss>"),
            format!("<rss><item><description><![CDATA[{filling}]]></description></item></rss>"),
            format!(
                "<rss><item><title a='{filling}'>t</title><link>http://x.example/{filling}</link><guid>{filling}</guid></item></rss>"
            ),
            filling,
        ];
        for document in documents {
            let _ = read(document.as_bytes());
        }
    }
}

#[test]
fn what_is_no_feed_is_told_so() {
    assert_eq!(read(b""), Err(FeedError::Empty));
    assert_eq!(read(b"\xef\xbb\xbf \n"), Err(FeedError::Empty));
    let page = b"<!DOCTYPE html><html><head><meta charset=utf-8><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>x</body></html>";
    assert_eq!(read(page), Err(FeedError::Page(Some("https://www.feed.example/feed.xml".to_owned()))));
    for (bytes, expected) in [
        (&b"<svg/>"[..], "<svg>"),
        (b"404 not found", "no XML"),
        (b"{\"error\":1}", "no JSON Feed"),
        (b"{\"items\":[", "no valid JSON"),
    ] {
        let error = read(bytes).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

/// One way of breaking a document.
#[derive(Clone, Debug)]
enum Damage {
    Cut(prop::sample::Index, usize),
    Insert(prop::sample::Index, Vec<u8>),
    Flip(prop::sample::Index, u8),
    Double(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let pieces: Vec<&[u8]> = vec![
        b"<",
        b">",
        b"&",
        b"&#",
        b"&#x110000;",
        b"&#55296;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"<!DOCTYPE [",
        b"<?",
        b"</item>",
        b"<item>",
        b"<title>",
        b"\"",
        b"\0",
        b"\xff\xfe",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\\ud800",
        b"{",
        b"[",
        b"xmlns:a='",
        b"\xe2\x80\xae",
    ];
    prop_oneof![
        (any::<prop::sample::Index>(), 1..200usize).prop_map(|(i, n)| Damage::Cut(i, n)),
        (any::<prop::sample::Index>(), prop::sample::select(pieces)).prop_map(|(i, p)| Damage::Insert(i, p.to_vec())),
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(i, b)| Damage::Flip(i, b)),
        (any::<prop::sample::Index>(), 1..400usize).prop_map(|(i, n)| Damage::Double(i, n)),
    ]
}

fn broken(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        match damage {
            Damage::Cut(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Damage::Insert(at, piece) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, piece.iter().copied());
            }
            Damage::Flip(at, with) => {
                let at = at.index(bytes.len());
                bytes[at] ^= with;
            }
            Damage::Double(at, length) => {
                let at = at.index(bytes.len());
                let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done to a feed: no panic, bounds hold, each id once, no address but http, no control character.
    #[test]
    fn no_damage_breaks_the_reader(which in 0..NAMES.len(), damages in prop::collection::vec(damage(), 0..8)) {
        let bytes = broken(fixture(NAMES[which]), &damages);
        if let Ok(feed) = read(&bytes) {
            let ids: std::collections::BTreeSet<_> = feed.posts.iter().map(|p| p.native_id.as_str()).collect();
            prop_assert_eq!(ids.len(), feed.posts.len());
            for post in &feed.posts {
                prop_assert!(!post.native_id.is_empty() && post.native_id.len() < 3000);
                prop_assert!(post.text.len() < (64 << 10) + 16);
                prop_assert!(!post.text.contains(|c: char| c.is_control() && c != '\n'));
                prop_assert!(post.url.as_deref().is_none_or(|u| u.starts_with("http://") || u.starts_with("https://")));
            }
            prop_assert_eq!(read(&bytes).unwrap(), feed, "the same bytes give the same feed");
        }
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..600), content_type in "[ -~]{0,40}") {
        let _ = parse(&bytes, Some(&content_type), seen_at(), None);
        let _ = parse(&[b"<rss><item>", bytes.as_slice()].concat(), None, seen_at(), None);
    }
}
