//! The written cases, as they stand in `cases/`.
//!
//! `[rule]` opens the cases of one rule: `!` is found, `=` is innocent, `!!` and `==` are kept aside. `[name rule rule…]` opens texts in which
//! several are looked for: what is found stands before the colon, `-` for nothing, `*` keeps aside. ` // key: value` tells the context.
//! `[good]` opens whole replies. Those of `-second` were written to say it as the lists did not, which
//! were mended by them; those of `-fresh` last, and no list was changed after.

use std::collections::BTreeSet;
use vigie_text::Language;
use vigie_text::wording::{Channel, Context, Counts, Kind, Limit, Post, Responsibility, Rule};

pub const SETS: [(Language, &str); 4] = [
    (Language::Fr, include_str!("cases/fr.txt")),
    (Language::En, include_str!("cases/en.txt")),
    (Language::Nl, include_str!("cases/nl.txt")),
    (Language::Fy, include_str!("cases/fy.txt")),
];

const SECOND: [(Language, &str); 4] = [
    (Language::Fr, include_str!("cases/fr-second.txt")),
    (Language::En, include_str!("cases/en-second.txt")),
    (Language::Nl, include_str!("cases/nl-second.txt")),
    (Language::Fy, include_str!("cases/fy-second.txt")),
];

const FRESH: [(Language, &str); 4] = [
    (Language::Fr, include_str!("cases/fr-fresh.txt")),
    (Language::En, include_str!("cases/en-fresh.txt")),
    (Language::Nl, include_str!("cases/nl-fresh.txt")),
    (Language::Fy, include_str!("cases/fy-fresh.txt")),
];

/// When a case was written, and what it may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// Beside the lists, which were mended where they failed it.
    Worked,
    /// Likewise, but nobody looked at it.
    Aside,
    /// After the lists.
    Fresh,
}

/// Every case of a language.
pub fn all(language: Language) -> Vec<Case> {
    let of =
        |sets: &[(Language, &'static str)]| sets.iter().find(|(own, _)| *own == language).map_or("", |(_, set)| *set);
    let mut cases = read(of(&SETS)).0;
    cases.extend(read(of(&SECOND)).0);
    cases.extend(read(of(&FRESH)).0.into_iter().map(|case| Case { half: Half::Fresh, ..case }));
    cases
}

/// One text, and what is to be found in it.
pub struct Case {
    /// The rules it is a case of.
    pub rules: Vec<Rule>,
    /// Those that must be found.
    pub wanted: BTreeSet<Rule>,
    /// When it was written.
    pub half: Half,
    pub text: &'static str,
    pub told: Vec<(&'static str, &'static str)>,
}

impl Case {
    fn told(&self, key: &str) -> Option<&'static str> {
        self.told.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Calls `with` with the context that the case tells.
    pub fn in_context<T>(&self, language: Language, with: impl FnOnce(&Context<'_>) -> T) -> T {
        let list = |key: &str| self.told(key).into_iter().collect::<Vec<_>>();
        let (facts, may, not, earlier) = (list("fact"), list("may"), list("not"), list("earlier"));
        let counts = match (self.told("addresses"), self.told("utf16")) {
            (Some(n), _) => Counts::AddressesAs(n.parse().unwrap()),
            (_, Some(_)) => Counts::Utf16,
            _ => Counts::Characters,
        };
        with(&Context {
            post: self.told("post").map(|text| Post { text, language: Some(language) }),
            channel: if self.told("private").is_some() { Channel::Private } else { Channel::Public },
            limit: self.told("limit").map(|most| Limit { most: most.parse().unwrap(), counts }),
            responsibility: match self.told("responsible") {
                Some("yes") => Responsibility::Established,
                _ => Responsibility::Unclear,
            },
            facts: &facts,
            may: &may,
            may_not: &not,
            earlier: &earlier,
            early: true,
            kind: Kind::Reply,
        })
    }
}

/// The cases of a file, and its whole good replies.
pub fn read(file: &'static str) -> (Vec<Case>, Vec<&'static str>) {
    let (mut cases, mut good) = (Vec::new(), Vec::new());
    let mut names: Vec<&str> = Vec::new();
    for line in file.lines() {
        if let Some(head) = line.strip_prefix('[') {
            names = head.trim_end_matches(']').split(' ').collect();
        } else if names == ["good"] {
            good.push(line);
        } else {
            cases.push(case(line, &names));
        }
    }
    (cases, good)
}

fn case(line: &'static str, names: &[&str]) -> Case {
    let rule = |name: &str| Rule::from_code(name).unwrap_or_else(|| panic!("{name} is no rule"));
    let (rules, labels, aside, rest) = if let [name] = names {
        let (sign, rest) = line.split_once(' ').unwrap();
        let labels = if sign.starts_with('!') { vec![rule(name)] } else { Vec::new() };
        (vec![rule(name)], labels, sign.len() == 2, rest)
    } else {
        let aside = line.starts_with("* ");
        let (labels, rest) = line.trim_start_matches("* ").split_once(": ").unwrap();
        let labels = labels.split(' ').filter(|label| *label != "-").map(rule).collect();
        (names[1..].iter().map(|name| rule(name)).collect(), labels, aside, rest)
    };
    let mut parts = rest.split(" // ");
    let text = parts.next().unwrap();
    let told = parts.map(|part| part.split_once(": ").unwrap()).collect();
    let half = if aside { Half::Aside } else { Half::Worked };
    Case { rules, wanted: labels.into_iter().collect(), half, text, told }
}
