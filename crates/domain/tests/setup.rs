//! From five fields to a watch: what is proposed for whom, and what examples leave out.

use proptest::prelude::*;
use std::sync::LazyLock;
use text::{Language, Reader};
use vigie_domain::brand::Watch;
use vigie_domain::setup::{
    Country, FieldError, Fields, Link, LinkKind, Proposal, Reason, Sample, Servers, Spot, TRADES, checked, exclude,
    holds, propose, with_exclusions,
};

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new().expect("the reader's models are sound"));

fn fields(name: &str, town: &str, trade: &str, link: &str, contact: &str) -> Fields {
    let [name, town, trade, link, contact] = [name, town, trade, link, contact].map(str::to_owned);
    Fields { name, town, trade, link, contact, ..Fields::default() }
}

fn proposal(name: &str, town: &str, trade: &str, link: &str, contact: &str) -> Proposal {
    let fields = fields(name, town, trade, link, contact);
    propose(&fields, "en", &Servers::default()).unwrap_or_else(|wrong| panic!("{fields:?}: {wrong:?}"))
}

fn texts(proposal: &Proposal, reason: Reason) -> Vec<&str> {
    proposal.queries.iter().filter(|query| query.reason == reason).map(|query| query.text.as_str()).collect()
}

/// Whether any of the queries finds a post that says this.
fn finds(proposal: &Proposal, text: &str) -> bool {
    let sample = Sample { text: text.to_owned(), author: None };
    proposal.queries.iter().any(|query| holds(&checked(&query.text).expect("a proposed query is good"), &sample))
}

#[test]
fn a_name_that_tells_is_searched_by_itself() {
    let martin = proposal(
        "SARL La Boulangerie Martin",
        "Lyon",
        "bakery",
        "https://www.instagram.com/boulangeriemartin/?hl=fr",
        "+33 4 78 00 00 00",
    );
    assert_eq!(texts(&martin, Reason::Name), ["\"Boulangerie Martin\""]);
    assert_eq!(texts(&martin, Reason::Hashtag), ["#boulangeriemartin"]);
    assert_eq!(texts(&martin, Reason::Handle), ["@boulangeriemartin"]);
    assert_eq!(martin.own_accounts, ["https://www.instagram.com/boulangeriemartin", "boulangeriemartin"]);
    for (text, found) in [
        ("Du verre dans la galette de la BOULANGERIE-MARTIN", true),
        ("Les croissants de chez Martin, à Lyon", true),
        ("#BoulangerieMartin fermé ?", true),
        ("Vu chez @boulangeriemartin ce matin", true),
        ("Martin a ouvert une boulangerie à Brest", false),
        ("Un pain à Lyon", false),
        ("Saint-Martin, priez pour nous", false),
    ] {
        assert_eq!(finds(&martin, text), found, "{text}");
    }
}

#[test]
fn an_ordinary_word_is_searched_in_company() {
    let dunes = proposal("Les Dunes", "Saint-Malo", "hotel", "", "");
    assert_eq!(texts(&dunes, Reason::Name), [""; 0]);
    assert_eq!(texts(&dunes, Reason::Town), ["Dunes NEAR/12 \"Saint Malo\""]);
    assert_eq!(texts(&dunes, Reason::Hashtag), ["#dunessaintmalo"]);
    for (text, found) in [
        ("Une nuit aux Dunes, à Saint-Malo : à fuir", true),
        ("L'hôtel les Dunes ne rembourse pas", true),
        ("Les dunes du Pilat avancent", false),
        ("Une marche à Saint-Malo", false),
    ] {
        assert_eq!(finds(&dunes, text), found, "{text}");
    }
    // Every word of it is anybody's.
    let station = proposal("Hôtel de la Gare", "Quimper", "hotel", "", "");
    assert!(finds(&station, "hotel de la gare, quimper: cafards") && !finds(&station, "l'hôtel de la gare de Metz"));
    let common = propose(&fields("Hôtel de la Gare", "", "hotel", "", ""), "fr", &Servers::default());
    assert_eq!(common.unwrap_err(), [FieldError::Common], "nothing narrow enough can be made of it");
}

#[test]
fn no_proposal_is_too_wide_whatever_is_typed() {
    let names = [
        "A",
        "Le",
        "L'",
        "The",
        "de la",
        "orange",
        "Free",
        "24",
        "B.V.",
        "La SARL",
        "***",
        "\"\"\"",
        "AND",
        "NOT x OR y",
        "a NEAR/5 b",
        "😀",
        "拉面",
        "https://x.example",
        "lang:fr",
        "<script>",
        "O'",
        "Ñandú & Fils",
        "x".repeat(200).leak(),
        "Café de l'Été S.A.R.L.",
    ];
    let mut made = 0;
    for name in names {
        for (town, trade) in [("", "other"), ("Lyon", "bakery"), ("x\" OR *", "hotel"), ("Le", "shop")] {
            let Ok(proposal) = propose(&fields(name, town, trade, "", ""), "fr", &Servers::default()) else { continue };
            made += 1;
            for query in &proposal.queries {
                assert!(checked(&query.text).is_ok(), "{name} {town}: {}", query.text);
            }
            for everyday in ["", "Il fait beau à Lyon ce matin et le pain est bon", "le la de a the of", "hello world"]
            {
                assert!(!finds(&proposal, everyday), "{name:?} {town:?} finds {everyday:?}: {:?}", proposal.queries);
            }
        }
    }
    assert!(made > 20, "{made}");
}

#[test]
fn country_zone_and_languages_are_told_by_what_was_said() {
    use Language::{De, En, Fr, Fy, It, Nl};
    type Case = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [Language], bool);
    let table: [Case; 18] = [
        ("Sneek", "", "", "NL", "Europe/Amsterdam", &[Fy, Nl], true),
        ("Ljouwert", "", "info@bakkerij.nl", "NL", "Europe/Amsterdam", &[Fy, Nl], true),
        ("", "", "+31 (0)58 212 34 56", "NL", "Europe/Amsterdam", &[Fy, Nl], true),
        ("Utrecht", "", "0031 30 123 4567", "NL", "Europe/Amsterdam", &[Nl], true),
        ("Namur", "", "info@martin.be", "BE", "Europe/Brussels", &[Fr], true),
        ("Gent", "", "", "BE", "Europe/Brussels", &[Nl], true),
        ("Bruxelles", "", "+32 2 512 00 00", "BE", "Europe/Brussels", &[Fr, Nl], true),
        ("9076 Sint Annaparochie", "", "", "NL", "Europe/Amsterdam", &[Fy, Nl], true),
        ("Sint-Niklaas (Vlaanderen)", "", "", "BE", "Europe/Brussels", &[Nl], true),
        // A word of a town is not the town.
        ("La Balk d'Huy", "", "", "GB", "Europe/London", &[En], false),
        ("Saint Mons sur Spa", "", "", "GB", "Europe/London", &[En], false),
        ("69003 Lyon 3e", "", "", "FR", "Europe/Paris", &[Fr], true),
        ("Saint-Malo", "", "lea@gmail.com", "FR", "Europe/Paris", &[Fr], true),
        ("", "https://martin.fr", "", "FR", "Europe/Paris", &[Fr], true),
        ("", "https://martin.frl", "", "NL", "Europe/Amsterdam", &[Fy, Nl], true),
        ("Zug", "", "+41 41 000 00 00", "CH", "Europe/Zurich", &[De, Fr, It], true),
        ("Leeds", "", "lea@gmail.com", "GB", "Europe/London", &[En], false),
        ("", "", "+1 415 555 0100", "GB", "Europe/London", &[En], false),
    ];
    for (town, link, contact, country, zone, languages, told) in table {
        let made = proposal("Boulangerie Martin", town, "bakery", link, contact);
        let said = (made.country.code(), made.zone.as_str(), &made.languages[..], !made.country_expected);
        assert_eq!(said, (country, zone, languages, told), "{town} {link} {contact}");
    }
    let said = Fields {
        country: Country::from_code("us"),
        zone: Some("America/Denver".to_owned()),
        languages: vec![Language::Es],
        ..fields("Boulangerie Martin", "Sneek", "bakery", "", "")
    };
    let made = propose(&said, "fr", &Servers::default()).unwrap();
    assert_eq!(
        (made.country.code(), made.zone.as_str(), &made.languages[..]),
        ("US", "America/Denver", &[Language::Es][..])
    );
}

#[test]
fn a_link_is_a_site_or_somebodys_profile() {
    let profile = |name: &str| LinkKind::Profile(Some(name.to_owned()));
    let table = [
        ("boulangerie-martin.fr", Ok(Some(("boulangerie-martin.fr", LinkKind::Site)))),
        ("https://www.Martin.example/a?b#c", Ok(Some(("martin.example", LinkKind::Site)))),
        ("https://www.facebook.com/BoulangerieMartin", Ok(Some(("facebook.com", profile("boulangeriemartin"))))),
        ("https://facebook.com/profile.php?id=1", Ok(Some(("facebook.com", LinkKind::Profile(None))))),
        ("https://www.tiktok.com/@martin.lyon", Ok(Some(("tiktok.com", profile("martin.lyon"))))),
        ("https://www.linkedin.com/company/martin-sa/", Ok(Some(("linkedin.com", profile("martin-sa"))))),
        ("https://www.tripadvisor.fr/Restaurant_Review-g1", Ok(Some(("tripadvisor.fr", LinkKind::Profile(None))))),
        ("@martin@Piaille.fr", Ok(Some(("piaille.fr", LinkKind::Fediverse("martin@piaille.fr".into()))))),
        ("https://piaille.fr/@Martin", Ok(Some(("piaille.fr", LinkKind::Fediverse("martin@piaille.fr".into()))))),
        ("notfacebook.com/x", Ok(Some(("notfacebook.com", LinkKind::Site)))),
        ("  ", Ok(None)),
        ("javascript:alert(1)", Err(())),
        ("file:///etc/passwd", Err(())),
        ("https://a:b@martin.fr/", Err(())),
        ("martin", Err(())),
        ("@martin", Err(())),
        ("two words.fr", Err(())),
    ];
    for (typed, expected) in table {
        let read = Link::read(typed).map(|link| link.map(|link| (link.host, link.kind))).map_err(|_| ());
        assert_eq!(read, expected.map(|link| link.map(|(host, kind)| (host.to_owned(), kind))), "{typed}");
    }
    let made = proposal("Boulangerie Martin", "", "bakery", "@martin@piaille.fr", "");
    assert_eq!(made.own_accounts, ["https://piaille.fr/@martin", "martin@piaille.fr"]);
    let made = proposal("Boulangerie Martin", "", "bakery", "boulangerie-martin.fr", "lea@martin-pains.fr");
    assert_eq!(texts(&made, Reason::Site), ["\"boulangerie martin fr\"", "\"martin pains fr\""]);
    assert!(finds(&made, "voyez https://www.boulangerie-martin.fr/avis"));
}

#[test]
fn sources_and_places_follow_from_it() {
    let made = proposal("Bakkerij de Jong", "Sneek", "bakery", "https://dejong.frl/winkel", "");
    let kinds: Vec<_> = made.sources.iter().map(|s| (s.kind.as_str(), s.bound, s.guessed)).collect();
    assert_eq!(kinds, [("feed", false, false), ("mastodon", false, false), ("feed", true, true)]);
    assert!(
        made.sources[0].settings.contains("q=%22Bakkerij+de+Jong%22&hl=nl&gl=NL&ceid=NL%3Anl"),
        "{}",
        made.sources[0].settings
    );
    assert!(made.sources[1].settings.contains("\"tag\":\"bakkerijdejong\""), "{}", made.sources[1].settings);
    assert!(made.sources[2].settings.contains("https://dejong.frl/comments/feed/"), "{}", made.sources[2].settings);
    assert_eq!(made.places[0], (Spot::Google, Watch::NotWatched));
    assert!(
        made.places.contains(&(Spot::LocalPress, Watch::Watched))
            && made.places.contains(&(Spot::Mastodon, Watch::Watched))
    );
    let alone = Servers { news: String::new(), mastodon: String::new(), ntfy: String::new(), allow: Vec::new() };
    let made = propose(&fields("Bakkerij de Jong", "Sneek", "bakery", "", ""), "fy", &alone).unwrap();
    assert!(made.sources.is_empty() && made.places.iter().all(|(_, watch)| *watch == Watch::NotWatched));
}

#[test]
fn every_trade_is_usable() {
    for trade in &TRADES {
        assert!(trade.words().count() >= 5 && !trade.spots.is_empty(), "{}", trade.code);
        assert_eq!(trade.label, format!("trade-{}", trade.code));
        assert!(trade.words().all(|word| text::token::fold(word) == word && word.len() > 1), "{}", trade.code);
        assert!(trade.opening.from < trade.opening.until && trade.opening.until <= 1440, "{}", trade.code);
        assert!(
            (1..=7).contains(&trade.opening.first_day)
                && (trade.opening.first_day..=7).contains(&trade.opening.last_day)
        );
        let made = proposal("Maison Kerguelen", "Brest", trade.code, "", "");
        assert!(made.queries.iter().any(|query| query.reason == Reason::Trade), "{}: {:?}", trade.code, made.queries);
    }
}

#[test]
fn what_is_wrong_is_said_field_by_field() {
    let bad = Fields {
        zone: Some("Mars/Olympus".to_owned()),
        competitor: "a\u{202e}b".to_owned(),
        ..fields(" ", "a\nb", "alchemy", "javascript:1", "call me")
    };
    let said: Vec<_> =
        propose(&bad, "fr", &Servers::default()).unwrap_err().iter().map(|wrong| wrong.field()).collect();
    assert_eq!(said, ["name", "town", "trade", "link", "contact", "competitor", "zone"]);
}

fn samples(texts: &[&str]) -> Vec<Sample> {
    texts.iter().map(|text| Sample { text: (*text).to_owned(), author: Some("lea".to_owned()) }).collect()
}

#[test]
fn what_others_are_called_by_is_left_out() {
    let query = query::parse("dunes").unwrap();
    let yes = samples(&["L'hôtel des Dunes à Saint-Malo est complet", "Dunes : chambre sale"]);
    let no = samples(&[
        "La dune du Pilat, plus haute des dunes d'Europe",
        "Randonnée au Pilat, quelles dunes",
        "Les dunes du Sahara vues du ciel",
    ]);
    let found: Vec<_> =
        exclude(&query, &["hotel"], &yes, &no, &READER).into_iter().map(|e| (e.term, e.holds)).collect();
    assert_eq!(found[0], ("pilat".to_owned(), 2), "{found:?}");
    assert_eq!(found.len(), 2, "two terms leave out all three: {found:?}");
    let terms: Vec<String> = found.into_iter().map(|(term, _)| term).collect();
    let narrowed = checked(&with_exclusions("dunes", &terms).unwrap()).unwrap();
    assert!(yes.iter().all(|sample| holds(&narrowed, sample)) && !no.iter().any(|sample| holds(&narrowed, sample)));
}

#[test]
fn what_a_crisis_is_told_in_is_never_left_out() {
    let query = query::parse("\"boulangerie martin\"").unwrap();
    let no = samples(&["boulangerie martin intoxication scandale horrible"]);
    let found = exclude(&query, &["pain"], &[], &no, &READER);
    for ill in ["scandale", "horrible"] {
        assert!(found.iter().all(|e| !e.term.contains(ill)), "{found:?}");
    }
    let writer = Sample { text: "dunes".to_owned(), author: Some("@voyage@example.org".to_owned()) };
    let found = exclude(&query::parse("dunes").unwrap(), &[], &[], &[writer], &READER);
    assert_eq!(found[0].term, "author:\"voyage@example.org\"", "where the words tell nothing, the author does");
}

#[test]
fn a_paper_that_writes_of_another_today_is_still_read_tomorrow() {
    let query = query::parse("dunes").unwrap();
    let by = |text: &str| Sample { text: text.to_owned(), author: Some("ouest-france.fr".to_owned()) };
    let no =
        [by("Le camping des Dunes rouvre à Brest, complet tout l'été"), by("Aux Dunes de Brest, travaux terminés")];
    let found: Vec<_> = exclude(&query, &["hotel"], &[], &no, &READER).into_iter().map(|e| e.term).collect();
    assert_eq!(found, ["brest"], "the place they share, not who wrote of it");
    let one = exclude(&query, &["hotel"], &[], &no[..1], &READER);
    assert_eq!(one[0].term, "brest", "a name before a longer word of one example");
}

fn sample() -> impl Strategy<Value = Sample> {
    let word = prop::sample::select(vec![
        "dunes", "Dunes", "fort", "hotel", "pilat", "le", "et", "#dunes", "#sable", "@lea", "voyage", "vacances",
        "sale", "1934", "été", "x", "\"", "NOT", "*", "a-b", "l'eau", "😀",
    ]);
    let text = prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "));
    let author = prop::option::of(prop::sample::select(vec!["lea", "@ben@x.example", "a \" b", "", "\u{202e}x"]));
    (text, author).prop_map(|(text, author)| Sample { text, author: author.map(str::to_owned) })
}

proptest! {
    #[test]
    fn no_exclusion_ever_loses_a_yes(
        yes in prop::collection::vec(sample(), 0..6), no in prop::collection::vec(sample(), 0..6),
        asked in prop::sample::select(vec!["dunes", "dunes OR hotel", "\"le fort\" OR #sable", "voyage NEAR/4 (pilat OR dunes)"]),
    ) {
        let query = query::parse(asked).unwrap();
        let found = exclude(&query, &["hotel"], &yes, &no, &READER);
        let terms: Vec<String> = found.iter().map(|e| e.term.clone()).collect();
        let narrowed = checked(&with_exclusions(asked, &terms).unwrap()).unwrap();
        for sample in &yes {
            prop_assert_eq!(holds(&query, sample), holds(&narrowed, sample), "{:?} lost by {:?}", sample, terms);
        }
        for exclusion in &found {
            let parsed = query::parse(&exclusion.term).unwrap();
            prop_assert_eq!(exclusion.holds, no.iter().filter(|sample| holds(&parsed, sample)).count());
            prop_assert!(exclusion.holds > 0);
        }
    }
}
