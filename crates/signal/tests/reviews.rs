//! Bursts of reviews: the group is found, real customers are not in it, what is unknown is said.

use vigie_signal::reviews::{Dossier, Evidence, OfAll, Review, Settings, Usual, Wording, judge};

const DAY: i64 = 86_400;
const NOW: i64 = 1_700_000_000;

fn usual() -> Usual {
    Usual { per_day: Some(0.4), ratings: Some([6, 4, 10, 60, 120]), one_off: Some(0.3) }
}

/// A star without text by an account made this week that reviewed nothing else.
fn thrown(id: u64) -> Review {
    Review {
        id,
        at: NOW + id as i64 * 400,
        rating: Some(1),
        wording: Wording::None,
        account_since: Some(NOW - 3 * DAY),
        account_reviews: Some(1),
    }
}

fn group(dossier: &Dossier) -> Vec<u64> {
    dossier.group.as_ref().map(|group| group.reviews.clone()).unwrap_or_default()
}

#[test]
fn forty_stars_without_text_and_the_two_customers_among_them() {
    let mut reviews: Vec<Review> = (0..40).map(thrown).collect();
    reviews[11].account_reviews = Some(23);
    reviews[11].account_since = Some(NOW - 1500 * DAY);
    reviews[29].account_since = Some(NOW - 800 * DAY);
    reviews[29].account_reviews = None;
    let dossier = judge(&reviews, &usual(), &Settings::default());
    let expected: Vec<u64> = (0..40).filter(|id| ![11, 29].contains(id)).collect();
    assert_eq!(group(&dossier), expected);
    assert!((dossier.organic_share - 0.05).abs() < 1e-9);
    assert!(dossier.group.as_ref().is_some_and(|group| group.p < 1e-9), "{:?}", dossier.group);
    let found = dossier.whole.unwrap();
    let arrival = found.evidence_for.iter().find_map(|e| match e {
        OfAll::Arrival { reviews, expected, .. } => Some((*reviews, *expected)),
        _ => None,
    });
    assert!(arrival.is_some_and(|(reviews, expected)| reviews == 40 && expected < 1.0), "{arrival:?}");
    assert!(found.evidence_against.contains(&OfAll::RealCustomers { reviews: 2 }));
    assert!(found.evidence_against.contains(&OfAll::CrowdPossible), "never only one side");
    let customer = &dossier.reviews[11];
    assert!(customer.evidence_against.contains(&Evidence::History { reviews: 23 }));
    assert!(customer.evidence_for.contains(&Evidence::InBurst) && customer.evidence_for.contains(&Evidence::NoText));
    assert_eq!(dossier.reviews[29].unknown, [Evidence::HistoryUnknown]);
}

/// Reviews that come by themselves, four in ten days, for a month: how surprising their densest stretch is said to be.
fn chance_arrival(seed: u64) -> Option<f64> {
    let (mut at, mut state, mut reviews) = (0.0, seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, Vec::new());
    loop {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        at -= ((state >> 11) as f64 + 1.0).ln() / 0.4 - ((1u64 << 53) as f64).ln() / 0.4;
        if at > 30.0 {
            break;
        }
        reviews.push(Review { at: NOW + (at * DAY as f64) as i64, ..thrown(reviews.len() as u64) });
    }
    let found = judge(&reviews, &usual(), &Settings { p: 1.0, least: 1, ..Settings::default() });
    found.whole?.evidence_for.iter().find_map(|e| match e {
        OfAll::Arrival { p, .. } => Some(*p),
        _ => None,
    })
}

#[test]
fn an_arrival_by_chance_is_seldom_called_surprising() {
    let found: Vec<f64> = (1..=600).filter_map(chance_arrival).collect();
    assert!(found.len() > 500, "{}", found.len());
    let surprising = found.iter().filter(|p| **p <= 0.01).count();
    assert!(surprising <= 12, "{surprising} of 600 at one in a hundred");
}

#[test]
fn the_order_of_the_reviews_changes_nothing() {
    let mut reviews: Vec<Review> = (0..40).map(thrown).collect();
    let dossier = judge(&reviews, &usual(), &Settings::default());
    reviews.reverse();
    reviews.rotate_left(13);
    assert_eq!(judge(&reviews, &usual(), &Settings::default()), dossier);
}

#[test]
fn who_came_another_day_or_wrote_their_own_words_is_not_in_it() {
    let mut reviews: Vec<Review> = (0..20).map(thrown).collect();
    reviews[3].at = NOW - 40 * DAY;
    reviews[7].wording = Wording::Text(0xdead_beef_1234_5678);
    reviews[8].wording = Wording::Text(0x0f0f_3c3c_a5a5_9999);
    reviews[9].wording = Wording::Text(0x0f0f_3c3c_a5a5_9998);
    reviews[12].rating = Some(5);
    let dossier = judge(&reviews, &usual(), &Settings::default());
    let members = group(&dossier);
    for spared in [3, 7, 12] {
        assert!(!members.contains(&spared), "{spared} is accused");
    }
    assert!(members.contains(&8) && members.contains(&9), "copies of each other");
    let of = |id| dossier.reviews.iter().find(|one| one.id == id).unwrap();
    assert_eq!(of(9).evidence_for[0], Evidence::CopiedText { others: 1 });
    let of_text = |e: &Evidence| matches!(e, Evidence::CopiedText { .. } | Evidence::OwnText);
    assert!(!of(8).evidence_for.iter().chain(&of(8).evidence_against).any(of_text), "who wrote it first");
}

#[test]
fn whose_words_are_copied_afterwards_is_not_accused_for_it() {
    let mut reviews: Vec<Review> = (0..20).map(thrown).collect();
    for review in &mut reviews[4..] {
        review.wording = Wording::Text(0x0f0f_3c3c_a5a5_9999);
    }
    // Of whoever wrote it first nothing else is known.
    (reviews[4].account_since, reviews[4].account_reviews) = (None, None);
    let members = group(&judge(&reviews, &usual(), &Settings::default()));
    assert_eq!(members, (0..20).filter(|id| *id != 4).collect::<Vec<_>>());
}

#[test]
fn many_copies_are_told_of_the_burst_even_where_nobody_is_accused() {
    // As many have reviewed before as elsewhere: the accounts are no wonder, the words are.
    let mut reviews: Vec<Review> = (0..64)
        .map(|id| Review { at: NOW + id as i64 * 30, account_reviews: Some(2), account_since: None, ..thrown(id) })
        .collect();
    let text = |n: u64| {
        Wording::Text((n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29).wrapping_mul(0xbf58_476d_1ce4_e5b9))
    };
    for (n, review) in (0..).zip(&mut reviews) {
        review.wording = text(n % 12);
    }
    let dossier = judge(&reviews, &usual(), &Settings::default());
    assert_eq!(dossier.group, None);
    assert!(dossier.whole.unwrap().evidence_for.contains(&OfAll::Copied { reviews: 52, known: 64 }));
    // A few who write the same few words are none.
    for (n, review) in (4..).zip(&mut reviews[4..]) {
        review.wording = text(n + 12);
    }
    let few = judge(&reviews, &usual(), &Settings::default()).whole.unwrap();
    assert!(!few.evidence_for.iter().any(|e| matches!(e, OfAll::Copied { .. })), "{few:?}");
}

#[test]
fn stars_count_only_where_they_are_not_as_usual() {
    let one_sided = |fives: usize, ratings| {
        let mut reviews: Vec<Review> = (0..20).map(thrown).collect();
        reviews[..fives].iter_mut().for_each(|review| review.rating = Some(5));
        let whole = judge(&reviews, &Usual { ratings, ..usual() }, &Settings::default()).whole.unwrap();
        assert!(!whole.evidence_against.iter().any(|e| matches!(e, OfAll::OneSided { .. })));
        whole.evidence_for.iter().any(|e| matches!(e, OfAll::OneSided { .. }))
    };
    assert!(one_sided(0, usual().ratings) && one_sided(0, None) && one_sided(4, None));
    assert!(!one_sided(0, Some([85, 0, 0, 0, 15])), "so many give one star always");
    assert!(!one_sided(5, None), "three in four");
}

#[test]
fn angry_customers_are_no_campaign() {
    // A bad evening: forty customers with histories, one star each, many without text.
    let mut reviews: Vec<Review> = (0..40).map(thrown).collect();
    for review in &mut reviews {
        review.account_reviews = Some(2 + review.id as u32 % 30);
        review.account_since = Some(NOW - (100 + 30 * review.id as i64) * DAY);
    }
    assert_eq!(judge(&reviews, &usual(), &Settings::default()).group, None);
    // Where a third reviews only once, as everywhere, that is no campaign either.
    for review in reviews.iter_mut().step_by(3) {
        review.account_reviews = Some(1);
        review.account_since = None;
    }
    let seldom = Usual { per_day: Some(30.0), ..usual() };
    let dossier = judge(&reviews, &seldom, &Settings::default());
    assert_eq!(dossier.group, None);
    assert!(dossier.reviews.iter().all(|one| !one.in_group));
    let usual_many = |e: &OfAll| matches!(e, OfAll::OneOff { .. });
    let whole = dossier.whole.unwrap();
    assert!(whole.evidence_against.iter().any(usual_many) && !whole.evidence_for.iter().any(usual_many), "{whole:?}");
}

#[test]
fn where_nothing_is_known_nobody_is_accused() {
    let mut reviews: Vec<Review> = (0..40).map(thrown).collect();
    for review in &mut reviews {
        (review.account_since, review.account_reviews, review.rating) = (None, None, None);
        review.wording = Wording::Unknown;
    }
    let dossier = judge(&reviews, &Usual::default(), &Settings::default());
    assert_eq!(dossier.group, None);
    let whole = dossier.whole.as_ref().unwrap();
    assert_eq!(whole.evidence_for, [], "stars unknown, arrival unknown");
    assert!(whole.evidence_against.contains(&OfAll::NothingKnown { reviews: 40 }), "{whole:?}");
    let all = [Evidence::RatingUnknown, Evidence::TextUnknown, Evidence::AgeUnknown, Evidence::HistoryUnknown];
    assert!(dossier.reviews.iter().all(|one| one.unknown == all));
    // Without the brand's usual arrival the accounts alone must carry it, and that is said.
    let reviews: Vec<Review> = (0..40).map(thrown).collect();
    let dossier = judge(&reviews, &Usual::default(), &Settings::default());
    assert!(dossier.group.is_some());
    let found = dossier.whole.unwrap();
    assert!(found.evidence_against.contains(&OfAll::ArrivalUnknown));
    assert!(found.evidence_for.iter().any(|e| matches!(e, OfAll::OneOff { assumed: true, .. })));
    assert_eq!(judge(&[], &usual(), &Settings::default()).organic_share, 1.0);
}
