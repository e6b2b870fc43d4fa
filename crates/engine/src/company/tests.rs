//! Groups, what stands beside them, and what is told of whom.

use super::*;
use domain::assess::Place;

fn said(second: u64, author: String, fingerprint: u64) -> Witness {
    Witness {
        mention: MentionId(second as i64),
        at: Timestamp::from_second(1_800_000_000 + second as i64).unwrap(),
        place: Place::Network,
        source: "network".to_owned(),
        platform: "mastodon".to_owned(),
        author: Some(author),
        followers: None,
        account_since: None,
        drawn: None,
        native_id: second.to_string(),
        parent: None,
        repost_of: None,
        url: None,
        deleted_at: None,
        stars: None,
        fingerprint,
        negative: true,
        positive: false,
        lang: None,
        text: String::new(),
        erased: false,
        images: Vec::new(),
        account_reviews: None,
        default_profile: None,
    }
}

fn is_copy(witness: &Witness) -> bool {
    witness.author.as_deref().is_some_and(|author| author.starts_with("copy"))
}

/// Sixty people each say their own; `copies` more accounts write the same five texts within seconds of each other.
fn storm(copies: u64) -> Vec<Witness> {
    let own = (0..60u64).map(|n| said(n * 97, format!("person {n}"), (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    let copied = (0..5u64).flat_map(|text| (0..copies).map(move |n| (text, n))).map(|(text, n)| {
        let print = (1_000 + text).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        said(600 * (text + 1) + n % 4, format!("copy {n}"), print)
    });
    let mut all: Vec<Witness> = own.chain(copied).collect();
    all.sort_by_key(|witness| witness.at);
    for (id, witness) in (1..).zip(&mut all) {
        witness.mention = MentionId(id);
    }
    all
}

#[test]
fn people_are_their_own_and_copies_are_a_group() {
    let calm = company(&storm(0), true);
    assert_eq!((calm.share, calm.groups.len()), (None, 0), "no group says nothing of the share");
    // Sixty of a hundred and twenty things done are people's own.
    let storm = storm(12);
    let found = company(&storm, true);
    assert_eq!((found.share, found.actions, found.groups.len()), (Some(500), 120, 1));
    let group = &found.groups[0];
    assert_eq!((group.accounts, group.members.len(), group.objects), (12, 12, 5));
    assert!(group.one_in >= 20, "{}", group.one_in);
    let author = |mention: &MentionId| storm.iter().find(|w| w.mention == *mention).unwrap().author.clone().unwrap();
    assert!(group.members.iter().all(|mention| author(mention).starts_with("copy")));
    for shared in &group.shared {
        assert_eq!((shared.kind, shared.accounts, shared.others), (Kind::Text, 12, 0));
        assert_eq!((shared.members.len(), shared.mentions.len()), (12, SHOWN));
        assert!(shared.mentions.iter().all(|mention| author(mention).starts_with("copy")));
    }
    assert!(group.signs_for.iter().any(|sign| matches!(sign, Sign::Synchrony { .. })));
    assert!(!group.signs_against.is_empty(), "never only one side");
    assert_eq!(found.unseen, [Unseen::Ages { known: 0, accounts: 72 }, Unseen::Pictures { known: 0, mentions: 120 }]);
}

/// The storm, where each copy shows a picture in the place of its text.
fn pictured(image: impl Fn(u64) -> Image) -> Vec<Witness> {
    let mut storm = storm(12);
    let mut texts: Vec<u64> = storm.iter().filter(|w| is_copy(w)).map(|w| w.fingerprint).collect();
    texts.sort_unstable();
    texts.dedup();
    for (n, witness) in (1..).zip(&mut storm) {
        if is_copy(witness) {
            let text = texts.iter().position(|text| *text == witness.fingerprint).unwrap();
            let own = 0x94d0_49bb_1331_11eb_u64.wrapping_mul(n);
            (witness.fingerprint, witness.images) = (own, vec![image(text as u64)]);
        }
    }
    storm
}

#[test]
fn who_shows_the_same_pictures_again_and_again_is_a_group() {
    let found = company(&pictured(|n| Image::Cid(format!("bafkreifile{n}"))), true);
    let group = &found.groups[0];
    assert_eq!((group.accounts, found.groups.len()), (12, 1));
    assert!(group.shared.iter().all(|shared| shared.kind == Kind::Image));
    assert!(!group.signs_against.iter().any(|sign| matches!(sign, Sign::Blurred { .. })));
    assert!(found.unseen.contains(&Unseen::Pictures { known: 60, mentions: 120 }));
    // How it looks blurred is weaker, and that is said.
    let blurred = company(&pictured(|n| Image::Blurhash(format!("0{}ZZyy", n + 1))), true);
    assert_eq!(blurred.groups[0].accounts, 12);
    assert!(blurred.groups[0].signs_against.contains(&Sign::Blurred { count: 5, shown: 5 }), "{blurred:?}");
    let one_colour = company(&pictured(|n| Image::Blurhash(format!("00ZZ{n}y"))), true);
    assert_eq!(one_colour.groups.len(), 0, "white on white is no company");
}

#[test]
fn a_picture_beside_a_copied_text_hides_nobody() {
    let mut storm = storm(12);
    for witness in storm.iter_mut().filter(|witness| is_copy(witness)) {
        witness.images = vec![Image::Cid(format!("bafkrei{}", witness.fingerprint))];
        witness.text = format!("https://press.example/{}", witness.fingerprint);
    }
    let found = company(&storm, true);
    assert_eq!((found.groups.len(), found.groups[0].accounts, found.groups[0].objects), (1, 12, 15));
    // Three things done in each of their posts, and half of the posts are people's own all the same.
    assert_eq!((found.actions, found.share), (240, Some(500)));
}

#[test]
fn one_link_is_one_object_however_it_is_written() {
    let forms = [
        "https://www.press.example/story/7?utm_source=a",
        "http://m.press.example/story/7/amp",
        "(https://press.example/story/7#top).",
        "https://press.example/story/7?fbclid=x,",
    ];
    let mut texts = Vec::new();
    for form in forms {
        let witness = Witness { text: format!("Honte {form} lisez"), ..said(1, "a".to_owned(), 0) };
        assert_eq!(things(&witness, &mut texts), [(Kind::Link, "press.example/story/7".to_owned())], "{form}");
    }
    let all = Witness { text: forms.join(" "), ..said(1, "a".to_owned(), 0) };
    assert_eq!(things(&all, &mut texts).len(), 1, "forms of one page are one act");
}

#[test]
fn ages_and_deletions_stand_beside_the_graph() {
    let since = |days: i64| Some(Timestamp::from_second(1_800_000_000 - days * 86_400).unwrap());
    let aged = |copies: i64, people: i64| {
        let mut storm = storm(12);
        for witness in &mut storm {
            witness.account_since = since(if is_copy(witness) { copies } else { people });
        }
        company(&storm, true).groups.remove(0)
    };
    let thrown = aged(2, 900);
    assert!(thrown.signs_for.contains(&Sign::Young { count: 12, known: 12 }), "{thrown:?}");
    let mut dark = storm(12);
    dark.iter_mut().filter(|witness| is_copy(witness)).for_each(|witness| witness.account_since = since(2));
    let group = company(&dark, true).groups.remove(0);
    assert!(!group.signs_for.iter().any(|sign| matches!(sign, Sign::Young { .. })), "of the others nothing is known");
    let young_everywhere = aged(2, 3);
    assert!(!young_everywhere.signs_for.iter().any(|sign| matches!(sign, Sign::Young { .. })));
    let old = aged(900, 900);
    assert!(old.signs_against.contains(&Sign::Old { count: 12, known: 12 }));
    assert!(!old.signs_against.contains(&Sign::NothingMeasured), "{old:?}");
    let sides = |told: &dyn Fn(&mut Witness)| {
        let mut storm = storm(12);
        storm.iter_mut().for_each(told);
        let group = company(&storm, true).groups.remove(0);
        (group.signs_for, group.signs_against)
    };
    let (untouched, _) = sides(&|one| one.default_profile = Some(is_copy(one)));
    assert!(untouched.contains(&Sign::DefaultProfiles { count: 12, known: 12 }), "{untouched:?}");
    let (single, _) = sides(&|one| one.account_reviews = Some(if is_copy(one) { 1 } else { 3 }));
    assert!(single.contains(&Sign::SingleReview { count: 12, known: 12 }), "{single:?}");
    let everybody = sides(&|one| (one.account_reviews, one.default_profile) = (Some(1), Some(true))).0;
    let stands_out = |sign: &Sign| matches!(sign, Sign::SingleReview { .. } | Sign::DefaultProfiles { .. });
    assert!(!everybody.iter().any(stands_out), "as everybody is: {everybody:?}");
    let (_, many) = sides(&|one| one.account_reviews = is_copy(one).then_some(9));
    assert!(many.contains(&Sign::ManyReviews { count: 12, known: 12 }), "{many:?}");
    let mut gone = storm(12);
    for witness in gone.iter_mut().filter(|witness| is_copy(witness)) {
        let late = witness.mention.0 % 2 == 0;
        witness.deleted_at = Some(witness.at + SignedDuration::from_mins(if late { 60 } else { 1 }));
    }
    let count = gone.iter().filter(|w| is_copy(w) && w.mention.0 % 2 == 1).count() as i64;
    assert!(company(&gone, true).groups[0].signs_for.contains(&Sign::Vanished { count }));
}

#[test]
fn whom_the_terms_forbid_to_single_out_is_counted_only() {
    let mut storm = storm(12);
    for witness in &mut storm {
        witness.url = Some("https://mobile.x.com/i/status/7".to_owned());
    }
    let found = company(&storm, false);
    let group = &found.groups[0];
    assert_eq!((group.accounts, group.members.len()), (12, 0));
    assert!(group.shared.iter().all(|shared| shared.members.is_empty() && shared.accounts == 12));
    assert!(group.shared.iter().all(|shared| shared.mentions.is_empty()), "a post is an account, too");
    assert!(found.unseen.contains(&Unseen::Terms { accounts: 72 }) && found.unseen.contains(&Unseen::Rest));
    for elsewhere in ["https://notx.com/a", "https://piaille.fr/@x.com/1", "x.com"] {
        assert!(may_single_out("file", Some(elsewhere)), "{elsewhere}");
    }
    // A table of posts without their addresses that says where they come from.
    for witness in &mut storm {
        (witness.url, witness.platform) = (None, "Twitter".to_owned());
    }
    let group = company(&storm, false).groups.remove(0);
    assert_eq!((group.accounts, group.members.len()), (12, 0));
}

#[test]
fn of_little_nothing_is_said() {
    let found = company(&storm(0)[..LEAST - 1], true);
    assert!(found.share.is_none() && found.unseen.contains(&Unseen::Few));
    let nameless: Vec<Witness> = storm(3).into_iter().map(|one| Witness { author: None, ..one }).collect();
    let found = company(&nameless, true);
    assert!(found.share.is_none() && found.unseen.contains(&Unseen::Nameless { count: 75 }));
}

#[test]
fn a_chance_becomes_one_of_so_many() {
    assert_eq!([0.05, 1.0, 1e-300, 0.0].map(one_in), [20, 1, 1_000_000_000_000_000, 1_000_000_000_000_000]);
}
