//! A reply of a case that goes elsewhere than under its mention answers it all the same: nobody answers it a second time, in the case or outside.

use crate::rig::{Rig, key};
use domain::case::Refusal;
use domain::case::event::Form;
use domain::id::{CaseId, MentionId, PersonId};
use domain::organisation::Role;
use domain::plan::Channel;
use jiff::SignedDuration;
use store::NewComplaint;
use vigie_engine::case::{Acted, Ask, CaseError, Text, To, answer, ask, contradicted, findings, room};
use vigie_engine::complaint::{Wanted, set_channel};

impl Rig {
    async fn asks_as(&self, person: PersonId, case: CaseId, asked: Ask) -> Result<Acted, CaseError> {
        ask(&self.waking, self.organisation, case, (person, Role::Owner), asked).await
    }

    /// Submitted and released by whoever is alone.
    async fn release(&self, case: CaseId, draft: u32) {
        let found = room(&self.waking.world, self.organisation, case).await.unwrap().state.drafts[&draft].clone();
        let (binding, shown) = (found.binding, found.checked);
        let despite = Some("as it is".to_owned());
        self.asks_as(self.anna, case, Ask::Submit { draft, binding, despite }).await.unwrap();
        self.asks_as(self.anna, case, Ask::ReleaseAlone { draft, binding, shown }).await.unwrap();
    }

    async fn last_draft(&self, case: CaseId) -> u32 {
        *room(&self.waking.world, self.organisation, case).await.unwrap().state.drafts.last_key_value().unwrap().0
    }
}

fn text(says: &str, to: To) -> Text {
    Text {
        text: says.to_owned(),
        language: "en".to_owned(),
        to,
        subject: None,
        account: None,
        cites: Vec::new(),
        posture: None,
        reply: None,
    }
}

fn reply(name: &str, to: To, about: Option<MentionId>) -> Ask {
    let words = text("Please write to me and I will answer you by 18:00. Anna", to);
    Ask::Draft { key: key(name), form: Form::Reply, words, corrects: None, about }
}

fn refused(came: Result<Acted, CaseError>) -> Refusal {
    match came {
        Err(CaseError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_review_that_a_case_answered_by_hand_is_answered_everywhere() {
    let rig = Rig::shop().await;
    let mention = rig.mention("One star: the soup at Dunes was cold.").await;
    let case = rig.open().await;
    let by_hand = || To::ByHand(Channel::Review);
    let unclaimed = rig.asks_as(rig.anna, case, reply("r1", by_hand(), Some(mention))).await;
    assert_eq!(refused(unclaimed), Refusal::ClaimFirst(mention));
    rig.asks_as(rig.anna, case, Ask::Claim { mention }).await.unwrap();
    rig.asks_as(rig.anna, case, reply("r1", by_hand(), Some(mention))).await.unwrap();
    let draft = rig.last_draft(case).await;
    rig.release(case, draft).await;
    let binding = room(&rig.waking.world, rig.organisation, case).await.unwrap().state.drafts[&draft].binding;
    let receipt = "https://reviews.example/1#answer".to_owned();
    rig.asks_as(rig.anna, case, Ask::Copied { draft, binding, receipt, promise: None }).await.unwrap();
    // Whoever lets it go does not unsay it: nobody takes it up outside.
    rig.asks_as(rig.anna, case, Ask::LetGo { mention }).await.unwrap();
    let by = (rig.ben, Role::SocialManager);
    let outside = answer(&rig.waking, rig.organisation, mention, by, Ask::Claim { mention }).await;
    assert_eq!(refused(outside), Refusal::Elsewhere);
}

#[tokio::test]
async fn an_answer_in_a_conversation_is_the_answer_to_its_complaint() {
    let rig = Rig::shop().await;
    let (case, world) = (rig.open().await, &rig.waking.world);
    set_channel(&rig.waking, rig.organisation, rig.brand, Wanted::default()).await.unwrap().unwrap();
    let new = NewComplaint {
        brand: rig.brand,
        digest: [1; 32],
        held: None,
        name: None,
        email: None,
        locale: "en".to_owned(),
        text: "The soup was cold.".to_owned(),
        files: Vec::new(),
        by_mail: None,
    };
    let (id, _) = world.store.file_complaint(rig.organisation, new, world.clock.now()).await.unwrap();
    let mention = rig.mention("The soup was cold, I complained.").await;
    // A complaint that is no mention yet is answered as ever; one that is, by whoever has claimed it.
    rig.asks_as(rig.anna, case, reply("c1", To::Conversation(id), None)).await.unwrap();
    let draft = rig.last_draft(case).await;
    assert_eq!(room(world, rig.organisation, case).await.unwrap().state.drafts[&draft].answers(), None);
    let unclaimed = rig.asks_as(rig.anna, case, reply("c2", To::Conversation(id), Some(mention))).await;
    assert_eq!(refused(unclaimed), Refusal::ClaimFirst(mention));
    rig.asks_as(rig.anna, case, Ask::Claim { mention }).await.unwrap();
    rig.asks_as(rig.anna, case, reply("c2", To::Conversation(id), Some(mention))).await.unwrap();
    let draft = rig.last_draft(case).await;
    assert_eq!(room(world, rig.organisation, case).await.unwrap().state.drafts[&draft].answers(), Some(mention));
}

#[tokio::test]
async fn what_contradicts_the_words_that_are_out_is_cited_and_passed_over_with_a_reason() {
    let rig = Rig::shop().await;
    let (case, world) = (rig.open().await, &rig.waking.world);
    let draft = |name: &str, says: &str| {
        let (key, form, words) = (key(name), Form::Statement, text(says, To::UpdatesPage));
        Ask::Draft { key, form, words, corrects: None, about: None }
    };
    rig.asks_as(rig.anna, case, draft("s1", "Batch 4012 was withdrawn from our shops. Anna")).await.unwrap();
    let said = rig.last_draft(case).await;
    rig.release(case, said).await;
    let binding = room(world, rig.organisation, case).await.unwrap().state.drafts[&said].binding;
    rig.asks_as(rig.anna, case, Ask::Send { draft: said, binding, promise: None }).await.unwrap();
    for _ in 0..3 {
        rig.pass(SignedDuration::from_mins(1));
        rig.look(case).await;
    }
    rig.asks_as(rig.anna, case, draft("s2", "Batch 4012 was not withdrawn from our shops. Anna")).await.unwrap();
    let new = rig.last_draft(case).await;
    let open = room(world, rig.organisation, case).await.unwrap();
    let all = contradicted(&open, new);
    let [found] = all.as_slice() else { panic!("{all:?} {:?}", open.state.drafts[&said].stage) };
    assert_eq!((found.against, found.passed_over), (said, false));
    assert!(found.said.ends_with("withdrawn") && found.here.ends_with("not withdrawn"), "{found:?}");
    let at = |place: usize| u32::try_from(place).unwrap();
    let pass = Ask::PassOver {
        draft: new,
        binding: open.state.drafts[&new].binding,
        against: said,
        said: at(found.apart.said.start),
        here: at(found.apart.here.start),
        why: "another delivery of that batch".to_owned(),
    };
    rig.asks_as(rig.anna, case, pass).await.unwrap();
    let open = room(world, rig.organisation, case).await.unwrap();
    assert!(contradicted(&open, new)[0].passed_over);
    assert_eq!(open.records.last().unwrap().kind, "speech.passed_over");
    assert!(open.texts.values().any(|text| text == "another delivery of that batch"));
}

#[tokio::test]
async fn the_subject_of_a_letter_is_read_by_the_wording_check() {
    let rig = Rig::shop().await;
    let (case, world) = (rig.open().await, &rig.waking.world);
    let says = "We have read your questions and we are checking the batch. News by 15:00. Anna";
    let mut found = Vec::new();
    for (name, subject) in [("l1", "Your questions of Monday"), ("l2", "You are a pathetic liar, {name}!!!")] {
        let words = Text { subject: Some(subject.to_owned()), ..text(says, To::Mail("vos@paper.example".to_owned())) };
        let draft = Ask::Draft { key: key(name), form: Form::Statement, words, corrects: None, about: None };
        rig.asks_as(rig.anna, case, draft).await.unwrap();
        let open = room(world, rig.organisation, case).await.unwrap();
        let draft = open.state.drafts[&rig.last_draft(case).await].clone();
        let all = findings(world, &open, &draft).await.unwrap();
        let subject: Vec<String> = all.into_iter().filter(|one| one.in_subject).flat_map(|one| one.words).collect();
        found.push((draft.checked.unwrap().stops, subject));
    }
    let [(before, none), (after, cited)] = found.as_slice() else { panic!("{found:?}") };
    assert!(none.is_empty() && cited.iter().any(|words| words == "{name}"), "{found:?}");
    assert!(*after > *before, "what is in the subject stops it too: {found:?}");
}
