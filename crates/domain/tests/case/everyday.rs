//! Everyday replies, outside a case: one person when the check found nothing, else two eyes; stamped and sent as in a case.

use crate::desk::{AISHA, Chance, JEANNE, PAUL, Room, capture, key, minutes, noon, party, text, words};
use vigie_domain::case::event::*;
use vigie_domain::case::state::Stage;
use vigie_domain::case::{Actor, Command, Entry, Event, Refusal, State, Words, decide_everyday};
use vigie_domain::id::{AccountId, MentionId, PersonId};
use vigie_domain::organisation::Role;
use vigie_domain::plan::{Channel, Plan, read};
use vigie_domain::setup::Size;

const MENTION: MentionId = MentionId(9);
const CLEAN: Checked = Checked { version: 1, stops: 0, warnings: 0 };

/// One mention and its log, at the team's desk.
#[derive(Clone)]
struct Answer(Room);

impl Answer {
    fn new() -> Self {
        Self(Room::team())
    }

    fn claimed() -> Self {
        let mut answer = Self::new();
        answer.by(PAUL, Command::Claim { mention: MENTION, published: noon(), channel: None }).unwrap();
        answer
    }

    fn ask(&mut self, by: Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        let role = by.party().map(|_| Role::SocialManager);
        let events = decide_everyday(&self.0.state, &self.0.desk(by, role), command)?;
        for event in &events {
            let entry = Entry { at: self.0.now, by, event: event.clone() };
            self.0.state.apply(&entry);
            self.0.log.push(entry);
        }
        // The same a second time changes nothing.
        let again = decide_everyday(&self.0.state, &self.0.desk(by, role), command);
        assert!(again.is_err() || again == Ok(vec![]), "{command:?}: {again:?}");
        Ok(events)
    }

    fn by(&mut self, person: i64, command: Command) -> Result<Vec<Event>, Refusal> {
        self.ask(Actor::Member(PersonId(person)), &command)
    }

    fn drafted(&mut self, by: i64, found: Checked) -> u32 {
        let reply = Words { target: Target::Mention(MENTION), ..words("Thank you, Piet. Please call me. Paul") };
        let name = format!("reply-{}", self.0.log.len());
        self.by(by, Command::Draft { key: key(&name), form: Form::Reply, words: reply, corrects: None, about: None })
            .unwrap();
        let draft = *self.0.state.drafts.last_key_value().unwrap().0;
        self.check(draft, found);
        draft
    }

    fn check(&mut self, draft: u32, found: Checked) {
        let binding = self.0.binding(draft);
        self.ask(Actor::House, &Command::Check { draft, binding, found }).unwrap();
    }

    fn submit(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        self.by(by, Command::Submit { draft, binding: self.0.binding(draft), despite: Some(text("why")) })
    }

    fn alone(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        let shown = self.0.state.drafts[&draft].checked;
        self.by(by, Command::ReleaseAlone { draft, binding: self.0.binding(draft), shown })
    }

    fn approve(&mut self, by: i64, draft: u32) -> Result<Vec<Event>, Refusal> {
        self.by(by, Command::Approve { draft, binding: self.0.binding(draft) })
    }
}

#[test]
fn one_person_answers_when_the_check_found_nothing() {
    let mut answer = Answer::claimed();
    let draft = answer.drafted(PAUL, CLEAN);
    let binding = answer.0.binding(draft);
    answer.submit(PAUL, draft).unwrap();
    assert!(answer.0.state.drafts[&draft].rule.as_ref().is_some_and(|rule| rule.alone));
    assert_eq!(answer.alone(AISHA, draft), Err(Refusal::NotAlone));
    answer.alone(PAUL, draft).unwrap();
    answer.by(PAUL, Command::Send { draft, binding, promise: None }).unwrap();
    answer.0.now += minutes(1);
    answer.ask(Actor::House, &Command::Try { draft }).unwrap();
    let outcome = Outcome::Sent { receipt: text("link") };
    answer.ask(Actor::House, &Command::Came { draft, attempt: 1, outcome }).unwrap();
    let kinds: Vec<String> = answer.0.log.iter().map(|entry| entry.event.kind()).collect();
    assert_eq!(
        kinds,
        [
            "mention.claimed",
            "speech.drafted",
            "speech.checked",
            "speech.submitted",
            "speech.released",
            "speech.intended",
            "speech.trying",
            "speech.came"
        ]
    );
    // A second text to the same mention is refused, here as in a case.
    let second = answer.drafted(PAUL, CLEAN);
    answer.submit(PAUL, second).unwrap();
    answer.alone(PAUL, second).unwrap();
    let binding = answer.0.binding(second);
    assert_eq!(answer.by(PAUL, Command::Send { draft: second, binding, promise: None }), Err(Refusal::Answered(draft)));
}

#[test]
fn where_the_check_found_something_or_did_not_read_it_two_are_asked() {
    let found = [
        Checked { warnings: 1, ..CLEAN },
        Checked { stops: 1, ..CLEAN },
        Checked { version: 0, stops: 0, warnings: 0 },
    ];
    for found in found {
        let mut answer = Answer::claimed();
        let draft = answer.drafted(PAUL, found);
        answer.submit(PAUL, draft).unwrap();
        assert_eq!(answer.alone(PAUL, draft), Err(Refusal::NotAlone), "{found:?}");
        assert_eq!(answer.approve(PAUL, draft), Err(Refusal::Own));
        answer.approve(JEANNE, draft).unwrap();
        assert_eq!(answer.0.state.drafts[&draft].stage, Stage::Released(Release::Approved));
    }
    // What the check finds after it was submitted counts.
    let mut answer = Answer::claimed();
    let draft = answer.drafted(PAUL, CLEAN);
    answer.submit(PAUL, draft).unwrap();
    answer.check(draft, Checked { version: 2, stops: 0, warnings: 1 });
    assert_eq!(answer.alone(PAUL, draft), Err(Refusal::NotAlone));
    assert!(answer.approve(JEANNE, draft).is_ok());
    // Without a rule in the plan nobody is the second.
    let mut answer = Answer::claimed();
    answer.0.plan.approvals.clear();
    let draft = answer.drafted(PAUL, Checked { warnings: 1, ..CLEAN });
    assert_eq!(answer.submit(PAUL, draft), Err(Refusal::NoRule));
    answer.check(draft, CLEAN);
    answer.submit(PAUL, draft).unwrap();
    assert!(answer.alone(PAUL, draft).is_ok());
}

#[test]
fn the_agency_answers_alone_by_its_mandate_only() {
    let agency = |day: &str| -> Plan {
        let team = crate::desk::team_plan().replace("size = \"team\"", "size = \"agency\"");
        let mut plan = read(&format!("{team}\n[mandate]\nday = [{day}]\n"), None).0;
        plan.people.iter_mut().for_each(|person| person.body.of_agency = person.id != "aisha");
        assert_eq!(plan.size, Size::Agency);
        plan
    };
    for (day, may) in [("\"reply\"", true), ("\"release\"", true), ("\"watch\"", false), ("", false)] {
        let mut answer = Answer::claimed();
        answer.0.plan = agency(day);
        let draft = answer.drafted(PAUL, CLEAN);
        answer.submit(PAUL, draft).unwrap();
        assert_eq!(answer.alone(PAUL, draft).is_ok(), may, "{day}");
        if !may {
            assert_eq!(answer.alone(PAUL, draft), Err(Refusal::Mandate));
            // The client says yes.
            answer.approve(AISHA, draft).unwrap();
            assert_eq!(answer.0.state.drafts[&draft].stage, Stage::Released(Release::Approved));
        }
    }
}

#[test]
fn what_belongs_to_a_case_is_asked_of_one() {
    let mut answer = Answer::claimed();
    for command in [
        Command::Step { to: Step::Crisis, why: None },
        Command::Promise { until: noon() + minutes(60) },
        Command::Freeze { key: key("f"), accounts: vec![], unmapped: 0 },
        Command::State { key: key("s"), status: FactStatus::Unknown, text: text("t"), source: None, capture: None },
    ] {
        assert_eq!(answer.by(JEANNE, command), Err(Refusal::NotOpen));
    }
    // Everybody is told nothing here, nor from another brand's account, nor by who does not hold it.
    let draft = |form, words| Command::Draft { key: key("d"), form, words, corrects: None, about: None };
    assert_eq!(answer.by(PAUL, draft(Form::Statement, words("We."))), Err(Refusal::ToAll));
    assert_eq!(answer.by(PAUL, draft(Form::Reply, words("We."))), Err(Refusal::ToAll));
    let to = |mention, account| Words { target: Target::Mention(MentionId(mention)), account, ..words("We.") };
    assert_eq!(answer.by(PAUL, draft(Form::Reply, to(9, AccountId(99)))), Err(Refusal::Account));
    assert_eq!(answer.by(AISHA, draft(Form::Reply, to(9, AccountId(7)))), Err(Refusal::HeldBy(party(PAUL))));
    assert_eq!(answer.by(PAUL, draft(Form::Reply, to(10, AccountId(7)))), Err(Refusal::ClaimFirst(MentionId(10))));
    let reader = decide_everyday(
        &answer.0.state,
        &answer.0.desk(Actor::Member(PersonId(PAUL)), Some(Role::ReadOnly)),
        &Command::LetGo { mention: MENTION },
    );
    assert_eq!(reader, Err(Refusal::Role));
    // The two exits are there too.
    let exit = Exit::AgainstRules(Platform::Spam);
    assert!(
        answer.by(PAUL, Command::Leave { mention: MENTION, exit, capture: capture("raw"), why: text("why") }).is_ok()
    );
}

#[test]
fn a_reply_has_its_window_by_the_plans_hours() {
    let windows = "\n[clock.reply]\nkind = \"reply\"\ndue = \"2 h\"\nowner = \"lead\"\nfallback = \"aisha\"\npauses_at_night = true\n";
    let mut answer = Answer::new();
    answer.0.plan = read(&(crate::desk::team_plan() + windows), None).0;
    // Nine in the evening in Paris: one hour is left of the day.
    answer.0.now = "2026-11-24T20:00:00Z".parse().unwrap();
    let published = answer.0.now;
    answer.by(PAUL, Command::Claim { mention: MENTION, published, channel: Some(Channel::X) }).unwrap();
    let (_, clock) = answer.0.state.open_clock(&ClockOf::Reply(MENTION)).unwrap();
    assert_eq!(clock.terms.due, "2026-11-25T07:00:00Z".parse().unwrap());
    assert_eq!(clock.terms.rests.as_deref(), Some("Europe/Paris"));
}

#[test]
fn whatever_is_pressed_nothing_goes_out_that_nobody_may_release() {
    let mut tried = 0;
    for seed in 0..150 {
        let mut chance = Chance(seed);
        let mut answer = Answer::claimed();
        for _ in 0..120 {
            let person = [JEANNE, PAUL, AISHA][chance.below(3)];
            let draft = u32::try_from(1 + chance.below(3)).unwrap();
            let Some(found) = answer.0.state.drafts.get(&draft) else {
                let found = Checked { warnings: u32::try_from(chance.below(2)).unwrap(), ..CLEAN };
                answer.drafted(PAUL, found);
                continue;
            };
            let binding = found.binding;
            let _ = match chance.below(8) {
                0 => answer.submit(person, draft),
                1 => answer.alone(person, draft),
                2 => answer.approve(person, draft),
                3 => answer.by(person, Command::Send { draft, binding, promise: None }),
                4 => {
                    let warnings = u32::try_from(chance.below(2)).unwrap();
                    answer.check(draft, Checked { version: 3, stops: 0, warnings });
                    Ok(vec![])
                }
                5 if chance.below(4) == 0 => {
                    let reply = Words { target: Target::Mention(MENTION), ..words("Please write to me.") };
                    answer.by(PAUL, Command::Revise { draft, words: reply, before: None })
                }
                _ => {
                    answer.0.now += minutes(1);
                    answer.ask(Actor::House, &Command::Try { draft })
                }
            };
        }
        // Read again by who knows nothing of stages: the findings that stood when it was released, who wrote it, who released it.
        let mut checked = std::collections::BTreeMap::new();
        let mut released = std::collections::BTreeMap::new();
        let mut yes = std::collections::BTreeSet::new();
        for entry in &answer.0.log {
            match &entry.event {
                Event::Speech(SpeechEvent::Checked { draft, found, .. }) => drop(checked.insert(*draft, *found)),
                Event::Speech(SpeechEvent::Revised { draft, .. }) => {
                    checked.remove(draft);
                    released.remove(draft);
                    yes.retain(|(of, _)| of != draft);
                }
                Event::Speech(SpeechEvent::Approved { draft, .. }) => drop(yes.insert((*draft, entry.by))),
                Event::Speech(SpeechEvent::Released { draft, how, .. }) => {
                    let clean = checked.get(draft).is_some_and(|found| found.warnings + found.stops == 0);
                    let author = entry.by == Actor::Member(PersonId(PAUL));
                    let two =
                        [JEANNE, AISHA].iter().any(|lead| yes.contains(&(*draft, Actor::Member(PersonId(*lead)))));
                    assert!(if *how == Release::SelfReleased { clean && author } else { two }, "seed {seed}: {how:?}");
                    released.insert(*draft, ());
                }
                Event::Speech(SpeechEvent::Trying { draft, .. }) => {
                    assert!(released.contains_key(draft), "seed {seed}");
                    tried += 1;
                }
                _ => {}
            }
        }
        assert_eq!(State::of(&answer.0.log), answer.0.state);
    }
    assert!(tried > 30, "{tried}: too few to have tried anything");
}

#[test]
fn whatever_way_it_goes_one_text_answers_and_only_who_holds_it_sends() {
    let mut answer = Answer::claimed();
    let by_hand =
        || Words { target: Target::ByHand(Channel::Review), ..words("Thank you, Piet. Please call me. Paul") };
    let draft = |name: &str| Command::Draft {
        key: key(name),
        form: Form::Reply,
        words: by_hand(),
        corrects: None,
        about: None,
    };
    // Nobody else's to write, wherever it would go.
    assert!(matches!(answer.by(AISHA, draft("other")), Err(Refusal::HeldBy(_))));
    for name in ["one", "two"] {
        answer.by(PAUL, draft(name)).unwrap();
        let number = *answer.0.state.drafts.last_key_value().unwrap().0;
        answer.check(number, CLEAN);
        answer.submit(PAUL, number).unwrap();
        answer.alone(PAUL, number).unwrap();
    }
    let copied = |answer: &Answer, draft| Command::Copied {
        draft,
        binding: answer.0.binding(draft),
        receipt: text("link"),
        promise: None,
    };
    assert!(matches!(answer.by(AISHA, copied(&answer, 1)), Err(Refusal::HeldBy(_))));
    answer.by(PAUL, copied(&answer, 1)).unwrap();
    assert!(answer.0.state.clocks.values().all(|clock| !clock.is_open()), "its clock is met");
    assert_eq!(answer.by(PAUL, copied(&answer, 2)), Err(Refusal::Answered(1)));
    // Nor by another way.
    let third = answer.drafted(PAUL, CLEAN);
    answer.submit(PAUL, third).unwrap();
    answer.alone(PAUL, third).unwrap();
    let binding = answer.0.binding(third);
    assert_eq!(answer.by(PAUL, Command::Send { draft: third, binding, promise: None }), Err(Refusal::Answered(1)));
}
