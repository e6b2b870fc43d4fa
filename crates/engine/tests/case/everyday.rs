//! Everyday replies: one person where the check finds nothing; a mention is answered by one log, and nobody is answered twice.

use crate::rig::Rig;
use domain::case::event::Step;
use domain::case::state::Stage;
use domain::case::{Key, Refusal, verify};
use domain::id::{CaseId, MentionId, PersonId};
use domain::organisation::Role;
use domain::plan::Channel;
use jiff::SignedDuration;
use vigie_engine::case::{
    Acted, Alarm, Ask, Caller, CaseError, Text, To, answer, answer_to, answered_outside, ask, crisis, export,
    house_key, room,
};
use vigie_engine::hand::{self, Report};
use vigie_engine::ingest::Ingest;

impl Rig {
    pub async fn mention(&self, text: &str) -> MentionId {
        let world = &self.waking.world;
        let ingest = Ingest::open(world.clone()).await.unwrap();
        let brand = world.store.brand(self.organisation, self.brand).await.unwrap();
        let report = Report {
            text: text.to_owned(),
            url: Some(format!("https://forum.example/{}", text.len())),
            author: Some("Piet".to_owned()),
            views: None,
            seen_at: None,
            reported_by: "Anna".to_owned(),
            picture: None,
        };
        hand::add(world, &ingest, &brand, report).await.unwrap().unwrap()
    }

    async fn answers(&self, person: PersonId, mention: MentionId, asked: Ask) -> Result<Acted, CaseError> {
        let role = if person == self.anna { Role::Owner } else { Role::SocialManager };
        answer(&self.waking, self.organisation, mention, (person, role), asked).await
    }

    async fn asks(&self, person: PersonId, case: CaseId, asked: Ask) -> Result<Acted, CaseError> {
        let role = if person == self.anna { Role::Owner } else { Role::SocialManager };
        ask(&self.waking, self.organisation, case, (person, role), asked).await
    }
}

fn reply(text: &str, name: &str) -> Ask {
    reply_to(To::ByHand(Channel::Any), text, name)
}

fn reply_to(to: To, text: &str, name: &str) -> Ask {
    let words = Text {
        text: text.to_owned(),
        language: "en".to_owned(),
        to,
        account: None,
        subject: None,
        cites: Vec::new(),
        posture: None,
        reply: None,
    };
    Ask::Draft {
        key: Key::new(name).unwrap(),
        form: domain::case::event::Form::Reply,
        words,
        corrects: None,
        about: None,
    }
}

const KIND: &str = "Hello Piet, thank you for telling us about the cold soup. I am sorry that your evening was spoilt. \
    I have asked the kitchen what happened. Please write to us and I will answer you by 18:00 on 24 November. Ben, Dunes";

fn refused(came: Result<Acted, CaseError>) -> Refusal {
    match came {
        Err(CaseError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn one_person_answers_a_mention_where_the_check_finds_nothing_and_its_log_proves_itself() {
    let rig = Rig::team().await;
    let mention = rig.mention("The soup at Dunes was cold. Why?").await;
    assert_eq!(refused(rig.answers(rig.ben, mention, reply(KIND, "r1")).await), Refusal::NotOpen);
    rig.answers(rig.ben, mention, Ask::Claim { mention }).await.unwrap();
    assert_eq!(
        refused(rig.answers(rig.anna, mention, Ask::Claim { mention }).await),
        Refusal::HeldBy(rig.party(rig.ben))
    );
    assert!(rig.answers(rig.ben, mention, Ask::Claim { mention: MentionId(mention.0 + 1) }).await.is_err());
    let stranger = To::Mail("desk@paper.example".to_owned());
    assert!(rig.answers(rig.ben, mention, reply_to(stranger, KIND, "l1")).await.is_err(), "Piet did not write by mail");
    rig.answers(rig.ben, mention, reply(KIND, "r1")).await.unwrap();
    rig.answers(rig.ben, mention, reply(KIND, "r1")).await.unwrap();
    let open = answer_to(&rig.waking.world, rig.organisation, mention).await.unwrap().unwrap();
    assert_eq!(open.state.drafts.len(), 1, "the same key twice is one text");
    let draft = &open.state.drafts[&1];
    let findings = vigie_engine::case::findings(&rig.waking.world, &open, draft).await.unwrap();
    assert!(draft.checked.unwrap().is_clean(), "{findings:?}");
    let (binding, shown) = (draft.binding, draft.checked);
    rig.answers(rig.ben, mention, Ask::Submit { draft: 1, binding, despite: None }).await.unwrap();
    rig.answers(rig.ben, mention, Ask::ReleaseAlone { draft: 1, binding, shown }).await.unwrap();
    let receipt = "https://forum.example/1#2".to_owned();
    let copied = Ask::Copied { draft: 1, binding, receipt, promise: None };
    rig.answers(rig.ben, mention, copied.clone()).await.unwrap();
    rig.answers(rig.ben, mention, copied).await.unwrap();
    let open = answer_to(&rig.waking.world, rig.organisation, mention).await.unwrap().unwrap();
    assert!(matches!(open.state.drafts[&1].stage, Stage::Sent(..)));
    assert!(open.state.clocks.values().all(|clock| !clock.is_open()), "its reply clock is met");
    // It is no case: the board does not list it, and the brand can still open one.
    let store = &rig.waking.world.store;
    assert_eq!(store.cases(rig.organisation, false, None, 9).await.unwrap(), []);
    assert_eq!(store.open_case(rig.organisation, rig.brand).await.unwrap(), None);
    // Nothing that belongs to a case is taken in it.
    let step = Ask::Step { to: Step::Crisis, why: None };
    assert_eq!(refused(rig.answers(rig.ben, mention, step).await), Refusal::NotOpen);
    let exported = export(&rig.waking, rig.organisation, open.file.id, Role::Owner).await.unwrap();
    let verified = verify(&exported.folder, Some(house_key(&rig.waking.secret)), None).unwrap();
    assert_eq!(verified.head.version, open.file.version);
}

#[tokio::test]
async fn what_the_check_stumbles_over_waits_for_somebody_else() {
    let rig = Rig::team().await;
    let mention = rig.mention("The soup at Dunes was cold.").await;
    rig.answers(rig.anna, mention, Ask::Claim { mention }).await.unwrap();
    rig.answers(rig.anna, mention, reply("You are a troll and a liar.", "r1")).await.unwrap();
    let open = answer_to(&rig.waking.world, rig.organisation, mention).await.unwrap().unwrap();
    let (binding, shown) = (open.state.drafts[&1].binding, open.state.drafts[&1].checked);
    assert!(!shown.unwrap().is_clean());
    let despite = Some("he knows me".to_owned());
    rig.answers(rig.anna, mention, Ask::Submit { draft: 1, binding, despite }).await.unwrap();
    assert_eq!(
        refused(rig.answers(rig.anna, mention, Ask::ReleaseAlone { draft: 1, binding, shown }).await),
        Refusal::NotAlone
    );
    let told = rig.told(rig.ben).await;
    assert!(
        told.iter().any(|body| body.contains("waits for your approval") && body.contains("/mentions/")),
        "{told:?}"
    );
    assert!(!told.iter().any(|body| body.contains("liar")), "no message quotes a draft: {told:?}");
}

#[tokio::test]
async fn a_mention_is_answered_in_a_case_or_outside_and_never_in_both() {
    let rig = Rig::shop().await;
    let mention = rig.mention("The soup at Dunes made me ill.").await;
    rig.answers(rig.ben, mention, Ask::Claim { mention }).await.unwrap();
    let alarm = Alarm { caller: Caller::Mention(mention), ..rig.alarm("tap-1") };
    let case = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &alarm).await.unwrap().case;
    // Ben has it outside: the case sees who, and does not take it.
    assert_eq!(refused(rig.asks(rig.anna, case, Ask::Claim { mention }).await), Refusal::HeldBy(rig.party(rig.ben)));
    assert_eq!(refused(rig.asks(rig.ben, case, Ask::Claim { mention }).await), Refusal::Elsewhere);
    rig.answers(rig.ben, mention, Ask::LetGo { mention }).await.unwrap();
    rig.asks(rig.anna, case, Ask::Claim { mention }).await.unwrap();
    assert_eq!(
        refused(rig.answers(rig.ben, mention, Ask::Claim { mention }).await),
        Refusal::HeldBy(rig.party(rig.anna))
    );
    // Once it was answered outside, it was answered, whoever lets it go.
    let other = rig.mention("And the bread was old.").await;
    rig.answers(rig.anna, other, Ask::Claim { mention: other }).await.unwrap();
    rig.answers(rig.anna, other, reply(KIND, "r1")).await.unwrap();
    let open = answer_to(&rig.waking.world, rig.organisation, other).await.unwrap().unwrap();
    let (binding, shown) = (open.state.drafts[&1].binding, open.state.drafts[&1].checked);
    let despite = Some("as it is".to_owned());
    rig.answers(rig.anna, other, Ask::Submit { draft: 1, binding, despite }).await.unwrap();
    rig.answers(rig.anna, other, Ask::ReleaseAlone { draft: 1, binding, shown }).await.unwrap();
    let receipt = "https://forum.example/2".to_owned();
    rig.answers(rig.anna, other, Ask::Copied { draft: 1, binding, receipt, promise: None }).await.unwrap();
    rig.answers(rig.anna, other, Ask::LetGo { mention: other }).await.unwrap();
    assert_eq!(refused(rig.asks(rig.ben, case, Ask::Claim { mention: other }).await), Refusal::Elsewhere);
    // A case that is over lets go of what nobody answered.
    let why = Some("a mistake".to_owned());
    for to in [Step::FollowUp, Step::Closed] {
        for task in room(&rig.waking.world, rig.organisation, case).await.unwrap().state.tasks.into_keys() {
            let aside = Ask::SetAside { task, why: "no".to_owned() };
            rig.asks(rig.anna, case, aside).await.unwrap();
        }
        rig.asks(rig.anna, case, Ask::Step { to, why: why.clone() }).await.unwrap();
    }
    rig.answers(rig.ben, mention, Ask::Claim { mention }).await.unwrap();
    // A case on what was answered outside sees what, and by whom.
    let alarm = Alarm { caller: Caller::Mention(other), ..rig.alarm("tap-2") };
    let later = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &alarm).await.unwrap().case;
    let open = room(&rig.waking.world, rig.organisation, later).await.unwrap();
    let outside = answered_outside(&rig.waking.world, &open).await.unwrap();
    assert_eq!((outside.len(), outside[0].mention, outside[0].by.as_slice()), (1, other, [rig.anna].as_slice()));
    assert_eq!(outside[0].text.as_deref(), Some(KIND));
    // The first case comes back, and Anna held the mention in it: Ben has it outside meanwhile.
    rig.asks(rig.anna, case, Ask::Step { to: Step::Crisis, why }).await.unwrap();
    rig.asks(rig.anna, case, reply_to(To::Mention(mention), KIND, "r9")).await.unwrap();
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let (draft, found) = open.state.drafts.last_key_value().unwrap();
    let (draft, binding, shown) = (*draft, found.binding, found.checked);
    let despite = Some("as it is".to_owned());
    rig.asks(rig.anna, case, Ask::Submit { draft, binding, despite }).await.unwrap();
    rig.asks(rig.anna, case, Ask::ReleaseAlone { draft, binding, shown }).await.unwrap();
    let send = || Ask::Send { draft, binding, promise: None };
    assert_eq!(refused(rig.asks(rig.anna, case, send()).await), Refusal::Elsewhere);
    // He lets it go: it is the case's again, and his no more.
    rig.answers(rig.ben, mention, Ask::LetGo { mention }).await.unwrap();
    rig.asks(rig.anna, case, send()).await.unwrap();
    let claimed = rig.answers(rig.ben, mention, Ask::Claim { mention }).await;
    assert_eq!(refused(claimed), Refusal::HeldBy(rig.party(rig.anna)));
}

#[tokio::test]
async fn of_many_who_claim_in_a_case_and_outside_at_once_one_has_it() {
    let rig = Rig::shop().await;
    let mention = rig.mention("The soup at Dunes was cold.").await;
    let case = rig.open().await;
    let claims = (0..20).map(|n| {
        let (rig, person) = (&rig, if n % 2 == 0 { rig.anna } else { rig.ben });
        async move {
            match n % 4 {
                0 | 1 => rig.answers(person, mention, Ask::Claim { mention }).await,
                _ => rig.asks(person, case, Ask::Claim { mention }).await,
            }
        }
    });
    let mut won = Vec::new();
    for came in crate::futures(claims).await {
        match came {
            Ok(acted) => won.extend((!acted.happened.is_empty()).then_some(acted)),
            Err(CaseError::Refused(Refusal::HeldBy(_) | Refusal::Elsewhere)) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!(won.len(), 1, "{won:?}");
    let holder = rig.waking.world.store.answering(rig.organisation, mention).await.unwrap().unwrap();
    assert_eq!(holder.id, won[0].case);
    rig.pass(SignedDuration::from_secs(1));
    rig.look(holder.id).await;
}
