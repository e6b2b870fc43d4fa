//! Examples from real answers of local servers, and making what is missing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

extern crate vigie_engine as engine;

use connect::http::Client;
use domain::setup::{Fields, Proposal, ProposedSource, Reason, Servers, Size, propose};
use engine::bus::Bus;
use engine::setup::{
    Answers, Chosen, Example, Found, Made, answering, examples, is_done, open, organisation_of_nobody, profile,
};
use engine::world::{Clock, World};
use std::sync::Arc;
use store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use words::Locale;

async fn world() -> World {
    let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
    let clock = Clock::standing_at("2026-11-22T02:00:00Z".parse().unwrap());
    World { store, clock, bus: Bus::default(), folds: Default::default(), workers: 1 }
}

/// A server that answers everybody with the same; with nothing, it takes the question and stays silent.
async fn server(answer: Option<&'static str>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        let mut silent = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let Some(answer) = answer else {
                silent.push(stream);
                continue;
            };
            tokio::spawn(async move {
                let mut asked = [0; 4_096];
                let _ = stream.read(&mut asked).await;
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", answer.len());
                let _ = stream.write_all(format!("{head}{answer}").as_bytes()).await;
            });
        }
    });
    host
}

fn source(host: &str, allow: &str) -> ProposedSource {
    ProposedSource {
        kind: "feed".into(),
        name: format!("news of {host}"),
        settings: format!(r#"{{"url":"http://{host}/rss","allow":["{allow}"]}}"#),
        bound: false,
        guessed: false,
    }
}

const NEWS: &str = r#"<rss version="2.0"><channel><title>n</title>
<item><title>Boulangerie Martin: la galette</title><guid>a</guid><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>Boulangerie Martin: la galette</title><guid>b</guid><pubDate>Sat, 21 Nov 2026 11:00:00 GMT</pubDate></item>
<item><title>&lt;script&gt;alert(1)&lt;/script&gt; boulangerie MARTIN</title><guid>c</guid><pubDate>Sat, 21 Nov 2026 12:00:00 GMT</pubDate></item>
<item><title>Le pain</title><guid>d</guid></item>
</channel></rss>"#;

#[tokio::test]
async fn examples_are_found_and_what_does_not_answer_is_told() {
    let world = world().await;
    let (good, silent, broken) = (server(Some(NEWS)).await, server(None).await, server(Some("no feed")).await);
    let mut guess = source(&broken, &broken);
    guess.guessed = true;
    let sources =
        [source(&good, &good), source(&silent, &silent), source(&broken, &broken), source(&good, "127.0.0.1:1"), guess];
    let queries = ["\"boulangerie martin\"".to_owned()];
    let found = examples(&world, &Client::new(None), None, &queries, &[], &sources).await.unwrap();
    let texts: Vec<&str> = found.examples.iter().map(|example| example.sample.text.as_str()).collect();
    assert_eq!(texts.len(), 2, "each text once, the newest first, only what the queries find: {texts:?}");
    assert!(texts[0].contains("MARTIN") && texts[1].contains("galette"), "{texts:?}");
    let silent_ones: Vec<&str> = found.troubles.iter().map(|trouble| trouble.source.as_str()).collect();
    assert_eq!(
        silent_ones,
        [format!("news of {silent}"), format!("news of {broken}"), format!("news of {good}")],
        "a guess that was wrong is no trouble; a private address that nobody allowed is refused"
    );
    assert_eq!(found.heard.len(), 1);
    let kept = answering(&world, &Client::new(None), sources.to_vec()).await;
    assert_eq!(kept.len(), 4, "what is sure stays, a guess stays only when it answers");
}

fn proposal() -> Proposal {
    let fields = Fields {
        name: "Boulangerie Martin".into(),
        town: "Lyon".into(),
        trade: "bakery".into(),
        competitor: "Pains Dupont".into(),
        ..Fields::default()
    };
    propose(&fields, "fr", &Servers::default()).unwrap()
}

#[tokio::test]
async fn what_is_missing_is_made_and_what_is_there_stays() {
    let world = world().await;
    let chosen = Chosen::all_of(proposal(), Size::Agency, Locale::Fr);
    let organisation = organisation_of_nobody(&world, "Martin").await.unwrap();
    assert_eq!(organisation_of_nobody(&world, "Martin").await.unwrap(), organisation, "nobody's is gone on with");
    let made = open(&world, &organisation, &chosen).await.unwrap();
    assert_eq!((made.brands.len(), made.sources.len()), (2, 3), "{made:?}");
    assert!(is_done(&world, &organisation, "Boulangerie Martin").await.unwrap());
    assert_eq!(profile(&world, &organisation).await.unwrap().unwrap().size, Size::Agency);
    let before = world.store.dump().await.unwrap();
    assert_eq!(open(&world, &organisation, &chosen).await.unwrap(), Made::default());
    assert_eq!(world.store.dump().await.unwrap(), before);

    // A set-up that stopped half-way is finished.
    let half = organisation_of_nobody(&world, "Half").await.unwrap();
    let brand = store::NewBrand {
        name: chosen.brand.clone(),
        role: domain::brand::BrandRole::Own,
        zone: "UTC".into(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    };
    world.store.create_brand(half.id, brand).await.unwrap();
    let made = open(&world, &half, &chosen).await.unwrap();
    assert_eq!((made.brands, made.sources.len()), (vec!["Pains Dupont".to_owned()], 3));
}

#[test]
fn answers_become_queries_without_what_is_not_ours() {
    let example = |text: &str| Example {
        sample: domain::setup::Sample { text: text.into(), author: None },
        url: None,
        source: "news".into(),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    let found = Found {
        examples: vec![
            example("La boulangerie Martin de Lyon"),
            example("La boulangerie Martin de Brest"),
            example("Brest : boulangerie Martin, pain à Lyon"),
        ],
        ..Found::default()
    };
    let fields =
        Fields { name: "Boulangerie Martin".into(), town: "Lyon".into(), trade: "bakery".into(), ..Fields::default() };
    let mut answers = Answers { fields: fields.clone(), found: Some(found), locale: "fr".into(), ..Answers::default() };
    answers.said = vec![Some(true), Some(false), Some(false)];
    let reader = text::Reader::new().unwrap();
    let proposal = answers.proposal(&Servers::default()).unwrap();
    let learnt = answers.learnt(&proposal, &reader);
    assert_eq!(learnt[0].term, "brest");
    answers.exclusions = learnt.into_iter().map(|e| e.term).collect();
    let tag = proposal.queries.iter().find(|query| query.reason == Reason::Hashtag).unwrap().text.clone();
    answers.refused = vec![tag.clone()];
    let chosen = answers.chosen(proposal);
    assert!(chosen.queries.iter().all(|(_, text)| text.ends_with("NOT brest") && !text.contains(&tag)), "{chosen:?}");
    let text = serde_json::to_string(&answers).unwrap();
    assert_eq!(serde_json::from_str::<Answers>(&text).unwrap(), answers, "it is resumed as it was");
    let same = answers.clone();
    answers.describe(fields.clone());
    assert_eq!(answers, same, "the same fields forget nothing");
    answers.describe(Fields { town: "Nice".into(), ..fields });
    assert_eq!(
        (answers.found, answers.said.len(), answers.exclusions.len()),
        (None, 0, 0),
        "others forget what was found"
    );
}
