//! The training: each question of each plan that ships has exactly one right answer, and the plan states it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use proptest::prelude::*;
use std::collections::BTreeSet;
use text::Language;
use vigie_domain::plan::{ClockKind, Kind, Plan, read, shipped};
use vigie_domain::training::{Answer, Ask, Part, Question, Reflex, correct, mark, questions};

const LANGUAGES: [Language; 4] = [Language::Fr, Language::En, Language::Fy, Language::Nl];

fn plan(kind: Kind, language: Language) -> Plan {
    let base = (kind == Kind::Client).then(|| shipped(Kind::Agency, language).unwrap());
    read(shipped(kind, language).unwrap(), base).0
}

fn ships() -> impl Iterator<Item = (String, Plan)> {
    let all = Kind::ALL.into_iter().flat_map(|kind| LANGUAGES.map(|language| (kind, language)));
    all.map(|(kind, language)| (format!("{}/{}", language.code(), kind.code()), plan(kind, language)))
}

fn is_one_of(plan: &Plan, who: &str, name: &str) -> bool {
    plan.who(who).iter().any(|person| person.body.name == name)
}

/// Whether the plan states that answer, read without the generator.
fn states(plan: &Plan, ask: &Ask, answer: &Answer) -> bool {
    let conduct = &plan.conduct.as_ref().unwrap().value;
    let due = |kind: ClockKind| plan.clocks.iter().find(|clock| clock.body.kind == Some(kind)).unwrap();
    match (ask, answer) {
        (_, Answer::Reflex(_)) => false,
        (Ask::Within, Answer::Minutes(minutes)) => {
            plan.policy.as_ref().unwrap().value.answer_within == Some(minutes / 60)
        }
        (Ask::First, Answer::Minutes(minutes)) => due(ClockKind::Holding).body.due == *minutes,
        (Ask::Sign(sign), Answer::Said(title)) => plan.scenarios.iter().any(|scenario| {
            plan.filled(&scenario.body.title) == *title
                && scenario.body.signs.iter().any(|one| plan.filled(one) == *sign)
        }),
        (Ask::Safety(of), Answer::Said(text)) => plan.scenarios.iter().any(|scenario| {
            plan.filled(&scenario.body.title) == *of
                && scenario.body.safety.as_ref().is_some_and(|safety| plan.filled(safety) == *text)
        }),
        (Ask::Tell, Answer::Said(name)) => is_one_of(plan, &conduct.tell.as_ref().unwrap().value, name),
        (Ask::Journalist, Answer::Said(name)) => {
            let role = if plan.who("spokesperson").is_empty() { "lead" } else { "spokesperson" };
            is_one_of(plan, role, name)
        }
        (Ask::Post, Answer::Said(name)) => {
            is_one_of(plan, &due(ClockKind::Reply).body.owner.as_ref().unwrap().value, name)
        }
        (Ask::Rule, Answer::Said(rule)) => conduct.do_.iter().chain(&conduct.dont).any(|own| own == rule),
        (Ask::Complain, Answer::Said(place)) => {
            plan.filled(plan.policy.as_ref().unwrap().value.complaints.as_ref().unwrap()) == *place
        }
        _ => false,
    }
}

fn holds(at: &str, plan: &Plan, question: &Question) {
    let stated: Vec<usize> =
        (0..question.answers.len()).filter(|one| states(plan, &question.ask, &question.answers[*one])).collect();
    assert_eq!(stated, [question.right], "{at}: {question:#?}");
    assert!((2..=3).contains(&question.answers.len()), "{at}: {question:#?}");
    assert!(
        !question.because.is_empty() && question.because.iter().all(|line| !line.contains('{')),
        "{at}: {question:#?}"
    );
}

#[test]
fn each_question_of_each_plan_that_ships_has_one_right_answer_that_the_plan_states() {
    for (at, plan) in ships() {
        let mut kinds = BTreeSet::new();
        for seed in 0..300 {
            let asked = questions(&plan, seed);
            let parts: Vec<Part> = asked.iter().map(|question| question.part).collect();
            assert_eq!(parts, [Part::Spot, Part::Spot, Part::Respond, Part::Respond, Part::Speak, Part::Speak], "{at}");
            for question in &asked {
                holds(&at, &plan, question);
                kinds.insert(format!("{:?}", question.ask).split('(').next().unwrap().to_owned());
            }
        }
        let all = ["Complain", "First", "Journalist", "Post", "Rule", "Safety", "Sign", "Tell", "Within"];
        assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), all, "{at}: every kind is asked in time");
    }
}

#[test]
fn the_right_answer_is_not_always_at_the_same_place_and_another_seed_asks_other_things() {
    let plan = plan(Kind::Brand, Language::En);
    let asked: Vec<Question> = (0..300).flat_map(|seed| questions(&plan, seed)).collect();
    for place in 0..3 {
        let share = asked.iter().filter(|question| question.right == place).count();
        assert!((400..=800).contains(&share), "place {place}: {share} of {}", asked.len());
    }
    let marks: BTreeSet<String> = (0..300).map(|seed| mark(&questions(&plan, seed))).collect();
    assert!(marks.len() > 290, "{}", marks.len());
}

#[test]
fn what_is_answered_is_counted_and_what_nobody_offered_is_refused() {
    let asked = questions(&plan(Kind::Shop, Language::Nl), 7);
    let right: Vec<usize> = asked.iter().map(|question| question.right).collect();
    assert_eq!(correct(&asked, &right), Some(6));
    assert_eq!(correct(&asked, &right[..2]), Some(2));
    let wrong: Vec<usize> = asked.iter().map(|question| (question.right + 1) % question.answers.len()).collect();
    assert_eq!(correct(&asked, &wrong), Some(0));
    assert_eq!(correct(&asked, &[3]), None);
}

#[test]
fn a_plan_that_tells_staff_nothing_asks_nothing_and_a_small_one_what_it_states() {
    assert_eq!(questions(&read("[plan]\ntitle = \"x\"\n", None).0, 1), []);
    let small = "[plan]\nlanguages = [\"en\"]\n[conduct]\ndo = [\"Listen.\"]\n";
    let small = read(small, None).0;
    let asked = questions(&small, 1);
    assert_eq!(asked.len(), 1);
    holds("small", &small, &asked[0]);
    // One sign of two scenarios has two right answers, so nobody asks for it.
    let twice = "[plan]\nlanguages = [\"en\"]\n[conduct]\n[scenario.a]\ntitle = \"A\"\nsigns = [\"smoke\", \"a\"]\n\
                 [scenario.b]\ntitle = \"B\"\nsigns = [\"smoke\"]\n";
    let twice = read(twice, None).0;
    for seed in 0..20 {
        let signs: Vec<Ask> = questions(&twice, seed).into_iter().map(|question| question.ask).collect();
        assert_eq!(signs, [Ask::Sign("a".to_owned())]);
    }
}

#[test]
fn every_reflex_is_wrong_somewhere() {
    let mut seen = BTreeSet::new();
    for (_, plan) in ships().filter(|(at, _)| at == "en/shop" || at == "en/brand") {
        for question in (0..600).flat_map(|seed| questions(&plan, seed)) {
            seen.extend(question.answers.into_iter().filter_map(|answer| match answer {
                Answer::Reflex(reflex) => Some(reflex),
                _ => None,
            }));
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), Reflex::ALL);
}

fn word() -> impl Strategy<Value = String> {
    "[ab{]"
}

proptest! {
    #[test]
    fn of_any_plan_each_question_has_one_right_answer(
        people in prop::collection::vec(word(), 1..4),
        scenarios in prop::collection::vec((word(), prop::collection::vec(word(), 0..3), prop::option::of(word())), 0..4),
        rules in prop::collection::vec(word(), 0..3),
        seed: u64,
    ) {
        let mut text = String::from("[plan]\nlanguages = [\"en\"]\n[role.lead]\npeople = [\"p0\"]\n");
        text += &format!("[conduct]\ndo = {rules:?}\ntell = \"lead\"\n");
        for (n, name) in people.iter().enumerate() {
            text += &format!("[person.p{n}]\nname = {name:?}\n");
        }
        for (n, (title, signs, safety)) in scenarios.iter().enumerate() {
            text += &format!("[scenario.s{n}]\ntitle = {title:?}\nsigns = {signs:?}\n");
            text += &safety.as_ref().map(|safety| format!("safety = {safety:?}\n")).unwrap_or_default();
        }
        let plan = read(&text, None).0;
        let asked = questions(&plan, seed);
        prop_assert_eq!(&asked, &questions(&plan, seed));
        for question in &asked {
            let stated = question.answers.iter().filter(|answer| states(&plan, &question.ask, answer)).count();
            prop_assert_eq!(stated, 1, "{:?}", question);
            let each = |one: &Answer| question.answers.iter().filter(|other| *other == one).count() == 1;
            prop_assert!(question.answers.iter().all(each), "{:?}", question);
            prop_assert!(states(&plan, &question.ask, &question.answers[question.right]));
        }
    }
}
