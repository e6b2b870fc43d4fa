//! A desk to try a case at: plans, people, accounts, and a case that carries out commands.

use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use vigie_domain::case::event::{Checked, Form, Moment, Opening, Origin, Precision, Step, Target};
use vigie_domain::case::{
    Actor, Binding, Capture, Command, Desk, Entry, Event, Key, Open, Party, Refusal, Salt, Sealed, State, TextRef,
    Words, decide,
};
use vigie_domain::id::{AccountId, BrandId, OrganisationId, PersonId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::{Channel, Plan, read};
use vigie_domain::setup::Size;

pub const JEANNE: i64 = 1;
pub const PAUL: i64 = 2;
pub const AISHA: i64 = 3;
pub const ACCOUNT: AccountId = AccountId(7);

/// Tuesday, 14:00 in Paris: everybody is there.
pub fn noon() -> Timestamp {
    "2026-11-24T13:00:00Z".parse().unwrap()
}

pub fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

pub fn party(person: i64) -> Party {
    Party::Member(PersonId(person))
}

pub fn key(key: &str) -> Key {
    Key::new(key).unwrap()
}

/// A text with a salt that is its own.
pub fn sealed(text: &str) -> Sealed {
    let mut salt = [0; 16];
    salt.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
    Sealed { salt: Salt(salt), text: text.to_owned() }
}

pub fn text(text: &str) -> TextRef {
    sealed(text).reference()
}

pub fn capture(of: &str) -> Capture {
    Capture(*blake3::hash(of.as_bytes()).as_bytes())
}

pub fn words(says: &str) -> Words {
    Words {
        text: sealed(says),
        language: Language::En,
        target: Target::Post(Channel::Mastodon),
        subject: None,
        account: ACCOUNT,
        cites: Vec::new(),
        posture: None,
        reply: None,
    }
}

pub fn opening(name: &str, step: Step) -> Opening {
    Opening {
        key: key(name),
        organisation: OrganisationId(1),
        brand: BrandId(2),
        step,
        origin: Origin::Call(text("Somebody called.")),
        began: None,
        reported: noon(),
        plan: 4,
        size: Size::Team,
        country: Some("FR".to_owned()),
        zone: "Europe/Paris".to_owned(),
        hurt: false,
        scenario: None,
    }
}

pub fn began(at: &str) -> Moment {
    Moment { at: at.parse().unwrap(), zone: "Europe/Paris".to_owned(), precision: Precision::About }
}

/// A case with what stands around it.
#[derive(Clone)]
pub struct Room {
    pub plan: Plan,
    pub people: BTreeMap<String, Party>,
    pub accounts: BTreeSet<AccountId>,
    /// Members who may not work on cases.
    pub readers: BTreeSet<Party>,
    pub now: Timestamp,
    pub log: Vec<Entry>,
    pub state: State,
    /// What was asked and carried out: when, by whom, as what.
    pub asked: Vec<(Timestamp, Actor, Option<Role>, Command)>,
}

impl Room {
    pub fn new(plan: &str, people: &[(&str, i64)]) -> Self {
        Self {
            plan: read(plan, None).0,
            people: people.iter().map(|(name, id)| ((*name).to_owned(), party(*id))).collect(),
            accounts: BTreeSet::from([ACCOUNT, AccountId(8)]),
            readers: BTreeSet::new(),
            now: noon(),
            log: Vec::new(),
            state: State::default(),
            asked: Vec::new(),
        }
    }

    /// The team of the plan's tests: Jeanne leads, Paul writes and counsels, Aisha speaks.
    pub fn team() -> Self {
        Self::new(&team_plan(), &[("jeanne", JEANNE), ("paul", PAUL), ("aisha", AISHA)])
    }

    /// The team with an open crisis.
    pub fn crisis() -> Self {
        let mut room = Self::team();
        room.open(opening("tap-1", Step::Crisis)).unwrap();
        room
    }

    pub fn open(&mut self, opening: Opening) -> Result<Vec<Event>, Refusal> {
        self.by(JEANNE, Command::Open(Box::new(Open { opening, captures: vec![], freeze: None, holding: vec![] })))
    }

    pub fn desk(&self, by: Actor, role: Option<Role>) -> Desk<'_> {
        let (plan, people, accounts, now) = (&self.plan, &self.people, &self.accounts, self.now);
        Desk { plan, people, accounts, readers: &self.readers, by, role, now }
    }

    pub fn ask(&mut self, by: Actor, role: Option<Role>, command: &Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.state, &self.desk(by, role), command)?;
        self.asked.push((self.now, by, role, command.clone()));
        for event in &events {
            let entry = Entry { at: self.now, by, event: event.clone() };
            self.state.apply(&entry);
            self.log.push(entry);
        }
        Ok(events)
    }

    /// Somebody who may work on cases asks.
    pub fn by(&mut self, person: i64, command: Command) -> Result<Vec<Event>, Refusal> {
        self.ask(Actor::Member(PersonId(person)), Some(Role::SocialManager), &command)
    }

    /// The house asks.
    pub fn house(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.ask(Actor::House, None, &command)
    }

    /// Time goes by, and a tick comes at its end.
    pub fn after(&mut self, length: SignedDuration) -> Vec<Event> {
        self.now += length;
        self.house(Command::Tick).unwrap()
    }

    pub fn binding(&self, draft: u32) -> Binding {
        self.state.drafts[&draft].binding
    }

    /// A draft by somebody, read by the wording check.
    pub fn drafted(&mut self, by: i64, form: Form, words: Words) -> u32 {
        let name = format!("draft-{}", self.log.len());
        self.by(by, Command::Draft { key: key(&name), form, words, corrects: None, about: None }).unwrap();
        let draft = *self.state.drafts.last_key_value().unwrap().0;
        self.checked(draft);
        draft
    }

    pub fn checked(&mut self, draft: u32) {
        let binding = self.binding(draft);
        let found = Checked { version: 1, stops: 0, warnings: 0 };
        self.house(Command::Check { draft, binding, found }).unwrap();
    }

    pub fn submit(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        let binding = self.binding(draft);
        self.by(by, Command::Submit { draft, binding, despite: None })
    }

    pub fn approve(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        let binding = self.binding(draft);
        self.by(by, Command::Approve { draft, binding })
    }

    pub fn send(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        let binding = self.binding(draft);
        self.by(by, Command::Send { draft, binding, promise: None })
    }

    /// The names of the last events.
    pub fn kinds(events: &[Event]) -> Vec<String> {
        events.iter().map(Event::kind).collect()
    }
}

/// Chance that is the same each time (SplitMix64, Steele and others 2014).
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    /// Another one than this.
    pub fn other(&mut self, than: usize, bound: usize) -> usize {
        (than + 1 + self.below(bound - 1)) % bound
    }
}

/// The plan of the plan's tests, with the telephone number that the texts of the golden folder name, and approved with that.
pub fn team_plan() -> String {
    let text = include_str!("../plan/team.toml").replace("01 98 00", "01 99 00");
    let plan = vigie_domain::plan::read(&text, None).0;
    let stamps =
        plan.replies.iter().map(|reply| (reply.body.approved_text.clone().unwrap(), plan.stamp_of(&reply.body)));
    stamps.fold(text.clone(), |text, (old, new)| text.replace(&old.value, &new))
}
