//! Who acts together in a signal: what its mentions pass on, answer, link, tag and write, as the co-action graph takes it.

use domain::assess::{Company, Group, Shared, Sign, Unseen, Witness, may_single_out};
use domain::id::MentionId;
use jiff::{SignedDuration, Timestamp};
use signal::coordination::{Action, Evidence, Kind, Settings, SharedObject, detect};
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer things done nothing is said.
const LEAST: usize = 20;
/// Of one mention so many links are looked at.
const LINKS: usize = 4;
/// Groups, members of each, and things they shared that are told of.
const GROUPS: usize = 5;
const MEMBERS: usize = 12;
const SHARED: usize = 6;
/// Mentions that show one thing shared.
const SHOWN: usize = 6;
/// An account younger than this is new, one older than a year is not made for this.
const YOUNG: SignedDuration = SignedDuration::from_hours(14 * 24);
const OLD: SignedDuration = SignedDuration::from_hours(365 * 24);
/// Of fewer others whose age is known nothing is said of what is usual.
const OTHERS: usize = 4;
/// Posts deleted so soon were not written to be read for long.
const VANISHED: SignedDuration = SignedDuration::from_mins(10);

/// Looks who acts together. `whole`: whether `witnesses` are all there are.
pub fn company(witnesses: &[Witness], whole: bool) -> Company {
    let done = Done::of(witnesses);
    let nameless = witnesses.iter().filter(|witness| witness.author.is_none()).count();
    let known = done.accounts.iter().filter(|account| account.age.is_some()).count();
    let unnamed = done.accounts.iter().filter(|account| !account.named).count();
    let mut found = Company { actions: done.actions.len() as i64, ..Company::default() };
    let mut cut = !whole;
    if done.actions.len() >= LEAST {
        let report = detect(done.actions.clone(), Settings::default());
        cut |= report.forgotten > 0;
        // Accounts that act once and slow groups are not seen here: that no group was found says nothing of the share.
        found.share = (!report.groups.is_empty()).then(|| crate::tick::thousandths(report.organic_share));
        found.more = report.groups.len().saturating_sub(GROUPS) as i64;
        found.groups = report.groups.iter().take(GROUPS).map(|group| done.told(group)).collect();
    }
    let accounts = done.accounts.len();
    let unseen = [
        (done.actions.len() < LEAST, Unseen::Few),
        (known < accounts, Unseen::Ages { known: known as i64, accounts: accounts as i64 }),
        (nameless > 0, Unseen::Nameless { count: nameless as i64 }),
        (true, Unseen::Pictures),
        (cut, Unseen::Rest),
        (unnamed > 0, Unseen::Terms { accounts: unnamed as i64 }),
    ];
    found.unseen = unseen.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what).collect();
    found
}

/// One of so many: what a chance of `p` is.
pub fn one_in(p: f64) -> i64 {
    const MOST: f64 = 1e15;
    if p > 1.0 / MOST { libm::round(1.0 / p) as i64 } else { MOST as i64 }
}

/// An account of the storm.
struct Account {
    /// Its first mention.
    first: MentionId,
    /// Whether it may be singled out.
    named: bool,
    /// How old it was then, where that is known.
    age: Option<SignedDuration>,
    /// Posts of its that were deleted soon.
    vanished: i64,
}

/// What was done. Accounts and texts are numbered as they come.
struct Done {
    actions: Vec<Action>,
    accounts: Vec<Account>,
    /// The mention in which an account first did something with an object.
    shows: BTreeMap<(u64, u64), MentionId>,
}

impl Done {
    fn of(witnesses: &[Witness]) -> Self {
        let mut done = Self { actions: Vec::new(), accounts: Vec::new(), shows: BTreeMap::new() };
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut texts: Vec<u64> = Vec::new();
        for witness in witnesses {
            let Some(author) = witness.author.as_deref() else { continue };
            let account = *numbers.entry(author).or_insert_with(|| {
                done.accounts.push(Account::of(witness));
                done.accounts.len() - 1
            });
            done.accounts[account].saw(witness);
            for (kind, what) in things(witness, &mut texts) {
                let object = text::token::hash(&format!("{}:{what}", kind.code()));
                done.actions.push(Action { at: witness.at.as_second(), object, account: account as u64, kind });
                done.shows.entry((object, account as u64)).or_insert(witness.mention);
            }
        }
        done
    }

    fn account(&self, number: u64) -> Option<&Account> {
        self.accounts.get(usize::try_from(number).ok()?)
    }

    fn told(&self, group: &signal::coordination::Group) -> Group {
        let named = group.members.iter().filter(|&&number| self.account(number).is_some_and(|account| account.named));
        let members: Vec<u64> = named.copied().take(MEMBERS).collect();
        let convert = |signs: &[Evidence]| signs.iter().map(sign).collect::<Vec<_>>();
        let (mut signs_for, mut signs_against) = (convert(&group.evidence_for), convert(&group.evidence_against));
        self.sides(&group.members, &mut signs_for, &mut signs_against);
        if signs_against.len() > 1 {
            signs_against.retain(|sign| *sign != Sign::NothingMeasured);
        }
        Group {
            accounts: group.members.len() as i64,
            members: members.iter().filter_map(|&number| Some(self.account(number)?.first)).collect(),
            one_in: one_in(group.p),
            first: second(group.first),
            last: second(group.last),
            shared: group.shared.iter().take(SHARED).map(|object| self.shared(object, &members)).collect(),
            objects: group.objects as i64,
            signs_for,
            signs_against,
        }
    }

    fn shared(&self, object: &SharedObject, members: &[u64]) -> Shared {
        let place = |number: &u64| members.iter().position(|member| member == number);
        let named = |number: u64| self.account(number).is_some_and(|account| account.named);
        let shows = |&number: &u64| self.shows.get(&(object.object, number)).copied().filter(|_| named(number));
        let mut mentions: Vec<MentionId> = object.members.iter().filter_map(shows).collect();
        mentions.sort_unstable();
        mentions.truncate(SHOWN);
        Shared {
            kind: object.kind,
            first: second(object.first),
            last: second(object.last),
            accounts: object.members.len() as i64,
            others: i64::try_from(object.others).unwrap_or(i64::MAX),
            members: object.members.iter().filter_map(place).collect(),
            mentions,
        }
    }

    /// What stands beside the graph: how old the accounts are, beside the others of the storm, and what was deleted at once.
    fn sides(&self, members: &[u64], signs_for: &mut Vec<Sign>, signs_against: &mut Vec<Sign>) {
        let of: Vec<&Account> = members.iter().filter_map(|&number| self.account(number)).collect();
        let ages = |accounts: &mut dyn Iterator<Item = &Account>| {
            let known: Vec<SignedDuration> = accounts.filter_map(|account| account.age).collect();
            let young = known.iter().filter(|age| **age < YOUNG).count();
            (young, known.iter().filter(|age| **age > OLD).count(), known.len())
        };
        let (young, old, known) = ages(&mut of.iter().copied());
        let (all_young, _, all_known) = ages(&mut self.accounts.iter());
        let (others_young, others_known) = (all_young - young, all_known - known);
        // Half of them new says nothing where half of everybody is.
        if young >= 3 && young * 2 >= known && others_known >= OTHERS && others_young * 4 < others_known {
            signs_for.push(Sign::Young { count: young as i64, known: known as i64 });
        }
        if old > 0 && old * 2 >= known {
            signs_against.push(Sign::Old { count: old as i64, known: known as i64 });
        }
        let vanished: i64 = of.iter().map(|account| account.vanished).sum();
        if vanished > 0 {
            signs_for.push(Sign::Vanished { count: vanished });
        }
    }
}

impl Account {
    fn of(witness: &Witness) -> Self {
        let age = witness.account_since.map(|since| witness.at.duration_since(since));
        Self { first: witness.mention, named: true, age, vanished: 0 }
    }

    fn saw(&mut self, witness: &Witness) {
        self.named &= may_single_out(witness.url.as_deref());
        let gone = witness.deleted_at.is_some_and(|gone| gone.duration_since(witness.at) <= VANISHED);
        self.vanished += i64::from(gone);
    }
}

/// What a mention's author did.
fn things(witness: &Witness, texts: &mut Vec<u64>) -> Vec<(Kind, String)> {
    if let Some(passed_on) = &witness.repost_of {
        return vec![(Kind::Repost, passed_on.clone())];
    }
    let mut things = Vec::new();
    if witness.fingerprint != 0 {
        let known = texts.iter().find(|text| text::near(**text, witness.fingerprint)).copied();
        let text = known.unwrap_or_else(|| {
            texts.push(witness.fingerprint);
            witness.fingerprint
        });
        things.push((Kind::Text, text.to_string()));
    }
    things.extend(witness.parent.iter().map(|answered| (Kind::Reply, answered.clone())));
    let words = || witness.text.split_whitespace();
    let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    let links: BTreeSet<&str> = words().filter(is_link).take(LINKS).collect();
    things.extend(links.into_iter().map(|link| (Kind::Link, link.to_owned())));
    let mut tags: Vec<String> = words().filter(|word| word.starts_with('#')).map(text::token::fold).collect();
    tags.sort();
    tags.dedup();
    if tags.len() > 1 {
        things.push((Kind::Hashtags, tags.join(" ")));
    }
    things
}

fn sign(evidence: &Evidence) -> Sign {
    let thousandths = crate::tick::thousandths;
    match *evidence {
        Evidence::Synchrony { window_seconds, coincidences, expected } => Sign::Synchrony {
            seconds: window_seconds.into(),
            count: i64::try_from(coincidences).unwrap_or(i64::MAX),
            expected: thousandths(expected),
        },
        Evidence::Closeness { median_seconds } => Sign::Closeness { seconds: median_seconds.into() },
        Evidence::Density { pairs, possible } => Sign::Density { pairs: pairs as i64, possible: possible as i64 },
        Evidence::SinglePurpose { share } => Sign::SinglePurpose { share: thousandths(share) },
        Evidence::OtherInterests { share } => Sign::OtherInterests { share: thousandths(share) },
        Evidence::PopularObjects { others } => Sign::Popular { share: thousandths(others) },
        Evidence::OneStretch { seconds } => Sign::OneStretch { seconds },
        Evidence::FewAccounts { accounts } => Sign::FewAccounts { count: accounts as i64 },
        Evidence::FewObjects { objects } => Sign::FewObjects { count: objects as i64 },
        Evidence::NothingMeasured => Sign::NothingMeasured,
    }
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assess::Place;

    fn said(second: u64, author: String, fingerprint: u64) -> Witness {
        Witness {
            mention: MentionId(second as i64),
            at: Timestamp::from_second(1_800_000_000 + second as i64).unwrap(),
            place: Place::Network,
            source: "network".to_owned(),
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
        }
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
        let author =
            |mention: &MentionId| storm.iter().find(|w| w.mention == *mention).unwrap().author.clone().unwrap();
        assert!(group.members.iter().all(|mention| author(mention).starts_with("copy")));
        for shared in &group.shared {
            assert_eq!((shared.kind, shared.accounts, shared.others), (Kind::Text, 12, 0));
            assert_eq!((shared.members.len(), shared.mentions.len()), (12, SHOWN));
            assert!(shared.mentions.iter().all(|mention| author(mention).starts_with("copy")));
        }
        assert!(group.signs_for.iter().any(|sign| matches!(sign, Sign::Synchrony { .. })));
        assert!(!group.signs_against.is_empty(), "never only one side");
        assert_eq!(found.unseen, [Unseen::Ages { known: 0, accounts: 72 }, Unseen::Pictures]);
    }

    #[test]
    fn ages_and_deletions_stand_beside_the_graph() {
        let since = |days: i64| Some(Timestamp::from_second(1_800_000_000 - days * 86_400).unwrap());
        let is_copy = |witness: &Witness| witness.author.as_deref().is_some_and(|author| author.starts_with("copy"));
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
        assert!(
            !group.signs_for.iter().any(|sign| matches!(sign, Sign::Young { .. })),
            "of the others nothing is known"
        );
        let young_everywhere = aged(2, 3);
        assert!(!young_everywhere.signs_for.iter().any(|sign| matches!(sign, Sign::Young { .. })));
        let old = aged(900, 900);
        assert!(old.signs_against.contains(&Sign::Old { count: 12, known: 12 }));
        assert!(!old.signs_against.contains(&Sign::NothingMeasured), "{old:?}");
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
            assert!(may_single_out(Some(elsewhere)), "{elsewhere}");
        }
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
}
