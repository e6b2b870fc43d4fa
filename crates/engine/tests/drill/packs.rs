//! The text of packs, and what is drawn from it.

use domain::assess::Place;
use domain::brand::BrandRole;
use vigie_engine::pack::{Pack, Raise, shipped};

const SMALL: &str = r#"name = "small"
start = "2026-03-02T06:00:00Z"
length = "48h"
storm = "24h"

[team]
plan = "shop"
language = "en"

[[expect]]
raise = "alert"
step = "crisis"
scenario = "injury"

[[brand]]
key = "b"
name = "B"
role = "own"
zone = "Europe/London"
queries = [["name", "bakery"]]

[[source]]
key = "s"
name = "S"

[[crowd]]
key = "c"
handles = ["anna"]
people = 9

[[voice]]
key = "v"
texts = ["the bakery"]

[[flow]]
key = "f"
source = "s"
crowd = "c"
voice = "v"
per_day = 9.0

[[post]]
after = "0m"
source = "s"
handle = "anna"
text = "the bakery"
"#;

#[test]
fn what_is_wrong_is_said_with_its_line_and_its_reason() {
    Pack::read(SMALL).unwrap();
    let cases = [
        (r#"name = "small""#, r#"name = "Not small""#, "line 1", "small letters"),
        (r#"length = "48h""#, r#"length = "900 days""#, "line 3", ""),
        (r#"storm = "24h""#, r#"storm = "49h""#, "line 4", "within the pack's length"),
        (r#"plan = "shop""#, r#"plan = "yacht""#, "line 7", "no plan `yacht`"),
        (r#"scenario = "injury""#, r#"scenario = "flood""#, "line 13", "no scenario `flood`"),
        (r#"step = "crisis""#, "", "line 10", "on which step"),
        (r#"raise = "alert""#, r#"raise = "nothing""#, "line 12", "there is no case"),
        (r#"raise = "alert""#, r#"raise = "praise""#, "line 12", "there is no case"),
        (r#"raise = "alert""#, "raise = \"notice\"\nnotice = \"9h\"", "line 12", "goes with `raise"),
        (r#"zone = "Europe/London""#, r#"zone = "Mars/North""#, "line 19", "no IANA time zone"),
        (r#"["name", "bakery"]"#, r#"["name", "bakery AND ("]"#, "line 20", "the query `name`"),
        (r#"source = "s""#, r#"source = "x""#, "line 37", "key `x`"),
        (r#"per_day = 9.0"#, "", "line 35", "exactly one of"),
        (r#"per_day = 9.0"#, r#"peak_per_hour = 9.0"#, "line 35", "needs `rise`"),
        (r#"per_day = 9.0"#, r#"cascade = { seeds = 9, branching = 1.2 }"#, "line 35", "below 1"),
        (r#"per_day = 9.0"#, r#"cascade = { seeds = 9, branching = 0.5, ends = "9999999h" }"#, "line 35", "62 days"),
        (r#"per_day = 9.0"#, r#"together = { posts = 9, gap = "-1m" }"#, "line 35", "a group"),
        (r#"per_day = 9.0"#, "per_dya = 9.0", "line 40", "per_dya"),
        (r#"after = "0m""#, "after = \"0m\"\nanswers = \"nobody\"", "line 44", "key `nobody`"),
        (r#"handle = "anna""#, "handle = \"anna\"\nstars = 9", "line 46", "1 to 5"),
    ];
    for (right, wrong, line, reason) in cases {
        let said = Pack::read(&SMALL.replacen(right, wrong, 1)).unwrap_err().to_string();
        assert!(said.contains(line) && said.contains(reason), "{wrong}: {said}");
    }
}

#[test]
fn the_same_seed_makes_the_same_posts_and_another_makes_others() {
    for known in shipped() {
        let pack = known.read().unwrap();
        assert_eq!(pack.name, known.name);
        let drawn = |seed, calm| serde_json::to_string(&pack.posts(seed, calm)).unwrap();
        let first = drawn(1, false);
        assert!(first == drawn(1, false) && first != drawn(2, false), "{}", known.name);
        // The storm is laid over the calm, and changes nothing of it.
        let (all, calm) = (pack.posts(1, false), pack.posts(1, true));
        assert!(calm.iter().all(|post| all.contains(post)), "{}", known.name);
        assert!(all.is_sorted_by_key(|(_, post)| post.seen_at), "{}", known.name);
    }
}

#[test]
fn every_pack_that_ships_says_what_is_right_about_every_own_brand() {
    let mut languages: Vec<String> = Vec::new();
    for known in shipped() {
        let pack = known.read().unwrap();
        assert!(!pack.title.is_empty() && pack.team.is_some(), "{}", known.name);
        languages.extend(pack.languages.iter().cloned());
        for brand in pack.brand.iter().filter(|brand| brand.role == BrandRole::Own) {
            let about = |key: &String| pack.expect.iter().any(|expect| expect.brands.contains(key));
            let any = pack.expect.iter().any(|expect| expect.brands.is_empty());
            assert!(about(&brand.key) || any, "{}: {}", known.name, brand.key);
        }
        for expect in
            pack.expect.iter().filter(|expect| matches!(expect.raise, Raise::Praise | Raise::Notice | Raise::Alert))
        {
            let first = pack.outlying(1, expect.begins).unwrap();
            assert!(first >= pack.storm_at() + expect.begins && first < pack.end(), "{}: {first}", known.name);
        }
    }
    for language in ["fr", "en", "fy"] {
        assert!(languages.iter().any(|there| there == language), "{language}");
    }
}

#[test]
fn threads_ages_and_groups_are_in_the_posts() {
    let pack = |name: &str| shipped().iter().find(|known| known.name == name).unwrap().read().unwrap();
    let leak = pack("data-leak").posts(1, false);
    let first = leak.iter().find(|(_, post)| post.text.contains("exactly what I bought")).unwrap();
    assert!(leak.iter().any(|(_, post)| post.parent.as_ref() == Some(&first.1.native_id)), "an answer");
    assert!(first.1.author.created_at.is_some() && first.1.author.followers == Some(2_100));
    let stars = pack("forty-stars");
    let all = stars.posts(1, false);
    let muet = all.iter().filter(|(_, post)| post.native_id.starts_with("muet/")).count();
    assert_eq!(muet, 38);
    let young = |post: &domain::post::Post| {
        post.author.created_at.is_some_and(|at| at > stars.start - jiff::SignedDuration::from_hours(24 * 13))
    };
    assert!(all.iter().filter(|(_, post)| post.native_id.starts_with("muet/")).all(|(_, post)| young(post)));
}

#[test]
fn a_forum_is_a_forum_and_a_newspaper_publishes_articles() {
    let bakery = shipped().iter().find(|known| known.name == "bakery").unwrap().read().unwrap();
    let mut places: Vec<(String, Place)> =
        bakery.posts(1, false).into_iter().map(|(key, post)| (key, Place::of(&post.source_kind, post.kind))).collect();
    places.sort();
    places.dedup();
    for (key, place) in [("forum", Place::Forum), ("news", Place::Press), ("tag", Place::Network)] {
        let of: Vec<Place> = places.iter().filter(|(source, _)| source == key).map(|(_, place)| *place).collect();
        assert_eq!(of, [place], "{key}");
    }
}
