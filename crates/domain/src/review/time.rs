//! Moments of a case, and how long it took from one to the next.

use super::{Around, numbered, seconds};
use crate::case::State;
use crate::case::event::{CourseEvent, Entry, Event, Form, Origin, Outcome, SpeechEvent, Step};
use jiff::Timestamp;
use serde::Serialize;

/// A moment, with the record that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Time {
    /// When.
    pub at: Timestamp,
    /// Its record; none: it is known from around the case.
    pub record: Option<u32>,
}

/// The moments; what is not known is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Times {
    /// The first mention that stood out.
    pub onset: Option<Time>,
    /// The first alert.
    pub alert: Option<Time>,
    /// Somebody acknowledged it.
    pub acknowledged: Option<Time>,
    /// The case was opened.
    pub opened: Option<Time>,
    /// It was declared a crisis.
    pub crisis: Option<Time>,
    /// The first holding statement was out.
    pub holding: Option<Time>,
    /// The first full statement was out.
    pub full: Option<Time>,
    /// Seconds from the first mention that stood out to the alert.
    pub onset_to_alert: Option<i64>,
    /// Seconds from the alert until somebody acknowledged it.
    pub alert_to_acknowledged: Option<i64>,
    /// Seconds from the first mention that stood out to the holding statement.
    pub onset_to_holding: Option<i64>,
    /// Seconds from the opening of the case to the holding statement.
    pub opened_to_holding: Option<i64>,
    /// Seconds from the opening of the case to the full statement.
    pub opened_to_full: Option<i64>,
}

impl Times {
    /// Every moment.
    pub(super) fn each_mut(&mut self) -> [&mut Option<Time>; 7] {
        let Self { onset, alert, acknowledged, opened, crisis, holding, full, .. } = self;
        [onset, alert, acknowledged, opened, crisis, holding, full]
    }
}

/// The moments of a case. Its signals are those it comes from; where none is named, those around it that began before it was opened.
pub fn times(log: &[Entry], state: &State, around: &Around) -> Times {
    let opened = moment(log, |event| matches!(event, Event::Course(CourseEvent::Opened(_))));
    let named = |id: &str| state.course.origins.iter().any(|origin| matches!(origin, Origin::Signal(own) if own == id));
    let its_own = around.signals.iter().any(|signal| named(&signal.id));
    let before = |at: Timestamp| opened.is_some_and(|opened| at <= opened.at);
    let signals = || around.signals.iter().filter(|it| if its_own { named(&it.id) } else { before(it.onset) });
    let least = |moments: &mut dyn Iterator<Item = Timestamp>| moments.min().map(|at| Time { at, record: None });
    let mut times = Times {
        onset: least(&mut signals().map(|signal| signal.onset)),
        alert: least(&mut signals().filter_map(|signal| signal.alerted)),
        acknowledged: least(&mut signals().filter_map(|signal| signal.acknowledged)),
        opened,
        crisis: moment(log, is_crisis),
        holding: out(log, state, Form::Holding),
        full: out(log, state, Form::Statement),
        ..Times::default()
    };
    let between = |from: Option<Time>, to: Option<Time>| Some(seconds(from?.at, to?.at));
    times.onset_to_alert = between(times.onset, times.alert);
    times.alert_to_acknowledged = between(times.alert, times.acknowledged);
    times.onset_to_holding = between(times.onset, times.holding);
    times.opened_to_holding = between(times.opened, times.holding);
    times.opened_to_full = between(times.opened, times.full);
    times
}

fn is_crisis(event: &Event) -> bool {
    match event {
        Event::Course(CourseEvent::Opened(opening)) => opening.step == Step::Crisis,
        Event::Course(CourseEvent::Stepped { to, .. }) => *to == Step::Crisis,
        _ => false,
    }
}

fn moment(log: &[Entry], is: fn(&Event) -> bool) -> Option<Time> {
    let (record, entry) = numbered(log).find(|(_, entry)| is(&entry.event))?;
    Some(Time { at: entry.at, record: Some(record) })
}

/// The first record that says that a text of this kind is out.
fn out(log: &[Entry], state: &State, form: Form) -> Option<Time> {
    let is = |event: &Event| {
        arrived(event).is_some_and(|draft| state.drafts.get(&draft).is_some_and(|draft| draft.form == form))
    };
    let (record, entry) = numbered(log).find(|(_, entry)| is(&entry.event))?;
    Some(Time { at: entry.at, record: Some(record) })
}

/// The draft that a record says is out.
pub(super) fn arrived(event: &Event) -> Option<u32> {
    match event {
        Event::Speech(
            SpeechEvent::Came { draft, outcome: Outcome::Sent { .. }, .. }
            | SpeechEvent::Resolved { draft, receipt: Some(_), .. },
        ) => Some(*draft),
        _ => None,
    }
}
