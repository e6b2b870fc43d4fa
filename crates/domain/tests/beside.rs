//! What departs beside the number of mentions, and whose storm it is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use jiff::{SignedDuration, Timestamp};
use signal::Level;
use signal::forecast::Silence;
use text::{Cause, Causes, Language, Tones};
use vigie_domain::assess::*;
use vigie_domain::brand::BrandRole;
use vigie_domain::figure::Figure;
use vigie_domain::id::{BrandId, MentionId};

fn at(minutes: i64) -> Timestamp {
    let onset: Timestamp = "2026-11-21T21:00:00Z".parse().unwrap();
    onset + SignedDuration::from_mins(minutes)
}

/// Somebody speaks of themselves, calmly.
fn calm(id: i64, minutes: i64) -> Witness {
    Witness {
        account_since: None,
        parent: None,
        url: None,
        deleted_at: None,
        stars: None,
        erased: false,
        images: Vec::new(),
        account_reviews: None,
        default_profile: None,
        mention: MentionId(id),
        at: at(minutes),
        place: Place::Reviews,
        source: "avis".to_owned(),
        platform: "mastodon".to_owned(),
        author: Some(format!("a{id}")),
        followers: Some(10),
        drawn: None,
        native_id: format!("n{id}"),
        repost_of: None,
        fingerprint: id.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15),
        negative: id % 10 == 0,
        positive: false,
        lang: Some(Language::Fr),
        text: "J’ai bien mangé, je reviendrai avec ma mère".to_owned(),
    }
}

/// One of many who pass on the same in anger.
fn angry(id: i64, minutes: i64) -> Witness {
    Witness {
        place: if id % 4 == 0 { Place::Press } else { Place::Network },
        followers: Some(2_000),
        repost_of: (id % 2 == 0).then(|| "n1".to_owned()),
        fingerprint: 7,
        negative: true,
        text: "C’est une honte, ils se moquent des clients !".to_owned(),
        ..calm(id, minutes)
    }
}

/// Four weeks of two mentions a day.
fn weeks() -> Vec<Witness> {
    (0..56).map(|n| calm(1_000 + n, n * 720 - 28 * 1_440)).collect()
}

fn assessed(witnesses: &[Witness], mentions: i64, usual: &[Witness], from: Timestamp) -> Assessment {
    let evidence = Evidence {
        now: at(60),
        onset: at(0),
        ended_at: None,
        witnesses,
        mentions,
        negative: 0,
        peak: (mentions, 1_000),
        hours: None,
        before: (200, 20),
        forecast: Err(Silence::Young),
        record: &[],
        reported: &[],
        company: None,
        grave: None,
        usual: Usual { witnesses: usual, from },
        articles: 0,
        trade: None,
        overridden: None,
    };
    assess(&evidence, &Rubric::default(), &Causes::new(), &Tones::new())
}

fn of(found: &Assessment, aspect: Aspect) -> Beside {
    *found.beside.iter().find(|beside| beside.aspect == aspect).unwrap()
}

fn points(found: &Assessment, factor: Factor) -> Option<i64> {
    found.severity.factors.iter().find(|graded| graded.factor == factor).and_then(|graded| graded.value)
}

#[test]
fn a_storm_departs_in_everything_and_a_calm_hour_in_nothing() {
    // Ever faster: 8 in the first half of the hour, 22 in the second.
    let storm: Vec<Witness> = (0..30).map(|n| angry(n, if n < 8 { n * 3 } else { 30 + (n - 8) })).collect();
    let (usual, from) = (weeks(), at(-28 * 1_440));
    let found = assessed(&storm, 30, &usual, from);
    for aspect in Aspect::ALL {
        let expected = if aspect == Aspect::FirstPerson { Stands::Below } else { Stands::Above };
        assert_eq!(of(&found, aspect).stands, expected, "{aspect:?} {:?}", of(&found, aspect));
    }
    let people = of(&found, Aspect::People);
    assert_eq!((people.now, people.usual), (Figure::Counted(30), Figure::Estimated { mid: 0, low: 0, high: 1 }));
    assert_eq!(of(&found, Aspect::Stories).now, Figure::Counted(1));
    assert_eq!(of(&found, Aspect::Reach).now, Figure::Counted(60_000));
    // All in anger where none was; none says "I" where all did.
    assert_eq!((points(&found, Factor::Arousal), points(&found, Factor::Impersonal)), (Some(100), Some(100)));

    let hour: Vec<Witness> = (0..12).map(|n| calm(n + 1, n * 5)).collect();
    let found = assessed(&hour, 12, &usual, from);
    let departing = |found: &Assessment| {
        let is = |beside: &&Beside| matches!(beside.stands, Stands::Above | Stands::Below);
        found.beside.iter().filter(is).map(|beside| beside.aspect).collect::<Vec<_>>()
    };
    // Twelve of them in an hour are many, one of whom speaks ill, and say it as before.
    assert_eq!(departing(&found), [Aspect::People, Aspect::Negative, Aspect::Reach]);
    assert_eq!((points(&found, Factor::Arousal), points(&found, Factor::Impersonal)), (Some(0), Some(0)));
}

#[test]
fn what_too_few_cannot_say_is_said() {
    let storm: Vec<Witness> = (0..30).map(|n| angry(n, n * 2)).collect();
    // Known since half a day: no twenty hours, and no ten mentions.
    let young = assessed(&storm, 30, &weeks()[55..], at(-700));
    assert!(young.beside.iter().all(|beside| beside.stands == Stands::Unknown), "{:?}", young.beside);
    assert_eq!(of(&young, Aspect::People).now, Figure::Counted(30));
    assert_eq!((points(&young, Factor::Arousal), points(&young, Factor::Impersonal)), (None, None));
    // Nine mentions have no share.
    let few = assessed(&storm[..9], 9, &weeks(), at(-28 * 1_440));
    assert_eq!((of(&few, Aspect::Ill).now, of(&few, Aspect::Ill).stands), (Figure::Unknown, Stands::Unknown));
    assert_eq!(of(&few, Aspect::People).stands, Stands::Above);
    // A language that is not read has no tone.
    let foreign: Vec<Witness> = storm.iter().map(|w| Witness { lang: Some(Language::De), ..w.clone() }).collect();
    assert_eq!(of(&assessed(&foreign, 30, &weeks(), at(-28 * 1_440)), Aspect::Aroused).stands, Stands::Unknown);
    // Not all were read: at least so many; what is not above is not known.
    let cut = assessed(&storm, 900, &weeks(), at(-28 * 1_440));
    assert_eq!((of(&cut, Aspect::People).now, of(&cut, Aspect::People).stands), (Figure::AtLeast(30), Stands::Above));
    let nobody: Vec<Witness> = weeks().into_iter().map(|w| Witness { followers: None, ..w }).collect();
    let found = assessed(&storm, 30, &nobody, at(-28 * 1_440));
    assert_eq!(of(&found, Aspect::Reach).stands, Stands::Unknown, "no source told of followers before");
}

#[test]
fn whose_storm_it_is() {
    let risen = |observed, expected| Some(Risen { observed, expected, low: 0, high: expected / 500 });
    let watched = |n, role, risen, level| Watched { brand: BrandId(n), role, risen, level };
    let (loud, calm) = (risen(60, 10_000), risen(11, 10_000));
    let one = |n, risen, level| watched(n, BrandRole::Competitor, risen, level);
    let ours = risen(50, 5_000);
    let table = [
        (Vec::new(), Whose::Unknown, (0, 0), 0),
        (vec![one(1, None, None)], Whose::Unknown, (0, 0), 0),
        (vec![one(1, calm, None), one(2, None, None)], Whose::Ours, (0, 1), 0),
        (vec![one(1, loud, Some(Level::Notice)), one(2, calm, None), one(3, calm, None)], Whose::Shared, (1, 3), 1),
        (vec![one(1, loud, Some(Level::Alert)), one(2, calm, None)], Whose::Trade, (1, 2), 1),
        // Four times its usual where ours is ten times: it stands out, less.
        (vec![one(1, risen(40, 10_000), Some(Level::Notice))], Whose::Shared, (1, 1), 0),
        // It alerted by itself and the stretch has taken it back into its range.
        (vec![one(1, calm, Some(Level::Alert))], Whose::Shared, (1, 1), 0),
        // The detector said nothing, or the counts are back in their range.
        (vec![one(1, loud, None), one(2, calm, Some(Level::Notice))], Whose::Ours, (0, 2), 0),
        (
            vec![
                watched(1, BrandRole::Industry, loud, Some(Level::Notice)),
                one(2, calm, None),
                one(3, calm, None),
                one(4, calm, None),
            ],
            Whose::Trade,
            (1, 4),
            1,
        ),
    ];
    for (watched, whose, counts, as_much) in table {
        let trade = Trade::of(ours, &watched);
        assert_eq!((trade.whose, (trade.stirred, trade.of)), (whose, counts), "{watched:?}");
        assert_eq!(trade.as_much().count(), as_much, "{watched:?}");
    }
    // Beside what nobody knows the usual of, nobody stands out as much.
    let young = Trade::of(None, &[one(1, loud, Some(Level::Alert))]);
    assert_eq!((young.whose, young.controls[0].stir), (Whose::Shared, Stir::Less));
}

#[test]
fn what_rose_comes_before_what_is_always_said_and_praise_is_no_cause() {
    let said = |id, minutes, text: &str| Witness { text: text.to_owned(), ..calm(id, minutes) };
    let rude = "Serveur malpoli, personnel odieux";
    // One an hour is rude, always; then three of glass in the hour, one of which is a word of praise.
    let usual: Vec<Witness> = (1..28 * 24).map(|n| said(n, -n * 60, rude)).rev().collect();
    let now = [
        said(900, 1, rude),
        said(901, 2, rude),
        said(902, 3, "Du verre dans le pain"),
        said(903, 4, "Encore du verre, direction les urgences"),
        Witness { positive: true, ..said(904, 5, "Pas de verre dans le pain, merci") },
    ];
    let found = assessed(&now, 5, &usual, at(-28 * 1_440));
    let told: Vec<_> = found.causes.iter().map(|c| (c.cause, c.count, c.beyond, c.share)).collect();
    assert_eq!(told, [(Cause::Safety, 2, Some(2), 500), (Cause::Staff, 2, Some(1), 500)]);
    // Known for less than a day: what is commonest comes first, of as many the gravest.
    let young = assessed(&now, 5, &usual[usual.len() - 9..], at(-9 * 60));
    assert_eq!(young.causes[0].beyond, None);
    assert_eq!(young.causes[0].cause, Cause::Safety);
}

/// What was kept before anybody looked beside the volume is still read.
#[test]
fn an_older_assessment_is_read() {
    let storm: Vec<Witness> = (0..30).map(|n| angry(n, n * 2)).collect();
    let found = assessed(&storm, 30, &weeks(), at(-28 * 1_440));
    let mut kept = serde_json::to_value(&found).unwrap();
    let fields = kept.as_object_mut().unwrap();
    fields.remove("beside").unwrap();
    for crossing in fields["crossings"].as_array_mut().unwrap() {
        crossing.as_object_mut().unwrap().remove("sources").unwrap();
    }
    let factors = fields["severity"]["factors"].as_array_mut().unwrap();
    factors.retain(|graded| !["arousal", "impersonal"].contains(&graded["factor"].as_str().unwrap()));
    let read: Assessment = serde_json::from_value(kept).unwrap();
    assert_eq!((read.beside, read.trade, read.mentions), (Vec::new(), None, found.mentions));
}
