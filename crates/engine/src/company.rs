//! Who acts together in a signal: what its mentions pass on, answer, link, tag and write, as the co-action graph takes it.

use domain::address::page;
use domain::assess::{Company, Group, Shared, Sign, Unseen, Witness, may_single_out};
use domain::id::MentionId;
use domain::post::Image;
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
const OTHERS: i64 = 4;
/// So many reviews are a history.
const HISTORY: i64 = 5;
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
        found.share = (!report.groups.is_empty()).then(|| done.organic(&report.groups));
        found.more = report.groups.len().saturating_sub(GROUPS) as i64;
        found.groups = report.groups.iter().take(GROUPS).map(|group| done.told(group)).collect();
    }
    let accounts = done.accounts.len();
    let pictured = witnesses.iter().filter(|witness| !witness.images.is_empty()).count();
    let mentions = witnesses.len();
    let unseen = [
        (done.actions.len() < LEAST, Unseen::Few),
        (known < accounts, Unseen::Ages { known: known as i64, accounts: accounts as i64 }),
        (nameless > 0, Unseen::Nameless { count: nameless as i64 }),
        (pictured < mentions, Unseen::Pictures { known: pictured as i64, mentions: mentions as i64 }),
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
    /// How many reviews it has written, where that is known.
    reviews: Option<i64>,
    /// Whether nobody touched its profile, where that is known.
    default_profile: Option<bool>,
    /// Posts of its.
    posts: i64,
    /// Of them, those that were deleted soon.
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

    /// How much of the posts is by no account of a group, in thousandths; a post counts once, however much it shares. Those without an author are
    /// in neither part.
    fn organic(&self, groups: &[signal::coordination::Group]) -> i64 {
        let members: BTreeSet<u64> = groups.iter().flat_map(|group| &group.members).copied().collect();
        let theirs: i64 = members.iter().filter_map(|&number| self.account(number)).map(|account| account.posts).sum();
        let all: i64 = self.accounts.iter().map(|account| account.posts).sum();
        1_000 - theirs * 1_000 / all.max(1)
    }

    fn told(&self, group: &signal::coordination::Group) -> Group {
        let named = group.members.iter().filter(|&&number| self.account(number).is_some_and(|account| account.named));
        let members: Vec<u64> = named.copied().take(MEMBERS).collect();
        let convert = |signs: &[Evidence]| signs.iter().map(sign).collect::<Vec<_>>();
        let (mut signs_for, mut signs_against) = (convert(&group.evidence_for), convert(&group.evidence_against));
        self.sides(&group.members, &mut signs_for, &mut signs_against);
        let shared: Vec<Shared> =
            group.shared.iter().take(SHARED).map(|object| self.shared(object, &members)).collect();
        let blurred = shared.iter().filter(|object| object.kind == Kind::Blurhash).count();
        if blurred > 0 {
            signs_against.push(Sign::Blurred { count: blurred as i64, shown: shared.len() as i64 });
        }
        if signs_against.len() > 1 {
            signs_against.retain(|sign| *sign != Sign::NothingMeasured);
        }
        Group {
            accounts: group.members.len() as i64,
            members: members.iter().filter_map(|&number| Some(self.account(number)?.first)).collect(),
            one_in: one_in(group.p),
            first: second(group.first),
            last: second(group.last),
            shared,
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

    /// What stands beside the graph, beside the others of the storm: how old the accounts are, what else they wrote, whether anybody ever touched
    /// their profiles, and what was deleted at once.
    fn sides(&self, members: &[u64], signs_for: &mut Vec<Sign>, signs_against: &mut Vec<Sign>) {
        let of: Vec<&Account> = members.iter().filter_map(|&number| self.account(number)).collect();
        let beside = |told: &dyn Fn(&Account) -> Option<bool>| Beside {
            of: Tally::of(of.iter().copied(), told),
            all: Tally::of(self.accounts.iter(), told),
        };
        let young = beside(&|account| Some(account.age? < YOUNG));
        let untouched = beside(&|account| account.default_profile);
        let single = beside(&|account| Some(account.reviews? <= 1));
        let old = beside(&|account| Some(account.age? > OLD)).of;
        let many = beside(&|account| Some(account.reviews? >= HISTORY)).of;
        let stands_out = [
            young.stands_out().map(|Tally { count, known }| Sign::Young { count, known }),
            untouched.stands_out().map(|Tally { count, known }| Sign::DefaultProfiles { count, known }),
            single.stands_out().map(|Tally { count, known }| Sign::SingleReview { count, known }),
        ];
        signs_for.extend(stands_out.into_iter().flatten());
        let own = [
            old.is_half().then_some(Sign::Old { count: old.count, known: old.known }),
            many.is_half().then_some(Sign::ManyReviews { count: many.count, known: many.known }),
        ];
        signs_against.extend(own.into_iter().flatten());
        let vanished: i64 = of.iter().map(|account| account.vanished).sum();
        if vanished > 0 {
            signs_for.push(Sign::Vanished { count: vanished });
        }
    }
}

/// Of how many accounts something is known, and of how many of these it is so.
#[derive(Clone, Copy)]
struct Tally {
    count: i64,
    known: i64,
}

impl Tally {
    fn of<'a>(accounts: impl Iterator<Item = &'a Account>, told: &dyn Fn(&Account) -> Option<bool>) -> Self {
        let known: Vec<bool> = accounts.filter_map(told).collect();
        Self { count: known.iter().filter(|so| **so).count() as i64, known: known.len() as i64 }
    }

    fn is_half(self) -> bool {
        self.count > 0 && self.count * 2 >= self.known
    }
}

/// A group's accounts beside all of the storm.
struct Beside {
    of: Tally,
    all: Tally,
}

impl Beside {
    /// The group's, where half of it and three at least are so, and of the others less than a quarter: half of a group says nothing where half
    /// of everybody is.
    fn stands_out(&self) -> Option<Tally> {
        let others = Tally { count: self.all.count - self.of.count, known: self.all.known - self.of.known };
        // Half of them new says nothing where half of everybody is, nor where of the others nothing is known.
        (self.of.count >= 3 && self.of.is_half() && others.known >= OTHERS && others.count * 4 < others.known)
            .then_some(self.of)
    }
}

impl Account {
    fn of(witness: &Witness) -> Self {
        let age = witness.account_since.map(|since| witness.at.duration_since(since));
        let (reviews, default_profile) = (None, None);
        Self { first: witness.mention, named: true, age, reviews, default_profile, posts: 0, vanished: 0 }
    }

    fn saw(&mut self, witness: &Witness) {
        self.posts += 1;
        self.reviews = self.reviews.max(witness.account_reviews);
        // Once touched is touched: what speaks for somebody holds.
        self.default_profile = [self.default_profile, witness.default_profile].into_iter().flatten().min();
        self.named &= may_single_out(&witness.platform, witness.url.as_deref());
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
    let links: BTreeSet<String> = words().filter_map(link).take(LINKS).collect();
    things.extend(links.into_iter().map(|link| (Kind::Link, link)));
    let mut tags: Vec<String> = words().filter(|word| word.starts_with('#')).map(text::token::fold).collect();
    tags.sort();
    tags.dedup();
    if tags.len() > 1 {
        things.push((Kind::Hashtags, tags.join(" ")));
    }
    things.extend(witness.images.iter().filter(|image| image.tells()).map(|image| match image {
        Image::Cid(hash) => (Kind::Image, hash.clone()),
        Image::Blurhash(hash) => (Kind::Blurhash, hash.clone()),
    }));
    things
}

/// The page that a word links to, however it is written; its brackets and what ends its sentence are none of it.
fn link(word: &str) -> Option<String> {
    let address = &word[word.find("https://").or_else(|| word.find("http://"))?..];
    page(address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '»', '”', '’', '…']))
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
mod tests;
