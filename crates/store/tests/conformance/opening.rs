use crate::house::{Folder, House, create_database, drop_database, on_both, post, server, t};
use store::{Error, Store};

#[test]
fn the_bare_append_stores_no_posts() {
    on_both(async |store: &Store| {
        store.prepare_bare_append().await.unwrap();
        store.prepare_bare_append().await.unwrap();
        let posts = [post("1", "one", 0), post("2", "two", 60), post("1", "one", 0)];
        assert_eq!(store.bare_append(&posts).await.unwrap(), 3, "nothing is looked up");
        assert_eq!(store.counts_of_rows().await.unwrap().posts, 0);
    });
}

#[tokio::test]
async fn a_store_opened_again_remembers() {
    let folder = Folder::new("again");
    let house = {
        let store = Store::open(&folder.url()).await.unwrap();
        let house = House::build(&store).await;
        store.close().await;
        house
    };
    let store = Store::open(&folder.url()).await.unwrap();
    assert_eq!(store.organisation(house.ours).await.unwrap().name, "Ours");
    store.close().await;
    if let Some(server) = server() {
        let url = create_database(&server).await;
        let store = Store::open(&url).await.unwrap();
        store.create_organisation("Ours", t(0)).await.unwrap();
        store.close().await;
        let store = Store::open(&url).await.unwrap();
        assert_eq!(store.organisations().await.unwrap().len(), 1);
        store.close().await;
        drop_database(&server, &url).await;
    }
}

#[tokio::test]
async fn a_newer_store_is_refused_and_left_alone() {
    let folder = Folder::new("newer");
    let store = Store::open(&folder.url()).await.unwrap();
    store.close().await;
    let raise = async |version: i64| {
        use sqlx::Connection;
        let mut connection = sqlx::SqliteConnection::connect(&folder.url()).await.unwrap();
        sqlx::query("UPDATE schema_version SET version = ?").bind(version).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    };
    raise(99).await;
    let error = Store::open(&folder.url()).await.err();
    assert!(matches!(error, Some(Error::Newer { found: 99, known: 9 })), "{error:?}");
    raise(9).await;
    assert!(Store::open(&folder.url()).await.is_ok());
}

#[tokio::test]
async fn a_file_that_is_no_store_a_missing_folder_and_a_wrong_address_are_told_apart() {
    let folder = Folder::new("wrong");
    std::fs::write(
        folder.0.join("vigie.db"),
        "not a database, but longer than a header of one hundred bytes ".repeat(40),
    )
    .unwrap();
    let error = Store::open(&folder.url()).await.err();
    assert!(matches!(error, Some(Error::Corrupt(_))), "{error:?}");
    let error = Store::open(&format!("sqlite://{}/none/vigie.db", folder.0.display())).await.err();
    assert!(matches!(&error, Some(Error::Unreachable(why)) if why.contains("none/vigie.db")), "{error:?}");
    let error = Store::open("mysql://root:secret@host/db").await.err();
    assert!(matches!(&error, Some(Error::Unreachable(why)) if !why.contains("secret")), "{error:?}");
    let error = Store::open("postgres://127.0.0.1:1/none").await.err();
    assert!(matches!(error, Some(Error::Unreachable(_))), "{error:?}");
}

#[tokio::test]
async fn a_lock_held_elsewhere_is_said_to_be_one() {
    use sqlx::Connection;
    let folder = Folder::new("locked");
    let store = Store::open(&folder.url()).await.unwrap();
    let mut other = sqlx::SqliteConnection::connect(&folder.url()).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let error = store.create_organisation("Ours", t(0)).await.err();
    assert!(matches!(error, Some(Error::Locked)), "{error:?}");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    store.create_organisation("Ours", t(0)).await.unwrap();
    assert_eq!(store.organisations().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_full_disk_keeps_what_was_committed() {
    use sqlx::Connection;
    let folder = Folder::new("full");
    let store = Store::open(&folder.url()).await.unwrap();
    store.create_organisation("Ours", t(0)).await.unwrap();
    store.close().await;
    // The limit stands for a full disk: SQLite answers both with the same code.
    let mut small = sqlx::SqliteConnection::connect(&folder.url()).await.unwrap();
    sqlx::raw_sql("PRAGMA max_page_count = 1; BEGIN").execute(&mut small).await.unwrap();
    let said = sqlx::query("INSERT INTO organisation VALUES (9, ?, 0)")
        .bind("x".repeat(1_000_000))
        .execute(&mut small)
        .await
        .err();
    let error = said.map(Error::from);
    assert!(matches!(error, Some(Error::Full)), "{error:?}");
    small.close().await.unwrap();
    let store = Store::open(&folder.url()).await.unwrap();
    assert_eq!(store.organisations().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_read_only_store_is_said_to_be_one() {
    use sqlx::Connection;
    let folder = Folder::new("read-only");
    Store::open(&folder.url()).await.unwrap().close().await;
    let mut reader = sqlx::SqliteConnection::connect(&format!("{}?mode=ro", folder.url())).await.unwrap();
    let said = sqlx::query("DELETE FROM organisation").execute(&mut reader).await.err();
    let error = said.map(Error::from);
    assert!(matches!(error, Some(Error::ReadOnly)), "{error:?}");
}

#[test]
fn a_transaction_that_is_dropped_leaves_nothing() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let before = store.dump().await.unwrap();
        let mut stray = crate::house::batch(house.feed, vec![house.item(crate::house::post("1", "lantern", 0))]);
        stray.items.push(house.item(crate::house::post("2", "lantern", 0)));
        stray.items[1].hits = vec![house.their_hit(&stray.items[1].post)];
        assert!(store.commit(stray).await.is_err());
        assert_eq!(store.dump().await.unwrap(), before);
        store.create_organisation("Third", t(0)).await.unwrap();
    });
}
