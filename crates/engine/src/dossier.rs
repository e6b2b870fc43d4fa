//! The dossier of a burst of ratings: fed from the store, judged by `signal::reviews`, nobody accused for what many angry customers share.

use crate::EngineError;
use crate::assess::{Stretch, aside, read, stretch_of};
use crate::company::one_in;
use crate::tick::thousandths;
use crate::world::World;
use domain::assess::{Company, Dossier, Judged, Part, ReviewBurst, Sign, Unseen, Witness};
use domain::counter::{minute, minute_start};
use jiff::{SignedDuration, Timestamp};
use signal::reviews::{Evidence, OfAll, Review, Settings, Usual, Wording, judge};
use std::collections::BTreeMap;
use store::{PastRating, SignalRow};

/// What is usual is that of so much time before the onset, and of so many ratings at most.
const USUAL: SignedDuration = SignedDuration::from_hours(365 * 24);
const MOST: i64 = 5_000;
/// After less listening nobody knows how many usually come.
const LEAST_DAYS: f64 = 28.0;
/// Of fewer ratings no distribution is told, of fewer accounts whose age is known no share.
const LEAST_RATINGS: usize = 10;
const LEAST_ACCOUNTS: usize = 20;
/// Fewer ratings are no burst.
const LEAST: usize = 5;

/// The dossier of a signal as of now, or as of its end; `None` where too few of its mentions are ratings.
///
/// # Errors
/// The store's.
pub async fn of_signal(world: &World, row: &SignalRow, now: Timestamp) -> Result<Option<Dossier>, EngineError> {
    let stretch = stretch_of(row, now)?;
    let witnesses = read(world, stretch).await?;
    of_stretch(world, stretch, &witnesses).await
}

/// The dossier of a stretch's ratings, however many others speak of them; `None` where they are too few.
pub(crate) async fn of_stretch(
    world: &World,
    stretch: Stretch,
    witnesses: &[Witness],
) -> Result<Option<Dossier>, EngineError> {
    let rated: Vec<Witness> = witnesses.iter().filter(|witness| witness.stars.is_some()).cloned().collect();
    if rated.len() < LEAST {
        return Ok(None);
    }
    // The witnesses begin with the onset's minute.
    let onset = minute_start(minute(stretch.onset));
    let from = onset.saturating_sub(USUAL).unwrap_or(Timestamp::MIN);
    let past = world.store.past_ratings(stretch.organisation, stretch.brand, from, onset, MOST).await?;
    aside(move || look(&rated, &past, onset)).await
}

/// What the dossier says of who acts together, among so many mentions.
pub(crate) fn tell(company: &mut Company, dossier: Dossier, mentions: usize) {
    // Of a storm that is mostly something else, its ratings tell no share.
    if dossier.reviews.len() * 2 > mentions {
        company.share = share(&dossier);
        company.unseen.retain(|unseen| *unseen != Unseen::Few);
    }
    company.reviews = Some(dossier.burst);
}

/// How much of it is people's own, in thousandths.
fn share(dossier: &Dossier) -> Option<i64> {
    let ReviewBurst { reviews, alike, ref signs_against, .. } = dossier.burst;
    let dark = signs_against.iter().find_map(|sign| match sign {
        Sign::NothingKnown { count } => Some(*count),
        _ => None,
    });
    let all = dossier.reviews.len() as i64;
    // That nobody is accused does not make them people's own; nor that few are, where nothing is known of most accounts.
    let known = dark.unwrap_or(0) * 2 < reviews;
    (known && alike > 0).then(|| 1_000 - alike * 1_000 / all.max(1))
}

fn look(rated: &[Witness], past: &[PastRating], onset: Timestamp) -> Option<Dossier> {
    let settings = Settings::default();
    let mut before: BTreeMap<&str, (Timestamp, u32)> = BTreeMap::new();
    for rating in past {
        if let Some(account) = rating.account.as_deref() {
            let entry = before.entry(account).or_insert((rating.at, 0));
            *entry = (entry.0.min(rating.at), entry.1 + 1);
        }
    }
    let reviews: Vec<Review> = (0..).zip(rated).map(|(id, witness)| review(id, witness, &before, &settings)).collect();
    let found = judge(&reviews, &usual(past, onset, &settings), &settings);
    let whole = found.whole?;
    let judged = |of: &signal::reviews::Judged| {
        let witness = rated.get(usize::try_from(of.id).ok()?)?;
        let own = of.evidence_against.iter().any(Evidence::is_own);
        let part = if of.in_group {
            Part::Alike
        } else if own {
            Part::Own
        } else {
            Part::Open
        };
        Some(Judged {
            mention: witness.mention,
            at: witness.at,
            stars: witness.stars,
            part,
            evidence_for: of.evidence_for.clone(),
            evidence_against: of.evidence_against.clone(),
            unknown: of.unknown.clone(),
        })
    };
    let judged: Vec<Judged> = found.reviews.iter().filter_map(judged).collect();
    let second = |at: i64| Timestamp::from_second(at).unwrap_or_default();
    let inside = |of: &&Judged| (whole.first..=whole.last).contains(&of.at.as_second());
    let count = |part: Part| judged.iter().filter(inside).filter(|of| of.part == part).count() as i64;
    let burst = ReviewBurst {
        reviews: whole.reviews as i64,
        alike: count(Part::Alike),
        own: count(Part::Own),
        one_in: found.group.as_ref().map(|group| one_in(group.p)),
        first: second(whole.first),
        last: second(whole.last),
        signs_for: whole.evidence_for.iter().map(sign).collect(),
        signs_against: whole.evidence_against.iter().map(sign).collect(),
    };
    Some(Dossier { burst, reviews: judged })
}

/// A rating as the instrument takes it. What the store knows from before only ever speaks for somebody: it does not know all they wrote.
fn review(id: u64, witness: &Witness, before: &BTreeMap<&str, (Timestamp, u32)>, settings: &Settings) -> Review {
    let seen = witness.author.as_deref().and_then(|author| before.get(author));
    let long = |at: &Timestamp| witness.at.duration_since(*at).as_secs() >= settings.new_account;
    let first_seen = seen.map(|(at, _)| *at).filter(long);
    let wording = match (witness.erased, witness.text.trim(), witness.fingerprint) {
        (true, ..) => Wording::Unknown,
        (_, "", _) => Wording::None,
        (_, text, 0) => Wording::Text(text::token::hash(text)),
        (.., fingerprint) => Wording::Text(fingerprint),
    };
    let told = |reviews: i64| u32::try_from(reviews.max(0)).unwrap_or(u32::MAX);
    Review {
        id,
        at: witness.at.as_second(),
        rating: witness.stars,
        wording,
        account_since: witness.account_since.or(first_seen).map(Timestamp::as_second),
        account_reviews: witness.account_reviews.map(told).max(seen.map(|(_, count)| count + 1)),
    }
}

/// What is usual for the brand. `past` has the newest first.
fn usual(past: &[PastRating], onset: Timestamp, settings: &Settings) -> Usual {
    let days = past.last().map_or(0.0, |oldest| onset.duration_since(oldest.at).as_secs_f64() / 86_400.0);
    let mut ratings = [0; 5];
    for rating in past {
        if let Some(count) = ratings.get_mut(usize::from(rating.stars).wrapping_sub(1)) {
            *count += 1;
        }
    }
    let accounts: Vec<bool> = past.iter().filter_map(|rating| one_off(rating, settings)).collect();
    let one_off = accounts.iter().filter(|one_off| **one_off).count();
    Usual {
        per_day: (days >= LEAST_DAYS).then(|| past.len() as f64 / days),
        ratings: (past.len() >= LEAST_RATINGS).then_some(ratings),
        one_off: (accounts.len() >= LEAST_ACCOUNTS).then(|| (one_off + 1) as f64 / (accounts.len() + 2) as f64),
    }
}

/// Whether its account was new or had written nothing else then, judged as a burst's are: a history or an old account speaks for it. `None` where
/// nothing is known of it.
fn one_off(rating: &PastRating, settings: &Settings) -> Option<bool> {
    let age = rating.account_since.map(|since| rating.at.duration_since(since).as_secs());
    let reviews = rating.account_reviews;
    if age.is_none() && reviews.is_none() {
        return None;
    }
    let own = age.is_some_and(|age| age > settings.old_account)
        || reviews.is_some_and(|reviews| reviews >= i64::from(settings.history));
    Some(!own && (age.is_some_and(|age| age < settings.new_account) || reviews.is_some_and(|reviews| reviews <= 1)))
}

fn sign(of: &OfAll) -> Sign {
    match *of {
        OfAll::Arrival { reviews, seconds, expected, .. } => {
            Sign::Arrival { count: reviews as i64, seconds: seconds.into(), expected: thousandths(expected) }
        }
        OfAll::OneSided { rating, share, usual } => {
            Sign::OneSided { stars: rating.into(), share: thousandths(share), usual: usual.map(thousandths) }
        }
        OfAll::OneOff { accounts, known, usual, assumed, .. } => {
            Sign::OneOff { count: accounts as i64, known: known as i64, usual: thousandths(usual), assumed }
        }
        OfAll::Copied { reviews, known } => Sign::Copied { count: reviews as i64, known: known as i64 },
        OfAll::RealCustomers { reviews } => Sign::RealCustomers { count: reviews as i64 },
        OfAll::NothingKnown { reviews } => Sign::NothingKnown { count: reviews as i64 },
        OfAll::ArrivalUnknown => Sign::ArrivalUnknown,
        OfAll::CrowdPossible => Sign::CrowdPossible,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assess::{Part, Place};
    use domain::id::MentionId;

    const NIGHT: i64 = 1_800_000_000;
    const DAY: i64 = 86_400;

    fn second(at: i64) -> Timestamp {
        Timestamp::from_second(at).unwrap()
    }

    /// One star without a word by an account made this week.
    fn thrown(n: i64) -> Witness {
        Witness {
            positive: false,
            mention: MentionId(n),
            at: second(NIGHT + n * 30),
            place: Place::Reviews,
            source: "Avis".to_owned(),
            platform: "mastodon".to_owned(),
            author: Some(format!("a{n}")),
            followers: None,
            account_since: Some(second(NIGHT - 3 * DAY)),
            drawn: None,
            native_id: n.to_string(),
            parent: None,
            repost_of: None,
            url: None,
            deleted_at: None,
            stars: Some(1),
            fingerprint: 0,
            negative: true,
            lang: None,
            text: String::new(),
            erased: false,
            images: Vec::new(),
            account_reviews: None,
            default_profile: None,
        }
    }

    fn past() -> Vec<PastRating> {
        let rating = |n: i64| PastRating {
            at: second(NIGHT - n * 15 * DAY),
            stars: if n % 4 == 0 { 1 } else { 5 },
            account: Some(format!("u{n}")),
            account_since: None,
            account_reviews: None,
        };
        (1..=16).map(rating).collect()
    }

    fn found(storm: &[Witness], past: &[PastRating]) -> Dossier {
        look(storm, past, second(NIGHT)).unwrap()
    }

    fn in_part(dossier: &Dossier, part: Part) -> Vec<i64> {
        dossier.reviews.iter().filter(|review| review.part == part).map(|review| review.mention.0).collect()
    }

    #[test]
    fn two_customers_are_not_accused_and_what_the_store_knows_speaks_for_somebody_only() {
        let mut storm: Vec<Witness> = (0..40).map(thrown).collect();
        storm[11].account_since = Some(second(NIGHT - 900 * DAY));
        // Of this one the platform tells nothing, but they rated here five times before.
        storm[29].account_since = None;
        storm[29].author = Some("u2".to_owned());
        let mut before = past();
        before
            .extend((17..22).map(|n| PastRating { account: Some("u2".to_owned()), ..past()[n as usize % 16].clone() }));
        before.sort_by_key(|rating| std::cmp::Reverse(rating.at));
        let dossier = found(&storm, &before);
        assert_eq!(in_part(&dossier, Part::Own), [11, 29]);
        assert_eq!(in_part(&dossier, Part::Alike).len(), 38);
        let burst = &dossier.burst;
        assert_eq!((burst.reviews, burst.alike, burst.own), (40, 38, 2));
        assert!(burst.one_in.is_some_and(|n| n > 1_000_000), "{burst:?}");
        assert!(burst.signs_for.iter().any(|sign| matches!(sign, Sign::Arrival { count: 40, .. })));
        assert!(burst.signs_against.contains(&Sign::RealCustomers { count: 2 }));
        assert!(burst.signs_against.contains(&Sign::CrowdPossible));
        let mut company = Company { unseen: vec![Unseen::Few], ..Company::default() };
        tell(&mut company, dossier, 79);
        assert_eq!((company.share, company.unseen.len()), (Some(50), 0));
        // As many others speak of it: the burst is told all the same, and no share of the whole by it.
        let mut company = Company { unseen: vec![Unseen::Few], ..Company::default() };
        tell(&mut company, found(&storm, &before), 80);
        assert_eq!((company.share, company.unseen.len()), (None, 1));
        assert_eq!(company.reviews.map(|burst| burst.alike), Some(38));
    }

    #[test]
    fn what_a_platform_counts_of_an_account_speaks_for_it_or_tells_that_it_is_its_first() {
        let dark = |n: i64| Witness { account_since: None, account_reviews: Some(1), ..thrown(n) };
        let mut storm: Vec<Witness> = (0..40).map(dark).collect();
        storm[11].account_reviews = Some(12);
        storm[12].account_reviews = None;
        // The platform says one, and here they rated five times before: the larger holds.
        storm[29].author = Some("u2".to_owned());
        let mut before = past();
        before
            .extend((17..22).map(|n| PastRating { account: Some("u2".to_owned()), ..past()[n as usize % 16].clone() }));
        before.sort_by_key(|rating| std::cmp::Reverse(rating.at));
        let dossier = found(&storm, &before);
        assert_eq!((in_part(&dossier, Part::Own), in_part(&dossier, Part::Open)), (vec![11, 29], vec![12]));
        assert_eq!(in_part(&dossier, Part::Alike).len(), 37);
        let counted = |sign: &Sign| matches!(sign, Sign::OneOff { count: 37, known: 39, assumed: true, .. });
        assert!(dossier.burst.signs_for.iter().any(counted), "{:?}", dossier.burst.signs_for);
        // Where first reviews are what is usual, so many of them are no wonder and nobody is accused.
        let usual: Vec<PastRating> =
            (1..40).map(|n| PastRating { account_reviews: Some(1), ..past()[n % 16].clone() }).collect();
        let dossier = found(&storm, &usual);
        assert_eq!((dossier.burst.alike, dossier.burst.one_in), (0, None), "{:?}", dossier.burst);
    }

    #[test]
    fn where_nothing_is_known_nobody_is_accused_and_no_share_is_told() {
        let nobody = |n| Witness { account_since: None, author: Some("Client".to_owned()), ..thrown(n) };
        let dossier = found(&(0..40).map(nobody).collect::<Vec<_>>(), &past());
        assert_eq!(in_part(&dossier, Part::Open).len(), 40);
        assert!(dossier.burst.one_in.is_none() && dossier.burst.alike == 0);
        assert!(
            dossier.burst.signs_for.iter().any(|sign| matches!(sign, Sign::Arrival { .. })),
            "what is seen is said"
        );
        assert!(dossier.burst.signs_against.contains(&Sign::NothingKnown { count: 40 }));
        let mut company = Company::default();
        tell(&mut company, dossier, 40);
        assert_eq!(company.share, None);
        // Nor where a few are alike and of most nothing is known.
        let some: Vec<Witness> = (0..40).map(|n| if n % 4 == 0 { thrown(n) } else { nobody(n) }).collect();
        let dossier = found(&some, &past());
        assert_eq!(dossier.burst.alike, 10);
        tell(&mut company, dossier, 40);
        assert_eq!(company.share, None);
    }

    #[test]
    fn that_nobody_is_accused_does_not_make_them_peoples_own() {
        // Eight of twenty are young: as many as anywhere, so nobody is accused, though most repeat each other.
        let aged = |n: i64| if n % 5 < 2 { Some(second(NIGHT - 3 * DAY)) } else { Some(second(NIGHT - 60 * DAY)) };
        let copied = |n| Witness { account_since: aged(n), text: "Nul, à fuir absolument".to_owned(), ..thrown(n) };
        let dossier = found(&(0..20).map(copied).collect::<Vec<_>>(), &past());
        assert_eq!((dossier.burst.alike, dossier.burst.one_in), (0, None), "{:?}", dossier.burst);
        assert!(dossier.burst.signs_for.contains(&Sign::Copied { count: 19, known: 20 }));
        let mut company = Company::default();
        tell(&mut company, dossier, 20);
        assert_eq!(company.share, None);
    }

    #[test]
    fn an_erased_text_is_no_rating_without_a_word_and_four_weeks_make_a_usual() {
        let mut storm: Vec<Witness> = (0..10).map(thrown).collect();
        storm[3].erased = true;
        let young: Vec<PastRating> = past().into_iter().take(1).collect();
        let dossier = found(&storm, &young);
        assert!(dossier.reviews[3].unknown.contains(&Evidence::TextUnknown));
        assert!(dossier.reviews[4].evidence_for.contains(&Evidence::NoText));
        assert!(dossier.burst.signs_against.contains(&Sign::ArrivalUnknown));
    }
}
