//! ISO 22361:2022 (crisis management, guidelines): which of its principles, process steps and later clauses a plan shows something of, and
//! by what. Titles only; what counts as shown is the house's own reading, and no certification.

use super::finding::{Code, Finding};
use super::model::{ClockKind, Half, Item, Phase, Plan, Scenario};
use crate::setup::Size;
use serde::Serialize;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Which part of the standard an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Its principles.
    Principle,
    /// Its process.
    Process,
    /// What has a clause of its own.
    Clause,
}

/// One of the standard's principles, steps or clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Element {
    /// Governance.
    Governance,
    /// Strategy.
    Strategy,
    /// Risk.
    Risk,
    /// Decision-making.
    Decision,
    /// Communication.
    Communication,
    /// Ethics.
    Ethics,
    /// Learning.
    Learning,
    /// Anticipation.
    Anticipation,
    /// Assessment.
    Assessment,
    /// Prevention and mitigation.
    Prevention,
    /// Preparedness.
    Preparedness,
    /// Response.
    Response,
    /// Recovery.
    Recovery,
    /// Continual improvement.
    Improvement,
    /// Leadership.
    Leadership,
    /// Strategic decisions.
    StrategicDecision,
    /// Crisis communication.
    CrisisCommunication,
    /// Training, validation and learning.
    Training,
}

/// Something that a plan shows, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Somebody leads.
    Lead,
    /// Every role that a team needs has somebody.
    Team,
    /// Somebody stands in for everybody.
    Deputies,
    /// Each action has exactly one responsible.
    Responsible,
    /// Who is named can be reached.
    Reachable,
    /// Who releases is said for each severity.
    Approval,
    /// At every hour somebody can release.
    Liveness,
    /// Who is told when it gets worse is said.
    Escalation,
    /// There are objectives, each with a strategy.
    Objectives,
    /// There is prevention and correction.
    Halves,
    /// Risks are named.
    Risks,
    /// How likely and how bad each is, is said.
    Rated,
    /// Something listens for each.
    Heard,
    /// Each has a scenario.
    Scenarios,
    /// Each scenario says how one knows it.
    Signs,
    /// Something is done again and again before anything happens.
    Recurring,
    /// A clock asks for the first assessment.
    FirstAssessment,
    /// A clock asks for the team.
    Assembled,
    /// Each scenario has its moves.
    Moves,
    /// What is held, and what goes out all the same.
    Freeze,
    /// Each scenario has its first words in each language.
    Holding,
    /// And others to choose from.
    Alternatives,
    /// Somebody speaks each language of the brand.
    Languages,
    /// What is said beforehand is approved.
    Approved,
    /// A clock asks for the next news.
    Updates,
    /// Each scenario says how responsibility is taken, and does not contradict itself.
    Postures,
    /// Who has a stake is told by somebody, and what.
    Stakeholders,
    /// The public is told where to complain.
    Policy,
    /// And what is never done.
    Never,
    /// Staff are told what to do and what not.
    Conduct,
    /// Where people may be hurt, they are told how to stay safe.
    Safety,
    /// A clock asks for the full statement.
    FullStatement,
    /// Each scenario has words for after the first ones.
    After,
    /// Something is done a day later or more.
    Measures,
    /// Each scenario is tested.
    Tests,
    /// Again and again.
    Repeated,
}

/// How much of an element a plan shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// All that we look for.
    Met,
    /// Some of it.
    Partly,
    /// Nothing.
    Missing,
}

/// An element, and what a plan shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Its group.
    pub group: Group,
    /// Which.
    pub element: Element,
    /// How much is shown.
    pub state: State,
    /// What we look for, and whether it is there.
    pub evidence: Vec<(Evidence, bool)>,
}

use Element as E;
use Evidence as V;

/// What we look for in a plan for each element.
const READING: [(Group, Element, &[Evidence]); 18] = [
    (Group::Principle, E::Governance, &[V::Lead, V::Responsible, V::Approval]),
    (Group::Principle, E::Strategy, &[V::Objectives, V::Halves]),
    (Group::Principle, E::Risk, &[V::Risks, V::Rated, V::Scenarios]),
    (Group::Principle, E::Decision, &[V::Approval, V::Liveness, V::Escalation]),
    (Group::Principle, E::Communication, &[V::Holding, V::Stakeholders, V::Policy]),
    (Group::Principle, E::Ethics, &[V::Safety, V::Never, V::Conduct]),
    (Group::Principle, E::Learning, &[V::Tests, V::Repeated]),
    (Group::Process, E::Anticipation, &[V::Risks, V::Heard, V::Signs]),
    (Group::Process, E::Assessment, &[V::FirstAssessment, V::Rated]),
    (Group::Process, E::Prevention, &[V::Recurring, V::Halves, V::Conduct]),
    (Group::Process, E::Preparedness, &[V::Scenarios, V::Reachable, V::Approved]),
    (Group::Process, E::Response, &[V::Assembled, V::Moves, V::Freeze]),
    (Group::Process, E::Recovery, &[V::FullStatement, V::After, V::Measures]),
    (Group::Process, E::Improvement, &[V::Tests, V::Repeated]),
    (Group::Clause, E::Leadership, &[V::Lead, V::Team, V::Deputies]),
    (Group::Clause, E::StrategicDecision, &[V::Liveness, V::Postures, V::Escalation]),
    (Group::Clause, E::CrisisCommunication, &[V::Holding, V::Alternatives, V::Languages, V::Updates]),
    (Group::Clause, E::Training, &[V::Conduct, V::Tests, V::Repeated]),
];

/// What a plan shows of the standard; `findings` are those of [`super::check()`].
pub fn iso22361(plan: &Plan, findings: &[Finding]) -> Vec<Shown> {
    let desk = Desk { plan, findings };
    let shown = |&(group, element, looked_for): &(Group, Element, &[Evidence])| {
        let evidence: Vec<(Evidence, bool)> = looked_for.iter().map(|one| (*one, desk.shows(*one))).collect();
        let state = match evidence.iter().filter(|(_, there)| *there).count() {
            0 => State::Missing,
            all if all == evidence.len() => State::Met,
            _ => State::Partly,
        };
        Shown { group, element, state, evidence }
    };
    READING.iter().map(shown).collect()
}

impl Evidence {
    /// The section of the plan in which it is written.
    pub fn section(self) -> &'static str {
        match self {
            Self::Lead | Self::Team | Self::Deputies => "role",
            Self::Responsible | Self::Recurring | Self::Measures => "action",
            Self::Reachable | Self::Languages => "person",
            Self::Approval | Self::Liveness => "approval",
            Self::Escalation => "escalation",
            Self::Objectives => "objective",
            Self::Halves => "strategy",
            Self::Risks | Self::Rated | Self::Heard | Self::Scenarios => "risk",
            Self::Signs | Self::Moves | Self::Postures | Self::Safety => "scenario",
            Self::FirstAssessment | Self::Assembled | Self::Updates | Self::FullStatement => "clock",
            Self::Freeze => "freeze",
            Self::Holding | Self::Alternatives | Self::Approved | Self::After => "reply",
            Self::Stakeholders => "stakeholder",
            Self::Policy | Self::Never => "policy",
            Self::Conduct => "conduct",
            Self::Tests | Self::Repeated => "test",
        }
    }
}

struct Desk<'a> {
    plan: &'a Plan,
    findings: &'a [Finding],
}

impl Desk<'_> {
    fn none_of(&self, codes: &[Code]) -> bool {
        !self.findings.iter().any(|found| codes.contains(&found.code))
    }

    fn clock(&self, kind: ClockKind) -> bool {
        self.plan.clocks.iter().any(|clock| clock.body.kind == Some(kind))
    }

    fn each_scenario(&self, holds: impl Fn(&Item<Scenario>) -> bool) -> bool {
        !self.plan.scenarios.is_empty() && self.plan.scenarios.iter().all(holds)
    }

    fn each_risk(&self, holds: impl Fn(&super::model::Risk) -> bool) -> bool {
        !self.plan.risks.is_empty() && self.plan.risks.iter().all(|risk| holds(&risk.body))
    }

    fn shows(&self, evidence: Evidence) -> bool {
        let plan = self.plan;
        let solo = plan.size == Size::Solo;
        let leads = !plan.who("lead").is_empty();
        match evidence {
            V::Lead => leads,
            V::Team => leads && self.none_of(&[Code::MissingRole]),
            V::Deputies => {
                let held = plan.roles.iter().all(|role| plan.who(&role.id).len() > 1);
                leads && (solo || held) && self.none_of(&[Code::NoDeputy, Code::SamePerson])
            }
            V::Responsible => {
                let codes = [Code::NoResponsible, Code::SeveralResponsible];
                !plan.actions.is_empty() && self.none_of(&codes)
            }
            V::Reachable => !plan.people.is_empty() && self.none_of(&[Code::UnreachableOwner, Code::InventedContact]),
            V::Approval => !plan.approvals.is_empty() && self.none_of(&[Code::MissingApproval]),
            V::Liveness => !plan.approvals.is_empty() && self.none_of(&[Code::NobodyCanRelease]),
            V::Escalation => !plan.escalations.is_empty() && self.none_of(&[Code::MissingEscalation]),
            V::Objectives => !plan.objectives.is_empty() && self.none_of(&[Code::EmptyObjective]),
            V::Halves => [Half::Prevention, Half::Correction]
                .iter()
                .all(|half| plan.strategies.iter().any(|strategy| strategy.body.half == *half)),
            V::Risks => !plan.risks.is_empty(),
            V::Rated => self.each_risk(|risk| risk.likelihood > 0 && risk.impact > 0),
            V::Heard => self.each_risk(|risk| risk.queries.iter().any(|query| !query.value.trim().is_empty())),
            V::Scenarios => self.each_risk(|risk| {
                risk.scenario.as_ref().is_some_and(|scenario| plan.scenario(&scenario.value).is_some())
            }),
            V::Recurring => plan.actions.iter().any(|action| action.body.every.is_some()),
            V::Measures => plan.actions.iter().any(|action| action.body.within.is_some_and(|within| within >= DAY)),
            _ => self.says(evidence),
        }
    }

    fn says(&self, evidence: Evidence) -> bool {
        let plan = self.plan;
        let (policy, conduct) = (plan.policy.as_ref(), plan.conduct.as_ref());
        let replies = !plan.replies.is_empty();
        match evidence {
            V::Signs => self.each_scenario(|scenario| !scenario.body.signs.is_empty()),
            V::Moves => self.each_scenario(|scenario| !plan.actions_of(scenario).is_empty()),
            V::FirstAssessment => self.clock(ClockKind::FirstAssessment),
            V::Assembled => plan.size == Size::Solo && !plan.people.is_empty() || self.clock(ClockKind::TeamAssembled),
            V::Updates => self.clock(ClockKind::NextUpdate),
            V::FullStatement => self.clock(ClockKind::Full),
            V::Freeze => plan
                .freeze
                .as_ref()
                .is_some_and(|freeze| !freeze.value.targets.is_empty() && !freeze.value.allow.is_empty()),
            V::Holding => replies && self.none_of(&[Code::NoHolding, Code::ScenarioWithoutReply]),
            V::Alternatives => replies && self.none_of(&[Code::ScenarioWithoutReply]) && several(plan),
            V::Languages => !plan.languages.is_empty() && replies && self.none_of(&[Code::MissingLanguage]),
            V::Approved => {
                let open = [Code::NotApproved, Code::ExpiredApproval, Code::ApprovedOtherText, Code::UnboundApproval];
                replies && self.none_of(&open)
            }
            V::Postures => {
                self.each_scenario(|scenario| scenario.body.posture.is_some()) && self.none_of(&[Code::MixedPosture])
            }
            V::Stakeholders => {
                let told = |body: &super::model::Stakeholder| body.owner.is_some() && !body.message.is_empty();
                !plan.stakeholders.is_empty() && plan.stakeholders.iter().all(|one| told(&one.body))
            }
            V::Policy => policy
                .and_then(|policy| policy.value.complaints.as_ref())
                .is_some_and(|place| !plan.filled(place).trim().is_empty()),
            V::Never => policy.is_some_and(|policy| !policy.value.more.never.is_empty()),
            V::Conduct => conduct.is_some_and(|said| !said.value.do_.is_empty() && !said.value.dont.is_empty()),
            V::Safety => !plan.scenarios.is_empty() && self.none_of(&[Code::NoSafety]),
            V::After => self.each_scenario(|scenario| {
                let mut replies = plan.replies_of(&scenario.id);
                replies.any(|reply| matches!(reply.body.phase, Phase::Full | Phase::Closing | Phase::Update))
            }),
            V::Tests => !plan.tests.is_empty() && self.none_of(&[Code::UntestedScenario]),
            V::Repeated => !plan.tests.is_empty() && plan.tests.iter().all(|test| test.body.every.is_some()),
            _ => false,
        }
    }
}

/// Whether each scenario has more than one text in each language of the brand.
fn several(plan: &Plan) -> bool {
    plan.scenarios.iter().all(|scenario| {
        let of =
            |language| plan.replies_of(&scenario.id).filter(move |reply| reply.body.language.as_ref() == Some(language));
        plan.languages.iter().all(|language| of(language).count() > 1)
    })
}
