//! Words of a review: what is observed with its analysis and recommendation, what is not known, how deadlines and tests came out.

use crate::case::{clock, posture, standing};
use crate::report::figure;
use crate::{Named, Words};
use domain::case::event::{Standing, Test};
use domain::case::state::{LessonStage, Measure, MeasureStage};
use domain::figure::Figure;
use domain::plan::Posture;
use domain::review::{Done, Gap, Moved, Observation, Ran, Stances};

/// An observation as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What was seen.
    pub seen: String,
    /// Why it matters, or came so.
    pub why: String,
    /// What to do; none of a strength.
    pub recommended: Option<String>,
}

/// A length of time, in two units at most.
pub fn span(words: &Words, seconds: i64) -> String {
    let minutes = seconds.max(0) / 60;
    let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    match (days, hours) {
        (0, 0) => words.count("review-span-min", rest),
        (0, hours) => words.tell("review-span-h", &[("count", hours.into()), ("min", rest.into())]),
        (days, hours) => words.tell("review-span-d", &[("count", days.into()), ("h", hours.into())]),
    }
}

/// An observation, in the form of HSEEP, with the names of the plan.
pub fn observed(named: Named<'_>, of: &Observation) -> Told {
    let words = named.words();
    let count = |id: &str, count: u32| words.count(id, count.into());
    let over =
        |id: &str, what: &str, over: i64| words.tell(id, &[("what", what.into()), ("span", span(words, over).into())]);
    let (seen, why, recommended) = match of {
        Observation::ClocksMet { met } => (count("review-clocks-met", *met), "review-clocks-met-why", None),
        Observation::PlanDone { done } => (count("review-plan-done", *done), "review-plan-done-why", None),
        Observation::OneVoice { texts } => (count("review-one-voice", *texts), "review-one-voice-why", None),
        Observation::AllAnswered { answered } => {
            (count("review-all-answered", *answered), "review-all-answered-why", None)
        }
        Observation::Frozen { held } => (count("review-frozen", *held), "review-frozen-why", None),
        Observation::Repaired { measures } => (count("review-repaired", *measures), "review-repaired-why", None),
        Observation::ClockMissed { of, over: by, .. } => (
            over("review-clock-missed", &clock(words, of), *by),
            "review-clock-missed-why",
            Some("review-clock-missed-do"),
        ),
        Observation::ActionLate { action, over: by } => (
            over("review-action-late", &named.action(action), *by),
            "review-action-late-why",
            Some("review-action-late-do"),
        ),
        Observation::ActionSkipped { action } => (
            words.name("review-action-skipped", &named.action(action)),
            "review-action-skipped-why",
            Some("review-action-skipped-do"),
        ),
        Observation::Improvised { tasks } => {
            (count("review-was-improvised", *tasks), "review-was-improvised-why", Some("review-was-improvised-do"))
        }
        Observation::Mixed { texts } => (count("review-mixed", *texts), "review-mixed-why", Some("review-mixed-do")),
        Observation::Fell { texts } => (count("review-fell", *texts), "review-fell-why", Some("review-fell-do")),
        Observation::Unanswered { mentions } => {
            (count("review-unanswered", *mentions), "review-unanswered-why", Some("review-unanswered-do"))
        }
        Observation::Vacant { role } => {
            (words.name("review-vacant", &named.role(role)), "review-vacant-why", Some("review-vacant-do"))
        }
        Observation::Fallback { texts } => {
            (count("review-fallback", *texts), "review-fallback-why", Some("review-fallback-do"))
        }
        Observation::Dismissed { signals } => {
            (count("review-dismissed", *signals), "review-dismissed-why", Some("review-dismissed-do"))
        }
        Observation::Complained { complaints } => {
            (count("review-complained", *complaints), "review-complained-why", Some("review-complained-do"))
        }
        Observation::Relapsed { times } => {
            (count("review-relapsed", *times), "review-relapsed-why", Some("review-relapsed-do"))
        }
    };
    Told { seen, why: words.say(why), recommended: recommended.map(|id| words.say(id)) }
}

/// What is not known.
pub fn gap(words: &Words, gap: &Gap) -> String {
    match gap {
        Gap::Onset => words.say("review-gap-onset"),
        Gap::Alert => words.say("review-gap-alert"),
        Gap::Acknowledged => words.say("review-gap-acknowledged"),
        Gap::Holding => words.say("review-gap-holding"),
        Gap::Full => words.say("review-gap-full"),
        Gap::Volumes => words.say("review-gap-volumes"),
        Gap::Wrote => words.say("review-gap-wrote"),
        Gap::Before => words.say("review-gap-before"),
        Gap::Deaf(deaf) => {
            let source = Some(&deaf.source).filter(|name| !name.is_empty()).cloned();
            let source = source.unwrap_or_else(|| words.say("review-gap-source"));
            let args = [("what", source.into()), ("span", span(words, deaf.minutes * 60).into())];
            words.tell("review-gap-deaf", &args)
        }
        Gap::Text(draft) => words.count("review-gap-text", i64::from(*draft)),
        Gap::Erased(texts) => words.count("review-gap-erased", i64::from(*texts)),
        Gap::Measure(measure) => words.count("review-gap-measure", i64::from(*measure)),
    }
}

/// How a deadline came out.
pub fn ran(words: &Words, ran: Ran) -> String {
    let with = |id: &str, seconds: i64| words.tell(id, &[("span", span(words, seconds).into())]);
    match ran {
        Ran::Met(left) => with("review-ran-met", left),
        Ran::Late(over) => with("review-ran-late", over),
        Ran::Missed(over) => with("review-ran-missed", over),
        Ran::Running(left) => with("review-ran-running", left),
        Ran::Paused => words.say("review-ran-paused"),
        Ran::Dropped => words.say("review-ran-dropped"),
    }
}

/// What came of an action.
pub fn done(words: &Words, done: Done) -> String {
    match done {
        Done::Done => words.say("review-done"),
        Done::Late(over) => words.tell("review-done-late", &[("span", span(words, over).into())]),
        Done::SetAside => words.say("review-done-aside"),
        Done::Skipped => words.say("review-done-skipped"),
        Done::Open => words.say("review-done-open"),
    }
}

/// How one will know that a measure worked.
pub fn test(words: &Words, test: &Test) -> String {
    match *test {
        Test::Rate { under, days, .. } => {
            words.tell("review-test-rate", &[("under", under.into()), ("count", i64::from(days).into())])
        }
        Test::NegativeShare { before, days } => {
            let args = [("what", words.percent(before).into()), ("count", i64::from(days).into())];
            words.tell("review-test-share", &args)
        }
        Test::Answered { share } => words.name("review-test-answered", &words.percent(share)),
        Test::Seen { draft, share } => {
            let args = [("what", words.percent(share).into()), ("count", i64::from(draft).into())];
            words.tell("review-test-seen", &args)
        }
        Test::Word => words.say("review-test-word"),
    }
}

/// How a measure came out, or stands; `now` is how its test stands at this moment, where that is known.
pub fn measure(words: &Words, measure: &Measure, now: Option<Standing>) -> String {
    match measure.stage {
        MeasureStage::Open => standing(words, now.or(measure.standing).unwrap_or(Standing::Word)),
        MeasureStage::Held(_) => standing(words, Standing::Met),
        MeasureStage::Done(..) => words.say("review-measure-done"),
        MeasureStage::SetAside(..) => words.say("review-measure-aside"),
    }
}

/// What became of a lesson.
pub fn lesson(words: &Words, stage: &LessonStage) -> String {
    match stage {
        LessonStage::Drawn => words.say("review-lesson-drawn"),
        LessonStage::Merged(plan) => words.count("review-lesson-merged", *plan),
        LessonStage::Tested(plan, _) => words.count("review-lesson-tested", *plan),
        LessonStage::Shelved(_) => words.say("review-lesson-shelved"),
    }
}

/// Whether a share moved, from one period to another.
pub fn moved(words: &Words, from: &str, to: &str, moved: Moved) -> String {
    let what = how_moved(words, moved);
    words.tell("review-moved", &[("from", from.into()), ("to", to.into()), ("what", what.into())])
}

/// Whether a share moved.
pub fn how_moved(words: &Words, moved: Moved) -> String {
    words.say(match moved {
        Moved::Up => "review-moved-up",
        Moved::Down => "review-moved-down",
        Moved::NotApart => "review-moved-not",
        Moved::Unknown => "review-moved-unknown",
    })
}

/// A count, with its kind.
pub fn counted(words: &Words, of: Figure) -> String {
    figure(words, of, |n| words.number(n))
}

/// Thousandths as percents, with their kind.
pub fn share(words: &Words, of: Figure) -> String {
    figure(words, of, |n| words.percent(n))
}

/// The stances of texts that are out; those that none takes are not named.
pub fn stances(words: &Words, of: &Stances) -> Option<String> {
    let stances = [
        (Posture::Deny, of.deny),
        (Posture::Diminish, of.diminish),
        (Posture::Rebuild, of.rebuild),
        (Posture::Bolster, of.bolster),
        (Posture::Inform, of.inform),
    ];
    let taken = stances.into_iter().filter(|(_, texts)| *texts > 0);
    let taken: Vec<String> = taken.map(|(stance, texts)| format!("{} ({texts})", posture(words, stance))).collect();
    (!taken.is_empty()).then(|| words.name("review-stances", &taken.join(", ")))
}
