//! A naive judge: reads what was said and which calls were made, nothing else.

use crate::desk::{Call, organisation};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use vigie_domain::signal::Level;
use vigie_domain::waking::{Command, Event, Occurrence, Outcome, Rules, Subject};

/// Something said or something called, in order.
pub enum Entry {
    Said(Timestamp, Box<Command>),
    Called(Box<Call>),
}

/// What is naively known of one signal.
#[derive(Clone)]
struct Figures {
    last: Occurrence,
    alert: bool,
    grave: bool,
    press: bool,
    wakes: bool,
    until: Timestamp,
}

impl Figures {
    fn bad(&self) -> bool {
        (self.alert && self.last.ill) || self.grave
    }
    fn pages(&self, now: Timestamp) -> bool {
        self.wakes && self.bad() && now < self.until
    }
}

/// Alert, press, count.
type Base = (bool, bool, i64);

fn worst<'a>(figures: impl Iterator<Item = &'a Figures>) -> Option<Base> {
    figures.map(|f| (f.bad(), f.press, f.last.observed)).reduce(|a, b| (a.0 || b.0, a.1 || b.1, a.2.max(b.2)))
}

/// Silent since an acknowledgement by somebody, or lifted once by a worse turn.
enum State {
    Silent(i64, Base),
    Lifted(Timestamp, BTreeSet<(i64, String)>),
    /// Tapped before, told after: whether a worse turn of a story that nobody had acknowledged came between, the judge cannot know.
    Unsure,
}

#[derive(Default)]
struct Judge {
    known: BTreeMap<i64, Figures>,
    /// By story and organisation.
    states: BTreeMap<(i64, i64), State>,
}

/// Laws 1 to 4 and 9, for stories that are the brands' thirds and never end.
pub fn silence_and_reason(rules: &Rules, entries: &[Entry]) {
    let mut judge = Judge::default();
    for entry in entries {
        match entry {
            Entry::Said(now, command) => match &**command {
                Command::Raised(news) | Command::Grew(news) => judge.report(rules, *now, news),
                Command::Acknowledged { subject, by, at } | Command::Dismissed { subject, by, at } => {
                    judge.answer(rules, subject, by.0, (*at).min(*now), at < now);
                }
                Command::Ended { .. } | Command::Came { .. } | Command::Tick => {}
            },
            Entry::Called(call) => judge.call(call),
        }
    }
}

impl Judge {
    fn report(&mut self, rules: &Rules, now: Timestamp, news: &Occurrence) {
        let brand = news.brand.0;
        let first =
            Figures { last: news.clone(), alert: false, grave: false, press: false, wakes: false, until: news.until };
        let known = self.known.entry(brand).or_insert(first);
        if (news.until, news.observed) >= (known.last.until, known.last.observed) {
            known.last = news.clone();
        }
        known.alert |= news.level == Level::Alert;
        known.grave |= news.grave.is_some();
        known.press |= news.press;
        known.wakes |= news.wakes;
        known.until = known.until.max(news.until);
        let (story, of) = (brand / 3, organisation(brand).0);
        self.inherit(rules, story, of, now);
        let own = [of];
        let paging = self.of(story, &own).filter(|figures| figures.pages(now));
        let Some(worst) = worst(paging) else { return };
        if let Some(State::Silent(_, base)) = self.states.get(&(story, of)) {
            let level = worst.0 && !base.0;
            if level || (worst.1 && !base.1) || worst.2 >= base.2.max(5) * 10 {
                self.states.insert((story, of), State::Lifted(now, BTreeSet::new()));
            }
        }
    }

    /// An organisation that joins a story is silent when one of its own people has acknowledged what is silent.
    fn inherit(&mut self, rules: &Rules, story: i64, of: i64, now: Timestamp) {
        let fresh = !self.states.contains_key(&(story, of)) && self.of(story, &[of]).any(|f| f.pages(now));
        if !fresh {
            return;
        }
        let member = |person: i64| member_of(rules, person).contains(&of);
        let silent = self.states.iter().filter_map(|((s, _), state)| match state {
            State::Silent(by, base) if *s == story && member(*by) => Some((*by, *base)),
            _ => None,
        });
        let joined = silent.reduce(|a, b| (a.0, (a.1.0 || b.1.0, a.1.1 || b.1.1, a.1.2.max(b.1.2))));
        if self.states.iter().any(|((s, _), state)| *s == story && matches!(state, State::Unsure)) {
            self.states.insert((story, of), State::Unsure);
            return;
        }
        // Without: from now on it has a ladder of its own.
        let state = joined.map(|(by, base)| State::Silent(by, base));
        self.states.insert((story, of), state.unwrap_or(State::Lifted(Timestamp::MIN, BTreeSet::new())));
    }

    fn answer(&mut self, rules: &Rules, subject: &Subject, by: i64, at: Timestamp, late: bool) {
        let Subject::Signal(signal) = subject else { panic!("the judge knows signals") };
        let brand: i64 = signal.split('-').next().unwrap().parse().unwrap();
        if !self.known.contains_key(&brand) {
            return;
        }
        let story = brand / 3;
        let organisations = member_of(rules, by);
        let Some(base) = worst(self.of(story, &organisations)) else { return };
        for of in organisations {
            if self.of(story, &[of]).next().is_none() {
                continue;
            }
            let effective = match self.states.get(&(story, of)) {
                Some(State::Silent(..) | State::Unsure) => false,
                Some(State::Lifted(since, _)) if late && *since == Timestamp::MIN => {
                    self.states.insert((story, of), State::Unsure);
                    false
                }
                Some(State::Lifted(since, _)) => at > *since,
                None => true,
            };
            if effective {
                self.states.insert((story, of), State::Silent(by, base));
            }
        }
    }

    fn call(&mut self, call: &Call) {
        let reasons: BTreeSet<i64> = call.reasons().into_iter().collect();
        assert!(!reasons.is_empty(), "a call without a reason: {call:?}");
        let mut touched = BTreeSet::new();
        for brand in reasons {
            let figures = &self.known[&brand];
            assert!(figures.pages(call.at), "notice, praise, history or old: {call:?}");
            touched.insert((brand / 3, organisation(brand).0));
        }
        for named in &call.message.brands {
            let figures = &self.known[&named.brand.0];
            assert!(figures.wakes && call.at < figures.until, "old: {call:?}");
        }
        for place in touched {
            match self.states.get_mut(&place) {
                Some(State::Lifted(since, told)) if *since > Timestamp::MIN => {
                    let new = told.insert((call.person(), call.target.clone()));
                    assert!(new, "a second round since the worse turn: {call:?}");
                }
                Some(State::Lifted(..) | State::Unsure) => {}
                Some(State::Silent(..)) => panic!("acknowledged, and not silent: {call:?}"),
                None => panic!("never reported: {call:?}"),
            }
        }
    }

    fn of<'a>(&'a self, story: i64, organisations: &'a [i64]) -> impl Iterator<Item = &'a Figures> {
        let of = self.known.iter().filter(move |(brand, _)| **brand / 3 == story);
        of.filter(|(brand, _)| organisations.contains(&organisation(**brand).0)).map(|(_, figures)| figures)
    }
}

fn member_of(rules: &Rules, person: i64) -> Vec<i64> {
    let of = |(id, _): &(_, _)| *id == vigie_domain::id::PersonId(person);
    let recipient = rules.recipients.iter().map(|(id, r)| (*id, r)).find(of);
    recipient.map_or(Vec::new(), |(_, recipient)| recipient.organisations.iter().map(|id| id.0).collect())
}

/// Law 5, in every window that begins with a call.
pub fn budgets(rules: &Rules, calls: &[Call], events: &[Event]) {
    let failed = |call: &Call| {
        events.iter().any(|event| {
            matches!(event, Event::Came { call: key, target, outcome: Outcome::Failed, .. }
                if *key == call.key && *target == call.target)
        })
    };
    let counted: Vec<&Call> = calls.iter().filter(|call| !failed(call)).collect();
    let within = |first: &Call, call: &Call, minutes: i64| {
        let after = call.at.duration_since(first.at);
        call.person() == first.person() && !after.is_negative() && after < SignedDuration::from_mins(minutes)
    };
    for first in &counted {
        let budget = rules.recipients[&first.key.person].budget;
        let day: Vec<_> = counted.iter().filter(|call| within(first, call, 24 * 60)).collect();
        let half_hour = day.iter().filter(|call| within(first, call, 30)).count();
        assert!(half_hour <= budget.half_hour as usize, "{half_hour} in half an hour from {first:?}");
        assert!(day.len() <= budget.day as usize, "{} in a day from {first:?}", day.len());
        for brand in first.reasons() {
            let grave = |call: &Call| call.message.brands.iter().filter(|named| named.calls).all(|n| n.grave.is_some());
            let plain = day.iter().filter(|call| call.message.worse.is_none() && call.reasons().contains(&brand));
            // Grave posts and surges are counted apart.
            let plain = plain.filter(|call| grave(call) == grave(first));
            // One call by several targets is one.
            let plain = plain.map(|call| &call.key).collect::<BTreeSet<_>>().len();
            assert!(plain <= budget.brand_day as usize, "{plain} for brand {brand} in a day from {first:?}");
        }
    }
}

/// Law 7, and that no call is ever made twice.
pub fn visibility(rules: &Rules, calls: &[Call]) {
    let mut made = BTreeSet::new();
    for call in calls {
        assert!(made.insert((call.key.clone(), call.target.clone())), "twice: {call:?}");
        let own = member_of(rules, call.person());
        let also = call.message.also.iter().map(|also| &also.brand);
        for named in call.message.brands.iter().chain(also) {
            assert!(own.contains(&named.organisation.0), "not theirs: {call:?}");
        }
        for other in &call.message.others {
            assert!(member_of(rules, other.0).iter().any(|of| own.contains(of)), "a stranger: {call:?}");
        }
        for post in &call.message.posts {
            assert!(own.contains(&organisation(post.0 / 10).0), "another's post: {call:?}");
        }
        assert!(call.message.posts.len() <= 3);
    }
}
