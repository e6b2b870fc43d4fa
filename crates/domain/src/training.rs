//! The training of staff: spot a risk, respond properly, communicate well. Questions made of the plan's own words, each with exactly one
//! answer that the plan states; what is wrong is either something else of the plan or a reflex that no plan wants. Pure: the seed is an argument.

use crate::plan::{ClockKind, Conduct, Plan, stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Questions of each part.
const OF_EACH: usize = 2;
/// Answers to choose from.
const CHOICES: usize = 3;
/// Lengths of time that may be offered beside the right one, in minutes.
const LENGTHS: [i64; 7] = [30, 60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 30 * 24 * 60];

/// A part of the training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// See a risk.
    Spot,
    /// Respond properly.
    Respond,
    /// Communicate well.
    Speak,
}

impl Part {
    /// Every part, in the order in which they are gone through.
    pub const ALL: [Self; 3] = [Self::Spot, Self::Respond, Self::Speak];

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spot => "spot",
            Self::Respond => "respond",
            Self::Speak => "speak",
        }
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its part.
    pub part: Part,
    /// What is asked.
    pub ask: Ask,
    /// What can be answered.
    pub answers: Vec<Answer>,
    /// Which of them the plan states.
    pub right: usize,
    /// What the plan says of it, in its own words.
    pub because: Vec<String>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// Of what this is a sign.
    Sign(String),
    /// Whom one tells what one sees.
    Tell,
    /// Which of these rules is ours.
    Rule,
    /// Who answers a journalist.
    Journalist,
    /// Who answers an angry post.
    Post,
    /// What people hear first, so that they stay safe when this happens.
    Safety(String),
    /// Where somebody is sent who complains.
    Complain,
    /// When they have an answer.
    Within,
    /// When the house says its first words.
    First,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Words of the plan.
    Said(String),
    /// So many minutes.
    Minutes(i64),
    /// A reflex that no plan wants.
    Reflex(Reflex),
}

/// What people do when nobody told them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reflex {
    /// It will pass.
    Nothing,
    /// To nobody, until one is sure.
    Nobody,
    /// To friends, in a chat.
    Friends,
    /// Oneself.
    Myself,
    /// Nobody: one hangs up.
    HangUp,
    /// From one's own account.
    OwnAccount,
    /// It is deleted.
    Delete,
    /// As a rule: answer at once, from one's own account.
    RuleAnswer,
    /// As a rule: delete what harms.
    RuleDelete,
    /// As a rule: say what probably happened.
    RuleGuess,
    /// As a rule: write good reviews oneself.
    RuleStars,
    /// First, whose fault it is.
    Fault,
    /// That it cannot be grave.
    Reassure,
    /// In front of everybody.
    Network,
    /// Nowhere.
    Nowhere,
}

impl Reflex {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::Nothing,
        Self::Nobody,
        Self::Friends,
        Self::Myself,
        Self::HangUp,
        Self::OwnAccount,
        Self::Delete,
        Self::RuleAnswer,
        Self::RuleDelete,
        Self::RuleGuess,
        Self::RuleStars,
        Self::Fault,
        Self::Reassure,
        Self::Network,
        Self::Nowhere,
    ];
}

/// A training: at most two questions of each part; the same for the same plan and seed. Empty where the plan tells staff nothing.
pub fn questions(plan: &Plan, seed: u64) -> Vec<Question> {
    let mut dice = Dice(seed);
    let mut all = candidates(plan);
    dice.shuffle(&mut all);
    let mut chosen = Vec::new();
    for part in Part::ALL {
        let mut of: Vec<&Candidate> = all.iter().filter(|one| one.part == part).collect();
        // Two of one kind only where there is no other.
        let mut kinds = Vec::new();
        of.sort_by_key(|one| {
            let kind = std::mem::discriminant(&one.ask);
            let again = kinds.contains(&kind);
            kinds.push(kind);
            again
        });
        chosen.extend(of.into_iter().take(OF_EACH).cloned());
    }
    chosen.into_iter().map(|candidate| candidate.asked(&mut dice)).collect()
}

/// What tells these questions from others: of another plan, or another seed.
pub fn mark(questions: &[Question]) -> String {
    stamp(&serde_json::to_string(questions).unwrap_or_default())
}

/// How many are answered as the plan says; `None` where an answer is none of those offered.
pub fn correct(questions: &[Question], given: &[usize]) -> Option<usize> {
    let pairs = || questions.iter().zip(given);
    let offered = pairs().all(|(question, answer)| *answer < question.answers.len());
    offered.then(|| pairs().filter(|(question, answer)| question.right == **answer).count())
}

/// The parts of which every question is answered as the plan says.
pub fn shown(questions: &[Question], given: &[usize]) -> BTreeSet<Part> {
    let is_right = |at: usize| given.get(at) == Some(&questions[at].right);
    let of = |part: Part| (0..questions.len()).filter(move |at| questions[*at].part == part);
    Part::ALL.into_iter().filter(|part| of(*part).next().is_some() && of(*part).all(is_right)).collect()
}

/// A question before the wrong answers are chosen.
#[derive(Clone, Debug)]
struct Candidate {
    part: Part,
    ask: Ask,
    right: Answer,
    wrong: Vec<Answer>,
    because: Vec<String>,
}

impl Candidate {
    fn asked(self, dice: &mut Dice) -> Question {
        let Self { part, ask, right, wrong, because } = self;
        let mut wrong = wrong.into_iter().fold(Vec::new(), |mut kept, one| {
            if !kept.contains(&one) {
                kept.push(one);
            }
            kept
        });
        dice.shuffle(&mut wrong);
        wrong.truncate(CHOICES - 1);
        let mut answers = wrong;
        let at = dice.below(answers.len() + 1);
        answers.insert(at, right);
        Question { part, ask, answers, right: at, because }
    }
}

fn candidates(plan: &Plan) -> Vec<Candidate> {
    let Some(conduct) = plan.conduct.as_ref().map(|said| &said.value) else { return Vec::new() };
    let mut all = signs(plan);
    all.extend(tell(plan, conduct));
    all.extend(rules(plan, conduct));
    all.extend(journalist(plan, conduct));
    all.extend(post(plan, conduct));
    all.extend(safety(plan));
    all.extend(complain(plan));
    all.extend(lengths(plan));
    all.retain(|one| !one.wrong.is_empty());
    all
}

fn reflexes<const N: usize>(of: [Reflex; N]) -> impl Iterator<Item = Answer> {
    of.into_iter().map(Answer::Reflex)
}

/// A text that can be shown as it is; `None` where a blank in it is filled in only when it is used.
fn whole(plan: &Plan, text: &str) -> Option<String> {
    let text = plan.filled(text).trim().to_owned();
    (!text.is_empty() && !text.contains('{')).then_some(text)
}

fn lines(plan: &Plan, texts: &[String]) -> Vec<String> {
    texts.iter().filter_map(|text| whole(plan, text)).collect()
}

/// A sign, and of which scenario it is one; only of one of them.
fn signs(plan: &Plan) -> Vec<Candidate> {
    let told: Vec<(String, Vec<String>)> = plan
        .scenarios
        .iter()
        .filter_map(|scenario| Some((whole(plan, &scenario.body.title)?, lines(plan, &scenario.body.signs))))
        .collect();
    let mut all = Vec::new();
    for (title, signs) in &told {
        for sign in signs {
            let others = told.iter().filter(|(other, of)| other != title && !of.contains(sign));
            let wrong = others.map(|(other, _)| Answer::Said(other.clone())).chain(reflexes([Reflex::Nothing]));
            all.push(Candidate {
                part: Part::Spot,
                ask: Ask::Sign(sign.clone()),
                right: Answer::Said(title.clone()),
                wrong: wrong.collect(),
                because: vec![format!("{title}: {}", signs.join("; "))],
            });
        }
    }
    // A sign of several scenarios has several right answers: nobody asks for it.
    let asked: Vec<Ask> = all.iter().map(|one| one.ask.clone()).collect();
    all.retain(|one| asked.iter().filter(|ask| **ask == one.ask).count() == 1);
    all
}

/// Who is meant by a role or a person, and who of the plan is not, by their shown names.
fn people(plan: &Plan, who: &str) -> (Vec<String>, Vec<String>) {
    let meant: Vec<String> = plan.who(who).into_iter().map(|one| one.body.name.clone()).collect();
    let mut others: Vec<String> = plan.people.iter().map(|one| one.body.name.clone()).collect();
    others.retain(|name| !meant.contains(name));
    others.sort_unstable();
    others.dedup();
    (meant, others)
}

fn named(
    plan: &Plan,
    (part, ask): (Part, Ask),
    who: &str,
    reflexes: impl Iterator<Item = Answer>,
    because: Vec<String>,
) -> Option<Candidate> {
    let (meant, others) = people(plan, who);
    let right = meant.first().filter(|name| !name.trim().is_empty())?.clone();
    let wrong = others.into_iter().map(Answer::Said).chain(reflexes).collect();
    let because = [vec![meant.join(" → ")], because].concat();
    Some(Candidate { part, ask, right: Answer::Said(right), wrong, because })
}

fn tell(plan: &Plan, conduct: &Conduct) -> Option<Candidate> {
    let who = &conduct.tell.as_ref()?.value;
    let reflexes = reflexes([Reflex::Nobody, Reflex::Friends]);
    named(plan, (Part::Spot, Ask::Tell), who, reflexes, lines(plan, &conduct.do_))
}

fn rules(plan: &Plan, conduct: &Conduct) -> Vec<Candidate> {
    let one = |part: Part, rule: &String, because: &[String]| Candidate {
        part,
        ask: Ask::Rule,
        right: Answer::Said(rule.clone()),
        wrong: reflexes([Reflex::RuleAnswer, Reflex::RuleDelete, Reflex::RuleGuess, Reflex::RuleStars]).collect(),
        because: because.to_vec(),
    };
    let (do_, dont) = (lines(plan, &conduct.do_), lines(plan, &conduct.dont));
    let respond = dont.iter().map(|rule| one(Part::Respond, rule, &dont));
    respond.chain(do_.iter().map(|rule| one(Part::Speak, rule, &do_))).collect()
}

fn journalist(plan: &Plan, conduct: &Conduct) -> Option<Candidate> {
    let role = ["spokesperson", "lead"].into_iter().find(|role| !plan.who(role).is_empty())?;
    let reflexes = reflexes([Reflex::Myself, Reflex::HangUp]);
    named(plan, (Part::Respond, Ask::Journalist), role, reflexes, lines(plan, &conduct.do_))
}

fn post(plan: &Plan, conduct: &Conduct) -> Option<Candidate> {
    let clock = plan.clocks.iter().find(|clock| clock.body.kind == Some(ClockKind::Reply))?;
    let owner = &clock.body.owner.as_ref()?.value;
    let reflexes = reflexes([Reflex::OwnAccount, Reflex::Delete]);
    named(plan, (Part::Respond, Ask::Post), owner, reflexes, lines(plan, &conduct.dont))
}

fn safety(plan: &Plan) -> Vec<Candidate> {
    let told: Vec<(String, String)> = plan
        .scenarios
        .iter()
        .filter_map(|one| Some((whole(plan, &one.body.title)?, whole(plan, one.body.safety.as_ref()?)?)))
        .collect();
    let one = |(title, safety): &(String, String)| {
        let others = told.iter().filter(|(of, other)| of != title && other != safety);
        let others = others.map(|(_, other)| Answer::Said(other.clone()));
        Candidate {
            part: Part::Speak,
            ask: Ask::Safety(title.clone()),
            right: Answer::Said(safety.clone()),
            wrong: others.chain(reflexes([Reflex::Fault, Reflex::Reassure])).collect(),
            because: vec![safety.clone()],
        }
    };
    told.iter().map(one).collect()
}

fn complain(plan: &Plan) -> Option<Candidate> {
    let policy = &plan.policy.as_ref()?.value;
    let place = whole(plan, policy.complaints.as_ref()?)?;
    Some(Candidate {
        part: Part::Speak,
        ask: Ask::Complain,
        right: Answer::Said(place),
        wrong: reflexes([Reflex::Network, Reflex::Nowhere]).collect(),
        because: lines(plan, std::slice::from_ref(&policy.text)),
    })
}

fn lengths(plan: &Plan) -> Vec<Candidate> {
    let one = |ask: Ask, minutes: i64, because: Vec<String>| Candidate {
        part: Part::Speak,
        ask,
        right: Answer::Minutes(minutes),
        wrong: LENGTHS.into_iter().filter(|other| *other != minutes).map(Answer::Minutes).collect(),
        because,
    };
    let policy = plan.policy.as_ref().map(|said| &said.value);
    let within = policy.and_then(|policy| Some((policy.answer_within?, &policy.text)));
    let within = within.map(|(hours, text)| one(Ask::Within, hours * 60, lines(plan, std::slice::from_ref(text))));
    let first = plan.clocks.iter().find(|clock| clock.body.kind == Some(ClockKind::Holding));
    let first = first.map(|clock| one(Ask::First, clock.body.due, lines(plan, std::slice::from_ref(&clock.body.text))));
    within.into_iter().chain(first).filter(|one| one.right != Answer::Minutes(0)).collect()
}

/// Random enough to shuffle by, and the same everywhere: splitmix64 (Steele, Lea, Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another, which is not 0.
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most).unwrap_or(1).max(1)).unwrap_or(0)
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = self.below(at + 1);
            items.swap(at, other);
        }
    }
}
