//! Accounts that are sent from.

use crate::house::{House, on_both, t};
use domain::id::{AccountId, OrganisationId};
use domain::publish::Length;
use store::{CampaignTold, Error, NewAccount, Store};

pub fn new_account(native: &str) -> NewAccount {
    NewAccount {
        brand: None,
        kind: "mastodon".to_owned(),
        server: "https://m.example".to_owned(),
        native: native.to_owned(),
        acct: format!("shop{native}"),
        name: None,
        shown: "The shop".to_owned(),
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
        let plain = NewAccount { name: Some("Martin".to_owned()), ..new_account("1") };
        assert_eq!(
            store.add_account(house.ours, plain, t(6)).await.unwrap().brand,
            Some(house.brand),
            "it stays whose it was"
        );
        let again = store.add_account(house.ours, new_account("1"), t(6)).await.unwrap();
        assert_eq!((again.name.as_str(), again.brand), ("Martin", Some(house.brand)), "a new token is no new name");
        let elsewhere = NewAccount { server: "https://n.example".to_owned(), ..new_account("1") };
        store.add_account(house.theirs, elsewhere, t(6)).await.unwrap();
        assert_eq!(store.all_accounts().await.unwrap().len(), 3);

        store.account_checked(house.ours, first.id, Some("the token is no more"), t(7)).await.unwrap();
        let row = store.account(house.ours, first.id).await.unwrap();
        assert_eq!((row.checked_at, row.problem.as_deref()), (Some(t(6)), Some("the token is no more")));
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

#[test]
fn what_a_tool_was_told_and_answered_is_kept_since_it_first_said_so() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let address = "https://flows.example/hook/secret-path".to_owned();
        let new =
            NewAccount { kind: "webhook".to_owned(), server: address.clone(), native: address, ..new_account("1") };
        let id = store.add_account(house.ours, new, t(0)).await.unwrap().id;
        let row = store.account(house.ours, id).await.unwrap();
        assert_eq!((row.told.as_ref(), row.place()), (None, "https://flows.example".to_owned()));
        assert!(!format!("{row:?}").contains("secret-path"));
        let told =
            |at, answer: &str| CampaignTold { key: "pause-1-1".to_owned(), at: t(at), answer: answer.to_owned() };
        let steps = [
            (told(1, ""), false, Some("no answer"), (t(1), Some(t(0)), None)),
            (told(2, "200 ok"), false, Some("does not say"), (t(2), Some(t(2)), None)),
            (told(3, "200 ok"), false, Some("does not say"), (t(2), Some(t(3)), None)),
            (told(4, "200 yes"), true, None, (t(4), Some(t(4)), Some(t(4)))),
        ];
        for (told, holds, problem, (since, checked, listed)) in steps {
            store.campaign_told(house.ours, id, &told, holds, problem).await.unwrap();
            let row = store.account(house.ours, id).await.unwrap();
            assert_eq!((row.checked_at, row.listed_at, row.problem.as_deref()), (checked, listed, problem));
            assert_eq!(row.told, Some(CampaignTold { at: since, ..told }));
        }
        let refused = store.campaign_told(house.theirs, id, &told(5, ""), true, None).await;
        assert!(matches!(refused, Err(Error::NotFound)));
        // Let go while it holds: what opens it is kept until it was told the end, and it is connected no more.
        store.let_go_account(house.ours, id, t(6)).await.unwrap();
        assert_eq!(store.accounts(house.ours).await.unwrap(), []);
        let leaving = store.leaving_accounts().await.unwrap();
        assert_eq!(leaving.iter().map(|row| (row.id, row.token.as_str())).collect::<Vec<_>>(), [(id, "unique-token")]);
        let end = |key: &str| CampaignTold { key: key.to_owned(), at: t(7), answer: "200".to_owned() };
        store.campaign_told(house.ours, id, &end("resume-1-1 1-0"), false, None).await.unwrap();
        assert_eq!(store.leaving_accounts().await.unwrap().len(), 1, "an earlier freeze is still to be ended");
        store.campaign_told(house.ours, id, &end("resume-1-0"), false, None).await.unwrap();
        assert_eq!(store.leaving_accounts().await.unwrap(), []);
        assert_eq!(store.account(house.ours, id).await.unwrap().token, "");
        let over = store.campaign_told(house.ours, id, &end("resume-1-0"), false, None).await;
        assert!(matches!(over, Err(Error::NotFound)));
    });
}
