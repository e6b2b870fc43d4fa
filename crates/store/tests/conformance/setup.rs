use crate::house::{new_person, on_both, t};
use domain::organisation::{Membership, Role};
use store::{Error, OpenSetup, Store};

#[test]
fn a_set_up_goes_on_until_it_ends_or_expires() {
    on_both(async |store: &Store| {
        assert!(!store.has_people().await.unwrap());
        let (first, again, other) = ([1; 32], [2; 32], [3; 32]);
        store.begin_setup(&first, true, t(0), t(100)).await.unwrap();
        assert_eq!(store.setup(&first, t(1)).await.unwrap().as_deref(), Some("{}"));
        assert_eq!(store.setup(&other, t(1)).await.unwrap(), None);
        store.save_setup(&first, "{\"a\":1}").await.unwrap();
        assert!(matches!(store.save_setup(&other, "{}").await, Err(Error::NotFound)));

        // A new first link goes on where the one before stood, and only it.
        store.begin_setup(&again, true, t(2), t(102)).await.unwrap();
        assert_eq!(store.setup(&first, t(3)).await.unwrap(), None);
        assert_eq!(store.setup(&again, t(3)).await.unwrap().as_deref(), Some("{\"a\":1}"));
        store.begin_setup(&other, false, t(3), t(200)).await.unwrap();
        assert_eq!(store.setup(&other, t(4)).await.unwrap().as_deref(), Some("{}"));
        assert_eq!(store.setup(&again, t(102)).await.unwrap(), None, "expired");
        let open = OpenSetup { digest: other, expires_at: t(200), answers: "{}".to_owned() };
        assert_eq!(store.open_setups(t(199)).await.unwrap(), [open], "the first is nobody's to end");
        assert_eq!(store.open_setups(t(200)).await.unwrap(), []);

        // Once somebody can log in, the first link is nobody's way in.
        store.create_person(new_person("Lea"), t(5)).await.unwrap();
        assert!(store.has_people().await.unwrap());
        assert_eq!(store.setup(&again, t(6)).await.unwrap(), None);
        assert_eq!(store.setup(&other, t(6)).await.unwrap().as_deref(), Some("{}"));
        let ours = store.create_organisation("Ours", t(6)).await.unwrap();
        let taken = store.finish_setup(ours.id, &other, (new_person("LEA"), Role::Owner.into()), t(7)).await;
        assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
        assert!(store.setup(&other, t(7)).await.unwrap().is_some(), "nothing ended");
        let ends = Membership { role: Role::Owner, until: Some(t(90)) };
        let for_a_time = store.finish_setup(ours.id, &other, (new_person("Ben"), ends), t(7)).await;
        assert!(matches!(for_a_time, Err(Error::Conflict(_))), "nobody owns a house for a time alone: {for_a_time:?}");
        assert!(store.setup(&other, t(7)).await.unwrap().is_some(), "nothing ended, and nobody was made");
        let ben = store.finish_setup(ours.id, &other, (new_person("Ben"), Role::Owner.into()), t(8)).await.unwrap();
        assert_eq!(store.memberships(ben.id, t(9)).await.unwrap(), [(ours.clone(), Role::Owner)]);
        assert_eq!(store.setup(&other, t(8)).await.unwrap(), None);
        let twice = store.finish_setup(ours.id, &other, (new_person("Eve"), Role::Owner.into()), t(9)).await;
        assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
        assert_eq!(store.person_by_email("eve@example.org").await.unwrap(), None);

        store.begin_setup(&first, false, t(9), t(200)).await.unwrap();
        store.end_setup(&first).await.unwrap();
        assert_eq!(store.setup(&first, t(10)).await.unwrap(), None);
        assert!(matches!(store.end_setup(&first).await, Err(Error::NotFound)));
    });
}
