//! What waits in the outbox: still wanted, or silent by now.

use crate::desk::{Call, Desk, ack, alert, awake, ladder, minutes, recipient, start, town};
use vigie_domain::id::PersonId;
use vigie_domain::waking::{Budget, Command, Outcome, Recipient, Rules, Standing, TargetKind};

fn standing(desk: &Desk, call: &Call) -> Standing {
    desk.book.standing(&desk.rules, &call.key, &call.target)
}

/// Person 1 alone, by a telephone and by mail.
fn alone(budget: Budget) -> Rules {
    let mut rules = awake(town());
    let mut one = Recipient { budget, ..recipient(&[1, 2, 3], &["push", "mail"]) };
    one.targets[1].kind = TargetKind::Mail;
    rules.recipients = [(PersonId(1), one)].into();
    for rungs in rules.ladders.values_mut() {
        *rungs = ladder(&[&[1]]);
    }
    rules
}

#[test]
fn a_call_is_wanted_as_long_as_its_story_may_call() {
    let (mut desk, t) = (Desk::new(awake(town())), start());
    desk.tell(&Command::Raised(alert(0, t, 20)), t);
    desk.pass(t, t + minutes(1));
    let call = desk.calls().remove(0);
    assert_eq!(standing(&desk, &call), Standing::Wanted(t + minutes(30)));
    let mut later = alert(0, t, 40);
    later.until = t + minutes(90);
    desk.tell(&Command::Grew(later), t + minutes(20));
    assert_eq!(standing(&desk, &call), Standing::Wanted(t + minutes(90)), "it goes on");
    // Whoever belongs there no more is not told.
    let mut gone = Desk::new(desk.rules.clone());
    gone.book = desk.book.clone();
    gone.rules.recipients.remove(&call.key.person);
    assert_eq!(standing(&gone, &call), Standing::Silent);
    desk.tell(&ack("0-mentions-0", 2, t + minutes(25)), t + minutes(25));
    assert_eq!(standing(&desk, &call), Standing::Silent, "somebody has it");
}

#[test]
fn one_organisations_answer_leaves_anothers_call() {
    // Person 1 is called for organisations 1 and 2 by one message; person 2 answers for the first alone.
    let (mut desk, t) = (Desk::new(awake(town())), start());
    for brand in [0, 1] {
        desk.tell(&Command::Raised(alert(brand, t, 20)), t);
    }
    desk.pass(t, t + minutes(1));
    let call = desk.calls().into_iter().find(|call| call.person() == 1).unwrap();
    assert_eq!(call.reasons(), [0, 1]);
    desk.tell(&ack("0-mentions-0", 2, t + minutes(2)), t + minutes(2));
    assert!(matches!(standing(&desk, &call), Standing::Wanted(_)));
    assert!(!desk.book.is_silent(&desk.rules, &call.key.story, PersonId(1)));
    desk.tell(&ack("1-mentions-0", 3, t + minutes(3)), t + minutes(3));
    assert_eq!(standing(&desk, &call), Standing::Silent);
    assert!(desk.book.is_silent(&desk.rules, &call.key.story, PersonId(1)));
}

#[test]
fn a_mail_that_was_taken_does_not_silence_the_telephone() {
    let (mut desk, t) = (Desk::new(alone(Budget { half_hour: 9, day: 9, brand_day: 9 })), start());
    desk.tell(&Command::Raised(alert(0, t, 20)), t);
    desk.pass(t, t + minutes(1));
    let push = desk.calls().remove(0);
    desk.came(&push, Outcome::Failed, t + minutes(1));
    let mail = desk.calls().remove(1);
    assert_eq!((push.target.as_str(), mail.target.as_str()), ("push", "mail"));
    desk.came(&mail, Outcome::Delivered, t + minutes(1));
    assert!(matches!(standing(&desk, &push), Standing::Wanted(_)), "a mail wakes nobody");
    desk.rules.recipients.get_mut(&PersonId(1)).unwrap().targets[1].kind = TargetKind::Ntfy;
    assert_eq!(standing(&desk, &push), Standing::Silent, "it rang");
}

#[test]
fn a_call_that_names_another_story_is_wanted_for_its_sake() {
    let (mut desk, t) = (Desk::new(alone(Budget { half_hour: 1, day: 9, brand_day: 9 })), start());
    desk.tell(&Command::Raised(alert(0, t, 20)), t);
    desk.pass(t, t + minutes(1));
    // Two more stories: the first is held back, and named in the second's message when the half hour is over.
    for (brand, after) in [(3, 10), (6, 20)] {
        let mut other = alert(brand, t + minutes(after), 20);
        other.until = t + minutes(120);
        desk.tell(&Command::Raised(other), t + minutes(after));
    }
    desk.pass(t + minutes(20), t + minutes(34));
    let call = desk.calls().pop().unwrap();
    let named = call.message.also.iter().map(|also| also.brand.brand.0).collect::<Vec<_>>();
    assert_eq!((call.reasons().len(), named.len()), (1, 1), "{call:?}");
    // Its own story is answered; the other one is not.
    let own = call.reasons()[0];
    desk.tell(&ack(&format!("{own}-mentions-0"), 1, t + minutes(35)), t + minutes(35));
    let other_is_open = desk.book.unanswered_by(
        &desk.rules,
        &vigie_domain::waking::Subject::Signal(format!("{}-mentions-0", named[0])),
        PersonId(1),
        None,
    );
    assert_eq!(other_is_open.len(), 1);
    assert!(matches!(standing(&desk, &call), Standing::Wanted(_)));
}
