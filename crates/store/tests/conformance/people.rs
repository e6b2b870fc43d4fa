use crate::house::{House, new_brand, new_person, on_both, t};
use domain::brand::BrandRole;
use domain::organisation::{Membership, Role};
use jiff::SignedDuration;
use store::{Confirmation, Error, StaffLink, Store};

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
        let roles = store.memberships(lea.id, t(9)).await.unwrap();
        assert_eq!(roles, [(first.clone(), Role::Lead), (second, Role::Legal)]);
        assert_eq!(store.members(first.id, t(9)).await.unwrap(), [(lea, Role::Lead)]);
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
        store.set_calendar_link(ours, ben, [3; 32], t(0)).await.unwrap();
        assert!(
            matches!(store.remove_membership(ours, lea, t(9)).await, Err(Error::Conflict(_))),
            "nobody would own it"
        );
        let less = store.set_membership(ours, lea, Role::Lead).await;
        assert!(matches!(less, Err(Error::Conflict(_))), "nor when they become less: {less:?}");
        store.set_membership(ours, lea, Role::Owner).await.unwrap();
        assert_eq!(store.members(ours, t(9)).await.unwrap()[0].1, Role::Owner);
        store.remove_membership(ours, ben, t(8)).await.unwrap();
        assert_eq!(store.memberships(ben, t(9)).await.unwrap(), []);
        assert_eq!(store.session(&[1; 32], t(1)).await.unwrap(), None);
        assert_eq!(store.tokens(ours).await.unwrap(), []);
        assert_eq!(store.calendar_link(ours, ben).await.unwrap(), None);
        // Their end is still told of, and stays when it is said again.
        store.remove_membership(ours, ben, t(9)).await.unwrap();
        let ended = Membership { role: Role::Legal, until: Some(t(8)) };
        assert_eq!(store.team(ours).await.unwrap()[1].1, ended);
        let stranger = store.create_person(new_person("Eve"), t(0)).await.unwrap().id;
        assert!(matches!(store.remove_membership(ours, stranger, t(9)).await, Err(Error::NotFound)));
        // Back in, by who saw that it had ended; who saw another thing is told.
        let again = Role::Lead.into();
        let blind = store.change_membership(ours, ben, Role::Legal.into(), again).await;
        assert!(matches!(blind, Err(Error::Conflict(_))), "{blind:?}");
        let nobody = store.change_membership(ours, stranger, again, again).await;
        assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
        store.change_membership(ours, ben, ended, again).await.unwrap();
        assert_eq!(store.members(ours, t(9)).await.unwrap().len(), 2);
        let less = store.change_membership(ours, lea, Role::Owner.into(), again).await;
        assert!(matches!(less, Err(Error::Conflict(_))), "{less:?}");
        store.remove_membership(ours, ben, t(8)).await.unwrap();
        assert_eq!(store.members(ours, t(9)).await.unwrap().len(), 1);
    });
}

#[test]
fn after_its_end_a_membership_opens_nothing_and_nobody_owns_a_house_for_a_time() {
    on_both(async |store: &Store| {
        let ours = store.create_organisation("Ours", t(0)).await.unwrap();
        let lea = store.create_person(new_person("Lea"), t(0)).await.unwrap();
        let ben = store.create_person(new_person("Ben"), t(0)).await.unwrap();
        let until = |end| Membership { role: Role::Agency, until: Some(end) };
        let first = store.set_membership(ours.id, lea.id, Membership { role: Role::Owner, until: Some(t(90)) }).await;
        assert!(matches!(first, Err(Error::Conflict(_))), "the first owner is none for a time: {first:?}");
        store.set_membership(ours.id, lea.id, Role::Owner).await.unwrap();
        store.set_membership(ours.id, ben.id, until(t(50))).await.unwrap();
        store.create_token(ours.id, ben.id, "phone", [2; 32], t(0)).await.unwrap();
        for (at, opens) in [(t(49), true), (t(50), false), (t(51), false)] {
            assert_eq!(!store.memberships(ben.id, at).await.unwrap().is_empty(), opens);
            assert_eq!(store.members(ours.id, at).await.unwrap().len(), 1 + usize::from(opens));
            assert_eq!(store.everybody(at).await.unwrap().len(), 1 + usize::from(opens));
            assert_eq!(store.token(&[2; 32], at).await.unwrap().is_some(), opens);
            let said = Confirmation { person: ben.id, contact: "06".to_owned(), at };
            assert_eq!(store.confirm(ours.id, &said).await.is_ok(), opens, "nor is anything theirs to say");
            assert_eq!(
                store.create_token(ours.id, ben.id, "more", [at.as_second() as u8; 32], at).await.is_ok(),
                opens
            );
        }
        let listed = [(lea.clone(), Role::Owner.into()), (ben.clone(), until(t(50)))];
        assert_eq!(store.team(ours.id).await.unwrap(), listed, "an end that came is still told of");
        let ends = Membership { role: Role::Owner, until: Some(t(90)) };
        let alone = store.set_membership(ours.id, lea.id, ends).await;
        assert!(matches!(alone, Err(Error::Conflict(_))), "{alone:?}");
        store.set_membership(ours.id, ben.id, ends).await.unwrap();
        let left = store.remove_membership(ours.id, lea.id, t(60)).await;
        assert!(matches!(left, Err(Error::Conflict(_))), "an owner for a time is no owner to leave a house to");
        store.set_membership(ours.id, ben.id, Role::Owner).await.unwrap();
        store.set_membership(ours.id, lea.id, ends).await.unwrap();
        store.remove_membership(ours.id, lea.id, t(60)).await.unwrap();
    });
}

#[test]
fn a_team_says_how_it_is_reached_and_what_it_went_through() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let said = |contact: &str, at| Confirmation { person: house.lea, contact: contact.to_owned(), at };
        store.confirm(house.ours, &said("06 1", t(1))).await.unwrap();
        store.confirm(house.ours, &said("06 2", t(2))).await.unwrap();
        assert_eq!(store.confirmations(house.ours).await.unwrap(), [said("06 2", t(2))], "the newest holds");
        for (subject, at) in [("hygiene", t(1)), ("", t(2)), ("hygiene", t(5)), ("hygiene", t(4))] {
            store.rehearse(house.ours, subject, Some(house.lea), at).await.unwrap();
        }
        store.rehearse(house.ours, "hygiene", None, t(5)).await.unwrap();
        let gone_through = [(String::new(), t(2)), ("hygiene".to_owned(), t(5))];
        assert_eq!(store.rehearsals(house.ours).await.unwrap(), gone_through);

        let id = store.add_staff_link(house.ours, "kitchen", [5; 32], Some(house.lea), t(3)).await.unwrap();
        let link = StaffLink { id, name: "kitchen".to_owned(), person: Some(house.lea), created_at: t(3) };
        assert_eq!(store.staff_links(house.ours).await.unwrap(), [link]);
        assert_eq!(store.staff_link(&[5; 32]).await.unwrap(), Some(house.ours));
        assert_eq!(store.staff_link(&[6; 32]).await.unwrap(), None);
        store.withdraw_staff_link(house.ours, id).await.unwrap();
        assert_eq!(store.staff_link(&[5; 32]).await.unwrap(), None);
        assert!(matches!(store.withdraw_staff_link(house.ours, id).await, Err(Error::NotFound)));
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
        let (organisation, person, role) = store.token(&[3; 32], t(9)).await.unwrap().unwrap();
        assert_eq!((organisation, person.id, role), (house.ours, house.lea, Role::Owner));
        assert_eq!(store.token(&[4; 32], t(9)).await.unwrap(), None);
        let tokens = store.tokens(house.ours).await.unwrap();
        assert_eq!(
            tokens.iter().map(|t| (t.id, t.name.as_str(), t.person)).collect::<Vec<_>>(),
            [(id, "phone", house.lea)]
        );
        store.revoke_token(house.ours, id).await.unwrap();
        assert_eq!(store.token(&[3; 32], t(9)).await.unwrap(), None);
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

#[test]
fn a_calendar_has_one_address_for_as_long_as_its_person_is_a_member() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let lea = store.person(house.lea).await.unwrap();
        assert_eq!(store.calendar_link(house.ours, lea.id).await.unwrap(), None);
        store.set_calendar_link(house.ours, lea.id, [1; 32], t(1)).await.unwrap();
        let whose = async |digest: [u8; 32], at| {
            let found = store.calendar_of(&digest, at).await.unwrap();
            found.map(|(organisation, person, _)| (organisation, person))
        };
        assert_eq!(whose([1; 32], t(2)).await, Some((house.ours, lea.clone())));
        store.set_calendar_link(house.ours, lea.id, [2; 32], t(3)).await.unwrap();
        assert_eq!(
            (whose([1; 32], t(4)).await, store.calendar_link(house.ours, lea.id).await.unwrap()),
            (None, Some(t(3)))
        );
        assert!(whose([2; 32], t(4)).await.is_some());
        let until = Membership { role: Role::Lead, until: Some(t(50)) };
        store.set_membership(house.ours, house.anna, Role::Owner).await.unwrap();
        store.set_membership(house.ours, lea.id, until).await.unwrap();
        assert_eq!((whose([2; 32], t(49)).await.is_some(), whose([2; 32], t(50)).await), (true, None));
        assert!(
            store.set_calendar_link(house.ours, lea.id, [4; 32], t(51)).await.is_err(),
            "nor is a new one made then"
        );
        store.withdraw_calendar_link(house.ours, lea.id).await.unwrap();
        assert_eq!(whose([2; 32], t(4)).await, None);
        assert!(matches!(store.withdraw_calendar_link(house.ours, lea.id).await, Err(Error::NotFound)));
    });
}
