//! Erasure in a case: the owner's, who says why, or what the house's rules erased elsewhere. What remains proves itself.

use crate::rig::Rig;
use domain::case::event::Step;
use domain::case::{Refusal, verify};
use domain::id::{CaseId, MentionId};
use domain::organisation::Role;
use domain::retention::{Days, Retention};
use jiff::SignedDuration;
use vigie_engine::case::{Alarm, Ask, Caller, CaseError, answer, ask, crisis, export, forget, house_key, room};
use vigie_engine::retain;

impl Rig {
    async fn called_for(&self, mention: MentionId) -> CaseId {
        let alarm = Alarm { caller: Caller::Mention(mention), ..self.alarm("tap-1") };
        crisis(&self.waking, self.organisation, (self.anna, Role::Owner), &alarm).await.unwrap().case
    }

    async fn told_anna(&self, case: CaseId, asked: Ask) {
        ask(&self.waking, self.organisation, case, (self.anna, Role::Owner), asked).await.unwrap();
    }
}

const CANARY: &str = "The soup at Dunes made Pietje Vogelzang ill.";

#[tokio::test]
async fn an_owner_erases_with_a_reason_and_the_folder_still_holds() {
    let rig = Rig::shop().await;
    let mention = rig.mention(CANARY).await;
    let case = rig.called_for(mention).await;
    let note = Ask::Note {
        key: crate::rig::key("n"),
        text: "Pietje Vogelzang called us".to_owned(),
        visibility: domain::case::event::Visibility::Internal,
        mentions: Vec::new(),
    };
    rig.told_anna(case, note).await;
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let text = open.state.notes[&1].text;
    let before = export(&rig.waking, rig.organisation, case, Role::Owner).await.unwrap();
    assert_eq!(before.captures.len(), 1);
    let erase = || Ask::Erase {
        texts: vec![text],
        captures: Vec::new(),
        mention: Some(mention),
        why: "asked by the person on 24 November".to_owned(),
    };
    let refused = ask(&rig.waking, rig.organisation, case, (rig.ben, Role::SocialManager), erase()).await;
    assert!(matches!(refused, Err(CaseError::Refused(Refusal::Role))), "{refused:?}");
    let by = (rig.anna, Role::Owner);
    let nothing = Ask::Erase { texts: vec![], captures: vec![], mention: Some(MentionId(99)), why: "x".to_owned() };
    assert!(ask(&rig.waking, rig.organisation, case, by, nothing).await.is_err());
    rig.told_anna(case, erase()).await;
    let again = ask(&rig.waking, rig.organisation, case, by, erase()).await.unwrap();
    assert_eq!(again.happened, Vec::<String>::new());
    let dump = rig.waking.world.store.dump().await.unwrap();
    let there: Vec<&str> =
        dump.lines().filter(|line| line.starts_with("case_") && line.contains("Vogelzang")).collect();
    assert!(there.is_empty(), "{there:?}");
    assert!(dump.contains("asked by the person"), "the reason stays");
    let after = export(&rig.waking, rig.organisation, case, Role::Owner).await.unwrap();
    assert!(after.captures.is_empty());
    // With the key, and with the head that was handed out before: nothing earlier changed.
    let found = verify(&after.folder, Some(house_key(&rig.waking.secret)), Some(before.head)).unwrap();
    assert_eq!((found.erased.len(), found.erased_captures.len()), (1, 1));
    assert!(found.missing_texts.is_empty() && found.missing_captures.is_empty());
    assert!(found.still_there.is_empty() && found.still_captured.is_empty());
}

#[tokio::test]
async fn what_the_rules_erased_goes_from_cases_that_are_over() {
    let rig = Rig::shop().await;
    let mention = rig.mention(CANARY).await;
    let case = rig.called_for(mention).await;
    let all = Days { text_days: Some(30), author_days: Some(30) };
    let days = Retention { all, evidence_days: Some(31), ..Retention::default() };
    retain::set_rules(&rig.waking.world, rig.organisation, &days, None).await.unwrap();
    rig.pass(SignedDuration::from_hours(100 * 24));
    retain::pass(&rig.waking.world).await.unwrap();
    let store = &rig.waking.world.store;
    let (texts, _) = store.erased_mentions(rig.organisation, &[mention]).await.unwrap();
    assert_eq!(texts.len(), 1, "the post itself is gone");
    forget(&rig.waking).await.unwrap();
    assert_eq!(store.case_captures(rig.organisation, case).await.unwrap().len(), 1, "an open case keeps its evidence");
    for task in room(&rig.waking.world, rig.organisation, case).await.unwrap().state.tasks.into_keys() {
        rig.told_anna(case, Ask::SetAside { task, why: "no".to_owned() }).await;
    }
    for to in [Step::FollowUp, Step::Closed] {
        rig.told_anna(case, Ask::Step { to, why: Some("over".to_owned()) }).await;
    }
    forget(&rig.waking).await.unwrap();
    forget(&rig.waking).await.unwrap();
    assert_eq!(store.case_captures(rig.organisation, case).await.unwrap(), []);
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    assert_eq!(open.records.iter().filter(|record| record.kind == "course.cleared").count(), 1);
    let found = export(&rig.waking, rig.organisation, case, Role::Owner).await.unwrap();
    let found = verify(&found.folder, Some(house_key(&rig.waking.secret)), None).unwrap();
    assert_eq!((found.erased_captures.len(), found.missing_captures.len()), (1, 0));
}

#[tokio::test]
async fn what_everyday_answers_captured_goes_with_the_post_unless_a_case_cites_it() {
    let rig = Rig::shop().await;
    let (mine, cited) = (rig.mention(CANARY).await, rig.mention("Dunes closed early again on Sunday.").await);
    let mut logs = Vec::new();
    for mention in [mine, cited] {
        let by = (rig.ben, Role::SocialManager);
        let asked = Ask::Capture { mention };
        logs.push(answer(&rig.waking, rig.organisation, mention, by, asked).await.unwrap().case);
    }
    rig.called_for(cited).await;
    let store = &rig.waking.world.store;
    let kept = async || {
        let mut kept = Vec::new();
        for log in &logs {
            kept.push(store.case_captures(rig.organisation, *log).await.unwrap().len());
        }
        kept
    };
    forget(&rig.waking).await.unwrap();
    assert_eq!(kept().await, [1, 1], "what is there is captured");
    let all = Days { text_days: Some(30), author_days: Some(30) };
    let days = Retention { all, evidence_days: Some(31), ..Retention::default() };
    retain::set_rules(&rig.waking.world, rig.organisation, &days, None).await.unwrap();
    rig.pass(SignedDuration::from_hours(100 * 24));
    retain::pass(&rig.waking.world).await.unwrap();
    forget(&rig.waking).await.unwrap();
    forget(&rig.waking).await.unwrap();
    assert_eq!(kept().await, [0, 1]);
    let open = room(&rig.waking.world, rig.organisation, logs[0]).await.unwrap();
    assert_eq!(open.records.iter().filter(|record| record.kind == "course.cleared").count(), 1, "and its log says so");
    assert!(!store.dump().await.unwrap().contains("Vogelzang"));
}
