use super::super::{Mapping, csv};
use super::*;
use domain::post::{Author, Engagement, Image, PostKind, Rating};
use jiff::Timestamp;
use proptest::prelude::*;

fn seen_at() -> Timestamp {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

fn options() -> Options {
    Options::new(seen_at())
}

fn mapped(mapping: &str) -> Options {
    Options { mapping: Some(mapping.parse::<Mapping>().unwrap()), ..options() }
}

fn all(bytes: &[u8], options: Options) -> Batch {
    let mut reader = Reader::open(bytes, options, None).unwrap_or_else(|e| panic!("{e}"));
    let batch = reader.next_batch(usize::MAX).unwrap();
    assert!(batch.done);
    assert_eq!(batch.position.rows as usize, batch.delivery.posts.len() + batch.delivery.quarantined.len());
    assert_eq!(batch.brands.len(), batch.delivery.posts.len());
    batch
}

fn refused(bytes: &[u8], options: Options) -> Error {
    match Reader::open(bytes, options, None) {
        Ok(_) => panic!("the file was taken"),
        Err(error) => error,
    }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../fixtures/file/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn foreign_lines_are_read_and_bad_ones_kept_aside() {
    let batch = all(&fixture("foreign.jsonl"), options());
    insta::assert_debug_snapshot!(batch.delivery.posts);
    let reasons: Vec<_> = batch.delivery.quarantined.iter().map(|q| format!("{}: {}", q.place, q.reason)).collect();
    insta::assert_debug_snapshot!(reasons);
}

#[test]
fn bytes_that_are_no_text_cost_their_line_only() {
    let mut bytes = b"{\"id\":\"1\",\"text\":\"one\"}\n{\"id\":\"2\",\"text\":\"\xff\"}\n".to_vec();
    bytes.extend_from_slice(b"{\"id\":\"3\",\"text\":\"a\0b\"}\n{\"id\":\"4\",\"text\":\"");
    bytes.extend_from_slice(&vec![b'x'; 20 << 20]);
    bytes.extend_from_slice("\"}\r\n\n{\"id\":\"5\",\"text\":\"اللغة 日本 👩‍👩‍👧 ûnwis\"}".as_bytes());
    let batch = all(&bytes, options());
    assert_eq!(batch.delivery.posts.iter().map(|p| p.native_id.as_str()).collect::<Vec<_>>(), ["1", "5"]);
    assert_eq!(batch.delivery.posts[1].text, "اللغة 日本 👩‍👩‍👧 ûnwis");
    assert_eq!(
        batch.delivery.quarantined.iter().map(|q| q.place.as_str()).collect::<Vec<_>>(),
        ["line 2", "line 3", "line 4"]
    );
    assert!(batch.delivery.quarantined.iter().all(|q| q.bytes.len() <= 64 << 10));
    assert_eq!(batch.position.bytes, bytes.len() as u64);
}

#[test]
fn a_french_spreadsheet_in_any_encoding_gives_the_same_posts() {
    let text = String::from_utf8(fixture("avis.csv")).unwrap();
    let expected = all(text.as_bytes(), options());
    insta::assert_debug_snapshot!(expected.delivery);
    let utf16le: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin1: Vec<u8> = WINDOWS_1252.encode(&text).0.into_owned();
    let with_bom = format!("\u{feff}{text}").into_bytes();
    for bytes in [utf16le, utf16be, latin1, with_bom] {
        assert_eq!(all(&bytes, options()).delivery.posts, expected.delivery.posts);
    }
    let tabs = text.replace(';', "\t");
    assert_eq!(all(tabs.as_bytes(), options()).delivery.posts.len(), expected.delivery.posts.len());
}

#[test]
fn headers_are_known_behind_a_preamble() {
    let text = "\u{feff}Report:,Storm\nFrom:,2025-01-01\n\nQuery Id,Query Name,Date,Title,Snippet,Url,Language,Author,Full Text\n\
                7,acme,2025-01-02 10:00:00.0,Bad day,short,https://x.example/1,fr,lea,\"Bad day\nvery\"\n";
    let mut reader = Reader::open(text.as_bytes(), options(), None).unwrap();
    assert_eq!(reader.detected().family.as_deref(), Some("Brandwatch"));
    let post = reader.next_batch(9).unwrap().delivery.posts.remove(0);
    assert_eq!((post.native_id.as_str(), post.text.as_str()), ("https://x.example/1", "Bad day\nvery"));
    assert_eq!(post.published_at.unwrap().to_string(), "2025-01-02T10:00:00Z");
}

#[test]
fn what_a_table_tells_of_accounts_is_kept_and_what_it_does_not_is_unknown() {
    let text = "date,rating,author,Member since,Reviewer review count\n\
                2025-02-01,1,lea,2019-03-01,12\n2025-02-01,1,jo,,\n2025-02-01,1,al,long ago,many\n";
    let batch = all(text.as_bytes(), options());
    let known: Vec<_> = batch.delivery.posts.iter().map(|p| (p.author.created_at, p.author.reviews)).collect();
    assert_eq!(known, [(Some("2019-03-01T00:00:00Z".parse().unwrap()), Some(12)), (None, None), (None, None)]);
    assert_eq!(batch.delivery.quarantined, [], "what is not known of an account costs no row");
    let told = "when,stars,since,n\n2025-02-01,1,2019-03-01,1\n";
    let batch = all(told.as_bytes(), mapped("at=when,rating=stars,author_created_at=since,author_reviews=n"));
    assert_eq!(batch.delivery.posts[0].author.reviews, Some(1));
    // An export says it, and an import of it knows it again.
    let post = &batch.delivery.posts[0];
    let back = all((csv::header() + &csv::row(post, "Dunes")).as_bytes(), options()).delivery.posts.remove(0);
    assert_eq!((back.author.created_at, back.author.reviews), (post.author.created_at, Some(1)));
}

#[test]
fn a_told_mapping_brings_brands_times_and_ids() {
    let text = "tweet_id,airline,name,text,tweet_created\n\
                5.70306E+17,United,jo,same,2015-02-24 11:35:52 -0800\n\
                5.70306E+17,Delta,al,other,2015-02-24 11:15:59 -0800\n\
                570301083672813571,Delta,@al,\"a, \"\"b\"\"\",2015-02-24 11:15:36 -0800\n";
    let batch = all(text.as_bytes(), mapped("text=text,author=name,at=tweet_created,id=tweet_id,brand=airline"));
    let posts = &batch.delivery.posts;
    assert_eq!(batch.brands, ["United", "Delta", "Delta"].map(|b| Some(b.to_string())));
    assert!(posts[0].native_id.starts_with("row:") && posts[1].native_id.starts_with("row:"));
    assert_ne!(posts[0].native_id, posts[1].native_id);
    assert_eq!(posts[2].native_id, "570301083672813571");
    assert_eq!(posts[2].author.handle.as_deref(), Some("al"));
    assert_eq!(posts[2].text, "a, \"b\"");
    assert_eq!(posts[0].published_at.unwrap().to_string(), "2015-02-24T19:35:52Z");
}

#[test]
fn equal_ratings_without_id_are_as_many_posts() {
    let text = "date;note\n2025-01-01;1\n2025-01-01;1\n2025-01-01;1\n2025-01-02;1\n";
    let ids = |batch: Batch| batch.delivery.posts.into_iter().map(|p| p.native_id).collect::<Vec<_>>();
    let first = ids(all(text.as_bytes(), options()));
    let mut distinct = first.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 4);
    assert_eq!(first, ids(all(text.as_bytes(), options())), "the same file gives the same ids");
    let shop = Options { scope: Some("shop 2".into()), ..options() };
    assert!(ids(all(text.as_bytes(), shop)).iter().all(|id| id.starts_with("shop 2:row:") && !first.contains(id)));
}

#[test]
fn files_that_cannot_be_read_say_what_to_do() {
    for (text, options, expected) in [
        ("a,b\n1,2\n", options(), "columns: a, b"),
        ("a,b\n1,2\n", mapped("text=Tweet"), "no column \"Tweet\""),
        ("date,text\n1/2/2025,x\n12/31/2025,y\n", options(), "--time-format us"),
        ("x", Options { encoding: Some("klingon".into()), ..options() }, "not known"),
    ] {
        let message = refused(text.as_bytes(), options).to_string();
        assert!(message.contains(expected), "{message}");
    }
    let told = Options { time: "us".parse().unwrap(), ..options() };
    let batch = all(b"date,text\n1/2/2025,x\n12/31/2025 11:00 PM,y\n", told);
    assert_eq!(batch.delivery.posts[1].published_at.unwrap().to_string(), "2025-12-31T23:00:00Z");
}

#[test]
fn columns_are_guessed_generously_and_what_was_guessed_is_told() {
    for (header, at, text) in [
        ("id,at,author,text", "at", "text"),
        ("ID;Date_Time;Auteur;TEXTE", "Date_Time", "TEXTE"),
        ("review-id,Publié le,Reviewer,Avis", "Publié le", "Avis"),
        ("no\tgeplaatst op\tgebruiker\tbericht", "geplaatst op", "bericht"),
    ] {
        let row = ["7", "2025-01-02 10:00", "lea", "dur comme du bois"]
            .join(&header.chars().find(|c| ",;\t".contains(*c)).unwrap().to_string());
        let mut reader = Reader::open(format!("{header}\n{row}\n").leak().as_bytes(), options(), None)
            .unwrap_or_else(|e| panic!("{header}: {e}"));
        let told = |field| {
            reader.detected().mapping.iter().find(|(known, _)| *known == field).map(|(_, column)| column.clone())
        };
        assert_eq!((told(Field::At).as_deref(), told(Field::Text).as_deref()), (Some(at), Some(text)), "{header}");
        let post = reader.next_batch(9).unwrap().delivery.posts.remove(0);
        assert_eq!(
            (post.published_at.unwrap().to_string().as_str(), post.author.handle.as_deref()),
            ("2025-01-02T10:00:00Z", Some("lea"))
        );
    }
    let reader = Reader::open(&b"at,text,colour\n"[..], options(), None).unwrap();
    assert_eq!(reader.detected().unread, ["colour"]);
    let message = refused(b"id,jour,text\n1,2025-01-02,x\n", options()).to_string();
    assert!(message.contains("id, jour, text") && message.contains("--map at="), "{message}");
    assert_eq!(
        all(b"id,jour,text\n1,2025-01-02,x\n", mapped("text=text,id=id")).delivery.posts[0].published_at,
        None,
        "as told"
    );
}

#[test]
fn empty_files_hold_nothing() {
    for (bytes, options) in
        [(&b""[..], options()), (b"\n\n", options()), (b"", Options { format: Some(Format::Csv), ..options() })]
    {
        assert_eq!(all(bytes, options).position.rows, 0);
    }
    assert_eq!(all(b"date,text\n", options()).position.rows, 0);
}

#[test]
fn an_import_goes_on_where_it_stopped_and_refuses_another_file() {
    let mut text = String::from("date;note\n");
    for row in 0..500 {
        text.push_str(&format!("2025-01-{:02};{}\n{}", row % 28 + 1, row % 7, if row % 50 == 0 { "\n" } else { "" }));
    }
    let whole = all(text.as_bytes(), options()).delivery;
    for stop in [0, 1, 137, 499, 500] {
        let mut reader = Reader::open(text.as_bytes(), options(), None).unwrap();
        let begun = reader.next_batch(stop).unwrap().delivery;
        let mut reader = Reader::open(text.as_bytes(), options(), begun.cursor.as_deref()).unwrap();
        let rest = reader.next_batch(usize::MAX).unwrap().delivery;
        assert_eq!([begun.posts, rest.posts].concat(), whole.posts, "stopped behind {stop}");
        assert_eq!([begun.quarantined, rest.quarantined].concat(), whole.quarantined);
    }
    let mut reader = Reader::open(text.as_bytes(), options(), None).unwrap();
    let cursor = reader.next_batch(400).unwrap().delivery.cursor.unwrap();
    let appended = format!("{text}2025-02-01;1\n");
    let mut reader = Reader::open(appended.as_bytes(), options(), Some(&cursor)).unwrap();
    assert_eq!(reader.next_batch(usize::MAX).unwrap().position.rows, 501);
    let changed = text.replacen("2025-01-03;2", "2025-01-03;1", 1);
    for (other, cursor) in [(changed.as_str(), cursor.as_str()), (&text[..3000], &cursor), (&text, "{}")] {
        assert!(Reader::open(other.as_bytes(), options(), Some(cursor)).is_err());
    }
}

#[test]
fn the_own_table_is_known_again() {
    let post = Post {
        source_kind: "mastodon".into(),
        native_id: "https://a.example/1".into(),
        text: "Non, merci;\n\"pas\" ça".into(),
        rating: Some(Rating { tenths: 45, out_of: 5 }),
        published_at: Some(seen_at()),
        ..Post::default()
    };
    let defused = Post { text: "+1 pour @Dunes".into(), ..post.clone() };
    let table = csv::header() + &csv::row(&post, "Dunes") + &csv::row(&defused, "@Dunes");
    let mut batch = all(table.as_bytes(), options());
    assert_eq!(batch.brands, [Some("Dunes".to_string()), Some("@Dunes".to_string())]);
    assert_eq!(batch.delivery.posts[1].text, defused.text);
    let other = all(table.replacen("source_kind", "origin", 1).as_bytes(), options());
    assert_eq!(other.delivery.posts[1].text, "'+1 pour @Dunes", "in another's table it may be meant");
    let back = batch.delivery.posts.remove(0);
    assert_eq!(
        (&back.native_id, &back.text, back.rating, back.published_at),
        (&post.native_id, &post.text, post.rating, post.published_at)
    );
}

#[test]
fn an_id_that_names_nothing_is_kept_aside() {
    let (fits, long) = ("x".repeat(2048), "x".repeat(2049));
    for table in [
        format!("id,text\n{fits},Bien\n{long},Bien\n"),
        format!("{{\"id\":\"{fits}\",\"text\":\"Bien\"}}\n{{\"id\":\"{long}\",\"text\":\"Bien\"}}\n"),
    ] {
        let read = if table.starts_with('{') { options() } else { mapped("id=id,text=text") };
        let delivery = all(table.as_bytes(), read).delivery;
        assert_eq!((delivery.posts.len(), delivery.quarantined.len()), (1, 1));
        assert!(delivery.quarantined[0].reason.contains("2048"), "{:?}", delivery.quarantined[0].reason);
    }
}

fn any_time() -> impl Strategy<Value = Timestamp> {
    (-377_705_023_201_000_000i64..253_402_207_200_000_000).prop_map(|us| Timestamp::from_microsecond(us).unwrap())
}

/// Any text that a store can hold: no NUL.
fn any_text() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|s| s.replace('\0', "\n"))
}

fn any_author() -> impl Strategy<Value = Author> {
    let word = || proptest::option::of(any_text());
    (
        word(),
        word(),
        word(),
        proptest::option::of(Just("https://a.example/@x".to_string())),
        any::<[Option<i64>; 2]>(),
        proptest::option::of(any_time()),
        any::<Option<bool>>(),
    )
        .prop_map(|(native_id, handle, display, url, [followers, reviews], created_at, default_profile)| Author {
            native_id,
            handle,
            display,
            url,
            followers,
            created_at,
            reviews,
            default_profile,
        })
}

fn any_post() -> impl Strategy<Value = Post> {
    let word = || proptest::option::of(any_text());
    let kinds =
        [PostKind::Post, PostKind::Comment, PostKind::Review, PostKind::Article, PostKind::Mail, PostKind::Report];
    let identity = (
        "[a-z]{1,9}",
        any_text().prop_filter("an id", |id| !id.is_empty()),
        word(),
        proptest::sample::select(kinds.to_vec()),
    );
    let links = (word(), word(), word(), proptest::option::of(Just("http://b.example/?q=é".to_string())));
    let engagement = any::<[Option<i64>; 4]>().prop_map(|[likes, shares, replies, views]| Engagement {
        likes,
        shares,
        replies,
        views,
    });
    let rating = any::<Option<(u32, u32)>>().prop_map(|r| r.map(|(tenths, out_of)| Rating { tenths, out_of }));
    let times = (proptest::option::of(any_time()), any_time());
    let image = prop_oneof![
        "[a-z0-9]{8,60}".prop_map(Image::Cid),
        "[0-9A-Z#~]{5}".prop_map(|hash| Image::Blurhash(format!("0{hash}"))),
    ];
    let images = proptest::collection::vec(image, 0..4).prop_map(Image::checked);
    let rest = (rating, images);
    (identity, links, any_author(), any_text(), engagement, rest, times).prop_map(
        |(identity, links, author, text, engagement, (rating, images), times)| Post {
            source_kind: identity.0,
            native_id: identity.1,
            native_rev: identity.2,
            kind: identity.3,
            author,
            url: links.3,
            text,
            lang: links.0,
            published_at: times.0,
            seen_at: times.1,
            parent: links.1,
            repost_of: links.2,
            engagement,
            rating,
            images,
            at_home: true,
            ..Post::default()
        },
    )
}

proptest! {
    #[test]
    fn an_exported_post_comes_back_identically(post in any_post()) {
        let line = jsonl::write_for(&post, "Café \"du\" coin");
        let scoped = Options { scope: Some("elsewhere".into()), out_of: 10, ..options() };
        let Batch { delivery: back, brands, .. } = all(line.as_bytes(), scoped);
        prop_assert_eq!(&back.quarantined, &[]);
        prop_assert_eq!(&back.posts[0], &post);
        prop_assert_eq!(jsonl::write_for(&back.posts[0], &brands[0].clone().unwrap()), line);
    }

    #[test]
    fn cells_survive_writing_and_cutting(rows in proptest::collection::vec((any_text(), any_text()), 1..6)) {
        let mut table = String::from("id,text\n");
        for (id, text) in &rows {
            table.push_str(&format!("\"{}\",\"x{}\"\n", id.replace('"', "\"\""), text.replace('"', "\"\"")));
        }
        let batch = all(table.as_bytes(), mapped("id=id,text=text"));
        let texts: Vec<_> = batch.delivery.posts.iter().map(|p| p.text.clone()).collect();
        let expected: Vec<_> = rows.iter().map(|(_, text)| format!("x{text}").trim().to_string()).collect();
        prop_assert_eq!(texts, expected);
    }

    #[test]
    fn any_bytes_are_counted_row_by_row_in_any_batches(
        bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b'\n'), Just(b';'), Just(b'1')], 0..400),
        max in 1usize..7,
        csv in any::<bool>(),
    ) {
        let (prefix, options) = if csv {
            (b"date;note\n".to_vec(), mapped("at=date,rating=note"))
        } else {
            (Vec::new(), Options { format: Some(Format::Jsonl), ..options() })
        };
        let bytes = [prefix, bytes].concat();
        // Bytes that make the header unreadable or the times month first are refused as a whole.
        let Ok(mut reader) = Reader::open(&bytes[..], options.clone(), None) else { return Ok(()) };
        let whole = all(&bytes, options);
        let (mut posts, mut quarantined) = (Vec::new(), Vec::new());
        loop {
            let batch = reader.next_batch(max).unwrap();
            posts.extend(batch.delivery.posts);
            quarantined.extend(batch.delivery.quarantined);
            if batch.done {
                break;
            }
        }
        prop_assert_eq!(posts, whole.delivery.posts);
        prop_assert_eq!(quarantined, whole.delivery.quarantined);
    }
}
