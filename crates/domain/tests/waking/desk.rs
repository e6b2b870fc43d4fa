//! A desk at which commands are decided and kept, and the small town that the tests live in.

use jiff::{SignedDuration, Timestamp};
use vigie_domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use vigie_domain::signal::Level;
use vigie_domain::waking::{
    Book, CallKey, Command, Event, Ladder, Message, Occurrence, Outcome, Recipient, Rules, Rung,
};
use vigie_domain::waking::{Budget, Subject, Target, TargetKind, decide};

/// Fingerprints that are far from each other.
pub const PRINTS: [u64; 4] =
    [0x0f0f_0f0f_0f0f_0f0f, 0x5555_5555_5555_5555, 0x3333_cccc_3333_cccc, 0xffff_0000_00ff_ff00];

pub fn start() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

pub fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

pub fn organisation(brand: i64) -> OrganisationId {
    OrganisationId(1 + brand % 3)
}

/// An alert that may call, of brand `brand` in organisation 1, 2 or 3, telling story `brand / 3`.
pub fn alert(brand: i64, at: Timestamp, observed: i64) -> Occurrence {
    Occurrence {
        organisation: organisation(brand),
        organisation_name: None,
        brand: BrandId(brand),
        brand_name: format!("brand {brand}"),
        signal: format!("{brand}-mentions-0"),
        level: Level::Alert,
        onset: at,
        raised_at: at,
        window_minutes: 30,
        until: at + minutes(30),
        wakes: true,
        late: false,
        ill: true,
        observed,
        expected: 500,
        press: false,
        grave: None,
        prints: vec![PRINTS[usize::try_from(brand / 3).unwrap() % 4]],
        posts: (0..3).map(|post| MentionId(brand * 10 + post)).collect(),
        trade: None,
        words: Vec::new(),
    }
}

pub fn recipient(organisations: &[i64], targets: &[&str]) -> Recipient {
    let target = |id: &&str| Target { id: (*id).to_owned(), kind: TargetKind::Push };
    Recipient {
        targets: targets.iter().map(target).collect(),
        organisations: organisations.iter().map(|id| OrganisationId(*id)).collect(),
        ..Recipient::default()
    }
}

pub fn ladder(rungs: &[&[i64]]) -> Ladder {
    let rung = |people: &&[i64]| Rung { people: people.iter().map(|id| PersonId(*id)).collect(), after_minutes: 10 };
    Ladder { rungs: rungs.iter().map(rung).collect() }
}

/// Three organisations; person 1 works for all, 2 for the first, 3 for the second, 4 for the third, 5 for the last two.
pub fn town() -> Rules {
    let people: [(i64, Recipient); 5] = [
        (1, recipient(&[1, 2, 3], &["push", "mail"])),
        (2, recipient(&[1], &["push"])),
        (3, recipient(&[2], &["push", "mail", "chat"])),
        (4, recipient(&[3], &["mail"])),
        (5, recipient(&[2, 3], &["push", "mail"])),
    ];
    let ladders = [(1, ladder(&[&[1], &[2]])), (2, ladder(&[&[1, 3], &[5]])), (3, ladder(&[&[4], &[1, 9], &[5]]))];
    Rules {
        recipients: people.into_iter().map(|(id, recipient)| (PersonId(id), recipient)).collect(),
        ladders: ladders.into_iter().map(|(id, ladder)| (OrganisationId(id), ladder)).collect(),
        keep_hours: 1000,
        ..Rules::default()
    }
}

/// Budgets that hold nothing back.
pub fn awake(mut rules: Rules) -> Rules {
    for recipient in rules.recipients.values_mut() {
        recipient.budget = Budget { half_hour: 1000, day: 1000, brand_day: 1000 };
    }
    rules
}

pub fn ack(signal: &str, by: i64, at: Timestamp) -> Command {
    Command::Acknowledged { subject: Subject::Signal(signal.to_owned()), by: PersonId(by), at }
}

/// One call that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    pub at: Timestamp,
    pub key: CallKey,
    pub target: String,
    pub message: Message,
}

impl Call {
    pub fn person(&self) -> i64 {
        self.key.person.0
    }

    /// The brands that are the reason.
    pub fn reasons(&self) -> Vec<i64> {
        let calls = self.message.brands.iter().filter(|named| named.calls);
        let mut brands: Vec<i64> = calls.map(|named| named.brand.0).collect();
        brands.sort_unstable();
        brands
    }
}

pub struct Desk {
    pub rules: Rules,
    pub book: Book,
    pub events: Vec<Event>,
}

impl Desk {
    pub fn new(rules: Rules) -> Self {
        Self { rules, book: Book::default(), events: Vec::new() }
    }

    /// Decides and keeps; a second time gives nothing new.
    pub fn tell(&mut self, command: &Command, now: Timestamp) -> Vec<Event> {
        let events = decide(&self.book, &self.rules, command, now);
        for event in &events {
            self.book.apply(event);
        }
        self.events.extend(events.iter().cloned());
        assert_eq!(decide(&self.book, &self.rules, command, now), [], "the same again: {command:?}");
        events
    }

    /// Ticks every minute after `from` up to `to`.
    pub fn pass(&mut self, from: Timestamp, to: Timestamp) {
        let mut now = from + minutes(1);
        while now <= to {
            self.tell(&Command::Tick, now);
            now += minutes(1);
        }
    }

    /// Stops and begins again from what was kept, once from the events and once from the book itself.
    pub fn restart(&mut self) {
        let kept = serde_json::to_string(&self.events).unwrap();
        let events: Vec<Event> = serde_json::from_str(&kept).unwrap();
        let mut book = Book::default();
        events.iter().for_each(|event| book.apply(event));
        assert_eq!(book, self.book);
        self.book = serde_json::from_str(&serde_json::to_string(&self.book).unwrap()).unwrap();
        assert_eq!(book, self.book);
    }

    pub fn came(&mut self, call: &Call, outcome: Outcome, now: Timestamp) -> Vec<Event> {
        let command = Command::Came { call: call.key.clone(), target: call.target.clone(), outcome };
        self.tell(&command, now)
    }

    pub fn calls(&self) -> Vec<Call> {
        calls(&self.events)
    }

    /// `(minutes since start, person, target, brands)` of every call.
    pub fn short(&self) -> Vec<(i64, i64, String, Vec<i64>)> {
        let short = |call: Call| {
            let after = call.at.duration_since(start()).as_mins();
            (after, call.person(), call.target.clone(), call.reasons())
        };
        self.calls().into_iter().map(short).collect()
    }
}

pub fn calls(events: &[Event]) -> Vec<Call> {
    let call = |event: &Event| match event {
        Event::Called { at, call, target, message, .. } => {
            let (key, target, message) = (call.clone(), target.clone(), (**message).clone());
            Some(Call { at: *at, key, target, message })
        }
        _ => None,
    };
    events.iter().filter_map(call).collect()
}
