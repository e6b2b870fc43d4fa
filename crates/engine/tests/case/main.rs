//! The case room over a real store: opened, decided, sent once, told, exported.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod about;
mod agency;
mod by_hand;
mod carriers;
mod earlier;
mod erase;
mod everyday;
mod first;
mod follow;
mod heads;
mod letter;
mod looked;
mod rig;
mod sense;
mod stories;

use domain::case::event::{Form, HoldOutcome, Left, Step, Target, Thaw, Visibility};
use domain::case::state::Stage;
use domain::case::{Actor, Command, Refusal, Words, verify};
use domain::id::{MentionId, PersonId};
use domain::organisation::Role;
use jiff::SignedDuration;
use rig::{Rig, key};
use text::Language;
use vigie_engine::case::{
    Ask, CaseError, Said, ThawError, act, ask, crisis, export, house_key, look_after, own_voice, room, seal,
    thaw as thaw_one,
};
use vigie_engine::team;

#[tokio::test]
async fn a_shop_alone_says_one_true_thing_with_no_known_fact() {
    let rig = Rig::shop().await;
    let opened = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &rig.alarm("tap-1")).await.unwrap();
    let room_now = room(&rig.waking.world, rig.organisation, opened.case).await.unwrap();
    let (number, draft) = room_now.state.drafts.first_key_value().unwrap();
    let (number, binding) = (*number, draft.binding);
    assert_eq!((draft.form, draft.wording.blanks), (Form::Holding, 0), "{:?}", room_now.text(draft.wording.text));
    assert_eq!(draft.checked.unwrap().stops, 0, "{:?}", room_now.text(draft.wording.text));
    assert_eq!(room_now.state.lead(), Some(rig.party(rig.anna)));
    rig.by(rig.anna, opened.case, Command::Submit { draft: number, binding, despite: None }).await.unwrap();
    let shown = draft.checked;
    rig.by(rig.anna, opened.case, Command::ReleaseAlone { draft: number, binding, shown }).await.unwrap();
    rig.by(rig.anna, opened.case, Command::Send { draft: number, binding, promise: None }).await.unwrap();
    rig.look(opened.case).await;
    let stage = rig.stage(opened.case, number).await;
    assert!(matches!(stage, Stage::Intended(_)), "ten seconds to undo: {stage:?}");
    rig.pass(SignedDuration::from_secs(11));
    rig.look(opened.case).await;
    rig.look(opened.case).await;
    let Stage::Sent(_, receipt) = rig.stage(opened.case, number).await else { panic!("it is not out") };
    let room_now = room(&rig.waking.world, rig.organisation, opened.case).await.unwrap();
    assert_eq!(room_now.text(receipt), Some(format!("https://vigie.example/updates/{}", rig.brand).as_str()));
    let tries = room_now.records.iter().filter(|record| record.kind == "speech.trying").count();
    assert_eq!(tries, 1);
    let exported = export(&rig.waking, rig.organisation, opened.case, Role::Owner).await.unwrap();
    let verified = verify(&exported.folder, Some(house_key(&rig.waking.secret)), None).unwrap();
    assert!(verified.missing_texts.is_empty() && verified.missing_captures.is_empty());
}

#[tokio::test]
async fn the_same_tap_twice_is_one_and_two_who_tap_at_once_open_one_case() {
    let rig = Rig::shop().await;
    let alarm = rig.alarm("tap-1");
    let first = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &alarm).await.unwrap();
    let again = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &alarm).await.unwrap();
    assert_eq!((again.case, again.version, again.happened.len()), (first.case, first.version, 0));
    let rig = Rig::shop().await;
    let (one, two) = (rig.alarm("tap-1"), rig.alarm("tap-2"));
    let by = (rig.anna, Role::Owner);
    let (one, two) =
        tokio::join!(crisis(&rig.waking, rig.organisation, by, &one), crisis(&rig.waking, rig.organisation, by, &two));
    assert_eq!(one.unwrap().case, two.unwrap().case);
    let cases = rig.waking.world.store.cases(rig.organisation, true, None, 9).await.unwrap();
    assert_eq!(cases.len(), 1);
    let room_now = room(&rig.waking.world, rig.organisation, cases[0].id).await.unwrap();
    assert_eq!(room_now.state.drafts.len(), 1, "one holding text");
}

#[tokio::test]
async fn of_many_who_claim_a_mention_at_once_one_has_it() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let (mention, published) = (MentionId(7), rig.waking.world.clock.now());
    let claims = (0..12).map(|n| {
        let person = if n % 2 == 0 { rig.anna } else { rig.ben };
        let rig = &rig;
        async move { (person, rig.by(person, case, Command::Claim { mention, published, channel: None }).await) }
    });
    let mut holders = Vec::new();
    for claim in futures(claims).await {
        match claim {
            (person, Ok(_)) => holders.push(person),
            (_, Err(CaseError::Refused(Refusal::HeldBy(_)))) => {}
            (_, Err(error)) => panic!("{error}"),
        }
    }
    holders.dedup();
    holders.sort_unstable();
    holders.dedup();
    assert_eq!(holders.len(), 1, "one person has it");
    let room_now = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let claimed = room_now.records.iter().filter(|record| record.kind == "mention.claimed").count();
    assert_eq!(claimed, 1);
}

/// All at once.
async fn futures<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut all: Vec<_> = all.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = all.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        let mut ready = true;
        for (future, slot) in all.iter_mut().zip(&mut done) {
            if slot.is_none() {
                match future.as_mut().poll(context) {
                    std::task::Poll::Ready(value) => *slot = Some(value),
                    std::task::Poll::Pending => ready = false,
                }
            }
        }
        if ready { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

#[tokio::test]
async fn a_refusal_keeps_nothing_and_what_was_said_stays_apart_from_the_log() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let before = rig.waking.world.store.dump().await.unwrap();
    let mut said = Said::default();
    let text = seal(&rig.waking.world, "a note that nobody keeps").unwrap();
    let reference = said.say(text);
    let note = Command::Retract { fact: 9, why: reference };
    let refused = act(&rig.waking, rig.organisation, case, &said, |turn| {
        turn.ask(Actor::Member(rig.anna), Some(Role::Owner), &note)
    });
    assert!(matches!(refused.await, Err(CaseError::Refused(Refusal::Missing { .. }))));
    assert_eq!(rig.waking.world.store.dump().await.unwrap(), before);
    let mut said = Said::default();
    let reference = said.say(seal(&rig.waking.world, "canary-7f3a").unwrap());
    let note = Command::Note { key: key("n"), text: reference, visibility: Visibility::Internal, mentions: vec![] };
    let kept = act(&rig.waking, rig.organisation, case, &said, |turn| {
        turn.ask(Actor::Member(rig.anna), Some(Role::Owner), &note)
    });
    kept.await.unwrap();
    let dump = rig.waking.world.store.dump().await.unwrap();
    let lines: Vec<&str> = dump.lines().filter(|line| line.contains("canary-7f3a")).collect();
    assert!(lines.len() == 1 && lines[0].starts_with("case_text"), "{lines:?}");
}

#[tokio::test]
async fn a_sender_that_died_leaves_a_text_of_which_nobody_knows() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let room_now = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let (draft, found) = room_now.state.drafts.first_key_value().unwrap();
    let (draft, binding, shown) = (*draft, found.binding, found.checked);
    rig.by(rig.anna, case, Command::Submit { draft, binding, despite: None }).await.unwrap();
    rig.by(rig.anna, case, Command::ReleaseAlone { draft, binding, shown }).await.unwrap();
    rig.by(rig.anna, case, Command::Send { draft, binding, promise: None }).await.unwrap();
    rig.pass(SignedDuration::from_secs(11));
    // A process writes down that it tries, and ends.
    act(&rig.waking, rig.organisation, case, &Said::default(), |turn| turn.house(&Command::Try { draft }))
        .await
        .unwrap();
    rig.look(case).await;
    assert!(matches!(rig.stage(case, draft).await, Stage::Trying(1)), "another process may still be at it");
    rig.pass(SignedDuration::from_mins(4));
    rig.look(case).await;
    assert!(matches!(rig.stage(case, draft).await, Stage::Unknown(1)));
    rig.pass(SignedDuration::from_mins(4));
    rig.look(case).await;
    assert!(matches!(rig.stage(case, draft).await, Stage::Unknown(1)), "nobody tries again before somebody looked");
}

#[tokio::test]
async fn a_team_sends_nothing_that_its_author_alone_approved_and_those_who_are_asked_hear_of_it() {
    let rig = Rig::team().await;
    let case = rig.open().await;
    let called = rig.told(rig.ben).await;
    assert!(called.iter().any(|body| body.contains("A crisis was opened")), "{called:?}");
    let mut said = Said::default();
    let text = seal(&rig.waking.world, "We have seen it and we are checking. News at 15:00. Anna").unwrap();
    said.say(text.clone());
    let words = Words {
        text,
        language: Language::En,
        target: Target::UpdatesPage,
        account: own_voice(rig.brand),
        subject: None,
        cites: vec![],
        posture: None,
        reply: None,
    };
    let draft = Command::Draft { key: key("d"), form: Form::Statement, words, corrects: None, about: None };
    rig.said(rig.anna, case, &said, draft).await.unwrap();
    let room_now = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let (number, found) = room_now.state.drafts.last_key_value().unwrap();
    let (draft, binding, shown) = (*number, found.binding, found.checked);
    let mut said = Said::default();
    let despite = Some(said.say(seal(&rig.waking.world, "it must go").unwrap()));
    rig.said(rig.anna, case, &said, Command::Submit { draft, binding, despite }).await.unwrap();
    for command in [
        Command::ReleaseAlone { draft, binding, shown },
        Command::Approve { draft, binding },
        Command::Send { draft, binding, promise: None },
    ] {
        let refused = rig.by(rig.anna, case, command.clone()).await;
        assert!(matches!(refused, Err(CaseError::Refused(_))), "{command:?}");
    }
    let asked = rig.told(rig.ben).await;
    assert!(asked.iter().any(|body| body.contains("waits for your approval")), "{asked:?}");
    assert!(!asked.iter().any(|body| body.contains("checking")), "no message quotes a draft: {asked:?}");
    rig.by(rig.ben, case, Command::Approve { draft, binding }).await.unwrap();
    assert!(matches!(rig.stage(case, draft).await, Stage::Released(_)));
}

#[tokio::test]
async fn a_clock_that_runs_out_is_told_once_to_the_next_and_a_case_that_ended_frees_its_brand() {
    let rig = Rig::team().await;
    let case = rig.open().await;
    rig.pass(SignedDuration::from_hours(3));
    rig.look(case).await;
    let once = rig.told(rig.ben).await.len();
    rig.look(case).await;
    assert_eq!(rig.told(rig.ben).await.len(), once, "a second look tells nobody anew");
    let said = &mut Said::default();
    let why = said.say(seal(&rig.waking.world, "a mistake").unwrap());
    let world = &rig.waking.world;
    team::review(world, rig.organisation, Some(rig.anna)).await.unwrap();
    rig.pass(SignedDuration::from_mins(1));
    let asked = async || team::team(world, rig.organisation).await.unwrap().is_to_be_reviewed(world.clock.now());
    assert!(!asked().await);
    for to in [Step::FollowUp, Step::Closed] {
        rig.said(rig.anna, case, said, Command::Step { to, why: Some(why) }).await.unwrap();
    }
    assert!(asked().await, "after each case it is asked whether the team is the right one");
    let not_ready = team::ready(world, rig.organisation).await.unwrap();
    assert!(not_ready.reasons.iter().any(|reason| reason.kind == domain::readiness::Kind::TeamNotReviewed));
    assert_eq!(rig.waking.world.store.open_case(rig.organisation, rig.brand).await.unwrap(), None);
    let another = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &rig.alarm("tap-9")).await.unwrap();
    assert_ne!(another.case, case);
}

#[tokio::test]
async fn another_organisation_sees_nothing() {
    let rig = Rig::shop().await;
    let case = rig.open().await;
    let other = rig.waking.world.store.create_organisation("Other", rig::start()).await.unwrap().id;
    assert!(room(&rig.waking.world, other, case).await.is_err());
    assert!(export(&rig.waking, other, case, Role::Owner).await.is_err());
    let alarm = rig.alarm("tap-2");
    assert!(crisis(&rig.waking, other, (PersonId(99), Role::Owner), &alarm).await.is_err());
    let file = rig.waking.world.store.case(rig.organisation, case).await.unwrap();
    let foreign = store::CaseFile { organisation: other, ..file };
    assert!(look_after(&rig.waking, &foreign).await.is_err());
}

#[tokio::test]
async fn a_crisis_holds_the_marketing_of_its_brand_and_says_so_when_every_post_is_accounted_for() {
    let rig = Rig::shop().await;
    let [plain, allowed] = [rig.scheduled(None).await, rig.scheduled(Some("safety")).await];
    let case = rig.open().await;
    let held = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let (_, lease) = held.state.lease().unwrap();
    assert_eq!(lease.confirmed, None, "the server's own queue was not seen yet");
    assert!(matches!(held.state.queue[&plain].outcome, HoldOutcome::Held { .. }), "{:?}", held.state.queue);
    assert_eq!(held.state.queue[&allowed].outcome, HoldOutcome::Left(Left::Allowed));
    rig.pass(SignedDuration::from_secs(5));
    rig.listed().await;
    rig.look(case).await;
    let confirmed = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert!(confirmed.state.lease().unwrap().1.confirmed.is_some());
    // What is scheduled later is caught.
    let late = rig.scheduled(None).await;
    rig.pass(SignedDuration::from_mins(2));
    rig.look(case).await;
    let caught = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert!(matches!(caught.state.queue[&late].outcome, HoldOutcome::Held { .. }), "{:?}", caught.state.queue);
    // Let go one by one, after the freeze: here and in the queue.
    let by = (rig.anna, Role::Owner);
    let thaw = || Ask::Thaw { post: plain, thaw: Thaw::Withdraw };
    ask(&rig.waking, rig.organisation, case, by, Ask::Lift).await.unwrap();
    ask(&rig.waking, rig.organisation, case, by, thaw()).await.unwrap();
    ask(&rig.waking, rig.organisation, case, by, thaw()).await.unwrap();
    let row = rig.waking.world.store.scheduled(rig.organisation, plain).await.unwrap();
    assert_eq!(row.state, domain::marketing::State::Withdrawn);
    let row = rig.waking.world.store.scheduled(rig.organisation, late).await.unwrap();
    assert_eq!(row.state, domain::marketing::State::Held, "nothing goes out by itself");
    // What is decided over the queue is decided in the case: its log knows by whom, and what the case refuses stays held.
    let soon = Thaw::Reschedule(row.due + SignedDuration::from_hours(1));
    let stale = thaw_one(&rig.waking, rig.organisation, by, (late, row.version - 1), soon).await;
    assert!(matches!(stale, Err(ThawError::Post(_))), "{stale:?}");
    let past = Thaw::Reschedule(rig.waking.world.clock.now());
    let refused = thaw_one(&rig.waking, rig.organisation, by, (late, row.version), past).await;
    assert!(matches!(refused, Err(ThawError::Case(CaseError::Refused(Refusal::Time)))), "{refused:?}");
    let queued = thaw_one(&rig.waking, rig.organisation, by, (late, row.version), soon).await.unwrap();
    assert_eq!(queued.state, domain::marketing::State::Queued);
    let told = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!(told.state.queue[&late].thaw, Some(soon));
    let last = told.entries.last().unwrap();
    assert_eq!((last.by, last.event.kind()), (Actor::Member(rig.anna), "freeze.thawed".to_owned()));
}
