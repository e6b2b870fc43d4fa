use crate::house::{House, new_brand, new_person, on_both, t};
use domain::brand::BrandRole;
use domain::organisation::Role;
use jiff::SignedDuration;
use store::{Error, Store};

#[test]
fn people_belong_to_organisations() {
    on_both(async |store: &Store| {
        let first = store.create_organisation("Ours", t(0)).await.unwrap();
        let second = store.create_organisation("Theirs", t(1)).await.unwrap();
        assert_eq!(store.organisations().await.unwrap(), [first.clone(), second.clone()]);
        assert_eq!(store.organisation(second.id).await.unwrap(), second);

        let lea = store.create_person(new_person("Lea"), t(2)).await.unwrap();
        assert_eq!(lea.email, "lea@example.org");
        let again = store.create_person(new_person("LEA"), t(3)).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
        assert_eq!(store.person(lea.id).await.unwrap(), lea);
        assert_eq!(store.person_by_email(" Lea@example.ORG").await.unwrap(), Some((lea.clone(), "hash".to_owned())));
        assert_eq!(store.person_by_email("nobody@example.org").await.unwrap(), None);

        store.set_preferences(lea.id, "fy", "Europe/Amsterdam").await.unwrap();
        store.set_password(lea.id, "other").await.unwrap();
        let (lea, hash) = store.person_by_email("lea@example.org").await.unwrap().unwrap();
        assert_eq!((lea.locale.as_str(), lea.zone.as_str(), hash.as_str()), ("fy", "Europe/Amsterdam", "other"));

        store.set_membership(first.id, lea.id, Role::ReadOnly).await.unwrap();
        store.set_membership(first.id, lea.id, Role::Lead).await.unwrap();
        store.set_membership(second.id, lea.id, Role::Legal).await.unwrap();
        let roles = store.memberships(lea.id).await.unwrap();
        assert_eq!(roles, [(first.clone(), Role::Lead), (second, Role::Legal)]);
        assert_eq!(store.members(first.id).await.unwrap(), [(lea, Role::Lead)]);
    });
}

#[test]
fn who_is_removed_is_out_at_once_and_somebody_owns_the_house() {
    on_both(async |store: &Store| {
        let ours = store.create_organisation("Ours", t(0)).await.unwrap().id;
        let lea = store.create_person(new_person("Lea"), t(0)).await.unwrap().id;
        let ben = store.create_person(new_person("Ben"), t(0)).await.unwrap().id;
        store.set_membership(ours, lea, Role::Owner).await.unwrap();
        store.set_membership(ours, ben, Role::Legal).await.unwrap();
        store.create_session(&[1; 32], ben, t(0), t(9_000)).await.unwrap();
        store.create_token(ours, ben, "phone", [2; 32], t(0)).await.unwrap();
        assert!(matches!(store.remove_membership(ours, lea).await, Err(Error::Conflict(_))), "nobody would own it");
        let less = store.set_membership(ours, lea, Role::Lead).await;
        assert!(matches!(less, Err(Error::Conflict(_))), "nor when they become less: {less:?}");
        store.set_membership(ours, lea, Role::Owner).await.unwrap();
        assert_eq!(store.members(ours).await.unwrap()[0].1, Role::Owner);
        store.remove_membership(ours, ben).await.unwrap();
        assert_eq!(store.memberships(ben).await.unwrap(), []);
        assert_eq!(store.session(&[1; 32], t(1)).await.unwrap(), None);
        assert_eq!(store.tokens(ours).await.unwrap(), []);
        assert!(matches!(store.remove_membership(ours, ben).await, Err(Error::NotFound)));
        assert_eq!(store.members(ours).await.unwrap().len(), 1);
    });
}

#[test]
fn a_session_ends_by_expiry_by_idleness_and_by_log_out() {
    on_both(async |store: &Store| {
        let lea = store.create_person(new_person("Lea"), t(0)).await.unwrap();
        let hours = |n: i64| t(0) + SignedDuration::from_hours(n);
        let digest = [7; 32];
        store.create_session(&digest, lea.id, t(0), hours(24 * 30)).await.unwrap();
        assert_eq!(store.session(&digest, hours(1)).await.unwrap(), Some(lea.clone()));
        assert_eq!(store.session(&[8; 32], hours(1)).await.unwrap(), None);
        // Used on day 6, so still good on day 12; unused since, so over on day 20.
        assert!(store.session(&digest, hours(24 * 6)).await.unwrap().is_some());
        assert!(store.session(&digest, hours(24 * 12)).await.unwrap().is_some());
        assert!(store.session(&digest, hours(24 * 20)).await.unwrap().is_none());
        store.create_session(&[9; 32], lea.id, t(0), hours(1)).await.unwrap();
        store.end_session(&[9; 32]).await.unwrap();
        assert_eq!(store.session(&[9; 32], t(1)).await.unwrap(), None);
        store.create_session(&[9; 32], lea.id, t(0), hours(1)).await.unwrap();
        store.set_password(lea.id, "other").await.unwrap();
        assert_eq!(store.session(&[9; 32], t(1)).await.unwrap(), None, "a new password ends every session");
    });
}

#[test]
fn failures_to_log_in_are_counted_until_a_success() {
    on_both(async |store: &Store| {
        for second in [1, 2, 3] {
            store.record_login("lea", t(second), false).await.unwrap();
        }
        store.record_login("anna", t(3), false).await.unwrap();
        assert_eq!(store.failed_logins("lea", t(2)).await.unwrap(), 2);
        store.record_login("lea", t(4), true).await.unwrap();
        assert_eq!(store.failed_logins("lea", t(0)).await.unwrap(), 0);
        assert_eq!(store.failed_logins("anna", t(0)).await.unwrap(), 1);
    });
}

#[test]
fn a_token_works_until_it_is_revoked() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let id = store.create_token(house.ours, house.lea, "phone", [3; 32], t(5)).await.unwrap();
        let (organisation, person, role) = store.token(&[3; 32]).await.unwrap().unwrap();
        assert_eq!((organisation, person.id, role), (house.ours, house.lea, Role::Owner));
        assert_eq!(store.token(&[4; 32]).await.unwrap(), None);
        let tokens = store.tokens(house.ours).await.unwrap();
        assert_eq!(
            tokens.iter().map(|t| (t.id, t.name.as_str(), t.person)).collect::<Vec<_>>(),
            [(id, "phone", house.lea)]
        );
        store.revoke_token(house.ours, id).await.unwrap();
        assert_eq!(store.token(&[3; 32]).await.unwrap(), None);
        assert!(matches!(store.revoke_token(house.ours, id).await, Err(Error::NotFound)));
    });
}

#[test]
fn rules_change_their_version() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let before = store.rules_version().await.unwrap();
        let mut brand = store.brand(house.ours, house.brand).await.unwrap();
        assert_eq!(store.brands(house.ours).await.unwrap(), [brand.clone()]);
        brand.role = BrandRole::Competitor;
        brand.own_accounts.clear();
        store.update_brand(&brand).await.unwrap();
        assert_eq!(store.brand(house.ours, house.brand).await.unwrap(), brand);
        let middle = store.rules_version().await.unwrap();
        assert!(middle > before);

        let mut query = house.query.clone();
        query.text = "lantern AND NOT magic".to_owned();
        store.update_query(&query).await.unwrap();
        let other = store.create_query(house.theirs, house.their_brand, "name", "harbour").await.unwrap();
        assert_eq!(store.queries(house.ours).await.unwrap(), [query.clone()]);
        assert_eq!(store.all_queries().await.unwrap(), [query.clone(), other]);
        store.delete_query(house.ours, query.id).await.unwrap();
        assert_eq!(store.queries(house.ours).await.unwrap(), []);
        assert!(store.rules_version().await.unwrap() > middle);

        store.create_brand(house.ours, new_brand("Second")).await.unwrap();
        assert_eq!(store.brands(house.ours).await.unwrap().len(), 2);
    });
}

#[test]
fn settings_and_answers_are_kept() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        store.set_setting(None, "name", "house").await.unwrap();
        store.set_setting(Some(house.ours), "name", "ours").await.unwrap();
        store.set_setting(Some(house.ours), "name", "ours, changed").await.unwrap();
        assert_eq!(store.get_setting(None, "name").await.unwrap().as_deref(), Some("house"));
        assert_eq!(store.get_setting(Some(house.ours), "name").await.unwrap().as_deref(), Some("ours, changed"));
        assert_eq!(store.get_setting(Some(house.theirs), "name").await.unwrap(), None);

        assert_eq!(store.idempotent(house.ours, "k", &[1; 32]).await.unwrap(), None);
        store.keep_answer(house.ours, "k", &[1; 32], 201, "made", t(0)).await.unwrap();
        store.keep_answer(house.ours, "k", &[1; 32], 500, "other", t(1)).await.unwrap();
        assert_eq!(store.idempotent(house.ours, "k", &[1; 32]).await.unwrap(), Some((201, "made".to_owned())));
        assert!(matches!(store.idempotent(house.ours, "k", &[2; 32]).await, Err(Error::Conflict(_))));
        assert_eq!(store.idempotent(house.theirs, "k", &[1; 32]).await.unwrap(), None);
    });
}
