//! What can be done now: the rules themselves are asked, so nobody reckons it a second time.

use super::{Command, Declare, Desk, Refusal, Take, Words, decide};
use crate::case::digest::{Capture, Salt, Sealed, TextRef};
use crate::case::event::{
    Exit, FactSource, FactStatus, Form, Ground, HotWash, Limit, Moment, Platform, Precision, Step, Target, Test, Thaw,
    Theme, Visibility,
};
use crate::case::legal::{Matter, Start};
use crate::case::party::{Key, Party, Scope};
use crate::case::state::{Draft, State};
use crate::case::triage::{Answers, Loudness, Who};
use crate::counter::Series;
use crate::figure::Figure;
use crate::id::{AccountId, MentionId, ScheduledId};
use crate::plan::Posture;
use jiff::SignedDuration;
use serde::Serialize;
use std::collections::BTreeSet;
use text::Language;

/// Something that people can ask of a case, and of what in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the command of the same name, which says what it is")]
pub enum Verb {
    Step(Step),
    Began,
    Assign,
    HandOverLead,
    Choose,
    Triage,
    SetPosture,
    SetLoudness,
    Capture,
    Promise,
    Declare,
    State,
    AddTask,
    Note,
    Report,
    Tell,
    Draft,
    Freeze,
    Lift,
    UndoFreeze,
    Pause(u32),
    Resume(u32),
    Meet(u32),
    Drop(u32),
    Move(u32),
    Retract(u32),
    HandOverTask(u32),
    Do(u32),
    SetAside(u32),
    Reopen(u32),
    Revise(u32),
    Submit(u32),
    Approve(u32),
    Decline(u32),
    ReleaseAlone(u32),
    ReleaseAsFallback(u32),
    Send(u32),
    Undo(u32),
    Resolve(u32),
    Copied(u32),
    Shelve(u32),
    PassOver(u32),
    Claim(MentionId),
    /// A text to that mention.
    Answer(MentionId),
    HandOverMention(MentionId),
    LetGo(MentionId),
    ReportToPlatform(MentionId),
    NotifyIllegal(MentionId),
    Offer(MentionId),
    Thaw(ScheduledId),
    Take,
    Guard,
    DoMeasure(u32),
    SetMeasureAside(u32),
    /// An answer to one of the questions afterwards.
    HotWash,
    Draw,
    ShelveLesson(u32),
}

/// What whoever sits at this desk can do now: of the case, and of everything in it. What is typed may still be refused for what it says.
pub fn open_to(state: &State, desk: &Desk<'_>) -> BTreeSet<Verb> {
    all(state).into_iter().filter(|verb| can(state, desk, *verb) == Ok(true)).collect()
}

/// Whether that would be taken now, said as it should be; `false`: it is so already, there is nothing to do.
///
/// # Errors
/// Why it would be refused.
pub fn can(state: &State, desk: &Desk<'_>, verb: Verb) -> Result<bool, Refusal> {
    let probes = Probe { state, desk }.commands(verb);
    let mut came = Ok(false);
    for command in probes {
        match decide(state, desk, &command) {
            Ok(events) if !events.is_empty() => return Ok(true),
            Ok(_) => came = Ok(false),
            Err(refusal) => came = Err(refusal),
        }
    }
    came
}

/// Everything that can be asked of what is there.
fn all(state: &State) -> Vec<Verb> {
    use Step::{Closed, Crisis, Dismissed, FollowUp, Paracrisis, Signal};
    let steps = [Signal, Paracrisis, Crisis, FollowUp, Closed, Dismissed].map(Verb::Step);
    let of_case = [
        Verb::Began,
        Verb::Assign,
        Verb::HandOverLead,
        Verb::Choose,
        Verb::Triage,
        Verb::SetPosture,
        Verb::SetLoudness,
        Verb::Capture,
        Verb::Promise,
        Verb::Declare,
        Verb::State,
        Verb::AddTask,
        Verb::Note,
        Verb::Report,
        Verb::Tell,
        Verb::Draft,
        Verb::Freeze,
        Verb::Lift,
        Verb::UndoFreeze,
        Verb::Take,
        Verb::Guard,
        Verb::HotWash,
        Verb::Draw,
    ];
    let clock = |n: &u32| [Verb::Pause(*n), Verb::Resume(*n), Verb::Meet(*n), Verb::Drop(*n)];
    let fact = |n: &u32| [Verb::Move(*n), Verb::Retract(*n)];
    let task = |n: &u32| [Verb::HandOverTask(*n), Verb::Do(*n), Verb::SetAside(*n), Verb::Reopen(*n)];
    let mut all: Vec<Verb> = steps.into_iter().chain(of_case).collect();
    all.extend(state.clocks.keys().flat_map(clock));
    all.extend(state.facts.keys().flat_map(fact));
    all.extend(state.tasks.keys().flat_map(task));
    all.extend(state.drafts.keys().flat_map(|draft| of_draft(*draft)));
    all.extend(state.mentions.keys().flat_map(|mention| of_mention(*mention)));
    all.extend(state.queue.keys().map(|post| Verb::Thaw(*post)));
    all.extend(state.measures.keys().flat_map(|measure| [Verb::DoMeasure(*measure), Verb::SetMeasureAside(*measure)]));
    all.extend(state.lessons.keys().map(|lesson| Verb::ShelveLesson(*lesson)));
    all
}

fn of_draft(draft: u32) -> [Verb; 12] {
    [
        Verb::Revise(draft),
        Verb::Submit(draft),
        Verb::Approve(draft),
        Verb::Decline(draft),
        Verb::ReleaseAlone(draft),
        Verb::ReleaseAsFallback(draft),
        Verb::Send(draft),
        Verb::Undo(draft),
        Verb::Resolve(draft),
        Verb::Copied(draft),
        Verb::Shelve(draft),
        Verb::PassOver(draft),
    ]
}

fn of_mention(mention: MentionId) -> [Verb; 7] {
    [
        Verb::Claim(mention),
        Verb::Answer(mention),
        Verb::HandOverMention(mention),
        Verb::LetGo(mention),
        Verb::ReportToPlatform(mention),
        Verb::NotifyIllegal(mention),
        Verb::Offer(mention),
    ]
}

/// Commands as somebody would give them who says all that is asked for: never carried out.
struct Probe<'a> {
    state: &'a State,
    desk: &'a Desk<'a>,
}

/// What stands for words that nobody typed.
const SAID: TextRef = TextRef([0; 32]);
const SEEN: Capture = Capture([0; 32]);
/// Nobody who is there.
const OTHER: Party = Party::Contact(SAID);

impl Probe<'_> {
    fn commands(&self, verb: Verb) -> Vec<Command> {
        match verb {
            Verb::Pause(_) | Verb::Resume(_) | Verb::Meet(_) | Verb::Drop(_) => vec![of_clock(verb)],
            Verb::HandOverTask(task) => vec![Command::HandOverTask { task, to: OTHER }],
            Verb::Do(task) => vec![Command::Do { task, result: SAID }],
            Verb::SetAside(task) => vec![Command::SetAside { task, why: SAID }],
            Verb::Reopen(task) => vec![Command::Reopen { task, why: SAID }],
            Verb::Move(fact) => self.moves(fact),
            Verb::Retract(fact) => vec![Command::Retract { fact, why: SAID }],
            Verb::Claim(mention) => {
                vec![Command::Claim { mention, published: self.desk.now, channel: None }]
            }
            Verb::Answer(mention) => vec![self.draft(Form::Reply, Target::Mention(mention))],
            Verb::HandOverMention(mention) => vec![Command::HandOverMention { mention, to: OTHER }],
            Verb::LetGo(mention) => vec![Command::LetGo { mention }],
            Verb::ReportToPlatform(mention) => leave(mention, Platform::ALL.map(Exit::AgainstRules)),
            Verb::NotifyIllegal(mention) => leave(mention, Ground::ALL.map(Exit::Illegal)),
            Verb::Offer(mention) => {
                let key = self.fresh(Scope::Offer);
                vec![Command::Offer { key, mention, what: SAID, cents: None, authorised: OTHER }]
            }
            Verb::Thaw(post) => [Thaw::Withdraw, Thaw::Rewrite].map(|thaw| Command::Thaw { post, thaw }).into(),
            Verb::Revise(_)
            | Verb::Submit(_)
            | Verb::Approve(_)
            | Verb::Decline(_)
            | Verb::ReleaseAlone(_)
            | Verb::ReleaseAsFallback(_)
            | Verb::Send(_)
            | Verb::Undo(_)
            | Verb::Resolve(_)
            | Verb::Copied(_)
            | Verb::Shelve(_)
            | Verb::PassOver(_) => self.of_draft(verb),
            Verb::Take
            | Verb::Guard
            | Verb::DoMeasure(_)
            | Verb::SetMeasureAside(_)
            | Verb::HotWash
            | Verb::Draw
            | Verb::ShelveLesson(_) => vec![self.afterwards(verb)],
            _ => self.of_case(verb),
        }
    }

    fn of_case(&self, verb: Verb) -> Vec<Command> {
        let (now, course) = (self.desk.now, &self.state.course);
        let plan = self.desk.plan;
        vec![match verb {
            Verb::Step(to) => Command::Step { to, why: Some(SAID) },
            Verb::Began => {
                let moment = |precision| Moment { at: now, zone: "UTC".to_owned(), precision };
                let precisions = [Precision::Exact, Precision::About];
                return precisions.map(|it| Command::Began { began: moment(it), why: SAID }).into();
            }
            Verb::Assign => {
                let assign = |role: &str| Command::Assign { role: role.to_owned(), to: OTHER };
                return plan.roles.iter().map(|role| assign(&role.id)).collect();
            }
            Verb::HandOverLead => Command::HandOverLead { to: OTHER, why: None },
            Verb::Choose => {
                let choose = |scenario: &str| Command::Choose { scenario: scenario.to_owned() };
                return plan.scenarios.iter().map(|scenario| choose(&scenario.id)).collect();
            }
            Verb::Triage => {
                let answers = |who| Answers { who, ..Answers::default() };
                return [Who::One, Who::Some].map(|who| Command::Triage { answers: answers(who) }).into();
            }
            Verb::SetPosture => {
                let (posture, bolster) = (course.posture.unwrap_or(Posture::Inform), !course.bolster);
                Command::SetPosture { posture, bolster, why: None }
            }
            Verb::SetLoudness => {
                let louder = [Loudness::Nothing, Loudness::Answer];
                return louder.map(|loudness| Command::SetLoudness { loudness, why: None }).into();
            }
            Verb::Capture => Command::Capture { mention: None, capture: SEEN },
            Verb::Promise => {
                let hours = [1, 2].map(|hours| now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(now));
                return hours.map(|until| Command::Promise { until }).into();
            }
            Verb::Declare => Command::Declare(Declare {
                key: self.fresh(Scope::Declaration),
                incident: None,
                matter: Matter::DataBreach,
                start: Start::Awareness,
                since: now,
                why: SAID,
                capture: Some(SEEN),
            }),
            Verb::State => {
                let (key, status) = (self.fresh(Scope::Fact), FactStatus::Unknown);
                Command::State { key, status, text: SAID, source: None, capture: None }
            }
            Verb::AddTask => {
                Command::AddTask { key: self.fresh(Scope::Task), text: SAID, owner: None, deputy: None, due: None }
            }
            Verb::Note => {
                let (key, visibility) = (self.fresh(Scope::Note), Visibility::Internal);
                Command::Note { key, text: SAID, visibility, mentions: Vec::new() }
            }
            Verb::Report => {
                let key = self.fresh(Scope::Figure);
                Command::Report { key, what: SAID, figure: Figure::Unknown, as_of: now }
            }
            Verb::Tell => {
                let tell = |stakeholder: &str| {
                    let (key, stakeholder) = (self.fresh(Scope::Told), stakeholder.to_owned());
                    Command::Tell { key, stakeholder, when: now, text: SAID, draft: None }
                };
                return plan.stakeholders.iter().take(1).map(|it| tell(&it.id)).collect();
            }
            Verb::Draft => self.draft(Form::Update, Target::UpdatesPage),
            Verb::Freeze => {
                // A brand's own voice is no platform's account.
                let accounts: Vec<AccountId> = self.desk.accounts.iter().copied().filter(|id| id.0 > 0).collect();
                if accounts.is_empty() {
                    return Vec::new();
                }
                Command::Freeze { key: self.fresh(Scope::Freeze), accounts, unmapped: 0 }
            }
            Verb::Lift => Command::Lift,
            _ => Command::UndoFreeze,
        }]
    }

    fn of_draft(&self, verb: Verb) -> Vec<Command> {
        let (Verb::Revise(draft)
        | Verb::Submit(draft)
        | Verb::Approve(draft)
        | Verb::Decline(draft)
        | Verb::ReleaseAlone(draft)
        | Verb::ReleaseAsFallback(draft)
        | Verb::Send(draft)
        | Verb::Undo(draft)
        | Verb::Resolve(draft)
        | Verb::Copied(draft)
        | Verb::Shelve(draft)
        | Verb::PassOver(draft)) = verb
        else {
            return Vec::new();
        };
        let Some(found) = self.state.drafts.get(&draft) else { return Vec::new() };
        let binding = found.binding;
        vec![match verb {
            Verb::Revise(_) => Command::Revise { draft, words: revised(found), before: None },
            Verb::Submit(_) => Command::Submit { draft, binding, despite: Some(SAID) },
            Verb::Approve(_) => Command::Approve { draft, binding },
            Verb::Decline(_) => Command::Decline { draft, binding, why: SAID },
            Verb::ReleaseAlone(_) => Command::ReleaseAlone { draft, binding, shown: found.checked },
            Verb::ReleaseAsFallback(_) => Command::ReleaseAsFallback { draft, binding },
            Verb::Send(_) => Command::Send { draft, binding, promise: None },
            Verb::Undo(_) => Command::Undo { draft },
            Verb::Resolve(_) => {
                let resolve = |attempt, receipt| Command::Resolve { draft, attempt, receipt, why: SAID };
                return (1..=found.attempts).map(|attempt| resolve(attempt, Some(SAID))).collect();
            }
            Verb::Copied(_) => Command::Copied { draft, binding, receipt: SAID, promise: None },
            Verb::PassOver(_) => {
                let others = self.state.drafts.keys().copied().filter(|other| *other != draft);
                let (said, here, why) = (u32::MAX, u32::MAX, SAID);
                return others.map(|against| Command::PassOver { draft, binding, against, said, here, why }).collect();
            }
            _ => Command::Shelve { draft },
        }]
    }

    fn afterwards(&self, verb: Verb) -> Command {
        match verb {
            Verb::Take => {
                let (key, test) = (self.fresh(Scope::Measure), Test::Word);
                Command::Take(Take { key, text: SAID, test, owner: None, due: None, to: None })
            }
            Verb::Guard => {
                // One that nobody set: the same limit twice is one.
                let over = i64::try_from(self.state.guards.len()).unwrap_or(i64::MAX);
                let free = |over: &i64| self.state.guards.values().all(|there| there.limit.over != *over);
                let over = (0..=over).find(free).unwrap_or(over);
                let limit = Limit { theme: Theme::Series(Series::Mentions), over, hours: 1 };
                Command::Guard { key: self.fresh(Scope::Guard), limit }
            }
            Verb::DoMeasure(measure) => Command::DoMeasure { measure, result: SAID },
            Verb::SetMeasureAside(measure) => Command::SetMeasureAside { measure, why: SAID },
            Verb::HotWash => {
                Command::Answer { key: self.fresh(Scope::Answer), question: HotWash::WentWell, text: SAID }
            }
            Verb::Draw => {
                let (key, text, changes) = (self.fresh(Scope::Lesson), SAID, SAID);
                Command::Draw { key, text, changes, records: Vec::new() }
            }
            Verb::ShelveLesson(lesson) => Command::ShelveLesson { lesson, why: SAID },
            _ => Command::Tick,
        }
    }

    fn moves(&self, fact: u32) -> Vec<Command> {
        let known = self.state.facts.get(&fact).map(|fact| fact.status);
        let all = [FactStatus::Known, FactStatus::Probable, FactStatus::Unknown, FactStatus::CannotSay];
        let others = all.into_iter().filter(|to| Some(*to) != known);
        let source = Some(FactSource::Seen);
        others.map(|to| Command::Move { fact, to, source, capture: None, why: SAID }).collect()
    }

    fn draft(&self, form: Form, target: Target) -> Command {
        let account = self.desk.accounts.first().copied().unwrap_or(AccountId(0));
        let (text, language) = (nothing(), Language::En);
        let (cites, subject, posture, reply) = (Vec::new(), None, None, None);
        let words = Words { text, language, target, subject, account, cites, posture, reply };
        Command::Draft { key: self.fresh(Scope::Draft), form, words, corrects: None, about: None }
    }

    /// A key that was never given.
    fn fresh(&self, scope: Scope) -> Key {
        let keys = (0_u32..).filter_map(|n| Key::new(&format!("probe-{n}")));
        let mut unknown = keys.filter(|key| !self.state.is_known(scope, key));
        unknown.next().expect("a case has fewer keys than there are numbers")
    }
}

fn of_clock(verb: Verb) -> Command {
    match verb {
        Verb::Pause(clock) => Command::Pause { clock, why: SAID },
        Verb::Resume(clock) => Command::Resume { clock },
        Verb::Meet(clock) => Command::Meet { clock, why: Some(SAID), capture: None },
        Verb::Drop(clock) => Command::Drop { clock, why: SAID },
        _ => Command::Tick,
    }
}

fn leave(mention: MentionId, exits: [Exit; 7]) -> Vec<Command> {
    exits.map(|exit| Command::Leave { mention, exit, capture: SEEN, why: SAID }).into()
}

fn nothing() -> Sealed {
    Sealed { salt: Salt([0; 16]), text: "…".to_owned() }
}

/// Other words in the same place.
fn revised(draft: &Draft) -> Words {
    let wording = &draft.wording;
    Words {
        text: nothing(),
        language: wording.language,
        target: wording.target.clone(),
        subject: wording.subject,
        account: wording.account,
        cites: wording.cites.clone(),
        posture: wording.posture,
        reply: None,
    }
}
