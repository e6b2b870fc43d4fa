//! What happened afterwards: measures, limits, lessons. The verb of a line in the log.

use crate::Words;
use domain::case::event::{Blind, HotWash, LessonEvent, MeasureEvent, Standing};

/// What happened to a measure, or to a limit.
pub(super) fn measure(words: &Words, event: &MeasureEvent) -> String {
    let of = |id: &str, number: u32| words.count(id, number.into());
    match event {
        MeasureEvent::Taken { measure, to: None, .. } => of("case-log-measure-taken", *measure),
        MeasureEvent::Taken { measure, to: Some(_), .. } => of("case-log-measure-promised", *measure),
        MeasureEvent::Turned { measure, standing: how, .. } => {
            let args = [("count", i64::from(*measure).into()), ("what", standing(words, *how).into())];
            words.tell("case-log-measure-turned", &args)
        }
        MeasureEvent::Held { measure, .. } => of("case-log-measure-held", *measure),
        MeasureEvent::Done { measure, .. } => of("case-log-measure-done", *measure),
        MeasureEvent::SetAside { measure, .. } => of("case-log-measure-set-aside", *measure),
        MeasureEvent::Guarded { guard, .. } => of("case-log-guard", *guard),
        MeasureEvent::Passed { guard, value } => {
            words.tell("case-log-guard-passed", &[("count", i64::from(*guard).into()), ("value", (*value).into())])
        }
        MeasureEvent::Cleared { guard, value } => {
            words.tell("case-log-guard-cleared", &[("count", i64::from(*guard).into()), ("value", (*value).into())])
        }
    }
}

/// What happened to a lesson.
pub(super) fn lesson(words: &Words, event: &LessonEvent) -> String {
    let of = |id: &str, number: u32| words.count(id, number.into());
    match event {
        LessonEvent::Answered { .. } => words.say("case-log-lesson-answered"),
        LessonEvent::Drawn { lesson, .. } => of("case-log-lesson-drawn", *lesson),
        LessonEvent::Merged { lesson, plan } => {
            words.tell("case-log-lesson-merged", &[("count", i64::from(*lesson).into()), ("plan", (*plan).into())])
        }
        LessonEvent::Tested { lesson, .. } => of("case-log-lesson-tested", *lesson),
        LessonEvent::Shelved { lesson, .. } => of("case-log-lesson-shelved", *lesson),
    }
}

/// How a test stands.
pub fn standing(words: &Words, standing: Standing) -> String {
    words.say(match standing {
        Standing::Met => "case-standing-met",
        Standing::Holding => "case-standing-holding",
        Standing::Off => "case-standing-off",
        Standing::Failed => "case-standing-failed",
        Standing::Word => "case-standing-word",
        Standing::Unknown(Blind::TooEarly) => "case-standing-too-early",
        Standing::Unknown(Blind::NotListened) => "case-standing-not-listened",
        Standing::Unknown(Blind::TooFew) => "case-standing-too-few",
        Standing::Unknown(Blind::NotObserved) => "case-standing-not-observed",
    })
}

/// A question to the team afterwards.
pub fn hot_wash(words: &Words, question: HotWash) -> String {
    words.say(match question {
        HotWash::WentWell => "case-ask-went-well",
        HotWash::Missing => "case-ask-missing",
        HotWash::Earlier => "case-ask-earlier",
        HotWash::Otherwise => "case-ask-otherwise",
    })
}
