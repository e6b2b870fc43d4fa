//! The severity: a written rubric, each factor visible, more never less grave.

use crate::id::PersonId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How grave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Somebody looks at it.
    #[default]
    Watch,
    /// Somebody takes charge.
    Alert,
    /// The team assembles.
    Crisis,
}

impl Severity {
    /// Every severity, rising.
    pub const ALL: [Self; 3] = [Self::Watch, Self::Alert, Self::Crisis];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Watch => "watch",
            Self::Alert => "alert",
            Self::Crisis => "crisis",
        }
    }

    /// Reads a [`Severity::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.code() == code)
    }
}

/// What makes a situation graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Times the usual count, in the window that stood out most.
    Volume,
    /// Mentions of the last hour, in hundredths of those of the hour before.
    Growth,
    /// Different authors.
    People,
    /// By how many hundredths more speaks ill than before.
    Ill,
    /// Minutes since the onset.
    Duration,
    /// Followers of the authors together.
    Reach,
    /// Kinds of public places.
    Places,
    /// Articles.
    Press,
    /// The gravity of the commonest cause: 1 to 3.
    Cause,
    /// 1 where something suggests a picture or a film.
    Vivid,
    /// Calls, cancellations and people harmed, as reported.
    Harm,
    /// The share that is people's own, in thousandths.
    Organic,
    /// 1 where a single post is grave.
    Grave,
    /// By how many hundredths more speaks ill in anger, disgust or fear than before.
    Arousal,
    /// By how many hundredths fewer say "I" than before.
    Impersonal,
}

impl Factor {
    /// Every factor, in the order it is shown.
    pub const ALL: [Self; 15] = [
        Self::Volume,
        Self::Growth,
        Self::People,
        Self::Ill,
        Self::Duration,
        Self::Reach,
        Self::Places,
        Self::Press,
        Self::Cause,
        Self::Vivid,
        Self::Harm,
        Self::Organic,
        Self::Grave,
        Self::Arousal,
        Self::Impersonal,
    ];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Growth => "growth",
            Self::People => "people",
            Self::Ill => "ill",
            Self::Duration => "duration",
            Self::Reach => "reach",
            Self::Places => "places",
            Self::Press => "press",
            Self::Cause => "cause",
            Self::Vivid => "vivid",
            Self::Harm => "harm",
            Self::Organic => "organic",
            Self::Grave => "grave",
            Self::Arousal => "arousal",
            Self::Impersonal => "impersonal",
        }
    }
}

/// From a value on, so many points; and at least this severity, whatever the others say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From this value on.
    pub from: i64,
    /// Points in all, not on top of the step before.
    pub points: i64,
    /// At least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Severity>,
}

/// An organisation's rubric. What is not known gives no points and is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// The steps of each factor, rising; a factor without steps counts for nothing.
    pub factors: BTreeMap<Factor, Vec<Step>>,
    /// From so many points on an alert.
    pub alert: i64,
    /// From so many points on a crisis.
    pub crisis: i64,
    /// Minutes from the onset until a first word should be out: watch, alert, crisis.
    pub answer_minutes: [u32; 3],
}

/// A rubric that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RubricError {
    /// More would be less grave.
    #[error("the steps of {} must rise, their points and severities must not fall; nothing was kept", .0.code())]
    Falls(Factor),
    /// A number out of reason.
    #[error("the points of {} must be from 0 to 1000, and it has at most 10 steps; nothing was kept", .0.code())]
    Points(Factor),
    /// A crisis that begins before an alert.
    #[error("an alert begins at one point or more and a crisis at more points than an alert; nothing was kept")]
    Order,
    /// Times out of reason.
    #[error("minutes are from 1 to 43200 and the graver never has longer; nothing was kept")]
    Minutes,
}

/// What one factor brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Graded {
    /// Which.
    pub factor: Factor,
    /// Its value, in its own unit; `None` where it is not known.
    pub value: Option<i64>,
    /// Its points.
    pub points: i64,
    /// The most points it could bring.
    pub most: i64,
    /// The severity it calls for by itself.
    pub least: Option<Severity>,
}

/// What somebody says instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// What they say it is.
    pub severity: Severity,
    /// Why.
    pub reason: String,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}

/// How grave, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What holds: what somebody said, else what the rubric says.
    pub severity: Severity,
    /// What the rubric says.
    pub by_rubric: Severity,
    /// Points of all factors.
    pub points: i64,
    /// Points from which it is an alert, and a crisis.
    pub bounds: (i64, i64),
    /// Each factor, known or not.
    pub factors: Vec<Graded>,
    /// What somebody said instead, and why.
    pub overridden: Option<Override>,
}

fn steps(steps: &[(i64, i64)]) -> Vec<Step> {
    steps.iter().map(|&(from, points)| Step { from, points, least: None }).collect()
}

/// What is wrong with the steps of a factor.
fn problem(factor: Factor, steps: &[Step]) -> Option<RubricError> {
    if steps.len() > 10 || steps.iter().any(|step| !(0..=1_000).contains(&step.points)) {
        return Some(RubricError::Points(factor));
    }
    let rises = |(a, b): (&Step, &Step)| a.from < b.from && a.points <= b.points && a.least <= b.least;
    (!steps.iter().zip(steps.iter().skip(1)).all(rises)).then_some(RubricError::Falls(factor))
}

impl Default for Rubric {
    /// The house's, from the measured storms of decision 0025; arousal and first person from what was read for 0029.
    fn default() -> Self {
        let at_least = |mut steps: Vec<Step>, step: usize, least: Severity| {
            for step in steps.iter_mut().skip(step) {
                step.least = Some(least);
            }
            steps
        };
        use Severity::{Alert, Crisis};
        let factors = [
            (Factor::Volume, at_least(steps(&[(3, 1), (10, 3), (30, 5)]), 1, Alert)),
            (Factor::Growth, steps(&[(150, 1), (200, 2), (400, 3)])),
            (Factor::People, steps(&[(10, 1), (50, 2), (200, 3), (1_000, 4)])),
            (Factor::Ill, steps(&[(10, 1), (20, 2), (35, 3)])),
            (Factor::Duration, steps(&[(60, 1), (240, 2), (1_440, 3)])),
            (Factor::Reach, steps(&[(10_000, 1), (100_000, 2), (1_000_000, 3)])),
            (Factor::Places, at_least(steps(&[(2, 1), (3, 2)]), 0, Alert)),
            (Factor::Press, at_least(at_least(steps(&[(1, 2), (3, 3), (10, 5)]), 0, Alert), 2, Crisis)),
            (Factor::Cause, at_least(steps(&[(2, 1), (3, 3)]), 1, Alert)),
            (Factor::Vivid, steps(&[(1, 2)])),
            (Factor::Harm, steps(&[(1, 1), (10, 2), (100, 4)])),
            (Factor::Organic, steps(&[(500, 1)])),
            (Factor::Grave, at_least(steps(&[(1, 3)]), 0, Alert)),
            (Factor::Arousal, steps(&[(10, 1), (20, 2)])),
            (Factor::Impersonal, steps(&[(10, 1)])),
        ];
        Self { factors: factors.into_iter().collect(), alert: 6, crisis: 13, answer_minutes: [1_440, 120, 60] }
    }
}

impl Rubric {
    /// Whether it is one: more of anything is never less grave.
    ///
    /// # Errors
    /// The first of its [`Rubric::problems`].
    pub fn check(&self) -> Result<(), RubricError> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything that is wrong with it, at most one thing of each factor.
    pub fn problems(&self) -> Vec<RubricError> {
        let mut problems: Vec<_> = self.factors.iter().filter_map(|(factor, steps)| problem(*factor, steps)).collect();
        if self.alert < 1 || self.crisis <= self.alert {
            problems.push(RubricError::Order);
        }
        let [watch, alert, crisis] = self.answer_minutes;
        if crisis < 1 || alert < crisis || watch < alert || watch > 43_200 {
            problems.push(RubricError::Minutes);
        }
        problems
    }

    /// Minutes from the onset until a first word should be out.
    pub fn answer_minutes(&self, severity: Severity) -> u32 {
        self.answer_minutes[severity as usize]
    }

    /// The severity of these values.
    pub fn grade(&self, values: &[(Factor, Option<i64>)], overridden: Option<Override>) -> Verdict {
        let factors: Vec<Graded> = values.iter().map(|(factor, value)| self.one(*factor, *value)).collect();
        let points = factors.iter().map(|graded| graded.points).sum();
        let by_points = match points {
            n if n >= self.crisis => Severity::Crisis,
            n if n >= self.alert => Severity::Alert,
            _ => Severity::Watch,
        };
        let by_rubric = factors.iter().filter_map(|graded| graded.least).fold(by_points, Severity::max);
        Verdict {
            severity: overridden.as_ref().map_or(by_rubric, |said| said.severity),
            by_rubric,
            points,
            bounds: (self.alert, self.crisis),
            factors,
            overridden,
        }
    }

    fn one(&self, factor: Factor, value: Option<i64>) -> Graded {
        let steps = self.factors.get(&factor).map_or(&[][..], Vec::as_slice);
        let reached = value.and_then(|value| steps.iter().rfind(|step| step.from <= value));
        Graded {
            factor,
            value,
            points: reached.map_or(0, |step| step.points),
            most: steps.last().map_or(0, |step| step.points),
            least: reached.and_then(|step| step.least),
        }
    }
}
