//! Assessments: what is counted is counted, what is not known is said, more is never less grave.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use signal::forecast::{Ahead, Record, Silence};
use text::{Cause, Causes, Language, Tones};
use vigie_domain::assess::*;
use vigie_domain::figure::Figure;
use vigie_domain::id::{MentionId, PersonId};
use vigie_domain::post::{Image, PostKind};

fn at(minutes: i64) -> Timestamp {
    let onset: Timestamp = "2026-11-21T21:00:00Z".parse().unwrap();
    onset + SignedDuration::from_mins(minutes)
}

fn witness(id: i64, minutes: i64, author: &str, place: Place, text: &str) -> Witness {
    Witness {
        mention: MentionId(id),
        at: at(minutes),
        place,
        source: format!("{place:?}"),
        platform: "mastodon".to_owned(),
        author: Some(author.to_owned()),
        followers: None,
        account_since: None,
        drawn: None,
        native_id: format!("n{id}"),
        parent: None,
        repost_of: None,
        url: None,
        deleted_at: None,
        stars: None,
        fingerprint: 0,
        negative: true,
        positive: false,
        lang: Some(Language::Fr),
        text: text.to_owned(),
        erased: false,
        images: Vec::new(),
        account_reviews: None,
        default_profile: None,
    }
}

fn evidence<'a>(witnesses: &'a [Witness], reported: &'a [Reported]) -> Evidence<'a> {
    Evidence {
        now: at(90),
        onset: at(0),
        ended_at: None,
        witnesses,
        mentions: witnesses.len() as i64,
        negative: witnesses.iter().filter(|w| w.negative).count() as i64,
        peak: (witnesses.len() as i64, 1_000),
        hours: None,
        before: (200, 20),
        forecast: Err(Silence::Young),
        record: &[],
        reported,
        company: None,
        grave: None,
        articles: 0,
        usual: Usual { witnesses: &[], from: at(0) },
        trade: None,
        overridden: None,
    }
}

fn assessed(evidence: &Evidence<'_>) -> Assessment {
    assess(evidence, &Rubric::default(), &Causes::new(), &Tones::new())
}

#[test]
fn one_angry_customer_is_a_single_voice_and_what_is_not_known_is_said() {
    let one = [witness(1, 0, "a", Place::Network, "Le pain était froid")];
    let found = assessed(&evidence(&one, &[]));
    assert!(found.isolated);
    assert_eq!((found.people, found.reach, found.negative), (Figure::Counted(1), Figure::Unknown, None));
    assert_eq!(found.severity.severity, Severity::Watch);
    assert_eq!((found.origin, found.carriers.len(), found.causes.len()), (None, 0, 0));
    assert_eq!(found.forecast, Forecast::Young);
    let lacks = [
        Unknown::Reach,
        Unknown::Organic,
        Unknown::Grave,
        Unknown::Vivid,
        Unknown::Cause,
        Unknown::Harm,
        Unknown::Forecast,
        Unknown::Growth,
        Unknown::Ill,
    ];
    assert_eq!(found.unknown, lacks);
    // Nothing was read, nothing is claimed.
    let nobody = assessed(&Evidence { mentions: 40, ..evidence(&[], &[]) });
    assert_eq!((nobody.people, nobody.isolated), (Figure::AtLeast(0), false));
    assert!(nobody.unknown.contains(&Unknown::Rest));
}

#[test]
fn a_storm_shows_who_carries_it_where_it_began_and_where_it_crossed() {
    let mut storm = vec![
        Witness {
            followers: Some(40),
            fingerprint: 7,
            ..witness(1, 0, "a", Place::Network, "Du verre dans le pain, voyez la vidéo")
        },
        Witness {
            followers: Some(9_000),
            drawn: Some(300),
            fingerprint: 7,
            repost_of: Some("n1".into()),
            ..witness(2, 5, "b", Place::Network, "Du verre dans le pain, voyez la vidéo")
        },
    ];
    for id in 3..=20 {
        storm.push(Witness {
            followers: Some(10),
            repost_of: Some("n2".into()),
            fingerprint: 7,
            ..witness(id, id * 2, &format!("c{id}"), Place::Network, "Du verre dans le pain, à l’hôpital")
        });
    }
    storm.push(witness(21, 50, "d", Place::Forum, "intoxication ?"));
    storm.push(witness(22, 60, "e", Place::Press, "Du verre dans le pain : un client à l’hôpital"));
    let found = assessed(&evidence(&storm, &[]));
    assert_eq!(found.people, Figure::Counted(22));
    let leader = found.carriers[0];
    assert_eq!((leader.mention, leader.repeated, leader.drawn), (MentionId(2), 18, Figure::Counted(300)));
    assert_eq!(leader.followers, Figure::Counted(9_000));
    let origin = found.origin.unwrap();
    assert_eq!((origin.mention, origin.at, origin.copies, origin.repeats), (MentionId(1), at(0), 20, false));
    let crossed: Vec<_> = found.crossings.iter().map(|c| (c.place, c.count, c.at)).collect();
    assert_eq!(crossed, [(Place::Network, 20, at(0)), (Place::Forum, 1, at(50)), (Place::Press, 1, at(60))]);
    assert_eq!(found.causes[0].cause, Cause::Safety);
    assert!(found.causes[0].words.contains(&"verre".to_owned()), "{:?}", found.causes);
    assert_eq!(found.vivid.map(|vivid| vivid.mention), Some(MentionId(1)));
    // Followers of two are not known, so that the reach is a range.
    assert!(matches!(found.reach, Figure::Estimated { low: 9_220, .. }), "{:?}", found.reach);
    assert!(found.severity.severity >= Severity::Alert);
    assert!(found.urgency.minutes <= 120);
}

#[test]
fn who_told_it_first_carries_the_copies_that_others_told_later() {
    let copy = |id: i64, minutes, author: &str| Witness {
        fingerprint: 7,
        ..witness(id, minutes, author, Place::Network, "Verre dans la brioche")
    };
    let loud = |w: Witness| Witness { followers: Some(50_000), ..w };
    let storm = [
        copy(1, 0, "first"),
        copy(2, 5, "second"),
        loud(copy(3, 10, "loud")),
        copy(4, 15, "third"),
        // Who says it again takes up nobody but themselves, and one person twice is one person.
        copy(5, 20, "first"),
        copy(6, 25, "second"),
        loud(witness(7, 30, "famous", Place::Network, "Bonjour")),
        // Passed on: a copy of the first telling too, and a repeat of the one it names.
        Witness { repost_of: Some("n4".into()), ..copy(8, 35, "fourth") },
        Witness { author: None, ..copy(9, 40, "") },
    ];
    let found = assessed(&evidence(&storm, &[]));
    let told: Vec<_> = found.carriers.iter().map(|c| (c.mention, c.count, c.repeated)).collect();
    let famous = (MentionId(7), 1, 0);
    let expected = [(MentionId(1), 2, 6), (MentionId(4), 1, 1), (MentionId(3), 1, 0), famous, (MentionId(2), 2, 0)];
    assert_eq!(told, expected);
    // Whoever passes on a post that is a copy is counted once for its author.
    let pair = [copy(1, 0, "a"), Witness { repost_of: Some("n1".into()), ..copy(2, 5, "b") }];
    assert_eq!(assessed(&evidence(&pair, &[])).carriers[0].repeated, 1);
}

#[test]
fn reported_figures_count_as_harm_and_the_newest_holds() {
    let report = |subject, value, minutes| Reported::new(subject, value, " tel. ", PersonId(7), at(minutes)).unwrap();
    let reported =
        [report(Subject::Cancelled, 4, 10), report(Subject::Cancelled, 12, 30), report(Subject::Views, 80_000, 20)];
    let one = [witness(1, 0, "a", Place::Network, "froid")];
    let found = assessed(&evidence(&one, &reported));
    let values: Vec<_> = found.reported.iter().map(|r| (r.subject, r.value)).collect();
    assert_eq!(values, [(Subject::Views, 80_000), (Subject::Cancelled, 12)]);
    let harm = found.severity.factors.iter().find(|graded| graded.factor == Factor::Harm).unwrap();
    assert_eq!((harm.value, harm.points), (Some(12), 2));
    assert!(!found.unknown.contains(&Unknown::Harm));
    for (value, note) in [(-1, ""), (i64::MAX, ""), (1, "é".repeat(LONGEST_NOTE + 1).as_str())] {
        assert!(Reported::new(Subject::Calls, value, note, PersonId(7), at(0)).is_err());
    }
}

#[test]
fn a_person_says_otherwise_and_the_rubric_stays_visible() {
    let one = [witness(1, 0, "a", Place::Network, "froid")];
    let said = Override { severity: Severity::Crisis, reason: "le maire".into(), person: PersonId(7), at: at(9) };
    let found = assessed(&Evidence { overridden: Some(said.clone()), ..evidence(&one, &[]) });
    assert_eq!((found.severity.severity, found.severity.by_rubric), (Severity::Crisis, Severity::Watch));
    assert_eq!(found.severity.overridden, Some(said));
    assert_eq!(found.urgency.answer_by, at(60));
    assert!(found.urgency.overdue);
}

#[test]
fn a_forecast_is_told_with_its_record() {
    let ahead = [Ahead { minutes: 60, mid: 12.6, low: 4, high: 31, usual: 2.2 }];
    let record = [Record { minutes: 60, made: 9, held: 7, error: 0.3 }];
    let found = assessed(&Evidence { forecast: Ok(&ahead), record: &record, ..evidence(&[], &[]) });
    let further = Figure::Estimated { mid: 13, low: 4, high: 31 };
    assert_eq!(found.forecast, Forecast::Told(vec![Expected { minutes: 60, further, usual: 2, made: 9, held: 7 }]));
}

#[test]
fn a_post_with_a_picture_is_vivid_though_it_does_not_name_it() {
    let mut storm =
        vec![witness(1, 0, "a", Place::Network, "Regardez-moi ça"), witness(2, 1, "b", Place::Network, "Oh")];
    let plain = assessed(&evidence(&storm, &[]));
    assert!(plain.vivid.is_none() && plain.unknown.contains(&Unknown::Vivid));
    storm[1].images = vec![Image::Cid("bafkreifile".to_owned())];
    let found = assessed(&evidence(&storm, &[]));
    assert_eq!(found.vivid.map(|vivid| vivid.mention), Some(MentionId(2)));
    assert!(!found.unknown.contains(&Unknown::Vivid));
}

#[test]
fn places_are_told_apart() {
    let table = [
        ("feed", PostKind::Article, Place::Press),
        ("feed", PostKind::Comment, Place::Forum),
        ("mastodon", PostKind::Comment, Place::Network),
        ("file", PostKind::Post, Place::Network),
        ("file", PostKind::Comment, Place::Forum),
        ("webhook", PostKind::Comment, Place::Forum),
        ("forum", PostKind::Post, Place::Forum),
        ("file", PostKind::Review, Place::Reviews),
        ("hand", PostKind::Report, Place::Direct),
    ];
    for (source, kind, place) in table {
        assert_eq!(Place::of(source, kind), place);
    }
}

#[test]
fn the_houses_rubric_is_one_and_wrong_ones_are_refused() {
    let house = Rubric::default();
    assert_eq!(house.check(), Ok(()));
    assert_eq!(Factor::ALL.iter().filter(|factor| house.factors.contains_key(factor)).count(), Factor::ALL.len());
    let again: Rubric = serde_json::from_str(&serde_json::to_string(&house).unwrap()).unwrap();
    assert_eq!(again, house);
    let with = |factor: Factor, steps: &[(i64, i64)]| {
        let mut rubric = house.clone();
        let steps = steps.iter().map(|(from, points)| Step { from: *from, points: *points, least: None }).collect();
        rubric.factors.insert(factor, steps);
        rubric.check()
    };
    assert_eq!(with(Factor::Press, &[(1, 3), (2, 2)]), Err(RubricError::Falls(Factor::Press)));
    assert_eq!(with(Factor::Press, &[(2, 1), (1, 2)]), Err(RubricError::Falls(Factor::Press)));
    assert_eq!(with(Factor::Press, &[(1, -1)]), Err(RubricError::Points(Factor::Press)));
    assert_eq!(Rubric { crisis: 6, ..house.clone() }.check(), Err(RubricError::Order));
    let mut wrong = Rubric { crisis: 1, answer_minutes: [1, 2, 3], ..house.clone() };
    for factor in [Factor::Reach, Factor::Volume] {
        wrong.factors.insert(factor, [(9, 1), (3, 2)].map(|(from, points)| Step { from, points, least: None }).into());
    }
    let falls = [Factor::Volume, Factor::Reach].map(RubricError::Falls);
    assert_eq!(wrong.problems(), [falls[0].clone(), falls[1].clone(), RubricError::Order, RubricError::Minutes]);
    assert_eq!(Rubric { answer_minutes: [60, 60, 90], ..house.clone() }.check(), Err(RubricError::Minutes));
}

fn any_values() -> impl Strategy<Value = Vec<Option<i64>>> {
    prop::collection::vec(prop::option::of(prop_oneof![0_i64..40, 0_i64..3_000_000]), Factor::ALL.len())
}

fn any_rubric() -> impl Strategy<Value = Rubric> {
    let steps = prop::collection::vec((1_i64..500, 0_i64..5, 0_usize..3), 0..5).prop_map(|steps| {
        let (mut from, mut points, mut least) = (0, 0, 0);
        let step = |(more, of, severity): (i64, i64, usize)| {
            (from, points, least) = (from + more, points + of, least.max(severity));
            Step { from, points, least: (least > 0).then(|| Severity::ALL[least]) }
        };
        steps.into_iter().map(step).collect::<Vec<_>>()
    });
    (prop::collection::vec(steps, Factor::ALL.len()), 1_i64..20, 1_i64..20).prop_map(|(steps, alert, more)| Rubric {
        factors: Factor::ALL.into_iter().zip(steps).collect(),
        alert,
        crisis: alert + more,
        answer_minutes: [100, 50, 10],
    })
}

proptest! {
    #[test]
    fn more_of_anything_is_never_less_grave(
        rubric in prop_oneof![Just(Rubric::default()), any_rubric()],
        values in any_values(), which in 0..Factor::ALL.len(), more in 1_i64..5_000_000,
    ) {
        prop_assert_eq!(rubric.check(), Ok(()));
        let named = |values: &[Option<i64>]| Factor::ALL.into_iter().zip(values.iter().copied()).collect::<Vec<_>>();
        let before = rubric.grade(&named(&values), None);
        let mut risen = values.clone();
        risen[which] = Some(risen[which].unwrap_or(0) + more);
        let after = rubric.grade(&named(&risen), None);
        prop_assert!(after.severity >= before.severity && after.points >= before.points);
        // What is learnt never makes it less grave than not knowing it.
        let mut unknown = values.clone();
        unknown[which] = None;
        prop_assert!(rubric.grade(&named(&unknown), None).severity <= before.severity);
        prop_assert_eq!(before.points, before.factors.iter().map(|graded| graded.points).sum::<i64>());
    }

    #[test]
    fn any_witnesses_are_assessed(
        seeds in prop::collection::vec((0_i64..500, 0_u8..6, 0_u8..5, prop::option::of(-5_i64..i64::MAX), any::<bool>(), 0_u64..4), 0..40),
        mentions in 0_i64..60,
    ) {
        let witnesses: Vec<Witness> = seeds.iter().enumerate().map(|(id, (minutes, author, place, n, negative, print))| Witness {
            followers: *n, drawn: *n, negative: *negative, fingerprint: *print,
            repost_of: (*author == 0).then(|| "n1".to_owned()),
            ..witness(id as i64, *minutes, &author.to_string(), Place::ALL[usize::from(*place)], "retard verre prix")
        }).collect();
        let found = assessed(&Evidence { mentions, negative: mentions / 2, ..evidence(&witnesses, &[]) });
        let told: i64 = found.crossings.iter().map(|crossing| crossing.count).sum();
        prop_assert_eq!(told, witnesses.len() as i64);
        prop_assert!(found.carriers.len() <= TOLD && found.causes.iter().all(|cause| cause.share <= 1_000));
        prop_assert!(found.crossings.windows(2).all(|pair| pair[0].at <= pair[1].at));
        let text = serde_json::to_string(&found).unwrap();
        prop_assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), found);
        prop_assert!(!text.contains("\"n1\""), "no platform's id in what is kept");
    }
}
