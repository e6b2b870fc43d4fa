//! The policy that the public reads, and who of the staff was trained.

use crate::house::{House, on_both, t};
use domain::policy::{Policy, Said};
use store::{Error, PublishedPolicy, Store, Trained};

pub fn policy(text: &str) -> Policy {
    let said = Said { language: "fr".to_owned(), text: text.to_owned(), ..Said::default() };
    Policy { complaints: Some("lantern.example".to_owned()), answer_within: Some(24), said: vec![said] }
}

#[test]
fn a_policy_is_published_changed_and_taken_off_and_what_was_published_is_kept() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let publish = async |address: &str, text: &str, at| {
            store.publish_policy(house.ours, house.brand, address, &policy(text), (Some(house.lea), t(at))).await
        };
        assert_eq!(store.policy_at("lantern").await.unwrap(), None);
        assert_eq!(publish("lantern", "One", 1).await.unwrap(), 1);
        assert_eq!(publish("lantern", "One", 2).await.unwrap(), 1, "the same text is no other version");
        assert_eq!(publish("lantern", "Two", 3).await.unwrap(), 2);
        let found = store.policy_at("lantern").await.unwrap().unwrap();
        let wanted = PublishedPolicy {
            organisation: house.ours,
            brand: house.brand,
            address: "lantern".to_owned(),
            open: true,
            version: 2,
            policy: policy("Two"),
            person: Some(house.lea),
            at: t(3),
        };
        assert_eq!(found, wanted);
        // Another brand's address is not taken, and its own text is another's.
        let their =
            store.publish_policy(house.theirs, house.their_brand, "lantern", &policy("Theirs"), (None, t(4))).await;
        assert!(matches!(their, Err(Error::Conflict(_))));
        store.publish_policy(house.theirs, house.their_brand, "theirs", &policy("Theirs"), (None, t(4))).await.unwrap();
        store.withdraw_policy(house.ours, house.brand).await.unwrap();
        assert!(!store.policy_at("lantern").await.unwrap().unwrap().open);
        assert!(store.policy_at("theirs").await.unwrap().unwrap().open);
        assert_eq!(publish("lamp", "Two", 5).await.unwrap(), 2);
        assert_eq!(store.policy_at("lantern").await.unwrap(), None, "it moved");
        let open = PublishedPolicy { address: "lamp".to_owned(), ..wanted };
        assert_eq!(store.policy_at("lamp").await.unwrap().as_ref(), Some(&open));
        let all = store.policies(house.ours, house.brand, 9).await.unwrap();
        let told: Vec<_> = all.iter().map(|one| (one.version, one.policy.said[0].text.as_str(), one.at)).collect();
        assert_eq!(told, [(2, "Two", t(3)), (1, "One", t(1))]);
    });
}

#[test]
fn who_was_trained_is_listed_and_erased() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let link = store.add_staff_link(house.ours, "kitchen", [5; 32], None, t(0)).await.unwrap();
        assert!(matches!(store.add_training(&[6; 32], "", (1, 2, ""), t(1)).await, Err(Error::NotFound)));
        let first = store.add_training(&[5; 32], "Zoé", (5, 6, "spot speak"), t(1)).await.unwrap();
        let second = store.add_training(&[5; 32], "", (6, 6, ""), t(2)).await.unwrap();
        let trained = |id, name: &str, correct, at| Trained {
            id,
            link: "kitchen".to_owned(),
            name: name.to_owned(),
            correct,
            asked: 6,
            parts: Some(if correct == 5 { "spot speak" } else { "" }.to_owned()),
            at: t(at),
        };
        let all = [trained(second, "", 6, 2), trained(first, "Zoé", 5, 1)];
        assert_eq!(store.trainings(house.ours, 9).await.unwrap(), all);
        store.withdraw_staff_link(house.ours, link).await.unwrap();
        assert_eq!(store.trainings(house.ours, 1).await.unwrap(), all[..1], "they were trained all the same");
        store.erase_training(house.ours, first).await.unwrap();
        assert!(matches!(store.erase_training(house.ours, first).await, Err(Error::NotFound)));
        assert!(!store.dump().await.unwrap().contains("Zoé"));
    });
}
