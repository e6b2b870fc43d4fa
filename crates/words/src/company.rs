//! Who acts together, in sentences: what speaks for and against, what was not seen, and each review of a dossier.

use crate::{Locale, Words};
use domain::assess::{Kind, ReviewBurst, ReviewEvidence as Evidence, Sign, Unseen};

/// What accounts shared, in words.
pub fn kind(words: &Words, kind: Kind) -> String {
    words.say(match kind {
        Kind::Repost => "kind-repost",
        Kind::Link => "kind-link",
        Kind::Text => "kind-text",
        Kind::Hashtags => "kind-hashtags",
        Kind::Reply => "kind-reply",
        Kind::Image => "kind-image",
        Kind::Blurhash => "kind-blurhash",
        Kind::Unknown => "kind-unknown",
    })
}

/// One thing that speaks for or against, as a sentence.
pub fn sign(words: &Words, sign: &Sign) -> String {
    let share = |id: &str, share: i64| words.tell(id, &[("share", words.percent(share).into())]);
    let within = |id: &str, seconds: i64| words.tell(id, &[("stretch", stretch(words, seconds).into())]);
    let known = |id: &str, count: i64, known: i64| words.tell(id, &[("count", count.into()), ("known", known.into())]);
    match *sign {
        Sign::Synchrony { seconds, count, expected } => often(words, "sign-synchrony", (seconds, count, expected)),
        Sign::Closeness { seconds } => within("sign-closeness", seconds),
        Sign::Density { pairs, possible } => {
            words.tell("sign-density", &[("count", pairs.into()), ("possible", possible.into())])
        }
        Sign::SinglePurpose { share: of } => share("sign-single-purpose", of),
        Sign::OtherInterests { share: of } => share("sign-other-interests", of),
        Sign::Popular { share: of } => share("sign-popular", of),
        Sign::OneStretch { seconds } => within("sign-one-stretch", seconds),
        Sign::FewAccounts { count } => words.count("sign-few-accounts", count),
        Sign::Blurred { count, shown } => {
            words.tell("sign-blurred", &[("count", count.into()), ("shown", shown.into())])
        }
        Sign::FewObjects { count } => words.count("sign-few-objects", count),
        Sign::Young { count, known: of } => known("sign-young", count, of),
        Sign::Old { count, known: of } => known("sign-old", count, of),
        Sign::DefaultProfiles { count, known: of } => known("sign-default-profiles", count, of),
        Sign::SingleReview { count, known: of } => known("sign-single-review", count, of),
        Sign::ManyReviews { count, known: of } => known("sign-many-reviews", count, of),
        Sign::Vanished { count } => words.count("sign-vanished", count),
        Sign::NothingMeasured => words.say("sign-nothing-measured"),
        Sign::Arrival { count, seconds, expected } => often(words, "sign-arrival", (seconds, count, expected)),
        Sign::OneSided { stars, share, usual } => {
            let usual = usual.map_or_else(|| words.say("usual-unknown"), |usual| words.percent(usual));
            let share = words.percent(share);
            words.tell("sign-one-sided", &[("share", share.into()), ("count", stars.into()), ("usual", usual.into())])
        }
        Sign::OneOff { count, known, usual, assumed } => {
            let id = if assumed { "sign-one-off-assumed" } else { "sign-one-off" };
            let usual = words.percent(usual);
            words.tell(id, &[("count", count.into()), ("known", known.into()), ("usual", usual.into())])
        }
        Sign::Copied { count, known: of } => known("sign-copied", count, of),
        Sign::RealCustomers { count } => words.count("sign-real-customers", count),
        Sign::NothingKnown { count } => words.count("sign-nothing-known", count),
        Sign::ArrivalUnknown => words.say("sign-arrival-unknown"),
        Sign::CrowdPossible => words.say("sign-crowd-possible"),
    }
}

/// How seldom such a burst comes by chance; of its accounts alone where how many usually come is not known.
pub fn seldom(words: &Words, burst: &ReviewBurst) -> Option<String> {
    let id = if burst.by_accounts() { "reviews-one-in-accounts" } else { "reviews-one-in" };
    burst.one_in.map(|n| words.count(id, n))
}

fn often(words: &Words, id: &str, (seconds, count, expected): (i64, i64, i64)) -> String {
    let args = [
        ("stretch", stretch(words, seconds).into()),
        ("count", count.into()),
        ("expected", decimal(words, expected).into()),
    ];
    words.tell(id, &args)
}

/// What could not be seen, as the end of a sentence.
pub fn unseen(words: &Words, unseen: &Unseen) -> String {
    match *unseen {
        Unseen::Few => words.say("unseen-few"),
        Unseen::Ages { known, accounts } => {
            words.tell("unseen-ages", &[("known", known.into()), ("accounts", accounts.into())])
        }
        Unseen::Nameless { count } => words.count("unseen-nameless", count),
        Unseen::Pictures { known: 0, .. } => words.say("unseen-pictures"),
        Unseen::Pictures { known, mentions } => {
            words.tell("unseen-pictures-some", &[("known", known.into()), ("mentions", mentions.into())])
        }
        Unseen::Rest => words.say("unseen-rest"),
        Unseen::Terms { accounts } => words.tell("unseen-terms", &[("accounts", accounts.into())]),
    }
}

/// The burst of ratings in one line: how many look alike, how many look like real customers.
pub fn burst(words: &Words, burst: &ReviewBurst) -> String {
    let open = burst.reviews - burst.alike - burst.own;
    let args = [
        ("count", burst.reviews.into()),
        ("alike", burst.alike.into()),
        ("own", burst.own.into()),
        ("open", open.into()),
    ];
    words.tell("reviews-line", &args)
}

/// What is known of one review, or is not, in few words.
pub fn evidence(words: &Words, evidence: &Evidence) -> String {
    match *evidence {
        Evidence::InBurst => words.say("evidence-in-burst"),
        Evidence::AnotherTime => words.say("evidence-another-time"),
        Evidence::SameRating => words.say("evidence-same-rating"),
        Evidence::OtherRating => words.say("evidence-other-rating"),
        Evidence::NoText => words.say("evidence-no-text"),
        Evidence::CopiedText { others } => words.count("evidence-copied-text", others as i64),
        Evidence::OwnText => words.say("evidence-own-text"),
        Evidence::NewAccount { days } => words.count("evidence-new-account", days),
        Evidence::OldAccount { days } => words.count("evidence-old-account", days),
        Evidence::OnlyReview => words.say("evidence-only-review"),
        Evidence::History { reviews } => words.count("evidence-history", reviews.into()),
        Evidence::AgeUnknown => words.say("evidence-age-unknown"),
        Evidence::HistoryUnknown => words.say("evidence-history-unknown"),
        Evidence::RatingUnknown => words.say("evidence-rating-unknown"),
        Evidence::TextUnknown => words.say("evidence-text-unknown"),
    }
}

/// A length of time in its largest unit of which there are two.
/// A stretch of seconds, in the unit that fits.
pub fn stretch(words: &Words, seconds: i64) -> String {
    match seconds {
        ..120 => words.count("stretch-seconds", seconds),
        120..7_200 => words.count("stretch-minutes", seconds / 60),
        7_200..172_800 => words.count("stretch-hours", seconds / 3_600),
        _ => words.count("stretch-days", seconds / 86_400),
    }
}

/// Thousandths with one decimal; what is not nothing is never shown as 0.
fn decimal(words: &Words, thousandths: i64) -> String {
    let tenths = (thousandths.max(0) + 50) / 100;
    let point = if words.locale() == Locale::En { '.' } else { ',' };
    if tenths == 0 && thousandths > 0 {
        return format!("< 0{point}1");
    }
    format!("{}{point}{}", words.number(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn lengths_and_small_expectations_are_told_as_people_read_them() {
        let words = Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH);
        let told =
            [(10, "10 s"), (60, "60 s"), (300, "5 min"), (3_600, "60 min"), (86_400, "24 h"), (259_200, "3 days")];
        for (seconds, expected) in told {
            assert_eq!(stretch(&words, seconds), expected);
        }
        assert_eq!(["< 0.1", "0.0", "1.2"], [3, 0, 1_240].map(|n| decimal(&words, n)));
    }

    #[test]
    fn evidence_reads_as_a_sentence() {
        let words = Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH);
        let arrival = Sign::Arrival { count: 40, seconds: 3_600, expected: 3 };
        assert_eq!(sign(&words, &arrival), "40 reviews within 60 min, where < 0.1 usually come.");
        let assumed = Sign::OneOff { count: 38, known: 40, usual: 500, assumed: true };
        assert!(sign(&words, &assumed).ends_with("is not known; 50% is assumed."), "{}", sign(&words, &assumed));
    }

    #[test]
    fn where_no_usual_arrival_is_known_the_accounts_alone_are_told_of() {
        let words = Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH);
        let (first, last) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH);
        let (signs_for, signs_against) = (Vec::new(), Vec::new());
        let known =
            ReviewBurst { reviews: 40, alike: 38, own: 2, one_in: Some(17_822), first, last, signs_for, signs_against };
        let told = seldom(&words, &known).unwrap();
        assert!(told.contains("one such burst by such accounts") && told.contains("17,822"), "{told}");
        let young = ReviewBurst { signs_against: vec![Sign::ArrivalUnknown], ..known };
        let told = seldom(&words, &young).unwrap();
        assert!(told.contains("that so many came says nothing") && told.contains("17,822"), "{told}");
    }
}
