//! What a scripted team does, and when: it reacts to what Vigie shows it, and to what the facilitator brings in; never to the posts themselves.

use super::answers::ANSWERS;
use super::{Brought, Drill};
use crate::EngineError;
use crate::case::{Alarm, Ask, Caller, CaseError, Room, Source, Text, To, crisis, room};
use crate::pack::{Inject, InjectKind, Raise};
use domain::case::event::{ClockOf, FactStatus, Form, Step, Visibility};
use domain::case::state::{Draft, Stage};
use domain::case::{Binding, Key, Party, holding};
use domain::id::{BrandId, CaseId, MentionId, PersonId};
use domain::organisation::Role;
use domain::plan::{Channel, ClockKind};
use domain::setup::Size;
use domain::signal::{Level, Verdict, level_from_code};
use domain::waking::Subject;
use jiff::{SignedDuration, Timestamp};
use store::{SignalFilter, SignalRow};
use words::{Locale, Words};

/// Signals read at a look: more than any pack raises at a time.
const LATELY: i64 = 200;
/// Who is called first.
const FIRST: [&str; 2] = ["on-call", "lead"];
/// Who leads.
pub(super) const LEAD: [&str; 2] = ["lead", "on-call"];
/// Who writes.
pub(super) const WRITES: [&str; 3] = ["spokesperson", "social-manager", "lead"];

/// Something that the team is about to do.
#[derive(Clone, Debug)]
pub(super) enum Move {
    /// Says that a signal was seen.
    Acknowledge(String),
    /// Says that there is nothing to a signal.
    Dismiss(String),
    /// Opens a case: by a signal, or because somebody called (the number of the inject).
    Open(BrandId, Option<String>, Option<usize>),
    /// Answers the questions of the triage.
    Triage(CaseId, BrandId),
    /// Says that the team is there.
    Assemble(CaseId),
    /// Writes a text by the plan, has it approved, sends it.
    Write(CaseId, BrandId, Form),
    /// Those who are asked approve.
    Approve(CaseId, u32, Binding),
    /// It is sent.
    Send(CaseId, u32, Binding),
    /// One open task is done, and then the next.
    Work(CaseId),
    /// Two people reach for the mentions that are heard most: one has each.
    Claim(CaseId, BrandId),
    /// Whoever has a mention answers it.
    Answer(CaseId, BrandId, MentionId),
    /// Something is done to repair.
    Repair(CaseId),
    /// The facilitator's turn.
    Bring(usize),
    /// It is over: follow-up.
    Settle(CaseId),
}

pub(super) fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

impl Drill {
    /// Puts something on the agenda.
    pub(super) fn later(&mut self, after: SignedDuration, then: Move) {
        self.at(self.now().saturating_add(after).unwrap_or(Timestamp::MAX), then);
    }

    pub(super) fn at(&mut self, at: Timestamp, then: Move) {
        self.moves += 1;
        self.agenda.insert((at, self.moves), then);
    }

    pub(super) fn plan_injects(&mut self) {
        for (number, inject) in self.pack.inject.clone().iter().enumerate() {
            let at = self.pack.storm_at().saturating_add(inject.after).unwrap_or(Timestamp::MAX);
            self.at(at, Move::Bring(number));
        }
    }

    /// What was raised or changed since it was looked last waits for the team: an alert is seen when it calls somebody, a notice at the next look.
    pub(super) async fn read_raised(&mut self) -> Result<(), EngineError> {
        let (store, organisation) = (self.world().store.clone(), self.stage.organisation.id);
        let mut rows = store.signals(organisation, SignalFilter::default(), LATELY).await?;
        rows.reverse();
        for row in rows.into_iter().filter(|row| row.wakes) {
            if self.reacted.insert(format!("{} {}", row.id, row.level)) {
                self.raised.push(row);
            }
        }
        Ok(())
    }

    /// The team reacts to what has called somebody by now.
    pub(super) async fn react(&mut self) -> Result<(), EngineError> {
        let mut waits = Vec::new();
        for row in std::mem::take(&mut self.raised) {
            let is_notice = level_from_code(&row.level) == Some(Level::Notice);
            match is_notice || self.called(&row.id).await? {
                true => self.react_to(&row),
                false => waits.push(row),
            }
        }
        self.raised = waits;
        Ok(())
    }

    /// Whether anybody was called for a signal, or for the story that it belongs to.
    pub(super) async fn called(&self, signal: &str) -> Result<bool, EngineError> {
        Ok(!self.waking.told(self.stage.organisation.id, signal).await?.calls.is_empty())
    }

    fn react_to(&mut self, row: &SignalRow) {
        // What is raised is theirs who play those who are called.
        if self.people_hold(&FIRST) || self.people_hold(&LEAD) {
            return;
        }
        let Some(expect) = self.expected(row.brand) else { return };
        let (raise, level) = (expect.raise, level_from_code(&row.level));
        let wanted = match raise {
            Raise::Nothing | Raise::Praise => None,
            Raise::Notice => Some(Level::Notice),
            // A slow burn is acted on while it simmers.
            Raise::Alert if expect.notice.is_some() => Some(Level::Notice),
            Raise::Call | Raise::Alert => Some(Level::Alert),
        };
        match wanted {
            None if level == Some(Level::Alert) => self.later(minutes(5), Move::Dismiss(row.id.clone())),
            Some(wanted) if level >= Some(wanted) => {
                self.later(minutes(2), Move::Acknowledge(row.id.clone()));
                if self.opening.insert(row.brand) {
                    self.later(minutes(4), Move::Open(row.brand, Some(row.id.clone()), None));
                } else if let Some(case) = self.cases.get(&row.brand).copied().filter(|_| level == Some(Level::Alert)) {
                    // It flares up: more people wait for an answer.
                    self.later(minutes(20), Move::Claim(case, row.brand));
                }
            }
            _ => {}
        }
    }

    /// Does what is next.
    pub(super) async fn make(&mut self, next: Move) -> Result<(), EngineError> {
        match next {
            Move::Acknowledge(signal) => {
                let Some((person, _)) = self.first(&FIRST) else { return Ok(()) };
                self.waking.acknowledge(&Subject::Signal(signal), person, None).await.map(drop)
            }
            Move::Dismiss(signal) => {
                let Some((person, _)) = self.first(&FIRST) else { return Ok(()) };
                let why = self.say("drill-dismissed");
                self.waking.label(self.stage.organisation.id, &signal, Verdict::Dismissed, &why, person).await
            }
            Move::Open(brand, signal, call) => self.open(brand, signal, call).await,
            Move::Triage(case, brand) => self.triage(case, brand).await,
            Move::Assemble(case) => self.assemble(case).await,
            Move::Write(case, brand, form) => self.write(case, brand, form).await,
            Move::Approve(case, draft, binding) => self.approve(case, draft, binding).await,
            Move::Send(case, draft, binding) => {
                let Some(by) = self.sender(case, draft, &WRITES).await? else { return Ok(()) };
                self.asks(case, by, "send", Ask::Send { draft, binding, promise: None }).await.map(drop)
            }
            Move::Work(case) => self.work(case).await,
            Move::Claim(case, brand) => self.claim(case, brand).await,
            Move::Answer(case, brand, mention) => self.answer(case, brand, mention).await,
            Move::Repair(case) => self.repair(case).await,
            Move::Bring(number) => self.bring(number).await,
            Move::Settle(case) => {
                let Some(by) = self.leader(case).await? else { return Ok(()) };
                let why = Some(self.say("drill-over"));
                self.asks(case, by, "step", Ask::Step { to: Step::FollowUp, why }).await.map(drop)
            }
        }
    }

    pub(super) fn first(&self, roles: &[&str]) -> Option<(PersonId, Role)> {
        self.team.who(roles, self.now()).first().copied()
    }

    /// Whoever leads the case; before somebody does, or while they are not there, whoever would.
    pub(super) async fn leader(&self, case: CaseId) -> Result<Option<(PersonId, Role)>, EngineError> {
        let lead = self.room_of(case).await?.state.lead();
        let known = self.team.mates.iter().find(|mate| lead == Some(Party::Member(mate.id)));
        let known = known.filter(|mate| !self.team.absent.contains(&mate.name));
        Ok(known.map(|mate| (mate.id, mate.role)).or_else(|| self.first(&LEAD)))
    }

    pub(super) async fn room_of(&self, case: CaseId) -> Result<Room, EngineError> {
        room(self.world(), self.stage.organisation.id, case).await
    }

    pub(super) fn say(&self, message: &str) -> String {
        self.told().tell(message, &[])
    }

    fn told(&self) -> Words {
        let locale = Locale::from_code(self.team.language.code()).unwrap_or(Locale::En);
        Words::new(locale, "UTC", self.now())
    }

    pub(super) fn key(&self, what: &str) -> Result<Key, EngineError> {
        let text = format!("{what}-{}", self.now().as_second());
        Key::new(&text).ok_or_else(|| EngineError::Broken(format!("{text} is no key")))
    }

    async fn open(&mut self, brand: BrandId, signal: Option<String>, call: Option<usize>) -> Result<(), EngineError> {
        let Some(expect) = self.expected(brand).cloned() else { return Ok(()) };
        let (Some(step), Some(by)) = (expect.step, self.first(&FIRST)) else { return Ok(()) };
        let told = call.and_then(|number| self.pack.inject.get(number)).map(|inject| Caller::Call(inject.text.clone()));
        let Some(caller) = signal.map(Caller::Signal).or(told) else { return Ok(()) };
        let alarm = Alarm {
            key: self.key("open")?,
            brand,
            step,
            caller,
            began: None,
            hurt: expect.hurt,
            scenario: expect.scenario.clone(),
            language: Some(self.team.language),
            beside: false,
        };
        let case = match crisis(&self.waking, self.stage.organisation.id, by, &alarm).await {
            Ok(acted) => acted.case,
            Err(CaseError::Refused(why)) => {
                self.note_refused(by.0, "open", why.to_string());
                return Ok(());
            }
            Err(CaseError::House(error)) => return Err(error),
        };
        self.begin(case, brand);
        Ok(())
    }

    /// A case is there: what the team will do of it, but for what people do who play.
    pub(super) fn begin(&mut self, case: CaseId, brand: BrandId) {
        self.cases.insert(brand, case);
        let (lead, writes) = (self.people_hold(&LEAD), self.people_write());
        if !lead {
            self.later(minutes(2), Move::Triage(case, brand));
            self.later(minutes(4), Move::Assemble(case));
        }
        if !writes {
            self.later(minutes(6), Move::Write(case, brand, Form::Holding));
        }
        self.later(minutes(8), Move::Work(case));
        if !self.people_hold(&ANSWERS) {
            self.later(minutes(20), Move::Claim(case, brand));
        }
        if !writes {
            self.later(minutes(75), Move::Write(case, brand, Form::Statement));
        }
        if !lead {
            self.later(minutes(90), Move::Repair(case));
            let end = self.pack.end().saturating_sub(minutes(10)).unwrap_or(self.pack.end());
            self.at(end, Move::Settle(case));
        }
    }

    async fn triage(&mut self, case: CaseId, brand: BrandId) -> Result<(), EngineError> {
        let (Some(by), Some(expect)) = (self.leader(case).await?, self.expected(brand).cloned()) else {
            return Ok(());
        };
        if let Some(answers) = expect.answers {
            self.asks(case, by, "triage", Ask::Triage { answers }).await?;
        }
        let chosen = self.room_of(case).await?.state.course.scenario;
        match expect.scenario.filter(|scenario| chosen.as_ref() != Some(scenario)) {
            Some(scenario) => self.asks(case, by, "choose", Ask::Choose { scenario }).await.map(drop),
            None => Ok(()),
        }
    }

    async fn assemble(&mut self, case: CaseId) -> Result<(), EngineError> {
        let Some(by) = self.leader(case).await? else { return Ok(()) };
        let open = self.room_of(case).await?.state.open_clock(&ClockOf::Plan(ClockKind::TeamAssembled)).map(|it| it.0);
        let Some(clock) = open else { return Ok(()) };
        let meet = Ask::Meet { clock, why: Some(self.say("drill-assembled")), mention: None };
        self.asks(case, by, "meet", meet).await.map(drop)
    }

    /// One open task, by whoever owns it where they are there; the others follow at the pace that their deadlines ask for.
    async fn work(&mut self, case: CaseId) -> Result<(), EngineError> {
        let state = self.room_of(case).await?.state;
        let theirs = |owner: Option<Party>| self.is_peoples(owner);
        let open = state.open_tasks().filter(|(_, task)| !theirs(task.owner));
        let mut open: Vec<_> = open.map(|(number, task)| (task.due, number, task.owner)).collect();
        open.sort_by_key(|(due, number, _)| (due.is_none(), *due, *number));
        let Some((_, task, owner)) = open.first().copied() else { return Ok(()) };
        let there = self.team.who(&LEAD, self.now());
        let of = |(id, _): &&(PersonId, Role)| owner == Some(Party::Member(*id));
        let Some(by) = there.iter().find(of).or(there.first()).copied() else { return Ok(()) };
        let result = self.say("drill-done");
        if self.asks(case, by, "task", Ask::Do { task, result }).await?.is_some() && open.len() > 1 {
            self.later(minutes(2), Move::Work(case));
        }
        Ok(())
    }

    /// Writes a text by the plan's own words and has it submitted by somebody who may.
    async fn write(&mut self, case: CaseId, brand: BrandId, form: Form) -> Result<(), EngineError> {
        let there = |room: &Room| {
            let found = room.state.drafts.iter().find(|(_, draft)| draft.form == form && draft.is_open());
            found.map(|(number, _)| *number)
        };
        let writers = self.team.who(&WRITES, self.now());
        let Some(first) = writers.first().copied() else { return Ok(()) };
        let mut open = self.room_of(case).await?;
        if there(&open).is_none() {
            let Some(words) = self.says(&open, brand, form) else { return Ok(()) };
            let key = self.key(if form == Form::Holding { "holding" } else { "statement" })?;
            self.asks(case, first, "draft", Ask::Draft { key, form, words, corrects: None, about: None }).await?;
            open = self.room_of(case).await?;
        }
        let Some(draft) = there(&open) else { return Ok(()) };
        let Some(found) = open.state.drafts.get(&draft) else { return Ok(()) };
        if let Some(filled) = self.filled(&open, found, brand) {
            let words = self.words(filled, found.wording.prepared.as_ref().map(|of| of.reply.clone()));
            self.asks(case, first, "revise", Ask::Revise { draft, words }).await?;
            open = self.room_of(case).await?;
        }
        let Some(found) = open.state.drafts.get(&draft) else { return Ok(()) };
        self.submit(case, draft, found, &writers).await
    }

    /// Whoever wrote it submits it; where nobody did, the first who may.
    pub(super) async fn submit(
        &mut self,
        case: CaseId,
        draft: u32,
        found: &Draft,
        writers: &[(PersonId, Role)],
    ) -> Result<(), EngineError> {
        let (binding, stopped) = (found.binding, found.checked.is_some_and(|checked| checked.stops > 0));
        let despite = stopped.then(|| self.say("drill-despite"));
        let wrote = |(id, _): &&(PersonId, Role)| found.authors.contains(&Party::Member(*id));
        let may: Vec<_> = match found.authors.is_empty() {
            true => writers.to_vec(),
            false => writers.iter().filter(wrote).copied().collect(),
        };
        for by in may {
            let submit = Ask::Submit { draft, binding, despite: despite.clone() };
            if self.asks(case, by, "submit", submit).await?.is_some() {
                self.later(minutes(4), Move::Approve(case, draft, binding));
                return Ok(());
            }
        }
        Ok(())
    }

    async fn approve(&mut self, case: CaseId, draft: u32, binding: Binding) -> Result<(), EngineError> {
        for by in self.team.who(&LEAD, self.now()) {
            let open = self.room_of(case).await?;
            let Some(found) = open.state.drafts.get(&draft).filter(|found| found.binding == binding) else {
                return Ok(());
            };
            if !matches!(found.stage, Stage::Submitted(_)) {
                break;
            }
            let party = Party::Member(by.0);
            if found.authors.contains(&party) {
                if found.rule.as_ref().is_some_and(|rule| rule.size == Size::Solo) {
                    let shown = found.checked;
                    self.asks(case, by, "release", Ask::ReleaseAlone { draft, binding, shown }).await?;
                }
            } else if !found.asked(party).is_empty() && !self.people_are_asked(found) {
                self.asks(case, by, "approve", Ask::Approve { draft, binding }).await?;
            }
        }
        let open = self.room_of(case).await?;
        match open.state.drafts.get(&draft).map(|found| &found.stage) {
            Some(Stage::Released(_)) if !self.people_write() => {
                self.later(minutes(1), Move::Send(case, draft, binding));
            }
            Some(Stage::Submitted(_)) => self.later(minutes(15), Move::Approve(case, draft, binding)),
            _ => {}
        }
        Ok(())
    }

    /// What is said first or then: as the pack has it; the first words, where it has none, by the plan.
    fn says(&self, open: &Room, brand: BrandId, form: Form) -> Option<Text> {
        let expect = self.expected(brand)?;
        let written = if form == Form::Holding { &expect.holding } else { &expect.statement };
        if let Some(text) = written {
            return Some(self.words(text.clone(), None));
        }
        if form != Form::Holding {
            return None;
        }
        let today = self.now().to_zoned(self.team.plan.clock_zone()).date();
        let scenario = open.state.course.scenario.as_deref();
        let found = holding(&self.team.plan, scenario, self.team.language, Channel::Site, today)?;
        Some(self.words(String::new(), Some(found.reply)))
    }

    pub(super) fn words(&self, text: String, reply: Option<String>) -> Text {
        Text {
            text,
            language: self.team.language.code().to_owned(),
            to: To::UpdatesPage,
            account: None,
            subject: None,
            cites: Vec::new(),
            posture: None,
            reply,
        }
    }

    /// A draft with its blanks filled in; `None` where it has none.
    fn filled(&self, open: &Room, draft: &Draft, brand: BrandId) -> Option<String> {
        let text = open.text(draft.wording.text)?;
        let expect = self.expected(brand)?;
        let filled = expect
            .fill
            .iter()
            .fold(text.to_owned(), |text, (blank, filling)| text.replace(&format!("{{{blank}}}"), filling));
        (filled != text).then_some(filled)
    }

    /// What comes from outside.
    pub(super) async fn bring(&mut self, number: usize) -> Result<(), EngineError> {
        let Some(inject) = self.pack.inject.get(number).cloned() else { return Ok(()) };
        let at = self.now();
        self.brought.entry(number).or_insert(Brought::In(at));
        if inject.kind == InjectKind::Absent {
            let who = inject.to.as_deref().map(|to| self.team.plan.who(to)).unwrap_or_default();
            self.team.absent.extend(who.first().map(|person| person.id.clone()));
            return Ok(());
        }
        let Some(brand) = self.brand_of(&inject) else { return Ok(()) };
        match self.cases.get(&brand).copied() {
            Some(case) => self.hear(case, &inject).await,
            // Whoever plays hears it and does what they do.
            None if self.people_hold(&LEAD) => Ok(()),
            None if inject.kind == InjectKind::Call && self.opening.insert(brand) => {
                self.later(minutes(3), Move::Open(brand, None, Some(number)));
                Ok(())
            }
            // The case is being opened: a little later there is one.
            None if self.opening.contains(&brand) => {
                self.later(minutes(5), Move::Bring(number));
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn brand_of(&self, inject: &Inject) -> Option<BrandId> {
        let own = self.pack.brand.iter().find(|brand| brand.role == domain::brand::BrandRole::Own);
        let key = inject.brand.as_ref().or(own.map(|brand| &brand.key))?;
        self.stage.brands.get(key).copied()
    }

    async fn hear(&mut self, case: CaseId, inject: &Inject) -> Result<(), EngineError> {
        let Some(by) = self.leader(case).await?.filter(|by| !self.is_peoples(Some(Party::Member(by.0)))) else {
            return Ok(());
        };
        let key = self.key("inject")?;
        let text = inject.text.clone();
        if inject.kind == InjectKind::Contradicts {
            let last = self.room_of(case).await?.state.facts.iter().rfind(|(_, fact)| !fact.retracted).map(|it| *it.0);
            if let Some(fact) = last {
                let why = self.say("drill-contradicted");
                self.asks(case, by, "retract", Ask::Retract { fact, why }).await?;
            }
        }
        let asked = match inject.kind {
            InjectKind::Fact | InjectKind::Contradicts => {
                let status = inject.status.unwrap_or(FactStatus::Probable);
                let told = Source::Told(inject.to.clone().unwrap_or_else(|| "?".to_owned()));
                Ask::State { key, status, text, source: Some(told) }
            }
            _ => Ask::Note { key, text, visibility: Visibility::Internal, mentions: Vec::new() },
        };
        self.asks(case, by, "inject", asked).await.map(drop)
    }
}
