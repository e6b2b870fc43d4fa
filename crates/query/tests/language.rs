//! What the language means: queries, texts, and whether they match, by the naive evaluator and by the matcher.

use vigie_query::{Document, Matcher, Scratch, evaluate, highlight, parse};

#[track_caller]
fn check(source: &str, document: &Document<'_>, expected: bool) {
    let query = parse(source).unwrap_or_else(|error| panic!("{}", error.render(source)));
    assert_eq!(evaluate(&query, document), expected, "{source} on {document:?}");
    let mut matcher = Matcher::new();
    matcher.insert(7, &query);
    let found = !matcher.matches(document, &mut Scratch::default()).is_empty();
    assert_eq!(found, expected, "matcher: {source} on {document:?}");
}

fn table(rows: &[(&str, &str, bool)]) {
    for (query, text, expected) in rows {
        check(query, &Document { text, ..Document::default() }, *expected);
    }
}

#[test]
fn words_and_operators() {
    table(&[
        ("acme", "ACME strikes back", true),
        ("acme", "acmes", false),
        ("Acme recall", "the recall of Acme", true),
        ("Acme AND recall", "Acme", false),
        ("Acme recall OR boycott", "boycott now", true),
        ("Acme (recall OR boycott)", "boycott now", false),
        ("Acme -jobs", "Acme jobs", false),
        ("Acme -jobs", "Acme recall", true),
        ("Acme NOT (jobs OR careers)", "careers at Acme", false),
        ("Acme NOT NOT recall", "Acme recall", true),
        ("NOT spam AND Acme", "Acme", true),
        ("Acme -\"job offer\"", "Acme job, offer", false),
        ("Acme -\"job offer\"", "Acme offer job", true),
        ("and or", "this or that and more", true),
        ("anti-acme", "the anti acme league", true),
        ("(Acme)", "Acme", true),
        ("3,50", "3.50 €", true),
        ("🤮 acme", "acme 🤮", true),
    ]);
}

#[test]
fn phrases_and_distance() {
    table(&[
        ("\"fuite de données\"", "une fuite de donnees massive", true),
        ("“fuite de données”", "fuite des données", false),
        ("« fuite de données »", "Fuite de Données", true),
        ("„acme kaputt“", "Acme kaputt", true),
        ("acme NEAR/1 recall", "recall Acme", true),
        ("acme NEAR/2 recall", "acme issues massive recall", false),
        ("acme NEAR/3 recall", "acme issues massive recall", true),
        ("acme NEAR/3 acme", "acme", false),
        ("acme NEAR/3 acme", "acme and acme", true),
        ("\"acme france\" NEAR/2 rappel", "rappel chez Acme France", true),
        ("\"acme france\" NEAR/1 rappel", "rappel chez Acme France", false),
        ("\"acme france\" NEAR/5 \"france rappel\"", "acme france rappel", false),
        ("(acme OR zorro) NEAR/2 (rappel OR \"data leak\")", "data leak at zorro", true),
        ("acme NEAR/2 rapp*", "acme : rappels", true),
    ]);
}

#[test]
fn prefixes_hashtags_and_handles() {
    table(&[
        ("rembours*", "REMBOURSÉ !", true),
        ("rembours*", "on rembours", true),
        ("rembours*", "rembour", false),
        ("été*", "etes-vous", true),
        ("acme", "#Acme", true),
        ("acme", "@acme", true),
        ("#acme", "acme", false),
        ("#acme", "#ACME!", true),
        ("#acme", "@acme", false),
        ("@acme", "@Acme merci", true),
        ("@acme", "#acme acme", false),
        ("@acme", "jean@acme.fr", false),
        ("@acme", "@acme@mastodon.social @x", true),
        ("@acme@mastodon.social", "@acme@Mastodon.social", true),
        ("@acme@mastodon.social", "@acme@other.social", false),
        ("mastodon", "@acme@mastodon.social", false),
        ("acme", "#BoycottAcme", true),
        ("\"stop acme\"", "stop #acme_fail", true),
        ("acme", "merci @AcmeSupport", true),
        ("#acme", "#BoycottAcme", false),
        ("#boycott*", "#BoycottAcme", true),
        ("#boycott*", "boycotter", false),
        ("#BoycottAcme", "#boycottacme", true),
        ("acme", "#boycottacme", false),
        ("acme", "https://www.acme.fr/x", true),
        ("acme.fr", "voir https://acme.fr/avis", true),
        ("https://www.acme.fr/", "acme.fr", true),
        ("トヨタ", "新しいトヨタの車", true),
        ("トヨタ", "トタヨ", false),
        ("acme", "Аcmе sucks", true),
        ("acme", "A\u{200b}cme", true),
    ]);
}

#[test]
fn french_english_frisian_dutch() {
    table(&[
        ("Oréal", "chez L’ORÉAL", true),
        ("Oréal", "les produits d'Oreal", true),
        ("l'Oréal", "L’Oréal rappelle", true),
        ("l'Oréal", "d'Oréal", false),
        ("l’Équipe", "une équipe", false),
        ("bœuf", "du boeuf avarié", true),
        ("aujourd'hui", "aujourd’hui", true),
        ("mcdonald's", "McDonald’s again", true),
        ("acme", "Acme's fault", true),
        ("bakkerij \"'t Hoekje\"", "Bakkerij ’t Hoekje is ticht", true),
        ("foto", "foto's fan 'e brân", true),
        ("skandaal brân*", "in SKANDAAL nei de brannen", true),
        ("freonen", "Fréonen fan Fryslân", true),
        ("fryslan", "Fryslân", true),
        ("reünie NIET*", "reunie niettemin", true),
        ("terugroepactie", "Terugroepactie!", true),
        ("\"één ster\"", "een ster", true),
    ]);
}

#[test]
fn fields() {
    let post = Document {
        text: "Acme",
        lang: Some("fr-FR"),
        source: Some("Mastodon"),
        author: Some("@Léa@mastodon.social"),
        followers: Some(1000),
        rating: Some(2),
    };
    let unknown = Document { text: "Acme", ..Document::default() };
    for (query, expected) in [
        ("lang:fr", true),
        ("LANG:FR", true),
        ("lang:fr-BE", true),
        ("lang:en", false),
        ("source:mastodon", true),
        ("source:\"mastodon\"", true),
        ("author:lea", true),
        ("author:@Léa@mastodon.social", true),
        ("author:mastodon.social", false),
        ("followers:>999", true),
        ("followers:>1000", false),
        ("followers:>=1000", true),
        ("followers:1000", true),
        ("followers:<1000", false),
        ("rating:<=2", true),
        ("rating:≤2", true),
        ("rating:=2", true),
        ("rating:3", false),
    ] {
        check(&format!("acme {query}"), &post, expected);
        check(&format!("acme NOT {query}"), &post, !expected);
        check(&format!("acme {query}"), &unknown, false);
        check(&format!("acme NOT {query}"), &unknown, true);
    }
    check("author:lea", &post, true);
    check("author:lea", &unknown, false);
    check("author:lea OR zorro", &post, true);
    check("author:lea -acme", &post, false);
}

#[test]
fn highlights() {
    for (source, text, expected) in [
        ("acme", "L'Acmé et #Acme, @acme.", "Acmé|#Acme|@acme"),
        ("\"fuite de données\" -acme", "Fuite  de données chez Acme: fuite", "Fuite|de données"),
        ("acme NEAR/3 rapp*", "Rappel chez Acme", "Rappel|Acme"),
        ("トヨタ", "新しいトヨタの車", "トヨタ"),
        ("acme", "#BoycottAcme", "#BoycottAcme"),
        ("acme", "rien", ""),
    ] {
        let query = parse(source).expect(source);
        let found: Vec<&str> = highlight(&query, text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found.join("|"), expected, "{source} in {text}");
    }
}
