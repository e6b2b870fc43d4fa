//! From signals to people: who is woken, by which message, and what came of it.
//!
//! [`Waking::decide`] holds the signals, their labels and the time against the book of who was told, and keeps what follows with the
//! messages in one transaction: it may run twice, or be cut short anywhere. [`Waking::send`] takes those messages out of the house.

mod alive;
mod blind;
mod confirming;
mod link;
mod observe;
mod phrase;
mod reached;
mod roster;
mod send;
pub mod settings;
mod tell;
mod told;
mod watch;
mod weekly;

pub use confirming::Confirmed;
pub use link::Link;
pub use phrase::Letter;
pub(crate) use phrase::speaks;
pub use reached::Reached;
pub use roster::{Hours, Roster};
pub(crate) use tell::LASTS;
pub use told::{Called, Telling};

use crate::EngineError;
use crate::bus::Change;
use crate::world::World;
use connect::outbound::Outbound;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::Right;
use domain::signal::Verdict;
use domain::waking::{Answer, Book, Command, Event, Rules, Standing, Subject, decide};
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Decided, NewMessage, OutboxRow, TargetRow};
use words::Locale;

/// How often a decision is made again because somebody else decided meanwhile.
const AGAIN: usize = 5;
/// Tests that one person may send in an hour, and in a day to one mail address from which none was ever tapped.
const TESTS: (usize, usize) = (10, 5);

/// What wakes people in a world.
#[derive(Clone)]
pub struct Waking {
    /// The world whose signals these are.
    pub world: World,
    /// Where messages leave, or do not.
    pub outbound: Arc<Outbound>,
    /// What every link begins with, as people's phones reach it: `https://vigie.example.org`.
    pub origin: String,
    /// What links are signed with.
    pub secret: [u8; 32],
    /// Who watches over this Vigie, and whom it watches over.
    pub guards: Guards,
}

/// Who notices when a Vigie falls silent: addresses, as the operator named them.
#[derive(Clone, Debug, Default)]
pub struct Guards {
    /// Asked every few minutes while this Vigie listens: whoever keeps them warns when they are asked no more.
    pub heartbeats: Vec<String>,
    /// Other Vigies: their owners are not told, ours are, when one of them does not say that it listens.
    pub others: Vec<String>,
}

/// What became of an acknowledgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Theirs is the one that counts.
    First,
    /// Somebody was first.
    Known(Answer),
    /// There is nothing to acknowledge any more, or nothing they may see.
    Nothing,
    /// They see it and may not acknowledge it; these may, in the order in which they joined the house.
    MayNot(Vec<PersonId>),
}

impl Waking {
    /// What would wake people in a world that nothing may leave: it takes no client and no settings.
    pub fn sandbox(world: &World, origin: &str) -> Self {
        Self {
            world: world.clone(),
            outbound: Arc::new(Outbound::Sandbox),
            origin: origin.to_owned(),
            secret: *blake3::hash(b"a world that nothing leaves").as_bytes(),
            guards: Guards::default(),
        }
    }

    /// Decides what follows from the signals as they are and from the time. Answers how many people are called.
    ///
    /// # Errors
    /// The store's; nothing is kept then.
    pub async fn decide(&self) -> Result<usize, EngineError> {
        self.decide_on(&[]).await
    }

    /// The same, so that what was just said is heard now. It is decided again within seconds anyway: a failure is only written down.
    pub async fn decide_at_once(&self) {
        if let Err(error) = self.decide().await {
            tracing::warn!(%error, "who is to be woken could not be decided; it is tried again");
        }
    }

    /// The same, with news from outside.
    async fn decide_on(&self, news: &[Command]) -> Result<usize, EngineError> {
        for _ in 0..AGAIN {
            let (version, book) = self.book().await?;
            let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
            let now = self.world.clock.now();
            let mut draft = Draft::new(book, &roster.rules, now);
            for command in observe::observe(&self.world, &draft.book, now).await? {
                draft.take(&command);
            }
            news.iter().for_each(|command| draft.take(command));
            draft.take(&Command::Tick);
            match self.keep(version, draft, &roster).await {
                Err(EngineError::Store(store::Error::Conflict(_))) => continue,
                kept => return kept,
            }
        }
        Err(EngineError::Store(store::Error::Locked))
    }

    /// Keeps what somebody says of a signal and why, and decides at once what follows from it.
    ///
    /// # Errors
    /// The store's; [`store::Error::NotFound`] where there is no such signal, or they are no member of its organisation.
    pub async fn label(
        &self,
        organisation: OrganisationId,
        signal: &str,
        verdict: Verdict,
        reason: &str,
        person: PersonId,
    ) -> Result<(), EngineError> {
        let now = self.world.clock.now();
        self.world.store.label_signal(organisation, signal, verdict, reason, person, now).await?;
        self.labelled([organisation]).await;
        Ok(())
    }

    /// Signals of these organisations were labelled: what follows is decided at once, and open pages read themselves again.
    async fn labelled(&self, organisations: impl IntoIterator<Item = OrganisationId>) {
        self.decide_at_once().await;
        for organisation in organisations {
            self.world.bus.tell(organisation, Change::Signals);
        }
    }

    /// Somebody says that they have seen a story: by a message of this step, or with their own eyes. Every signal of it that they may see and
    /// label ([`Right::Triage`]) is labelled; the story is silent everywhere until it is materially worse.
    ///
    /// # Errors
    /// The store's.
    pub async fn acknowledge(
        &self,
        subject: &Subject,
        person: PersonId,
        step: Option<u32>,
    ) -> Result<Taken, EngineError> {
        let (_, book) = self.book().await?;
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let open = book.unanswered_by(&roster.rules, subject, person, step);
        if let Some(answer) = book.answer(&roster.rules, subject, person).filter(|_| open.is_empty()) {
            return Ok(Taken::Known(answer));
        }
        let now = self.world.clock.now();
        let mut touched = BTreeMap::new();
        for occurrence in &open {
            let (organisation, signal) = (occurrence.organisation, &occurrence.signal);
            match self.world.store.label_signal(organisation, signal, Verdict::Confirmed, "", person, now).await {
                Ok(()) => drop(touched.insert(organisation, signal.clone())),
                Err(store::Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if touched.is_empty() {
            let of: BTreeSet<OrganisationId> = open.iter().map(|occurrence| occurrence.organisation).collect();
            return self.who_may(of).await;
        }
        self.labelled(touched.keys().copied()).await;
        let (_, book) = self.book().await?;
        let answers = touched.iter().filter_map(|(organisation, signal)| book.answered(*organisation, signal));
        let (own, others): (Vec<_>, Vec<_>) = answers.partition(|answer| answer.by == person);
        Ok(others.into_iter().next().filter(|_| own.is_empty()).map_or(Taken::First, Taken::Known))
    }

    /// Who may acknowledge what is up in these organisations.
    async fn who_may(&self, of: BTreeSet<OrganisationId>) -> Result<Taken, EngineError> {
        let all = self.world.store.everybody(self.world.clock.now()).await?.into_iter();
        let may = all.filter(|(organisation, _, role)| of.contains(organisation) && role.may(Right::Triage));
        let may: BTreeSet<PersonId> = may.map(|(_, person, _)| person.id).collect();
        Ok(if may.is_empty() { Taken::Nothing } else { Taken::MayNot(may.into_iter().collect()) })
    }

    /// Puts a message on its way that only shows that a target works; its link says that it was tapped.
    ///
    /// # Errors
    /// The store's; [`store::Error::NotFound`] where the person has no such target; [`EngineError::Report`] where they tried too often.
    pub async fn test(&self, person: PersonId, target: i64) -> Result<(), EngineError> {
        let row = self.world.store.target(person, target).await?;
        let someone = self.world.store.person(person).await?;
        let now = self.world.clock.now();
        self.sparing(&row, now).await?;
        let link = Link { story: Link::TEST.to_owned(), person, target, step: 0 };
        let locale = phrase::speaks(&someone, now).locale();
        let letter = phrase::test(&someone, &row, self.address(&link, locale), now);
        self.world.store.post_message(letter.message(target, person, None)?, now).await?;
        Ok(())
    }

    /// Tests are few: nobody is to be bombed from here, least of all at an address that may be a stranger's.
    async fn sparing(&self, target: &TargetRow, now: jiff::Timestamp) -> Result<(), EngineError> {
        let (hour, day) = TESTS;
        let sent = self.world.store.messages_to(target.person, &[], None, 100).await?;
        let since = |row: &&OutboxRow, hours| now.duration_since(row.created_at) < SignedDuration::from_hours(hours);
        let is_test = |row: &&OutboxRow| Letter::of(row).is_ok_and(|letter| letter.is_test());
        let tests: Vec<_> = sent.iter().filter(is_test).collect();
        let stranger = target.kind == "mail" && target.tapped_at.is_none();
        let of_it = tests.iter().filter(|row| row.message.target == target.id && since(row, 24)).count();
        match tests.iter().filter(|row| since(row, 1)).count() >= hour || (stranger && of_it >= day) {
            true => Err(EngineError::Report("too many tests; nothing was sent, try again later".to_owned())),
            false => Ok(()),
        }
    }

    /// The address of a link, and in which language its page is to speak: whoever asks for it is told nothing by that, right or wrong.
    pub fn address(&self, link: &Link, locale: Locale) -> String {
        format!("{}/wake/{}?lang={}", self.origin, link.sign(&self.secret), locale.code())
    }

    /// The book as it is, and its version.
    ///
    /// # Errors
    /// The store's, or a book that cannot be read.
    pub async fn book(&self) -> Result<(i64, Book), EngineError> {
        let kept = self.world.store.waking_book().await?;
        let book = kept.book.map_or(Ok(Book::default()), |book| serde_json::from_str(&book))?;
        Ok((kept.version, book))
    }

    /// Keeps what was decided, with the messages that follow.
    async fn keep(&self, version: i64, draft: Draft<'_>, roster: &Roster) -> Result<usize, EngineError> {
        if draft.events.is_empty() {
            return Ok(0);
        }
        let mut messages: Vec<NewMessage> = Vec::new();
        let mut silenced = Vec::new();
        for event in &draft.events {
            match event {
                Event::Called { call, target, message, .. } => {
                    // What was answered in the same decision is not said any more.
                    let Standing::Wanted(until) = draft.book.standing(&roster.rules, call, target) else { continue };
                    messages.extend(self.letter(roster, call, target, message, until).await?);
                }
                Event::Acknowledged { story, silenced: organisations, .. } => {
                    let of: BTreeSet<OrganisationId> = organisations.iter().map(|s| s.organisation).collect();
                    // Who still has to answer for another organisation is told.
                    let people = roster.people_of(&of).filter(|who| draft.book.is_silent(&roster.rules, story, *who));
                    silenced.extend(people.map(|person| (story.to_string(), person)));
                }
                _ => {}
            }
        }
        let calls = messages.len();
        let decided = Decided {
            version,
            events: draft.events.iter().map(serde_json::to_string).collect::<Result<_, _>>()?,
            book: serde_json::to_string(&draft.book)?,
            messages,
            silenced,
        };
        self.world.store.keep_decision(decided, draft.now).await?;
        Ok(calls)
    }
}

/// A decision in the making.
struct Draft<'a> {
    book: Book,
    rules: &'a Rules,
    now: jiff::Timestamp,
    events: Vec<Event>,
}

impl<'a> Draft<'a> {
    fn new(book: Book, rules: &'a Rules, now: jiff::Timestamp) -> Self {
        Self { book, rules, now, events: Vec::new() }
    }

    fn take(&mut self, command: &Command) {
        for event in decide(&self.book, self.rules, command, self.now) {
            self.book.apply(&event);
            self.events.push(event);
        }
    }
}
