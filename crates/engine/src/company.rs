//! Who acts together in a signal: what its mentions pass on, link, tag and write, as the co-action graph takes it.

use domain::assess::{Organic, Witness};
use signal::coordination::{Action, Kind, Report, Settings, detect};
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer things done nothing is said.
const LEAST: usize = 20;
/// Of one mention so many links are looked at.
const LINKS: usize = 4;

/// How much of it is people's own at most; `None` where too little was done to tell, and where no group was found: accounts that act once
/// and slow groups are not seen here, so that finding none says nothing.
pub fn organic(witnesses: &[Witness]) -> Option<Organic> {
    let actions = actions(witnesses);
    if actions.len() < LEAST {
        return None;
    }
    let Report { organic_share, groups, forgotten, .. } = detect(actions, Settings::default());
    (forgotten == 0 && !groups.is_empty()).then(|| Organic { share: crate::tick::thousandths(organic_share) })
}

/// What each mention's author did. Accounts and texts are numbered as they come.
fn actions(witnesses: &[Witness]) -> Vec<Action> {
    let mut accounts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut texts: Vec<u64> = Vec::new();
    let mut actions = Vec::new();
    for witness in witnesses {
        let Some(author) = witness.author.as_deref() else { continue };
        let next = accounts.len() as u64;
        let account = *accounts.entry(author).or_insert(next);
        let mut does = |kind: Kind, what: &str| {
            let object = text::token::hash(&format!("{}:{what}", kind.code()));
            actions.push(Action { at: witness.at.as_second(), object, account, kind });
        };
        if let Some(passed_on) = &witness.repost_of {
            does(Kind::Repost, passed_on);
            continue;
        }
        if witness.fingerprint != 0 {
            let known = texts.iter().find(|text| text::near(**text, witness.fingerprint)).copied();
            let text = known.unwrap_or_else(|| {
                texts.push(witness.fingerprint);
                witness.fingerprint
            });
            does(Kind::Text, &text.to_string());
        }
        let words = || witness.text.split_whitespace();
        let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
        words()
            .filter(is_link)
            .take(LINKS)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .for_each(|link| does(Kind::Link, link));
        let mut tags: Vec<String> = words().filter(|word| word.starts_with('#')).map(text::token::fold).collect();
        tags.sort();
        tags.dedup();
        if tags.len() > 1 {
            does(Kind::Hashtags, &tags.join(" "));
        }
    }
    actions
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assess::Place;
    use domain::id::MentionId;

    /// Sixty people each say their own; `copies` more accounts write the same five texts within seconds of each other.
    fn storm(copies: u64) -> Vec<Witness> {
        let said = |second: u64, author: String, fingerprint: u64| Witness {
            mention: MentionId(1),
            at: jiff::Timestamp::from_second(1_800_000_000 + second as i64).unwrap(),
            place: Place::Network,
            source: "network".to_owned(),
            author: Some(author),
            followers: None,
            drawn: None,
            native_id: second.to_string(),
            repost_of: None,
            fingerprint,
            negative: true,
            positive: false,
            lang: None,
            text: String::new(),
        };
        let own = (0..60u64).map(|n| said(n * 97, format!("person {n}"), (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        let copied = (0..5u64).flat_map(|text| (0..copies).map(move |n| (text, n))).map(|(text, n)| {
            let print = (1_000 + text).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            said(600 * (text + 1) + n % 4, format!("copy {n}"), print)
        });
        let mut all: Vec<Witness> = own.chain(copied).collect();
        all.sort_by_key(|witness| witness.at);
        all
    }

    #[test]
    fn copies_are_not_peoples_own_and_no_group_says_nothing() {
        assert_eq!(organic(&storm(0)), None);
        // Sixty of a hundred and twenty things done are people's own.
        assert_eq!(organic(&storm(12)), Some(Organic { share: 500 }));
    }

    #[test]
    fn of_little_nothing_is_said() {
        assert_eq!(organic(&storm(0)[..LEAST - 1]), None);
        let nameless: Vec<Witness> = storm(3).into_iter().map(|one| Witness { author: None, ..one }).collect();
        assert_eq!(organic(&nameless), None);
    }
}
