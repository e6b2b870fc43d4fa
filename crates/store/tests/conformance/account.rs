//! Accounts that are sent from.

use crate::house::{House, on_both, t};
use domain::id::{AccountId, OrganisationId};
use domain::publish::Length;
use store::{Error, NewAccount, Store};

pub fn new_account(native: &str) -> NewAccount {
    NewAccount {
        brand: None,
        kind: "mastodon".to_owned(),
        server: "https://m.example".to_owned(),
        native: native.to_owned(),
        acct: format!("shop{native}"),
        name: "The shop".to_owned(),
        token: "unique-token".to_owned(),
        length: Length { characters: 500, per_link: 23 },
    }
}

pub async fn account_of(store: &Store, organisation: OrganisationId, native: &str) -> AccountId {
    store.add_account(organisation, new_account(native), t(0)).await.unwrap().id
}

#[test]
fn an_account_of_a_server_belongs_to_one_organisation() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let first = store.add_account(house.ours, new_account("1"), t(0)).await.unwrap();
        assert!(!format!("{first:?}").contains("unique-token"));
        // Again: the same, with what is new of it.
        let renewed = NewAccount { brand: Some(house.brand), token: "fresh".to_owned(), ..new_account("1") };
        let again = store.add_account(house.ours, renewed, t(5)).await.unwrap();
        assert_eq!((again.id, again.brand, again.token.as_str()), (first.id, Some(house.brand), "fresh"));
        assert_eq!((again.created_at, again.checked_at), (t(0), Some(t(5))));
        let taken = store.add_account(house.theirs, new_account("1"), t(6)).await;
        let Err(Error::Conflict(why)) = taken else { panic!("{taken:?}") };
        assert!(!why.contains("ours") && !why.contains("shop"), "{why}");
        // Another account of the server, and the same number at another server, are others.
        let second = account_of(store, house.theirs, "2").await;
        let elsewhere = NewAccount { server: "https://n.example".to_owned(), ..new_account("1") };
        store.add_account(house.theirs, elsewhere, t(6)).await.unwrap();
        assert_eq!(store.all_accounts().await.unwrap().len(), 3);

        store.account_checked(house.ours, first.id, Some("the token is no more"), t(7)).await.unwrap();
        let row = store.account(house.ours, first.id).await.unwrap();
        assert_eq!((row.checked_at, row.problem.as_deref()), (Some(t(5)), Some("the token is no more")));
        store.account_checked(house.ours, first.id, None, t(8)).await.unwrap();
        let row = store.account(house.ours, first.id).await.unwrap();
        assert_eq!((row.checked_at, row.problem), (Some(t(8)), None));

        store.let_go_account(house.ours, first.id, t(9)).await.unwrap();
        let row = store.account(house.ours, first.id).await.unwrap();
        assert_eq!((row.token.as_str(), row.gone_at), ("", Some(t(9))));
        assert_eq!(store.accounts(house.ours).await.unwrap(), []);
        assert!(matches!(store.let_go_account(house.ours, first.id, t(9)).await, Err(Error::NotFound)));
        // Free again, for whoever proves to hold it.
        let theirs = account_of(store, house.theirs, "1").await;
        assert_eq!(store.accounts(house.theirs).await.unwrap().len(), 3);
        assert!(theirs != first.id && theirs != second);
    });
}
