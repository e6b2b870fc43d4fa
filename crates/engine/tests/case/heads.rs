//! Heads leave the house, once a day, and prove afterwards what the house's own key cannot.

use crate::rig::Rig;
use domain::case::{Broken, Head, Record, lay_out, records, verify};
use domain::id::PersonId;
use domain::organisation::Role;
use jiff::SignedDuration;
use store::NewTarget;
use vigie_engine::case::{export, heads, house_key, room};

impl Rig {
    async fn reached_by(&self, person: PersonId, kind: &str) {
        let settings = r#"{"address":"anna@dunes.example"}"#.to_owned();
        let target = NewTarget { person, kind: kind.to_owned(), name: kind.to_owned(), settings };
        self.waking.world.store.add_target(target, self.waking.world.clock.now()).await.unwrap();
    }

    async fn heads_told(&self, person: PersonId) -> Vec<Head> {
        let told = self.told(person).await;
        let of = |body: &String| {
            let letter: serde_json::Value = serde_json::from_str(body).unwrap();
            letter["note"]["body"].as_str().unwrap().split_whitespace().find_map(|word| word.parse().ok())
        };
        told.iter().filter_map(of).collect()
    }
}

#[tokio::test]
async fn heads_go_once_a_day_to_who_keeps_them_and_show_what_was_made_anew() {
    let rig = Rig::shop().await;
    rig.reached_by(rig.anna, "mail").await;
    rig.reached_by(rig.ben, "mail").await;
    let case = rig.open().await;
    assert_eq!(heads(&rig.waking).await.unwrap(), 1, "Ben neither owns nor counsels");
    assert_eq!(heads(&rig.waking).await.unwrap(), 0, "once a day");
    // The night brings nothing, the morning does: with what happened since.
    rig.pass(SignedDuration::from_hours(13));
    rig.look(case).await;
    assert_eq!(heads(&rig.waking).await.unwrap(), 0, "three in the morning");
    rig.pass(SignedDuration::from_hours(6));
    assert_eq!(heads(&rig.waking).await.unwrap(), 1);
    let told = rig.heads_told(rig.anna).await;
    assert_eq!((told.len(), rig.heads_told(rig.ben).await.len()), (2, 0));
    let exported = export(&rig.waking, rig.organisation, case, Role::Owner).await.unwrap();
    let key = Some(house_key(&rig.waking.secret));
    for head in &told {
        verify(&exported.folder, key, Some(*head)).unwrap();
    }
    // Whoever holds the key makes the whole log anew, a minute later: the house's signature holds, the head that left it does not.
    let open = room(&rig.waking.world, rig.organisation, case).await.unwrap();
    let mut entries = open.entries.clone();
    entries.iter_mut().for_each(|entry| entry.at += SignedDuration::from_mins(1));
    let forged: Vec<Record> = records(rig.organisation, case, None, &entries).unwrap();
    let texts = rig.waking.world.store.case_texts(rig.organisation, case).await.unwrap();
    let seed = blake3::derive_key("vigie case folders 1", &rig.waking.secret);
    let forged = lay_out(rig.organisation, case, &forged, &texts, Vec::new(), &seed).unwrap();
    verify(&forged, key, None).unwrap();
    for head in told {
        assert!(matches!(verify(&forged, key, Some(head)), Err(Broken::Earlier(_))));
    }
    // What does not move is told of no more.
    rig.pass(SignedDuration::from_hours(72));
    assert_eq!(heads(&rig.waking).await.unwrap(), 0);
}

#[tokio::test]
async fn an_owner_who_has_only_what_rings_is_told_too_and_that_it_keeps_nothing() {
    let rig = Rig::shop().await;
    rig.reached_by(rig.anna, "push").await;
    rig.open().await;
    assert_eq!(heads(&rig.waking).await.unwrap(), 1);
    assert_eq!(rig.heads_told(rig.anna).await.len(), 1);
    assert!(rig.told(rig.anna).await.concat().contains("keeps nothing"));
    rig.reached_by(rig.anna, "mail").await;
    rig.pass(SignedDuration::from_hours(24));
    assert_eq!(heads(&rig.waking).await.unwrap(), 1);
    let told = rig.told(rig.anna).await;
    assert_eq!(told.iter().filter(|body| body.contains("keeps nothing")).count(), 1, "mail keeps it: once is enough");
}
