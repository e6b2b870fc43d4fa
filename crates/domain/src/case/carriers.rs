//! Who spread the story of a case, and who of them has carried since what the house said.

use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// So many are looked at: those whom most follow.
pub const CARRIERS: usize = 10;
/// A sentence of fewer words is anybody's.
const QUOTED: usize = 6;
/// A link of fewer characters is none.
const LINK: usize = 8;

/// A mention, as far as that is asked.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// What stands for who published it.
    pub who: &'a str,
    /// When.
    pub at: Timestamp,
    /// How many follow them, where that is known.
    pub followers: Option<i64>,
    /// Whether it tells the story.
    pub tells: bool,
    /// Whether it carries what the house said.
    pub carries: bool,
}

/// Of those who spread the story before the house spoke and whom most follow, [`CARRIERS`] at most: how many have carried since what it said, and how many
/// they are.
pub fn saw(told: &[Told<'_>], spoken: Timestamp) -> (i64, i64) {
    let mut spread: BTreeMap<&str, (Option<i64>, i64)> = BTreeMap::new();
    for it in told.iter().filter(|it| it.tells && it.at < spoken) {
        let known = spread.entry(it.who).or_default();
        *known = (known.0.max(it.followers), known.1 + 1);
    }
    // Whom most follow, then who told it most often; the last word is the name, so that no order of arrival decides.
    let mut first: Vec<(&str, (Option<i64>, i64))> = spread.into_iter().collect();
    first.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let first: BTreeSet<&str> = first.into_iter().take(CARRIERS).map(|(who, _)| who).collect();
    let since = told.iter().filter(|it| it.carries && it.at >= spoken).map(|it| it.who);
    let saw: BTreeSet<&str> = since.filter(|who| first.contains(who)).collect();
    let count = |some: &BTreeSet<&str>| i64::try_from(some.len()).unwrap_or(i64::MAX);
    (count(&saw), count(&first))
}

/// Whether a text links to another that is out under this link, or repeats a whole sentence of it. Letter case, spaces and the scheme of the link do not count.
pub fn carries(text: &str, said: &str, link: Option<&str>) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let text = plain(text);
    let bare = |link: &str| {
        let link = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
        let link = plain(link.trim_end_matches('/'));
        (link.chars().count() >= LINK && link.contains('/')).then_some(link)
    };
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let links =
        |link: String| text.match_indices(&link).any(|(at, _)| !goes_on(text[at + link.len()..].chars().next()));
    let mut sentences = said.split(['.', '!', '?', '\n']).map(plain);
    link.and_then(bare).is_some_and(links)
        || sentences.any(|sentence| sentence.split(' ').count() >= QUOTED && text.contains(&sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    fn told(who: &str, hour: i64, followers: Option<i64>, (tells, carries): (bool, bool)) -> Told<'_> {
        Told { who, at: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hour), followers, tells, carries }
    }

    #[test]
    fn of_those_who_spread_it_those_count_who_carried_it_since() {
        let spoken = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(10);
        let all = [
            told("anna", 1, Some(900), (true, false)),
            told("anna", 12, Some(900), (false, true)),
            told("anna", 13, Some(900), (false, true)),
            told("ben", 2, None, (true, false)),
            told("ben", 9, None, (false, true)),
            told("cleo", 11, Some(5), (true, true)),
            told("dora", 3, Some(5), (false, false)),
        ];
        // Ben carried it before it was said, Cleo spread it only afterwards, Dora told another story.
        assert_eq!(saw(&all, spoken), (1, 2));
        assert_eq!(saw(&[], spoken), (0, 0));
        // Of very many those whom most follow, in whatever order they came.
        let names: Vec<String> = (0..30).map(|n| format!("n{n:02}")).collect();
        let mut many: Vec<Told<'_>> = (0..).zip(&names).map(|(n, who)| told(who, 1, Some(n), (true, false))).collect();
        many.extend([told("n29", 11, None, (false, true)), told("n03", 11, None, (false, true))]);
        assert_eq!(saw(&many, spoken), (1, CARRIERS as i64));
        many.reverse();
        assert_eq!(saw(&many, spoken), (1, CARRIERS as i64));
    }

    #[test]
    fn a_link_or_a_whole_sentence_carries_it_and_nothing_less() {
        const SAID: &str = "We are sorry. The cold room failed on Tuesday night, and nobody saw it. More at noon.";
        let link = Some("https://shop.example/updates/7/");
        for (text, is) in [
            ("They answer here: http://Shop.example/updates/7 and that is that", true),
            ("\u{201c}the cold room  failed on Tuesday night, and nobody saw it\u{201d}, they say", true),
            ("shop.example/updates/71 is another", false),
            ("We are sorry. More at noon.", false),
            ("The cold room failed", false),
            ("", false),
        ] {
            assert_eq!(carries(text, SAID, link), is, "{text}");
        }
        assert!(!carries("https://shop.example", SAID, Some("https://shop.example")), "a whole site is no text");
        assert!(!carries("played", SAID, Some("played")));
    }
}
