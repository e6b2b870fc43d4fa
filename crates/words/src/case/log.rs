//! What happened in a case: the verb of a line in its log. Who and when stand beside it.

use super::{
    after, clock, exit, fact_status, form, left, loudness, matter, moment, posture, step, target, thaw, visibility,
};
use crate::report::figure;
use crate::{Arg, Locale, Words};
use domain::case::event::{
    BoardEvent, Checked, ClockEvent, CourseEvent, Event, Exit, FreezeEvent, Heat, HoldOutcome, MentionEvent, Origin,
    Outcome, Precision, Release, SpeechEvent, StepReason, WorkEvent,
};
use domain::case::legal::Start;
use jiff::Timestamp;

/// What happened, in a short sentence without its subject: `approved text 3`. What the house does is worded so that "Vigie" fits before it.
pub fn happened(words: &Words, event: &Event) -> String {
    let log = Log { words };
    match event {
        Event::Course(event) => log.course(event),
        Event::Clock(event) => log.clock(event),
        Event::Board(event) => log.board(event),
        Event::Work(event) => log.work(event),
        Event::Speech(event) => log.speech(event),
        Event::Mention(event) => log.mention(event),
        Event::Freeze(event) => log.freeze(event),
        Event::Measure(event) => after::measure(words, event),
        Event::Lesson(event) => after::lesson(words, event),
    }
}

struct Log<'a> {
    words: &'a Words,
}

impl Log<'_> {
    fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    fn name(&self, id: &str, what: &str) -> String {
        self.words.name(id, what)
    }

    /// About the thing with this number.
    fn of(&self, id: &str, number: u32) -> String {
        self.words.count(id, number.into())
    }

    /// About the thing with this number, and one thing more.
    fn with(&self, id: &str, number: u32, name: &str, more: impl Into<Arg<'static>>) -> String {
        self.words.tell(id, &[("count", i64::from(number).into()), (name, more.into())])
    }

    fn at(&self, at: Timestamp) -> String {
        moment(self.words, at)
    }

    fn course(&self, event: &CourseEvent) -> String {
        match event {
            CourseEvent::Opened(opening) => {
                let id = match opening.origin {
                    Origin::Signal(_) => "case-log-opened-signal",
                    Origin::Mention(_) => "case-log-opened-mention",
                    Origin::Call(_) => "case-log-opened-call",
                };
                self.name(id, &step(self.words, opening.step))
            }
            CourseEvent::TakenUp(opening) => self.say(match opening.origin {
                Origin::Signal(_) => "case-log-taken-up-signal",
                Origin::Mention(_) => "case-log-taken-up-mention",
                Origin::Call(_) => "case-log-taken-up-call",
            }),
            CourseEvent::Sensed { heat } => self.say(match heat {
                Heat::Calm => "case-log-sensed-calm",
                Heat::Notice => "case-log-sensed-notice",
                Heat::Alert => "case-log-sensed-alert",
            }),
            CourseEvent::Stepped { from, to, reason, .. } => {
                let id = match reason {
                    StepReason::Decided => "case-log-stepped",
                    StepReason::StayedLoud => "case-log-stepped-loud",
                    StepReason::RanOut => "case-log-stepped-calm",
                    StepReason::Relapse => "case-log-stepped-back",
                };
                let (from, to) = (step(self.words, *from), step(self.words, *to));
                self.words.tell(id, &[("from", from.into()), ("to", to.into())])
            }
            CourseEvent::BeganAt { began, .. } => {
                let id = match began.precision {
                    Precision::Exact => "case-log-began-exact",
                    Precision::About => "case-log-began-about",
                };
                self.words.tell(id, &[("when", self.at(began.at).into())])
            }
            CourseEvent::Assigned { role, to: None, .. } => self.name("case-log-assigned-nobody", role),
            CourseEvent::Assigned { role, absent, .. } if absent.is_empty() => self.name("case-log-assigned", role),
            CourseEvent::Assigned { role, absent, .. } => {
                let (absent, role) = (whole(absent.len()), role.as_str().into());
                self.words.tell("case-log-assigned-next", &[("what", role), ("count", absent.into())])
            }
            CourseEvent::HandedOver { from: None, .. } => self.say("case-log-lead-given"),
            CourseEvent::HandedOver { .. } => self.say("case-log-lead-handed-over"),
            CourseEvent::ScenarioChosen { scenario } => self.name("case-log-scenario", scenario),
            CourseEvent::Triaged { .. } => self.say("case-log-triaged"),
            CourseEvent::PostureSet { posture: stance, bolster, .. } => {
                let id = if *bolster { "case-log-posture-bolster" } else { "case-log-posture" };
                self.name(id, &posture(self.words, *stance))
            }
            CourseEvent::LoudnessSet { loudness: how, .. } => {
                self.name("case-log-loudness", &loudness(self.words, *how))
            }
            CourseEvent::Captured { mention: Some(_), .. } => self.say("case-log-captured-mention"),
            CourseEvent::Captured { mention: None, .. } => self.say("case-log-captured"),
            CourseEvent::Erased { texts } => self.words.count("case-log-erased", whole(texts.len())),
            CourseEvent::Cleared { texts, captures, .. } => {
                self.words.count("case-log-cleared", whole(texts.len() + captures.len()))
            }
        }
    }

    fn clock(&self, event: &ClockEvent) -> String {
        match event {
            ClockEvent::Started { clock: number, of, terms, incident } => {
                let args = [
                    ("count", i64::from(*number).into()),
                    ("what", clock(self.words, of).into()),
                    ("when", self.at(terms.due).into()),
                ];
                self.of_incident(self.words.tell("case-log-clock-started", &args), *incident)
            }
            ClockEvent::Paused { clock, .. } => self.of("case-log-clock-paused", *clock),
            ClockEvent::Resumed { clock, due } => self.with("case-log-clock-resumed", *clock, "when", self.at(*due)),
            ClockEvent::Met { clock, .. } => self.of("case-log-clock-met", *clock),
            ClockEvent::Missed { clock } => self.of("case-log-clock-missed", *clock),
            ClockEvent::Escalated { clock, rung: 0, .. } => self.of("case-log-clock-told", *clock),
            ClockEvent::Escalated { clock, rung, .. } => {
                self.with("case-log-clock-escalated", *clock, "rung", i64::from(*rung))
            }
            ClockEvent::Dropped { clock, .. } => self.of("case-log-clock-dropped", *clock),
            ClockEvent::Promised { until } => self.words.tell("case-log-promised", &[("when", self.at(*until).into())]),
            ClockEvent::StartDeclared { matter: of, start, since, known, incident, .. } => {
                let id = match start {
                    Start::Awareness => "case-log-declared-awareness",
                    Start::Publication => "case-log-declared-publication",
                    Start::Demand => "case-log-declared-demand",
                };
                let args = [("what", matter(self.words, *of).into()), ("when", self.at(*since).into())];
                let said = self.of_incident(self.words.tell(id, &args), *incident);
                if *known { said } else { self.name("case-log-declared-unknown", &said) }
            }
        }
    }

    fn of_incident(&self, said: String, incident: Option<u32>) -> String {
        match incident {
            Some(number) => self.with("case-log-incident", number, "what", said),
            None => said,
        }
    }

    fn board(&self, event: &BoardEvent) -> String {
        match event {
            BoardEvent::Stated { fact, status, .. } => {
                self.with("case-log-fact-stated", *fact, "what", fact_status(self.words, *status))
            }
            BoardEvent::Moved { fact, to, .. } => {
                self.with("case-log-fact-moved", *fact, "what", fact_status(self.words, *to))
            }
            BoardEvent::Retracted { fact, .. } => self.of("case-log-fact-retracted", *fact),
        }
    }

    fn work(&self, event: &WorkEvent) -> String {
        match event {
            WorkEvent::TaskOpened { task, action, due, .. } => {
                self.due(self.with("case-log-task-opened", *task, "what", super::action(self.words, action)), *due)
            }
            WorkEvent::TaskAdded { task, due, .. } => self.due(self.of("case-log-task-added", *task), *due),
            WorkEvent::TaskHandedOver { task, .. } => self.of("case-log-task-handed-over", *task),
            WorkEvent::TaskDone { task, .. } => self.of("case-log-task-done", *task),
            WorkEvent::TaskSetAside { task, .. } => self.of("case-log-task-set-aside", *task),
            WorkEvent::TaskReopened { task, .. } => self.of("case-log-task-reopened", *task),
            WorkEvent::Noted { note, visibility: to, .. } => {
                self.with("case-log-noted", *note, "what", visibility(self.words, *to))
            }
            WorkEvent::Reported { figure: number, .. } => {
                let number = figure(self.words, *number, |number| self.words.number(number));
                self.name("case-log-reported", &number)
            }
            WorkEvent::Told { stakeholder, draft: None, .. } => self.name("case-log-told", stakeholder),
            WorkEvent::Told { stakeholder, draft: Some(draft), .. } => {
                self.with("case-log-told-text", *draft, "what", stakeholder.clone())
            }
        }
    }

    fn due(&self, said: String, due: Option<Timestamp>) -> String {
        let Some(due) = due else { return said };
        self.words.tell("case-log-task-due", &[("what", said.into()), ("when", self.at(due).into())])
    }

    fn speech(&self, event: &SpeechEvent) -> String {
        match event {
            SpeechEvent::Drafted { draft, form: kind, wording, corrects, .. } => {
                let mut args = vec![
                    ("count", i64::from(*draft).into()),
                    ("form", form(self.words, *kind).into()),
                    ("target", target(self.words, &wording.target).into()),
                ];
                let Some(corrected) = corrects else { return self.words.tell("case-log-drafted", &args) };
                args.push(("other", i64::from(*corrected).into()));
                self.words.tell("case-log-drafted-correction", &args)
            }
            SpeechEvent::Revised { draft, .. } => self.of("case-log-revised", *draft),
            SpeechEvent::Checked { draft, found, .. } => self.checked(*draft, *found),
            SpeechEvent::Submitted { draft, despite: None, .. } => self.of("case-log-submitted", *draft),
            SpeechEvent::Submitted { draft, .. } => self.of("case-log-submitted-despite", *draft),
            SpeechEvent::Approved { draft, .. } => self.of("case-log-approved", *draft),
            SpeechEvent::Declined { draft, .. } => self.of("case-log-declined", *draft),
            SpeechEvent::Released { draft, how, .. } => {
                let id = match how {
                    Release::Approved => "case-log-released",
                    Release::SelfReleased => "case-log-released-alone",
                    Release::Fallback => "case-log-released-fallback",
                };
                self.of(id, *draft)
            }
            SpeechEvent::Outgrown { draft, rule: Some(_), .. } => self.of("case-log-outgrown", *draft),
            SpeechEvent::Outgrown { draft, rule: None, .. } => self.of("case-log-outgrown-nobody", *draft),
            SpeechEvent::Recalled { draft, fact } => self.with("case-log-recalled", *draft, "fact", i64::from(*fact)),
            SpeechEvent::Intended { draft, after, .. } => {
                self.with("case-log-intended", *draft, "when", self.at(*after))
            }
            SpeechEvent::Undone { draft } => self.of("case-log-undone", *draft),
            SpeechEvent::Trying { draft, attempt } => self.with("case-log-trying", *draft, "try", i64::from(*attempt)),
            SpeechEvent::Came { draft, outcome, .. } => {
                let id = match outcome {
                    Outcome::Sent { .. } => "case-log-sent",
                    Outcome::Refused { .. } => "case-log-refused",
                    Outcome::Unknown { .. } => "case-log-unknown",
                };
                self.of(id, *draft)
            }
            SpeechEvent::Resolved { draft, receipt: Some(_), .. } => self.of("case-log-resolved-there", *draft),
            SpeechEvent::Resolved { draft, receipt: None, .. } => self.of("case-log-resolved-not-there", *draft),
            SpeechEvent::Shelved { draft } => self.of("case-log-shelved", *draft),
            SpeechEvent::PassedOver { draft, against, .. } => {
                self.with("case-log-passed-over", *draft, "other", i64::from(*against))
            }
        }
    }

    fn checked(&self, draft: u32, found: Checked) -> String {
        match found {
            Checked { version: 0, .. } => self.of("case-log-checked-not", draft),
            Checked { stops: 0, warnings: 0, .. } => self.of("case-log-checked-clean", draft),
            Checked { stops, warnings, .. } => self.words.tell(
                "case-log-checked-found",
                &[
                    ("count", i64::from(draft).into()),
                    ("stops", i64::from(stops).into()),
                    ("warnings", i64::from(warnings).into()),
                ],
            ),
        }
    }

    fn mention(&self, event: &MentionEvent) -> String {
        match event {
            MentionEvent::Claimed { .. } => self.say("case-log-mention-claimed"),
            MentionEvent::HandedOver { .. } => self.say("case-log-mention-handed-over"),
            MentionEvent::LetGo { .. } => self.say("case-log-mention-let-go"),
            MentionEvent::Left { exit: out, .. } => {
                let id = match out {
                    Exit::AgainstRules(_) => "case-log-mention-against-rules",
                    Exit::Illegal(_) => "case-log-mention-illegal",
                };
                self.name(id, &exit(self.words, *out))
            }
            MentionEvent::Offered { cents: None, .. } => self.say("case-log-offered"),
            MentionEvent::Offered { cents: Some(cents), .. } => {
                self.name("case-log-offered-money", &money(self.words, *cents))
            }
        }
    }

    fn freeze(&self, event: &FreezeEvent) -> String {
        match event {
            FreezeEvent::Begun { accounts, unmapped, .. } => {
                let said = self.words.count("case-log-freeze-begun", whole(accounts.len()));
                if *unmapped == 0 { said } else { self.with("case-log-freeze-unmapped", *unmapped, "what", said) }
            }
            FreezeEvent::Outcome { outcome, .. } => match outcome {
                HoldOutcome::Held { due } => self.words.tell("case-log-freeze-held", &[("when", self.at(*due).into())]),
                HoldOutcome::Left(why) => self.name("case-log-freeze-left", &left(self.words, *why)),
                HoldOutcome::Gone => self.say("case-log-freeze-gone"),
                HoldOutcome::Failed { tries } => self.of("case-log-freeze-failed", *tries),
            },
            FreezeEvent::Confirmed { held, left, gone, .. } => self.words.tell(
                "case-log-freeze-confirmed",
                &[
                    ("held", i64::from(*held).into()),
                    ("left", i64::from(*left).into()),
                    ("gone", i64::from(*gone).into()),
                ],
            ),
            FreezeEvent::Clashes { .. } => self.say("case-log-freeze-clashes"),
            FreezeEvent::Thawed { thaw: how, .. } => self.name("case-log-freeze-thawed", &thaw(self.words, *how)),
            FreezeEvent::Lifted { .. } => self.say("case-log-freeze-lifted"),
            FreezeEvent::Undone { .. } => self.say("case-log-freeze-undone"),
        }
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// An amount in the language's way: `12.50`. The log does not say of which money.
pub fn money(words: &Words, cents: i64) -> String {
    let point = if words.locale() == Locale::En { '.' } else { ',' };
    format!("{}{point}{:02}", words.number(cents / 100), cents % 100)
}
